import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Drafts } from './drafts.svelte';

const KEY = 'meeting:1:nominee:11:member:3:statement';
const BLANK = { stance: null as string | null, words: '' };

let disk: Map<string, string>;
let broken: boolean;
let drafts: Drafts;
const keep = vi.fn<(key: string, text: string | null) => Promise<boolean>>();

beforeEach(() => {
  vi.useFakeTimers();
  disk = new Map();
  broken = false;
  keep.mockReset().mockImplementation(async (key, text) => {
    if (broken) return false;
    if (text === null) disk.delete(key);
    else disk.set(key, text);
    return true;
  });
  drafts = new Drafts(keep);
});
afterEach(() => {
  vi.useRealTimers();
});

const words = (key = KEY) => drafts.of(key, BLANK).value.words;

describe('what is typed', () => {
  it('is on disk 200 ms after the first key, though the typing goes on', async () => {
    drafts.of(KEY, BLANK).change({ words: '同' });
    await vi.advanceTimersByTimeAsync(150);
    drafts.of(KEY, BLANK).change({ words: '同意' });
    expect(keep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(50);
    expect(keep).toHaveBeenCalledExactlyOnceWith(KEY, JSON.stringify({ stance: null, words: '同意' }));
  });

  it('can be read at once', () => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    drafts.of(KEY, BLANK).change({ stance: 'agree' });
    expect(drafts.of(KEY, BLANK).value).toEqual({ stance: 'agree', words: '同意' });
  });

  it('is not written again where it did not change', async () => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(200);
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledOnce();
  });

  it('under one key does not show under another', () => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    expect(words('meeting:1:nominee:12:member:3:statement')).toBe('');
  });

  it('is kept now where that is asked for', async () => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await drafts.flush();
    expect(disk.has(KEY)).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).toHaveBeenCalledOnce();
  });
});

describe('what is no longer wanted', () => {
  it.each([
    ['dropped', () => drafts.of(KEY, BLANK).drop()],
    ['typed away', () => drafts.of(KEY, BLANK).change({ words: '' })],
  ])('is forgotten on disk when %s', async (_, forget) => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(200);
    forget();
    await vi.advanceTimersByTimeAsync(200);
    expect(keep).toHaveBeenLastCalledWith(KEY, null);
    expect(disk.size).toBe(0);
    expect(drafts.text(KEY)).toBeNull();
  });

  it('is gone without a write where the command took it along', async () => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    drafts.settled(KEY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(words()).toBe('');
    expect(keep).not.toHaveBeenCalled();
  });

  it('leaves what else is being typed', async () => {
    drafts.of(KEY, BLANK).change({ words: '同意' });
    drafts.of('other', BLANK).change({ words: '插话' });
    drafts.settled(KEY);
    await vi.advanceTimersByTimeAsync(200);
    expect([...disk.keys()]).toEqual(['other']);
  });
});

describe('what an earlier run left', () => {
  const left = (text: string) => drafts.load([{ key: KEY, text, savedAt: '2026-03-05T09:41:07+08:00' }]);

  it('is there again', () => {
    left(JSON.stringify({ stance: 'defer', words: '再研究' }));
    expect(drafts.of(KEY, BLANK).value).toEqual({ stance: 'defer', words: '再研究' });
    expect(keep).not.toHaveBeenCalled();
  });

  it.each(['{"words":"同', '', 'null', '"同意"', '7'])(
    'gives the blank where it cannot be read: %j',
    (text) => {
      left(text);
      expect(drafts.of(KEY, BLANK).value).toEqual(BLANK);
    },
  );

  it('gets the blank for what it does not have', () => {
    left(JSON.stringify({ words: '同意' }));
    expect(drafts.of(KEY, BLANK).value).toEqual({ stance: null, words: '同意' });
  });
});

describe('whether all is on disk', () => {
  it('goes from none over typing to kept', async () => {
    expect(drafts.state).toBe('none');
    drafts.of(KEY, BLANK).change({ words: '同意' });
    expect(drafts.state).toBe('typing');
    await vi.advanceTimersByTimeAsync(199);
    expect(drafts.state).toBe('typing');
    await vi.advanceTimersByTimeAsync(1);
    expect(drafts.state).toBe('kept');
    drafts.of(KEY, BLANK).change({ words: '同意。' });
    expect(drafts.state).toBe('typing');
  });

  it('is not said of what the program keeps for itself', async () => {
    drafts.put('place', '{"screen":"home"}');
    await vi.advanceTimersByTimeAsync(200);
    expect(disk.has('place')).toBe(true);
    expect(drafts.state).toBe('none');
  });

  it('is not claimed when the disk would not take it', async () => {
    broken = true;
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(200);
    expect(keep).toHaveBeenCalledOnce();
    expect(drafts.state).toBe('typing');
    expect(words()).toBe('同意');
  });

  it('is not claimed while a slow disk has only some of it', async () => {
    let taken = () => {};
    keep.mockImplementationOnce(() => new Promise((resolve) => (taken = () => resolve(true))));
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(200);
    drafts.of(KEY, BLANK).change({ words: '同意。' });
    taken();
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.state).toBe('typing');
  });

  // a text that failed is forgotten by the next flush.
  it('is not claimed for a text that failed, when another one is kept later', async () => {
    broken = true;
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(200);
    broken = false;
    drafts.of('other', BLANK).change({ words: '插话' });
    await vi.advanceTimersByTimeAsync(200);
    // Either the first is tried again, or the claim is not made.
    expect(drafts.state === 'kept').toBe(disk.has(KEY));
  });

  // a flush does not know of the one after it.
  it('is not claimed while the second write is still under way', async () => {
    const taken: (() => void)[] = [];
    keep.mockImplementation(() => new Promise((resolve) => taken.push(() => resolve(true))));
    drafts.of(KEY, BLANK).change({ words: '同' });
    await vi.advanceTimersByTimeAsync(200);
    drafts.of(KEY, BLANK).change({ words: '同意' });
    await vi.advanceTimersByTimeAsync(200);
    taken[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.state).toBe('typing');
    taken[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.state).toBe('kept');
  });
});
