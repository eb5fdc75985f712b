// The real register's first content, as shipped.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { listCoverage } from '../../src/facts/coverage-store.ts'
import { knownOn } from '../../src/facts/datum.ts'
import { latestDeadline } from '../../src/facts/deadline.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readCsv } from '../../src/formats/csv.ts'
import { readShippedInstruments, readSourceText } from '../../src/instruments/read.ts'
import { loadRegister } from '../../src/load.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count } from './world.ts'

const shipped = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../reference/${name}`, import.meta.url)),
})

const actorIds = ['actors.csv', 'actors-other.csv'].flatMap((name) => {
  const { bytes } = shipped(name)
  const known = new TextDecoder().decode(bytes).split('\n')[0]!.trim().split(',')
  return readCsv(bytes, { fileName: name, required: ['actor_id'], known }).rows.map((row) =>
    row.get('actor_id'),
  )
})

describe('the facts that ship with the real register', () => {
  it('are 520 cited facts, each with quotation, title and address, none of them entered here', () =>
    inTestWorld(async (db) => {
      await addActors(db, actorIds)
      const kinds = readShippedKinds()
      const options = { kinds, today: '2026-11-22', entered: false }
      assert.equal((await importFacts(db, shipped('facts/apmbc-facts.csv'), options)).recorded, 520)
      assert.equal((await importFacts(db, shipped('facts/apmbc-facts.csv'), options)).alreadyHeld, 520)
      const datums = await listDatums(db)
      assert.equal(await count(db, 'datum'), 520)
      for (const datum of datums) {
        assert.ok(datum.quotation !== null && datum.quotation.length <= 200, datum.externalId!)
        assert.ok(datum.source?.address && datum.source.title !== '', datum.externalId!)
        assert.equal(datum.entered, false)
        assert.equal(datum.tier, 'public')
      }
      const states = new Set(
        datums
          .flatMap((one) => [one.actor, one.subject])
          .filter((id) => id !== null && /^[A-Z]{3}$/.test(id)),
      )
      assert.equal(states.size, 138)

      const opening = datums.filter(
        (one) => one.kind === 'meeting' && one.body.code === '22MSP' && one.body.startsOn !== undefined,
      )
      assert.deepEqual(
        opening.map((one) => [one.body.startsOn, one.body.endsOn, one.subject]),
        [['2025-12-01', '2025-12-05', 'CHE']],
      )

      const deadlineOf = (actor: string) =>
        latestDeadline(
          knownOn(
            datums.filter((one) => one.actor === actor),
            '2026-11-22',
          ),
          '5',
        )
      assert.deepEqual(
        ['KHM', 'MRT', 'LKA'].map((actor) => [deadlineOf(actor)?.deadline, deadlineOf(actor)?.statedAsOf]),
        [
          ['2030-12-31', '2025-12'],
          ['2026-12-31', '2023'],
          ['2028-06', null],
        ],
      )
      // Sources that disagree stay side by side.
      const grants = datums.filter((one) => one.actor === 'ECU' && one.kind === 'extension-granted')
      assert.ok(
        ['2017-03-31', '2017-12-31'].every((until) => grants.some((one) => one.body.grantedUntil === until)),
      )

      // A figure of one year says nothing of the next.
      const retained = datums.find((one) => one.externalId === 'apmbc-0235')
      assert.deepEqual(
        [retained?.heldFrom, retained?.heldUntil, retained?.body.mines],
        ['2020-01-01', '2021-01-01', 834],
      )
    }))

  it('come in with the store as cited, not as entered here', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const datums = (await listDatums(db)).filter((datum) => datum.externalId?.startsWith('apmbc-'))
      assert.equal(datums.length, 520)
      assert.ok(datums.every((datum) => !datum.entered))
    }))

  it('stand in registers that are declared partial; only the status is complete, up to its page', () =>
    inTestWorld(async (db) => {
      await importCoverage(db, shipped('facts/coverage.csv'), {
        kinds: readShippedKinds(),
        today: '2026-11-22',
      })
      const coverage = await listCoverage(db)
      const complete = coverage.filter((one) => one.level === 'complete')
      assert.deepEqual(
        complete.map((one) => [one.register, one.heldFrom, one.heldUntil]),
        [
          ['status-event', '1997-12-03', '2026-02-04'],
          ['status:mine-ban', '1997-12-03', '2026-02-04'],
        ],
      )
      const kindsHeld = new Set(
        readCsv(shipped('facts/apmbc-facts.csv').bytes, {
          fileName: 'apmbc-facts.csv',
          required: ['kind'],
          known: ['kind'],
        }).rows.map((row) => row.get('kind')),
      )
      const partial = new Set(coverage.filter((one) => one.level === 'partial').map((one) => one.register))
      const ofEngagements = ['recorded-vote', 'resolution', 'event', 'milestone-observation']
      assert.deepEqual(partial, new Set([...kindsHeld, ...ofEngagements]))
    }))

  it('are the bodies and the study that the pledge names, each in a sentence of its text, said to see to none of its actions', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const pledge = readShippedInstruments().find((one) => one.id === 'ihl-pledge-mongolia')!
      const bare = (text: string) => text.replaceAll(/\s+/g, ' ')
      const text = bare(readSourceText(pledge))
      const work = await listDatums(db, { kinds: ['working-body', 'study'] })
      assert.deepEqual(work.map(({ externalId }) => externalId).sort(), [
        'plg-core-group',
        'plg-ihl-study',
        'plg-with-icrc',
      ])
      for (const { quotation, body } of work) {
        assert.ok(text.includes(bare(quotation!)), quotation!)
        assert.equal(body.carriesOut, undefined, 'whom it supports does not see to it')
      }
      assert.equal(work.find(({ kind }) => kind === 'study')!.body.publishedOn, undefined)
    }))
})
