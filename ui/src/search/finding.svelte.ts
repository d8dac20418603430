import type { Place } from '../desk/desk.svelte';
import type { FoundKind, FoundText, Outcome, SearchFilters, SearchView } from '../host/contract';
import { ask, type Host } from '../host/host';

/** After the last key; a word of two characters comes in one go from an input method. */
const PAUSE_MS = 150;

/** How many hits are drawn at once; the next come when asked for. */
export const PAGE = 100;

/** Kinds of text, what is said and decided first. */
export const KINDS: FoundKind[] = [
  'statement',
  'remark',
  'introduction',
  'opinion',
  'item',
  'nominee',
  'decision',
  'correction',
  'reason',
  'recusal',
  'preparation',
  'tellers',
  'observer',
  'meeting',
  'member',
  'committee',
  'rule',
];

export const OUTCOMES: Outcome[] = ['carried', 'notCarried', 'votePostponed', 'deferred', 'void'];

const ANYTHING: SearchFilters = { person: null, year: null, kind: null, outcome: null };

/** What the search needs of the desk. */
interface Asker {
  readonly host: Host;
  inquire<T>(question: () => Promise<T>): Promise<T | null>;
}

/** What is being looked for, and what was found. It stays while the hits are read one after another. */
export class Finding {
  text = $state('');
  filters = $state.raw<SearchFilters>(ANYTHING);
  view = $state.raw<SearchView | null>(null);
  /** The hit that was opened last. */
  opened: number | null = null;
  readonly #desk: Asker;
  #asked = 0;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Asker) {
    this.#desk = desk;
  }

  /** Whether there is anything to look for. */
  get isAsked(): boolean {
    return this.text !== '' || Object.values(this.filters).some((wanted) => wanted !== null);
  }

  /** Looks once the typing pauses. */
  type(text: string) {
    if (text === this.text) return;
    this.text = text;
    this.opened = null;
    clearTimeout(this.#due);
    this.#due = setTimeout(() => void this.look(), PAUSE_MS);
  }

  narrow(part: Partial<SearchFilters>) {
    this.filters = { ...this.filters, ...part };
    this.opened = null;
    void this.look();
  }

  /** Looks now: as many as are on the screen already, and no fewer than a page. */
  async look() {
    const found = await this.#ask(0, Math.max(PAGE, this.view?.hits.length ?? 0));
    if (found) this.view = found;
  }

  /** The next hits below those on the screen. */
  async more() {
    const { view } = this;
    if (!view) return;
    const found = await this.#ask(view.hits.length, PAGE);
    if (found) this.view = { ...found, hits: [...view.hits, ...found.hits] };
  }

  forget() {
    clearTimeout(this.#due);
    this.#asked += 1;
    this.text = '';
    this.filters = ANYTHING;
    this.view = null;
    this.opened = null;
  }

  /** `null` where it could not be answered, or is no longer asked. */
  async #ask(offset: number, limit: number): Promise<SearchView | null> {
    clearTimeout(this.#due);
    this.#asked += 1;
    const turn = this.#asked;
    const { text, filters } = this;
    const found = await this.#desk.inquire(() =>
      ask(this.#desk.host, 'search', { text, filters, offset, limit }),
    );
    return turn === this.#asked ? found : null;
  }
}

/** Where a hit leads to. What belongs to no meeting stands in the rules or in the roster. */
export function placeOfHit(hit: FoundText, from: Place): Place {
  const { entry, meeting, snippet: words } = hit;
  if (meeting !== null) return { screen: 'record', meeting, sought: { entry, words, from } };
  return hit.rule !== null ? { screen: 'rules', rule: hit.rule, from } : { screen: 'roster' };
}

/** Names as a Chinese reader looks for them: by pinyin. */
export const byPinyin = (names: string[]): string[] => names.toSorted(new Intl.Collator('zh-CN').compare);
