import { LocalChoice } from '../shared/choice.svelte';

/**
 * Minutes after which the time of a speaker bears a sign; 0 is never. A custom of the house (grade P), in no rule and no record.
 */
export const speakerLimit = new LocalChoice<number>('speakerLimit', [0, 3, 5, 8, 10, 15]);

/** Whether somebody has spoken for longer. */
export const isOverLimit = (milliseconds: number): boolean =>
  speakerLimit.value > 0 && milliseconds >= speakerLimit.value * 60_000;
