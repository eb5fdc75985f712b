import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { openPlan } from '../../src/instruments/open.ts'
import { planJson } from '../../src/instruments/plan.ts'
import { draftParts, draftPromises, draftTitle, promisesOf, unplacedOf } from './clothes.ts'
import { headingsDocx, mergedDocx, tablesDocx } from './docx-clothes.ts'

const read = async (bytes: Uint8Array) => importPlan(await openPlan(bytes, 'plan.docx'), 'plan.docx')

describe('a plan as DOCX', () => {
  const layouts: [string, () => Promise<Uint8Array>][] = [
    ['headings by style, numbers counted by Word, bullets', headingsDocx],
    ['headings by look, a table of actions and indicators in each section', tablesDocx],
    ['one table with merged cells and rows that head the sections', mergedDocx],
  ]
  for (const [name, make] of layouts)
    it(`${name}: the texts of the text import, exactly`, async () => {
      const plan = await read(await make())
      assert.deepEqual(promisesOf(plan), draftPromises())
      assert.equal(plan.title, draftTitle)
      assert.deepEqual(
        plan.sections.map((section) => section.number),
        draftParts().map((part) => part.number),
      )
      assert.deepEqual(unplacedOf(plan), [])
    })

  it('numbers counted by Word come back before sections, paragraphs and actions', async () => {
    const plan = await read(await headingsDocx())
    assert.deepEqual(
      plan.sections.map((section) => section.heading),
      draftParts().map((part) => part.heading),
    )
    assert.deepEqual(
      plan.sections.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.number)),
      Array.from({ length: 14 }, (_, i) => String(i + 1)),
    )
    assert.equal(plan.actions[44]?.headingInSource, 'Action #45')
  })

  it('a footnote has its number and its place; headers and footers are of the page', async () => {
    const plan = await read(await headingsDocx())
    assert.deepEqual(
      plan.footnotes.map((note) => [note.marker, note.text, note.referencedOn[0]]),
      [['1', 'Issued in the clothes of a test, without formal editing.', 1]],
    )
    const furniture = plan.anomalies.filter((anomaly) => anomaly.kind === 'page-furniture')
    assert.deepEqual(
      furniture.map((anomaly) => [anomaly.text, plan.places?.[anomaly.line - 1]]),
      [
        ['APLC/CONF/2024/PM.2/WP.3', { part: 'header' }],
        ['Page', { part: 'footer' }],
      ],
    )
  })

  it('every text keeps its paragraph or its cell', async () => {
    const json = planJson(await read(await tablesDocx())) as unknown as {
      actions: { place: object; indicators: { id: string; place: object }[] }[]
    }
    assert.deepEqual(json.actions[1]?.place, { table: 1, row: 3, column: 1 })
    assert.deepEqual(json.actions[2]?.indicators[3]?.place, { table: 1, row: 4, column: 2 })
    const styled = planJson(await read(await headingsDocx())) as unknown as {
      sections: { place: object }[]
    }
    assert.deepEqual(styled.sections[0]?.place, { paragraph: 2 })
  })
})
