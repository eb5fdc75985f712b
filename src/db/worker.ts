// The worker thread that holds the embedded database. It takes wire-protocol messages and gives back the answers'
// bytes; it writes checkpoints, which PGlite does not do by itself. See embedded.ts for the other side.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS, durableStartParams } from './durable-fs.ts'
import { encodeScript } from './wire.ts'

/** `folder` undefined: in memory. */
export type WorkerSettings = { folder: string | undefined; checkpointBytes: number; checkpointMs: number }
export type ToWorker = { id: number; bytes: Uint8Array } | { close: true }
export type FromWorker =
  | { ready: true }
  | { settingUp: true }
  | { closed: true }
  | { id: number; bytes: Uint8Array }
  | { id: number; failed: string }

const { folder, checkpointBytes, checkpointMs } = workerData as WorkerSettings
const port = parentPort!
const tell = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

let logBytes = 0

const open = (path: string | undefined): Promise<PGlite> =>
  path === undefined
    ? PGlite.create({ startParams: [...PGlite.defaultStartParams, '-c', 'timezone=UTC'] })
    : PGlite.create({
        fs: new DurableNodeFS(path, (bytes) => {
          logBytes += bytes
        }),
        startParams: durableStartParams,
      })

const syncToDisk = (path: string) => {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

// Windows cannot open a directory to sync it, and does not need to.
const syncFolder = (path: string) => {
  if (process.platform !== 'win32') syncToDisk(path)
}

const syncTree = (path: string) => {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) syncTree(child)
    else if (entry.isFile()) syncToDisk(child)
  }
  syncFolder(path)
}

// A database half made by a killed process must not be taken for one: it is made beside its place and moved there
// whole.
const setUp = async (path: string) => {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const database = await open(unfinished)
  await database.close()
  chmodSync(unfinished, 0o700)
  syncTree(unfinished)
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}

const run = (database: PGlite, message: Uint8Array): Uint8Array<ArrayBuffer> => {
  const chunks: Uint8Array[] = []
  // The call is synchronous up to the file system sync, which NODEFS does not need; the promise carries nothing.
  void database.execProtocolRawStream(message, {
    syncToFs: false,
    onRawData: (bytes) => void chunks.push(bytes.slice()),
  })
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

if (folder !== undefined && !existsSync(folder)) {
  tell({ settingUp: true })
  await setUp(folder)
}
const database = await open(folder)

const checkpoint = () => {
  if (logBytes === 0) return
  run(database, encodeScript('checkpoint'))
  logBytes = 0
}

port.on('message', (message: ToWorker) => {
  if ('close' in message) {
    checkpoint()
    void database.close().then(() => tell({ closed: true }))
    return
  }
  try {
    const answer = run(database, message.bytes)
    tell({ id: message.id, bytes: answer }, [answer.buffer])
  } catch (error) {
    tell({ id: message.id, failed: error instanceof Error ? error.message : String(error) })
  }
  if (logBytes >= checkpointBytes) checkpoint()
})

if (folder !== undefined) setInterval(checkpoint, checkpointMs)
tell({ ready: true })
