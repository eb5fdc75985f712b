// Promises and events that recur: which instances are to be expected, and which of them are held.

export type Recurrence = { everyYears: number } | 'continuous'

/** `FREQ=YEARLY;INTERVAL=2` (RFC 5545; INTERVAL may be missing) or "continuous"; undefined for anything else. */
export const readRecurrence = (text: string | null): Recurrence | undefined => {
  if (text === 'continuous') return 'continuous'
  const match = /^FREQ=YEARLY(?:;INTERVAL=([1-9]\d?))?$/.exec(text ?? '')
  return match === null ? undefined : { everyYears: Number(match[1] ?? '1') }
}

/**
 * The years in which an instance is to be expected, from the first to `untilYear`. None without a first year: where
 * the source does not say when a series began, nobody can count from it.
 */
export const expectedYears = (
  recurrence: Recurrence | undefined,
  firstYear: number | null,
  untilYear: number,
): number[] => {
  if (recurrence === undefined || recurrence === 'continuous' || firstYear === null) return []
  const count = Math.floor((untilYear - firstYear) / recurrence.everyYears) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => firstYear + i * recurrence.everyYears)
}
