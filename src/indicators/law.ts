// A plan's law, made from treaties as data, wherever these were read: from what ships, or from the file of a release.
import { dueOn, isLawDuty, type LawDuty } from '../duties/dates.ts'
import { membershipsFor } from '../parties/membership.ts'
import { withConflicts } from '../parties/put-off.ts'
import { actOf } from '../parties/status-event.ts'
import type { Treaty } from '../parties/treaty.ts'
import type { KindSpec, MembershipFact } from '../rules/facts.ts'
import type { Law } from './fact-base.ts'

/** What of a treaty decides who is bound from when to when, and what is due when. */
export type TreatyLaw = Pick<Treaty, 'id' | 'entryIntoForce' | 'withdrawal' | 'duties'>

/** What of a treaty's law defines values, without its words: part of every rule's hash. Null without a treaty. */
export const termsOf = (treaty: Omit<TreatyLaw, 'id'> | undefined): unknown => {
  if (treaty === undefined) return null
  const { entryIntoForce, withdrawal, duties } = treaty
  return {
    entryIntoForce: { ...entryIntoForce, words: null },
    withdrawal: { ...withdrawal, words: null },
    // By id: the order in a file is no part of the law. Duties that no rule can read are none of it.
    duties: Object.values(duties)
      .filter(isLawDuty)
      .map(({ id: duty, obligation, due, covers, first }) => ({
        ...{ duty, due, covers, first },
        ...(obligation === undefined || obligation === duty ? {} : { obligation }),
      }))
      .sort((a, b) => (a.duty < b.duty ? -1 : 1)),
  }
}

/**
 * What the treaty's law and the plan's period add to its rules, as part of their hashes. `ownersDeclare`: rules count the records
 * of those who promised, and these are complete by their own word alone. `oneByOwners`: they count records of which writers say
 * that they are one, each of its own, and that count with what all of them tell. `judging`: by which wording of how what owners did
 * is judged.
 */
export const planLaw = ({
  treaty,
  period,
  ownersDeclare,
  oneByOwners,
  judging,
}: {
  treaty: unknown
  period: { from: string; until: string }
  ownersDeclare: boolean
  oneByOwners: boolean
  judging: 2 | undefined
}): unknown => ({
  treaty,
  period,
  ...(ownersDeclare ? { ownersDeclare } : {}),
  ...(oneByOwners ? { oneByOwners } : {}),
  ...(judging === undefined ? {} : { judging }),
})

/** A duty by its id or, as `$dueOn` asks, by the obligation that a report on it fulfils. */
const dutyNamed = (duties: TreatyLaw['duties'], name: string): LawDuty | undefined => {
  const law = Object.values(duties).filter(isLawDuty)
  return (
    law.find(({ id }) => id === name) ??
    law.find(({ obligation, due }) => obligation === name && due !== undefined)
  )
}

/** The law as the fact base applies it: memberships and due dates under the treaties that `findLaw` knows. */
export const lawUnder = (given: {
  /** The plan's own treaty; empty where it serves none. */
  treaty: string
  findLaw: (treaty: string) => TreatyLaw | undefined
  /** The treaty that must be meant by a deadline under an article, where none is named. */
  deadlineUnder: (article: string) => string | undefined
  kinds: Readonly<Record<string, KindSpec>>
  parties: readonly string[]
  planPeriod: { from: string; until: string }
  anyonesWord?: boolean
  eitherWord?: boolean
  judgedBefore?: boolean
}): Law => {
  const own = given.findLaw(given.treaty)
  return {
    memberships: (treaty, facts, conflicts) => {
      const rules = given.findLaw(treaty)
      const events = facts
        .filter((fact) => fact.fields.treaty === treaty)
        // Of two facts that tell of one act the same counts, however they are read.
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((fact) => ({ ...actOf(fact.actor, fact.fields), datumId: fact.id }))
      const byActor = new Map<string, MembershipFact[]>()
      for (const one of membershipsFor(withConflicts(events, rules, conflicts), rules)) {
        const { actor, from, until, unknownFrom, events: responsible } = one
        const begins = from ?? unknownFrom
        if (actor === null || begins === null) continue
        const datumIds = responsible.map((event) => event.datumId)
        const interval = { from: begins, until, unknownFrom, datumIds }
        byActor.set(
          actor,
          [...(byActor.get(actor) ?? []), interval].sort((a, b) => (a.from < b.from ? -1 : 1)),
        )
      }
      return byActor
    },
    dueOn: (duty, entryIntoForce, year) => {
      const spec = own === undefined ? undefined : dutyNamed(own.duties, duty)
      if (spec === undefined || entryIntoForce === undefined) return undefined
      const { on, derivation } = dueOn(spec, { entryIntoForce, year })
      return { date: on, derivation }
    },
    treaty: given.treaty,
    treatyMeant: (article) => given.deadlineUnder(article) ?? own?.id,
    kinds: given.kinds,
    parties: given.parties,
    planPeriod: given.planPeriod,
    ...(given.anyonesWord === true ? { anyonesWord: true } : {}),
    ...(given.eitherWord === true ? { eitherWord: true } : {}),
    ...(given.judgedBefore === true ? { judgedBefore: true } : {}),
  }
}
