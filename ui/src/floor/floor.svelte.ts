import type { Deed, Desk } from '../desk/desk.svelte';
import type { Draft } from '../desk/drafts.svelte';
import type {
  Choice,
  EntryNo,
  IntroductionPoint,
  MeetingCommand,
  MemberId,
  MemberRow,
  OpenMeetingView,
  Person,
  Refusal,
  Stance,
} from '../host/contract';
import type { Outcome } from '../host/host';
import { matterKey, openItem, personFrom, personKey } from './matter';

export interface StatementDraft {
  stance: Stance | null;
  words: string;
}
export interface SpeechDraft {
  /** `member:4` or `observer:1`; empty where nobody is chosen. */
  by: string;
  words: string;
  /** What an introduction covered. */
  covers: IntroductionPoint[];
  /** 倾向性发言. */
  leans: boolean;
}
/** What is written next: what the step asks for, or by choice a stance or a remark. */
type Mode = 'step' | 'statement' | 'remark';
interface Chosen {
  member: MemberId | null;
  mode: Mode;
  /** What was written before a remark came in between. */
  before?: Mode;
  /** The entry of the stance that is to be restated: once another stands, the choice is over. */
  over: EntryNo | null;
}
/** The form below the list. */
export type Form = 'introduction' | 'statement' | 'remark' | 'count' | null;

export const NO_STATEMENT: StatementDraft = { stance: null, words: '' };
export const NO_SPEECH: SpeechDraft = { by: '', words: '', covers: [], leans: false };
const NOBODY: Chosen = { member: null, mode: 'step', over: null };
/** What an introduction can cover, in the order of the Regulation. */
export const POINTS: IntroductionPoint[] = [
  'basics',
  'recommendation',
  'appraisal',
  'inspection',
  'reasons',
  'exception',
];
const BLANK = '……';
/** What every introduction covers; an exception is one where there is one. */
const USUAL_POINTS: IntroductionPoint[] = POINTS.filter((point) => point !== 'exception');

/** Who has the floor, and what is being typed for them. */
export class Floor {
  /** What came back on the last thing tried here. */
  refusal = $state.raw<Refusal | null>(null);
  /** A statement was to be recorded before a stance was chosen. */
  stanceMissing = $state(false);
  /** Words were to be recorded before it was chosen whose they are. */
  speakerMissing = $state(false);
  /** Words were to be recorded in which the blank of a stock phrase is still open. */
  blankLeft = $state(false);
  /** Whose vote, entered wrongly, is entered anew, and on which matter. */
  #revised = $state.raw<{ key: string; member: MemberId } | null>(null);
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get open(): OpenMeetingView | null {
    return this.desk.meeting;
  }

  get rows(): MemberRow[] {
    return this.open?.meeting.floor?.speaking ?? [];
  }

  /** The key of the matter on the floor. */
  get key(): string | null {
    return this.open ? matterKey(this.open.id, this.open.meeting) : null;
  }

  get chosen(): Draft<Chosen> | null {
    if (this.key === null) return null;
    return this.desk.drafts.of<Chosen>(`${this.key}:chosen`, NOBODY);
  }

  get mode(): Mode {
    return this.chosen?.value.mode ?? 'step';
  }

  /** Which form is due: the one asked for, or that of the next step. */
  get form(): Form {
    const floor = this.open?.meeting.floor;
    if (!floor) return null;
    if (this.mode === 'remark') return 'remark';
    switch (floor.stage) {
      case 'waiting':
      case 'takenUp':
        return 'introduction';
      case 'introduced':
      case 'heard':
        if (this.mode === 'statement') return this.row ? 'statement' : null;
        // An ordinary item is talked about; on an appointment everybody takes a stance.
        if (floor.nominee === null) return 'remark';
        return this.row ? 'statement' : null;
      case 'voting':
        return floor.ballot?.method === 'secret' ? 'count' : null;
      default:
        return null;
    }
  }

  /** The row being spoken or voted for: the one chosen while it is still due, else the next. */
  get row(): MemberRow | null {
    const chosen = this.chosen?.value.member ?? null;
    const of = (id: MemberId | null | undefined) => this.rows.find((row) => row.member.id === id) ?? null;
    if (this.revised !== null) return of(this.revised);
    const row = of(chosen);
    return row && (this.isDue(row) || this.isRestated(row)) ? row : of(this.open?.meeting.floor?.next);
  }

