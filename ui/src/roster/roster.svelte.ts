import type { Desk } from '../desk/desk.svelte';
import type { Draft } from '../desk/drafts.svelte';
import type { CommitteeCommand, Member, MemberId, Refusal, Role } from '../host/contract';
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

/** The order after moving one member by one place; `null` where there is no such place. */
export function moved(order: MemberId[], member: MemberId, by: 1 | -1): MemberId[] | null {
  const from = order.indexOf(member);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return null;
  const next = order.filter((id) => id !== member);
  next.splice(to, 0, member);
  return next;
}

/** The roster being kept. */
export class Roster {
  /** What came back, and on what. */
  refusal = $state.raw<{ on: Part; refusal: Refusal } | null>(null);
  badDay = $state(false);
  readonly desk: Desk;
  readonly typed: Draft<MemberText>;
  readonly committee: Draft<{ name: string; term: string }>;
  /** One phrase a line. */
  readonly phrases: Draft<{ lines: string }>;

  constructor(desk: Desk) {
    this.desk = desk;
    const { name, term } = desk.committee?.committee ?? { name: '', term: '' };
    this.typed = desk.drafts.of('roster:member', NOBODY);
    const phrases = desk.committee?.committee.phrases ?? [];
    this.phrases = desk.drafts.of('roster:phrases', { lines: phrases.join('\n') });
    this.committee = desk.drafts.of('roster:committee', { name, term });
  }

  get members(): Member[] {
    return this.desk.committee?.committee.members ?? [];
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

  async move(member: MemberId, by: 1 | -1): Promise<boolean> {
    const order = moved(
      this.members.map(({ id }) => id),
      member,
      by,
    );
    return order !== null && this.#do('table', { type: 'rankMembers', order });
  }

  async #do(on: Part, committee: CommitteeCommand, settles?: string): Promise<boolean> {
    const command = { committee };
    const outcome = await this.desk.act(settles === undefined ? { command } : { command, settles });
    this.refusal = outcome?.kind === 'refused' ? { on, refusal: outcome.refusal } : null;
    return outcome?.kind === 'accepted';
  }
}
