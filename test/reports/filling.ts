// The workbook of a report filled in by a test, and read back.
import assert from 'node:assert/strict'
import type { Workbook } from '@cj-tech-master/excelts'
import type { Db } from '../../src/db/store.ts'
import { describeIssue, type Issue } from '../../src/problem.ts'
import { readReportWorkbook } from '../../src/reports/workbook-report.ts'
import { addActors } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { rowOf, sheetOf, sheets } from './workbook.ts'
import { questionnaires } from './yearly.ts'

export const options = { questionnaires, today: '2025-12-31', world: 'register' as const }
export const file = (bytes: Uint8Array) => ({ name: 'filled.xlsx', bytes })
export const words = (issues: readonly Issue[]) => issues.map(describeIssue)

export const inWorldWithActors = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await addActors(db)
    await work(db)
  })

/** The answers of the template as they were read, by question; nothing may be wrong. */
export const read = (bytes: Uint8Array) => {
  const { reports, issues, cautions } = readReportWorkbook(file(bytes), options)
  assert.deepEqual(words(issues), [])
  const value = reports[0]!.value as { receivedOn?: string; answers: { question: string; state: string }[] }
  return {
    value,
    cautions,
    states: Object.fromEntries(value.answers.map((one) => [one.question, one.state])),
  }
}

/** A plain, right answer to everything, typed by another program. */
export const fill = (workbook: Workbook): void => {
  sheetOf(workbook, sheets.document).getCell('C7').value = new Date(Date.UTC(2025, 3, 30))
  const plans = sheetOf(workbook, sheets.plans)
  plans.getCell(rowOf(plans, 'plan'), 5).value = 'Yes'
  plans.getCell(rowOf(plans, 'costed'), 5).value = 'Partly'
  plans.getCell(rowOf(plans, 'dated'), 5).value = 'No'
  const clearance = sheetOf(workbook, sheets.clearance)
  clearance.getCell(rowOf(clearance, 'cleared'), 6).value = 1250.5
}
