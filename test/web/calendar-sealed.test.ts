// What was taken out of public sight is not told by a calendar that had it before, and is not said to be called off.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { focal } from './approval-cast.ts'
import { readCalendar } from './read-calendar.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const milestone = {
  ...{ id: 'oak', actor: 'XAA', kind: 'milestone', known_from: '2027-01-15', quotation: 'By January 2028.' },
  ...{ source: { title: 'Page of the ministry', address: 'https://example.org/page' }, locator: 'p. 12' },
  ...{ language: 'en', body: { title: 'Open oak step', due: '2028-01-20' } },
}

const take = (db: Db, fact: object) =>
  importFacts(
    db,
    { name: 'facts.json', bytes: Buffer.from(JSON.stringify([fact])) },
    { kinds: readShippedKinds(), entered: false },
  )

const read = async ({ as }: SignedInSite, path: string) => (await as(thePublic).open(path)).text

describe('a calendar everybody may read', () => {
  for (const [how, later] of [
    [
      'corrected out of sight',
      { ...milestone, id: 'oak-2', supersedes: 'oak', tier: 'restricted', note: 'n' },
    ],
    [
      'withdrawn out of sight',
      { ...milestone, id: 'oak-2', retracts: 'oak', tier: 'restricted', note: 'n', body: {} },
    ],
  ] as const)
    it(`keeps the day and its name, and no word, of what was ${how}`, () =>
      inSignedInWorld([focal], async (site) => {
        await take(site.db, milestone)
        const [before] = readCalendar(await read(site, '/desk/XAA.ics')).events
        assert.match(before!.summary, /Open oak step/)
        await take(site.db, later)
        const text = await read(site, '/desk/XAA.ics')
        assert.doesNotMatch(text, /Open oak|called off/)
        const [after] = readCalendar(text).events
        assert.deepEqual(
          [after!.uid, after!.day, after!.status, after!.sequence],
          [before!.uid, before!.day, 'CANCELLED', before!.sequence + 1],
        )
        assert.match(after!.summary, /Averland: no longer shown$/)
        assert.match(await read(site, '/mn/desk/XAA.ics'), /цаашид харуулахгүй/)
      }))
})
