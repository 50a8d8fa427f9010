import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  assess,
  badgeOf,
  changeDocument,
  type Finding,
  hoverFor,
  rangeOf,
  riskTree,
  textOf,
} from '../../server/src/core/index';
import { LEVELS } from '../../server/src/core/model/schema/common';
import { load, TODAY } from '../support/check';
import { findingsOf } from '../support/findings-of';

const SPEC = `
//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
    get: { responses: { "200": { description: One } } }
  /notes:
    post: { security: [], responses: { "204": { description: Written } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
const MODEL = '//- shop.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n';
const BOLA = 'broken-object-level-authorization';

const loaded = (rest: string) => load(`${SPEC}${MODEL}${rest}`);
const found = (rest: string, rule = BOLA): Finding =>
  findingsOf(loaded(rest)).find((one) => one.rule === rule || one.threat?.id === rule) ?? expect.fail(rule);

const threat = (numbers: string) => `threats: { t: { title: T, affects: shop, stride: denial, ${numbers} } }`;

/** `code <text at its place>` of each problem of the model. */
function problemsIn(rest: string): string[] {
  const { analysis } = loaded(rest);
  return (analysis.models[0]?.problems ?? []).map(
    ({ code, at }) => `${code} <${at.block.text.slice(at.start, at.end)}>`,
  );
}

/** Two threats whose figures disagree about which is worse. */
const TWO = `threats:
  loud:
    { title: Loud, affects: shop POST /notes, stride: denial, dread: 9/9/9/9/9, pasta: 0.1/0.1/1, owaspRating: { likelihood: note, impact: note } }
  quiet:
    { title: Quiet, affects: shop POST /notes, stride: denial, dread: 1/1/1/1/1, pasta: 1/1/10, owaspRating: { likelihood: critical, impact: critical } }
