import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { onEvent } from '../../src/db/events.ts'
import { type Db, json, uuidv7 } from '../../src/db/store.ts'
import { checkDraft } from '../../src/reports/check-draft.ts'
import { discardDraft } from '../../src/reports/discard-draft.ts'
import { type DraftContent, reportOfDraft, type Typed } from '../../src/reports/draft.ts'
import { sectionsOf, typedAt } from '../../src/reports/draft-sections.ts'
import { findDraft, listOpenDrafts } from '../../src/reports/draft-store.ts'
import { beginDraft, checkIdentity, saveSection } from '../../src/reports/edit-draft.ts'
import { listAnswers, listReportVersions } from '../../src/reports/store.ts'
import { checkReports, submitReport } from '../../src/reports/submit.ts'
import { submitDraft } from '../../src/reports/submit-draft.ts'
import { addActors, count, fileOf, issuesOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { questionnaires, yearly } from './yearly.ts'

const options = { questionnaires, today: '2025-12-31' }
const asked = { actor: 'XAA', obligation: 'yearly', coversYear: '2024', subject: '', startedFrom: null }
const [document, plans, clearance] = sectionsOf(yearly)

const inWorldWithActors = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await addActors(db)
    await work(db)
  })
const save = (db: Db, draftId: string, section: typeof plans, typed: Typed, revision = 0) =>
  saveSection(db, draftId, section!, { typed, finished: true, revision })
const all = { limit: 10 }
const received = { 'document.receivedOn': '2025-04-30' }

describe('a draft', () => {
  it('is kept from save to save and found again by its id', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, { 'document.receivedOn': 'last spring' })
      await save(db, draftId, clearance, { 'answers.cleared.number': '12,5' })
      const draft = await findDraft(db, draftId)
      assert.equal(draft?.revision, 2)
      assert.equal(typedAt(draft!.content, 'document.receivedOn'), 'last spring')
      assert.equal(typedAt(draft!.content, 'answers.cleared.number'), '12,5')
      assert.deepEqual(
        (await listOpenDrafts(db, all)).drafts.map((one) => one.draftId),
        [draftId],
      )
      for (const lost of [uuidv7(), 'nonsense', "' or true --"])
        assert.equal(await findDraft(db, lost), undefined)
      await assert.rejects(save(db, uuidv7(), document, {}), { type: 'not-found' })
    }))

  it('is not begun about nobody, nothing or no year', () =>
    inWorldWithActors(async (db) => {
      const wrong = { actor: 'XZZ', obligation: '', coversYear: '20x4', subject: 'no-such-record' }
      const { issues } = await checkIdentity(db, wrong, options)
      assert.deepEqual(issues.map((issue) => issue.field).sort(), [
        'actor',
        'coversYear',
        'obligation',
        'subject',
      ])
      assert.equal((await issuesOf(beginDraft(db, { ...wrong, startedFrom: null }, options))).length, 4)
      const future = await checkIdentity(db, { ...asked, coversYear: '2026' }, options)
      assert.match(future.issues[0]?.message ?? '', /had not begun/)
      assert.equal(await count(db, 'report_draft'), 0)
    }))

  it('saved by two in different sections keeps both', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      const [first, second] = await Promise.all([
        save(db, draftId, plans, { 'answers.plan.state': 'yes' }),
        save(db, draftId, clearance, { 'answers.cleared.state': 'not applicable' }),
      ])
      assert.deepEqual([first.outcome, second.outcome], ['saved', 'saved'])
      const { content } = (await findDraft(db, draftId))!
      assert.deepEqual(Object.keys(content.answers).sort(), ['cleared', 'plan'])
    }))

  it('saved by two in one section keeps the first, and says where the second differs', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, plans, { 'answers.plan.state': 'yes', 'answers.plan.text': 'Hers' })
      const late = { 'answers.plan.state': 'yes', 'answers.plan.text': 'His' }
      const refused = await save(db, draftId, plans, late)
      assert.equal(refused.outcome, 'changed meanwhile')
      assert.deepEqual('differing' in refused && refused.differing, ['answers.plan.text'])
      assert.equal(typedAt(refused.draft.content, 'answers.plan.text'), 'Hers')
      // Having seen both he may still put his in its place.
      const again = await save(db, draftId, plans, late, refused.draft.content.sections.plans!.revision)
      assert.equal(again.outcome, 'saved')
      assert.equal(typedAt(again.draft.content, 'answers.plan.text'), 'His')
    }))

  it('sent twice with the same words is no conflict', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, plans, { 'answers.plan.state': 'yes' })
      assert.equal((await save(db, draftId, plans, { 'answers.plan.state': 'yes' })).outcome, 'saved')
    }))
})

