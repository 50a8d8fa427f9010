import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const KEY = `sk_li${'ve_'}kQ7pZ2mV9xL4nB6sD3fG8hJ5`;

const found = (media: string, more = '') =>
  findings(`openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /keys:
    get: { responses: { "200": { description: Fine, content: { application/json: { ${media} } } } } }
${more}
`).filter(({ rule }) => rule === 'secret-in-example');

const schema = (value: string) => `schema: { type: object, properties: { api_key: { type: string, ${value} } } }`;

group('secret-in-example', () => {
  it.each([
    schema(`example: ${KEY}`),
    schema(`default: ${KEY}`),
    schema(`examples: [none, ${KEY}]`),
    `example: { deep: [{ note: ${KEY} }] }`,
    `examples: { one: { value: { note: "${KEY}" } } }`,
  ])('%s is told where it stands', (media) => {
    const [one, ...others] = found(media);
    expect(others).toEqual([]);
    expect(one?.evidence.message).toBe('GET /keys shows an example that looks like a live key of Stripe');
  });

  it.each([
    schema('example: sk_test_kQ7pZ2mV9xL4nB6sD3fG8hJ5'),
    schema('example: sk_live_example'),
    `schema: { type: string, description: ${KEY} }`,
    'example: { id: kQ7pZ2mV9xL4nB6sD3fG8hJ5kQ7pZ2mV }',
  ])('%s is left alone', (media) => {
    expect(found(media)).toEqual([]);
  });

  it.each([`schema: { type: string, default: ${KEY} }`, `example: ${KEY}, schema: { type: string }`])(
    'a header with %s is told',
    (more) => {
      const header = `  /others:\n    get: { parameters: [{ name: X-Api-Key, in: header, ${more} }], responses: {} }`;
      expect(found('schema: { type: object }', header).map(({ operation }) => operation.path)).toEqual(['/others']);
    },
  );

  it('one kind is one cause', () => {
    const more = `  /others:\n    get: { responses: { "200": { description: Fine, content: { text/plain: { example: ${KEY} } } } } }`;
    const causes = found(`example: ${KEY}`, more).map(({ evidence }) => evidence.cause);
    expect(causes).toHaveLength(2);
    expect(new Set(causes).size).toBe(1);
  });
});
