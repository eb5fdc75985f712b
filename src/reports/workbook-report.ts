// A filled workbook as the report it is: the same raw report that JSON and CSV become, each of its paths leading to a cell.
import type { InputFile } from '../facts/datum-file.ts'
import type { Issue } from '../problem.ts'
import { fieldAt } from './check-draft.ts'
import { reportOfDraft } from './draft.ts'
import type { RawReport } from './report-file.ts'
import type { WorkbookContext } from './workbook-gathered.ts'
import { type FilledWorkbook, readFilledWorkbook } from './workbook-read.ts'

/** The report that a filled workbook says. */
export const rawReportOf = (filled: FilledWorkbook): RawReport => {
  const { about, document, answers, other } = filled
  const { actor, obligation, coversYear, subject } = about
  const report = reportOfDraft({
    actor,
    obligation,
    coversYear: Number(coversYear),
    subject: subject === '' ? null : subject,
    content: { document, answers, sections: {} },
  })
  const facts = { ...other, ...(report.document as object | undefined) }
  const value = {
    ...report,
    ...(Object.keys(facts).length === 0 ? {} : { document: facts }),
  }
  return { value, place: (path) => filled.placeOf(placeName(value.answers, path)) }
}

/** The unit has a cell of its own here; the form has it beside the number. */
const placeName = (answers: readonly Record<string, unknown>[], path: (string | number)[]): string =>
  path[0] === 'answers' && path[2] === 'unit'
    ? `answers.${answers[Number(path[1])]?.question}.unit`
    : fieldAt(answers, path)

/** The report of a workbook, with what is wrong with its cells and what was not taken in. */
export const readReportWorkbook = (
  file: InputFile,
  context: WorkbookContext,
): { reports: RawReport[]; issues: Issue[]; cautions: Issue[] } => {
  const filled = readFilledWorkbook(file, context)
  const day = context.receivedOn
  if (day !== undefined) filled.document = { receivedOn: day, ...filled.document }
  return { reports: [rawReportOf(filled)], issues: filled.issues, cautions: filled.cautions }
}
