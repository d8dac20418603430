/** Signs that an input method gave in full width as plain ones, sign for sign: `２０２６－０３－０５`, `９：００`. */
export const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** A number, day or time as typed, in plain signs. */
export const plain = (text: string): string => narrow(text.trim());

/** A whole number of at most four digits; `null` for anything else. */
export function whole(text: string): number | null {
  const digits = plain(text);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}
