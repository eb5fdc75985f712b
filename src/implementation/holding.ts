// Whether what is stated for a time, a plan or a body, holds on a day: what has ended is told, and counts no more.
import type { WorkFact } from './held.ts'

/** `ahead`: it begins later; `ended`: it held, and does no more. What says nothing of its time holds. */
export type Holding = 'ahead' | 'now' | 'ended'

/** `day`: YYYY-MM-DD. */
export const holdingOn = ({ datum }: WorkFact, day: string): Holding =>
  datum.heldUntil !== null && datum.heldUntil <= day
    ? 'ended'
    : datum.heldFrom !== null && datum.heldFrom > day
      ? 'ahead'
      : 'now'
