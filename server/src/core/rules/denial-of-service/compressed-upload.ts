import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, silent } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet, words } from '../facts/words';
import type { Rule } from '../types';

const ARCHIVES = wordSet('zip gzip tar tgz rar bzip2 zstd');

export const compressedUpload: Rule = {
  id: 'compressed-upload',
  title: 'It unpacks what callers send',
  stride: ['denial-of-service', 'tampering'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [409, 22],
  capec: [126],
  asvs: ['5.2.3', '5.3.3'],
  controls: ['upload-limit', 'parser-hardening'],
  dread: [6, 7, 7, 6, 5],
  dreadReasons: [
    'A small file fills the disk or the memory; names inside lead out of the folder.',
    'It works every time.',
    'Such archives can be downloaded.',
    'Everyone who uses the service.',
    'The media type stands in the description.',
  ],
  impact: 'A file of a few kilobytes unpacks to gigabytes and stops the service.',
  falsePositive: 'The archive is stored as it is and never unpacked.',
  mend: 'Take the files one by one, or say in the description how large they may be unpacked.',
  stubs: {
    reduce: 'Stop unpacking at a fixed size, and refuse names that leave the folder',
    transfer: 'Let a separate worker with limits unpack',
    avoid: 'Take single files',
    accept: 'Archives are stored and never unpacked',
  },
  when: [
    served,
    asks(({ request }) => request?.mediaTypes.some(isArchive) === true, 'It takes an archive.', 'It takes no archive.'),
  ],
  evidence(operation, api) {
    return silent({
      message: `${factsOf(operation).label} takes an archive, and nothing says how much it may unpack to`,
      at: operation.request?.at ?? operation.at,
      cause: 'archives',
      causeMessage: (touched) => `${count(touched)} take archives, and nothing says how much they may unpack to`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function isArchive(mediaType: string): boolean {
  return anyOf(words(mediaType), ARCHIVES);
}
