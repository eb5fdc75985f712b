// What waits for whom, from the first word typed to the last approval.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Grant, Person, Role } from '../../src/accounts/person.ts'
import { agentOf, theDesk, thePublic } from '../../src/accounts/person.ts'
import { listWaiting, listWithOthers } from '../../src/accounts/waiting.ts'
import type { Db } from '../../src/db/store.ts'
import {
  beginFactDraft,
  decideFactDraft,
  publishFactDraft,
  saveFactDraft,
} from '../../src/facts/edit-fact-draft.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { decideRelease, publishRelease } from '../../src/releases/publish.ts'
import { listReleases, saveRelease } from '../../src/releases/store.ts'
import { decideDraft } from '../../src/reports/decide-draft.ts'
import { sectionsOf } from '../../src/reports/draft-sections.ts'
import { beginDraft, saveSection } from '../../src/reports/edit-draft.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { listAnswers, listReportVersions } from '../../src/reports/store.ts'
import { submitDraft } from '../../src/reports/submit-draft.ts'
import { addActors, kinds } from '../facts/world.ts'
import { small } from '../releases/small.ts'
import { questionnaires, yearly } from '../reports/yearly.ts'
import { inTestWorld } from '../world.ts'

const someone = (personId: string, role: Role, of: string): Person => {
  const grant: Grant = { grantId: personId, world: 'exercise', role, of, department: null }
  return { as: 'person', personId, name: personId, language: 'en', grants: [grant], scopes: null }
}
const focal = someone('f', 'focal-point', 'XAA')
const approver = someone('a', 'approver', 'XAA')
const stranger = someone('x', 'approver', 'XAB')
const coder = someone('c', 'coder', 'treaty:example')
const reviewer = someone('r', 'reviewer', 'treaty:example')
const options = { questionnaires, today: '2025-12-31', entered: false }
const asked = { actor: 'XAA', obligation: 'yearly', coversYear: '2024', subject: '', startedFrom: null }

const waits = async (db: Db, person: Person): Promise<string[]> =>
  (await listWaiting(db, 'exercise', person)).map(
    ({ reason, what, about, approved, of, note }) =>
      `${reason} ${what} ${about} ${approved}/${of}${note === null ? '' : `: ${note}`}`,
  )

