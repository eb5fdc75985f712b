// Reports entered over a store: what a form sends is kept, what is wrong is said, what is right is submitted once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { listMemberships } from '../../src/indicators/members-store.ts'
import { readShippedQuestions } from '../../src/reports/shipped.ts'
import { listAnswers, listReportVersions } from '../../src/reports/store.ts'
import { checkReports } from '../../src/reports/submit.ts'
import { count, fileOf, issuesOf } from '../facts/world.ts'
import { type App, fieldsIn, inEnteringWorld, open, post } from './entering.ts'
import { documentOf, read, textOf } from './site.ts'

const asked = { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '' }

const begin = async (app: App, base = '', more: Record<string, string> = {}): Promise<string> => {
  const { status, location } = await post(app, `${base}/enter/reports/new`, { ...asked, ...more })
  assert.equal(status, 303)
  return location
}

/** Opens a section, types over some of its fields and sends it. */
const fill = async (app: App, address: string, typed: Record<string, string>) => {
  const { fields } = await open(app, address)
  return await post(app, address, { ...fields, ...typed })
}

const victims = 'answers.victims-accessing-services'

describe('entering a report', () => {
  it('goes from section to section to a version, marked as entered here', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const document = await fill(app, `${draft}/document`, {
        'document.receivedOn': '2027-04-30',
        finished: 'yes',
      })
      assert.equal(document.status, 303)
      assert.equal(document.location, `${draft}/measures-and-compliance`)
      await fill(app, `${draft}/victim-assistance-4`, {
        [`${victims}.state`]: 'yes',
        [`${victims}.number`]: '1250',
        [`${victims}.page`]: '12',
      })
      const list = await open(app, draft)
      assert.equal(textOf(list.document.querySelector('tbody tr .task-state')), '✓ complete')
      const check = await open(app, `${draft}/check`)
      assert.match(textOf(check.document.querySelector('.checked-answers')), /Yes: 1250 persons page 12/)
      const done = await post(app, `${draft}/check`, check.fields)
      assert.deepEqual([done.status, done.location], [303, `${draft}/done`])
      const again = await post(app, `${draft}/check`, check.fields)
      assert.deepEqual([again.status, again.location], [303, `${draft}/done`])
      const after = (await open(app, `${draft}/done`)).document
      assert.match(textOf(after.querySelector('h1')), /Version 1/)
      const link = after.querySelector('.onward a')?.getAttribute('href') ?? ''
      assert.match(textOf((await open(app, link)).document.querySelector('main')), /1,?250 persons/)
      const versions = await listReportVersions(db)
      assert.deepEqual(
        versions.map((one) => [one.version, one.entered, one.receivedOn]),
        [[1, true, '2027-04-30']],
      )
      assert.deepEqual(
        (await listAnswers(db, {})).map((one) => [one.question, one.number, one.unit, one.evidence.page]),
        [['victims-accessing-services', 1250, 'persons', '12']],
      )
      const [answer] = await listAnswers(db, {})
      await sql`
        insert into value_members (indicator, year, actors, members, states, in_n, in_d, reasons, reason_at, datum_ids, datums_until)
        select indicator, 2027, '{XAA}', '{XAA}', '{counted}', '{1}', '{1}', '[{"key": "no-report-register"}]', '{0}',
               ids::uuid[], array[cardinality(ids::uuid[])]
          from (values ('plan/1', ${`{${answer?.datumId}}`}), ('plan/2', ${`{${versions[0]?.reportId}}`}),
                       ('plan/3', '{}')) as one(indicator, ids)`.execute(db)
      assert.deepEqual(
        (await listMemberships(db, 'XAA')).map((one) => one.entered),
        [true, true, false],
      )
      const sheet = (await read(app, '/states/XAA')).text
      assert.match(sheet, /entered here, not received/)
      assert.match(textOf((await open(app, link)).document.querySelector('main')), /a release never has it/)
    }))

  it('is unmarked in the exercise, where nothing is real', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app, '/exercise')
      assert.match(draft, /^\/exercise\/enter\/reports\//)
      await fill(app, `${draft}/document`, { 'document.receivedOn': '2027-04-30' })
      const check = await open(app, `${draft}/check`)
      assert.equal(check.document.querySelector('main .entered'), null)
      await post(app, `${draft}/check`, check.fields)
      assert.equal((await listReportVersions(db))[0]?.entered, false)
    }, 'exercise'))

  it('says before one begins that it is entered here, not received', () =>
    inEnteringWorld(async ({ app }) => {
      for (const address of [
        '/enter',
        '/enter/reports/new',
        '/enter/facts/new',
        '/enter/facts/new?actor=XAA&kind=donor',
      ])
        assert.match(
          textOf((await open(app, address)).document.querySelector('.notice')),
          /values computed here count it and mark it; a release never has it/,
        )
    }))

  it('keeps what was typed where it is wrong, and says so on top and beside', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const address = `${draft}/victim-assistance-4`
      const sent = await fill(app, address, {
        [`${victims}.state`]: 'yes',
        [`${victims}.number`]: '1,250 <b>',
      })
      assert.deepEqual([sent.status, sent.location], [303, address])
      const { document, fields } = await open(app, address)
      assert.ok(textOf(document.querySelector('title')).startsWith('Error: '))
      const summary = document.querySelector('.wrong-summary')
      assert.equal(summary?.getAttribute('role'), 'alert')
      const id = 'f-answers-victims-accessing-services-number'
      assert.equal(summary?.querySelector('a')?.getAttribute('href'), `#${id}`)
      const field = document.querySelector(`#${id}`)
      assert.equal(field?.getAttribute('aria-invalid'), 'true')
      assert.match(field?.getAttribute('aria-describedby') ?? '', new RegExp(`${id}-wrong`))
      assert.match(textOf(document.querySelector(`#${id}-wrong`)), /digits only/)
      assert.equal(fields[`${victims}.number`], '1,250 <b>')
      const check = await open(app, `${draft}/check`)
      assert.equal(check.document.querySelector('.submit button'), null)
      const links = [...check.document.querySelectorAll('.wrong-summary a')].map((one) =>
        one.getAttribute('href'),
      )
      assert.ok(links.includes(`${address}#${id}`))
      const refused = await post(app, `${draft}/check`, check.fields)
      assert.equal(refused.status, 422)
      for (const table of ['report_version', 'answer']) assert.equal(await count(db, table), 0, table)
      // The trail tells of the draft and its saves, and of no report.
      const { rows } = await sql<{ action: string }>`select distinct action from event order by 1`.execute(db)
      assert.deepEqual(
        rows.map(({ action }) => action),
        ['draft-begun', 'draft-saved'],
      )
    }))

  it('gives a later save back beside what another saved meanwhile', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app)
      const address = `${draft}/victim-assistance-4`
      const { fields } = await open(app, address)
      await post(app, address, { ...fields, [`${victims}.text`]: 'Hers', [`${victims}.state`]: 'no' })
      const late = await post(app, address, {
        ...fields,
        [`${victims}.text`]: 'His',
        [`${victims}.state`]: 'no',
      })
      assert.equal(late.status, 409)
      assert.ok(textOf(late.document.querySelector('title')).startsWith('Error: '))
      assert.equal(fieldsIn(late.document)[`${victims}.text`], 'His')
      assert.match(textOf(late.document.querySelector('.meanwhile')), /Keep what was saved meanwhile: Hers/)
      assert.ok(late.document.querySelector('.meanwhile')?.closest('details')?.hasAttribute('open'))
      assert.equal((await open(app, address)).fields[`${victims}.text`], 'Hers')
      const again = await post(app, address, fieldsIn(late.document))
      assert.equal(again.status, 303)
      assert.equal((await open(app, address)).fields[`${victims}.text`], 'His')
    }))

  it('gives a late save back where another has submitted the report, with a way to correct it', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app)
      const address = `${draft}/victim-assistance-4`
      await fill(app, `${draft}/document`, { 'document.receivedOn': '2027-04-30' })
      const { fields } = await open(app, address)
      const hers = { ...fields, [`${victims}.text`]: 'Hers', [`${victims}.state`]: 'no' }
      await post(app, address, hers)
      await post(app, `${draft}/check`, (await open(app, `${draft}/check`)).fields)
      const late = await post(app, address, { ...hers, [`${victims}.text`]: 'His' })
      assert.equal(late.status, 409)
      assert.equal(fieldsIn(late.document)[`${victims}.text`], 'His')
      assert.equal(textOf(late.document.querySelector('.meanwhile')), 'Saved meanwhile: Hers')
      assert.match(textOf(late.document.querySelector('.wrong-title')), /submitted this report/)
      assert.equal(late.document.querySelector('form.entry button'), null)
      const correction = late.document.querySelector('.wrong-summary > p a')?.getAttribute('href') ?? ''
      const period = await open(app, correction)
      assert.match(textOf(period.document.querySelector('main')), /Version 1, received on 30 April 2027/)
      const twice = await post(app, address, hers)
      assert.deepEqual([twice.status, twice.location], [303, draft])
    }))

  it('marks what comes from an earlier version, and shows the year before without filling it in', () =>
    inEnteringWorld(async ({ app, db }) => {
      const first = await begin(app)
      await fill(app, `${first}/document`, { 'document.receivedOn': '2027-04-30' })
      await fill(app, `${first}/victim-assistance-4`, {
        [`${victims}.state`]: 'yes',
        [`${victims}.number`]: '1250',
      })
      await post(app, `${first}/check`, (await open(app, `${first}/check`)).fields)
      const [version] = await listReportVersions(db)
      const period = await open(
        app,
        '/enter/reports/new?actor=XAA&obligation=article-7&coversYear=2026&subject=',
      )
      assert.match(
        textOf(period.document.querySelector('main')),
        /Version 1, received on 30 April 2027, 1 answer · in force/,
      )
      const second = await begin(app, '', { startedFrom: version!.reportId })
      const corrected = await open(app, `${second}/victim-assistance-4`)
      assert.equal(corrected.fields[`${victims}.number`], '1250')
      assert.equal(textOf(corrected.document.querySelector('.taken')), 'from version 1')
      await post(app, `${second}/victim-assistance-4`, { ...corrected.fields, [`${victims}.number`]: '1300' })
      const changed = await open(app, `${second}/victim-assistance-4`)
      assert.equal(
        textOf(changed.document.querySelector('.beside-said')),
        'Version 1 said: Yes: 1250 persons',
      )
      const nextYear = await begin(app, '', { coversYear: '2027' })
      const beside = await open(app, `${nextYear}/victim-assistance-4`)
      assert.equal(
        textOf(beside.document.querySelector('.beside-said')),
        'For 2026 (version 1): Yes: 1250 persons',
      )
      assert.equal(beside.fields[`${victims}.number`], '')
      assert.equal(beside.fields[`${victims}.state`], '')
    }))

  it('can be taken out as JSON, which is checked as a file is', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      await fill(app, `${draft}/document`, { 'document.receivedOn': '2027-04-30' })
      await fill(app, `${draft}/victim-assistance-4`, {
        [`${victims}.state`]: 'yes',
        [`${victims}.number`]: 'x',
      })
      const options = { questionnaires: readShippedQuestions() }
      const taken = async () => fileOf('draft.json', (await read(app, `${draft}.json`)).text)
      assert.equal((await issuesOf(checkReports(db, await taken(), options))).length, 1)
      await fill(app, `${draft}/victim-assistance-4`, { [`${victims}.number`]: '1250' })
      assert.equal((await checkReports(db, await taken(), options)).submitted[0]?.answers, 1)
      const { text } = await read(app, `${draft}.csv`)
      assert.match(text, /register,XAA,article-7,2026,2027-04-30,victims-accessing-services,yes,1250/)
    }))

  it('can be discarded once one has said so twice, but not over what another has saved', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const { document } = await open(app, draft)
      const link = [...document.querySelectorAll('main a')].find((a) => textOf(a) === 'Discard this draft')
      const address = link?.getAttribute('href') ?? ''
      const { fields, document: page } = await open(app, address)
      assert.match(textOf(page.querySelector('main')), /Its history keeps what was typed/)
      await fill(app, `${draft}/document`, { 'document.receivedOn': '2027-04-30' })
      const late = await post(app, address, fields)
      assert.equal(late.status, 409)
      assert.match(textOf(late.document.querySelector('.wrong-summary')), /Nothing was discarded/)
      assert.equal(await count(db, 'report_draft'), 1)
      const gone = await post(app, address, fieldsIn(late.document))
      assert.deepEqual(
        [gone.status, gone.location],
        [303, `/enter?after=discard&thing=report-draft%3A${draft.split('/')[3]}`],
      )
      assert.equal(await count(db, 'report_draft'), 0)
      assert.match((await read(app, '/enter')).text, /No report has been begun/)
      assert.equal((await read(app, draft)).status, 404)
    }))

  it('begun about nobody is refused beside the field; a lost draft is said to be lost', () =>
    inEnteringWorld(async ({ app, db }) => {
      const { status, text } = await read(
        app,
        '/enter/reports/new?actor=&obligation=article-7&coversYear=20x6&subject=',
      )
      assert.equal(status, 422)
      assert.equal(documentOf(text).querySelectorAll('.wrong-summary a').length, 2)
      assert.equal((await post(app, '/enter/reports/new', { ...asked, actor: 'XZZ' })).status, 422)
      assert.equal(await count(db, 'report_draft'), 0)
      const lost = '/enter/reports/01920000-0000-7000-8000-000000000001'
      for (const address of [lost, `${lost}/document`, `${lost}/check`, `${lost}/done`, '/enter/reports/x']) {
        const answer = await read(app, address)
        assert.equal(answer.status, 404)
        assert.match(answer.text, /no such report on its way/)
      }
      assert.equal((await post(app, `${lost}/document`, {})).status, 404)
      assert.equal((await post(app, `${lost}/check`, {})).status, 404)
      const draft = await begin(app)
      assert.equal((await read(app, `${draft}/nonsense`)).status, 404)
    }))
})

