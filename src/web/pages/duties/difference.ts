// How far the date to go by lies from the one the rule gives, in words: the two stay visible, and so does what lies
// between them.
import type { DutyShown } from '../../data/duties.ts'
import { type Html, html, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'

/** A day from year 1 on, as Temporal reads it; undefined for a month or a year, whose distance nobody can say. */
const dayOf = (on: string): Temporal.PlainDate | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(on) ? Temporal.PlainDate.from(on) : undefined

/** "17 years, 10 months" between two days, the earlier first. */
const spanWords = (site: Site, from: Temporal.PlainDate, until: Temporal.PlainDate): string => {
  const { years, months, days } = from.until(until, { largestUnit: 'year' })
  const { text } = site
  return site.format.list([
    ...(years === 0 ? [] : [text('stateDuties.years', { count: years })]),
    ...(months === 0 ? [] : [text('stateDuties.months', { count: months })]),
    ...(days === 0 ? [] : [text('stateDuties.days', { count: days })]),
  ])
}

/** That the date to go by is later or earlier than the rule's, and by how much; nothing where it is the same or none. */
export const differencePart = (site: Site, { due, computed }: Pick<DutyShown, 'due' | 'computed'>): Html => {
  if (due === null || computed === null || due === computed.on) return nothing
  const [goesBy, byRule] = [dayOf(due), dayOf(computed.on)]
  if (goesBy === undefined || byRule === undefined) return nothing
  const isLater = Temporal.PlainDate.compare(goesBy, byRule) > 0
  const span = isLater ? spanWords(site, byRule, goesBy) : spanWords(site, goesBy, byRule)
  return html`<p class="quiet">${site.text(isLater ? 'stateDuties.later' : 'stateDuties.earlier', { span })}</p>`
}
