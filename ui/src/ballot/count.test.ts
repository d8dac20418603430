import { describe, expect, it } from 'vitest';
import { RULEBOOK, refusal } from '../host/sample';
import {
  afterRefusal,
  type CountDraft,
  type CountText,
  countedPapers,
  fieldsOf,
  finish,
  NO_COUNT,
  readField,
  typed,
  typedIn,
  validPapers,
  voidingOf,
} from './count';

const FULL: CountText = {
  issued: '9',
  returned: '9',
  spoilt: '1',
  agree: '7',
  against: '0',
  abstain: '1',
  defer: '',
  spoiltField: '0',
};
const SHEET = {
  issued: 9,
  returned: 9,
  spoilt: 1,
  agree: 7,
  against: 0,
  abstain: 1,
  defer: null,
  spoiltField: 0,
};
const first = (part: Partial<CountText> = {}): CountDraft => ({ ...NO_COUNT, first: { ...FULL, ...part } });
const second = (part: Partial<CountText> = {}): CountDraft => ({
  ...first(),
  reading: 2,
  again: { ...FULL, ...part },
});

describe('a field', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['１２', 12],
    ['?', 'unreadable'],
    ['？', 'unreadable'],
    ['七', undefined],
    ['-1', undefined],
  ])('"%s" reads %o: empty is not nought, and neither is what cannot be read', (text, reading) => {
    expect(readField(text)).toBe(reading);
  });

  it('is asked for where the rulebook offers the choice', () => {
    expect(fieldsOf(RULEBOOK)).not.toContain('defer');
    expect(fieldsOf({ ...RULEBOOK, mayDefer: true, mayAbstain: false })).toEqual([
      'issued',
      'returned',
      'spoilt',
      'agree',
      'against',
      'defer',
      'spoiltField',
    ]);
  });
});

describe('the first reading', () => {
  it('done leads to the second, which starts empty', () => {
    expect(finish(first(), RULEBOOK)).toEqual({ kind: 'again' });
    const draft: CountDraft = { ...first(), reading: 2 };
    expect(Object.values(typedIn(draft)).join('')).toBe('');
  });

  it('with an empty field is not done', () => {
    expect(finish(first({ spoilt: '', against: '  ' }), RULEBOOK)).toEqual({
      kind: 'empty',
      fields: ['spoilt', 'against'],
    });
    expect(finish(NO_COUNT, RULEBOOK).kind).toBe('empty');
  });

  it('what is no number is said before what is missing', () => {
    expect(finish(first({ agree: '七', spoilt: '' }), RULEBOOK)).toEqual({
      kind: 'notNumbers',
      fields: ['agree'],
    });
  });

  it('with a field that cannot be read goes to the rules at once', () => {
    expect(finish(first({ agree: '?' }), RULEBOOK)).toMatchObject({
      kind: 'send',
      act: { type: 'countBallots', count: { agree: 'unreadable', issued: 9 }, again: { issued: null } },
    });
  });

  it('numbers that do not add up are for the rules to judge', () => {
    expect(finish(first({ agree: '99' }), RULEBOOK).kind).toBe('again');
  });
});

describe('the second reading', () => {
  it('done sends both as typed', () => {
    expect(finish(second({ agree: '6' }), RULEBOOK)).toEqual({
      kind: 'send',
      act: { type: 'countBallots', count: SHEET, again: { ...SHEET, agree: 6 } },
    });
  });

  it('typing in it leaves the first as it is', () => {
    const draft: CountDraft = { ...first(), reading: 2 };
    const after = { ...draft, ...typed(draft, 'agree', '8') };
    expect(after.again.agree).toBe('8');
    expect(after.first).toEqual(FULL);
  });
});

describe('after a refusal', () => {
  const differ = refusal({ type: 'countsDiffer', fields: ['agree', 'against'] }, 'R-PJ-06');

  it('only the differing fields of both readings are cleared and asked for again', () => {
    const before = second({ agree: '6', against: '1' });
    const draft = { ...before, ...afterRefusal(before, differ) };
    expect(draft).toEqual({
      reading: 1,
      first: { ...FULL, agree: '', against: '' },
      again: { ...FULL, agree: '', against: '' },
      differing: ['agree', 'against'],
    });
    expect(finish(draft, RULEBOOK)).toEqual({ kind: 'empty', fields: ['agree', 'against'] });
  });

  it('of another kind all stays', () => {
    const sums = refusal({ type: 'sumsDiffer', counted: 8, returned: 9 }, 'R-PJ-06');
    expect(afterRefusal(second(), sums)).toEqual({});
  });

  it('a void ballot can be voided with the numbers that made it so', () => {
    const no = refusal({ type: 'ballotVoid', returned: 10, issued: 9 }, 'R-PJ-05');
    expect(voidingOf(no)).toEqual({ type: 'voidBallot', issued: 9, returned: 10 });
    expect(voidingOf(differ)).toBeNull();
    expect(voidingOf(null)).toBeNull();
  });
});

describe('valid papers', () => {
  it('are those returned less those spoilt', () => {
    expect(validPapers(FULL)).toBe(8);
    expect(validPapers({ ...FULL, spoilt: '９' })).toBe(0);
  });

  it('are not known before both are there, nor when more are spoilt than were returned', () => {
    expect(validPapers({ ...FULL, spoilt: '' })).toBeNull();
    expect(validPapers({ ...FULL, returned: '' })).toBeNull();
    expect(validPapers({ ...FULL, spoilt: '10' })).toBeNull();
  });
});

it('tells what the columns add up to, once all of them are numbers', () => {
  expect(countedPapers(FULL, RULEBOOK)).toBe(8);
  expect(countedPapers({ ...FULL, against: '１' }, RULEBOOK)).toBe(9);
  expect(countedPapers({ ...FULL, abstain: '' }, RULEBOOK)).toBeNull();
  expect(countedPapers({ ...FULL, agree: '?' }, RULEBOOK)).toBeNull();
});
