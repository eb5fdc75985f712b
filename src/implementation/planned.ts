// Meetings and events that are planned, as days of a calendar: nobody owes them on a day, and they are in no figure and on no
// list of what is due.
import type { DutyOwed } from '../duties/owed.ts'
import { engagementOf } from '../engagements/engagement.ts'
import { isAskedFor } from '../engagements/owed.ts'
import { owedOf, ownersOf } from '../engagements/promise.ts'
import type { Kinds } from '../facts/kind.ts'
import { lastDayOf } from './dates.ts'
import { textIn, type Work } from './held.ts'

/** Kinds of what is planned for a day, and later held. */
export const kindsPlanned = (kinds: Kinds): string[] =>
  Object.keys(kinds).filter(
    (kind) =>
      kinds[kind]!.topic === 'implementation' &&
      kinds[kind]!.fields.plannedOn !== undefined &&
      kinds[kind]!.fields.heldOn !== undefined,
  )

/**
 * What is planned between two days: `due` until its day is past, `met` once it was held, `not-found` where its day is past and
 * nothing says that it was. Not sorted.
 */
export const workPlanned = (work: Work, kinds: Kinds, asked: { from: string; until: string }): DutyOwed[] =>
  kindsPlanned(kinds)
    .flatMap((kind) => work.of(kind))
    .flatMap((fact): DutyOwed[] => {
      const planned = textIn(fact, 'plannedOn')
      const held = engagementOf(fact.datum, kinds)
      if (planned === null || held === undefined) return []
      const promise = {
        ...held,
        id: fact.id,
        title: textIn(fact, 'title') ?? kinds[fact.kind]?.title ?? fact.kind,
      }
      const heldOn = textIn(fact, 'heldOn')
      const isPast = (lastDayOf(planned) ?? '9999-12-31') < work.asOf
      const owed = owedOf(promise, {
        ...{ instance: null, due: planned, derivation: { key: 'meeting-planned', on: planned } },
        status: heldOn !== null ? 'met' : isPast ? 'not-found' : 'due',
        metBy:
          heldOn === null ? [] : [{ id: fact.datum.datumId, type: 'datum', kind: fact.kind, on: heldOn }],
      })
      return [{ ...owed, owners: ownersOf(promise) }]
    })
    .filter(({ due }) => isAskedFor(due, { ...asked, asOf: work.asOf }))
