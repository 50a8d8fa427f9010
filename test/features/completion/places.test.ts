import { describe, expect, test } from 'vitest';
import { accepted, complete, itemNamed, labels, problemsWith } from '../../support/complete';
import { ONE, TWO } from './shop';

const affects = (text: string) =>
  `${TWO}  one:\n    title: A\n    stride: denial\n    dread: 5/5/5/5/5\n    affects: ${text}\n`;
const covers = (text: string) =>
  `${TWO}mitigations:\n  one:\n    title: A\n    status: planned\n    due: 2027-01-01\n    covers: ${text}\n`;

describe('Where', () => {
  test('one API: its operations whole, with their summaries, and words for others', () => {
    const done = complete(`${ONE}threats:\n  one:\n    affects: $0\n`);
    expect(labels(done)).toEqual([
      'store',
      'ANY',
      'READ',
      'WRITE',
      'operation',
      'tag',
      'webhook',
      'schema',
      'scheme',
      'GET /orders/{orderId}',
      'DELETE /orders/{orderId}',
      'GET /orders',
      'GET /debug',
      'webhook orderShipped',
    ]);
    expect(itemNamed(done, 'GET /orders').detail).toBe('All orders');
  });

  test('several APIs: each operation with its own', () => {
    const names = labels(complete(affects('$0')));
    expect(names.slice(0, 4)).toEqual(['store', 'old', 'gateway', 'orders-db']);
    expect(names).toEqual(
      expect.arrayContaining(['every', 'shopper', 'shopper -> gateway', 'store GET /orders', 'old GET /orders']),
    );
    expect(names).not.toContain('customer');
  });

  test.each([
    ['store $0', ['ANY', 'READ', 'operation', 'GET /orders']],
    ['every $0', ['API', 'ANY', 'GET /orders']],
    ['store GET $0', ['/**', '/orders/**', '/orders/{orderId}', '/orders', '/debug']],
    ['store DELETE $0', ['/**', '/orders/{orderId}']],
    ['store operation $0', ['getOrder', 'dropOrder', 'listOrders']],
    ['operation old$0', ['oldOrders']],
    ['store tag $0', ['Back office']],
    ['store tag Back $0', ['Back office']],
    ['store webhook $0', ['orderShipped']],
    ['store schema $0', ['Order']],
    ['store scheme $0', ['account']],
    ['store GET /orders $0', ['query.limit']],
    ['store operation listOrders $0', ['query.limit']],
    ['gateway $0', ['->']],
    ['shopper -> $0', ['gateway']],
    ['gateway -> $0', ['store']],
  ])('%s', (text, wanted) => {
    const names = labels(complete(affects(text)));
    expect(names.filter((name) => wanted.includes(name))).toEqual(wanted);
    expect(names[0]).toBe(text.endsWith('store $0') ? 'ANY' : wanted[0]);
  });

  test('what a key may name', () => {
    expect(labels(complete(`${TWO}goals: { g: { protects: $0 } }`))).toContain('customer');
    expect(
      labels(complete(`${TWO.replace('shopper: { zone: internet }', 'shopper: { zone: internet, calls: $0 }')}`)),
    ).not.toContain('gateway');
  });

  test.each(['store GET /orders', 'gateway', 'store', 'shopper -> gateway'])(
    '%s reads where it is accepted',
    (label) => {
      const done = complete(affects('$0'));
      expect(problemsWith(done, accepted(done, label))).toEqual(problemsWith(done, accepted(done, 'store GET /debug')));
    },
  );
});

