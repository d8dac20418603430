import type {
  FullAttendance,
  LastSpeaker,
  MajorityOf,
  Preset,
  RecusalBase,
  Rulebook,
  RuleId,
  Share,
} from '../host/contract';
import { whole } from '../shared/digits';
import type { Words } from '../words/words.svelte';

/** The presets in the order in which they are offered. */
export const PRESETS: Preset[] = [
  'municipalCommittee2019',
  'municipalCommitteeStrict',
  'partyGroup',
  'soeCommittee',
  'universityCommittee',
  'standingCommittee',
  'custom',
];

export const MAJORITIES: MajorityOf[] = ['entitled', 'voting'];
export const RECUSAL_BASES: RecusalBase[] = ['kept', 'lowered'];
export const FULL_ATTENDANCES: FullAttendance[] = ['required', 'confirmed', 'free'];
export const LAST_SPEAKERS: LastSpeaker[] = ['secretary', 'chair'];

const REGULATION: Omit<Rulebook, 'preset'> = {
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

const DIFFERENCES: Record<Preset, Partial<Rulebook>> = {
  municipalCommittee2019: {},
  municipalCommitteeStrict: { fullAttendance: 'required' },
  partyGroup: { fullAttendance: 'free', lastSpeaker: 'chair' },
  soeCommittee: { fullAttendance: 'free' },
  universityCommittee: { fullAttendance: 'free' },
  standingCommittee: {
    appointmentQuorum: { numerator: 1, denominator: 2 },
    majorityOf: 'voting',
    fullAttendance: 'free',
    lastSpeaker: 'chair',
    repeatedFailureWarned: false,
  },
  custom: {},
};

/** The settings of a preset, to be shown before a meeting is called; what is frozen comes from the rules themselves. */
export const rulebookOf = (preset: Preset): Rulebook => ({ preset, ...REGULATION, ...DIFFERENCES[preset] });

/** A fraction as typed. */
export interface ShareText {
  numerator: string;
  denominator: string;
}

/** The committee's own settings as typed. */
export type SettingsText = {
  [K in keyof Omit<Rulebook, 'preset'>]: Rulebook[K] extends Share
    ? ShareText
    : Rulebook[K] extends number
      ? string
      : Rulebook[K];
};

/** Settings that are a fraction, settings that are a yes or no, and the rule that each one sets. */
export const SHARES = ['appointmentQuorum', 'ordinaryQuorum', 'postponeHint'] as const;
export const SWITCHES = [
  'mayAbstain',
  'mayDefer',
  'everyVoterGetsAPaper',
  'reconsideration',
  'repeatedFailureWarned',
  'noticeDayCounts',
] as const;

/** The rule of public notices comes with a later stage and is not among those of the meeting. */
export type SettingRule = RuleId | 'R-GZ-05';

export const RULE_OF: Record<keyof SettingsText, SettingRule> = {
  ordinaryQuorum: 'R-HY-02',
  appointmentQuorum: 'R-HY-01',
  majorityOf: 'R-HY-12',
  recusalBase: 'R-HB-04',
  fullAttendance: 'S-01',
  lastSpeaker: 'R-HY-07',
  mayAbstain: 'R-HY-11',
  mayDefer: 'R-HY-11',
  everyVoterGetsAPaper: 'R-PJ-04',
  postponeHint: 'R-HY-10',
  postponeMargin: 'R-HY-10',
  reconsideration: 'R-HY-18',
  repeatedFailureWarned: 'R-LC-01',
  noticeDayCounts: 'R-GZ-05',
};

const typed = ({ numerator, denominator }: Share): ShareText => ({
  numerator: String(numerator),
  denominator: String(denominator),
});

export function settingsText({ preset: _, ...rulebook }: Rulebook): SettingsText {
  return {
    ...rulebook,
    ordinaryQuorum: typed(rulebook.ordinaryQuorum),
    appointmentQuorum: typed(rulebook.appointmentQuorum),
    postponeHint: typed(rulebook.postponeHint),
    postponeMargin: String(rulebook.postponeMargin),
  };
}

export type SettingsMistake = 'badShare' | 'badMargin';

/** The settings that the fields ask for. Whether a meeting can run under them is for the rules to judge. */
export function readSettings(text: SettingsText): Rulebook | SettingsMistake {
  const ordinaryQuorum = share(text.ordinaryQuorum);
  const appointmentQuorum = share(text.appointmentQuorum);
  const postponeHint = share(text.postponeHint);
  const postponeMargin = whole(text.postponeMargin);
  if (!ordinaryQuorum || !appointmentQuorum || !postponeHint) return 'badShare';
  if (postponeMargin === null) return 'badMargin';
  return { ...text, preset: 'custom', ordinaryQuorum, appointmentQuorum, postponeHint, postponeMargin };
}

function share(text: ShareText): Share | null {
  const numerator = whole(text.numerator);
  const denominator = whole(text.denominator);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** Settings as they take effect, sentence by sentence, each with the rule that it sets. */
export function effective(words: Words, rulebook: Rulebook): { rule: SettingRule; says: string }[] {
  const { settings: say } = words;
  const options = [words.choices.agree, words.choices.against];
  if (rulebook.mayAbstain) options.push(words.choices.abstain);
  if (rulebook.mayDefer) options.push(words.choices.defer);
  return [
    { rule: 'R-HY-01', says: say.appointmentQuorumSays(say.atLeast(rulebook.appointmentQuorum)) },
    { rule: 'S-01', says: say.fullAttendanceSays[rulebook.fullAttendance] },
    { rule: 'R-HY-02', says: say.ordinaryQuorumSays(say.atLeast(rulebook.ordinaryQuorum)) },
    { rule: 'R-HY-12', says: say.majorityOfSays[rulebook.majorityOf] },
    {
      rule: rulebook.lastSpeaker === 'chair' ? 'R-HY-08' : 'R-HY-07',
      says: say.lastSpeakerSays[rulebook.lastSpeaker],
    },
    { rule: 'R-HY-11', says: say.optionsSay(options) },
    { rule: 'R-PJ-04', says: say.papersSay(rulebook.everyVoterGetsAPaper) },
    { rule: 'R-HB-04', says: say.recusalBaseSays[rulebook.recusalBase] },
    { rule: 'R-HY-10', says: say.postponeSays(say.atLeast(rulebook.postponeHint), rulebook.postponeMargin) },
    { rule: 'R-HY-18', says: say.reconsiderationSays(rulebook.reconsideration) },
    { rule: 'R-LC-01', says: say.repeatedFailureSays(rulebook.repeatedFailureWarned) },
    { rule: 'R-GZ-05', says: say.noticeDaySays(rulebook.noticeDayCounts) },
  ];
}
