// By whom facts and reports were submitted in a right of their own.
import { listPublications } from '../../accounts/approval-store.ts'
import { type Submitted, submittedOf } from '../../accounts/submitted.ts'
import type { Db } from '../../db/store.ts'

/** Tells of each of these things, by its key, by whom it was submitted; null where nobody with a right of their own did. */
export const submissionsOf = async (
  db: Db,
  things: readonly string[],
): Promise<(thing: string) => Submitted | null> => {
  const { submissionOf } = await publishersOf(db, things)
  return submissionOf
}

/** The same, and the owners who approved each of these things before somebody published it in their right. */
export const publishersOf = async (
  db: Db,
  things: readonly string[],
): Promise<{
  submissionOf: (thing: string) => Submitted | null
  ownersOf: (thing: string) => readonly string[]
}> => {
  const published = await listPublications(db, things)
  const submissionOf = (thing: string) => submittedOf(published.get(thing))
  return {
    submissionOf,
    ownersOf: (thing) => (submissionOf(thing) === null ? [] : (published.get(thing)?.owners ?? [])),
  }
}
