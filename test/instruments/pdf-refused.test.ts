import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { openPlan } from '../../src/instruments/open.ts'
import { readPages } from '../../src/instruments/pdf.ts'
import { extractApart } from '../../src/instruments/pdf-apart.ts'
import { extractPdf } from '../../src/instruments/pdf-extract.ts'
import { Problem } from '../../src/problem.ts'
import { typstPdf } from './typst-clothes.ts'

const refusal = async (bytes: Uint8Array): Promise<Problem | undefined> => {
  try {
    importPlan(await openPlan(bytes, 'plan.pdf'), 'plan.pdf')
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
const words = (problem: Problem | undefined) =>
  problem?.issues.map((issue) => `${issue.message}; ${issue.expected}`).join(' ') ?? 'read'

/** A PDF of bare objects; the table of offsets is left for readers to rebuild. */
const barePdf = (...objects: string[]): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`,
    'latin1',
  )

describe('a PDF that cannot be read', () => {
  let small: Uint8Array
  before(async () => {
    small = await typstPdf(
      '= Harbour Action Plan\n\n*Action 1*\n\nLight the quays where ships moor.\n\n*Indicators*\n\n- Number of quays lit each year.\n',
    )
  })

  it('a scan has no text, and is told to be read first', async () => {
    const scan = barePdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    )
    const problem = await refusal(scan)
    assert.equal(problem?.type, 'input-unreadable')
    assert.match(words(problem), /no text: this seems to be a scan; .*ocrmypdf/)
  })

  it('one that takes too long is given up, and the thread that read it ends', async () => {
    const given = await extractApart(small, 1)
    assert.ok(!Array.isArray(given))
    assert.match(given.message, /could not be taken apart within 0\.001 seconds/)
  })

  it('one protected by a password', async () => {
    const locked = barePdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
    )
    const text = Buffer.from(locked)
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]')
    assert.match(words(await refusal(Buffer.from(text, 'latin1'))), /password/)
  })

  it('cut off, it is refused in words or read as far as it is whole', async () => {
    for (const share of [0.02, 0.2, 0.5, 0.8]) {
      const problem = await refusal(small.subarray(0, Math.floor(small.length * share)))
      assert.match(problem?.type ?? 'read', /^input-(?:unreadable|rejected)$/)
    }
  })

  it('with bytes changed, pages are read or refused, and nothing fails otherwise', async () => {
    let seed = 7
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return seed % below
    }
    for (let i = 0; i < 25; i++) {
      const damaged = Uint8Array.from(small)
      for (let k = 0; k < 8; k++) damaged[next(damaged.length)] = next(256)
      const pages = await extractPdf(damaged)
      if (!('message' in pages)) readPages(pages)
    }
  })

  it('a name says nothing: a PDF called .txt is read as the PDF it is', async () => {
    const source = await openPlan(small, 'plan.txt')
    assert.ok(typeof source !== 'string' && source.format === 'pdf')
  })
})
