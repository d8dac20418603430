import { describe, expect, it } from 'vitest';
import type { PaperKind, PaperRow } from '../host/contract';
import { paperRow, papersView } from '../host/sample';
import {
  bookOf,
  bundleName,
  digestShown,
  extractFor,
  firstShown,
  grouped,
  keyOf,
  leavesNext,
  standing,
  toFile,
} from './papers';

const extract = (item: number, to = '', nominees: number[] = []): PaperKind => ({
  extract: { item, nominees, to },
});
const keys = (rows: PaperRow[]) =>
  grouped(rows).map(({ group, rows }) => [group, rows.map((row) => keyOf(row.paper))]);

describe('the list of papers', () => {
  it('stands in the groups of the file', () => {
    expect(keys(papersView().papers)).toEqual([
      ['before', ['notice', 'signIn']],
      ['vote', ['ballots', 'voteRecord']],
      ['after', ['minutes', 'summary', 'extract:2::', 'rules']],
      ['blank', ['blank:signIn']],
    ]);
  });

  it('has no group without papers', () => {
    expect(keys([paperRow('minutes')])).toEqual([['after', ['minutes']]]);
    expect(keys([])).toEqual([]);
  });

  it('has extracts together, item by item, though those for one unit are listed last', () => {
    const rows = [extract(1), extract(2), 'rules' as const, extract(1, '市财政局'), extract(2, '', [4])];
    expect(keys(rows.map((paper) => paperRow(paper)))).toEqual([
      ['after', ['extract:1::', 'extract:1::市财政局', 'extract:2::', 'extract:2:4:', 'rules']],
    ]);
  });

  it('tells apart every paper that is another one', () => {
    const papers: PaperKind[] = [
      'signIn',
      'minutes',
      { blank: 'signIn' },
      { blank: 'minutes' },
      extract(1),
      extract(2),
      extract(1, '市财政局'),
      extract(1, '', [3]),
      extract(1, '', [3, 4]),
    ];
    expect(new Set(papers.map(keyOf)).size).toBe(papers.length);
  });
});

describe('how a paper stands', () => {
  it.each<[string, Partial<PaperRow>]>([
    ['owed', { due: 'owed' }],
    ['possible', { due: 'possible' }],
    ['later', { due: 'later' }],
    ['current', { due: 'owed', number: 3 }],
    ['outgrown', { due: 'owed', number: 3, outgrown: true }],
  ])('%s', (stands, part) => {
    expect(standing(paperRow('minutes', part))).toBe(stands);
  });
});

describe('what is looked at first', () => {
  it('is the minutes once they are owed', () => {
    expect(firstShown(papersView().papers)).toBe('minutes');
  });

  it('is what is owed and not made before the meeting', () => {
    const rows = [
      paperRow('notice', { due: 'owed', number: 1 }),
      paperRow('agenda', { due: 'owed' }),
      paperRow('minutes', { due: 'later' }),
    ];
    expect(firstShown(rows)).toBe('agenda');
  });

  it('is what is owed and outgrown', () => {
    const rows = [
      paperRow('notice', { due: 'owed', number: 1, outgrown: true }),
      paperRow('agenda', { due: 'owed', number: 2 }),
    ];
    expect(firstShown(rows)).toBe('notice');
  });

  it('is the minutes where nothing is owed, and nothing that cannot be had', () => {
    expect(firstShown([paperRow('notice'), paperRow('minutes')])).toBe('minutes');
    expect(firstShown([paperRow('minutes', { due: 'later' }), paperRow('rules')])).toBe('rules');
    expect(firstShown([])).toBeNull();
  });
});

it('the file of a meeting has what is filed and can be had', () => {
  expect(toFile(papersView().papers)).toEqual(['notice', 'signIn', 'voteRecord', 'minutes', 'rules']);
});

describe('an extract', () => {
  it('is of the nominees chosen, in the order of the item', () => {
    expect(extractFor(2, [1, 2, 3], [3, 1], ' 市财政局 ')).toEqual(extract(2, '市财政局', [1, 3]));
  });

  it('of all of them, or of none in particular, is of the whole item', () => {
    expect(extractFor(2, [1, 2], [2, 1], '')).toEqual(extract(2));
    expect(extractFor(2, [1, 2], [], '')).toEqual(extract(2));
  });

  it('knows no nominees of another item', () => {
    expect(extractFor(2, [1, 2], [2, 7], '')).toEqual(extract(2, '', [2]));
  });
});

describe('the book of minutes', () => {
  const next = { book: { year: 2026, volume: 1 }, first: 19 };

  it('goes on where it ends', () => {
    expect(leavesNext(next, false)).toEqual(next);
    expect(bookOf(next.book)).toBe('2026-1');
  });

  it('is another one where asked', () => {
    expect(leavesNext(next, true)).toEqual({ book: { year: 2026, volume: 2 }, first: 1 });
  });

  it('that is empty is the new one', () => {
    expect(leavesNext({ ...next, first: 1 }, true)).toEqual({ ...next, first: 1 });
  });
});

it('names are in the language of the papers', () => {
  expect(bundleName({ year: 2026, ordinal: 7 })).toBe('2026年第7次会议文书');
});

it('a digest is shown as far as it tells papers apart', () => {
  expect(digestShown('7f3a91c20bde4410aaaa')).toBe('7F3A 91C2 0BDE 4410');
});
