// What is missed by a word that was declared at the desk, and not received, says so wherever it stands.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { declareRecords } from '../../src/facts/declare.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDuties } from '../../src/indicators/duties-owed.ts'
import { listen } from '../../src/jobs.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestStore } from '../world.ts'
import { addPublic, ask, siteOf } from './permission/world.ts'
import { documentOf, textOf } from './site.ts'

const pledge = 'ihl-pledge-mongolia'
const mark = 'entered here, not received'

describe('a target missed by declarations made at the desk', () => {
  it('is marked on its pages, in their data and among the duties; received declarations leave no mark', () =>
    inTestStore(async (store) => {
      listen()
      const db = store.world('exercise')
      await addPublic(db)
      await sql`update setting set value = 'XAA XAB' where key = ${`parties:${pledge}`}`.execute(db)
      // The text does not say since when it holds: what was done for it in the year before shows that it did.
      await importFacts(
        db,
        {
          name: 'events.csv',
          bytes: new TextEncoder().encode(
            'id,actor,kind,date,known_from,body.title,body.heldOn,body.audience\nbegun,XAA,dissemination-event,2025-05-05,2025-05-06,Harbour day,2025-05-05,academia;youth\n',
          ),
        },
        { kinds: readShippedKinds(), entered: false },
      )
      const declare = async (entered: boolean, knownFrom: string) => {
        for (const actor of ['XAA', 'XAB'])
          await declareRecords(
            db,
            {
              ...{ actor, registers: ['review-meeting'], state: 'complete', from: '2026-01-01' },
              ...{ until: '2027-01-01', statedBy: `Office of ${actor}`, knownFrom, note: null },
            },
            { agent: 'desk', entered },
          )
      }
      const app = siteOf(store)
      const get = async (path: string) => (await ask(app, 'public', path)).text()
      const readingOf = async () => {
        const { indicators } = JSON.parse(await get(`/plans/${pledge}/implementation.json?year=2026`)).targets
        return indicators.find(({ number }: { number: string }) => number === 'C4').readings[0]
      }
      const owed = async () =>
        (await listDuties(db, { actors: ['XAA'], from: '2026-01-01', until: '2026-12-31' })).find(
          ({ duty }) => duty === `${pledge}/C4`,
        )!

      await declare(true, '2027-01-10')
      const here = await readingOf()
      assert.deepEqual([here.standing, here.entered, here.searched[0].entered], ['missed', true, true])
      const counted = await get(`/plans/${pledge}/implementation/counted?indicator=C4&year=2026`)
      const said = textOf(documentOf(counted).querySelector('main'))
      assert.match(said, new RegExp(`missed ${mark}`))
      assert.match(said, new RegExp(`Office of XAA; Office of XAB.*${mark}`))
      const table = await get(`/plans/${pledge}/implementation.csv?year=2026`)
      assert.ok(table.split('\r\n').some((line) => line.includes('/C4,') && line.includes(mark)))
      const value = JSON.parse(await get(`/plans/${pledge}/C4.json?year=2026`))
      assert.equal(value.coverage.registers[0].entered, true)
      const duty = await owed()
      assert.deepEqual([duty.status, duty.entered, duty.searched[0]!.entered], ['missed', true, true])

      await declare(false, '2027-01-11')
      const received = await readingOf()
      assert.deepEqual([received.standing, received.entered], ['missed', false])
      assert.equal(received.searched[0].entered, undefined)
      assert.equal((await owed()).entered, false)
    }))
})
