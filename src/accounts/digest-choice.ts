// When somebody wants to be reminded, and whether a day is one of those.
export const howOftens = ['weekly', 'daily', 'never'] as const
export type HowOften = (typeof howOftens)[number]

export type DigestChoice = {
  howOften: HowOften
  /** 1 Monday … 7 Sunday (ISO 8601); of those who chose "weekly". */
  weekday: number
  /** ISO 8601; absent where nothing was chosen. */
  changedAt?: string
}

/** Of those who have chosen nothing: once a week, on Monday. */
export const usualChoice: DigestChoice = { howOften: 'weekly', weekday: 1 }

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** The last day up to `today` on which somebody wants to be reminded; undefined: never. Days are YYYY-MM-DD. */
export const lastWanted = ({ howOften, weekday }: DigestChoice, today: string): string | undefined => {
  if (howOften === 'never') return undefined
  return howOften === 'daily' ? today : daysBefore(today, (weekdayOf(today) - weekday + 7) % 7)
}

/**
 * Whether a digest is due on `today`. A day that was missed, because nothing was running, is made up for as long as it is
 * less than a week past; nobody is reminded for days before `since`, when they came or last chose. `lastDay`: the last
 * day it was looked at. All days YYYY-MM-DD.
 */
export const isDigestDue = (
  choice: DigestChoice,
  { today, since, lastDay }: { today: string; since: string; lastDay: string | null },
): boolean => {
  const wanted = lastWanted(choice, today)
  return wanted !== undefined && wanted >= since && (lastDay === null || lastDay < wanted)
}
