// What an event says of approval and publication, and what the actors are called that a history names.
import { isKeeper, type Owner } from '../../accounts/person.ts'
import type { TouchingEvent } from '../../db/history-store.ts'
import { findTreaty } from '../../parties/treaty.ts'
import type { HistoryEntry, OwnerCalled } from '../data/history.ts'

const deciding: readonly string[] = ['approval-asked', 'approved', 'approval-withdrawn', 'returned']

export const ownerCalled = (owner: Owner, nameOf: (actor: string) => string): OwnerCalled => {
  const treaty = isKeeper(owner) ? owner.slice('treaty:'.length) : null
  return treaty === null
    ? { actor: owner, name: nameOf(owner), isKeeper: false }
    : { actor: owner, name: findTreaty(treaty)?.titles.en?.short ?? treaty, isKeeper: true }
}

/** For which owners was decided, with the note that came with it; nothing for events that decide nothing. */
export const decidedIn = (
  { action, after }: TouchingEvent,
  nameOf: (actor: string) => string,
): HistoryEntry['decided'] =>
  deciding.includes(action) && Array.isArray(after)
    ? (after as { owner: string; note?: string | null }[]).map(({ owner, note }) => ({
        ...ownerCalled(owner, nameOf),
        note: note ?? null,
      }))
    : []

/** In whose right it was published by this event; null where it was not. */
export const publishedIn = (
  { action, after }: TouchingEvent,
  nameOf: (actor: string) => string,
): HistoryEntry['published'] => {
  const said = after as { publishedAs?: string; owners?: string[] } | null
  return action === 'published' && typeof said?.publishedAs === 'string'
    ? {
        publishedAs: said.publishedAs,
        owners: (said.owners ?? []).map((owner) => ownerCalled(owner, nameOf)),
      }
    : null
}

/** What actors are called that values of the entries name by their id, alone or in a list. */
export const calledIn = (entries: readonly HistoryEntry[], names: ReadonlyMap<string, string>): string[] => [
  ...new Set(
    entries.flatMap(({ differences }) =>
      differences.flatMap(({ before, after }) =>
        `${before ?? ''};${after ?? ''}`.split(/[;,]\s*/).filter((id) => names.has(id)),
      ),
    ),
  ),
]
