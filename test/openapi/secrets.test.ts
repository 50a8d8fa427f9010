import { expect, describe as group, it } from 'vitest';
import { secretKind } from '../../server/src/core/openapi/samples/secrets';

// Put together here, so that no scanner takes this file for a leak.
const MIXED = 'kQ7pZ2mV9xL4nB6sD3fG8hJ5tR0wYcUe';
const token = (start: string, length: number) => start + MIXED.repeat(8).slice(0, length);
const UPPER = 'Q7PZ2MV6XL4NB5SD3FGH';

group('live secrets by their shape', () => {
  it.each([
    `AK${'IA'}${UPPER.slice(0, 16)}`,
    token('sk_li'.concat('ve_'), 24),
    token('gh'.concat('p_'), 36),
    token('github_'.concat('pat_'), 40),
    token('AI'.concat('za'), 35),
    `xo${'xb'}-724561938-${token('', 24)}`,
    `Bearer ${token('ey'.concat('J'), 20)}.${token('eyJ', 30)}.${token('', 40)}`,
    `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${token('', 120)}\n`,
  ])('%s is one', (text) => {
    expect(secretKind(text)).not.toBeNull();
  });

  it.each([
    '',
    'AKIAIOSFODNN7EXAMPLE',
    'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx',
    'sk_live_your_secret_key_goes_here',
    token('sk_te'.concat('st_'), 24),
    'ghp_000000000000000000000000000000000000',
    'ghp_short',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV',
    'eyJhbGciOiJIUzI1NiJ9',
    ...['', 'a', 'ab'].map((subject) => {
      const claims = Buffer.from(JSON.stringify({ s: subject, exp: 1700000000, k: MIXED })).toString('base64url');
      return `eyJ${MIXED}.${claims}.${MIXED}`;
    }),
    '-----BEGIN PUBLIC KEY-----',
    '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    'AKIA is how keys begin',
    'd41d8cd98f00b204e9800998ecf8427e',
  ])('%s is none', (text) => {
    expect(secretKind(text)).toBeNull();
  });
});
