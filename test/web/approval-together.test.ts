// What speaks of something that two promised together goes out with the approval of both; what is one's own with one's own.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { refreshOwners } from '../../src/facts/draft-owners.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { approver, focal, society, societyFocal, stranger, words } from './approval-cast.ts'
import { askFor, inPledge, pledge, written } from './joint-pledge.ts'

const moved = {
  ...{ ...written, id: 'entered-9', kind: 'rescheduling', date: '2027-03-01', quotation: 'Later.' },
  ...{ 'body.about': 'a1', 'body.endsOn': '2028-03-31', 'body.decidedOn': '2027-03-01' },
  'body.reason': 'No instructor could be found.',
}

const datesOf = async (db: Db) => (await listDatums(db, { kind: 'rescheduling' })).length

describe('a new date of what two promised together', () => {
  it('waits for both, says who has and who has not, and goes out when both have', () =>
    inPledge(async ({ as, db }) => {
      const preview = await as(focal).send('/enter/facts/new', { ...moved, step: 'check' })
      assert.match(
        words(preview.document),
        /Who will have to approve it: Averland, Averland National Society/,
      )
      const address = await askFor(as(focal), moved)
      // Each of them is asked: a letter goes to whoever is.
      assert.deepEqual(
        (await sql<{ owner: string }>`select owner from approval where decision = 'asked'`.execute(db)).rows,
        [{ owner: 'XAA' }, { owner: 'xaa-society' }],
      )
      for (const person of [approver, society])
        assert.match(words((await as(person).open('/waiting')).document), /New date.*Averland ?0 of 2/)
      assert.equal((await as(stranger).open(address)).status, 404)
      assert.equal((await as(approver).send(address, { step: 'approve', revision: '1' })).status, 303)
      assert.match(
        words((await as(focal).open(address)).document),
        /1 of 2.*It waits for the approval of: Averland National Society\..*Averland ?✓ approved on .*Averland National Society ?○ not approved yet/,
      )
      assert.equal((await as(focal).send(address, { step: 'publish', revision: '1' })).status, 403)
      assert.equal(await datesOf(db), 0)
      // It stands with the other one alone, and the writer sees with whom.
      assert.match(
        words((await as(focal).open('/waiting')).document),
        /New date.*1 of 2 ?Averland National Society/,
      )
      assert.equal((await as(society).send(address, { step: 'approve', revision: '1' })).status, 303)
      const published = await as(focal).send(address, { step: 'publish', revision: '1' })
      assert.equal(published.location, '/enter/facts/entered-9?after=publish')
      assert.equal(await datesOf(db), 1)
    }))

  it('that was approved before the other one was held asks the other one before it goes out', () =>
    inPledge(async ({ as, db }) => {
      await sql`delete from actor where actor_id = 'xaa-society'`.execute(db)
      const address = await askFor(as(focal), moved)
      await as(approver).send(address, { step: 'approve', revision: '1' })
      await sql`insert into actor (actor_id, kind, parent, names)
        values ('xaa-society', 'national-society', 'XAA', '{"en": {"short": "Averland National Society"}}')`.execute(
        db,
      )
      const refused = await as(focal).send(address, { step: 'publish', revision: '1' })
      assert.equal(refused.status, 403)
      assert.equal(await datesOf(db), 0)
      // The other one sees it waiting, approves, and it goes out: nothing has to be typed anew.
      assert.match(words((await as(society).open('/waiting')).document), /New date.*Averland ?1 of 2/)
      assert.match(
        words((await as(focal).open(address)).document),
        /It waits for the approval of: Averland National Society\./,
      )
      assert.equal((await as(society).send(address, { step: 'approve', revision: '1' })).status, 303)
      const published = await as(focal).send(address, { step: 'publish', revision: '1' })
      assert.equal(published.location, '/enter/facts/entered-9?after=publish')
      // The trail has the change of owners before the question, each by itself.
      const trail = await sql<{ action: string; agent: string }>`
        select action, agent from event where subject like 'fact-draft:%' order by seq`.execute(db)
      assert.deepEqual(
        trail.rows.map(({ action, agent }) => `${action} ${agent}`),
        [
          ...['fact-drafted person:focal', 'approval-asked person:focal', 'approved person:approver'],
          ...['draft-owners-changed pacta', 'approval-asked pacta', 'approved person:society'],
        ],
      )
    }))

  it('is no longer asked of one who left the promise, and opens to nobody what is not for everyone', () =>
    inPledge(async ({ as, db }) => {
      const address = await askFor(as(focal), moved)
      await as(approver).send(address, { step: 'approve', revision: '1' })
      await saveSetting(db, `parties:${pledge}`, 'XAA')
      const sealed = { ...moved, id: 'entered-7', tier: 'restricted' }
      const sealedAt = await askFor(as(focal), sealed)
      await as(approver).send(sealedAt, { step: 'approve', revision: '1' })
      assert.equal((await as(focal).open(address)).document.querySelector('.wrong'), null)
      assert.equal((await as(society).open(address)).status, 404)
      assert.equal((await as(focal).send(address, { step: 'publish', revision: '1' })).status, 303)
      await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
      // Its writer answers for it alone, whoever promised what it speaks of.
      assert.equal((await as(focal).open(sealedAt)).document.querySelector('.wrong'), null)
      assert.equal((await as(society).open(sealedAt)).status, 404)
      assert.equal((await as(focal).send(sealedAt, { step: 'publish', revision: '1' })).status, 303)
      assert.equal((await as(focal).open('/enter/facts/entered-7')).status, 200)
      assert.equal((await as(society).open('/enter/facts/entered-7')).status, 404)
      assert.equal(await datesOf(db), 2)
    }))

  it('may be kept for one’s own people, and asks them alone', () =>
    inPledge(async ({ as, db }) => {
      const line = {
        ...{ ...written, id: 'entered-b', kind: 'budget-line', quotation: 'Five.', tier: 'restricted' },
        ...{ 'body.about': 'a1', 'body.side': 'own', 'body.amount': '5', 'body.currency': 'EUR' },
        'body.year': '2027',
      }
      const address = await askFor(as(focal), line)
      assert.equal((await as(society).open(address)).status, 404)
      await as(approver).send(address, { step: 'approve', revision: '1' })
      assert.equal((await as(focal).send(address, { step: 'publish', revision: '1' })).status, 303)
      assert.deepEqual(
        (await listDatums(db, { kind: 'budget-line' })).map(({ tier }) => tier),
        ['restricted'],
      )
      // Opened to everyone it would be said of what both promised.
      const open = { ...line, id: 'entered-c', tier: 'public' }
      const preview = await as(focal).send('/enter/facts/new', { ...open, step: 'check' })
      assert.match(words(preview.document), /have to approve it: Averland, Averland National Society/)
    }))

  it('is written in by its own people; the other owner approves it or gives it back', () =>
    inPledge(async ({ as }) => {
      const address = await askFor(as(focal), moved)
      const form = await as(focal).open(`${address}/edit`)
      assert.equal(form.status, 200)
      assert.equal((await as(societyFocal).open(address)).status, 200)
      assert.equal((await as(societyFocal).open(`${address}/edit`)).status, 303)
      const changed = { ...form.fields, 'body.reason': 'There was no money.', step: 'keep' }
      assert.equal((await as(societyFocal).send('/enter/facts/new', changed)).status, 403)
      assert.equal((await as(societyFocal).open(`${address}/discard`)).status, 303)
      assert.equal((await as(societyFocal).send(`${address}/discard`, { revision: '1' })).status, 403)
      const back = { step: 'return', note: 'Why so late?', revision: '1' }
      assert.equal((await as(societyFocal).send(address, back)).status, 303)
      // What it said before a save is brought back by its own people too.
      assert.equal((await as(focal).send('/enter/facts/new', changed)).status, 303)
      const draftId = address.split('/').at(-1)!
      const history = `/history/fact-draft:${draftId}`
      const restores = (document: Document) => document.querySelectorAll('form[action$="/restore"]').length
      assert.equal(restores((await as(focal).open(history)).document), 1)
      const theirs = await as(societyFocal).open(history)
      assert.deepEqual([theirs.status, restores(theirs.document)], [200, 0])
    }))

  it('is found by the hourly work, without anyone opening it', () =>
    inPledge(async ({ as, db }) => {
      await saveSetting(db, `parties:${pledge}`, 'XAA')
      await as(focal).send('/enter/facts/new', { ...moved, step: 'ask' })
      assert.equal(await refreshOwners(db, readShippedKinds(), () => true), 0)
      await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
      assert.equal(await refreshOwners(db, readShippedKinds(), () => true), 1)
      assert.equal(await refreshOwners(db, readShippedKinds(), () => true), 0)
      assert.match(words((await as(society).open('/waiting')).document), /New date.*Averland ?0 of 2/)
    }))
})

