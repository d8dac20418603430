import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk, type Place } from '../desk/desk.svelte';
import type { Query } from '../host/contract';
import { FakeHost, foundText } from '../host/sample';
import { byPinyin, Finding, PAGE, placeOfHit } from './finding.svelte';

let host: FakeHost;
let finding: Finding;

beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost();
  finding = new Finding(new Desk(host));
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** What was looked for, in order. */
const sought = () =>
  host.lines.flatMap(({ ask }) =>
    ask && 'search' in ask ? [(ask as Extract<Query, { search: unknown }>).search] : [],
  );
const found = (count: number, total = count) => ({
  total,
  hits: Array.from({ length: count }, (_, at) => foundText({ entry: at + 1 })),
  people: ['李建国'],
  years: [2026],
});

describe('what is typed', () => {
  it('is looked for once the typing pauses, as it was typed', async () => {
    for (const text of ['同', '同意', '同意 ']) {
      finding.type(text);
      await wait(100);
    }
    expect(sought()).toEqual([]);
    await wait(100);
    expect(sought().map(({ text }) => text)).toEqual(['同意 ']);
  });

  it('is not looked for again where nothing changed', async () => {
    finding.type('同意');
    await wait(200);
    finding.type('同意');
    await wait(200);
    expect(sought()).toHaveLength(1);
  });

  it('and looked for at once is not looked for a second time', async () => {
    finding.type('同意');
    await finding.look();
    await wait(500);
    expect(sought()).toHaveLength(1);
  });

  it('shows the answer to the last question alone, whichever comes last', async () => {
    const answers: (() => void)[] = [];
    vi.spyOn(host, 'call').mockImplementation((line) => {
      const text = line.ask && 'search' in line.ask ? line.ask.search.text : '';
      return new Promise((resolve) => {
        answers.push(() => resolve({ answer: { search: { ...found(0), total: text.length } } }));
      });
    });
    finding.type('一');
    const first = finding.look();
    finding.type('一二');
    const second = finding.look();
    await wait(0);
    answers[1]?.();
    await second;
    answers[0]?.();
    await first;
    expect(finding.view?.total).toBe(2);
  });
});

it('a filter alone is something to look for', async () => {
  expect(finding.isAsked).toBe(false);
  finding.narrow({ person: '李建国', year: 2026 });
  await wait(0);
  expect(finding.isAsked).toBe(true);
  expect(sought().at(-1)?.filters).toEqual({ person: '李建国', year: 2026, kind: null, outcome: null });
  finding.narrow({ person: null, year: null });
  expect(finding.isAsked).toBe(false);
});

it('the next hits come below the others, and all of them again when the record has moved on', async () => {
  host.search = found(PAGE, PAGE + 3);
  finding.type('同');
  await finding.look();
  host.search = { ...found(3, PAGE + 3) };
  await finding.more();
  expect(sought().at(-1)).toMatchObject({ offset: PAGE, limit: PAGE });
  expect(finding.view?.hits).toHaveLength(PAGE + 3);
  await finding.look();
  expect(sought().at(-1)).toMatchObject({ offset: 0, limit: PAGE + 3 });
});

it('a fault leaves what was found, and is said by the desk', async () => {
  host.search = found(1);
  finding.type('同');
  await finding.look();
  host.onAsk = () => ({ fault: { code: 'internal', detail: 'no memory', safe: null } });
  await finding.look();
  expect(finding.view?.total).toBe(1);
});

it('nothing is left once the store is locked, not even what was on its way', async () => {
  host.search = found(1);
  finding.narrow({ year: 2026 });
  finding.type('同');
  const late = finding.look();
  finding.forget();
  await late;
  await wait(500);
  expect([finding.text, finding.view, finding.isAsked]).toEqual(['', null, false]);
});

describe('a hit', () => {
  const from: Place = { screen: 'find', from: { screen: 'home' } };

  it('of a meeting leads to its entry, and back', () => {
    expect(placeOfHit(foundText({ meeting: 7, entry: 212 }), from)).toEqual({
      screen: 'record',
      meeting: 7,
      sought: { entry: 212, words: [{ text: '同意', hit: true }], from },
    });
  });

  it('of the committee leads to the rule or to the roster', () => {
    const none = { meeting: null, number: null };
    const rule = foundText({ ...none, kind: 'rule', rule: 'R-HY-07' });
    expect(placeOfHit(rule, from)).toEqual({ screen: 'rules', rule: 'R-HY-07', from });
    expect(placeOfHit(foundText({ ...none, kind: 'member' }), from)).toEqual({ screen: 'roster' });
  });
});

it('names stand in the order of pinyin', () => {
  expect(byPinyin(['周明', '安然', '李建国'])).toEqual(['安然', '李建国', '周明']);
});
