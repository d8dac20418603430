import { describe, expect, it } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import type { MeetingView, NomineeView } from '../host/contract';
import {
  appointmentItem,
  ballot,
  FakeHost,
  heardRow,
  matter,
  NOMINEES,
  onAppointment,
  onOrdinary,
  ordinaryItem,
  row,
  stamp,
  statement,
} from '../host/sample';
import { Floor } from './floor.svelte';
import { between, spell, spentOn, standing } from './standing';

async function floorOf(view: MeetingView): Promise<Floor> {
  const host = new FakeHost();
  host.view = view;
  const desk = new Desk(host);
  await desk.start();
  await desk.go({ screen: 'room', meeting: 7 });
  return new Floor(desk);
}

const SPEECH = { stamp: stamp(12), by: { observer: 2 }, words: '……', covers: [] };
const taken = (part: Partial<NomineeView> = {}): Partial<MeetingView> => ({
  items: [
    ordinaryItem(),
    appointmentItem({ open: true, matters: [matter(NOMINEES[0] ?? null, { takenUp: stamp(11), ...part })] }),
  ],
});

describe('who has the floor', () => {
  it('introduces, and the first of the list comes after', async () => {
    const view = onAppointment({ stage: 'takenUp' }, taken());
    const floor = await floorOf(view);
    expect(standing(view, floor), 'nobody is chosen yet').toMatchObject({
      does: 'introduces',
      now: null,
      since: stamp(11),
    });
    floor.introduction?.change({ by: 'observer:2' });
    expect(standing(view, floor)).toEqual({
      does: 'introduces',
      now: '郑敏',
      next: '李建国',
      who: { now: null, next: 2 },
      since: stamp(11),
    });
  });

  it('speaks since the one before was done; a remark does not take it away', async () => {
    const remark = { stamp: stamp(40), speaker: { member: 5 }, words: '……', leans: false };
    const view = onAppointment(
      { speaking: [heardRow(2), row(3), row(4), row(5), row(1)], next: 3 },
      taken({ introduction: SPEECH, statements: [statement(2)], remarks: [remark] }),
    );
    const floor = await floorOf(view);
    expect(standing(view, floor)).toEqual({
      does: 'speaks',
      now: '王芳',
      next: '赵学文',
      who: { now: 3, next: 4 },
      since: statement(2).stamp,
    });
    floor.choose(4);
    expect(standing(view, floor), 'who was passed over comes next').toMatchObject({
      now: '赵学文',
      next: '王芳',
    });
  });

  it('votes by name, untimed; in a secret ballot nobody does', async () => {
    const voting = onAppointment({ stage: 'voting', ballot: ballot('hands') }, taken());
    expect(standing(voting, await floorOf(voting))).toMatchObject({
      does: 'votes',
      who: { now: 2, next: 3 },
      since: null,
    });
    const secret = onAppointment({ stage: 'voting', ballot: ballot('secret') }, taken());
    expect(standing(secret, await floorOf(secret))).toBeNull();
  });

  it('talks on an ordinary item once it is chosen who, since the last word', async () => {
    const remark = { stamp: stamp(40), speaker: { member: 5 }, words: '……', leans: false };
    const view = onOrdinary(
      { stage: 'introduced' },
      {
        items: [
          ordinaryItem({ open: true, matters: [matter(null, { takenUp: stamp(11), remarks: [remark] })] }),
        ],
      },
    );
    const floor = await floorOf(view);
    expect(standing(view, floor)).toBeNull();
    floor.remark?.change({ by: 'member:4' });
    expect(standing(view, floor)).toMatchObject({
      does: 'speaks',
      now: '赵学文',
      next: null,
      since: stamp(40),
    });
  });

  it('between nominees is nobody, and the next nominee waits', async () => {
    const view = onAppointment({ nominee: null, stage: null, nextNominee: 2 });
    expect(standing(view, await floorOf(view))).toMatchObject({ does: 'waits', now: null, next: '林志远' });
  });
});

describe('time', () => {
  const AT = '2026-03-05T09:00:00+08:00';
  const item = (part = {}) => ordinaryItem({ takenUp: { entry: 9, at: AT }, ...part });

  it('of an item runs while it is on the floor and stands once it ended', () => {
    expect(spentOn(ordinaryItem(), Date.parse(AT)), 'not taken up').toBeNull();
    expect(spentOn(item({ open: true }), Date.parse(AT) + 61_000)).toBe(61_000);
    expect(spentOn(item({ open: true }), null), 'entered from paper').toBeNull();
    const ended = { entry: 12, at: '2026-03-05T09:10:00+08:00' };
    expect(spentOn(item({ ended }), Date.parse(AT) + 3_600_000)).toBe(600_000);
  });

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [252_000, '4:12'],
    [3_852_000, '1:04:12'],
  ])('%i ms are %s', (milliseconds, spelt) => {
    expect(spell(milliseconds)).toBe(spelt);
  });

  it('never runs backwards where a clock was set back', () => {
    expect(between(AT, Date.parse(AT) - 5000)).toBe(0);
  });
});
