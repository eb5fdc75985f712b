// What is entered here says so wherever it became a date, a meeting, a claim or a row.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { bothWorlds, documentOf, read, textOf } from './site.ts'

const app = bothWorlds()
const mark = 'entered here, not received'

/** Lines of the page that bear the mark. */
const marked = async (address: string, lines: string): Promise<string[]> => {
  const document = documentOf((await read(app, address)).text)
  return [...document.querySelectorAll(lines)]
    .filter((line) => textOf(line.querySelector('.entered')) === mark)
    .map(textOf)
}

const rowsOf = async (address: string) =>
  parse((await read(app, address)).text, { columns: true }) as Record<string, string>[]

describe('what was entered here is marked', () => {
  it('as a date of a State', async () => {
    const dates = await marked('/states/XAA', 'section[aria-labelledby="dates"] tbody tr')
    assert.equal(dates.length, 1)
    assert.match(dates[0]!, /March 2027/)
    assert.equal((await marked('/states/XAA/duties', 'section[aria-labelledby="ahead"] tbody tr')).length, 1)
    assert.deepEqual(await marked('/states/XAB', 'section[aria-labelledby="dates"] tbody tr'), [])
    const rows = (await rowsOf('/states/XAA.csv')).filter((row) => row.row === 'date')
    assert.deepEqual(
      rows.map((row) => row.mark),
      [mark, '', ''],
    )
  })

  it('as a meeting and a claim of a treaty, and at the door of its convention', async () => {
    const lines = ['[aria-labelledby="meetings"] tbody tr', '[aria-labelledby="claims"] li']
    for (const part of lines) assert.equal((await marked('/treaties/fictional-treaty', part)).length, 1, part)
    assert.equal((await marked('/conventions/fictional-treaty', lines[0]!)).length, 1)
  })

  it('among what comes about, and in the table of what changed', async () => {
    const changes = '/changes?since=2027-09-30'
    const dates = await marked(changes, 'ol.dated li')
    assert.equal(dates.length, 1)
    assert.match(dates[0]!, /Article 5/)
    const rows = await rowsOf(changes.replace('?', '.csv?'))
    const marks = (section: string) =>
      new Set(rows.filter((row) => row.section === section).map((row) => row.mark))
    for (const section of ['date', 'report', 'fact']) assert.ok(marks(section).has(mark), section)
    assert.ok(marks('date').has('') && !marks('value').has(mark))
  })
})
