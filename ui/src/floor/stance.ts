import type { Choice, Stance } from '../host/contract';

/** A sign beside every word, so that colour never carries meaning alone. */
export const STANCE_SIGN: Record<Stance, string> = { agree: '○', disagree: '×', defer: '△' };
export const CHOICE_SIGN: Record<Choice, string> = { agree: '○', against: '×', abstain: '－' };
export const STANCES: Stance[] = ['agree', 'disagree', 'defer'];
export const CHOICES: Choice[] = ['agree', 'against', 'abstain'];
