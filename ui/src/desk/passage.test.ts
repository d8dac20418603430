import { expect, it } from 'vitest';
import type { FloorView, PhaseName, StageName } from '../host/contract';
import type { PassageId } from '../manual/passages';
import { passageHere, passageOf } from './passage';

const floor = (part: Partial<FloorView>) => part as FloorView;

it.each<[PhaseName, PassageId]>([
  ['called', 'rollCall'],
  ['adjourned', 'seal'],
  ['sealed', 'correct'],
  ['calledOff', 'amend'],
  ['sitting', 'takeUp'],
])('a meeting that is %s: %s', (phase, passage) => {
  expect(passageOf({ phase, floor: null })).toBe(passage);
});

it.each<[StageName | null, number | null, PassageId]>([
  [null, null, 'takeUp'],
  ['takenUp', 1, 'introduce'],
  ['introduced', 1, 'statements'],
  ['introduced', null, 'ordinary'],
  ['heard', 1, 'vote'],
  ['heard', null, 'ordinary'],
  ['voting', 1, 'byName'],
  ['settled', 1, 'announce'],
  ['reconsidering', 1, 'reconsider'],
])('a matter that is %s, of the nominee %s: %s', (stage, nominee, passage) => {
  expect(passageOf({ phase: 'sitting', floor: floor({ stage, nominee, ballot: null }) })).toBe(passage);
});

it('a secret ballot has its own passage', () => {
  const ballot = { method: 'secret' } as FloorView['ballot'];
  expect(passageOf({ phase: 'sitting', floor: floor({ stage: 'voting', nominee: 1, ballot }) })).toBe(
    'secret',
  );
});

it('a store that is not open, and places without a meeting', () => {
  const desk = {
    session: 'new',
    isOpen: false,
    place: { screen: 'home' },
    home: null,
    committee: null,
    meeting: null,
  } as const;
  expect(passageHere(desk)).toBe('passphrase');
  expect(passageHere({ ...desk, session: 'locked' })).toBe('unlock');
  expect(passageHere({ ...desk, session: 'open', isOpen: true })).toBe('home');
  expect(passageHere({ ...desk, isOpen: true, place: { screen: 'call', amends: 7 } })).toBe('amend');
  expect(passageHere({ ...desk, isOpen: true, place: { screen: 'roster' } })).toBe('committee');
});
