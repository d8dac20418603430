import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import type { FloorView, MeetingView, Nominee } from '../host/contract';
import {
  appointmentItem,
  ballot,
  FakeHost,
  heardRow,
  matter,
  meeting,
  NOMINEES,
  named,
  onAppointment,
  onOrdinary,
  ordinaryItem,
  refusal,
  row,
  stamp,
  statement,
} from '../host/sample';
import { Floor, type Form } from './floor.svelte';

let host: FakeHost;
let desk: Desk;
let floor: Floor;

beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost();
  desk = new Desk(host);
  floor = new Floor(desk);
});
afterEach(() => {
  vi.useRealTimers();
});

async function enter(view: MeetingView) {
  host.view = view;
  if (desk.session === null) await desk.start();
  await desk.go({ screen: 'room', meeting: 7 });
  host.lines.length = 0;
}

/** What was done in the meeting, in order. */
const deeds = () =>
  host.done.map(({ do: command }) => (command && 'meeting' in command ? command.meeting.act : null));

const UNCHANGED = { next: null };
/** Member 2 has spoken, member 3 is next. */
const AFTER_TWO: Partial<FloorView> = {
  speaking: [heardRow(2), row(3), row(4), row(5), row(1)],
  next: 3,
};

describe('the form that is due', () => {
  it.each<[string, MeetingView, Form]>([
    ['nothing is on the floor', meeting(), null],
    ['a nominee is taken up', onAppointment({ stage: 'takenUp' }), 'introduction'],
    ['an ordinary item is taken up', onOrdinary({ stage: 'takenUp' }), 'introduction'],
    ['a nominee is introduced', onAppointment(), 'statement'],
    ['an ordinary item is introduced', onOrdinary(), 'remark'],
    ['everybody was heard', onAppointment({ stage: 'heard', speaking: [heardRow(2)], ...UNCHANGED }), null],
    ['hands are counted', onAppointment({ stage: 'voting', ballot: ballot('hands') }), null],
    ['the vote is secret', onAppointment({ stage: 'voting', ballot: ballot('secret') }), 'count'],
    ['the vote is over', onAppointment({ stage: 'settled' }), null],
    ['the result is announced', onAppointment({ stage: 'announced' }), null],
    ['between nominees', onAppointment({ nominee: null, stage: null, next: null }), null],
  ])('when %s', async (_, view, form) => {
    await enter(view);
    expect(floor.form).toBe(form);
  });

  it.each([
    onAppointment({ stage: 'takenUp' }),
    onAppointment(),
    onAppointment({ stage: 'voting', ballot: ballot('secret') }),
    onAppointment({ nominee: null, stage: null, next: null }),
  ])('is a remark at any time by choice, and then the step again', async (view) => {
    await enter(view);
    const due = floor.form;
    floor.setMode('remark');
    expect(floor.form).toBe('remark');
    floor.setMode('step');
    expect(floor.form).toBe(due);
  });

  it('is that of whoever was interrupted, after a remark in between', async () => {
    await enter(onOrdinary());
    floor.choose(4);
    floor.setMode('remark');
    floor.setMode('step');
    expect([floor.form, floor.row?.member.id]).toEqual(['statement', 4]);
    floor.setMode('step');
    expect(floor.form).toBe('remark');
  });

  it('is a stance on an ordinary item by choice', async () => {
    await enter(onOrdinary());
    floor.choose(4);
    expect(floor.form).toBe('statement');
    expect(floor.row?.member.id).toBe(4);
  });

  it('chosen for one nominee is not chosen for the next', async () => {
    await enter(onAppointment());
    floor.setMode('remark');
    await enter(onAppointment({ nominee: 2 }));
    expect(floor.form).toBe('statement');
  });

  it('is the same after a restart', async () => {
    await enter(onAppointment());
    floor.choose(4);
    floor.setStance('defer');
    await desk.drafts.flush();
    const again = new Desk(host);
    await again.start();
    const floorAgain = new Floor(again);
    expect(floorAgain.row?.member.id).toBe(4);
    expect(floorAgain.statement(4)?.value.stance).toBe('defer');
  });
});

