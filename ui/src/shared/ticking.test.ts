import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ticking } from './ticking.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('goes on from what the desk said last, by the second, until it is stopped', () => {
  const ticking = new Ticking();
  const stop = ticking.run();
  expect(ticking.now, 'nothing was said yet').toBeNull();
  const at = Date.parse('2026-03-05T09:41:07+08:00');
  ticking.set('2026-03-05T09:41:07+08:00');
  vi.advanceTimersByTime(3000);
  expect(ticking.now).toBe(at + 3000);
  ticking.set('2026-03-05T09:45:00+08:00');
  expect(ticking.now, 'the desk knows better').toBe(Date.parse('2026-03-05T09:45:00+08:00'));
  stop();
  vi.advanceTimersByTime(5000);
  expect(ticking.now).toBe(Date.parse('2026-03-05T09:45:00+08:00'));
});
