import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import { contentOf } from '../../src/reports/draft.ts'
import {
  type Answer,
  answerStates,
  type Report,
  type ReportVersion,
  reportForms,
  reportHash,
} from '../../src/reports/report.ts'
import { checkReports, importReports } from '../../src/reports/submit.ts'
import { checkReport } from '../../src/reports/validate.ts'
import { readReportWorkbook } from '../../src/reports/workbook-report.ts'
import { writeTemplate } from '../../src/reports/workbook-template.ts'
import { count, issuesOf } from '../facts/world.ts'
import { file, fill, inWorldWithActors, options, words } from './filling.ts'
import { given, rowOf, savedByAnother, sheetOf, sheets } from './workbook.ts'
import { yearly } from './yearly.ts'

const plainText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\uE000\uE001\ufffe\uffff]/gu, ' ').trim())
  .filter((text) => text !== '')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const language = fc.constantFrom('en', 'fr', 'mn', 'ar', 'pt-BR')

const answerTo = (question: string): fc.Arbitrary<Answer> =>
  fc
    .record({
      state: fc.constantFrom(...answerStates.filter((state) => state !== 'not reported')),
      number: fc.double({ min: 0, max: 1e12, noNaN: true }),
      text: maybe(plainText),
      evidence: fc.record({ page: maybe(plainText), quotation: maybe(plainText), language: maybe(language) }),
      codedBy: maybe(plainText),
      confirmedBy: maybe(plainText),
    })
    .map(({ state, number, ...rest }) => {
      const isCounted = question === 'cleared' && state !== 'not applicable'
      const kept = {
        ...rest,
        silence: null,
        number: isCounted ? number : null,
        unit: isCounted ? 'm2' : null,
      }
      return { question, state: question === 'cleared' && isCounted ? 'yes' : state, ...kept }
    })

const anyReport: fc.Arbitrary<Report> = fc
  .record({
    receivedOn: fc.constantFrom('2025-01-02', '2025-04-30', '2025-12-31'),
    language: maybe(language),
    document: fc.record(
      {
        title: plainText,
        form: fc.constantFrom(...reportForms),
        pages: fc.integer({ min: 1, max: 900 }),
        voluntary: fc.boolean(),
        annexes: fc.oneof(fc.integer(), fc.boolean(), plainText),
      },
      { requiredKeys: [] },
    ),
    source: maybe(
      fc.record({
        title: plainText,
        address: maybe(fc.constant('https://example.org/report')),
        publisher: maybe(plainText),
        published: maybe(fc.constantFrom('2025', '2025-04', '2025-04-30')),
      }),
    ),
    answers: fc
      .tuple(...['plan', 'costed', 'dated', 'cleared'].map((id) => maybe(answerTo(id))))
      .map((all) => all.filter((one): one is Answer => one !== null)),
  })
  .map((rest) => ({
    actor: 'XAA',
    obligation: 'yearly',
    coversYear: 2024,
    subject: null,
    version: null,
    ...rest,
  }))

describe('the workbook of a report', () => {
  it('filled with any submission and read back is the same submission', () => {
    const context = { ...options, actors: new Set(['XAA']), subjects: new Set<string>() }
    fc.assert(
      fc.property(anyReport, fc.constantFrom('en', 'mn', 'ar'), (report, words_) => {
        const stored = report.answers.map((answer) => ({
          ...answer,
          datumId: '',
          reportId: '',
          actor: 'XAA',
        }))
        const content = contentOf(report as unknown as ReportVersion, stored)
        const filled = { ...content, document: { ...content.document, receivedOn: report.receivedOn } }
        const { annexes } = report.document
        const bytes = writeTemplate({
          ...given,
          language: words_,
          filled,
          ...(annexes === undefined ? {} : { other: { annexes } }),
        })
        const { reports, issues, cautions } = readReportWorkbook(file(bytes), options)
        assert.deepEqual([words(issues), words(cautions)], [[], []])
        const checked = checkReport(reports[0]!, context)
        assert.deepEqual(words(checked.issues), [])
        assert.ok('report' in checked)
        assert.deepEqual(checked.report.answers.length, report.answers.length)
        assert.equal(reportHash(checked.report), reportHash(report), JSON.stringify([checked.report, report]))
      }),
      { numRuns: 60 },
    )
  })

  it('is submitted as the report it is', () =>
    inWorldWithActors(async (db) => {
      const bytes = await savedByAnother(fill)
      const { previews } = await checkReports(db, file(bytes), options)
      assert.deepEqual([previews[0]?.since, previews[0]?.leftOpen], [null, []])
      assert.equal(await count(db, 'report_version'), 0)
      const { submitted, cautions } = await importReports(db, file(bytes), options)
      assert.deepEqual([submitted[0]?.version, submitted[0]?.answers, cautions], [1, 4, []])
      assert.equal((await importReports(db, file(bytes), options)).alreadyRecorded, 1)
      const other = await savedByAnother((workbook) => {
        fill(workbook)
        const plans = sheetOf(workbook, sheets.plans)
        plans.getCell(rowOf(plans, 'dated'), 5).value = null
        plans.getCell(rowOf(plans, 'costed'), 5).value = 'yes'
      })
      const [preview] = (await checkReports(db, file(other), options)).previews
      assert.deepEqual(
        preview?.changes.map(({ question, kind }) => [question, kind]),
        [
          ['costed', 'changed'],
          ['dated', 'removed'],
        ],
      )
      assert.deepEqual([preview?.since?.version, preview?.leftOpen], [1, ['dated']])
    }))

  it('asks for the day of receipt where nobody has said it', () =>
    inWorldWithActors(async (db) => {
      const bytes = await savedByAnother((workbook) => {
        fill(workbook)
        sheetOf(workbook, sheets.document).getCell('C7').value = null
      })
      const issues = await issuesOf(checkReports(db, file(bytes), options))
      assert.deepEqual(issues, [
        'filled.xlsx, sheet "The report itself", cell C7: Missing; expected the day it was received, such as 2025-04-30',
      ])
      const { submitted } = await importReports(db, file(bytes), { ...options, receivedOn: '2025-04-30' })
      assert.equal(submitted.length, 1)
    }))
})

