import { load as parse } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { answerSeveral, type Fix, findingKey, fixesFor, problemsOf, rangeOf } from '../../server/src/core';
import { applyFix, type Loaded, load } from '../support/check';
import { headOf, TAIL } from './shop';

const SPEC = headOf('openapi.yaml') + TAIL;
const MODEL = '//- shop.threats.yaml\nstridewise: 1\napis: { shop: ./openapi.yaml }\n';

/** The fixes of a rule's finding, where answers are written into the description. */
function fixesOf(loaded: Loaded, rule: string, path = '/orders/{orderId}'): Fix[] {
  const { workspace, analysis } = loaded;
  const finding = analysis.apis[0]?.findings.find((one) => one.rule === rule && one.operations[0]?.path === path);
  const document = finding && workspace.get(finding.at.uri);
  const range = document && rangeOf(document, finding.at);
  if (!range || !finding) throw new Error(`No ${rule} on ${path}`);
  return fixesFor(workspace, analysis, finding.at.uri, range, { open: true, placeOf: () => 'description' }).filter(
    ({ diagnostics }) => diagnostics.includes(rule),
  );
}

function after(loaded: Loaded, fix: Fix | undefined): { text: string; loaded: Loaded } {
  if (fix === undefined) throw new Error('No such fix');
  expect(fix.refused).toBeUndefined();
  const files = applyFix(loaded, fix);
  const text = files.map((one) => `//- ${one.uri.replace('file:///workspace/', '')}\n${one.text}`).join('');
  return { text, loaded: load(text) };
}

describe('Answers into the description', () => {
  it('stand beside the operation, with nothing that is said by that', () => {
    const loaded = load(SPEC + MODEL);
    const fixes = fixesOf(loaded, 'missing-authentication');
    expect(fixes.filter(({ strategy }) => strategy).map(({ title }) => title)).toEqual([
      'Mitigate: Anyone can call it without logging in (in the description)',
      'Transfer: Anyone can call it without logging in (in the description)',
      'Avoid: Anyone can call it without logging in (in the description)',
      'Accept: Anyone can call it without logging in (in the description)',
    ]);
    const { text } = after(
      loaded,
      fixes.find(({ strategy }) => strategy === 'accept'),
    );
    expect(text).toBe(
      (SPEC + MODEL).replace(
        'gone } }\n',
        `gone } }
      x-stridewise:
        mitigations:
          missing-authentication-accept:
            strategy: accept
            title: The operation is meant for everyone (DELETE /orders/{orderId})
            covers: missing-authentication
            reason: TODO how we know that the operation is meant for everyone (DELETE /orders/{orderId})
            owner: TODO
            until: TODO
`,
      ),
    );
  });

  it.each(['reduce', 'transfer', 'avoid'])('%s counts at once', (strategy) => {
    const loaded = load(SPEC + MODEL);
    const fix = fixesOf(loaded, 'missing-authentication').find((one) => one.strategy === strategy);
    const { loaded: now } = after(loaded, fix);
    const finding = now.analysis.apis[0]?.findings.find(
      ({ rule, operations }) => rule === 'missing-authentication' && operations[0]?.path === '/orders/{orderId}',
    );
    expect(finding?.state).toBe('planned');
    expect(problemsOf(now.analysis).filter(({ code }) => code !== 'todo')).toEqual([]);
  });

  it('are written for an API that no model names too', () => {
    const loaded = load(SPEC);
    const fix = fixesOf(loaded, 'missing-authentication', '/orders').find((one) => one.strategy === 'reduce');
    const { text, loaded: now } = after(loaded, fix);
    expect(text).toContain(`      x-stridewise:
        mitigations:
          missing-authentication:
            title: `);
    const found = now.analysis.apis[0]?.findings.find(
      ({ rule, operations }) => rule === 'missing-authentication' && operations[0]?.path === '/orders',
    );
    expect(found?.answers.map(({ id }) => id)).toEqual(['missing-authentication']);
  });

  it('of a question say what does not apply', () => {
    const loaded = load(SPEC + MODEL);
    const [fix] = fixesOf(loaded, 'unanswered', '/orders');
    const { text } = after(loaded, fix);
    expect(text).toMatch(/ {6}x-stridewise:\n {8}notApplicable:\n {10}\w+: TODO\n/);
  });

  const TREE = parse((headOf('x') + TAIL).replace(/^.*\n/, ''));
  it.each([
    ['pretty', JSON.stringify(TREE, null, 2)],
    ['minified', JSON.stringify(TREE)],
    ['with tabs', JSON.stringify(TREE, null, '\t')],
  ])('are written in JSON: %s', (_, text) => {
    const loaded = load(`//- openapi.json\n${text}\n`);
    for (const strategy of ['reduce', 'transfer', 'avoid', 'accept']) {
      const fix = fixesOf(loaded, 'missing-authentication', '/orders').find((one) => one.strategy === strategy);
      const { loaded: now } = after(loaded, fix);
      const answers = now.analysis.apis[0]?.findings.flatMap((one) => one.answers) ?? [];
      expect(new Set(answers.map((one) => one.strategy))).toEqual(new Set([strategy]));
      const said = JSON.parse(now.files[0]?.text ?? '');
      expect(said.paths['/orders'].post['x-stridewise']).toHaveProperty('mitigations');
    }
  });

  it.each(['', MODEL])('of several threats stand at each operation, under names of their own', (model) => {
    const loaded = load(SPEC + model);
    const { workspace, analysis } = loaded;
    const [api] = analysis.apis;
    const named = (api?.findings ?? [])
      .filter(({ rule }) => rule !== 'unanswered')
      .map((finding) => ({ finding: findingKey(api as NonNullable<typeof api>, finding) }));
    for (const fix of answerSeveral(workspace, analysis, named, () => 'description')) {
      const { text, loaded: now } = after(loaded, fix);
      expect(text.match(/x-stridewise:/g)?.length).toBeGreaterThan(1);
      const codes = new Set(problemsOf(now.analysis).map(({ code }) => code));
      for (const code of ['shared-id', 'outside-place', 'duplicate-coverage', 'unknown-rule', 'split-statement'])
        expect(codes).not.toContain(code);
      if (fix.way === 'not-applicable') continue;
      const open = now.analysis.apis[0]?.findings.filter(
        (one) => one.rule !== 'unanswered' && one.answers.length === 0,
      );
      expect(open?.map(({ rule }) => rule)).toEqual([]);
    }
  });
});
