import { expect, it } from 'vitest';
import { largest } from './fit';

it('text is as large as fits', () => {
  expect(largest(() => true)).toBe(1);
  for (const limit of [0.25, 0.5, 0.777, 0.999]) {
    const scale = largest((scale) => scale <= limit);
    expect(scale).toBeLessThanOrEqual(limit);
    expect(scale).toBeGreaterThan(limit - 0.01);
  }
});

it('and never vanishes', () => {
  expect(largest(() => false)).toBe(0.2);
});
