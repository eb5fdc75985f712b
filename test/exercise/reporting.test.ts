// What the exercise's own reports show, counted here by hand from its files.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { listCohortsOf } from '../../src/indicators/cohorts-of.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { readersOfReports } from '../../src/indicators/readers.ts'
import { listReportingCycles, showReporting } from '../../src/indicators/reporting.ts'
import { countStates } from '../../src/indicators/value-lists.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadExercise } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

const plan = 'siem-reap-angkor-draft-2024-08'
type Filed = { actor: string; obligation: string; receivedOn: string }
const filed = (year: number): Filed[] =>
  JSON.parse(readFileSync(new URL(`../../exercise/data/reports-${year}.json`, import.meta.url), 'utf8'))

const inExercise = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    await work(db)
  }, 'exercise')

describe('reports received in the exercise', () => {
  it('are listed for everyone who owes one; who sent none is missing, late is after the due day', () =>
    inExercise(async (db) => {
      const shown = await showReporting(db, { obligation: 'article-7', year: 2026 })
      const senders = new Set(filed(2026).map(({ actor }) => actor))
      assert.ok(senders.size > 20)
      assert.deepEqual(
        shown.receipts.filter(({ state }) => state === 'missing').map(({ actor }) => senders.has(actor)),
        new Array(shown.count.missing).fill(false),
      )
      assert.equal(shown.count.due, (shown.count.received ?? 0) + shown.count.missing)
      assert.equal(shown.receipts.filter(({ state }) => state === 'received').length, senders.size)
      const first = (actor: string) =>
        filed(2026)
          .filter((report) => report.actor === actor)
          .map(({ receivedOn }) => receivedOn)
          .sort()[0]
      for (const receipt of shown.receipts.filter(({ dueOn, state }) => dueOn && state === 'received'))
        assert.equal(receipt.isLate, first(receipt.actor)! > receipt.dueOn!, receipt.actor)
      assert.ok(shown.readBy.includes(`${plan}/7.1`))

      // The register is complete from 2025 on: of who sent nothing before, it does not say that it is missing.
      const before = await showReporting(db, { obligation: 'article-7', year: 2024 })
      assert.equal(before.count.missing, 0)
      assert.ok(before.receipts.some(({ state }) => state === 'received'))

      // As of an earlier day, those that came later had not come.
      const early = await showReporting(db, { obligation: 'article-7', year: 2026, asOf: '2026-05-01' })
      const inTime = [...senders].filter((actor) => first(actor)! <= '2026-05-01').length
      assert.equal(early.receipts.filter(({ state }) => state === 'received').length, inTime)
      assert.ok(inTime < senders.size)

      // Analyses of requests are owed by nobody: nobody is late and nothing is missing.
      const analyses = await showReporting(db, { obligation: 'committee-analysis', year: 2025 })
      assert.equal(analyses.duty, null)
      assert.ok(analyses.receipts.length > 0)
      assert.ok(
        analyses.receipts.every(({ isLate, current }) => isLate === null && current?.subject !== null),
      )
      const cycles = await listReportingCycles(db)
      assert.deepEqual(
        cycles.find(({ obligation }) => obligation === 'article-7')?.years,
        [2027, 2026, 2025, 2024],
      )
    }))

  it('lead from a member of a value to the report and the question it rests on', () =>
    inExercise(async (db) => {
      const shown = await showIndicator(db, { indicator: `${plan}/44.1`, year: 2026 })
      const answers = shown.members.flatMap(({ actor, evidence }) =>
        evidence.filter(({ kind }) => kind === 'answer').map((one) => ({ ...one, actor })),
      )
      assert.ok(answers.length > 0)
      for (const { report, question, actor } of answers) {
        assert.ok(report?.startsWith(`${actor}:article-7:`), String(report))
        assert.ok(question !== null)
      }
    }))

  it('have members in every state counted as the members themselves are', () =>
    inExercise(async (db) => {
      const counts = await countStates(db, plan)
      for (const [number, year] of [
        ['7.1', 2026],
        ['10.2', 2025],
      ] as const) {
        const { members } = await showIndicator(db, { indicator: `${plan}/${number}`, year })
        const own = counts.filter((count) => count.number === number && count.year === year)
        assert.ok(own.length > 0)
        for (const { state, members: n } of own)
          assert.equal(n, members.filter((member) => member.state === state).length, `${number} ${state}`)
        assert.equal(
          own.reduce((sum, count) => sum + count.members, 0),
          members.length,
        )
      }
    }))

  it('name the cohorts a State belongs to, since when and why', () =>
    inExercise(async (db) => {
      const { members } = await showIndicator(db, { indicator: `${plan}/7.1`, year: 2026 })
      const cohorts = await listCohortsOf(db, members[0]!.actor)
      const parties = cohorts.find(({ name }) => name === 'states-parties')
      assert.equal(parties?.belongs, 'yes')
      assert.match(parties?.from ?? '', /^\d{4}-\d{2}-\d{2}$/)
      assert.match(parties?.reason ?? '', /In force since/)
      assert.equal(cohorts.find(({ name }) => name === 'states-not-party')?.belongs, 'no')
    }))
})

describe('the indicators that read a report', () => {
  it('are those its questions say they feed, and those that ask for the report itself', () => {
    const questionnaire = heldPlans()[0]!.questionnaires.find(({ id }) => id === 'article-7')!
    const readers = readersOfReports(questionnaire)
    assert.ok(readers.ofReport.includes(`${plan}/7.1`))
    const asked = questionnaire.groups.flatMap((group) => group.questions).find((one) => one.feeds?.length)!
    const answered = asked.parts?.find((part) => part.feeds === undefined) ?? asked
    assert.deepEqual(
      readers.byQuestion.get(answered.id)?.filter((id) => id.startsWith(plan)),
      asked.feeds?.map((number) => `${plan}/${number}`),
    )
  })
})
