import { expect, it } from 'vitest';
import { zh } from './zh';

const files = import.meta.glob<string>('../**/*.{ts,svelte}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const source = Object.entries(files)
  .filter(([path]) => !/\.test\.ts$|(^|\/)(zh|en)\.ts$|\/host\//.test(path))
  .map(([, text]) => text)
  .join('\n');

/** Tables with a line for every value of the contract; the compiler holds them complete. */
const BY_CONTRACT =
  /^(roles|stances|choices|methods|outcomes|phases|stages|changes|papers|blanks|exports|texts|refusals|tableTroubles|rowTroubles|separators|faults|events|relations|preparationSteps|stepStates|points|countFields|presets|warnings|restsOn|grades|projectedStates|projectedSteps)$/;

/** What a section is called where it is read: by its own name, or as taken out of the words. */
function names(section: string): string[] {
  const taken = [...source.matchAll(new RegExp(`\\{[^{}]*\\b${section}: (\\w+)[^{}]*\\} = words`, 'g'))];
  return [section, ...taken.flatMap(([, name]) => name ?? [])];
}

function unused(words: object, section: string): string[] {
  const read = names(section).join('|');
  const byValue = new RegExp(`\\b(${read})\\[`).test(source);
  return Object.entries(words).flatMap(([key, word]) => {
    if (BY_CONTRACT.test(key)) return [];
    if (typeof word === 'object') return unused(word, key);
    const used =
      new RegExp(`\\b(${read})\\.${key}\\b`).test(source) || (byValue && source.includes(`'${key}'`));
    return used ? [] : [`${section}.${key}`];
  });
}

it('every word is on some screen', () => {
  expect(unused(zh, 'words')).toEqual([]);
});
