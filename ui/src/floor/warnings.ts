import type { FloorView, NomineeId, WarningView } from '../host/contract';

/** Whom a warning is about; `null` where it is about the meeting or an ordinary item. */
function about({ warning }: WarningView): NomineeId | null {
  return 'nominee' in warning ? warning.nominee : null;
}

export interface Sorted {
  /** About what is on the floor, or comes next, and not acknowledged: the awaited ones first. */
  now: WarningView[];
  /** Acknowledged, and still holding. */
  noted: WarningView[];
  /** About somebody else. */
  others: WarningView[];
}

/** Warnings by how near they are to what the meeting does. */
export function sortWarnings(warnings: WarningView[], floor: FloorView | null): Sorted {
  const nominee = floor?.nominee ?? floor?.nextNominee ?? null;
  const near = (it: WarningView) => about(it) === null || about(it) === nominee;
  const open = warnings.filter((it) => it.acknowledged === null && near(it));
  return {
    now: [...open.filter((it) => it.awaited), ...open.filter((it) => !it.awaited)],
    noted: warnings.filter((it) => it.acknowledged !== null && near(it)),
    others: warnings.filter((it) => !near(it)),
  };
}
