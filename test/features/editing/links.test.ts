import { expect, test } from 'vitest';
import { OWASP_TITLES } from '../../../server/src/core/catalogue';
import { OWASP_PAGES } from '../../../server/src/core/catalogue/owasp-pages';
import { documentLinks, lineOfText } from '../../../server/src/core/features/editing';
import { openDocument } from '../../../server/src/core/text';

function links(text: string): string[] {
  const document = openDocument('file:///workspace/models/shop.threats.yaml', text, 'model');
  const lines = text.split('\n');
  return documentLinks(document).map(({ range: { start, end }, target, text: within }) => {
    const shown = lines[start.line]?.slice(start.character, end.character);
    return `${shown} -> ${target}${within === undefined ? '' : ` at "${within}"`}`;
  });
}

test('files, from where the model lies', () => {
  const text = `include: ["../shared.threats.yaml"]
apis:
  store: { spec: ./openapi.yaml }
  short: ./v1.yaml
  many: { spec: ./services/*/openapi.yaml }
components:
  gateway: { settings: [deploy/gateway.yaml] }
  mail: { spec: ../mail.yaml }
mitigations:
  owner: { evidence: [src/a b.ts#must own, 'test/b.ts', "https://ci.example/run/1#top"] }
`;
  expect(links(text)).toEqual([
    '../shared.threats.yaml -> file:///workspace/shared.threats.yaml',
    './openapi.yaml -> file:///workspace/models/openapi.yaml',
    './v1.yaml -> file:///workspace/models/v1.yaml',
    'deploy/gateway.yaml -> file:///workspace/models/deploy/gateway.yaml',
    '../mail.yaml -> file:///workspace/mail.yaml',
    'src/a b.ts#must own -> file:///workspace/models/src/a%20b.ts at "must own"',
    'test/b.ts -> file:///workspace/models/test/b.ts',
    'https://ci.example/run/1#top -> https://ci.example/run/1#top',
  ]);
});

test('addresses in texts', () => {
  const text = `threats:
  a:
    ticket: https://tickets.example/A-1
    notes: |
      See https://wiki.example/a(b), and
      http://other.example/x.
`;
  expect(links(text).map((link) => link.replace(/^.* -> /s, ''))).toEqual([
    'https://tickets.example/A-1',
    'https://wiki.example/a(b',
    'http://other.example/x',
  ]);
});

test('public pages of weaknesses and risks that are known', () => {
  const text = 'threats:\n  a: { cwe: [639, 99999999], owasp: [API1:2023, API10:2019, API11:2023] }\n';
  expect(links(text)).toEqual([
    '639 -> https://cwe.mitre.org/data/definitions/639.html',
    'API1:2023 -> https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
    'API10:2019 -> https://owasp.org/API-Security/editions/2019/en/0xaa-insufficient-logging-monitoring/',
  ]);
});

test('say what they lead to', () => {
  const document = openDocument('file:///a.yaml', 'threats:\n  a: { cwe: 639, owasp: API1:2023 }\n', 'model');
  expect(documentLinks(document).map(({ tooltip }) => tooltip)).toEqual([
    expect.stringMatching(/^CWE-639: Authorization Bypass/),
    'API1:2023: Broken Object Level Authorization',
  ]);
});

test('every risk that has a title has a page', () => {
  expect([...OWASP_PAGES.keys()].sort()).toEqual(Object.keys(OWASP_TITLES).sort());
});

test('the line of a text in a file', () => {
  expect(lineOfText('a\r\nb mustOwn\n', 'mustOwn')).toBe(1);
  expect(lineOfText('a\n', 'mustOwn')).toBeNull();
});
