import { expect, it } from 'vitest';
import type { Warning, WarningView } from '../host/contract';
import { article, floor, named, stamp } from '../host/sample';
import { sortWarnings } from './warnings';

const view = (warning: Warning, part: Partial<WarningView> = {}): WarningView => ({
  warning,
  rule: 'S-01',
  article: article(),
  awaited: false,
  acknowledged: null,
  ...part,
});
const away = view({ type: 'notAllPresent', absent: [named(3)] }, { awaited: true });
const lacks = (nominee: number) => view({ type: 'introductionLacks', nominee, missing: ['basics'] });
const leaning = view({ type: 'leaningRemark', entry: 33 });

it('what is awaited stands first, then what is about the nominee on the floor', () => {
  const sorted = sortWarnings([lacks(1), lacks(2), leaning, away], floor());
  expect(sorted.now).toEqual([away, lacks(1), leaning]);
  expect(sorted.others).toEqual([lacks(2)]);
});

it('between nominees the next one is near', () => {
  const sorted = sortWarnings([lacks(1), lacks(2)], floor({ nominee: null, stage: null, nextNominee: 2 }));
  expect(sorted.now).toEqual([lacks(2)]);
});

it('what is acknowledged is kept apart', () => {
  const noted = view(away.warning, {
    awaited: true,
    acknowledged: { stamp: stamp(40), warning: away.warning, by: 1, reason: '按程序', lapsed: null },
  });
  expect(sortWarnings([noted], floor())).toEqual({ now: [], noted: [noted], others: [] });
});

it('with nothing on the floor what is about somebody waits', () => {
  expect(sortWarnings([lacks(1)], null)).toEqual({ now: [], noted: [], others: [lacks(1)] });
});
