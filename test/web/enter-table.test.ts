// A table that others keep brought through the page: looked at, then stored just as it was looked at. All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { count } from '../facts/world.ts'
import { type App, fieldsIn, host, inEnteringWorld, open, post } from './entering.ts'
import { documentOf } from './site.ts'

const address = '/exercise/enter/tables/personnel'
const head = 'Year,State,Mission,Women,Men,All,Remark\n'
const table = `${head}2025,Averland,Mission in the Marshes,4,6,10,
2025,Averland,Mission on the Cape,0,0,0,
2025,Belmora,Mission in the Marshes,1,2,3,
2025,Nowhere,Mission in the Marshes,1,2,3,
2026,Averland,Mission in the Marshes,5,7,12,
`

type Brought = { content: string | Uint8Array; name?: string; fields?: Record<string, string> }

/** Sends the file as the page's form does. */
const bring = async (
  app: App,
  { content, name = 'personnel.csv', fields = {} }: Brought,
  { to = address, accept = 'text/html' } = {},
) => {
  const form = new FormData()
  if (name !== '') form.set('file', new File([content as BlobPart], name))
  for (const [field, text] of Object.entries(fields)) form.set(field, text)
  const response = await app.request(`http://${host}${to}`, {
    method: 'POST',
    body: form,
    headers: { host, 'sec-fetch-site': 'same-origin', accept },
  })
  const text = await response.text()
  return { status: response.status, text, document: documentOf(text), sent: fieldsIn(documentOf(text)) }
}

const wordsIn = (document: Document): string => (document.body.textContent ?? '').replace(/\s+/g, ' ')
const inWorld = (work: Parameters<typeof inEnteringWorld<void>>[0]) => inEnteringWorld(work, 'exercise')

