// What is kept for everyone never holds what somebody saw; and what somebody saw leaves its trace.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { recordEvent } from '../../../src/db/events.ts'
import { findWorldVersion } from '../../../src/db/setting-store.ts'
import { type Db, inTransaction } from '../../../src/db/store.ts'
import { inTestStore } from '../../world.ts'
import { addressesOf } from './addresses.ts'
import { readAs } from './read-as.ts'
import { type Asker, addPublic, addSealed, type PermissionSite, siteOf } from './world.ts'

const removeSealed = async (db: Db): Promise<void> => {
  for (const table of ['approval', 'publication', 'fact_draft', 'report_draft', 'release', 'page_version'])
    await sql`delete from ${sql.table(table)}`.execute(db)
  await sql`delete from datum where tier <> 'public'`.execute(db)
  const changes = [{ kind: '', actor: '', heldFrom: null }]
  await inTransaction(db, (trx) =>
    recordEvent(trx, { agent: 'a test', action: 'facts-recorded', subject: 'all', detail: { changes } }),
  )
}

/** Every answer, but for instants of making and ids made for a form. */
const answersTo = async (
  app: PermissionSite,
  asker: Asker,
  addresses: readonly string[],
): Promise<Map<string, string>> => {
  const answers = new Map<string, string>()
  for (const address of addresses) {
    const { status, text } = await readAs(app, asker, address)
    answers.set(address, `${status} ${text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|entered-[\da-f-]{36}/g, '')}`)
  }
  return answers
}

/** The lines in which two answers differ. */
const differing = (one: string, other: string): string[] => {
  const lines = new Set(other.split('\n'))
  return one === other ? [] : one.split('\n').filter((line) => !lines.has(line))
}

const others = ['public', 'focalPointOfOther'] as const

describe('what is not for somebody', () => {
  it('leaves no trace in any answer to them: not a word, not an id, not a count, whoever asked before', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addPublic(db)
      const sealed = await addSealed(db)
      const app = siteOf(store)
      const addresses = addressesOf(app, sealed)
      // Whoever sees more asks first, so that whatever is kept would be theirs.
      await answersTo(app, 'focalPoint', addresses)
      await answersTo(app, 'reviewer', addressesOf(app, sealed, ['']))
      const beside = new Map<Asker, Map<string, string>>()
      for (const asker of others) beside.set(asker, await answersTo(app, asker, addresses))
      await removeSealed(db)
      const emptied = siteOf(store)
      for (const asker of others) {
        const without = await answersTo(emptied, asker, addresses)
        for (const [address, answer] of beside.get(asker)!)
          assert.deepEqual(
            differing(answer, without.get(address) ?? ''),
            [],
            `${asker} is told by ${address} that there is something`,
          )
      }
    }))
})

describe('reading what is not public', () => {
  it('leaves one row in the audit trail for a request, with who, where and what, and outdates nothing', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addPublic(db)
      await addSealed(db)
      const app = siteOf(store)
      await readAs(app, 'public', '/states/XAA')
      const version = await findWorldVersion(db)
      for (const asker of ['public', 'desk', 'partnerOfAll', 'focalPoint'] as const)
        await readAs(app, asker, '/states/XAA')
      await readAs(app, 'focalPoint', '/states/XAB')
      await readAs(app, 'focalPoint', '/search?q=restrictedalmond')
      const { rows } = await sql<{ agent: string; subject: string; tiers: string[] }>`
        select e.agent, e.subject, array_agg(distinct d.tier order by d.tier) as tiers
          from event e join event_thing t on t.seq = e.seq
          join datum d on t.thing = 'fact:' || d.actor_id || '/' || d.datum_id
         where e.action = 'sealed-read' group by e.seq, e.agent, e.subject order by e.seq`.execute(db)
      assert.deepEqual(rows, [
        { agent: 'person:partner-null', subject: '/states/XAA', tiers: ['partner'] },
        { agent: 'person:focal-point-XAA', subject: '/states/XAA', tiers: ['partner', 'restricted'] },
        { agent: 'person:focal-point-XAA', subject: '/search', tiers: ['restricted'] },
      ])
      assert.equal(await findWorldVersion(db), version)
    }))
})
