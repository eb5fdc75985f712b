// Two people at one form: the second one sees both texts, chooses or writes a third, and nothing typed is lost.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { listReportVersions } from '../../../src/reports/store.ts'
import { count } from '../../facts/world.ts'
import { type App, fieldsIn, inEnteringWorld, open, post, send } from '../entering.ts'
import { textOf } from '../site.ts'

const asked = { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '' }
const victims = 'answers.victims-accessing-services'

const begin = async (app: App): Promise<string> => (await post(app, '/enter/reports/new', asked)).location

const section = 'victim-assistance-4'

describe('two at one section of a report', () => {
  for (const [first, second] of [
    ['Hers', 'His'],
    ['His', 'Hers'],
  ] as const)
    it(`${first} is saved, then ${second}: both are shown side by side, and either can be kept, or a third`, () =>
      inEnteringWorld(async ({ app }) => {
        const address = `${await begin(app)}/${section}`
        const { fields } = await open(app, address)
        await post(app, address, { ...fields, [`${victims}.text`]: first })
        const late = await post(app, address, { ...fields, [`${victims}.text`]: second })
        assert.equal(late.status, 409)
        const row = textOf(late.document.querySelector('.meanwhile-table tbody tr'))
        assert.match(row, new RegExp(`Remark ${first} ${second}`))
        const again = fieldsIn(late.document)
        assert.equal(again[`${victims}.text`], second)
        assert.equal(again[`take:${victims}.text`], 'mine')
        const kept = async () => (await open(app, address)).fields[`${victims}.text`]
        // Nothing of it is stored until it is sent again.
        assert.equal(await kept(), first)
        const theirs = await post(app, address, { ...again, [`take:${victims}.text`]: 'now' })
        assert.equal(theirs.status, 303)
        assert.equal(await kept(), first)
        const { fields: fresh } = await open(app, address)
        const mine = await post(app, address, { ...fresh, [`${victims}.text`]: `${first} and ${second}` })
        assert.equal(mine.status, 303)
        assert.equal(await kept(), `${first} and ${second}`)
      }))

  it('what one has not touched gives way to what the other wrote; what both left alone is not spoken of', () =>
    inEnteringWorld(async ({ app }) => {
      const address = `${await begin(app)}/document`
      await post(app, address, {
        ...(await open(app, address)).fields,
        'document.title': 'Old title',
        'document.language': 'en',
      })
      const { fields } = await open(app, address)
      await post(app, address, { ...fields, 'document.title': 'Her title' })
      const late = await post(app, address, { ...fields, 'document.pages': '40' })
      assert.equal(late.status, 409)
      const rows = [...late.document.querySelectorAll('.meanwhile-table tbody tr')].map(textOf)
      assert.deepEqual(rows.length, 2)
      assert.match(rows.join('\n'), /Her title Old title \(you had not changed it/)
      const again = fieldsIn(late.document)
      assert.equal(again['document.title'], 'Her title')
      assert.equal(again['document.pages'], '40')
      assert.equal((await post(app, address, again)).status, 303)
      const now = (await open(app, address)).fields
      assert.deepEqual(
        [now['document.title'], now['document.pages'], now['document.language']],
        ['Her title', '40', 'en'],
      )
    }))

  it('a third writer meanwhile is seen too, and what was chosen before is not forced on anyone', () =>
    inEnteringWorld(async ({ app }) => {
      const address = `${await begin(app)}/${section}`
      const { fields } = await open(app, address)
      await post(app, address, { ...fields, [`${victims}.text`]: 'One' })
      const late = await post(app, address, { ...fields, [`${victims}.text`]: 'Two' })
      await post(app, address, { ...(await open(app, address)).fields, [`${victims}.text`]: 'Three' })
      const later = await post(app, address, fieldsIn(late.document))
      assert.equal(later.status, 409)
      assert.match(textOf(later.document.querySelector('.meanwhile-table')), /Three Two/)
    }))

  it('where the draft was discarded meanwhile, what was typed is shown to be copied', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const { fields } = await open(app, `${draft}/${section}`)
      await post(app, `${draft}/discard`, (await open(app, `${draft}/discard`)).fields)
      const late = await post(app, `${draft}/${section}`, {
        ...fields,
        [`${victims}.text`]: 'A long remark',
        [`${victims}.state`]: 'partly',
      })
      assert.equal(late.status, 404)
      const said = textOf(late.document.querySelector('main'))
      assert.match(said, /no longer there/)
      assert.match(said, /Remark A long remark/)
      assert.match(said, /Answer Partly/)
      assert.equal(await count(db, 'report_draft'), 0)
    }))

  it('a program is given both versions, and puts its own in place by the revision it is given', () =>
    inEnteringWorld(async ({ app }) => {
      const address = `${await begin(app)}/${section}`
      const answers = (text: string) => ({ answers: { 'victims-accessing-services': { text } } })
      const hers = await send(app, address, { revision: 0, ...answers('Hers') })
      assert.deepEqual([hers.status, hers.json.revision], [200, 1])
      const his = await send(app, address, { revision: 0, ...answers('His') })
      assert.equal(his.status, 409)
      assert.equal(his.type, 'application/problem+json')
      assert.equal(his.json.type, '/problems/changed-meanwhile')
      assert.deepEqual(his.json.differences, [{ field: `${victims}.text`, now: 'Hers', sent: 'His' }])
      const again = await send(app, address, { revision: his.json.revision, ...answers('His') })
      assert.equal(again.status, 200)
      assert.equal((await open(app, address)).fields[`${victims}.text`], 'His')
      // The same once more changes nothing and is no conflict.
      const twice = await send(app, address, { revision: his.json.revision, ...answers('His') })
      assert.equal(twice.status, 200)
    }))
})

