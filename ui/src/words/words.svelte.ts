import type {
  Article,
  Because,
  Event,
  Grade,
  RowTrouble,
  RuleId,
  TableTrouble,
  Warning,
} from '../host/contract';
import { en } from './en';
import { type Known, nobody } from './known';
import { zh } from './zh';

/** Every sentence of the window. English that leaves one out does not compile. */
export type Words = typeof zh;
export type LanguageCode = 'zh' | 'en';

const TABLE: Record<LanguageCode, Words> = { zh, en };
const KEPT = 'language';

class Language {
  code = $state<LanguageCode>('zh');

  get words(): Words {
    return TABLE[this.code];
  }

  /** The choice made before, else the system's language; 中文 unless that is English. */
  begin(system: string) {
    const kept = localStorage.getItem(KEPT);
    this.#set(kept === 'zh' || kept === 'en' ? kept : /^en\b/i.test(system) ? 'en' : 'zh');
  }

  choose(code: LanguageCode) {
    localStorage.setItem(KEPT, code);
    this.#set(code);
  }

  #set(code: LanguageCode) {
    this.code = code;
    document.documentElement.lang = code === 'zh' ? 'zh-CN' : 'en';
  }
}

export const language = new Language();

/** Fixed sentences of one language with those of another. */
function paired(words: object, other: object): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [key, word] of Object.entries(words)) {
    const counterpart = (other as Record<string, unknown>)[key];
    if (typeof word === 'string') pairs.set(word, String(counterpart));
    else if (typeof word === 'object' && typeof counterpart === 'object')
      for (const [from, to] of paired(word, counterpart as object)) pairs.set(from, to);
  }
  return pairs;
}

const toEnglish = paired(zh, en);
const toChinese = paired(en, zh);

/** What a fixed sentence of the present language is in the other one; empty for one that is made of parts. */
export function twin(label: string): string {
  return (language.code === 'zh' ? toEnglish : toChinese).get(label) ?? '';
}

/** The facts of a refusal as a sentence. */
export function because(words: Words, facts: Because, known: Known = nobody): string {
  // The table is total over the kinds of facts; TypeScript cannot see that key and value belong together.
  const say = words.refusals[facts.type] as (facts: Because, known: Known) => string;
  return say(facts, known);
}

/** Why a table cannot be read. */
export function tableTrouble(words: Words, trouble: TableTrouble): string {
  const say = words.tableTroubles[trouble.type] as (trouble: TableTrouble) => string;
  return say(trouble);
}

/** Why a row of a table cannot be imported. */
export function rowTrouble(words: Words, trouble: RowTrouble): string {
  if (trouble.type === 'refused') return because(words, trouble.refusal.facts);
  const say = words.rowTroubles[trouble.type] as (trouble: RowTrouble) => string;
  return say(trouble);
}

/** The facts of a warning as a sentence. */
export function cautioned(words: Words, warning: Warning, known: Known): string {
  const say = words.warnings[warning.type] as (warning: Warning, known: Known) => string;
  return say(warning, known);
}

/** An entry of the ledger as a line. */
export function happened(words: Words, event: Event, known: Known): string {
  const say = words.events[event.type] as (event: Event, known: Known) => string;
  return say(event, known);
}

/** What the rule rests on, and how well that is evidenced: nothing is made to look firmer than it is. */
export function grounds(words: Words, article: Article): string {
  const { source, clause, quote } = article;
  if (article.corrected) return words.rule.corrected(source, clause, quote);
  const lines: Record<Grade, () => string> = {
    V: () => words.rule.verified(source, clause, quote),
    'V-num?': () => words.rule.verified(source, clause, quote),
    L: () => words.rule.sample(source, clause, quote),
    S: () => words.rule.ownPractice,
    P: () => (source.startsWith('通行做法') ? words.rule.practice : words.rule.design(source)),
    M: () => words.rule.memory,
  };
  return lines[article.grade]();
}

export const ruleTitle = (words: Words, { rule, article }: { rule: RuleId; article: Article }): string =>
  words.rule.title(rule, article.title, article.titleEn);
