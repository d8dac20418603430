import { describe, expect, it } from 'vitest';
import type {
  Attendant,
  FloorView,
  MeetingView,
  NomineeView,
  Refusal,
  StageName,
  WarningView,
} from '../host/contract';
import {
  appointmentItem,
  article,
  ballot,
  doors,
  MEMBERS,
  matter,
  meeting,
  NOMINEES,
  named,
  onAppointment,
  onOrdinary,
  ordinaryItem,
  refusal,
  seat,
  stamp,
} from '../host/sample';
import {
  attendantFrom,
  attendantKey,
  knownIn,
  matterKey,
  matterOnFloor,
  nextStep,
  openItem,
  personFrom,
  personKey,
  recusableIn,
  type Step,
} from './matter';

const taken = refusal({ type: 'itemEnded', item: 1 }, 'R-HY-16');

describe('the next step', () => {
  it('before the opening is the first member whom the roll call has not reached', () => {
    const seats = MEMBERS.map(({ id }) =>
      id < 3 ? seat(id) : seat(id, { attendance: null, present: false }),
    );
    expect(nextStep(meeting({ phase: 'called', seats }))).toEqual({ do: 'markAttendance', member: 3 });
  });

  it('after the roll call is the opening', () => {
    expect(nextStep(meeting({ phase: 'called' }))).toEqual({ do: 'openMeeting' });
  });

  it('with nothing on the floor is the first item that can be taken up', () => {
    const items = [ordinaryItem({ takeUp: taken }), appointmentItem()];
    expect(nextStep(meeting({ items }))).toEqual({ do: 'takeUpItem', item: 2 });
  });

  it('leaves an item out that was left', () => {
    const items = [ordinaryItem({ left: '材料不全' }), appointmentItem()];
    expect(nextStep(meeting({ items }))).toEqual({ do: 'takeUpItem', item: 2 });
  });

  it('with no item due is the adjournment', () => {
    const items = [ordinaryItem({ takeUp: taken }), appointmentItem({ left: '材料不全' })];
    expect(nextStep(meeting({ items }))).toEqual({ do: 'adjourn' });
  });

  it.each<[MeetingView['phase'], Step['do']]>([
    ['adjourned', 'seal'],
    ['sealed', 'goRecord'],
    ['calledOff', 'goRecord'],
  ])('of a meeting that is %s is %s', (phase, step) => {
    expect(nextStep(meeting({ phase }))).toEqual({ do: step });
  });

  it('between nominees is the next nominee, and after the last the end of the item', () => {
    const between = { nominee: null, stage: null, next: null };
    expect(nextStep(onAppointment({ ...between, nextNominee: 2 }))).toEqual({
      do: 'takeUpNominee',
      nominee: 2,
    });
    expect(nextStep(onAppointment(between))).toEqual({ do: 'closeItem' });
  });

  it.each<[string, StageName, Partial<FloorView>, Step]>([
    ['not begun', 'waiting', {}, { do: 'introduce' }],
    ['taken up', 'takenUp', {}, { do: 'introduce' }],
    ['introduced, somebody silent', 'introduced', { next: 3 }, { do: 'hear', member: 3 }],
    ['introduced, nobody silent', 'introduced', { next: null }, { do: 'openVote' }],
    ['heard', 'heard', { next: null }, { do: 'openVote' }],
    ['voting by hands', 'voting', { next: 4, ballot: ballot('hands') }, { do: 'vote', member: 4 }],
    ['voting, all votes in', 'voting', { next: null, ballot: ballot('signed') }, { do: 'closeVote' }],
    ['voting in secret', 'voting', { next: null, ballot: ballot('secret') }, { do: 'countBallots' }],
    [
      'voting in secret, whoever is next',
      'voting',
      { next: 4, ballot: ballot('secret') },
      { do: 'countBallots' },
    ],
    ['asked to be reconsidered', 'reconsidering', { next: 4 }, { do: 'vote', member: 4 }],
    ['asked to be reconsidered, all votes in', 'reconsidering', { next: null }, { do: 'closeVote' }],
    ['settled', 'settled', {}, { do: 'announceResult' }],
    ['announced', 'announced', {}, { do: 'closeItem' }],
  ])('for a nominee %s', (_, stage, part, step) => {
    expect(nextStep(onAppointment({ stage, ...part }))).toEqual(step);
  });

  it.each<[StageName, Step]>([
    ['takenUp', { do: 'introduce' }],
    ['introduced', { do: 'closeItem' }],
    ['heard', { do: 'closeItem' }],
    ['settled', { do: 'announceResult' }],
    ['announced', { do: 'closeItem' }],
  ])('for an ordinary item that is %s asks nobody for a stance', (stage, step) => {
    expect(nextStep(onOrdinary({ stage }))).toEqual(step);
  });

  it('for an ordinary item that is voted on is the next vote', () => {
    const view = onOrdinary({ stage: 'voting', ballot: ballot('hands'), next: 2 });
    expect(nextStep(view)).toEqual({ do: 'vote', member: 2 });
  });
});