describe('the template', () => {
  it('asks for the form of the report only where its questions stand in forms', async () => {
    const [group, ...rest] = yearly.groups
    const questions = group!.questions.map((one) => ({ ...one, form: 'A' }))
    const inForms = { ...yearly, groups: [{ ...group!, questions }, ...rest] }
    for (const [questionnaire, asksForm] of [
      [yearly, false],
      [inForms, true],
    ] as const) {
      const workbook = new Workbook()
      await workbook.xlsx.load(writeTemplate({ ...given, questionnaire }))
      const said = [sheets.document, 'Lists'].map((name) =>
        JSON.stringify(sheetOf(workbook, name).getSheetValues()),
      )
      assert.deepEqual(
        said.map((cells) => /"form"|Guide to Reporting/.test(cells)),
        [asksForm, asksForm],
      )
      const limits = sheetOf(workbook, sheets.document)
      const row = rowOf(limits, 'voluntary')
      assert.match(JSON.stringify(limits.getCell(row, 3).dataValidation), /'Lists'!/)
    }
  })

  it('takes typing in the cells of answers only, and offers the words to choose from', async () => {
    const workbook = new Workbook()
    await workbook.xlsx.load(writeTemplate(given))
    const plans = sheetOf(workbook, sheets.plans)
    const locked = (cell: string) => plans.getCell(cell).protection?.locked !== false
    assert.deepEqual(['A4', 'B4', 'C4', 'D4', 'E4', 'F4', 'G4', 'H4', 'M4'].map(locked), [
      ...[true, true, true, true, false],
      ...[true, true, false, false],
    ])
    assert.match(JSON.stringify(plans.getCell('E4').dataValidation), /'Lists'!\$A\$2:\$A\$6/)
    assert.equal(plans.getCell('B4').value, 'Is there a plan?')
    const lists = sheetOf(workbook, 'Lists')
    assert.equal(lists.getCell('A2').value, 'Yes')
  })

  it('has what was reported before beside the question, never filled in', async () => {
    const workbook = new Workbook()
    const before = {
      coversYear: 2023,
      version: 2,
      receivedOn: '2024-04-30',
      answers: { plan: { state: 'partly' }, cleared: { state: 'yes', number: '900' } },
    }
    await workbook.xlsx.load(writeTemplate({ ...given, before }))
    const plans = sheetOf(workbook, sheets.plans)
    assert.deepEqual([plans.getCell('D4').value, plans.getCell('E4').value], ['For 2023: Partly', null])
    assert.equal(sheetOf(workbook, sheets.clearance).getCell('D4').value, 'For 2023: Yes, 900 m2')
    assert.equal(plans.getCell('D6').value, 'For 2023: nothing')
  })

  it('says of a fictional world that it is fictional, and of the register that what comes back is marked', async () => {
    const instructions = async (more: object) => {
      const workbook = new Workbook()
      await workbook.xlsx.load(writeTemplate({ ...given, ...more }))
      return JSON.stringify(sheetOf(workbook, 'Instructions').getSheetValues())
    }
    const banner = 'Exercise: every State, report and figure on this page is fictional.'
    assert.ok((await instructions({ world: 'exercise', banner })).includes(banner))
    assert.match(await instructions({}), /entered here, not received/)
  })
})
