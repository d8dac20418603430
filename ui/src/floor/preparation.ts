import type { NomineeView, PreparationMark, PreparationStep, Refusal, StepState } from '../host/contract';
import { plain } from '../shared/digits';
import { isDay } from '../shared/time';

/** In the order of the process. */
export const STEPS: PreparationStep[] = [
  'motion',
  'recommendation',
  'inspection',
  'dossierAudit',
  'personalReport',
  'disciplineOpinion',
  'complaints',
  'questionsSettled',
  'jointReview',
  'consultation',
  'departmentOpinion',
  'priorReport',
  'exceptionalApproval',
  'posts',
];
export const STATES: StepState[] = ['complete', 'incomplete', 'notNeeded'];

/** A line of the checklist as typed. */
export interface StepText {
  state: StepState | '';
  responsible: string;
  on: string;
  reference: string;
}
export type PreparationText = Partial<Record<PreparationStep, StepText>>;

const NOTHING: StepText = { state: '', responsible: '', on: '', reference: '' };

/** How a step stands on record. */
export function marked(matter: NomineeView, step: PreparationStep): StepText {
  const mark = matter.preparation.find((mark) => mark.step === step);
  if (!mark) return NOTHING;
  return { state: mark.state, responsible: mark.responsible, on: mark.on ?? '', reference: mark.reference };
}

/** A step as typed, or as it stands on record where nothing was. */
export const stepText = (matter: NomineeView, text: PreparationText, step: PreparationStep): StepText =>
  text[step] ?? marked(matter, step);

export type PreparationReading =
  | { kind: 'marks'; marks: PreparationMark[] }
  /** A date that is none, or something written beside a step that has no state. */
  | { kind: 'badDay' | 'noState'; step: PreparationStep };

/** The changed lines, in the order of the process. What may be marked is for the rules to judge. */
export function readPreparation(matter: NomineeView, text: PreparationText): PreparationReading {
  const marks: PreparationMark[] = [];
  for (const step of STEPS) {
    const typed = stepText(matter, text, step);
    const before = marked(matter, step);
    const on = plain(typed.on);
    const line = { ...typed, on, responsible: typed.responsible.trim(), reference: typed.reference.trim() };
    if (JSON.stringify(line) === JSON.stringify(before)) continue;
    if (line.state === '') return { kind: 'noState', step };
    if (on !== '' && !isDay(on)) return { kind: 'badDay', step };
    const { state, responsible, reference } = line;
    marks.push({ step, state, responsible, on: on === '' ? null : on, reference });
  }
  return { kind: 'marks', marks };
}

/** Which line a refusal is about, where it wants somebody responsible: the rules say that one is missing, not in which. */
export const unanswered = (refusal: Refusal, marks: PreparationMark[]): PreparationStep | null =>
  refusal.facts.type === 'empty' && refusal.facts.text === 'responsible'
    ? (marks.find(({ state, responsible }) => state === 'complete' && responsible === '')?.step ?? null)
    : null;

/** The steps of another nominee, as a beginning: nothing is marked before it is saved. */
export const copiedFrom = (other: NomineeView): PreparationText =>
  Object.fromEntries(other.preparation.map((mark) => [mark.step, marked(other, mark.step)]));

/** How many steps are marked, and whether one of them is incomplete. */
export const prepared = (matter: NomineeView): { done: number; incomplete: boolean } => ({
  done: matter.preparation.filter((mark) => mark.state !== 'incomplete').length,
  incomplete: matter.preparation.some((mark) => mark.state === 'incomplete'),
});
