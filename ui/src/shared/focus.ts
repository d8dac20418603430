/** Gives an element the focus when it appears, unless the user is somewhere else already. */
export function focusOnce(element: HTMLElement) {
  const at = document.activeElement;
  if (at === null || at === document.body || !at.isConnected) element.focus();
}

/** Whether the focus lies in a field that takes text. */
export const isTyping = (): boolean => {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;
};
