import type { CountField, CountSheet, MeetingCommand, Reading, Refusal, Rulebook } from '../host/contract';
import { plain, whole } from '../shared/digits';

/** One reading as typed: an empty field is not nought. */
export type CountText = Record<CountField, string>;

/** The count of one ballot as typed, kept as a draft: it survives a power cut at any point. */
export interface CountDraft {
  /** Which reading is being typed. The second does not see the first. */
  reading: 1 | 2;
  first: CountText;
  again: CountText;
  /** The fields in which the readings differed, asked for once more; `null` while all are. */
  differing: CountField[] | null;
}

/** What stands in a field that nobody can read, typed or set by its button. */
export const UNREADABLE = '?';

const EMPTY: CountText = {
  issued: '',
  returned: '',
  spoilt: '',
  agree: '',
  against: '',
  abstain: '',
  defer: '',
  spoiltField: '',
};
export const NO_COUNT: CountDraft = { reading: 1, first: EMPTY, again: EMPTY, differing: null };

/** The fields of the sheet under a rulebook. */
export const fieldsOf = ({ mayAbstain, mayDefer }: Rulebook): CountField[] => [
  'issued',
  'returned',
  'spoilt',
  'agree',
  'against',
  ...(mayAbstain ? (['abstain'] as const) : []),
  ...(mayDefer ? (['defer'] as const) : []),
  'spoiltField',
];

/** What one field says; `undefined` where that is neither a number nor nothing nor unreadable. */
export function readField(text: string): Reading | undefined {
  const typed = plain(text);
  if (typed === '') return null;
  if (typed === UNREADABLE) return 'unreadable';
  return whole(typed) ?? undefined;
}

const readSheet = (text: CountText): CountSheet =>
  Object.fromEntries(
    Object.entries(text).map(([field, typed]) => [field, readField(typed) ?? null]),
  ) as unknown as CountSheet;

/** The reading being typed. */
export const typedIn = (draft: CountDraft): CountText => (draft.reading === 1 ? draft.first : draft.again);

/** Changes one field of the reading being typed. */
export const typed = (draft: CountDraft, field: CountField, text: string): Partial<CountDraft> =>
  draft.reading === 1
    ? { first: { ...draft.first, [field]: text } }
    : { again: { ...draft.again, [field]: text } };

export type CountStep =
  /** Not digits. */
  | { kind: 'notNumbers'; fields: CountField[] }
  /** Nothing there: whoever counts nought writes nought. */
  | { kind: 'empty'; fields: CountField[] }
  /** The first reading is there: now somebody else reads, who has not seen it. */
  | { kind: 'again' }
  /** For the rules to judge. A field that cannot be read goes to them at once. */
  | { kind: 'send'; act: MeetingCommand };

/** What comes of finishing the reading being typed. Whether the numbers may stand is for the rules to judge. */
export function finish(draft: CountDraft, rulebook: Rulebook): CountStep {
  const text = typedIn(draft);
  const fields = fieldsOf(rulebook);
  const wrong = fields.filter((field) => readField(text[field]) === undefined);
  if (wrong.length > 0) return { kind: 'notNumbers', fields: wrong };
  const empty = fields.filter((field) => readField(text[field]) === null);
  if (empty.length > 0) return { kind: 'empty', fields: empty };
  const unreadable = fields.some((field) => readField(text[field]) === 'unreadable');
  if (draft.reading === 1 && !unreadable) return { kind: 'again' };
  return {
    kind: 'send',
    act: { type: 'countBallots', count: readSheet(draft.first), again: readSheet(draft.again) },
  };
}

/** The draft after a refusal: where the readings differ, only those fields of both are asked for again. */
export function afterRefusal(draft: CountDraft, { facts }: Refusal): Partial<CountDraft> {
  if (facts.type !== 'countsDiffer') return {};
  const without = (text: CountText): CountText => ({
    ...text,
    ...Object.fromEntries(facts.fields.map((field) => [field, ''])),
  });
  return {
    reading: 1,
    first: without(draft.first),
    again: without(draft.again),
    differing: facts.fields,
  };
}

/** 有效 = 收回 − 整票废, once both are there. */
export function validPapers(text: CountText): number | null {
  const returned = whole(text.returned);
  const spoilt = whole(text.spoilt);
  return returned === null || spoilt === null || spoilt > returned ? null : returned - spoilt;
}

/** What the columns add up to; `null` while one of them is missing or no number. */
export function countedPapers(text: CountText, rulebook: Rulebook): number | null {
  const columns = fieldsOf(rulebook).filter((field) => !['issued', 'returned', 'spoilt'].includes(field));
  const numbers = columns.map((field) => whole(plain(text[field])));
  return numbers.reduce<number | null>(
    (sum, number) => (sum === null || number === null ? null : sum + number),
    0,
  );
}

/** 作废重投, where the rules called the ballot void. */
export const voidingOf = (refusal: Refusal | null): MeetingCommand | null =>
  refusal?.facts.type === 'ballotVoid'
    ? { type: 'voidBallot', issued: refusal.facts.issued, returned: refusal.facts.returned }
    : null;
