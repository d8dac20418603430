import type { Desk } from '../desk/desk.svelte';
import type { Draft } from '../desk/drafts.svelte';
import type {
  Column,
  Table,
  TableSource,
  TableTrouble,
  TableUse,
  TableView,
  TextEncoding,
} from '../host/contract';
import { ask } from '../host/host';

export const ENCODINGS: TextEncoding[] = ['utf8', 'gb18030', 'utf16Le', 'utf16Be'];

/** A table coming in: from a file or pasted, and what its columns are taken to be. */
export class Intake {
  /** As it was read. */
  view = $state.raw<TableView | null>(null);
  /** With the columns as the user has them. */
  table = $state.raw<Table | null>(null);
  trouble = $state.raw<TableTrouble | null>(null);
  /** The file that was opened. */
  file = $state.raw<string | null>(null);
  /** What was pasted, kept as typed. */
  readonly pasted: Draft<{ text: string }>;
  readonly desk: Desk;
  readonly used: TableUse;
  /** What its columns can be. */
  readonly columns: readonly Column[];
  readonly #changed: () => unknown;

  /** `changed` is called after every change of the table. */
  constructor(desk: Desk, used: TableUse, columns: readonly Column[], key: string, changed: () => unknown) {
    this.desk = desk;
    this.used = used;
    this.columns = columns;
    this.pasted = desk.drafts.of(key, { text: '' });
    this.#changed = changed;
  }

  /** The name of the file without its folders. */
  get fileName(): string {
    return this.file?.split(/[\\/]/).at(-1) ?? '';
  }

  /** Reads what was pasted before. */
  async begin() {
    const { text } = this.pasted.value;
    if (text !== '') await this.#read({ text });
  }

  async open() {
    const path = await this.desk.host.pickOpenPath();
    if (path === null) return;
    this.pasted.drop();
    this.file = path;
    await this.#read({ file: path });
  }

  async paste(text: string) {
    this.pasted.change({ text });
    this.file = null;
    if (text.trim() !== '') return this.#read({ text });
    this.#take(null, null);
  }

  /** Reads the file again, as the user knows better. */
  async readAs(how: { encoding?: TextEncoding; sheet?: string }) {
    if (this.file === null) return;
    const { encoding = null, sheet = null } = this.view ?? {};
    await this.#read({ file: this.file }, { encoding, sheet, ...how });
  }

  setColumn(place: number, column: Column | null) {
    if (!this.table) return;
    // One meaning is one column.
    const columns = this.table.columns.map((other, at) => {
      if (at === place) return column;
      return other === column ? null : other;
    });
    this.#change({ ...this.table, columns });
  }

  /** How many rows at the top are no data. */
  setHead(head: number) {
    if (this.table) this.#change({ ...this.table, head });
  }

  async #read(source: TableSource, how: { encoding?: TextEncoding | null; sheet?: string | null } = {}) {
    const { encoding = null, sheet = null } = how;
    const reading = await this.desk.inquire(() =>
      ask(this.desk.host, 'table', { source, encoding, sheet, used: this.used }),
    );
    // Newer text was pasted, or another file opened.
    if (reading === null || ('text' in source && source.text !== this.pasted.value.text)) return;
    if ('table' in reading) this.#take(reading.table, null);
    else this.#take(null, reading.unreadable);
  }

  #take(view: TableView | null, trouble: TableTrouble | null) {
    this.view = view;
    this.trouble = trouble;
    this.table = view?.table ?? null;
    void this.#changed();
  }

  #change(table: Table) {
    this.table = table;
    void this.#changed();
  }
}
