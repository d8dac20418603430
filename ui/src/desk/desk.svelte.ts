import type {
  Command,
  CommitteeView,
  DiskView,
  EntryNo,
  EntryView,
  Fault,
  HomeView,
  MeetingCommand,
  MeetingId,
  MeetingSummary,
  OpenMeetingView,
  Piece,
  RuleId,
  RuleView,
  SessionCommand,
  SessionView,
} from '../host/contract';
import { act, ask, type Host, type Outcome, session, Unanswered } from '../host/host';
import type { PassageId } from '../manual/passages';
import { Drafts } from './drafts.svelte';
import { Letters } from './letters';

/** The entry that somebody looked for, with the words found in it, and where the way back leads. */
export interface Sought {
  entry: EntryNo;
  words: Piece[];
  from: Place;
}

/** Where in the program the user is. Kept as a draft, so that a restart leads back. */
export type Place =
  | { screen: 'home' }
  | { screen: 'roster' }
  | { screen: 'call'; amends: MeetingId | null }
  | { screen: 'room'; meeting: MeetingId }
  /** The record; at an entry, where one was looked for. */
  | { screen: 'record'; meeting: MeetingId; sought?: Sought }
  /** The search, and where the way back leads. */
  | { screen: 'find'; from: Place }
  /** The rules, at one of them, and where the way back leads. */
  | { screen: 'rules'; rule: RuleId | null; from: Place }
  /** The manual, at one of its passages, and where the way back leads. */
  | { screen: 'help'; passage: PassageId | null; from: Place };

/** Where a meeting is worked at: in the room, or once it is over, in its record. */
export function placeOf({ id, phase }: MeetingSummary): Place {
  return { screen: phase === 'sealed' || phase === 'calledOff' ? 'record' : 'room', meeting: id };
}

/** Where the way back leads from a place that was come to from another one. */
function before(place: Place): Place | null {
  if (place.screen === 'record') return place.sought ? place.sought.from : null;
  return place.screen === 'rules' || place.screen === 'find' || place.screen === 'help' ? place.from : null;
}

/** Where the search or the manual leads back to. One within another leads to where the first was opened. */
function outside(screen: 'find' | 'help', place: Place): Place {
  for (let at: Place | null = place; at !== null; at = before(at)) if (at.screen === screen) return at.from;
  return place;
}

/** A command with the draft that it settles. */
export interface Deed {
  command: Command;
  settles?: string;
}

const HOME: Place = { screen: 'home' };

/** What the window knows and does: the session, the place, the views of that place, and what is on disk. */
export class Desk {
  session = $state<SessionView | null>(null);
  place = $state.raw<Place>(HOME);
  home = $state.raw<HomeView | null>(null);
  committee = $state.raw<CommitteeView | null>(null);
  meeting = $state.raw<OpenMeetingView | null>(null);
  entries = $state.raw<EntryView[]>([]);
  rules = $state.raw<RuleView[]>([]);
  disk = $state.raw<DiskView | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** The screen was behind: what was asked for was not done. */
  behind = $state.raw<DiskView | null>(null);
  /** Calls that the user waits for. */
  busy = $state(0);
  readonly drafts: Drafts;
  readonly letters: Letters;
  readonly host: Host;
  #turn: Promise<unknown> = Promise.resolve();
  #noticed = 0;

  constructor(host: Host) {
    this.host = host;
    this.letters = new Letters(host);
    this.drafts = new Drafts((key, text) => this.#keep(key, text));
    void host.onNotice(({ entry }) => this.#notice(entry));
  }

  get isOpen(): boolean {
    return this.session === 'open' || this.session === 'sample';
  }

  async start() {
    await this.#waited(async () => {
      this.session = await session(this.host, { status: {} });
      if (this.isOpen) await this.#enter();
    });
  }

