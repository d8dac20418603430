import { describe, expect, it } from 'vitest';
import type { MeetingView, WarningView } from '../host/contract';
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
import { zh } from '../words/zh';
import { actsOf, reconsideration } from './acts';

const acts = (view: MeetingView) => actsOf(view, zh);
const names = (view: MeetingView) => acts(view).map((act) => act.name);
const primary = (view: MeetingView) => acts(view).flatMap((act) => (act.primary ? [act.name] : []));

const UNMARKED = MEMBERS.map(({ id }) => seat(id, { attendance: null, present: false }));

describe('the next thing', () => {
  it.each<[string, MeetingView, string]>([
    ['the roll is called', meeting({ phase: 'called' }), 'openMeeting'],
    ['the meeting sits', meeting(), 'takeUpItem'],
    ['all items are done', meeting({ items: [] }), 'adjourn'],
    ['between nominees', onAppointment({ nominee: null, stage: null, nextNominee: 2 }), 'takeUpNominee'],
    ['after the last nominee', onAppointment({ nominee: null, stage: null }), 'closeItem'],
    ['an ordinary item is talked about', onOrdinary(), 'closeItem'],
    ['everybody was heard', onAppointment({ stage: 'heard', next: null }), 'openVote'],
    ['all have voted', onAppointment({ stage: 'voting', next: null, ballot: ballot('hands') }), 'closeVote'],
    ['the vote is over', onAppointment({ stage: 'settled' }), 'announceResult'],
    ['the result is announced', onAppointment({ stage: 'announced' }), 'closeItem'],
    ['the meeting is adjourned', meeting({ phase: 'adjourned' }), 'seal'],
    ['the record is sealed', meeting({ phase: 'sealed' }), 'goRecord'],
  ])('when %s stands first, and it alone is primary', (_, view, name) => {
    expect(names(view)[0]).toBe(name);
    expect(primary(view)).toEqual([name]);
  });

  it.each<[string, MeetingView]>([
    ['the roll call goes on', meeting({ phase: 'called', seats: UNMARKED })],
    ['somebody is to introduce', onAppointment({ stage: 'takenUp' })],
    ['somebody is to take a stance', onAppointment({ next: 3 })],
    ['somebody is to vote', onAppointment({ stage: 'voting', next: 3, ballot: ballot('hands') })],
    ['ballots are to be counted', onAppointment({ stage: 'voting', next: null, ballot: ballot('secret') })],
  ])('when %s is no button, and no button is primary', (_, view) => {
    expect(primary(view)).toEqual([]);
  });

  it('is offered once', () => {
    for (const view of [meeting({ phase: 'called' }), meeting({ items: [] }), onOrdinary()]) {
      expect(new Set(names(view)).size).toBe(names(view).length);
    }
  });

  it('says which item or nominee it takes up', () => {
    expect(acts(meeting())[0]).toMatchObject({ id: 1, label: '进入议题 1：研究全市春耕工作' });
    const between = onAppointment({ nominee: null, stage: null, nextNominee: 2 });
    expect(acts(between)[0]).toMatchObject({ id: 2, label: '下一人选：林志远' });
  });
});

describe('doors', () => {
  const no = refusal({ type: 'notYetStated', missing: [named(3)] }, 'R-HY-06');

  it('carry the refusal of the view unchanged', () => {
    const view = onAppointment({}, { doors: doors({ openVote: no }) });
    const openVote = acts(view).find((act) => act.name === 'openVote');
    expect(openVote?.refusal).toBe(no);
    expect(acts(view).find((act) => act.name === 'postponeVote')?.refusal).toBeNull();
  });

  it('of the next thing may be shut too', () => {
    const view = meeting({ phase: 'called', doors: doors({ openMeeting: no }) });
    expect(acts(view)[0]).toMatchObject({ name: 'openMeeting', primary: true });
    expect(acts(view)[0]?.refusal).toBe(no);
  });

  it('of each button are its own', () => {
    const shut = doors();
    for (const door of Object.keys(shut) as (keyof typeof shut)[])
      shut[door] = refusal({ type: 'empty', text: 'words' }, 'R-HY-01');
    const marked: Record<string, keyof typeof shut> = {
      postponeVote: 'postponeVote',
      deferMatter: 'deferMatter',
      openVote: 'openVote',
      closeItem: 'closeItem',
      leaveItem: 'leaveItem',
    };
    for (const act of acts(onOrdinary({}, { doors: shut }))) {
      const door = marked[act.name];
      expect(door, act.name).toBeDefined();
      if (door) expect(act.refusal).toBe(shut[door]);
    }
    const announce = acts(onAppointment({ stage: 'settled' }, { doors: shut }))[0];
    expect(announce?.refusal).toBe(shut.announce);
  });

  it('of a nominee is that of the nominee', () => {
    const gone = refusal(
      { type: 'belowQuorum', present: 3, entitled: 5, required: 4, missing: 1 },
      'R-HY-01',
    );
    const items = [
      ordinaryItem(),
      appointmentItem({ open: true, matters: NOMINEES.map((nominee) => matter(nominee, { takeUp: gone })) }),
    ];
    const view = onAppointment({ nominee: null, stage: null, nextNominee: 1 }, { items });
    expect(acts(view)[0]?.refusal).toBe(gone);
  });
});

