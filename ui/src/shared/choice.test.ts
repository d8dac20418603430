import { beforeEach, expect, it, vi } from 'vitest';
import { LocalChoice } from './choice.svelte';

let kept: Map<string, string>;
const applied = vi.fn();
const choice = () => new LocalChoice('minutes', [0, 3, 5], applied);

beforeEach(() => {
  kept = new Map();
  applied.mockClear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

it('begins with what was chosen before, and with the first where that is none of them', () => {
  for (const [before, value] of [
    ['5', 5],
    ['4', 0],
    [null, 0],
  ] as const) {
    kept.clear();
    if (before !== null) kept.set('minutes', before);
    const minutes = choice();
    minutes.begin();
    expect(minutes.value).toBe(value);
    expect(applied).toHaveBeenLastCalledWith(value);
  }
});

it('goes round, and is kept', () => {
  const minutes = choice();
  const seen = [3, 5, 0].map(() => {
    minutes.turn();
    return minutes.value;
  });
  expect(seen).toEqual([3, 5, 0]);
  expect(kept.get('minutes')).toBe('0');
  minutes.choose(5);
  expect(kept.get('minutes')).toBe('5');
});