describe('a form', () => {
  it('is taken from a page of this site only', () =>
    inEnteringWorld(async ({ app, db }) => {
      const from = (headers: Record<string, string>) => post(app, '/enter/reports/new', asked, headers)
      const strangers: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://elsewhere.example' },
        { origin: 'http://localhost:3001' },
        { origin: 'null' },
        {},
      ]
      for (const strange of strangers) {
        const { status, text } = await from(strange)
        assert.equal(status, 403, JSON.stringify(strange))
        assert.match(text, /Nothing was stored/)
      }
      assert.equal(await count(db, 'report_draft'), 0)
      assert.equal((await from({ origin: 'http://localhost:3000' })).status, 303)
    }))

  it('is bounded, and nothing but a form', () =>
    inEnteringWorld(async ({ app, db }) => {
      const draft = await begin(app)
      const large = await post(app, `${draft}/document`, { 'document.title': 'x'.repeat(1024 * 1024) })
      assert.equal(large.status, 413)
      const strange = await post(app, '/enter/reports/new', asked, {
        'sec-fetch-site': 'same-origin',
        'content-type': 'text/plain',
      })
      assert.equal(strange.status, 400)
      assert.equal(await count(db, 'report_draft'), 1)
      const odd = await fill(app, `${draft}/document`, { 'document.title': 'a\0b\r\nc' })
      assert.equal(odd.status, 303)
      assert.equal((await open(app, `${draft}/document`)).fields['document.title'], 'ab\nc')
    }))

  it('calls States as the language does, where it was saved meanwhile or is refused, too', () =>
    inEnteringWorld(async ({ app, db }) => {
      const names = '{"en": {"short": "Averland"}, "mn": {"short": "Аверланд"}}'
      await sql`update actor set names = ${names}::jsonb where actor_id = 'XAA'`.execute(db)
      const draft = await begin(app, '/mn')
      const address = `${draft}/victim-assistance-4`
      const { fields } = await open(app, address)
      await post(app, address, { ...fields, [`${victims}.text`]: 'Hers' })
      const late = await post(app, address, { ...fields, [`${victims}.text`]: 'His' })
      const refused = await post(app, `${draft}/check`, (await open(app, `${draft}/check`)).fields)
      assert.deepEqual([late.status, refused.status], [409, 422])
      for (const { document } of [late, refused]) {
        assert.match(textOf(document.querySelector('.kicker')), /Аверланд/)
        assert.doesNotMatch(textOf(document.querySelector('body')), /Averland/)
      }
    }))

  it('speaks the language of its address', () =>
    inEnteringWorld(async ({ app }) => {
      const draft = await begin(app, '/mn')
      assert.match(draft, /^\/mn\/enter\/reports\//)
      const saved = await fill(app, `${draft}/document`, { 'document.receivedOn': '2027-04-30' })
      assert.equal(saved.location, `${draft}/measures-and-compliance`)
    }))
})
