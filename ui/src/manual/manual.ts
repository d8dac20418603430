/**
 * The manual as text becomes the manual as data. It is written in a small part of Markdown: chapters (`#`), passages
 * (`## Title {#id}`), paragraphs, two kinds of lists, `**strong**`, `` `key` ``, `[R-HY-07]` for a rule and `[text](#id)` for another
 * passage. Nothing of it ever is HTML.
 */
import type { RuleId } from '../host/contract';
import { narrow } from '../shared/digits';
import { shownCombo } from '../shared/hotkey';
import type { PassageId } from './passages';

export interface Piece {
  kind: 'text' | 'strong' | 'key' | 'rule' | 'jump';
  /** As it is read. */
  text: string;
  /** The key, the rule or the passage that it stands for. */
  of: string;
  /** Whether it was looked for. */
  hit: boolean;
}

export interface Block {
  kind: 'paragraph' | 'points' | 'steps';
  lines: Piece[][];
}

export interface Passage {
  id: PassageId;
  title: Piece[];
  blocks: Block[];
}

export interface Chapter {
  title: string;
  passages: Passage[];
}

const INLINE = /\*\*(.+?)\*\*|`([^`]+)`|\[([RS]-[A-Z0-9-]+)\]|\[([^\]]+)\]\(#(\w+)\)/g;

function pieces(line: string): Piece[] {
  const found: Piece[] = [];
  const put = (kind: Piece['kind'], text: string, of = '') => {
    if (text !== '') found.push({ kind, text, of, hit: false });
  };
  let at = 0;
  for (const match of line.matchAll(INLINE)) {
    const [whole, strong, key, rule, text, to] = match;
    put('text', line.slice(at, match.index));
    at = match.index + whole.length;
    if (strong) put('strong', strong);
    else if (key) put('key', shownCombo(key), key);
    else if (rule) put('rule', rule, rule);
    else if (text) put('jump', text, to);
  }
  put('text', line.slice(at));
  return found;
}

const LIST = /^(?:(-)|\d+\.) (.*)$/;

export function parse(source: string): Chapter[] {
  const chapters: Chapter[] = [];
  let open = null as Block | null;
  for (const line of source.split('\n')) {
    const passages = chapters.at(-1)?.passages;
    const passage = passages?.at(-1);
    const heading = /^## (.*) \{#(\w+)\}$/.exec(line);
    const item = LIST.exec(line);
    if (line.startsWith('# ')) chapters.push({ title: line.slice(2), passages: [] });
    else if (heading?.[1] && heading[2])
      passages?.push({ id: heading[2] as PassageId, title: pieces(heading[1]), blocks: [] });
    else if (line.trim() !== '' && passage) {
      const kind = item === null ? 'paragraph' : item[1] ? 'points' : 'steps';
      if (open?.kind !== kind || kind === 'paragraph') {
        open = { kind, lines: [] };
        passage.blocks.push(open);
      }
      open.lines.push(pieces(item?.[2] ?? line));
      continue;
    }
    open = null;
  }
  return chapters;
}

/** Letters as they are compared, sign for sign: width and case do not matter. */
const folded = (text: string) =>
  [...narrow(text)]
    .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
    .join('');

/** The words that are looked for. */
export const sought = (typed: string): string[] => folded(typed).split(/\s+/).filter(Boolean);

const textOf = (line: Piece[]) => folded(line.map((piece) => piece.text).join(''));

/** Whether every word stands somewhere in the passage. */
function has({ title, blocks }: Passage, words: string[]): boolean {
  const lines = [title, ...blocks.flatMap((block) => block.lines)].map(textOf);
  return words.every((word) => lines.some((line) => line.includes(word)));
}

/** A line with what was looked for marked; keys, rules and ways to elsewhere stay whole. */
function marked(line: Piece[], words: string[]): Piece[] {
  const text = textOf(line);
  const hits = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      hits.fill(true, at, at + word.length);
  let start = 0;
  return line.flatMap((piece) => {
    const of = hits.slice(start, start + piece.text.length);
    start += piece.text.length;
    if (piece.kind !== 'text' && piece.kind !== 'strong') return [{ ...piece, hit: of.includes(true) }];
    const cuts = [...of.keys()].filter((at) => at === 0 || of[at] !== of[at - 1]);
    return cuts.map((cut, index) => ({
      ...piece,
      text: piece.text.slice(cut, cuts[index + 1]),
      hit: of[cut] ?? false,
    }));
  });
}

/** The passages in which every word that was typed stands, with the words marked; all of them where nothing was. */
export function found(chapters: Chapter[], typed: string): Chapter[] {
  const words = sought(typed);
  if (words.length === 0) return chapters;
  return chapters
    .map(({ title, passages }) => ({
      title,
      passages: passages
        .filter((passage) => has(passage, words))
        .map(({ id, title, blocks }) => ({
          id,
          title: marked(title, words),
          blocks: blocks.map(({ kind, lines }) => ({
            kind,
            lines: lines.map((line) => marked(line, words)),
          })),
        })),
    }))
    .filter(({ passages }) => passages.length > 0);
}

export const titleOf = ({ title }: Passage): string => title.map((piece) => piece.text).join('');

/** The rules that a passage rests on, as named in it. */
export const rulesOf = ({ blocks }: Passage): RuleId[] =>
  blocks
    .flatMap(({ lines }) => lines.flat())
    .filter(({ kind }) => kind === 'rule')
    .map(({ of }) => of as RuleId);
