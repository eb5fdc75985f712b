// The recommendations of a study brought through the page: looked at, then taken in, all or none. All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { listOpenFactDrafts } from '../../src/facts/fact-draft-store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { recommendationsEntered } from '../../src/web/held/enter-recommendations.ts'
import type { Reader } from '../../src/web/held/handles.ts'
import { type App, host, inEnteringWorld, open, post } from './entering.ts'
import { documentOf } from './site.ts'

// A plan of a treaty: it names no parties, so that what any State records is of it.
const plan = 'siem-reap-angkor-draft-2024-08'
const row = (id: string, kind: string, body: Record<string, unknown>) => ({
  ...{ id, actor: 'XAA', kind, known_from: '2027-01-15', language: 'en', body },
})
const facts = [
  row('study', 'study', { title: 'A study', instrument: plan }),
  row('plan', 'national-plan', { title: 'A plan', instrument: plan }),
  row('a1', 'plan-action', { title: 'A law', number: '1', plan: 'plan' }),
]
const address = '/exercise/enter/recommendations/study'
const text = `Recommendations

A. Law

1. The State should adopt a law for the wells.
2. The State should train officers.

Thanks to all who helped.
`

const bring = async (app: App, name: string, content: string, accept = 'text/html') => {
  const form = new FormData()
  form.set('file', new File([content], name))
  const response = await app.request(`http://${host}${address}`, {
    method: 'POST',
    body: form,
    headers: { host, 'sec-fetch-site': 'same-origin', accept },
  })
  return { status: response.status, document: documentOf(await response.text()) }
}

const inStudy = (work: Parameters<typeof inEnteringWorld<void>>[0]) =>
  inEnteringWorld(async (site) => {
    const file = { name: 'facts.json', bytes: Buffer.from(JSON.stringify(facts)) }
    await importFacts(site.db, file, { kinds: readShippedKinds(), today: '2027-12-31', entered: false })
    await work(site)
  }, 'exercise')

