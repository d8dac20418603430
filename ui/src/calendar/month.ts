/** Days as `2026-03-05`, counted on the calendar itself: no clock and no zone of this machine takes part. */
const text = (date: Date) => date.toISOString().slice(0, 10);
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** The day so many days later. */
export function shifted(day: string, days: number): string {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
}

/** The same day of another month, or the last one of a shorter month. */
export function shiftedMonth(day: string, months: number): string {
  const date = dateOf(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return text(date);
}

/** The weeks of the month of a day, from Monday to Sunday; `null` where a place belongs to another month. */
export function weeksOf(day: string): (string | null)[][] {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  // Sunday is the last day of a week.
  const weekday = (dateOf(first).getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (let monday = shifted(first, -weekday); monday.slice(0, 7) <= month; monday = shifted(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((place) => shifted(monday, place));
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}