describe('drafts on their way', () => {
  it('are listed without what was typed, those of one report alone, and so many of all', () =>
    inWorldWithActors(async (db) => {
      for (const coversYear of ['2022', '2023', '2024'])
        await beginDraft(db, { ...asked, coversYear }, options)
      const { drafts, count: held } = await listOpenDrafts(db, { limit: 2 })
      assert.deepEqual(
        drafts.map((one) => one.coversYear),
        [2024, 2023],
      )
      assert.equal(held, 3)
      assert.ok(drafts.every((one) => !('content' in one)))
      const about = { actor: 'XAA', obligation: 'yearly', coversYear: 2022, subject: null }
      const own = await listOpenDrafts(db, { about, limit: 2 })
      assert.deepEqual([own.drafts.map((one) => one.coversYear), own.count], [[2022], 1])
      assert.equal((await listOpenDrafts(db, { about: { ...about, subject: 'd' }, limit: 2 })).count, 0)
    }))

  it('can be discarded as they were looked at, which is noted', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, received)
      assert.equal((await discardDraft(db, draftId, 0, 'a test')).outcome, 'changed meanwhile')
      assert.equal((await discardDraft(db, draftId, 1, 'a test')).outcome, 'discarded')
      const { rows } = await sql<{ action: string; agent: string; before: { content: unknown } | null }>`
        select action, agent, before from event join event_thing using (seq)
         where thing = ${`report-draft:${draftId}`} order by seq`.execute(db)
      assert.deepEqual(
        rows.map(({ action, agent }) => [action, agent]),
        [
          ['draft-begun', 'pacta'],
          ['draft-saved', 'pacta'],
          ['draft-discarded', 'a test'],
        ],
      )
      // All that was typed is in the trail: it can come back.
      assert.deepEqual((rows[2]!.before!.content as DraftContent).document, {
        receivedOn: received['document.receivedOn'],
      })
      assert.equal(await findDraft(db, draftId), undefined)
      await assert.rejects(discardDraft(db, draftId, 1, 'a test'), { type: 'not-found' })
    }))

  it('are not discarded once submitted', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, received)
      await submitDraft(db, draftId, 1, options)
      assert.equal((await discardDraft(db, draftId, 1, 'a test')).outcome, 'submitted already')
      assert.ok(await findDraft(db, draftId))
    }))
})

