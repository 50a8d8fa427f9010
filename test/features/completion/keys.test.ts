import { describe, expect, test } from 'vitest';
import { completionsFor, firstModels, openDocument } from '../../../server/src/core/index';
import { accepted, complete, itemNamed, labels, problemsWith } from '../../support/complete';
import { NONE, ONE, TWO } from './shop';

/** The model's lines behind the head that all of these share. */
function added(head: string, text: string): string {
  const model = head.slice(head.indexOf('//- shop.threats.yaml\n') + '//- shop.threats.yaml\n'.length);
  expect(text.startsWith(model)).toBe(true);
  return text.slice(model.length);
}

describe('Root keys', () => {
  test('an empty file: a whole model, and the version first', () => {
    const done = complete(`${NONE}$0`);
    expect(labels(done).slice(0, 4)).toEqual(['stridewise: 1 …', 'first model', 'stridewise', 'title']);
    const text = accepted(done, 'stridewise: 1 …');
    expect(text).toBe('stridewise: 1\ntitle: Shop\napis:\n  shop:\n    spec: ./openapi.yaml\n    exposure: internet\n');
    expect(problemsWith(done, text)).toEqual([]);
  });

  test('an empty file: the first model of the descriptions beside it, as the command writes it', () => {
    const done = complete(`${NONE}mod$0`);
    expect(itemNamed(done, 'first model').detail).toBe('Guessed from openapi.yaml');
    const text = accepted(done, 'first model');
    const uri = 'file:///workspace/shop.threats.yaml';
    expect(text).toBe(`${firstModels(done.analysis, { uri }).models[0]?.text}\n`);
    expect(problemsWith(done, text)).toEqual([]);
    expect(labels(complete(`${NONE}title: Shop\n$0`)), 'a model that is begun').not.toContain('first model');
    expect(labels(complete(`${NONE.replace('//- shop.', '//- other/shop.')}$0`)), 'nothing beside it').not.toContain(
      'first model',
    );
  });

  test('those that are not there, in the order in which they are best written', () => {
    const names = labels(complete(`${ONE}$0`));
    expect(names).not.toContain('title');
    expect(names.indexOf('apis')).toBe(-1);
    expect(names.indexOf('zones')).toBeLessThan(names.indexOf('threats'));
    expect(names.indexOf('threats')).toBeLessThan(names.indexOf('mitigations'));
    expect(names.slice(-3), 'what every entry may have as well').toEqual(['notes', 'ticket', 'tags']);
  });

  test.each([
    'owner',
    'environments',
    'goals',
    'risk',
    'data',
    'zones',
    'actors',
    'components',
    'businessFlows',
    'threats',
    'mitigations',
    'rules',
    'notApplicable',
    'assumptions',
  ])('%s comes with a beginning that reads', (name) => {
    const done = complete(`${ONE.replace('owner: team-shop\n', '')}$0`);
    const text = accepted(done, name);
    expect(problemsWith(done, text).map(({ message }) => message)).toEqual([]);
    expect(itemNamed(done, name).fields.length).toBeGreaterThan(0);
  });

  test('in the middle of a model, before the next root key', () => {
    const done = complete(
      `${ONE}zon$0\nmitigations:\n  a: { title: A, covers: all on store, status: planned, due: 2027-01-01 }`,
    );
    expect(labels(done)).toContain('zones');
    expect(added(ONE, accepted(done, 'zones'))).toMatch(
      /^zones:\n {2}backend: trusted\n {2}internet: untrusted\nmitigations:\n/,
    );
  });

  test('a name that has its colon is replaced alone', () => {
    const done = complete(
      `${ONE}mitigati$0:\n  a: { title: A, covers: all on store, status: planned, due: 2027-01-01 }`,
    );
    expect(added(ONE, accepted(done, 'mitigations'))).toMatch(/^mitigations:\n {2}a: \{ title/);
  });
});

describe('Entries', () => {
  test.each([
    ['mitigations', ['reduce', 'transfer', 'avoid', 'accept']],
    ['threats', ['threat', 'threat of a rule']],
    ['zones', ['zone', 'untrusted zone']],
    ['components', ['datastore', 'gateway', 'external service']],
    ['goals', ['goal by property', 'goal by regulation']],
    ['assumptions', ['assumption']],
    ['businessFlows', ['business flow']],
    ['data', ['personal data', 'data']],
    ['actors', ['actor']],
    ['environments', ['environment']],
    ['notApplicable', ['not applicable']],
    ['rules', ['rule']],
  ])('%s', (section, wanted) => {
    const done = complete(`${ONE}${section}:\n  $0`);
    expect(labels(done).slice(0, wanted.length)).toEqual(wanted);
    for (const label of wanted) {
      const text = accepted(done, label);
      const block = added(ONE, text).split('\n').slice(1);
      expect(block.filter((line) => line !== '').every((line) => line.startsWith('  '))).toBe(true);
      expect(problemsWith(done, text).map(({ message }) => message)).toEqual([]);
    }
  });

  test('names that are taken are not used again', () => {
    const done = complete(
      `${ONE}threats:\n  new-threat: { title: One, affects: store, stride: denial, dread: 5/5/5/5/5 }\n  $0`,
    );
    expect(accepted(done, 'threat')).toContain('\n  new-threat-2:\n');
  });

  test('inside brackets', () => {
    const done = complete(`${ONE}zones: { dmz: semi-trusted, $0 }`);
    expect(added(ONE, accepted(done, 'zone'))).toBe('zones: { dmz: semi-trusted, backend: trusted }\n');
  });

  test('a comma that is missing behind it comes with it', () => {
    const done = complete(`${ONE}zones: { $0 dmz: semi-trusted }`);
    expect(added(ONE, accepted(done, 'zone'))).toBe('zones: { backend: trusted, dmz: semi-trusted }\n');
  });

  test('at the indentation of the others, wherever the cursor stands', () => {
    const done = complete(`${ONE}zones:\n    dmz: semi-trusted\n  $0`);
    expect(added(ONE, accepted(done, 'zone'))).toBe('zones:\n    dmz: semi-trusted\n    backend: trusted\n');
  });
});

describe('Keys of an entry', () => {
  const entry = (lines: string) =>
    `${ONE}mitigations:\n  one:\n${lines}\n  two: { title: T, covers: all on store, status: planned, due: 2027-01-01 }\n`;

  test('what the strategy needs comes first, what is there not at all', () => {
    expect(labels(complete(entry('    title: A\n    $0'))).slice(0, 3)).toEqual(['control', 'covers', 'status']);
    const accept = labels(complete(entry('    title: A\n    strategy: accept\n    $0')));
    expect(accept.slice(0, 4)).toEqual(['covers', 'reason', 'owner', 'until']);
    expect(accept).not.toContain('strategy');
    expect(labels(complete(entry('    strategy: avoid\n    $0'))).slice(0, 3)).toEqual(['title', 'removes', 'status']);
  });

  test('a half-typed one, also between others', () => {
    const done = complete(entry('    title: A\n    st$0\n    due: 2027-01-01'));
    expect(labels(done)[0]).toBe('status');
    expect(accepted(done, 'status')).toContain('    title: A\n    status: planned\n    due: 2027-01-01\n');
  });

  test('at the wrong column it goes to that of the others', () => {
    const done = complete(entry('    title: A\n $0\n    due: 2027-01-01'));
    expect(accepted(done, 'status')).toContain('    title: A\n    status: planned\n    due: 2027-01-01\n');
  });

  test('behind the last one also a new entry, which then stands beside', () => {
    const done = complete(entry('    title: A\n    $0'));
    expect(accepted(done, 'accept')).toContain(
      '\n    title: A\n  new-acceptance:\n    title: TODO\n    strategy: accept\n',
    );
    expect(labels(complete(entry('    title: A\n    $0\n    due: 2027-01-01')))).not.toContain('transfer');
  });

  test('behind the last item of a list also the keys, which then stand beside the list', () => {
    const done = complete(entry('    title: A\n    covers:\n      - all on store\n      $0'));
    expect(accepted(done, 'status')).toContain('      - all on store\n    status: planned\n');
  });

  test('inside brackets, in quotes where they are needed', () => {
    const done = complete(`${ONE}mitigations:\n  one: { title: A, $0 }`);
    expect(added(ONE, accepted(done, 'covers'))).toMatch(
      /one: \{ title: A, covers: "[a-z-]+ on GET \/[^"]*\{orderId\}" \}\n$/,
    );
  });

  test('keys of a value that is a map', () => {
    const threat = (value: string) => `${ONE}threats:\n  one:\n    title: A\n    ${value}\n`;
    expect(labels(complete(threat('dread: { damage: 3, $0 }')))).toEqual([
      'reproducibility',
      'exploitability',
      'affected',
      'discoverability',
    ]);
    expect(labels(complete(threat('owaspRating:\n      $0'))).slice(0, 2)).toEqual(['likelihood', 'impact']);
  });

  test('root keys that hold keys', () => {
    expect(labels(complete(`${ONE}risk: { $0 }`)).slice(0, 2)).toEqual(['method', 'acceptable']);
    expect(labels(complete(`${TWO}rules:\n  unbounded-list:\n    $0`)).slice(0, 2)).toEqual(['level', 'reason']);
    expect(labels(complete(`${TWO}rules:\n  unbounded-page-size:\n    $0`))).toContain('largest');
  });

  test('the value of a shorthand', () => {
    expect(labels(complete(`${ONE}zones:\n  dmz: $0`))).toEqual(['untrusted', 'semi-trusted', 'trusted']);
  });

  test('a key of JSON is in quotes, and its neighbours keep their commas', () => {
    const json = `${NONE.trimEnd()}\n{\n  "stridewise": 1,\n  "title": "Shop",\n  "risk": {\n    "method": "dread"\n    $0\n  }\n}\n`;
    const done = complete(json);
    expect(accepted(done, 'acceptable')).toContain('"method": "dread"\n    , "acceptable": "medium"\n  }');
  });
});

test('flows', () => {
  const done = complete(TWO.replace('  shopper -> gateway', '  $0\n  shopper -> gateway'));
  const begins = ['shopper -> gateway -> old', 'store -> orders-db', 'old -> orders-db'];
  expect(labels(done).slice(0, 4), 'those that are not drawn, then who calls').toEqual([...begins, 'store']);
  expect(accepted(done, 'store -> orders-db')).toContain(
    'flows:\n  store -> orders-db:\n    carries: customer\n    over: tls\n  shopper -> gateway',
  );
});

test('behind an entry comes a new root key as well, at its own column', () => {
  const parts = `${ONE}data:\n  customer:\n    class: personal\n    `;
  const done = complete(`${parts}zo$0\n`);
  expect(labels(done)).toContain('zones');
  expect(accepted(done, 'zones')).toMatch(/class: personal\nzones:\n {2}backend: trusted\n {2}internet: untrusted\n$/);
  expect(accepted(complete(`${parts.slice(0, -2)}zo$0\n`), 'zones')).toMatch(/class: personal\nzones:\n {2}backend/);
  expect(labels(complete(`${parts}$0\n`)), 'an owner is one of the entry').toEqual(
    expect.arrayContaining(['schemas', 'owner', 'data', 'zones', 'mitigations']),
  );
  expect(labels(complete(`${parts}$0\n  card: payment\n`)), 'not before the next entry').not.toContain('zones');
});

describe('What an entry begins with', () => {
  const parts = `${ONE}data: { customer: personal }\nzones: { backend: trusted, internet: untrusted }\n`;

  test.each([
    ['actors', 'actors:\n  user:\n    zone: internet\n    calls: store\n'],
    ['components', 'components:\n  database:\n    kind: datastore\n    zone: backend\n'],
    ['goals', 'goals:\n  gdpr:\n    regulation: GDPR\n    protects: customer\n'],
  ])('%s: the zone and the data that fit it', (name, text) => {
    expect(added(parts, accepted(complete(`${parts}$0`), name))).toBe(text);
  });

  test('data: the fields that the description shows, by their class, those alone that are not named', () => {
    const begun = complete(`${ONE}data:\n  $0`);
    expect(labels(begun)).toEqual(expect.arrayContaining(['personal data', 'data']));
    const text = added(ONE, accepted(begun, 'personal data'));
    expect(text).toBe('data:\n  personal-data:\n    class: personal\n    fields: [email]\n');
    const [, , fields] = itemNamed(begun, 'personal data').fields;
    expect(itemNamed(begun, 'personal data').edit.newText.slice(fields?.[0], fields?.[1])).toBe('[email]');
    const named = complete(`${ONE}data:\n  customer: { class: personal, fields: email }\n  $0`);
    expect(labels(named).filter((label) => label.endsWith('data'))).toEqual(['data']);
  });

  test('a goal that is set gives way to the next', () => {
    const set = `${parts}goals:\n  gdpr: { regulation: GDPR, protects: customer }\n  $0\n`;
    expect(labels(complete(set))[0]).toBe('goal by property');
    const cards = set.replace('personal', 'payment');
    expect(accepted(complete(cards), 'goal by regulation')).toContain('regulation: PCI DSS\n    protects: customer');
  });

  test('a value of a few words has them with it, the one that stands there first', () => {
    const done = complete(`${parts}components:\n  $0`);
    const [, kind, zone] = itemNamed(done, 'datastore').fields;
    expect(kind?.[2]).toEqual(expect.arrayContaining(['datastore', 'gateway', 'external']));
    expect(zone?.[2]).toEqual(['backend', 'internet']);
    const [, title] = itemNamed(complete(`${parts}threats:\n  $0`), 'threat').fields;
    expect(title?.[2]).toBeUndefined();
    const [, , , stride] = itemNamed(complete(`${parts}threats:\n  $0`), 'threat').fields;
    expect(stride?.[2], 'nothing else is suggested while a choice is open, and this may be a list').toBeUndefined();
  });
});

test('lines end as the file’s do, and the fields count that', () => {
  const text = 'stridewise: 1\r\nmitigations:\r\n  \r\n';
  const uri = 'file:///workspace/shop.threats.yaml';
  const { workspace, analysis } = complete(`${ONE}$0`);
  const document = openDocument(uri, text, 'model');
  const { items } = completionsFor(
    document,
    { line: 2, character: 2 },
    { workspace, analysis, uri, today: '2026-11-24' },
  );
  const [reduce] = items;
  expect(reduce?.edit.newText.replaceAll('\r\n', '')).not.toMatch(/\n/);
  expect(reduce?.fields.map(([start, end]) => reduce.edit.newText.slice(start, end))).toEqual([
    'new-control',
    'TODO',
    expect.stringMatching(/ on /),
    'planned',
    '2027-02-22',
  ]);
});
