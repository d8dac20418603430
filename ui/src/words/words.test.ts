import { afterEach, describe, expect, it, vi } from 'vitest';
import type {
  Attendant,
  Because,
  BlankForm,
  Called,
  CountField,
  Event,
  FaultCode,
  Grade,
  IntroductionPoint,
  MeetingNumber,
  PaperKind,
  PreparationStep,
  Quorum,
  Refusal,
  Warning,
} from '../host/contract';
import { article, MEMBERS, meeting, NOW, named, ordinaryItem, refusal } from '../host/sample';
import { en } from './en';
import type { Known } from './known';
import { because, cautioned, grounds, happened, language, ruleTitle, type Words } from './words.svelte';
import { zh } from './zh';

const LANGUAGES: [string, Words][] = [
  ['中文', zh],
  ['English', en],
];

/** Every leaf by its path: `string` or `function`. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}
const kinds = (words: Words) => Object.fromEntries(leaves(words).map(([path, leaf]) => [path, typeof leaf]));

describe('the two languages', () => {
  it('have the same sentences of the same kinds', () => {
    expect(kinds(en)).toEqual(kinds(zh));
    expect(new Set(Object.values(kinds(zh)))).toEqual(new Set(['string', 'function']));
  });

  it.each(LANGUAGES)('%s leaves nothing empty', (_, words) => {
    const empty = leaves(words).filter(([, leaf]) => typeof leaf === 'string' && leaf.trim() === '');
    expect(empty).toEqual([]);
  });

  it('English has no Chinese left in it, but for the name of the other language and samples', () => {
    const chinese = leaves(en).filter(([, leaf]) => typeof leaf === 'string' && /\p{Script=Han}/u.test(leaf));
    const allowed = ['status.language', /[pP]laceholder$/];
    const left = chinese.filter(
      ([path]) => !allowed.some((a) => (typeof a === 'string' ? a === path : a.test(path))),
    );
    expect(left).toEqual([]);
  });
});

const number: MeetingNumber = { year: 2026, ordinal: 7 };
const quorum: Quorum = { present: 4, entitled: 5, required: 3 };
const missing = [named(3), named(4)];
const tally = { agree: 4, against: 0, abstain: 1, defer: 0, spoilt: 0 };

type Samples<U extends { type: string }> = { [K in U['type']]: Extract<U, { type: K }>[] };

const STEPS = Object.keys(zh.preparationSteps) as PreparationStep[];
const FIELDS = Object.keys(zh.countFields) as CountField[];
const ATTENDANTS: Attendant[] = [{ member: 3 }, { observer: 2 }, 'recorder'];

/** Facts of every kind: a kind that is added does not compile before it has a sample here. */
const FACTS: Samples<Because> = {
  noCommittee: [{ type: 'noCommittee' }],
  noSecretary: [{ type: 'noSecretary' }],
  secretaryAlreadySeated: [{ type: 'secretaryAlreadySeated', secretary: named(1) }],
  rankingIncomplete: [
    { type: 'rankingIncomplete', missing },
    { type: 'rankingIncomplete', missing: [] },
  ],
  placeTaken: [
    { type: 'placeTaken', member: named(2), by: named(1) },
    { type: 'placeTaken', member: named(1), by: named(1) },
  ],
  placeOutside: [{ type: 'placeOutside', member: named(1), rows: 20, columns: 5 }],
  dayInFuture: [{ type: 'dayInFuture', on: '2030-01-01' }],
  numberTaken: [{ type: 'numberTaken', number, meeting: 7 }],
  emptyAgenda: [{ type: 'emptyAgenda' }],
  noNominees: [{ type: 'noNominees', item: 2 }],
  empty: (Object.keys(zh.texts) as (keyof typeof zh.texts)[]).map((text) => ({ type: 'empty', text })),
  noSuchMember: [{ type: 'noSuchMember', member: 9 }],
  noSuchItem: [{ type: 'noSuchItem', item: 9 }],
  noSuchNominee: [
    { type: 'noSuchNominee', nominee: 1 },
    { type: 'noSuchNominee', nominee: 99 },
  ],
  noSuchObserver: [{ type: 'noSuchObserver' }],
  noSuchMeeting: [{ type: 'noSuchMeeting', meeting: 9 }],
  noSuchEntry: [{ type: 'noSuchEntry', entry: 99 }],
  wrongPhase: (Object.keys(zh.phases) as (keyof typeof zh.phases)[]).map((phase) => ({
    type: 'wrongPhase',
    phase,
  })),
  sealed: [{ type: 'sealed' }],
  rollCallIncomplete: [
    { type: 'rollCallIncomplete', missing },
    { type: 'rollCallIncomplete', missing: [named(3)] },
  ],
  belowQuorum: [{ type: 'belowQuorum', present: 3, entitled: 5, required: 4, missing: 1 }],
  chairNotPresent: [{ type: 'chairNotPresent', chair: named(1) }],
  notPresent: [{ type: 'notPresent', member: named(3) }],
  onLeave: [{ type: 'onLeave', member: named(3), reason: '出差' }],
  absent: [{ type: 'absent', member: named(3) }],
  alreadyPresent: [{ type: 'alreadyPresent', member: named(3) }],
  timeOutOfOrder: [{ type: 'timeOutOfOrder', time: NOW, earliest: NOW, latest: NOW }],
  floorTaken: [
    { type: 'floorTaken', item: 2, nominee: 1 },
    { type: 'floorTaken', item: 1, nominee: null },
  ],
  floorEmpty: [{ type: 'floorEmpty' }],
  itemEnded: [{ type: 'itemEnded', item: 1 }],
  alreadySettled: (Object.keys(zh.outcomes) as (keyof typeof zh.outcomes)[]).map((outcome) => ({
    type: 'alreadySettled',
    outcome,
  })),
  notIntroduced: [{ type: 'notIntroduced' }],
  alreadyIntroduced: [{ type: 'alreadyIntroduced' }],
  observerHasNoVote: [{ type: 'observerHasNoVote' }],
  othersMustSpeakFirst: [{ type: 'othersMustSpeakFirst', last: named(1), missing }],
  lastSpeakerHasSpoken: [{ type: 'lastSpeakerHasSpoken', last: named(1) }],
  alreadyStated: [{ type: 'alreadyStated', member: named(3) }],
  notYetStated: [{ type: 'notYetStated', missing }],
  noVote: [{ type: 'noVote' }],
  voteOpen: [{ type: 'voteOpen' }],
  ballotIsSecret: [{ type: 'ballotIsSecret' }],
  voteIsByName: [{ type: 'voteIsByName' }],
  alreadyVoted: [{ type: 'alreadyVoted', member: named(3) }],
  notYetVoted: [{ type: 'notYetVoted', missing }],
  interestedInCount: [{ type: 'interestedInCount', name: '陈晓' }],
  moreThanPresent: [{ type: 'moreThanPresent', counted: 6, present: 5 }],
  issuedDiffers: [{ type: 'issuedDiffers', issued: 4, present: 5 }],
  ballotVoid: [{ type: 'ballotVoid', returned: 6, issued: 5 }],
  sumsDiffer: [{ type: 'sumsDiffer', counted: 4, returned: 5 }],
  notSettled: [{ type: 'notSettled' }],
  notAnnounced: [{ type: 'notAnnounced' }],
  nomineesLeft: [{ type: 'nomineesLeft', names: ['陈晓', '林志远'] }],
  improperShare: [{ type: 'improperShare', share: { numerator: 3, denominator: 2 } }],
  settingsMissing: [{ type: 'settingsMissing' }],
  settingsNotOfPreset: (Object.keys(zh.presets) as (keyof typeof zh.presets)[]).map((preset) => ({
    type: 'settingsNotOfPreset',
    preset,
  })),
  noReconsideration: [{ type: 'noReconsideration' }],
  nothingToReconsider: [{ type: 'nothingToReconsider' }],
  reconsiderationNeeded: [{ type: 'reconsiderationNeeded', number }],
  reconsiderationRefused: [{ type: 'reconsiderationRefused' }],
  noticeSent: [{ type: 'noticeSent' }],
  unscheduledMotion: [{ type: 'unscheduledMotion', name: '陈晓' }],
  preparationIncomplete: [{ type: 'preparationIncomplete', name: '陈晓', steps: STEPS }],
  preparationClosed: [{ type: 'preparationClosed', name: '陈晓' }],
  notAllPresent: [{ type: 'notAllPresent', absent: missing }],
  awaitsConfirmation: [{ type: 'awaitsConfirmation', absent: missing }],
  notTheChair: [{ type: 'notTheChair', chair: named(1) }],
  noSuchWarning: [{ type: 'noSuchWarning' }],
  alreadyAcknowledged: [{ type: 'alreadyAcknowledged' }],
  notBackFilled: [{ type: 'notBackFilled' }],
  recused: ATTENDANTS.map((person) => ({ type: 'recused', person })),
  alreadyRecused: ATTENDANTS.map((person) => ({ type: 'alreadyRecused', person })),
  notRecused: ATTENDANTS.map((person) => ({ type: 'notRecused', person })),
  recusalGoesOn: [
    { type: 'recusalGoesOn', nominee: 1 },
    { type: 'recusalGoesOn', nominee: 99 },
  ],
  stillOutside: [{ type: 'stillOutside', members: [named(3)] }],
  notTheLastSpeaker: [{ type: 'notTheLastSpeaker' }],
  speaksForThemselves: [{ type: 'speaksForThemselves', member: named(3) }],
  nothingToRestate: [{ type: 'nothingToRestate', member: named(3) }],
  choiceNotOffered: [{ type: 'choiceNotOffered', choice: 'defer' }],
  countIncomplete: [{ type: 'countIncomplete', fields: FIELDS }],
  countUnreadable: [{ type: 'countUnreadable', fields: ['agree'] }],
  countsDiffer: [{ type: 'countsDiffer', fields: ['agree', 'against'] }],
  ballotStands: [{ type: 'ballotStands', returned: 5, issued: 5 }],
  decisionVoid: [{ type: 'decisionVoid', present: 3, required: 4 }],
};

