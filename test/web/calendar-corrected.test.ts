// Who corrects a series gets the same days in every calendar, and the same page under the ids it had and has.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDuties } from '../../src/indicators/duties-owed.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { focal } from './approval-cast.ts'
import { readCalendar } from './read-calendar.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const fact = (id: string, kind: string, body: object, more: object = {}) => ({
  ...{ id, actor: 'XAA', kind, known_from: '2027-01-15', language: 'en', quotation: id },
  ...{ source: { title: 'Page of the ministry', address: 'https://example.org/page' }, locator: 'p. 12' },
  body,
  ...more,
})
const series = (title: string) => ({ title, recurrence: 'FREQ=YEARLY', firstYear: 2025 })

const take = (db: Db, rows: readonly object[]) =>
  importFacts(
    db,
    { name: 'facts.json', bytes: Buffer.from(JSON.stringify(rows)) },
    { kinds: readShippedKinds(), entered: false },
  )

const read = async ({ as }: SignedInSite, path: string) => (await as(thePublic).open(path)).text
const days = async (site: SignedInSite) => {
  const { events } = readCalendar(await read(site, '/desk/XAA.ics'))
  return new Map(events.map((one) => [one.uid, one]))
}

describe('a series that is corrected', () => {
  it('keeps its days, which rise in sequence, what met them, and its places on the page', () =>
    inSignedInWorld([focal], async (site) => {
      await take(site.db, [
        fact('tea', 'event-series', series('Tea festival')),
        fact('tea-26', 'event', { title: 'Tea 2026', partOf: 'tea' }, { date: '2026-05-01' }),
      ])
      const before = await days(site)
      const uid = 'tea/event-series/XAA/2026@register.pacta'
      assert.match(before.get(uid)?.summary ?? '', /\[met, .*Tea festival/)

      await take(site.db, [
        fact('tea-again', 'event-series', series('Festival of tea'), {
          supersedes: 'tea',
          note: 'Its name.',
        }),
      ])
      await take(site.db, [
        fact('tea-27', 'event', { title: 'Tea 2027', partOf: 'tea-again' }, { date: '2027-05-01' }),
      ])
      const after = await days(site)
      assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort())
      assert.deepEqual(
        [...after.values()].filter(({ status }) => status === 'CANCELLED'),
        [],
      )
      assert.match(after.get(uid)?.summary ?? '', /\[met, .*Festival of tea/)
      assert.match(after.get(uid.replace('2026', '2027'))?.summary ?? '', /\[met/)
      for (const [id, one] of after) assert.equal(one.sequence, before.get(id)!.sequence + 1, id)

      const keys = async (asked: object) => (await listDuties(site.db, asked)).map(({ key }) => key)
      const named = await keys({ instrument: 'tea' })
      assert.ok(named.length > 0)
      for (const asked of [
        { instrument: 'tea-again' },
        { duty: 'tea/event-series' },
        { duty: 'tea-again/event-series' },
      ])
        assert.deepEqual(await keys(asked), named)
      await assert.rejects(keys({ instrument: 'coffee' }), { type: 'not-found' })

      const page = await read(site, '/ministries/XAA')
      for (const id of ['tea', 'tea-again']) assert.match(page, new RegExp(`id="fact-${id}"`))
      const shown = JSON.parse(await read(site, '/ministries/XAA.json')) as {
        engagements: { id: string; alsoCalled: string[]; partOf: string | null }[]
      }
      const found = shown.engagements.map(({ id, alsoCalled, partOf }) => [id, alsoCalled, partOf])
      assert.deepEqual(found.sort(), [
        ['tea', ['tea-again'], null],
        ['tea-26', [], 'tea'],
        ['tea-27', [], 'tea'],
      ])
    }))
})
