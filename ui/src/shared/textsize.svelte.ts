const KEPT = 'textSize';
const SMALLEST = 100;
const LARGEST = 200;
const STEP = 10;

/** The size of all text, in per cent; everything is measured in `rem`. */
class TextSize {
  percent = $state(SMALLEST);

  begin() {
    this.#set(Number(localStorage.getItem(KEPT)) || SMALLEST);
  }

  change(by: 1 | -1) {
    this.#set(this.percent + by * STEP);
    localStorage.setItem(KEPT, String(this.percent));
  }

  #set(percent: number) {
    this.percent = Math.min(LARGEST, Math.max(SMALLEST, percent));
    document.documentElement.style.fontSize = `${(16 * this.percent) / 100}px`;
  }
}

export const textSize = new TextSize();
