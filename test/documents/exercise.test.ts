// The status document of the whole exercise: every indicator in it, on as many pages as a reader expects.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { renderDocument } from '../../src/documents/render.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { inTestWorld } from '../world.ts'

/** The words alone: lines of a PDF break where they must. */
const words = (text: string): string => text.replace(/\s+/g, '')

test('the status document of the exercise', async (t) => {
  const { release } = await inTestWorld(async (db) => {
    await loadExercise(db)
    return createRelease(db, { plan: 'siem-reap-angkor-draft-2024-08', year: 2027 })
  }, 'exercise')
  const { instrument, actors } = release.payload
  assert.equal(instrument.indicators.length, 87)

  await t.test('as PDF has every text, every State and numbered pages', async () => {
    const { bytes, missing } = await renderDocument(release, { format: 'pdf', language: 'mn' })
    assert.deepEqual(missing, [])
    const pdf = await getDocumentProxy(bytes.slice())
    assert.ok(pdf.numPages > 60 && pdf.numPages < 130, `${pdf.numPages} pages`)
    const { text } = await extractText(pdf, { mergePages: true })
    const said = words(text)
    for (const { number, text: own } of instrument.indicators)
      assert.ok(said.includes(words(own)), `indicator ${number}`)
    for (const { text: own } of instrument.actions) assert.ok(said.includes(words(own)), own)
    for (const { id, kind, names } of actors)
      if (kind === 'state') assert.ok(said.includes(words(names.mn!.short)), id)
    assert.ok(said.includes(words(`Хуудас ${pdf.numPages} / ${pdf.numPages}`)))
    assert.ok(said.includes(release.sha256))
  })

  await t.test('as HTML has the figure of every indicator with n and N', async () => {
    const { bytes } = await renderDocument(release, { format: 'html' })
    const page = new TextDecoder().decode(bytes)
    for (const { number, unit } of instrument.indicators) {
      const value = release.payload.values.find(
        (one) => one.indicator === number && one.year === 2027 && one.reading === 'default',
      )!
      const place = page.slice(page.indexOf(`>Indicator ${number}</h4>`))
      const figure = /<p class="figure"><strong>(.*?)<\/strong>/.exec(place)?.[1]
      assert.ok(figure, number)
      if (value.n !== null && value.d !== null && value.d > 0 && unit === 'percentage')
        assert.match(figure, new RegExp(`^${value.n} of ${value.d} \\(\\d+\\.\\d%\\)$`), number)
    }
  })
})
