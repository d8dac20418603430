/** An invented meeting for tests: five members, an ordinary item, and an appointment with two nominees. Tests only. */
import type {
  Answer,
  Article,
  Because,
  Doors,
  FloorView,
  FoundText,
  HomeView,
  ItemView,
  Line,
  MadeView,
  MeetingView,
  Member,
  MemberRow,
  Nominee,
  NomineeView,
  Notice,
  OpenMeetingView,
  PaperKind,
  PaperMade,
  PaperRow,
  PapersView,
  PaperView,
  Progress,
  Query,
  Refusal,
  Rulebook,
  RuleId,
  SearchView,
  SeatView,
  SessionCommand,
  Stamp,
  Statement,
} from './contract';
import type { Host, PrintReport, Showing } from './host';

export const NOW = '2026-03-05T09:41:07+08:00';

export const stamp = (entry: number): Stamp => ({ entry, at: NOW });

export const disk = (entry: number) => ({ entry, at: NOW, fingerprint: '7F3A 91C2' });

export const MEMBERS: Member[] = [
  { id: 1, name: '周明', role: 'secretary', posts: '市委书记', since: null },
  { id: 2, name: '李建国', role: 'deputySecretary', posts: '市委副书记、市长', since: '2024-06-01' },
  { id: 3, name: '王芳', role: 'member', posts: '市委常委、组织部部长', since: null },
  { id: 4, name: '赵学文', role: 'member', posts: '市委常委、纪委书记', since: null },
  { id: 5, name: '孙立', role: 'member', posts: '市委常委、秘书长', since: null },
];

export const member = (id: number): Member => {
  const found = MEMBERS.find((member) => member.id === id);
  if (!found) throw new Error(`no member ${id} in the sample`);
  return found;
};

export const named = (id: number) => ({ id, name: member(id).name });

export const article = (part: Partial<Article> = {}): Article => ({
  title: '书记末位表态',
  titleEn: 'The Secretary speaks last',
  source: '《党政领导干部选拔任用工作条例》（2019）',
  clause: '第三十八条（条号待核）',
  grade: 'V-num?',
  quote: '党委（党组）主要负责人应当最后表态',
  corrected: false,
  ...part,
});

export const refusal = (facts: Because, rule: RuleId = 'R-HY-07'): Refusal => ({
  rule,
  article: article(),
  facts,
});

const OPEN_DOORS: Doors = {
  amendCall: null,
  callOff: null,
  sendNotice: null,
  addItem: null,
  noteTime: null,
  markAttendance: null,
  openMeeting: null,
  introduce: null,
  remark: null,
  postponeVote: null,
  deferMatter: null,
  openVote: null,
  closeVote: null,
  countBallots: null,
  voidBallot: null,
  announce: null,
  closeItem: null,
  leaveItem: null,
  adjourn: null,
  seal: null,
};

export const doors = (shut: Partial<Doors> = {}): Doors => ({ ...OPEN_DOORS, ...shut });

export const NOMINEES: Nominee[] = [
  {
    id: 1,
    name: '陈晓',
    currentPost: '市财政局副局长',
    proposedPost: '市财政局局长',
    postToLeave: '市财政局副局长',
    change: 'promotion',
    unscheduled: false,
    reconsiders: null,
    notCarried: [],
  },
  {
    id: 2,
    name: '林志远',
    currentPost: '市教育局局长',
    proposedPost: '市科技局局长',
    postToLeave: '市教育局局长',
    change: 'lateral',
    unscheduled: false,
    reconsiders: null,
    notCarried: [],
  },
];

export const matter = (nominee: Nominee | null, part: Partial<NomineeView> = {}): NomineeView => ({
  nominee,
  stage: 'waiting',
  takenUp: null,
  verdict: null,
  announced: null,
  introduction: null,
  statements: [],
  remarks: [],
  opinions: [],
  ended: [],
  preparation: [],
  recusals: [],
  motions: [],
  past: [],
  takeUp: null,
  prepare: null,
  recuse: null,
  reconsider: null,
  ...part,
});

/** Item 1, about which the committee talks; observer 1 belongs to it. */
export const ordinaryItem = (part: Partial<ItemView> = {}): ItemView => ({
  item: {
    id: 1,
    title: '研究全市春耕工作',
    matter: { kind: 'ordinary' },
    observers: [{ id: 1, name: '吴海', post: '市农业农村局局长' }],
    unscheduled: false,
  },
  open: false,
  takenUp: null,
  closed: null,
  left: null,
  ended: null,
  matters: [matter(null)],
  remarks: [],
  takeUp: null,
  ...part,
});

