// A PDF is taken apart in a thread of its own: one made to hang or to fill the memory ends the thread, not Pacta.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { extractPdf, type PdfPage, type PdfRefusal } from './pdf-extract.ts'

/** How long a PDF may take to be taken apart, in milliseconds. A plan of 300 pages takes a few seconds. */
export const longestExtractMs = 60_000
/** Memory the thread may fill, in megabytes. */
const mostMemoryMb = 1024

const tooMuch = (message: string): PdfRefusal => ({
  message,
  expected: 'the plan alone, without pictures and annexes; "qpdf PLAN.pdf MENDED.pdf" mends what is damaged',
})

/** The pages of a PDF, or why it cannot be read. Ends after `longestMs` at most. */
export const extractApart = (
  bytes: Uint8Array,
  longestMs = longestExtractMs,
): Promise<PdfPage[] | PdfRefusal> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { pdf: bytes },
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      stdout: true,
      stderr: true,
    })
    const end = (result: PdfPage[] | PdfRefusal) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(
      () => end(tooMuch(`The PDF could not be taken apart within ${longestMs / 1000} seconds`)),
      longestMs,
    )
    worker.once('message', end)
    worker.once('error', (error) =>
      end(tooMuch(`The PDF could not be taken apart (${(error as Error).message.slice(0, 120)})`)),
    )
    worker.once('exit', () => end(tooMuch('The PDF could not be taken apart')))
  })

if (!isMainThread && workerData?.pdf instanceof Uint8Array) {
  const pages = await extractPdf(workerData.pdf)
  parentPort?.postMessage(pages)
}
