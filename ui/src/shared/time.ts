import { plain } from './digits';

/**
 * Moments carry the offset of the place where they were read, and are shown as read there: the digits are taken from the
 * text, never through the clock and zone of this machine.
 */
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  offset: string;
}

function parts(moment: string): Parts | null {
  const found = MOMENT.exec(moment);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return {
    year,
    month,
    day,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
    offset: found[7] ?? 'Z',
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** `9:41`. */
export function clock(moment: string): string {
  const at = parts(moment);
  return at ? `${at.hour}:${two(at.minute)}` : moment;
}

/** `9:41:07`. */
export function clockToTheSecond(moment: string): string {
  const at = parts(moment);
  return at ? `${at.hour}:${two(at.minute)}:${two(at.second)}` : moment;
}

/** `2026-03-05`, the day at the place of the meeting. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

/** `09:41`, as a field takes it. */
export const timeOf = (moment: string): string => moment.slice(11, 16);

/** Year, month and day of a moment or of a `2026-03-05`. */
export function calendar(day: string): { year: number; month: number; day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

/** Whether `text` is a day of the calendar, written `2026-03-05`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether `text` is a time of day, written `09:00` or `9:00`. */
export const isTime = (text: string): boolean => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text);

/** The moment of a time of day as typed, `9:41` or `0941`, on the day of `now`; `null` for anything else. */
export function momentFrom(typed: string, now: string): string | null {
  const text = plain(typed).replace(/^(\d{1,2})(\d{2})$/, '$1:$2');
  return isTime(text) ? momentAt(dayOf(now), text, now) : null;
}

/** The moment of a day and a time at the place where `now` was read. */
export function momentAt(day: string, time: string, now: string): string {
  const offset = parts(now)?.offset ?? 'Z';
  return `${day}T${time.padStart(5, '0')}:00${offset}`;
}
