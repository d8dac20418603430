const SMALLEST = 0.2;
const STEPS = 7;

/** The largest scale up to 1 that fits, to within a hundredth; the smallest where none does. */
export function largest(fits: (scale: number) => boolean): number {
  if (fits(1)) return 1;
  let [fitting, tooLarge] = [SMALLEST, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (fitting + tooLarge) / 2;
    if (fits(middle)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting;
}

/** Nothing scrolls on a wall: text that is too long for its place is set smaller. The style sheet scales by `--fit`. */
export function fit(place: HTMLElement): () => void {
  const refit = () => {
    const scale = largest((scale) => {
      place.style.setProperty('--fit', String(scale));
      return place.scrollHeight <= place.clientHeight && place.scrollWidth <= place.clientWidth;
    });
    place.style.setProperty('--fit', String(scale));
  };
  const changed = new MutationObserver(refit);
  changed.observe(place, { childList: true, characterData: true, subtree: true });
  const resized = new ResizeObserver(refit);
  resized.observe(place);
  // Fonts come late.
  void document.fonts.ready.then(refit);
  return () => {
    changed.disconnect();
    resized.disconnect();
  };
}
