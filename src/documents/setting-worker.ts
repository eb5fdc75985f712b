// Sets one document and ends. A thread of its own: setting takes seconds, and the server goes on meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentView } from './block.ts'

const { format, view } = workerData as { format: 'pdf' | 'docx'; view: DocumentView }

// Each format brings libraries of some megabytes: only those that are needed are loaded.
const made =
  format === 'pdf'
    ? await (await import('./typst.ts')).typesetOf(view)
    : { bytes: await (await import('./docx.ts')).docxOf(view), missing: [] }
parentPort!.postMessage(made)
