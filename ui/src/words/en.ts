import type {
  Attendant,
  Because,
  BlankForm,
  ChangeKind,
  Choice,
  CountField,
  IntroductionPoint,
  MeetingNumber,
  Outcome,
  PaperKind,
  PhaseName,
  PreparationMark,
  PreparationStep,
  Preset,
  Relation,
  Role,
  StageName,
  Stance,
  StepState,
  Tally,
  Text,
  VoteMethod,
  Warning,
} from '../host/contract';
import { keyOf } from '../papers/papers';
import { codeOf } from '../shared/names';
import type { ThemeName } from '../shared/theme';
import { calendar, clock } from '../shared/time';
import type { Known } from './known';
import type { Words } from './words.svelte';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = (text: string) => {
  const on = calendar(text);
  return on ? `${on.day} ${MONTHS[on.month - 1]} ${on.year}` : text;
};
const shortDay = (text: string) => {
  const on = calendar(text);
  return on ? `${on.day} ${MONTHS[on.month - 1]}` : text;
};
const number = (of: MeetingNumber) => `No. ${of.ordinal} of ${of.year}`;
const list = (names: string[]) => names.join(', ');
const named = (people: { name: string }[]) => list(people.map((person) => person.name));
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const roles: Record<Role, string> = {
  secretary: 'Secretary',
  deputySecretary: 'Deputy Secretary',
  member: 'Member',
};
const stances: Record<Stance, string> = { agree: 'agree', disagree: 'disagree', defer: 'defer' };
const choices: Record<Choice, string> = {
  agree: 'agree',
  against: 'against',
  abstain: 'abstain',
  defer: 'defer',
};
const methods: Record<VoteMethod, string> = {
  voice: 'voice vote',
  hands: 'show of hands',
  signed: 'signed ballot',
  secret: 'secret ballot',
};
const outcomes: Record<Outcome, string> = {
  carried: 'carried',
  notCarried: 'not carried',
  votePostponed: 'vote postponed',
  deferred: 'deferred',
  void: 'void',
};
const phases: Record<PhaseName, string> = {
  called: 'called',
  sitting: 'sitting',
  adjourned: 'adjourned',
  sealed: 'sealed',
  calledOff: 'called off',
};
const stages: Record<StageName, string> = {
  waiting: 'waiting',
  takenUp: 'to be introduced',
  introduced: 'stances',
  heard: 'ready to vote',
  voting: 'voting',
  settled: 'to be announced',
  announced: 'announced',
  reconsidering: 'motion to reconsider',
};
const changes: Record<ChangeKind, string> = {
  promotion: 'promotion',
  lateral: 'lateral transfer',
  gradePromotion: 'grade promotion',
  transfer: 'change of track',
  exchange: 'exchange',
  removal: 'removal',
  demotion: 'demotion',
};
const papers: Record<Extract<PaperKind, string>, string> = {
  notice: 'Notice of the meeting',
  agenda: 'Agenda',
  signIn: 'Sign-in sheet',
  nomineeList: 'List of nominees',
  ballots: 'Ballot papers',
  countSheets: 'Count sheets',
  voteRecord: 'Vote record',
  minutes: 'Minutes',
  summary: 'Summary',
  corrections: 'List of corrections',
  rules: 'Rules of this meeting',
};
const blanks: Record<BlankForm, string> = {
  signIn: 'Blank sign-in sheet',
  ballot: 'Blank ballot paper',
  countSheet: 'Blank count sheet',
  minutes: 'Blank minutes',
};
const LATER: Record<string, string> = {
  voteRecord: 'There is no result of a vote yet.',
  minutes: 'The meeting has not been held yet.',
  summary: 'No item has been closed yet.',
};
function paper(kind: PaperKind): string {
  if (typeof kind === 'string') return papers[kind];
  if ('blank' in kind) return blanks[kind.blank];
  const { item, to } = kind.extract;
  return `Decision on item ${item}${to && ` (${to})`}`;
}
const texts: Record<Text, string> = {
  committeeName: 'name of the committee',
  name: 'name',
  meetingNumber: 'meeting number',
  place: 'place',
  recorder: 'recorder',
  itemTitle: 'title of the item',
  post: 'proposed post or post to leave',
  reason: 'reason',
  words: 'words spoken',
  decision: 'decision',
  scrutineer: 'scrutineer',
  teller: 'teller',
  responsible: 'person responsible',
  substitute: 'who takes the minutes meanwhile',
  relation: 'relation',
  article: 'article',
  templateName: 'name of the template',
};

const relations: Record<Relation, string> = {
  oneself: 'the person in question',
  spouse: 'spouse',
  directLine: 'relative in direct line',
  collateral: 'collateral relative within three generations',
  affinity: 'close relative by marriage',
  other: 'another relation',
};
const preparationSteps: Record<PreparationStep, string> = {
  motion: 'analysis and initiation',
  recommendation: 'democratic recommendation',
  inspection: 'inspection',
  dossierAudit: 'personnel file audit',
  personalReport: 'check of the personal report',
  disciplineOpinion: 'opinion of the discipline authorities',
  complaints: 'investigation of complaints',
  questionsSettled: 'open questions settled',
  jointReview: 'joint review',
  consultation: 'consultation',
  departmentOpinion: "department's unanimous opinion",
  priorReport: 'prior report and approval',
  exceptionalApproval: 'approval of an exceptional promotion',
  posts: 'number and grade of posts',
};
const stepStates: Record<StepState, string> = {
  complete: 'complete',
  incomplete: 'incomplete',
  notNeeded: 'not needed',
};

/** The steps of a checklist, those of one state together. */
function byState(marks: PreparationMark[]): string {
  const states = [...new Set(marks.map((mark) => mark.state))];
  const steps = (state: PreparationMark['state']) =>
    list(marks.filter((mark) => mark.state === state).map((mark) => preparationSteps[mark.step]));
  return states.map((state) => `${stepStates[state]}: ${steps(state)}`).join('; ');
}
const points: Record<IntroductionPoint, string> = {
  basics: 'basic facts',
  recommendation: 'recommendation',
  appraisal: 'appraisal',
  inspection: 'inspection',
  reasons: 'reasons',
  exception: 'exception',
};
const countFields: Record<CountField, string> = {
  issued: 'Issued',
  returned: 'Returned',
  spoilt: 'Spoilt',
  agree: 'Agree',
  against: 'Against',
  abstain: 'Abstain',
  defer: 'Defer',
  spoiltField: 'Void field',
};
const presets: Record<Preset, string> = {
  municipalCommittee2019: 'municipal standing committee (Regulation of 2019)',
  municipalCommitteeStrict: 'municipal standing committee (strict: all present, or no discussion)',
  partyGroup: 'Party group',
  soeCommittee: 'Party committee of a state-owned enterprise',
  universityCommittee: 'university standing committee',
  standingCommittee: 'standing committee (general)',
  custom: 'own rulebook',
};
const totals = (tally: Tally) =>
  `${tally.agree} agree, ${tally.against} against, ${tally.abstain} abstain${tally.defer ? `, ${tally.defer} defer` : ''}`;
const counted = (fields: CountField[]) => list(fields.map((field) => countFields[field].toLowerCase()));
const attendant = (person: Attendant, known: Known) =>
  person === 'recorder' ? `The recorder ${known.recorder}`.trim() : known.person(person);

const warnings: Words['warnings'] = {
  notAllPresent: ({ absent }) => `Not everybody is present; away: ${named(absent)}.`,
  opinionsDiffer: ({ agree, disagree, defer, present }) =>
    `Of ${present} present ${agree} agree, ${disagree} disagree, ${defer} defer: opinions differ widely, and the chair may postpone the vote.`,
  introductionLacks: ({ nominee, missing }, known) =>
    `The introduction of ${known.nominee(nominee) ?? 'the nominee'} left out: ${list(missing.map((point) => points[point]))}.`,
  preparationUnmarked: ({ nominee, steps }, known) =>
    `${count(steps.length, 'step')} before the meeting not marked for ${known.nominee(nominee) ?? 'the nominee'}: ${list(steps.map((step) => preparationSteps[step]))}.`,
  leaningRemark: ({ entry }) => `The last speaker leaned to a side before their turn (entry ${entry}).`,
  repeatedFailure: ({ nominee, meetings }, known) =>
    `${known.nominee(nominee) ?? 'The nominee'} was not carried ${count(meetings.length, 'time')} for the same post: ${list(meetings.map(number))}.`,
  unanimousSecret: ({ nominee }, known) =>
    `${nominee === null ? '' : `${known.nominee(nominee) ?? 'The nominee'}: `}the secret ballot was unanimous, which tells how everyone voted. Mind this when announcing and copying.`,
};
const caution = (warning: Warning, known: Known) =>
  (warnings[warning.type] as (warning: Warning, known: Known) => string)(warning, known);

const tableTroubles: Words['tableTroubles'] = {
  tooLarge: ({ limit }) =>
    `The file is larger than ${limit} MB and was not read. Keep only the table that is needed.`,
  tooManyRows: ({ limit }) =>
    `The table has more than ${limit} rows and was not read. Keep only those that are needed.`,
  tooManyColumns: ({ limit }) =>
    `The table has more than ${limit} columns and was not read. Keep only those that are needed.`,
  cellTooLong: ({ row, column, limit }) =>
    `Row ${row}, column ${column} has more than ${limit} characters; the table was not read.`,
  empty: () => 'The table is empty.',
  noTable: () => 'This is no table. Choose an XLSX or CSV file.',
  otherForm: () => 'This format cannot be read. Save it as XLSX or CSV, or copy the cells and paste them.',
  locked: () => 'The file has a password. Save it without one and choose it again.',
  damaged: () => 'The file is incomplete or damaged; nothing of it was read.',
  openQuote: () =>
    'A quotation mark opens and does not close, so that the cells cannot be told apart. Mend it and try again.',
};
const rowTroubles: Words['rowTroubles'] = {
  noDay: ({ text }) => `“${text}” is no date. Write 2024-03-05.`,
  unsureMonth: ({ text }) => `“${text}” may be January or October. Write the month with two digits.`,
  noRole: ({ text }) => `“${text}” is no role. It is Secretary, Deputy Secretary or Member.`,
  noChange: ({ text }) => `“${text}” is no kind of change. It is one of: ${list(Object.values(changes))}.`,
  noRank: ({ text }) => `The rank “${text}” is no number.`,
  formula: ({ text }) => `“${text}” is a formula or its error, not a text.`,
  unread: ({ text }) => `“${text}” has characters that could not be read. Choose another encoding.`,
  whoIsIt: () => 'There is more than one of this name. Say who it is.',
  takenBy: ({ row }) => `Row ${row} is about the same member.`,
};

