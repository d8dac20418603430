const BLANK = '……';

/** Where the rest is to be typed in a phrase: its blank, or else its end. */
export function caretIn(phrase: string): { from: number; to: number } {
  const at = phrase.indexOf(BLANK);
  return at < 0 ? { from: phrase.length, to: phrase.length } : { from: at, to: at + BLANK.length };
}

/** Sets a phrase into a field at its caret, beside what is typed there. A blank in it is selected: typing fills it. */
export function insertPhrase(field: HTMLTextAreaElement, phrase: string) {
  const at = document.activeElement === field ? field.selectionEnd : field.value.length;
  field.focus();
  field.setRangeText(phrase, at, at, 'end');
  const { from, to } = caretIn(phrase);
  field.setSelectionRange(at + from, at + to);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
