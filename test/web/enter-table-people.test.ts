// A table that others keep, brought by people of a State: its facts ask for approval like any other, and no other State's.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { dataPreview } from '../../src/cli/data.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { runCommand } from '../run-command.ts'
import { words } from './approval-cast.ts'
import { fieldsIn, host } from './entering.ts'
import { inSignedInWorld, type SignedInSite, someone } from './signing.ts'
import { documentOf } from './site.ts'

const inExercise = { world: 'exercise' } as const
const focal = someone('focal', 'focal-point', 'XAA', inExercise)
const approver = someone('approver', 'approver', 'XAA', inExercise)
const inRegister = someone('in-register', 'focal-point', 'XAA')

const address = '/exercise/enter/tables/personnel'
const table = `Year,State,Mission,Women,Men,All
2025,Averland,Mission in the Marshes,4,6,10
2025,Belmora,Mission in the Marshes,1,2,3
2026,Averland,Mission in the Marshes,5.5,7,12.5
`

const inSite = (work: (site: SignedInSite) => Promise<void>) =>
  inSignedInWorld([focal, approver, inRegister], work, 'exercise')

const bring = async (
  { app }: SignedInSite,
  fields: Record<string, string>,
  { content = table, person = focal, to = address } = {},
) => {
  const form = new FormData()
  form.set('file', new File([content], 'personnel.csv'))
  for (const [name, text] of Object.entries(fields)) form.set(name, text)
  const response = await app.request(`http://${host}${to}`, {
    method: 'POST',
    body: form,
    headers: { host, 'sec-fetch-site': 'same-origin', 'x-person': person.personId },
  })
  const document = documentOf(await response.text())
  return { status: response.status, document, sent: fieldsIn(document) }
}

