/**
 * Who sits where. What the committee arranged stands; everybody else sits by rank.
 *
 * By rank means: the Secretary at the head of the table, the second at the Secretary's left hand, the third at the right
 * hand, and so on down both sides. The left of the one at the head ranks above the right (以左为上): common practice of
 * domestic meetings, grade P, without an article; seen from the foot of the plan, that side is on the right.
 */
import type { Member, MemberId, SeatPlace } from '../host/contract';

/** The plan's bounds, as the committee's record keeps them; a place beyond them is refused there. */
export const ROWS = 20;
export const COLUMNS = 5;

export interface Plan {
  /** The first row and column that somebody sits in. */
  top: number;
  left: number;
  rows: number;
  columns: number;
  /** With empty rows above and empty columns at the left taken away. */
  seats: Map<MemberId, { row: number; column: number }>;
  /** The table: what lies inside of the seats; `null` where nothing does. */
  table: { row: number; column: number; rows: number; columns: number } | null;
  /** Columns in which nobody sits, or only whoever has an end of the table: they need no room for a name. */
  narrow: boolean[];
}

/** The Secretary first, then by rank. */
const byRank = (members: Member[]): Member[] => [
  ...members.filter((member) => member.role === 'secretary'),
  ...members.filter((member) => member.role !== 'secretary'),
];

/** Head, left hand, right hand, and on in pairs. */
const seatByRank = (at: number) =>
  at === 0 ? { row: 0, column: 2 } : { row: Math.ceil(at / 2), column: at % 2 === 1 ? 3 : 1 };

/** A place for every member, in order of rank. */
export function placesOf(members: Member[], arranged: SeatPlace[]): SeatPlace[] {
  const kept = arranged.filter((place) => members.some((member) => member.id === place.member));
  const ranked = byRank(members);
  if (kept.length === 0) return ranked.map(({ id }, at) => ({ member: id, ...seatByRank(at) }));
  // Whoever joined since takes a place below the last one.
  const foot = Math.max(...kept.map((place) => place.row)) + 1;
  const joined = ranked.filter(({ id }) => kept.every((place) => place.member !== id));
  return [
    ...kept,
    ...joined.map(({ id }, at) => ({
      member: id,
      row: foot + Math.floor(at / COLUMNS),
      column: at % COLUMNS,
    })),
  ];
}

/** The places drawn: as small as they allow, with the table inside. */
export function drawn(places: SeatPlace[]): Plan {
  const top = Math.min(...places.map((place) => place.row));
  const left = Math.min(...places.map((place) => place.column));
  const at = places.map(({ member, row, column }) => ({ member, row: row - top, column: column - left }));
  const rows = Math.max(0, ...at.map(({ row }) => row + 1));
  const columns = Math.max(0, ...at.map(({ column }) => column + 1));
  const taken = (row: number) => at.filter((seat) => seat.row === row);
  // Ends of the table at which somebody sits, and so not beside it.
  const head = taken(0).every(({ column }) => column > 0 && column < columns - 1);
  const foot = rows > 1 && taken(rows - 1).every(({ column }) => column > 0 && column < columns - 1);
  const table = {
    row: head ? 1 : 0,
    column: 1,
    rows: rows - (head ? 1 : 0) - (foot ? 1 : 0),
    columns: columns - 2,
  };
  const alone = (row: number) => taken(row).length === 1;
  const middle = (columns - 1) / 2;
  const narrow = Array.from({ length: columns }, (_, column) =>
    at.every((seat) => seat.column !== column || (column === middle && columns > 2 && alone(seat.row))),
  );
  return {
    top,
    left,
    rows,
    columns,
    seats: new Map(at.map(({ member, row, column }) => [member, { row, column }])),
    table: table.rows > 0 && table.columns > 0 ? table : null,
    narrow,
  };
}

/** The places after one member took another; whoever sat there changes with them. `null` off the plan. */
export function moved(
  places: SeatPlace[],
  member: MemberId,
  row: number,
  column: number,
): SeatPlace[] | null {
  const from = places.find((place) => place.member === member);
  if (!from || row < 0 || row >= ROWS || column < 0 || column >= COLUMNS) return null;
  return places.map((place) => {
    if (place.member === member) return { member, row, column };
    const there = place.row === row && place.column === column;
    return there ? { member: place.member, row: from.row, column: from.column } : place;
  });
}

/** What is kept of a plan: nothing where all sit by rank; and the places of those whom this plan does not show. */
export function toKeep(places: SeatPlace[], members: Member[], arranged: SeatPlace[]): SeatPlace[] {
  const byRank = placesOf(members, []);
  const same = places.every((place) =>
    byRank.some(
      ({ member, row, column }) => member === place.member && row === place.row && column === place.column,
    ),
  );
  if (same) return [];
  const free = ({ member, row, column }: SeatPlace) =>
    places.every((place) => place.member !== member && (place.row !== row || place.column !== column));
  return [...places, ...arranged.filter(free)];
}

export type Direction = 'up' | 'down' | 'left' | 'right';
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The box next to `from` in a direction, by where they are drawn; `null` at the edge. Straight ahead before askew. */
export function nearest(from: Box, others: Box[], direction: Direction): number | null {
  const middle = (box: Box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  const at = middle(from);
  const steps = others.map((box, index) => {
    const to = middle(box);
    const [ahead, aside] = {
      up: [at.y - to.y, to.x - at.x],
      down: [to.y - at.y, to.x - at.x],
      left: [at.x - to.x, to.y - at.y],
      right: [to.x - at.x, to.y - at.y],
    }[direction] as [number, number];
    return { index, ahead, far: ahead + 3 * Math.abs(aside) };
  });
  const ahead = steps.filter((step) => step.ahead > 1).sort((one, other) => one.far - other.far);
  return ahead[0]?.index ?? null;
}
