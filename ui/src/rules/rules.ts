import type {
  Article,
  ArticleCorrection,
  CommitteeCommand,
  Grade,
  RuleId,
  RuleState,
  RuleView,
} from '../host/contract';
import { plain } from '../shared/digits';
import type { Words } from '../words/words.svelte';

/** The sections of the rulebook, in its order. */
export const SECTIONS = [
  'barred',
  'reported',
  'meeting',
  'recusal',
  'committee',
  'own',
  'ballot',
  'before',
  'minutes',
  'other',
] as const;
export type Section = (typeof SECTIONS)[number];

export const STATES: RuleState[] = ['enforced', 'warned', 'outside'];

const SECTION_OF: Record<string, Section> = {
  'R-BX': 'barred',
  'R-BG': 'reported',
  'R-HY': 'meeting',
  'R-HB': 'recusal',
  'R-DW': 'committee',
  S: 'own',
  'R-PJ': 'ballot',
  'R-KC': 'before',
  'R-HS': 'before',
  'R-YN': 'before',
  'R-JL2': 'minutes',
  'R-JS': 'minutes',
};

/** Where a rule stands in the rulebook: its id without the number says so. */
export const sectionOf = (id: RuleId): Section => SECTION_OF[id.slice(0, id.lastIndexOf('-'))] ?? 'other';

/** Rules by section, in the order of the rulebook; empty sections are left out. */
export function grouped(rules: RuleView[]): { section: Section; rules: RuleView[] }[] {
  return SECTIONS.map((section) => ({
    section,
    rules: rules.filter((rule) => sectionOf(rule.id) === section),
  })).filter((group) => group.rules.length > 0);
}

/** Letters as they are compared: width, case and spaces do not matter. */
const folded = (text: string) => plain(text).toLowerCase().replace(/\s+/g, '');

/** The rules in which every word that was typed occurs: in id, titles, source, article, words, checks or corrections. */
export function found(rules: RuleView[], typed: string, state: RuleState | null = null): RuleView[] {
  const sought = plain(typed).split(/\s+/).map(folded).filter(Boolean);
  return rules.filter((rule) => {
    if (state !== null && rule.state !== state) return false;
    const text = textOf(rule);
    return sought.every((word) => text.includes(word));
  });
}

function textOf({ id, article, checks, checksEn, corrections }: RuleView): string {
  const parts = [id, article.title, article.titleEn, article.source, article.clause, article.quote];
  const corrected = corrections.flatMap(({ source, clause, quote, reason, by }) => [
    source,
    clause,
    quote,
    reason,
    by,
  ]);
  // Without its hyphens too: `hy07` is quicker to type.
  return folded([...parts, checks, checksEn, id.replaceAll('-', ''), ...corrected].join('\n'));
}

/** What a rule rests on, in parts, so that nothing looks firmer than it is. */
export interface Basis {
  /** What kind of text this is. */
  label: string;
  /** Where it stands. */
  source: string;
  /** Its words, where they may be quoted. */
  quote: string;
  /** How well that is evidenced. */
  grade: string;
}

/** Whether the words were found somewhere; what is only remembered is never quoted. */
const QUOTED: Record<Grade, boolean> = {
  V: true,
  'V-num?': true,
  L: true,
  S: true,
  P: true,
  M: false,
};

export function basis(words: Words, article: Article): Basis {
  const { source, clause, quote, grade, corrected } = article;
  return {
    label: corrected ? words.rules.correctedText : words.rules.restsOn[grade],
    source: `${source}${clause}`,
    quote: corrected || QUOTED[grade] ? quote : '',
    grade: corrected ? words.rules.builtIn(words.rules.grades[grade]) : words.rules.grades[grade],
  };
}

/** A correction as it was recorded: only the parts that it gave. */
export function correctedParts(words: Words, correction: ArticleCorrection): string[] {
  const { source, clause, quote } = correction;
  return [
    source.trim() && words.labelled(words.rules.source, source),
    clause.trim() && words.labelled(words.rules.clause, clause),
    quote.trim() && words.labelled(words.rules.quote, words.rules.quoted(quote)),
  ].filter(Boolean);
}

/** A correction as typed. */
export type RuleText = Omit<ArticleCorrection, 'rule'>;

/** The command for what was typed. A part that reads as it did already is left as it is. */
export function correctRule({ id, article }: RuleView, text: RuleText): CommitteeCommand {
  const changed = (part: 'source' | 'clause' | 'quote') => {
    const typed = text[part].trim();
    return typed === article[part] ? '' : typed;
  };
  return {
    type: 'correctRule',
    rule: id,
    source: changed('source'),
    clause: changed('clause'),
    quote: changed('quote'),
    reason: text.reason.trim(),
    by: text.by.trim(),
  };
}
