import type { Desk } from '../desk/desk.svelte';
import type { FoundEntry, NearMiss } from '../host/contract';
import { ask, Unanswered } from '../host/host';

/** What verification says of a fingerprint. */
export type Proof =
  /** Nothing was typed: the chain as a whole. */
  | { kind: 'whole'; entry: number }
  | { kind: 'found'; found: FoundEntry[] }
  | { kind: 'near'; near: NearMiss }
  | { kind: 'none' }
  /** What was typed is no fingerprint. */
  | { kind: 'unreadable' };

/** Verifies the store, and finds the entry that a fingerprint belongs to. `null` where the store itself is in trouble. */
export function prove(desk: Desk, typed: string): Promise<Proof | null> {
  return desk.inquire(async (): Promise<Proof> => {
    try {
      const { disk, found, near } = await ask(desk.host, 'verify', { fingerprint: typed || null });
      if (found === null) return { kind: 'whole', entry: disk.entry };
      if (found.length > 0) return { kind: 'found', found };
      return near ? { kind: 'near', near } : { kind: 'none' };
    } catch (thrown) {
      if (thrown instanceof Unanswered && thrown.fault.code === 'malformed') return { kind: 'unreadable' };
      throw thrown;
    }
  });
}
