// The template of a small fictional report, and what may happen to it in another program.
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import type { TemplateGiven } from '../../src/reports/workbook-made.ts'
import { writeTemplate } from '../../src/reports/workbook-template.ts'
import { yearly } from './yearly.ts'

export const given: TemplateGiven = {
  questionnaire: yearly,
  actor: 'XAA',
  actorName: 'Fictional State A',
  coversYear: 2024,
  subject: null,
  world: 'register',
  banner: null,
  language: 'en',
  today: '2025-12-31',
  before: null,
}

/** The sheets of the template of `yearly` in English. */
export const sheets = { document: 'The report itself', plans: '1 Plans', clearance: '2 Clearance' }

export const sheetOf = (workbook: Workbook, name: string): Worksheet => {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet "${name}"`)
  return sheet
}

/** A template opened and saved by another program, which `change` may do anything to. */
export const savedByAnother = async (
  change: (workbook: Workbook) => void,
  more: Partial<TemplateGiven> = {},
): Promise<Uint8Array> => {
  const workbook = new Workbook()
  await workbook.xlsx.load(writeTemplate({ ...given, ...more }))
  change(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }))
}

/** The row of a question, found by its key in the first column. */
export const rowOf = (sheet: Worksheet, key: string): number => {
  for (let row = 1; row <= sheet.rowCount; row++) if (sheet.getCell(row, 1).value === key) return row
  throw new Error(`no row "${key}"`)
}
