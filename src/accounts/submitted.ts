// In whose right something was published: in place of "entered here, not received", where whoever submitted it had one.
import type { Publication } from './approval-store.ts'

/** `owner`: by a focal point of whoever it is about. `keeper`: coded for a treaty, and confirmed by a reviewer. */
export type Submitted = {
  as: 'owner' | 'keeper'
  /** The day it was submitted, YYYY-MM-DD. */
  on: string
}

/** What was published in a right of its own; null for everything else. */
export const submittedOf = (publication: Publication | undefined): Submitted | null =>
  publication?.publishedAs === 'owner' || publication?.publishedAs === 'keeper'
    ? { as: publication.publishedAs, on: publication.publishedAt.slice(0, 10) }
    : null