describe('whose turn it is', () => {
  it('is the next in the speaking order', async () => {
    await enter(onAppointment(AFTER_TWO));
    expect(floor.row?.member.id).toBe(3);
  });

  it('is whoever was chosen, until they are done', async () => {
    await enter(onAppointment());
    floor.choose(5);
    expect(floor.row?.member.id).toBe(5);
    await enter(onAppointment({ speaking: [row(2), row(3), row(4), heardRow(5), row(1)], next: 2 }));
    expect(floor.row?.member.id).toBe(2);
  });

  it('a row that is locked may be looked at, and says why', async () => {
    const wait = refusal({ type: 'othersMustSpeakFirst', last: named(1), missing: [named(2)] });
    await enter(onAppointment({ speaking: [row(2), row(1, { state: wait })] }));
    floor.choose(1);
    expect(floor.row?.member.id).toBe(1);
    expect(floor.refusal).toEqual(wait);
  });

  it('moves up and down, and not over the ends', async () => {
    await enter(onAppointment());
    floor.step(1);
    expect(floor.row?.member.id).toBe(3);
    floor.step(-1);
    floor.step(-1);
    expect(floor.row?.member.id).toBe(2);
    floor.choose(1);
    floor.step(1);
    expect(floor.row?.member.id).toBe(1);
  });

  // a step lands on the row that is done, which falls back to the next in order; the rows below are out of reach.
  it('moves past a row that is done', async () => {
    await enter(onAppointment({ speaking: [row(2), heardRow(3), row(4), row(5), row(1)], next: 2 }));
    floor.step(1);
    floor.step(1);
    expect(floor.row?.member.id).toBeOneOf([4, 5]);
  });

  it('in a vote is whoever has not voted, whatever they said before', async () => {
    const speaking = [heardRow(2, { vote: 'agree' }), heardRow(3), heardRow(1)];
    await enter(onAppointment({ stage: 'voting', ballot: ballot('hands'), speaking, next: 3 }));
    expect(floor.row?.member.id).toBe(3);
    floor.choose(1);
    expect(floor.row?.member.id).toBe(1);
    expect(floor.refusal, 'a stance taken does not bar a vote').toBeNull();
  });
});

describe('a statement', () => {
  it('without a stance is not recorded, and says so', async () => {
    await enter(onAppointment());
    floor.statement(2)?.change({ words: '没有意见' });
    expect(await floor.record()).toBe(false);
    expect(deeds()).toEqual([]);
    expect(floor.stanceMissing).toBe(true);
    expect(floor.statement(2)?.value.words).toBe('没有意见');
    floor.setStance('agree');
    expect(floor.stanceMissing).toBe(false);
  });

  it('is recorded with stance and words, settles its draft, and goes to the next row', async () => {
    await enter(onAppointment());
    host.onDo = () => host.accept(onAppointment(AFTER_TWO));
    floor.setStance('disagree');
    floor.statement(2)?.change({ words: ' 任职年限不够。 ' });
    expect(await floor.record()).toBe(true);
    expect(deeds()).toEqual([
      { type: 'recordStatement', speaker: { member: 2 }, stance: 'disagree', words: '任职年限不够。' },
    ]);
    expect(host.done[0]?.settles).toBe('meeting:7:nominee:1:member:2:statement');
    expect(floor.row?.member.id).toBe(3);
    expect(floor.statement(2)?.value).toEqual({ stance: null, words: '' });
  });

  it('takes the stance of the key over the one chosen before', async () => {
    await enter(onAppointment());
    floor.setStance('agree');
    await floor.record('defer');
    expect(deeds()).toMatchObject([{ stance: 'defer' }]);
  });

  it('keys pressed quickly are for one member after another', async () => {
    await enter(onAppointment());
    const views = [
      onAppointment(AFTER_TWO),
      onAppointment({ speaking: [heardRow(2), heardRow(3), row(4), row(5), row(1)], next: 4 }),
    ];
    host.onDo = () => host.accept(views.shift());
    expect(await Promise.all([floor.record('agree'), floor.record('disagree')])).toEqual([true, true]);
    expect(deeds()).toMatchObject([
      { speaker: { member: 2 }, stance: 'agree' },
      { speaker: { member: 3 }, stance: 'disagree' },
    ]);
  });

  it('that is refused says why; stance and words stay', async () => {
    await enter(onAppointment());
    const no = refusal({ type: 'notPresent', member: named(2) }, 'R-HY-13');
    host.onDo = () => ({ refused: no });
    floor.statement(2)?.change({ words: '没有意见' });
    expect(await floor.record('agree')).toBe(false);
    expect(floor.refusal).toEqual(no);
    expect(floor.statement(2)?.value.words).toBe('没有意见');
  });

  it('on one nominee is never the draft of another', async () => {
    await enter(onAppointment());
    floor.statement(2)?.change({ stance: 'agree', words: '同意' });
    await enter(onAppointment({ nominee: 2 }));
    expect(floor.statement(2)?.value).toEqual({ stance: null, words: '' });
  });

  it('with nobody left to speak is nothing', async () => {
    await enter(onAppointment({ stage: 'heard', speaking: [heardRow(2)], next: null }));
    expect(await floor.record('agree')).toBe(false);
    expect(deeds()).toEqual([]);
  });
});

