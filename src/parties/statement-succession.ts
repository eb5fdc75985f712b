// What stands below a status page said again, by a newer page: which statements are the same, which take the place of
// one held, which are gone.
import { createHash } from 'node:crypto'
import type { PageStatement } from './statement-page.ts'

/** A statement with the actor it is kept under; `name` and `line` change without it changing. */
export type StatementTold = Omit<PageStatement, 'actor' | 'name' | 'line' | 'language'> & { actorId: string }
export type StatementHeld = StatementTold & { datumId: string; externalId: string }

export type StatementChange<T> = {
  /** To be stored; `supersedes` is the statement held that it takes the place of. */
  fresh: { statement: T; supersedes: StatementHeld | null }[]
  /** Held, and no longer in a section that the page has. */
  gone: StatementHeld[]
  /** Held, of sections the page was saved without: nothing is known of them. */
  notShown: StatementHeld[]
  unchanged: number
}

const digest = (text: string | null): string =>
  text === null ? '' : createHash('sha256').update(text).digest('hex').slice(0, 16)

const wordsOf = (one: StatementTold): string => digest(one.words?.replace(/\s+/g, ' ') ?? null)

/** What makes two statements the same. */
export const statementKey = (one: StatementTold): string =>
  JSON.stringify([
    ...[one.actorId, one.what, one.section, one.heading, one.madeOn, one.dateWords, one.upon],
    ...[one.confirmedUpon, one.withdrawnOn, [...one.against].sort(), wordsOf(one), digest(one.note)],
    one.rule,
  ])

/** By what a statement that changed is known again, the surest first. */
const kinships: ((one: StatementTold) => string)[] = [
  (one) => JSON.stringify([one.actorId, one.section, wordsOf(one), one.madeOn, one.heading]),
  (one) => JSON.stringify([one.actorId, wordsOf(one), one.madeOn]),
  (one) => JSON.stringify([one.actorId, one.section, one.heading, one.madeOn, one.what]),
  (one) => JSON.stringify([one.actorId, one.section, one.madeOn, one.what]),
  (one) => JSON.stringify([one.actorId, one.section]),
]

/**
 * Compares what is held of a treaty with what a page has. A corrected one is known by what it shares with exactly one that
 * is held. `sections`: the titles the page has; what is held of others is neither changed nor gone.
 */
export const compareStatements = <T extends StatementTold>(
  held: readonly StatementHeld[],
  told: readonly T[],
  sections: readonly (string | null)[],
): StatementChange<T> => {
  const left = Map.groupBy(held, statementKey)
  const remaining: T[] = []
  let unchanged = 0
  for (const statement of told) {
    const same = left.get(statementKey(statement))
    if (same === undefined || same.length === 0) remaining.push(statement)
    else {
      same.pop()
      unchanged += 1
    }
  }
  let unheld = [...left.values()].flat()
  const supersedes = new Map<T, StatementHeld>()
  for (const kinship of kinships) {
    const heldBy = Map.groupBy(unheld, kinship)
    const toldBy = Map.groupBy(
      remaining.filter((one) => !supersedes.has(one)),
      kinship,
    )
    for (const [key, tellers] of toldBy) {
      const holders = heldBy.get(key) ?? []
      if (tellers.length === 1 && holders.length === 1) supersedes.set(tellers[0]!, holders[0]!)
    }
    const taken = new Set(supersedes.values())
    unheld = unheld.filter((one) => !taken.has(one))
  }
  const shown = new Set(sections)
  return {
    fresh: remaining.map((statement) => ({ statement, supersedes: supersedes.get(statement) ?? null })),
    gone: unheld.filter((one) => shown.has(one.section)),
    notShown: unheld.filter((one) => !shown.has(one.section)),
    unchanged,
  }
}
