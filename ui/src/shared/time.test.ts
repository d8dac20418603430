import { describe, expect, it } from 'vitest';
import {
  calendar,
  clock,
  clockToTheSecond,
  dayOf,
  isDay,
  isTime,
  momentAt,
  momentFrom,
  timeOf,
} from './time';

describe('a moment', () => {
  it.each(['2026-03-05T09:41:07+08:00', '2026-03-05T09:41:07Z', '2026-03-05T09:41:07.123456-11:00'])(
    '%s is shown as read at its place, whatever the zone of this machine',
    (moment) => {
      expect(clock(moment)).toBe('9:41');
      expect(clockToTheSecond(moment)).toBe('9:41:07');
      expect(dayOf(moment)).toBe('2026-03-05');
      expect(timeOf(moment)).toBe('09:41');
    },
  );

  it('at midnight has a minute of two digits', () => {
    expect(clock('2026-03-05T00:05:00+08:00')).toBe('0:05');
  });

  it('that is none is shown as it came', () => {
    expect(clock('昨天')).toBe('昨天');
    expect(clockToTheSecond('2026-03-05')).toBe('2026-03-05');
  });

  it('gives its day, as does a day', () => {
    const day = { year: 2026, month: 3, day: 5 };
    expect(calendar('2026-03-05')).toEqual(day);
    expect(calendar('2026-03-05T09:41:07+08:00')).toEqual(day);
    expect(calendar('三月五日')).toBeNull();
  });
});

describe('what is typed', () => {
  it.each(['2026-03-05', '2024-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-3-5',
    '',
    '2026/03/05',
  ])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each(['09:00', '9:00', '00:00', '23:59'])('%s is a time', (text) => {
    expect(isTime(text)).toBe(true);
  });

  it.each(['24:00', '9:60', '9:5', '900', '', ' 9:00', '9：00'])('%j is no time', (text) => {
    expect(isTime(text)).toBe(false);
  });

  it('becomes a moment at the place of the meeting', () => {
    expect(momentAt('2026-03-06', '9:00', '2026-03-05T20:00:00+08:00')).toBe('2026-03-06T09:00:00+08:00');
    expect(momentAt('2026-03-06', '14:30', '2026-03-05T20:00:00-03:30')).toBe('2026-03-06T14:30:00-03:30');
    expect(momentAt('2026-03-06', '14:30', '2026-03-05T20:00:00Z')).toBe('2026-03-06T14:30:00Z');
  });

  it.each([
    ['9:41', '2026-03-05T09:41:00+08:00'],
    ['0941', '2026-03-05T09:41:00+08:00'],
    ['941', '2026-03-05T09:41:00+08:00'],
    ['１４：０５', '2026-03-05T14:05:00+08:00'],
    ['', null],
    ['99', null],
    ['2561', null],
  ])('typed as %j is %s on the day of the meeting', (typed, moment) => {
    expect(momentFrom(typed, '2026-03-05T20:00:00+08:00')).toBe(moment);
  });
});
