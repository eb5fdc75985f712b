// Drafts that came together are listed with each other, approved with one button and published with one.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { approver, focal, society, stranger, words } from './approval-cast.ts'
import { askFor, inPledge, pledge, record, written } from './joint-pledge.ts'
import type { SignedInSite } from './signing.ts'

describe('drafts that came together', () => {
  const recommendation = (number: string) => ({
    ...{ ...written, id: `entered-r${number}`, kind: 'recommendation', quotation: `Do ${number}.` },
    ...{ language: 'en', 'body.study': 'study', 'body.number': number, 'body.text': `Do ${number}.` },
  })
  const begun = async ({ as, db }: SignedInSite) => {
    await record(db, { id: 'study', kind: 'study', 'body.title': 'Study', 'body.instrument': pledge })
    const addresses: string[] = []
    for (const number of ['1', '2', '3']) addresses.push(await askFor(as(focal), recommendation(number)))
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
      const ask = (fact: Record<string, string>) => askFor(as(focal), fact)
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
