// A report on its way taken out as a workbook and brought back: what it would change is shown, then taken in.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { type App, fieldsIn, host, inEnteringWorld, open, post } from './entering.ts'
import { documentOf, parseErrors, textOf } from './site.ts'

const asked = { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '' }
const columns = { state: 5, number: 6, text: 8, page: 9 } as const

const begin = async (app: App, more: Record<string, string> = {}): Promise<string> =>
  (await post(app, '/enter/reports/new', { ...asked, ...more })).location

const bytesOf = async (app: App, address: string): Promise<Uint8Array> => {
  const response = await app.request(address)
  assert.equal(response.status, 200)
  assert.match(
    response.headers.get('content-disposition') ?? '',
    /^attachment; filename=".*XAA-article-7-2026\.xlsx"$/,
  )
  return new Uint8Array(await response.arrayBuffer())
}

const answerCell = (workbook: Workbook, key: string, column: keyof typeof columns) => {
  const holds = (sheet: Worksheet): number | undefined => {
    for (let row = 1; row <= sheet.rowCount; row++) if (sheet.getCell(row, 1).value === key) return row
    return undefined
  }
  for (const sheet of workbook.worksheets) {
    const row = holds(sheet)
    if (row !== undefined) return sheet.getCell(row, columns[column])
  }
  throw new Error(`no question "${key}"`)
}

const filledIn = async (
  app: App,
  draft: string,
  change: (workbook: Workbook) => void,
): Promise<Uint8Array> => {
  const workbook = new Workbook()
  await workbook.xlsx.load(await bytesOf(app, `${draft}/workbook.xlsx`))
  change(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }))
}

/** Sends a file as a browser does. */
const bring = async (
  app: App,
  address: string,
  bytes: Uint8Array | undefined,
  from: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) => {
  const form = new FormData()
  form.set(
    'workbook',
    bytes === undefined ? new File([], '') : new File([new Uint8Array(bytes)], 'filled.xlsx'),
  )
  const sent = new Request(`http://${host}${address}`, { method: 'POST', body: form })
  const response = await app.request(`http://${host}${address}`, {
    method: 'POST',
    body: new Uint8Array(await sent.arrayBuffer()),
    headers: { host, 'content-type': sent.headers.get('content-type') ?? '', ...from },
  })
  const text = await response.text()
  return { status: response.status, text, document: documentOf(text) }
}

const answersIn = async (app: App, draft: string) =>
  (
    JSON.parse(await (await app.request(`${draft}.json`)).text()).reports[0].answers as {
      question: string
      state: string
      number?: number
      text?: string
      evidence?: { page: string }
    }[]
  ).toSorted((a, b) => (a.question < b.question ? -1 : 1))

const plan = 'stockpile-destruction-plan-time-bound'
const victims = 'victims-accessing-services'

