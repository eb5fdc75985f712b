// How a promise was carried out, as a release freezes it: the public, received facts of work that belong to its instrument.
// Those that the plan's rules read stand among the release's other facts; the rest stands here, and nothing twice.
import type { Datum } from '../facts/datum.ts'
import type { Kinds } from '../facts/kind.ts'
import type { Owning } from '../facts/meant.ts'
import { canonicalText, inOrder } from '../formats/canonical.ts'
import { belongingTo, type WorkVersion } from '../implementation/belonging.ts'
import { type Work, type WorkFact, workHeld } from '../implementation/held.ts'
import { isOfPromisers } from '../implementation/promisers.ts'
import { isLaterThan, isToldByYear } from './later-work.ts'
import type { ReleaseDatum, ReleasePayload, ReleaseWork } from './release.ts'

const topic = 'implementation'

/** The kinds of facts of work among `kinds`. */
export const kindsOfWorkIn = (kinds: Kinds): Kinds =>
  Object.fromEntries(Object.entries(kinds).filter(([, kind]) => kind.topic === topic))

/** A stored fact as one that may belong to an instrument. */
export const versionOf = ({ datumId, body, ...rest }: Datum): WorkVersion => ({
  ...rest,
  id: datumId,
  fields: body,
})

/**
 * What goes into a release of `datums`, those of the promise's own parties that may be published; `read`: the kinds its rules read,
 * which stand elsewhere.
 */
export const frozenWork = (
  instrument: string,
  datums: readonly ReleaseDatum[],
  { kinds, read }: { kinds: Kinds; read: ReadonlySet<string> },
): ReleaseWork => {
  const ofWork = kindsOfWorkIn(kinds)
  const belonging = belongingTo(instrument, datums, ofWork)
  const facts = inOrder(
    datums.filter(({ id, kind }) => belonging.has(id) && !read.has(kind)),
    ({ id }) => id,
  )
  const names = [...new Set(facts.map(({ kind }) => kind))].sort()
  return { kinds: Object.fromEntries(names.map((name) => [name, ofWork[name]!])), facts }
}

/** Whose facts are, by what the release itself says of its parties. */
const owningIn = ({ instrument, actors }: ReleasePayload, kinds: Kinds): Owning => {
  const units = new Map(actors.flatMap(({ id, unitOf }) => (unitOf === undefined ? [] : [[id, unitOf]])))
  return {
    kinds,
    partiesOf: (id) => (id === instrument.id ? instrument.parties : []),
    standsFor: (actor) => units.get(actor) ?? actor,
  }
}

/** All facts of work of its parties that a release holds of its instrument, with the kinds that say what their fields mean. */
export const workFactsOf = (payload: ReleasePayload): { kinds: Kinds; facts: ReleaseDatum[] } => {
  const kinds = { ...kindsOfWorkIn(payload.kinds), ...payload.work?.kinds }
  const { standsFor } = owningIn(payload, kinds)
  const isOurs = isOfPromisers(payload.instrument.parties, standsFor)
  const all = [
    ...payload.datums.filter(({ kind }) => Object.hasOwn(kinds, kind)),
    ...(payload.work?.facts ?? []),
  ].filter(({ actor, fields }) => isOurs({ actor, body: fields }))
  const belonging = belongingTo(payload.instrument.id, all, kinds)
  return { kinds, facts: all.filter(({ id }) => belonging.has(id)) }
}

const asStored = (fact: ReleaseDatum): Datum => {
  const { id, fields, ...rest } = fact
  return {
    ...rest,
    datumId: id,
    body: fields,
    // A release has no clock: of two things said on one day the order of their ids decides, everywhere alike.
    recordedAt: `${fact.knownFrom} ${id}`,
    source: null,
    tier: 'public',
    entered: false,
  }
}

/**
 * What the release holds of work on its promise: what was known on `knownOn` of how it stood on `asOf`, without what came about
 * only later. Without a store.
 */
export const workOfRelease = (payload: ReleasePayload): Work => {
  const { kinds, facts } = workFactsOf(payload)
  const { asOf, knownOn } = payload
  const stored = facts.map(asStored)
  const owning = owningIn(payload, kinds)
  const known = workHeld(stored, knownOn, { owning })
  const isLater = isLaterThan(asOf, known, kinds)
  const later = new Set(
    Object.keys(kinds)
      .filter((kind) => !isToldByYear(kind, kinds))
      .flatMap((kind) => known.of(kind).filter(isLater))
      .map(({ datum }) => datum.datumId),
  )
  return { ...workHeld(stored, knownOn, { owning, isKept: ({ datumId }) => !later.has(datumId) }), asOf }
}

/** The facts of a kind that rules read and its parties recorded, as known on its day, whether or not they say what they serve. */
export const ownFactsOf = (payload: ReleasePayload, kind: string): readonly WorkFact[] => {
  const { standsFor } = owningIn(payload, payload.kinds)
  const isOurs = isOfPromisers(payload.instrument.parties, standsFor)
  const own = payload.datums.filter(
    (datum) => datum.kind === kind && isOurs({ actor: datum.actor, body: datum.fields }),
  )
  return workHeld(own.map(asStored), payload.knownOn).of(kind)
}

/** A fact of work that one of two releases has, or has otherwise. */
export type WorkChange = {
  /** As the release names it. */
  id: string
  actor: string
  kind: string
  /** What it is called, where it says so. */
  title: string | null
  change: 'added' | 'corrected' | 'taken-back' | 'no-longer-held'
  /** The day from which it was known. */
  on: string
}

const titleOf = ({ fields }: ReleaseDatum): string | null => {
  const found = fields.title ?? fields.text ?? fields.office
  return typeof found === 'string' ? found : null
}

/** What was added, corrected, taken back or left out between two releases; in the order of their days. */
export const workChanges = (a: ReleasePayload, b: ReleasePayload): WorkChange[] => {
  const [before, after] = [workFactsOf(a).facts, workFactsOf(b).facts]
  const heldBefore = new Map(before.map((fact) => [fact.id, canonicalText(fact)]))
  const heldAfter = new Map(after.map((fact) => [fact.id, fact]))
  const said = (fact: ReleaseDatum, change: WorkChange['change']): WorkChange => {
    const about = (fact.retracts === null ? undefined : heldAfter.get(fact.retracts)) ?? fact
    const { id, actor, kind, knownFrom } = fact
    return { id, actor, kind, title: titleOf(about), change, on: knownFrom }
  }
  const came = after.flatMap((fact): WorkChange[] => {
    const held = heldBefore.get(fact.id)
    if (held === undefined)
      return [
        said(fact, fact.retracts !== null ? 'taken-back' : fact.supersedes !== null ? 'corrected' : 'added'),
      ]
    return held === canonicalText(fact) ? [] : [said(fact, 'corrected')]
  })
  const gone = before.filter(({ id }) => !heldAfter.has(id)).map((fact) => said(fact, 'no-longer-held'))
  return inOrder(
    [...came, ...gone],
    ({ on }) => on,
    ({ id }) => id,
  )
}
