/** The space that spreads a two-character name to the width of three: lists only, never running text (R-XM-02). */
const SPREAD = '\u3000';

/** A name as it stands in a list. */
export function listed(name: string): string {
  const letters = [...name];
  const han = letters.every((letter) => /\p{Script=Han}/u.test(letter));
  return letters.length === 2 && han ? letters.join(SPREAD) : name;
}

/** A name as it is kept: nobody's name has a space inside it when written in 汉字. */
export function bare(name: string): string {
  const trimmed = name.trim();
  return /\p{Script=Han}/u.test(trimmed) ? trimmed.replace(/\s+/gu, '') : trimmed;
}

/** A character as it stands in the standard of characters, for one that the screen may show as an empty box: U+30EDE. */
export const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
