import { describe, expect, it } from 'vitest';
import type { Member, SeatPlace } from '../host/contract';
import { COLUMNS, drawn, moved, nearest, placesOf, ROWS, toKeep } from './plan';

const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    name: `成员${at + 1}`,
    role: at === 0 ? 'secretary' : 'member',
    posts: '',
    since: null,
  }));
const place = (member: number, row: number, column: number): SeatPlace => ({ member, row, column });

describe('by rank', () => {
  it('has the Secretary at the head, the second at the left hand, the third at the right', () => {
    const plan = drawn(placesOf(members(5), []));
    expect([...plan.seats]).toEqual([
      [1, { row: 0, column: 1 }],
      [2, { row: 1, column: 2 }],
      [3, { row: 1, column: 0 }],
      [4, { row: 2, column: 2 }],
      [5, { row: 2, column: 0 }],
    ]);
    expect(plan.table).toEqual({ row: 1, column: 1, rows: 2, columns: 1 });
    expect(plan.narrow).toEqual([false, true, false]);
  });

  it('has the Secretary at the head whatever the order of rank', () => {
    const [first, ...rest] = members(3);
    const places = placesOf([...rest, ...(first ? [first] : [])], []);
    expect(places[0]).toEqual(place(1, 0, 2));
  });

  it.each([1, 5, 11, 12, 25, 39])('seats %i within the plan, each alone', (count) => {
    const places = placesOf(members(count), []);
    expect(new Set(places.map(({ row, column }) => `${row}:${column}`)).size).toBe(count);
    expect(Math.max(...places.map(({ row }) => row))).toBeLessThan(ROWS);
    expect(Math.max(...places.map(({ column }) => column))).toBeLessThan(COLUMNS);
  });
});

describe('as arranged', () => {
  it('stands, without those who are not of this meeting', () => {
    const arranged = [place(1, 3, 2), place(2, 4, 1), place(9, 0, 0)];
    expect(placesOf(members(2), arranged)).toEqual([place(1, 3, 2), place(2, 4, 1)]);
    const plan = drawn(placesOf(members(2), arranged));
    expect([...plan.seats.values()], 'drawn from the first row and column that somebody sits in').toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ]);
    expect(plan.table, 'nothing lies between them').toBeNull();
  });

  it('has whoever joined since below', () => {
    const places = placesOf(members(4), [place(1, 0, 1), place(3, 1, 0)]);
    expect(places).toEqual([place(1, 0, 1), place(3, 1, 0), place(2, 2, 0), place(4, 2, 1)]);
  });

  it('has the table inside: all of it where people sit at the corners', () => {
    const square = drawn([place(1, 0, 0), place(2, 0, 2), place(3, 1, 0), place(4, 1, 2)]);
    expect(square.table).toEqual({ row: 0, column: 1, rows: 2, columns: 1 });
    const footed = drawn([place(1, 0, 2), place(2, 1, 0), place(3, 1, 4), place(4, 2, 2)]);
    expect(footed.table).toEqual({ row: 1, column: 1, rows: 1, columns: 3 });
    expect(footed.narrow, 'wide enough for those at its sides').toEqual([false, true, true, true, false]);
    expect(square.narrow).toEqual([false, true, false]);
  });
});

it('a member moved to a taken place changes with whoever sits there', () => {
  const places = [place(1, 0, 1), place(2, 1, 2)];
  expect(moved(places, 1, 1, 2)).toEqual([place(1, 1, 2), place(2, 0, 1)]);
  expect(moved(places, 1, 5, 0)).toEqual([place(1, 5, 0), place(2, 1, 2)]);
});

it.each([
  [-1, 0],
  [0, -1],
  [ROWS, 0],
  [0, COLUMNS],
])('nobody moves off the plan, to %i, %i', (row, column) => {
  expect(moved([place(1, 0, 1)], 1, row, column)).toBeNull();
});

it('the next seat is the nearest ahead, straight before askew', () => {
  const box = (left: number, top: number) => ({ left, top, width: 10, height: 10 });
  const boxes = [box(0, 20), box(20, 20), box(0, 60), box(20, 0)];
  expect(nearest(box(0, 0), boxes, 'down')).toBe(0);
  expect(nearest(box(0, 0), boxes, 'right')).toBe(3);
  expect(nearest(box(0, 40), boxes, 'down')).toBe(2);
  expect(nearest(box(0, 0), boxes, 'up')).toBeNull();
});

it('of seats by rank nothing is kept; of others, those too whom the plan does not show', () => {
  const two = members(2);
  expect(toKeep(placesOf(two, []), two, [])).toEqual([]);
  const places = [place(1, 0, 0), place(2, 1, 0)];
  expect(toKeep(places, two, [place(3, 2, 0), place(4, 1, 0)])).toEqual([...places, place(3, 2, 0)]);
});
