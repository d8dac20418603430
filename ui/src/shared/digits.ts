/** A number, day or time as typed, in plain signs: an input method in full width gives `２０２６－０３－０５`, `９：００`. */
export const plain = (text: string): string =>
  text.trim().replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** A whole number of at most four digits; `null` for anything else. */
export function whole(text: string): number | null {
  const digits = plain(text);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}
