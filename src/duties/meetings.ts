// The meetings that duties are counted from: those of a treaty, as the fact base tells of them.
import { compareDates, precisionOf } from '../facts/precision.ts'
import { type MeetingHeld, meetingsOf } from '../parties/meetings.ts'
import type { FactBase } from '../rules/facts.ts'

export type Meetings = {
  /** By date; those nobody dates last. */
  all: readonly MeetingHeld[]
  find: (code: string) => MeetingHeld | undefined
  /** Other opening days that sources give, with the fact that gives each. */
  otherwise: (meeting: MeetingHeld) => { on: string; datumId: string }[]
}

/** The meetings under `treaty` that the facts tell of; sources that disagree are read as everywhere (parties/meetings.ts). */
export const meetingsUnder = (base: FactBase, treaty: string | null): Meetings => {
  const facts = [...base.facts('meeting').values()].flat()
  const all =
    treaty === null
      ? []
      : meetingsOf(
          facts
            .map(({ id, heldFrom, heldEdtf = null, knownFrom, fields }) => ({
              ...{ datumId: id, heldFrom, heldEdtf, knownFrom, body: fields },
              ...{ source: null, entered: false },
            }))
            // Of statements known since the same day the same one stands, whatever the order they are read in.
            .sort((a, b) => (a.datumId < b.datumId ? -1 : 1)),
          treaty,
        )
  const byCode = new Map(all.map((meeting) => [meeting.code, meeting]))
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const otherwise = ({ startsOn, datumIds }: MeetingHeld) =>
    datumIds.flatMap((datumId) => {
      const on = byId.get(datumId)?.fields.startsOn
      return typeof on === 'string' && on !== startsOn ? [{ on, datumId }] : []
    })
  return { all, find: (code) => byCode.get(code), otherwise }
}

/** The meetings of the series whose date is known, at least to the year. */
export const meetingsIn = ({ all }: Meetings, series: readonly string[]): MeetingHeld[] =>
  all.filter((meeting) => meeting.when !== null && series.includes(meeting.series))

const yearOf = (edtf: string): number => Number(edtf.slice(0, 4))

/**
 * The first meeting of the series that opens after `date`. Undefined where it cannot be told: none is known, a date is not
 * known well enough to say which comes first, or another is to be expected before. Meetings of all parties are yearly:
 * the next is of the year of the date or, where the meeting of that year was earlier or less than a year goes by, of the
 * year after.
 */
export const nextMeetingAfter = (
  meetings: Meetings,
  series: readonly string[],
  date: string,
): MeetingHeld | undefined => {
  const own = meetingsIn(meetings, series)
  if (own.some(({ when }) => compareDates(when!, date) === 'unsaid')) return undefined
  const next = own.find(({ when }) => compareDates(when!, date) === 'after')
  if (next === undefined) return undefined
  const years = yearOf(next.when!) - yearOf(date)
  const isPreceded = own.some(
    ({ when }) => yearOf(when!) === yearOf(date) && compareDates(when!, date) !== 'after',
  )
  const isWithinYear = next.when!.slice(4) < date.slice(4)
  return years === 0 || (years === 1 && (isPreceded || isWithinYear)) ? next : undefined
}

/**
 * The last meeting of the series that opens before `date`. Undefined where it cannot be told: none is known, the date is
 * not known well enough, or the meeting lies so long before it that another is to be expected between them: the last is of
 * the year of the date or, where the meeting of that year comes later or is less than a year off, of the year before.
 */
export const lastMeetingBefore = (
  meetings: Meetings,
  series: readonly string[],
  date: string,
): MeetingHeld | undefined => {
  const own = meetingsIn(meetings, series)
  const last = own.findLast(({ when }) => ['before', 'unsaid'].includes(compareDates(when!, date)))
  if (last === undefined) return undefined
  // Of a meeting that itself is known to the year only no day is computed; one with a day may lie on either side.
  const isEither = compareDates(last.when!, date) === 'unsaid' && precisionOf(last.when!) === 'day'
  if (isEither) return undefined
  const years = yearOf(date) - yearOf(last.when!)
  const isFollowed = own.some(
    ({ when }) => yearOf(when!) === yearOf(date) && ['after', 'same'].includes(compareDates(when!, date)),
  )
  // "2027" may be any day of it: a meeting of that year may come before.
  const isWithinYear = precisionOf(date) !== 'year' && last.when!.slice(4) > date.slice(4)
  return years === 0 || (years === 1 && (isFollowed || isWithinYear)) ? last : undefined
}
