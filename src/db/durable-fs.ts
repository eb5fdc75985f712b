// PGlite on a folder, with writes that reach the disk. As shipped it runs with fsync off and its file system has no
// fsync; here `fsync` of the embedded PostgreSQL becomes fdatasync of the host.
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Stream = { nfd?: number; node: FileNode }
type FileNode = { parent?: { name?: string } }
type HostFileSystem = {
  realPath: (node: FileNode) => string
  stream_ops: {
    fsync?: (stream: Stream) => number
    write: (stream: Stream, buffer: unknown, offset: number, length: number, position: number) => number
  }
}

/** A folder whose fsync is real; `onLogWritten` is told the bytes written to the write-ahead log. */
export class DurableNodeFS extends NodeFS {
  #onLogWritten: (bytes: number) => void

  constructor(folder: string, onLogWritten: (bytes: number) => void) {
    super(folder)
    this.#onLogWritten = onLogWritten
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args)
    const options = result.emscriptenOpts as { preRun?: ((module: never) => void)[] }
    const makeDurable = (module: { FS: { filesystems: { NODEFS: HostFileSystem } } }) => {
      const host = module.FS.filesystems.NODEFS
      const write = host.stream_ops.write
      host.stream_ops.write = (stream, buffer, offset, length, position) => {
        if (stream.node.parent?.name === 'pg_wal') this.#onLogWritten(length)
        return write(stream, buffer, offset, length, position)
      }
      host.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) {
          fdatasyncSync(stream.nfd)
        } else {
          // A directory: it has no descriptor of its own here.
          const descriptor = openSync(host.realPath(stream.node), 'r')
          try {
            fsyncSync(descriptor)
          } finally {
            closeSync(descriptor)
          }
        }
        return 0
      }
    }
    options.preRun = [...(options.preRun ?? []), makeDurable as (module: never) => void]
    return result
  }
}

/** PGlite's start parameters without -F (fsync off). `wal_sync_method=fsync` because fdatasync is a no-op in its build. */
export const durableStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'timezone=UTC'],
  // One session has all the memory: what is sorted or grouped need not go through a file.
  ...['-c', 'work_mem=64MB'],
  // Checkpoints come from worker.ts; this only keeps fewer used log files on disk after a bulk load.
  ...['-c', 'max_wal_size=128MB', '-c', 'min_wal_size=32MB'],
]