describe('a report on its way, as a workbook', () => {
  it('comes back, is looked at, and is taken into the draft beside what was typed', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app)
      const { fields } = await open(app, `${draft}/stockpiles`)
      await post(app, `${draft}/stockpiles`, {
        ...fields,
        [`answers.${plan}.state`]: 'partly',
        [`answers.${plan}.page`]: '3',
      })
      const bytes = await filledIn(app, draft, (workbook) => {
        assert.equal(answerCell(workbook, plan, 'state').value, 'Partly')
        answerCell(workbook, plan, 'state').value = 'Yes'
        answerCell(workbook, victims, 'number').value = 1250
        answerCell(workbook, victims, 'text').value = '=1+1 <b>'
      })
      const seen = await bring(app, `${draft}/workbook`, bytes)
      assert.equal(seen.status, 200)
      assert.deepEqual(parseErrors(seen.text), [])
      const rows = [...seen.document.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => textOf(cell)),
      )
      assert.deepEqual(rows, [
        ['Partly; page 3', 'Yes; page 3'],
        ['nothing', 'Yes: 1250 persons; =1+1 <b>'],
      ])
      // Looking changes nothing.
      assert.deepEqual(
        (await answersIn(app, draft)).map(({ state }) => state),
        ['partly'],
      )
      const taken = await post(app, `${draft}/workbook/fill`, fieldsIn(seen.document))
      assert.deepEqual([taken.status, taken.location], [303, draft])
      const answers = await answersIn(app, draft)
      assert.deepEqual(
        answers.map(({ question, state, number, text }) => [question, state, number, text]),
        [
          [plan, 'yes', undefined, undefined],
          [victims, 'yes', 1250, '=1+1 <b>'],
        ],
      )
      assert.equal(answers[0]?.evidence?.page, '3')
      // Sent twice, it is taken in once.
      assert.equal((await post(app, `${draft}/workbook/fill`, fieldsIn(seen.document))).status, 303)
      const again = await bring(app, `${draft}/workbook`, bytes)
      assert.equal(again.document.querySelector('form[action$="/fill"]'), null)
      assert.match(again.text, /0 answers or fields would change/)
    }))

  it('is looked at again where somebody has saved something in between', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app)
      const bytes = await filledIn(app, draft, (workbook) => {
        answerCell(workbook, plan, 'state').value = 'Yes'
      })
      const seen = await bring(app, `${draft}/workbook`, bytes)
      const { fields } = await open(app, `${draft}/stockpiles`)
      await post(app, `${draft}/stockpiles`, { ...fields, [`answers.${plan}.state`]: 'no' })
      const late = await post(app, `${draft}/workbook/fill`, fieldsIn(seen.document))
      assert.equal(late.status, 409)
      assert.match(textOf(late.document.querySelector('tbody tr')), /No Yes/)
      assert.deepEqual(
        (await answersIn(app, draft)).map(({ state }) => state),
        ['no'],
      )
      assert.equal((await post(app, `${draft}/workbook/fill`, fieldsIn(late.document))).status, 303)
      assert.deepEqual(
        (await answersIn(app, draft)).map(({ state }) => state),
        ['yes'],
      )
    }))

  it('is refused with all that is wrong by sheet and cell, and leaves the draft as it is', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app)
      const bytes = await filledIn(app, draft, (workbook) => {
        answerCell(workbook, plan, 'state').value = 'perhaps <b>'
        answerCell(workbook, victims, 'number').value = { formula: '1+1', result: 2 }
        answerCell(workbook, 'compliance-update', 'page').value = '7'
      })
      const { status, text, document } = await bring(app, `${draft}/workbook`, bytes)
      assert.equal(status, 422)
      assert.deepEqual(parseErrors(text), [])
      const items = [...document.querySelectorAll('.wrong-summary li')].map(textOf)
      assert.equal(items.length, 3)
      assert.match(items[0] ?? '', /Sheet “1 National implementation”, cell E\d+: Something stands beside/)
      assert.match(
        items[1] ?? '',
        /Sheet “2 Stockpiled anti-personnel”, cell E\d+: Not one of the answers; found “perhaps <b>”/,
      )
      assert.match(items[2] ?? '', /cell F\d+: A formula stands here/)
      assert.match(textOf(document.querySelector('title')), /^Error:/)
      assert.deepEqual(await answersIn(app, draft), [])
    }))

  it('of another State or year is not taken for this one', () =>
    inEnteringWorld(async ({ app }) => {
      const bytes = await filledIn(app, await begin(app), () => {})
      const other = await begin(app, { actor: 'XAB', coversYear: '2025' })
      const items = [
        ...(await bring(app, `${other}/workbook`, bytes)).document.querySelectorAll('.wrong-summary li'),
      ]
      assert.deepEqual(items.map(textOf), [
        'Sheet “The report itself”, cell C4: The workbook belongs to another report; found “XAA”; expected XAB',
        'Sheet “The report itself”, cell C6: The workbook belongs to another report; found “2026”; expected 2025',
      ])
    }))

  it('is asked for again where there is no file, or none that can be read', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app)
      assert.match((await bring(app, `${draft}/workbook`, undefined)).text, /No file was chosen/)
      for (const junk of [
        Buffer.from('actor,plan'),
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from('PK\u0003\u0004'),
      ]) {
        const { status, document } = await bring(app, `${draft}/workbook`, junk)
        assert.equal(status, 422)
        assert.equal(document.querySelectorAll('.wrong-summary li').length, 1)
      }
      assert.equal((await bring(app, `${draft}/workbook`, Buffer.alloc(11 * 1024 * 1024))).status, 413)
      assert.equal(
        (await bring(app, `${draft}/workbook`, undefined, { 'sec-fetch-site': 'cross-site' })).status,
        403,
      )
      assert.equal((await post(app, `${draft}/workbook`, { workbook: 'x' })).status, 400)
      assert.equal(
        (await post(app, `${draft}/workbook/fill`, { revision: '1', typed: '{"a":1}' })).status,
        400,
      )
    }))

  it('is offered before a report is begun, and in the words of the page’s language', () =>
    inEnteringWorld(async ({ app }) => {
      const query = new URLSearchParams(asked).toString()
      const { document } = await open(app, `/mn/enter/reports/new?${query}`)
      const link = document.querySelector('a[download]')?.getAttribute('href') ?? ''
      const workbook = new Workbook()
      await workbook.xlsx.load(await bytesOf(app, link))
      assert.ok(workbook.getWorksheet('Заавар'))
      assert.equal((await app.request('/enter/reports/new.xlsx?actor=nobody')).status, 422)
    }))
})
