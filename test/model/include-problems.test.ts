import { describe, expect, it } from 'vitest';
import { modelsOf } from '../../server/src/core/index';
import { analysisOf, type Files, toldIn, workspaceOf } from '../support/told';
import { HEAD, modelOf, SHARED, SPEC } from './including';

describe('An include that cannot be followed is one problem, and the rest keeps its meaning', () => {
  const ABSENT = { unread: 'does not exist' };
  const cases: readonly (readonly [what: string, include: string, told: string, files: Files])[] = [
    ['the file itself', './shop.threats.yaml', 'include-itself "./shop.threats.yaml" This file includes itself', {}],
    [
      'a circle',
      'a.threats.yaml',
      '',
      {
        'a.threats.yaml': 'stridewise: 1\ninclude: b.threats.yaml\n',
        'b.threats.yaml': 'stridewise: 1\ninclude: a.threats.yaml\n',
      },
    ],
    ['an absent file', 'a.yaml', 'unread-include "a.yaml" `a.yaml` does not exist', { 'a.yaml': ABSENT }],
    ['a folder', './org', 'unread-include "./org" `./org` is a folder', { org: { unread: 'is a folder' } }],
    [
      'a pattern',
      'org/*.yaml',
      'include-pattern "org/*.yaml" `org/*.yaml` is a pattern, and `include` takes files: name each one',
      {},
    ],
    [
      'an address',
      'https://a.example/m.yaml',
      'include-remote "https://a.example/m.yaml" Nothing is fetched: include a file of the workspace',
      {},
    ],
    [
      'a description',
      'openapi.yaml',
      'no-model "openapi.yaml" `openapi.yaml` is an API description: name it as the `spec` of an API',
      {},
    ],
    [
      'a file of another kind',
      'x.yaml',
      'no-model "x.yaml" `x.yaml` is no threat model: it has no `stridewise` key at its root',
      { 'x.yaml': 'a: 1\n' },
    ],
  ];

  it.each(cases)('%s', (_, include, told, more) => {
    const model = `${HEAD}include: [${include}, shared.threats.yaml]\nmitigations: { own: { control: rate-limiting, covers: GET /search, status: implemented } }\n`;
    const files = { 'openapi.yaml': SPEC, 'shop.threats.yaml': model, 'shared.threats.yaml': SHARED, ...more };
    const lines = toldIn(files).filter((line) => line.startsWith('shop.threats.yaml'));
    expect(lines).toEqual(told === '' ? [] : [`shop.threats.yaml ${told}`]);
    expect(modelOf(files).mitigations.map(({ id }) => id)).toEqual(['limits', 'own']);
  });

  it('a circle is told once, where it closes', () => {
    const files = {
      'a.threats.yaml': 'stridewise: 1\ninclude: b.threats.yaml\nactors: { x: {} }\n',
      'b.threats.yaml': 'stridewise: 1\ninclude: c.threats.yaml\nactors: { y: {} }\n',
      'c.threats.yaml': 'stridewise: 1\ninclude: a.threats.yaml\nactors: { z: {} }\n',
    };
    expect(toldIn(files)).toEqual([
      'c.threats.yaml include-cycle "a.threats.yaml" These files include each other, so this one is left out here: a.threats.yaml -> b.threats.yaml -> c.threats.yaml -> a.threats.yaml',
    ]);
    expect([...modelOf(files, 'a.threats.yaml').names.keys()]).toEqual(['z', 'y', 'x']);
  });

  it('a path out of the workspace, and one from the root of the machine', () => {
    const uri = 'file:///etc/passwd';
    const model = 'stridewise: 1\ninclude: [/etc/passwd, ../../../../etc/passwd]\n';
    const workspace = workspaceOf({ 'deep/shop.threats.yaml': model }).withUnread([
      [uri, 'lies outside the workspace'],
    ]);
    expect(modelsOf(workspace)[0]?.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'unread-include `/etc/passwd` lies outside the workspace',
      'unread-include `../../../../etc/passwd` lies outside the workspace',
    ]);
  });

  it('says what may be meant, and writes it', () => {
    const files = {
      'openapi.yaml': SPEC,
      'shop.threats.yaml':
        'stridewise: 1\napis: { store: { spec: ./opnapi.yaml } }\ninclude: [./org/share.threats.yaml]\n',
      'org/shared.threats.yaml': SHARED,
      'opnapi.yaml': ABSENT,
      'org/share.threats.yaml': ABSENT,
    };
    const { models, problems } = analysisOf(files);
    expect(
      [...models.flatMap((model) => model.problems), ...problems].map(({ message, fix }) => [message, fix?.newText]),
    ).toEqual([
      [
        '`./org/share.threats.yaml` does not exist; did you mean `./org/shared.threats.yaml`?',
        './org/shared.threats.yaml',
      ],
      ['`./opnapi.yaml` does not exist; did you mean `./openapi.yaml`?', './openapi.yaml'],
    ]);
  });

  it('a file that nobody has looked for yet is not told', () => {
    expect(toldIn({ 'shop.threats.yaml': 'stridewise: 1\ninclude: a.threats.yaml\n' })).toEqual([]);
  });

  it('a file of ten megabytes', () => {
    const large = `stridewise: 1\nnotes: |\n${'  many words in a line of a note\n'.repeat(330_000)}`;
    const files = { 'shop.threats.yaml': 'stridewise: 1\ninclude: a.threats.yaml\n', 'a.threats.yaml': large };
    expect(toldIn(files)).toEqual([
      'a.threats.yaml too-large "stridewise: 1" This model is larger than 4 MB, and is not read: cut it into files that include each other',
      'shop.threats.yaml too-large "a.threats.yaml" `a.threats.yaml` is larger than 4 MB, and is not included',
    ]);
  });

  it('files over more steps than anybody nests', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `m${String(index).padStart(3, '0')}.threats.yaml`,
        `stridewise: 1\ninclude: m${String(index + 1).padStart(3, '0')}.threats.yaml\n`,
      ]),
    );
    const told = toldIn({ ...chain, 'm300.threats.yaml': 'stridewise: 1\n' });
    expect(told.every((line) => line.includes(' include-depth '))).toBe(true);
    expect(told.length).toBeGreaterThan(0);
  });
});
