import type {
  ChangeKind,
  HomeView,
  ItemDraft,
  ItemView,
  MeetingCall,
  MeetingNumber,
  MeetingSummary,
  MeetingView,
  Member,
  NomineeDraft,
  NomineeProfile,
  ObserverDraft,
  Preset,
} from '../host/contract';
import { plain, whole } from '../shared/digits';
import { bare } from '../shared/names';
import { dayOf, isDay, isTime, momentAt, timeOf } from '../shared/time';
import { readSettings, rulebookOf, type SettingsMistake, type SettingsText, settingsText } from './settings';

/** A nominee as typed. */
export interface NomineeText extends Omit<NomineeDraft, 'reconsiders'> {
  /** 复议: the number of the meeting that decided, as `2026-7`; empty for none, `null` where nobody asked for it. */
  reconsiders: string | null;
}

/** An item of the call as typed. */
export interface ItemText {
  kind: 'ordinary' | 'appointment';
  title: string;
  observers: ObserverDraft[];
  nominees: NomineeText[];
}

/** The call as typed. */
export interface CallText extends RulebookText {
  year: string;
  ordinal: string;
  date: string;
  time: string;
  place: string;
  /** A member's id. */
  chair: string;
  recorderName: string;
  recorderPost: string;
  /** 补录: the meeting was held on paper. */
  backFill: boolean;
  backFillReason: string;
  backFillBy: string;
  agenda: ItemText[];
}

export const CHANGES: ChangeKind[] = [
  'promotion',
  'lateral',
  'gradePromotion',
  'transfer',
  'exchange',
  'removal',
  'demotion',
];

/** What the 呈报表 says of a nominee, in its order. */
export const PROFILE = [
  'sex',
  'born',
  'education',
  'politics',
  'since',
  'recommendation',
  'appraisal',
  'inspection',
  'remark',
] as const satisfies (keyof NomineeProfile)[];

export const newItem = (kind: ItemText['kind']): ItemText => ({
  kind,
  title: '',
  observers: [],
  nominees: kind === 'appointment' ? [newNominee()] : [],
});
export const newObserver = (): ObserverDraft => ({ name: '', post: '' });
export const newNominee = (): NomineeText => ({
  name: '',
  currentPost: '',
  proposedPost: '',
  postToLeave: '',
  change: 'promotion',
  reconsiders: null,
});

const written = (number: MeetingNumber) => `${number.year}-${number.ordinal}`;