describe('what one keeps for oneself about what two promised', () => {
  const line = {
    ...{ ...written, kind: 'budget-line', quotation: 'Own money.', 'body.about': 'a1', 'body.side': 'own' },
    ...{ 'body.amount': '5', 'body.currency': 'EUR', 'body.year': '2027' },
  }
  for (const tier of ['partner', 'restricted'])
    it(`is kept, asks its writer’s approver alone and is shown to no other: ${tier}`, () =>
      inPledge(async ({ as, db }) => {
        const own = { ...line, id: `entered-${tier}`, tier }
        const preview = await as(focal).send('/enter/facts/new', { ...own, step: 'check' })
        assert.doesNotMatch(words(preview.document), /Averland National Society/)
        const address = await askFor(as(focal), own)
        assert.equal((await as(society).open(address)).status, 404)
        await as(approver).send(address, { step: 'approve', revision: '1' })
        assert.equal((await as(focal).send(address, { step: 'publish', revision: '1' })).status, 303)
        assert.deepEqual(
          (await listDatums(db, { kind: 'budget-line' })).map((datum) => datum.tier),
          [tier],
        )
      }))

  it('is for everyone where it names the other one itself', () =>
    inPledge(async ({ as }) => {
      const both = {
        ...{ ...written, id: 'entered-p', kind: 'commitment', quotation: 'We will.', tier: 'restricted' },
        ...{ 'body.title': 'A promise', 'body.parties': 'xaa-society', 'body.form': 'pledge' },
      }
      const asked = await as(focal).send('/enter/facts/new', { ...both, step: 'ask' })
      assert.equal(asked.status, 422)
      assert.match(words(asked.document), /What several answer for together is for everyone/)
    }))
})

describe('a meeting that one held for what two promised', () => {
  it('asks its writer’s approver alone', () =>
    inPledge(async ({ as, db }) => {
      const meeting = {
        ...{ ...written, id: 'entered-8', kind: 'working-group-meeting', quotation: 'It met.' },
        ...{ 'body.heldOn': '2027-03-10', 'body.serves': pledge },
      }
      const address = await askFor(as(focal), meeting)
      assert.doesNotMatch(words((await as(society).open('/waiting')).document), /Working group meeting/)
      assert.equal((await as(society).open(address)).status, 404)
      await as(approver).send(address, { step: 'approve', revision: '1' })
      assert.equal((await as(focal).send(address, { step: 'publish', revision: '1' })).status, 303)
      assert.equal((await listDatums(db, { kind: 'working-group-meeting' })).length, 1)
    }))
})
