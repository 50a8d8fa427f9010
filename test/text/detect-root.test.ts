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
    ['a value in a comment', '{ /* "openapi": "3.0.0" */ }'],
  ])('is none of ours in %s', (_name, text) => {
    expect(detectRoot(text)).toBeNull();
  });
});
