import type { Hotkeys } from './hotkey';

/** Sends a form, except by the key that only committed a composition. */
export const sent = (hotkeys: Hotkeys, send: () => void) => (event: SubmitEvent) => {
  event.preventDefault();
  if (!hotkeys.composing) send();
};
