// A fact on its way: saved by two people, approved by each of its owners, published once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { listPublications } from '../../src/accounts/approval-store.ts'
import { findStanding } from '../../src/accounts/decide.ts'
import type { Db } from '../../src/db/store.ts'
import {
  beginFactDraft,
  decideFactDraft,
  discardFactDraft,
  publishFactDraft,
  saveFactDraft,
} from '../../src/facts/edit-fact-draft.ts'
import { digestOfFact, ownersOfFact } from '../../src/facts/fact-draft.ts'
import { findFactDraft, listOpenFactDrafts } from '../../src/facts/fact-draft-store.ts'
import { ownersOfTyped } from '../../src/facts/fact-owners.ts'
import type { Kinds } from '../../src/facts/kind.ts'
import { listDatums } from '../../src/facts/store.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, kinds } from './world.ts'

const [writer, ministry, society] = ['person:w', 'person:m', 'person:s']
const promiseKinds: Kinds = {
  ...kinds,
  commitment: {
    title: 'Commitment',
    time: 'state',
    topic: 'promises',
    fields: { title: { type: 'text', required: true }, parties: { type: 'list' }, partOf: { type: 'text' } },
  },
}
const options = { kinds: promiseKinds, today: '2025-12-31', entered: false, agent: ministry }

const typed = (more: Record<string, string> = {}) => ({
  id: 'entered-1',
  actor: 'XAA',
  kind: 'commitment',
  from: '2025-01-01',
  known_from: '2025-02-01',
  'source.title': 'The joint pledge',
  'body.title': 'A plan of action by 2027',
  'body.parties': 'xaa-government; xaa-society',
  ...more,
})

const addOwners = async (db: Db) => {
  await addActors(db)
  await sql`
    insert into actor (actor_id, kind, parent, names)
    values ('xaa-government', 'government-unit', 'XAA', '{}'), ('xaa-society', 'national-society', 'XAA', '{}'),
           ('the-group', 'group', null, '{}')`.execute(db)
}

const asIs = { revision: 1, publishedAs: 'owner' as const, isSourced: true, ...options }

describe('who answers for a fact', () => {
  it('is its actor, and each of the parties that promise together', () => {
    const actors = [
      { id: 'XAA', kind: 'state', parent: null },
      { id: 'XAB', kind: 'state', parent: null },
      { id: 'unit', kind: 'government-unit', parent: 'XAA' },
      { id: 'society', kind: 'national-society', parent: 'XAA' },
      { id: 'group', kind: 'group', parent: null },
    ]
    assert.deepEqual(ownersOfFact('XAA', [], actors), ['XAA'])
    assert.deepEqual(ownersOfFact('XAA', ['unit', 'society'], actors), ['XAA', 'society'])
    assert.deepEqual(ownersOfFact('XAA', ['nobody held'], actors), ['XAA'])
    assert.deepEqual(ownersOfFact('unit', [], actors), ['XAA'])
    assert.deepEqual(ownersOfFact('group', ['XAA', 'XAB'], actors), ['XAA', 'XAB'])
    assert.deepEqual(ownersOfFact('group', [], actors), ['group'])
  })

  it('is a party by whatever name it is called, in any language; one that nobody holds answers for nothing', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const names =
        '{"en": {"short": "Averland Society", "formal": "The Society of Averland"}, "mn": {"short": "Нийгэмлэг"}}'
      await sql`update actor set names = ${names}::jsonb where actor_id = 'xaa-society'`.execute(db)
      for (const called of ['xaa-society', 'averland society', 'The Society of Averland', 'Нийгэмлэг'])
        assert.deepEqual(await ownersOfTyped(db, typed({ 'body.parties': called }), promiseKinds), [
          'XAA',
          'xaa-society',
        ])
      assert.deepEqual(await ownersOfTyped(db, typed({ 'body.parties': 'Somebody else' }), promiseKinds), [
        'XAA',
      ])
    }))

  it('is for a part of a promise whoever promised the whole, and for a correction also who answers for what it replaces', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const draft = await beginFactDraft(db, typed(), { agent: writer, kinds: promiseKinds })
      for (const owner of draft.owners)
        await decideFactDraft(db, draft.draftId, {
          revision: 1,
          decision: 'approved',
          owners: [owner],
          agent: owner,
        })
      assert.equal((await publishFactDraft(db, draft.draftId, asIs)).outcome, 'published')
      const part = typed({ id: 'entered-2', 'body.parties': '', 'body.partOf': 'entered-1' })
      assert.deepEqual(await ownersOfTyped(db, part, promiseKinds), ['XAA', 'xaa-society'])
      const alone = typed({ id: 'entered-3', 'body.parties': '', supersedes: 'entered-1' })
      assert.deepEqual(await ownersOfTyped(db, alone, promiseKinds), ['XAA', 'xaa-society'])
      const away = { id: 'entered-4', actor: 'XAA', kind: 'commitment', retracts: 'entered-1' }
      assert.deepEqual(await ownersOfTyped(db, away, promiseKinds), ['XAA', 'xaa-society'])
    }))
})

