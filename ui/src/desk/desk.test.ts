import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingCommand } from '../host/contract';
import { Unanswered } from '../host/host';
import { disk, FakeHost, meeting, refusal } from '../host/sample';
import { Desk } from './desk.svelte';

let host: FakeHost;
let desk: Desk;

beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost();
  desk = new Desk(host);
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const ADJOURN: MeetingCommand = { type: 'adjourn' };
const deed = (act: MeetingCommand) => ({ command: { meeting: { id: 7, act } } });

async function inTheRoom() {
  await desk.start();
  await desk.go({ screen: 'room', meeting: 7 });
  await wait(200);
  host.lines.length = 0;
}

describe('something done', () => {
  beforeEach(inTheRoom);

  it('tells the last entry that the window knows of', async () => {
    await desk.meet({ act: ADJOURN });
    await desk.meet({ act: { type: 'seal' } });
    expect(host.done.map((line) => line.expects)).toEqual([10, 11]);
    expect(host.done[0]?.do).toEqual({ meeting: { id: 7, act: ADJOURN } });
  });

  it('and accepted brings the view and the entry up to date', async () => {
    host.onDo = () => host.accept(meeting({ phase: 'adjourned' }));
    const outcome = await desk.meet({ act: ADJOURN });
    expect(outcome?.kind).toBe('accepted');
    expect(desk.meeting?.meeting.phase).toBe('adjourned');
    expect(desk.disk?.entry).toBe(11);
  });

  it('and accepted settles the draft in the same line', async () => {
    desk.drafts.type('a', '会议决定');
    await wait(200);
    await desk.act({ ...deed({ type: 'closeItem', decision: '会议决定' }), settles: 'a' });
    expect(host.done[0]?.settles).toBe('a');
    expect(desk.drafts.text('a')).toBeNull();
    await wait(1000);
    expect(host.lines.filter((line) => line.do && 'dropDraft' in line.do)).toEqual([]);
  });

  it('that wrote no entry fetches nothing', async () => {
    host.onDo = () => ({ accepted: { entries: [], meeting: null, head: disk(10), files: [] } });
    await desk.act({ command: { backUp: { path: 'papers/备份' } } });
    expect(host.asked).toEqual([]);
  });

  it('without a meeting is nothing', async () => {
    desk.meeting = null;
    expect(await desk.meet({ act: ADJOURN })).toBeNull();
    expect(host.lines).toEqual([]);
  });
});

describe('a screen that is behind', () => {
  beforeEach(inTheRoom);

  it('is fetched anew and says so; the typed text stays', async () => {
    desk.drafts.type('a', '同意');
    host.head = 14;
    host.view = meeting({ phase: 'adjourned' });
    host.onDo = () => ({ stale: { head: disk(14) } });
    const outcome = await desk.act({ ...deed({ type: 'closeItem', decision: '同意' }), settles: 'a' });
    expect(outcome?.kind).toBe('stale');
    expect(desk.behind?.entry).toBe(14);
    expect(desk.meeting?.meeting.phase).toBe('adjourned');
    expect(desk.drafts.text('a')).toBe('同意');
    expect(desk.fault).toBeNull();
  });

  it('knows the newer entry when the same is asked again, and is behind no more', async () => {
    host.head = 14;
    host.onDo = () => ({ stale: { head: disk(14) } });
    await desk.meet({ act: ADJOURN });
    host.onDo = () => host.accept();
    await desk.meet({ act: ADJOURN });
    expect(host.done.at(-1)?.expects).toBe(14);
    expect(desk.behind).toBeNull();
  });
});

