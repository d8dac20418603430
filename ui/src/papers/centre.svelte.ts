import type { Desk } from '../desk/desk.svelte';
import type { Draft } from '../desk/drafts.svelte';
import type {
  Answer,
  Destination,
  ExportKind,
  ExtractOf,
  Fault,
  MeetingId,
  PaperKind,
  PaperRow,
  PapersView,
  PaperView,
  Progress,
  SavedFile,
} from '../host/contract';
import { type Asked, ask, type PrintReport, type ReplyTo, Unanswered } from '../host/host';
import { bundleName, extractIn, firstShown, isSame, keyOf, toFile } from './papers';

/** What came of printing and saving. */
export type Done =
  /** `together`: in a folder or a zip file, with an index. */
  | { kind: 'saved'; papers: PaperKind[]; files: SavedFile[]; place: string; together: boolean }
  | { kind: 'printed'; papers: PaperKind[]; reports: PrintReport[] }
  | { kind: 'stopped' };

/** What is to be saved together. */
export interface Bundle {
  papers: PaperKind[];
  exports: ExportKind[];
  form: 'folder' | 'zip';
  /** New numbers for all. */
  anew: boolean;
  /** Sealed minutes begin a new book. */
  newBook: boolean;
}

/** The print centre of the meeting that is open. */
export class PrintCentre {
  view = $state.raw<PapersView | null>(null);
  /** The paper that is looked at. */
  shown = $state.raw<PaperKind | null>(null);
  /** Its layout and pages, as far as they have come. */
  paper = $state.raw<PaperView | null>(null);
  pages = $state.raw<string[]>([]);
  /** Why it cannot be laid out. */
  unlaid = $state.raw<Fault | null>(null);
  /** Papers chosen for printing and saving together, by key. */
  chosen = $state.raw<string[]>([]);
  /** Long work under way. */
  work = $state.raw<{ progress: Progress | null; stopping: boolean } | null>(null);
  done = $state.raw<Done | null>(null);
  /** Why nothing was made, where a paper is the trouble. */
  trouble = $state.raw<Fault | null>(null);
  readonly desk: Desk;
  readonly meeting: MeetingId;
  /** Extracts drawn up and not made yet. */
  readonly #drawnUp: Draft<{ extracts: ExtractOf[] }>;
  /** The entry that the view was asked for at. */
  #at: number | null = null;
  #laidOut = '';
  #wanted = 0;
  #laying = false;

  constructor(desk: Desk, meeting: MeetingId) {
    this.desk = desk;
    this.meeting = meeting;
    this.#drawnUp = desk.drafts.of(`meeting:${meeting}:extracts`, { extracts: [] });
  }

