import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Hotkey, Hotkeys } from './hotkey';

interface Press {
  ctrl?: boolean;
  alt?: boolean;
  shift?: boolean;
  repeat?: boolean;
  isComposing?: boolean;
  keyCode?: number;
  code?: string;
  /** What has the focus; the page itself where left out. */
  on?: { tagName: string; type?: string };
}

const TEXTAREA = { tagName: 'TEXTAREA' };

let page: EventTarget;
let now: number;
let hotkeys: Hotkeys;

beforeEach(() => {
  page = new EventTarget();
  now = 10_000;
  hotkeys = new Hotkeys(page, () => now);
});

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/.test(key) ? `Digit${key}` : key;
}

function press(key: string, how: Press = {}): Event {
  const event = new Event('keydown', { cancelable: true });
  const facts = {
    key,
    code: how.code ?? codeOf(key),
    ctrlKey: how.ctrl ?? false,
    altKey: how.alt ?? false,
    shiftKey: how.shift ?? false,
    metaKey: false,
    repeat: how.repeat ?? false,
    isComposing: how.isComposing ?? false,
    keyCode: how.keyCode ?? 0,
    target: how.on ?? { tagName: 'BODY' },
  };
  for (const [name, value] of Object.entries(facts)) Object.defineProperty(event, name, { value });
  page.dispatchEvent(event);
  return event;
}

const happens = (type: 'compositionstart' | 'compositionend' | 'focusout') =>
  page.dispatchEvent(new Event(type));

/** Adds one key and counts how often it acts. */
function watch(combo: string, part: Partial<Hotkey> = {}) {
  const run = vi.fn<() => void>();
  hotkeys.add(() => [{ combo, says: null, run, ...part }]);
  return run;
}

it('Shift makes another key of a letter that is held with Ctrl, and none of a sign', () => {
  const inPage = watch('Ctrl+F');
  const everywhere = watch('Ctrl+Shift+F');
  press('F', { ctrl: true, shift: true });
  press('f', { ctrl: true });
  press('f', { ctrl: true });
  expect([inPage.mock.calls.length, everywhere.mock.calls.length]).toEqual([2, 1]);
  const larger = watch('Ctrl++');
  press('+', { ctrl: true, shift: true, code: 'Equal' });
  expect(larger).toHaveBeenCalledOnce();
});

describe('while an input method composes', () => {
  it.each([
    ['isComposing', { isComposing: true }],
    ['key code 229', { keyCode: 229 }],
  ])('a key marked by %s is the input method’s', (_, how) => {
    const run = watch('1');
    const held = watch('Ctrl+Enter');
    expect(press('1', how).defaultPrevented).toBe(false);
    press('Enter', { ...how, ctrl: true });
    expect(run).not.toHaveBeenCalled();
    expect(held).not.toHaveBeenCalled();
  });

  it('no key acts between the start and the end of a composition, however long', () => {
    const plain = watch('Escape', { inText: true });
    const held = watch('Ctrl+Enter');
    happens('compositionstart');
    now += 60_000;
    press('Escape');
    press('Enter', { ctrl: true });
    expect(hotkeys.composing).toBe(true);
    expect(plain).not.toHaveBeenCalled();
    expect(held).not.toHaveBeenCalled();
  });

  it('the key that committed does not act after the end, and the next one does', () => {
    const run = watch('1');
    happens('compositionstart');
    happens('compositionend');
    now += 499;
    press('1');
    expect(hotkeys.composing).toBe(true);
    expect(run).not.toHaveBeenCalled();
    now += 1;
    press('1');
    expect(hotkeys.composing).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });

  it('keys held with Ctrl or Alt pass right after the end', () => {
    const ctrl = watch('Ctrl+Enter');
    const alt = watch('Alt+I');
    happens('compositionstart');
    happens('compositionend');
    press('Enter', { ctrl: true, on: TEXTAREA });
    press('i', { alt: true, on: TEXTAREA });
    expect(ctrl).toHaveBeenCalledOnce();
    expect(alt).toHaveBeenCalledOnce();
  });

  it('leaving the field ends a composition of which the input method never told the end', () => {
    const run = watch('1');
    happens('compositionstart');
    happens('focusout');
    press('1');
    expect(hotkeys.composing).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });
});

