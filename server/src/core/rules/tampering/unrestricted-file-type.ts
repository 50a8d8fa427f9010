import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown, silent } from '../facts/evidence';
import { boundsNothing, takesAnyFile, takesFile } from '../facts/files';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const unrestrictedFileType: Rule = {
  id: 'unrestricted-file-type',
  title: 'It takes files of any kind',
  stride: ['tampering', 'elevation-of-privilege'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [434],
  capec: [1],
  asvs: ['5.1.1', '5.2.2'],
  controls: ['file-type-check'],
  dread: [7, 6, 5, 6, 5],
  dreadReasons: [
    'A page, a script or a macro in your store runs where it is opened.',
    'It works while the store hands it out again.',
    'Public tools make such files.',
    'Whoever opens the file.',
    'The operation says that it takes files.',
  ],
  impact: 'Somebody uploads a script as a picture; it runs on the server or in another customer’s browser.',
  falsePositive: 'Files are checked by content before they are stored, and handed out as downloads from another host.',
  mend: 'List the allowed media types: as keys of `content`, or as `encoding.contentType` of the part.',
  stubs: {
    reduce: 'Check the content against a list of kinds, and store under a name of your own',
    transfer: 'Let a scanning service take uploads first',
    avoid: 'Take no files',
    accept: 'Files are only ever read by the one who sent them',
  },
  when: [
    served,
    asks(takesAnyFile, 'It takes a file, and nothing says of what kind.', (operation) =>
      takesFile(operation) ? 'It says of what kind the file is.' : 'It takes no file.',
    ),
  ],
  evidence(operation, api) {
    return (boundsNothing(operation) ? shown : silent)({
      message: `${factsOf(operation).label} takes files of any kind`,
      at: operation.request?.at ?? operation.at,
      cause: 'file types',
      causeMessage: (touched) => `${count(touched)} take files of any kind`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
