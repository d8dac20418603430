/** The first start: what is done and what comes next, read from the record alone. */
import type { Committee } from '../host/contract';
import type { Place } from './desk.svelte';

export const STEPS = ['passphrase', 'committee', 'secretary', 'members', 'meeting'] as const;
export type GuideStep = (typeof STEPS)[number];

/** Fewer make no majority to speak of. */
const MEMBERS = 3;

export interface Steps {
  done: Set<GuideStep>;
  next: GuideStep;
  /** Where the next step is taken. */
  place: Place;
}

/** How far the first start has come; `null` once a meeting was called, however that came about. */
export function stepsOf(
  { name, members }: Pick<Committee, 'name' | 'members'>,
  meetings: number,
): Steps | null {
  if (meetings > 0) return null;
  const done = new Set<GuideStep>(['passphrase']);
  if (name !== '') done.add('committee');
  if (members.some(({ role }) => role === 'secretary')) done.add('secretary');
  if (members.length >= MEMBERS) done.add('members');
  const next = STEPS.find((step) => !done.has(step)) ?? 'meeting';
  return { done, next, place: next === 'meeting' ? { screen: 'call', amends: null } : { screen: 'roster' } };
}
