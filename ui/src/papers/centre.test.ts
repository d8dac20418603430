import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import type { Answer, Command, PaperKind, Query } from '../host/contract';
import { disk, FakeHost, laidOut, madePaper, paperRow, papersView } from '../host/sample';
import { PrintCentre } from './centre.svelte';
import { keyOf } from './papers';
import { prove } from './proof';

let host: FakeHost;
let desk: Desk;
let centre: PrintCentre;

beforeEach(async () => {
  vi.useFakeTimers();
  host = new FakeHost();
  desk = new Desk(host);
  await desk.start();
  await desk.go({ screen: 'record', meeting: 7 });
  centre = new PrintCentre(desk, 7);
  centre.listen();
  await centre.follow();
  await vi.advanceTimersByTimeAsync(1000);
  host.lines.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

type Making = Extract<Command, { makePapers: unknown }>['makePapers'];
const made = (): Making[] =>
  host.done.flatMap(({ do: command }) => (command && 'makePapers' in command ? [command.makePapers] : []));

/** Makes what is asked for, as the desk would. */
function makes(after: () => void = () => undefined) {
  host.onDo = (line) => {
    const wish = line.do && 'makePapers' in line.do ? line.do.makePapers : null;
    const accepted = host.accept();
    if (!wish || !('accepted' in accepted)) return accepted;
    after();
    const count = wish.papers.length + wish.exports.length;
    const files = Array.from({ length: count }, (_, place) => ({
      path: `/papers/${place}`,
      digest: '',
      pages: 1,
      number: place < wish.papers.length ? place + 3 : null,
    }));
    return { accepted: { ...accepted.accepted, files } };
  };
}

/** Work that goes on until the returned function is called. */
function working(): (answer: Answer) => void {
  let finish: (answer: Answer) => void = () => undefined;
  host.onDo = () =>
    new Promise<Answer>((resolve) => {
      finish = resolve;
    });
  return (answer) => finish(answer);
}

const asksPaper = (query: Query) => 'paper' in query;
const stopped: Answer = { fault: { code: 'cancelled', detail: 'stopped', safe: disk(10) } };
const undrawable: Answer = {
  fault: {
    code: 'paper',
    detail: 'no font draws 𠮷',
    safe: disk(10),
    paper: { paper: 'minutes', character: '𠮷', place: '李建国：', near: '同意𠮷同志' },
  },
};

describe('what is shown', () => {
  it('is the minutes, page by page, without a number', () => {
    expect(centre.shown).toBe('minutes');
    expect(centre.paper?.number).toBeNull();
    expect(centre.pages).toHaveLength(2);
  });

  it('is another paper where one is asked for', async () => {
    await centre.show('notice');
    expect(host.lines.filter(({ ask }) => ask && asksPaper(ask))).toEqual([
      { ask: { paper: { meeting: 7, paper: 'notice' } } },
    ]);
    expect(centre.pages).toHaveLength(2);
  });

  it('is laid out once for whoever goes down the list quickly, the last one', async () => {
    await Promise.all([centre.show('notice'), centre.show('signIn'), centre.show('rules')]);
    const asked = host.lines.flatMap(({ ask }) => (ask && 'paper' in ask ? [ask.paper.paper] : []));
    expect(asked).toEqual(['notice', 'rules']);
    expect(centre.shown).toBe('rules');
    expect(centre.pages).toHaveLength(2);
  });

  it('is no page of a paper that cannot be had yet', async () => {
    await centre.show('summary');
    expect(host.asked).toEqual([]);
    expect(centre.pages).toEqual([]);
    expect(centre.toPrint).toEqual([]);
    await centre.save();
    expect(made()).toEqual([]);
  });

  it('that cannot be laid out says why in its place, with no dialog', async () => {
    host.onAsk = (query) => (asksPaper(query) ? undrawable : null);
    await centre.show('notice');
    expect(centre.unlaid?.paper?.character).toBe('𠮷');
    expect(centre.pages).toEqual([]);
    expect(desk.fault).toBeNull();
    host.onAsk = () => null;
    await centre.show('minutes');
    expect(centre.unlaid).toBeNull();
    expect(centre.pages).toHaveLength(2);
  });

  it('stays, and is laid out anew, when the record has grown', async () => {
    await centre.show('rules');
    host.head = 12;
    host.papers = papersView({ papers: [paperRow('minutes'), paperRow('rules', { number: 4 })] });
    host.onAsk = (query) =>
      asksPaper(query) ? { answer: { paper: laidOut({ pages: 1, number: 4 }) } } : null;
    await desk.go(desk.place);
    await centre.follow();
    expect(centre.shown).toBe('rules');
    expect(centre.paper?.number).toBe(4);
    expect(centre.pages).toHaveLength(1);
  });

  it('is another one when the paper is no longer there', async () => {
    await centre.show('rules');
    host.head = 12;
    host.papers = papersView({ papers: [paperRow('notice')] });
    await desk.go(desk.place);
    await centre.follow();
    expect(centre.shown).toBe('notice');
  });

  it('is asked for once for each entry', async () => {
    await centre.follow();
    await centre.follow();
    expect(host.asked).toEqual([]);
  });
});

describe('what is chosen', () => {
  it('is printed and saved together, in the order of the file; else the one shown is printed', () => {
    expect(centre.toPrint).toEqual(['minutes']);
    centre.choose('voteRecord', true);
    centre.choose('notice', true);
    expect(centre.toPrint).toEqual(['notice', 'voteRecord']);
    expect(centre.toBundle).toEqual(['notice', 'voteRecord']);
    centre.choose('notice', false);
    centre.choose('voteRecord', false);
    expect(centre.toPrint).toEqual(['minutes']);
  });

  it('is the file of the meeting where nothing is', () => {
    expect(centre.toBundle).toEqual(['notice', 'signIn', 'voteRecord', 'minutes', 'rules']);
  });

  it('is nothing that cannot be had', () => {
    centre.choose('summary', true);
    expect(centre.chosenPapers).toEqual([]);
  });
});

describe('saving', () => {
  it('one paper makes it and writes one file', async () => {
    makes();
    await centre.save();
    expect(made()).toEqual([
      {
        meeting: 7,
        papers: ['minutes'],
        exports: [],
        to: { file: '/papers/会议记录.pdf' },
        anew: false,
        newBook: false,
      },
    ]);
    expect(centre.done).toMatchObject({ kind: 'saved', papers: ['minutes'], place: '/papers/会议记录.pdf' });
    expect(centre.work).toBeNull();
  });

  it('leaves the list and the register as they are on disk afterwards', async () => {
    makes(() => {
      host.papers = papersView({
        papers: [paperRow('minutes', { due: 'owed', number: 3 })],
        made: [madePaper({ number: 3 })],
      });
    });
    await centre.save();
    expect(centre.row('minutes')).toMatchObject({ number: 3, outgrown: false });
    expect(centre.view?.made.map((it) => it.made.number)).toEqual([3]);
  });

  it('does nothing where the dialog is cancelled', async () => {
    host.onPick = () => null;
    await centre.save();
    await centre.saveWord();
    await centre.saveAll({ papers: ['minutes'], exports: [], form: 'zip', anew: false, newBook: false });
    expect(made()).toEqual([]);
    expect(centre.done).toBeNull();
  });

  it('for Word writes an export and makes no paper', async () => {
    makes();
    await centre.saveWord();
    expect(made()).toMatchObject([
      { papers: [], exports: [{ docx: 'minutes' }], to: { file: '/papers/会议记录.docx' } },
    ]);
  });

  it('for Word is where the desk offers it, and for every extract where it does for one', async () => {
    expect(centre.hasWord('minutes')).toBe(true);
    expect(centre.hasWord('notice')).toBe(false);
    expect(centre.hasWord({ extract: { item: 2, nominees: [], to: '市财政局' } })).toBe(true);
    await centre.show('notice');
    await centre.saveWord();
    expect(made()).toEqual([]);
  });

  const wish = { papers: ['notice', 'minutes'] as PaperKind[], exports: ['workbook' as const] };

  it('all in a folder asks for a folder of the name of the meeting', async () => {
    makes();
    await centre.saveAll({ ...wish, form: 'folder', anew: true, newBook: true });
    expect(made()).toEqual([
      { ...wish, meeting: 7, to: { folder: '/papers/2026年第7次会议文书' }, anew: true, newBook: true },
    ]);
    expect(centre.done).toMatchObject({ kind: 'saved', together: true });
    expect(centre.done?.kind === 'saved' && centre.done.files).toHaveLength(3);
  });

  it('all in a zip file asks for a file', async () => {
    makes();
    await centre.saveAll({ ...wish, form: 'zip', anew: false, newBook: false });
    expect(made()).toMatchObject([{ to: { zip: '/papers/2026年第7次会议文书.zip' }, anew: false }]);
  });

  it('that one paper keeps from being done names the paper, the character and the place, with no dialog', async () => {
    host.onDo = () => undrawable;
    await centre.saveAll({ ...wish, form: 'folder', anew: false, newBook: false });
    expect(centre.trouble?.paper).toEqual({
      paper: 'minutes',
      character: '𠮷',
      place: '李建国：',
      near: '同意𠮷同志',
    });
    expect(centre.done).toBeNull();
    expect(desk.fault).toBeNull();
  });

  it('that fails otherwise is a fault like any other', async () => {
    host.onDo = () => ({ fault: { code: 'disk-full', detail: '', safe: disk(10) } });
    await centre.save();
    expect(desk.fault?.code).toBe('disk-full');
    expect(centre.trouble).toBeNull();
    expect(centre.work).toBeNull();
  });

  it('of a screen that was behind makes nothing', async () => {
    host.onDo = () => ({ stale: { head: disk(14) } });
    await centre.save();
    expect(centre.done).toBeNull();
    expect(desk.behind?.entry).toBe(14);
  });
});

describe('long work', () => {
  it('says how far it has come', async () => {
    const finish = working();
    const saving = centre.save();
    await vi.advanceTimersByTimeAsync(0);
    expect(centre.work).toEqual({ progress: null, stopping: false });
    const progress = { done: 1, total: 4, paper: 'minutes' as const };
    host.progress(progress);
    expect(centre.work?.progress).toEqual(progress);
    finish(host.accept());
    await saving;
    expect(centre.work).toBeNull();
  });

  it('is not begun twice', async () => {
    const finish = working();
    const saving = centre.save();
    await vi.advanceTimersByTimeAsync(0);
    await centre.save();
    await centre.print();
    finish(host.accept());
    await saving;
    expect(made()).toHaveLength(1);
    expect(host.printed).toEqual([]);
  });

  it('that is stopped wrote nothing, and is no fault', async () => {
    const finish = working();
    const saving = centre.save();
    await vi.advanceTimersByTimeAsync(0);
    centre.stop();
    centre.stop();
    expect(host.stops).toBe(1);
    expect(centre.work?.stopping).toBe(true);
    finish(stopped);
    await saving;
    expect(centre.done).toEqual({ kind: 'stopped' });
    expect(desk.fault).toBeNull();
  });

  it('that had not begun when it was stopped is stopped when it begins', async () => {
    const finish = working();
    const saving = centre.save();
    await vi.advanceTimersByTimeAsync(0);
    centre.stop();
    host.progress({ done: 0, total: 4, paper: 'notice' });
    expect(host.stops).toBe(2);
    finish(stopped);
    await saving;
  });

  it('of somebody else is none of this screen', () => {
    host.progress({ done: 1, total: 4, paper: null });
    expect(centre.work).toBeNull();
  });
});

describe('printing', () => {
  it('sends what is chosen, and follows what was registered', async () => {
    centre.choose('notice', true);
    centre.choose('minutes', true);
    host.onPrint = () => {
      host.head = 12;
      host.papers = papersView({ papers: [paperRow('minutes', { number: 5 })] });
      return [
        { handed: 'printer', path: '/a' },
        { handed: 'printer', path: '/b' },
      ];
    };
    await centre.print();
    expect(host.printed).toEqual([['notice', 'minutes']]);
    expect(centre.done).toMatchObject({ kind: 'printed', papers: ['notice', 'minutes'] });
    expect(desk.disk?.entry).toBe(12);
    expect(centre.row('minutes')?.number).toBe(5);
  });

  it('that is stopped is no fault; a paper that cannot be made is said beside the button', async () => {
    host.onPrint = () => stopped;
    await centre.print();
    expect(centre.done).toEqual({ kind: 'stopped' });
    host.onPrint = () => undrawable;
    await centre.print();
    expect(centre.trouble?.paper?.paper).toBe('minutes');
    expect(desk.fault).toBeNull();
  });

  it('that fails otherwise is a fault', async () => {
    host.onPrint = () => ({ fault: { code: 'io', detail: '', safe: null } });
    await centre.print();
    expect(desk.fault?.code).toBe('io');
    expect(centre.work).toBeNull();
  });
});

describe('an extract for one unit', () => {
  const paper = { extract: { item: 2, nominees: [1], to: '市财政局' } };

  it('is listed and shown before it is made, and kept as it was typed', async () => {
    await centre.drawUp(paper.extract);
    expect(centre.shown).toEqual(paper);
    expect(centre.isDrawnUp(paper)).toBe(true);
    expect(centre.rows.map((row) => keyOf(row.paper))).toContain('extract:2:1:市财政局');
    expect(new PrintCentre(desk, 7).rows.map((row) => keyOf(row.paper))).toContain('extract:2:1:市财政局');
  });

  it('is listed once though it is drawn up twice', async () => {
    await centre.drawUp(paper.extract);
    await centre.show('minutes');
    await centre.drawUp(paper.extract);
    expect(centre.rows.filter((row) => keyOf(row.paper) === keyOf(paper))).toHaveLength(1);
  });

  it('can be taken back', async () => {
    await centre.drawUp(paper.extract);
    centre.choose(paper, true);
    await centre.takeBack(paper);
    expect(centre.row(paper)).toBeNull();
    expect(centre.shown).toBe('minutes');
    expect(centre.chosenPapers).toEqual([]);
  });

  it('is one of the papers of the meeting once it is made', async () => {
    await centre.drawUp(paper.extract);
    makes(() => {
      host.papers = papersView({
        papers: [paperRow('minutes'), paperRow(paper, { number: 3, filed: false })],
      });
    });
    await centre.save();
    expect(centre.isDrawnUp(paper)).toBe(false);
    expect(centre.row(paper)?.number).toBe(3);
    expect(desk.drafts.text('meeting:7:extracts')).toBeNull();
  });
});

describe('a fingerprint from paper', () => {
  const answers = (answer: Answer) => {
    host.onAsk = (query) => ('verify' in query ? answer : null);
  };
  const verify = (part: object): Answer => ({
    answer: { verify: { disk: disk(10), found: [], near: null, ...part } },
  });
  const found = [{ entry: 9, at: '', meeting: 7, number: { year: 2026, ordinal: 7 }, papers: [1, 2] }];

  it.each<[Answer, unknown]>([
    [verify({ found: null }), { kind: 'whole', entry: 10 }],
    [verify({ found }), { kind: 'found', found }],
    [verify({ near: { entry: 9, groups: [2] } }), { kind: 'near', near: { entry: 9, groups: [2] } }],
    [verify({}), { kind: 'none' }],
    [{ fault: { code: 'malformed', detail: '', safe: null } }, { kind: 'unreadable' }],
  ])('%o', async (answer, proof) => {
    answers(answer);
    expect(await prove(desk, '7F3A 91C2')).toEqual(proof);
    expect(desk.fault).toBeNull();
  });

  it('of a chain that is broken is a fault', async () => {
    answers({ fault: { code: 'broken-chain', detail: '', safe: null } });
    expect(await prove(desk, '7F3A 91C2')).toBeNull();
    expect(desk.fault?.code).toBe('broken-chain');
  });

  it('that is not typed asks for the chain as a whole', async () => {
    answers(verify({ found: null }));
    await prove(desk, '');
    expect(host.lines.at(-1)?.ask).toEqual({ verify: { fingerprint: null } });
  });
});
