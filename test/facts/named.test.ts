// What facts name is looked for when they come in: it must be held today, be one thing, and be for them to speak of.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { addActors, fileOf, issuesOf } from './world.ts'

const row = (
  kind: string,
  id: string,
  body: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({ ...{ id, kind, actor: 'XAA', known_from: '2026-01-02', body }, ...more })
const action = (id: string, more: Record<string, unknown> = {}) =>
  row('plan-action', id, { title: 'Train', plan: 'plan-1' }, more)
const done = (id: string, about: string, more: Record<string, unknown> = {}) =>
  row('progress', id, { about, status: 'done', reportedOn: '2026-01-01' }, more)
const of = (actor: string) => ({ actor })
const record = (db: Db, rows: readonly object[], sees?: () => boolean) =>
  importFacts(db, fileOf('facts.json', JSON.stringify(rows)), {
    ...{ kinds: readShippedKinds(), entered: false, today: '2027-01-01' },
    ...(sees === undefined ? {} : { sees }),
  })
const refused = (db: Db, rows: readonly object[], sees?: () => boolean) => issuesOf(record(db, rows, sees))

const plans = (actor: string) => [row('national-plan', 'plan-1', {}, of(actor)), action('a-1', of(actor))]

describe('what a fact names', () => {
  it('is refused, with row and cell, where others do it', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await record(db, plans('XAA'))
      const [issue, ...others] = await refused(db, [done('ours', 'a-1'), done('theirs', 'a-1', of('XAB'))])
      assert.deepEqual(others, [])
      assert.match(issue!, /\[1\]\.body\.about.*It says something of what others do/)
      assert.equal((await record(db, [done('ours', 'a-1')])).recorded, 1)
    }))

  it('may be of others in a list: what needs, serves or helps only points at it', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await record(db, plans('XAA'))
      const own = action('b-1', of('XAB'))
      await record(db, [
        row('national-plan', 'plan-1', {}, of('XAB')),
        { ...own, body: { ...own.body, dependsOn: ['XAA/a-1'] } },
      ])
    }))

  it("is one's own where others use the same id, and for a third has to say whose", () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await record(db, [...plans('XAA')])
      await record(db, [...plans('XAB')])
      await record(db, [done('p', 'a-1')])
      await record(db, [done('p', 'a-1', of('XAB'))])
      const serves = (id: string) =>
        row(
          'dissemination-event',
          'e',
          { heldOn: '2026-01-01', audience: ['academia'], serves: [id] },
          of('XAC'),
        )
      const [issue] = await refused(db, [serves('a-1')])
      assert.match(issue!, /It may mean several things.*XAA\/a-1 \(plan-action\), XAB\/a-1 \(plan-action\)/)
      await record(db, [serves('XAA/a-1')])
    }))

  it('is for those who promised it to remark on, where it is an indicator of theirs', () =>
    inTestWorld(async (db) => {
      await addActors(db, ['XAA', 'XAB', 'XAC'])
      await saveSetting(db, 'parties:ihl-pledge-mongolia', 'XAA XAB')
      const remark = (actor: string) =>
        row('indicator-remark', `r-${actor}`, { indicator: 'ihl-pledge-mongolia/1', year: 2026 }, of(actor))
      await record(db, [remark('XAA'), remark('XAB')])
      assert.match((await refused(db, [remark('XAC')]))[0]!, /body\.indicator.*promised by XAA, XAB/)
    }))

  it('is not there any more once it was withdrawn; the same file again changes nothing', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const file = [...plans('XAA'), done('p', 'a-1')]
      await record(db, file)
      await record(db, [action('a-1-gone', { retracts: 'a-1', body: { note: 'Given up.' } })])
      assert.match((await refused(db, [done('p-2', 'a-1')]))[0]!, /It names something that is not held/)
      assert.deepEqual((await record(db, file)).alreadyHeld, 3)
    }))

  it('is not told to whoever does not see it', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await record(db, [...plans('XAA'), action('secret-1', { tier: 'restricted' })])
      const serving = (id: string, actor: string) =>
        row(
          'dissemination-event',
          `e-${actor}`,
          { heldOn: '2026-01-01', audience: ['academia'], serves: [id] },
          of(actor),
        )
      const unseen = () => false
      const [sealed] = await refused(db, [serving('secret-1', 'XAB')], unseen)
      const [nothing] = await refused(db, [serving('secret-2', 'XAB')], unseen)
      assert.equal(sealed!.replace('secret-1', ''), nothing!.replace('secret-2', ''))
      await record(db, [serving('secret-1', 'XAA')], unseen)
      await record(db, [serving('secret-1', 'XAB')], () => true)
    }))
})

describe('what a fact cannot name or tell', () => {
  const step = row('step', 's-1', { title: 'Draft', action: 'a-1', due: '2026-06-30' })
  const move = (id: string, body: Record<string, unknown>) =>
    row('rescheduling', id, { about: 's-1', reason: 'Floods', decidedOn: '2026-01-01', ...body })

  it('is itself: an action that waits for itself, in a file or by a correction', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const body = { title: 'Train', plan: 'plan-1', dependsOn: ['a-2'] }
      const own = await refused(db, [...plans('XAA'), row('plan-action', 'a-2', body)])
      assert.equal(own.length, 1)
      assert.match(own[0]!, /body\.dependsOn.*It names itself/)
      await record(db, plans('XAA'))
      const corrected = { ...body, dependsOn: ['a-1'] }
      const later = await refused(db, [row('plan-action', 'a-1b', corrected, { supersedes: 'a-1' })])
      assert.match(later[0]!, /body\.dependsOn.*It names itself/)
    }))

  it('is a date that what it moves does not have', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await record(db, [...plans('XAA'), step])
      const [issue, ...others] = await refused(db, [move('m-1', { endsOn: '2027-06-30' })])
      assert.deepEqual(others, [])
      assert.match(issue!, /\[0\]\.body\.endsOn.*What "about" names has no such field.*expected due/)
      assert.equal((await record(db, [move('m-1', { due: '2027-06-30' })])).recorded, 1)
      assert.equal((await record(db, [move('m-2', { about: 'a-1', endsOn: '2027' })])).recorded, 1)
    }))
})
