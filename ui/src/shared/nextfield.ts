import type { Hotkey } from './hotkey';

const FIELDS = 'input:not([type=checkbox], [type=radio]), select, textarea';

/** Enter in a form that is sent by Ctrl+Enter alone: on to the next field. A text box keeps it for a new line. */
export function nextFieldKey(form: string): Hotkey {
  const fields = () =>
    [...(document.querySelector(form)?.querySelectorAll<HTMLElement>(FIELDS) ?? [])].filter((field) =>
      field.checkVisibility(),
    );
  const at = () => {
    const active = document.activeElement;
    return active instanceof HTMLInputElement ? fields().indexOf(active) : -1;
  };
  return {
    combo: 'Enter',
    says: null,
    inText: true,
    when: () => at() >= 0,
    run: () => fields()[at() + 1]?.focus(),
  };
}