  /** 改记: whose vote is entered anew. */
  get revised(): MemberId | null {
    return this.isVoting && this.#revised?.key === this.key ? this.#revised.member : null;
  }

  /** Begins to enter a vote anew, by default the last one; `null` gives it up. */
  revise(member: MemberId | null = this.rows.findLast((row) => row.vote !== null)?.member.id ?? null) {
    const { key } = this;
    this.#revised = member === null || key === null ? null : { key, member };
    this.refusal = null;
  }

  get isVoting(): boolean {
    const stage = this.open?.meeting.floor?.stage;
    return stage === 'voting' || stage === 'reconsidering';
  }

  /** Not heard yet, or not yet in this round: a locked row may be looked at, one that is done is done. */
  isDue(row: MemberRow): boolean {
    if (this.isVoting) return row.vote === null;
    return row.state === null || row.statement === null;
  }

  /** 改变表态: chosen after their stance, which still stands. */
  isRestated(row: MemberRow): boolean {
    if (this.isVoting || row.statement === null || row.state === null) return false;
    const chosen = this.chosen?.value;
    return chosen?.member === row.member.id && chosen.over === row.statement.stamp.entry;
  }

  /** Whether the last speaker speaks before their turn: what leans to a side is flagged then. */
  mayLean(by: string): boolean {
    const floor = this.open?.meeting.floor;
    const last = floor?.speaking.find((row) => row.member.id === floor.lastSpeaker);
    if (!last || by !== personKey({ member: last.member.id })) return false;
    const talks = floor?.stage === 'takenUp' || floor?.stage === 'introduced';
    return talks && (last.statement === null || last.state === null);
  }

  /** What is typed for a member. */
  statement(member: MemberId): Draft<StatementDraft> | null {
    if (this.key === null) return null;
    const row = this.rows.find((row) => row.member.id === member);
    const over = row && this.isRestated(row) ? `:over:${row.statement?.stamp.entry}` : '';
    return this.desk.drafts.of(`${this.key}:member:${member}:statement${over}`, NO_STATEMENT);
  }

  get introduction(): Draft<SpeechDraft> | null {
    return this.key === null ? null : this.desk.drafts.of(`${this.key}:introduction`, NO_SPEECH);
  }

  /** Who introduces: as chosen, else whoever introduced the last matter of this item. */
  get introducer(): string {
    const chosen = this.introduction?.value.by ?? '';
    if (chosen !== '' || !this.open) return chosen;
    const before = openItem(this.open.meeting)?.matters.findLast((matter) => matter.introduction !== null);
    const by = before?.introduction?.by;
    return by ? personKey(by) : '';
  }

  get remark(): Draft<SpeechDraft> | null {
    const meeting = this.open?.id;
    if (meeting === undefined) return null;
    return this.desk.drafts.of(`${this.key ?? `meeting:${meeting}`}:remark`, NO_SPEECH);
  }

  /** Whether a remark was begun. */
  get isWriting(): boolean {
    const { words = '', by = '' } = this.remark?.value ?? {};
    return words !== '' || by !== '';
  }

  /** Whose words were typed and not recorded; `null` for words of nobody yet. */
  get unrecorded(): (Person | null)[] {
    const rows = this.rows.filter(
      (row) => row.statement === null && this.statement(row.member.id)?.value.words.trim(),
    );
    const { words = '', by = '' } = this.remark?.value ?? {};
    return [...rows.map((row) => ({ member: row.member.id })), ...(words.trim() ? [personFrom(by)] : [])];
  }

  choose(member: MemberId) {
    const row = this.rows.find((row) => row.member.id === member);
    const over = row && !this.isDue(row) ? (row.statement?.stamp.entry ?? null) : null;
    this.chosen?.change({ member, mode: 'statement', over });
    this.refusal = (over === null ? row?.state : row?.restate) ?? null;
    if (this.isVoting) this.refusal = null;
    this.stanceMissing = false;
  }

  setMode(mode: Mode) {
    // After a remark in between, whoever was interrupted goes on.
    const { before = 'step', mode: now } = this.chosen?.value ?? NOBODY;
    const next = mode === 'step' && now === 'remark' ? before : mode;
    this.chosen?.change({ mode: next, over: null, before: mode === 'remark' ? now : 'step' });
    this.refusal = null;
    this.speakerMissing = false;
  }

