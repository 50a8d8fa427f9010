import { describe, expect, it } from 'vitest';
import { analyse, fixAllIn, fixesFor, openDocument, Workspace } from '../../../server/src/core/index';
import { TODAY } from '../../support/check';
import { applied, type Case, holdAll, specFixesIn, URI, workspaceOf } from './support/mend';
import { operation, spec, type Version } from './support/specs';

const paths = (version: Version) => ({ '/health': { get: operation(version) } });

const CASES: readonly Case[] = [
  {
    name: 'http becomes https',
    rule: 'cleartext-transport',
    spec: (version) => spec(version, { servers: ['http://api.example.com'], paths: paths(version) }),
    mended: (tree, version) => {
      if (version === '2.0') tree.schemes = ['https'];
      else tree.servers[0].url = 'https://api.example.com';
    },
    preferred: true,
  },
  {
    name: 'what is listed with encryption already goes away',
    rule: 'cleartext-transport',
    spec: (version) =>
      spec(version, { servers: ['http://api.example.com', 'https://api.example.com'], paths: paths(version) }),
    mended: (tree, version) => {
      if (version === '2.0') tree.schemes = ['https'];
      else tree.servers.shift();
    },
    preferred: true,
  },
];

holdAll(CASES);

describe('cleartext-transport elsewhere', () => {
  it('is mended on a path and on an operation, and with variables', () => {
    const text = [
      'openapi: 3.1.0',
      'info: { title: A, version: "1" }',
      'servers:',
      '  - url: "{scheme}://api.example.com"',
      '    variables:',
      '      scheme: { default: http, enum: [http, other] }',
      'paths:',
      '  /a:',
      '    servers: [{ url: http://one.example.com }]',
      '    get: { responses: {} }',
      '  /b:',
      '    get:',
      '      servers:',
      "        - url: 'WS://two.example.com'",
      '      responses: {}',
      '  /c:',
      '    get: { responses: {} }',
      '',
    ].join('\n');
    let files: Record<string, string> = { [URI]: text };
    for (const fix of specFixesIn(files, 'cleartext-transport')) files = applied(files, fix);
    const wanted = text
      .replace('default: http, enum: [http,', 'default: https, enum: [https,')
      .replace('http://one.example.com', '"https://one.example.com"')
      .replace('WS:', 'wss:');
    expect(files[URI]).toBe(wanted);
    const { workspace, analysis } = workspaceOf({ [URI]: text });
    const all = fixAllIn(workspace, analysis, URI, { open: true });
    expect(all === null ? '' : applied({ [URI]: text }, all)[URI]).toBe(wanted);
  });

  it('is mended in the file of a path item', () => {
    const item = 'file:///workspace/paths/a.yaml';
    const files = {
      [URI]: 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /a:\n    $ref: paths/a.yaml\n',
      [item]: 'servers:\n  - url: http://one.example.com\nget:\n  responses: {}\n',
    };
    const [fix] = specFixesIn(files, 'cleartext-transport');
    expect(fix?.title).toBe('Use https://one.example.com in a.yaml');
    expect(fix === undefined ? '' : applied(files, fix)[item]).toBe(files[item].replace('http', 'https'));
  });

  it('changes nothing that an alias repeats', () => {
    const text =
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nservers: &s\n  - url: http://one.example.com\npaths:\n  /a:\n    get: { servers: *s, responses: {} }\n';
    const [fix] = specFixesIn({ [URI]: text }, 'cleartext-transport');
    expect(fix?.refused).toContain('`&s`');
    expect(fix?.edits).toEqual([]);
  });

  it('is not preferred, and never made with others, where somebody has accepted it', () => {
    const spec =
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nservers:\n  - url: http://one.example.com\npaths:\n  /health:\n    get: { responses: {} }\n';
    const model = (until: string) =>
      `stridewise: 1\napis:\n  a: { spec: ./openapi.yaml }\nmitigations:\n  plain:\n    strategy: accept\n    covers: cleartext-transport on a\n    title: It stays\n    reason: It is going away\n    owner: us\n    until: ${until}\n`;
    const preferred = (until: string) => {
      const documents = [
        openDocument(URI, spec),
        openDocument('file:///workspace/a.threats.yaml', model(until), 'model'),
      ];
      const workspace = Workspace.empty.withAll(documents);
      const analysis = analyse(workspace, { today: TODAY, relative: (uri) => uri });
      const at = { start: { line: 3, character: 12 }, end: { line: 3, character: 12 } };
      const fixes = fixesFor(workspace, analysis, URI, at, { open: true });
      const fix = fixes.find(({ title }) => title.startsWith('Use https'));
      return [fix?.preferred ?? false, fixAllIn(workspace, analysis, URI, { open: true }) !== null];
    };
    expect(preferred('2027-01-31')).toEqual([false, false]);
    expect(preferred('2020-01-31')).toEqual([true, true]);
  });
});