describe('Statements', () => {
  test('threats, categories with their plain words, what is open, rules', () => {
    const done = complete(covers('$0'));
    expect(labels(done).slice(0, 8)).toEqual([
      'guessing',
      'spoofing',
      'tampering',
      'repudiation',
      'disclosure',
      'denial',
      'elevation',
      'all',
    ]);
    expect(itemNamed(done, 'spoofing').detail).toBe('someone passes for somebody else');
    expect(labels(done)[8]).toMatch(/^[a-z-]+ on (?:store|old) \w+ /);
    expect(labels(done)).toContain('injection');
  });

  test('beside a control also places', () => {
    const names = labels(
      complete(covers('$0').replace('title: A\n    status', 'title: A\n    control: rate-limiting\n    status')),
    );
    expect(names).toEqual(expect.arrayContaining(['gateway', 'store GET /orders', 'spoofing']));
  });

  test('what goes on behind what', () => {
    expect(accepted(complete(covers('dis$0')), 'disclosure')).toContain('covers: disclosure on \n');
    expect(labels(complete(covers('disclosure $0')))).toEqual(['on', 'and']);
    expect(labels(complete(covers('all $0')))).toEqual(['on']);
    const more = labels(complete(covers('disclosure and $0')));
    expect(more).not.toContain('disclosure');
    expect(more.slice(0, 5)).toEqual(['spoofing', 'tampering', 'repudiation', 'denial', 'elevation']);
    expect(labels(complete(covers('disclosure, ta$0 on store')))[0]).toBe('tampering');
    expect(accepted(complete(covers('disclosure, ta$0 on store')), 'tampering')).toContain(
      'covers: disclosure, tampering on store\n',
    );
  });

  test('places behind `on`: those first where the rule finds something', () => {
    const names = labels(complete(covers('broken-object-level-authorization on store $0')));
    expect(names[0]).toMatch(/\/orders\/\{orderId\}$/);
    expect(names).not.toContain('guessing');
  });

  test('what is open is offered as a whole, and answers it', () => {
    const done = complete(covers('$0'));
    const label = labels(done)[8] ?? '';
    expect(problemsWith(done, accepted(done, label))).toEqual([]);
  });

  test('what has an answer already comes behind what has none', () => {
    const first = labels(complete(covers('$0')))[8] ?? '';
    const again = complete(`${covers(first)}  two:\n    title: B\n    covers: $0\n`);
    expect(labels(again)[8]).not.toBe(first);
    expect(labels(again)).toContain(first);
  });

  test('as the name of an entry', () => {
    const done = complete(`${ONE}notApplicable:\n  repudiation on $0: Nobody would deny it\n`);
    expect(accepted(done, 'GET /orders/{orderId}')).toContain(
      '\n  repudiation on GET /orders/{orderId}: Nobody would deny it\n',
    );
    expect(accepted(complete(`${ONE}notApplicable: { repudiation on $0: Nobody }`), 'GET /orders/{orderId}')).toContain(
      'notApplicable: { "repudiation on GET /orders/{orderId}": Nobody }',
    );
  });

  test('flows by their ends', () => {
    const flows = TWO.replace('  shopper -> gateway', '  $0\n  shopper -> gateway');
    expect(labels(complete(flows))).toEqual(
      expect.arrayContaining(['store -> orders-db', 'shopper', 'gateway', 'store']),
    );
    const started = complete(flows.replace('$0', 'sto$0'));
    expect(accepted(started, 'store')).toContain('\n  store -> \n');
    expect(itemNamed(started, 'store').asks).toBe(true);
    expect(accepted(complete(TWO.replace('  shopper -> gateway', '  sho$0 -> gateway')), 'shopper')).toContain(
      '\n  shopper -> gateway -> store:',
    );
    expect(labels(complete(flows.replace('$0', 'gateway -> $0')))[0]).toBe('store');
  });
});

describe('Many operations', () => {
  const paths = Array.from(
    { length: 500 },
    (_, index) => `  /t${index}/x1: { get: { responses: { "200": { description: x } } } }\n`,
  );
  const head = `//- openapi.yaml\nopenapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths:\n${paths.join('')}`;
  const at = (text: string) =>
    complete(
      `${head}//- m.threats.yaml\nstridewise: 1\napis: { t: { spec: ./openapi.yaml } }\nthreats: { a: { affects: ${text} } }\n`,
    );

  test('the list is cut, says so, and is asked for again', () => {
    const { list } = at('GET $0');
    expect(list.items).toHaveLength(300);
    expect(list.incomplete).toBe(true);
    expect(labels(at('GET /t499$0'))).toContain('/t499/x1');
    expect(at('GET /t499$0').list.incomplete).toBe(false);
  });

  test('of too many those first that have the letters in one piece', () => {
    const many = at('GET /t1$0');
    expect(many.list.incomplete).toBe(true);
    const names = labels(many);
    expect(names.slice(0, 111).every((name) => name.startsWith('/t1'))).toBe(true);
    expect(names[111]?.startsWith('/t1')).toBe(false);
  });
});
