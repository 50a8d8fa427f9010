import { describe, expect, it } from 'vitest';
import { isCostly } from '../../server/src/core/openapi/patterns';

describe('patterns that may take exponential time', () => {
  it.each([
    '^(a+)+$',
    '^(a*)*$',
    '^([a-zA-Z0-9]+)*$',
    '^(\\w+\\s?)*$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(a|a)*$',
    '^(\\w|\\d)+$',
    '^(?:[0-9]{1,3}){2,}x',
    '(x+x+)+y',
    '^(?<word>\\w+)*!',
    '^((ab)*)*c',
    '^([^@]+)+@',
    '^(a+){1,50}$',
    '^(.*a)*\\b',
    '^(a+?)+?$',
    '^((a|b)+)+$',
  ])('%s', (pattern) => {
    expect(isCostly(pattern)).toBe(true);
  });
});

describe('patterns that take linear time, or nearly', () => {
  it.each([
    '',
    '^[a-z]+$',
    '^(a|b)*$',
    '^([a-z0-9]+-)*[a-z0-9]+$',
    '^([a-z]+\\.)+[a-z]{2,}$',
    '^(\\d{3}-)+\\d{4}$',
    '^(a+)+',
    '^(a+){2}$',
    '^(abc)+$',
    '^(,\\s*\\w+)*$',
    '^[(a+)+]$',
    '^\\(a+\\)+$',
    '^(?=.*\\d)(?=.*[a-z]).{8,}$',
    '^(([a-zA-Z]:)?(\\\\[\\w. -]+)+)$',
    '^(([0-9]{1,3})\\.){3}[0-9]{1,3}$',
    '^[A-Z]{2}([0-9A-Z]{4})+$',
    '^(a',
    'a)+$',
    '[a',
    '^(a{,3})+b',
    '\\',
    '(?<',
  ])('%s', (pattern) => {
    expect(isCostly(pattern)).toBe(false);
  });

  it('a long one is read no more than once', () => {
    const nested = `^${'('.repeat(900)}a+${')+'.repeat(500)}`;
    expect(isCostly(nested)).toBe(false);
    expect(isCostly(`${'(a+)+'.repeat(1000)}$`)).toBe(false);
  });
});
