// The form of a fact keeps what it was given, and Enter in a field asks for it to be checked.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { host, inEnteringWorld, post } from './entering.ts'
import { documentOf } from './site.ts'

const row = (
  kind: string,
  id: string,
  body: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  ...{ id, kind, actor: 'XAA', known_from: '2027-01-01', source: { title: 'Minutes' }, body },
  ...more,
})
const group = { title: 'Group', form: 'group', instrument: 'ihl-pledge-mongolia' }

describe('the form of a correction', () => {
  it('keeps a name given by a later version of what is named', () =>
    inEnteringWorld(async ({ app, db }) => {
      const rows = [
        row('working-body', 'gr', group),
        row('working-body', 'gr2', { ...group, note: 'A slip.' }, { supersedes: 'gr' }),
        row('working-group-meeting', 'entered-m', { body: 'gr2', heldOn: '2026-12-01' }),
      ]
      await importFacts(
        db,
        { name: 'facts.json', bytes: new TextEncoder().encode(JSON.stringify(rows)) },
        { kinds: readShippedKinds() },
      )
      const asked = new URLSearchParams({
        ...{ actor: 'XAA', kind: 'working-group-meeting', supersedes: 'entered-m' },
      })
      const response = await app.request(`http://${host}/enter/facts/new?${asked}`, { headers: { host } })
      const document = documentOf(await response.text())
      const chosen = document.querySelector('[name="body.body"] option[selected]')
      assert.equal(chosen?.getAttribute('value'), 'gr2')
      const first = document.querySelector('form.entry [type="submit"]')
      assert.deepEqual([first?.getAttribute('name'), first?.getAttribute('value')], ['step', 'check'])
    }))
})

describe('what may be an oversight', () => {
  const event = {
    ...{ kind: 'dissemination-event', actor: 'XAA', known_from: '2027-06-02', 'source.title': 'Minutes' },
    ...{ 'body.heldOn': '2027-06-01', 'body.audience.0': 'teachers', 'body.participants': '40' },
    ...{ 'body.attendance.0.audience': 'police', 'body.attendance.0.persons': '15' },
  }
  const address = '/enter/facts/new'

  it('is asked before it is stored, and taken once whoever wrote it says that it is so', () =>
    inEnteringWorld(async ({ app, db }) => {
      const { document, status } = await post(app, address, { ...event, step: 'check' })
      assert.equal(status, 200)
      const tick = document.querySelector('input[type=checkbox][name=confirmed]')
      assert.ok(tick)
      assert.match(tick.closest('fieldset')!.textContent!, /police.*teachers/)
      const unanswered = await post(app, address, { ...event, step: 'save' })
      assert.equal(unanswered.status, 422)
      assert.ok(unanswered.document.querySelector('#problems a[href="#f-confirmed"]'))
      assert.equal((await listDatums(db)).length, 0)
      assert.equal((await post(app, address, { ...event, confirmed: 'yes', step: 'save' })).status, 303)
      assert.equal((await listDatums(db)).length, 1)
    }))

  it('is no question of numbers that cannot be: those are refused, with both', () =>
    inEnteringWorld(async ({ app }) => {
      const fewer = { ...event, 'body.participants': '12', confirmed: 'yes', step: 'save' }
      const { status, document } = await post(app, address, fewer)
      assert.equal(status, 422)
      assert.match(document.querySelector('#f-body-participants-wrong')!.textContent!, /12.*15/)
    }))

  it('stands beside its field where the form is shown again', () =>
    inEnteringWorld(async ({ app }) => {
      const { document } = await post(app, address, { ...event, step: 'edit' })
      assert.match(document.querySelector('#f-body-attendance-beside')!.textContent!, /police/)
    }))
})

describe('rows written as one text', () => {
  it('that are none stay in the form as they were written', () =>
    inEnteringWorld(async ({ app }) => {
      const event = { kind: 'dissemination-event', actor: 'XAA', 'body.attendance': 'youth 12 persons' }
      const { document, status } = await post(app, '/enter/facts/new', { ...event, step: 'check' })
      assert.equal(status, 422)
      const field = document.querySelector('textarea[name="body.attendance"]')
      assert.equal(field?.textContent?.trim(), 'youth 12 persons')
    }))
})

