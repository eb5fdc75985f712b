// The store in a data folder: this process owns the folder, or reaches it through the one that does, and takes over
// when that one goes.

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { problem } from '../problem.ts'
import { type EmbeddedEngine, openEmbedded } from './embedded.ts'
import type { Engine } from './engine.ts'
import { keepHouse } from './housekeeping.ts'
import { findOwner, makeRunFolder, takeLock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import type { Room } from './room.ts'
import { serveSocket } from './serve-socket.ts'
import { connectTo, isOwnerMoved, ownerMoved } from './through.ts'

export type FolderSettings = {
  folder: string
  statementMs: number
  waitMs: number
  /** How long an owner may take to answer, or a folder that is changing hands to settle; 15,000 where not given. */
  patienceMs?: number
  progress: (text: string) => void
}

type Backend = Engine & { isLost: () => boolean }

const own = async (settings: FolderSettings, lock: { release: () => void }): Promise<Backend> => {
  const { folder, statementMs, waitMs, progress } = settings
  const opening = Promise.withResolvers<EmbeddedEngine>()
  opening.promise.catch(() => {}) // awaited below, or by those who wait at the socket
  let socket: Awaited<ReturnType<typeof serveSocket>> | undefined
  try {
    // The socket first: others that come while the database starts wait at it.
    const leaseRaw = async (room: Room) => (await opening.promise).leaseRaw(room)
    socket = await serveSocket({ folder, idleMs: waitMs, leaseRaw })
    const open = await openEmbedded({ folder: join(folder, 'pg'), statementMs, waitMs, progress })
    opening.resolve(open)
    const served = socket
    const house = keepHouse(folder, open, progress)
    return {
      kind: 'embedded',
      lease: open.lease,
      isLost: () => false,
      close: async () => {
        house.stop()
        served.leaving()
        await open.close()
        await served.close()
        lock.release()
      },
    }
  } catch (error) {
    opening.reject(error)
    await socket?.close()
    lock.release()
    throw error
  }
}

const attach = async (settings: FolderSettings, patience: number): Promise<Backend> => {
  const { folder, progress } = settings
  const deadline = Date.now() + patience
  for (;;) {
    const lock = takeLock(folder)
    if (lock !== undefined) return await own(settings, lock)
    const owner = findOwner(folder)
    const through = owner && (await connectTo(owner, Math.max(deadline - Date.now(), 100)))
    if (through !== undefined) {
      progress(`Process ${owner?.pid} uses ${folder}; working through it`)
      return through
    }
    if (Date.now() > deadline) {
      const who = owner === undefined ? 'Another process' : `Process ${owner.pid}`
      throw problem(
        'store-in-use',
        `${who} uses the data folder ${folder} and does not answer. Wait until it has ended, or stop it, then try again.`,
      )
    }
    await sleep(50)
  }
}

/**
 * Opens the store in a data folder, which is made if it is missing. Two processes can use one folder: the first owns
 * it, the others work through the first. Throws `store-in-use` where the owner does not answer.
 */
export const openFolder = async (settings: FolderSettings): Promise<Engine> => {
  try {
    makeFolder(settings.folder)
    makeRunFolder(settings.folder)
  } catch (error) {
    throw problem('store-unavailable', `The data folder cannot be used: ${(error as Error).message}`)
  }
  let backend = await attach(settings, settings.patienceMs ?? 15_000)
  let replacing: Promise<void> | undefined
  let closed = false

  const replace = async () => {
    const old = backend
    backend = await attach(settings, settings.waitMs)
    await old.close()
  }

  return {
    get kind() {
      return backend.kind
    },
    lease: async (room) => {
      for (;;) {
        if (closed) throw problem('store-unavailable', 'The store is closed.')
        try {
          if (backend.isLost()) throw ownerMoved()
          return await backend.lease(room)
        } catch (error) {
          if (!isOwnerMoved(error) || closed) throw error
          replacing ??= replace().finally(() => {
            replacing = undefined
          })
          await replacing
        }
      }
    },
    close: async () => {
      if (closed) return
      closed = true
      await replacing?.catch(() => {})
      await backend.close()
    },
  }
}