const view = meeting();
const call: Called = {
  committee: view.committee,
  term: view.term,
  number,
  scheduled: view.scheduled,
  place: view.place,
  chair: view.chair,
  recorder: view.recorder,
  roster: MEMBERS,
  agenda: [ordinaryItem().item],
  rulebook: view.rulebook,
};

/** Warnings of every kind. */
const WARNINGS: Samples<Warning> = {
  notAllPresent: [{ type: 'notAllPresent', absent: missing }],
  opinionsDiffer: [{ type: 'opinionsDiffer', nominee: 1, agree: 2, disagree: 2, defer: 1, present: 5 }],
  introductionLacks: [
    { type: 'introductionLacks', nominee: 1, missing: Object.keys(zh.points) as IntroductionPoint[] },
    { type: 'introductionLacks', nominee: 99, missing: ['basics'] },
  ],
  preparationUnmarked: [
    { type: 'preparationUnmarked', nominee: 1, steps: STEPS },
    { type: 'preparationUnmarked', nominee: 99, steps: ['jointReview'] },
  ],
  leaningRemark: [{ type: 'leaningRemark', entry: 33 }],
  repeatedFailure: [{ type: 'repeatedFailure', nominee: 1, meetings: [number, { year: 2026, ordinal: 9 }] }],
  unanimousSecret: [
    { type: 'unanimousSecret', nominee: 1 },
    { type: 'unanimousSecret', nominee: null },
  ],
};

