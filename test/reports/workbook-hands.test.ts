import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { reportOfDraft } from '../../src/reports/draft.ts'
import { fieldsIn, sectionsOf } from '../../src/reports/draft-sections.ts'
import { beginDraft } from '../../src/reports/edit-draft.ts'
import { fillDraft, readForDraft } from '../../src/reports/fill-draft.ts'
import { askedBy } from '../../src/reports/questionnaire.ts'
import { importReports } from '../../src/reports/submit.ts'
import { readReportWorkbook } from '../../src/reports/workbook-report.ts'
import { writeTemplate } from '../../src/reports/workbook-template.ts'
import type { Questionnaire } from '../../src/rules/questionnaire-schema.ts'
import { count, issuesOf } from '../facts/world.ts'
import { file, fill, inWorldWithActors, options, read, words } from './filling.ts'
import { given, rowOf, savedByAnother, sheetOf, sheets } from './workbook.ts'
import { yearly } from './yearly.ts'

describe('a workbook that went through many hands', () => {
  it('is read by its keys: sheets renamed and moved, rows inserted, answers in other words', async () => {
    const bytes = await savedByAnother((workbook) => {
      fill(workbook)
      const plans = sheetOf(workbook, sheets.plans)
      plans.insertRow(1, ['Draft of the ministry'])
      plans.insertRow(6, [])
      plans.getCell(rowOf(plans, 'plan'), 5).value = ' ТИЙМ '
      plans.getCell(rowOf(plans, 'costed'), 5).value = {
        richText: [{ text: 'part' }, { text: 'ly', font: { bold: true } }],
      }
      plans.getRow(rowOf(plans, 'dated')).hidden = true
      plans.name = 'Plans, final (2)'
      const clearance = sheetOf(workbook, sheets.clearance)
      clearance.getCell(rowOf(clearance, 'cleared'), 6).value = '1 250,5 m²'
    })
    const { value, states } = read(bytes)
    assert.deepEqual(states, { plan: 'yes', costed: 'partly', dated: 'no', cleared: 'yes' })
    assert.equal(value.receivedOn, '2025-04-30')
  })

  it('is read as it is when LibreOffice has saved it, a text that looks like a formula included', () => {
    const name = '../fixtures/workbooks/yearly-saved-by-libreoffice.xlsx'
    const { value, states } = read(readFileSync(new URL(name, import.meta.url)))
    assert.deepEqual(states, { plan: 'yes', costed: 'not applicable', cleared: 'yes' })
    assert.match(JSON.stringify(value.answers), /"page":"12","quotation":"=1\+1 is a plan","language":"en"/)
    assert.match(JSON.stringify(value.answers), /"number":1250.5/)
  })

  it('is read by the questions’ own words where the keys have gone', async () => {
    const bytes = await savedByAnother((workbook) => {
      fill(workbook)
      const plans = sheetOf(workbook, sheets.plans)
      for (let row = 2; row <= plans.rowCount; row++) if (row !== 3) plans.getCell(row, 1).value = null
    })
    assert.deepEqual(read(bytes).states, { plan: 'yes', costed: 'partly', dated: 'no', cleared: 'yes' })
  })

  it('is read however far down it stands, and where its headings stand twice', async () => {
    const bytes = await savedByAnother((workbook) => {
      fill(workbook)
      const plans = sheetOf(workbook, sheets.plans)
      const below = rowOf(plans, 'dated')
      plans.insertRow(below, ['What is meant', 'Question', '', '', 'Answer'])
      for (let i = 0; i < 70; i++) plans.insertRow(1, [])
    })
    assert.deepEqual(read(bytes).states, { plan: 'yes', costed: 'partly', dated: 'no', cleared: 'yes' })
  })

  for (const [what, change] of [
    ['its column of answers', (sheet: Worksheet) => sheet.spliceColumns(5, 1)],
    ['the names of its columns', (sheet: Worksheet) => sheet.spliceRows(1, 3)],
  ] as const)
    it(`is refused where a sheet has lost ${what}, rather than read without it`, async () => {
      const bytes = await savedByAnother((workbook) => {
        fill(workbook)
        change(sheetOf(workbook, sheets.plans))
        workbook.addWorksheet('Notes').getCell('A1').value = 'plan'
      })
      const { issues, cautions } = readReportWorkbook(file(bytes), options)
      assert.deepEqual(
        issues.map(({ sheet, message }) => [sheet, message]),
        [['1 Plans', 'Questions stand here, but a column that is needed cannot be found']],
      )
      assert.deepEqual(cautions.map(({ sheet }) => sheet).slice(0, 1), ['Notes'])
    })

  it('says what it did not take in: sheets of its own, columns of its own, words below', async () => {
    const bytes = await savedByAnother((workbook) => {
      fill(workbook)
      const plans = sheetOf(workbook, sheets.plans)
      plans.getCell(rowOf(plans, 'plan'), 15).value = 'ask the minister'
      plans.getCell(40, 2).value = 'With kind regards'
      workbook.addWorksheet('Notes').getCell('A1').value = 'for us only'
    })
    assert.deepEqual(
      read(bytes).cautions.map(({ sheet, cell, found }) => [sheet, cell, found]),
      [
        ['Notes', undefined, undefined],
        ['1 Plans', 'O4', 'ask the minister'],
        ['1 Plans', 'B40', 'With kind regards'],
      ],
    )
  })

  it('is refused with everything that is wrong, by sheet and cell, and nothing is stored', () =>
    inWorldWithActors(async (db) => {
      const bytes = await savedByAnother((workbook) => {
        fill(workbook)
        const plans = sheetOf(workbook, sheets.plans)
        plans.getCell(rowOf(plans, 'plan'), 5).value = { formula: 'IF(1,"Yes","No")', result: 'Yes' }
        plans.getCell(rowOf(plans, 'costed'), 5).value = 'perhaps'
        const page = plans.getCell(rowOf(plans, 'dated'), 9)
        page.value = new Date(Date.UTC(2025, 11, 7))
        page.numFmt = 'dd.mm.yyyy'
        const clearance = sheetOf(workbook, sheets.clearance)
        clearance.getCell(rowOf(clearance, 'cleared'), 6).value = '1.250'
      })
      const listed = 'one of: Yes, Partly, No, Not applicable, Not reported'
      assert.deepEqual(await issuesOf(importReports(db, file(bytes), options)), [
        'filled.xlsx, sheet "1 Plans", cell E4: A formula stands here; formulas are not run; expected the value itself, typed',
        `filled.xlsx, sheet "1 Plans", cell E6: Not one of the answers; found "perhaps"; expected ${listed}`,
        'filled.xlsx, sheet "1 Plans", cell I7: A day stands here, perhaps made by the spreadsheet; found "2025-12-07"; expected text; format the cell as text',
        'filled.xlsx, sheet "2 Clearance", cell F4: This can be read in two ways; found "1.250"; expected 1250 or 1.25, in digits only',
      ])
      assert.equal(await count(db, 'report_version'), 0)
    }))

  it('names a formula behind a link, merged cells, a question twice, an answer without a question', async () => {
    const bytes = await savedByAnother((workbook) => {
      fill(workbook)
      const plans = sheetOf(workbook, sheets.plans)
      plans.getCell(rowOf(plans, 'plan'), 8).value = {
        formula: 'HYPERLINK("http://example.org")',
        result: 'see',
      }
      plans.mergeCells('E6:E7')
      plans.getCell('A20').value = 'plan'
      plans.getCell('E20').value = 'no'
      plans.getCell('E21').value = 'yes'
      plans.getCell('A22').value = 'asked-long-ago'
      plans.getCell('E22').value = 'yes'
    })
    const { issues } = readReportWorkbook(file(bytes), options)
    assert.deepEqual(
      issues.map(({ cell, message }) => [cell, message]),
      [
        ['H4', 'A formula stands here; formulas are not run'],
        ['E6:E7', 'Cells are merged here, so it is not clear which question is answered'],
        ['A20', 'The question is answered twice'],
        ['A21', 'An answer stands here, but no question'],
        ['A22', 'No such question is asked today; the template may be older'],
      ],
    )
  })

  it('of another State, year, world or question is not taken for this one', async () => {
    const bytes = await savedByAnother(
      (workbook) => {
        fill(workbook)
        sheetOf(workbook, sheets.document).getCell('C6').value = 2025
        const plans = sheetOf(workbook, sheets.plans)
        plans.getCell(rowOf(plans, 'costed'), 2).value = 'Is it cheap?'
      },
      { world: 'exercise', banner: 'Exercise: fictional.' },
    )
    const { issues } = readReportWorkbook(file(bytes), options)
    assert.deepEqual(
      issues.map(({ cell, message, found }) => [cell, message, found]),
      [
        ['C6', 'The workbook was made for something else than this cell says', '2025'],
        [undefined, 'The template belongs to another world', 'exercise'],
        ['B6', 'The words of the question are not those asked today', 'Is it cheap?'],
      ],
    )
  })

  it('is refused in words where no template was filled in', async () => {
    const workbook = new Workbook()
    workbook.addWorksheet('Budget').getCell('A1').value = 1
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }))
    assert.throws(() => readReportWorkbook(file(bytes), options), {
      type: 'input-rejected',
    })
  })
})

