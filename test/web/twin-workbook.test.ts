import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { type ReadCell, type ReadSheet, readWorkbook } from '../../src/formats/xlsx-read.ts'
import { enteredMark } from '../../src/web/twin.ts'
import { everyPage } from './addresses.ts'
import { plan } from './fictional/plan.ts'
import { hostileName } from './fictional/states.ts'
import { banner, documentOf, exerciseApp, read, registerApp } from './site.ts'

const register = registerApp()
const exercise = exerciseApp()

/** What a person sees in a cell, as the CSV writes it. */
const said = (cell: ReadCell | undefined): string => {
  const value = cell?.value
  if (value === undefined) return ''
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return String(value.number)
  assert.equal(value.kind, 'day')
  return value.kind === 'day' ? value.day : ''
}

const rowsOf = (sheet: ReadSheet): Record<string, string>[] => {
  const [headings, ...rows] = [...sheet.rows.values()]
  return rows.map((row) =>
    Object.fromEntries([...headings!].map(([column, heading]) => [said(heading), said(row.get(column))])),
  )
}

const workbookOf = async (app: ReturnType<typeof registerApp>, address: string) => {
  const response = await app.request(address)
  assert.equal(response.status, 200, address)
  return {
    headers: response.headers,
    ...readWorkbook(new Uint8Array(await response.arrayBuffer()), address),
  }
}

/** What the sheet "Source" says, by its first column. */
const origin = (sheet: ReadSheet): Record<string, string> =>
  Object.fromEntries([...sheet.rows.values()].map((row) => [said(row.get(0)), said(row.get(1))]))

const filled = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''))

describe('the workbook of a page', () => {
  for (const page of ['/index', '/states', `/plans/${plan.id}`, `/plans/${plan.id}/1.1`, '/changes', '/api'])
    it(`says what the CSV says: ${page}.xlsx`, async () => {
      const csv: Record<string, string>[] = parse((await read(register, `${page}.csv`)).text, {
        columns: true,
      })
      const { sheets } = await workbookOf(register, `${page}.xlsx`)
      const rows = sheets.slice(0, -1).flatMap(rowsOf)
      const unguarded = csv.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, text]) => [name, text.replace(/^'(?=[=+\-@])/, '')]),
        ),
      )
      assert.deepEqual(
        rows.map((row) => JSON.stringify(filled(row))).sort(),
        unguarded.map((row) => JSON.stringify(filled(row))).sort(),
      )
    })

  it('has rows of different kinds on sheets of their own, without columns that nothing fills', async () => {
    const { sheets } = await workbookOf(register, '/states/XAA.xlsx')
    const names = sheets.map((sheet) => sheet.name)
    const csv: Record<string, string>[] = parse((await read(register, '/states/XAA.csv')).text, {
      columns: true,
    })
    assert.deepEqual(names, [...new Set(csv.map((row) => row.row)), 'Source'])
    for (const sheet of sheets.slice(0, -1))
      for (const name of Object.keys(rowsOf(sheet)[0] ?? {}))
        assert.ok(
          rowsOf(sheet).some((row) => row[name] !== ''),
          `${sheet.name}: ${name}`,
        )
  })

  it('says where it is from: the page, its address with what was asked, the days, the world', async () => {
    const asked = `/plans/${plan.id}/1.2.xlsx?year=2026&as-of=2026-06-01&as-known-on=2026-12-31`
    const { sheets, headers } = await workbookOf(register, asked)
    const source = origin(sheets.at(-1)!)
    assert.match(
      source.Address ?? '',
      /\/plans\/.*\/1\.2\?year=2026&as-of=2026-06-01&as-known-on=2026-12-31$/,
    )
    assert.deepEqual(
      [source['As of'], source['As known on'], source.World],
      ['2026-06-01', '2026-12-31', 'Register'],
    )
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="plans-.*\.xlsx"$/)
  })

  it('says in the exercise that it is fictional: in its name, in every row, and at its source', async () => {
    const { sheets, headers } = await workbookOf(exercise, '/states.xlsx')
    assert.match(headers.get('content-disposition') ?? '', /filename="exercise-/)
    assert.ok(rowsOf(sheets[0]!).every((row) => row.world === 'exercise'))
    assert.equal(said(sheets.at(-1)!.rows.get(1)?.get(0)), banner)
  })

  it('carries the mark of what was entered here, and explains it', async () => {
    const { sheets } = await workbookOf(register, '/enter.xlsx')
    assert.match(origin(sheets.at(-1)!)[enteredMark] ?? '', /no State has sent it/)
    assert.ok(rowsOf(sheets[0]!).some((row) => row.entered === 'true'))
  })

  it('has numbers as numbers, days as days, a hostile name as text', async () => {
    const { sheets } = await workbookOf(register, `/plans/${plan.id}.xlsx`)
    const headings = [...sheets[0]!.rows.get(1)!.values()].map(said)
    const kinds = (name: string) =>
      new Set(
        [...sheets[0]!.rows.values()]
          .slice(1)
          .flatMap((row) => row.get(headings.indexOf(name))?.value.kind ?? []),
      )
    assert.deepEqual([...kinds('value')], ['number'])
    const states = await workbookOf(register, '/states.xlsx')
    assert.ok(rowsOf(states.sheets[0]!).some((row) => row.name_en === hostileName))
    const indicator = await workbookOf(register, `/plans/${plan.id}/1.1.xlsx?year=2027`)
    const cells = [...indicator.sheets[0]!.rows.values()].flatMap((row) => [...row.values()])
    assert.ok(cells.every(({ value }) => value.kind !== 'formula'))
  })

  it('stands beside the CSV on every page that has one', async () => {
    for (const address of everyPage) {
      const document = documentOf((await read(register, address)).text)
      const to = (suffix: string) =>
        document.querySelector(`footer a[href*=".${suffix}"]`)?.getAttribute('href')
      assert.equal(to('xlsx'), to('csv')?.replace('.csv', '.xlsx'), address)
    }
  })
})