describe('a table of others on its page', () => {
  it('is chosen from those there are, each with its publisher, licence and files', () =>
    inWorld(async ({ app }) => {
      const start = await open(app, '/exercise/enter')
      assert.ok(start.document.querySelector('.enter-doors a[href="/exercise/enter/tables"]'))
      const list = await open(app, '/exercise/enter/tables')
      const row = [...list.document.querySelectorAll('tbody tr')].find((one) =>
        one.querySelector(`a[href="${address}"]`),
      )
      assert.match(
        row!.textContent!,
        /Institute of the Fictional League.*invented for the exercise.*CSV.*not yet/s,
      )
      assert.ok(row!.querySelector('a[href="https://exercise.example/almanac"]'))
      const page = await open(app, address)
      assert.equal(page.document.querySelector('form.entry')?.getAttribute('enctype'), 'multipart/form-data')
      assert.match(
        wordsIn(page.document),
        /At most 8 MB.*pacta -- data import FILE --mapping exercise\/tables\/personnel\.yaml/,
      )
      assert.equal((await open(app, '/exercise/enter/tables/none')).status, 404)
    }))

  it('is counted row by row, stored as it was looked at, and held when it comes again', () =>
    inWorld(async ({ app, db }) => {
      const preview = await bring(app, { content: table })
      assert.equal(preview.status, 200)
      const words = wordsIn(preview.document)
      assert.match(words, /3 facts would be recorded\./)
      assert.match(
        words,
        /5 rows read = 3 new \+ 0 held already \+ 0 corrected \+ 0 where what is held stays \+ 2 left out/,
      )
      const fates = [...preview.document.querySelectorAll('main table')[0]!.querySelectorAll('tbody tr')]
      assert.deepEqual(
        fates.map((one) => [...one.children].slice(1).map((cell) => cell.textContent)),
        [
          ['3', '2, 4, 6'],
          ['2', '3, 5'],
        ],
      )
      assert.match(words, /No actor held has this name: Nowhere/)
      assert.match(words, /Columns that are not read: Remark/)
      assert.equal(await count(db, 'datum'), 0)

      const stored = await post(app, `${address}/store`, preview.sent)
      assert.deepEqual([stored.status, stored.location], [303, `${address}?after=store`])
      const facts = await listDatums(db, { kind: 'mission-personnel' })
      assert.deepEqual(
        facts.map(({ actor, body, entered }) => [actor, body.year, body.persons, entered]).sort(),
        [
          ['XAA', 2025, 10, false],
          ['XAA', 2026, 12, false],
          ['XAB', 2025, 3, false],
        ],
      )
      assert.match(facts[0]!.locator!, /^row 2; personnel\.csv, SHA-256 [0-9a-f]{16}…, received 2027-12-31$/)
      const after = await open(app, `${address}?after=store`)
      assert.match(wordsIn(after.document), /What you looked at is stored.*personnel\.csv, 3 facts recorded/)

      const again = await bring(app, { content: table })
      assert.match(wordsIn(again.document), /Nothing would be stored.*0 new \+ 3 held already/)
      assert.equal(again.document.querySelector('form.entry button:not([formaction])'), null)
      assert.equal(await count(db, 'datum'), 3)
    }))

  it('gives what becomes of every row as a file', () =>
    inWorld(async ({ app }) => {
      const preview = await bring(app, { content: table, fields: { actor: 'XAA' } })
      const button = preview.document.querySelector('button[formaction]')
      assert.equal(button?.getAttribute('formaction'), `${address}/rows`)
      const rows = await post(app, `${address}/rows`, preview.sent)
      assert.deepEqual(
        rows.text
          .replace(/^\uFEFF/, '')
          .trim()
          .split(/\r?\n/)
          .slice(0, 5),
        [
          'table,row,fate,facts,reason',
          ',2,new,almanac-2025-XAA-Mission in the Marshes,',
          ',3,left-out,,No personnel: the table has a row for every State and every mission of a year',
          ',4,left-out,,Of another actor',
          ',5,left-out,,No actor held has this name: Nowhere',
        ],
      )
    }))

  it('is stored for one actor alone, known from the day it was received, where both are named', () =>
    inWorld(async ({ app, db }) => {
      const fields = { actor: 'XAA', receivedOn: '2027-11-30' }
      const preview = await bring(app, { content: gzipSync(table), name: 'personnel.csv.gz', fields })
      assert.match(wordsIn(preview.document), /Only facts of Averland\..*Received on 30 November 2027/)
      assert.equal((await post(app, `${address}/store`, preview.sent)).status, 303)
      assert.deepEqual(
        (await listDatums(db, { kind: 'mission-personnel' })).map(({ actor, knownFrom }) => [
          actor,
          knownFrom,
        ]),
        [
          ['XAA', '2027-11-30'],
          ['XAA', '2027-11-30'],
        ],
      )
    }))

  it('is looked at again where what is held has changed meanwhile, and nothing is stored', () =>
    inWorld(async ({ app, db }) => {
      const preview = await bring(app, { content: table })
      const fact = {
        ...{
          id: 'almanac-2025-XAA-Mission in the Marshes',
          actor: 'XAA',
          kind: 'mission-personnel',
          date: '2025',
        },
        known_from: '2027-01-15',
        source: { title: 'Letter' },
        body: {
          mission: 'Mission in the Marshes',
          year: 2025,
          persons: 9,
          measure: 'mean of the months of the year',
        },
      }
      const file = { name: 'letter.json', bytes: Buffer.from(JSON.stringify([fact])) }
      await importFacts(db, file, { kinds: readShippedKinds(), today: '2027-12-31', entered: false })
      const late = await post(app, `${address}/store`, preview.sent)
      assert.equal(late.status, 409)
      assert.match(
        wordsIn(late.document),
        /has changed since you looked.*1 corrected.*persons: held 9, in the table 10/,
      )
      assert.equal(await count(db, 'datum'), 1)
      assert.equal((await post(app, `${address}/store`, fieldsIn(late.document))).status, 303)
      assert.equal(await count(db, 'datum'), 4)
    }))

  it('is refused by row with nothing stored, and what was typed stays', () =>
    inWorld(async ({ app, db }) => {
      const broken = `${table}2026,Belmora,Mission in the Marshes,many,2,3,\n`
      const fields = { actor: 'XAB', receivedOn: '2027-11-30' }
      const refused = await bring(app, { content: broken, fields })
      assert.equal(refused.status, 422)
      assert.match(
        refused.document.querySelector('#problems')!.textContent!,
        /personnel\.csv, row 7, column Women: Not a number; found “many”; expected/,
      )
      assert.deepEqual([refused.sent.actor, refused.sent.receivedOn], ['XAB', '2027-11-30'])
      const other = await bring(app, { content: 'Land,Jahr\nAverland,2025\n' })
      assert.match(other.document.querySelector('#problems')!.textContent!, /column "State" is missing/)
      const binary = await bring(app, { content: new Uint8Array([0x50, 0x4b, 3, 4, 0]) })
      assert.equal(binary.status, 422)
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('asks beside the field for what is missing: a file, a day, fewer bytes', () =>
    inWorld(async ({ app, db }) => {
      const none = await bring(app, { content: '', name: '', fields: { receivedOn: '2028-01-01' } })
      assert.equal(none.status, 422)
      assert.equal(
        none.document.querySelector('#f-file-wrong')?.textContent?.includes('Choose a file first.'),
        true,
      )
      assert.match(none.document.querySelector('#f-receivedOn-wrong')!.textContent!, /still to come/)
      assert.equal(none.document.querySelectorAll('#problems li').length, 2)
      const noDay = await bring(app, { content: table, fields: { receivedOn: '30 November' } })
      assert.match(
        noDay.document.querySelector('#f-receivedOn-wrong')!.textContent!,
        /“30 November” is no day/,
      )
      const large = await app.request(`http://${host}${address}`, {
        method: 'POST',
        body: 'x',
        headers: {
          ...{ host, 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' },
          'content-length': String(8.5 * 1024 * 1024),
        },
      })
      assert.equal(large.status, 413)
      assert.match(
        documentOf(await large.text()).querySelector('#f-file-wrong')!.textContent!,
        /more than 8 MB.*command/,
      )
      const packed = gzipSync(new Uint8Array(33 * 1024 * 1024).fill(0x41))
      const bomb = await bring(app, { content: packed, name: 'bomb.csv.gz' })
      assert.match(
        bomb.document.querySelector('#problems')!.textContent!,
        /Unpacked, the file has more than 32 MB/,
      )
      const rows = new Uint8Array(9 * 1024 * 1024).fill(0x0a)
      const unpacked = await bring(app, { content: gzipSync(rows), name: 'long.csv.gz' })
      assert.match(
        unpacked.document.querySelector('#problems')!.textContent!,
        /more than 8 MB together.*pacta data import/,
      )
      const forged = await post(app, `${address}/store`, { sent: 'H4sI', expects: '' })
      assert.equal(forged.status, 400)
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('is brought by a program in two steps, with the same counts', () =>
    inWorld(async ({ app, db }) => {
      const looked = JSON.parse((await bring(app, { content: table }, { accept: 'application/json' })).text)
      assert.deepEqual(looked.summary.rows, { read: 5, new: 3, held: 0, corrected: 0, kept: 0, leftOut: 2 })
      assert.deepEqual([looked.toStore, looked.waiting], [3, 0])
      const send = (to: string, fields: object) =>
        app.request(`http://${host}${address}${to}`, {
          method: 'POST',
          body: JSON.stringify(fields),
          headers: { host, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        })
      const rows = await (await send('/rows', { sent: looked.sent })).json()
      assert.equal((rows as { rows: unknown[] }).rows.length, 5)
      const stored = await send('/store', { sent: looked.sent, expects: looked.summary.outcome })
      const { location: _, ...counts } = (await stored.json()) as Record<string, unknown>
      assert.deepEqual(counts, { recorded: 3, corrected: 0, drafted: 0 })
      assert.equal(await count(db, 'datum'), 3)
    }))
})
