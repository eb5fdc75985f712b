// An earlier state of a fact comes back: as a new fact that takes the place of the one that replaced it. At the desk it is
// recorded at once; of a person it is a draft, which its owners approve like any other.
import { findTouching, listTouching } from '../../db/history-store.ts'
import { type Db, uuidv7 } from '../../db/store.ts'
import { readThingKey } from '../../db/thing-key.ts'
import type { Datum } from '../../facts/datum.ts'
import { beginFactDraft } from '../../facts/edit-fact-draft.ts'
import { recordFact } from '../../facts/enter-fact.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { formIdPrefix, typedOfDatum } from '../../facts/typed-fact.ts'
import { problem } from '../../problem.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { Restored } from '../data/history.ts'
import type { Reader } from './handles.ts'

/** Status and statements come in with their page and votes with their record, never as a single fact. */
const neverTyped = new Set(['status-event', 'status-claim', 'treaty-statement', 'roll-call', 'recorded-vote'])

type Pair = { seq: number; now: Datum; before: Datum }

/** The fact as it is, and the one it replaced, where nobody has replaced it since and everyone sees both. */
const pairOf = async (db: Db, key: string): Promise<Pair | undefined> => {
  const id = readThingKey(key)?.id ?? ''
  const datumId = id.slice(id.lastIndexOf('/') + 1)
  const [now] = await listDatums(db, { datumIds: [datumId] })
  if (now === undefined || now.supersedes === null || neverTyped.has(now.kind)) return undefined
  const own = await listDatums(db, { actor: now.actor, kind: now.kind })
  const before = own.find((one) => one.datumId === now.supersedes)
  const isReplaced = own.some((one) => one.supersedes === datumId || one.retracts === datumId)
  if (before === undefined || isReplaced || now.externalId === null) return undefined
  if (now.tier !== 'public' || before.tier !== 'public') return undefined
  const recorded = (await listTouching(db, key, { until: null, limit: 1000 })).find(
    ({ after }) => (after as { sha256?: string } | null)?.sha256 !== undefined,
  )
  return recorded === undefined ? undefined : { seq: recorded.seq, now, before }
}

/** The place of the event that recorded a fact whose earlier state can come back; undefined where none can. */
export const restorableFact = async (db: Db, key: string): Promise<number | undefined> =>
  (await pairOf(db, key))?.seq

/** Brings back what the fact of this key replaced. Throws `not-found`, `input-rejected`. */
export const restoreFact = async (
  { db, world, person }: Reader,
  key: string,
  { seq, agent }: { seq: number; agent: string },
): Promise<Restored> => {
  const pair = await pairOf(db, key)
  if (pair === undefined)
    return (await findTouching(db, key, seq)) === undefined ? lost() : { outcome: 'changed meanwhile' }
  const kinds = readShippedKinds()
  const typed = {
    ...typedOfDatum(pair.before, kinds),
    id: `${formIdPrefix}${uuidv7()}`,
    supersedes: pair.now.externalId!,
    known_from: await todayIn(db),
    note: `As it was before ${pair.now.externalId}.`,
  }
  if (person.as === 'person') {
    const draft = await beginFactDraft(db, typed, { agent, kinds })
    return { outcome: 'restored', path: `/enter/facts/drafts/${draft.draftId}` }
  }
  const issues = await recordFact(db, typed, { kinds, entered: world === 'register', agent })
  if (issues.length > 0)
    throw problem(
      'input-rejected',
      'What it was before cannot be recorded again as it stands.',
      issues.map(({ field, ...issue }) => ({ path: field, ...issue })),
    )
  return { outcome: 'restored', path: `/enter/facts/${typed.id}` }
}

const lost = (): never => {
  throw problem('not-found', 'Nothing of that place in the trail can be brought back.')
}
