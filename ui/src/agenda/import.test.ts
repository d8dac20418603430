import { beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import type { NomineeDraft, PersonRow } from '../host/contract';
import { FakeHost, refusal } from '../host/sample';
import { PeopleImport, typed } from './import.svelte';

const nominee = (name: string): NomineeDraft => ({
  name,
  currentPost: '市财政局副局长',
  proposedPost: '市财政局局长',
  postToLeave: '',
  change: 'promotion',
});
const row = (row: number, name: string, part: Partial<PersonRow<NomineeDraft>> = {}) => ({
  row,
  person: nominee(name),
  twins: [],
  why: [],
  ...part,
});

describe('importing nominees', () => {
  let host: FakeHost;
  let rows: PersonRow<NomineeDraft>[];
  let coming: PeopleImport;

  beforeEach(async () => {
    host = new FakeHost();
    host.onAsk = (query) => {
      const table = { rows: [['姓名']], head: 1, columns: ['name' as const] };
      if ('table' in query)
        return {
          answer: { table: { table: { sheets: [], sheet: null, encoding: null, separator: 'tab', table } } },
        };
      return 'nomineeImport' in query ? { answer: { nomineeImport: rows } } : null;
    };
    const desk = new Desk(host);
    await desk.start();
    coming = new PeopleImport(desk, 'nominees', [{ name: '陈　晓' }]);
  });

  async function paste(given: PersonRow<NomineeDraft>[]) {
    rows = given;
    await coming.intake.paste('姓名');
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('brings all of them in, in order', async () => {
    await paste([row(2, '林志远'), row(3, '吴二')]);
    expect(coming.people?.map(({ name }) => name)).toEqual(['林志远', '吴二']);
    expect(host.asked).toContain('nomineeImport');
  });

  it('leaves out who is there already, unless the user wants them twice', async () => {
    await paste([row(2, '陈晓'), row(3, '吴二')]);
    expect(coming.people?.map(({ name }) => name)).toEqual(['吴二']);
    coming.leaveOut(2, false);
    expect(coming.people?.length).toBe(2);
  });

  it('brings nobody in while a row is wrong that is not left out', async () => {
    const why = [{ type: 'refused' as const, refusal: refusal({ type: 'empty', text: 'post' }) }];
    await paste([row(2, '林志远', { why }), row(3, '吴二')]);
    expect(coming.people).toBeNull();
    coming.leaveOut(2, true);
    expect(coming.people?.map(({ name }) => name)).toEqual(['吴二']);
    coming.leaveOut(3, true);
    expect(coming.people).toBeNull();
  });

  it('types them on without a decision to reconsider', () => {
    expect(typed({ ...nominee('陈晓'), profile: { sex: '女' } })).toEqual({
      ...nominee('陈晓'),
      profile: { sex: '女' },
      reconsiders: null,
    });
  });
});
