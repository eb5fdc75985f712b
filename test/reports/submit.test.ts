import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Change, onEvent } from '../../src/db/events.ts'
import type { Db } from '../../src/db/store.ts'
import { askedBy } from '../../src/reports/questionnaire.ts'
import { currentVersion } from '../../src/reports/report.ts'
import { listAnswers, listReportVersions } from '../../src/reports/store.ts'
import { importReports } from '../../src/reports/submit.ts'
import { addActors, count, fileOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'

const questionnaires = askedBy([
  {
    id: 'yearly',
    title: 'Yearly report',
    treaty: 'example',
    groups: [
      {
        id: 'plans',
        title: 'Plans',
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
          { id: 'cleared', text: 'How much was cleared?', type: 'number', unit: 'm2' },
        ],
      },
    ],
  },
])
const options = { questionnaires, today: '2025-12-31' }

const report = (more: object = {}) => ({
  format: 'pacta-report/1',
  actor: 'XAA',
  obligation: 'yearly',
  coversYear: 2024,
  receivedOn: '2025-04-21',
  language: 'fr',
  document: { title: 'Rapport', form: 'guide-to-reporting', pages: 30, voluntary: false },
  answers: [
    {
      question: 'plan',
      state: 'yes',
      evidence: { page: '12', quotation: 'Le plan existe.', language: 'fr' },
      codedBy: 'A. B.',
    },
    { question: 'costed', state: 'not reported' },
    { question: 'cleared', state: 'yes', number: 1200.5 },
  ],
  ...more,
})
const importJson = (db: Db, value: unknown) =>
  importReports(db, fileOf('reports.json', JSON.stringify(value)), options)

const inWorldWithActors = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await addActors(db)
    await work(db)
  })

describe('submitting reports', () => {
  it('keeps the report, its document and each answer with its evidence', () =>
    inWorldWithActors(async (db) => {
      const summary = await importJson(db, report())
      assert.deepEqual(
        summary.submitted.map(({ version, answers }) => [version, answers]),
        [[1, 3]],
      )
      const [version] = await listReportVersions(db, { actor: 'XAA' })
      assert.deepEqual(version?.document, {
        title: 'Rapport',
        form: 'guide-to-reporting',
        pages: 30,
        voluntary: false,
      })
      assert.deepEqual([version?.receivedOn, version?.entered, version?.language], ['2025-04-21', true, 'fr'])
      const answers = await listAnswers(db, { reportId: version!.reportId })
      assert.deepEqual(
        answers.map(({ question, state, silence, number, unit, evidence }) => [
          question,
          state,
          silence,
          number,
          unit,
          evidence.page,
        ]),
        [
          ['cleared', 'yes', null, 1200.5, 'm2', null],
          ['costed', 'not reported', 'silent', null, null, null],
          ['plan', 'yes', null, null, null, '12'],
        ],
      )
      assert.equal(answers[2]?.evidence.quotation, 'Le plan existe.')
      assert.equal(answers[2]?.codedBy, 'A. B.')
    }))

  it('the same report again, as JSON or CSV, is already recorded', () =>
    inWorldWithActors(async (db) => {
      const plain = report({
        language: undefined,
        document: { form: 'forms' },
        answers: [{ question: 'plan', state: 'no', text: 'Not yet; next year' }],
      })
      await importJson(db, plain)
      assert.deepEqual(await importJson(db, { reports: [plain, plain] }), {
        submitted: [],
        alreadyRecorded: 2,
        cautions: [],
      })
      const csv =
        'actor;obligation;covers_year;received_on;form;question;state;text\nXAA;yearly;2024;2025-04-21;forms;plan;no;"Not yet; next year"\n'
      const again = await importReports(db, fileOf('reports.csv', csv), options)
      assert.equal(again.alreadyRecorded, 1)
      assert.deepEqual(
        [await count(db, 'report_version'), await count(db, 'answer'), await count(db, 'event')],
        [1, 1, 1],
      )
    }))

  it('what was submitted never changes: other content becomes the next version, and the one received last counts', () =>
    inWorldWithActors(async (db) => {
      await importJson(db, report())
      await importJson(
        db,
        report({ receivedOn: '2025-09-01', answers: [{ question: 'plan', state: 'partly' }] }),
      )
      // An earlier report that turns up afterwards is kept, and changes nothing of what is in force.
      await importJson(db, report({ receivedOn: '2025-03-01', answers: [] }))
      const versions = await listReportVersions(db)
      assert.deepEqual(
        versions.map(({ version, receivedOn }) => [version, receivedOn]),
        [
          [3, '2025-03-01'],
          [1, '2025-04-21'],
          [2, '2025-09-01'],
        ],
      )
      assert.equal(currentVersion(versions)?.version, 2)
      assert.equal(currentVersion(versions, '2025-08-31')?.version, 1)
      assert.equal(currentVersion(versions, '2025-02-28'), undefined)
      assert.equal(versions[2]?.supersedes, versions[1]?.reportId)
      assert.equal(versions[0]?.supersedes, null)
      assert.equal((await listAnswers(db, { reportId: versions[1]!.reportId })).length, 3)
    }))

  it('tells listeners the report and each question it touches, those of the version before included', () =>
    inWorldWithActors(async (db) => {
      await importJson(db, report())
      const heard: Change[] = []
      const stop = onEvent(async (_, event) => void heard.push(...event.detail.changes))
      try {
        await importJson(
          db,
          report({ receivedOn: '2025-09-01', answers: [{ question: 'dated', state: 'yes' }] }),
        )
      } finally {
        stop()
      }
      const change = {
        kind: 'yearly-report',
        actor: 'XAA',
        heldFrom: '2025-09-01',
        obligation: 'yearly',
        coversYear: 2024,
      }
      assert.deepEqual(heard[0], change)
      assert.deepEqual(
        heard
          .slice(1)
          .map((one) => one.question)
          .sort(),
        ['cleared', 'costed', 'dated', 'plan'],
      )
    }))

  it('reads CSV with one row an answer, and a row without a question as a report that says nothing', () =>
    inWorldWithActors(async (db) => {
      const csv = [
        'actor,obligation,covers_year,received_on,version,voluntary,question,state,number,page,quotation,quotation_language',
        'XAA,yearly,2024,2025-04-21,,no,plan,yes,,3,Yes.,en',
        'XAB,yearly,2024,2025-05-02,,yes,,,,,,',
        'XAA,yearly,2024,2025-04-21,,no,cleared,yes,-0.5,,,',
      ].join('\r\n')
      const { submitted } = await importReports(db, fileOf('reports.csv', csv), {
        ...options,
        entered: false,
      })
      assert.deepEqual(
        submitted.map(({ actor, answers }) => [actor, answers]),
        [
          ['XAA', 2],
          ['XAB', 0],
        ],
      )
      const [other] = await listReportVersions(db, { actor: 'XAB' })
      assert.deepEqual([other?.document, other?.entered], [{ voluntary: true }, false])
    }))
})