describe('a fact on its way', () => {
  it('is no fact until each of its owners has approved it as it stands', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const { draftId, owners } = await beginFactDraft(db, typed(), { agent: writer, kinds: promiseKinds })
      assert.deepEqual(owners, ['XAA', 'xaa-society'])
      const approve = (owner: string, agent: string, revision = 1) =>
        decideFactDraft(db, draftId, { revision, decision: 'approved', owners: [owner], agent })
      const standing = async () => {
        const draft = (await findFactDraft(db, draftId))!
        return findStanding(db, {
          thing: `fact-draft:${draftId}`,
          owners: draft.owners,
          sha256: draft.sha256,
        })
      }
      await approve('XAA', ministry)
      assert.deepEqual([(await standing()).approved, (await standing()).of], [1, 2])
      assert.equal((await publishFactDraft(db, draftId, asIs)).outcome, 'not approved')
      assert.equal(await count(db, 'datum'), 0)
      // The same word twice is one word.
      await approve('XAA', ministry)
      assert.equal(await count(db, 'approval'), 1)
      // An edit after an approval asks for both again.
      const edited = typed({ 'body.title': 'A plan of action by 2028' })
      assert.equal(
        (await saveFactDraft(db, draftId, { typed: edited, revision: 1, agent: writer, kinds: promiseKinds }))
          .outcome,
        'saved',
      )
      assert.equal((await standing()).approved, 0)
      assert.equal((await approve('XAA', ministry)).outcome, 'changed meanwhile')
      await approve('XAA', ministry, 2)
      await approve('xaa-society', society, 2)
      assert.equal((await standing()).state, 'approved')
      const published = await publishFactDraft(db, draftId, { ...asIs, revision: 2 })
      assert.equal(published.outcome, 'published')
      const [datum] = await listDatums(db)
      assert.deepEqual([datum?.entered, datum?.body.title], [false, 'A plan of action by 2028'])
      // Published twice it is a fact once, and then it changes no more.
      assert.equal((await publishFactDraft(db, draftId, { ...asIs, revision: 2 })).outcome, 'published')
      assert.equal(await count(db, 'datum'), 1)
      const late = await saveFactDraft(db, draftId, {
        typed: typed(),
        revision: 2,
        agent: writer,
        kinds: promiseKinds,
      })
      assert.equal(late.outcome, 'published')
      const thing = `fact:XAA/${datum!.datumId}`
      const publication = (await listPublications(db, [thing])).get(thing)
      assert.deepEqual(
        [publication?.publishedAs, publication?.agent, publication?.owners],
        ['owner', ministry, ['XAA', 'xaa-society']],
      )
      assert.deepEqual(await listOpenFactDrafts(db, 10), [])
    }))

  it('is kept as typed, right or wrong, and is published only without mistakes', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const wrong = typed({ 'body.parties': '', 'body.title': '', 'source.title': '' })
      const { draftId } = await beginFactDraft(db, wrong, { agent: writer, kinds: promiseKinds })
      await decideFactDraft(db, draftId, {
        revision: 1,
        decision: 'approved',
        owners: ['XAA'],
        agent: ministry,
      })
      const tried = await publishFactDraft(db, draftId, asIs)
      assert.ok(tried.outcome === 'rejected')
      assert.deepEqual(tried.issues.map(({ field }) => field).sort(), ['body.title', 'source.title'])
      assert.deepEqual([await count(db, 'datum'), await count(db, 'publication')], [0, 0])
    }))

  it('saved by two at once is refused to the second, unless both typed the same', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const { draftId } = await beginFactDraft(db, typed(), { agent: writer, kinds: promiseKinds })
      const save = (title: string) =>
        saveFactDraft(db, draftId, {
          typed: typed({ 'body.title': title }),
          revision: 1,
          agent: writer,
          kinds: promiseKinds,
        })
      assert.equal((await save('The first')).outcome, 'saved')
      assert.equal((await save('The second')).outcome, 'changed meanwhile')
      assert.equal((await save('The first')).outcome, 'saved')
      const kept = (await findFactDraft(db, draftId))!
      assert.deepEqual([kept.content['body.title'], kept.revision], ['The first', 2])
      assert.equal(
        (await discardFactDraft(db, draftId, { revision: 1, agent: writer })).outcome,
        'changed meanwhile',
      )
      assert.equal((await discardFactDraft(db, draftId, { revision: 2, agent: writer })).outcome, 'done')
      assert.equal(await findFactDraft(db, draftId), undefined)
    }))

  it('stays about whom and what it was begun', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const { draftId } = await beginFactDraft(db, typed(), { agent: writer, kinds: promiseKinds })
      const moved = typed({ actor: 'XAB', kind: 'retained-mines' })
      const { draft } = await saveFactDraft(db, draftId, {
        typed: moved,
        revision: 1,
        agent: writer,
        kinds: promiseKinds,
      })
      assert.deepEqual([draft.actor, draft.kind, draft.content.actor], ['XAA', 'commitment', 'XAA'])
    }))

  it('is returned with a note only, and begun only of an actor held', () =>
    inTestWorld(async (db) => {
      await addOwners(db)
      const { draftId } = await beginFactDraft(db, typed(), { agent: writer, kinds: promiseKinds })
      const back = { revision: 1, decision: 'returned' as const, owners: ['XAA'], agent: ministry }
      await assert.rejects(decideFactDraft(db, draftId, { ...back, note: ' ' }), Problem)
      assert.equal((await decideFactDraft(db, draftId, { ...back, note: 'Which plan?' })).outcome, 'done')
      await assert.rejects(
        beginFactDraft(db, typed({ actor: 'XZZ' }), { agent: writer, kinds: promiseKinds }),
        Problem,
      )
    }))

  it('says the same whatever stands around its words', () => {
    assert.equal(digestOfFact({ a: ' x ', b: '' }), digestOfFact({ a: 'x' }))
    assert.notEqual(digestOfFact({ a: 'x' }), digestOfFact({ a: 'y' }))
  })
})