describe('a refusal and a fault', () => {
  beforeEach(inTheRoom);

  it('a refusal is handed to whoever asked, and the doors are fetched anew', async () => {
    const no = refusal({ type: 'notAnnounced' }, 'R-HY-19');
    host.onDo = () => ({ refused: no });
    desk.drafts.type('a', '同意');
    const outcome = await desk.act({ ...deed(ADJOURN), settles: 'a' });
    expect(outcome).toEqual({ kind: 'refused', refusal: no });
    expect(host.asked).toEqual(['meeting']);
    expect(desk.fault, 'a refusal is no fault').toBeNull();
    expect(desk.drafts.text('a')).toBe('同意');
  });

  it('a fault is shown with what is safe, and the typed text stays', async () => {
    const fault = { code: 'disk-full', detail: 'no space left', safe: disk(10) } as const;
    host.onDo = () => ({ fault });
    desk.drafts.type('a', '同意');
    const outcome = await desk.act({ ...deed(ADJOURN), settles: 'a' });
    expect(outcome?.kind).toBe('fault');
    expect(desk.fault).toEqual(fault);
    expect(desk.drafts.text('a')).toBe('同意');
  });

  it('a machine that does not answer is a fault', async () => {
    host.onDo = () => Promise.reject(new Error('the bridge is down'));
    await desk.meet({ act: ADJOURN });
    expect(desk.fault).toMatchObject({ code: 'internal', safe: null });
    expect(desk.fault?.detail).toContain('the bridge is down');
    expect(desk.busy).toBe(0);
  });

  it('a store that was closed behind the window leads to the passphrase', async () => {
    host.onDo = () => ({ fault: { code: 'closed', detail: '', safe: null } });
    await desk.meet({ act: ADJOURN });
    expect(desk.session).toBe('locked');
    expect(desk.isOpen).toBe(false);
  });

  it('a view that cannot be read is a fault, and the place stays', async () => {
    host.onAsk = (query) =>
      'record' in query ? { fault: { code: 'io', detail: 'torn', safe: disk(10) } } : null;
    await desk.go({ screen: 'record', meeting: 7 });
    expect(desk.fault?.code).toBe('io');
    expect(desk.place.screen).toBe('room');
  });

  it('a draft that cannot be kept is a fault, and is not called kept', async () => {
    host.onDraft = () => ({ fault: { code: 'disk-full', detail: '', safe: disk(10) } });
    desk.drafts.type('a', '同意');
    await wait(200);
    expect(desk.fault?.code).toBe('disk-full');
    expect(desk.drafts.state).toBe('typing');
  });
});

describe('things asked for quickly', () => {
  beforeEach(inTheRoom);

  it('are done one after another, each knowing the entry of the last', async () => {
    let underWay = 0;
    host.onDo = async () => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      underWay -= 1;
      return host.accept();
    };
    const all = [1, 2, 3].map((item) => desk.meet({ act: { type: 'takeUpItem', item } }));
    await wait(1000);
    await Promise.all(all);
    expect(host.done.map((line) => line.expects)).toEqual([10, 11, 12]);
  });

  it('meet the screen that the last one made', async () => {
    const seen: (string | undefined)[] = [];
    host.onDo = () => host.accept(meeting({ phase: seen.length === 1 ? 'adjourned' : 'sealed' }));
    const next = () => {
      seen.push(desk.meeting?.meeting.phase);
      return deed(ADJOURN);
    };
    await Promise.all([desk.act(next), desk.act(next), desk.act(next)]);
    expect(seen).toEqual(['sitting', 'adjourned', 'sealed']);
  });

  it('do nothing where nothing is due when their turn comes', async () => {
    expect(await desk.act(() => null)).toBeNull();
    expect(host.done).toEqual([]);
  });

  it('go on after one that broke', async () => {
    host.onDo = () => (host.done.length === 1 ? Promise.reject('once') : host.accept());
    const [broken, good] = await Promise.all([desk.meet({ act: ADJOURN }), desk.meet({ act: ADJOURN })]);
    expect(broken?.kind).toBe('fault');
    expect(good?.kind).toBe('accepted');
  });

  it('mark the window busy until the last is done', async () => {
    const both = [desk.meet({ act: ADJOURN }), desk.meet({ act: ADJOURN })];
    expect(desk.busy).toBe(2);
    await Promise.all(both);
    expect(desk.busy).toBe(0);
  });

  // the timer may fire while the command is under way; the keep then runs after it and puts the settled
  // text back on disk, where a restart finds it.
  it('a text that its command settled is not put back on disk by a late keep', async () => {
    host.onDo = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return host.accept();
    };
    desk.drafts.type('a', '同意');
    const done = desk.act({ ...deed(ADJOURN), settles: 'a' });
    await wait(2000);
    await done;
    expect(desk.drafts.text('a')).toBeNull();
    expect(host.drafts.a).toBeUndefined();
  });
});

