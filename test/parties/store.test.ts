import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Change, onEvent } from '../../src/db/events.ts'
import type { Db } from '../../src/db/store.ts'
import { insertCoverage } from '../../src/facts/coverage-store.ts'
import { shippedOthers, shippedStates } from '../../src/parties/actor.ts'
import { findActor, listActors, saveActors } from '../../src/parties/actor-store.ts'
import { saveStatusClaims } from '../../src/parties/claim-store.ts'
import { membershipsFor, membersOn } from '../../src/parties/membership.ts'
import {
  type ShippedEvent,
  type StatusSource,
  shippedClaims,
  shippedStatus,
} from '../../src/parties/status-csv.ts'
import { findStatusSource, listStatusEvents, saveStatusEvents } from '../../src/parties/store.ts'
import { findTreaty } from '../../src/parties/treaty.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'
import { fictionalReference } from './page.ts'

const treaty = 'mine-ban'
const source = (asOf: string): StatusSource => ({
  treaty,
  mtdsg: null,
  title: 'A fictional status',
  address: null,
  asOf,
  adoptedOn: '2000-01-01',
  inForceFrom: '2001-01-01',
  signatories: null,
  parties: null,
})

const event = (name: string, change: Partial<ShippedEvent>): ShippedEvent => ({
  treaty,
  actor: `X${name[0]}X`,
  name,
  kind: 'accession',
  notifiedOn: null,
  effectiveOn: null,
  date: change.notifiedOn ?? null,
  note: null,
  line: 1,
  basis: null,
  bracketed: false,
  ...change,
})

const accession = event('Arvonia', { notifiedOn: '2005-01-10', effectiveOn: '2005-07-01' })
const joining = event('Belmora', {
  kind: 'ratification',
  notifiedOn: '2006-02-01',
  effectiveOn: '2006-08-01',
})

