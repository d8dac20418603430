import type {
  BookNo,
  ExtractOf,
  Leaves,
  MeetingNumber,
  NomineeId,
  PaperKind,
  PaperRow,
} from '../host/contract';

/** A paper by name, for lists, and for whoever drives the window. */
export function keyOf(paper: PaperKind): string {
  if (typeof paper === 'string') return paper;
  if ('blank' in paper) return `blank:${paper.blank}`;
  const { item, nominees, to } = paper.extract;
  return `extract:${item}:${nominees.join(',')}:${to}`;
}

export const isSame = (one: PaperKind, other: PaperKind) => keyOf(one) === keyOf(other);

/** The extract that a paper is. */
export const extractIn = (paper: PaperKind): ExtractOf | null =>
  typeof paper === 'object' && 'extract' in paper ? paper.extract : null;

/** Whether it was drawn up for one unit or some of the nominees, and not for all who are concerned. */
export const isForOne = ({ nominees, to }: ExtractOf) => nominees.length > 0 || to !== '';

export type Group = 'before' | 'vote' | 'after' | 'blank';
export const GROUPS: Group[] = ['before', 'vote', 'after', 'blank'];

/** Where papers stand in the file of a meeting, group by group. */
const ORDER: [Group, string[]][] = [
  ['before', ['notice', 'agenda', 'signIn', 'nomineeList']],
  ['vote', ['ballots', 'countSheets', 'voteRecord']],
  ['after', ['minutes', 'summary', 'extract', 'corrections', 'rules']],
  ['blank', ['blank']],
];

function placeOf(paper: PaperKind): { group: Group; place: number } {
  const name = typeof paper === 'string' ? paper : 'extract' in paper ? 'extract' : 'blank';
  const found = ORDER.find(([, names]) => names.includes(name));
  return found ? { group: found[0], place: found[1].indexOf(name) } : { group: 'after', place: 0 };
}

/** The papers in groups, none of them empty. Extracts stand together, item by item, whenever they were drawn up. */
export function grouped(rows: PaperRow[]): { group: Group; rows: PaperRow[] }[] {
  const within = (one: PaperRow, other: PaperRow) =>
    placeOf(one.paper).place - placeOf(other.paper).place ||
    (extractIn(one.paper)?.item ?? 0) - (extractIn(other.paper)?.item ?? 0);
  return GROUPS.map((group) => ({
    group,
    rows: rows.filter((row) => placeOf(row.paper).group === group).sort(within),
  })).filter(({ rows }) => rows.length > 0);
}

/** How things stand with a paper. */
export type Standing = 'owed' | 'current' | 'outgrown' | 'possible' | 'later';

export function standing({ due, number, outgrown }: PaperRow): Standing {
  if (number === null) return due;
  return outgrown ? 'outgrown' : 'current';
}

/** What is looked at first: the minutes where they are owed, else what is owed and not made, else the minutes. */
export function firstShown(rows: PaperRow[]): PaperKind | null {
  const possible = rows.filter((row) => row.due !== 'later');
  const minutes = possible.find((row) => row.paper === 'minutes');
  const first =
    (minutes?.due === 'owed' && minutes) ||
    possible.find((row) => row.due === 'owed' && standing(row) !== 'current') ||
    minutes ||
    possible[0];
  return first ? first.paper : null;
}

/** 归卷: what goes into the file of the meeting. */
export const toFile = (rows: PaperRow[]): PaperKind[] =>
  rows.filter((row) => row.filed && row.due !== 'later').map((row) => row.paper);

/** An extract as asked for. All nominees of the item are none in particular. */
export function extractFor(item: number, all: NomineeId[], chosen: NomineeId[], to: string): PaperKind {
  const some = all.filter((nominee) => chosen.includes(nominee));
  return { extract: { item, nominees: some.length === all.length ? [] : some, to: to.trim() } };
}

/** 2026-1. */
export const bookOf = ({ year, volume }: BookNo) => `${year}-${volume}`;

/** Where the next sealed minutes go: on in the book, or at the beginning of the next one. */
export const leavesNext = ({ book, first }: Leaves, newBook: boolean): Leaves =>
  newBook && first > 1 ? { book: { ...book, volume: book.volume + 1 }, first: 1 } : { book, first };

/** What a bundle is called, in the language of the papers. */
export const bundleName = ({ year, ordinal }: MeetingNumber) => `${year}年第${ordinal}次会议文书`;

/** `7F3A 91C2 0BDE 4410`: so much of a digest as tells papers apart. */
export const digestShown = (digest: string) =>
  digest
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
