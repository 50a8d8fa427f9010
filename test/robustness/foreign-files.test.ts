import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectRoot } from '../../server/src/core/index';
import { SECTIONS } from '../../server/src/core/model';
import { RULES } from '../../server/src/core/rules';
import { SOUND } from './support/bad-inputs';
import { runPipeline, shown } from './support/pipeline';

/** Files of others that look a little like ours. */
const FOREIGN: Readonly<Record<string, string>> = {
  'templates/openapi.yaml':
    '{{- if .Values.docs }}\nopenapi: 3.0.0\ninfo:\n  title: {{ .Chart.Name }}\npaths:\n  /a/{id}:\n    get: {}\n{{- end }}\n',
  'deployment.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: openapi }\nspec:\n  openapi: 3.0.0\n  paths:\n    /a/{id}: { get: {} }\n',
  'definition.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  versions:\n    - schema:\n        openAPIV3Schema: { type: object, properties: { password: { type: string } } }\n',
  'config-map.yaml':
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  openapi.yaml: |\n    openapi: 3.0.0\n    paths:\n      /a/{id}: { get: {} }\n',
  'openapi.schema.json':
    '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"openapi":{"type":"string","pattern":"^3"},"paths":{"type":"object"}},"examples":[{"openapi":"3.0.0"}]}',
  'threat-model.yaml':
    'threat_model_version: 1.0.20\ntitle: Tower of London\ndate: 2020-07-01\nbusiness_overview: { description: x }\ntechnical_assets: {}\nrisk_tracking: {}\n',
  'threatmodel.yaml':
    'title: Our model\nassets:\n  - id: db\nthreats:\n  - id: t1\n    mitigations: [m1]\nmitigations:\n  - id: m1\n',
  'threat-model.json': '{"version":"2.0","summary":{"title":"x"},"detail":{"diagrams":[],"threats":[]}}',
  'package.json': '{"name":"openapi","dependencies":{"openapi":"3.0.0","swagger":"2.0"}}',
  'asyncapi.yaml': 'asyncapi: 3.0.0\nchannels: {}\n',
  'arazzo.yaml': 'arazzo: 1.0.0\nsourceDescriptions: [{ name: a, url: openapi.yaml, type: openapi }]\n',
  'overlay.yaml': 'overlay: 1.0.0\nactions: []\n',
  'compose.yaml': 'services:\n  swagger: { image: swagger }\nopenapi: { enabled: true }\n',
  'all.yaml':
    '---\nkind: ConfigMap\ndata:\n  openapi: 3.0.0\n---\nkind: Service\nspec: { openapi: 3.0.0 }\n...\n---\nkind: [\n',
  'indented.yaml': '  kind: ConfigMap\n  data:\n    openapi: 3.0.0\n',
  'braces.yaml': '{ kind: ConfigMap, data: { openapi: 3.0.0, stridewise: 1 }, text: "a, openapi: 3.0.0, b" }\n',
  'notes.md.yaml': 'text: >\n  a\nopenapi:\n  generator: x\n',
};

describe('files of others', () => {
  it.each(Object.entries(FOREIGN))('%s says nothing', (name, text) => {
    expect(detectRoot(text)).toBe(null);
    expect(shown(runPipeline({ [name]: text }).diagnostics[name])).toEqual([]);
  });
});

const shop = readFileSync('examples/shop/openapi.yaml', 'utf8');
const findings = (text: string) => {
  const { analysis } = runPipeline({ 'openapi.yaml': text });
  return analysis.apis.flatMap((api) =>
    api.findings.map(({ rule, message, fingerprint }) => `${rule} ${message} ${fingerprint}`),
  );
};

