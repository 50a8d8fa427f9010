import { describe, expect, it } from 'vitest';
import { markReviewed, riskTree, trendCounts } from '../../server/src/core';
import { applyFix, type Loaded, load, TODAY } from '../support/check';
import { SHOP } from '../support/shop';

const MODEL = 'stridewise: 1\napis: { store: ./openapi.yaml }\n';
const MODEL_URI = 'file:///workspace/shop.threats.yaml';

const operation = (path: string, id: string, more = '') => `  ${path}:
    get:
      operationId: ${id}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
${more}`;
const ORDER = operation('/orders/{id}', 'getOrder');
const REFUND = operation('/refunds/{id}', 'getRefund');
const OPEN = '      security: []\n';

const files = (paths: string, model = MODEL) => `${SHOP}${paths}//- shop.threats.yaml\n${model}`;

/** The lock that a review writes, as a file of a marked text. */
function lockOf(text: string, turn: (lock: string) => string = (lock) => lock): string {
  const loaded = load(text);
  const edits = markReviewed(loaded.workspace, loaded.analysis, MODEL_URI, TODAY);
  if ('refused' in edits) throw new Error(edits.refused);
  const after = applyFix(loaded, { title: '', kind: 'quickfix', diagnostics: [], edits, preferred: false });
  const lock = after.find(({ uri }) => uri.endsWith('.lock.json'))?.text ?? '';
  return `//- shop.threats.lock.json\n${turn(lock)}`;
}

const since = (before: string, now: string, model = MODEL) => load(`${files(now, model)}${lockOf(files(before))}`);

const counts = ({ analysis }: Loaded) => {
  const { came = 0, higher = 0, lower = 0, gone = 0 } = trendCounts(analysis) ?? {};
  return { came, higher, lower, gone };
};

const nodesOf = ({ analysis }: Loaded, filter = '') =>
  riskTree(analysis, { groupBy: 'operation', filter }).flatMap(({ children }) => children);

