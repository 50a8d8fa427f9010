import fc from 'fast-check';
import { SHOP } from './shop';

/** A description with one operation that takes and returns data. */
export const LANDSCAPE_SPEC = `${SHOP}  /orders/{orderId}:
    get:
      parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: The order
          content: { application/json: { schema: { type: object, properties: { email: { type: string } } } } }
`;

/** Ids of which some stand for nothing, so that flows and zones lead into the void as well. */
const id = fc.constantFrom('store', 'gateway', 'db', 'worker', 'shopper', 'clerk', 'nobody');
const zone = fc.constantFrom('outside', 'dmz', 'backend', 'nowhere', '');
const data = fc.subarray(['customer', 'card', 'nothing']);
const list = (ids: readonly string[]) => `[${ids.join(', ')}]`;
const kind = fc.constantFrom('service', 'gateway', 'datastore', 'queue', 'external');

/** What a model may say of what stands around its API, circles and names of nothing included. */
export const landscape = fc.record({
  trusts: fc.tuple(...['outside', 'dmz', 'backend'].map(() => fc.constantFrom('untrusted', 'semi-trusted', 'trusted'))),
  actors: fc.array(
    fc.record({ zone, calls: fc.constantFrom('', 'calls: store ANY /**, ', 'calls: every ANY /**, ') }),
    {
      maxLength: 2,
    },
  ),
  components: fc.array(fc.record({ zone, kind, holds: data }), { maxLength: 3 }),
  flows: fc.array(fc.record({ hops: fc.array(id, { minLength: 2, maxLength: 4 }), carries: data }), { maxLength: 5 }),
  threats: fc.array(
    fc.record({
      affects: fc.constantFrom('gateway', 'db', 'store -> db', 'gateway -> store', 'GET /orders/{orderId}', 'nobody'),
      stride: fc.subarray(['spoofing', 'tampering', 'repudiation', 'disclosure', 'denial', 'elevation'], {
        minLength: 1,
      }),
      by: fc.subarray(['shopper', 'clerk', 'nobody']),
      status: fc.constantFrom('planned', 'missing', 'implemented'),
    }),
    { maxLength: 3 },
  ),
});

type Landscape = typeof landscape extends fc.Arbitrary<infer T> ? T : never;

/** The model's file, to be put behind the description. */
export function landscapeModel({ trusts, actors, components, flows, threats }: Landscape): string {
  const names = ['outside', 'dmz', 'backend'];
  const entry = (indent: string, key: string, value: string) => `${indent}${key}: ${value}\n`;
  const section = (key: string, entries: readonly string[]) =>
    entries.length === 0 ? '' : `${key}:\n${entries.join('')}`;
  const zoneOf = (one: string) => (one === '' ? '' : `zone: ${one}, `);
  return [
    '//- shop.threats.yaml\nstridewise: 1\ntitle: Shop\napis: { store: { spec: ./openapi.yaml, zone: backend } }\n',
    'data: { customer: { class: personal, fields: email }, card: { class: payment, fields: number } }\n',
    section(
      'zones',
      trusts.map((trust, index) => entry('  ', names[index] ?? '', trust)),
    ),
    section(
      'actors',
      actors.map((one, index) =>
        entry('  ', ['shopper', 'clerk'][index] ?? '', `{ ${zoneOf(one.zone)}${one.calls}title: A }`),
      ),
    ),
    section(
      'components',
      components.map((one, index) => {
        const words = `{ kind: ${one.kind}, ${zoneOf(one.zone)}holds: ${list(one.holds)} }`;
        return entry('  ', ['gateway', 'db', 'worker'][index] ?? '', words);
      }),
    ),
    section(
      'flows',
      flows.map(({ hops, carries }) => entry('  ', hops.join(' -> '), `{ carries: ${list(carries)} }`)),
    ),
    section(
      'threats',
      threats.map((one, index) => {
        const words = `{ title: T${index}, affects: ${one.affects}, stride: ${list(one.stride)}, by: ${list(one.by)} }`;
        return entry('  ', `t${index}`, words);
      }),
    ),
    section(
      'mitigations',
      threats.map(({ status }, index) =>
        entry('  ', `m${index}`, `{ title: M, covers: t${index}, status: ${status} }`),
      ),
    ),
  ].join('');
}
