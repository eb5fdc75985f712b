// What the pages of releases read and write, in what is held.

import { findStanding } from '../../accounts/decide.ts'
import { may } from '../../accounts/may.ts'
import { asThing, type OnItsWay } from '../../accounts/on-its-way.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, isKeeper } from '../../accounts/person.ts'
import { todayIn } from '../../facts/today.ts'
import { problem } from '../../problem.ts'
import { createRelease } from '../../releases/create.ts'
import { decidableRelease, decideRelease, publishRelease } from '../../releases/publish.ts'
import {
  addCommentary,
  findRelease,
  findReleaseFile,
  findReleaseHead,
  listReleases,
  type ReleaseHead,
  saveRelease,
} from '../../releases/store.ts'
import type { ReleaseData } from '../data/releases.ts'
import { namesHeld } from './actor-names.ts'
import { figuresOf } from './figures-thing.ts'
import type { Reader } from './handles.ts'
import { permittedDecision, standingShown } from './standing-shown.ts'

const onItsWay = (
  { world }: Pick<Reader, 'world'>,
  { owners, frozenBy }: Pick<ReleaseHead, 'owners' | 'frozenBy'>,
): OnItsWay => ({ world, kind: 'figures', owners, writers: frozenBy === null ? [] : [frozenBy] })

const mayRead = (reader: Reader, head: ReleaseHead): boolean => {
  const state = head.publishedAt === null ? 'draft' : 'published'
  return may(reader.person, 'read', asThing(onItsWay(reader, head), state, reader.person))
}

/** Releases of one world, as one reader sees them: what is not published is not there for those it is not for. */
export const releasesHeld = (reader: Reader): ReleaseData => {
  const { db, world, person } = reader
  const agent = agentOf(person)
  // Releases of before owners were noted belong to whom the figures of their plan belong to.
  const owned = async (head: ReleaseHead): Promise<ReleaseHead> =>
    head.owners.length > 0 ? head : { ...head, owners: [...(await figuresOf(db, world, head.plan)).owners] }
  const headSeen = async (id: string): Promise<ReleaseHead | undefined> => {
    const found = await findReleaseHead(db, id)
    const head = found && (await owned(found))
    return head !== undefined && mayRead(reader, head) ? head : undefined
  }
  const getHead = async (id: string): Promise<ReleaseHead> => {
    const head = await headSeen(id)
    if (head === undefined) throw problem('not-found', `No release is held under "${id}".`)
    return head
  }
  const standingOf = (head: ReleaseHead) =>
    findStanding(db, decidableRelease(head), head.publishedAt !== null)
  return {
    listReleases: async () => (await listReleases(db)).filter((head) => mayRead(reader, head)),
    findRelease: async (id) => ((await headSeen(id)) === undefined ? undefined : findRelease(db, id)),
    findReleaseFile: async (id) => ((await headSeen(id)) === undefined ? undefined : findReleaseFile(db, id)),
    findReleaseStanding: async (id) => {
      const head = await headSeen(id)
      return head === undefined
        ? undefined
        : standingShown(onItsWay(reader, head), await standingOf(head), reader, await namesHeld(db))
    },
    decideRelease: async (id, made) => {
      const head = await getHead(id)
      const standing = await standingOf(head)
      if (standing.state === 'published') return 'published'
      const decided = permittedDecision(reader, onItsWay(reader, head), standing, made)
      return decideRelease(db, head.sha256, { ...decided, agent })
    },
    publishRelease: async (id) => {
      const head = await getHead(id)
      permit(person, 'publish', asThing(onItsWay(reader, head), 'approved', person))
      const isDesk = person.as !== 'person'
      const publishedAs = isDesk ? 'desk' : head.owners.some(isKeeper) ? 'keeper' : 'owner'
      return publishRelease(db, head.sha256, { agent, publishedAs, needsApproval: !isDesk })
    },
    mayFreeze: async (plan) => may(person, 'enter', await figuresOf(db, world, plan)),
    previewRelease: async (asked) =>
      may(person, 'read', await figuresOf(db, world, asked.plan))
        ? (await createRelease(db, asked)).release
        : undefined,
    freezeRelease: async (asked) => {
      permit(person, 'enter', await figuresOf(db, world, asked.plan))
      // At the desk nobody else could approve them.
      return saveRelease(db, await createRelease(db, asked), agent, person.as === 'person' ? 'draft' : 'desk')
    },
    addCommentary: async (id, comment) => {
      const head = await getHead(id)
      const state = head.publishedAt === null ? 'draft' : 'published'
      permit(person, 'comment', asThing(onItsWay(reader, head), state, person))
      // Somebody who has signed in speaks in their own name, and today.
      const signed = person.as === 'person' ? { by: person.name, on: await todayIn(db) } : {}
      await addCommentary(db, id, { ...comment, ...signed }, { agent })
    },
  }
}
