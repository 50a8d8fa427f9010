import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, silent } from '../facts/evidence';
import { takesAnySize, takesFile } from '../facts/files';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const uploadWithoutLimit: Rule = {
  id: 'upload-without-limit',
  title: 'Uploads may be of any size',
  stride: ['denial-of-service'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [770],
  capec: [130],
  asvs: ['5.2.1', '5.2.4'],
  controls: ['upload-limit'],
  dread: [5, 7, 7, 6, 5],
  dreadReasons: [
    'Disks and memory fill up, and storage costs money.',
    'Every upload adds to it.',
    'Any HTTP tool.',
    'All who use the service at that time.',
    'It takes one attempt.',
  ],
  impact: 'A few large files fill the disk or the bill, and the service stops for everyone.',
  falsePositive: 'The server or the gateway refuses large bodies without the description saying so.',
  mend: 'Give the content a `maxLength` and declare a 413 response.',
  stubs: {
    reduce: 'Refuse bodies above a size, and count what one caller stores',
    transfer: 'Let a storage service take the uploads',
    avoid: 'Hand out signed upload addresses with a size limit',
    accept: 'Only trusted callers upload',
  },
  when: [
    served,
    asks(takesAnySize, 'It takes a file, and neither a length nor a 413 bounds it.', (operation) =>
      takesFile(operation) ? 'The size of the file is bounded.' : 'It takes no file.',
    ),
  ],
  evidence(operation, api) {
    return silent({
      message: `${factsOf(operation).label} takes a file of any size`,
      at: operation.request?.at ?? operation.at,
      cause: 'uploads',
      causeMessage: (touched) => `${count(touched)} take files of any size`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
