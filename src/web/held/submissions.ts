// By whom facts and reports were submitted in a right of their own.
import { listPublications } from '../../accounts/approval-store.ts'
import { type Submitted, submittedOf } from '../../accounts/submitted.ts'
import type { Db } from '../../db/store.ts'

/** Tells of each of these things, by its key, by whom it was submitted; null where nobody with a right of their own did. */
export const submissionsOf = async (
  db: Db,
  things: readonly string[],
): Promise<(thing: string) => Submitted | null> => {
  const published = await listPublications(db, things)
  return (thing) => submittedOf(published.get(thing))
}