describe('what waits', () => {
  it('whoever asks for approval sees what is with others, and gets back what is returned, though another began it', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const asking = someone('n', 'focal-point', 'XAA')
      const typed = { id: 'entered-1', actor: 'XAA', kind: 'retained-mines', 'body.mines': '10' }
      const { draftId } = await beginFactDraft(db, typed, {
        agent: agentOf(focal),
        kinds: readShippedKinds(),
      })
      const out = async (person: Person) =>
        (await listWithOthers(db, 'exercise', person)).map(({ about, missing }) => [about, ...missing])
      assert.deepEqual(await out(asking), [])
      const owners = ['XAA']
      const ready = { revision: 1, decision: 'asked', owners, agent: agentOf(asking) } as const
      await decideFactDraft(db, draftId, ready)
      for (const person of [focal, asking]) assert.deepEqual(await out(person), [['retained-mines', 'XAA']])
      // With whoever can approve it, it waits; nobody else has it out.
      for (const person of [approver, stranger, thePublic]) assert.deepEqual(await out(person), [])
      assert.deepEqual(await waits(db, asking), [])
      const back = {
        revision: 1,
        decision: 'returned',
        owners,
        agent: agentOf(approver),
        note: 'No.',
      } as const
      await decideFactDraft(db, draftId, back)
      for (const person of [focal, asking])
        assert.deepEqual(await waits(db, person), ['returned fact retained-mines 0/1: No.'])
      assert.deepEqual(await out(asking), [])
    }))

  it('a fact waits for its author, its approver, its author again with the note, its approver, its publisher', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const agent = agentOf(focal)
      const typed = {
        ...{ id: 'entered-1', actor: 'XAA', kind: 'retained-mines', date: '2024', known_from: '2025-01-01' },
        ...{ 'source.title': 'A letter', 'body.mines': '10' },
      }
      const { draftId } = await beginFactDraft(db, typed, { agent, kinds: readShippedKinds() })
      const decide = (
        decision: 'asked' | 'approved' | 'returned',
        revision: number,
        who: Person,
        note?: string,
      ) =>
        decideFactDraft(db, draftId, {
          ...{ revision, decision, owners: ['XAA'], agent: agentOf(who) },
          ...(note === undefined ? {} : { note }),
        })
      assert.deepEqual(await waits(db, focal), ['finish fact retained-mines 0/1'])
      assert.deepEqual(await waits(db, approver), [])
      await decide('asked', 1, focal, 'Please look at the number.')
      assert.deepEqual(await waits(db, focal), [])
      assert.deepEqual(await waits(db, approver), [
        'approve fact retained-mines 0/1: Please look at the number.',
      ])
      assert.deepEqual([await waits(db, stranger), await waits(db, thePublic)], [[], []])
      await decide('returned', 1, approver, 'It was 12.')
      assert.deepEqual(await waits(db, approver), [])
      assert.deepEqual(await waits(db, focal), ['returned fact retained-mines 0/1: It was 12.'])
      await saveFactDraft(db, draftId, {
        typed: { ...typed, 'body.mines': '12' },
        revision: 1,
        agent,
        kinds: readShippedKinds(),
      })
      assert.deepEqual(await waits(db, focal), ['returned fact retained-mines 0/1: It was 12.'])
      await decide('asked', 2, focal)
      await decide('approved', 2, approver)
      assert.deepEqual(
        [await waits(db, approver), await waits(db, focal)],
        [[], ['publish fact retained-mines 1/1']],
      )
      await publishFactDraft(db, draftId, {
        ...{ revision: 2, publishedAs: 'owner', isSourced: true, kinds, today: '2025-12-31', entered: false },
      })
      assert.deepEqual(await waits(db, focal), [])
    }, 'exercise'))

  it('a fact of two that another owner returned waits for its approvers again when it is asked for again, unchanged', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const agent = agentOf(focal)
      const typed = {
        ...{ id: 'entered-2', actor: 'XAA', kind: 'commitment', 'body.title': 'A plan' },
        'body.parties': 'XAA; XAB',
      }
      const { draftId } = await beginFactDraft(db, typed, { agent, kinds: readShippedKinds() })
      const decide = (decision: 'asked' | 'returned', who: Person, of: string, note?: string) =>
        decideFactDraft(db, draftId, {
          ...{ revision: 1, decision, owners: [of], agent: agentOf(who) },
          ...(note === undefined ? {} : { note }),
        })
      await decide('asked', focal, 'XAA')
      await decide('returned', stranger, 'XAB', 'Why so late?')
      assert.deepEqual(await waits(db, focal), ['returned fact commitment 0/2: Why so late?'])
      assert.deepEqual(await waits(db, stranger), [])
      await decide('asked', focal, 'XAA', 'The date is in the letter.')
      assert.deepEqual(await waits(db, focal), [])
      for (const person of [approver, stranger])
        assert.deepEqual(await waits(db, person), ['approve fact commitment 0/2: The date is in the letter.'])
      await decide('returned', stranger, 'XAB', 'Which letter?')
      assert.deepEqual(await waits(db, focal), ['returned fact commitment 0/2: Which letter?'])
      // Sent twice, it is noted once.
      await decide('returned', stranger, 'XAB', 'Which letter?')
      await decide('asked', focal, 'XAA')
      await decide('asked', focal, 'XAA')
      const { rows } = await sql`select 1 from approval`.execute(db)
      assert.equal(rows.length, 5)
    }, 'exercise'))

  it('a report coded for a treaty waits for a reviewer who did not code any of it, and says who coded and confirmed', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const agent = agentOf(coder)
      const { draftId } = await beginDraft(db, { ...asked, owner: 'treaty:example', agent }, options)
      const [document, plans] = sectionsOf(yearly)
      await saveSection(db, draftId, document!, {
        ...{ typed: { 'document.receivedOn': '2025-04-30' }, finished: true, revision: 0, agent },
      })
      await saveSection(db, draftId, plans!, {
        ...{ typed: { 'answers.plan.state': 'yes' }, finished: true, revision: 0, agent: 'person:second' },
      })
      const decide = (decision: 'asked' | 'approved', who: Person) =>
        decideDraft(db, draftId, { revision: 2, decision, owners: ['treaty:example'], agent: agentOf(who) })
      await decide('asked', coder)
      const second = someone('second', 'reviewer', 'treaty:example')
      // Neither the coder, nor a reviewer who coded a part, nor the State itself.
      for (const person of [coder, second, focal, approver]) assert.deepEqual(await waits(db, person), [])
      assert.deepEqual(await waits(db, reviewer), ['approve report yearly 0/1'])
      const inRight = { publishedAs: 'keeper' as const, codedSections: sectionsOf(yearly) }
      const early = await submitDraft(db, draftId, 2, { ...options, agent: agentOf(reviewer), inRight })
      assert.equal(early.outcome, 'not approved')
      await decide('approved', reviewer)
      assert.deepEqual(await waits(db, reviewer), ['publish report yearly 1/1'])
      // Whoever submits it has confirmed nothing by that: here one who coded a part.
      const done = await submitDraft(db, draftId, 2, { ...options, agent: agentOf(second), inRight })
      assert.equal(done.outcome, 'submitted')
      const [answer] = await listAnswers(db, {})
      assert.deepEqual([answer?.codedBy, answer?.confirmedBy], ['person:second', 'person:r'])
      assert.equal((await listReportVersions(db))[0]?.entered, false)
      assert.deepEqual(await waits(db, reviewer), [])
    }, 'exercise'))

  it('a report waits for its approver however many answers it has, and whichever was typed first', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const agent = agentOf(focal)
      const { draftId } = await beginDraft(db, { ...asked, owner: 'XAA', agent }, options)
      const [, plans, clearance] = sectionsOf(yearly)
      const save = (section: typeof plans, typed: Record<string, string>) =>
        saveSection(db, draftId, section!, { typed, finished: true, revision: 0, agent })
      await save(clearance, { 'answers.cleared.state': 'answered', 'answers.cleared.number': '12' })
      await save(plans, { 'answers.plan.state': 'yes' })
      const decide = (decision: 'asked' | 'returned' | 'approved', who: Person, note?: string) =>
        decideDraft(db, draftId, {
          ...{ revision: 2, decision, owners: ['XAA'], agent: agentOf(who) },
          ...(note === undefined ? {} : { note }),
        })
      await decide('asked', focal)
      assert.deepEqual(await waits(db, approver), ['approve report yearly 0/1'])
      await decide('returned', approver, 'Which plan?')
      assert.deepEqual(await waits(db, focal), ['returned report yearly 0/1: Which plan?'])
      await decide('asked', focal)
      assert.deepEqual(await waits(db, approver), ['approve report yearly 0/1'])
      await decide('approved', approver)
      assert.deepEqual(await waits(db, focal), ['publish report yearly 1/1'])
    }, 'exercise'))

  it('a draft that was kept without a digest waits for its approver once it is asked for', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const agent = agentOf(focal)
      const { draftId } = await beginDraft(db, { ...asked, owner: 'XAA', agent }, options)
      await sql`update report_draft set content_sha256 = null`.execute(db)
      await decideDraft(db, draftId, { revision: 0, decision: 'asked', owners: ['XAA'], agent })
      assert.deepEqual(await waits(db, approver), ['approve report yearly 0/1'])
    }, 'exercise'))

  it('a draft of before people signed in waits at the desk', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await beginDraft(db, asked, options)
      assert.deepEqual(await waits(db, theDesk), [])
      await beginDraft(db, { ...asked, agent: 'pacta form' }, options)
      assert.deepEqual(await waits(db, theDesk), ['finish report yearly 0/1'])
    }, 'exercise'))

  it('figures wait for who keeps them, and are no longer drafts once published', () =>
    inTestWorld(async (db) => {
      const frozen = freeze(small(), () => [])
      const { treaty } = frozen.release.payload.instrument
      const keeper = `treaty:${treaty}`
      const [froze, other] = [someone('froze', 'reviewer', keeper), someone('other', 'reviewer', keeper)]
      const { id } = await saveRelease(db, frozen, agentOf(froze), 'draft')
      const decide = (decision: 'asked' | 'approved', who: Person) =>
        decideRelease(db, id, { decision, owners: [keeper], agent: agentOf(who) })
      assert.deepEqual(await waits(db, froze), ['finish figures still-air-plan 0/1'])
      await decide('asked', froze)
      assert.deepEqual(
        [await waits(db, froze), await waits(db, other)],
        [[], ['approve figures still-air-plan 0/1']],
      )
      const publish = () =>
        publishRelease(db, id, { agent: agentOf(other), publishedAs: 'keeper', needsApproval: true })
      assert.equal(await publish(), 'not approved')
      await decide('approved', other)
      assert.equal(await publish(), 'published')
      assert.notEqual((await listReleases(db))[0]?.publishedAt, null)
      assert.deepEqual([await waits(db, froze), await waits(db, other)], [[], []])
      assert.equal(await decide('approved', froze), 'published')
    }, 'exercise'))
})
