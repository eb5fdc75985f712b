// What is owed of work on promises, out of the store: calendars, letters and lists for everybody rest on what is public now.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importFacts } from '../../src/facts/import.ts'
import { listPromisesOwed } from '../../src/indicators/promises-owed.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inEnteringWorld } from '../web/entering.ts'

const row = (
  kind: string,
  id: string,
  body: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  ...{ id, kind, actor: 'XAA', known_from: '2027-01-01', language: 'en', source: { title: 'Minutes' }, body },
  ...more,
})
const task = (title: string) => ({ title, owner: 'Legal Department', due: '2027-05-01' })

describe('work owed', () => {
  it('is gone as soon as a sealed correction or retraction takes it out of public sight', () =>
    inEnteringWorld(async ({ app, db }) => {
      const record = (rows: readonly object[]) =>
        importFacts(
          db,
          { name: 'facts.json', bytes: new TextEncoder().encode(JSON.stringify(rows)) },
          { kinds: readShippedKinds(), entered: false },
        )
      const owed = async () =>
        (await listPromisesOwed(db, { from: '2027-01-01', until: '2027-12-31', asOf: '2027-12-31' })).flatMap(
          ({ duty, title }) => (duty.endsWith('/task') ? [title] : []),
        )
      await record([
        row('task', 'open', task('Stays open')),
        row('task', 'corrected', task('Corrected under seal')),
        row('task', 'withdrawn', task('Withdrawn under seal')),
      ])
      assert.deepEqual(await owed(), ['Stays open', 'Corrected under seal', 'Withdrawn under seal'])
      await record([
        row('task', 'corrected-2', task('Sealed words'), {
          ...{ supersedes: 'corrected', tier: 'restricted', note: 'Not for the public.' },
        }),
        row(
          'task',
          'withdrawn-2',
          {},
          { retracts: 'withdrawn', tier: 'restricted', note: 'Not for the public.' },
        ),
      ])
      assert.deepEqual(await owed(), ['Stays open'])
      for (const address of ['/states/XAA/duties', '/states/XAA/duties.json', '/states/XAA/duties.ics']) {
        const response = await app.request(`http://localhost:3000${address}`, {
          headers: { host: 'localhost:3000' },
        })
        const text = await response.text()
        assert.equal(response.status, 200, address)
        assert.match(text, /Stays open/, address)
        assert.doesNotMatch(text, /under seal|Sealed words/, address)
      }
    }))
})
