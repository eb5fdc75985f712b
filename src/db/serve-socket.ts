// The owner's end of the socket: other processes on the same data folder run their SQL here. Each of their leases is
// a lease of the one session; what a process leaves open when it goes is rolled back.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../problem.ts'
import type { RawLease } from './embedded.ts'
import { type Frame, kinds, readFrames, sendFrame } from './frames.ts'
import { findOwner, type Owner, removeOwner, runFolder, writeOwner } from './lock.ts'
import { type Room, readRoom } from './room.ts'

/** Unix socket paths end near 104 (macOS) or 108 bytes (Linux). */
const longestSocketPath = 100
const temporaryPrefix = 'pacta-'

const chooseAddress = (folder: string): string => {
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\pacta-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}-${process.pid}`
  }
  const inside = join(runFolder(folder), 'socket')
  if (Buffer.byteLength(inside) <= longestSocketPath) return inside
  return join(mkdtempSync(join(tmpdir(), temporaryPrefix)), 'socket')
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes away what an owner that died has left. A copied data folder names the socket of the folder it was copied from,
 * at which another process may be served at this moment: it stays.
 */
const removeLeft = (folder: string, { address, pid }: Owner) => {
  const isOwn = address === join(runFolder(folder), 'socket')
  const isPassing = basename(dirname(address)).startsWith(temporaryPrefix) && !isAlive(pid)
  if (isOwn || isPassing) removeAddress(address)
}

const removeAddress = (address: string) => {
  if (process.platform === 'win32') return
  rmSync(address, { force: true })
  const folder = dirname(address)
  if (basename(folder).startsWith(temporaryPrefix) && dirname(folder) === tmpdir()) {
    rmSync(folder, { recursive: true, force: true })
  }
}

const failure = (error: unknown): Uint8Array => {
  const { type, message } =
    error instanceof Problem ? error : { type: 'store-unavailable', message: String(error) }
  return Buffer.from(JSON.stringify({ type, detail: message }))
}

type Remote = {
  lease: RawLease | undefined
  over: boolean
  work: Promise<void>
  idle: NodeJS.Timeout | undefined
}
export type SocketSettings = {
  folder: string
  leaseRaw: (room: Room) => Promise<RawLease>
  /** A lease left idle for longer is taken back: its process may be suspended. */
  idleMs: number
}

/** Starts to serve; the caller holds the lock on the folder. `leaving` refuses new leases, `close` ends all. */
export const serveSocket = async ({ folder, leaseRaw, idleMs }: SocketSettings) => {
  const previous = findOwner(folder)
  if (previous !== undefined) removeLeft(folder, previous)
  const address = chooseAddress(folder)
  const token = randomBytes(32).toString('hex')
  const sockets = new Set<Socket>()
  let leaving = false

  const serve = (socket: Socket) => {
    const remotes = new Map<number, Remote>()
    let welcome = false

    const end = async (id: number, remote: Remote) => {
      remote.over = true
      clearTimeout(remote.idle)
      if (remotes.get(id) === remote) remotes.delete(id)
      await remote.lease?.release()
    }

    const watchIdle = (id: number, remote: Remote) => {
      clearTimeout(remote.idle)
      remote.idle = setTimeout(() => void end(id, remote), idleMs).unref()
    }

    const open = async (id: number, remote: Remote, room: Room) => {
      try {
        const lease = await leaseRaw(room)
        remote.lease = lease
        if (remote.over) return await lease.release()
        watchIdle(id, remote)
        sendFrame(socket, kinds.granted, id)
      } catch (error) {
        remotes.delete(id)
        if (leaving) sendFrame(socket, kinds.moved, id)
        else sendFrame(socket, kinds.failed, id, failure(error))
      }
    }

    const run = async (id: number, remote: Remote, message: Uint8Array) => {
      if (remote.lease === undefined || remote.over) {
        const error = {
          type: 'store-busy',
          detail: 'The transaction was idle for too long and was rolled back.',
        }
        sendFrame(socket, kinds.failed, id, Buffer.from(JSON.stringify(error)))
        return
      }
      clearTimeout(remote.idle)
      try {
        const answer = await remote.lease.send(message)
        if (!remote.over) watchIdle(id, remote)
        sendFrame(socket, kinds.answer, id, answer)
      } catch (error) {
        sendFrame(socket, kinds.failed, id, failure(error))
      }
    }

    const onFrame = ({ kind, lease: id, payload }: Frame) => {
      if (!welcome) {
        const given = Buffer.from(payload)
        // One who comes while this process closes should try for the lock itself.
        welcome =
          !leaving &&
          kind === kinds.hello &&
          given.length === token.length &&
          timingSafeEqual(given, Buffer.from(token))
        if (welcome) sendFrame(socket, kinds.welcome, 0)
        else socket.destroy()
        return
      }
      if (kind === kinds.open) {
        const room = readRoom(Buffer.from(payload).toString())
        if (room === undefined || remotes.has(id)) {
          socket.destroy()
        } else if (leaving) {
          sendFrame(socket, kinds.moved, id)
        } else {
          const remote: Remote = { lease: undefined, over: false, work: Promise.resolve(), idle: undefined }
          remote.work = open(id, remote, room)
          void remotes.set(id, remote)
        }
        return
      }
      const remote = remotes.get(id) ?? {
        lease: undefined,
        over: true,
        work: Promise.resolve(),
        idle: undefined,
      }
      if (kind === kinds.run) {
        const message = new Uint8Array(payload) // a copy: the buffer it came in is reused
        remote.work = remote.work.then(() => run(id, remote, message))
      } else if (kind === kinds.release) {
        remote.work = remote.work.then(() => end(id, remote))
      }
    }

    sockets.add(socket)
    socket.unref()
    readFrames(socket, onFrame)
    socket.on('error', () => {}) // 'close' follows
    socket.on('close', () => {
      sockets.delete(socket)
      for (const [id, remote] of remotes) {
        remote.over = true
        remote.work = remote.work.then(() => end(id, remote))
      }
    })
  }

  const server = createServer(serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, resolve)
  })
  server.unref()
  if (process.platform !== 'win32') chmodSync(address, 0o600)
  writeOwner(folder, { pid: process.pid, address, token })

  return {
    leaving: () => {
      leaving = true
      for (const socket of sockets) sendFrame(socket, kinds.moved, 0)
    },
    close: async () => {
      removeOwner(folder)
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      removeAddress(address)
    },
  }
}
