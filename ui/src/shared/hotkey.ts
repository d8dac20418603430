/**
 * The only place that listens to raw keys.
 *
 * An input method owns the keyboard while it composes. `isComposing` and key code 229 say so, but WebKit sends the key that
 * commits a composition as an ordinary keydown after `compositionend`; so plain keys stay shut for a moment after it. Keys
 * held with Ctrl or Alt never commit a composition and pass at once.
 */
const LATCH_MS = 500;

export interface Hotkey {
  /** `1`, `?`, `F1`, `Escape`, `Ctrl+Enter`, `Ctrl+Shift+F`, `Alt+ArrowUp`; `null` stands in the list of commands alone. */
  combo: string | null;
  /** What it does, for the lists of keys and commands; `null` keeps it out of both. */
  says: string | null;
  run: () => void;
  /** Whether it works here and now; everywhere where left out. */
  when?: () => boolean;
  /** Works while a text field has the focus too. Keys with Ctrl or Alt and function keys always do. */
  inText?: boolean;
}

type Layer = { keys: () => Hotkey[]; modal: boolean };

const TEXT_INPUTS = new Set(['text', 'password', 'search', 'number', 'email', 'tel', 'url']);

function isTextField(target: EventTarget | null): boolean {
  const element = target as { tagName?: string; type?: string; isContentEditable?: boolean } | null;
  if (!element?.tagName) return false;
  if (element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
  return element.tagName === 'INPUT' && TEXT_INPUTS.has(element.type ?? 'text');
}

function comboOf(event: KeyboardEvent): string {
  let key = event.key;
  // Alt may turn a letter into another sign, and a Chinese layout gives the full-width question mark.
  if (/^Key[A-Z]$/.test(event.code) && (event.altKey || event.ctrlKey || event.metaKey))
    key = event.code.slice(3);
  if (/^(Digit|Numpad)\d$/.test(event.code) && (event.altKey || event.ctrlKey || event.metaKey))
    key = event.code.slice(-1);
  if (key === '？') key = '?';
  if (key.length === 1) key = key.toUpperCase();
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const modifiers = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    // A shifted sign is a sign of its own; for named keys Shift counts, and for letters that are held with Ctrl or Alt.
    event.shiftKey && (key.length > 1 || (held && /^[A-Z]$/.test(key))) && 'Shift',
  ].filter(Boolean);
  return [...modifiers, key].join('+');
}

export class Hotkeys {
  #layers: Layer[] = [];
  #composedAt = Number.NEGATIVE_INFINITY;
  #composing = false;

  constructor(
    readonly target: EventTarget,
    readonly now: () => number = () => performance.now(),
  ) {
    target.addEventListener('compositionstart', () => {
      this.#composing = true;
    });
    target.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#composedAt = this.now();
    });
    // Leaving the field ends a composition, even where the input method forgets to say so.
    target.addEventListener('focusout', () => {
      this.#composing = false;
    });
    target.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent));
  }

  /** Whether an input method is composing, or was a moment ago: a form must not be sent by the key that committed. */
  get composing(): boolean {
    return this.#composing || this.now() - this.#composedAt < LATCH_MS;
  }

  /** Adds keys until the returned function is called. A modal layer shuts those below it out. */
  add(keys: () => Hotkey[], modal = false): () => void {
    const layer = { keys, modal };
    this.#layers.push(layer);
    return () => {
      this.#layers = this.#layers.filter((other) => other !== layer);
    };
  }

  /** The keys that work here and now, the nearest first. */
  live(): Hotkey[] {
    const live: Hotkey[] = [];
    for (const layer of this.#layers.toReversed()) {
      live.push(...layer.keys().filter((key) => key.when?.() ?? true));
      if (layer.modal) break;
    }
    return live;
  }

  #pressed(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || this.#composing) return;
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (!held && this.composing) return;
    const combo = comboOf(event);
    // A key held down must not act again and again; neither must Enter on a button.
    if (event.repeat && /^(Enter|Escape|.)$/.test(event.key) && !isTextField(event.target)) {
      event.preventDefault();
      return;
    }
    const inText = isTextField(event.target);
    const free = held || /^F\d+$/.test(event.key);
    const key = this.live().find((key) => key.combo === combo && (free || key.inText || !inText));
    if (!key) return;
    event.preventDefault();
    // Only moving goes on while a key is held, in a text field too.
    if (event.repeat && !/^Arrow/.test(event.key)) return;
    key.run();
  }
}

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
};

/** As it stands on keys: `Ctrl ↵`. */
export const shownCombo = (combo: string): string =>
  combo
    .split(/\+(?=.)/)
    .map((part) => SIGNS[part] ?? part)
    .join(' ');
