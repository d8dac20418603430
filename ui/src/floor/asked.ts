import type { MeetingCommand, MemberId, NomineeView, WarningView } from '../host/contract';

/** What a dialog of the room asks before something is done. */
export type Asked =
  | { kind: 'reason'; key: string; title: string; act: (reason: string) => MeetingCommand }
  | { kind: 'confirm'; title: string; text: string; careful?: boolean; act: MeetingCommand }
  | { kind: 'acknowledge'; warning: WarningView }
  /** Who leaves, where that is known already, as `member:8`. */
  | { kind: 'recuse'; person: string | null }
  | { kind: 'opinion'; member: MemberId }
  | { kind: 'prepare'; matter: NomineeView }
  | { kind: 'openVote' | 'closeItem' | 'chair' | 'addItem' };

export type Ask = (asked: Asked) => void;
