import { describe, expect, it } from 'vitest';
import { load } from '../support/check';

const api = (title: string, version: string, server = 'https://api.shop.example') => `openapi: 3.0.3
info: { title: ${title}, version: "${version}" }
servers: [{ url: "${server}" }]
paths:
  /products:
    get: { responses: { "200": { description: Products } } }
`;

/** The messages about old versions, by file. */
function told(...files: readonly string[]): readonly string[] {
  const text = files.map((file, index) => `//- ${index}.yaml\n${file}`).join('');
  return load(`\n${text}`).analysis.apis.flatMap(({ description, findings }) =>
    findings
      .filter(({ rule }) => rule === 'old-version-served')
      .map(({ message }) => `${description.uri.split('/').at(-1)}: ${message}`),
  );
}

describe('Two descriptions of one API', () => {
  it('the older one asks whether it is still served', () => {
    const old = '0.yaml: GET /products is described beside its version 2';
    expect(told(api('Shop API v1', '1.4.0'), api('Shop API v2', '2.0.1'))).toEqual([old]);
  });

  it('the path of the server tells the version before the document does', () => {
    const found = told(api('Shop', '7.0', 'https://shop.example/v1'), api('Shop', '7.0', 'https://shop.example/v3'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('version 3');
  });

  it.each([
    ['copies of one version', [api('Shop', '1.0.0'), api('Shop', '1.2.0')]],
    ['two APIs', [api('Shop', '1.0.0'), api('Stock', '2.0.0')]],
    ['a date', [api('Shop', '2023-01-01'), api('Shop', '2024-01-01')]],
    ['one alone', [api('Shop', '1.0.0')]],
  ])('%s are left alone', (_, files) => {
    expect(told(...files)).toEqual([]);
  });
});
