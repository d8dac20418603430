import type { DraftView } from '../host/contract';

/** From the first key that is not on disk yet to the write: half a sentence is never older than this. */
const KEEP_AFTER_MS = 200;

/** Writes a text, or forgets it where it is `null`; says whether that is on disk. */
type Keep = (key: string, text: string | null) => Promise<boolean>;

/** Something being typed: a flat or deep value, kept as JSON under its key with every change. */
export class Draft<T extends object> {
  readonly key: string;
  readonly #drafts: Drafts;
  readonly #blank: T;

  constructor(drafts: Drafts, key: string, blank: T) {
    this.#drafts = drafts;
    this.key = key;
    this.#blank = blank;
  }

  get value(): T {
    return { ...this.#blank, ...parse<T>(this.#drafts.text(this.key)) };
  }

  change(part: Partial<T>) {
    const text = JSON.stringify({ ...this.value, ...part });
    this.#drafts.type(this.key, text === JSON.stringify(this.#blank) ? null : text);
  }

  drop() {
    this.#drafts.type(this.key, null);
  }
}

function parse<T>(text: string | null): Partial<T> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : {};
  } catch {
    // Not ours, or half written: better an empty field than no meeting.
    return {};
  }
}

/** Everything that is being typed, kept on disk as typed. */
export class Drafts {
  /** Whether all that was typed is on disk. */
  state = $state<'none' | 'typing' | 'kept'>('none');
  #texts = $state<Record<string, string>>({});
  #waiting = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #keep: Keep;
  #flushing = 0;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** What an earlier run left behind. */
  load(views: DraftView[]) {
    this.#texts = Object.fromEntries(views.map((view) => [view.key, view.text]));
    this.#waiting.clear();
    this.state = 'none';
  }

  text(key: string): string | null {
    return this.#texts[key] ?? null;
  }

  of<T extends object>(key: string, blank: T): Draft<T> {
    return new Draft(this, key, blank);
  }

  /** Keeps what the user typed. */
  type(key: string, text: string | null) {
    if (this.text(key) === text) return;
    this.state = 'typing';
    this.put(key, text);
  }

  /** Keeps a text soon; `null` forgets it. */
  put(key: string, text: string | null) {
    if (this.text(key) === text) return;
    if (text === null) delete this.#texts[key];
    else this.#texts[key] = text;
    this.#waiting.set(key, text);
    this.#timer ??= setTimeout(() => void this.flush(), KEEP_AFTER_MS);
  }

  /** Keeps everything that waits, now. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#flushing += 1;
    await Promise.all(
      waiting.map(async ([key, text]) => {
        if (await this.#keep(key, text)) return;
        // Tried again with the next flush, unless newer text waits already or a command took it along.
        if (!this.#waiting.has(key) && this.text(key) === text) this.#waiting.set(key, text);
      }),
    );
    this.#flushing -= 1;
    if (this.#waiting.size === 0 && this.#flushing === 0 && this.state === 'typing') this.state = 'kept';
  }

  /** The command that used this text is on disk, and the draft went with it. */
  settled(key: string) {
    this.#waiting.delete(key);
    delete this.#texts[key];
  }
}
