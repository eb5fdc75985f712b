// The engagements held on a day, each under the id it has had from the beginning, with what it names told through the
// corrections of that: who put a title right has not made another promise.
import type { Datum } from '../facts/datum.ts'
import type { Kinds } from '../facts/kind.ts'
import { type LastingFact, lastingFacts, type VersionName } from '../facts/lasting-id.ts'
import { meantAmong, type Owning } from '../facts/meant.ts'
import { type Engagement, engagementOf } from './engagement.ts'

export type EngagementsAsked = {
  owning: Owning
  kinds: Kinds
  /** Asked of what is current: a fact it leaves out is there no more, and no earlier version of it comes back. */
  isKept?: ((current: Datum) => boolean) | undefined
  /** Versions out of sight, by which facts go on being named. */
  unseen?: readonly VersionName[] | undefined
}

/** One actor may have given one id to facts of several kinds, and means each of them; what several actors gave is nobody's. */
const ofOneActor = (facts: readonly LastingFact[]): readonly LastingFact[] =>
  new Set(facts.map(({ datum }) => datum.actor)).size === 1 ? facts : []

/** Engagements name each other by id alone, of whatever kind; no kind is called so. */
const anyKind = '*'

const whenRecorded = ({ datum }: LastingFact): string => `${datum.recordedAt} ${datum.datumId}`

/**
 * The engagements that `datums`, every version of them that is seen, say on `day` (YYYY-MM-DD), in their order. Of several
 * current versions of one fact the later recorded ones stand by themselves, each under its own id.
 */
export const engagementsHeld = (
  datums: readonly Datum[],
  day: string,
  { owning, kinds, isKept = () => true, unseen }: EngagementsAsked,
): Engagement[] => {
  const { all, findAny, findAll } = lastingFacts(datums, day, unseen)
  const kept = new Set(all.filter(({ datum }) => isKept(datum)))
  const meant = meantAmong(
    (kind, id) => (kind === anyKind ? findAny(id) : findAll(kind, id)).filter((fact) => kept.has(fact)),
    owning,
  )
  const means = (from: Datum, id: string): readonly LastingFact[] =>
    ofOneActor(meant.facts(from, [anyKind], id))
  // Two that are current take the place of one only where it was corrected twice at once.
  const firsts = new Set<string>()
  const split = new Set<LastingFact>()
  for (const fact of [...kept]
    .filter(({ datum }) => datum.supersedes !== null)
    .toSorted((a, b) => (whenRecorded(a) < whenRecorded(b) ? -1 : 1))) {
    if (firsts.has(fact.first.datumId)) split.add(fact)
    firsts.add(fact.first.datumId)
  }
  const ownId = ({ externalId, datumId }: Datum): string => externalId ?? datumId
  const idOf = (fact: LastingFact): string => (split.has(fact) ? ownId(fact.datum) : fact.names[0]!)
  const keyOf = (fact: LastingFact): string => (split.has(fact) ? fact.datum : fact.first).datumId
  return [...kept].flatMap((fact): Engagement[] => {
    const own = engagementOf(fact.datum, kinds)
    if (own === undefined) return []
    const { partOf, concerns, datum } = own
    const whole = partOf === null ? [] : means(datum, partOf)
    const spoken = concerns.map((id) => ({ id, facts: means(datum, id) }))
    return [
      {
        ...own,
        ...{ id: idOf(fact), key: keyOf(fact) },
        alsoCalled: split.has(fact) ? [] : fact.names.slice(1),
        partOf: whole[0] === undefined ? partOf : idOf(whole[0]),
        concerns: spoken.map(({ id, facts }) => (facts[0] === undefined ? id : idOf(facts[0]))),
        belongsTo: whole.map(keyOf),
        speaksOf: spoken.flatMap(({ facts }) => facts.map(keyOf)),
      },
    ]
  })
}
