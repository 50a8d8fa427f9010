import type { KeyDefinition, ValueType } from '../../model';
import { ownWords } from '../markdown';

/** What a value is, in words, with an example; by the kind of value. */
const KINDS: Readonly<Record<Exclude<ValueType['kind'], 'id' | 'word' | 'numbers' | 'map'>, string>> = {
  text: 'Any text.',
  matrix: 'Five rows of five levels, impact from the highest, likelihood from the lowest.',
  any: 'Anything.',
  date: 'A day, in UTC and through its end: `2027-06-30`.',
  duration: 'A number of days: `90 days`.',
  percentage: 'A percentage: `70%`.',
  number: 'A number.',
  where: 'A place: `store GET /orders/{orderId}`, `operation placeOrder`, `gateway`, `shopper -> store`.',
  statement: 'What, `on` and where: `tampering and elevation on store ANY /orders/**`; or the id of a threat.',
  category: 'A category: `spoofing`, `tampering`, `repudiation`, `disclosure`, `denial`, `elevation`.',
  rule: 'The id of a rule: `broken-object-level-authorization`.',
  control: 'The id of a known control: `ownership-check`.',
  attack: 'An attack technique by any of its names: `forced-browsing`.',
  owasp: 'An id of the OWASP API Security Top 10: `API1:2023`.',
  cwe: 'The number of a CWE weakness: `639`.',
  schema: 'The name of a schema: `Customer`, `store Customer`.',
  field: 'A field: `email` anywhere, `Order.email` in one schema.',
  spec: 'A path to an OpenAPI description, from this file: `./openapi.yaml`.',
  model: 'A path to another model, from this file: `./shared.threats.yaml`.',
  file: 'A path to a file, from this file.',
  evidence: 'A file, `file#text` in it, or an address: `test/orders.test.ts#mustOwn`.',
};

/** What may stand behind a key. */
export function typeInWords({ type, many }: Pick<KeyDefinition, 'type' | 'many'>): string {
  return `${valueInWords(type)}${many ? ' One, or a list.' : ''}`;
}

function valueInWords(type: ValueType): string {
  switch (type.kind) {
    case 'word':
      return type.choices.map(({ name, doc }) => `- \`${name}\`: ${ownWords(doc)}`).join('\n');
    case 'id':
      return `The id of an entry under ${type.of.map((name) => `\`${name}\``).join(' or ')}.`;
    case 'numbers':
      return [
        'Numbers with strokes between them, or a map:',
        ...type.factors.map(({ name, maximum, doc }) => `- \`${name}\` (0 to ${maximum}): ${ownWords(doc)}`),
      ].join('\n');
    case 'map':
      return ['Keys:', ...type.keys.map(({ name, doc }) => `- \`${name}\`: ${ownWords(doc)}`)].join('\n');
    default:
      return KINDS[type.kind];
  }
}
