import type { Doors, MeetingView, NomineeId, NomineeView, Refusal, WarningView } from '../host/contract';
import type { Words } from '../words/words.svelte';
import { nextStep, type Step } from './matter';

/** What a button below the list does. */
export type ActName =
  | 'openMeeting'
  | 'takeUpItem'
  | 'takeUpNominee'
  | 'openVote'
  | 'closeVote'
  | 'postponeVote'
  | 'deferMatter'
  | 'announceResult'
  | 'closeItem'
  | 'leaveItem'
  | 'adjourn'
  | 'seal'
  | 'goRecord'
  | 'amendCall'
  | 'callOff'
  | 'designateChair'
  | 'sendNotice'
  | 'addItem'
  | 'acknowledge'
  | 'openReconsideration';

export interface Act {
  name: ActName;
  label: string;
  refusal: Refusal | null;
  /** The item or nominee that it takes up. */
  id?: number;
  /** The warning that it acknowledges. */
  warning?: WarningView;
  /** The one next thing. */
  primary: boolean;
}

type Told = Omit<Act, 'primary'>;

/** The doors of the place where the meeting stands, the next thing first. Doors are the view's; none is judged here. */
export function actsOf(view: MeetingView, words: Words): Act[] {
  const step = nextStep(view);
  const acts = [...stepAct(step, view, words), ...others(view, words)];
  const first = acts.findIndex((act) => act.name === step.do);
  return acts
    .filter((act, index) => acts.findIndex((other) => other.name === act.name) === index)
    .map((act, index) => ({ ...act, primary: first >= 0 && index === 0 }));
}

function stepAct(step: Step, view: MeetingView, words: Words): Told[] {
  switch (step.do) {
    case 'takeUpItem': {
      const item = view.items.find((item) => item.item.id === step.item);
      if (!item) return [];
      const label = words.room.takeUpItem(item.item.id, item.item.title);
      return [{ name: 'takeUpItem', label, refusal: item.takeUp, id: step.item }];
    }
    case 'takeUpNominee': {
      const matter = nomineeIn(view, step.nominee);
      if (!matter?.nominee) return [];
      const label = words.room.takeUpNominee(matter.nominee.name);
      return [{ name: 'takeUpNominee', label, refusal: matter.takeUp, id: step.nominee }];
    }
    case 'acknowledge': {
      const { warning } = step;
      return [{ name: 'acknowledge', label: words.room.confirmAbsence, refusal: null, warning }];
    }
    case 'openReconsideration': {
      const matter = nomineeIn(view, step.nominee);
      return matter ? [reconsideration(matter, words)] : [];
    }
    case 'openMeeting':
    case 'openVote':
    case 'closeVote':
    case 'announceResult':
    case 'closeItem':
    case 'adjourn':
    case 'seal':
    case 'goRecord':
      return [door(step.do, view.doors, words)];
    default:
      return [];
  }
}

const REFUSALS: Partial<Record<ActName, keyof Doors>> = {
  openMeeting: 'openMeeting',
  openVote: 'openVote',
  closeVote: 'closeVote',
  postponeVote: 'postponeVote',
  deferMatter: 'deferMatter',
  announceResult: 'announce',
  closeItem: 'closeItem',
  leaveItem: 'leaveItem',
  adjourn: 'adjourn',
  seal: 'seal',
  amendCall: 'amendCall',
  callOff: 'callOff',
  sendNotice: 'sendNotice',
  addItem: 'addItem',
};

function door(name: ActName, doors: Doors, words: Words): Told {
  const { room } = words;
  const labels: Record<ActName, string> = {
    openMeeting: room.openMeeting,
    takeUpItem: room.agenda,
    takeUpNominee: room.nominees,
    openVote: room.openVote,
    closeVote: room.closeVote,
    postponeVote: room.postponeVote,
    deferMatter: room.deferMatter,
    announceResult: room.announceResult,
    closeItem: room.closeItem,
    leaveItem: room.leaveItem,
    adjourn: room.adjourn,
    seal: room.seal,
    goRecord: room.record,
    amendCall: room.amend,
    callOff: room.callOff,
    designateChair: room.designateChair,
    sendNotice: room.sendNotice,
    addItem: room.addItem,
    acknowledge: room.acknowledge,
    openReconsideration: room.reconsider,
  };
  const key = REFUSALS[name];
  return { name, label: labels[name], refusal: key ? doors[key] : null };
}

function others(view: MeetingView, words: Words): Told[] {
  const all = (...names: ActName[]) => names.map((name) => door(name, view.doors, words));
  if (view.phase === 'called') {
    // A notice that went out is told, not sent again.
    const notice = view.notice === null ? all('sendNotice') : [];
    return [...all('openMeeting'), ...notice, ...all('addItem', 'designateChair', 'amendCall', 'callOff')];
  }
  // The papers are checked before they are sealed.
  if (view.phase === 'adjourned') return all('goRecord');
  if (view.phase !== 'sitting') return [];
  const { floor } = view;
  if (!floor) return all('adjourn', 'addItem', 'designateChair');
  const ordinary = floor.nominee === null;
  switch (floor.stage) {
    case null:
      return all('closeItem', 'leaveItem', 'addItem', 'designateChair');
    case 'waiting':
    case 'takenUp':
      return ordinary ? all('leaveItem') : all('postponeVote');
    case 'introduced':
    case 'heard':
      return ordinary
        ? all('closeItem', 'openVote', 'postponeVote', 'deferMatter', 'leaveItem')
        : all('openVote', 'postponeVote', 'deferMatter');
    case 'voting':
      return floor.ballot?.method === 'secret' ? all('postponeVote') : all('closeVote', 'postponeVote');
    case 'reconsidering':
      return all('closeVote', 'postponeVote');
    default:
      return [];
  }
}

const nomineeIn = (view: MeetingView, id: NomineeId): NomineeView | undefined =>
  view.items.flatMap((item) => item.matters).find((matter) => matter.nominee?.id === id);

/** 提出复议 of one nominee. */
export function reconsideration(matter: NomineeView, words: Words): Told {
  const { nominee, reconsider } = matter;
  const label = words.room.reconsiderOf(nominee?.name ?? '');
  return { name: 'openReconsideration', label, refusal: reconsider, id: nominee?.id ?? 0 };
}
