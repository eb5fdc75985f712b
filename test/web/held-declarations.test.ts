// What follows from a declaration, where many promises of several owners stay open: who is still wanting, of each.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { listen } from '../../src/jobs.ts'
import { inTestStore } from '../world.ts'
import { addPublic, ask, siteOf } from './permission/world.ts'
import { documentOf, textOf } from './site.ts'

describe('what follows from a declaration', () => {
  it('names whose word is wanting of each promise, and of one’s own none', () =>
    inTestStore(async (store) => {
      listen()
      const db = store.world('exercise')
      await addPublic(db)
      await sql`update setting set value = 'XAA XAB' where key = 'parties:ihl-pledge-mongolia'`.execute(db)
      // Forty steps of both owners, and one of Averland alone.
      for (let i = 0; i <= 40; i++) {
        const id = `01920000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`
        const body = JSON.stringify({
          ...{ title: `Milestone ${i}`, due: '2026-05-05' },
          ...(i === 0 ? {} : { parties: ['XAA', 'XAB'] }),
        })
        await sql`insert into datum (actor_id, datum_id, kind, external_id, known_from, body)
          values ('XAA', ${id}, 'milestone', ${`milestone-${i}`}, '2026-01-06', ${body})`.execute(db)
      }
      const app = siteOf(store)
      const response = await ask(app, 'focalPoint', '/enter/complete', {
        ...{ actor: 'XAA', state: 'complete', year: '2026', office: 'Legal Department', step: 'check' },
        'kinds.milestone-observation': 'yes',
      })
      const rows = [...documentOf(await response.text()).querySelectorAll('tr')].map((row) => textOf(row))
      const wanting = rows.filter((row) => /the records of Belmora/.test(row))
      assert.equal(wanting.length, 40, rows.join('\n'))
      assert.ok(wanting.every((row) => !/Milestone 0\b/.test(row)))
    }))
})
