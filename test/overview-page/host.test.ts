import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Host } from '../../client/webview/host';
import { FIRST_STATE } from '../../client/webview/page-state';

const setState = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  setState.mockReset();
  vi.stubGlobal('acquireVsCodeApi', () => ({ setState }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const scrolled = (scroll: number) => ({ ...FIRST_STATE, scroll });

it('keeps where somebody looks at most ten times a second, and the last of it', () => {
  const host = new Host();
  for (let at = 1; at <= 50; at++) host.keepSoon(scrolled(at));
  expect(setState.mock.calls).toEqual([[scrolled(1)]]);
  vi.advanceTimersByTime(100);
  expect(setState.mock.calls).toEqual([[scrolled(1)], [scrolled(50)]]);
  vi.advanceTimersByTime(1000);
  expect(setState).toHaveBeenCalledTimes(2);
});

it('keeps a choice at once, whatever is gathered, which then comes no more', () => {
  const host = new Host();
  host.keepSoon(scrolled(1));
  host.keepSoon(scrolled(2));
  const chosen = { ...scrolled(2), filter: 'orders' };
  host.keep(chosen);
  expect(setState).toHaveBeenLastCalledWith(chosen);
  vi.advanceTimersByTime(1000);
  expect(setState).toHaveBeenLastCalledWith(chosen);
  expect(setState).toHaveBeenCalledTimes(2);
});
