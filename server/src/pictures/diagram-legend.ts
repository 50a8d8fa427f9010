import type { Diagram } from '../protocol';
import { badge, LEVELS } from './levels';
import type { Markup } from './markup';
import { box, group, path, text } from './shapes';

/** What the lines mean that a diagram has. */
export function legendOf({ zones, edges, nodes }: Diagram, y: number): Markup {
  const worst = LEVELS.find((level) => nodes.some((node) => node.level === level));
  const entries = [
    zones.length === 0
      ? null
      : entry('trust boundary', (x) => box({ x, y: y - 7, width: 26, height: 14 }, 'sw-zone', 4)),
    edges.some(({ crosses, clear }) => crosses && !clear) ? line('crosses it', 'sw-crosses', y) : null,
    edges.some(({ clear }) => clear) ? line('in clear text', 'sw-clear', y) : null,
    [...nodes, ...edges].some(({ guessed }) => guessed)
      ? entry('guessed', (x) => box({ x, y: y - 7, width: 26, height: 14 }, 'sw-node sw-guessed', 4))
      : null,
    worst === undefined ? null : entry('the worst level of its open threats', (x) => badge(worst, null, x + 26, y - 9)),
  ].filter((one) => one !== null);
  let x = 28;
  return group(
    entries.flatMap(({ words, sign }) => {
      const at = x;
      x += 34 + words.length * 6 + 24;
      return [sign(at), text(at + 34, y + 4, words, 'sw-small sw-muted')];
    }),
  );
}

interface Entry {
  readonly words: string;
  readonly sign: (x: number) => Markup;
}

function entry(words: string, sign: (x: number) => Markup): Entry {
  return { words, sign };
}

function line(words: string, look: string, y: number): Entry {
  return entry(words, (x) => path(`M${x} ${y}h26`, `sw-edge ${look}`));
}
