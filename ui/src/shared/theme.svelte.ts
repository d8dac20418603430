const KEPT = 'theme';
export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Light or dark, as chosen or as the system has it. */
class Theme {
  name = $state<ThemeName>('system');

  begin() {
    const kept = localStorage.getItem(KEPT);
    this.#set(THEMES.find((name) => name === kept) ?? 'system');
  }

  choose(name: ThemeName) {
    localStorage.setItem(KEPT, name);
    this.#set(name);
  }

  /** The next one, round and round. */
  turn() {
    this.choose(THEMES[(THEMES.indexOf(this.name) + 1) % THEMES.length] ?? 'system');
  }

  #set(name: ThemeName) {
    this.name = name;
    document.documentElement.dataset.theme = name;
  }
}

export const theme = new Theme();