describe('a stance restated', () => {
  const settled = { stage: 'heard', speaking: [heardRow(2), heardRow(3), heardRow(1)], next: null } as const;

  it('is asked for by choosing a member who has stated one', async () => {
    await enter(onAppointment({ ...settled, speaking: [...settled.speaking] }));
    floor.choose(3);
    expect(floor.form).toBe('statement');
    expect(floor.row?.member.id).toBe(3);
    expect(floor.row && floor.isRestated(floor.row)).toBe(true);
    floor.statement(3)?.change({ words: '改为同意。' });
    await floor.record('agree');
    expect(deeds()).toEqual([
      { type: 'restateStatement', speaker: { member: 3 }, stance: 'agree', words: '改为同意。' },
    ]);
    expect(host.done[0]?.settles).toBe('meeting:7:nominee:1:member:3:statement:over:23');
  });

  it('once, whatever is pressed after', async () => {
    await enter(onAppointment(AFTER_TWO));
    const again = heardRow(2, { statement: statement(2, { stamp: stamp(40) }) });
    host.onDo = () => host.accept(onAppointment({ ...AFTER_TWO, speaking: [again, row(3), row(1)] }));
    floor.choose(2);
    await Promise.all([floor.record('disagree'), floor.record('agree')]);
    expect(deeds()).toMatchObject([
      { type: 'restateStatement', speaker: { member: 2 } },
      { type: 'recordStatement', speaker: { member: 3 } },
    ]);
  });

  it('says why where it cannot be, and is left with one step back', async () => {
    const no = refusal({ type: 'lastSpeakerHasSpoken', last: named(1) });
    await enter(onAppointment({ ...AFTER_TWO, speaking: [heardRow(2, { restate: no }), row(3), row(1)] }));
    floor.choose(2);
    expect(floor.refusal).toEqual(no);
    floor.setMode('step');
    expect(floor.row?.member.id).toBe(3);
  });

  it('of the last speaker, open again after others, is recorded and not restated', async () => {
    const open = heardRow(1, { state: null });
    await enter(onAppointment({ speaking: [heardRow(2), open], next: 1 }));
    expect(floor.row?.member.id).toBe(1);
    expect(floor.isRestated(open)).toBe(false);
    await floor.record('agree');
    expect(deeds()).toMatchObject([{ type: 'recordStatement', speaker: { member: 1 } }]);
  });
});