  /** Opens, makes or closes a store. Returns the fault where the passphrase was the trouble, to be said beside the field. */
  async change(command: SessionCommand): Promise<Fault | null> {
    let rejected: Fault | null = null;
    // Whatever was typed stays with the store that it was typed for.
    if (this.isOpen) await this.drafts.flush();
    await this.#waited(() =>
      this.#inTurn(async () => {
        try {
          this.session = await session(this.host, command);
        } catch (thrown) {
          if (!(thrown instanceof Unanswered) || !isAboutPassphrase(thrown.fault)) throw thrown;
          rejected = thrown.fault;
          return;
        }
        if (this.isOpen) await this.#enter();
        else this.place = HOME;
      }),
    );
    return rejected;
  }

  /** Goes somewhere, with fresh views. */
  async go(place: Place) {
    await this.#waited(() => this.#inTurn(() => this.#go(place)));
  }

  /** Opens the rules, at `rule` where one is asked for. */
  goRules(rule: RuleId | null = null, from: Place = this.place) {
    return this.go({ screen: 'rules', rule, from: from.screen === 'rules' ? from.from : from });
  }

  /** Opens the search. */
  goFind() {
    return this.go({ screen: 'find', from: outside('find', this.place) });
  }

  /** Opens the manual, at `passage` where one is asked for. It can be read without a store too. */
  goHelp(passage: PassageId | null = null) {
    return this.go({ screen: 'help', passage, from: outside('help', this.place) });
  }

  /** Leaves a place for the one that it was come to from. */
  async goBack() {
    const to = before(this.place);
    if (to) await this.go(to);
  }

  /**
   * Does one thing, after everything asked for before it. A function is asked at its turn, so that keys pressed quickly one
   * after another each meet the screen that the last one made.
   */
  async act(deed: Deed | (() => Deed | null)): Promise<Outcome | null> {
    return this.#waited(() =>
      this.#inTurn(async () => {
        const due = typeof deed === 'function' ? deed() : deed;
        if (!due) return null;
        const outcome = await act(this.host, due.command, {
          settles: due.settles,
          expects: this.disk?.entry,
        });
        await this.#follow(outcome, due.settles);
        return outcome;
      }),
    );
  }

  /** Does one thing in the meeting that is open. */
  meet(deed: { act: MeetingCommand; settles?: string }): Promise<Outcome | null> {
    const id = this.meeting?.id;
    if (id === undefined) return Promise.resolve(null);
    return this.act({ ...deed, command: { meeting: { id, act: deed.act } } });
  }

  /** Asks for something that no screen keeps. */
  inquire<T>(question: () => Promise<T>): Promise<T | null> {
    return this.#waited(question);
  }

  fail(fault: Fault) {
    if (!isSaidBeside(fault)) this.fault = fault;
    if (fault.code !== 'closed') return;
    this.session = 'locked';
    this.place = HOME;
  }

  async #follow(outcome: Outcome, settles: string | undefined) {
    switch (outcome.kind) {
      case 'accepted':
        this.behind = null;
        this.disk = outcome.receipt.head;
        if (settles !== undefined) this.drafts.settled(settles);
        if (outcome.receipt.entries.length > 0) await this.#fetch(this.place);
        break;
      case 'stale':
        this.disk = outcome.head;
        await this.#fetch(this.place);
        this.behind = outcome.head;
        break;
      case 'fault':
        this.fail(outcome.fault);
        break;
      case 'refused':
        // Calm: whoever asked shows it. The view is fetched anew so that the doors agree with the answer.
        await this.#fetch(this.place);
        break;
    }
  }

  async #enter() {
    // Entries count anew in another store.
    this.#noticed = 0;
    this.drafts.load(await ask(this.host, 'drafts', {}));
    this.behind = null;
    try {
      await this.#go(placeFrom(this.drafts.text('place')));
    } catch (thrown) {
      // The place of the last run may be gone.
      if (!(thrown instanceof Unanswered) || thrown.fault.code === 'closed') throw thrown;
      await this.#go(HOME);
    }
  }

  async #go(place: Place) {
    if (!this.isOpen) {
      this.place = place;
      return;
    }
    await this.#fetch(place);
    this.place = place;
    this.drafts.put('place', JSON.stringify(place));
  }

  /** The views that a place shows. */
  async #fetch(place: Place) {
    const { host } = this;
    switch (place.screen) {
      case 'home':
        this.home = await ask(host, 'home', {});
        this.disk = this.home.disk;
        break;
      case 'roster':
        this.committee = await ask(host, 'committee', {});
        this.disk = this.committee.disk;
        break;
      case 'call':
        this.home = await ask(host, 'home', {});
        if (place.amends !== null) this.meeting = await ask(host, 'meeting', { id: place.amends });
        this.disk = this.home.disk;
        break;
      case 'room':
        this.meeting = await ask(host, 'meeting', { id: place.meeting });
        this.disk = this.meeting.disk;
        break;
      case 'record':
        this.entries = await ask(host, 'record', { id: place.meeting });
        this.meeting = await ask(host, 'meeting', { id: place.meeting });
        this.disk = this.meeting.disk;
        break;
      case 'find':
      case 'help':
        // What was on the screen stays fresh for the way back; the search asks for itself.
        await this.#fetch(place.from);
        break;
      case 'rules':
        // The facts that sent the reader here belong to the place that the way back leads to.
        await this.#fetch(place.from);
        this.rules = await ask(host, 'rules', {});
        break;
    }
  }

  /** Another window wrote, or this one did and knows already. */
  #notice(entry: number) {
    this.#noticed = Math.max(this.#noticed, entry);
    void this.#inTurn(async () => {
      if (this.isOpen && this.disk !== null && this.#noticed > this.disk.entry) {
        await this.#waited(() => this.#fetch(this.place));
      }
    });
  }

  async #keep(key: string, text: string | null): Promise<boolean> {
    const command: Command = text === null ? { dropDraft: { key } } : { keepDraft: { key, text } };
    const outcome = await this.#inTurn(async () => {
      // A command at an earlier turn took the text along, or newer text waits: this one must not come back on disk.
      if (this.drafts.text(key) !== text) return 'passed';
      return this.isOpen ? act(this.host, command) : null;
    });
    if (outcome === 'passed') return true;
    if (outcome?.kind === 'fault') this.fail(outcome.fault);
    return outcome?.kind === 'accepted';
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Marks the window busy, and turns what cannot be answered into a fault on the screen. */
  async #waited<T>(work: () => Promise<T>): Promise<T | null> {
    this.busy += 1;
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof Unanswered)) throw thrown;
      this.fail(thrown.fault);
      return null;
    } finally {
      this.busy -= 1;
    }
  }
}

/** What the user stopped, and what one paper is the trouble of, is said by whoever asked, beside what was pressed. */
const isSaidBeside = (fault: Fault) => fault.code === 'cancelled' || fault.paper !== undefined;

const isAboutPassphrase = (fault: Fault) =>
  fault.code === 'wrong-passphrase' || fault.code === 'passphrase-too-short';

function placeFrom(text: string | null): Place {
  if (text === null) return HOME;
  try {
    const place = JSON.parse(text) as Place;
    return isPlace(place) ? place : HOME;
  } catch {
    return HOME;
  }
}

const SCREENS: Place['screen'][] = ['home', 'roster', 'call', 'room', 'record', 'find', 'rules', 'help'];

/** Whether a place of the last run is one of this program, all the way back. */
function isPlace(place: Place): boolean {
  if (!SCREENS.includes(place?.screen)) return false;
  const from = before(place);
  return from === null || (from?.screen !== place.screen && isPlace(from));
}