describe('submitting a draft', () => {
  it('stores the next version with its answers, tells who computes, and marks it as entered here', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, received)
      await save(db, draftId, plans, { 'answers.plan.state': 'partly', 'answers.costed.state': '' })
      const heard: string[] = []
      const stop = onEvent(async (_, event) => void heard.push(event.action))
      try {
        const done = await submitDraft(db, draftId, 2, options)
        assert.equal(done.outcome, 'submitted')
      } finally {
        stop()
      }
      assert.deepEqual(heard, ['report-submitted'])
      const [version] = await listReportVersions(db)
      assert.deepEqual([version?.version, version?.entered, version?.receivedOn], [1, true, '2025-04-30'])
      assert.deepEqual(
        (await listAnswers(db, {})).map((answer) => [answer.question, answer.state]),
        [['plan', 'partly']],
      )
      assert.deepEqual(await listOpenDrafts(db, all), { drafts: [], count: 0 })
    }))

  it('twice gives the first result, not a second version', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, received)
      const [first, second] = await Promise.all([
        submitDraft(db, draftId, 1, options),
        submitDraft(db, draftId, 1, options),
      ])
      assert.ok(first.outcome === 'submitted' && second.outcome === 'submitted')
      assert.equal(first.reportId, second.reportId)
      assert.deepEqual([first.again, second.again].sort(), [false, true])
      assert.equal(await count(db, 'report_version'), 1)
      const late = await save(db, draftId, plans, { 'answers.plan.state': 'no' })
      assert.equal(late.outcome, 'submitted already')
      assert.equal((await findDraft(db, draftId))?.revision, 1)
    }))

  it('with a mistake stores nothing but the draft', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, { 'document.receivedOn': '2026-01-01' })
      const refused = await submitDraft(db, draftId, 1, options)
      assert.equal(refused.outcome, 'rejected')
      assert.deepEqual('issues' in refused && refused.issues.map((issue) => issue.field), [
        'document.receivedOn',
      ])
      for (const table of ['report_version', 'answer', 'source'])
        assert.equal(await count(db, table), 0, table)
      const { rows } = await sql<{ action: string }>`select action from event order by seq`.execute(db)
      assert.deepEqual(
        rows.map(({ action }) => action),
        ['draft-begun', 'draft-saved'],
      )
      assert.equal((await listOpenDrafts(db, all)).drafts.length, 1)
    }))

  it('is refused where someone has saved since it was checked', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, received)
      await save(db, draftId, plans, { 'answers.plan.state': 'no' })
      assert.equal((await submitDraft(db, draftId, 1, options)).outcome, 'changed meanwhile')
      assert.equal(await count(db, 'report_version'), 0)
    }))

  it('to correct a version begins with its answers and becomes the next one', () =>
    inWorldWithActors(async (db) => {
      const held = {
        actor: 'XAA',
        obligation: 'yearly',
        coversYear: 2024,
        receivedOn: '2025-04-21',
        answers: [
          { question: 'plan', state: 'yes', evidence: { page: '12', quotation: 'Le plan.', language: 'fr' } },
          { question: 'cleared', state: 'yes', number: 1200.5 },
        ],
      }
      const { submitted } = await submitReport(db, held, options)
      const startedFrom = submitted[0]!.reportId
      const { draftId, content } = await beginDraft(db, { ...asked, startedFrom }, options)
      assert.deepEqual(content.answers.plan, {
        state: 'yes',
        page: '12',
        quotation: 'Le plan.',
        language: 'fr',
      })
      assert.deepEqual(content.document, {})
      await save(db, draftId, document, { 'document.receivedOn': '2025-04-21' })
      const same = await submitDraft(db, draftId, 1, options)
      assert.equal(same.outcome, 'same as held')
      await save(db, draftId, clearance, { 'answers.cleared.number': '1300' })
      assert.equal((await submitDraft(db, draftId, 2, options)).outcome, 'submitted')
      const versions = await listReportVersions(db)
      assert.deepEqual(
        versions.map((one) => one.version),
        [1, 2],
      )
      assert.equal(versions[1]?.supersedes, startedFrom)
      await assert.rejects(beginDraft(db, { ...asked, coversYear: '2023', startedFrom }, options), {
        type: 'not-found',
      })
    }))

  it('taken out as JSON is a file that can be checked, its mistakes included', () =>
    inWorldWithActors(async (db) => {
      const { draftId } = await beginDraft(db, asked, options)
      await save(db, draftId, document, received)
      const { draft } = await save(db, draftId, clearance, {
        'answers.cleared.state': 'yes',
        'answers.cleared.number': '12,5',
      })
      const file = (value: unknown) => fileOf('draft.json', json(value))
      const issues = await issuesOf(checkReports(db, file({ reports: [reportOfDraft(draft)] }), options))
      assert.equal(issues.length, 1)
      assert.match(issues[0]!, /reports\[0\]\.answers\[0\]\.number.*12,5/)
      assert.equal((await checkDraft(db, draft, options)).length, 1)
      const { draft: right } = await save(db, draftId, clearance, { 'answers.cleared.number': '12.5' }, 2)
      const summary = await checkReports(db, file({ reports: [reportOfDraft(right)] }), options)
      assert.deepEqual(
        summary.submitted.map((one) => [one.version, one.answers]),
        [[1, 1]],
      )
    }))
})