describe('a description', () => {
  it('has the same findings under the next version', () => {
    expect(shop).toMatch(/^openapi: 3\.1\.\d/m);
    const later = shop.replace(/^openapi: 3\.1\.\d/m, 'openapi: 3.2.0');
    expect(findings(later)).toEqual(findings(shop));
    expect(findings(later).length).toBeGreaterThan(10);
  });

  it('has no parameters, responses or callbacks in its schemas', () => {
    const property = (name: string, inside: string) => SOUND.replace('role: { type: string }', `${name}: ${inside}`);
    const parameters =
      '{ type: array, items: { type: object, properties: { name: { type: string }, in: { const: query } } } }';
    const { analysis } = runPipeline({ 'openapi.yaml': property('parameters', parameters) });
    const [operation] = analysis.apis.flatMap(({ description }) => description.operations);
    expect(operation?.parameters).toEqual([]);
    for (const name of [
      'responses',
      'callbacks',
      'security',
      'servers',
      'paths',
      'properties',
      'allOf',
      'items',
      '$ref',
    ]) {
      const outcome = runPipeline({ 'openapi.yaml': property(`"${name}"`, '{ type: string }') });
      const [only, ...more] = outcome.analysis.apis.flatMap(({ description }) => description.operations);
      expect(more).toEqual([]);
      expect(only?.security).toEqual(operation?.security);
      expect(only?.request?.properties.map((one) => one.name)).toContain(name);
      expect(shown(outcome.diagnostics['openapi.yaml']).filter((line) => line.includes('reference'))).toEqual([]);
    }
  });
});

const HOSTILE = [
  '[x](command:workbench.action.quit)',
  '<a href="command:evil">x</a>',
  '<img src=x onerror=alert(1)>',
  '![x](https://evil.example/a.png)',
  '$(trash) `code` **bold**',
  'https://evil.example/x www.evil.example',
  '\\u001b[31mred\\u0007\\u009b2J',
  '\\u202egnp.exe\\u2066\\u200b',
  'a\\n\\n# Title\\n\\n- item',
];

describe('hostile text', () => {
  it.each(HOSTILE)('%s is inert in hovers and tooltips', (hostile) => {
    const yaml = JSON.stringify(hostile).replaceAll('\\\\u', '\\u').replaceAll('\\\\n', '\\n');
    const text = SOUND.replace('title: Sound', `title: ${yaml}`)
      .replace('operationId: addNote', `operationId: ${yaml}\n      summary: ${yaml}\n      description: ${yaml}`)
      .replace('role:', `? ${yaml}\n              : { type: string }, role:`);
    const paths = `${text}  ${JSON.stringify('/').slice(0, -1)}${yaml.slice(1)}:\n    post: { responses: {} }\n`;
    const model = `stridewise: 1\ntitle: ${yaml}\napis:\n  sound: { spec: ./openapi.yaml }\nthreats:\n  t: { title: ${yaml}, affects: sound POST /notes, stride: tampering }\nmitigations:\n  m: { title: ${yaml}, covers: tampering on sound POST /notes, strategy: accept, reason: ${yaml}, owner: ${yaml}, until: 2020-01-01 }\n`;
    for (const spec of [text, paths]) {
      const { markdown } = runPipeline({ 'openapi.yaml': spec, 'sound.threats.yaml': model });
      const word = /[a-z]{3,}/.exec(hostile.replaceAll(/\\u\w{4}/g, ' '))?.[0] ?? 'item';
      expect(markdown.some((one) => one.includes(word))).toBe(true);
      expect(markdown.filter((one) => !isInert(one))).toEqual([]);
    }
  });
});

/** Keys and words of the language, which hovers write as code. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  SECTIONS.flatMap(({ name, keys, value }) => [
    name,
    ...[...keys, ...(value === null ? [] : [value])].flatMap((key) => [
      key.name,
      ...(key.type.kind === 'word' ? key.type.choices.map((choice) => choice.name) : []),
    ]),
  ]),
);

/** No link, image, tag, icon or code of the file, and nothing that a terminal or a reader's eye would obey. */
function isInert(markdown: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(markdown)) return false;
  // Advice of our own rules is Markdown; everything else comes from the file.
  const foreign = RULES.reduce((text, { mend }) => text.replaceAll(mend, ''), markdown).replace(
    /`([^`\n]*)`/g,
    (code, word) => (OWN_WORDS.has(word) ? word : code),
  );
  const plain = foreign.replaceAll(/\\[\\`*_{}[\]()#+\-.!|~$:@]/g, '');
  return !/\]\(|<\w|!\[|\$\(|`|https?:\/\/|www\.|^# /m.test(plain);
}
