import { describe, expect, it } from 'vitest';
import { BASES } from './bases';
import { inDialect } from './dialect';
import { check, outcomeOf, realise, verdictOf } from './evaluate';
import { FLAWS } from './flaws';
import { FLAGGED, MISSED } from './known';
import { TWINS } from './twins';
import { VERSIONS } from './types';

describe('The planted flaws', () => {
  it('are at least fifty, each with a name of its own', () => {
    expect(FLAWS.length).toBeGreaterThanOrEqual(50);
    const ids = [...FLAWS, ...TWINS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('speak of every category and of every row of both editions', () => {
    const said = new Set(FLAWS.flatMap(({ owasp, stride }) => [...owasp, ...stride]));
    const rows = [2019, 2023].flatMap((year) => Array.from({ length: 10 }, (_, row) => `API${row + 1}:${year}`));
    expect([...'STRIDE', ...rows].filter((one) => !said.has(one))).toEqual([]);
  });
});

describe.each(VERSIONS)('In %s', (version) => {
  it.each(Object.values(BASES))('the clean $name warns of nothing', (base) => {
    expect(check(inDialect(base.spec, version), base).warnings).toEqual([]);
  });

  it.each([...FLAWS, ...TWINS])('$id changes the description', (planted) => {
    expect(realise(planted, version)).not.toEqual(inDialect(BASES[planted.base].spec, version));
  });

  it.each(FLAWS.filter(({ id }) => !MISSED.includes(id)))('$id is found', (flaw) => {
    expect(verdictOf(flaw, version)).toBe('found');
  });

  it.each(TWINS.filter(({ id }) => !FLAGGED.includes(id)))('$id stays silent', (twin) => {
    expect(outcomeOf(twin, version).warnings).toEqual([]);
  });
});

describe('What is not right yet leaves its list as soon as it is', () => {
  it('no flaw that is found in every version is listed as missed', () => {
    const found = FLAWS.filter((flaw) => VERSIONS.every((version) => verdictOf(flaw, version) === 'found'));
    expect(found.length + MISSED.length).toBe(FLAWS.length);
    expect(found.filter(({ id }) => MISSED.includes(id))).toEqual([]);
  });

  it('no twin that stays silent in every version is listed as flagged', () => {
    const silent = TWINS.filter((twin) => VERSIONS.every((version) => outcomeOf(twin, version).warnings.length === 0));
    expect(silent.length + FLAGGED.length).toBe(TWINS.length);
    expect(silent.filter(({ id }) => FLAGGED.includes(id))).toEqual([]);
  });
});
