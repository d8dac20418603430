import { describe, expect, it } from 'vitest';
import type { MeetingSummary, MeetingView, Nominee, PhaseName } from '../host/contract';
import { appointmentItem, home, MEMBERS, meeting, NOMINEES, NOW, ordinaryItem, stamp } from '../host/sample';
import {
  type CallMistake,
  type CallText,
  callOf,
  copied,
  decided,
  freshCall,
  givenOf,
  itemText,
  Notified,
  namesIn,
  newItem,
  newNominee,
  readCall,
  readItem,
  reordered,
} from './call';
import { rulebookOf, settingsText } from './settings';

const summary = (ordinal: number, part: Partial<MeetingSummary> = {}): MeetingSummary => ({
  id: ordinal,
  number: { year: 2026, ordinal },
  scheduled: NOW,
  place: '市委一号会议室',
  phase: 'sealed',
  backFilled: false,
  items: [],
  nominees: 2,
  carried: 1,
  entitled: 5,
  present: 5,
  ...part,
});

const typed = (part: Partial<CallText> = {}): CallText => ({
  ...freshCall(home()),
  place: '市委一号会议室',
  recorderName: '钱进',
  recorderPost: '市委办公室副主任',
  ...part,
});

function read(part: Partial<CallText> = {}) {
  const call = readCall(typed(part), NOW);
  if (typeof call === 'string') throw new Error(call);
  return call;
}

describe('a fresh call', () => {
  it('has the next number, today, and the Secretary in the chair', () => {
    expect(freshCall(home())).toMatchObject({ year: '2026', ordinal: '8', date: '2026-03-05', chair: '1' });
  });

  it('has the Secretary in the chair whatever the rank', () => {
    const committee = { ...home().committee, members: MEMBERS.toReversed() };
    expect(freshCall(home({ committee })).chair).toBe('1');
  });

  it('has the first member in the chair where there is no Secretary, and nobody where there are none', () => {
    const members = MEMBERS.filter(({ role }) => role !== 'secretary');
    expect(freshCall(home({ committee: { ...home().committee, members } })).chair).toBe('2');
    expect(freshCall(home({ committee: { ...home().committee, members: [] } })).chair).toBe('');
  });

  it('has the place of the latest meeting', () => {
    const meetings = ['新会议室', '旧会议室'].map((place, index) => summary(2 - index, { place }));
    expect(freshCall(home({ meetings })).place).toBe('新会议室');
  });

  it('has the rulebook that the committee chose last, else that of the Regulation', () => {
    expect(freshCall(home()).preset).toBe('municipalCommittee2019');
    const custom = settingsText({ ...rulebookOf('custom'), mayDefer: true });
    expect(freshCall(home(), { preset: 'partyGroup', custom })).toMatchObject({
      preset: 'partyGroup',
      custom,
    });
  });

  it('has an empty agenda: what is discussed is not guessed', () => {
    expect(freshCall(home()).agenda).toEqual([]);
  });
});