/** Item 2, the appointment; observer 2 belongs to it. */
export const appointmentItem = (part: Partial<ItemView> = {}): ItemView => ({
  item: {
    id: 2,
    title: '研究干部任免事项',
    matter: { kind: 'appointment', nominees: NOMINEES },
    observers: [{ id: 2, name: '郑敏', post: '市委组织部副部长' }],
    unscheduled: false,
  },
  open: false,
  takenUp: null,
  closed: null,
  left: null,
  ended: null,
  matters: NOMINEES.map((nominee) => matter(nominee)),
  remarks: [],
  takeUp: null,
  ...part,
});

export const statement = (of: number, part: Partial<Statement> = {}): Statement => ({
  stamp: stamp(20 + of),
  member: of,
  stance: 'agree',
  words: '',
  ...part,
});

export const row = (of: number, part: Partial<MemberRow> = {}): MemberRow => ({
  member: member(of),
  statement: null,
  vote: null,
  state: null,
  restate: null,
  cast: null,
  revise: null,
  ...part,
});

/** A row of somebody who has spoken on the matter. */
export const heardRow = (of: number, part: Partial<MemberRow> = {}): MemberRow =>
  row(of, {
    statement: statement(of),
    state: refusal({ type: 'alreadyStated', member: named(of) }, 'R-HY-06'),
    ...part,
  });

/** Nominee 1 is on the floor, introduced; the Secretary speaks last. */
export const floor = (part: Partial<FloorView> = {}): FloorView => ({
  item: 2,
  nominee: 1,
  stage: 'introduced',
  speaking: [row(2), row(3), row(4), row(5), row(1)],
  next: 2,
  lastSpeaker: 1,
  stances: { agree: 0, disagree: 0, defer: 0, silent: 5 },
  present: 5,
  entitled: 5,
  majority: 3,
  ballot: null,
  motion: null,
  nextNominee: null,
  ...part,
});

export const ballot = (method: 'voice' | 'hands' | 'signed' | 'secret'): FloorView['ballot'] => ({
  method,
  opening: {
    stamp: stamp(30),
    scrutineer: '赵学文',
    teller: '孙立',
    quorum: { present: 5, entitled: 5, required: 4 },
  },
  tally: method === 'secret' ? null : { agree: 0, against: 0, abstain: 0, defer: 0, spoilt: 0 },
});

export const RULEBOOK: Rulebook = {
  preset: 'municipalCommittee2019',
  ordinaryQuorum: { numerator: 1, denominator: 2 },
  appointmentQuorum: { numerator: 2, denominator: 3 },
  majorityOf: 'entitled',
  recusalBase: 'kept',
  fullAttendance: 'confirmed',
  lastSpeaker: 'secretary',
  mayAbstain: true,
  mayDefer: false,
  everyVoterGetsAPaper: true,
  postponeHint: { numerator: 1, denominator: 3 },
  postponeMargin: 1,
  reconsideration: true,
  repeatedFailureWarned: true,
  noticeDayCounts: true,
};

export const seat = (of: number, part: Partial<SeatView> = {}): SeatView => ({
  member: member(of),
  attendance: { status: 'present' },
  present: true,
  recused: false,
  movements: [],
  comeBack: refusal({ type: 'notRecused', person: { member: of } }, 'R-HB-01'),
  opinion: refusal({ type: 'speaksForThemselves', member: named(of) }, 'R-HY-13'),
  ...part,
});

/** A meeting that sits, everybody present, nothing on the floor. */
export const meeting = (part: Partial<MeetingView> = {}): MeetingView => ({
  committee: '中共云岭市委常委会',
  term: '第五届',
  number: { year: 2026, ordinal: 7 },
  scheduled: '2026-03-05T09:00:00+08:00',
  place: '市委一号会议室',
  chair: 1,
  recorder: { name: '钱进', post: '市委办公室副主任' },
  rulebook: RULEBOOK,
  phase: 'sitting',
  opened: stamp(10),
  adjourned: null,
  sealed: null,
  calledOff: null,
  lastEntry: 10,
  attendance: {
    entitled: 5,
    present: 5,
    unmarked: 0,
    ordinaryRequired: 3,
    ordinaryMet: true,
    appointmentRequired: 4,
    appointmentMet: true,
  },
  seats: MEMBERS.map(({ id }) => seat(id)),
  items: [ordinaryItem(), appointmentItem()],
  floor: null,
  remarks: [],
  corrections: [],
  notice: null,
  backFilled: null,
  noted: null,
  violations: [],
  doors: doors(),
  warnings: [],
  acknowledgements: [],
  ...part,
});

/** The meeting with the appointment on the floor. */
export const onAppointment = (part: Partial<FloorView> = {}, view: Partial<MeetingView> = {}): MeetingView =>
  meeting({ items: [ordinaryItem(), appointmentItem({ open: true })], floor: floor(part), ...view });

