const KEPT = 'speakerLimit';
/** Minutes after which the time of a speaker bears a sign; 0 is never. A custom of the house (grade P), in no rule. */
const STEPS = [0, 3, 5, 8, 10, 15];

/** How long somebody may speak before the screen notes it: a setting of this machine, no part of the record. */
class SpeakerLimit {
  minutes = $state(0);

  begin() {
    const kept = Number(localStorage.getItem(KEPT));
    this.minutes = STEPS.includes(kept) ? kept : 0;
  }

  /** The next of the steps, and from the last back to none. */
  turn() {
    this.minutes = STEPS[(STEPS.indexOf(this.minutes) + 1) % STEPS.length] ?? 0;
    localStorage.setItem(KEPT, String(this.minutes));
  }

  isOver(milliseconds: number): boolean {
    return this.minutes > 0 && milliseconds >= this.minutes * 60_000;
  }
}

export const speakerLimit = new SpeakerLimit();
