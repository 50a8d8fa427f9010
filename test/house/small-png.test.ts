import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly number[];
}
let smallPng: (png: Buffer) => Buffer;
let decode: (png: Buffer) => Picture;

beforeAll(async () => {
  ({ smallPng, decode } = await import(pathToFileURL(resolve('scripts/lib/small-png.mjs')).href));
});

/** A PNG of RGB with one colour for each pixel, its rows written without a filter. */
function pngOf(width: number, height: number, colourAt: (pixel: number) => number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const row = Math.floor(pixel / width);
    rows.writeUIntBE(colourAt(pixel), row * (width * 3 + 1) + 1 + (pixel % width) * 3, 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture of few colours stays as it is', () => {
  const png = pngOf(20, 10, (pixel) => pixel * 5000);
  expect(decode(smallPng(png))).toEqual(decode(png));
});

test('one of many keeps near to them, in 256', () => {
  const png = pngOf(64, 64, (pixel) => (pixel % 64) * 4 * 65536 + Math.floor(pixel / 64) * 4 * 256 + 128);
  const small = decode(smallPng(png));
  expect(new Set(small.colours).size).toBeLessThanOrEqual(256);
  const far = decode(png).colours.filter((colour, pixel) => {
    const other = small.colours[pixel] ?? 0;
    return [16, 8, 0].some((shift) => Math.abs(((colour >> shift) & 255) - ((other >> shift) & 255)) > 24);
  });
  expect(far).toEqual([]);
});

const shown = [...readFileSync('README.md', 'utf8').matchAll(/!\[(.*?)\]\((media\/[^)]+)\)/g)];

test('the readme shows each screenshot, in words too', () => {
  expect(shown.map(([, , path]) => path).sort()).toEqual(
    readdirSync('media/screenshots').map((name) => `media/screenshots/${name}`),
  );
  for (const [, words = '', path] of shown) expect(words.length, path).toBeGreaterThan(60);
});

test.each(shown.map(([, , path = '']) => path))('a screenshot of the readme is small: %s', (path) => {
  const png = readFileSync(path);
  expect(png.length).toBeLessThan(200_000);
  expect(new Set(decode(png).colours).size).toBeLessThanOrEqual(256);
});
