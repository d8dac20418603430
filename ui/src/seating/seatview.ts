import { LocalChoice } from '../shared/choice.svelte';

/** Whether seats are shown as a plan or one after another. */
export const seatView = new LocalChoice<'plan' | 'list'>('seatView', ['plan', 'list']);