const EVENTS: Samples<Event> = {
  noticeSent: [{ type: 'noticeSent' }],
  itemAdded: [
    { type: 'itemAdded', item: ordinaryItem().item },
    { type: 'itemAdded', item: { ...ordinaryItem().item, unscheduled: true } },
  ],
  preparationMarked: [
    {
      type: 'preparationMarked',
      nominee: 1,
      marks: STEPS.map((step) => ({
        step,
        state: 'complete',
        responsible: '干部科',
        on: null,
        reference: '',
      })),
    },
  ],
  timeNoted: [{ type: 'timeNoted', time: NOW }],
  violationFound: [
    { type: 'violationFound', refusal: refusal({ type: 'notAllPresent', absent: missing }, 'S-01') },
  ],
  writtenOpinionRead: [{ type: 'writtenOpinionRead', member: 3, words: '同意。' }],
  recusalRecorded: ATTENDANTS.flatMap((person) => {
    const left = { type: 'recusalRecorded', nominee: 1, person, time: NOW } as const;
    return [
      { ...left, relation: 'spouse', detail: '', substitute: '' },
      { ...left, relation: 'other', detail: '同乡', substitute: '苏简' },
    ];
  }),
  recusedReturned: ATTENDANTS.map((person) => ({ type: 'recusedReturned', person, time: NOW })),
  warningAcknowledged: Object.values(WARNINGS)
    .flat()
    .map((warning) => ({ type: 'warningAcknowledged', warning, by: 1, reason: '按程序讨论' })),
  ballotVoided: [{ type: 'ballotVoided', issued: 5, returned: 6 }],
  reconsiderationOpened: [{ type: 'reconsiderationOpened', nominee: 1, reason: '有新情况', quorum }],
  reconsiderationClosed: [
    { type: 'reconsiderationClosed', tally, base: 5, outcome: 'carried' },
    { type: 'reconsiderationClosed', tally, base: 5, outcome: 'notCarried' },
  ],
  meetingCalled: [{ type: 'meetingCalled', call }],
  callAmended: [{ type: 'callAmended', call }],
  meetingCalledOff: [{ type: 'meetingCalledOff', reason: '防汛' }],
  attendanceMarked: [
    { type: 'attendanceMarked', member: 3, attendance: { status: 'present' } },
    { type: 'attendanceMarked', member: 3, attendance: { status: 'onLeave', reason: '出差' } },
    { type: 'attendanceMarked', member: 3, attendance: { status: 'absent', reason: '' } },
  ],
  chairDesignated: [{ type: 'chairDesignated', member: 2 }],
  meetingOpened: [{ type: 'meetingOpened', quorum }],
  memberArrived: [{ type: 'memberArrived', member: 3, time: NOW }],
  memberDeparted: [{ type: 'memberDeparted', member: 3, time: NOW, reason: '接待来访' }],
  itemTakenUp: [{ type: 'itemTakenUp', item: 1, quorum }],
  nomineeTakenUp: [
    { type: 'nomineeTakenUp', nominee: 1, quorum },
    { type: 'nomineeTakenUp', nominee: 99, quorum },
  ],
  matterIntroduced: [{ type: 'matterIntroduced', by: { observer: 2 }, words: '陈晓，女，汉族。' }],
  statementRecorded: [
    { type: 'statementRecorded', member: 3, stance: 'agree', words: '没有意见。' },
    { type: 'statementRecorded', member: 3, stance: 'defer', words: '' },
  ],
  remarkRecorded: [
    { type: 'remarkRecorded', speaker: { member: 3 }, words: '档案已核。' },
    { type: 'remarkRecorded', speaker: { member: 1 }, words: '我看可以。', leans: true },
  ],
  matterSetAside: [{ type: 'matterSetAside', outcome: 'votePostponed', reason: '分歧较大' }],
  voteOpened: [
    { type: 'voteOpened', method: 'secret', scrutineer: '赵学文', teller: '孙立', quorum },
    { type: 'voteOpened', method: 'hands', scrutineer: '', teller: '', quorum },
  ],
  voteCast: [{ type: 'voteCast', member: 3, choice: 'abstain' }],
  voteRevised: [{ type: 'voteRevised', entry: 40, member: 3, was: 'against', choice: 'agree' }],
  voteClosed: [{ type: 'voteClosed', tally, base: 5, outcome: 'carried' }],
  ballotsCounted: [
    {
      type: 'ballotsCounted',
      count: {
        issued: 5,
        returned: 5,
        spoilt: 0,
        agree: 4,
        against: 0,
        abstain: 1,
        defer: 0,
        spoiltField: 0,
      },
      tally,
      base: 5,
      outcome: 'carried',
    },
  ],
  resultAnnounced: [{ type: 'resultAnnounced', chair: 1 }],
  itemClosed: [
    { type: 'itemClosed', decision: '会议决定：抓紧春耕。' },
    { type: 'itemClosed', decision: '' },
  ],
  itemLeft: [{ type: 'itemLeft', reason: '材料不全' }],
  meetingAdjourned: [{ type: 'meetingAdjourned' }],
  meetingSealed: [{ type: 'meetingSealed' }],
  entryCorrected: [{ type: 'entryCorrected', entry: 12, words: '出差', reason: '笔误', by: '钱进' }],
};

