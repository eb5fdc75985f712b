// What the pages of releases read and write, in what is held.
import type { Db } from '../../db/store.ts'
import { createRelease } from '../../releases/create.ts'
import {
  addCommentary,
  findRelease,
  findReleaseFile,
  listReleases,
  saveRelease,
} from '../../releases/store.ts'
import type { ReleaseData } from '../data/releases.ts'

/** Releases of one world. */
export const releasesHeld = (db: Db): ReleaseData => ({
  listReleases: () => listReleases(db),
  findRelease: (id) => findRelease(db, id),
  findReleaseFile: (id) => findReleaseFile(db, id),
  freezeRelease: async (asked) => saveRelease(db, await createRelease(db, asked)),
  addCommentary: async (id, comment) => void (await addCommentary(db, id, comment)),
})