describe('a question that leaves the unit open', () => {
  const loose: Questionnaire = {
    ...yearly,
    groups: [{ ...yearly.groups[1]!, questions: [{ id: 'cleared', text: 'How much?', type: 'number' }] }],
  }
  const inLoose = { ...options, questionnaires: askedBy([loose]) }

  it('keeps the unit typed beside its number, in a draft and out of it into the next workbook', () =>
    inWorldWithActors(async (db) => {
      const asked = { actor: 'XAA', obligation: 'yearly', coversYear: '2024', subject: '', startedFrom: null }
      const draft = await beginDraft(db, asked, inLoose)
      const bytes = await savedByAnother(
        (workbook) => {
          const sheet = sheetOf(workbook, '1 Clearance')
          sheet.getCell('F4').value = 0.45
          sheet.getCell('F4').numFmt = '0%'
          sheet.getCell('G4').value = 'per cent'
        },
        { questionnaire: loose },
      )
      const { typed, issues } = await readForDraft(db, draft, file(bytes), inLoose)
      assert.deepEqual(words(issues), [])
      const given_ = { typed, revision: draft.revision }
      const filled = (await fillDraft(db, draft.draftId, sectionsOf(loose), given_)).draft
      const answer = { question: 'cleared', state: 'yes', number: 45, unit: 'per cent' }
      assert.deepEqual(reportOfDraft(filled).answers, [answer])
      const again = writeTemplate({ ...given, questionnaire: loose, filled: filled.content })
      const { reports } = readReportWorkbook(file(again), inLoose)
      assert.deepEqual((reports[0]!.value as { answers: unknown }).answers, [answer])
    }))

  it('has a field for it in the form', () => {
    assert.ok(fieldsIn(sectionsOf(loose)[1]!).includes('answers.cleared.unit'))
  })
})
