// Every form of the site as every role: whoever may not changes nothing, whoever may is not turned away.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../../src/db/store.ts'
import { inTestStore } from '../../world.ts'
import { addressOfRoute, routesOf } from './addresses.ts'
import { type Asker, addPublic, addSealed, ask, askers, type Sealed, siteOf } from './world.ts'

type Form = {
  fields: Record<string, string> | FormData
  /** Who may; everyone else is refused. */
  may: readonly Asker[]
}

const aFile = (): FormData => {
  const form = new FormData()
  form.set('workbook', new File(['no workbook'], 'report.xlsx'))
  return form
}

const title = 'Report of somebody who may'

/** What is sent to each address that takes something in. */
const forms: Record<string, Form> = {
  '/releases': { fields: { what: 'ihl-pledge-mongolia|2026' }, may: ['desk'] },
  '/releases/:id/comments': {
    fields: { place: '', text: 'Seen.', by: 'Somebody', on: '2027-12-31', language: 'en' },
    may: ['desk', 'coder', 'reviewer', 'committeeMember'],
  },
  '/releases/:id/approval': { fields: { step: 'approve' }, may: ['desk', 'reviewer'] },
  '/enter/reports/new': {
    fields: { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '' },
    may: ['desk', 'focalPoint', 'contributor', 'coder'],
  },
  // What nobody has approved only the desk submits.
  '/enter/reports/:draft/check': { fields: { revision: '1' }, may: ['desk'] },
  '/enter/reports/:draft/approval': { fields: { step: 'approve', revision: '2' }, may: ['desk', 'approver'] },
  '/enter/reports/:draft/workbook': { fields: aFile(), may: ['desk', 'focalPoint', 'contributor'] },
  '/enter/reports/:draft/workbook/fill': {
    fields: { revision: '2', typed: JSON.stringify({ 'document.title': title }) },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/reports/:draft/discard': { fields: { revision: '2' }, may: ['desk', 'focalPoint'] },
  '/enter/reports/:draft/:section': {
    fields: { 'document.title': title, revision: '2' },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/facts/new': {
    fields: {
      actor: 'XAA',
      kind: 'retained-mines',
      'body.mines': '12',
      known_from: '2027-03-01',
      step: 'save',
    },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/facts/drafts/:id': { fields: { step: 'approve', revision: '1' }, may: ['desk', 'approver'] },
  // Of a revision that nobody has: who may is told so, and nothing comes back.
  '/history/:thing/restore': { fields: { seq: '1', revision: '99' }, may: ['desk', 'focalPoint'] },
  '/enter/facts/drafts/:id/discard': { fields: { revision: '1' }, may: ['desk', 'focalPoint'] },
}

const tables = [
  ...['datum', 'source', 'report_version', 'answer', 'report_draft', 'fact_draft', 'approval', 'publication'],
  ...['release', 'release_addition', 'coverage'],
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
