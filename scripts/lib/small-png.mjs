// A screenshot as a PNG of 256 colours: a third as large, and no eye sees it.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST_COLOURS = 256;
/** Bytes of a pixel, by the colour type of the file. */
const CHANNELS = { 2: 3, 6: 4 };

/** The same picture in at most 256 colours. Takes what a browser writes: eight bits, RGB or RGBA, not interlaced. */
export function smallPng(png) {
  const { width, height, colours } = decode(png);
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf(counts);
  const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestIn(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, pixel) => {
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = nearest.get(colour);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits that are numbers of a palette.
  head[8] = 8;
  head[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The size of a picture, and its colours as numbers, row by row. */
export function decode(png) {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  const size = palette === undefined ? CHANNELS[head[9]] : 1;
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((one) => one.data)));
  const bytes = unfiltered(data, width * size, height, size);
  const colours = Array.from({ length: width * height }, (_, pixel) =>
    palette === undefined ? bytes.readUIntBE(pixel * size, 3) : palette.readUIntBE(bytes[pixel] * 3, 3),
  );
  return { width, height, colours };
}

function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** The rows without what each was written relative to. */
function unfiltered(data, length, height, size) {
  const bytes = Buffer.alloc(length * height);
  for (let row = 0; row < height; row++) {
    const guess = GUESSES[data[row * (length + 1)]];
    for (let index = 0; index < length; index++) {
      const at = row * length + index;
      const left = index < size ? 0 : bytes[at - size];
      const above = bytes[at - length] ?? 0;
      const corner = index < size ? 0 : (bytes[at - length - size] ?? 0);
      bytes[at] = data[row * (length + 1) + 1 + index] + guess(left, above, corner);
    }
  }
  return bytes;
}

/** What a byte is written relative to, by the filter of its row. */
const GUESSES = [() => 0, (left) => left, (_, above) => above, (left, above) => (left + above) >> 1, paeth];

function paeth(left, above, corner) {
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** Cuts the box of colours that differ most until there are enough; each box is its mean. What is rare still keeps a place. */
function paletteOf(counts) {
  const points = [...counts].map(([colour, count]) => ({ parts: partsOf(colour), count, weight: Math.sqrt(count) }));
  const boxes = [measured(points)];
  while (boxes.length < MOST_COLOURS) {
    const widest = boxes.reduce((best, box) => (box.spread > best.spread ? box : best));
    if (widest.spread === 0) break;
    boxes.splice(boxes.indexOf(widest), 1, ...halvesOf(widest).map(measured));
  }
  return boxes.map(({ points: inside }) => {
    const total = inside.reduce((sum, { count }) => sum + count, 0);
    return [0, 1, 2].reduce((colour, channel) => {
      const sum = inside.reduce((all, { parts, count }) => all + parts[channel] * count, 0);
      return colour * 256 + Math.round(sum / total);
    }, 0);
  });
}

/** A box with the channel in which its colours differ most. */
function measured(points) {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const channels = [0, 1, 2].map((channel) => {
    const mean = points.reduce((sum, { parts, weight }) => sum + parts[channel] * weight, 0) / total;
    const spread = points.reduce((sum, { parts, weight }) => sum + weight * (parts[channel] - mean) ** 2, 0);
    return { points, channel, mean, spread };
  });
  return channels.reduce((best, one) => (one.spread > best.spread ? one : best));
}

function halvesOf({ points, channel, mean }) {
  return [points.filter(({ parts }) => parts[channel] <= mean), points.filter(({ parts }) => parts[channel] > mean)];
}

function nearestIn(palette, colour) {
  const own = partsOf(colour);
  const distances = palette.map((one) => partsOf(one).reduce((sum, part, index) => sum + (part - own[index]) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function partsOf(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

/** CRC-32 as PNG has it; Node's own is younger than the oldest Node that we run on. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
