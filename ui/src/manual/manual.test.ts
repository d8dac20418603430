import { describe, expect, it } from 'vitest';
import contract from '../host/contract.ts?raw';
import wordsEn from '../words/en.ts?raw';
import wordsZh from '../words/zh.ts?raw';
import en from './en.md?raw';
import { type Chapter, found, type Piece, parse, rulesOf, titleOf } from './manual';
import { PASSAGES } from './passages';
import zh from './zh.md?raw';

const sources = import.meta.glob<string>('../**/*.{ts,svelte}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const program = Object.entries(sources)
  .filter(([path]) => !path.includes('.test.'))
  .map(([, text]) => text)
  .join('\n');

const MANUALS: [string, string, string][] = [
  ['中文', zh, wordsZh],
  ['English', en, wordsEn],
];
const passagesOf = (chapters: Chapter[]) => chapters.flatMap(({ passages }) => passages);
const piecesOf = (chapters: Chapter[]): Piece[] =>
  passagesOf(chapters).flatMap(({ title, blocks }) => [
    ...title,
    ...blocks.flatMap(({ lines }) => lines.flat()),
  ]);
const read = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');

describe('the manual', () => {
  it('has the same passages in both languages, in the same order, built in the same way', () => {
    const shape = (source: string) =>
      parse(source).map(({ passages }) =>
        passages.map(({ id, blocks }) => [id, ...blocks.map(({ kind, lines }) => [kind, lines.length])]),
      );
    expect(shape(en)).toEqual(shape(zh));
    expect(passagesOf(parse(zh)).map(({ id }) => id)).toEqual(PASSAGES);
  });

  it('rests each passage on the same rules and names the same keys in both languages', () => {
    const named = (source: string) =>
      passagesOf(parse(source)).map((passage) => {
        const keys = passage.blocks.flatMap(({ lines }) => lines.flat()).filter(({ kind }) => kind === 'key');
        return [passage.id, rulesOf(passage), [...new Set(keys.map(({ of }) => of))].sort()];
      });
    expect(named(en)).toEqual(named(zh));
  });

  it.each(MANUALS)('%s: every rule is one of the rulebook, every way leads to a passage', (_, source) => {
    const pieces = piecesOf(parse(source));
    const unknown = pieces.filter(
      ({ kind, of }) =>
        (kind === 'rule' && !contract.includes(`"${of}"`)) ||
        (kind === 'jump' && !(PASSAGES as readonly string[]).includes(of)),
    );
    expect(unknown).toEqual([]);
    expect(pieces.some(({ kind }) => kind === 'rule') && pieces.some(({ kind }) => kind === 'jump')).toBe(
      true,
    );
  });

  it.each(MANUALS)('%s: every key is one of the program', (_, source) => {
    const fixed = new Set([...program.matchAll(/combo: '([^']+)'/g)].map(([, combo]) => combo));
    // `Alt+${at + 1}` and its like: a run of digits.
    const runs = [...program.matchAll(/(?:combo: |=> )`([^`$]*)\$\{\w+ \+ 1\}`/g)].map(
      ([, held]) => held ?? '',
    );
    // The browser's own.
    const native = new Set(['Tab', 'Enter']);
    const isKey = (combo: string) =>
      fixed.has(combo) ||
      native.has(combo) ||
      runs.some((held) => new RegExp(`^${held.replace('+', '\\+')}\\d$`).test(combo));
    const keys = piecesOf(parse(source)).filter(({ kind }) => kind === 'key');
    expect(keys.map(({ of }) => of).filter((combo) => !isKey(combo))).toEqual([]);
    expect(keys.length).toBeGreaterThan(50);
  });

  it.each(MANUALS)('%s: every name in quotation marks is said by the program', (_, source, words) => {
    const quoted = [...read(piecesOf(parse(source))).matchAll(/“([^”]+)”/g)].map(([, name]) => name ?? '');
    expect(quoted.filter((name) => !words.toLowerCase().includes(name.toLowerCase()))).toEqual([]);
    expect(quoted.length).toBeGreaterThan(20);
  });

  it.each(MANUALS)('%s: nothing of its notation is left over in what is read', (_, source) => {
    const text = passagesOf(parse(source)).map(
      (passage) => titleOf(passage) + read(piecesOf([{ title: '', passages: [passage] }])),
    );
    expect(text.filter((text) => /\*\*|`|\]\(|\{#|^#|\[[RS]-/.test(text))).toEqual([]);
  });
});

describe('what is looked for in it', () => {
  const hits = (source: string, typed: string) =>
    found(parse(source), typed).flatMap(({ passages }) => passages.map(({ id }) => id));

  it('is found at any length, whatever its width and case', () => {
    expect(hits(zh, '末')).toContain('statements');
    expect(hits(zh, 'ｃｔｒｌ k')).toContain('commands');
    expect(hits(en, 'QUORUM')).toContain('quorum');
    expect(hits(zh, 'R-PJ-05')).toEqual(['secret']);
    expect(hits(zh, '没有这样的话')).toEqual([]);
  });

  it('may be several words of one passage, wherever they stand in it', () => {
    expect(hits(en, 'scrutineer')).toEqual(['vote', 'secret']);
    expect(hits(en, 'scrutineer circulation')).toEqual(['vote']);
  });

  it('is marked, and nothing else is changed', () => {
    const whole = passagesOf(parse(zh)).find(({ id }) => id === 'tally');
    const marked = passagesOf(found(parse(zh), '恰为半数')).find(({ id }) => id === 'tally');
    const lines = (passage = whole) => passage?.blocks.flatMap((block) => block.lines) ?? [];
    expect(lines(marked).map(read)).toEqual(lines().map(read));
    const hit = lines(marked)
      .flat()
      .filter(({ hit }) => hit);
    expect(hit).toEqual([{ kind: 'strong', text: '恰为半数', of: '', hit: true }]);
  });

  it('marks a key and a rule as a whole', () => {
    const marked = piecesOf(found(parse(zh), 'pj-0')).filter(({ hit }) => hit);
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.every(({ kind, text }) => kind === 'rule' && text.startsWith('R-PJ-0'))).toBe(true);
  });

  it('finds everything where nothing was typed', () => {
    expect(hits(zh, '  ')).toEqual(PASSAGES);
  });
});
