import { describe, expect, it } from 'vitest';
import { exposureOf, fingerprintOf, type Server } from '../../server/src/core/index';
import { mitigation } from '../support/model-objects';

const server = (url: string): Server => ({ url, description: '', at: mitigation({}).at });

describe('Exposure', () => {
  it.each([
    ['http://localhost:8080/v1', 'internal'],
    ['https://10.1.2.3', 'internal'],
    ['https://172.16.0.1/', 'internal'],
    ['https://172.32.0.1/', 'internet'],
    ['http://192.168.1.4', 'internal'],
    ['http://[::1]:3000', 'internal'],
    ['https://orders.internal/api', 'internal'],
    ['http://printer.local', 'internal'],
    ['https://orders.corp', 'internal'],
    ['https://api.shop.intranet/v1', 'internal'],
    ['http://orders.shop.svc:8080', 'internal'],
    ['http://orders:8080', 'internal'],
    ['https://api.example.com', 'internet'],
    ['https://corp.example.com', 'internet'],
    ['https://{host}/v1', 'internet'],
    ['https://localhost.example.com', 'internet'],
    ['/v1', 'internet'],
    ['{scheme}://{host}/', 'internet'],
  ] as const)('%s is %s', (url, exposure) => {
    expect(exposureOf([server(url)])).toBe(exposure);
  });

  it('is the internet where nothing or only some servers say otherwise', () => {
    expect(exposureOf([])).toBe('internet');
    expect(exposureOf([server('http://localhost'), server('https://api.example.com')])).toBe('internet');
  });
});

describe('Fingerprints', () => {
  const parts = { rule: 'r', specPath: 'a/openapi.yaml', method: 'GET', path: '/x', part: '' };

  it('are the same for the same parts and differ with each of them', () => {
    const all = [
      parts,
      ...(['rule', 'specPath', 'method', 'path', 'part'] as const).map((key) => ({ ...parts, [key]: 'other' })),
    ];
    expect(fingerprintOf({ ...parts })).toBe(fingerprintOf(parts));
    expect(new Set(all.map(fingerprintOf)).size).toBe(all.length);
    expect(fingerprintOf(parts)).toMatch(/^[0-9a-f]{14}$/);
  });
});
