// Looking back through the pages: what was done to a draft and to a fact, and how an earlier state comes back.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { insertGrant } from '../../src/accounts/grant-store.ts'
import { type Person, type SignedIn, thePublic } from '../../src/accounts/person.ts'
import { eventActions } from '../../src/db/events.ts'
import { type Db, type Store, uuidv7 } from '../../src/db/store.ts'
import { thingKey } from '../../src/db/thing-key.ts'
import { verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { beginFactDraft, discardFactDraft, saveFactDraft } from '../../src/facts/edit-fact-draft.ts'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { digestOfFact } from '../../src/facts/fact-draft.ts'
import { findFactDraft } from '../../src/facts/fact-draft-store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { discardDraft } from '../../src/reports/discard-draft.ts'
import { sectionsOf, typedAt } from '../../src/reports/draft-sections.ts'
import { findDraft } from '../../src/reports/draft-store.ts'
import { beginDraft, saveSection } from '../../src/reports/edit-draft.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { historyHeld } from '../../src/web/held/history.ts'
import { english } from '../../src/words/catalogue.ts'
import { addActors } from '../facts/world.ts'
import { questionnaires, yearly } from '../reports/yearly.ts'
import { inTestStore } from '../world.ts'

const options = { questionnaires, today: '2025-12-31' }
const asked = { actor: 'XAA', obligation: 'yearly', coversYear: '2024', subject: '', startedFrom: null }
const [document] = sectionsOf(yearly)

const signedIn = (
  grants: Omit<SignedIn['grants'][number], 'grantId' | 'world' | 'department'>[],
): SignedIn => ({
  as: 'person',
  personId: 'p1',
  name: 'Ada Averlander',
  language: 'en',
  scopes: null,
  grants: grants.map((grant, at) => ({ ...grant, grantId: String(at), world: 'register', department: null })),
})

const desk: Person = { as: 'desk' }

const inRegister = (
  work: (
    db: Db,
    held: (person: Person) => ReturnType<typeof historyHeld>['history'],
    store: Store,
  ) => Promise<void>,
) =>
  inTestStore(async (store) => {
    const db = store.world('register')
    await addActors(db)
    await work(
      db,
      (person) => historyHeld({ db, seen: db, world: 'register', person, people: store.people }).history,
      store,
    )
  })

const saveTitle = (db: Db, draftId: string, title: string, revision: number) =>
  saveSection(db, draftId, document!, {
    typed: { 'document.title': title },
    finished: true,
    revision,
    agent: 'person:p1',
  })

describe('the history of a draft', () => {
  test('shows each text before and after, the newest first', () =>
    inRegister(async (db, held) => {
      const { draftId } = await beginDraft(db, asked, options)
      await saveTitle(db, draftId, 'A report', 0)
      await saveTitle(db, draftId, 'A better report', 1)
      const shown = await held(desk).show(thingKey.reportDraft(draftId), null)
      assert.deepEqual(
        shown.entries.map(({ action }) => action),
        ['draft-saved', 'draft-saved', 'draft-begun'],
      )
      assert.deepEqual(shown.entries[0]!.differences, [
        { field: 'document.title', before: 'A report', after: 'A better report' },
      ])
      assert.deepEqual(
        [shown.count, shown.revision, shown.entries[0]!.restores, shown.entries[2]!.restores],
        [3, 2, 'texts', null],
      )
    }))

  test('brings back the texts that a save overwrote, as a new revision', () =>
    inRegister(async (db, held) => {
      const { draftId } = await beginDraft(db, asked, options)
      await saveTitle(db, draftId, 'A report', 0)
      await saveTitle(db, draftId, 'A worse report', 1)
      const key = thingKey.reportDraft(draftId)
      const { seq } = (await held(desk).show(key, null)).entries[0]!
      assert.deepEqual(await held(desk).restore(key, { seq, revision: 1 }), { outcome: 'changed meanwhile' })
      assert.deepEqual(await held(desk).restore(key, { seq, revision: 2 }), {
        outcome: 'restored',
        path: `/enter/reports/${draftId}`,
      })
      const draft = (await findDraft(db, draftId))!
      assert.deepEqual([typedAt(draft.content, 'document.title'), draft.revision], ['A report', 3])
      // Whoever has the section of before in front of them is told.
      assert.equal((await saveTitle(db, draftId, 'Mine', 2)).outcome, 'changed meanwhile')
      assert.deepEqual((await verifyTrail(db, 'register')).findings, [])
    }))

  test('brings a discarded draft back as it was, once; it can be discarded again', () =>
    inRegister(async (db, held) => {
      const { draftId } = await beginDraft(db, asked, options)
      await saveTitle(db, draftId, 'A report', 0)
      await discardDraft(db, draftId, 1, 'a test')
      const key = thingKey.reportDraft(draftId)
      const { entries } = await held(desk).show(key, null)
      assert.equal(entries[0]!.restores, 'draft')
      for (let twice = 0; twice < 2; twice++)
        await held(desk).restore(key, { seq: entries[0]!.seq, revision: 0 })
      const draft = (await findDraft(db, draftId))!
      assert.deepEqual([typedAt(draft.content, 'document.title'), draft.revision], ['A report', 2])
      assert.equal((await discardDraft(db, draftId, 2, 'a test')).outcome, 'discarded')
    }))

  test('of a fact brings back what a save overwrote, and the draft where it was given up', () =>
    inRegister(async (db, held) => {
      const typed = { id: 'entered-1', actor: 'XAA', kind: 'retained-mines', 'body.mines': '12' }
      const { draftId } = await beginFactDraft(db, typed, { agent: 'person:p1', kinds: readShippedKinds() })
      const worse = {
        ...{ typed: { ...typed, 'body.mines': '21' }, revision: 1 },
        ...{ agent: 'person:p1', kinds: readShippedKinds() },
      }
      await saveFactDraft(db, draftId, worse)
      const key = thingKey.factDraft(draftId)
      const focal = signedIn([{ role: 'focal-point', of: 'XAA' }])
      const contributor = signedIn([{ role: 'contributor', of: 'XAA' }])
      const [saved, begun] = (await held(focal).show(key, null)).entries
      assert.deepEqual([saved!.restores, begun!.restores], ['texts', null])
      const { seq } = saved!
      // Who looks back does not for that bring back; what somebody else has saved since stays.
      assert.equal((await held(contributor).show(key, null)).entries[0]!.restores, null)
      await assert.rejects(held(contributor).restore(key, { seq, revision: 2 }), { type: 'not-permitted' })
      const elsewhere = signedIn([{ role: 'focal-point', of: 'XAB' }])
      await assert.rejects(held(elsewhere).restore(key, { seq, revision: 2 }), { type: 'not-found' })
      assert.deepEqual(await held(focal).restore(key, { seq, revision: 1 }), { outcome: 'changed meanwhile' })
      const path = `/enter/facts/drafts/${draftId}`
      assert.deepEqual(await held(focal).restore(key, { seq, revision: 2 }), { outcome: 'restored', path })
      const draft = (await findFactDraft(db, draftId))!
      assert.deepEqual([draft.content['body.mines'], draft.revision], ['12', 3])

      await discardFactDraft(db, draftId, { revision: 3, agent: 'person:p1' })
      const gone = (await held(focal).show(key, null)).entries
      assert.deepEqual([gone[0]!.restores, gone[1]!.restores], ['draft', null])
      for (let twice = 0; twice < 2; twice++)
        assert.deepEqual(await held(focal).restore(key, { seq: gone[0]!.seq, revision: 0 }), {
          outcome: 'restored',
          path,
        })
      const back = (await findFactDraft(db, draftId))!
      assert.deepEqual([back.content, back.sha256], [typed, digestOfFact(typed)])
      // A form of before it was given up does not fit by chance.
      assert.ok(back.revision > 3, String(back.revision))
      assert.deepEqual((await verifyTrail(db, 'register')).findings, [])
    }))

  test('is for those whose it is, who see names only where they keep people', () =>
    inRegister(async (db, held, store) => {
      await sql`
        insert into person (id, name, email, email_verified, language, updated_at)
        values ('p1', 'Ada Averlander', 'ada@example.org', true, 'en', now())`.execute(store.people)
      await insertGrant(
        store.people,
        {
          ...{ personId: 'p1', grantId: uuidv7(), world: 'register', role: 'contributor', of: 'XAA' },
          department: null,
        },
        'command',
      )
      const { draftId } = await beginDraft(db, asked, options)
      await saveTitle(db, draftId, 'A report', 0)
      const key = thingKey.reportDraft(draftId)
      await assert.rejects(held(thePublic).show(key, null), { type: 'sign-in-needed' })
      const elsewhere = signedIn([{ role: 'focal-point', of: 'XAB' }])
      await assert.rejects(held(elsewhere).show(key, null), { type: 'not-found' })
      await assert.rejects(held(signedIn([])).audit({}), { type: 'not-permitted' })
      const who = async (role: 'focal-point' | 'contributor') =>
        (await held(signedIn([{ role, of: 'XAA' }])).show(key, null)).entries[0]!.who
      assert.deepEqual(await who('focal-point'), { as: 'person', name: 'Ada Averlander' })
      assert.deepEqual(await who('contributor'), { as: 'role', role: 'contributor' })
      const contributor = signedIn([{ role: 'contributor', of: 'XAA' }])
      await assert.rejects(held(contributor).restore(key, { seq: 1, revision: 1 }), { type: 'not-permitted' })
    }))
})

const fact = {
  actor: 'XAA',
  kind: 'victims-significant',
  from: '2025-01-01',
  'source.title': 'Exercise: a paper',
  'source.address': 'https://exercise.example/paper',
}
const entering = { kinds: readShippedKinds(), entered: true, agent: 'pacta form', today: '2026-06-01' }

describe('the history of a fact', () => {
  test('shows what it took the place of, and brings that back as a new fact', () =>
    inRegister(async (db, held) => {
      assert.deepEqual(
        await recordFact(
          db,
          { ...fact, id: 'entered-a', known_from: '2026-01-01', quotation: 'Many.', language: 'en' },
          entering,
        ),
        [],
      )
      const correction = {
        ...fact,
        id: 'entered-b',
        known_from: '2026-02-01',
        supersedes: 'entered-a',
        quotation: 'Few.',
        language: 'en',
        note: 'A slip.',
      }
      assert.deepEqual(await recordFact(db, correction, entering), [])
      const [b] = await listDatums(db, { externalId: 'entered-b' })
      const key = thingKey.fact('XAA', b!.datumId)
      const { entries } = await held(desk).show(key, null)
      assert.deepEqual(
        entries[0]!.differences.find(({ field }) => field === 'quotation'),
        { field: 'quotation', before: 'Many.', after: 'Few.' },
      )
      assert.equal(entries[0]!.restores, 'fact')
      const restored = await held(desk).restore(key, { seq: entries[0]!.seq, revision: 0 })
      assert.equal(restored.outcome, 'restored')
      const all = await listDatums(db, { actor: 'XAA', kind: 'victims-significant' })
      const newest = all.find(({ supersedes }) => supersedes === b!.datumId)
      assert.deepEqual([newest?.quotation, all.length], ['Many.', 3])
      assert.deepEqual(await held(desk).restore(key, { seq: entries[0]!.seq, revision: 0 }), {
        outcome: 'changed meanwhile',
      })
      assert.deepEqual((await verifyTrail(db, 'register')).findings, [])
    }))

  test('of which not everything is public leaves out what its reader does not see', () =>
    inTestStore(async (store) => {
      const db = store.world('register')
      await addActors(db)
      const row = { ...fact, known_from: '2026-01-01', quotation: 'Many.', language: 'en' }
      await recordFact(db, { ...row, id: 'entered-a' }, entering)
      await recordFact(
        db,
        { ...row, id: 'entered-b', supersedes: 'entered-a', quotation: 'Few.', note: 'A slip.' },
        entering,
      )
      await sql`update datum set tier = 'restricted' where external_id = 'entered-a'`.execute(db)
      const [b] = await listDatums(db, { externalId: 'entered-b' })
      const key = thingKey.fact('XAA', b!.datumId)
      const read = async (restricted: readonly string[]) => {
        const seen = store.seen('register', { partner: [], restricted })
        const { history } = historyHeld({ db, seen, world: 'register', person: desk })
        return (await history.show(key, null)).entries[0]!
      }
      const without = await read([])
      assert.deepEqual([without.isSealed, JSON.stringify(without).includes('Many.')], [true, false])
      const within = await read(['XAA'])
      assert.deepEqual([within.isSealed, JSON.stringify(within).includes('Many.')], [false, true])
    }))
})

describe('the audit trail as a page', () => {
  test('is asked by whom, to what, what and on which day, the newest first', () =>
    inRegister(async (db, held) => {
      const { draftId } = await beginDraft(db, asked, options)
      await saveTitle(db, draftId, 'A report', 0)
      const places = async (query: Parameters<ReturnType<typeof held>['audit']>[0]) =>
        (await held(desk).audit(query)).entries.map(({ action }) => action)
      assert.deepEqual(await places({}), ['draft-saved', 'draft-begun'])
      assert.deepEqual(await places({ who: 'person:p1' }), ['draft-saved'])
      assert.deepEqual(await places({ action: 'draft-begun' }), ['draft-begun'])
      assert.deepEqual(await places({ thing: thingKey.reportDraft(draftId), until: 2 }), ['draft-begun'])
      assert.deepEqual(await places({ day: '1999-01-01' }), [])
      assert.deepEqual(await places({ trail: 'people' }), [])
      assert.equal((await held(desk).audit({})).head.seq, 2)
    }))

  test('has words for everything that can be done', () => {
    assert.deepEqual(
      eventActions.filter((action) => !Object.hasOwn(english, `event.${action}`)),
      [],
    )
  })
})
