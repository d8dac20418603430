import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import { FakeHost, MEMBERS, member, named, refusal } from '../host/sample';
import { moved, placed, Roster, sorted } from './roster.svelte';

describe('moving a member by one place', () => {
  it('changes places with the neighbour', () => {
    expect(moved([1, 2, 3, 4], 3, -1)).toEqual([1, 3, 2, 4]);
    expect(moved([1, 2, 3, 4], 3, 1)).toEqual([1, 2, 4, 3]);
  });

  it('up and down again is the order before', () => {
    const order = [5, 3, 1, 4];
    expect(moved(moved(order, 1, -1) ?? [], 1, 1)).toEqual(order);
  });

  it('goes over neither end', () => {
    expect(moved([1, 2, 3], 1, -1)).toBeNull();
    expect(moved([1, 2, 3], 3, 1)).toBeNull();
    expect(moved([1], 1, 1)).toBeNull();
  });

  it('of somebody who is not in the order is nothing', () => {
    expect(moved([1, 2, 3], 9, 1)).toBeNull();
    expect(moved([1, 2, 3], 9, -1)).toBeNull();
  });

  it('leaves the order that it was given', () => {
    const order = [1, 2, 3];
    moved(order, 2, 1);
    expect(order).toEqual([1, 2, 3]);
  });
});

describe('putting a member at a place', () => {
  it('moves those between by one', () => {
    expect(placed([1, 2, 3, 4], 4, 0)).toEqual([4, 1, 2, 3]);
    expect(placed([1, 2, 3, 4], 1, 2)).toEqual([2, 3, 1, 4]);
  });

  it('is nothing where they stand there, or where there is no place or member', () => {
    expect(placed([1, 2, 3], 2, 1)).toBeNull();
    expect(placed([1, 2, 3], 2, 3)).toBeNull();
    expect(placed([1, 2, 3], 9, 0)).toBeNull();
  });
});

it('strokes order those without an office of the committee, and no others', () => {
  expect(sorted(MEMBERS, [2, 0, 1])).toEqual([1, 2, 5, 3, 4]);
});

describe('the roster', () => {
  let host: FakeHost;
  let roster: Roster;

  beforeEach(async () => {
    vi.useFakeTimers();
    host = new FakeHost();
    const desk = new Desk(host);
    await desk.start();
    await desk.go({ screen: 'roster' });
    roster = new Roster(desk);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const deeds = () =>
    host.done.map(({ do: command }) => (command && 'committee' in command ? command.committee : null));

  it('is ranked as a whole', async () => {
    expect(await roster.move(3, -1)).toBe(true);
    expect(deeds()).toEqual([{ type: 'rankMembers', order: [1, 3, 2, 4, 5] }]);
  });

  it('asks for nothing where there is no such place', async () => {
    expect(await roster.move(1, -1)).toBe(false);
    expect(deeds()).toEqual([]);
  });

  it('is ranked by strokes only when the user agreed to what was shown', async () => {
    host.onAsk = (query) =>
      'orderNames' in query ? { answer: { orderNames: { order: [2, 1, 0], unknown: [], alike: [] } } } : null;
    const shown = await roster.byStrokes();
    expect(shown?.map(({ id }) => id)).toEqual([1, 2, 5, 4, 3]);
    expect(deeds()).toEqual([]);
    await roster.rank(shown ?? []);
    expect(deeds()).toEqual([{ type: 'rankMembers', order: [1, 2, 5, 4, 3] }]);
  });

  it('notices a name that it has, and bars nobody for it', async () => {
    expect(roster.namesake).toBeNull();
    roster.typed.change({ name: '王　芳' });
    expect(roster.namesake).toEqual({ member: member(3), left: null });
    expect(await roster.seat()).toBe(true);
    roster.edit(member(3));
    expect(roster.namesake).toBeNull();
    roster.typed.change({ name: '孙立' });
    expect(roster.namesake?.member.id).toBe(5);
  });

  it('begins a new term under the same name', async () => {
    expect(await roster.newTerm(' 第六届 ')).toBe(true);
    expect(deeds()).toEqual([{ type: 'establish', name: '中共云岭市委常委会', term: '第六届' }]);
  });

  it('seats somebody new without the spaces of the list, and settles what was typed', async () => {
    roster.typed.change({ name: '冯　强', posts: ' 市委常委 ', since: '' });
    expect(await roster.seat()).toBe(true);
    expect(deeds()).toEqual([
      { type: 'seatMember', name: '冯强', role: 'member', posts: '市委常委', since: null },
    ]);
    expect(host.done[0]?.settles).toBe('roster:member');
    expect(roster.typed.value.name).toBe('');
  });

  it('revises whom it was asked to edit', async () => {
    roster.edit(member(2));
    roster.typed.change({ posts: '市委副书记' });
    await roster.seat();
    expect(deeds()).toEqual([
      {
        type: 'reviseMember',
        member: 2,
        name: '李建国',
        role: 'deputySecretary',
        posts: '市委副书记',
        since: '2024-06-01',
      },
    ]);
  });

  it('does not send a day that is none', async () => {
    roster.typed.change({ name: '冯强', since: '2026-02-30' });
    expect(await roster.seat()).toBe(false);
    expect(await roster.unseat(3, '昨天')).toBe(false);
    expect(roster.badDay).toBe(true);
    expect(deeds()).toEqual([]);
  });

  it('says a refusal where it was asked, and keeps what was typed', async () => {
    const no = refusal({ type: 'secretaryAlreadySeated', secretary: named(1) }, 'R-PX-01');
    host.onDo = () => ({ refused: no });
    roster.typed.change({ name: '冯强', role: 'secretary' });
    expect(await roster.seat()).toBe(false);
    expect(roster.refusal).toEqual({ on: 'member', refusal: no });
    expect(roster.typed.value.name).toBe('冯强');
  });
});
