import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  explainControlStates,
  explainCure,
  explainFigures,
  explainReasons,
  explainRule,
  explainStanding,
  nameOf,
  RULES,
  type RuleExplanation,
  ruleById,
} from '../../server/src/core/index';
import { type Loaded, load } from '../support/check';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders/{orderId}:
    get:
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string, format: uuid } }]
      responses: { "200": { description: ok } }
  /pets:
    delete:
      security: []
      responses: { "204": { description: gone } }
`;
const MODEL = `//- shop.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
`;

function explain(loaded: Loaded, operation: string, rule: string): RuleExplanation {
  const [api] = loaded.analysis.apis;
  const found = api?.description.operations.find((candidate) => nameOf(candidate) === operation);
  const wanted = ruleById(rule);
  if (api === undefined || found === undefined || wanted === undefined) throw new Error(`No ${operation} or ${rule}`);
  return explainRule(loaded.analysis, api, found, wanted);
}

describe('An explanation', () => {
  it('agrees with the findings, for every rule on every operation of the example', () => {
    const files = ['openapi.yaml', 'v1.yaml', 'shop.threats.yaml'];
    const text = files.map((name) => `//- ${name}\n${readFileSync(`examples/shop/${name}`, 'utf8')}`).join('\n');
    const { analysis } = load(text);
    const asked = analysis.apis.flatMap((api) =>
      api.description.operations.flatMap((operation) => RULES.map((rule) => ({ api, operation, rule }))),
    );
    const outcomes = asked.map(({ api, operation, rule }) => {
      const { fired, reasons } = explainRule(analysis, api, operation, rule);
      const found = api.findings.some((one) => one.rule === rule.id && one.operations.includes(operation));
      const against = reasons.filter(({ holds }) => !holds).length;
      return {
        name: `${rule.id} on ${nameOf(operation)}`,
        fired,
        agrees: fired === found && against === (found ? 0 : 1),
      };
    });
    expect(outcomes.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(outcomes.filter(({ fired }) => fired).length).toBeGreaterThan(20);
  });

  it('names the facts that a finding rests on, with their places', () => {
    const { fired, verdict, reasons, state, risk, assessment } = explain(
      load(`${SPEC}${MODEL}`),
      'DELETE /pets',
      'missing-authentication',
    );
    expect({ fired, verdict, state }).toEqual({
      fired: true,
      verdict: 'DELETE /pets changes something and needs no login',
      state: 'threatened',
    });
    expect(reasons.map(({ text }) => text)).toContain('Its security list lets everyone in.');
    expect(reasons.some(({ at }) => at?.uri === 'file:///workspace/openapi.yaml')).toBe(true);
    const [dread] = assessment?.methods ?? [];
    expect((dread?.factors ?? []).reduce((sum, { value }) => sum + value, 0) / 5).toBe(risk?.inherent);
    expect(assessment?.methods.flatMap(({ factors }) => factors).every(({ reason }) => reason !== '')).toBe(true);
  });

  it('ends with the reason against a rule that stays silent', () => {
    const explained = explain(load(SPEC), 'GET /orders/{orderId}', 'missing-authentication');
    expect(explained).toMatchObject({
      fired: false,
      verdict: 'A security requirement stands on the root.',
      risk: null,
    });
    expect(explainReasons(explained)).toContain('## Why not\n\n- ✓');
    expect(explainReasons(explained)).toMatch(/- ✗ \*\*But:\*\* A security requirement stands on the root\\\.$/);
  });

  it('says how sure it is, with how many it is told, and who calls it a false alarm', () => {
    const two = `${SPEC}    put:\n      security: []\n      responses: { "204": { description: done } }\n`;
    const plain = explain(load(SPEC), 'DELETE /pets', 'missing-authentication');
    expect(explainStanding(plain)).toBe('The description shows it.');
    const silent = explain(load(two), 'DELETE /pets', 'missing-audit');
    expect(explainStanding(silent)).toMatch(/^The description does not say, so somebody has to: it is an information/);
    const whole = load(two.replaceAll(/^ *security: .*\n/gm, ''));
    const shared = explain(whole, 'DELETE /pets', 'missing-authentication');
    const [others] = /\d+ other operations?/.exec(explainStanding(shared)) ?? [];
    expect(others).toBe(`${(shared.finding?.operations.length ?? 0) - 1} other operations`);
    expect(shared.finding?.operations.length).toBeGreaterThan(2);
    const model = `${MODEL}notApplicable:\n  missing-authentication on shop DELETE /pets: The pets are *toys*\n`;
    const said = explain(load(`${two}${model}`), 'DELETE /pets', 'missing-authentication');
    expect(said).toMatchObject({ state: 'silenced', silences: [{ reason: 'The pets are *toys*' }] });
    expect(explainStanding(said)).toContain('says that it is no threat here: The pets are \\*toys\\*');
    expect(explain(load(`${two}${model}`), 'PUT /pets', 'missing-authentication').silences).toEqual([]);
  });

  it('of a rule that stays silent gives no advice, but what is known of the controls', () => {
    const silent = explain(load(SPEC), 'DELETE /pets', 'broken-object-level-authorization');
    expect(silent.fired).toBe(false);
    expect(explainControlStates(silent)).toMatch(/^## What is known of what meets it\n\n- .*\*\*not known\*\* by/);
    expect(explainControlStates(silent)).not.toContain('Reduce');
  });

  it('tells what is known of each control, and names the missing fact', () => {
    const open = explain(load(SPEC), 'GET /orders/{orderId}', 'broken-object-level-authorization');
    expect(open.controls).toMatchObject([
      { id: 'ownership-check', state: 'unknown', source: 'specification', text: /whose objects/ },
    ]);
    const words = (status: string) =>
      explain(
        load(
          `${SPEC}${MODEL}mitigations:\n  owners: { title: Owners, control: ownership-check, status: ${status}, covers: shop }\n`,
        ),
        'GET /orders/{orderId}',
        'broken-object-level-authorization',
      );
    expect(words('implemented').controls).toMatchObject([{ state: 'yes', source: 'model' }]);
    expect(words('missing').controls).toMatchObject([{ state: 'no', source: 'model' }]);
    expect(words('planned').controls).toMatchObject([{ state: 'unknown', text: '"owners" is planned, not done.' }]);
    expect(words('implemented')).toMatchObject({ state: 'mitigated', answers: [{ id: 'owners' }] });
    expect(explainCure(words('planned'))).toContain('- owners\\: Owners');
  });

  it('says whose word a figure is', () => {
    const model = `${MODEL}threats:\n  loss:\n    title: Pets are lost\n    rule: missing-authentication\n    affects: shop DELETE /pets\n    dread: { damage: 10 }\n`;
    const explained = explain(load(`${SPEC}${model}`), 'DELETE /pets', 'missing-authentication');
    expect(explained.assessment?.methods[0]?.factors[0]).toEqual({
      name: 'damage',
      value: 10,
      maximum: 10,
      reason: 'The threat model says so.',
      origin: 'model',
    });
    expect(explainFigures(explained)).toContain('| Damage | 10 of 10 | The threat model says so\\. |');
  });

  it('honours what the model says of rules', () => {
    const off = `${MODEL}rules:\n  missing-authentication: { level: off, reason: A gateway logs everyone in }\n`;
    expect(explain(load(`${SPEC}${off}`), 'DELETE /pets', 'missing-authentication')).toMatchObject({
      fired: false,
      verdict: 'The threat model switches it off: A gateway logs everyone in',
      reasons: [{ holds: false, at: { uri: 'file:///workspace/shop.threats.yaml' } }],
    });
  });

  it('is one of a rule that fails, too', () => {
    const loaded = load(SPEC);
    const [api] = loaded.analysis.apis;
    const [operation] = api?.description.operations ?? [];
    const [rule] = RULES;
    if (!api || !operation || !rule) throw new Error('The specification has an operation.');
    const broken = {
      ...rule,
      when: [
        {
          holds: () => {
            throw new Error('no such luck');
          },
          yes: '',
          no: '',
        },
      ],
    };
    expect(explainRule(loaded.analysis, api, operation, broken)).toMatchObject({
      fired: false,
      verdict: 'The rule failed here: no such luck',
    });
  });
});
