import type { Candidate } from '../item';
import type { Source } from '../source';
import { placeItems } from './places';

const KINDS = { sections: ['components', 'actors'], isFirst: () => false };

/** Who calls and who is called, in the name of a flow: behind the first an arrow comes by itself. */
export function flowNameItems(source: Source, written: string, at: number): Candidate[] {
  const items = placeItems(source, written, 0, at, KINDS).filter(
    ({ kind, label }) => label === '->' || (kind === 'reference' && !label.includes('->')),
  );
  const start = written.length - written.trimStart().length;
  if (/\s|->/.test(written.slice(start, at))) return items;
  const word = /^[^\s:]*/.exec(written.slice(at))?.[0].length ?? 0;
  if (/^\s*->/.test(written.slice(at + word)))
    return items.map((item) => ({ ...item, span: [start, at + word] as const }));
  return items.map((item) => ({ ...item, text: `${item.text} -> `, span: [start, at + word] as const, asks: true }));
}
