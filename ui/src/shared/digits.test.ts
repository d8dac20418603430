import { describe, expect, it } from 'vitest';
import { plain, whole } from './digits';

describe('a number', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    [' 12 ', 12],
    ['１２', 12],
    ['1２', 12],
    ['　９　', 9],
  ])('"%s" is %i', (text, number) => {
    expect(whole(text)).toBe(number);
  });

  it.each(['', ' ', '-1', '－１', '+1', '1.5', '1e3', '0x1', '七', '9票', '1 2', '12345', 'NaN'])(
    '"%s" is none',
    (text) => {
      expect(whole(text)).toBeNull();
    },
  );
});

it.each([
  ['２０２６－０３－０５', '2026-03-05'],
  [' ９：００ ', '9:00'],
  ['７Ｆ３Ａ', '7F3A'],
  ['市委', '市委'],
])('"%s" is "%s" in plain signs', (text, signs) => {
  expect(plain(text)).toBe(signs);
});
