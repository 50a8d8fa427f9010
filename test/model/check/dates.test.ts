import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../../server/src/core/model/check/days';
import { fixesAt, load, TODAY } from '../../support/check';
import { checkModelText, fixed, shopModel } from './model-text';

describe('Days that have passed', () => {
  it('open what was accepted, assumed or planned until then', () => {
    checkModelText(
      `mitigations:
  taken: { strategy: accept, covers: disclosure on shop, reason: Public, owner: cto, until: 2026-11-23 }
#                                                                                           ^^^^^^^^^^ warning expired: \`taken\` was accepted until 2026-11-23
  still: { strategy: accept, covers: spoofing on shop, reason: Public, owner: cto, until: ${TODAY} }
  late: { covers: denial on shop, status: planned, due: 2026-01-31 }
#                                                       ^^^^^^^^^^ warning overdue: \`late\` was due on 2026-01-31
  done: { covers: elevation on shop, status: implemented, due: 2026-01-31 }
  soon: { covers: tampering on shop, status: planned, due: 2026-12-31 }
assumptions:
  quiet: { covers: repudiation on shop, owner: ciso, until: 2026-06-30 }
#                                                           ^^^^^^^^^^ warning expired: \`quiet\` was assumed until 2026-06-30
  calm: { covers: repudiation on shop, owner: ciso, until: 2027-06-30 }
`,
      ['expired', 'overdue'],
    );
  });

  it.each([
    [
      '{ covers: denial on shop, status: planned, due: 2026-01-31 }',
      '{ covers: denial on shop, status: implemented, due: 2026-01-31 }',
    ],
    [
      '\n    due: 2026-01-31 # spring\n    status: "planned"\n    covers: denial on shop',
      '\n    due: 2026-01-31 # spring\n    status: "implemented"\n    covers: denial on shop',
    ],
  ])('of what was planned may be over since it is there: %j', (before, after) => {
    const other = '  other: { covers: tampering on shop, status: planned, due: 2099-01-01 }\n';
    const model = (entry: string) => `mitigations:\n  late: ${entry}\n${other}`;
    expect(fixed(model(before.replace('2026-01-31', '2026-01-31$0')))).toEqual({
      title: 'Say that `late` is implemented',
      text: model(after),
      codes: [],
    });
    const [first, second] = fixesAt(load(shopModel(model(before.replace('2026-01-31', '2026-01-31$0')))));
    expect([first?.preferred, second?.title]).toEqual([false, 'Say that `late` is missing']);
  });

  it('are told two weeks ahead', () => {
    checkModelText(
      `mitigations:
  now: { strategy: accept, covers: disclosure on shop, reason: Public, owner: cto, until: ${TODAY} }
#                                                                                         ^^^^^^^^^^ warning expires-soon: \`now\` is accepted until ${TODAY} only and open again after that day
  last: { strategy: accept, covers: spoofing on shop, reason: Public, owner: cto, until: 2026-12-08 }
#                                                                                        ^^^^^^^^^^ warning expires-soon: \`last\` is accepted until 2026-12-08 only
  next: { strategy: accept, covers: tampering on shop, reason: Public, owner: cto, until: 2026-12-09 }
  plan: { covers: denial on shop, status: planned, due: 2026-12-01 }
assumptions:
  quiet: { covers: repudiation on shop, owner: ciso, until: 2026-11-30 }
#                                                           ^^^^^^^^^^ warning expires-soon: \`quiet\` is assumed until 2026-11-30 only
`,
      ['expires-soon'],
    );
  });
});

describe('Reviews', () => {
  const CODES = ['review-overdue', 'never-reviewed', 'reviewed-ahead'];
  it('are overdue the day after the last one of their time', () => {
    checkModelText(
      `reviewed: 2026-08-25
#         ^^^^^^^^^^ warning review-overdue: last reviewed on 2026-08-25 and should have been again by 2026-11-23
reviewEvery: 90 days
`,
      CODES,
    );
    checkModelText('reviewed: 2026-08-26\nreviewEvery: 90 days\n', CODES);
    checkModelText('reviewed: 2020-01-01\n', CODES);
  });

  it('are to be held, and not ahead of time', () => {
    checkModelText(
      `reviewEvery: 1 year
#            ^^^^^^ warning never-reviewed: It is to be reviewed every 1 year, and nobody has
`,
      CODES,
    );
    checkModelText(
      `reviewed: 2026-11-25
#         ^^^^^^^^^^ warning reviewed-ahead: 2026-11-25 is still to come
`,
      CODES,
    );
  });

  it('say nothing of what does not read', () => {
    const codes = load(shopModel('reviewed: soon\nreviewEvery: often\n')).analysis.problems.map(({ code }) => code);
    expect(codes).toEqual([]);
  });

  it.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2026-11-01', '2 weeks', '2026-11-15'],
    ['2026-11-30', '3 months', '2027-02-28'],
    ['2026-11-30', '99999999 years', null],
    ['2026-11-30', 'often', null],
  ])('%s and %s is %s', (date, time, day) => {
    expect(dayAfter(date, time)).toBe(day);
  });
});

describe('What is written as elsewhere', () => {
  const reviewed = (text: string) => fixed(`reviewed: ${text}$0\n`);
  it.each([
    ['2026-5-1', '2026-05-01'],
    ['2026/05/01', '2026-05-01'],
    ['20260501', '2026-05-01'],
    ['2026-05-01T10:00:00Z', '2026-05-01'],
    ['2026.5.1', '2026-05-01'],
  ])('the day %s is %s', (before, after) => {
    expect(reviewed(before)).toEqual({ title: `Write \`${after}\``, text: `reviewed: ${after}\n`, codes: [] });
  });

  it.each(['01/05/2026', '2026-13-01', '2026-02-30', 'May 2026', '26-05-01'])('the day %s may be another', (text) => {
    expect(reviewed(text).title).toBe('');
  });

  it.each([
    ['90d', '90 days'],
    ['90days', '90 days'],
    ['12 Weeks', '12 weeks'],
    ['P1Y', '1 year'],
    ['6mo', '6 months'],
  ])('the time %s is %s', (before, after) => {
    const text = `reviewed: 2026-11-01\nreviewEvery: ${before}$0\n`;
    expect(fixed(text)).toMatchObject({ text: `reviewed: 2026-11-01\nreviewEvery: ${after}\n`, codes: [] });
  });

  it.each(['6m', 'often', '0 days', '1.5 years'])('the time %s may be another', (text) => {
    expect(fixed(`reviewed: 2026-11-01\nreviewEvery: ${text}$0\n`).title).toBe('');
  });

  it.each([
    ['70', '70%'],
    ['0.7', '70%'],
    ['.05', '5%'],
    ['70 percent', '70%'],
  ])('the share %s is %s', (before, after) => {
    const model = (effect: string) =>
      `mitigations: { m: { covers: denial on shop, status: implemented, effect: ${effect} } }\n`;
    expect(fixed(model(`${before}$0`))).toMatchObject({ text: model(after), codes: [] });
  });

  it.each(['1', '170', 'much', '0.755'])('the share %s may be another', (text) => {
    expect(
      fixed(`mitigations: { m: { covers: denial on shop, status: implemented, effect: ${text}$0 } }\n`).title,
    ).toBe('');
  });
});
