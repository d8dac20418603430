import { describe, expect, it } from 'vitest';
import type { PreparationMark } from '../host/contract';
import { matter, NOMINEES, refusal } from '../host/sample';
import { zh } from '../words/zh';
import { copiedFrom, prepared, readPreparation, STEPS, stepText, unanswered } from './preparation';

const [nominee = null] = NOMINEES;
const motion = {
  step: 'motion',
  state: 'complete',
  responsible: '干部科',
  on: '2026-01-12',
  reference: '',
} as const;
const of = matter(nominee, { preparation: [motion] });

describe('the checklist as typed', () => {
  it('has every step once', () => {
    expect([...STEPS].sort()).toEqual(Object.keys(zh.preparationSteps).sort());
  });

  it('shows what is on record until something is typed', () => {
    expect(stepText(of, {}, 'motion')).toMatchObject({ state: 'complete', on: '2026-01-12' });
    expect(stepText(of, {}, 'posts')).toMatchObject({ state: '', responsible: '' });
  });

  it('unchanged sends nothing', () => {
    const { step: _, ...same } = motion;
    expect(readPreparation(of, { motion: same })).toEqual({ kind: 'marks', marks: [] });
    expect(readPreparation(of, {})).toEqual({ kind: 'marks', marks: [] });
  });

  it('sends the changed lines alone, in the order of the process', () => {
    const line = { responsible: ' 组织部 ', on: ' ２０２６－０２－２５ ', reference: '会审复函' };
    expect(
      readPreparation(of, {
        posts: { ...line, state: 'notNeeded', on: '' },
        jointReview: { ...line, state: 'complete' },
      }),
    ).toEqual({
      kind: 'marks',
      marks: [
        {
          step: 'jointReview',
          state: 'complete',
          responsible: '组织部',
          on: '2026-02-25',
          reference: '会审复函',
        },
        { step: 'posts', state: 'notNeeded', responsible: '组织部', on: null, reference: '会审复函' },
      ],
    });
  });

  it('a line without a state, or with a date that is none, is said', () => {
    const line = { state: '', responsible: '组织部', on: '', reference: '' } as const;
    expect(readPreparation(of, { posts: line })).toEqual({ kind: 'noState', step: 'posts' });
    expect(readPreparation(of, { posts: { ...line, state: 'complete', on: '2月' } })).toEqual({
      kind: 'badDay',
      step: 'posts',
    });
  });
});

it('how far somebody is prepared counts what is done or not needed', () => {
  const preparation = [motion, { ...motion, step: 'posts', state: 'incomplete' } as const];
  expect(prepared(matter(nominee, { preparation }))).toEqual({ done: 1, incomplete: true });
});

it('a refusal for want of somebody responsible is about the first line that is done by nobody', () => {
  const done: PreparationMark = { ...motion, responsible: '' };
  const marks: PreparationMark[] = [
    motion,
    { ...done, step: 'posts', state: 'notNeeded' },
    { ...done, step: 'inspection' },
  ];
  expect(unanswered(refusal({ type: 'empty', text: 'responsible' }), marks)).toBe('inspection');
  expect(unanswered(refusal({ type: 'empty', text: 'words' }), marks)).toBeNull();
});

it('another nominee can be taken as a beginning, which is then judged like anything typed', () => {
  const begun = copiedFrom(of);
  expect(readPreparation(matter(nominee), begun)).toEqual({ kind: 'marks', marks: [motion] });
  expect(readPreparation(of, begun)).toEqual({ kind: 'marks', marks: [] });
});