  /** Follows long work until the returned function is called. */
  listen(): () => void {
    const heard = this.desk.host.onProgress((progress) => this.#hear(progress));
    return () => void heard.then((stop) => stop());
  }

  get rows(): PaperRow[] {
    const made = this.view?.papers ?? [];
    const drawnUp = this.#drawnUp.value.extracts
      .map((extract): PaperKind => ({ extract }))
      .filter((paper) => !made.some((row) => isSame(row.paper, paper)));
    return [
      ...made,
      ...drawnUp.map(
        (paper) => ({ paper, due: 'possible', filed: false, number: null, outgrown: false }) as const,
      ),
    ];
  }

  row(paper: PaperKind): PaperRow | null {
    return this.rows.find((row) => isSame(row.paper, paper)) ?? null;
  }

  isDrawnUp(paper: PaperKind): boolean {
    return !this.view?.papers.some((row) => isSame(row.paper, paper)) && extractIn(paper) !== null;
  }

  /** The papers chosen, in the order of the file. */
  get chosenPapers(): PaperKind[] {
    return this.rows
      .filter((row) => row.due !== 'later' && this.chosen.includes(keyOf(row.paper)))
      .map((row) => row.paper);
  }

  /** What is printed now: the papers chosen, else the one shown. */
  get toPrint(): PaperKind[] {
    if (this.chosenPapers.length > 0) return this.chosenPapers;
    return this.shown !== null && this.#canBeMade(this.shown) ? [this.shown] : [];
  }

  /** What is saved together where nobody says otherwise: the papers chosen, else the file of the meeting. */
  get toBundle(): PaperKind[] {
    return this.chosenPapers.length > 0 ? this.chosenPapers : toFile(this.rows);
  }

  /** Whether a paper can be had for Word. An extract that is only drawn up can be where others are. */
  hasWord(paper: PaperKind): boolean {
    return (this.view?.exports ?? []).some(
      (one) =>
        typeof one === 'object' &&
        (isSame(one.docx, paper) || (extractIn(one.docx) !== null && extractIn(paper) !== null)),
    );
  }

  /** Brings the view up to what is on disk. */
  async follow() {
    const at = this.desk.disk?.entry ?? null;
    if (at === null || at === this.#at) return;
    this.#at = at;
    const { meeting } = this;
    const view = await this.desk.inquire(() => ask(this.desk.host, 'papers', { meeting }));
    // A later call is on its way with what is newer.
    if (this.#at !== at) return;
    if (!view) {
      this.#at = null;
      return;
    }
    this.view = view;
    const { extracts } = this.#drawnUp.value;
    const left = extracts.filter((extract) => this.isDrawnUp({ extract }));
    if (left.length < extracts.length) this.#drawnUp.change({ extracts: left });
    if (this.shown === null || !this.row(this.shown)) this.#turnTo(firstShown(this.rows));
    await this.#layOut();
  }

  async show(paper: PaperKind) {
    if (this.shown !== null && isSame(this.shown, paper)) return;
    this.done = null;
    this.trouble = null;
    this.#turnTo(paper);
    await this.#layOut();
  }

  choose(paper: PaperKind, chosen: boolean) {
    const key = keyOf(paper);
    this.chosen = [...this.chosen.filter((other) => other !== key), ...(chosen ? [key] : [])];
  }

  async drawUp(extract: ExtractOf) {
    const paper = { extract };
    if (!this.row(paper)) this.#drawnUp.change({ extracts: [...this.#drawnUp.value.extracts, extract] });
    await this.show(paper);
  }

  async takeBack(paper: PaperKind) {
    this.choose(paper, false);
    const { extracts } = this.#drawnUp.value;
    this.#drawnUp.change({ extracts: extracts.filter((extract) => !isSame({ extract }, paper)) });
    if (this.shown !== null && isSame(this.shown, paper)) {
      this.#turnTo(firstShown(this.rows));
      await this.#layOut();
    }
  }

  async print() {
    const papers = this.toPrint;
    if (papers.length === 0 || !this.#begin()) return;
    const { meeting, desk } = this;
    const reports = await desk.inquire(async () => {
      try {
        return await desk.host.printPapers(meeting, papers);
      } catch (thrown) {
        const fault = faultIn(thrown);
        if (!this.#says(fault)) throw new Unanswered(fault);
        return null;
      }
    });
    this.work = null;
    if (!reports) return;
    this.done = { kind: 'printed', papers, reports };
    // The shell wrote behind the desk's back.
    await desk.go(desk.place);
    await this.follow();
  }

  /** Saves the paper shown as one PDF. */
  async save() {
    const paper = this.shown;
    const suggested = await this.#fileName();
    if (paper === null || suggested === null) return;
    const path = await this.desk.host.pickSavePath(suggested);
    if (path === null) return;
    await this.#make({ papers: [paper], exports: [], to: { file: path }, anew: false, newBook: false }, path);
  }

  /** Saves the paper shown for Word. */
  async saveWord() {
    const paper = this.shown;
    if (paper === null || !this.hasWord(paper)) return;
    const suggested = await this.#fileName();
    if (suggested === null) return;
    const path = await this.desk.host.pickSavePath(suggested.replace(/\.pdf$/, '.docx'));
    if (path === null) return;
    await this.#make(
      { papers: [], exports: [{ docx: paper }], to: { file: path }, anew: false, newBook: false },
      path,
    );
  }

  /** Saves papers and other files together, all of them or none. */
  async saveAll({ form, ...wish }: Bundle) {
    const number = this.desk.meeting?.meeting.number;
    if (!number || this.work) return;
    const name = bundleName(number);
    const { host } = this.desk;
    const place = form === 'folder' ? await host.pickFolder(name) : await host.pickSavePath(`${name}.zip`);
    if (place === null) return;
    await this.#make({ ...wish, to: form === 'folder' ? { folder: place } : { zip: place } }, place);
  }

  stop() {
    if (!this.work || this.work.stopping) return;
    this.work = { ...this.work, stopping: true };
    void this.desk.host.stopWork();
  }

  #canBeMade(paper: PaperKind): boolean {
    return (this.row(paper)?.due ?? 'later') !== 'later';
  }

  /** Its name comes with the layout; whoever is quicker than that waits for it. */
  async #fileName(): Promise<string | null> {
    const { meeting, shown: paper } = this;
    if (paper === null || this.work || !this.#canBeMade(paper)) return null;
    const laid = this.paper ?? (await this.#ask('paper', { meeting, paper }));
    return laid?.fileName ?? null;
  }

  async #make(
    wish: { papers: PaperKind[]; exports: ExportKind[]; to: Destination; anew: boolean; newBook: boolean },
    place: string,
  ) {
    if (!this.#begin()) return;
    const outcome = await this.desk.act({ command: { makePapers: { meeting: this.meeting, ...wish } } });
    this.work = null;
    if (outcome?.kind === 'fault') this.#says(outcome.fault);
    if (outcome?.kind !== 'accepted') return;
    this.done = {
      kind: 'saved',
      papers: wish.papers,
      files: outcome.receipt.files,
      place,
      together: !('file' in wish.to),
    };
    await this.follow();
  }

  #begin(): boolean {
    if (this.work) return false;
    this.done = null;
    this.trouble = null;
    this.work = { progress: null, stopping: false };
    return true;
  }

  #hear(progress: Progress) {
    if (!this.work) return;
    this.work = { ...this.work, progress };
    // The order to stop may have come before the work had begun, which forgets it.
    if (this.work.stopping) void this.desk.host.stopWork();
  }

  /** Whether the fault is said here, beside what was pressed, and not in a dialog. */
  #says(fault: Fault): boolean {
    if (fault.code === 'cancelled') this.done = { kind: 'stopped' };
    else if (fault.paper) this.trouble = fault;
    else return false;
    return true;
  }

  #turnTo(paper: PaperKind | null) {
    this.shown = paper;
    this.paper = null;
    this.pages = [];
    this.unlaid = null;
    this.#laidOut = '';
  }

