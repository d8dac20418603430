/**
 * The list of commands. Nothing is listed by hand: whatever can be pressed on the screen or has a key there stands in it, so no
 * command of the program is missing.
 */
import { type Hotkey, shownCombo } from '../shared/hotkey';
import { nearness } from '../shared/pinyin';

export interface Command {
  label: string;
  /** The label in the other language, where it is a fixed one. */
  twin: string;
  /** As it stands on keys; empty where it has none. */
  key: string;
  /** The rule that closes its door. */
  closedBy: string | null;
  run: () => void;
}

/** What a button says, without the keys drawn on it, and for whom or what where it stands in a named group. */
function nameOf(button: HTMLElement): string {
  const copy = button.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll('kbd')) key.remove();
  const own = button.getAttribute('aria-label') ?? copy.textContent ?? '';
  const group = button
    .closest('fieldset[aria-label], [role="group"][aria-label]')
    ?.getAttribute('aria-label');
  return [group, own].filter(Boolean).join(' ').replace(/\s+/gu, ' ').trim();
}

const isShown = (element: HTMLElement) => element.checkVisibility?.() ?? true;

const isPrimary = (button: HTMLElement) => button.classList.contains('primary');

/** Everything that can be done here and now. `twin` translates a fixed label. */
export function commandsOn(root: ParentNode, keys: Hotkey[], twin: (label: string) => string): Command[] {
  const commands = new Map<string, Command>();
  const put = (command: Omit<Command, 'twin'>) => {
    if (command.label === '') return;
    const known = commands.get(command.label);
    if (known) known.key ||= command.key;
    else commands.set(command.label, { ...command, twin: twin(command.label) });
  };
  const buttons = [...root.querySelectorAll<HTMLElement>('button[data-do]')].filter(isShown);
  // The one next thing stands first, wherever it is on the screen.
  buttons.sort((one, other) => Number(isPrimary(other)) - Number(isPrimary(one)));
  for (const button of buttons) {
    const run = () => {
      button.focus();
      button.click();
    };
    put({ label: nameOf(button), key: '', closedBy: button.dataset.closedBy ?? null, run });
  }
  for (const { combo, says, run } of keys) {
    if (says !== null)
      put({ label: says, key: combo === null ? '' : shownCombo(combo), closedBy: null, run });
  }
  return [...commands.values()];
}

/** The commands that are meant by what is typed, the nearest first. */
export function found(commands: Command[], typed: string): Command[] {
  const near = commands.flatMap((command, at) => {
    const ways = [nearness(command.label, typed), nearness(command.twin, typed)].filter(
      (way) => way !== null,
    );
    return ways.length === 0 ? [] : [{ command, at, way: Math.min(...ways) }];
  });
  return near.sort((one, other) => one.way - other.way || one.at - other.at).map(({ command }) => command);
}
