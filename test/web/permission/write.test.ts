// Every form of the site as every role: whoever may not changes nothing, whoever may is not turned away.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../../src/db/store.ts'
import { inTestStore } from '../../world.ts'
import { addressOfRoute, routesOf } from './addresses.ts'
import { forms } from './forms.ts'
import { type Asker, addPublic, addSealed, ask, askers, type Sealed, siteOf } from './world.ts'

const tables = [
  ...['datum', 'source', 'report_version', 'answer', 'report_draft', 'fact_draft', 'approval', 'publication'],
  ...['release', 'release_addition', 'coverage', 'page_version', 'page_rating', 'page_rating_form'],
]

/** All that people write, but for the trace of what was read. */
const written = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ said: string }>`${sql.join(
    [
      ...tables.map(
        (table) =>
          sql`select ${table} || coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as said from ${sql.table(table)} one`,
      ),
      sql`select 'event' || count(*) as said from event where action <> 'sealed-read'`,
    ],
    sql` union all `,
  )}`.execute(db)
  return rows.map(({ said }) => said).join('\n')
}

const refusals = [401, 403, 404, 422]

describe('a form of the site', () => {
  it('is sent to an address that somebody has decided about', () =>
    inTestStore(async (store) =>
      assert.deepEqual(routesOf(siteOf(store), 'POST').sort(), Object.keys(forms).sort()),
    ))

  for (const [route, { fields, may }] of Object.entries(forms))
    it(`does what it says for those who may, and nothing for others: ${route}`, () =>
      inTestStore(async (store) => {
        const db = store.world('exercise')
        await addPublic(db)
        const app = siteOf(store)
        const sealed = await addSealed(db)
        const before = await written(db)
        const send = async (asker: Asker, about: Sealed) => {
          const response = await ask(app, asker, addressOfRoute(route, about), fields)
          return { status: response.status, text: await response.text() }
        }
        for (const asker of Object.keys(askers) as Asker[]) {
          if (may.includes(asker)) continue
          const { status } = await send(asker, sealed)
          assert.ok(refusals.includes(status), `${asker}: ${status}`)
          assert.equal(await written(db), before, `${asker} has changed something`)
        }
        for (const asker of may) {
          const { status, text } = await send(asker, await addSealed(db, asker))
          assert.ok(
            ![401, 403, 404].includes(status) && status < 500,
            `${asker}: ${status} ${/<h1>.*?<\/h1>|<p class="lead">.*?<\/p>/.exec(text)?.[0]}`,
          )
        }
      }))
})
