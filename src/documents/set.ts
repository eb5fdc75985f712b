// A document as PDF or DOCX, made in a thread of its own.
import { Worker } from 'node:worker_threads'
import { createQueue } from '../db/queue.ts'
import { problem } from '../problem.ts'
import type { DocumentView } from './block.ts'

export type SetDocument = {
  bytes: Uint8Array
  /** Characters without a glyph in the fonts shipped, each with its number and script; a PDF says so too. */
  missing: string[]
}

/** A document that takes longer than this is given up; one of 200 pages takes a tenth of it. */
const longestMs = 300_000

// One at a time: a document of 150 pages takes several hundred megabytes while it is set.
const turns = createQueue()
const tooLong = () =>
  problem('store-busy', 'Other documents are being set, and it took too long. Ask again in some minutes.')

const inWorker = (format: 'pdf' | 'docx', view: DocumentView): Promise<SetDocument> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('setting-worker.ts', import.meta.url), { workerData: { format, view } })
    const timer = setTimeout(() => {
      reject(problem('store-busy', 'Setting the document took longer than five minutes and was given up.'))
      void worker.terminate()
    }, longestMs)
    worker.once('message', (made: SetDocument) => {
      resolve(made)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('The thread that sets documents ended without one.'))
    })
  })

/** Sets `view` on A4. Throws Problem `store-busy` where it takes too long. */
export const setDocument = async (format: 'pdf' | 'docx', view: DocumentView): Promise<SetDocument> => {
  const turn = await turns.take(longestMs, tooLong)
  try {
    return await inWorker(format, view)
  } finally {
    turn.done()
  }
}
