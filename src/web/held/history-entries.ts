// The entries of a history: what each did, by whom, what changed by it and whether it can be brought back.
import { differencesBetween } from '../../db/differences.ts'
import type { TouchingEvent } from '../../db/history-store.ts'
import { readThingKey } from '../../db/thing-key.ts'
import { type DatumSeen, readSeenRows } from '../../facts/store.ts'
import type { HistoryEntry, RestoreKind } from '../data/history.ts'
import { doerOf, type Known } from './doers.ts'
import { seenOfFactDraft } from './fact-draft-seen.ts'
import type { Reader } from './handles.ts'
import { decidedIn, publishedIn } from './history-said.ts'
import type { NamedThing } from './history-thing.ts'
import { restorableFact } from './restore-fact.ts'

/** A fact's columns that say something of it to a reader. */
const contentOf = (row: DatumSeen): Record<string, unknown> => {
  const { actor_id, datum_id, recorded_at, supersedes, retracts, external_id, source_id, ...said } = row
  return said
}

type Sides = { before: unknown; after: unknown; isSealed: boolean }

/** The two sides of what was done to a fact, as far as its reader sees facts. */
const sidesOfFact = (event: TouchingEvent, seen: ReadonlyMap<string, DatumSeen>, id: string): Sides => {
  const was = event.before as { datum_id?: string } | null
  const after = event.after as { sha256?: string } | null
  if (after?.sha256 === undefined) return { before: event.before, after: event.after, isSealed: false }
  const now = seen.get(id)
  const old = was?.datum_id === undefined ? undefined : seen.get(was.datum_id)
  return {
    before: old === undefined ? null : contentOf(old),
    after: now === undefined ? null : contentOf(now),
    isSealed: now === undefined || (was?.datum_id !== undefined && old === undefined),
  }
}

const discarding: readonly string[] = ['draft-discarded', 'fact-draft-discarded', 'page-discarded']

type Save = { fields?: object; content?: object } | null

/** The two sides of anything else; of a save of a draft the texts alone. */
const sidesOfOther = ({ before, after }: TouchingEvent): Sides => {
  const [was, is] = [(before as Save)?.fields, (after as Save)?.fields]
  return was === undefined || is === undefined
    ? { before, after, isSealed: false }
    : { before: was, after: is, isSealed: false }
}

const restoresOf = (
  event: TouchingEvent,
  isFirst: boolean,
  { kind, revision }: NamedThing,
): RestoreKind | null => {
  if (discarding.includes(event.action)) return isFirst && revision === null ? 'draft' : null
  if (kind === 'fact-draft') {
    const content = (event.before as Save)?.content
    return revision !== null && content !== undefined && event.after !== null ? 'texts' : null
  }
  if (kind !== 'report-draft') return null
  const fields = (event.before as Save)?.fields
  return revision !== null && fields !== undefined && Object.keys(fields).length > 0 ? 'texts' : null
}

/** What is asked of entries: what they are of, and what its reader may do. */
type EntriesAsked = {
  thing: NamedThing
  /** Whether the newest of them is the newest of all. */
  isFromNewest: boolean
  canRestore: boolean
  known: Known
  nameOf: (actor: string) => string
}

/** The entries of a history, as far as the reader sees what each did. `key`: of the thing in the trail. */
export const entriesOf = async (
  reader: Reader,
  key: string,
  events: readonly TouchingEvent[],
  { thing, isFromNewest, canRestore, known, nameOf }: EntriesAsked,
): Promise<HistoryEntry[]> => {
  const id = readThingKey(key)!.id
  const datumId = id.slice(id.lastIndexOf('/') + 1)
  const isFact = thing.kind === 'fact'
  const named = events.flatMap(({ before }) => (before as { datum_id?: string } | null)?.datum_id ?? [])
  const rows = isFact ? await readSeenRows(reader.seen, [datumId, ...named]) : new Map<string, DatumSeen>()
  const ownSeen = thing.kind === 'fact-draft' ? await seenOfFactDraft(reader, id) : undefined
  const restorable = isFact && canRestore ? await restorableFact(reader.db, key) : undefined
  const entryOf = async (event: TouchingEvent, index: number): Promise<HistoryEntry> => {
    const { seq, sha256, happenedAt, action } = event
    const isHidden = ownSeen !== undefined && !ownSeen.has(seq)
    const shown: Sides = isFact ? sidesOfFact(event, rows, datumId) : sidesOfOther(event)
    const sides: Sides = isHidden ? { before: null, after: null, isSealed: true } : shown
    // That somebody read it is told whole: it changed nothing.
    const isRead = action === 'sealed-read'
    const restores = restorable === seq ? 'fact' : restoresOf(event, index === 0 && isFromNewest, thing)
    return {
      ...{ seq, sha256, happenedAt, action },
      who: await doerOf(event.agent, known),
      differences: isRead ? [] : differencesBetween(sides.before, sides.after),
      decided: isHidden ? [] : decidedIn(event, nameOf),
      published: isHidden ? null : publishedIn(event, nameOf),
      isSealed: sides.isSealed && !isRead,
      restores: canRestore && !isHidden ? restores : null,
    }
  }
  const entries: HistoryEntry[] = []
  for (const [index, event] of events.entries()) entries.push(await entryOf(event, index))
  return entries
}
