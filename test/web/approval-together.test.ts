// What speaks of something that two promised together goes out with the approval of both; what is one's own with one's own.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { refreshOwners } from '../../src/facts/draft-owners.ts'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { approver, focal, society, societyFocal, stranger, words } from './approval-cast.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const pledge = 'ihl-pledge-mongolia'
const written = {
  actor: 'XAA',
  known_from: '2027-03-10',
  'source.title': 'Letter',
  'source.publisher': 'Averland',
}
const moved = {
  ...{ ...written, id: 'entered-9', kind: 'rescheduling', date: '2027-03-01', quotation: 'Later.' },
  ...{ 'body.about': 'a1', 'body.endsOn': '2028-03-31', 'body.decidedOn': '2027-03-01' },
  'body.reason': 'No instructor could be found.',
}

const record = async (db: Db, fact: Record<string, string>) =>
  assert.deepEqual(
    await recordFact(
      db,
      { ...written, ...fact },
      { kinds: readShippedKinds(), entered: false, agent: 'test' },
    ),
    [],
  )

const inPledge = (work: (site: SignedInSite) => Promise<void>) =>
  inSignedInWorld([focal, approver, society, societyFocal, stranger], async (site) => {
    const { db } = site
    await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
    await record(db, { id: 'plan', kind: 'national-plan', 'body.title': 'Plan', 'body.instrument': pledge })
    await record(db, { id: 'a1', kind: 'plan-action', 'body.title': 'Train officers', 'body.plan': 'plan' })
    await work(site)
  })

const datesOf = async (db: Db) => (await listDatums(db, { kind: 'rescheduling' })).length

describe('a new date of what two promised together', () => {
  it('waits for both, says who has and who has not, and goes out when both have', () =>
    inPledge(async ({ as, db }) => {
      const preview = await as(focal).send('/enter/facts/new', { ...moved, step: 'check' })
      assert.match(
        words(preview.document),
        /Who will have to approve it: Averland, Averland National Society/,
      )
      const asked = await as(focal).send('/enter/facts/new', { ...moved, step: 'ask' })
      const address = asked.location.split('?')[0]!
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
      const asked = await as(focal).send('/enter/facts/new', { ...moved, step: 'ask' })
      const address = asked.location.split('?')[0]!
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
      const asked = await as(focal).send('/enter/facts/new', { ...moved, step: 'ask' })
      const address = asked.location.split('?')[0]!
      await as(approver).send(address, { step: 'approve', revision: '1' })
      await saveSetting(db, `parties:${pledge}`, 'XAA')
      const sealed = { ...moved, id: 'entered-7', tier: 'restricted' }
      const own = await as(focal).send('/enter/facts/new', { ...sealed, step: 'ask' })
      const sealedAt = own.location.split('?')[0]!
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
      const asked = await as(focal).send('/enter/facts/new', { ...line, step: 'ask' })
      assert.equal(asked.status, 303)
      const address = asked.location.split('?')[0]!
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
      const asked = await as(focal).send('/enter/facts/new', { ...moved, step: 'ask' })
      const address = asked.location.split('?')[0]!
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
        const asked = await as(focal).send('/enter/facts/new', { ...own, step: 'ask' })
        assert.equal(asked.status, 303)
        const address = asked.location.split('?')[0]!
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
      const asked = await as(focal).send('/enter/facts/new', { ...meeting, step: 'ask' })
      const address = asked.location.split('?')[0]!
      assert.doesNotMatch(words((await as(society).open('/waiting')).document), /Working group meeting/)
      assert.equal((await as(society).open(address)).status, 404)
      await as(approver).send(address, { step: 'approve', revision: '1' })
      assert.equal((await as(focal).send(address, { step: 'publish', revision: '1' })).status, 303)
      assert.equal((await listDatums(db, { kind: 'working-group-meeting' })).length, 1)
    }))
})