describe('recommendations brought through the page', () => {
  it('are shown as they were read, and recorded when that is taken in', () =>
    inStudy(async ({ app, db }) => {
      const overview = await open(app, `/exercise/plans/${plan}/implementation`)
      assert.ok(
        [...overview.document.querySelectorAll('a.write')].some(
          (link) => link.getAttribute('href') === address,
        ),
      )
      assert.equal((await open(app, address)).status, 200)
      const preview = await bring(app, 'study.txt', text)
      assert.equal(preview.status, 200)
      const rows = [...preview.document.querySelectorAll('tbody tr')].map((one) => one.textContent!)
      assert.equal(rows.length, 2)
      assert.match(rows[0]!, /The State should adopt a law for the wells\..*Law · line 5 · en.*new/s)
      assert.match(preview.document.body.textContent!, /line 8 Thanks to all who helped\./)
      assert.equal((await listDatums(db, { kind: 'recommendation' })).length, 0)
      const fields = Object.fromEntries(
        [...preview.document.querySelectorAll('form[action$="/store"] input')].map((input) => [
          input.getAttribute('name')!,
          input.getAttribute('value') ?? '',
        ]),
      )
      const taken = await post(app, `${address}/store`, { ...fields, 'source.title': 'The study, printed' })
      assert.deepEqual([taken.status, taken.location], [303, `/exercise/plans/${plan}/implementation`])
      const held = await listDatums(db, { kind: 'recommendation' })
      assert.deepEqual(
        held.map(({ body, locator, source }) => [body.number, body.group, locator, source?.title]).sort(),
        [
          ['1', 'Law', 'line 5', 'The study, printed'],
          ['2', 'Law', 'line 6', 'The study, printed'],
        ],
      )
      // The same file again: nothing is left to take in.
      const again = await bring(app, 'study.txt', text)
      assert.equal(again.document.querySelector('form[action$="/store"]'), null)
    }))

  it('keep their lines, (a) and (b), through the table that a browser sends back', () =>
    inStudy(async ({ app, db }) => {
      const lettered = 'Recommendations\n\n1. The State should:\n(a) adopt a law;\n(b) train officers.\n'
      const preview = await bring(app, 'study.txt', lettered)
      const fields = Object.fromEntries(
        [...preview.document.querySelectorAll('form[action$="/store"] input')].map((input) => [
          input.getAttribute('name')!,
          (input.getAttribute('value') ?? '').replace(/\r?\n/g, '\r\n'),
        ]),
      )
      assert.equal((await post(app, `${address}/store`, fields)).status, 303)
      const [held, ...others] = await listDatums(db, { kind: 'recommendation' })
      assert.equal(others.length, 0)
      assert.equal(held?.body.text, 'The State should:\n(a) adopt a law;\n(b) train officers.')
    }))

  it('stay as they were typed where taking them in is refused', () =>
    inStudy(async ({ app, db }) => {
      const preview = await bring(app, 'study.txt', text)
      const fields = Object.fromEntries(
        [...preview.document.querySelectorAll('form[action$="/store"] input')].map((input) => [
          input.getAttribute('name')!,
          input.getAttribute('value') ?? '',
        ]),
      )
      const typed = { ...fields, 'source.title': 'The study, printed', 'source.date': '30 February' }
      const refused = await post(app, `${address}/store`, typed)
      assert.equal(refused.status, 422)
      const value = (name: string) =>
        refused.document.querySelector(`form[action$="/store"] input[name="${name}"]`)?.getAttribute('value')
      assert.deepEqual(
        [value('source.title'), value('source.date'), value('table')],
        ['The study, printed', '30 February', fields.table],
      )
      assert.ok(refused.document.querySelector('#problems'))
      assert.equal((await listDatums(db, { kind: 'recommendation' })).length, 0)
    }))

  it('are refused by row and cell, with nothing stored; a study that is not held is not found', () =>
    inStudy(async ({ app, db }) => {
      const wrong = await bring(app, 'r.csv', 'number,text,actions\n1,A law.,9\n')
      assert.equal(wrong.status, 422)
      assert.match(
        wrong.document.querySelector('#problems')!.textContent!,
        /C2: Recommendation 1 names an action/,
      )
      assert.equal((await bring(app, 'none.txt', 'Nothing.\n')).status, 422)
      assert.equal((await listDatums(db, { kind: 'recommendation' })).length, 0)
      assert.equal((await open(app, '/exercise/enter/recommendations/none')).status, 404)
    }))

  it('wait for approval with every entry of their lists whole, also one with a semicolon in it', () =>
    inStudy(async ({ db }) => {
      const responsible = ['Ministry of Justice; Legal Department', 'Police']
      const action = row('a2', 'plan-action', {
        ...{ title: 'Courses', number: '2', plan: 'plan', responsible },
      })
      const file = { name: 'a2.json', bytes: Buffer.from(JSON.stringify([action])) }
      const kinds = readShippedKinds()
      await importFacts(db, file, { kinds, today: '2027-12-31', entered: false })
      const grants = [{ role: 'focal-point', of: 'XAA', world: 'exercise', department: null }]
      const person = { as: 'person', id: 'p1', name: 'P', scopes: null, grants }
      const reader = { db, seen: db, world: 'exercise', person } as unknown as Reader
      const csv = Buffer.from('number,text,actions\n1,Train officers.,2\n')
      const taken = await recommendationsEntered(reader).takeInRecommendations({
        study: 'study',
        file: { name: 's.csv', bytes: csv },
      })
      const drafts = await listOpenFactDrafts(db, 100)
      assert.equal(drafts.length, taken.drafted)
      // What names another was begun after it.
      for (const { content } of drafts.toSorted((a, b) => (a.draftId < b.draftId ? -1 : 1)))
        assert.deepEqual(await recordFact(db, content, { kinds, entered: false, agent: 'a test' }), [])
      const corrected = drafts.find(({ kind }) => kind === 'plan-action')!
      const held = await listDatums(db, { kind: 'plan-action', externalId: corrected.content.id! })
      assert.deepEqual(held[0]?.body.responsible, responsible)
    }))
})
