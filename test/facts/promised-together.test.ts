// Who answers for what speaks of something that several promised together.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { ownersOfDatum, ownersOfTyped } from '../../src/facts/fact-owners.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { addActors } from './world.ts'

const kinds = readShippedKinds()
const pledge = 'ihl-pledge-mongolia'
const written = {
  ...{ actor: 'XAA', known_from: '2027-03-10', 'source.title': 'Letter', 'source.publisher': 'Averland' },
}
const both = ['XAA', 'xaa-society']

/** Averland and its National Society made the pledge; each has written down what it plans for it; Belmora too. */
const inPledgers = (work: (db: Db, owners: Owners) => Promise<void>): Promise<void> =>
  inTestWorld(async (db) => {
    await addActors(db)
    await sql`
      insert into actor (actor_id, kind, parent, names)
      values ('xaa-ministry', 'government-unit', 'XAA', '{}'), ('xaa-society', 'national-society', 'XAA', '{}')`.execute(
      db,
    )
    await saveSetting(db, 'today', '2027-12-31')
    await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
    const facts: Record<string, string>[] = [
      { id: 'plan', kind: 'national-plan', 'body.title': 'Four years', 'body.instrument': pledge },
      { id: 'a1', kind: 'plan-action', 'body.title': 'Train officers', 'body.plan': 'plan' },
      { id: 's1', kind: 'step', 'body.title': 'Write the manual', 'body.action': 'a1', date: '2027-02-01' },
      { id: 'own', kind: 'national-plan', 'body.title': 'A plan of Averland alone' },
      { id: 'a2', kind: 'plan-action', 'body.title': 'Print it', 'body.plan': 'own' },
      {
        ...{ id: 'a3', kind: 'plan-action', 'body.title': 'Send it', 'body.plan': 'own' },
        'body.carriesOut': `${pledge}/3`,
      },
      {
        ...{ id: 'a4', kind: 'plan-action', 'body.title': 'Share it', 'body.plan': 'own' },
        'body.parties': 'XAB',
      },
      { id: 't1', kind: 'task', 'body.title': 'Letter', 'body.owner': 'XAA', 'body.action': 'a1' },
      { id: 'p1', kind: 'progress', date: '2027-03-01', 'body.about': 'a1', ...progress },
      { actor: 'XAB', id: 'theirs', kind: 'national-plan', 'body.title': 'Help', 'body.instrument': pledge },
    ]
    for (const fact of facts)
      assert.deepEqual(
        await recordFact(db, { ...written, ...fact }, { kinds, entered: false, agent: 'a test' }),
        [],
        JSON.stringify(fact),
      )
    await work(db, (typed) => ownersOfTyped(db, { ...written, id: 'new', ...typed }, kinds))
  })
type Owners = (typed: Record<string, string>) => Promise<string[]>
const typedAs = (list: Record<string, string>[]) => list
const progress = { 'body.status': 'under-way', 'body.reportedOn': '2027-03-01' }

