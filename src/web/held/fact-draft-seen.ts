// What of the history of a fact on its way a reader sees: each time as it was then, for whom and of whom it was then.
import { may } from '../../accounts/may.ts'
import { asThing } from '../../accounts/on-its-way.ts'
import type { Person } from '../../accounts/person.ts'
import { tiersSeen } from '../../accounts/sight-of.ts'
import { listTouching } from '../../db/history-store.ts'
import type { World } from '../../db/store.ts'
import { factDraftThing } from '../../facts/fact-draft.ts'
import type { TypedFact } from '../../facts/typed-fact.ts'
import { kindOfFact } from './fact-thing.ts'
import type { Reader } from './handles.ts'

/** A fact on its way at one time, as the trail keeps it. */
export type KeptFact = { owners: string[]; content: TypedFact }

/** More than anyone does to one draft; what is older is not shown. */
const mostLookedThrough = 1000

const keptIn = (side: unknown): KeptFact | undefined => {
  const { owners, content } = (side ?? {}) as Partial<KeptFact>
  return owners === undefined || content === undefined ? undefined : { owners, content }
}

/** Whether somebody reads a fact on its way as it was at one time: one of its owners then, who sees its tier then. */
export const mayReadKept = (person: Person, world: World, { owners, content }: KeptFact): boolean => {
  if (person.as === 'desk' || person.as === 'command') return true
  const kind = kindOfFact(content.kind ?? '')
  const tier = content.tier?.trim() || 'public'
  return (
    may(person, 'read', asThing({ world, kind, owners, writers: [] }, 'draft', person)) &&
    tiersSeen(person, world, content.actor?.trim() ?? '').some((seen) => seen === tier)
  )
}

/**
 * The places in the trail of what was done to a draft and is for the reader's eyes: where they read it as it was before
 * and as it was after. It may have been of others, or for fewer, than it is now.
 */
export const seenOfFactDraft = async (
  { db, person, world }: Reader,
  draftId: string,
): Promise<ReadonlySet<number>> => {
  const events = await listTouching(db, factDraftThing(draftId), { until: null, limit: mostLookedThrough })
  const seen = new Set<number>()
  let stood: KeptFact | undefined
  for (const { seq, before, after } of events.reverse()) {
    // What was decided about it says nothing of what it said: that is what was kept last.
    const was = keptIn(before) ?? stood
    const is = keptIn(after) ?? was
    const sides = [was, is].filter((side) => side !== undefined)
    if (sides.length > 0 && sides.every((side) => mayReadKept(person, world, side))) seen.add(seq)
    stood = is
  }
  return seen
}
