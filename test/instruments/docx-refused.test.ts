import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { zip } from '@cj-tech-master/excelts/archive'
import { importPlan } from '../../src/instruments/import.ts'
import { openPlan } from '../../src/instruments/open.ts'
import { Problem } from '../../src/problem.ts'
import { tablesDocx } from './docx-clothes.ts'
import { para, rawDocx } from './raw-docx.ts'

/** The refusal of a file, or undefined where it is read. Anything but a Problem fails. */
const refusal = async (bytes: Uint8Array): Promise<Problem | undefined> => {
  try {
    importPlan(await openPlan(bytes, 'plan.docx'), 'plan.docx')
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
const words = (problem: Problem | undefined) =>
  problem?.issues.map((issue) => issue.message).join(' ') ?? 'read'

const members = (files: Record<string, string>): Uint8Array => {
  const file = zip()
  for (const [name, content] of Object.entries(files)) file.add(name, content)
  return file.bytesSync()
}

describe('a DOCX that cannot be read', () => {
  it('a workbook, a presentation, an OpenDocument text and another container are named', async () => {
    assert.match(words(await refusal(members({ 'xl/workbook.xml': '<a/>' }))), /XLSX workbook/)
    assert.match(words(await refusal(members({ 'ppt/a.xml': '<a/>' }))), /PPTX/)
    assert.match(words(await refusal(members({ 'content.xml': '<a/>' }))), /ODT/)
    assert.match(words(await refusal(members({ 'notes.txt': 'x' }))), /no DOCX/)
  })

  it('a document without an action is rejected with what was looked for', async () => {
    const problem = await refusal(rawDocx(para('Dear friends, all is well.')))
    assert.equal(problem?.type, 'input-rejected')
    assert.match(problem?.message ?? '', /no action was found/)
  })

  it('a document protected by a password is named as one', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    assert.match(words(await refusal(bytes)), /password/)
  })

  it('a part that unpacks to more than is read', async () => {
    const bomb = rawDocx(`<w:p><w:r><w:t>${' '.repeat(50 * 1024 * 1024)}</w:t></w:r></w:p>`)
    assert.ok(bomb.length < 1024 * 1024)
    assert.match(words(await refusal(bomb)), /unpacks to more than the 48 MB/)
  })

  it('elements nested without end', async () => {
    assert.match(words(await refusal(rawDocx(`${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`))), /damaged/)
  })

  it('entities that multiply', async () => {
    const doctype = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const bytes = members({
      '_rels/.rels':
        '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="d.xml"/></Relationships>',
      'd.xml': `${doctype}<document><body><p><r><t>${'&b;'.repeat(12_000)}</t></r></p></body></document>`,
    })
    assert.ok((await refusal(bytes)) instanceof Problem)
  })

  it('cut off anywhere, it is refused in words', async () => {
    const whole = await tablesDocx()
    for (let i = 1; i < 20; i++) {
      const problem = await refusal(whole.subarray(0, Math.floor((whole.length * i) / 20)))
      assert.equal(problem?.type, 'input-unreadable')
      assert.match(words(problem), /cut off|damaged/)
    }
  })

  it('with single bytes changed, it is read or refused, and never fails otherwise', async () => {
    const whole = await tablesDocx()
    let seed = 20_241_116
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return seed % below
    }
    for (let i = 0; i < 40; i++) {
      const damaged = Uint8Array.from(whole)
      for (let k = 0; k < 1 + (i % 4); k++) damaged[next(damaged.length)] = next(256)
      await refusal(damaged)
    }
  })
})
