/** Finding names and commands as they are said: 汉字, pinyin, initials, or English, also mixed. */
import { match } from 'pinyin-pro';

/** Where `typed` is found in `text`; lower is nearer to how the text begins, `null` where it is not found. */
export function nearness(text: string, typed: string): number | null {
  const sought = typed.toLowerCase().replace(/\s+/gu, '');
  if (sought === '') return 0;
  const place = text.toLowerCase().replace(/\s+/gu, '').indexOf(sought);
  if (place >= 0) return place;
  // Every character by any of its readings, so that 单 is found as shan and as dan. Without gaps: what is said is one piece.
  const found = match(text, sought, { continuous: true, precision: 'start' });
  return found?.[0] ?? null;
}