describe('The trend since a review', () => {
  it('is nothing where nothing has changed, and not known without a lock or with one that says nothing of risk', () => {
    expect(trendCounts(since(ORDER, ORDER).analysis)).toEqual({ since: TODAY, came: 0, higher: 0, lower: 0, gone: 0 });
    expect(trendCounts(load(files(ORDER)).analysis)).toBeNull();
    const old = lockOf(files(ORDER), (lock) => lock.replace(/, "open": \[[^\]]*\]/, ''));
    expect(old).not.toContain('open"');
    const loaded = load(`${files(`${ORDER}${REFUND}`)}${old}`);
    expect(trendCounts(loaded.analysis)).toBeNull();
    expect(nodesOf(loaded).every(({ description }) => !description.includes('new'))).toBe(true);
  });

  it('counts what came, went and weighs more or less', () => {
    expect(counts(since(ORDER, `${ORDER}${REFUND}`))).toEqual({ came: 1, higher: 0, lower: 0, gone: 0 });
    expect(counts(since(`${ORDER}${REFUND}`, ORDER))).toEqual({ came: 0, higher: 0, lower: 0, gone: 1 });
    expect(counts(since(ORDER, `${ORDER}${OPEN}`))).toEqual({ came: 1, higher: 1, lower: 0, gone: 0 });
    expect(counts(since(`${ORDER}${OPEN}`, ORDER))).toEqual({ came: 0, higher: 0, lower: 1, gone: 1 });
  });

  it('follows operations and APIs that got another name', () => {
    const renamed = REFUND.replace('getRefund', 'getOrder').replace('/refunds', '/orders');
    expect(counts(since(ORDER, renamed.replace('/orders', '/purchases')))).toMatchObject({ came: 0, gone: 0 });
    expect(counts(since(ORDER, ORDER, MODEL.replace('store', 'shop')))).toMatchObject({ came: 0, gone: 0 });
  });

  it('tells a line of an older lock from one where nothing was open', () => {
    const both = files(`${ORDER}${REFUND}`);
    const half = lockOf(both, (lock) => lock.replace(/(getRefund.*), "open": \[[^\]]*\]/, '$1'));
    expect(counts(load(`${both}${half}`))).toMatchObject({ came: 0, gone: 0 });
    const none = lockOf(both, (lock) => lock.replace(/(getRefund.*"open": \[)[^\]]*\]/, '$1]'));
    expect(counts(load(`${both}${none}`))).toMatchObject({ came: 1, gone: 0 });
  });

  it('sees an answer that counts no longer, and one that counts now', () => {
    const answered = `${MODEL}mitigations:
  owners: { strategy: accept, covers: broken-object-level-authorization on store, reason: Nothing is private, owner: ciso, until: 2027-01-01 }
`;
    expect(counts(since(ORDER, ORDER, answered))).toMatchObject({ came: 0, gone: 1 });
    const lapsed = load(`${files(ORDER)}${lockOf(files(ORDER, answered))}`);
    expect(counts(lapsed)).toMatchObject({ came: 1, gone: 0 });
    const told = nodesOf(lapsed).find(({ description }) => description.includes('new'))?.tooltip;
    expect(told).toContain('Nothing that the lock records of it has changed');
  });

  it('counts a shared cause once, and not as gone while some of its operations have it', () => {
    const threat = (affects: string) => `${MODEL}threats:
  slow: { title: Somebody is slow, affects: ${affects}, stride: denial, dread: 9/9/9/9/9 }
`;
    const both = files(`${ORDER}${REFUND}`, threat('store'));
    const written = lockOf(both);
    expect(written.match(/written-threat #slow: [a-z]+ \d+\.\d [0-9a-f]{14}/g)).toHaveLength(2);
    expect(counts(load(`${both}${written}`))).toMatchObject({ came: 0, gone: 0 });
    expect(counts(load(`${files(`${ORDER}${REFUND}`)}${written}`))).toMatchObject({ came: 0, gone: 1 });
    const fewer = files(`${ORDER}${REFUND}`, threat('operation getOrder'));
    expect(counts(load(`${fewer}${written}`))).toMatchObject({ came: 0, gone: 0 });
  });

  it('is told by the rows, their groups and tooltips, and found by the filter', () => {
    const told = (loaded: Loaded) =>
      nodesOf(loaded)
        .filter(({ description }) => /new|higher/.test(description))
        .map(({ label, description, accessibilityLabel, tooltip }) => [
          `${label}: ${description}`,
          accessibilityLabel.split(', ').at(-1),
          tooltip.replaceAll('\\', '').split('\n\n').at(-1),
        ]);
    const open = 'store GET /orders/{id} asks for no login any more (before: key)';
    expect(told(since(ORDER, `${ORDER}${OPEN}`))).toEqual([
      [
        expect.stringMatching(/: [\d.]+ → [\d.]+ · new$/),
        'new since the review',
        `New since the review of ${TODAY}: ${open}.`,
      ],
      [
        expect.stringMatching(/^One caller may reach .*: [\d.]+ → [\d.]+ · higher$/),
        'higher since the review',
        `Higher since the review of ${TODAY} (before: medium 6.8): ${open}.`,
      ],
    ]);
    const loaded = since(ORDER, `${ORDER}${OPEN}${REFUND}`);
    expect(told(loaded).at(-1)?.at(-1)).toBe(`New since the review of ${TODAY}: store GET /refunds/{id} is new.`);
    const [high] = riskTree(loaded.analysis, { groupBy: 'risk', filter: '' });
    expect(high?.description).toMatch(/^1 · [\d.]+ → [\d.]+ · 1 new$/);
    expect(high?.accessibilityLabel).toMatch(/, 1 new since the review$/);
    expect(nodesOf(loaded, 'new since the review')).toHaveLength(2);
  });

  it('leaves out rules that are hidden', () => {
    const { analysis } = since(ORDER, `${ORDER}${REFUND}`);
    expect(trendCounts(analysis, new Set(['broken-object-level-authorization']))?.came).toBe(0);
  });

  it('takes an API of several models by the review that was last', () => {
    const old = lockOf(files(ORDER), (lock) => lock.replace(TODAY, '2026-01-01'));
    const second = lockOf(files(`${ORDER}${REFUND}`)).replace('shop.threats', 'other.threats');
    const { analysis } = load(`${files(`${ORDER}${REFUND}`)}//- other.threats.yaml\n${MODEL}${old}${second}`);
    expect(trendCounts(analysis)).toMatchObject({ since: '', came: 0, gone: 0 });
  });

  it('keeps the row of a finding that stays as it was', () => {
    const loaded = since(ORDER, `${ORDER}${REFUND}`);
    const rows = () => riskTree(loaded.analysis, { groupBy: 'risk', filter: '' }).flatMap((group) => group.rows);
    const [before, after] = [rows(), rows()];
    expect(after.every((row, index) => row === before[index])).toBe(true);
  });
});
