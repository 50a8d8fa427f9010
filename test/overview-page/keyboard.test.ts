import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridMove } from '../../client/webview/keyboard/grid-moves';
import { fit, pan, viewMove, zoom } from '../../client/webview/keyboard/view-moves';

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];

const size = (lengths: readonly number[]) => ({ rows: lengths.length, lengthOf: (row: number) => lengths[row] ?? 0 });

/** A walk of keys from the first cell, as `row column`. */
function walk(lengths: readonly number[], keys: readonly string[]): string {
  let at = { row: 0, column: 0 };
  for (const word of keys) {
    const ctrlKey = word.startsWith('Ctrl+');
    at = gridMove({ key: word.replace('Ctrl+', ''), ctrlKey }, at, size(lengths)) ?? at;
  }
  return `${at.row} ${at.column}`;
}

describe('moving in a grid', () => {
  it.each([
    [['ArrowRight', 'ArrowDown'], '1 1'],
    [['ArrowLeft', 'ArrowUp'], '0 0'],
    [['End', 'ArrowRight'], '0 4'],
    [['Ctrl+End'], '2 4'],
    [['Ctrl+End', 'Ctrl+Home'], '0 0'],
    [['PageDown', 'Home'], '2 0'],
    [['End', 'PageDown', 'PageUp'], '0 4'],
  ])('%j leads to %s', (keys, place) => expect(walk([5, 5, 5], keys)).toBe(place));

  it('leaves other keys alone', () => {
    expect(gridMove({ key: 'a', ctrlKey: false }, { row: 0, column: 0 }, size([3]))).toBeNull();
    expect(gridMove({ key: 'Tab', ctrlKey: false }, { row: 0, column: 0 }, size([3]))).toBeNull();
  });

  it('comes back to the column that was chosen, behind a row that is too short for it', () => {
    const short = gridMove({ key: 'ArrowDown', ctrlKey: false }, { row: 0, column: 4 }, size([5, 1, 5]), 4);
    expect(short).toEqual({ row: 1, column: 0 });
    expect(gridMove({ key: 'ArrowDown', ctrlKey: false }, { row: 1, column: 0 }, size([5, 1, 5]), 4)).toEqual({
      row: 2,
      column: 4,
    });
  });

  it('never leaves the grid', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 30 });
    const keys = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(lengths, keys, (rows, pressed) => {
        let at = { row: 0, column: 0 };
        for (const [key, ctrlKey] of pressed) {
          at = gridMove({ key, ctrlKey }, at, size(rows)) ?? at;
          const length = rows[at.row] ?? 0;
          if (at.column < 0 || at.column >= length) return false;
        }
        return true;
      }),
    );
  });
});

const PICTURE = { width: 1000, height: 400 };
const FRAME = { width: 500, height: 500 };

describe('moving the diagram', () => {
  it('fits all of it in, in the middle', () => {
    expect(fit(PICTURE, FRAME)).toEqual({ scale: 0.5, x: 0, y: -300 });
    expect(fit({ width: 100, height: 100 }, FRAME)).toEqual({ scale: 1, x: -200, y: -200 });
  });

  it('zooms around a point, which stays where it is', () => {
    const scales = fc.double({ min: 0.2, max: 3, noNaN: true });
    const place = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(scales, place, place, place, (scale, x, y, at) => {
        const point = { x: at, y: at / 2 };
        const near = zoom({ scale, x, y }, 1.25, point);
        const before = x + point.x / scale;
        return Math.abs(near.x + point.x / near.scale - before) < 1e-6;
      }),
    );
  });

  it('keeps something of the picture in view, however far one goes', () => {
    let view = fit(PICTURE, FRAME);
    for (let count = 0; count < 100; count++) view = viewMove('ArrowRight', view, PICTURE, FRAME) ?? view;
    expect(view.x).toBeLessThan(PICTURE.width);
    view = pan(view, -1e6, -1e6, PICTURE, FRAME);
    expect(view.x + FRAME.width / view.scale).toBeGreaterThan(0);
  });

  it('knows its keys and no others', () => {
    const view = { scale: 1, x: 10, y: 10 };
    const moved = Object.fromEntries(
      ['ArrowLeft', 'ArrowDown', '+', '-', '0', 'x', 'Tab'].map((key) => [key, viewMove(key, view, PICTURE, FRAME)]),
    );
    expect(moved).toMatchObject({
      ArrowLeft: { x: -50, y: 10 },
      ArrowDown: { x: 10, y: 70 },
      '+': { scale: 1.25 },
      '-': { scale: 0.8 },
      '0': { scale: 0.5 },
      x: null,
      Tab: null,
    });
  });
});
