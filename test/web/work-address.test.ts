// A fact of work is found at one address through all its versions, whatever ids others have given.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { factPath } from '../../src/web/fact-path.ts'
import { type App, host, inEnteringWorld } from './entering.ts'
import { documentOf } from './site.ts'

const pledge = 'ihl-pledge-mongolia'
const row = (
  kind: string,
  id: string,
  body: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  ...{ id, kind, actor: 'XAA', known_from: '2027-01-01', source: { title: 'Minutes' }, body },
  ...more,
})
/** Both States have made the promise: what they record is of it. */
const record = async (db: Db, rows: readonly object[]) => {
  await saveSetting(db, `parties:${pledge}`, 'XAA XAB')
  await importFacts(
    db,
    { name: 'facts.json', bytes: new TextEncoder().encode(JSON.stringify(rows)) },
    { kinds: readShippedKinds(), entered: false },
  )
}
const get = async (app: App, address: string) => {
  const response = await app.request(`http://${host}${address}`, { headers: { host } })
  const text = await response.text()
  return { status: response.status, text, document: documentOf(text) }
}
const idOf = async (db: Db, externalId: string, actor = 'XAA') =>
  (await listDatums(db, { externalId, actor }))[0]!.datumId
const plan = (more: Record<string, unknown> = {}) =>
  row('national-plan', 'plan-1', { title: 'Plan', instrument: pledge }, more)

describe('the address of a fact of work', () => {
  it('is that of any of its versions: the one that holds, and those before it, marked so', () =>
    inEnteringWorld(async ({ app, db }) => {
      await record(db, [
        plan(),
        row('national-plan', 'plan-2', { title: 'Plan, mended', note: 'A slip.' }, { supersedes: 'plan-1' }),
      ])
      const [first, second] = [await idOf(db, 'plan-1'), await idOf(db, 'plan-2')]
      for (const id of ['plan-1', 'plan-2', first, second]) {
        const { status, document } = await get(app, `/implementation/${id}`)
        assert.equal(status, 200, id)
        assert.equal(document.querySelector('h1')!.textContent, 'Plan, mended')
        assert.ok(document.querySelector(`#fact-${second}:not(.gone)`), id)
        assert.match(document.querySelector(`#fact-${first}.gone`)!.textContent, /Plan/)
      }
    }))

  it('leads on to what was withdrawn, which says so with the reason', () =>
    inEnteringWorld(async ({ app, db }) => {
      await record(db, [
        plan(),
        row('national-plan', 'gone', { note: 'Given up.' }, { retracts: 'plan-1', known_from: '2027-02-01' }),
      ])
      const stored = await idOf(db, 'plan-1')
      for (const id of ['plan-1', stored, 'gone']) {
        const { status, text, document } = await get(app, `/implementation/${id}`)
        assert.equal(status, 200, id)
        assert.match(text, /withdrawn on 1 February 2027.*Given up\./)
        assert.ok(document.querySelector(`#fact-${stored}.gone`), id)
      }
    }))

  it('lets one choose where two States have given the same id', () =>
    inEnteringWorld(async ({ app, db }) => {
      await record(db, [plan()])
      await record(db, [plan({ actor: 'XAB' })])
      const { status, document } = await get(app, '/implementation/plan-1')
      assert.equal(status, 404)
      const links = [...document.querySelectorAll('a[href^="/implementation/"]')]
      assert.deepEqual(
        links.map((link) => link.textContent.split(':')[0]),
        ['Averland', 'Belmora'],
      )
      for (const link of links) assert.equal((await get(app, link.getAttribute('href')!)).status, 200)
      const shown = await get(app, `/plans/${pledge}/implementation.json`)
      const ids = JSON.parse(shown.text).plans.map((one: { id: string }) => one.id)
      assert.equal(new Set(ids).size, 2)
      for (const id of ids) assert.equal((await get(app, `/implementation/${id}`)).status, 200)
    }))

  it('holds whatever id a file gave', () =>
    inEnteringWorld(async ({ app, db }) => {
      await record(db, [
        plan(),
        row('plan-action', 'A 1/2', { title: 'Law', plan: 'plan-1' }),
        row('plan-action', 'Ажил-1', { title: 'Training', plan: 'plan-1', dependsOn: ['A 1/2'] }),
      ])
      const { document } = await get(app, '/implementation/plan-1')
      const links = [...document.querySelectorAll('section a[href^="/implementation/"]')]
      assert.deepEqual(links.map(({ textContent }) => textContent).sort(), ['Law', 'Training'])
      for (const link of links)
        assert.equal((await get(app, link.getAttribute('href')!)).status, 200, link.outerHTML)
      const stored = (await listDatums(db, { externalId: 'A 1/2' }))[0]!
      assert.equal((await get(app, factPath(stored))).status, 200)
    }))

  it('stays that of a plan first written for some eyes and published since: its actions are still its own', () =>
    inEnteringWorld(async ({ app, db }) => {
      await record(db, [
        plan({ tier: 'restricted' }),
        row('plan-action', 'a-1', { title: 'Law', plan: 'plan-1' }),
        row(
          'national-plan',
          'plan-2',
          { title: 'Public plan', instrument: pledge },
          { supersedes: 'plan-1' },
        ),
      ])
      const shown = JSON.parse((await get(app, `/plans/${pledge}/implementation.json`)).text)
      assert.deepEqual(
        shown.plans.map((one: { id: string; actions: { title: string }[] }) => [
          one.id,
          one.actions.map(({ title }) => title),
        ]),
        [['plan-1', ['Law']]],
      )
      const page = await get(app, '/implementation/plan-1')
      assert.equal(page.status, 200)
      assert.equal(page.document.querySelector(`#fact-${await idOf(db, 'plan-1')}`), null)
    }))
})