const refusals: Words['refusals'] = {
  noCommittee: () => 'There is no roster of the committee yet.',
  noSecretary: () => 'The roster has no Secretary.',
  secretaryAlreadySeated: ({ secretary }) =>
    `The roster has a Secretary already: ${secretary.name}. A committee has one.`,
  rankingIncomplete: ({ missing }) =>
    missing.length
      ? `The ranking must name every member in office; missing: ${named(missing)}.`
      : 'The ranking must name every member in office exactly once.',
  placeTaken: ({ member, by }) =>
    member.id === by.id
      ? `${member.name} has one seat only.`
      : `That seat is ${by.name}'s; ${member.name} cannot have it too.`,
  placeOutside: ({ member, rows, columns }) =>
    `The seat of ${member.name} is off the plan: at most ${rows} rows of ${columns} seats.`,
  dayInFuture: ({ on }) => `${day(on)} has not come yet.`,
  numberTaken: ({ number: taken }) => `Meeting ${number(taken)} exists already; numbers are not given twice.`,
  emptyAgenda: () => 'The agenda needs at least one item.',
  noNominees: ({ item }) => `Item ${item} is an appointment matter and needs nominees.`,
  empty: ({ text }) => `Still missing: ${texts[text]}.`,
  noSuchMember: () => 'This person is not on the roster of this meeting.',
  noSuchItem: ({ item }) => `This meeting has no item ${item}.`,
  noSuchNominee: ({ nominee }, known) =>
    `${known.nominee(nominee) ?? 'This person'} is no nominee of the item on the floor.`,
  noSuchObserver: () => 'This person is no observer of the item on the floor.',
  noSuchMeeting: () => 'There is no such meeting.',
  noSuchEntry: ({ entry }) => `Entry ${entry} does not belong to this meeting.`,
  wrongPhase: ({ phase }) =>
    phase === 'called'
      ? 'The meeting has not been opened. Call the roll and open it first.'
      : `The meeting is “${phases[phase]}”; this cannot be done now.`,
  sealed: () => 'The minutes are sealed; only corrections can be added.',
  rollCallIncomplete: ({ missing }) =>
    `The roll has not been called for ${count(missing.length, 'member')}: ${named(missing)}.`,
  belowQuorum: ({ present, entitled, required, missing }) =>
    `${entitled} entitled, ${present} present; at least ${required} must be, ${missing} more needed.`,
  chairNotPresent: ({ chair }) => `The chair, ${chair.name}, is not in the room.`,
  notPresent: ({ member }) => `${member.name} is not in the room.`,
  onLeave: ({ member, reason }) => `${member.name} is on leave: ${reason}.`,
  absent: ({ member }) => `${member.name} is absent.`,
  alreadyPresent: ({ member }) => `${member.name} is in the room already.`,
  timeOutOfOrder: ({ time, earliest, latest }) =>
    `The time ${clock(time)} is out of order: it must lie between ${clock(earliest)} and ${clock(latest)}.`,
  floorTaken: ({ item, nominee }, known) => {
    const name = nominee === null ? null : known.nominee(nominee);
    return `Item ${item} is on the floor${name ? `, nominee ${name}` : ''}; it has to be finished first.`;
  },
  floorEmpty: () => 'No item or nominee is on the floor; take one up from the agenda first.',
  itemEnded: ({ item }) => `Item ${item} has ended.`,
  alreadySettled: ({ outcome }) => `This matter is settled: ${outcomes[outcome]}.`,
  notIntroduced: () => 'There has been no introduction yet.',
  alreadyIntroduced: () => 'The introduction has been given.',
  observerHasNoVote: () => 'Observers may speak; they take no stance and have no vote.',
  othersMustSpeakFirst: ({ last, missing }) =>
    `${last.name} speaks last. ${count(missing.length, 'member present has', 'members present have')} not spoken: ${named(missing)}.`,
  lastSpeakerHasSpoken: ({ last }) => `${last.name} has spoken last; no further stances on this item.`,
  alreadyStated: ({ member }) => `${member.name} has taken a stance; another one is recorded as restated.`,
  notYetStated: ({ missing }) =>
    `${count(missing.length, 'member present has', 'members present have')} still to take a stance: ${named(missing)}.`,
  noVote: () => 'No vote is open.',
  voteOpen: () => 'A vote is open.',
  ballotIsSecret: () => 'The ballot is secret: no name is taken.',
  voteIsByName: () => 'Votes are cast by name; the totals follow from them.',
  alreadyVoted: ({ member }) => `${member.name} has voted; one vote each.`,
  notYetVoted: ({ missing }) =>
    `${count(missing.length, 'member present has', 'members present have')} not voted: ${named(missing)}.`,
  interestedInCount: ({ name }) =>
    `${name} is a nominee of this item or recused from it and can be neither scrutineer nor teller.`,
  moreThanPresent: ({ counted, present }) =>
    `${count(counted, 'paper or vote', 'papers or votes')}, but only ${present} present.`,
  issuedDiffers: ({ issued, present }) =>
    `${count(issued, 'paper')} issued, but ${present} present with a vote; the numbers must be equal.`,
  ballotVoid: ({ returned, issued }) =>
    `${returned} returned, more than the ${issued} issued: the ballot is void and must be held again.`,
  sumsDiffer: ({ counted, returned }) =>
    `The parts add up to ${counted}, but ${count(returned, 'paper was', 'papers were')} returned.`,
  notSettled: () => 'Neither voted on nor set aside yet.',
  notAnnounced: () => 'The result has not been announced yet.',
  nomineesLeft: ({ names }) => `${count(names.length, 'nominee')} not taken up yet: ${list(names)}.`,
  improperShare: ({ share }) =>
    `${share.numerator}/${share.denominator} is no share: it must be more than nought and at most one.`,
  settingsMissing: () => 'A rulebook of your own needs its settings.',
  settingsNotOfPreset: ({ preset }) =>
    `“${presets[preset]}” has settings of its own; choose your own rulebook to change them.`,
  noReconsideration: () => 'The rulebook of this meeting allows no reconsideration.',
  nothingToReconsider: () =>
    'There is no decision to reconsider: that meeting neither carried nor rejected this nominee for these posts.',
  reconsiderationNeeded: ({ number: of }) =>
    `Meeting ${number(of)} decided on this nominee; the members have to agree to reconsider first.`,
  reconsiderationRefused: () => 'The members did not agree to reconsider; the decision stands.',
  noticeSent: () => 'The notice has gone out already.',
  unscheduledMotion: ({ name }) =>
    `${name} was entered after the notice went out: an unscheduled motion is not discussed.`,
  preparationIncomplete: ({ name, steps }) =>
    `Before the meeting, this was left incomplete for ${name}: ${list(steps.map((step) => preparationSteps[step]))}.`,
  preparationClosed: ({ name }) => `${name} has been taken up; the checklist cannot change any more.`,
  notAllPresent: ({ absent }) =>
    `Not everybody is present, so appointments are not discussed. Away: ${named(absent)}.`,
  awaitsConfirmation: ({ absent }) =>
    `Not everybody is present; the chair has to confirm before this goes on. Away: ${named(absent)}.`,
  notTheChair: ({ chair }) => `Only the chair, ${chair.name}, can confirm this.`,
  noSuchWarning: () => 'The facts have changed; please acknowledge the warning as it stands now.',
  alreadyAcknowledged: () => 'This warning has been acknowledged.',
  notBackFilled: () => 'This meeting is recorded as it is held; it is not back-filled.',
  recused: ({ person }, known) => `${attendant(person, known)} is recused.`,
  alreadyRecused: ({ person }, known) => `${attendant(person, known)} is recused already.`,
  notRecused: ({ person }, known) => `${attendant(person, known)} is not recused, or is back already.`,
  recusalGoesOn: ({ nominee }, known) =>
    `${known.nominee(nominee) ?? 'The nominee'} is on the floor; the recused come back after the announcement.`,
  stillOutside: ({ members }) =>
    `${named(members)} left for another nominee and is not back: record the return, or the departure, first.`,
  notTheLastSpeaker: () => 'Only remarks of the last speaker before their turn can be flagged as leaning.',
  speaksForThemselves: ({ member }) => `${member.name} is in the room and speaks in person.`,
  nothingToRestate: ({ member }) => `${member.name} has taken no stance that could be restated.`,
  choiceNotOffered: ({ choice }) =>
    `The rulebook of this meeting does not offer the vote “${choices[choice]}”.`,
  countIncomplete: ({ fields }) => `Still empty: ${counted(fields)}. Write 0 where there are none.`,
  countUnreadable: ({ fields }) =>
    `Unreadable: ${counted(fields)}. The scrutineer settles this with the chair; then record the count.`,
  countsDiffer: ({ fields }) =>
    `The two readings differ: ${counted(fields)}. Check the papers and fill in only these again.`,
  ballotStands: ({ returned, issued }) =>
    `${returned} returned, no more than the ${issued} issued: the ballot stands.`,
  decisionVoid: ({ present, required }) =>
    `Decided with ${present} present where at least ${required} had to be: void.`,
};
const reasonOf = (facts: Because, known: Known) =>
  (refusals[facts.type] as (facts: Because, known: Known) => string)(facts, known);