`;

describe('a vector that does not read', () => {
  it.each([
    ['risk: { bands: 3/6/11 }', 'critical in `bands` is a number from 0 to 10, not `11`, so 4/7/9 holds'],
    [
      'risk: { bands: 3/6 }',
      '`bands` takes 3 numbers between strokes (medium, high and critical), and here are 2, so 4/7/9 holds',
    ],
    [
      threat('dread: 8/9/x/8/6'),
      'exploitability in `dread` is a number from 0 to 10, not `x`, so what is derived holds',
    ],
    [
      threat('pasta: 0.5'),
      '`pasta` takes 3 numbers between strokes (threat, vulnerability and impact), and here is one, so what is derived holds',
    ],
    [threat('pasta: { threat: 70% }'), '`threat` is a number from 0 to 1, not `70%`'],
  ])('%s says what is wrong with it and what holds', (rest, message) => {
    const { analysis } = loaded(`${rest}\n`);
    expect(analysis.models[0]?.problems.map((problem) => problem.message)).toContain(message);
  });
});

describe('risk.method', () => {
  it.each([
    ['dread', ['loud', 'quiet'], 'critical error', 'low information'],
    ['owaspRating', ['quiet', 'loud'], 'note information', 'critical error'],
    ['pasta', ['quiet', 'loud'], 'low information', 'critical error'],
  ])('%s ranks: order, levels, severities, tree and badge', (method, order, loud, quiet) => {
    const { analysis } = loaded(`risk: { method: ${method} }\n${TWO}`);
    const threats = analysis.apis[0]?.findings.filter(({ threat }) => threat !== null) ?? [];
    expect(threats.map(({ threat }) => threat?.id)).toEqual(order);
    const told = (id: string) => {
      const one = threats.find(({ threat }) => threat?.id === id);
      return `${one?.risk.level} ${one?.severity}`;
    };
    expect([told('loud'), told('quiet')]).toEqual([loud, quiet]);
    expect(threats.every(({ risk }) => risk.method === method)).toBe(true);
    const groups = riskTree(analysis, { groupBy: 'risk', filter: '' });
    expect(groups[0]?.label).toBe('Critical');
    expect(groups[0]?.children.map(({ label }) => label)).toEqual([order[0] === 'loud' ? 'Loud' : 'Quiet']);
    expect(badgeOf(analysis)).toBeGreaterThan(0);
  });

  it('of an included file holds where the model names none', () => {
    const shared = '//- shared.threats.yaml\nstridewise: 1\nrisk: { method: pasta, bands: 1/2/3 }\n';
    const first = (own: string) => {
      const { analysis } = load(`${SPEC}${MODEL}include: ./shared.threats.yaml\n${own}${TWO}${shared}`);
      return analysis.apis[0]?.findings.find(({ threat }) => threat !== null)?.threat?.id;
    };
    expect(first('')).toBe('quiet');
    expect(first('risk: { method: dread }\n')).toBe('loud');
  });

  it('is shown beside the others in a hover', () => {
    const { workspace, analysis } = loaded('risk: { method: pasta }\n');
    const { at } = findingsOf({ analysis }).find(({ rule }) => rule === BOLA) ?? expect.fail();
    const { start } = rangeOf(workspace.get(at.uri) ?? expect.fail(), at) ?? expect.fail();
    const markdown = hoverFor(workspace, analysis, at.uri, start)?.markdown ?? '';
    expect(markdown).toMatch(/^Risk: \w+, [\d.]+ of 10, by PASTA-style\./m);
    expect(markdown).toMatch(/^\| DREAD \|.*\n\| OWASP Risk Rating \|.*\n\| \*\*PASTA-style\*\* \\\(ranks\\\) \|/m);
    expect(markdown).toContain('**DREAD**\n- damage 5: Other people’s objects are read, changed or deleted\\.');
    expect(markdown).toContain('\n- opportunity 7, size 6: Whoever has an account');
    expect(markdown).toMatch(/\*\*PASTA-style\*\*\n- threat 0\.5: /);
  });
});

describe('risk.bands', () => {
  it('say where levels begin, all or some of them', () => {
    const level = (bands: string) => found(`risk: { bands: ${bands} }\n`).risk.level;
    const score = found('').risk.residual;
    expect(score).toBeGreaterThan(4);
    expect(score).toBeLessThan(7);
    expect([level('4/7/9'), level(`${score}/7/9`), level('1/2/9'), level('1/2/3'), level('8/9/10')]).toEqual([
      'medium',
      'medium',
      'high',
      'critical',
      'low',
    ]);
    expect(level('{ high: 5 }')).toBe('high');
  });

  it('are held against PASTA’s product as cubes', () => {
    const level = (pasta: string) =>
      found(`risk: { method: pasta }\n${TWO.replace('0.1/0.1/1', pasta)}`, 'loud').risk.level;
    expect(['0.39/0.39/3.9', '0.4/0.4/4', '0.7/0.7/7', '0.9/0.9/9', '0/1/10'].map(level)).toEqual([
      'low',
      'medium',
      'high',
      'critical',
      'note',
    ]);
  });

  it('move no order between APIs: the rank has the bands of CVSS whatever they are', () => {
    const { risk } = found('risk: { bands: 1/2/3 }\n');
    expect(risk.level).toBe('critical');
    expect(risk.rank).toBeGreaterThanOrEqual(9);
    expect(found('').risk.rank).toBe(found('').risk.residual);
  });

  it.each([
    ['7/4/9', 'bands-out-of-order <7/4/9>'],
    ['4/4/9', 'bands-out-of-order <4/4/9>'],
    ['0/4/9', 'bands-out-of-order <0/4/9>'],
    ['{ medium: 8 }', 'bands-out-of-order <{ medium: 8>'],
    ['4/7/11', 'malformed-vector <4/7/11>'],
    ['4/7', 'malformed-vector <4/7>'],
    ['{ critical: -1 }', 'malformed-vector <-1>'],
    ['high', 'malformed-vector <high>'],
  ])('%s are a problem at their place, and the usual ones hold', (bands, problem) => {
    expect(problemsIn(`risk: { bands: ${bands} }\n`)).toEqual([problem]);
    expect(found(`risk: { bands: ${bands} }\n`).risk).toEqual(found('').risk);
  });
});

const ROWS = ['[high, high, high, high, high]', ...Array(4).fill('[low, low, low, low, low]')];
const matrix = (rows: readonly string[]) => `risk: { method: owaspRating, matrix: [${rows.join(', ')}] }\n`;

describe('risk.matrix', () => {
  it('gives the level of the OWASP rating, and the figure lies where it does', () => {
    const level = (impact: string) => {
      const words = `owaspRating: { likelihood: low, impact: ${impact} }`;
      return found(`${matrix(ROWS)}${TWO.replace('owaspRating: { likelihood: note, impact: note }', words)}`, 'loud')
        .risk;
    };
    expect(level('critical')).toMatchObject({ level: 'high' });
    expect(level('critical').residual).toBeGreaterThanOrEqual(7);
    expect(level('high')).toMatchObject({ level: 'low' });
  });

  it.each([
    [ROWS.slice(1), `malformed-matrix <[${ROWS.slice(1).join(', ')}]>`],
    [[...ROWS.slice(0, 4), '[low, low]'], 'malformed-matrix <[low, low]>'],
    [[...ROWS.slice(0, 4), '[low, low, lwo, low, low]'], 'malformed-matrix <lwo>'],
    [[...ROWS.slice(0, 4), 'low'], 'malformed-matrix <low>'],
    [['[high, medium, high, high, high]', ...ROWS.slice(1)], 'matrix-out-of-order <medium>'],
    [[...ROWS.slice(1), ROWS[0] ?? ''], 'matrix-out-of-order <low>'],
  ])('%j is a problem at its place, and the method’s own holds', (rows, problem) => {
    expect(problemsIn(matrix(rows))).toEqual([problem]);
    expect(found(matrix(rows)).risk).toEqual(found('risk: { method: owaspRating }\n').risk);
  });
});

const levels = fc.constantFrom('note', 'low', 'medium', 'high', 'critical', 'lwo', '', '[]');
const rows = fc.oneof(
  fc.array(fc.array(levels, { minLength: 4, maxLength: 6 }), { minLength: 4, maxLength: 6 }),
  fc.constantFrom('low', 'high').map((level) => Array.from({ length: 5 }, () => Array<string>(5).fill(level))),
);
const numbers = fc.array(fc.constantFrom('0', '1', '4', '7', '9', '10', '11', 'x'), { minLength: 2, maxLength: 4 });

it('Whatever stands there, the settings are in order, or a problem says why the usual ones hold', () => {
  fc.assert(
    fc.property(rows, numbers, (cells, bounds) => {
      const text = cells.map((row) => `[${row.map((cell) => cell || "''").join(', ')}]`).join(', ');
      const { analysis } = loaded(`risk: { matrix: [${text}], bands: ${bounds.join('/')} }\n`);
      const [model] = analysis.models;
      const { bands, matrix: read } = model?.risk ?? expect.fail();
      const codes = (model?.problems ?? []).map(({ code }) => code).join(' ');
      expect(read === null).toBe(/matrix/.test(codes));
      expect(0 < bands.medium && bands.medium < bands.high && bands.high < bands.critical).toBe(true);
      expect(Object.values(bands).join('/') === bounds.join('/')).toBe(!/vector|bands/.test(codes) || isUsual(bounds));
      for (const row of read ?? []) expect(row).toEqual([...row].sort((a, b) => LEVELS.indexOf(a) - LEVELS.indexOf(b)));
    }),
    { numRuns: 200 },
  );
});

const isUsual = (bounds: readonly string[]) => bounds.join('/') === '4/7/9';

describe('risk.discoverability', () => {
  it('fixed counts it as 10, whatever the rule, the operation or the threat say', () => {
    const last = (rest: string, rule?: string) =>
      assess(found(rest, rule).basis ?? expect.fail()).methods[0]?.factors[4]?.value;
    expect(last(`risk: { discoverability: fixed }\n`)).toBe(10);
    expect(last(`risk: { discoverability: derived }\n`)).toBe(last(''));
    expect(last(`risk: { discoverability: fixed }\n${TWO}`, 'quiet')).toBe(10);
    expect(problemsIn('risk: { discoverability: fixd }\n')).toEqual(['unknown-word <fixd>']);
  });
});

describe('The level that a model gives to a rule', () => {
  const answered = (level: string, status: string) =>
    `rules: { ${BOLA}: { level: ${level}, reason: Health data } }\n${
      status === ''
        ? ''
        : `mitigations:\n  own: { title: Own, control: ownership-check, covers: shop, status: ${status}, evidence: openapi.yaml }\n`
    }`;

  it.each(['note', 'low', 'medium', 'high', 'critical'])('%s is the one before any answer', (level) => {
    expect(found(answered(level, '')).risk.level).toBe(level);
    expect(assess(found(answered(level, '')).basis ?? expect.fail()).methods.map((one) => one.inherentLevel)[0]).toBe(
      level,
    );
  });

  it('falls with what answers it, so that it does not stay above the line for ever', () => {
    expect(found(answered('critical', '')).risk).toMatchObject({ inherent: 9, residual: 9, level: 'critical' });
    const half = found(answered('critical', 'implemented'));
    expect([half.risk.residual, half.risk.level, half.severity]).toEqual([4.5, 'medium', 'information']);
    const verified = found(answered('critical', 'verified'));
    expect([verified.risk.residual, verified.risk.level, verified.severity]).toEqual([1.8, 'low', 'hint']);
  });

  it('is that of the method that ranks; the others are shown as they are', () => {
    const { methods, level } = assess(found(answered('critical', '')).basis ?? expect.fail());
    expect(level).toBe('critical');
    expect(methods.map((one) => one.inherent).slice(1)).toEqual(
      assess(found('').basis ?? expect.fail())
        .methods.map((one) => one.inherent)
        .slice(1),
    );
  });

  it.each(['owaspRating', 'pasta'])('holds by %s too', (method) => {
    const { risk } = found(`risk: { method: ${method} }\n${answered('critical', '')}`);
    expect(risk.level).toBe('critical');
    const reduced = found(`risk: { method: ${method} }\n${answered('critical', 'verified')}`);
    expect(reduced.risk.residual).toBeLessThan(risk.residual);
    expect(reduced.risk.level).not.toBe('critical');
  });
});

it('An edit of another entry moves no figure; one of a digit only those of the operation that it touches', () => {
  const { workspace, analysis } = loaded(`risk: { method: owaspRating }\n${TWO}`);
  const document = workspace.get('file:///workspace/shop.threats.yaml') ?? expect.fail();
  const options = { today: TODAY, relative: (uri: string) => uri.replace('file:///workspace/', '') };
  const edited = (from: string, to: string) => {
    const text = textOf(document).replace(from, to);
    const lines = text.split('\n');
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length + 5, character: 0 } };
    return analyse(workspace.with(changeDocument(document, [{ range: whole, text }])), options).apis[0];
  };
  const before = new Set(analysis.apis[0]?.findings);
  const kept = (after = edited('', '')) =>
    (after?.findings ?? []).filter((one) => !before.has(one)).map(({ title }) => title);
  expect(kept(edited('title: Shop', 'title: Store'))).toEqual([]);
  const moved = kept(edited('pasta: 1/1/10', 'pasta: 1/1/9'));
  expect(moved).toContain('Quiet');
  expect(moved).not.toContain(found('').title);
});
