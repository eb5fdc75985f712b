// The embedded store: PostgreSQL (PGlite) in a worker thread, with one session that is leased in order of arrival.
// This side watches over the worker: it ends statements that run too long, and restarts a worker that died.
import { Worker } from 'node:worker_threads'
import { problem } from '../problem.ts'
import type { Engine, Lease } from './engine.ts'
import { createQueue } from './queue.ts'
import { enterRoom, type Room } from './room.ts'
import { decodeAnswer, encodeQuery, encodeScript, isUnanswered, sessionState } from './wire.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './worker.ts'

export type EmbeddedSettings = {
  /** Folder of the database itself; undefined: in memory. */
  folder: string | undefined
  /** A statement that runs longer is ended, with the worker. */
  statementMs: number
  /** Longest wait for the session. */
  waitMs: number
  checkpointBytes?: number
  progress: (text: string) => void
}

/** A lease in wire-protocol bytes, for whoever only passes them on. */
export type RawLease = { send: (message: Uint8Array) => Promise<Uint8Array>; release: () => Promise<void> }
export type EmbeddedEngine = Engine & {
  leaseRaw: (room: Room) => Promise<RawLease>
  /** Runs one statement of housekeeping for as long as it takes: no limit, since a restart would only repeat it. */
  maintain: (sql: string) => Promise<void>
}

const checkpointEvery = 64 * 1024 * 1024
const checkpointMs = 5 * 60_000
const restartsAllowed = 5
const restartsWithinMs = 60_000
const rolledBack = 'What was under way was rolled back.'

type Pending = {
  resolve: (bytes: Uint8Array) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout | undefined
}
/** One run of the worker. Sessions do not survive it. */
type Run = {
  worker: Worker
  pending: Map<number, Pending>
  room: Room | undefined
  over: Error | undefined
}