describe('a vote', () => {
  it('is that of the row, or of the member pointed at', async () => {
    await enter(onAppointment({ stage: 'voting', ballot: ballot('hands'), next: 2 }));
    await floor.vote('agree');
    await floor.vote('abstain', 4);
    expect(deeds()).toEqual([
      { type: 'recordVote', voter: { member: 2 }, choice: 'agree' },
      { type: 'recordVote', voter: { member: 4 }, choice: 'abstain' },
    ]);
  });

  it('entered wrongly is entered anew: the last one, or the one pointed at', async () => {
    const speaking = [row(2, { vote: 'against' }), row(3, { vote: 'agree' }), row(4)];
    await enter(onAppointment({ stage: 'voting', ballot: ballot('hands'), next: 4, speaking }));
    floor.revise();
    expect(floor.row?.member.id).toBe(3);
    floor.revise(2);
    expect(floor.row?.member.id).toBe(2);
    await floor.vote('agree');
    expect(deeds()).toEqual([{ type: 'reviseVote', voter: { member: 2 }, choice: 'agree' }]);
    expect(floor.row?.member.id, 'then the next one').toBe(4);
    floor.revise(3);
    floor.revise(null);
    expect(floor.row?.member.id, 'given up').toBe(4);
  });
});

describe('an introduction', () => {
  const introduced = { stamp: stamp(12), by: { observer: 2 }, words: '介绍情况', covers: [] };
  const second = onAppointment(
    { nominee: 2, stage: 'takenUp', next: null },
    {
      items: [
        ordinaryItem({
          matters: [
            matter(null, { introduction: { stamp: stamp(5), by: { observer: 1 }, words: '', covers: [] } }),
          ],
        }),
        appointmentItem({
          open: true,
          matters: NOMINEES.map((nominee) =>
            matter(nominee, nominee.id === 1 ? { introduction: introduced } : {}),
          ),
        }),
      ],
    },
  );

  it('is given by whoever introduced the last nominee of the item, unless another is chosen', async () => {
    await enter(second);
    expect(floor.introducer).toBe('observer:2');
    floor.introduction?.change({ by: 'member:3' });
    expect(floor.introducer).toBe('member:3');
  });

  it('is given by the last of several who introduced before', async () => {
    const by = [{ observer: 2 }, { member: 3 }];
    const third: Nominee = {
      id: 3,
      name: '何静',
      currentPost: '市审计局副局长',
      proposedPost: '市审计局局长',
      postToLeave: '',
      change: 'promotion',
      unscheduled: false,
      reconsiders: null,
      notCarried: [],
    };
    const matters = [...NOMINEES, third].map((nominee, index) => {
      const person = by[index];
      return matter(nominee, person ? { introduction: { ...introduced, by: person } } : {});
    });
    const items = [ordinaryItem(), appointmentItem({ open: true, matters })];
    await enter(onAppointment({ nominee: 3, stage: 'takenUp', next: null }, { items }));
    expect(floor.introducer).toBe('member:3');
  });

  it('is recorded as theirs without a choice', async () => {
    await enter(second);
    floor.introduction?.change({ words: '林志远，男，汉族。' });
    expect(await floor.introduce()).toBe(true);
    expect(deeds()).toEqual([
      { type: 'introduce', by: { observer: 2 }, words: '林志远，男，汉族。', covers: [] },
    ]);
    expect(host.done[0]?.settles).toBe('meeting:7:nominee:2:introduction');
  });

  it('on the first matter of an item belongs to nobody before one is chosen, and says so', async () => {
    await enter(onAppointment({ stage: 'takenUp', next: null }));
    expect(floor.introducer).toBe('');
    floor.introduction?.change({ words: '陈晓，女，汉族。' });
    expect(await floor.introduce()).toBe(false);
    expect(floor.speakerMissing).toBe(true);
    expect(deeds()).toEqual([]);
    expect(floor.introduction?.value.words).toBe('陈晓，女，汉族。');
  });
});

