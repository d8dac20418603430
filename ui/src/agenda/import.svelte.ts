import type { Desk } from '../desk/desk.svelte';
import type { Column, NomineeDraft, ObserverDraft, PersonRow } from '../host/contract';
import { ask } from '../host/host';
import { bare } from '../shared/names';
import { Intake } from '../table/intake.svelte';
import { type NomineeText, PROFILE } from './call';

export type Person = NomineeDraft | ObserverDraft;

/** What the columns of such a table can be. */
const COLUMNS: Record<'nominees' | 'observers', readonly Column[]> = {
  nominees: ['name', 'currentPost', 'proposedPost', 'postToLeave', 'change', ...PROFILE],
  observers: ['name', 'posts'],
};

/** A nominee of a table as it is typed on. */
export const typed = ({ reconsiders: _, ...nominee }: NomineeDraft): NomineeText => ({
  ...nominee,
  reconsiders: null,
});

/** People of an item being imported from a table. */
export class PeopleImport {
  readonly intake: Intake;
  rows = $state.raw<PersonRow<Person>[] | null>(null);
  #left = $state.raw<number[]>([]);
  readonly #desk: Desk;
  /** Who is on the item already. */
  readonly #there: Set<string>;

  constructor(desk: Desk, used: 'nominees' | 'observers', there: { name: string }[]) {
    this.#desk = desk;
    this.#there = new Set(there.map(({ name }) => bare(name)));
    this.intake = new Intake(desk, used, COLUMNS[used], `agenda:${used}`, () => this.#look());
  }

  isThere = (row: PersonRow<Person>) => this.#there.has(row.person.name);
  isLeftOut = (row: PersonRow<Person>) => this.#left.includes(row.row);

  leaveOut(row: number, is: boolean) {
    this.#left = [...this.#left.filter((other) => other !== row), ...(is ? [row] : [])];
  }

  /** Those who come in, where nothing is wrong with any of them; `null` otherwise. */
  get people(): Person[] | null {
    const coming = (this.rows ?? []).filter((row) => !this.isLeftOut(row));
    return coming.length > 0 && coming.every(({ why }) => why.length === 0)
      ? coming.map(({ person }) => person)
      : null;
  }

  /** They are on the agenda as it is typed. */
  done() {
    this.intake.pasted.drop();
  }

  async #look() {
    const { table, used } = this.intake;
    this.#left = [];
    if (!table?.columns.includes('name')) {
      this.rows = null;
      return;
    }
    const { host } = this.#desk;
    const rows = await this.#desk.inquire<PersonRow<Person>[]>(() =>
      used === 'nominees' ? ask(host, 'nomineeImport', { table }) : ask(host, 'observerImport', { table }),
    );
    if (rows === null || this.intake.table !== table) return;
    this.rows = rows;
    // Somebody who is there already most likely stands in a table that was pasted twice.
    this.#left = rows.filter(this.isThere).map(({ row }) => row);
  }
}
