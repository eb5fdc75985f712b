// What the status document of a release costs: 166 States, all 87 indicators with every State named, as a PDF of some
// 100 pages, as DOCX and as HTML. Under a minute.

import { type DocumentFormat, renderDocument } from '../src/documents/render.ts'
import { createRelease } from '../src/releases/create.ts'
import { shown, timed } from './timing.ts'
import { fill, inNewStore, plan, planYears, states } from './world.ts'

/** Pages of a PDF, as its page tree counts them. */
const pagesOf = async (bytes: Uint8Array): Promise<number> => {
  const { getDocumentProxy } = await import('unpdf')
  return (await getDocumentProxy(new Uint8Array(bytes))).numPages
}

await inNewStore(async (db) => {
  await fill(db, states)
  const { release } = await createRelease(db, { plan: plan.rules.id, year: planYears.at(-1)! })
  const make = async (format: DocumentFormat, runs: number) => {
    let bytes = new Uint8Array()
    const times = await timed(
      async () => {
        bytes = new Uint8Array((await renderDocument(release, { format })).bytes)
      },
      { runs },
    )
    return { bytes, times }
  }
  const html = await make('html', 3)
  const pdf = await make('pdf', 1)
  const docx = await make('docx', 1)
  console.log(
    `status document of ${states} States: PDF ${await pagesOf(pdf.bytes)} pages, ${(pdf.bytes.length / 1e6).toFixed(1)} MB in ${shown(pdf.times)}; ` +
      `DOCX ${(docx.bytes.length / 1e6).toFixed(1)} MB in ${shown(docx.times)}; HTML ${(html.bytes.length / 1e6).toFixed(1)} MB in ${shown(html.times)}`,
  )
})