describe('an entry of a list with a semicolon in it', () => {
  it('has a field of its own, and is one entry however often the form is shown', () =>
    inEnteringWorld(async ({ app, db }) => {
      const audience = ['teachers; of law', 'police']
      const typed = {
        ...{ kind: 'dissemination-event', actor: 'XAA', known_from: '2027-06-02', date: '2027-06-01' },
        ...{ 'source.title': 'Minutes', 'body.heldOn': '2027-06-01' },
        ...{ 'body.audience.0': audience[0]!, 'body.audience.1': audience[1]! },
      }
      const shown = (await post(app, '/enter/facts/new', { ...typed, step: 'edit' })).document
      const entry = (i: number) =>
        shown.querySelector(`[name="body.audience.${i}"]`)?.getAttribute('value') ?? null
      assert.deepEqual([entry(0), entry(1), entry(2)], [...audience, ''])
      const seen = (await post(app, '/enter/facts/new', { ...typed, step: 'check' })).document
      assert.match(seen.body.textContent, /teachers; of law; police/)
      assert.equal((await post(app, '/enter/facts/new', { ...typed, step: 'save' })).status, 303)
      const [held] = await listDatums(db)
      assert.deepEqual(held?.body.audience, audience)
      const corrected = new URLSearchParams({
        ...{ actor: 'XAA', kind: 'dissemination-event', supersedes: held!.externalId! },
      })
      const again = await app.request(`http://${host}/enter/facts/new?${corrected}`, { headers: { host } })
      const value = documentOf(await again.text())
        .querySelector('[name="body.audience.0"]')
        ?.getAttribute('value')
      assert.equal(value, audience[0])
    }))
})

describe('the form of an engagement', () => {
  const figure = {
    ...{
      kind: 'contribution',
      actor: 'XAA',
      'source.title': 'Report',
      'source.date': '2026',
      language: 'mn',
    },
    ...{ 'body.title': 'Peacekeepers', 'body.quantity': '>120', 'body.unit': 'persons' },
  }
  const address = '/enter/facts/new'

  it('says what each field wants, and offers the words that others of the kind have', () =>
    inEnteringWorld(async ({ app, db }) => {
      const held = row('contribution', 'c1', { title: 'Another', status: 'snapshot', measure: 'personnel' })
      await importFacts(
        db,
        { name: 'facts.json', bytes: new TextEncoder().encode(JSON.stringify([held])) },
        { kinds: readShippedKinds() },
      )
      const asked = new URLSearchParams({ actor: 'XAA', kind: 'contribution' })
      const response = await app.request(`http://${host}${address}?${asked}`, { headers: { host } })
      const document = documentOf(await response.text())
      const fields = [...document.querySelectorAll('[name^="body."]')].filter(
        (field) => field.getAttribute('type') !== 'radio',
      )
      const unsaid = fields
        .filter((field) =>
          [field, field.closest('fieldset')].every((one) => one?.hasAttribute('aria-describedby') !== true),
        )
        .map((field) => field.getAttribute('name'))
      assert.deepEqual(unsaid, ['body.title'])
      const status = document.querySelector('[name="body.status"]')!
      assert.match(
        document.getElementById(status.getAttribute('aria-describedby')!)!.textContent!,
        /inferred/,
      )
      const offered = document.querySelectorAll(`#${status.getAttribute('list')} option`)
      assert.deepEqual(
        [...offered].map((one) => one.getAttribute('value')),
        ['snapshot'],
      )
    }))

  it('has a field for each entry of a list, whatever is held', () =>
    inEnteringWorld(async ({ app }) => {
      const asked = new URLSearchParams({ actor: 'XAA', kind: 'commitment' })
      const response = await app.request(`http://${host}${address}?${asked}`, { headers: { host } })
      const document = documentOf(await response.text())
      const first = document.querySelector('[name="body.parties.0"]')
      assert.match(first!.closest('fieldset')!.textContent!, /has to approve it/)
      assert.ok(document.querySelector('[name="body.themes.1"]'))
    }))

  it('shows in words how the fact will stand', () =>
    inEnteringWorld(async ({ app }) => {
      const typed = { ...figure, date: '199X/..', step: 'check' }
      const { document, status } = await post(app, address, typed)
      assert.equal(status, 200)
      const said = document.querySelector('dl.checked')!.textContent!
      assert.match(said, /since .*1990s/)
      assert.match(said, /more than 120/)
      assert.match(said, /Mongolian/)
      assert.doesNotMatch(said, /199X|>120/)
    }))

  it('tells how a vague date is written, and where', () =>
    inEnteringWorld(async ({ app }) => {
      const vague = await post(app, address, { ...figure, date: 'since the 1990s', step: 'check' })
      assert.equal(vague.status, 422)
      assert.match(vague.document.querySelector('#f-date-wrong')!.textContent!, /199X\/\.\./)
      const year = await post(app, address, { ...figure, from: '2025', step: 'check' })
      assert.equal(year.status, 422)
      assert.match(year.document.querySelector('#f-from-wrong')!.textContent!, /“Date”/)
    }))
})
