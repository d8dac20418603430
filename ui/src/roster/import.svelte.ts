import type { Desk } from '../desk/desk.svelte';
import type {
  ChosenRow,
  Member,
  MemberId,
  Refusal,
  RosterPreview,
  RosterRow,
  RosterWish,
  RowChoice,
} from '../host/contract';
import { ask } from '../host/host';
import { plain } from '../shared/digits';
import { isDay } from '../shared/time';
import { Intake } from '../table/intake.svelte';

/** What changes of a member, field by field. */
export type Change = { field: 'name' | 'role' | 'posts' | 'since'; from: string | null; to: string | null };

export function changesOf(from: Member, to: Member): Change[] {
  const fields = ['name', 'role', 'posts', 'since'] as const;
  return fields
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field], to: to[field] }));
}

/** How many rows share each fate. */
export function fatesOf(rows: RosterRow[]): Map<RosterRow['fate']['type'], number> {
  const counts = new Map<RosterRow['fate']['type'], number>();
  for (const { fate } of rows) counts.set(fate.type, (counts.get(fate.type) ?? 0) + 1);
  return counts;
}

const KEY = 'roster:table';

/** A roster being imported. The machine says what would happen; what the user then agrees to is one command. */
export class RosterImport {
  readonly intake: Intake;
  preview = $state.raw<RosterPreview | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  ranks = $state(true);
  /** Last day in office, as typed, of those who leave. */
  leaving = $state<Record<MemberId, string>>({});
  #choices = $state.raw<ChosenRow[]>([]);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.intake = new Intake(desk, 'roster', ['name', 'role', 'posts', 'since', 'rank'], KEY, () =>
      this.#renew(),
    );
  }

  choiceOf(row: number): RowChoice | null {
    return this.#choices.find((chosen) => chosen.row === row)?.choice ?? null;
  }

  /** `null` leaves it to the name. */
  choose(row: number, choice: RowChoice | null) {
    const others = this.#choices.filter((chosen) => chosen.row !== row);
    this.#choices = choice === null ? others : [...others, { row, choice }];
    return this.look();
  }

  rank(ranks: boolean) {
    this.ranks = ranks;
    return this.look();
  }

  /** `null` lets the member stay. */
  leave(member: MemberId, on: string | null) {
    if (on === null) delete this.leaving[member];
    else this.leaving[member] = on;
    return this.look();
  }

  /** Days that are none. */
  get badDays(): MemberId[] {
    return Object.entries(this.leaving).flatMap(([member, on]) => (isDay(plain(on)) ? [] : [Number(member)]));
  }

  /** Whether there is something to import, and nothing is wrong with it. */
  get ready(): boolean {
    return this.badDays.length === 0 && (this.preview?.acts.length ?? 0) > 0;
  }

  /** Another table: what was chosen for the rows of the last one does not hold for its rows. */
  #renew() {
    this.#choices = [];
    return this.look();
  }

  /** Asks what would happen. */
  async look() {
    const { table } = this.intake;
    this.refusal = null;
    if (!table?.columns.includes('name')) {
      this.preview = null;
      return;
    }
    const leaving = Object.entries(this.leaving)
      .map(([member, on]) => ({ member: Number(member), on: plain(on) }))
      .filter(({ on }) => isDay(on));
    const wish: RosterWish = { table, choices: this.#choices, leaving, ranks: this.ranks };
    const preview = await this.#desk.inquire(() => ask(this.#desk.host, 'rosterImport', wish));
    if (preview && this.intake.table === table) this.preview = preview;
  }

  /** Does all of it, or nothing. */
  async run(): Promise<boolean> {
    if (!this.ready || !this.preview) return false;
    const { acts } = this.preview;
    const outcome = await this.#desk.act({ command: { committee: { type: 'several', acts } }, settles: KEY });
    // The roster may have changed under it: what would happen now is shown anew.
    if (outcome?.kind === 'stale') await this.look();
    this.refusal = outcome?.kind === 'refused' ? outcome.refusal : null;
    return outcome?.kind === 'accepted';
  }
}