/** English. */
export const en: Words = {
  app: 'Yiding',
  appLine: 'Minutes and votes of the standing committee',
  roles,
  stances,
  choices,
  methods,
  outcomes,
  phases,
  stages,
  changes,
  papers,
  blanks,
  texts,

  relations,
  preparationSteps,
  stepStates,
  points,
  countFields,
  presets,
  warnings,
  tableTroubles,
  rowTroubles,
  refusals,

  faults: {
    'wrong-passphrase': {
      happened: 'The passphrase is wrong.',
      advice: 'Please try again. Capitals matter; check the input method.',
    },
    'passphrase-too-short': {
      happened: 'The passphrase is too short.',
      advice: 'Use at least 8 characters.',
    },
    'passphrase-needed': {
      happened: 'This store asks for a passphrase.',
      advice: 'Please type it, then open the store.',
    },
    missing: {
      happened: 'The store is not there.',
      advice:
        'Please check where it should be: it may have been moved, or lie on a disk that is not attached.',
    },
    'not-a-store': {
      happened: 'This file is no Yiding store.',
      advice: 'Check where the file is; do not change it.',
    },
    exists: { happened: 'A file of that name is there already.', advice: 'Choose another name or place.' },
    'newer-version': {
      happened: 'The store was written by a newer version of this program.',
      advice: 'Install the newer version. The store was not changed.',
    },
    'broken-chain': {
      happened: 'The chain of the record does not hold: an entry was changed.',
      advice: 'Stop here, keep the files as they are, restore from a backup, and report it.',
    },
    damaged: {
      happened: 'The store is damaged.',
      advice: 'Keep the file as it is and restore the latest backup.',
    },
    'key-file-missing': {
      happened: 'The key file is missing.',
      advice: 'It belongs beside the store; fetch it from a backup.',
    },
    'key-file-damaged': { happened: 'The key file cannot be read.', advice: 'Fetch it from a backup.' },
    'in-use': {
      happened: 'Another program has the store open.',
      advice: 'Close the other Yiding window and try again.',
    },
    'disk-full': {
      happened: 'The disk is full; this step was not recorded.',
      advice: 'Make room and try again. What you typed is still on the screen.',
    },
    'read-only': {
      happened: 'This place cannot be written.',
      advice: 'Check the permissions or choose another place.',
    },
    io: {
      happened: 'A file could not be read or written.',
      advice: 'Check the disk or the removable drive and try again.',
    },
    malformed: {
      happened: 'The window sent something the program does not understand.',
      advice: 'Note the code below and ask for support.',
    },
    'not-found': {
      happened: 'What was asked for is not there.',
      advice: 'Go back to the first page and enter again.',
    },
    paper: {
      happened: 'The paper cannot be laid out.',
      advice: 'The record is unharmed. Note the code below and ask for support.',
    },
    cancelled: {
      happened: 'Stopped, as you asked.',
      advice: 'No file was written. Do it again when you need it.',
    },
    closed: { happened: 'The store has been closed.', advice: 'Enter the passphrase again.' },
    internal: {
      happened: 'The program itself failed.',
      advice: 'Start it again; what is recorded is unharmed.',
    },
  },

  events: {
    meetingCalled: ({ call }) =>
      `Meeting called: ${number(call.number)}, ${call.place}, ${call.roster.length} entitled`,
    callAmended: ({ call }) =>
      `Call amended: ${number(call.number)}, ${call.place}, ${call.roster.length} entitled`,
    noticeSent: () => 'Notice sent',
    itemAdded: ({ item }) =>
      `Item ${item.id} added: ${item.title}${item.unscheduled ? ' (unscheduled motion)' : ''}`,
    preparationMarked: ({ nominee, marks }, known) =>
      `Before the meeting (${known.nominee(nominee) ?? nominee}): ${byState(marks)}`,
    timeNoted: ({ time }) => `Back-filled from ${clock(time)}`,
    violationFound: ({ refusal }, known) => `Violation (${refusal.rule}): ${reasonOf(refusal.facts, known)}`,
    meetingCalledOff: ({ reason }) => `Meeting called off: ${reason}`,
    attendanceMarked: ({ member, attendance }, known) => {
      const name = known.member(member);
      if (attendance.status === 'present') return `Roll call: ${name}, present`;
      const word = attendance.status === 'onLeave' ? 'on leave' : 'absent';
      return `Roll call: ${name}, ${word}${attendance.reason && ` (${attendance.reason})`}`;
    },
    chairDesignated: ({ member }, known) => `${known.member(member)} presides`,
    meetingOpened: ({ quorum }) => `Meeting opened: ${quorum.entitled} entitled, ${quorum.present} present`,
    memberArrived: ({ member, time }, known) => `${known.member(member)} arrived (${clock(time)})`,
    memberDeparted: ({ member, time, reason }, known) =>
      `${known.member(member)} left (${clock(time)}, ${reason})`,
    itemTakenUp: ({ item, quorum }) => `Item ${item} taken up, ${quorum.present} present`,
    nomineeTakenUp: ({ nominee, quorum }, known) =>
      `Nominee taken up: ${known.nominee(nominee) ?? nominee}, ${quorum.present} present`,
    matterIntroduced: ({ by, words }, known) => `Introduced by ${known.person(by)}: ${words}`,
    statementRecorded: ({ member, stance, words }, known) =>
      `${known.member(member)}: ${stances[stance]}${words && `: ${words}`}`,
    remarkRecorded: ({ speaker, words, leans }, known) =>
      `${leans ? 'Leaning remark' : 'Remark'} by ${known.person(speaker)}: ${words}`,
    writtenOpinionRead: ({ member, words }, known) =>
      `Written opinion of ${known.member(member)} read (not counted): ${words}`,
    recusalRecorded: ({ nominee, person, relation, detail, time, substitute }, known) =>
      `${attendant(person, known)} recused (${known.nominee(nominee) ?? nominee}, ${detail || relations[relation]}, left ${clock(time)})${substitute && `, minutes taken by ${substitute}`}`,
    recusedReturned: ({ person, time }, known) => `${attendant(person, known)} returned (${clock(time)})`,
    warningAcknowledged: ({ warning, by, reason }, known) =>
      `Warning acknowledged by ${known.member(by)}: ${caution(warning, known)} Why: ${reason}`,
    matterSetAside: ({ outcome, reason }) => `${outcomes[outcome]}: ${reason}`,
    voteOpened: ({ method, scrutineer, teller }) =>
      `Vote opened: ${methods[method]}${scrutineer && `, scrutineer ${scrutineer}`}${teller && `, teller ${teller}`}`,
    voteCast: ({ member, choice }, known) => `Vote of ${known.member(member)}: ${choices[choice]}`,
    voteRevised: ({ entry, member, was, choice }, known) =>
      `Vote of ${known.member(member)} put right (entry ${entry}): not ${choices[was]} but ${choices[choice]}`,
    voteClosed: ({ tally, outcome }) => `Vote closed: ${totals(tally)}: ${outcomes[outcome]}`,
    ballotsCounted: ({ tally, outcome }) =>
      `Ballots counted: ${totals(tally)}, ${tally.spoilt} spoilt: ${outcomes[outcome]}`,
    ballotVoided: ({ issued, returned }) =>
      `Ballot void: ${issued} issued, ${returned} returned; it is held again`,
    reconsiderationOpened: ({ nominee, reason }, known) =>
      `Reconsideration moved (${known.nominee(nominee) ?? nominee}): ${reason}`,
    reconsiderationClosed: ({ tally, outcome }) =>
      `Motion to reconsider: ${tally.agree} agree, ${tally.against} against: ${outcome === 'carried' ? 'reconsidered' : 'the decision stands'}`,
    resultAnnounced: ({ chair }, known) => `Result announced by ${known.member(chair)}`,
    itemClosed: ({ decision }) => (decision ? `Item closed: ${decision}` : 'Item closed'),
    itemLeft: ({ reason }) => `Item left: ${reason}`,
    meetingAdjourned: () => 'Meeting adjourned',
    meetingSealed: () => 'Minutes sealed',
    entryCorrected: ({ entry, words, reason, by }) =>
      `Correction of entry ${entry}: ${words} (${reason}; ${by})`,
  },

  day,
  shortDay,
  number,
  paper,
  list,
  labelled: (label, said) => `${label}: ${said}`,
  noted: (name, note) => `${name} (${note})`,

  rule: {
    grounds: 'Rule',
    open: (rule) => `Look up the rule ${rule}`,
    title: (rule, _title, titleEn) => `${rule} ${titleEn}`,
    verified: (source, clause, quote) => `${source}${clause}: “${quote}”`,
    sample: (source, clause, quote) => `Source (a sample): ${source}${clause}${quote && `: “${quote}”`}`,
    ownPractice: "This committee's own practice (source document)",
    practice: 'Common practice',
    design: (source) => (source === '设计约束' ? 'A constraint of the design' : source),
    memory: 'From memory, not verified',
    corrected: (source, clause, quote) =>
      `Put right by the committee: ${source}${clause}${quote && `: “${quote}”`}`,
  },

  common: {
    nobodyHere: (name) => `“${name}” is not among those here; nobody is chosen.`,
    acts: 'Acts',
    cancel: 'Cancel',
    confirm: 'OK',
    close: 'Close',
    edit: 'Edit',
    remove: 'Remove',
    up: 'Up',
    down: 'Down',
    present: 'Present',
    reason: 'Reason',
    undrawable: (letters) =>
      `No font has ${list(letters.map((letter) => `“${letter}” (${codeOf(letter)})`))}: this name cannot be printed.`,
  },

  unlock: {
    newTitle: 'First start: choose a passphrase',
    lockedTitle: 'Enter the passphrase',
    newLead:
      'The record is kept encrypted on this machine, without any network. The passphrase is asked for at every start.',
    noRecovery:
      'Nobody can recover the passphrase. If it is forgotten, the record can never be opened again: keep it safe.',
    passphrase: 'Passphrase (at least 8 characters)',
    passphraseShort: 'Passphrase',
    again: 'Once more',
    create: 'Set and begin',
    unlock: 'Open',
    opening: 'Opening…',
    differ: 'The two passphrases differ.',
    tooShort: (n) => `At least 8 characters are needed; so far ${n}.`,
    sampleLead:
      'Have a look first: an invented committee to play with. It can be thrown away at any time and needs no passphrase.',
  },

  nav: {
    home: 'Home',
    roster: 'Roster',
    call: 'Call a meeting',
    find: 'Find',
    rules: 'Rules',
    lock: 'Lock',
    label: 'Main pages',
  },

  status: {
    theme: (name: ThemeName) => `Look: ${{ system: 'as the system', light: 'light', dark: 'dark' }[name]}`,
    offline: 'Offline · encrypted here',
    durable: 'Every entry is on disk; power may fail at any time',
    saved: (time, entry, fingerprint) => `Saved ${time} · entry ${entry} · ${fingerprint}`,
    nothingYet: 'Nothing recorded yet',
    draftKept: 'Draft kept',
    draftTyping: 'Keeping draft…',
    keys: 'Keys',
    language: '简体中文',
    larger: 'Larger text',
    smaller: 'Smaller text',
    textSize: (percent) => `Text ${percent}%`,
    busy: 'Working…',
    behind: (entry) =>
      `The screen has been refreshed: the record is at entry ${entry}, and this step was not done. What you typed is kept; please check and do it again.`,
  },

  projector: {
    open: 'Open the room screen',
    close: 'Close the room screen',
    cover: 'Cover the room screen (break)',
    uncover: 'Uncover the room screen',
    entitled: 'Entitled',
    present: 'Present',
    item: (of) => `Item ${of}`,
    projectedStates: { closed: 'Ended', left: 'Left' },
    nominee: (place, of) => `Nominee ${place} of ${of}`,
    currentPost: 'Current post',
    proposedPost: 'Proposed post',
    postToLeave: 'Post to leave',
    speaking: 'Speaking',
    next: 'Next',
    voting: 'Voting',
    projectedSteps: {
      introduction: 'Introduction',
      discussion: 'Discussion',
      spoken: 'Everybody has spoken',
      reconsidering: 'Vote on reconsidering',
      unannounced: 'Awaiting the announcement',
    },
    spoilt: 'Spoilt',
    adjourned: 'The meeting is adjourned',
  },

  fault: {
    title: 'Something is broken',
    safe: (entry, time) => `Entries up to ${entry} are safely recorded (${time}).`,
    safeNothing: 'The store has no entries yet.',
    safeUnknown: 'Every entry shown as saved is on disk.',
    code: 'Code',
    detail: 'Details',
  },

  commands: {
    title: 'Commands',
    search: 'Type characters, pinyin, initials or English',
    none: 'There is no such command.',
    count: (count: number) => (count === 1 ? '1 command' : `${count} commands`),
    closedBy: (rule: string) => `Not now: ${rule}`,
    openMeeting: (of: MeetingNumber, open: boolean) => `${open ? 'Enter' : 'Look at'} meeting ${number(of)}`,
  },
  keys: {
    here: 'Here',
    everywhere: 'Everywhere',
    title: 'Keys that work here and now',
    none: 'No special keys here.',
    tab: 'move the focus',
    enter: 'press the focused button',
  },

  home: {
    noCommittee: 'No committee yet',
    goOn: 'Continue',
    goOnLead: (phase) =>
      phase === 'sitting'
        ? 'The meeting is sitting'
        : phase === 'adjourned'
          ? 'Adjourned, to be sealed'
          : 'Waiting to open',
    next: 'Coming meetings',
    past: 'Past meetings',
    backFilled: 'back-filled',
    enter: 'Enter',
    noSecretary: 'The roster has no Secretary. Add one before you call a meeting.',
    nothingComing: 'No meeting is coming up.',
    keep: 'Backup and trial',
    backUp: 'Back up…',
    backUpLead: 'After every sealing, back the record up on a removable drive that may hold secrets.',
    backUpName: (on) => `yiding-backup-${on}.yiding`,
    backedUp: (path) => `Backed up and verified: ${path}. Keep the key file of the same name with it.`,
    columns: {
      number: 'Number',
      date: 'Time',
      place: 'Place',
      phase: 'State',
      items: 'Items',
      nominees: 'Nominees (carried)',
      attendance: 'Present',
    },
    carried: (nominees, carried) => (nominees ? `${nominees} (${carried})` : '—'),
    itemsMore: (first, n) => (n > 1 ? `${first} and ${n - 1} more` : first),
  },

  guide: {
    title: 'First start',
    step: (place, of, what) => `Step ${place} of ${of}: ${what}.`,
    steps: {
      passphrase: 'Choose a passphrase',
      committee: 'Establish the committee',
      secretary: 'Enter the Secretary',
      members: 'Enter the other members',
      meeting: 'Call the first meeting',
    },
    hints: {
      passphrase: 'Nobody can recover it.',
      committee: 'Enter its name and term. The name heads every paper: write it in full.',
      secretary: 'Enter name and posts, choose the role “Secretary”, and add to the roster.',
      members: 'Add them by rank, or import a table. The entitled are counted from the roster.',
      meeting: 'Enter time, place, chair and agenda, and press Ctrl+Enter.',
    },
    done: 'done',
    fold: 'Fold',
    unfold: 'Unfold',
    trial:
      'New to the program? Hold a meeting in the trial first: everything in it is invented and can be thrown away. Coming back takes the passphrase.',
  },

  trial: {
    title: 'Trial',
    lead: 'Everything here is invented and no record of your committee; try what you like.',
    open: 'Open the trial',
    reset: 'Reset the trial',
    resetAsk:
      "Throw the trial away and begin anew? Everything in it is lost. Your committee's record is not touched.",
    leave: 'Leave the trial',
  },

  help: {
    title: 'Manual',
    here: 'The manual on this place',
    search: 'Search the manual',
    searchPlaceholder: 'from one letter on',
    contents: 'Contents',
    hits: (n) => (n ? (n === 1 ? '1 passage' : `${n} passages`) : 'Nothing matches. Try another word.'),
    rulebook: 'All the rules',
  },

  roster: {
    phrasesLead: 'One a line; the first nine are set in with Alt and a digit. “……” is a blank to be filled.',
    keepPhrases: 'Keep the phrases',
    title: 'Roster',
    committee: 'Committee',
    name: 'Name',
    namePlaceholder: '中共××市委常委会',
    term: 'Term',
    termPlaceholder: '第五届',
    establish: 'Establish the committee',
    rename: 'Rename',
    members: 'Members in office, by rank',
    lead: 'You decide the ranking: drag a row by its handle, or choose it and move it with Alt+↑ and Alt+↓. Meetings already called keep their roster.',
    columns: { rank: 'Rank', name: 'Name', role: 'Role', posts: 'Posts', since: 'Since' },
    member: 'New member',
    editing: (name) => `Edit ${name}`,
    memberName: 'Name',
    role: 'Role',
    posts: 'Posts',
    postsPlaceholder: '市委常委、组织部部长',
    since: 'Since',
    sincePlaceholder: '2026-03-05, optional',
    seat: 'Add to the roster',
    revise: 'Save',
    unseat: 'Leaves office',
    unseatTitle: (name) => `${name} leaves office`,
    unseatOn: 'Last day in office',
    moveUp: (name) => `Move ${name} up`,
    moveDown: (name) => `Move ${name} down`,
    empty:
      'The roster is empty. Enter the Secretary first, then the other members by rank, or import a table.',
    emptyNameless: 'There is no committee yet. Enter its name and press “Establish the committee”.',
    former: 'Left office',
    formerLine: (name, since, on) =>
      `${name} (${since === null ? '' : `from ${day(since)} `}until ${day(on)})`,
    badDay: 'Write the date as 2026-03-05.',
    drag: (name) => `Drag ${name} to another rank`,
    moved: (name, rank) => `${name} now ranks ${rank}`,
    sort: 'Sort members by strokes…',
    sortTitle: 'Sort members by strokes',
    sortAsk: (order) =>
      `The Secretary and the deputies keep their ranks; the other members are ranked by the strokes of their surnames: ${order}. They can still be moved afterwards.`,
    sameName: (posts) =>
      `The roster has somebody of this name${posts && ` (${posts})`}. If it is the same person, press Edit in their row.`,
    sameNameFormer: (on) =>
      `A member of this name left office on ${day(on)}. If they return, simply add them.`,
    newTerm: 'New term…',
    newTermTitle: 'Begin a new term',
    newTermLead:
      'The term changes; the members in office and the meetings of earlier terms stay. Add and unseat members in the roster one by one, or import a table.',
    newTermConfirm: 'Begin the term',
    terms: 'Meetings by term',
    termNow: (term) => `${term || '(term not given)'} (present)`,
    noMeetings: 'no meetings yet',
  },

  table: {
    open: 'Open a table…',
    encoding: 'Encoding',
    encodings: { utf8: 'UTF-8', gb18030: 'GB18030 (GBK)', utf16Le: 'UTF-16 LE', utf16Be: 'UTF-16 BE' },
    sheet: 'Sheet',
    separators: { tab: 'parted by tabs', comma: 'parted by commas', semicolon: 'parted by semicolons' },
    paste: 'Or copy cells in a spreadsheet and paste them here',
    pastePlaceholder: 'With the row of headings, for example: name, posts, role, since',
    columnsLead: (known, all) => `${all} columns, ${known} of them used`,
    noName: 'Say which column has the names.',
    column: (place) => `What column ${place} is`,
    leftOut: 'Left out',
    columns: {
      name: 'Name',
      role: 'Role',
      posts: 'Posts',
      since: 'Since',
      rank: 'Rank',
      currentPost: 'Current post',
      proposedPost: 'Proposed post',
      postToLeave: 'Post to leave',
      change: 'Kind of change',
      sex: 'Sex',
      born: 'Born',
      education: 'Education',
      politics: 'Politics',
      recommendation: 'Recommendation',
      appraisal: 'Appraisal',
      inspection: 'Inspection',
      remark: 'Remark',
    },
    head: 'Headings',
    headRows: (rows) =>
      rows === 0 ? 'No headings' : rows === 1 ? 'The first row' : `The first ${rows} rows`,
    row: 'Row',
  },

  rosterImport: {
    open: 'Import a table…',
    title: 'Import the roster from a table',
    lead: 'See first what will change; then all of it is done at once, or none of it where a row is against the rules. An empty cell changes nothing.',
    confirm: 'Import',
    summary: (seated, revised, unchanged, wrong) =>
      `${seated} new, ${revised} revised, ${unchanged} unchanged${wrong ? `, ${wrong} wrong` : ''}`,
    fate: 'Result',
    what: 'What',
    fates: {
      seated: 'New',
      revised: 'Revised',
      unchanged: 'Unchanged',
      skipped: 'Left out',
      wrong: 'Wrong',
    },
    nothing: '(empty)',
    sameName: (rows) =>
      rows.length > 0 ? `Same name as row ${rows.join(', ')}` : 'The roster has this name',
    byName: 'By the name',
    revise: (name, posts) => `${name} of the roster${posts && ` (${posts})`}`,
    another: 'Somebody else, new',
    notSame: 'Not the same person',
    skip: 'Leave this row out',
    absent: (count) => `In office and not in the table: ${count} (they stay unless chosen)`,
    leaves: (name) => `${name} leaves office`,
    ranks: 'Rank as in the table (by its ranks, or by its rows where it has none)',
    order: 'Order of rank afterwards',
    noTable: 'There is nothing to import yet: open a table or paste one, and say which column has the names.',
    nothingToDo: 'The table says what the roster says; there is nothing to do.',
    notReady: 'It cannot be imported yet: mend the rows that are wrong, or leave them out.',
  },

  agendaImport: {
    nominees: 'Nominees from a table…',
    observers: 'Observers from a table…',
    titles: { nominees: 'Nominees from a table', observers: 'Observers from a table' },
    leads: {
      nominees:
        'Columns that are known: name, current post, proposed post, post to leave, kind of change, and the particulars. Without a kind it is a promotion; where a post is only left, a removal.',
      observers: 'Columns that are known: name, unit and post.',
    },
    confirm: 'Add to this item',
    summary: (coming, wrong) => `${coming} to be added${wrong ? `, ${wrong} of them wrong` : ''}`,
    twins: (rows) => `Same name as row ${rows.join(', ')}; please check.`,
    there: 'Somebody of this name is on the item already.',
    notReady: 'They cannot be added yet: mend the rows that are wrong in the table, or leave them out.',
  },

  begin: {
    lead: 'Fill in from an earlier meeting or a template',
    from: 'Earlier meeting',
    withAgenda: 'with its agenda',
    copy: 'Fill in',
    copied: (number) => `Filled in as for meeting ${number}; number and date are new. Please check.`,
    chairGone: 'Who chaired that meeting is no longer on the roster; the chair was left as it was.',
    template: 'Agenda template',
    use: 'Add to the agenda',
    keep: 'Keep as a template…',
    keepTitle: 'Keep the agenda as a template',
    keepLead: (count) => `Keeps the ${count} items as they are now, with nominees and observers.`,
    sameName: 'A template of the same name is replaced.',
    name: 'Name of the template',
    namePlaceholder: '例如：月度例会',
    manage: 'Manage templates…',
    manageTitle: 'Agenda templates',
    rename: 'Rename',
    drop: 'Delete',
    items: (count) => (count === 1 ? '1 item' : `${count} items`),
    none: 'There are no agenda templates.',
  },

  calendar: {
    title: 'Calendar',
    month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
    before: 'Month before',
    after: 'Month after',
    today: 'Today',
    weekdays: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
    lead: 'Arrow keys choose a day; Enter calls or enters a meeting.',
    free: (day) => `${day}: no meeting; press to call one`,
    taken: (day, meetings) => `${day}: ${meetings.join('; ')}`,
    nth: (ordinal) => `no. ${ordinal}`,
    choose: (day) => `Meetings of ${day}`,
    callHere: 'Call a meeting on this day',
  },

  call: {
    title: 'Call a meeting',
    amendTitle: 'Amend the call',
    year: 'of year',
    ordinal: 'no.',
    date: 'Date',
    time: 'Time',
    place: 'Place',
    placePlaceholder: '市委一号会议室',
    chair: 'Chair',
    recorder: 'Recorder',
    recorderPost: "Recorder's post",
    agenda: 'Agenda',
    addOrdinary: 'Add an ordinary item',
    addAppointment: 'Add an appointment matter',
    ordinary: 'Ordinary item',
    appointment: 'Appointment matter',
    item: (place) => `Item ${place}`,
    itemTitle: 'Title',
    observers: 'Observers',
    addObserver: 'Add an observer',
    observerName: 'Name',
    observerPost: 'Unit and post',
    addNominee: 'Add a nominee',
    nominee: (place) => `Nominee ${place}`,
    nomineeName: 'Name',
    currentPost: 'Current post',
    proposedPost: 'Proposed post',
    postToLeave: 'Post to leave',
    change: 'Kind',
    details: (filled) => (filled ? `Particulars (${filled} given)` : 'Particulars'),
    profile: {
      sex: 'Sex',
      born: 'Born',
      education: 'Education',
      politics: 'Political status',
      since: 'In this post since',
      recommendation: 'Recommendation votes',
      appraisal: 'Appraisal',
      inspection: 'Inspection',
      remark: 'Remark',
    },
    sexes: { 男: 'male', 女: 'female' },
    orderNominees: 'Order nominees',
    orderObservers: 'Order observers',
    orders: { surname: 'by strokes of surnames', name: 'by strokes of names' },
    strokesUnknown: (letters) =>
      `The strokes of these characters are not known, please order by hand: ${list(letters)}.`,
    strokesAlike: (pairs) =>
      `These have the very same strokes, please check their order: ${list(pairs.map((pair) => [...pair].join('–')))}.`,
    call: 'Call the meeting',
    amend: 'Save the changes',
    emptyAgenda: 'The agenda is empty. Add an item before calling the meeting.',
    badYear: 'Write the year with four digits.',
    badOrdinal: 'Write the number in digits.',
    badDate: 'Write the date as 2026-03-05.',
    badTime: 'Write the time as 09:00.',
    noChair: 'Enter members in the roster before choosing the chair.',
    frozen: 'Frozen by the call',
    frozenLead: 'These are fixed with the meeting; later changes of the roster do not touch it:',
    frozenRoster: (n, names) => `Roster of ${n} entitled: ${names}`,
    frozenAgenda:
      'Agenda: what is added after the notice is an unscheduled motion, and its nominees are not discussed.',
    frozenRules: (preset) => `Rulebook: ${preset}`,
    backFill: 'This meeting was held on paper and is entered now',
    backFillLead:
      'Give the times as they were. The same rules are checked; what was done against one is recorded as it was and listed as a violation. The meeting and its entries are marked as back-filled.',
    backFillReason: 'Reason for back-filling',
    backFillReasonPlaceholder: 'For example: no power that day, minutes written by hand',
    backFillBy: 'Person responsible',
    past: 'This day has passed. If the meeting was held already, choose above to enter it now.',
    unscheduled: 'unscheduled motion',
    unscheduledLead: (sent) =>
      `The notice went out on ${sent}. Items and nominees that are new now are unscheduled motions; nominees marked so are not discussed.`,
    reconsider: 'Reconsider…',
    reconsiders: 'Decision of which meeting',
    reconsidersNone: 'no reconsideration',
    reconsidersLead:
      'Name and posts must be those of the decision; at the meeting the members agree to reconsider first.',
    badShare: 'Shares of the rulebook take whole numbers over and under the line.',
    badMargin: 'The difference in the rulebook takes a whole number.',
    beforeOpening: 'Until the meeting opens the call can be amended; the roster of that day is frozen anew.',
    keptAsTyped: 'What you enter is kept as you type; you may leave at any time.',
    discard: 'Start over',
    discardAsk: 'Throw away what has been entered here?',
  },

  settings: {
    preset: 'Rulebook',
    means: {
      municipalCommittee2019:
        'Two thirds present for appointments; carried by more than half of the entitled; the Secretary last; with anybody missing the chair confirms on record.',
      municipalCommitteeStrict:
        'Two thirds present for appointments; carried by more than half of the entitled; the Secretary last; with anybody missing no appointments are discussed.',
      partyGroup:
        'Two thirds present for appointments; carried by more than half of the entitled; the chair last; nothing more is asked when somebody is missing.',
      soeCommittee:
        'Two thirds present for appointments; carried by more than half of the entitled; the Secretary last; nothing more is asked when somebody is missing.',
      universityCommittee:
        'Two thirds present for appointments; carried by more than half of the entitled; the Secretary last; nothing more is asked when somebody is missing.',
      standingCommittee:
        'Half present for every item; carried by more than half of those who take part in the vote; the chair last; nothing more is asked when somebody is missing.',
      custom:
        'Each setting by itself, beginning with the Regulation of 2019. They are frozen with the meeting and printed in its minutes.',
    },
    own: 'Settings of your own rulebook',
    appointmentQuorum: 'Present for appointments, at least this share of the entitled',
    ordinaryQuorum: 'Present for ordinary items, at least this share of the entitled',
    postponeHint: 'Suggest postponing from this share of those present who disagree or defer',
    postponeMargin: 'Suggest postponing when agree and disagree differ by no more than',
    numerator: 'numerator',
    denominator: 'denominator',
    majorityOf: 'More than half of',
    majorityOfOptions: { entitled: 'the entitled members', voting: 'those who take part in the vote' },
    recusalBase: 'Recused members',
    recusalBaseOptions: { kept: 'still count as entitled', lowered: 'do not count as entitled' },
    fullAttendance: 'Appointments when somebody is missing',
    fullAttendanceOptions: {
      required: 'not discussed',
      confirmed: 'once the chair confirms',
      free: 'the quorum is enough',
    },
    lastSpeaker: 'Last to take a stance',
    lastSpeakerOptions: { secretary: 'the Secretary', chair: 'the chair' },
    mayAbstain: 'A vote may be an abstention',
    mayDefer: 'A vote may be to defer',
    everyVoterGetsAPaper: 'Secret ballot: as many papers as voters present',
    reconsideration: 'Decisions can be reconsidered',
    repeatedFailureWarned: 'Point out nominees not carried twice for the same post',
    noticeDayCounts: 'The first day of a public notice counts as one of its five working days',

    atLeast: ({ numerator, denominator }) =>
      numerator === denominator
        ? 'all'
        : numerator * 2 === denominator
          ? 'at least half'
          : `at least ${numerator}/${denominator}`,
    appointmentQuorumSays: (share) => `Appointments: ${share} of the entitled present.`,
    ordinaryQuorumSays: (share) => `Ordinary items: ${share} of the entitled present.`,
    fullAttendanceSays: {
      required: 'Somebody missing: appointments are not discussed.',
      confirmed: 'Somebody missing: appointments are discussed once the chair has confirmed it on record.',
      free: 'Somebody missing: appointments are discussed as long as there is a quorum.',
    },
    majorityOfSays: {
      entitled: 'Carried: by more than half of the entitled; an exact half is not.',
      voting: 'Carried: by more than half of those who take part in the vote; an exact half is not.',
    },
    lastSpeakerSays: {
      secretary: 'Last to take a stance: the Secretary; the chair where the Secretary is away.',
      chair: 'Last to take a stance: the chair.',
    },
    optionsSay: (options) => `A vote may say: ${list(options)}.`,
    papersSay: (everyVoter) =>
      everyVoter
        ? 'Secret ballot: as many papers are issued as there are voters present.'
        : 'Secret ballot: no more papers are issued than there are voters present.',
    recusalBaseSays: {
      kept: 'Recusal: the number of the entitled stays; those present for that nominee are fewer.',
      lowered: 'Recusal: both the entitled and those present for that nominee are fewer.',
    },
    postponeSays: (share, margin) =>
      `Opinions differ: postponing is suggested when ${share} of those present disagree or defer, or when agree and disagree differ by no more than ${margin}.`,
    reconsiderationSays: (may) =>
      may
        ? 'Reconsideration: once more than half have voted for it.'
        : 'Reconsideration: decisions are not reconsidered.',
    repeatedFailureSays: (warned) =>
      warned
        ? 'Put forward again: whoever was not carried twice for the same post is pointed out.'
        : 'Put forward again: nothing is pointed out.',
    noticeDaySays: (counts) =>
      counts
        ? 'Public notice: its first day counts as one of the five working days.'
        : 'Public notice: its first day does not count as one of the five working days.',
  },

  find: {
    title: 'Find',
    open: 'Find in all records',
    back: 'Back to the search',
    toField: 'Change the words to find',
    walk: 'Previous / next hit',
    query: 'Words to find',
    placeholder: 'From one character on, as written',
    person: 'Person',
    anyone: 'All',
    year: 'Year',
    anyYear: 'All',
    ofYear: String,
    kind: 'Kind',
    anyKind: 'All',
    outcome: 'Outcome',
    anyOutcome: 'All',
    hits: 'What was found',
    found: (total, shown) => {
      if (total === 0) return 'Nothing found. Use fewer words, or ask for less.';
      const places = count(total, 'place');
      return total === shown ? `Found in ${places}` : `Found in ${places}; the latest ${shown} are listed`;
    },
    more: (next) => `List ${next} more`,
    kinds: {
      statement: 'Statement',
      remark: 'Remark',
      introduction: 'Introduction',
      opinion: 'Written opinion',
      item: 'Agenda item',
      nominee: 'Nominee',
      decision: 'Decision',
      correction: 'Correction',
      reason: 'Reason',
      recusal: 'Recusal',
      preparation: 'Preparation',
      tellers: 'Scrutineer and teller',
      observer: 'Observer',
      meeting: 'Meeting',
      member: 'Member',
      committee: 'Committee',
      rule: 'Article of a rule',
    },
    inMeeting: (of, on) => `${number(of)} · ${shortDay(on)}`,
    onDay: (on) => day(on),
    entry: (no) => `entry ${no}`,
    corrected: (by) => `original, corrected by entry ${by}`,
    replaced: (by) => `replaced by entry ${by}`,
    corrects: (no) => `corrects entry ${no}`,
    emptyTitle: 'Find in the records of all meetings',
    emptyWhat:
      'Statements, remarks, introductions and written opinions; agenda items, nominees with their posts, decisions; reasons for leave, departures, recusals, deferrals and reconsiderations; the roster. What was corrected is found as it was and as it reads now.',
    emptyHow:
      'Found is what was written, letter by letter, with punctuation and spaces; upper and lower case, and full and half width of letters and digits, are the same.',
    emptyFilters:
      'With a person, a year, a kind or an outcome chosen, no words are needed. A person is whoever spoke and whomever it concerns.',
    emptySecret: 'A secret ballot has totals only: nobody can find how anybody voted.',
  },

  rules: {
    title: 'Rules',
    count: (all) => count(all, 'rule'),
    lead: '“Enforced”: what breaks it is refused. “Warned”: it is pointed out, and people decide. “Not for the program”: left to people, each with the reason. Putting an article right does not change what the program checks.',
    back: 'Back',
    search: 'Find a rule',
    searchPlaceholder: 'id, title, source or words',
    hits: (hits) =>
      hits
        ? `${count(hits, 'rule')} found`
        : 'No rule found. Try another word, or show what the program does about all.',
    state: 'What the program does',
    allStates: (all) => `all (${all})`,
    states: { enforced: 'Enforced', warned: 'Warned', outside: 'Not for the program' },
    does: { enforced: 'Checks', warned: 'Points out', outside: 'Why not' },
    checks: (_checks, checksEn) => checksEn,
    by: (rule) => `held by ${rule}`,
    sectionsLabel: 'Sections',
    sections: {
      barred: 'Barred from the meeting',
      reported: 'To be reported first',
      meeting: 'Discussion and decision',
      recusal: 'Recusal',
      committee: "The committee's meeting",
      own: 'Four bars, four musts',
      ballot: 'Secret ballot',
      before: 'Before the meeting',
      minutes: 'Minutes',
      other: 'Roster, numbers, local practice',
    },
    restsOn: {
      V: 'Article',
      'V-num?': 'Article',
      L: 'Sample',
      S: 'Own practice',
      P: 'Practice',
      M: 'To look up',
    },
    grades: {
      V: 'the text was found and is quoted word for word',
      'V-num?': 'the text was found; the number of the article was worked out and has to be checked',
      L: 'from a local rule or a public sample, not from a central regulation',
      S: "from the source document: the committee's own practice",
      P: 'common practice; no article says so',
      M: 'from memory, not verified, not to be quoted',
    },
    evidence: (grade) => `Evidence: ${grade}`,
    quoted: (quote) => `“${quote}”`,
    correctedText: 'As put right',
    builtIn: (grade) => `put right by the committee; the built-in text: ${grade}`,
    correct: 'Put right',
    correctTitle: (title) => `Put right: ${title}`,
    correctLead:
      'Fill in only what has to change; what is left empty stays. The former text and the reason stay on record; what the program checks does not change.',
    takeOver: 'Begin with the present text',
    source: 'Source',
    clause: 'Article',
    quote: 'Words',
    reason: 'Reason (where it was looked up)',
    responsible: 'Person responsible',
    confirmCorrect: 'Record the correction',
    correction: (place, all) => (all > 1 ? `Correction ${place}` : 'Correction'),
    correctedBy: (reason, by) => `Reason: ${reason}; ${by}`,
  },

  room: {
    phrases: 'Stock phrases',
    phrase: (phrase: string) => `Insert “${phrase}”`,
    agenda: 'Agenda',
    nomineesOf: (n) => count(n, 'nominee'),
    nomineeOf: (place, n) => `${count(n, 'nominee')} · no. ${place}`,
    chair: 'Chair',
    recorder: 'Recorder',
    observers: 'Observers',
    entitled: 'Entitled',
    presentNow: 'present',
    quorumOrdinary: 'half',
    quorumAppointment: 'two thirds',
    notMet: 'not reached',
    currentPost: 'Now',
    proposedPost: 'Proposed',
    postToLeave: 'Leaves',
    record: 'Papers',
    amend: 'Amend the call',
    callOff: 'Call off',
    callOffTitle: 'Call the meeting off',
    calledOff: (reason) => `Called off: ${reason}`,

    rollCall: 'Roll call',
    rollCallLead: 'One by one. 1 present, 2 on leave, 3 absent; may be marked again until the meeting opens.',
    rollCallDone: (present, entitled) => `Roll called: ${entitled} entitled, ${present} present.`,
    markPresent: 'Present',
    markOnLeave: 'On leave',
    markAbsent: 'Absent',
    unmarked: 'not called',
    reasonFor: (name) => `Reason for ${name}`,
    openMeeting: 'Open the meeting',

    takeUpItem: (place, title) => `Take up item ${place}: ${title}`,
    takeUpNominee: (name) => `Next nominee: ${name}`,
    takeUpThisNominee: (name) => `Take up ${name}`,
    noFloor: 'No item on the floor',
    noFloorDone: 'All items are done',
    betweenNominees: 'Between nominees',
    betweenNomineesDone: 'All nominees are done',
    ordinaryItem: 'Ordinary item',

    steps: {
      introduce: 'Introduction',
      hear: 'Stances',
      hearOrdinary: 'Discussion',
      vote: 'Vote',
      announce: 'Announcement',
    },
    introduction: 'Introduction',
    introducedBy: (name, time) => `Introduced by ${name} · ${time}`,
    introduceBy: 'Introduced by',
    introduceWords: 'What was said',
    introduce: 'Record the introduction',
    revise: 'Put right',
    reviseOf: (name) => `Put right the vote of ${name}`,
    introduceUsual: 'Record: the first five covered',
    speakingOrder: 'Order of speaking',
    takeStances: 'Record stances one by one',
    speakingNow: 'speaking',
    last: 'last',
    recording: 'being recorded…',
    draft: 'draft',
    opensAfter: (names) => `opens after ${names}`,
    statementOf: (name) => `Statement of ${name}`,
    recordStatement: 'Record and go on',
    recordLast: 'Record',
    chooseStance: 'Choose first: agree, disagree or defer.',
    chooseSpeaker: 'Please choose whose words these are first.',
    nominees: 'Nominees',
    remark: 'Remark',
    remarkTitle: 'Remark (no stance)',
    remarkBy: 'Speaker',
    remarkWords: 'What was said',
    recordRemark: 'Record the remark',
    remarks: (n) => count(n, 'remark or opinion', 'remarks and opinions'),

    openVote: 'Open the vote',
    openVoteTitle: 'How to vote',
    method: 'Method',
    scrutineer: 'Scrutineer',
    teller: 'Teller',
    countersLead:
      'Signed and secret ballots need a scrutineer and a teller who are neither nominees of this item nor recused.',
    confirmOpenVote: 'Begin the vote',
    voteOf: (name) => `${name}:`,
    closeVote: 'Close the vote',
    postponeVote: 'Postpone the vote',
    postponeTitle: 'Why the vote is postponed',
    deferMatter: 'Defer',
    deferTitle: 'Why the matter is deferred',
    announceResult: 'Announce the result',
    announced: (time) => `announced at ${time}`,
    closeItem: 'Close the item',
    closeItemTitle: 'Close the item',
    decision: 'Decision',
    decisionLead: 'The meeting decides: …',
    decisionOptional: 'For appointments the votes decide; may stay empty.',
    leaveItem: 'Leave the item',
    leaveTitle: 'Why the item is left',
    adjourn: 'Adjourn',
    adjournAsk: 'Adjourn the meeting? No statements or votes can be recorded after that.',
    adjournLeft: (n) => `${count(n, 'item')} not finished.`,
    seal: 'Seal',
    sealAsk: 'Seal the minutes? After that only corrections can be added.',
    adjourned: (time) => `adjourned at ${time}`,
    sealed: (time) => `sealed at ${time}`,
    sealedLead: 'The minutes are sealed. Print them, have them signed, and file them.',
    adjournedLead: 'Please check the papers, then seal the minutes.',

    secretTitle: 'Count of the secret ballot',
    secretLead: 'Totals only. There is no place in this program for who voted how.',
    valid: 'Valid',
    countBallots: 'Record the count',
    countNotNumber: (names) => `Whole numbers, please: ${names}.`,
    presentAtVote: (n) => `${n} present at the vote`,

    tally: 'Stances',
    votes: 'Votes',
    result: 'Result of the vote',
    majority: (n, entitled) => `carried by ${n} (more than half of ${entitled})`,
    majorityMark: (n) => `majority: ${n}`,
    silent: 'silent',
    notVoted: 'not voted',
    hiddenUntilCounted: 'Secret ballot: nothing to show before the count.',
    spoiltPapers: 'spoilt',

    badTime: 'Please write the time as 09:41.',
    arrive: (name) => `Record the arrival of ${name}`,
    depart: (name) => `Record the departure of ${name}`,
    departTitle: (name) => `Why ${name} leaves`,
    designateChair: 'Change the chair',
    designateTitle: 'Who presides',
    onLeaveShort: (reason) => (reason ? `on leave · ${reason}` : 'on leave'),
    absentShort: (reason) => (reason ? `absent · ${reason}` : 'absent'),
    departedShort: (time, reason) => `left ${time} · ${reason}`,

    whyNot: (what) => `Why not now: ${what}?`,

    warnings: 'Warnings',
    acknowledge: 'Acknowledge',
    acknowledgeTitle: 'Acknowledge a warning',
    acknowledgeRule: (rule) => `Acknowledge the warning ${rule}`,
    acknowledgeBy: 'By',
    acknowledgeReason: 'Why the meeting goes on (on record)',
    acknowledgedBy: (rule, name, time, why) => `${rule}: acknowledged by ${name} at ${time}: ${why}`,
    warningsElsewhere: (n) => `${count(n, 'warning')} on other nominees`,
    confirmAbsence: 'The chair confirms: not all are present',

    recuse: 'Recusal',
    recuseDots: 'Recusal…',
    recuseInstead: 'Leaving on account of a relation is recorded as a recusal.',
    recuseTitle: (name) => `Recusal from ${name}`,
    recusePerson: 'Who leaves',
    recuseRelation: 'Related as',
    recuseDetail: 'In words (needed for another relation)',
    leftAt: 'Left at (empty: now)',
    substitute: 'Who takes the minutes meanwhile',
    confirmRecuse: 'Record the recusal',
    choosePerson: 'Choose first who leaves.',
    chooseRelation: 'Choose first how they are related.',
    leftSince: (time) => `left ${time}`,
    leftFromTo: (left, returned) => `left ${left}, returned ${returned}`,
    writtenBy: (name) => `minutes by ${name}`,
    recusedFrom: (name) => `(${name})`,
    recusedShort: (time) => `recused · left ${time}`,
    returned: 'Returned',
    leaves: 'leaves',
    comeBack: (name) => `Record the return of ${name}`,
    headcount: (entitled, present, majority) =>
      `On this nominee: ${entitled} entitled · ${present} present · carried by ${majority}`,

    restate: 'Restating',
    restated: 'restated',
    recordRestated: 'Record the new stance',
    statedBefore: (stance, time) => `before: ${stance} (${time})`,
    openAgain: 'others spoke after; speaks last once more',

    opinionTitle: (name) => `Read the written opinion of ${name}`,
    opinionLead: 'Goes on record; counts neither as a stance nor as a vote.',
    opinionShort: 'opinion',
    confirmOpinion: 'Record the opinion',
    writtenOpinion: 'written (not counted)',

    covers: 'Covered (Alt + digit)',
    covered: (point) => `covered: ${point}`,
    leaning: 'Leaning remark',
    leaningLead: 'leaned to a side before their turn; no stance',

    firstReading: 'First reading done',
    secretTitleAgain: 'Count of the secret ballot · second reading',
    secretLeadAgain: 'Somebody else reads the papers again, without seeing the first reading.',
    differingLead: (names, reading) =>
      `The readings differ: ${names}. Check the papers and read these again (${reading === 1 ? 'first' : 'second'} reading).`,
    unreadable: 'unreadable',
    unreadableOf: (field) => `${field}: unreadable`,
    countAnew: 'Read all again',
    voidBallot: 'Void, vote again',
    voidBallotAsk: (issued, returned) =>
      `${issued} issued, ${returned} returned. Void this ballot, destroy its papers, and vote again?`,
    ballotVoided: (issued, returned) => `void: ${issued} issued, ${returned} returned`,

    reconsider: 'Reconsideration',
    reconsiderOf: (name) => `Move to reconsider ${name}`,
    reconsiderTitle: 'Why to reconsider',
    reconsideration: 'reconsideration',
    reconsiders: (meeting) => `Reconsiders the decision of meeting ${meeting}`,
    motionVotes: 'Motion to reconsider',
    motionResult: (carried) => (carried ? 'reconsidered' : 'the decision stands'),
    pastDecision: 'Earlier decision',
    history: 'What came before',
    voidDecision: 'Decided below the quorum: void',

    prepareTitle: (name) => `Before the meeting: ${name}`,
    prepareShort: 'steps',
    prepareLead:
      'Say who is responsible for what is done; mark what does not apply. A nominee with a step marked incomplete is not taken up; a step not marked is pointed out.',
    prepareAs: 'Begin as for',
    nobodyResponsible: 'Say who is responsible.',
    sendNoticeAsk:
      'It cannot be taken back. Items and nominees added afterwards are unscheduled motions, whose nominees are not decided on.',
    recordTalk: 'Record what was said',
    talkTitle: 'What was said, one speaker at a time',
    stanceKeys: 'Ctrl+digit records',
    methodKeys: 'Ctrl + digit: choose and open.',
    unrecorded: (names) => `Typed and not recorded: ${names}. Nothing is recorded once the item is closed.`,
    nobodyYet: 'nobody chosen yet',
    countUnequal: (counted, valid) =>
      `The columns add up to ${counted}, and ${valid} papers are valid. Read again.`,
    blankLeft: 'The blank “……” of the stock phrase is not filled.',
    prepareStep: 'Step',
    prepareState: 'State',
    prepareResponsible: 'Responsible',
    prepareOn: 'Date (2026-01-12)',
    prepareReference: 'Reference',
    confirmPrepare: 'Save',
    chooseState: 'Choose a state.',
    unscheduled: 'unscheduled',
    sendNotice: 'Send the notice',
    noticeSent: (date, time) =>
      `The notice went out on ${date} at ${time}; what is added after it is an unscheduled motion.`,
    addItem: 'Add an item',
    addItemLead: 'What is added after the notice is an unscheduled motion; its nominees are not discussed.',

    backFilled: 'Back-filled',
    notedLead: (time) => `happened at ${time}; change to`,
    noteTime: 'Note the time',
    badMoment: 'Write the time as 09:41, or as 2026-01-12 09:41.',
    entryAt: (entry, time) => `entry ${entry}, ${time}`,
    violations: (n) => count(n, 'violation'),
    violationsNow: (n) => `${count(n, 'violation')} in this step, recorded as they were:`,
  },

  seating: {
    title: 'Seats',
    asList: 'List',
    asPlan: 'Plan',
    toggle: 'Seats as plan or list',
    arrange: 'Arrange…',
    goSeats: 'To the seats: arrival, departure, return, recusal',
    pressSeat: 'Record for that seat: 1–9, A–P',
    step: 'To the next seat',
    setTime: 'Enter the time',
    time: 'Time (where it is not now)',
    now: 'now',
    status: {
      speaking: 'speaks',
      next: 'next',
      present: 'here',
      recused: 'out',
      departed: 'left',
      onLeave: 'leave',
      absent: 'absent',
    },
    arrangeTitle: 'Arrange the seats',
    arrangeLead:
      'The head of the table is above. Drag a name, or choose it and press the arrow keys; on a taken seat the two change places.',
    push: 'Move the chosen seat',
    movedTo: (name, row, column) => `${name}: row ${row}, seat ${column}`,
    seatAt: (name, row, column) => `${name}, row ${row}, seat ${column}`,
    keep: 'Keep the seats',
    byRank: 'Seat by rank',
    isByRank:
      'By rank: the Secretary at the head, the next at the left hand, then the right, down both sides.',
    isArranged: 'Arranged otherwise.',
    floor: 'Who has the floor',
    does: { introduces: 'introduces', speaks: 'speaks', votes: 'votes' },
    next: 'Next',
    nextNominee: 'Next nominee',
    limit: (minutes) =>
      minutes === 0
        ? 'Speaking time: no sign at any limit (press to change)'
        : `Speaking time: a sign after ${minutes} minutes (press to change)`,
    limitShort: (minutes) => (minutes === 0 ? 'so far' : `limit ${minutes} min`),
    over: (minutes) => `over ${minutes} min`,
    nomineeTime: 'nominee',
    itemTime: 'item',
    items: { closed: 'decided', left: 'left', open: 'under discussion', waiting: 'not begun' },
  },

  record: {
    title: 'Papers',
    backToRoom: 'Back to the meeting',
    entries: 'Entries',
    correct: 'Correct…',
    correctTitle: (entry) => `Correct entry ${entry}`,
    correctLead: 'The entry stays as it is; the correction is an entry of its own, and both print.',
    correctWords: 'Should read',
    correctReason: 'Why',
    correctBy: 'Who answers for it',
    confirmCorrect: 'Record the correction',
    correctedBy: (entry) => `corrected by entry ${entry}`,
    notSealed: 'Not sealed yet: a draft. Sign and file it after sealing.',
    sealedAt: (time, entry) => `sealed at ${time} (entry ${entry})`,
    fingerprint: 'Check a fingerprint from paper',
    fingerprintPlaceholder: 'e.g. 7F3A 91C2',
    verify: 'Check',
    genuine: ({ entry, at, number: of, papers: numbers }) =>
      `The same as entry ${entry} of this store: ${of ? `meeting ${number(of)}, ` : ''}${day(at)} ${clock(at)}; ${numbers.length ? `on paper${numbers.length > 1 ? 's' : ''} no. ${list(numbers.map(String))}` : 'no paper with it is in the register'}.`,
    near: (entry, groups) =>
      `There is no such fingerprint. Entry ${entry} differs only in group${groups.length > 1 ? 's' : ''} ${list(groups.map(String))}: check ${groups.length > 1 ? 'those groups' : 'that group'}.`,
    notGenuine:
      'No entry has this fingerprint. Check the typing; if it is right, this paper did not come from this store.',
    notAFingerprint:
      'This is no fingerprint. Type the digits 0–9 and letters A–F as printed, two groups at the least.',
    intact: (entry) => `The chain is whole, ${count(entry, 'entry', 'entries')}.`,
  },

  print: {
    papers: 'Papers',
    groups: { before: 'Before the meeting', vote: 'Votes', after: 'After the meeting', blank: 'Blank forms' },
    standings: { owed: 'owed', possible: 'possible', later: 'not yet' },
    numbered: (no) => `no. ${no}`,
    outgrown: (no) => `no. ${no} outgrown: make anew`,
    stands: (owed, outgrown) =>
      owed + outgrown === 0
        ? 'Every paper owed is made.'
        : `${[owed && `${owed} owed and not made`, outgrown && `${outgrown} outgrown`].filter(Boolean).join(', ')}.`,
    later: (kind) => LATER[keyOf(kind)] ?? 'What it is about has not happened.',
    choose: (name) => `Choose ${name} for printing and saving together`,
    preview: 'Preview, no number',
    previewOutgrown: (no) =>
      `No. ${no} is outgrown: the record has changed since it was made. This is a preview of the record as it is; printing or saving gives it a new number, which replaces no. ${no}.`,
    previewBallots:
      'A specimen. Every printing of ballot papers has a new number; the papers are numbered by chance, and the numbers are kept nowhere.',
    page: (page, pages) => `Page ${page} of ${pages}`,
    laying: 'Laying out…',
    loading: (page, pages) => `Showing page ${page} of ${pages}…`,
    scroll: 'turn the pages',
    print: 'Print',
    printChosen: (chosen) => `Print ${chosen} chosen`,
    save: 'Save PDF',
    word: 'Word',
    saveWord: 'Save for Word',
    saveAll: 'Save all…',
    saveAllTitle: 'Save all',
    saved: (path, no) => `Saved${no === null ? '' : ` as no. ${no}`}: ${path}`,
    savedAll: (files, place) => `Saved ${count(files, 'file')} with an index: ${place}`,
    printed: (papers) => `Sent to the printer: ${count(papers, 'paper')}.`,
    left: (path) =>
      `No printer is set up, and no program that opens a PDF. The paper is made; please print it elsewhere: ${path}`,
    opened: (path) => `No printer is set up; opened in the system's viewer, please print there: ${path}`,
    preparing: 'Preparing…',
    making: (done, total, name) =>
      done >= total
        ? `Writing ${count(total, 'file')}…`
        : `Making ${done + 1} of ${total}${name ? `: ${name}` : ''}`,
    stop: 'Stop',
    stopping: 'Stopping…',
    stopped: 'Stopped; no file was written.',
    unlaid: (name, trouble) =>
      trouble?.character
        ? `${name}: no font has the character “${trouble.character}” in “${trouble.near}”${trouble.place && ` (${trouble.place.replace(/：$/, '')})`}. Write it another way, or add a font that has it and start the program again.`
        : `${name} cannot be laid out. The record is unharmed.`,
    nothingWritten: 'No file was written.',

    drawUp: 'Decision for one unit…',
    drawUpTitle: 'Decision for one unit',
    drawUpItem: 'Item',
    drawUpTo: 'Addressed to',
    drawUpToPlaceholder: '市财政局',
    drawUpNominees: 'Only these nominees; none chosen means all',
    confirmDrawUp: 'Draw it up',
    takeBack: (name) => `Take back ${name}`,

    bundleLead:
      'All or nothing: where one paper cannot be made, no file is written. Papers that have not changed keep their number.',
    pdf: 'PDF',
    data: 'Data',
    exports: {
      workbook: 'Votes and attendance (XLSX)',
      votesCsv: 'Votes (CSV)',
      attendanceCsv: 'Attendance (CSV)',
      record: 'The whole record (JSON)',
    },
    form: 'Save as',
    forms: { folder: 'Folder', zip: 'ZIP file' },
    anew: 'Number anew: papers that have not changed get new numbers too',
    newBook: 'The minutes begin a new book',
    leaves: (book, first) => `The minutes go into book ${book}, from page ${first}.`,
    chooseSome: 'Choose at least one paper or data file.',
    confirmSaveAll: 'Choose the place and save',

    register: 'Register',
    empty: 'No paper has been made. Printing or saving gives a number and enters it here.',
    madeAt: (at, entry) => `${shortDay(at)} ${clock(at)} · rests on entry ${entry}`,
    pages: (pages) => count(pages, 'page'),
    inBook: (book, first, last) =>
      first === last ? `book ${book}, page ${first}` : `book ${book}, pages ${first}–${last}`,
    digest: (digest) => `digest ${digest}`,
    fonts: (names) => `fonts: ${list(names)}`,
    fontsNow: (names) => `Fonts in use now: ${list(names)}`,
    replaces: (no) => `replaces no. ${no}`,
    replacedBy: (no) => `replaced by no. ${no}`,
    stale: 'outgrown',
  },

  hotkeys: {
    stance: (stance) => `${stances[stance]}, and go on`,
    choice: (choice) => `${choices[choice]}, and go on`,
    reviseLast: 'put the last vote right',
    record: 'record and go on',
    recordIntroduction: 'record the introduction',
    recordRemark: 'record the remark',
    remark: 'remark',
    back: 'one step back, text is kept',
    commands: 'List of commands',
    keys: 'show the keys',
    papers: 'papers',
    print: 'print',
    why: 'why not now …',
    larger: 'larger text',
    smaller: 'smaller text',
    next: 'previous / next',
    nextStep: 'next step',
    moveUp: 'move up',
    moveDown: 'move down',
    present: 'present',
    onLeave: 'on leave',
    absent: 'absent',
  },
};
