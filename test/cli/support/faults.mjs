// Loaded before the command line (`node --import`): lets one thing go wrong when it writes a file, as STRIDEWISE_FAULT says.
import fs from 'node:fs';

const real = { ...fs };
const [fault, other] = (process.env.STRIDEWISE_FAULT ?? '').split(' ');

function fail(code) {
  throw Object.assign(new Error(`${code}: as the test wants it`), { code });
}

function die() {
  process.kill(process.pid, 'SIGKILL');
  // Nothing of ours runs any more once the signal is there.
  for (;;);
}

const half = (content) => {
  const bytes = Buffer.from(content);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

/** Each fault replaces functions of node:fs; only files that are written are opened by a descriptor that is written to. */
const faults = {
  /** The disk is full in the middle of the content. */
  full: {
    writeFileSync(file, content) {
      real.writeFileSync(file, half(content));
      fail('ENOSPC');
    },
    writeSync: () => fail('ENOSPC'),
  },
  /** The disk says only in the end that it did not take the content. */
  broken: { fsyncSync: () => fail('EIO') },
  killed: {
    writeFileSync(file, content) {
      real.writeFileSync(file, half(content));
      die();
    },
  },
  killedLate: { renameSync: die, linkSync: die },
  /** Somebody else writes the file `other` while we write ours. */
  meanwhile: {
    fsyncSync(file) {
      real.fsyncSync(file);
      real.appendFileSync(other, '# theirs\n');
    },
  },
  /** The folder takes no new file. */
  closed: {
    openSync: (file, flags, ...rest) => (flags === 'wx' ? fail('EACCES') : real.openSync(file, flags, ...rest)),
  },
  /** Something else holds the file in its place, as a container does. */
  held: { renameSync: () => fail('EBUSY') },
  /** A file system without hard links. */
  unlinked: { linkSync: () => fail('EPERM') },
};
faults.closedAndFull = { ...faults.closed, writeSync: faults.full.writeSync };

Object.assign(fs, faults[fault]);
