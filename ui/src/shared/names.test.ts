import { describe, expect, it } from 'vitest';
import { bare, codeOf, listed } from './names';

describe('a name in a list', () => {
  it('of two characters is spread to the width of three', () => {
    expect(listed('王海')).toBe('王　海');
  });

  it('of two characters is spread where one of them is rare', () => {
    expect(listed('王𬎆')).toBe('王　𬎆');
  });

  it.each(['欧阳敏', '司马相如', 'Li', '王A', '阿卜杜拉·买买提', ''])('%s stays as it is', (name) => {
    expect(listed(name)).toBe(name);
  });
});

describe('a name as it is kept', () => {
  it.each([
    ['王　海', '王海'],
    [' 王 海 ', '王海'],
    ['　欧阳敏\t', '欧阳敏'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['  Anna  Lee ', 'Anna  Lee'],
    ['　', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(bare(typed)).toBe(kept);
  });

  it('comes back from a list unchanged', () => {
    expect(bare(listed('王海'))).toBe('王海');
  });
});

describe('the code of a character', () => {
  it('has four figures at least, and all of a rare one', () => {
    expect(codeOf('周')).toBe('U+5468');
    expect(codeOf('𰻞')).toBe('U+30EDE');
    expect(codeOf('A')).toBe('U+0041');
  });
});