describe('what a closed door waits for', () => {
  const awaits = refusal({ type: 'awaitsConfirmation', absent: [named(3)] }, 'S-01');
  const warning: WarningView = {
    warning: { type: 'notAllPresent', absent: [named(3)] },
    rule: 'S-01',
    article: article(),
    awaited: true,
    acknowledged: null,
  };
  const noted = {
    ...warning,
    acknowledged: { stamp: stamp(40), warning: warning.warning, by: 1, reason: '按程序', lapsed: null },
  };
  const between = { nominee: null, stage: null, next: null, nextNominee: null };
  const items = (takeUp: Refusal | null, part: Partial<NomineeView> = {}) => [
    ordinaryItem(),
    appointmentItem({ open: true, matters: NOMINEES.map((nominee) => matter(nominee, { takeUp, ...part })) }),
  ];

  it('before a nominee is the confirmation of the chair', () => {
    const view = onAppointment(between, { items: items(awaits), warnings: [warning] });
    expect(nextStep(view)).toEqual({ do: 'acknowledge', warning });
  });

  it('before a vote too', () => {
    const heard = { stage: 'heard', next: null } as const;
    const view = onAppointment(heard, { doors: doors({ openVote: awaits }), warnings: [noted, warning] });
    expect(nextStep(view)).toEqual({ do: 'acknowledge', warning });
  });

  it('is nothing where the door is open, or shut for another reason', () => {
    const view = onAppointment({ ...between, nextNominee: 1 }, { items: items(null), warnings: [warning] });
    expect(nextStep(view)).toEqual({ do: 'takeUpNominee', nominee: 1 });
    const all = refusal({ type: 'notAllPresent', absent: [named(3)] }, 'S-01');
    const strict = onAppointment(between, { items: items(all), warnings: [warning] });
    expect(nextStep(strict)).toEqual({ do: 'closeItem' });
  });

  it('for a decision of another meeting is the motion to reconsider', () => {
    const needed = refusal({ type: 'reconsiderationNeeded', number: { year: 2026, ordinal: 5 } }, 'R-HY-18');
    expect(nextStep(onAppointment(between, { items: items(needed) }))).toEqual({
      do: 'openReconsideration',
      nominee: 1,
    });
    const no = refusal({ type: 'noReconsideration' }, 'R-HY-18');
    expect(nextStep(onAppointment(between, { items: items(needed, { reconsider: no }) }))).toEqual({
      do: 'closeItem',
    });
  });
});

describe('who can leave', () => {
  it('is asked for the nominees whose door is open', () => {
    const shut = refusal({ type: 'floorTaken', item: 2, nominee: 1 }, 'R-HY-14');
    const matters = NOMINEES.map((nominee) => matter(nominee, { recuse: nominee.id === 1 ? null : shut }));
    const items = [ordinaryItem(), appointmentItem({ open: true, matters })];
    expect(recusableIn(onAppointment({}, { items })).map((it) => it.nominee?.id)).toEqual([1]);
    expect(recusableIn(meeting())).toEqual([]);
    expect(recusableIn(onOrdinary())).toEqual([]);
  });

  it.each<Attendant>([{ member: 8 }, { observer: 1 }, 'recorder'])(
    'chosen in a list is that person again: %o',
    (person) => {
      expect(attendantFrom(attendantKey(person))).toEqual(person);
    },
  );
});

describe('the matter on the floor', () => {
  it('is the nominee, the ordinary matter, or none between nominees', () => {
    expect(matterOnFloor(onAppointment({ nominee: 2 }))?.nominee?.id).toBe(2);
    expect(matterOnFloor(onOrdinary())?.nominee).toBeNull();
    expect(matterOnFloor(onOrdinary())).not.toBeNull();
    expect(matterOnFloor(onAppointment({ nominee: null, stage: null }))).toBeNull();
    expect(matterOnFloor(meeting())).toBeNull();
  });

  it('belongs to the open item', () => {
    expect(openItem(onAppointment())?.item.id).toBe(2);
    expect(openItem(meeting())).toBeNull();
  });

  it('names its drafts so that no two matters of two meetings share one', () => {
    const keys = [
      matterKey(7, onAppointment({ nominee: 1 })),
      matterKey(7, onAppointment({ nominee: 2 })),
      matterKey(7, onOrdinary()),
      matterKey(7, onAppointment({ nominee: null, stage: null })),
      matterKey(8, onAppointment({ nominee: 1 })),
      matterKey(8, onOrdinary()),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(matterKey(7, meeting())).toBeNull();
  });
});

describe('names for ids', () => {
  const known = knownIn(
    meeting({ items: [ordinaryItem(), appointmentItem({ matters: NOMINEES.map((n) => matter(n)) })] }),
  );

  it('are found among the seats, the nominees and the observers of all items', () => {
    expect(known.member(4)).toBe('赵学文');
    expect(known.nominee(2)).toBe('林志远');
    expect(known.person({ member: 1 })).toBe('周明');
    expect(known.person({ observer: 2 })).toBe('郑敏');
  });

  it('say the id where nobody is found', () => {
    expect(known.member(99)).toBe('#99');
    expect(known.person({ observer: 99 })).toBe('#99');
    expect(known.nominee(99)).toBeNull();
  });

  it.each([{ member: 4 }, { observer: 1 }])(
    'a speaker chosen in a list is that speaker again: %o',
    (person) => {
      expect(personFrom(personKey(person))).toEqual(person);
    },
  );

  it.each(['', 'member', 'member:x', 'guest:1'])('"%s" is nobody', (key) => {
    expect(personFrom(key)).toBeNull();
  });
});
