import { CHOICE_SIGN, choicesOf, STANCE_SIGN, STANCES } from '../floor/stance';
import type { Choice, MeetingView, NomineeView, Tally } from '../host/contract';
import type { Words } from '../words/words.svelte';

export interface TallyPart {
  name: string;
  sign: string;
  count: number;
  tone: 'agree' | 'disagree' | 'defer';
}
export interface Shown {
  title: string;
  parts: TallyPart[];
  /** Counted, but no part of the bar. */
  rest: { name: string; count: number } | null;
  majority: number;
}

const TONE: Record<Choice, TallyPart['tone']> = {
  agree: 'agree',
  against: 'disagree',
  abstain: 'defer',
  defer: 'defer',
};

/** What is in numbers on the matter on the floor: stances, then votes, then the result; `hidden` while a secret ballot is open. */
export function shownTally(view: MeetingView, matter: NomineeView, words: Words): Shown | 'hidden' | null {
  const { floor } = view;
  if (!floor) return null;
  const { majority, ballot, stances } = floor;
  const ofVotes = (title: string, tally: Tally, rest: Shown['rest']): Shown => ({
    title,
    parts: choicesOf(view.rulebook).map((choice) => ({
      name: words.choices[choice],
      sign: CHOICE_SIGN[choice],
      count: tally[choice],
      tone: TONE[choice],
    })),
    rest,
    majority,
  });
  const { verdict } = matter;
  if (verdict && verdict.type !== 'setAside') {
    const spoilt = { name: words.room.spoiltPapers, count: verdict.tally.spoilt };
    return ofVotes(words.room.result, verdict.tally, verdict.type === 'secret' ? spoilt : null);
  }
  if (floor.stage === 'voting' && ballot) {
    const { tally } = ballot;
    if (!tally) return 'hidden';
    const cast = tally.agree + tally.against + tally.abstain + tally.defer;
    return ofVotes(words.room.votes, tally, { name: words.room.notVoted, count: floor.present - cast });
  }
  if (floor.motion) {
    const votes = floor.motion.votes;
    const tally: Tally = { agree: 0, against: 0, abstain: 0, defer: 0, spoilt: 0 };
    for (const { choice } of votes) tally[choice] += 1;
    return ofVotes(words.room.motionVotes, tally, {
      name: words.room.notVoted,
      count: floor.present - votes.length,
    });
  }
  // An ordinary item is talked about; nobody has to take a stance.
  if (floor.nominee === null && stances.agree + stances.disagree + stances.defer === 0) return null;
  return {
    title: words.room.tally,
    parts: STANCES.map((stance) => ({
      name: words.stances[stance],
      sign: STANCE_SIGN[stance],
      count: stances[stance],
      tone: stance,
    })),
    rest: { name: words.room.silent, count: stances.silent },
    majority,
  };
}
