import { describe, expect, test } from 'vitest';
import { ownWords } from '../../../server/src/core/features/markdown';
import { hoverFor } from '../../../server/src/core/index';
import { load, TODAY } from '../../support/check';
import { TWO } from '../completion/shop';

const MODEL = `${TWO}rules:
  unbounded-page-size: { largest: 100, reason: Pages are small }
goals:
  gdpr: { regulation: GDPR, protects: customer, acceptable: low }
  ours: { regulation: Rule 7, protects: store }
reviewed: 2026-11-01
reviewEvery: 90 days
mitigations:
  owner:
    title: The caller must own it
    control: ownership-check
    covers: broken-object-level-authorization and tampering on store GET /orders/{orderId}
    status: planned
    due: 2026-12-24
    evidence: [openapi.yaml, gone.ts]
  floods: { strategy: transfer, to: A CDN, covers: denial on store READ /**, status: implemented, effect: 70% }
`;

const THREAT = `  written:
    title: A
    affects: store GET /orders query.limit
    rule: injection
    attack: sql-injection
    owasp: API8:2023
    cwe: 89
    dread: 8/9/7/8/6
    owaspRating: { agent: 5/2/7/1, likelihood: high }
`;

/** The hover's text at \`^\` before a word of this line, and the words that it is shown on. */
function hover(line: string): { readonly text: string; readonly on: string } {
  const [before = '', behind = ''] = line.split('^');
  const flows = '  store -> gateway: { over: mtls }\n  gateway -> shopper: { over: http }\n';
  const source = MODEL.replace('rules:\n', `${THREAT}rules:\n`).replace('over: https }\n', `over: https }\n${flows}`);
  expect(source).toContain(before + behind);
  const loaded = load(source.replace(before + behind, `${before}$0${behind}`));
  const { workspace, analysis, cursor, files } = loaded;
  if (cursor === null) throw new Error('no cursor');
  const found = hoverFor(workspace, analysis, cursor.uri, cursor, { today: TODAY });
  const text = files.find(({ uri }) => uri === cursor.uri)?.text.split('\n')[cursor.line] ?? '';
  const on = found === null ? '' : text.slice(found.range.start.character, found.range.end.character);
  return { text: (found?.markdown ?? '').replaceAll(/\\([^\w\s])/g, '$1'), on };
}

test('Our own sentences keep what is code in them, and nothing else of markdown', () => {
  expect(ownWords('For `avoid`: *all* that goes')).toBe('For `avoid`\\: \\*all\\* that goes');
});

describe('A hover on each kind of word', () => {
  test.each([
    ['^mitigations:', 'mitigations', '**mitigations**: What is done about it.'],
    ['    ^status: planned', 'status', '**status**: How far it is.'],
    ['    ^status: planned', 'status', '- `verified`: It is there, and the evidence shows it.'],
    ['    ^due: 2026', 'due', 'A day, in UTC and through its end'],
    ['status: ^planned', 'planned', '**planned**: It will be there by the day it is due.'],
    ['    due: ^2026-12-24', '2026-12-24', 'in 30 days'],
    ['regulation: ^GDPR', 'GDPR', 'by our reading of'],
    ['regulation: ^Rule 7', 'Rule 7', 'a law or standard of your own'],
    ['reviewEvery: ^90 days', '90 days', 'the next is due by **2027-01-30**'],
    ['over: ^https', 'https', 'encrypted: what goes along it cannot be read'],
    ['over: ^http }', 'http', 'not known to be encrypted'],
    ['over: ^mtls', 'mtls', 'both ends show who they are'],
    ['effect: ^70%', '70%', '**70%** of the risk is taken away'],
    ['control: ^ownership-check', 'ownership-check', '(`broken-object-level-authorization`)'],
    [
      'covers: ^broken-object',
      'broken-object-level-authorization',
      '**One caller may reach another caller’s objects** (elevation of privilege',
    ],
    ['covers: ^broken-object', 'broken-object-level-authorization', 'In the APIs of this model: '],
    ['and ^tampering on', 'tampering', 'data is changed unnoticed. It is against integrity.'],
    ['tampering ^on store', 'on', 'between what and where'],
    ['on ^store GET /orders/{orderId}', 'store', '**API** `store`\n\n- spec: ./openapi.yaml'],
    ['protects: ^customer', 'customer', '**Data** `customer`\n\n- class: personal'],
    ['protects: ^customer', 'customer', 'Named 2 times elsewhere.'],
    ['shopper: { zone: ^internet', 'internet', '**Zone** `internet`'],
    [
      'store GET ^/orders/{orderId}\n    status',
      '/orders/{orderId}',
      'One order\n\n**GET /orders/{orderId}** (the internet reaches it)',
    ],
    [
      'store GET ^/orders/{orderId}\n    status',
      '/orders/{orderId}',
      '- **elevation of privilege** (someone does what they may not): ',
    ],
    ['store READ ^/**', '/**', '**3 operations**\n\n- GET /orders/{orderId}: One order'],
    ['query^.limit', 'query.limit', '**limit** in the query of'],
    ['attack: ^sql-injection', 'sql-injection', '**SQL injection**'],
    ['owasp: ^API8', 'API8:2023', '**API8:2023** Security Misconfiguration'],
    ['cwe: ^89', '89', 'SQL Injection'],
    [
      'dread: 8/9/^7',
      '7',
      '**exploitability 7** of 10: between ‘takes a tool and some skill’ and ‘takes a changed request’',
    ],
    ['dread: 8/9/^7', '7', '- `10` takes a browser'],
    ['agent: 5/^2', '2', '**motive 2** of 9'],
    ['    evidence: [^openapi.yaml', 'openapi.yaml', 'is there: **Shop**, OpenAPI 3.1, 5 operations.'],
    ['^gone.ts', 'gone.ts', 'is not among the files that were read.'],
    ['^customer: { class', 'customer', '**Data** `customer`'],
    ['fields: ^email', 'email', 'by its name personal data'],
    ['^largest: 100', 'largest', '**largest**: The largest maximum that a page may declare'],
    ['^gateway -> store', 'gateway', '**Component** `gateway`'],
    ['  ^written:', 'written', '- dread: 8/9/7/8/6'],
    ['  ^written:', 'written', '- affects: store GET /orders query.limit'],
  ])('%s', (line, on, part) => {
    const found = hover(line);
    expect(found.on).toBe(on);
    expect(found.text).toContain(part);
  });

  test('titles say nothing more', () => expect(hover('title: ^The caller must').text).toBe(''));

  test('nothing of a file runs or links', () => {
    const source = `${TWO}mitigations:\n  "[x](command:y)": { title: A, status: planned }\n  b: { title: "<img src=x>", covers: $0guessing }\n`;
    const { workspace, analysis, cursor } = load(
      source.replace('Somebody guesses ids', '"[run](command:evil) <img src=x>"'),
    );
    const found = hoverFor(workspace, analysis, cursor?.uri ?? '', cursor ?? { line: 0, character: 0 }, {
      today: TODAY,
    });
    expect(found?.markdown).toContain('run');
    expect(found?.markdown).not.toMatch(/\[run\]\(|<img/);
  });
});
