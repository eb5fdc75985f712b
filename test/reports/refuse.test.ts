// Reports that are refused: everything wrong is named at once, and nothing is stored.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { askedBy } from '../../src/reports/questionnaire.ts'
import { checkReports, importReports, submitReport } from '../../src/reports/submit.ts'
import { addActors, count, fileOf, issuesOf } from '../facts/world.ts'
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

describe('refusing reports', () => {
  it('names every problem at once by path, and stores nothing, not even the good reports of the file', () =>
    inWorldWithActors(async (db) => {
      const bad = report({
        actor: 'XZZ',
        obligation: 'yearly',
        coversYear: 2026,
        receivedOn: '2026-01-05',
        subject: 'request-9',
        answers: [
          { question: 'plan', state: 'yes' },
          { question: 'plan', state: 'no' },
          { question: 'plan-quality', state: 'yes' },
          { question: 'nothing', state: 'yes' },
          { question: 'costed', state: 'no', number: 4 },
          { question: 'cleared', state: 'yes' },
          { question: 'dated', state: 'not reported', silence: 'no report' },
        ],
      })
      const alsoBad = {
        ...report(),
        actor: 'XAB',
        coverYear: 2023,
        answers: [{ question: 'plan', state: 'maybe', evidence: { language: 'x' } }, { state: 'no' }],
      }
      const contradictory = report({
        actor: 'XAC',
        answers: [
          { question: 'cleared', state: 'not applicable', number: 3, unit: 'ha' },
          { question: 'plan', state: 'yes', silence: 'silent' },
        ],
      })
      const issues = await issuesOf(importJson(db, { reports: [report(), bad, alsoBad, contradictory] }))
      const expected = [
        /reports\[1\]\.actor: No such actor; found "XZZ"/,
        /reports\[1\]\.receivedOn: Received on a day to come/,
        /reports\[1\]\.subject: The record the report is about is not held/,
        /reports\[1\]\.answers\[1\]\.question: The question is answered twice/,
        /reports\[1\]\.answers\[2\]\.question: .*by its parts; found "plan-quality"; expected costed, dated/,
        /reports\[1\]\.answers\[3\]\.question: No such question; found "nothing"/,
        /reports\[1\]\.answers\[4\]\.number: This question asks for no number/,
        /reports\[1\]\.answers\[5\]\.number: This question asks for a number/,
        /reports\[1\]\.answers\[6\]\.silence: A report that was received is at most silent/,
        /reports\[2\]\.coverYear: Unknown key "coverYear"/,
        /reports\[2\]\.answers\[0\]\.state: Not one of the values; found "maybe"; expected yes, partly, no/,
        /reports\[2\]\.answers\[0\]\.evidence\.language: Not a language tag/,
        /reports\[2\]\.answers\[1\]\.question: Missing/,
        /reports\[3\]\.answers\[0\]\.unit: Another unit/,
        /reports\[3\]\.answers\[0\]\.number: A number contradicts "not applicable"/,
        /reports\[3\]\.answers\[1\]\.silence: Silence contradicts "yes"/,
      ]
      for (const pattern of expected)
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          `${pattern} in\n${issues.join('\n')}`,
        )
      assert.equal(issues.length, expected.length, issues.join('\n'))
      for (const table of ['report_version', 'answer', 'event']) assert.equal(await count(db, table), 0)
    }))

  it('names cells in CSV', () =>
    inWorldWithActors(async (db) => {
      const csv = [
        'actor,obligation,covers_year,received_on,form,question,state,number',
        'XAA,yearly,24,2025-04-31,forms,plan,perhaps,',
        'XAB,weekly,2024,2025-04-21,forms,plan,yes,',
        'XAC,yearly,2026,2025-04-21,forms,cleared,yes,lots',
        'XAC,yearly,2026,2025-04-21,cover-page,plan,yes,',
      ].join('\n')
      const issues = await issuesOf(checkReports(db, fileOf('r.csv', csv), options))
      for (const pattern of [
        /cell C2: .*found "24"/,
        /cell D2: Not a day; found "2025-04-31"/,
        /cell G2: Not one of the values; found "perhaps"/,
        /cell B3: No questionnaire for this obligation; found "weekly"; expected yearly/,
        /cell E5: Rows of one report say different things in "form"; found "cover-page"; expected forms, as in line 4/,
        /cell C4: Covers a year that had not begun when it was received; found "2026"/,
        /cell H4: Not the kind of value asked for; found "lots"; expected number/,
      ]) {
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          `${pattern} in\n${issues.join('\n')}`,
        )
      }
      assert.equal(issues.length, 7, issues.join('\n'))
    }))

  it('a report cannot cover a year that had not begun', () =>
    inWorldWithActors(async (db) => {
      const [issue] = await issuesOf(submitReport(db, report({ coversYear: 2026 }), options))
      assert.match(issue!, /^coversYear: Covers a year that had not begun.*expected a year up to 2025/)
    }))

  it('covers a year in which there was something to report on', () =>
    inWorldWithActors(async (db) => {
      const [issue] = await issuesOf(submitReport(db, report({ coversYear: 1901 }), options))
      assert.match(
        issue!,
        /^coversYear: Covers a year before .*found "1901"; expected a year from 1999 to 2025/,
      )
      assert.equal((await submitReport(db, report({ coversYear: 1999 }), options)).submitted.length, 1)
    }))

  it('one malformed value hides no other fault, in JSON and in CSV', () =>
    inWorldWithActors(async (db) => {
      const bad = report({
        actor: 'XZZ',
        obligation: 'yearly',
        coversYear: 2026,
        extra: 1,
        version: 'two',
        answers: [
          { question: 'plan', state: 'maybe' },
          { question: 'plan', state: 'no', number: 3 },
          { question: 'nothing', state: 'yes' },
          { question: 'cleared', state: 'yes', number: 'lots' },
        ],
      })
      const second = report({ version: 2, receivedOn: '2025-05-01' })
      const first = report({ version: 1, language: '?' })
      const issues = await issuesOf(importJson(db, [bad, first, second]))
      const expected = [
        /\[0\]\.extra: Unknown key/,
        /\[0\]\.version: Not the kind of value/,
        /\[0\]\.actor: No such actor/,
        /\[0\]\.coversYear: Covers a year that had not begun/,
        /\[0\]\.answers\[0\]\.state: Not one of the values/,
        /\[0\]\.answers\[1\]\.question: The question is answered twice/,
        /\[0\]\.answers\[1\]\.number: This question asks for no number/,
        /\[0\]\.answers\[2\]\.question: No such question/,
        /\[0\]\.answers\[3\]\.number: Not the kind of value/,
        /\[1\]\.language: Not a language tag/,
      ]
      for (const pattern of expected)
        assert.ok(
          issues.some((issue) => pattern.test(issue)),
          `${pattern} in\n${issues.join('\n')}`,
        )
      assert.equal(issues.length, expected.length, issues.join('\n'))
      const csv = [
        'actor,obligation,covers_year,received_on,question,state',
        'XZZ,weekly,1901,2026-04-31,plan,perhaps',
        'XAA,yearly,2024,2026-04-30,plan,yes',
        'XAA,yearly,2024,2026-04-30,plan,perhaps',
        'XAA,yearly,2024,2026-04-30,nothing,yes',
      ].join('\n')
      const cells = await issuesOf(checkReports(db, fileOf('r.csv', csv), options))
      assert.deepEqual(cells.map((issue) => /cell (\w+)/.exec(issue)?.[1]).sort(), [
        'A2',
        'B2',
        'C2',
        'D2',
        'D3',
        'E4',
        'E5',
        'F2',
        'F4',
      ])
    }))

  it('version numbers must not contradict what is recorded or each other', () =>
    inWorldWithActors(async (db) => {
      await importJson(db, report({ version: 1, receivedOn: '2025-04-01', answers: [] }))
      await importJson(db, report({ version: 2 }))
      const refusedWith = async (value: unknown, pattern: RegExp) => {
        const issues = await issuesOf(importJson(db, value))
        assert.ok(issues.length === 1 && pattern.test(issues[0]!), issues.join('\n'))
      }
      await refusedWith(
        report({ version: 2, answers: [] }),
        /says something else; a submitted version never changes.*expected version 3/,
      )
      await refusedWith(report({ version: 3 }), /recorded already, as version 2/)
      await refusedWith(
        report({ version: 9, receivedOn: '2025-06-01', answers: [] }),
        /Version 9 \(XAA, yearly, 2024\) leaves versions out; found "9"; expected version 3, the next one, or no number/,
      )
      await refusedWith(
        report({ version: 3, receivedOn: '2025-04-10', answers: [] }),
        /contradicts version 2/,
      )
      await refusedWith(
        [report({ actor: 'XAB' }), report({ actor: 'XAB', answers: [] })],
        /Two different reports \(XAB, yearly, 2024\) were received on 2025-04-21.*a version number on each/,
      )
      const again = await importJson(db, report({ version: 1, receivedOn: '2025-04-01', answers: [] }))
      assert.equal(again.alreadyRecorded, 1)
      assert.equal(await count(db, 'report_version'), 2)
    }))

  it('what is no report is refused whole', () =>
    inWorldWithActors(async (db) => {
      assert.match((await issuesOf(importJson(db, 7))).join(), /Not the kind of value|Missing/)
      assert.match((await issuesOf(importJson(db, { reports: {} }))).join(), /reports: Not a list of reports/)
      assert.match((await issuesOf(importJson(db, [null]))).join(), /\[0\]/)
      const cut = JSON.stringify(report()).slice(0, 200)
      assert.match((await issuesOf(importReports(db, fileOf('r.json', cut), options))).join(), /cut off/)
      assert.equal(await count(db, 'report_version'), 0)
    }))
})
