import type {
  ChangeKind,
  HomeView,
  ItemDraft,
  MeetingCall,
  MeetingView,
  NomineeDraft,
  ObserverDraft,
} from '../host/contract';
import { plain, whole } from '../shared/digits';
import { bare } from '../shared/names';
import { dayOf, isDay, isTime, momentAt, timeOf } from '../shared/time';

/** An item of the call as typed. */
export interface ItemText {
  kind: 'ordinary' | 'appointment';
  title: string;
  observers: ObserverDraft[];
  nominees: NomineeDraft[];
}

/** The call as typed. */
export interface CallText {
  year: string;
  ordinal: string;
  date: string;
  time: string;
  place: string;
  /** A member's id. */
  chair: string;
  recorderName: string;
  recorderPost: string;
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

export const newItem = (kind: ItemText['kind']): ItemText => ({
  kind,
  title: '',
  observers: [],
  nominees: kind === 'appointment' ? [newNominee()] : [],
});
export const newObserver = (): ObserverDraft => ({ name: '', post: '' });
export const newNominee = (): NomineeDraft => ({
  name: '',
  currentPost: '',
  proposedPost: '',
  postToLeave: '',
  change: 'promotion',
});

/** A fresh call: the next number, today, the usual place, the Secretary in the chair. */
export function freshCall(home: HomeView): CallText {
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
    agenda: view.items.map(({ item }) => ({
      kind: item.matter.kind,
      title: item.title,
      observers: item.observers.map(({ name, post }) => ({ name, post })),
      nominees:
        item.matter.kind === 'appointment'
          ? item.matter.nominees.map(
              ({ id: _, unscheduled: __, notCarried: ___, reconsiders, ...nominee }) =>
                reconsiders === null ? nominee : { ...nominee, reconsiders },
            )
          : [],
    })),
  };
}

export type CallMistake = 'badYear' | 'badOrdinal' | 'badDate' | 'badTime' | 'noChair';

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
  return {
    number: { year, ordinal },
    scheduled: momentAt(date, time, now),
    place: text.place.trim(),
    chair,
    recorder: { name: bare(text.recorderName), post: text.recorderPost.trim() },
    agenda: text.agenda.map(readItem),
    preset: 'municipalCommittee2019',
  };
}

function readItem(text: ItemText): ItemDraft {
  const nominees = text.nominees.map((nominee) => ({
    name: bare(nominee.name),
    currentPost: nominee.currentPost.trim(),
    proposedPost: nominee.proposedPost.trim(),
    postToLeave: nominee.postToLeave.trim(),
    change: nominee.change,
  }));
  return {
    title: text.title.trim(),
    matter: text.kind === 'ordinary' ? { kind: 'ordinary' } : { kind: 'appointment', nominees },
    observers: text.observers.map(({ name, post }) => ({ name: bare(name), post: post.trim() })),
  };
}