describe('what several promised together', () => {
  it('is planned, reported, moved, paid for and remarked on by all of them', () =>
    inPledgers(async (_, owners) => {
      for (const typed of typedAs([
        { kind: 'national-plan', 'body.title': 'Another', 'body.instrument': pledge },
        { kind: 'plan-action', 'body.title': 'More', 'body.plan': 'plan' },
        { kind: 'plan-action', 'body.plan': 'own', 'body.carriesOut': `${pledge}/2; ${pledge}/3` },
        { kind: 'step', 'body.title': 'Next', 'body.action': 'a1' },
        { kind: 'progress', 'body.about': 'a1', ...progress },
        { kind: 'progress', 'body.about': 's1', ...progress },
        { kind: 'progress', 'body.about': 'a3', ...progress },
        { kind: 'rescheduling', 'body.about': 's1', 'body.due': '2028-01-01' },
        { kind: 'budget-line', 'body.about': 'plan', 'body.amount': '10' },
        { kind: 'indicator-remark', 'body.indicator': `${pledge}/C1`, 'body.year': '2027' },
      ]))
        assert.deepEqual(await owners(typed), both, JSON.stringify(typed))
    }))

  it('asks the other one too when the National Society or a unit of the government writes', () =>
    inPledgers(async (_, owners) => {
      for (const actor of ['xaa-society', 'xaa-ministry'])
        assert.deepEqual(await owners({ actor, kind: 'progress', 'body.about': 'a1' }), both, actor)
    }))

  it('cannot be corrected or taken back by one of them alone', () =>
    inPledgers(async (_, owners) => {
      assert.deepEqual(await owners({ kind: 'progress', retracts: 'p1' }), both)
      const moved = { kind: 'plan-action', supersedes: 'a1', 'body.plan': 'own', 'body.endsOn': '2030' }
      assert.deepEqual(await owners(moved), both)
    }))

  it('is not what one does alone: a plan of its own, a task, an event, a meeting, a body', () =>
    inPledgers(async (_, owners) => {
      for (const typed of typedAs([
        { kind: 'progress', 'body.about': 'a2', ...progress },
        { kind: 'progress', 'body.about': 't1', ...progress },
        { kind: 'task', 'body.action': 'a1', 'body.owner': 'XAA' },
        { kind: 'dissemination-event', 'body.serves': `${pledge}/3` },
        { kind: 'working-group-meeting', 'body.serves': pledge },
        { kind: 'working-body', 'body.instrument': pledge },
        { kind: 'progress', 'body.about': 'held nowhere' },
        { kind: 'progress' },
      ]))
        assert.deepEqual(await owners(typed), ['XAA'], JSON.stringify(typed))
    }))

  it('is that of the parties an action names', () =>
    inPledgers(async (_, owners) => {
      assert.deepEqual(await owners({ kind: 'progress', 'body.about': 'a4' }), ['XAA', 'XAB'])
      assert.deepEqual(await owners({ actor: 'XAB', kind: 'progress', 'body.about': 'a4' }), ['XAA', 'XAB'])
    }))

  it('is not shared by who promised nothing: others record what they do for it, and ask nobody', () =>
    inPledgers(async (_, owners) => {
      const help = {
        actor: 'XAB',
        kind: 'plan-action',
        'body.plan': 'theirs',
        'body.carriesOut': `${pledge}/3`,
      }
      assert.deepEqual(await owners(help), ['XAB'])
      assert.deepEqual(await owners({ actor: 'XAC', kind: 'progress', 'body.about': 'a1' }), ['XAC'])
    }))
})

describe('who answers for a part of what was corrected', () => {
  it('are those whom it names now, whichever of its ids the part names', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await saveSetting(db, 'today', '2027-12-31')
      const series = { kind: 'commitment', 'body.title': 'Tea', known_from: '2027-03-10' }
      const facts: Record<string, string>[] = [
        { ...series, id: 'tea', 'body.parties': 'XAA; XAB' },
        { ...series, id: 'tea-2', 'body.parties': 'XAA; XAC', supersedes: 'tea', note: 'Belmora left.' },
        { id: 'old', kind: 'event', 'body.title': 'Tea 2026', 'body.partOf': 'tea', date: '2026-05-01' },
        { id: 'new', kind: 'event', 'body.title': 'Tea 2027', 'body.partOf': 'tea-2', date: '2027-03-01' },
      ]
      for (const fact of facts)
        assert.deepEqual(
          await recordFact(db, { ...written, ...fact }, { kinds, entered: false, agent: 'a test' }),
          [],
        )
      for (const id of ['old', 'new']) {
        const [part] = await listDatums(db, { externalId: id })
        assert.deepEqual(await ownersOfDatum(db, part!, kinds), ['XAA', 'XAC'], id)
      }
    }))
})
