import type {
  Attendant,
  ItemView,
  MeetingView,
  NomineeView,
  Person,
  PhaseName,
  Refusal,
  StageName,
  WarningView,
} from '../host/contract';
import type { Known } from '../words/known';

/** The item on the floor. */
export const openItem = (view: MeetingView): ItemView | null => view.items.find((item) => item.open) ?? null;

/** The matter on the floor; `null` between nominees. */
export function matterOnFloor(view: MeetingView): NomineeView | null {
  const { floor } = view;
  if (!floor || floor.stage === null) return null;
  const item = openItem(view);
  return item?.matters.find((matter) => (matter.nominee?.id ?? null) === floor.nominee) ?? null;
}

export const isAppointment = (item: ItemView): boolean => item.item.matter.kind === 'appointment';

/** What drafts on the matter on the floor are called by; the same after a restart. */
export function matterKey(meeting: number, view: MeetingView): string | null {
  const { floor } = view;
  if (!floor) return null;
  return floor.nominee === null
    ? `meeting:${meeting}:item:${floor.item}`
    : `meeting:${meeting}:nominee:${floor.nominee}`;
}

/** Names for the ids of one meeting. */
export function knownIn(view: MeetingView): Known {
  const member = (id: number) => view.seats.find((seat) => seat.member.id === id)?.member.name ?? `#${id}`;
  const nominees = view.items.flatMap((item) => item.matters.map((matter) => matter.nominee));
  const observers = view.items.flatMap((item) => item.item.observers);
  return {
    member,
    nominee: (id) => nominees.find((nominee) => nominee?.id === id)?.name ?? null,
    person: (person) =>
      'member' in person
        ? member(person.member)
        : (observers.find((observer) => observer.id === person.observer)?.name ?? `#${person.observer}`),
    recorder: view.recorder.name,
  };
}

/** `member:4` or `observer:1`, as the lists of speakers name them. */
export const personKey = (person: Person): string =>
  'member' in person ? `member:${person.member}` : `observer:${person.observer}`;

export function personFrom(key: string): Person | null {
  const [kind, id] = key.split(':');
  const number = Number(id);
  if (!Number.isInteger(number)) return null;
  if (kind === 'member') return { member: number };
  return kind === 'observer' ? { observer: number } : null;
}

/** `member:8`, `observer:1` or `recorder`, as the list of those who may leave names them. */
export const attendantKey = (person: Attendant): string =>
  person === 'recorder' ? 'recorder' : personKey(person);

export const attendantFrom = (key: string): Attendant | null =>
  key === 'recorder' ? 'recorder' : personFrom(key);

/** The nominees of the open item for whom somebody can leave now; the one on the floor alone where one is. */
export function recusableIn(view: MeetingView): NomineeView[] {
  const matters = openItem(view)?.matters ?? [];
  return matters.filter((matter) => matter.nominee !== null && matter.recuse === null);
}

/** The warning that a closed door waits for. */
function awaitedBehind(view: MeetingView, refusal: Refusal | null | undefined): WarningView | null {
  if (refusal?.facts.type !== 'awaitsConfirmation') return null;
  return view.warnings.find((it) => it.awaited && it.acknowledged === null) ?? null;
}

/** The one next thing. It reads doors and decides nothing. */
export type Step =
  | { do: 'markAttendance'; member: number }
  | { do: 'openMeeting' }
  | { do: 'takeUpItem'; item: number }
  | { do: 'takeUpNominee'; nominee: number }
  | { do: 'introduce' }
  | { do: 'hear'; member: number }
  | { do: 'acknowledge'; warning: WarningView }
  | { do: 'openReconsideration'; nominee: number }
  | { do: 'openVote' }
  | { do: 'vote'; member: number }
  | { do: 'closeVote' }
  | { do: 'countBallots' }
  | { do: 'announceResult' }
  | { do: 'closeItem' }
  | { do: 'adjourn' }
  | { do: 'seal' }
  | { do: 'goRecord' };

const PHASES: Record<PhaseName, (view: MeetingView) => Step> = {
  called: (view) => {
    const unmarked = view.seats.find((seat) => seat.attendance === null);
    return unmarked ? { do: 'markAttendance', member: unmarked.member.id } : { do: 'openMeeting' };
  },
  sitting: (view) => {
    if (view.floor) return onTheFloor(view, view.floor.stage);
    const due = view.items.find((item) => item.takeUp === null && item.left === null);
    return due ? { do: 'takeUpItem', item: due.item.id } : { do: 'adjourn' };
  },
  adjourned: () => ({ do: 'seal' }),
  sealed: () => ({ do: 'goRecord' }),
  calledOff: () => ({ do: 'goRecord' }),
};

export const nextStep = (view: MeetingView): Step => PHASES[view.phase](view);

function onTheFloor(view: MeetingView, stage: StageName | null): Step {
  const { floor } = view;
  if (!floor || stage === null) {
    return betweenNominees(view, floor?.nextNominee ?? null);
  }
  const ordinary = floor.nominee === null;
  switch (stage) {
    case 'waiting':
    case 'takenUp':
      return { do: 'introduce' };
    case 'introduced':
    case 'heard':
      // On an ordinary item nobody has to take a stance: it is talked about and decided.
      if (ordinary) return { do: 'closeItem' };
      if (stage === 'introduced' && floor.next !== null) return { do: 'hear', member: floor.next };
      return unlessAwaited(view, view.doors.openVote, { do: 'openVote' });
    case 'voting':
      if (floor.ballot?.method === 'secret') return { do: 'countBallots' };
      return floor.next !== null ? { do: 'vote', member: floor.next } : { do: 'closeVote' };
    case 'reconsidering':
      return floor.next !== null ? { do: 'vote', member: floor.next } : { do: 'closeVote' };
    case 'settled':
      return { do: 'announceResult' };
    case 'announced':
      return { do: 'closeItem' };
  }
}

const unlessAwaited = (view: MeetingView, refusal: Refusal | null | undefined, step: Step): Step => {
  const warning = awaitedBehind(view, refusal);
  return warning ? { do: 'acknowledge', warning } : step;
};

/** The next nominee; or what one of them waits for; or the end of the item. */
function betweenNominees(view: MeetingView, next: number | null): Step {
  if (next !== null) return { do: 'takeUpNominee', nominee: next };
  const waiting = (openItem(view)?.matters ?? []).filter((matter) => matter.stage === 'waiting');
  for (const { nominee, takeUp, reconsider } of waiting) {
    const step = unlessAwaited(view, takeUp, { do: 'closeItem' });
    if (step.do === 'acknowledge') return step;
    if (nominee && takeUp?.facts.type === 'reconsiderationNeeded' && reconsider === null)
      return { do: 'openReconsideration', nominee: nominee.id };
  }
  return { do: 'closeItem' };
}