  /** Lays out what is shown. One at a time: whoever goes down the list quickly waits for the last paper alone. */
  async #layOut() {
    this.#wanted += 1;
    if (this.#laying) return;
    this.#laying = true;
    try {
      for (let turn = 0; turn !== this.#wanted; ) {
        turn = this.#wanted;
        await this.#layOutNow(() => turn === this.#wanted);
      }
    } finally {
      this.#laying = false;
    }
  }

  async #layOutNow(isWanted: () => boolean) {
    const { meeting, shown: paper } = this;
    const row = paper && this.row(paper);
    if (!paper || !row || row.due === 'later') return;
    const edition = `${keyOf(paper)}@${this.#at}`;
    if (edition === this.#laidOut) return;
    this.unlaid = null;
    const laid = await this.#ask('paper', { meeting, paper });
    if (!laid || !isWanted()) return;
    // What lay there stays until the first page of the new one is there.
    const pages: string[] = [];
    for (let page = 1; page <= laid.pages; page += 1) {
      const shown = await this.#ask('paperPage', { meeting, paper, page });
      if (!shown || !isWanted()) return;
      pages.push(`data:image/svg+xml,${encodeURIComponent(shown.svg)}`);
      this.paper = laid;
      this.pages = [...pages];
    }
    this.#laidOut = edition;
  }

  /** A question about the paper shown. That it cannot be laid out is said in its place. */
  #ask<K extends 'paper' | 'paperPage'>(
    question: K,
    asked: Asked<K> & { paper: PaperKind },
  ): Promise<ReplyTo<K> | null> {
    return this.desk.inquire(async () => {
      try {
        return await ask(this.desk.host, question, asked);
      } catch (thrown) {
        if (!(thrown instanceof Unanswered) || thrown.fault.code !== 'paper') throw thrown;
        if (this.shown === null || !isSame(this.shown, asked.paper)) return null;
        this.unlaid = thrown.fault;
        this.paper = null;
        this.pages = [];
        return null;
      }
    });
  }
}

/** What the shell throws is an answer, unless it broke itself. */
function faultIn(thrown: unknown): Fault {
  const answer = thrown as Answer;
  if (typeof answer === 'object' && answer !== null && 'fault' in answer) return answer.fault;
  return {
    code: 'internal',
    detail: typeof thrown === 'string' ? thrown : JSON.stringify(thrown),
    safe: null,
  };
}
