/** Words of state of one stream. */
const WORDS = 4;
/** Rounds after which the words of a seed no longer show in what comes out. */
const WARM_UP = 15;

/**
 * Streams of random numbers, one for each name, laid out one behind the other. A stream depends on the seed and its own name
 * alone: what is added to a graph or taken from it leaves the numbers of all else as they were, so that two results differ
 * by what was changed and not by chance.
 *
 * The generator is sfc32 ("small fast counting", Chris Doty-Humphrey's PractRand): whole numbers of 32 bits, hence the same on
 * every machine. Its state comes from a counter through MurmurHash3's finaliser, as SplitMix does.
 */
export function seedStreams(seed: number, names: readonly string[]): Int32Array {
  const streams = new Int32Array(names.length * WORDS);
  names.forEach((name, index) => {
    const low = hash(name, seed | 0);
    const high = hash(name, Math.floor(seed / 0x1_0000_0000) ^ 0x5bd1e995);
    const at = index * WORDS;
    for (let word = 0; word < WORDS - 1; word++) streams[at + word] = mixed(low + (word + 1) * 0x9e3779b9) ^ high;
    streams[at + 3] = 1;
    for (let round = 0; round < WARM_UP; round++) nextOf(streams, index);
  });
  return streams;
}

/** The next number of a stream, 0 to 2^32 - 1. */
export function nextOf(streams: Int32Array, index: number): number {
  const at = index * WORDS;
  const a = streams[at] as number;
  const b = streams[at + 1] as number;
  const c = streams[at + 2] as number;
  const counter = streams[at + 3] as number;
  const sum = (a + b + counter) | 0;
  streams[at] = b ^ (b >>> 9);
  streams[at + 1] = (c + (c << 3)) | 0;
  streams[at + 2] = (((c << 21) | (c >>> 11)) + sum) | 0;
  streams[at + 3] = (counter + 1) | 0;
  return sum >>> 0;
}

function hash(text: string, seed: number): number {
  let state = seed ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return mixed(state);
}

function mixed(value: number): number {
  let word = value | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
