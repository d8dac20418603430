import { expect, it } from 'vitest';
import { MEMBERS } from '../host/sample';
import { stepsOf } from './guide';

const [secretary, ...others] = MEMBERS;
const committee = (name: string, members = MEMBERS) => ({ name, members });

it.each([
  ['committee', committee('', []), 'roster'],
  ['secretary', committee('云岭市委常委会', []), 'roster'],
  ['secretary', committee('云岭市委常委会', others), 'roster'],
  ['members', committee('云岭市委常委会', secretary ? [secretary] : []), 'roster'],
  ['meeting', committee('云岭市委常委会'), 'call'],
])('%s comes next, whatever was done out of order', (next, made, screen) => {
  const steps = stepsOf(made, 0);
  expect(steps?.next).toBe(next);
  expect(steps?.place.screen).toBe(screen);
});

it('what is done is what the record says', () => {
  expect([...(stepsOf(committee('云岭市委常委会', others), 0)?.done ?? [])]).toEqual([
    'passphrase',
    'committee',
    'members',
  ]);
});

it('it is over with the first meeting', () => {
  expect(stepsOf(committee('云岭市委常委会', []), 1)).toBeNull();
});
