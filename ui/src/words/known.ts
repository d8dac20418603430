import type { MemberId, NomineeId, Person } from '../host/contract';

/** Names for the ids that facts and entries carry. */
export interface Known {
  member(id: MemberId): string;
  /** `null` where the nominee is unknown here. */
  nominee(id: NomineeId): string | null;
  person(person: Person): string;
  /** Who takes the minutes; empty where unknown. */
  recorder: string;
}

/** Where no meeting is at hand. */
export const nobody: Known = {
  member: (id) => `#${id}`,
  nominee: () => null,
  person: (person) => ('member' in person ? `#${person.member}` : `#${person.observer}`),
  recorder: '',
};
