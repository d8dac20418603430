import { expect, it } from 'vitest';
import type { NomineeView, StageName, Verdict } from '../host/contract';
import { ballot, matter, NOMINEES, onAppointment, onOrdinary, stamp } from '../host/sample';
import { zh } from '../words/zh';
import { shownTally } from './tally';

const opening = {
  stamp: stamp(30),
  scrutineer: '赵学文',
  teller: '孙立',
  quorum: { present: 5, entitled: 5, required: 4 },
};
const secret: Verdict = {
  type: 'secret',
  stamp: stamp(31),
  opening,
  count: { issued: 5, returned: 5, spoilt: 1, agree: 3, against: 0, abstain: 1, defer: 0, spoiltField: 0 },
  tally: { agree: 3, against: 0, abstain: 1, defer: 0, spoilt: 1 },
  base: 5,
  outcome: 'carried',
};
const byName: Verdict = {
  type: 'byName',
  stamp: stamp(31),
  opening,
  method: 'hands',
  votes: [],
  tally: { agree: 2, against: 3, abstain: 0, defer: 0, spoilt: 0 },
  base: 5,
  outcome: 'notCarried',
};
const setAside: Verdict = { type: 'setAside', stamp: stamp(31), outcome: 'deferred', reason: '再议' };

function shown(stage: StageName, verdict: Verdict | null, method: 'hands' | 'secret' | null = null) {
  const of: NomineeView = matter(NOMINEES[0] ?? null, { stage, verdict });
  const stances = { agree: 4, disagree: 0, defer: 1, silent: 0 };
  const view = onAppointment({ stage, stances, ballot: method === null ? null : ballot(method) });
  const tally = shownTally(view, of, zh);
  if (tally === null || tally === 'hidden') return tally;
  const counts = tally.parts.map((part) => part.count);
  return { ...tally, parts: counts };
}

it('before the vote are the stances', () => {
  const tally = {
    title: zh.room.tally,
    parts: [4, 0, 1],
    rest: { name: zh.room.silent, count: 0 },
    majority: 3,
  };
  expect(shown('heard', null)).toEqual(tally);
  expect(shown('settled', setAside), 'there was no vote').toEqual(tally);
});

it('on an ordinary item without stances is nothing', () => {
  expect(shownTally(onOrdinary(), matter(null, { stage: 'introduced' }), zh)).toBeNull();
});

it('during a vote by name are the votes; of a secret ballot nothing', () => {
  expect(shown('voting', null, 'hands')).toMatchObject({
    title: zh.room.votes,
    parts: [0, 0, 0],
    rest: { name: zh.room.notVoted, count: 5 },
  });
  expect(shown('voting', null, 'secret')).toBe('hidden');
});

it.each<StageName>(['settled', 'announced'])(
  'when %s is the result, with the papers that were spoilt',
  (stage) => {
    expect(shown(stage, secret)).toEqual({
      title: zh.room.result,
      parts: [3, 0, 1],
      rest: { name: zh.room.spoiltPapers, count: 1 },
      majority: 3,
    });
    expect(shown(stage, byName)).toMatchObject({ title: zh.room.result, parts: [2, 3, 0], rest: null });
  },
);