const countDatums = async (db: Db) => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from datum`.execute(db)
  return rows[0]!.count
}

describe('actors in the store', () => {
  it('the 197 States and the other participants are stored once and brought up to date', () =>
    inTestWorld(async (db) => {
      assert.equal(
        await saveActors(db, [...shippedStates(), ...shippedOthers()]),
        197 + shippedOthers().length,
      )
      assert.equal(await saveActors(db, shippedStates()), 0)
      assert.equal((await listActors(db, 'state')).length, 197)
      const mongolia = await findActor(db, 'MNG')
      assert.equal(mongolia?.names.mn?.short, 'Монгол')
      assert.equal(mongolia?.m49, '496')
      assert.equal(await findActor(db, 'TWN'), undefined)
      const renamed = shippedStates().map((actor) =>
        actor.id === 'MNG' ? { ...actor, aliases: ['Outer'] } : actor,
      )
      assert.equal(await saveActors(db, renamed), 1)
    }))
})

describe('status events in the store', () => {
  it('the shipped status of the Mine Ban Convention gives the published figures, and says where it is from', () =>
    inTestWorld(async (db) => {
      await saveActors(db, [...shippedStates(), ...shippedOthers()])
      const shipped = shippedStatus().find((one) => one.source.treaty === treaty)!
      const saved = await saveStatusEvents(db, shipped.source, shipped.events)
      assert.deepEqual(
        { ...saved, recorded: saved.recorded === shipped.events.length },
        { recorded: true, unchanged: 0, superseded: 0, retracted: 0, unknownNames: [] },
      )
      const again = await saveStatusEvents(db, shipped.source, shipped.events)
      assert.deepEqual([again.recorded, again.unchanged], [0, shipped.events.length])
      const events = await listStatusEvents(db, treaty)
      assert.equal(membersOn(membershipsFor(events, findTreaty(treaty)), '2025-12-01').length, 166)
      const poland = events.find((one) => one.actor === 'POL' && one.kind === 'withdrawal')!
      assert.equal(poland.date, '2026-02-20')
      assert.equal(poland.sourceDate, '2026-02-03')
      assert.match(poland.sourceAddress!, /XXVI-5/)
      const before = await listStatusEvents(db, treaty, '2025-08-19')
      assert.equal(
        before.some((one) => one.actor === 'POL' && one.kind === 'withdrawal'),
        false,
      )
      assert.equal((await findStatusSource(db, treaty))?.asOf, '2026-02-03')
    }))

  it('the European Union is kept under an actor of its own and stays no State', () =>
    inTestWorld(async (db) => {
      await saveActors(db, [...shippedStates(), ...shippedOthers()])
      const shipped = shippedStatus().find((one) => one.source.treaty === 'persons-with-disabilities')!
      assert.deepEqual((await saveStatusEvents(db, shipped.source, shipped.events)).unknownNames, [])
      const events = await listStatusEvents(db, 'persons-with-disabilities')
      const union = events.filter((one) => one.actorId === 'european-union')
      assert.deepEqual(
        union.map((one) => [one.actor, one.name, one.kind]),
        [
          [null, 'European Union', 'signature'],
          [null, 'European Union', 'ratification'],
        ],
      )
    }))

  it('a newer page supersedes what it corrects, retracts what it no longer has, and leaves the rest alone', () =>
    inTestWorld(async (db) => {
      await saveActors(db, fictionalReference().states)
      await saveStatusEvents(db, source('2020-01-01'), [accession, joining])
      const corrected = { ...accession, notifiedOn: '2005-01-12', date: '2005-01-12' }
      const saved = await saveStatusEvents(db, source('2021-01-01'), [
        corrected,
        event('Cestria', { kind: 'accession', notifiedOn: '2020-06-01', effectiveOn: '2020-12-01' }),
      ])
      assert.deepEqual(saved, { recorded: 2, unchanged: 0, superseded: 1, retracted: 1, unknownNames: [] })
      const today = await listStatusEvents(db, treaty)
      assert.deepEqual(
        today.map((one) => [one.actor, one.notifiedOn]),
        [
          ['XAX', '2005-01-12'],
          ['XCX', '2020-06-01'],
        ],
      )
      const then = await listStatusEvents(db, treaty, '2020-12-31')
      assert.deepEqual(
        then.map((one) => [one.actor, one.notifiedOn]),
        [
          ['XAX', '2005-01-10'],
          ['XBX', '2006-02-01'],
          ['XCX', '2020-06-01'],
        ],
      )
    }))

  it('an older page than the one held is refused and changes nothing', () =>
    inTestWorld(async (db) => {
      await saveActors(db, fictionalReference().states)
      await saveStatusEvents(db, source('2021-01-01'), [accession])
      const before = await countDatums(db)
      await assert.rejects(
        saveStatusEvents(db, source('2020-01-01'), [joining]),
        (error) =>
          error instanceof Problem && error.type === 'already-recorded' && /2021-01-01/.test(error.message),
      )
      assert.equal(await countDatums(db), before)
    }))

  it("is as at the newest page, also one without a new act, and never as at somebody's word on its reach", () =>
    inTestWorld(async (db) => {
      await saveActors(db, fictionalReference().states)
      assert.equal(await findStatusSource(db, treaty), undefined)
      const coverage = {
        ...{
          register: `status:${treaty}`,
          heldFrom: '2000-01-01',
          heldUntil: null,
          level: 'partial' as const,
        },
        ...{ statedBy: 'Somebody', knownFrom: '2025-01-01', note: null, actor: null, entered: false },
      }
      await insertCoverage(db, [coverage])
      assert.equal(await findStatusSource(db, treaty), undefined)
      const address = 'https://example.org/status'
      await saveStatusEvents(db, { ...source('2020-01-01'), address }, [accession])
      assert.deepEqual(await findStatusSource(db, treaty), {
        statedBy: 'Status of the treaty "A fictional status", as at 2020-01-01',
        asOf: '2020-01-01',
        note: `As at 2020-01-01: ${address}`,
      })
      await saveStatusEvents(db, source('2021-01-01'), [accession])
      assert.equal((await findStatusSource(db, treaty))?.asOf, '2021-01-01')
      // A store made before the page was noted still knows it from what the page said.
      await sql`delete from setting`.execute(db)
      assert.equal((await findStatusSource(db, treaty))?.asOf, '2020-01-01')
      await saveStatusEvents(db, source('2022-01-01'), [])
      await sql`delete from setting`.execute(db)
      assert.equal((await findStatusSource(db, treaty))?.asOf, '2022-01-01', 'a retraction is of its page')
    }))

  it('tells from which day each act matters: notified or effective, as held or as corrected', () =>
    inTestWorld(async (db) => {
      await saveActors(db, fictionalReference().states)
      const heard: Change[] = []
      const stop = onEvent(async (_, { detail }) => {
        heard.push(...detail.changes.filter((change) => change.kind === 'status-event'))
      })
      const change = (actor: string, heldFrom: string | null) => ({ kind: 'status-event', actor, heldFrom })
      const succession = event('Cestria', {
        kind: 'succession',
        notifiedOn: '2011-11-11',
        effectiveOn: '2009-07-09',
      })
      try {
        await saveStatusEvents(db, source('2020-01-01'), [accession, joining, succession])
        assert.deepEqual(heard.splice(0), [
          change('XAX', '2005-01-10'),
          change('XBX', '2006-02-01'),
          change('XCX', '2009-07-09'),
        ])
        const moved = {
          ...accession,
          notifiedOn: '2008-03-01',
          date: '2008-03-01',
          effectiveOn: '2008-09-01',
        }
        const undated = { ...succession, notifiedOn: null, date: null, effectiveOn: null }
        await saveStatusEvents(db, source('2021-01-01'), [moved, undated])
        assert.deepEqual(heard, [
          change('XAX', '2005-01-10'),
          change('XCX', null),
          change('XBX', '2006-02-01'),
        ])
      } finally {
        stop()
      }
    }))

  it('an act said again after it was corrected is stored anew, not mistaken for the old one', () =>
    inTestWorld(async (db) => {
      await saveActors(db, fictionalReference().states)
      const other = { ...accession, effectiveOn: '2005-08-01' }
      for (const one of [accession, other, accession]) await saveStatusEvents(db, source('2021-01-01'), [one])
      assert.deepEqual(
        (await listStatusEvents(db, treaty)).map((one) => one.effectiveOn),
        ['2005-07-01'],
      )
    }))

  it('a participant nobody knows is named, and the others are stored', () =>
    inTestWorld(async (db) => {
      await saveActors(db, fictionalReference().states)
      const stranger = { ...accession, actor: null, name: 'Nowhereland' }
      const saved = await saveStatusEvents(db, source('2021-01-01'), [stranger, joining])
      assert.deepEqual([saved.recorded, saved.unknownNames], [1, ['Nowhereland']])
    }))

  it('a contested claim is kept beside the events and leaves membership untouched', () =>
    inTestWorld(async (db) => {
      await saveActors(db, [...shippedStates(), ...shippedOthers()])
      const shipped = shippedStatus().find((one) => one.source.treaty === treaty)!
      await saveStatusEvents(db, shipped.source, shipped.events)
      const claims = shippedClaims()
      assert.equal(await saveStatusClaims(db, claims), claims.length)
      assert.equal(await saveStatusClaims(db, claims), 0)
      const memberships = membershipsFor(await listStatusEvents(db, treaty), findTreaty(treaty))
      assert.equal(
        membersOn(memberships, '2026-01-01').some((one) => one.actor === 'UKR'),
        true,
      )
      const { rows } = await sql<{ claimedBy: string }>`
        select body ->> 'claimedBy' as claimed_by from datum where kind = 'status-claim' and actor_id = 'UKR'
         order by held_from`.execute(db)
      assert.deepEqual(
        rows.map((row) => row.claimedBy),
        ['Parliament of Ukraine', 'Ukraine'],
      )
    }))
})
