// What the pages of releases read and what their forms write.

import type { NewComment } from '../../releases/commentary.ts'
import type { Release } from '../../releases/release.ts'
import type { ReleaseHead } from '../../releases/store.ts'
import type { DecisionMade, StandingShown } from './approval.ts'

/** What is not in a release, or not known in it. */
export type FrozenNow = { id: string; outcome: 'stored' | 'unchanged' }

export type ReleaseData = {
  /** Those the reader may see, the latest year of a plan first. */
  listReleases: () => Promise<ReleaseHead[]>
  /** Where a release stands that the reader may see. */
  findReleaseStanding: (id: string) => Promise<StandingShown | undefined>
  /** Throws `not-found`; what is decided about a release that is published is passed over. */
  decideRelease: (id: string, made: DecisionMade) => Promise<'done' | 'published'>
  publishRelease: (id: string) => Promise<'published' | 'not approved'>
  /** Whether the reader may freeze figures of a plan. */
  mayFreeze: (plan: string) => Promise<boolean>
  /** Not to be changed by who reads it. */
  findRelease: (id: string) => Promise<Release | undefined>
  /** The file, canonical, with commentary and signatures. */
  findReleaseFile: (id: string) => Promise<string | undefined>
  /** What a release of the year would be today, stored nowhere; undefined for whoever may not see drafts of such figures. */
  previewRelease: (asked: { plan: string; year: number }) => Promise<Release | undefined>
  /** Throws Problem `usage` for a year or day that cannot be, `not-found` for a plan nobody holds. */
  freezeRelease: (asked: { plan: string; year: number }) => Promise<FrozenNow>
  /** Throws Problem `usage` or `not-found` for a comment that cannot be. */
  addCommentary: (id: string, comment: NewComment) => Promise<void>
}
