import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const LIVE = 'https://api.shop.example/v1';
const told = (...urls: readonly string[]) =>
  findings(`openapi: 3.1.0
info: { title: T, version: "1" }
servers: [${urls.map((url) => `{ url: "${url}" }`).join(', ')}]
paths: { /a: { get: { responses: { "200": { description: A } } } } }
`).some(({ rule }) => rule === 'test-server-listed');

group('test-server-listed', () => {
  it.each([
    'https://staging.shop.example',
    'https://api-test.shop.example/v1',
    'https://abc.execute-api.example/dev',
    'https://api.shop.example/staging/v1',
  ])('%s beside the real one', (url) => {
    expect(told(LIVE, url)).toBe(true);
  });

  it.each([
    'https://sandbox.shop.example',
    'https://api.shop.example/testimonials',
    'https://api.shop.example/acceptance/v1',
    'http://localhost:8080/test',
  ])('%s is none', (url) => {
    expect(told(LIVE, url)).toBe(false);
  });

  it('a test server alone is what the description is of', () => {
    expect(told('https://abc.execute-api.example/dev')).toBe(false);
  });
});
