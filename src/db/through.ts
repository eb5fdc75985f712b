// A store through the process that owns the data folder, over its socket.
import { connect } from 'node:net'
import { type ProblemType, problem, problemTypes } from '../problem.ts'
import type { Engine, Lease } from './engine.ts'
import { kinds, readFrames, sendFrame } from './frames.ts'
import type { Owner } from './lock.ts'
import type { Room } from './room.ts'
import { decodeAnswer, encodeQuery, encodeScript } from './wire.ts'

const movedName = 'OwnerMoved'

/** Thrown by `lease` when the owner is going: ask the next owner. Nothing has run yet. */
export const ownerMoved = (): Error => Object.assign(new Error('The owner is closing'), { name: movedName })

export const isOwnerMoved = (error: unknown): boolean => error instanceof Error && error.name === movedName

export type ThroughEngine = Engine & { isLost: () => boolean }

type Waiting = { resolve: (payload: Uint8Array) => void; reject: (error: Error) => void }

const readFailure = (payload: Uint8Array): Error => {
  const { type, detail } = JSON.parse(Buffer.from(payload).toString()) as { type: string; detail: string }
  return problem(type in problemTypes ? (type as ProblemType) : 'store-unavailable', detail)
}

/** Connects to the owner; undefined when nobody answers there, or somebody else does. */
export const connectTo = (owner: Owner, patienceMs: number): Promise<ThroughEngine | undefined> =>
  new Promise((resolve) => {
    const socket = connect(owner.address)
    const waiting = new Map<number, Waiting>()
    let lost = false
    let leaving = false
    let closed = false
    let nextLease = 1

    const settle = (id: number): Waiting | undefined => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) socket.unref()
      return one
    }

    const ask = (id: number, kind: number, payload: Uint8Array): Promise<Uint8Array> =>
      new Promise((answered, reject) => {
        if (lost) {
          reject(gone())
          return
        }
        waiting.set(id, { resolve: answered, reject })
        socket.ref()
        sendFrame(socket, kind, id, payload)
      })

    const gone = () =>
      closed
        ? problem('store-unavailable', 'The store is closed.')
        : problem(
            'store-unavailable',
            `The process ${owner.pid}, which held the store, ended; what was under way was rolled back. Try again.`,
          )

    const lease = async (room: Room): Promise<Lease> => {
      if (lost || leaving) throw ownerMoved()
      const id = nextLease++
      try {
        await ask(id, kinds.open, Buffer.from(room))
      } catch (error) {
        if (lost && !closed) throw ownerMoved()
        throw error
      }
      let released = false
      const send = async (message: Uint8Array) => decodeAnswer(await ask(id, kinds.run, message))
      return {
        query: (sql, parameters) => send(encodeQuery(sql, parameters)),
        script: async (sql) => void (await send(encodeScript(sql))),
        release: async () => {
          if (!released) sendFrame(socket, kinds.release, id)
          released = true
        },
      }
    }

    const engine: ThroughEngine = {
      kind: 'through-server',
      lease,
      isLost: () => lost || leaving,
      close: async () => {
        closed = true
        if (lost) return
        socket.ref()
        await new Promise<void>((ended) => {
          socket.once('close', () => ended())
          socket.end()
          // The other side may be busy for long; it rolls back when it notices.
          setTimeout(() => socket.destroy(), 1000).unref()
        })
      },
    }

    const patience = setTimeout(() => socket.destroy(), patienceMs)
    socket.on('connect', () => sendFrame(socket, kinds.hello, 0, Buffer.from(owner.token)))
    readFrames(socket, ({ kind, lease: id, payload }) => {
      if (kind === kinds.welcome) {
        clearTimeout(patience)
        socket.unref()
        resolve(engine)
      } else if (kind === kinds.granted || kind === kinds.answer) settle(id)?.resolve(payload)
      else if (kind === kinds.failed) settle(id)?.reject(readFailure(payload))
      else if (kind === kinds.moved) {
        leaving = true
        if (id !== 0) settle(id)?.reject(ownerMoved())
      }
    })
    socket.on('error', () => {}) // 'close' follows
    socket.on('close', () => {
      lost = true
      clearTimeout(patience)
      for (const id of [...waiting.keys()]) settle(id)?.reject(gone())
      resolve(undefined) // without effect once welcome
    })
  })
