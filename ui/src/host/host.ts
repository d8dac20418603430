import type {
  Answer,
  Command,
  DiskView,
  EntryNo,
  Fault,
  Line,
  MeetingId,
  Notice,
  PaperKind,
  Progress,
  Query,
  Receipt,
  Refusal,
  Reply,
  SessionCommand,
  SessionView,
} from './contract';

/** Everything the window can ask of the machine. Tests hand in one of their own. */
export interface Host {
  call(line: Line): Promise<Answer>;
  session(command: SessionCommand): Promise<Answer>;
  onNotice(heard: (notice: Notice) => void): Promise<() => void>;
  /** How far long work has come. */
  onProgress(heard: (progress: Progress) => void): Promise<() => void>;
  /** `null` where the dialog was cancelled. */
  pickSavePath(suggested: string): Promise<string | null>;
  /** A file to read a table from; `null` where the dialog was cancelled. */
  pickOpenPath(): Promise<string | null>;
  /** A folder of this name that is not there yet, in one that the user picks; `null` where the dialog was cancelled. */
  pickFolder(name: string): Promise<string | null>;
  /** Makes papers and hands them to the printer, in order. Throws the answer where they cannot be made. */
  printPapers(meeting: MeetingId, papers: PaperKind[]): Promise<PrintReport[]>;
  /** Stops the long work that is under way: it answers as cancelled, and nothing was written. */
  stopWork(): Promise<void>;
  /** Opens, covers or closes the room's screen. */
  project(showing: Showing): Promise<void>;
  /** What the room's screen does, whenever that changes. */
  onProjector(heard: (showing: Showing) => void): Promise<() => void>;
}

/** What the room's screen does: nothing, the committee's name alone, or the meeting. */
export type Showing = 'off' | 'covered' | 'on';

/** Everything that the room's screen can ask of the machine. */
export interface RoomHost {
  /** What the room may see. */
  projection(): Promise<Answer>;
  /** Something may have changed. */
  onChange(heard: () => void): Promise<() => void>;
  /** Fills the screen or goes back to a window; only ever goes back where it `leaves`. */
  fillScreen(leaves: boolean): Promise<void>;
}

/** What became of a paper: printed, opened in the system's viewer for printing there, or only made where there is neither. */
export interface PrintReport {
  handed: 'printer' | 'viewer' | 'nobody';
  path: string;
}

/** What came of a command: three rings that are never mixed, and the good end. */
export type Outcome =
  | { kind: 'accepted'; receipt: Receipt }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'stale'; head: DiskView }
  | { kind: 'fault'; fault: Fault };

type KeysOf<U> = U extends U ? keyof U : never;
type ValueAt<U, K extends PropertyKey> = U extends Record<K, infer V> ? V : never;

/** The name of a query. */
export type Question = KeysOf<Query>;
/** What goes with a query. */
export type Asked<K extends Question> = ValueAt<Query, K>;
/** What a query answers. */
export type ReplyTo<K extends Question> = ValueAt<Reply, K>;

/** A query that could not be answered. */
export class Unanswered extends Error {
  constructor(readonly fault: Fault) {
    super(fault.detail);
  }
}

const internal = (thrown: unknown): Fault => ({ code: 'internal', detail: String(thrown), safe: null });

/** Does one thing. Never throws: whatever breaks on the way is a fault. */
export async function act(
  host: Host,
  command: Command,
  terms: { settles?: string | undefined; expects?: EntryNo | undefined } = {},
): Promise<Outcome> {
  const line: Line = { do: command };
  if (terms.settles !== undefined) line.settles = terms.settles;
  if (terms.expects !== undefined) line.expects = terms.expects;
  let answer: Answer;
  try {
    answer = await host.call(line);
  } catch (thrown) {
    return { kind: 'fault', fault: internal(thrown) };
  }
  if ('accepted' in answer) return { kind: 'accepted', receipt: answer.accepted };
  if ('refused' in answer) return { kind: 'refused', refusal: answer.refused };
  if ('stale' in answer) return { kind: 'stale', head: answer.stale.head };
  if ('fault' in answer) return { kind: 'fault', fault: answer.fault };
  return { kind: 'fault', fault: internal('a command was answered like a query') };
}

/** Asks one thing. Throws [`Unanswered`]. */
export async function ask<K extends Question>(host: Host, question: K, asked: Asked<K>): Promise<ReplyTo<K>> {
  const query = { [question]: asked } as unknown as Query;
  return read(await attempt(host.call({ ask: query })), question);
}

/** Opens, closes, or asks how things stand. Throws [`Unanswered`]. */
export async function session(host: Host, command: SessionCommand): Promise<SessionView> {
  return read(await attempt(host.session(command)), 'session');
}

async function attempt(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    throw new Unanswered(internal(thrown));
  }
}

function read<K extends PropertyKey>(answer: Answer, key: K): ValueAt<Reply, K> {
  if ('answer' in answer && key in answer.answer) return (answer.answer as Record<K, ValueAt<Reply, K>>)[key];
  if ('fault' in answer) throw new Unanswered(answer.fault);
  throw new Unanswered(internal(`no answer to ${String(key)}: ${JSON.stringify(answer)}`));
}