describe('in a text field', () => {
  it.each([
    TEXTAREA,
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'INPUT', type: 'password' },
    { tagName: 'SELECT' },
  ])('a plain key belongs to $tagName $type', (on) => {
    const run = watch('1');
    expect(press('1', { on }).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    { tagName: 'BUTTON' },
    { tagName: 'INPUT', type: 'checkbox' },
    { tagName: 'INPUT', type: 'radio' },
  ])('a plain key acts on $tagName $type, where nothing is typed', (on) => {
    const run = watch('1');
    expect(press('1', { on }).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  it.each<[string, string, Press]>([
    ['Ctrl+Enter', 'Enter', { ctrl: true }],
    ['Ctrl+1', '1', { ctrl: true }],
    ['Alt+ArrowUp', 'ArrowUp', { alt: true }],
    ['F1', 'F1', {}],
  ])('%s acts', (combo, key, how) => {
    const run = watch(combo);
    expect(press(key, { ...how, on: TEXTAREA }).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  it('a plain key acts where it says so', () => {
    const run = watch('Escape', { inText: true });
    press('Escape', { on: TEXTAREA });
    expect(run).toHaveBeenCalledOnce();
  });
});

describe('which key it is', () => {
  it.each<[string, string, Press]>([
    ['Alt+I', 'ˆ', { alt: true, code: 'KeyI' }],
    ['Alt+I', 'I', { alt: true }],
    ['Ctrl+1', '!', { ctrl: true, code: 'Digit1' }],
    ['Ctrl+2', '2', { ctrl: true, code: 'Numpad2' }],
    ['Ctrl+P', 'p', { ctrl: true }],
    ['?', '？', { shift: true, code: 'Slash' }],
    ['?', '?', { shift: true, code: 'Slash' }],
    ['Shift+Enter', 'Enter', { shift: true }],
    ['1', '1', { code: 'Numpad1' }],
  ])('%s is found when the keyboard says %s', (combo, key, how) => {
    const run = watch(combo);
    press(key, how);
    expect(run).toHaveBeenCalledOnce();
  });

  it('Enter is not Ctrl+Enter, nor the other way round', () => {
    const held = watch('Ctrl+Enter');
    const plain = watch('Enter');
    press('Enter');
    expect(held).not.toHaveBeenCalled();
    press('Enter', { ctrl: true });
    expect(held).toHaveBeenCalledOnce();
    expect(plain).toHaveBeenCalledOnce();
  });

  it('a key that somebody else took does not act', () => {
    const run = watch('1');
    // A listener before ours, as on an element below the window.
    const taken = new Event('keydown', { cancelable: true });
    taken.preventDefault();
    for (const [name, value] of Object.entries({ key: '1', code: 'Digit1', defaultPrevented: true })) {
      Object.defineProperty(taken, name, { value });
    }
    page.dispatchEvent(taken);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('layers', () => {
  it('a modal layer shuts out what is below it until it goes', () => {
    const below = watch('1');
    const within = vi.fn<() => void>();
    const remove = hotkeys.add(() => [{ combo: 'Ctrl+Enter', says: null, run: within }], true);
    press('1');
    press('Enter', { ctrl: true });
    expect(below).not.toHaveBeenCalled();
    expect(within).toHaveBeenCalledOnce();
    remove();
    press('1');
    expect(below).toHaveBeenCalledOnce();
  });

  it('the nearest layer has a key before the others, and only it acts', () => {
    const far = watch('Escape');
    const near = watch('Escape');
    press('Escape');
    expect(near).toHaveBeenCalledOnce();
    expect(far).not.toHaveBeenCalled();
  });

  it('a key that does not work here leaves the press to the next that does', () => {
    const far = watch('1');
    const near = watch('1', { when: () => false });
    press('1');
    expect(near).not.toHaveBeenCalled();
    expect(far).toHaveBeenCalledOnce();
  });

  it('the list of keys shows only what works here and now', () => {
    const run = () => undefined;
    hotkeys.add(() => [{ combo: '?', says: '为什么', run }]);
    hotkeys.add(
      () => [
        { combo: '1', says: '同意', run },
        { combo: '2', says: '不同意', run, when: () => false },
      ],
      true,
    );
    expect(hotkeys.live().map((key) => key.combo)).toEqual(['1']);
  });
});

describe('a key held down', () => {
  it.each(['1', 'Enter', 'Escape'])('%s acts once', (key) => {
    const run = watch(key);
    press(key);
    expect(press(key, { repeat: true }).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  it('Alt with an arrow goes on moving', () => {
    const run = watch('Alt+ArrowDown');
    press('ArrowDown', { alt: true });
    press('ArrowDown', { alt: true, repeat: true });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('a letter goes on being typed in a text field', () => {
    watch('1');
    expect(press('1', { repeat: true, on: TEXTAREA }).defaultPrevented).toBe(false);
  });

  // repeats are stopped outside text fields only. In the statement box every repeat of Ctrl+1 records the
  // stance of one more member.
  it.each<[string, string, Press]>([
    ['Ctrl+1', '1', { ctrl: true }],
    ['Ctrl+Enter', 'Enter', { ctrl: true }],
    ['Alt+I', 'i', { alt: true }],
    ['Escape', 'Escape', {}],
  ])('%s acts once in a text field too', (combo, key, how) => {
    const run = watch(combo, { inText: true });
    press(key, { ...how, on: TEXTAREA });
    press(key, { ...how, on: TEXTAREA, repeat: true });
    expect(run).toHaveBeenCalledOnce();
  });
});
