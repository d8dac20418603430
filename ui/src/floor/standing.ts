/** Who has the floor, who comes after, and since when: read off the record, kept nowhere. */
import type { ItemView, MeetingView, Member, MemberId, NomineeView, Person, Stamp } from '../host/contract';
import type { Floor } from './floor.svelte';
import { knownIn, matterOnFloor, openItem, personFrom } from './matter';

export interface Standing {
  /** What the one who has the floor does. */
  does: 'introduces' | 'speaks' | 'votes' | 'waits';
  /** `null` where nobody is known to have it. */
  now: string | null;
  next: string | null;
  /** The same, where they are members. */
  who: { now: MemberId | null; next: MemberId | null };
  /** The entry with which they got it; `null` where nothing is timed. */
  since: Stamp | null;
}

const latest = (stamps: (Stamp | null | undefined)[]): Stamp | null =>
  stamps.reduce<Stamp | null>(
    (last, stamp) => (stamp && (!last || stamp.entry > last.entry) ? stamp : last),
    null,
  );

/** When the floor passed on: at the introduction and at every stance; where no stances are due, at every word. */
function passedAt(matter: NomineeView, ordinary: boolean): Stamp | null {
  const words = ordinary ? [...matter.remarks, ...matter.opinions] : [];
  return latest([
    matter.takenUp,
    ...[matter.introduction, ...matter.statements, ...words].map((it) => it?.stamp),
  ]);
}

/** `null` where nobody has the floor and nobody waits for it. */
export function standing(view: MeetingView, floor: Floor): Standing | null {
  const matter = matterOnFloor(view);
  const item = openItem(view);
  if (!item) return null;
  if (!matter) {
    const next = item.matters.find(({ nominee }) => nominee?.id === view.floor?.nextNominee)?.nominee;
    return next
      ? { does: 'waits', now: null, next: next.name, who: { now: null, next: null }, since: null }
      : null;
  }
  const ordinary = matter.nominee === null;
  const since = passedAt(matter, ordinary);
  const person = (does: Standing['does'], of: Person | null, next: Member | null): Standing => ({
    does,
    now: of && knownIn(view).person(of),
    next: next?.name ?? null,
    who: { now: of && 'member' in of ? of.member : null, next: next?.id ?? null },
    since: does === 'votes' ? null : since,
  });
  const current = floor.row?.member ?? null;
  const due = floor.rows.filter((row) => floor.isDue(row)).map((row) => row.member);
  const after = due.find((member) => member.id !== current?.id) ?? null;
  const byRow = (does: Standing['does']) => current && person(does, { member: current.id }, after);
  switch (view.floor?.stage) {
    case 'waiting':
    case 'takenUp':
      return person('introduces', personFrom(floor.introducer), ordinary ? null : (due[0] ?? null));
    case 'introduced':
    case 'heard': {
      if (!ordinary || floor.mode === 'statement') return byRow('speaks');
      const by = personFrom(floor.remark?.value.by ?? '');
      return by && person('speaks', by, null);
    }
    case 'voting':
    case 'reconsidering':
      return view.floor?.ballot?.method === 'secret' ? null : byRow('votes');
    default:
      return null;
  }
}

/** Milliseconds from one moment to another; never below nothing. */
export const between = (from: string, to: string | number): number =>
  Math.max(0, (typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from));

/** How long an item has been, or was, on the floor; `null` before it is taken up. */
export function spentOn(item: ItemView, now: number | null): number | null {
  if (!item.takenUp) return null;
  if (item.ended) return between(item.takenUp.at, item.ended.at);
  return now === null ? null : between(item.takenUp.at, now);
}

/** `4:12`; `1:04:12` from an hour on. */
export function spell(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
