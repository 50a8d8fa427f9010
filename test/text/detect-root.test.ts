import { describe, expect, it } from 'vitest';
import { detectRoot } from '../../server/src/core/text';

describe('the root key', () => {
  it.each([
    ['openapi: 3.0.3\ninfo: {}\n', 'openapi'],
    ['openapi: "3.1.0"\n', 'openapi'],
    ['{"openapi":"3.2.0"}', 'openapi'],
    ['{"info":{"swagger":"no"},"swagger":"2.0"}', 'openapi'],
    ["swagger: '2.0'\n", 'openapi'],
    ['stridewise: 1\n', 'model'],
    ['{"stridewise": 1}', 'model'],
    ['\uFEFFopenapi: 3.0.0\n', 'openapi'],
    ['# comment\n---\nopenapi: 3.0.0\n', 'openapi'],
    [`info:\n  description: |\n${'    text\n'.repeat(300_000)}openapi: 3.0.0\n`, 'openapi'],
    ['stridewise: 1\nopenapi: 3.0.0\n', 'model'],
    ['// a "comment" {\n/* it\'s } one */ {"openapi": "3.1.0"}', 'openapi'],
    ['{ // it\'s "a {\n"openapi": "3.1.0"}', 'openapi'],
    ['{ openapi: 3.0.3, paths: {} }', 'openapi'],
    ["{openapi: '3.0.3'}", 'openapi'],
    ["{'openapi': 3.0.3\n}", 'openapi'],
    [
      '{\n  info: { title: a, url: https://a.b, x: "}" }, # a { \n  # openapi: 2\n  openapi: 3.1.0,\n  paths: {} }',
      'openapi',
    ],
    ["{ info: { title: 'a } b', note: it's }, swagger: \"2.0\" }", 'openapi'],
    ['# comment\n---\n{ openapi: 3.0.3 }\n', 'openapi'],
    ['--- { openapi: 3.0.3 }\n', 'openapi'],
    ['{ stridewise: 1, apis: {} }', 'model'],
    [`${'# a\n'.repeat(1_000_000)}  openapi: 3.0.0\n`, 'openapi'],
    [`{ a: "${'\\"'.repeat(2_000_000)}", openapi: 3.0.0 }`, 'openapi'],
    [`{ "a": "${'a'.repeat(9_000_000)}", "openapi": "3.0.0" }`, 'openapi'],
    ['  openapi: 3.0.3\n  info: {}\n', 'openapi'],
    ['# comment\n\n---\n    info:\n      openapi: 2\n    "openapi": "3.0.3"\n', 'openapi'],
    ['\uFEFF  stridewise: 1\n  apis: {}\n', 'model'],
    ['  swagger: "2.0"\r\n  info: {}\r\n', 'openapi'],
  ])('of %.40j', (text, kind) => {
    expect(detectRoot(text)).toBe(kind);
  });

  it.each([
    ['a Helm template', '{{- if .Values.openapi }}\nopenapi: {{ .Values.version }}\n{{- end }}\n'],
    ['a Kubernetes manifest', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  spec.yaml: |\n    openapi: 3.0.0\n'],
    [
      'a JSON Schema',
      '{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"openapi":{"type":"string"}}}',
    ],
    ['a JSON that nests one', '{"spec":{"openapi":"3.0.0"}}'],
    ["another tool's threat model", 'title: Threats\nthreats:\n  - id: 1\n'],
    ['an unknown version', 'openapi: 9\n'],
    ['prose', 'The key openapi: 3.0.0 is written here.\n'],
    ['nothing', ''],
    ['a comment', '// {"openapi": "3.0.0"}'],
    ['a comment that does not end', '/* {"openapi": "3.0.0"}'],
    ['braces that nest one', '{ spec: { openapi: 3.0.0 }, openapi: { enabled: true } }'],
    ['a long text in braces', `{ a: "${' , openapi: 3.0.0 ,\n'.repeat(3)}" }`],
    ['a text in braces', '{ "a": "x, openapi: 3.0.0" }'],
    ['a comment in braces', '{ a: 1, # b, openapi: 3.0.0\n }'],
    ['a template in braces', '{{ .Values.x }}, openapi: 3.0.0, }'],
    ['a Jinja template', '{% if a, openapi: 3.0.0, %}'],
    ['an indented manifest', '  kind: ConfigMap\n  data:\n    openapi: 3.0.0\n    stridewise: 1\n'],
    ['an indented template', '  openapi: {{ .Values.version }}\n'],
    ['a list', '- openapi: 3.0.0\n  stridewise: 1\n'],
    ['many quotes', `{ openapi: "${' "\\" \''.repeat(100_000)}`],
    ['a value in a comment', '{ /* "openapi": "3.0.0" */ }'],
  ])('is none of ours in %s', (_name, text) => {
    expect(detectRoot(text)).toBeNull();
  });
});
