// What has grown old is said anew through the form to which its list leads: it leaves the list, and no other does.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listStale } from '../../src/indicators/stale.ts'
import { type App, fieldsIn, inEnteringWorld, open, post } from './entering.ts'
import { textOf } from './site.ts'

const address = '/enter/facts/new'

const observers = {
  actor: 'XAA',
  kind: 'contribution',
  id: 'entered-old',
  from: '2002-01-01',
  'body.title': 'Observers who served',
  'body.status': 'snapshot',
  'body.measure': 'observers served',
  'body.quantity': '120',
  'body.unit': 'persons',
  'body.asOf': '2020-09',
  'source.title': 'Letter of 2020',
  'source.publisher': 'Fictional Ministry',
  'source.date': '2020-10-01',
  known_from: '2020-10-01',
  quotation: '120 observers serve.',
  language: 'en',
}

const others = {
  ...observers,
  id: 'entered-other',
  'body.title': 'Observers, as the League counts them',
  'body.quantity': '111',
  'source.title': 'Table of 2020',
  'source.publisher': 'Fictional League',
}

const member = {
  actor: 'XAA',
  kind: 'organisation-membership',
  id: 'entered-member',
  from: '2006-01-01',
  'body.title': 'Member of the Fictional League',
  'body.status': 'current',
  'body.body': 'Fictional League',
  'source.title': 'List of members 2019',
  'source.publisher': 'Fictional League',
  'source.date': '2019-05-01',
  known_from: '2019-05-01',
  quotation: 'Members: Averland.',
  language: 'en',
}

const later = {
  from: '2002-01-01',
  known_from: '2027-12-10',
  'source.title': 'Letter of 2027',
  'source.date': '2027-12-01',
  quotation: 'They serve.',
  language: 'en',
}

const store = async (app: App, typed: Record<string, string>) => {
  const sent = await post(app, address, { ...typed, step: 'save' })
  assert.equal(sent.status, 303, textOf(sent.document.querySelector('.wrong-summary')))
}

/** The link of a row of the desk's list, by the words of the row. */
const linkOf = async (app: App, words: string): Promise<string> => {
  const { document } = await open(app, '/desk/XAA')
  const row = [...document.querySelectorAll('tr')].find((one) => textOf(one).includes(words))
  const link = row?.querySelector('a.write')?.getAttribute('href')
  assert.ok(link, words)
  return link
}

describe('a newer figure, from the list of what has grown old', () => {
  it('takes the place of the older one of its source, says so before, and leaves what others say', () =>
    inEnteringWorld(async ({ app, db }) => {
      for (const one of [observers, others]) await store(app, one)
      const stale = async () => (await listStale(db)).figures.map(({ id }) => id).sort()
      assert.deepEqual(await stale(), ['entered-old', 'entered-other'])

      const form = await open(app, await linkOf(app, 'Observers who served'))
      assert.match(textOf(form.document.querySelector('main')), /A newer one of: Observers who served/)
      const { id, ...fields } = form.fields
      assert.deepEqual(
        [fields['body.measure'], fields['body.unit'], fields['source.publisher']],
        ['observers served', 'persons', 'Fictional Ministry'],
      )
      assert.deepEqual(
        [fields['body.quantity'], fields['body.asOf'], fields['source.title'], fields.quotation],
        ['', '', '', ''],
      )
      const typed = { ...fields, id: id!, ...later, 'body.quantity': '330', 'body.asOf': '2027-12' }
      const preview = await post(app, address, { ...typed, step: 'check' })
      assert.match(
        textOf(preview.document.querySelector('main')),
        /it takes the place of: Observers who served, as of September 2020 \(Fictional Ministry\)/,
      )
      await store(app, fieldsIn(preview.document))
      assert.deepEqual(await stale(), ['entered-other'])
    }))

  it('is told where it does not: by another publisher, of another measure, as of no later date', () =>
    inEnteringWorld(async ({ app, db }) => {
      await store(app, observers)
      const { fields } = await open(app, await linkOf(app, 'Observers who served'))
      const newer = { ...fields, ...later, 'body.quantity': '330', 'body.asOf': '2027-12' }
      const ways: Record<string, string>[] = [
        { 'source.publisher': 'Fictional League' },
        { 'body.measure': 'observers sent' },
        { 'body.asOf': '2020-09' },
      ]
      for (const otherwise of ways) {
        const { document } = await post(app, address, { ...newer, ...otherwise, step: 'check' })
        assert.match(textOf(document.querySelector('main')), /this stays: Observers who served/)
      }
      await store(app, { ...newer, 'source.publisher': 'Fictional League' })
      assert.deepEqual(
        (await listStale(db)).figures.map(({ id }) => id),
        ['entered-old'],
      )
    }))

  it('takes the place of what a source calls current too, which measures nothing', () =>
    inEnteringWorld(async ({ app, db }) => {
      await store(app, member)
      const { fields } = await open(app, await linkOf(app, 'Member of the Fictional League'))
      assert.deepEqual([fields['body.status'], fields['body.body']], ['current', 'Fictional League'])
      await store(app, { ...fields, ...later })
      assert.deepEqual((await listStale(db)).figures, [])
    }))

  it('of a fact that is not held is refused', () =>
    inEnteringWorld(async ({ app }) => {
      const { status } = await Promise.resolve(
        app.request(`http://localhost:3000${address}?actor=XAA&kind=contribution&renews=nothing`, {
          headers: { host: 'localhost:3000' },
        }),
      )
      assert.equal(status, 404)
    }))
})
