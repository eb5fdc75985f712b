// What the pages of releases read and write, in what is held.

import { permit } from '../../accounts/permit.ts'
import { agentOf } from '../../accounts/person.ts'
import { createRelease } from '../../releases/create.ts'
import {
  addCommentary,
  findRelease,
  findReleaseFile,
  listReleases,
  saveRelease,
} from '../../releases/store.ts'
import type { ReleaseData } from '../data/releases.ts'
import { figuresOf } from './figures-thing.ts'
import type { Reader } from './handles.ts'

/** Releases of one world. */
export const releasesHeld = ({ db, world, person }: Reader): ReleaseData => ({
  listReleases: () => listReleases(db),
  findRelease: (id) => findRelease(db, id),
  findReleaseFile: (id) => findReleaseFile(db, id),
  freezeRelease: async (asked) => {
    permit(person, 'enter', await figuresOf(db, world, asked.plan))
    return saveRelease(db, await createRelease(db, asked), agentOf(person))
  },
  addCommentary: async (id, comment) => {
    const release = await findRelease(db, id)
    if (release !== undefined)
      permit(person, 'comment', {
        ...(await figuresOf(db, world, release.payload.instrument.id)),
        state: 'published',
      })
    await addCommentary(db, id, comment, { agent: agentOf(person) })
  },
})
