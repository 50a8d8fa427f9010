import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_STATE, isPageState } from '../../client/webview/page-state';
import { isFromPage, isToPage, type ToPage } from '../../server/src/protocol';
import { sample, simulation } from './sample';

const TO_PAGE: readonly ToPage[] = [
  { type: 'overview', overview: sample() },
  { type: 'notice', notice: 'searching' },
  { type: 'progress', done: 0.5 },
  { type: 'simulation', simulation: simulation() },
  { type: 'stopped', why: 'cancelled' },
  { type: 'outdated' },
];

const FROM_PAGE = [
  { type: 'ready' },
  { type: 'reveal', uri: 'file:///a.yaml', line: 3, character: 0 },
  { type: 'explain', key: 'k' },
  { type: 'simulate' },
  { type: 'cancel' },
  { type: 'save', name: 'coverage', format: 'png', bytes: new Uint8Array(3) },
  { type: 'log', message: 'a' },
];

/** The ways to every value in a message. */
function waysIn(value: unknown, way: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return [[...way]];
  return [[...way], ...Object.entries(value).flatMap(([key, inner]) => waysIn(inner, [...way, key]))];
}

/** A copy in which one value is something that nothing of ours is. */
function spoiled(message: object, way: readonly string[]): unknown {
  const copy = structuredClone(message) as Record<string, unknown>;
  const last = way.at(-1) ?? '';
  const holder = way.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as never, copy);
  holder[last] = () => 'spoiled';
  return copy;
}

describe('what the page is told and tells', () => {
  it.each([...TO_PAGE])('takes $type', (message) => expect(isToPage(message)).toBe(true));
  it.each(FROM_PAGE)('takes $type from the page', (message) => expect(isFromPage(message)).toBe(true));

  it('is dropped where any value of it is not what it should be', () => {
    for (const [messages, guard] of [
      [TO_PAGE, isToPage],
      [FROM_PAGE, isFromPage],
    ] as const) {
      for (const message of messages) {
        for (const way of waysIn(message).filter(({ length }) => length > 0)) {
          expect(guard(spoiled(message, way)), `${message.type}: ${way.join('.')}`).toBe(false);
        }
      }
    }
  });

  it('is dropped where a number is none, or infinite', () => {
    expect(isToPage({ type: 'progress', done: Number.NaN })).toBe(false);
    expect(isFromPage({ type: 'reveal', uri: 'a', line: Number.POSITIVE_INFINITY, character: 0 })).toBe(false);
  });

  it('may be anything at all without a guard throwing', () => {
    fc.assert(fc.property(fc.anything(), (value) => !isToPage(value) && !isFromPage(value) && !isPageState(value)));
  });
});

describe('what the page keeps', () => {
  it('is taken back as it was', () => expect(isPageState(structuredClone(FIRST_STATE))).toBe(true));

  it('counts for nothing where it is of another make', () => {
    for (const key of Object.keys(FIRST_STATE)) {
      expect(isPageState({ ...FIRST_STATE, [key]: undefined }), key).toBe(false);
    }
  });
});
