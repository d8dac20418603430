import { describe, expect, it } from 'vitest';
import { shifted, shiftedMonth, weeksOf } from './month';

describe('days', () => {
  it('follow each other over months, years and leap days', () => {
    expect(shifted('2026-03-01', -1)).toBe('2026-02-28');
    expect(shifted('2028-02-28', 1)).toBe('2028-02-29');
    expect(shifted('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('of another month are the same, or its last', () => {
    expect(shiftedMonth('2026-03-05', 1)).toBe('2026-04-05');
    expect(shiftedMonth('2026-03-31', -1)).toBe('2026-02-28');
    expect(shiftedMonth('2026-12-31', 1)).toBe('2027-01-31');
    expect(shiftedMonth('2026-01-31', -1)).toBe('2025-12-31');
  });
});

describe('the weeks of a month', () => {
  it('begin on Monday and have no day of another month', () => {
    const weeks = weeksOf('2026-03-05');
    expect(weeks.length).toBe(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
    expect(weeks[5]).toEqual(['2026-03-30', '2026-03-31', null, null, null, null, null]);
  });

  it('have every day once, in order', () => {
    for (let day = '2024-01-15'; day < '2029'; day = shiftedMonth(day, 1)) {
      const days = weeksOf(day)
        .flat()
        .filter((one) => one !== null);
      expect(days[0]).toBe(`${day.slice(0, 7)}-01`);
      expect(days.every((one, place) => place === 0 || one === shifted(days[place - 1] ?? '', 1))).toBe(true);
      expect(shifted(days.at(-1) ?? '', 1).slice(0, 7)).not.toBe(day.slice(0, 7));
    }
  });
});
