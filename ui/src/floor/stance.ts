import type { Choice, Rulebook, Stance } from '../host/contract';

/** A sign beside every word, so that colour never carries meaning alone. */
export const STANCE_SIGN: Record<Stance, string> = { agree: '○', disagree: '×', defer: '△' };
export const CHOICE_SIGN: Record<Choice, string> = { agree: '○', against: '×', abstain: '－', defer: '△' };
export const STANCES: Stance[] = ['agree', 'disagree', 'defer'];
/** What a vote may say under the rulebook of the meeting. */
export const choicesOf = ({ mayAbstain, mayDefer }: Rulebook): Choice[] => [
  'agree',
  'against',
  ...(mayAbstain ? (['abstain'] as const) : []),
  ...(mayDefer ? (['defer'] as const) : []),
];
