// What the rows of a file or a form name, looked for among what is held and what comes with them; and what is wrong with a
// name, for whoever wrote it.
import type { Db } from '../db/store.ts'
import { isInstrumentPart } from '../instruments/part.ts'
import type { Datum, DatumDraft } from './datum.ts'
import type { FieldIssue, Kinds } from './kind.ts'
import { misfits } from './kind-checks.ts'
import { type LastingFact, lastingFacts } from './lasting-id.ts'
import { type Meant, meantAmong, type Owning } from './meant.ts'
import { owningIn } from './owning.ts'
import { expectedRef, type Ref, refKinds } from './ref.ts'
import { listDatums } from './store.ts'
import { datumKey, targetKey } from './succession.ts'

/** What is there to be named. */
export type Named = { meant: Meant; owning: Owning; actors: ReadonlySet<string> }

/** The kinds that facts of `kinds` name, and those that these name. */
const kindsNamed = (kinds: Kinds): string[] => [
  ...new Set(
    Object.values(kinds).flatMap(({ fields }) => Object.values(fields).flatMap(({ ref = [] }) => ref)),
  ),
]

/**
 * What `drafts` may name: facts current on `today`, themselves taken as stored, of those that whoever writes sees or whose actor
 * it is.
 */
export const namesHeld = async (
  db: Db,
  drafts: readonly DatumDraft[],
  {
    kinds,
    sees = () => true,
    today,
  }: { kinds: Kinds; sees?: ((fact: Datum) => boolean) | undefined; today: string },
): Promise<Omit<Named, 'actors'>> => {
  const held = await listDatums(db, { kinds: refKinds(kindsNamed(kinds)) })
  const ids = new Map(
    held.flatMap(({ actor, kind, externalId, datumId }) =>
      externalId === null ? [] : [[datumKey({ actor, kind, externalId }), datumId] as const],
    ),
  )
  const unlikeHeld = drafts.filter((draft) => !ids.has(datumKey(draft)))
  const asStored = unlikeHeld.map((draft): Datum => {
    const target = targetKey(draft) ?? ''
    const replaced = ids.get(target) ?? target
    return {
      ...draft,
      datumId: datumKey(draft),
      supersedes: draft.supersedes === null ? null : replaced,
      retracts: draft.retracts === null ? null : replaced,
      recordedAt: '',
      entered: false,
    }
  })
  const { findAll } = lastingFacts([...held, ...asStored], today)
  const actors = new Set(drafts.map(({ actor }) => actor))
  const isSeen = (fact: Datum): boolean => fact.tier === 'public' || actors.has(fact.actor) || sees(fact)
  const owning = await owningIn(db, kinds)
  const meant = meantAmong((kind, id) => findAll(kind, id).filter(({ datum }) => isSeen(datum)), owning)
  return { meant, owning }
}

const notTheirs = 'It says something of what others do'

type Fault = { message: string; expected: string }

/**
 * What is said of an action or an indicator of a promise is for those to say who made it; a treaty's plan is everybody's. Who
 * names a promise as a whole only points at it.
 */
const notTheirPromise = (
  { id, isSaidOfIt }: Ref,
  actor: string,
  { partiesOf, standsFor }: Owning,
): Fault | undefined => {
  const [instrument = '', number] = id.split('/')
  const parties = partiesOf(instrument)
  const isTheirs = parties.length === 0 || parties.map(standsFor).includes(standsFor(actor))
  return !isSaidOfIt || number === undefined || isTheirs
    ? undefined
    : {
        message: notTheirs,
        expected: `a part of what ${actor} promised; this was promised by ${parties.join(', ')}`,
      }
}

/** What is wrong with a name; undefined where it leads where it should. An office is called what it is called. */
export const faultOf = (
  ref: Ref,
  from: Pick<Datum, 'actor' | 'body'>,
  { meant, owning, actors }: Named,
  isItself?: (found: LastingFact | undefined) => boolean,
): Fault | undefined => {
  const { id, to } = ref
  if (to.includes('office')) return undefined
  if (to.includes('actor') && actors.has(id)) return undefined
  if (to.includes('instrument-part') && isInstrumentPart(id)) return notTheirPromise(ref, from.actor, owning)
  const [found, ...others] = meant.facts(from, refKinds(to), id)
  if (isItself?.(found) === true)
    return { message: 'It names itself', expected: `another than ${id}, or nothing` }
  if (found === undefined)
    return { message: 'It names something that is not held', expected: expectedRef(ref) }
  if (others.length > 0)
    return {
      message: 'It may mean several things that are held',
      expected: [found, ...others].map(({ datum }) => `${datum.actor}/${id} (${datum.kind})`).join(', '),
    }
  if (ref.isSaidOfIt && !meant.isOwn(from.actor, found))
    return {
      message: notTheirs,
      expected: `something of ${from.actor}, or of those it has promised with`,
    }
  return undefined
}

/** Whether what a draft names is the draft itself: a row of a file, or the new version of what is held. */
export const isDraftItself =
  (draft: DatumDraft) =>
  (found: LastingFact | undefined): boolean =>
    found?.datum.datumId === datumKey(draft)

/** What a draft tells of what it names and that cannot be told of it: of a day that is due, neither a beginning nor an end. */
export const misfitsOf = (draft: DatumDraft, kinds: Kinds, { meant }: Named): FieldIssue[] => {
  const kind = kinds[draft.kind]
  if (kind?.checks === undefined) return []
  const { fields, checks } = kind
  return misfits(checks, draft.body, (field) => {
    const id = draft.body[field]
    const [found, other] =
      typeof id === 'string' ? meant.facts(draft, refKinds(fields[field]?.ref ?? []), id) : []
    return found === undefined || other !== undefined
      ? undefined
      : Object.keys(kinds[found.datum.kind]?.fields ?? {})
  })
}
