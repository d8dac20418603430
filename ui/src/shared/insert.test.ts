import { expect, it } from 'vitest';
import { caretIn } from './insert';

it.each([
  ['同意。', 3, 3],
  ['同意，请……抓好落实。', 4, 6],
  ['……', 0, 2],
  ['', 0, 0],
])('the caret in “%s” stands where the rest is typed', (phrase, from, to) => {
  expect(caretIn(phrase)).toEqual({ from, to });
});
