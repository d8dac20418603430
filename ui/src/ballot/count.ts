import type { CountField, SecretCount } from '../host/contract';
import { whole } from '../shared/digits';

/** The count as typed: an empty field is not nought. */
export type CountText = Record<CountField, string>;

export const COUNT_FIELDS: CountField[] = [
  'issued',
  'returned',
  'spoilt',
  'agree',
  'against',
  'abstain',
  'defer',
  'spoiltField',
];
export const NO_COUNT: CountText = {
  issued: '',
  returned: '',
  spoilt: '',
  agree: '',
  against: '',
  abstain: '',
  defer: '',
  spoiltField: '',
};

export type CountReading =
  | { kind: 'complete'; count: SecretCount }
  | { kind: 'empty'; fields: CountField[] }
  | { kind: 'notNumbers'; fields: CountField[] };

/** What the fields say. Whether the numbers may stand is for the rules to judge. */
export function readCount(text: CountText): CountReading {
  const empty = COUNT_FIELDS.filter((field) => text[field].trim() === '');
  const wrong = COUNT_FIELDS.filter((field) => !empty.includes(field) && whole(text[field]) === null);
  if (wrong.length > 0) return { kind: 'notNumbers', fields: wrong };
  if (empty.length > 0) return { kind: 'empty', fields: empty };
  const count = Object.fromEntries(COUNT_FIELDS.map((field) => [field, whole(text[field])]));
  return { kind: 'complete', count: count as unknown as SecretCount };
}

/** 有效 = 收回 − 废票, once both are there. */
export function validPapers(text: CountText): number | null {
  const returned = whole(text.returned);
  const spoilt = whole(text.spoilt);
  return returned === null || spoilt === null || spoilt > returned ? null : returned - spoilt;
}