describe('a notice', () => {
  beforeEach(inTheRoom);

  it('of a newer entry fetches the views of the place', async () => {
    host.head = 12;
    host.view = meeting({ phase: 'adjourned' });
    host.notice(12);
    await wait(0);
    expect(host.asked).toEqual(['meeting']);
    expect(desk.meeting?.meeting.phase).toBe('adjourned');
    expect(desk.disk?.entry).toBe(12);
  });

  it('of an entry already known fetches nothing', async () => {
    host.notice(10);
    await wait(0);
    expect(host.asked).toEqual([]);
  });

  it('of what this window is doing itself fetches nothing twice', async () => {
    host.onDo = () => {
      host.notice(11);
      return host.accept();
    };
    await desk.meet({ act: ADJOURN });
    await wait(0);
    expect(host.asked).toEqual(['meeting']);
  });

  it('of another store, opened before, does not count in this one', async () => {
    host.head = 500;
    host.notice(500);
    await wait(0);
    await desk.change({ lock: {} });
    host.head = 10;
    await desk.change({ openSample: {} });
    host.lines.length = 0;
    host.notice(10);
    await wait(0);
    expect(desk.disk?.entry).toBe(10);
    expect(host.asked).toEqual([]);
  });

  it('that comes while the store is locked fetches nothing', async () => {
    await desk.change({ lock: {} });
    host.lines.length = 0;
    host.notice(12);
    await wait(0);
    expect(host.lines).toEqual([]);
  });
});

describe('the session', () => {
  it('that is new or locked shows nothing of the store', async () => {
    host.onSession = () => ({ answer: { session: 'locked' } });
    await desk.start();
    expect(desk.session).toBe('locked');
    expect(host.lines).toEqual([]);
    expect(desk.home).toBeNull();
  });

  it('leads back to the place of the last run', async () => {
    host.drafts.place = JSON.stringify({ screen: 'room', meeting: 7 });
    await desk.change({ unlock: { passphrase: '云岭云岭云岭云岭' } });
    expect(desk.place).toEqual({ screen: 'room', meeting: 7 });
    expect(desk.meeting?.id).toBe(7);
  });

  it('leads back to where it was locked, with the text typed just before', async () => {
    await inTheRoom();
    await desk.go({ screen: 'record', meeting: 7 });
    desk.drafts.type('a', '半句');
    await desk.change({ lock: {} });
    expect(desk.session).toBe('locked');
    expect(host.drafts.a, 'kept before the lock').toBe('半句');
    await wait(1000);
    const again = new Desk(host);
    await again.change({ unlock: { passphrase: '云岭云岭云岭云岭' } });
    expect(again.place).toEqual({ screen: 'record', meeting: 7 });
    expect(again.drafts.text('a')).toBe('半句');
  });

  it.each(['{"screen":"nowhere"}', '{"scr', 'null'])(
    'goes home where the kept place reads %s',
    async (place) => {
      host.drafts.place = place;
      await desk.start();
      expect(desk.place).toEqual({ screen: 'home' });
      expect(desk.home).not.toBeNull();
      expect(desk.fault).toBeNull();
    },
  );

  it('goes home where the place of the last run is gone', async () => {
    host.drafts.place = JSON.stringify({ screen: 'room', meeting: 99 });
    host.onAsk = (query) =>
      'meeting' in query ? { fault: { code: 'not-found', detail: '', safe: null } } : null;
    await desk.start();
    expect(desk.place).toEqual({ screen: 'home' });
    expect(desk.fault).toBeNull();
  });

  it.each(['wrong-passphrase', 'passphrase-too-short'] as const)(
    'says %s beside the field and not as a fault',
    async (code) => {
      const fault = { code, detail: '', safe: null };
      host.onSession = () => ({ fault });
      expect(await desk.change({ unlock: { passphrase: '?' } })).toEqual(fault);
      expect(desk.fault).toBeNull();
      expect(desk.isOpen).toBe(false);
      expect(desk.busy).toBe(0);
    },
  );

  it('shows any other trouble with the store as a fault', async () => {
    host.onSession = () => ({ fault: { code: 'broken-chain', detail: '', safe: null } });
    expect(await desk.change({ unlock: { passphrase: '?' } })).toBeNull();
    expect(desk.fault?.code).toBe('broken-chain');
  });
});

describe('a question that no screen keeps', () => {
  it('is a fault on the screen where it cannot be answered', async () => {
    const fault = { code: 'paper', detail: 'no font', safe: null } as const;
    expect(await desk.inquire(() => Promise.reject(new Unanswered(fault)))).toBeNull();
    expect(desk.fault).toEqual(fault);
  });
});

