import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyse,
  diagnosticsFor,
  firstModels,
  nameOf,
  openDocument,
  Workspace,
} from '../../server/src/core/index';
import { TODAY } from '../support/check';
import { merged } from './merge';

const SPEC = 'file:///shop/openapi.yaml';
const NAME = 'openapi.threats.yaml';
const MODEL = `file:///shop/${NAME}`;
const spec = openDocument(SPEC, readFileSync('examples/shop/openapi.yaml', 'utf8'), 'spec');

/** What the page does and says, in its order. */
type Part = { readonly kind: 'block'; readonly replaces: boolean; readonly text: string } | Claim;

/** `- warning, high, on `GET /orders`: ... (`rule`)`, perhaps `from` a day on; `in` the model for a problem there. */
interface Claim {
  readonly kind: 'claim';
  readonly line: string;
  readonly day: string;
  readonly state: string;
  /** The finding's level; empty where the line names none. */
  readonly level: string;
  readonly place: string;
  readonly rule: string;
}

interface Step {
  readonly title: string;
  readonly parts: readonly Part[];
}

const CLAIM =
  /^- (?:from (\d{4}-\d\d-\d\d): )?(error|warning|information|answered)(?:, (\w+),)? (?:on|in) `([^`]+)`: .*\(`([\w-]+)`\)/;

function stepsIn(page: string): readonly Step[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ title: section.slice(0, section.indexOf('\n')), parts: partsIn(section) }));
}

function partsIn(section: string): readonly Part[] {
  const found = section.matchAll(/^```yaml( replaces)?\n([\s\S]*?)^```$|^- .*(?:\n {2}.*)*/gm);
  return [...found].flatMap(([text, replaces, block]): Part[] => {
    if (block !== undefined) return [{ kind: 'block', replaces: replaces !== undefined, text: block }];
    const line = text.replace(/\s+/g, ' ');
    const [, day = TODAY, state, level = '', place, rule] = CLAIM.exec(line) ?? [];
    if (state === undefined || place === undefined || rule === undefined) return [];
    return [{ kind: 'claim', line, day, state, level, place, rule }];
  });
}

function analysed(model: string, today: string): { workspace: Workspace; analysis: Analysis } {
  const workspace = Workspace.empty.withAll([spec, openDocument(MODEL, model, 'model')]);
  return { workspace, analysis: analyse(workspace, { today, relative: (uri) => uri.replace('file:///shop/', '') }) };
}

function check(model: string, { day, state, level, place, rule, line }: Claim): void {
  const { workspace, analysis } = analysed(model, day);
  if (place === NAME) {
    const told = diagnosticsFor(workspace, analysis, MODEL, { open: true });
    expect(
      told.map(({ severity, code }) => `${severity} ${code}`),
      line,
    ).toContain(`${state} ${rule}`);
    return;
  }
  const found = analysis.apis
    .flatMap(({ findings }) => findings)
    .filter((one) => one.rule === rule && one.operations.some((operation) => nameOf(operation) === place))
    .map(({ severity, risk }) => ({ state: severity === 'hint' ? 'answered' : severity, level: risk.level }));
  expect(found, line).toEqual(found.map((one) => ({ state, level: level === '' ? one.level : level })));
  expect(found.length, line).toBeGreaterThan(0);
}

function problemsOf(model: string) {
  const { workspace, analysis } = analysed(model, TODAY);
  const problems = [...analysis.models.flatMap((one) => one.problems), ...analysis.problems];
  expect(problems.length).toBe(diagnosticsFor(workspace, analysis, MODEL, { open: true }).length);
  return problems.map(({ severity, code, message }) => ({ severity, code, message }));
}

const steps = stepsIn(readFileSync('docs/tutorial.md', 'utf8'));

describe('The tutorial', () => {
  it('takes the eight steps of a threat model', () => {
    expect(steps.map(({ title }) => title)).toEqual([
      '1. Know the API',
      '2. Set goals',
      '3. Find the data',
      '4. Draw the flows',
      '5. Find the threats',
      '6. Rank them',
      '7. Treat them',
      '8. Keep it alive',
    ]);
  });

  let model = '';
  it.each(steps)('$title: what it adds reads without a problem, and what it says is found', ({ parts }) => {
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) {
      if (part.kind === 'claim') check(model, part);
      else model = model === '' ? part.text : merged(model, part.text, part.replaces);
    }
    expect(problemsOf(model).filter(({ severity }) => severity !== 'information')).toEqual([]);
  });

  it('ends with a model that has no problem at all, and with nothing above the line', () => {
    expect(problemsOf(model)).toEqual([]);
    const { apis } = analysed(model, TODAY).analysis;
    const findings = apis.flatMap((api) => api.findings);
    expect(findings.filter(({ severity }) => severity === 'warning' || severity === 'error')).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('begins with what `stridewise init` writes', () => {
    const { analysis } = { analysis: analyse(Workspace.empty.with(spec), { today: TODAY }) };
    const [first] = firstModels(analysis).models;
    const [block] = steps[0]?.parts ?? [];
    expect(block).toEqual({ kind: 'block', replaces: false, text: first?.text });
  });

  it('says of every step but the first what is found then', () => {
    const silent = steps.filter(({ parts }) => !parts.some(({ kind }) => kind === 'claim')).map(({ title }) => title);
    expect(silent).toEqual([]);
  });
});
