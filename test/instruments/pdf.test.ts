import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { openPlan } from '../../src/instruments/open.ts'
import { type Plan, planJson } from '../../src/instruments/plan.ts'
import { Problem } from '../../src/problem.ts'
import { draftParts, draftPromises, draftTitle, promisesOf, unplacedOf } from './clothes.ts'
import { columnsPdf, headingsPdf, spanningPdf, tablesPdf, typstPdf } from './typst-clothes.ts'

const read = async (bytes: Uint8Array) => importPlan(await openPlan(bytes, 'plan.pdf'), 'plan.pdf')
let held: Promise<Plan> | undefined
/** The draft under large headings, set and read once. */
const headings = (): Promise<Plan> => {
  held ??= headingsPdf().then(read)
  return held
}
const fonts = '#set text(font: ("Noto Sans", "Noto Naskh Arabic"), size: 10pt)\n'

describe('a plan as PDF', () => {
  const layouts: [string, () => Promise<Plan>][] = [
    ['large headings, justified lines with divided words, header, footer and a note', headings],
    ['two columns, headings bold', () => columnsPdf().then(read)],
    ['a table of actions and indicators in each section, rows over two pages', () => tablesPdf().then(read)],
    ['one table with rows that head the sections', () => spanningPdf().then(read)],
  ]
  for (const [name, make] of layouts)
    it(`${name}: the texts of the text import, exactly`, async () => {
      const plan = await make()
      assert.deepEqual(promisesOf(plan), draftPromises())
      assert.equal(plan.title, draftTitle)
      assert.deepEqual(
        plan.sections.map((section) => section.heading),
        draftParts().map((part) => part.heading),
      )
      assert.deepEqual(unplacedOf(plan), [])
    })

  it('headers and page numbers are of the page, the note has its sign, divided words are listed', async () => {
    const plan = await headings()
    const furniture = plan.anomalies.filter((anomaly) => anomaly.kind === 'page-furniture')
    assert.ok(furniture.filter((anomaly) => anomaly.text === 'APLC/CONF/2024/PM.2/WP.3').length >= 10)
    assert.ok(furniture.some((anomaly) => anomaly.text === '7'))
    assert.ok(
      plan.footnotes.some(
        (note) =>
          note.marker === '1' && note.text === 'Issued in the clothes of a test, without formal editing.',
      ),
    )
    assert.deepEqual(
      plan.sections.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.number)),
      Array.from({ length: 14 }, (_, i) => String(i + 1)),
    )
    assert.ok(plan.anomalies.some((anomaly) => anomaly.kind === 'line-end-hyphen'))
    // One in each section: notes of one text at the foot of pages are no footer.
    assert.equal(plan.footnotes.length, 9)
  })

  it('every text keeps its page and its lines there', async () => {
    const json = planJson(await headings()) as unknown as {
      sections: { place: object }[]
      actions: { place: { page: number } }[]
    }
    assert.deepEqual(json.sections[0]?.place, { page: 1, line: 2 })
    const pages = json.actions.map((action) => action.place.page)
    assert.deepEqual(
      pages,
      pages.toSorted((a, b) => a - b),
    )
    assert.ok(pages.at(-1)! > 5)
  })
})

const arabic =
  'إنارة أرصفة الميناء حيث ترسو السفن وتدريب الطواقم على الإنقاذ في البحر ونشر تقرير كل سنة عن 25 من الحوادث والتدابير المتخذة في كل ميناء من موانئ الدولة.'

describe('a PDF in other languages and writings', () => {
  it('Mongolian, with letters beyond the Russian ones', async () => {
    const plan = await read(
      await typstPdf(
        `${fonts}= Боомтын үйл ажиллагааны төлөвлөгөө\n\n*Арга хэмжээ 1*\n\nБоомтын өргөтгөлийг үе шаттай хийж, гэрэлтүүлгийг сайжруулна.\n\n*Шалгуур үзүүлэлт*\n\n- Шинээр суурилуулсан гэрлийн тоо.\n`,
      ),
    )
    assert.deepEqual(
      plan.actions.map((action) => [action.text, action.indicators.map((one) => one.text)]),
      [
        [
          'Боомтын өргөтгөлийг үе шаттай хийж, гэрэлтүүлгийг сайжруулна.',
          ['Шинээр суурилуулсан гэрлийн тоо.'],
        ],
      ],
    )
  })

  it('French and Russian, with their words for actions and indicators', async () => {
    const french = await read(
      await typstPdf(
        `${fonts}= Plan d'action des ports\n\n*Action 1*\n\nÉclairer les quais où les équipages débarquent.\n\n*Indicateurs*\n\n- Nombre de quais éclairés.\n- Pourcentage d'équipages formés.\n`,
      ),
    )
    assert.deepEqual(
      french.actions.map((action) => [action.text, action.indicators.map((one) => [one.text, one.unit])]),
      [
        [
          'Éclairer les quais où les équipages débarquent.',
          [
            ['Nombre de quais éclairés.', 'number'],
            ["Pourcentage d'équipages formés.".replace("'", '’'), 'percentage'],
          ],
        ],
      ],
    )
    const russian = await read(
      await typstPdf(
        `${fonts}= План действий портов\n\n*Действие 1*\n\nОсветить причалы, у которых швартуются суда.\n\n*Показатели*\n\n- Число освещённых причалов.\n`,
      ),
    )
    assert.equal(russian.actions[0]?.indicators[0]?.text, 'Число освещённых причалов.')
  })

  it('Arabic words come in the order they are read, over several lines, figures among them', async () => {
    const file = join(import.meta.dirname, '..', 'fixtures', 'plan-files', 'harbour-arabic.pdf')
    const plan = await read(new Uint8Array(readFileSync(file)))
    assert.equal(plan.actions[0]?.text, arabic)
    assert.deepEqual(
      plan.actions[0]?.indicators.map((one) => one.text),
      ['Number of quays lit each year.'],
    )
  })

  it('Arabic whose font says other letters than it shows is refused, not stored as it is not', async () => {
    const bytes = await typstPdf(
      `${fonts}= Harbour Action Plan\n\n*Action 1*\n\n#text(lang: "ar", dir: rtl)[${arabic}]\n`,
    )
    await assert.rejects(openPlan(bytes, 'plan.pdf'), (error) => {
      assert.ok(error instanceof Problem)
      assert.match(error.issues[0]?.message ?? '', /do not say which letters they show/)
      return true
    })
  })
})
