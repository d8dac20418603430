import { LocalChoice } from './choice.svelte';

export type ThemeName = 'system' | 'light' | 'dark';

/** Light or dark, as chosen or as the system has it. */
export const theme = new LocalChoice<ThemeName>('theme', ['system', 'light', 'dark'], (name) => {
  document.documentElement.dataset.theme = name;
});
