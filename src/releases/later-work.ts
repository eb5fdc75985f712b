// What came about only after the day a release tells of: a report of a year tells that year, and no plan, decision or study of
// a later one, though they were known when it was made.

import type { Kinds } from '../facts/kind.ts'
import { boundsOf } from '../facts/precision.ts'
import { textIn, type Work, type WorkFact } from '../implementation/held.ts'
import { meetingKinds } from '../implementation/meeting-kinds.ts'

/** The fields by which a fact is part of something else, whose time is its own where it has none. */
const partOf = ['plan', 'action', 'decision', 'meeting', 'study', 'about', 'body'] as const

/** Fields that say when something came about. */
const ownDays: Readonly<Record<string, readonly string[]>> = {
  study: ['launchedOn', 'publishedOn'],
  ...Object.fromEntries(meetingKinds.map((kind) => [kind, ['heldOn']])),
}

/** The first day a date may mean; null for an open one. */
const firstDay = (date: string): string | null => boundsOf(date)?.from ?? null

/** The earliest day on which a fact may have come about, by what it says itself; null where it says none. */
const ownDayOf = (fact: WorkFact, kinds: Kinds): string | null => {
  const { heldFrom } = fact.datum
  const isState = kinds[fact.kind]?.time === 'state'
  const said = (ownDays[fact.kind] ?? []).map((field) => textIn(fact, field))
  const days = [...(isState ? [heldFrom] : []), ...said]
    .flatMap((day) => (day === null ? [] : (firstDay(day) ?? [])))
    .sort()
  return days[0] ?? null
}

/**
 * Gives whether a fact came about after `day`: by its own days; otherwise by what it is part of; otherwise, where its kind stands from
 * the day it is known, by that of its first version. Meetings and events are told by their own days elsewhere, planned ones too.
 */
export const isLaterThan = (day: string, work: Work, kinds: Kinds): ((fact: WorkFact) => boolean) => {
  const told = new Map<string, boolean>()
  const isLater = (fact: WorkFact): boolean => {
    const known = told.get(fact.id)
    if (known !== undefined) return known
    // What names itself round about is not later for that.
    told.set(fact.id, false)
    const later = judge(fact)
    told.set(fact.id, later)
    return later
  }
  const judge = (fact: WorkFact): boolean => {
    const own = ownDayOf(fact, kinds)
    if (own !== null) return own > day
    const whole = partOf.flatMap((field) => {
      const ref = kinds[fact.kind]?.fields[field]?.ref
      return ref === undefined ? [] : work.named(fact, field, ref)
    })
    if (whole.length > 0) return whole.every(isLater)
    return kinds[fact.kind]?.undated === 'from-known' && fact.first.knownFrom > day
  }
  return isLater
}

/** Kinds that are told by year wherever they stand. */
export const isToldByYear = (kind: string, kinds: Kinds): boolean =>
  meetingKinds.some((one) => one === kind) || kinds[kind]?.fields.audience !== undefined
