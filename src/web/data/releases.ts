// What the pages of releases read and what their forms write.

import type { NewComment } from '../../releases/commentary.ts'
import type { Release } from '../../releases/release.ts'
import type { ReleaseHead } from '../../releases/store.ts'

/** What is not in a release, or not known in it. */
export type FrozenNow = { id: string; outcome: 'stored' | 'unchanged' }

export type ReleaseData = {
  /** The latest year of a plan first. */
  listReleases: () => Promise<ReleaseHead[]>
  /** Not to be changed by who reads it. */
  findRelease: (id: string) => Promise<Release | undefined>
  /** The file, canonical, with commentary and signatures. */
  findReleaseFile: (id: string) => Promise<string | undefined>
  /** Throws Problem `usage` for a year or day that cannot be, `not-found` for a plan nobody holds. */
  freezeRelease: (asked: { plan: string; year: number }) => Promise<FrozenNow>
  /** Throws Problem `usage` or `not-found` for a comment that cannot be. */
  addCommentary: (id: string, comment: NewComment) => Promise<void>
}