/** The meeting with the ordinary item on the floor. */
export const onOrdinary = (part: Partial<FloorView> = {}, view: Partial<MeetingView> = {}): MeetingView =>
  meeting({
    items: [ordinaryItem({ open: true }), appointmentItem()],
    floor: floor({ item: 1, nominee: null, ...part }),
    ...view,
  });

export const opened = (view: MeetingView, entry = 10): OpenMeetingView => ({
  id: 7,
  meeting: view,
  places: [],
  disk: disk(entry),
  now: NOW,
  phrases: ['同意。'],
});

export const home = (part: Partial<HomeView> = {}): HomeView => ({
  committee: {
    name: '中共云岭市委常委会',
    term: '第五届',
    members: MEMBERS,
    former: [],
    articles: [],
    phrases: ['同意。'],
    places: [],
    templates: [],
  },
  meetings: [],
  current: null,
  nextNumber: { year: 2026, ordinal: 8 },
  now: NOW,
  disk: disk(10),
  sample: false,
  ...part,
});

export const paperRow = (paper: PaperKind, part: Partial<PaperRow> = {}): PaperRow => ({
  paper,
  due: 'possible',
  filed: true,
  number: null,
  outgrown: false,
  ...part,
});

/** A paper as the register keeps it. */
export const madePaper = (made: Partial<PaperMade> = {}, part: Partial<MadeView> = {}): MadeView => ({
  made: { number: 1, paper: 'minutes', upto: 10, digest: '7f3a91c2'.repeat(8), pages: 3, fonts: [], ...made },
  entry: 11,
  at: NOW,
  fingerprint: '7F3A 91C2',
  replacedBy: null,
  outgrown: false,
  ...part,
});

/** The papers of a meeting that is over: three owed, one outgrown, and blank forms. */
export const papersView = (part: Partial<PapersView> = {}): PapersView => ({
  papers: [
    paperRow('notice', { number: 1 }),
    paperRow('signIn', { number: 2, outgrown: true }),
    paperRow('ballots', { filed: false }),
    paperRow('voteRecord', { due: 'owed' }),
    paperRow('minutes', { due: 'owed' }),
    paperRow('summary', { due: 'later' }),
    paperRow({ extract: { item: 2, nominees: [], to: '' } }, { filed: false }),
    paperRow('rules'),
    paperRow({ blank: 'signIn' }, { filed: false }),
  ],
  made: [madePaper({ paper: 'notice' }), madePaper({ number: 2, paper: 'signIn' }, { outgrown: true })],
  book: { book: { year: 2026, volume: 1 }, first: 19 },
  fonts: [{ family: '仿宋', digest: '0123456789ab' }],
  exports: [
    { docx: 'minutes' },
    { docx: { extract: { item: 2, nominees: [], to: '' } } },
    'workbook',
    'record',
  ],
  ...part,
});

export const laidOut = (part: Partial<PaperView> = {}): PaperView => ({
  pages: 2,
  fileName: '会议记录.pdf',
  disk: disk(10),
  digest: '',
  number: null,
  ...part,
});

export const foundText = (part: Partial<FoundText> = {}): FoundText => ({
  entry: 5,
  day: '2026-03-05',
  meeting: 7,
  number: { year: 2026, ordinal: 3 },
  kind: 'statement',
  person: '李建国',
  item: null,
  nominee: null,
  outcome: null,
  rule: null,
  standing: { type: 'stands' },
  snippet: [{ text: '同意', hit: true }],
  ...part,
});

/** A machine of which the test says how it answers; it keeps what it was asked. */
export class FakeHost implements Host {
  readonly lines: Line[] = [];
  readonly sessions: SessionCommand[] = [];
  /** What was sent to the printer. */
  readonly printed: PaperKind[][] = [];
  /** How often long work was asked to stop. */
  stops = 0;
  /** What the user picks in a dialog for the name that is suggested; `null` where it is cancelled. */
  onPick: (suggested: string) => string | null = (suggested) => `/papers/${suggested}`;
  /** The last entry on the disk of this machine. */
  head = 10;
  view: MeetingView = meeting();
  phrases = ['同意。'];
  drafts: Record<string, string> = {};
  /** Answers to commands other than drafts; the standing answer writes one entry. */
  onDo: (line: Line) => Answer | Promise<Answer> = () => this.accept();
  /** Answers to drafts; the standing answer keeps them. */
  onDraft: (line: Line) => Answer | Promise<Answer> = (line) => this.keepDraft(line);
  /** Answers to a query; `null` leaves it to the standing answer. */
  onAsk: (query: Query) => Answer | null = () => null;
  onSession: (command: SessionCommand) => Answer = (command) => ({
    answer: { session: 'lock' in command ? 'locked' : 'open' },
  });
  /** What becomes of printing; thrown as the shell throws where it is no report. */
  onPrint: () => PrintReport[] | Answer = () => [];
  papers: PapersView = papersView();
  /** The room's screen can be opened. */
  hasScreen = true;
  /** What is found, whatever is looked for. */
  search: SearchView = { total: 0, hits: [], people: [], years: [] };
  #heard: (notice: Notice) => void = () => undefined;
  #told: (progress: Progress) => void = () => undefined;
  #projected: (showing: Showing) => void = () => undefined;