describe('the rules', () => {
  beforeEach(inTheRoom);

  it('lead back to the meeting, with what was typed', async () => {
    desk.drafts.type('meeting:7:statement', '同意');
    await desk.goRules('R-HY-07');
    expect(desk.place).toEqual({
      screen: 'rules',
      rule: 'R-HY-07',
      from: { screen: 'room', meeting: 7 },
    });
    expect(host.asked, 'the facts of the meeting stay at hand').toEqual(['meeting', 'rules']);
    await desk.goBack();
    expect(desk.place).toEqual({ screen: 'room', meeting: 7 });
    expect(desk.drafts.text('meeting:7:statement')).toBe('同意');
  });

  it('lead back there from another rule too', async () => {
    await desk.goRules('R-BX-05');
    await desk.goRules('S-02');
    await desk.goBack();
    expect(desk.place).toEqual({ screen: 'room', meeting: 7 });
  });

  it('are where the next run begins, and still lead back', async () => {
    await desk.goRules('R-HY-07');
    await wait(200);
    const again = new Desk(host);
    await again.start();
    expect(again.place.screen).toBe('rules');
    await again.goBack();
    expect(again.place).toEqual({ screen: 'room', meeting: 7 });
  });

  it('that lead nowhere back are not begun with', async () => {
    host.drafts.place = JSON.stringify({ screen: 'rules', rule: null });
    const again = new Desk(host);
    await again.start();
    expect(again.place).toEqual({ screen: 'home' });
    expect(again.fault).toBeNull();
  });

  it('anywhere else there is nothing to go back from', async () => {
    await desk.goBack();
    expect(host.lines).toEqual([]);
  });
});

describe('the search', () => {
  beforeEach(inTheRoom);
  const room = { screen: 'room', meeting: 7 } as const;

  it('leads to an entry, back to itself, and back to where it was opened', async () => {
    await desk.goFind();
    const find = { screen: 'find', from: room } as const;
    expect(desk.place).toEqual(find);
    await desk.go({ screen: 'record', meeting: 8, sought: { entry: 212, words: [], from: find } });
    await desk.goBack();
    expect(desk.place).toEqual(find);
    await desk.goBack();
    expect(desk.place).toEqual(room);
  });

  it('opened from what it found, or from the rules behind that, leads to where the first one was opened', async () => {
    await desk.goFind();
    await desk.go({ screen: 'record', meeting: 8, sought: { entry: 212, words: [], from: desk.place } });
    await desk.goRules('R-HY-07');
    await desk.goFind();
    expect(desk.place).toEqual({ screen: 'find', from: room });
  });

  it('is where the next run begins, with its entry and the way back', async () => {
    await desk.goFind();
    await desk.go({ screen: 'record', meeting: 8, sought: { entry: 212, words: [], from: desk.place } });
    await wait(200);
    const again = new Desk(host);
    await again.start();
    expect(again.place).toEqual(desk.place);
  });

  it('that leads nowhere back is not begun with', async () => {
    for (const place of [{ screen: 'find' }, { screen: 'record', meeting: 8, sought: { entry: 1 } }]) {
      host.drafts.place = JSON.stringify(place);
      const again = new Desk(host);
      await again.start();
      expect(again.place).toEqual({ screen: 'home' });
    }
  });
});

describe('the manual', () => {
  const room = { screen: 'room', meeting: 7 } as const;

  it('leads back to where it was opened, by way of the rules too', async () => {
    await inTheRoom();
    await desk.goHelp('tally');
    const help = { screen: 'help', passage: 'tally', from: room } as const;
    expect(desk.place).toEqual(help);
    await desk.goRules('R-HY-12', { ...help, passage: 'announce' });
    await desk.goBack();
    expect(desk.place).toEqual({ ...help, passage: 'announce' });
    await desk.goBack();
    expect(desk.place).toEqual(room);
  });

  it('opened again from the rules behind it leads to where it was opened first', async () => {
    await inTheRoom();
    await desk.goHelp('tally');
    await desk.goRules('R-HY-12');
    await desk.goHelp('rulebook');
    expect(desk.place).toEqual({ screen: 'help', passage: 'rulebook', from: room });
  });

  it('can be read while nothing is open, and asks nothing of the store', async () => {
    host.onSession = () => ({ answer: { session: 'locked' } });
    await desk.start();
    await desk.goHelp('unlock');
    expect(desk.place.screen).toBe('help');
    await desk.goBack();
    expect(desk.place).toEqual({ screen: 'home' });
    expect(host.lines).toEqual([]);
    expect(desk.fault).toBeNull();
  });

  it('is left when the store is locked', async () => {
    await inTheRoom();
    await desk.goHelp();
    host.onSession = () => ({ answer: { session: 'locked' } });
    await desk.change({ lock: {} });
    expect(desk.place).toEqual({ screen: 'home' });
  });
});

describe('the trial', () => {
  it('opened in the middle of a sentence leaves it with the store that it was typed for', async () => {
    await inTheRoom();
    desk.drafts.type('a', '半句');
    let kept: string | undefined;
    host.onSession = () => {
      kept = host.drafts.a;
      return { answer: { session: 'sample' } };
    };
    await desk.change({ openSample: {} });
    expect(kept).toBe('半句');
  });
});