describe('reading a call', () => {
  it('the meeting begins at the time of the place', () => {
    expect(read({ date: '2026-03-12', time: '9:05' }).scheduled).toBe('2026-03-12T09:05:00+08:00');
  });

  it('takes the colon and the full-width digits of a Chinese keyboard', () => {
    expect(read({ time: ' 14：30 ' }).scheduled).toBe('2026-03-05T14:30:00+08:00');
    const call = read({
      year: '２０２６',
      ordinal: '　１２',
      date: '２０２６－０３－０６',
      time: '９：０５',
    });
    expect(call.number).toEqual({ year: 2026, ordinal: 12 });
    expect(call.scheduled).toBe('2026-03-06T09:05:00+08:00');
  });

  it('takes the spaces out of names and off the ends of texts', () => {
    const item = {
      ...newItem('appointment'),
      title: ' 研究干部任免事项 ',
      observers: [{ name: ' 郑　敏', post: ' 组织部副部长 ' }],
    };
    const nominee = { ...item.nominees[0], name: '陈 晓', proposedPost: ' 局长 ' };
    const call = read({ recorderName: '钱　进', agenda: [{ ...item, nominees: [nominee as never] }] });
    expect(call.recorder.name).toBe('钱进');
    expect(call.agenda).toEqual([
      {
        title: '研究干部任免事项',
        observers: [{ name: '郑敏', post: '组织部副部长' }],
        matter: {
          kind: 'appointment',
          nominees: [
            { name: '陈晓', currentPost: '', proposedPost: '局长', postToLeave: '', change: 'promotion' },
          ],
        },
      },
    ]);
  });

  it('an ordinary item has no nominees, whatever was typed before its kind was changed', () => {
    const item = { ...newItem('appointment'), kind: 'ordinary' as const, title: '春耕' };
    expect(read({ agenda: [item] }).agenda[0]?.matter).toEqual({ kind: 'ordinary' });
  });

  it.each<[CallMistake, Partial<CallText>]>([
    ['badYear', { year: '26' }],
    ['badYear', { year: '二〇二六' }],
    ['badYear', { year: '0026' }],
    ['badOrdinal', { ordinal: '' }],
    ['badOrdinal', { ordinal: '1000' }],
    ['badOrdinal', { ordinal: '-1' }],
    ['badDate', { date: '2026-02-30' }],
    ['badDate', { date: '2026/03/05' }],
    ['badTime', { time: '24:00' }],
    ['badTime', { time: '9' }],
    ['noChair', { chair: '' }],
  ])('%s for %o', (mistake, part) => {
    expect(readCall(typed(part), NOW)).toBe(mistake);
  });

  it('the settings go with the rulebook of their own and with no other', () => {
    const custom = settingsText({ ...rulebookOf('custom'), recusalBase: 'lowered' });
    expect(read({ preset: 'custom', custom })).toMatchObject({
      preset: 'custom',
      custom: { ...rulebookOf('custom'), recusalBase: 'lowered' },
    });
    const other = read({ preset: 'soeCommittee', custom });
    expect(other.preset).toBe('soeCommittee');
    expect(other).not.toHaveProperty('custom');
  });

  it('settings that cannot be read matter only where they count', () => {
    const custom = { ...settingsText(rulebookOf('custom')), postponeMargin: '' };
    expect(readCall(typed({ preset: 'custom', custom }), NOW)).toBe('badMargin');
    expect(read({ preset: 'partyGroup', custom }).preset).toBe('partyGroup');
  });

  it('a meeting held on paper says why it is entered now, and who answers for it', () => {
    const text = { backFillReason: ' 会议当日停电 ', backFillBy: ' 钱　进 ', date: '2026-02-26' };
    const call = read({ ...text, backFill: true });
    expect(call.backFilled).toEqual({ reason: '会议当日停电', by: '钱进' });
    expect(call.scheduled).toBe('2026-02-26T09:00:00+08:00');
    expect(read({ ...text, backFill: false })).not.toHaveProperty('backFilled');
  });

  it('a back-filled meeting without reason or person is for the rules to judge', () => {
    expect(read({ backFill: true }).backFilled).toEqual({ reason: '', by: '' });
  });

  it('a nominee may ask for an earlier decision to be reconsidered', () => {
    const nominees = ['2026-6', '', null].map((reconsiders) => ({
      ...newNominee(),
      name: '陈晓',
      reconsiders,
    }));
    const item = { ...newItem('appointment'), nominees };
    const matter = read({ agenda: [item] }).agenda[0]?.matter;
    const asked = matter?.kind === 'appointment' ? matter.nominees : [];
    expect(asked.map((nominee) => nominee.reconsiders)).toEqual([
      { year: 2026, ordinal: 6 },
      undefined,
      undefined,
    ]);
    expect(asked[1]).not.toHaveProperty('reconsiders');
  });

  it('a draft from before a field existed is read', () => {
    const { reconsiders: _, ...older } = newNominee();
    const item = { ...newItem('appointment'), nominees: [older as never] };
    expect(read({ agenda: [item] }).agenda).toHaveLength(1);
  });

  it('an empty agenda is for the rules to judge', () => {
    expect(read({ agenda: [] }).agenda).toEqual([]);
  });
});

