import { describe, expect, it } from 'vitest';
import { home, MEMBERS, meeting, NOW } from '../host/sample';
import { type CallMistake, type CallText, callOf, freshCall, newItem, readCall } from './call';

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
    const meetings = ['新会议室', '旧会议室'].map((place, index) => ({
      id: 2 - index,
      number: { year: 2026, ordinal: 2 - index },
      scheduled: NOW,
      place,
      phase: 'sealed' as const,
      items: [],
      nominees: 0,
      carried: 0,
      entitled: 5,
      present: 5,
    }));
    expect(freshCall(home({ meetings })).place).toBe('新会议室');
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

  it('an empty agenda is for the rules to judge', () => {
    expect(read({ agenda: [] }).agenda).toEqual([]);
  });
});

describe('the call of a meeting that is amended', () => {
  it('unchanged asks for what the meeting has already', () => {
    const view = meeting();
    const call = readCall(callOf(view), NOW);
    expect(call).toEqual({
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
});