describe('what is offered', () => {
  it('the call can be amended and called off before the opening only', () => {
    expect(names(meeting({ phase: 'called' }))).toEqual(expect.arrayContaining(['amendCall', 'callOff']));
    for (const view of [meeting(), onAppointment(), meeting({ phase: 'adjourned' })]) {
      expect(names(view)).not.toContain('amendCall');
      expect(names(view)).not.toContain('callOff');
    }
  });

  it('a secret vote is closed by its count, an open vote by its button', () => {
    const voting = (method: 'hands' | 'secret') =>
      names(onAppointment({ stage: 'voting', next: null, ballot: ballot(method) }));
    expect(voting('secret')).toEqual(['postponeVote']);
    expect(voting('hands')).toEqual(['closeVote', 'postponeVote']);
  });

  it('a nominee is never closed like an item', () => {
    for (const stage of ['takenUp', 'introduced', 'heard'] as const)
      expect(names(onAppointment({ stage }))).not.toContain('closeItem');
  });

  it('the notice goes out once, before the opening', () => {
    expect(names(meeting({ phase: 'called' }))).toContain('sendNotice');
    expect(names(meeting({ phase: 'called', notice: stamp(12) }))).not.toContain('sendNotice');
    expect(names(meeting())).not.toContain('sendNotice');
  });

  it('an item can be added before the opening and between items and nominees', () => {
    const between = onAppointment({ nominee: null, stage: null, nextNominee: 2 });
    for (const view of [meeting({ phase: 'called' }), meeting(), between])
      expect(names(view)).toContain('addItem');
    for (const view of [onAppointment(), meeting({ phase: 'adjourned' })])
      expect(names(view)).not.toContain('addItem');
  });

  it('a confirmation that is awaited comes first, with its warning', () => {
    const absent = [named(3)];
    const warning: WarningView = {
      warning: { type: 'notAllPresent', absent },
      rule: 'S-01',
      article: article(),
      awaited: true,
      acknowledged: null,
    };
    const shut = doors({ openVote: refusal({ type: 'awaitsConfirmation', absent }, 'S-01') });
    const view = onAppointment({ stage: 'heard', next: null }, { doors: shut, warnings: [warning] });
    expect(acts(view)[0]).toMatchObject({ name: 'acknowledge', primary: true, refusal: null, warning });
    expect(primary(view)).toEqual(['acknowledge']);
  });

  it('a motion to reconsider is closed by its button, or put off', () => {
    expect(names(onAppointment({ stage: 'reconsidering', next: 3 }))).toEqual(['closeVote', 'postponeVote']);
    expect(primary(onAppointment({ stage: 'reconsidering', next: null }))).toEqual(['closeVote']);
  });

  it('to reconsider has the door of the nominee', () => {
    const no = refusal({ type: 'nothingToReconsider' }, 'R-HY-18');
    expect(reconsideration(matter(NOMINEES[0] ?? null, { reconsider: no }), zh)).toEqual({
      name: 'openReconsideration',
      label: '提出复议：陈晓',
      refusal: no,
      id: 1,
    });
  });

  it('nothing but the record is left of a meeting that was called off', () => {
    expect(names(meeting({ phase: 'calledOff' }))).toEqual(['goRecord']);
  });
});
