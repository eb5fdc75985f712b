import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { askedBy } from '../../src/reports/questionnaire.ts'
import { findReport, type QuestionShown } from '../../src/reports/show.ts'
import { submitReport } from '../../src/reports/submit.ts'
import type { Questionnaire } from '../../src/rules/questionnaire-schema.ts'
import { addActors } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'

const yearly: Questionnaire = {
  id: 'yearly',
  title: 'Yearly report',
  treaty: 'example',
  groups: [
    {
      id: 'plans',
      title: 'Plans',
      form: 'C',
      questions: [
        { id: 'plan', text: 'Is there a plan?', type: 'state' },
        {
          id: 'plan-quality',
          text: 'How good is it?',
          type: 'compound',
          parts: [
            { id: 'costed', text: 'Is it costed?', type: 'state' },
            { id: 'dated', text: 'Is it time-bound?', type: 'state' },
          ],
        },
      ],
    },
  ],
}
const options = { questionnaires: askedBy([yearly]), today: '2026-12-31' }
const report = (receivedOn: string, answers: object[], more: object = {}) => ({
  format: 'pacta-report/1',
  actor: 'XAA',
  obligation: 'yearly',
  coversYear: 2025,
  receivedOn,
  answers,
  ...more,
})
const evidence = { page: '12', quotation: 'Le plan existe.', language: 'fr' }

describe('one report version', () => {
  it('gives every question in its place, silence as silence, and what differs from the version before', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await submitReport(db, report('2026-04-01', [{ question: 'plan', state: 'no' }]), options)
      const second = [
        { question: 'plan', state: 'yes', evidence },
        { question: 'costed', state: 'partly' },
      ]
      await submitReport(db, report('2026-06-01', second), options)
      const read = await findReport(db, 'XAA:yearly:2025:2', [yearly])
      assert.ok(read)
      const [plan, quality] = read.groups[0]!.questions as [QuestionShown, QuestionShown]
      assert.deepEqual(plan.answer?.evidence, evidence)
      assert.equal(quality.answer, null)
      assert.deepEqual(
        quality.parts.map((part) => [part.id, part.answer?.state ?? null, part.form]),
        [
          ['costed', 'partly', 'C'],
          ['dated', null, 'C'],
        ],
      )
      assert.equal(read.changes?.since, 1)
      assert.deepEqual(
        read.changes?.changes.map(({ question, kind }) => `${question} ${kind}`),
        ['costed added', 'plan changed'],
      )
      assert.deepEqual(
        read.versions.map(({ name, current }) => [name, current]),
        [
          ['XAA:yearly:2025:1', false],
          ['XAA:yearly:2025:2', true],
        ],
      )
      // The version's own id leads to the same; the first version has nothing before it.
      assert.deepEqual(await findReport(db, read.version.reportId, [yearly]), read)
      assert.equal((await findReport(db, 'XAA:yearly:2025:1', [yearly]))?.changes, null)
    }))

  it('keeps answers to questions that are no longer asked', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await submitReport(db, report('2026-04-01', [{ question: 'plan', state: 'no' }]), options)
      const read = await findReport(db, 'XAA:yearly:2025:1', [])
      assert.deepEqual(read?.groups, [])
      assert.deepEqual(
        read?.otherAnswers.map(({ question }) => question),
        ['plan'],
      )
    }))

  it('is found only under its own name', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await submitReport(db, report('2026-04-01', [{ question: 'plan', state: 'no' }]), options)
      for (const name of ['XAA:yearly:2025:2', 'XAB:yearly:2025:1', 'XAA:yearly:2025:1:about', 'nothing'])
        assert.equal(await findReport(db, name, [yearly]), undefined, name)
      assert.equal(await findReport(db, '01a200f2-1770-721c-8e94-407dde99ad20', [yearly]), undefined)
    }))
})
