// Figures on their way through the pages: a year's figures of a treaty's plan, and the progress report of a promise of two.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { thePublic } from '../../src/accounts/person.ts'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { saveRelease } from '../../src/releases/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { heldData } from '../../src/web/held.ts'
import { small } from '../releases/small.ts'
import { approver, focal, reviewer, second, society, stranger, words } from './approval-cast.ts'
import { inSignedInWorld, someone, today } from './signing.ts'

describe('a progress report of a promise of two', () => {
  const pledge = 'ihl-pledge-mongolia'
  const keeper = someone('keeper', 'focal-point', 'xaa-society')
  const report = `/plans/${pledge}/progress/2026`

  it('is frozen by one, approved by each and published; until then nobody else sees it', () =>
    inSignedInWorld([focal, approver, keeper, society, stranger], async ({ as, db }) => {
      await sql`insert into setting (key, value) values (${`parties:${pledge}`}, 'XAA xaa-society')`.execute(
        db,
      )
      for (const person of [thePublic, stranger]) {
        const page = await as(person).open(report)
        assert.equal(page.status, 200)
        assert.match(words(page.document), /No report of 2026 is published/)
        assert.doesNotMatch(words(page.document), /at a glance|Freeze it/)
      }
      const before = await as(focal).open(report)
      assert.match(
        words(before.document),
        /as it stands today.*Freeze it as it stands.*A\) Objectives of the pledge/,
      )
      assert.equal((await as(stranger).send('/releases', { what: `${pledge}|2026` })).status, 422)
      const frozen = await as(focal).send('/releases', { what: `${pledge}|2026` })
      assert.equal(frozen.status, 303)
      const address = frozen.location.split('?')[0]!
      const step = (person: typeof focal, name: string) =>
        as(person).send(`${address}/approval`, { step: name, note: '' })
      assert.equal((await step(focal, 'ask')).status, 303)
      // Whose word it waits for is said, on the report's own page too.
      assert.match(
        words((await as(keeper).open(report)).document),
        /A draft.*0 of 2.*Averland, Averland National Society/,
      )
      assert.equal((await step(focal, 'publish')).status, 403)
      assert.equal((await step(approver, 'approve')).status, 303)
      assert.match(words((await as(keeper).open(report)).document), /1 of 2/)
      assert.equal((await step(focal, 'publish')).status, 403)
      for (const path of [address, `${address}/progress/en.html`, `${address}/file`])
        assert.equal((await as(thePublic).open(path)).status, 404, path)
      assert.match(words((await as(thePublic).open(report)).document), /No report of 2026 is published/)
      assert.equal((await step(society, 'approve')).status, 303)
      // A focal point of either publishes it.
      assert.equal((await step(keeper, 'publish')).status, 303)
      for (const person of [thePublic, stranger]) {
        const page = await as(person).open(report)
        assert.match(words(page.document), /Averland; Averland National Society|D\) Resource implications/)
        assert.doesNotMatch(words(page.document), /A draft|Freeze it/)
        assert.equal((await as(person).open(`${address}/progress/en.html`)).status, 200)
      }
      const data = JSON.parse((await as(thePublic).open(`${report}.json`)).text)
      assert.deepEqual([data.state, data.release], ['published', address.split('/').at(-1)])
      assert.deepEqual(data.moved, [])
      assert.doesNotMatch(words((await as(thePublic).open(report)).document), /no longer the one of today/)
      // What comes in afterwards changes today's figure, and the report says so at its top and keeps its own.
      const plan = {
        ...{ id: 'plan', actor: 'XAA', kind: 'national-plan', from: '2026-02-01', known_from: '2026-02-10' },
        ...{ 'source.title': 'The plan', 'source.publisher': 'Averland', 'body.title': 'Four years' },
        ...{ 'body.withTimelines': 'yes', 'body.instrument': pledge, 'body.parties': 'XAA; xaa-society' },
      }
      const recorded = await recordFact(db, plan, {
        kinds: readShippedKinds(),
        entered: false,
        agent: 'test',
      })
      assert.deepEqual(recorded, [])
      const after = words((await as(thePublic).open(report)).document)
      assert.match(
        after,
        /1 figure of this report is no longer the one of today.*C1: in this report not known.*; today 1 of 1 on record, met.*at a glance/,
      )
      const twin = JSON.parse((await as(thePublic).open(`${report}.json`)).text)
      assert.deepEqual(
        twin.moved.map((one: { number: string; today: { standing: string } }) => [
          one.number,
          one.today.standing,
        ]),
        [['C1', 'met']],
      )
      assert.match((await as(thePublic).open(`${report}.csv`)).text, /C1,.*,met\r?\n/)
    }))
})

describe('figures that were frozen', () => {
  it('are seen by those who keep them until they are published, and by everyone from then on', () =>
    inSignedInWorld([reviewer, second, focal], async ({ as, db }) => {
      const { id } = await saveRelease(
        db,
        freeze(small(), () => []),
        'person:reviewer',
        'draft',
      )
      await sql`update release set owners = '["treaty:mine-ban"]'`.execute(db)
      const address = `/releases/${id}`
      for (const person of [thePublic, focal])
        for (const path of [address, `${address}.json`, `${address}/file`, `${address}/status/en.html`])
          assert.equal((await as(person).open(path)).status, 404, path)
      for (const person of [thePublic, focal])
        assert.doesNotMatch((await as(person).open('/releases.json')).text, new RegExp(id))
      // Whoever does not see them adds no words to them either, whatever page would ask.
      const comment = { place: null, text: 'Seen.', by: 'Nobody', on: '2027-12-31', language: 'en' }
      for (const person of [thePublic, focal])
        await assert.rejects(
          heldData({ db, seen: db, world: 'register', person }).addCommentary(id, comment),
          { type: 'not-found' },
        )
      const step = (person: typeof focal, name: string, note = '') =>
        as(person).send(`${address}/approval`, { step: name, note })
      const own = await as(reviewer).open(address)
      assert.match(words(own.document), /These figures are a draft/)
      assert.equal((await step(reviewer, 'ask')).status, 303)
      // Whoever froze them does not approve them.
      assert.equal((await step(reviewer, 'approve')).status, 403)
      assert.equal((await step(second, 'publish')).status, 403)
      assert.equal((await step(focal, 'approve')).status, 404)
      assert.equal((await step(second, 'approve')).status, 303)
      assert.equal((await step(second, 'publish')).status, 303)
      // A comment is its author's, of the day it is made: neither is typed.
      const form = await as(reviewer).open(`${address}/comments`)
      assert.match(words(form.document), /It stands in your name, reviewer, of 31 December 2027/)
      for (const name of ['by', 'on']) assert.ok(!(name in form.fields), name)
      const said = { ...form.fields, text: 'Two members are late.', by: 'The President', on: '2020-01-01' }
      assert.equal((await as(reviewer).send(`${address}/comments`, said)).status, 303)
      const file = await as(thePublic).open(`${address}/file`)
      assert.equal(file.status, 200)
      const [signed] = JSON.parse(file.text).commentary
      assert.deepEqual([signed.by, signed.on, signed.text], ['reviewer', today, 'Two members are late.'])
      assert.match((await as(thePublic).open('/releases.json')).text, new RegExp(id))
    }))
})