  /** What was done, drafts left out. */
  get done(): Line[] {
    return this.lines.filter(({ do: command }) => command && !isDraft(command));
  }

  /** The questions asked, by name. */
  get asked(): string[] {
    return this.lines.flatMap(({ ask }) => (ask ? Object.keys(ask) : []));
  }

  async call(line: Line): Promise<Answer> {
    this.lines.push(structuredClone(line));
    // As over the bridge: an answer is never there at once.
    await Promise.resolve();
    if (line.ask) return this.onAsk(line.ask) ?? this.#answer(line.ask);
    if (line.do && isDraft(line.do)) return this.onDraft(line);
    return this.onDo(line);
  }

  async session(command: SessionCommand): Promise<Answer> {
    this.sessions.push(command);
    return this.onSession(command);
  }

  async onNotice(heard: (notice: Notice) => void) {
    this.#heard = heard;
    return () => undefined;
  }

  async onProgress(told: (progress: Progress) => void) {
    this.#told = told;
    return () => undefined;
  }

  async pickSavePath(suggested: string) {
    return this.onPick(suggested);
  }

  async pickOpenPath() {
    return this.onPick('名册.xlsx');
  }

  async pickFolder(name: string) {
    return this.onPick(name);
  }

  async printPapers(_: number, papers: PaperKind[]) {
    this.printed.push(papers);
    const came = this.onPrint();
    if (!Array.isArray(came)) throw came;
    return came;
  }

  async stopWork() {
    this.stops += 1;
  }

  async onProjector(told: (showing: Showing) => void) {
    this.#projected = told;
    return () => undefined;
  }

  async project(showing: Showing) {
    if (!this.hasScreen) throw 'no screen';
    this.projected(showing);
  }

  /** Tells what the room's screen does; it may be closed by its own window. */
  projected(showing: Showing) {
    this.#projected(showing);
  }

  /** Tells how far long work has come. */
  progress(progress: Progress) {
    this.#told(progress);
  }

  /** Sends a notice to the window. */
  notice(entry: number) {
    this.#heard({ entry, meeting: 7 });
  }

  /** One more entry on disk, after which the meeting reads `next`. */
  accept(next?: MeetingView): Answer {
    this.head += 1;
    if (next) this.view = next;
    return { accepted: { entries: [this.head], meeting: 7, head: disk(this.head), files: [] } };
  }

  keepDraft(line: Line): Answer {
    const command = line.do;
    if (command && 'keepDraft' in command) this.drafts[command.keepDraft.key] = command.keepDraft.text;
    if (command && 'dropDraft' in command) delete this.drafts[command.dropDraft.key];
    return { accepted: { entries: [], meeting: null, head: disk(this.head), files: [] } };
  }

  #answer(query: Query): Answer {
    if ('home' in query) return { answer: { home: home({ disk: disk(this.head) }) } };
    if ('committee' in query)
      return { answer: { committee: { committee: home().committee, terms: [], disk: disk(this.head) } } };
    if ('meeting' in query)
      return { answer: { meeting: { ...opened(this.view, this.head), phrases: this.phrases } } };
    if ('rules' in query) return { answer: { rules: [] } };
    if ('record' in query) return { answer: { record: [] } };
    if ('papers' in query) return { answer: { papers: this.papers } };
    if ('paper' in query) return { answer: { paper: laidOut() } };
    if ('paperPage' in query) {
      const { page } = query.paperPage;
      return { answer: { paperPage: { page, svg: `<svg>${page}</svg>` } } };
    }
    if ('search' in query) return { answer: { search: this.search } };
    if ('undrawable' in query) return { answer: { undrawable: [] } };
    if ('drafts' in query) {
      const kept = Object.entries(this.drafts).map(([key, text]) => ({ key, text, savedAt: NOW }));
      return { answer: { drafts: kept } };
    }
    return { fault: { code: 'not-found', detail: JSON.stringify(query), safe: null } };
  }
}

const isDraft = (command: NonNullable<Line['do']>) => 'keepDraft' in command || 'dropDraft' in command;
