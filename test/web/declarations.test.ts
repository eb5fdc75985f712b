// Two owners of one pledge declare their records of a year complete, each its own: only then is a target missed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Db, Store } from '../../src/db/store.ts'
import { listen } from '../../src/jobs.ts'
import { inTestStore } from '../world.ts'
import { type Asker, addPublic, ask, type PermissionSite, siteOf } from './permission/world.ts'
import { documentOf, textOf } from './site.ts'

const pledge = 'ihl-pledge-mongolia'
const sent = { state: 'complete', year: '2026', office: 'Legal Department' }
const records = { 'kinds.dissemination-event': 'yes', 'kinds.review-meeting': 'yes' }

/** Averland and Belmora promised together; of Averland one event is held. */
const withPledge = async (store: Store): Promise<{ db: Db; app: PermissionSite }> => {
  listen()
  const db = store.world('exercise')
  await addPublic(db)
  await sql`update setting set value = 'XAA XAB' where key = ${`parties:${pledge}`}`.execute(db)
  await sql`insert into datum (actor_id, datum_id, kind, external_id, held_from, held_edtf, known_from, body)
    values ('XAA', '01920000-0000-7000-8000-0000000000e1', 'dissemination-event', 'event-1', '2026-05-05', '2026-05-05',
            '2026-05-06', '{"title": "Seminar", "heldOn": "2026-05-05", "audience": ["youth", "legal-professionals"]}')`.execute(
    db,
  )
  return { db, app: siteOf(store) }
}

const post = async (app: PermissionSite, asker: Asker, fields: Record<string, string>) => {
  const response = await ask(app, asker, '/enter/complete', fields)
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: textOf(documentOf(await response.text()).querySelector('main')),
  }
}
const targetOf = async (app: PermissionSite, number: string): Promise<string> => {
  const response = await ask(app, 'public', `/plans/${pledge}/${number}.json?year=2026`)
  const shown = (await response.json()) as { target: { state: string }; coverage: { registers: unknown } }
  return shown.target.state
}

describe('records of a period declared complete', () => {
  it('by each owner for itself; then what is not held is missed, and no more once one takes it back', () =>
    inTestStore(async (store) => {
      const { app } = await withPledge(store)
      assert.equal(await targetOf(app, 'C3'), 'not known')

      const form = await ask(app, 'focalPoint', '/enter/complete?actor=XAA')
      const page = documentOf(await form.text())
      const offered = [...page.querySelectorAll('input[type=checkbox]')].map((box) =>
        box.getAttribute('name'),
      )
      assert.ok(offered.includes('kinds.dissemination-event') && offered.includes('kinds.national-plan'))
      assert.ok(!offered.some((name) => name?.includes('recorded-vote')))

      const own = { ...sent, ...records, actor: 'XAA' }
      const check = await post(app, 'focalPoint', { ...own, step: 'check' })
      assert.equal(check.status, 200)
      assert.match(check.text, /Legal Department says that these records of Averland are complete/)
      assert.match(check.text, /1 of 3/)
      assert.match(check.text, /only once these are declared complete too: the records of Belmora/)
      assert.equal(await targetOf(app, 'C3'), 'not known', 'looking at what follows declares nothing')

      const done = await post(app, 'focalPoint', { ...own, step: 'declare' })
      assert.deepEqual([done.status, done.location], [303, '/exercise/declarations/XAA?after=declare'])
      assert.equal(await targetOf(app, 'C3'), 'not known', 'the other owner has not said so')

      const other = { ...sent, ...records, actor: 'XAB', office: 'Ministry of Belmora' }
      const before = await post(app, 'focalPointOfOther', { ...other, step: 'check' })
      assert.match(before.text, /Fewer than 3 are held: it will be said to be missed/)
      await post(app, 'focalPointOfOther', { ...other, step: 'declare' })
      assert.equal(await targetOf(app, 'C3'), 'missed')
      assert.equal(await targetOf(app, 'C2'), 'not known', 'of another kind of records nothing was said')

      const indicator = await ask(app, 'public', `/plans/${pledge}/C3?year=2026`)
      const said = textOf(documentOf(await indicator.text()).querySelector('[aria-labelledby=coverage]'))
      assert.match(said, /Legal Department; Ministry of Belmora/)
      assert.match(said, /of these records alone: Averland, Belmora/)

      await post(app, 'focalPoint', { ...own, state: 'not complete', step: 'declare' })
      assert.equal(await targetOf(app, 'C3'), 'not known')
      const listed = await ask(app, 'public', '/declarations/XAA.json')
      const { declarations } = (await listed.json()) as {
        declarations: { register: string; level: string; takenBackOn: string | null; entered: boolean }[]
      }
      assert.deepEqual(
        declarations.map((one) => [one.register, one.level, one.takenBackOn, one.entered]).sort(),
        [
          ['dissemination-event', 'complete', '2027-12-31', false],
          ['dissemination-event', 'partial', null, false],
          ['review-meeting', 'complete', '2027-12-31', false],
          ['review-meeting', 'partial', null, false],
        ],
      )
    }))

  it('is said with what is wrong in it, each beside its field, and nothing is recorded', () =>
    inTestStore(async (store) => {
      const { app } = await withPledge(store)
      const wrong = await ask(app, 'focalPoint', '/enter/complete', {
        ...{ actor: 'XAA', state: 'complete', year: '2029', office: '', step: 'declare' },
      })
      assert.equal(wrong.status, 422)
      const main = documentOf(await wrong.text())
      const links = [...main.querySelectorAll('.wrong-summary a')].map((link) => link.getAttribute('href'))
      assert.deepEqual(links, ['#f-kinds', '#f-year', '#f-office'])
      for (const link of links) assert.ok(main.querySelector(link!) !== null, `${link} leads to its field`)
      const { declarations } = (await (await ask(app, 'public', '/declarations/XAA.json')).json()) as {
        declarations: unknown[]
      }
      assert.deepEqual(declarations, [])
    }))

  it('has a history for those who may look back at it, and none for others', () =>
    inTestStore(async (store) => {
      const { app } = await withPledge(store)
      await post(app, 'focalPoint', { ...sent, ...records, actor: 'XAA', step: 'declare' })
      const page = documentOf(await (await ask(app, 'focalPoint', '/declarations/XAA')).text())
      const link = page.querySelector('a[href*="/history/coverage"]')?.getAttribute('href') ?? ''
      assert.equal((await ask(app, 'focalPoint', link.replace(/^\/exercise/, ''))).status, 200)
      for (const asker of ['public', 'focalPointOfOther'] as const)
        assert.ok([401, 403, 404].includes((await ask(app, asker, link.replace(/^\/exercise/, ''))).status))
      const seen = documentOf(await (await ask(app, 'public', '/declarations/XAA')).text())
      assert.equal(seen.querySelector('a[href*="/history/"], a[href*="/enter/"]'), null)
    }))
})
