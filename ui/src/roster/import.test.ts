import { beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import type { CommitteeCommand, Query, RosterPreview, RosterWish, TableView } from '../host/contract';
import { FakeHost, MEMBERS, member, named, refusal } from '../host/sample';
import { changesOf, fatesOf, RosterImport } from './import.svelte';

const view = (part: Partial<TableView> = {}): TableView => ({
  sheets: [],
  sheet: null,
  encoding: 'gb18030',
  separator: 'comma',
  table: {
    rows: [
      ['姓名', '职务'],
      ['周明', '市委书记'],
    ],
    head: 1,
    columns: ['name', null],
  },
  ...part,
});

const ACT: CommitteeCommand = { type: 'seatMember', name: '冯强', role: 'member', posts: '', since: null };
const preview = (part: Partial<RosterPreview> = {}): RosterPreview => ({
  rows: [],
  absent: [],
  refusal: null,
  acts: [ACT],
  order: [],
  ...part,
});

describe('importing a roster', () => {
  let host: FakeHost;
  let coming: RosterImport;
  let shown: RosterPreview;
  let read: TableView | { type: 'damaged' };

  beforeEach(async () => {
    host = new FakeHost();
    shown = preview();
    read = view();
    host.onAsk = (query) => {
      if ('table' in query)
        return { answer: { table: 'type' in read ? { unreadable: read } : { table: read } } };
      return 'rosterImport' in query ? { answer: { rosterImport: shown } } : null;
    };
    const desk = new Desk(host);
    await desk.start();
    await desk.go({ screen: 'roster' });
    coming = new RosterImport(desk);
  });

  const queries = () => host.lines.flatMap(({ ask }) => ask ?? []);
  const tables = () =>
    queries().filter((query): query is Extract<Query, { table: unknown }> => 'table' in query);
  const wishes = (): RosterWish[] =>
    queries().flatMap((query) => ('rosterImport' in query ? query.rosterImport : []));
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('reads the file that is picked and shows what would happen', async () => {
    await coming.intake.open();
    await settled();
    expect(tables()[0]?.table).toMatchObject({ source: { file: '/papers/名册.xlsx' }, used: 'roster' });
    expect(coming.intake.fileName).toBe('名册.xlsx');
    expect(coming.preview).toEqual(shown);
  });

  it('reads it again in the encoding that the user says', async () => {
    await coming.intake.open();
    await coming.intake.readAs({ encoding: 'utf8' });
    expect(tables()[1]?.table).toMatchObject({ encoding: 'utf8', sheet: null });
  });

  it('keeps what is pasted as it is typed, and reads that', async () => {
    await coming.intake.paste('姓名\t职务\n周明\t市委书记');
    expect(tables()[0]?.table.source).toEqual({ text: '姓名\t职务\n周明\t市委书记' });
    expect(coming.intake.pasted.value.text).toContain('周明');
    await coming.intake.paste(' ');
    expect(coming.intake.table).toBeNull();
  });

  it('says why a table cannot be read, and imports nothing', async () => {
    read = { type: 'damaged' };
    await coming.intake.open();
    await settled();
    expect(coming.intake.trouble).toEqual({ type: 'damaged' });
    expect(await coming.run()).toBe(false);
    expect(host.done).toEqual([]);
  });

  it('asks for nothing before a column has the names', async () => {
    read = view({ table: { ...view().table, columns: [null, null] } });
    await coming.intake.open();
    await settled();
    expect(wishes()).toEqual([]);
    coming.intake.setColumn(1, 'name');
    await settled();
    expect(wishes()[0]?.table.columns).toEqual([null, 'name']);
    coming.intake.setColumn(0, 'name');
    await settled();
    expect(wishes()[1]?.table.columns).toEqual(['name', null]);
  });

  it('does what was shown as one command, and settles what was pasted', async () => {
    await coming.intake.open();
    await settled();
    expect(await coming.run()).toBe(true);
    expect(host.done.map(({ do: command }) => command)).toEqual([
      { committee: { type: 'several', acts: [ACT] } },
    ]);
    expect(host.done[0]?.settles).toBe('roster:table');
  });

  it('does nothing while a row is wrong, or a day is none', async () => {
    shown = preview({ acts: [] });
    await coming.intake.open();
    await settled();
    expect(await coming.run()).toBe(false);
    shown = preview();
    await coming.leave(3, '昨天');
    expect(coming.badDays).toEqual([3]);
    expect(await coming.run()).toBe(false);
    await coming.leave(3, '2026-03-01');
    expect(wishes().at(-1)?.leaving).toEqual([{ member: 3, on: '2026-03-01' }]);
    expect(await coming.run()).toBe(true);
    expect(host.done.length).toBe(1);
  });

  it('asks anew with every choice; a new table forgets those for its rows', async () => {
    await coming.intake.open();
    await coming.choose(2, { seat: {} });
    await coming.choose(2, { revise: 3 });
    await coming.rank(false);
    expect(wishes().at(-1)).toMatchObject({ choices: [{ row: 2, choice: { revise: 3 } }], ranks: false });
    await coming.choose(2, null);
    expect(wishes().at(-1)?.choices).toEqual([]);
    await coming.choose(2, { skip: {} });
    await coming.intake.open();
    await settled();
    expect(wishes().at(-1)?.choices).toEqual([]);
  });

  it('keeps everything where the rules refuse after all', async () => {
    const no = refusal({ type: 'secretaryAlreadySeated', secretary: named(1) });
    host.onDo = () => ({ refused: no });
    await coming.intake.open();
    await settled();
    expect(await coming.run()).toBe(false);
    expect(coming.refusal).toEqual(no);
    expect(coming.preview).toEqual(shown);
  });
});

describe('what a row changes', () => {
  it('is told field by field', () => {
    const from = member(2);
    expect(changesOf(from, { ...from, posts: '市委副书记', since: null })).toEqual([
      { field: 'posts', from: from.posts, to: '市委副书记' },
      { field: 'since', from: '2024-06-01', to: null },
    ]);
    expect(changesOf(from, from)).toEqual([]);
  });

  it('is counted by what becomes of it', () => {
    const row = { name: '', namesakes: [], twins: [] };
    const [one] = MEMBERS;
    if (!one) throw new Error('the sample has members');
    const counts = fatesOf([
      { ...row, row: 1, fate: { type: 'unchanged', member: one } },
      { ...row, row: 2, fate: { type: 'skipped' } },
      { ...row, row: 3, fate: { type: 'unchanged', member: one } },
    ]);
    expect([...counts]).toEqual([
      ['unchanged', 2],
      ['skipped', 1],
    ]);
  });
});