/** Starts the worker, setting an empty folder up first. The caller holds the lock on the folder. */
export const openEmbedded = async (settings: EmbeddedSettings): Promise<EmbeddedEngine> => {
  const { folder, statementMs, waitMs, progress } = settings
  const queue = createQueue()
  const restarts: number[] = []
  let nextId = 1
  let closing = false
  let current: Promise<Run>

  const end = (run: Run, error: Error) => {
    if (run.over !== undefined) return
    run.over = error
    for (const { reject, timer } of run.pending.values()) {
      clearTimeout(timer)
      reject(error)
    }
    run.pending.clear()
    void run.worker.terminate()
    if (closing) return
    if (folder === undefined) {
      // What was in memory is gone; an empty store in its place would answer wrongly.
      current = Promise.reject(problem('store-unavailable', `The store in memory was lost. ${error.message}`))
    } else {
      const now = Date.now()
      restarts.push(now)
      while (restarts[0]! < now - restartsWithinMs) restarts.shift()
      if (restarts.length > restartsAllowed) {
        current = Promise.reject(
          problem(
            'store-unavailable',
            `The store stopped ${restarts.length} times within a minute. ${error.message}`,
          ),
        )
      } else {
        progress(`The store is being restarted: ${error.message}`)
        current = start()
      }
    }
    current.catch(() => {})
  }

  const receive = (run: Run, message: FromWorker) => {
    if (!('id' in message)) return
    const waiting = run.pending.get(message.id)
    if (waiting === undefined) return
    if ('failed' in message) {
      end(run, problem('store-unavailable', `The store stopped: ${message.failed}. ${rolledBack}`))
    } else if (isUnanswered(message.bytes)) {
      end(run, problem('store-unavailable', `The store gave no answer to a statement. ${rolledBack}`))
    } else {
      run.pending.delete(message.id)
      clearTimeout(waiting.timer)
      if (run.pending.size === 0) run.worker.unref()
      waiting.resolve(message.bytes)
    }
  }

  const start = async (): Promise<Run> => {
    const workerData: WorkerSettings = {
      folder,
      checkpointBytes: settings.checkpointBytes ?? checkpointEvery,
      checkpointMs,
    }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
    const run: Run = { worker, pending: new Map(), room: undefined, over: undefined }
    const ready = Promise.withResolvers<void>()
    worker.on('message', (message: FromWorker) => {
      if ('settingUp' in message) progress(`Setting up a store in ${folder}`)
      else if ('ready' in message) ready.resolve()
      else receive(run, message)
    })
    worker.on('error', (error: Error) => ready.reject(error))
    worker.on('exit', (code) => ready.reject(new Error(`it ended with code ${code}`)))
    try {
      await ready.promise
    } catch (error) {
      await worker.terminate()
      const where = folder ?? 'memory'
      throw problem(
        'store-unavailable',
        `The store in ${where} could not be opened: ${(error as Error).message}`,
      )
    }
    const died = (reason: string) =>
      end(run, problem('store-unavailable', `The store stopped (${reason}). ${rolledBack}`))
    worker.on('error', (error: Error) => died(error.message))
    worker.on('exit', (code) => died(`code ${code}`))
    // An idle store does not keep the process alive.
    worker.unref()
    return run
  }

  const send = (run: Run, bytes: Uint8Array, limitMs: number = statementMs): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (run.over !== undefined) {
        reject(run.over)
        return
      }
      const id = nextId++
      const tooLong = () => {
        const detail = `A statement ran longer than ${limitMs / 1000} s and was ended; its transaction was rolled back.`
        end(run, problem('store-busy', detail))
      }
      const timer = limitMs === Infinity ? undefined : setTimeout(tooLong, limitMs)
      run.pending.set(id, { resolve, reject, timer })
      run.worker.ref()
      run.worker.postMessage({ id, bytes } satisfies ToWorker)
    })

  const leaseRaw = async (room: Room, limitMs?: number): Promise<RawLease> => {
    if (closing) throw problem('store-unavailable', 'The store is closing.')
    const turn = await queue.take(waitMs, () =>
      problem('store-busy', `The store was in use by others for ${waitMs / 1000} s.`),
    )
    try {
      const run = await current
      if (run.room !== room) {
        run.room = undefined
        decodeAnswer(await send(run, encodeScript(enterRoom(room))))
        run.room = room
      }
      let state = 'I'
      let released = false
      return {
        send: async (message) => {
          if (released) throw problem('transaction-misuse', 'The session was already given back.')
          const answer = await send(run, message, limitMs)
          state = sessionState(answer)
          return answer
        },
        release: async () => {
          if (released) return
          released = true
          try {
            if (state !== 'I' && run.over === undefined) await send(run, encodeScript('rollback'))
          } catch {
            // The run ended meanwhile, and the transaction with it.
          } finally {
            turn.done()
          }
        },
      }
    } catch (error) {
      turn.done()
      throw error
    }
  }

  const lease = async (room: Room): Promise<Lease> => {
    const raw = await leaseRaw(room)
    return {
      query: async (sql, parameters) => decodeAnswer(await raw.send(encodeQuery(sql, parameters))),
      script: async (sql) => void decodeAnswer(await raw.send(encodeScript(sql))),
      release: raw.release,
    }
  }

  const maintain = async (sql: string) => {
    const raw = await leaseRaw('register', Infinity)
    try {
      decodeAnswer(await raw.send(encodeQuery(sql, [])))
    } finally {
      await raw.release()
    }
  }

  const close = async () => {
    if (closing) return
    const last = await queue
      .take(waitMs, () => problem('store-busy', 'The store is still in use.'))
      .catch(() => undefined)
    closing = true
    queue.refuseAll(problem('store-unavailable', 'The store is closing.'))
    const run = await current.catch(() => undefined)
    if (run !== undefined && run.over === undefined && folder !== undefined) {
      run.worker.ref()
      await new Promise<void>((resolve) => {
        run.worker.on('message', (message: FromWorker) => 'closed' in message && resolve())
        run.worker.on('exit', () => resolve())
        run.worker.postMessage({ close: true } satisfies ToWorker)
      })
    }
    if (run !== undefined) {
      run.over = problem('store-unavailable', 'The store is closed.')
      await run.worker.terminate()
    }
    last?.done()
  }

  current = start()
  await current
  return { kind: 'embedded', lease, leaseRaw: (room) => leaseRaw(room), maintain, close }
}