describe('drafts that came together', () => {
  const recommendation = (number: string) => ({
    ...{ ...written, id: `entered-r${number}`, kind: 'recommendation', quotation: `Do ${number}.` },
    ...{ language: 'en', 'body.study': 'study', 'body.number': number, 'body.text': `Do ${number}.` },
  })
  const begun = async ({ as, db }: SignedInSite) => {
    await record(db, { id: 'study', kind: 'study', 'body.title': 'Study', 'body.instrument': pledge })
    const addresses: string[] = []
    for (const number of ['1', '2', '3']) {
      const asked = await as(focal).send('/enter/facts/new', { ...recommendation(number), step: 'ask' })
      addresses.push(asked.location.split('?')[0]!)
    }
    return addresses
  }
  /** What the form for all of them sends. */
  const together = (document: Document, step: string) => {
    const form = document.querySelector(`button[value="${step}"]`)?.closest('form')
    const value = (name: string) => form?.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? ''
    return { step, revision: value('revision'), alike: value('alike') }
  }
  const approvalsIn = async (db: Db) =>
    (
      await sql<{ n: number }>`select count(*)::int as n from approval where decision = 'approved'`.execute(
        db,
      )
    ).rows[0]!.n

  it('are listed with what each says, approved with one button and published with one', () =>
    inPledge(async (site) => {
      const { as, db } = site
      const [, second] = await begun(site)
      const page = (await as(approver).open(second!)).document
      assert.match(words(page), /Others that came with it 2.*Do 1\..*Do 3\..*Approve all 3 as they stand/)
      const sent = together(page, 'approve-all')
      assert.equal((await as(approver).send(second!, sent)).location, '/waiting')
      assert.equal(await approvalsIn(db), 3)
      // Each by itself in the trail, by whom.
      const trail = await sql<{ subject: string; agent: string }>`
        select distinct subject, agent from event where action = 'approved'`.execute(db)
      assert.deepEqual([trail.rows.length, trail.rows[0]?.agent], [3, 'person:approver'])
      const ready = (await as(focal).open(second!)).document
      assert.equal((await as(focal).send(second!, together(ready, 'publish-all'))).location, '/waiting')
      assert.deepEqual(
        (await listDatums(db, { kind: 'recommendation' })).map(({ externalId }) => externalId).sort(),
        ['entered-r1', 'entered-r2', 'entered-r3'],
      )
    }))

  it('say what each takes away and why, and everything typed in each', () =>
    inPledge(async ({ as, db }) => {
      const meeting = {
        ...{ ...written, kind: 'working-group-meeting', quotation: 'It met.' },
        ...{ 'body.heldOn': '2027-03-09', 'body.serves': pledge },
      }
      await record(db, { ...meeting, id: 'entered-old', 'body.title': 'The spring session' })
      const ask = async (fact: Record<string, string>) =>
        (await as(focal).send('/enter/facts/new', { ...fact, step: 'ask' })).location.split('?')[0]!
      const one = await ask({ ...meeting, id: 'entered-n1', 'body.heldOn': '2027-03-08' })
      const gone = { ...written, id: 'entered-n2', kind: 'working-group-meeting', retracts: 'entered-old' }
      await ask({ ...gone, note: 'It never met.' })
      const page = (await as(approver).open(one)).document
      assert.match(
        words(page),
        /Others that came with it 1.*It withdraws: [^.]*The spring session.*It never met\..*1 of all of these takes away a fact that is held\..*Approve all 2/,
      )
      const data = JSON.parse((await as(approver).open(`${one}.json`)).text)
      assert.equal(data.draft.alike.drafts[0].withdraws.id, 'entered-old')
      assert.equal(data.draft.alike.drafts[0].typed.note, 'It never met.')

      const action = { ...written, kind: 'plan-action', quotation: 'As agreed.', 'body.plan': 'plan' }
      const other = { 'source.title': 'Minutes' }
      const first = await ask({ ...action, ...other, id: 'entered-x1', 'body.title': 'One' })
      await ask({
        ...{ ...action, ...other, id: 'entered-x2', 'body.title': 'Two', 'body.responsible': 'xaa-society' },
        'body.text': 'The National Society pays for everything.',
      })
      assert.match(
        words((await as(society).open(first)).document),
        /Others that came with it 1.*The National Society pays for everything\..*Averland National Society.*As agreed\..*Approve all 2/,
      )
    }))

  it('are offered a hundred at a time, and more are not taken', () =>
    inPledge(async (site) => {
      const { as, db } = site
      const [first] = await begun(site)
      await sql`
        insert into fact_draft (actor_id, draft_id, kind, content, content_sha256, owners, started_by, changed_by)
        select actor_id, gen_random_uuid(), kind, content || jsonb_build_object('id', 'entered-c' || n), content_sha256,
               owners, started_by, changed_by
          from fact_draft, generate_series(1, 110) as n where content ->> 'id' = 'entered-r1'`.execute(db)
      await sql`
        insert into approval (thing, owner, agent, decision, content_sha256)
        select 'fact-draft:' || draft_id, 'XAA', 'person:focal', 'asked', content_sha256
          from fact_draft where content ->> 'id' like 'entered-c%'`.execute(db)
      const page = (await as(approver).open(first!)).document
      assert.match(
        words(page),
        /Others that came with it 112.*The first 100 are listed; 12 more can be done after these\..*Approve all 101/,
      )
      const sent = together(page, 'approve-all')
      const twice = { ...sent, alike: `${sent.alike} ${sent.alike}` }
      assert.equal((await as(approver).send(first!, twice)).status, 400)
    }))

  it('are approved all or none, as they were seen, and only by those who may', () =>
    inPledge(async (site) => {
      const { as, db } = site
      const [first, second] = await begun(site)
      const sent = together((await as(approver).open(second!)).document, 'approve-all')
      assert.equal((await as(focal).send(second!, sent)).status, 403)
      assert.equal((await as(stranger).send(second!, sent)).status, 404)
      const form = await as(focal).open(`${first}/edit`)
      const changed = { ...form.fields, 'body.text': 'Do it otherwise.', step: 'ask' }
      assert.equal((await as(focal).send('/enter/facts/new', changed)).status, 303)
      assert.equal((await as(approver).send(second!, sent)).status, 409)
      assert.equal((await as(approver).send(second!, { ...sent, alike: 'all of them' })).status, 400)
      assert.equal(await approvalsIn(db), 0)
      const alone = (await as(society).open(second!)).status
      assert.equal(alone, 404)
    }))

  it('are not those of another document, nor those that wait for somebody else', () =>
    inPledge(async (site) => {
      const { as } = site
      const [first] = await begun(site)
      const other = { ...recommendation('4'), 'source.title': 'Another letter', step: 'ask' }
      await as(focal).send('/enter/facts/new', other)
      assert.match(words((await as(approver).open(first!)).document), /Others that came with it 2/)
      assert.doesNotMatch(words((await as(focal).open(first!)).document), /Others that came with it/)
    }))
})