describe('the call of a meeting that is amended', () => {
  const unchanged = (view: MeetingView) => readCall(callOf(view), NOW);

  it('unchanged asks for what the meeting has already', () => {
    const view = meeting();
    expect(unchanged(view)).toEqual({
      number: view.number,
      scheduled: view.scheduled,
      place: view.place,
      chair: view.chair,
      recorder: view.recorder,
      preset: view.rulebook.preset,
      agenda: view.items.map(({ item }) => ({
        title: item.title,
        observers: item.observers.map(({ name, post }) => ({ name, post })),
        matter:
          item.matter.kind === 'ordinary'
            ? item.matter
            : {
                kind: 'appointment',
                nominees: item.matter.nominees.map(
                  ({ id: _, unscheduled: __, reconsiders: ___, notCarried: ____, ...it }) => it,
                ),
              },
      })),
    });
  });

  it('unchanged keeps its own rulebook, its back-filling, what it reconsiders and the profiles', () => {
    const rulebook = { ...rulebookOf('custom'), mayDefer: true };
    const backFilled = { reason: '会议当日停电', by: '钱进' };
    const number = { year: 2026, ordinal: 6 };
    const more = { reconsiders: number, profile: { sex: '女', born: '1975.03' } };
    const nominees = NOMINEES.map((nominee): Nominee => ({ ...nominee, ...more }));
    const { item, ...rest } = appointmentItem();
    const items = [{ ...rest, item: { ...item, matter: { kind: 'appointment' as const, nominees } } }];
    expect(unchanged(meeting({ rulebook, backFilled, items }))).toMatchObject({
      preset: 'custom',
      custom: rulebook,
      backFilled,
      agenda: [{ matter: { nominees: [more, more] } }],
    });
  });
});

describe('a call begun from an earlier meeting', () => {
  const earlier = meeting({ items: [ordinaryItem(), appointmentItem()] });
  const agenda = [newItem('ordinary')];

  it('has its place, hour, chair, recorder and settings, and a number and date of its own', () => {
    const text = typed({ date: '2026-04-02', place: '', recorderName: '', agenda });
    const next = copied(text, earlier, MEMBERS, false);
    const { time, place, chair, recorderName, preset } = callOf(earlier);
    expect(next).toMatchObject({ year: text.year, ordinal: text.ordinal, date: '2026-04-02' });
    expect(next).toMatchObject({ time, place, chair, recorderName, preset });
    expect(next.agenda).toEqual(agenda);
  });

  it('has its agenda after what is typed, where the user wants it', () => {
    const next = copied(typed({ agenda }), earlier, MEMBERS, true);
    expect(next.agenda.slice(0, 1)).toEqual(agenda);
    expect(next.agenda.slice(1).map(({ title }) => title)).toEqual(
      earlier.items.map(({ item }) => item.title),
    );
    expect(
      next.agenda.flatMap(({ nominees }) => nominees).every(({ reconsiders }) => reconsiders === null),
    ).toBe(true);
  });

  it('keeps its chair where that of the earlier meeting left office', () => {
    const members = MEMBERS.filter(({ id }) => id !== earlier.chair);
    expect(copied(typed({ chair: '2' }), earlier, members, false).chair).toBe('2');
  });
});

describe('an item of a template', () => {
  it('is typed on as it was kept', () => {
    const item = {
      ...newItem('appointment'),
      title: '研究任免事项',
      nominees: [{ ...newNominee(), name: '陈晓', proposedPost: '局长', reconsiders: '2026-7' }],
      observers: [{ name: '郑九', post: '组织部副部长' }],
    };
    expect(itemText(readItem(item))).toEqual(item);
    expect(itemText(readItem(newItem('ordinary')))).toEqual(newItem('ordinary'));
  });
});

