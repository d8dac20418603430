/** The time as the desk gave it last, going on by the second: no clock of its own. */
export class Ticking {
  #read = $state.raw({ at: 0, here: 0 });
  #here = $state(0);

  /** Milliseconds of the desk's time; `null` before it gave one. */
  get now(): number | null {
    return this.#read.at === 0 ? null : this.#read.at + (this.#here - this.#read.here);
  }

  /** The desk's time, read now. */
  set(moment: string) {
    // Not read back from the state: whoever sets it in an effect would set it again with every second.
    const here = performance.now();
    this.#here = here;
    this.#read = { at: Date.parse(moment), here };
  }

  /** Goes on until the returned function is called. */
  run(): () => void {
    const timer = setInterval(() => {
      this.#here = performance.now();
    }, 1000);
    return () => clearInterval(timer);
  }
}
