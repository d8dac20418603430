import { beforeEach, expect, it } from 'vitest';
import { FakeHost } from '../host/sample';
import { Letters } from './letters';

let host: FakeHost;
let letters: Letters;

beforeEach(() => {
  host = new FakeHost();
  letters = new Letters(host);
  host.onAsk = (query) =>
    'undrawable' in query
      ? { answer: { undrawable: [...query.undrawable.text].filter((letter) => letter === '𠮷') } }
      : null;
});

it('the characters that no font draws are named', async () => {
  expect(await letters.undrawable('周𠮷')).toEqual(['𠮷']);
  expect(await letters.undrawable('周明')).toEqual([]);
});

it('a name is asked about once', async () => {
  await Promise.all([letters.undrawable('周明'), letters.undrawable('周明')]);
  await letters.undrawable('周明');
  expect(host.asked).toEqual(['undrawable']);
});

it('where nobody can say there is no warning, and it is asked again', async () => {
  host.onAsk = () => ({ fault: { code: 'closed', detail: '', safe: null } });
  expect(await letters.undrawable('周𠮷')).toEqual([]);
  host.onAsk = () => ({ answer: { undrawable: ['𠮷'] } });
  expect(await letters.undrawable('周𠮷')).toEqual(['𠮷']);
});
