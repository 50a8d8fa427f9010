import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../server/src/core/model/schema/sections';
import { load } from '../support/check';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Record<string, Snippet> = JSON.parse(
  readFileSync(new URL('../../snippets/threat-model.json', import.meta.url), 'utf8'),
);

/** The section that an entry's snippet belongs to. */
const SECTION_OF: Readonly<Record<string, string>> = {
  Environment: 'environments',
  API: 'apis',
  Goal: 'goals',
  Data: 'data',
  Zone: 'zones',
  Actor: 'actors',
  Component: 'components',
  Flow: 'flows',
  'Business flow': 'businessFlows',
  Threat: 'threats',
  Reduce: 'mitigations',
  'Reduce by a known control': 'mitigations',
  Verified: 'mitigations',
  Transfer: 'mitigations',
  Avoid: 'mitigations',
  Accept: 'mitigations',
  Rule: 'rules',
  'Not applicable': 'notApplicable',
  Assumption: 'assumptions',
};

/** What stands after somebody pressed Tab through a snippet and changed nothing, choosing the words of one round. */
function inserted(body: readonly string[], round: number): string {
  const variables: Readonly<Record<string, string>> = { YEAR: '2026', MONTH: '11', DATE: '20' };
  return body
    .join('\n')
    .replace(/\$CURRENT_(\w+?)(?=\W|$)/g, (_, name: string) => variables[name] ?? '')
    .replace(/\$\{\d+\|([^|}]*)\|\}/g, (_, words: string) => words.split(',')[round % words.split(',').length] ?? '')
    .replace(/\$\{\d+:((?:\\\}|[^}])*)\}/g, (_, text: string) => text.replaceAll('\\}', '}'))
    .replace(/\$\d/g, '');
}

const SPEC = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
components: { securitySchemes: { account: { type: http, scheme: bearer } } }
security: [{ account: [] }]
paths:
  /pets: { get: { operationId: listPets, responses: { "200": { description: ok } } } }
  /debug: { get: { operationId: debug, responses: { "200": { description: ok } } } }
  /orders: { post: { operationId: placeOrder, requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string, maxLength: 9 }, email: { type: string, maxLength: 9 } } } } } }, responses: { "201": { description: ok } } } }
  /orders/{orderId}: { get: { operationId: getOrder, parameters: [{ name: orderId, in: path, required: true, schema: { type: string, maxLength: 9 } }], responses: { "200": { description: ok } } } }
//- shared.threats.yaml
stridewise: 1
`;
const NEEDS = [
  'apis:\n  store: { spec: ./openapi.yaml }',
  'zones: { internet: untrusted }',
  'actors:\n  user: { calls: every ANY /** }',
];

/** A model with the snippet at its place and what it speaks of. */
function modelWith(name: string, text: string): string {
  const section = SECTION_OF[name];
  const lines = section === undefined ? text : `${section}:\n${text.replace(/^/gm, '  ')}`;
  if (lines.startsWith('stridewise:')) return lines;
  const has = (part: string) => lines.startsWith(part.slice(0, part.indexOf(':') + 1));
  return ['stridewise: 1', ...NEEDS.filter((part) => !has(part)), lines].join('\n');
}

describe('Snippets', () => {
  test.each(Object.keys(snippets).flatMap((name) => [0, 1, 2].map((round) => [name, round] as const)))(
    '%s reads without a problem, choice %i',
    (name, round) => {
      const model = modelWith(name, inserted(snippets[name]?.body ?? [], round));
      const { analysis } = load(`${SPEC}//- shop.threats.yaml\n${model}`);
      // A regulation asks what nobody can have answered yet.
      const asked = 'unanswered-regulation';
      const problems = [...analysis.models.flatMap((one) => one.problems), ...analysis.problems].filter(
        ({ code }) => code !== asked,
      );
      expect(problems.map(({ code, message }) => `${code}: ${message}\n${model}`)).toEqual([]);
    },
  );

  test('there is one for each section that has entries, and for each strategy', () => {
    const begun = Object.values(snippets).map(({ body }) => body[0]?.replace(/:.*/, ''));
    for (const { name, entries } of SECTIONS) if (entries !== null) expect(begun).toContain(name);
    expect(new Set(Object.values(SECTION_OF))).toEqual(
      new Set(SECTIONS.filter(({ entries }) => entries !== null).map(({ name }) => name)),
    );
    const text = JSON.stringify(snippets);
    for (const strategy of ['transfer', 'avoid', 'accept']) expect(text).toContain(`strategy: ${strategy}`);
  });

  test('no two have the same prefix', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});
