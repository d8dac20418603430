import { describe, expect, it } from 'vitest';
import { type CountText, NO_COUNT, readCount, validPapers } from './count';

const FULL: CountText = {
  issued: '9',
  returned: '9',
  spoilt: '1',
  agree: '7',
  against: '0',
  abstain: '1',
  defer: '0',
  spoiltField: '0',
};

describe('the count as typed', () => {
  it('is the numbers where all are there', () => {
    expect(readCount(FULL)).toEqual({
      kind: 'complete',
      count: {
        issued: 9,
        returned: 9,
        spoilt: 1,
        agree: 7,
        against: 0,
        abstain: 1,
        defer: 0,
        spoiltField: 0,
      },
    });
  });

  it('an empty field is not nought: it is missing', () => {
    expect(readCount({ ...FULL, spoilt: '', against: '  ' })).toEqual({
      kind: 'empty',
      fields: ['spoilt', 'against'],
    });
    expect(readCount(NO_COUNT)).toMatchObject({ kind: 'empty' });
    expect(readCount({ ...FULL, against: '0' }).kind).toBe('complete');
  });

  it('what is no number is said before what is missing', () => {
    expect(readCount({ ...FULL, agree: '七', spoilt: '' })).toEqual({
      kind: 'notNumbers',
      fields: ['agree'],
    });
  });

  it('numbers that do not add up are for the rules to judge', () => {
    expect(readCount({ ...FULL, agree: '99' }).kind).toBe('complete');
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
