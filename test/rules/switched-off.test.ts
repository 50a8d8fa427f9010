import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/core/rules';
import { foundIn } from '../evaluation/switched-off';

const page = (id: string) => readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');

describe.each(RULES.map(({ id }) => id))('%s, switched off', (id) => {
  const on = foundIn(page(id));
  const off = foundIn(page(id), id);
  const speaks = (line: string) => line.startsWith(`${id}: `);

  it('loses the flagged example of its page: no other rule speaks under its id', () => {
    expect(on.filter(speaks)).not.toEqual([]);
    expect(off.filter(speaks)).toEqual([]);
  });

  it('takes nothing else with it', () => {
    expect(off).toEqual(on.filter((line) => !speaks(line)));
  });
});