describe('a remark', () => {
  it('is recorded and leads back to the step', async () => {
    await enter(onAppointment());
    floor.setMode('remark');
    floor.remark?.change({ by: 'observer:2', words: '档案已核。' });
    expect(await floor.recordRemark()).toBe(true);
    expect(deeds()).toEqual([
      { type: 'recordRemark', speaker: { observer: 2 }, words: '档案已核。', leans: false },
    ]);
    expect(floor.form).toBe('statement');
  });

  it('of nobody is not recorded, says so, and stays open with its words', async () => {
    await enter(onAppointment());
    floor.setMode('remark');
    floor.remark?.change({ words: '档案已核。' });
    expect(await floor.recordRemark()).toBe(false);
    expect(floor.speakerMissing).toBe(true);
    expect(deeds()).toEqual([]);
    expect(floor.form).toBe('remark');
    expect(floor.remark?.value.words).toBe('档案已核。');
  });

  it('can be typed while no item is on the floor', async () => {
    await enter(meeting());
    floor.remark?.change({ by: 'member:2', words: '请大家抓紧。' });
    expect(await floor.recordRemark()).toBe(true);
    expect(host.done[0]?.settles).toBe('meeting:7:remark');
  });
});

describe('a remark that leans', () => {
  it('can be flagged for the last speaker before their turn', async () => {
    await enter(onAppointment());
    expect(floor.mayLean('member:1')).toBe(true);
    expect(floor.mayLean('member:2')).toBe(false);
    await enter(onAppointment({ stage: 'heard', speaking: [heardRow(2), heardRow(1)], next: null }));
    expect(floor.mayLean('member:1')).toBe(false);
  });

  it('of somebody else is not flagged, whatever was ticked before', async () => {
    await enter(onAppointment());
    floor.remark?.change({ by: 'member:1', words: '我看可以。', leans: true });
    await floor.recordRemark();
    floor.remark?.change({ by: 'member:2', words: '补充一点。', leans: true });
    await floor.recordRemark();
    expect(deeds()).toMatchObject([{ leans: true }, { leans: false }]);
  });
});

it('what an introduction covered is kept one by one, in the order of the Regulation', async () => {
  await enter(onAppointment({ stage: 'takenUp', next: null }));
  floor.introduction?.change({ by: 'member:3', words: '介绍情况。' });
  floor.cover('reasons', true);
  floor.cover('basics', true);
  floor.cover('exception', true);
  floor.cover('exception', false);
  await floor.introduce();
  expect(deeds()).toMatchObject([{ covers: ['basics', 'reasons'] }]);
});

it('an introduction that covered the usual points is recorded in one go, with whatever else was marked', async () => {
  await enter(onAppointment({ stage: 'takenUp', next: null }));
  floor.introduction?.change({ by: 'member:3', words: '介绍情况。' });
  floor.cover('exception', true);
  await floor.introduce(true);
  expect(deeds()).toMatchObject([
    { covers: ['basics', 'recommendation', 'appraisal', 'inspection', 'reasons', 'exception'] },
  ]);
});

describe('words in which the blank of a stock phrase is open', () => {
  const OPEN = '同意，请……抓好落实。';

  it('are recorded by nobody, and stay', async () => {
    host.phrases = [OPEN];
    await enter(onAppointment({ next: 2 }));
    floor.statement(2)?.change({ words: `${OPEN}补充一点。` });
    expect(await floor.record('agree')).toBe(false);
    expect(floor.blankLeft).toBe(true);
    expect(floor.statement(2)?.value.words).toBe(`${OPEN}补充一点。`);
    floor.remark?.change({ by: 'observer:2', words: OPEN });
    expect(await floor.recordRemark()).toBe(false);
    expect(deeds()).toEqual([]);
    floor.statement(2)?.change({ words: '同意，请组织部抓好落实。' });
    expect(await floor.record('agree')).toBe(true);
    expect(floor.blankLeft).toBe(false);
  });

  it('are words like any other where no phrase says them', async () => {
    await enter(onAppointment({ next: 2 }));
    floor.statement(2)?.change({ words: OPEN });
    expect(await floor.record('agree')).toBe(true);
  });
});

it('whose words were typed and not recorded is known, with whoever has no name yet', async () => {
  await enter(onOrdinary());
  expect(floor.unrecorded).toEqual([]);
  floor.statement(4)?.change({ words: '同意。' });
  floor.remark?.change({ words: '补充一点。' });
  expect(floor.unrecorded).toEqual([{ member: 4 }, null]);
  floor.remark?.change({ by: 'observer:2' });
  expect(floor.unrecorded).toEqual([{ member: 4 }, { observer: 2 }]);
});