describe('two at one report', () => {
  it('the second to begin it sees the first one’s draft, and may begin another all the same', () =>
    inEnteringWorld(async ({ app, db }) => {
      const page = `/enter/reports/new?${new URLSearchParams(asked)}`
      const [hers, his] = [await open(app, page), await open(app, page)]
      const first = await post(app, '/enter/reports/new', hers.fields)
      assert.equal(first.status, 303)
      const late = await post(app, '/enter/reports/new', his.fields)
      assert.equal(late.status, 409)
      assert.ok(late.text.includes(`href="${first.location}"`))
      assert.equal(await count(db, 'report_draft'), 1)
      const second = await post(app, '/enter/reports/new', fieldsIn(late.document))
      assert.equal(second.status, 303)
      assert.notEqual(second.location, first.location)
    }))

  it('a form sent twice begins one draft', () =>
    inEnteringWorld(async ({ app, db }) => {
      const { fields } = await open(app, `/enter/reports/new?${new URLSearchParams(asked)}`)
      const once = await post(app, '/enter/reports/new', fields)
      const twice = await post(app, '/enter/reports/new', fields)
      assert.deepEqual([twice.status, twice.location], [303, once.location])
      assert.equal(await count(db, 'report_draft'), 1)
    }))

  it('who submits it over what another saved is told which section, and submits nothing', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const document = await open(app, `${draft}/document`)
      await post(app, `${draft}/document`, { ...document.fields, 'document.receivedOn': '2027-04-30' })
      const check = await open(app, `${draft}/check`)
      const { fields } = await open(app, `${draft}/${section}`)
      await post(app, `${draft}/${section}`, { ...fields, [`${victims}.state`]: 'no' })
      const late = await post(app, `${draft}/check`, check.fields)
      assert.equal(late.status, 409)
      assert.match(textOf(late.document.querySelector('.wrong-summary')), /saved since you opened this page/)
      assert.equal((await listReportVersions(db)).length, 0)
      const asData = await send(app, `${draft}/check`, { revision: check.fields.revision })
      assert.deepEqual([asData.status, asData.json.revision, asData.json.sections], [409, 2, [section]])
      assert.equal((await post(app, `${draft}/check`, fieldsIn(late.document))).status, 303)
      assert.equal((await listReportVersions(db)).length, 1)
    }))

  it('a draft discarded twice is gone once', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const { fields } = await open(app, `${draft}/discard`)
      for (let i = 0; i < 2; i++) {
        const gone = await post(app, `${draft}/discard`, fields)
        assert.deepEqual(
          [gone.status, gone.location],
          [303, `/enter?after=discard&thing=report-draft%3A${draft.split('/')[3]}`],
        )
      }
      const discarded = await sql`select 1 from event where action = 'draft-discarded'`.execute(db)
      assert.equal(discarded.rows.length, 1)
    }))
})

describe('what a program sends', () => {
  it('is refused by field, and a field there is not is not passed over', () =>
    inEnteringWorld(async ({ app }) => {
      const refused = await send(app, '/enter/reports/new', { ...asked, actor: 'XZZ', coversYear: 'x' })
      assert.deepEqual([refused.status, refused.json.type], [422, '/problems/input-rejected'])
      assert.deepEqual((refused.json.issues as { path: string }[]).map(({ path }) => path).sort(), [
        'actor',
        'coversYear',
      ])
      const made = await send(app, '/enter/reports/new', asked)
      assert.equal(made.status, 201)
      assert.equal(made.headers.get('location'), made.json.location)
      const misspelt = await send(app, `${made.json.location}/document`, {
        revision: 0,
        document: { recievedOn: '2027-04-30' },
      })
      assert.deepEqual(
        [misspelt.status, (misspelt.json.issues as { path: string }[])[0]?.path],
        [422, 'document.recievedOn'],
      )
      const broken = await send(app, `${made.json.location}/document`, '{"revision": 0')
      assert.deepEqual([broken.status, broken.json.type], [422, '/problems/input-unreadable'])
      const wrong = await send(app, `${made.json.location}/document`, {
        revision: 0,
        document: { receivedOn: 'soon' },
      })
      assert.equal(wrong.status, 200)
      assert.deepEqual((wrong.json.issues as { path: string }[])[0]?.path, 'document.receivedOn')
      const submitted = await send(app, `${made.json.location}/check`, { revision: 1 })
      assert.equal(submitted.status, 422)
      assert.equal(submitted.type, 'application/problem+json')
    }))
})
