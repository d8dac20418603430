import type { Desk } from '../desk/desk.svelte';
import type { Draft } from '../desk/drafts.svelte';
import type { CommitteeCommand, Date as Day, Member, MemberId, Refusal, Role } from '../host/contract';
import { ask } from '../host/host';
import { plain } from '../shared/digits';
import { bare } from '../shared/names';
import { isDay } from '../shared/time';

/** A member as typed; `member` is whom it revises, `null` for somebody new. */
export interface MemberText {
  member: MemberId | null;
  name: string;
  role: Role;
  posts: string;
  since: string;
}

const NOBODY: MemberText = { member: null, name: '', role: 'member', posts: '', since: '' };

/** The part of the screen that something was done in. */
type Part = 'committee' | 'member' | 'table' | 'phrases';

/** The order with one member at another place; `null` where there is no such place. */
export function placed(order: MemberId[], member: MemberId, to: number): MemberId[] | null {
  if (!order.includes(member) || order[to] === undefined || order[to] === member) return null;
  const next = order.filter((id) => id !== member);
  next.splice(to, 0, member);
  return next;
}

/** The order after moving one member by one place; `null` where there is no such place. */
export const moved = (order: MemberId[], member: MemberId, by: 1 | -1): MemberId[] | null =>
  placed(order, member, order.indexOf(member) + by);

/** The ranks after putting those without an office of the committee into the order of their strokes. */
export function sorted(members: Member[], order: number[]): MemberId[] {
  const heads = members.filter(({ role }) => role !== 'member');
  const others = members.filter(({ role }) => role === 'member');
  return [...heads, ...order.flatMap((place) => others[place] ?? [])].map(({ id }) => id);
}

/** The roster being kept. */
export class Roster {
  /** What came back, and on what. */
  refusal = $state.raw<{ on: Part; refusal: Refusal } | null>(null);
  badDay = $state(false);
  readonly desk: Desk;
  readonly typed: Draft<MemberText>;

  constructor(desk: Desk) {
    this.desk = desk;
    this.typed = desk.drafts.of('roster:member', NOBODY);
  }

  /** Name and term as typed, else as they are in the record now. */
  get committee(): Draft<{ name: string; term: string }> {
    const { name, term } = this.desk.committee?.committee ?? { name: '', term: '' };
    return this.desk.drafts.of('roster:committee', { name, term });
  }

  /** One phrase a line. */
  get phrases(): Draft<{ lines: string }> {
    const phrases = this.desk.committee?.committee.phrases ?? [];
    return this.desk.drafts.of('roster:phrases', { lines: phrases.join('\n') });
  }

  get members(): Member[] {
    return this.desk.committee?.committee.members ?? [];
  }

  /** Somebody else of the name that is typed: in office, or else who left last. Two people may share a name. */
  get namesake(): { member: Member; left: Day | null } | null {
    const { member: edited, name } = this.typed.value;
    const same = (other: Member) =>
      name.trim() !== '' && bare(other.name) === bare(name) && other.id !== edited;
    const seated = this.members.find(same);
    if (seated) return { member: seated, left: null };
    const former = this.desk.committee?.committee.former.findLast(([member]) => same(member));
    return former && edited === null ? { member: former[0], left: former[1] } : null;
  }

  edit(member: Member) {
    this.refusal = null;
    const { id, name, role, posts, since } = member;
    this.typed.change({ member: id, name, role, posts, since: since ?? '' });
  }

  establish(): Promise<boolean> {
    const { name, term } = this.committee.value;
    return this.#do(
      'committee',
      { type: 'establish', name: name.trim(), term: term.trim() },
      this.committee.key,
    );
  }

  keepPhrases(): Promise<boolean> {
    const lines = this.phrases.value.lines.split('\n').map((line) => line.trim());
    const phrases = lines.filter((line) => line !== '');
    return this.#do('phrases', { type: 'keepPhrases', phrases }, this.phrases.key);
  }

  /** Seats whoever is typed, or revises whom they are. */
  async seat(): Promise<boolean> {
    const { member, name, role, posts, since } = this.typed.value;
    const day = plain(since);
    this.badDay = day !== '' && !isDay(day);
    if (this.badDay) return false;
    const data = { name: bare(name), role, posts: posts.trim(), since: day || null };
    const command: CommitteeCommand =
      member === null ? { type: 'seatMember', ...data } : { type: 'reviseMember', member, ...data };
    return this.#do('member', command, this.typed.key);
  }

  async unseat(member: MemberId, typed: string): Promise<boolean> {
    const on = plain(typed);
    this.badDay = !isDay(on);
    return this.badDay ? false : this.#do('table', { type: 'unseatMember', member, on });
  }

  get order(): MemberId[] {
    return this.members.map(({ id }) => id);
  }

  move(member: MemberId, by: 1 | -1): Promise<boolean> {
    return this.#rank(moved(this.order, member, by));
  }

  place(member: MemberId, to: number): Promise<boolean> {
    return this.#rank(placed(this.order, member, to));
  }

  /** The ranks by strokes, for the user to look at: nothing is ranked yet. */
  async byStrokes(): Promise<Member[] | null> {
    const names = this.members.filter(({ role }) => role === 'member').map(({ name }) => name);
    const ordered = await this.desk.inquire(() =>
      ask(this.desk.host, 'orderNames', { names, by: 'surname' }),
    );
    const order = ordered && sorted(this.members, ordered.order);
    return order?.flatMap((id) => this.members.find((member) => member.id === id) ?? []) ?? null;
  }

  /** Ranks the members as they stand here. */
  async rank(members: Member[]): Promise<boolean> {
    return this.#rank(members.map(({ id }) => id));
  }

  /** 换届: the same committee in a new term. */
  newTerm(term: string): Promise<boolean> {
    const { name } = this.desk.committee?.committee ?? { name: '' };
    return this.#do('table', { type: 'establish', name, term: term.trim() }, this.committee.key);
  }

  async #rank(order: MemberId[] | null): Promise<boolean> {
    return order !== null && this.#do('table', { type: 'rankMembers', order });
  }

  async #do(on: Part, committee: CommitteeCommand, settles?: string): Promise<boolean> {
    const command = { committee };
    const outcome = await this.desk.act(settles === undefined ? { command } : { command, settles });
    this.refusal = outcome?.kind === 'refused' ? { on, refusal: outcome.refusal } : null;
    return outcome?.kind === 'accepted';
  }
}
