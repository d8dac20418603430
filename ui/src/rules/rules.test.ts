import { describe, expect, it } from 'vitest';
import type { Grade, RuleId, RuleView } from '../host/contract';
import { article } from '../host/sample';
import { en } from '../words/en';
import { zh } from '../words/zh';
import { basis, correctedParts, correctRule, found, grouped, sectionOf } from './rules';

const rule = (id: RuleId, part: Partial<RuleView> = {}): RuleView => ({
  id,
  article: article(),
  state: 'enforced',
  by: null,
  checks: '其他应表态者未表态完的，书记的表态不予记录',
  checksEn: "The Secretary's stance is refused while another is missing",
  corrections: [],
  ...part,
});

const HY07 = rule('R-HY-07');
const HY02 = rule('R-HY-02', {
  article: article({
    title: '一般议题半数以上到会',
    titleEn: 'Half present for ordinary items',
    source: '县委常委会会议议事和决策规章制度（样本）',
    clause: '',
    grade: 'L',
    quote: '必须有半数以上常委到会方能举行',
  }),
  checks: '2×实到 ≥ 应到',
});
const HB03 = rule('R-HB-03', { state: 'outside', article: article({ title: '全委会审议时回避' }) });
const RULES = [HY07, HY02, HB03];
const ids = (rules: RuleView[]) => rules.map(({ id }) => id);

describe('searching the rules', () => {
  it.each<[string, RuleId[]]>([
    ['', ['R-HY-07', 'R-HY-02', 'R-HB-03']],
    ['R-HY-07', ['R-HY-07']],
    ['hy07', ['R-HY-07']],
    ['Ｒ－ＨＹ－０７', ['R-HY-07']],
    ['r-hy', ['R-HY-07', 'R-HY-02']],
    ['末位', ['R-HY-07']],
    ['half PRESENT', ['R-HY-02']],
    ['县委常委会', ['R-HY-02']],
    ['最后 表态', ['R-HY-07', 'R-HB-03']],
    ['方能举行', ['R-HY-02']],
    ['  ', ['R-HY-07', 'R-HY-02', 'R-HB-03']],
    ['没有这样的话', []],
  ])('for "%s"', (typed, expected) => {
    expect(ids(found(RULES, typed))).toEqual(expected);
  });

  it('finds what the committee wrote when it put an article right', () => {
    const correction = {
      rule: 'R-HY-02' as const,
      source: '',
      clause: '第十二条',
      quote: '',
      reason: '对照原文',
      by: '钱进',
    };
    const corrected = [{ ...HY02, corrections: [correction] }, HY07];
    expect(ids(found(corrected, '第十二条'))).toEqual(['R-HY-02']);
    expect(ids(found(corrected, '钱进'))).toEqual(['R-HY-02']);
  });

  it('by what the program does', () => {
    expect(ids(found(RULES, '', 'outside'))).toEqual(['R-HB-03']);
    expect(ids(found(RULES, '末位', 'outside'))).toEqual([]);
  });
});

describe('the sections', () => {
  it.each<[RuleId, string]>([
    ['R-BX-01', 'barred'],
    ['R-BG-08', 'reported'],
    ['R-HY-25', 'meeting'],
    ['R-HB-01', 'recusal'],
    ['R-DW-11', 'committee'],
    ['S-12', 'own'],
    ['R-PJ-14', 'ballot'],
    ['R-KC-06', 'before'],
    ['R-JL2-07', 'minutes'],
    ['R-JS-03', 'minutes'],
    ['R-LC-01', 'other'],
  ])('%s stands under %s', (id, section) => {
    expect(sectionOf(id)).toBe(section);
  });

  it('keep the order of the rulebook and leave nothing out', () => {
    const groups = grouped([...RULES, rule('R-PX-01'), rule('R-BX-01')]);
    expect(groups.map(({ section }) => section)).toEqual(['barred', 'meeting', 'recusal', 'other']);
    expect(groups.flatMap(({ rules }) => ids(rules))).toEqual([
      'R-BX-01',
      'R-HY-07',
      'R-HY-02',
      'R-HB-03',
      'R-PX-01',
    ]);
  });
});

describe.each([
  ['中文', zh],
  ['English', en],
] as const)('what a rule rests on, in %s', (_, words) => {
  const of = (grade: Grade, part = {}) =>
    basis(words, article({ grade, clause: '第三十八条', quote: '应当最后表态', ...part }));

  it('the words of a regulation are quoted with their place', () => {
    expect(of('V')).toMatchObject({
      source: '《党政领导干部选拔任用工作条例》（2019）第三十八条',
      quote: '应当最后表态',
    });
  });

  it('no two grades read alike', () => {
    const grades: Grade[] = ['V', 'V-num?', 'L', 'S', 'P', 'M'];
    expect(new Set(grades.map((grade) => of(grade).grade)).size).toBe(6);
    const law = of('V').label;
    for (const grade of ['L', 'S', 'P', 'M'] as const) expect(of(grade).label, grade).not.toBe(law);
  });

  it('what is remembered is never quoted, and says so', () => {
    expect(of('M').quote).toBe('');
    expect(of('M').grade).toMatch(/凭记忆|memory/);
    expect(of('M').label).not.toMatch(/条文|依据|[Aa]rticle|[Rr]egulation/);
  });

  it('practice says that no article orders it', () => {
    expect(of('P').grade).toMatch(/无条文|no article/);
  });

  it('an article that was put right is the text of the committee, and keeps its grade in sight', () => {
    const right = of('M', { corrected: true });
    expect(right.quote).toBe('应当最后表态');
    expect(right.label).toBe(words.rules.correctedText);
    expect(right.grade).toContain(words.rules.grades.M);
  });

  it('a correction shows only the parts that it gave', () => {
    const correction = {
      rule: 'R-HY-07',
      source: '',
      clause: '第三十七条',
      quote: '',
      reason: '',
      by: '',
    } as const;
    expect(correctedParts(words, correction)).toEqual([words.labelled(words.rules.clause, '第三十七条')]);
  });
});

describe('putting an article right', () => {
  const typed = { source: '', clause: ' 第三十七条 ', quote: '', reason: ' 对照原文 ', by: ' 钱进 ' };

  it('asks for the parts that were given', () => {
    expect(correctRule(HY07, typed)).toEqual({
      type: 'correctRule',
      rule: 'R-HY-07',
      source: '',
      clause: '第三十七条',
      quote: '',
      reason: '对照原文',
      by: '钱进',
    });
  });

  it('a part that was taken over and not changed is no correction', () => {
    const { source, clause, quote } = HY07.article;
    const same = correctRule(HY07, { ...typed, source, clause, quote });
    expect(same).toMatchObject({ source: '', clause: '', quote: '' });
  });
});
