import type { MeetingView, PhaseName, StageName } from '../host/contract';
import type { PassageId } from '../manual/passages';
import type { Desk } from './desk.svelte';
import { stepsOf } from './guide';

const OF_STAGE: Record<StageName, PassageId> = {
  waiting: 'takeUp',
  takenUp: 'introduce',
  introduced: 'statements',
  heard: 'vote',
  voting: 'byName',
  settled: 'announce',
  announced: 'takeUp',
  reconsidering: 'reconsider',
};

const OF_PHASE: Record<Exclude<PhaseName, 'sitting'>, PassageId> = {
  called: 'rollCall',
  adjourned: 'seal',
  sealed: 'correct',
  calledOff: 'amend',
};

/** What the manual says of where a meeting stands. */
export function passageOf({ phase, floor }: Pick<MeetingView, 'phase' | 'floor'>): PassageId {
  if (phase !== 'sitting') return OF_PHASE[phase];
  if (!floor?.stage) return 'takeUp';
  if (floor.stage === 'voting' && floor.ballot?.method === 'secret') return 'secret';
  const talked = floor.stage === 'introduced' || floor.stage === 'heard';
  return talked && floor.nominee === null ? 'ordinary' : OF_STAGE[floor.stage];
}

/** What the manual says of the place where the user is. */
export function passageHere(
  desk: Pick<Desk, 'session' | 'isOpen' | 'place' | 'home' | 'committee' | 'meeting'>,
): PassageId | null {
  const { place, home, committee, meeting } = desk;
  if (!desk.isOpen) return desk.session === 'new' ? 'passphrase' : 'unlock';
  switch (place.screen) {
    case 'home':
      return home && stepsOf(home.committee, home.meetings.length) ? 'start' : 'home';
    case 'roster':
      return committee?.committee.name ? 'members' : 'committee';
    case 'call':
      return place.amends === null ? 'call' : 'amend';
    case 'room':
      return meeting && passageOf(meeting.meeting);
    case 'record':
      return 'papers';
    case 'find':
      return 'finding';
    case 'rules':
      return 'rulebook';
    case 'help':
      return null;
  }
}
