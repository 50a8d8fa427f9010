import { expect, test } from 'vitest';
import {
  analyse,
  applyEdits,
  type Finding,
  findingKey,
  fixesFor,
  openDocument,
  textOf,
  Workspace,
} from '../../server/src/core';

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const SPEC_URI = 'file:///openapi.yaml';
const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
paths:
  /orders/{id}:
    delete:
      parameters: [{ name: id, in: path, required: true, schema: { type: string, maxLength: 9 } }]
      responses: { "204": { description: gone } }
`;
const RULE = 'missing-authentication';
const HEAD = 'stridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\n';
const JSON_HEAD = '"stridewise": 1, "apis": { "shop": { "spec": "./openapi.yaml" } }';

function opened(model: string, uri: string) {
  const workspace = Workspace.empty.with(openDocument(SPEC_URI, SPEC, 'spec')).with(openDocument(uri, model, 'model'));
  return { workspace, analysis: analyse(workspace, { today: '2026-01-01' }) };
}

function fixesOf(model: string, uri: string, wanted: (finding: Finding) => boolean) {
  const { workspace, analysis } = opened(model, uri);
  return analysis.apis.flatMap((api) =>
    api.findings.filter(wanted).flatMap((finding) => {
      const options = { open: true, finding: findingKey(api, finding) };
      const all = fixesFor(workspace, analysis, finding.at.uri, EVERYWHERE, options);
      // What mends the description is no answer of the model.
      const answers = all.filter(({ edits }) => edits.every(({ uri }) => uri !== finding.at.uri));
      return answers.map((fix) => ({ fix, workspace }));
    }),
  );
}

const MODELS: readonly (readonly [string, (section: string) => string])[] = [
  ['~', (section) => `${HEAD}${section}: ~\n`],
  ['null', (section) => `${HEAD}${section}: null # none\ntitle: x\n`],
  ['blanks in braces', (section) => `${HEAD}${section}: {  }\n`],
  ['an empty list', (section) => `${HEAD}${section}: []\ntitle: x\n`],
  [
    'an anchor',
    (section) => `${HEAD}${section}: &m\n  ${section === 'mitigations' ? 'a: {}' : 'denial on GET /: x'}\n`,
  ],
  ['document markers', (section) => `---\n${HEAD}${section}:\ntitle: x\n...\n`],
  ['four blanks', () => HEAD.replace('  shop: { ', '    shop:\n        ').replace(' }', '')],
  ['an empty list in JSON', (section) => `{ ${JSON_HEAD}, "${section}": [] }`],
  ['null in JSON', (section) => `{\n  ${JSON_HEAD},\n  "${section}": null\n}\n`],
];
const uriOf = (model: string) => `file:///m.threats.${/^\{/.test(model) ? 'json' : 'yaml'}`;

test.each(MODELS)('an answer in a model with %s counts', (_name, write) => {
  const model = write('mitigations');
  const fixes = fixesOf(model, uriOf(model), ({ rule }) => rule === RULE);
  expect(fixes.length).toBeGreaterThanOrEqual(4);
  for (const { fix, workspace } of fixes) {
    const document = workspace.get(uriOf(model));
    expect(fix.refused).toBeUndefined();
    const text = document ? applyEdits(textOf(document), fix.edits[0]?.edits ?? []) : '';
    const { analysis } = opened(text, uriOf(model));
    const problems = analysis.models.flatMap((one) => one.problems);
    expect(
      problems.filter(({ code }) => code === 'syntax' || code === 'wrong-type' || code === 'duplicate-key'),
      text,
    ).toEqual([]);
    const [finding] = analysis.apis.flatMap(({ findings }) => findings.filter(({ rule }) => rule === RULE));
    if (fix.strategy === 'accept') expect(finding?.lacking, text).not.toBe('');
    else expect(finding?.state, text).not.toBe('threatened');
  }
});

test.each(MODELS)('what does not apply in a model with %s is read', (_name, write) => {
  const model = write('notApplicable');
  const fixes = fixesOf(model, uriOf(model), ({ rule, apiWide }) => rule === 'unanswered' && !apiWide);
  expect(fixes.length).toBeGreaterThan(0);
  for (const { fix, workspace } of fixes) {
    const document = workspace.get(uriOf(model));
    expect(fix.refused).toBeUndefined();
    const text = document ? applyEdits(textOf(document), fix.edits[0]?.edits ?? []).replace('TODO', 'It is so') : '';
    const before = opened(model, uriOf(model)).analysis.models[0];
    const after = opened(text, uriOf(model)).analysis.models[0];
    expect(after?.notApplicable.length, text).toBe((before?.notApplicable.length ?? 0) + 1);
    expect(
      after?.problems.filter(({ code }) => code === 'syntax' || code === 'wrong-type'),
      text,
    ).toEqual([]);
  }
});

test.each(['mitigations:\n  - a\n', 'mitigations:\n  a\n', 'mitigations: {\n}\n', 'mitigations:\n\ta: {}\n'])(
  'fixes say why they cannot be made in %j',
  (section) => {
    const uri = 'file:///m.threats.yaml';
    const fixes = fixesOf(`${HEAD}${section}`, uri, ({ rule }) => rule === RULE);
    expect(fixes.length).toBeGreaterThanOrEqual(4);
    for (const { fix } of fixes) {
      expect(fix.edits).toEqual([]);
      expect(fix.refused).toMatch(/^m\.threats\.yaml cannot be changed\. Nothing can be added to `mitigations`.*\.$/);
    }
  },
);