  /** Moves to the row above or below. */
  step(by: 1 | -1) {
    const at = this.rows.findIndex((row) => row.member.id === this.row?.member.id);
    if (at < 0) return;
    const ahead = by > 0 ? this.rows.slice(at + 1) : this.rows.slice(0, at).toReversed();
    const next = ahead.find((row) => this.isDue(row));
    if (next) this.choose(next.member.id);
  }

  setStance(stance: Stance) {
    if (this.row) this.statement(this.row.member.id)?.change({ stance });
    this.stanceMissing = false;
  }

  /** Whether a stock phrase stands there with its blank open: nobody says it so. */
  hasBlank(words: string): boolean {
    const phrases = this.open?.phrases ?? [];
    return phrases.some((phrase) => phrase.includes(BLANK) && words.includes(phrase));
  }

  /** Words as they are recorded; `null` where a blank in them is still open, which is said. */
  #spoken(typed: string): string | null {
    const words = typed.trim();
    this.blankLeft = this.hasBlank(words);
    return this.blankLeft ? null : words;
  }

  /** Records the statement of whoever has the floor, with `stance` where it is given. True where it is on disk. */
  record(stance?: Stance): Promise<boolean> {
    return this.#try(() => {
      const { row } = this;
      const draft = row && this.statement(row.member.id);
      if (!row || !draft) return null;
      const member = row.member.id;
      const taken = stance ?? draft.value.stance;
      this.stanceMissing = taken === null;
      if (taken === null) return null;
      const words = this.#spoken(draft.value.words);
      if (words === null) return null;
      const type = this.isRestated(row) ? 'restateStatement' : 'recordStatement';
      return this.#deed({ type, speaker: { member }, stance: taken, words }, draft.key);
    });
  }

  async vote(choice: Choice, member?: MemberId): Promise<boolean> {
    const done = await this.#try(() => {
      const id = member ?? this.row?.member.id;
      const row = this.rows.find((row) => row.member.id === id);
      if (!row) return null;
      const type = row.vote === null ? 'recordVote' : 'reviseVote';
      return this.#deed({ type, voter: { member: row.member.id }, choice });
    });
    if (done) this.revise(null);
    return done;
  }

  /** Records the introduction; with `usual`, as one that covered the usual points too. */
  introduce(usual = false): Promise<boolean> {
    return this.#try(() => {
      const draft = this.introduction;
      const by = personFrom(this.introducer);
      this.speakerMissing = by === null;
      if (!draft || !by) return null;
      const words = this.#spoken(draft.value.words);
      if (words === null) return null;
      const covers = POINTS.filter(
        (point) => draft.value.covers.includes(point) || (usual && USUAL_POINTS.includes(point)),
      );
      return this.#deed({ type: 'introduce', by, words, covers }, draft.key);
    });
  }

  /** Whether an introduction covered a point: a statement of fact, so one by one. */
  cover(point: IntroductionPoint, covered: boolean) {
    const draft = this.introduction;
    const before = draft?.value.covers ?? [];
    draft?.change({ covers: POINTS.filter((it) => (it === point ? covered : before.includes(it))) });
  }

  async recordRemark(): Promise<boolean> {
    const done = await this.#try(() => {
      const draft = this.remark;
      const speaker = draft && personFrom(draft.value.by);
      this.speakerMissing = speaker === null;
      if (!draft || !speaker) return null;
      const words = this.#spoken(draft.value.words);
      if (words === null) return null;
      const leans = draft.value.leans && this.mayLean(draft.value.by);
      return this.#deed({ type: 'recordRemark', speaker, words, leans }, draft.key);
    });
    if (done) this.setMode('step');
    return done;
  }

  #deed(act: MeetingCommand, settles?: string): Deed | null {
    const id = this.open?.id;
    if (id === undefined) return null;
    const command = { meeting: { id, act } };
    return settles === undefined ? { command } : { command, settles };
  }

  async #try(deed: () => Deed | null): Promise<boolean> {
    const outcome: Outcome | null = await this.desk.act(deed);
    this.refusal = outcome?.kind === 'refused' ? outcome.refusal : null;
    return outcome?.kind === 'accepted';
  }
}
