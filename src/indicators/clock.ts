// As of which day a year's values are shown when nobody says.
import { isDate, minDate } from '../rules/dates.ts'
import type { Fact, FactBase } from '../rules/facts.ts'

const formal = ['meeting-of-states-parties', 'review-conference']

/**
 * The treaty's formal meeting of a year: the Meeting of the States Parties or the Review Conference. Where several
 * sources give it, the one known last; undefined where none is held.
 */
export const meetingOf = (base: FactBase, treaty: string, year: number): Fact | undefined => {
  let found: Fact | undefined
  for (const facts of base.facts('meeting').values())
    for (const fact of facts) {
      const { series, startsOn, treaty: of } = fact.fields
      if (!formal.includes(String(series)) || !isDate(startsOn) || !startsOn.startsWith(String(year)))
        continue
      // A plan without a treaty has no meeting of its parties, and no other treaty's meeting is its own.
      if (of !== treaty) continue
      if (found === undefined || fact.knownFrom > found.knownFrom) found = fact
    }
  return found
}

/** The opening day of the year's meeting; unknown: 31 December; never later than today (domain rule A.2). */
export const defaultAsOf = (meeting: Fact | undefined, year: number, today: string): string => {
  const opens = meeting?.fields.startsOn
  return minDate(typeof opens === 'string' ? opens : `${year}-12-31`, today)
}
