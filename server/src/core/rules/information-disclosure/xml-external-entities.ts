import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, silent } from '../facts/evidence';
import { inputsOf, isFree } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const xmlExternalEntities: Rule = {
  id: 'xml-external-entities',
  title: 'It reads XML, which can name files and addresses',
  stride: ['information-disclosure', 'denial-of-service'],
  owasp: ['API8:2023', 'API8:2019'],
  cwe: [611, 776],
  capec: [197, 221],
  asvs: ['1.5.1'],
  controls: ['parser-hardening'],
  dread: [7, 6, 5, 6, 5],
  dreadReasons: [
    'Files of the server, and what it can reach.',
    'It works while the parser loads entities.',
    'Public tools make such documents.',
    'Everyone whose data the server can read.',
    'The media type stands in the description.',
  ],
  impact: 'A document makes the parser read a file of the server, call an inner address or fill its memory.',
  falsePositive: 'The parser refuses document types and external entities.',
  mend: 'Take JSON instead, or say which schema the document must follow.',
  stubs: {
    reduce: 'Refuse document types and external entities in the parser',
    transfer: 'Let a gateway refuse documents with a document type',
    avoid: 'Take JSON instead of XML',
    accept: 'The parser loads nothing from outside',
  },
  when: [
    served,
    asks(
      (operation) => xmlOf(operation) !== null,
      (operation) => `It takes XML (${xmlOf(operation)}).`,
      'It takes no XML.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    return silent({
      message: `${label} reads XML, and nothing says that its parser loads nothing from outside`,
      at: operation.request?.at ?? operation.at,
      cause: 'xml',
      causeMessage: (touched) =>
        `${count(touched)} read XML, and nothing says that the parser loads nothing from outside`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** The XML that it takes: a media type, or a property of that name. */
function xmlOf(operation: Operation): string | null {
  const type = operation.request?.mediaTypes.find((one) => /[/+]xml\b/i.test(one));
  if (type !== undefined) return type;
  return (
    inputsOf(operation).find((one) => one.in === 'body' && isFree(one) && one.words.at(-1) === 'xml')?.name ?? null
  );
}