const known: Known = {
  member: (id) => MEMBERS.find((member) => member.id === id)?.name ?? `#${id}`,
  nominee: (id) => (id === 1 ? '陈晓' : null),
  person: (person) => ('member' in person ? known.member(person.member) : '郑敏'),
  recorder: '钱进',
};

/** What a sentence looks like when a fact was not said: `undefined`, `null`, `[object Object]`, `NaN`, `（）`. */
const BROKEN = /undefined|null|\[object|NaN|（）|\(\)|：。|“”|\d{4}-\d{2}-\d{2}T/;

function everySentence<T extends { type: string }>(samples: Record<string, T[]>, say: (facts: T) => string) {
  for (const facts of Object.values(samples).flat()) {
    const sentence = say(facts);
    expect(sentence, facts.type).not.toMatch(BROKEN);
    expect(sentence.trim(), facts.type).toBe(sentence);
    expect(sentence, facts.type).not.toBe('');
  }
}

describe.each(LANGUAGES)('in %s', (_, words) => {
  it('every refusal can be said', () => {
    everySentence<Because>(FACTS, (facts) => because(words, facts, known));
  });

  it('every refusal can be said where no meeting is at hand', () => {
    everySentence<Because>(FACTS, (facts) => because(words, facts));
  });

  it('every refusal ends like a sentence', () => {
    for (const facts of Object.values(FACTS).flat()) expect(because(words, facts, known)).toMatch(/[。.]$/);
  });

  it('every warning can be said, and ends like a sentence', () => {
    everySentence<Warning>(WARNINGS, (warning) => cautioned(words, warning, known));
    for (const warning of Object.values(WARNINGS).flat())
      expect(cautioned(words, warning, known)).toMatch(/[。.]$/);
  });

  it('a warning names who is away and what is missing', () => {
    for (const warning of WARNINGS.notAllPresent)
      for (const { name } of warning.absent) expect(cautioned(words, warning, known)).toContain(name);
    for (const warning of WARNINGS.preparationUnmarked)
      for (const step of warning.steps)
        expect(cautioned(words, warning, known)).toContain(words.preparationSteps[step]);
  });

  it('incomplete preparation names every step', () => {
    for (const facts of FACTS.preparationIncomplete)
      for (const step of facts.steps)
        expect(because(words, facts, known)).toContain(words.preparationSteps[step]);
  });

  it('every entry of the ledger can be said', () => {
    everySentence<Event>(EVENTS, (event) => happened(words, event, known));
  });

  it('a refusal names whom it waits for', () => {
    for (const type of ['rollCallIncomplete', 'notYetStated', 'notYetVoted', 'othersMustSpeakFirst'] as const)
      for (const facts of FACTS[type])
        for (const { name } of facts.missing) expect(because(words, facts, known)).toContain(name);
  });

  it('a quorum that is missed says all four numbers', () => {
    const sentence = because(words, {
      type: 'belowQuorum',
      present: 31,
      entitled: 53,
      required: 36,
      missing: 5,
    });
    for (const figure of ['31', '53', '36', '5']) expect(sentence.split(/\D+/)).toContain(figure);
  });

  it('stances, choices and outcomes that differ do not read alike', () => {
    for (const table of [words.stances, words.choices, words.outcomes, words.phases, words.methods]) {
      expect(new Set(Object.values(table)).size).toBe(Object.keys(table).length);
    }
  });

  it('every fault says what happened and what to do', () => {
    for (const code of Object.keys(zh.faults) as FaultCode[]) {
      expect(words.faults[code].happened, code).not.toBe('');
      expect(words.faults[code].advice, code).not.toBe(words.faults[code].happened);
    }
  });

  it('papers that differ do not read alike', () => {
    const papers: PaperKind[] = [
      ...(Object.keys(zh.papers) as Extract<PaperKind, string>[]),
      ...(Object.keys(zh.blanks) as BlankForm[]).map((blank) => ({ blank })),
      ...[1, 2].flatMap((item) => ['', '市财政局'].map((to) => ({ extract: { item, nominees: [], to } }))),
    ];
    const names = papers.map(words.paper);
    expect(new Set(names).size).toBe(papers.length);
    for (const name of names) expect(name).not.toMatch(BROKEN);
  });

  it('a character that no font has is named with its paper and the words around it', () => {
    const trouble = { paper: 'minutes', character: '𠮷', place: '李建国：', near: '同意𠮷同志' } as const;
    const said = words.print.unlaid(words.papers.minutes, trouble);
    for (const part of [words.papers.minutes, '“𠮷”', '李建国', '同意𠮷同志']) expect(said).toContain(part);
    const whole = words.print.unlaid(words.papers.minutes, { ...trouble, character: null });
    expect(whole).toContain(words.papers.minutes);
    expect(whole).not.toMatch(/“”|null/);
  });

  it('a fingerprint that is found says the entry, the meeting, the time and the papers', () => {
    const found = { entry: 88, at: NOW, meeting: 7, number, papers: [1, 2] };
    const said = words.record.genuine(found);
    for (const part of ['88', words.number(number), words.day(NOW), '9:41', words.list(['1', '2'])])
      expect(said).toContain(part);
    expect(words.record.genuine({ ...found, meeting: null, number: null, papers: [] })).not.toMatch(BROKEN);
  });

  it('a fingerprint that is nearly one says which entry and which group', () => {
    expect(words.record.near(88, [5])).toMatch(/88.*5/);
  });

  it('what is owed and outgrown is counted, and nothing else', () => {
    expect(words.print.stands(0, 0)).not.toMatch(/\d/);
    expect(words.print.stands(3, 0).match(/\d/g)).toEqual(['3']);
    expect(words.print.stands(3, 1).match(/\d/g)).toEqual(['3', '1']);
  });

  it('no entry of a secret ballot can name a voter', () => {
    const sentence = EVENTS.ballotsCounted.map((event) => happened(words, event, known)).join();
    for (const { name } of MEMBERS) expect(sentence).not.toContain(name);
  });
});

describe.each(LANGUAGES)('what a rule rests on, in %s', (_, words) => {
  const LAW = '《党政领导干部选拔任用工作条例》（2019）';
  const CLAUSE = '第三十八条';
  const QUOTE = '与会成员应当逐一发表明确意见';
  /** Words that claim a regulation: its sign, an article, a quotation. */
  const CLAIMS = /第.+条|[“”"]/;

  it.each<[Grade, string]>([
    ['P', '通行做法'],
    ['P', '通行做法，可设置'],
    ['P', '设计约束'],
    ['M', LAW],
    ['M', ''],
  ])('%s from "%s" is not presented as law', (grade, source) => {
    const said = grounds(words, article({ grade, source, clause: CLAUSE, quote: QUOTE }));
    expect(said).not.toBe('');
    expect(said).not.toMatch(CLAIMS);
    expect(said).not.toContain('《');
    expect(said).not.toContain(QUOTE);
  });

  it.each<[Grade, string]>([
    ['P', '通行做法'],
    ['P', '通行做法，可设置'],
    ['M', LAW],
  ])('%s from "%s" does not claim a setting that no screen has', (grade, source) => {
    expect(grounds(words, article({ grade, source }))).not.toMatch(/设置|\bset\b/);
  });

  it('from memory says that it is not verified', () => {
    expect(grounds(words, article({ grade: 'M' }))).toMatch(/待核|not verified/);
  });

  it('common practice does not read like a constraint of the design', () => {
    const practice = grounds(words, article({ grade: 'P', source: '通行做法' }));
    expect(practice).not.toBe(grounds(words, article({ grade: 'P', source: '设计约束' })));
    expect(practice).toMatch(/通行做法|[Cc]ommon practice/);
  });

  it.each<Grade>(['V', 'V-num?'])('%s is quoted with its source and article', (grade) => {
    const said = grounds(words, article({ grade, source: LAW, clause: CLAUSE, quote: QUOTE }));
    for (const part of [LAW, CLAUSE, QUOTE]) expect(said).toContain(part);
  });

  it('an article number that was worked out keeps its doubt', () => {
    expect(grounds(words, article({ clause: '第三十八条（条号待核）' }))).toContain('条号待核');
  });

  it('a sample is called a sample or names what it is', () => {
    const said = grounds(words, article({ grade: 'L', source: '选举办法通例', clause: '', quote: QUOTE }));
    expect(said).toMatch(/样本|sample/);
    expect(said).toContain('选举办法通例');
  });

  it('a sample without words has no empty quotation', () => {
    expect(grounds(words, article({ grade: 'L', clause: '', quote: '' }))).not.toMatch(/[“”]/);
  });

  it.each<Grade>(['M', 'P', 'V'])('%s as the committee put it right is said to be that', (grade) => {
    const said = grounds(
      words,
      article({ grade, source: LAW, clause: CLAUSE, quote: QUOTE, corrected: true }),
    );
    expect(said).toMatch(/本会改正|[Pp]ut right/);
    for (const part of [LAW, CLAUSE, QUOTE]) expect(said).toContain(part);
  });

  it("the committee's own practice quotes no regulation", () => {
    expect(grounds(words, article({ grade: 'S', source: LAW, quote: QUOTE }))).not.toMatch(/《|“/);
  });
});

it.each<[Because, string]>([
  [{ type: 'rollCallIncomplete', missing: [named(3)] }, 'for 1 member: '],
  [{ type: 'rollCallIncomplete', missing }, 'for 2 members: '],
  [{ type: 'othersMustSpeakFirst', last: named(1), missing: [named(3)] }, '1 member present has not spoken'],
  [{ type: 'othersMustSpeakFirst', last: named(1), missing }, '2 members present have not spoken'],
  [{ type: 'notYetStated', missing: [named(3)] }, '1 member present has still to take'],
  [{ type: 'notYetStated', missing }, '2 members present have still to take'],
  [{ type: 'notYetVoted', missing: [named(3)] }, '1 member present has not voted'],
  [{ type: 'notYetVoted', missing }, '2 members present have not voted'],
  [{ type: 'moreThanPresent', counted: 1, present: 0 }, '1 paper or vote,'],
  [{ type: 'moreThanPresent', counted: 6, present: 5 }, '6 papers or votes,'],
  [{ type: 'issuedDiffers', issued: 1, present: 5 }, '1 paper issued'],
  [{ type: 'sumsDiffer', counted: 2, returned: 1 }, '1 paper was returned'],
  [{ type: 'sumsDiffer', counted: 4, returned: 5 }, '5 papers were returned'],
  [{ type: 'nomineesLeft', names: ['陈晓'] }, '1 nominee not'],
])('English counts one and many in %o', (facts, said) => {
  expect(because(en, facts)).toContain(said);
});

it('English counts one and many on the screens', () => {
  const found = { entry: 3, at: NOW, meeting: 7, number, papers: [1] };
  expect(en.record.genuine(found)).toContain('on paper no. 1.');
  expect(en.record.genuine({ ...found, papers: [1, 2] })).toContain('on papers no. 1, 2.');
  expect(en.record.near(3, [2])).toContain('group 2: check that group');
  expect(en.record.near(3, [2, 5])).toContain('groups 2, 5: check those groups');
  expect(en.print.pages(1)).toBe('1 page');
  expect(en.print.savedAll(2, '/a')).toContain('2 files');
  expect(en.record.intact(1)).toContain('1 entry.');
  expect(en.room.adjournLeft(1)).toContain('1 item ');
});

it('the title of a rule is in the language of the window', () => {
  const no: Refusal = refusal({ type: 'notIntroduced' });
  expect(ruleTitle(zh, no)).toBe('R-HY-07 书记末位表态');
  expect(ruleTitle(en, no)).toBe('R-HY-07 The Secretary speaks last');
});

describe('the language of the window', () => {
  const kept = new Map<string, string>();
  const documentElement = { lang: '' };
  const begin = (system: string) => {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    vi.stubGlobal('document', { documentElement });
    language.begin(system);
    return language.code;
  };
  afterEach(() => {
    kept.clear();
    vi.unstubAllGlobals();
  });

  it.each([
    ['zh-CN', 'zh'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['de-DE', 'zh'],
    ['', 'zh'],
  ])('on a system in "%s" is %s', (system, code) => {
    expect(begin(system)).toBe(code);
  });

  it('is the one chosen before, whatever the system speaks', () => {
    begin('zh-CN');
    language.choose('en');
    expect(begin('zh-CN')).toBe('en');
    expect(language.words).toBe(en);
    expect(documentElement.lang).toBe('en');
  });
});