describe('a table brought by people of a State', () => {
  it('becomes drafts of their own facts, approved and published as they are, and held when it comes again', () =>
    inSite(async (site) => {
      const { as, db } = site
      const page = await as(focal).open(address)
      assert.match(words(page.document), /Each fact asks for approval first; 200 facts of one file at most/)
      const preview = await bring(site, { actor: 'XAA' })
      assert.match(
        words(preview.document),
        /2 facts would ask for approval\..*2 new.*1 left out.*Of another actor/,
      )
      const asked = await as(focal).send(`${address}/store`, preview.sent)
      assert.deepEqual([asked.status, asked.location], [303, '/exercise/waiting'])
      assert.equal((await listDatums(db, { kind: 'mission-personnel' })).length, 0)

      // While they wait, the same file asks for nothing twice.
      const meanwhile = await bring(site, { actor: 'XAA' })
      assert.match(
        words(meanwhile.document),
        /Nothing would be stored.*2 facts of it wait for approval already/,
      )
      assert.equal((await as(focal).send(`${address}/store`, meanwhile.sent)).status, 303)
      const { rows } = await sql<{
        id: string
      }>`select draft_id as id from fact_draft order by draft_id`.execute(db)
      assert.equal(rows.length, 2)

      for (const { id } of rows) {
        const draft = `/exercise/enter/facts/drafts/${id}`
        assert.equal((await as(approver).send(draft, { step: 'approve', revision: '1' })).status, 303)
        assert.equal((await as(focal).send(draft, { step: 'publish', revision: '1' })).status, 303)
      }
      const held = await listDatums(db, { kind: 'mission-personnel' })
      assert.deepEqual(
        held.map(({ actor, body, source, entered }) => [actor, body.persons, source?.publisher, entered]),
        [
          ['XAA', 10, 'Exercise: Institute of the Fictional League', false],
          ['XAA', 12.5, 'Exercise: Institute of the Fictional League', false],
        ],
      )
      assert.match(held[1]!.locator!, /^row 4; personnel\.csv, SHA-256/)
      const again = await bring(site, { actor: 'XAA' })
      assert.match(words(again.document), /Nothing would be stored.*0 new \+ 2 held already/)

      // A newer edition: the correction says what it takes the place of, and why.
      const newer = await bring(
        site,
        { actor: 'XAA', receivedOn: '2027-12-31' },
        { content: table.replace('4,6,10', '4,7,11') },
      )
      assert.match(words(newer.document), /1 corrected/)
      assert.equal((await as(focal).send(`${address}/store`, newer.sent)).status, 303)
      const { rows: later } = await sql<{ content: Record<string, string> }>`
        select content from fact_draft where published_datum is null`.execute(db)
      assert.deepEqual(
        later.map(({ content }) => [content.supersedes, content.note?.slice(0, 28)]),
        [['almanac-2025-XAA-Mission in the Marshes', 'A newer edition says so: row']],
      )
    }))

  it('is missed in a later edition of the same table, on the page and by command, once it was approved', () =>
    inSite(async (site) => {
      const { as, db } = site
      const preview = await bring(site, { actor: 'XAA' })
      await as(focal).send(`${address}/store`, preview.sent)
      // Typed by hand from the same source: no row of the table is missing for it.
      const byHand = {
        ...{ id: 'by-hand', actor: 'XAA', kind: 'mission-personnel', date: '2024', known_from: '2027-01-15' },
        source: {
          title: 'Exercise: Almanac of missions',
          address: 'https://exercise.example/almanac',
          publisher: 'Exercise: Institute of the Fictional League',
        },
        body: {
          mission: 'Mission on the Cape',
          year: 2024,
          persons: 3,
          measure: 'mean of the months of the year',
        },
      }
      const typed = { name: 'typed.json', bytes: Buffer.from(JSON.stringify([byHand])) }
      await importFacts(db, typed, { kinds: readShippedKinds(), today: '2027-12-31', entered: false })
      const { rows } = await sql<{ id: string }>`select draft_id as id from fact_draft`.execute(db)
      const without = table.replace(/^2026,Averland.*\n/m, '')
      const looked = async () => words((await bring(site, { actor: 'XAA' }, { content: without })).document)
      // What nobody has approved is not held, so that it is not gone.
      assert.doesNotMatch(await looked(), /no longer|still held/i)
      for (const { id } of rows) {
        const draft = `/exercise/enter/facts/drafts/${id}`
        await as(approver).send(draft, { step: 'approve', revision: '1' })
        assert.equal((await as(focal).send(draft, { step: 'publish', revision: '1' })).status, 303)
      }
      assert.match(await looked(), /almanac-2026-XAA-Mission in the Marshes/)
      assert.doesNotMatch(await looked(), /almanac-2025|by-hand/)

      const folder = mkdtempSync(join(tmpdir(), 'pacta-test-'))
      try {
        const file = join(folder, 'personnel.csv')
        writeFileSync(file, without)
        const options = { mapping: 'exercise/tables/personnel.yaml', world: 'exercise', actor: 'XAA' }
        const { out } = await runCommand(dataPreview, [file], options, site.store)
        assert.match(
          out,
          /1 fact held from an earlier edition, not in this one; still held:\n {2}almanac-2026-XAA-Mission in the Marshes \(mission-personnel, XAA\)/,
        )
        // The whole table again misses nothing.
        writeFileSync(file, table)
        assert.doesNotMatch((await runCommand(dataPreview, [file], options, site.store)).out, /still held/)
      } finally {
        rmSync(folder, { recursive: true })
      }
      // What was approved one by one is no table taken in.
      const list = await as(focal).open('/exercise/enter/tables')
      assert.doesNotMatch(list.text, /form\.json/)
    }))

  it('takes in nobody else’s facts, and does not begin for those who enter nothing here', () =>
    inSite(async (site) => {
      const { as, db } = site
      assert.equal((await bring(site, { actor: 'XAB' })).status, 403)
      const nobody = await bring(site, {})
      assert.equal(nobody.status, 422)
      assert.ok(nobody.document.querySelector('#f-actor-wrong'))
      for (const person of [approver, inRegister])
        assert.equal((await bring(site, { actor: 'XAA' }, { person })).status, 403)
      assert.equal((await as(inRegister).open('/exercise/enter/tables.json')).status, 403)
      const preview = await bring(site, { actor: 'XAA' })
      assert.equal((await as(approver).send(`${address}/store`, preview.sent)).status, 403)
      assert.equal((await as(inRegister).send(`${address}/rows`, preview.sent)).status, 403)
      assert.equal((await sql`select 1 from fact_draft`.execute(db)).rows.length, 0)
    }))

  it('is refused whole where it would ask for more approvals than anybody gives', () =>
    inSite(async (site) => {
      const rows = Array.from({ length: 201 }, (_, at) => `2025,Averland,Mission ${at},1,1,2\n`).join('')
      const preview = await bring(
        site,
        { actor: 'XAA' },
        { content: `Year,State,Mission,Women,Men,All\n${rows}` },
      )
      assert.match(words(preview.document), /201 facts would ask.*too many to approve: 200/)
      assert.equal(preview.document.querySelector('form.entry button:not([formaction])'), null)
      assert.equal((await site.as(focal).send(`${address}/store`, preview.sent)).status, 400)
      assert.equal((await sql`select 1 from fact_draft`.execute(site.db)).rows.length, 0)
    }))

  it('tells nothing of a fact that is not for everyone, and does not take its place', () =>
    inSite(async (site) => {
      const sealed = {
        ...{
          id: 'almanac-2025-XAA-Mission in the Marshes',
          actor: 'XAA',
          kind: 'mission-personnel',
          date: '2025',
        },
        ...{ known_from: '2027-01-15', tier: 'restricted', source: { title: 'Letter' } },
        body: {
          mission: 'Mission in the Marshes',
          year: 2025,
          persons: 4711,
          measure: 'mean of the months of the year',
        },
      }
      const file = { name: 'letter.json', bytes: Buffer.from(JSON.stringify([sealed])) }
      await importFacts(site.db, file, { kinds: readShippedKinds(), today: '2027-12-31', entered: false })
      const preview = await bring(site, { actor: 'XAA' })
      assert.match(words(preview.document), /1 where what is held stays.*What is held is not for everyone/)
      assert.doesNotMatch(words(preview.document), /4,?711/)
    }))
})