/** What is given of a profile; `null` where nothing is. */
function readProfile(typed: NomineeProfile = {}): NomineeProfile | null {
  const given = PROFILE.flatMap((field) => {
    const text = typed[field]?.trim();
    return text ? [[field, text]] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** How much of a profile is given. */
export const givenOf = (typed: NomineeProfile | undefined): number =>
  Object.keys(readProfile(typed) ?? {}).length;

/**
 * A list in the order that its names were put in; those without a name stay behind. `order` is of those with a name. `null`
 * where the list is no longer the one that was ordered.
 */
export function reordered<T extends { name: string }>(
  list: T[],
  names: string[],
  order: number[],
): T[] | null {
  const named = list.filter(hasName);
  if (named.map(({ name }) => bare(name)).join('\n') !== names.join('\n')) return null;
  return [...order.flatMap((place) => named[place] ?? []), ...list.filter((one) => !hasName(one))];
}

const hasName = ({ name }: { name: string }) => name.trim() !== '';

/** The names that can be put in order. */
export const namesIn = (list: { name: string }[]): string[] =>
  list.filter(hasName).map(({ name }) => bare(name));

function readNumber(text: string): MeetingNumber | null {
  const [year, ordinal] = text.split('-').map(Number);
  return year && ordinal ? { year, ordinal } : null;
}

/** The rulebook that the committee chose last; it is offered for the next meeting. */
export interface RulebookText {
  preset: Preset;
  /** The committee's own settings; they count with the preset `custom` alone, and stay while another is looked at. */
  custom: SettingsText;
}

export const defaultRulebook = (): RulebookText => ({
  preset: 'municipalCommittee2019',
  custom: settingsText(rulebookOf('custom')),
});

/** A fresh call: the next number, today, the usual place and rulebook, the Secretary in the chair. */
export function freshCall(home: HomeView, rulebook: RulebookText = defaultRulebook()): CallText {
  const { members } = home.committee;
  const chair = members.find((member) => member.role === 'secretary') ?? members[0];
  return {
    year: String(home.nextNumber.year),
    ordinal: String(home.nextNumber.ordinal),
    date: dayOf(home.now),
    time: '09:00',
    place: home.meetings[0]?.place ?? '',
    chair: chair ? String(chair.id) : '',
    recorderName: '',
    recorderPost: '',
    preset: rulebook.preset,
    custom: rulebook.custom,
    backFill: false,
    backFillReason: '',
    backFillBy: '',
    agenda: [],
  };
}

/** The call of a meeting, to be amended. */
export function callOf(view: MeetingView): CallText {
  return {
    year: String(view.number.year),
    ordinal: String(view.number.ordinal),
    date: dayOf(view.scheduled),
    time: timeOf(view.scheduled),
    place: view.place,
    chair: String(view.chair),
    recorderName: view.recorder.name,
    recorderPost: view.recorder.post,
    preset: view.rulebook.preset,
    custom: settingsText(view.rulebook.preset === 'custom' ? view.rulebook : rulebookOf('custom')),
    backFill: view.backFilled !== null,
    backFillReason: view.backFilled?.reason ?? '',
    backFillBy: view.backFilled?.by ?? '',
    agenda: view.items.map(({ item }) => ({
      kind: item.matter.kind,
      title: item.title,
      observers: item.observers.map(({ name, post }) => ({ name, post })),
      nominees:
        item.matter.kind === 'appointment'
          ? item.matter.nominees.map(
              ({ id: _, unscheduled: __, notCarried: ___, reconsiders, ...nominee }) => ({
                ...nominee,
                reconsiders: reconsiders && written(reconsiders),
              }),
            )
          : [],
    })),
  };
}

/**
 * What the next meeting takes from an earlier one: hour, place, chair, recorder and settings, and its agenda after what is
 * typed already. Number and date stay; a chair who left office is not taken, and no decision is asked to be reconsidered.
 */
export function copied(text: CallText, from: MeetingView, members: Member[], withAgenda: boolean): CallText {
  const { time, place, chair, recorderName, recorderPost, preset, custom, agenda } = callOf(from);
  const items = agenda.map((item) => ({
    ...item,
    nominees: item.nominees.map((nominee) => ({ ...nominee, reconsiders: null })),
  }));
  return {
    ...text,
    time,
    place,
    chair: members.some(({ id }) => String(id) === chair) ? chair : text.chair,
    recorderName,
    recorderPost,
    preset,
    custom,
    agenda: withAgenda ? [...text.agenda, ...items] : text.agenda,
  };
}

/** An item of a template as it is typed on. */
export const itemText = ({ title, matter, observers }: ItemDraft): ItemText => ({
  kind: matter.kind,
  title,
  observers,
  nominees:
    matter.kind === 'appointment'
      ? matter.nominees.map(({ reconsiders, ...nominee }) => ({
          ...nominee,
          reconsiders: reconsiders ? written(reconsiders) : null,
        }))
      : [],
});

/** Meetings whose decisions can be asked to be reconsidered, as they are written in the list. */
export function decided(
  meetings: MeetingSummary[],
  besides: string,
): { value: string; meeting: MeetingSummary }[] {
  return meetings
    .filter(({ phase, nominees }) => (phase === 'sealed' || phase === 'adjourned') && nominees > 0)
    .map((meeting) => ({ value: written(meeting.number), meeting }))
    .filter(({ value }) => value !== besides);
}

/** What the notice named. What was not in it is an unscheduled motion, and is shown as one before it is sent. */
export class Notified {
  readonly #titles: Set<string>;
  readonly #nominees: Set<string>;

  constructor(items: ItemView[]) {
    const known = items.map(({ item }) => item);
    this.#titles = new Set(known.filter((item) => !item.unscheduled).map((item) => item.title));
    this.#nominees = new Set(
      known
        .flatMap(({ matter }) => (matter.kind === 'appointment' ? matter.nominees : []))
        .filter((nominee) => !nominee.unscheduled)
        .map(told),
    );
  }

  hasItem = (item: ItemText) => this.#titles.has(item.title.trim());
  hasNominee = (nominee: NomineeText) => this.#nominees.has(told(nominee));
}

/** The same person for the same posts reads alike. */
const told = ({
  name,
  proposedPost,
  postToLeave,
}: {
  name: string;
  proposedPost: string;
  postToLeave: string;
}) => JSON.stringify([name.replace(/\s+/gu, ''), proposedPost.trim(), postToLeave.trim()]);

export type CallMistake = 'badYear' | 'badOrdinal' | 'badDate' | 'badTime' | 'noChair' | SettingsMistake;

/** The call that the fields ask for, or what cannot even be written down. What may be called is for the rules to judge. */
export function readCall(text: CallText, now: string): MeetingCall | CallMistake {
  const year = whole(text.year);
  const ordinal = whole(text.ordinal);
  const date = plain(text.date);
  const time = plain(text.time);
  const chair = text.chair === '' ? null : Number(text.chair);
  if (year === null || year < 1000) return 'badYear';
  if (ordinal === null || ordinal > 999) return 'badOrdinal';
  if (!isDay(date)) return 'badDate';
  if (!isTime(time)) return 'badTime';
  if (chair === null) return 'noChair';
  const custom = text.preset === 'custom' ? readSettings(text.custom) : null;
  if (typeof custom === 'string') return custom;
  return {
    number: { year, ordinal },
    scheduled: momentAt(date, time, now),
    place: text.place.trim(),
    chair,
    recorder: { name: bare(text.recorderName), post: text.recorderPost.trim() },
    agenda: text.agenda.map(readItem),
    preset: text.preset,
    ...(custom && { custom }),
    ...(text.backFill && {
      backFilled: { reason: text.backFillReason.trim(), by: bare(text.backFillBy) },
    }),
  };
}

export function readItem(text: ItemText): ItemDraft {
  const nominees = text.nominees.map((nominee): NomineeDraft => {
    const reconsiders = readNumber(nominee.reconsiders ?? '');
    const profile = readProfile(nominee.profile);
    return {
      name: bare(nominee.name),
      currentPost: nominee.currentPost.trim(),
      proposedPost: nominee.proposedPost.trim(),
      postToLeave: nominee.postToLeave.trim(),
      change: nominee.change,
      ...(reconsiders && { reconsiders }),
      ...(profile && { profile }),
    };
  });
  return {
    title: text.title.trim(),
    matter: text.kind === 'ordinary' ? { kind: 'ordinary' } : { kind: 'appointment', nominees },
    observers: text.observers.map(({ name, post }) => ({ name: bare(name), post: post.trim() })),
  };
}