describe('decisions to reconsider', () => {
  it('are those of meetings that are over and had nominees', () => {
    const phases: PhaseName[] = ['called', 'sitting', 'adjourned', 'sealed', 'calledOff'];
    const meetings = phases.map((phase, index) => summary(index + 1, { phase }));
    const all = [...meetings, summary(6), summary(9, { nominees: 0 })];
    expect(decided(all, '2026-6').map(({ value }) => value)).toEqual(['2026-3', '2026-4']);
  });
});

describe('what is new after the notice', () => {
  const late = { ...NOMINEES[1], unscheduled: true } as Nominee;
  const { item, ...rest } = appointmentItem();
  const view = meeting({
    notice: stamp(5),
    items: [
      ordinaryItem(),
      {
        ...rest,
        item: { ...item, matter: { kind: 'appointment', nominees: [NOMINEES[0] as Nominee, late] } },
      },
    ],
  });
  const notified = new Notified(view.items);
  const agenda = callOf(view).agenda;
  const [first, second] = agenda[1]?.nominees ?? [];

  it('is an item of another title, and not one that only moved', () => {
    expect(agenda.map(notified.hasItem)).toEqual([true, true]);
    expect(notified.hasItem({ ...newItem('ordinary'), title: '研究防汛工作' })).toBe(false);
  });

  it('is a nominee of another name or for another post, and one that was new before', () => {
    if (!first || !second) throw new Error('two nominees');
    expect(notified.hasNominee(first)).toBe(true);
    expect(notified.hasNominee({ ...first, name: '陈　晓', currentPost: '市财政局二级调研员' })).toBe(true);
    expect(notified.hasNominee({ ...first, name: '陈小' })).toBe(false);
    expect(notified.hasNominee({ ...first, proposedPost: '市审计局局长' })).toBe(false);
    expect(notified.hasNominee(second), 'entered after the notice already').toBe(false);
  });
});

describe('what the 呈报表 says of a nominee', () => {
  const asked = (profile: Nominee['profile']) => {
    const item = { ...newItem('appointment'), title: '任免' };
    const nominee = { ...newNominee(), name: '陈晓', ...(profile && { profile }) };
    const [draft] = read({ agenda: [{ ...item, nominees: [nominee] }] }).agenda;
    return draft?.matter.kind === 'appointment' ? draft.matter.nominees[0]?.profile : null;
  };

  it('goes with the nominee, without blanks and without what is not given', () => {
    expect(asked({ sex: '女', born: ' 1975.03 ', remark: '　', education: '' })).toEqual({
      sex: '女',
      born: '1975.03',
    });
  });

  it('is nothing where nothing is given', () => {
    expect(asked(undefined)).toBeUndefined();
    expect(asked({ remark: ' ' })).toBeUndefined();
  });

  it('is kept when the call is amended', () => {
    const profile = { politics: '中共党员' };
    const [first, ...others] = NOMINEES;
    if (!first) throw new Error('the sample has nominees');
    const item = appointmentItem();
    const matter = { kind: 'appointment' as const, nominees: [{ ...first, profile }, ...others] };
    const view = meeting({ items: [{ ...item, item: { ...item.item, matter } }] });
    expect(callOf(view).agenda[0]?.nominees[0]?.profile).toEqual(profile);
  });

  it('is counted by what is given', () => {
    expect(givenOf(undefined)).toBe(0);
    expect(givenOf({ sex: '女', born: '', remark: '兼' })).toBe(2);
  });
});

describe('names in the order of their strokes', () => {
  const people = ['丁 一', '', '于二', '马三'].map((name, place) => ({ name, place }));

  it('are asked about without blanks and without those who have none', () => {
    expect(namesIn(people)).toEqual(['丁一', '于二', '马三']);
  });

  it('move as they were ordered; who has no name stays behind', () => {
    expect(reordered(people, namesIn(people), [2, 0, 1])?.map(({ place }) => place)).toEqual([3, 0, 2, 1]);
  });

  it('stay where somebody typed meanwhile', () => {
    expect(reordered([...people, { name: '王四', place: 4 }], namesIn(people), [2, 0, 1])).toBeNull();
    expect(reordered(people.toReversed(), namesIn(people), [2, 0, 1])).toBeNull();
  });
});
