// What a report's workbook is about: the hidden sheet that says how it was made, and the sheet of the report itself.
import type { ReadWorkbook } from '../formats/xlsx-read.ts'
import { languages } from '../words/languages.ts'
import { documentFields } from './draft.ts'
import type { ReportDocument } from './report.ts'
import {
  type About,
  aboutKeys,
  aboutSheet,
  formKeys,
  textIn,
  voluntaryKeys,
  wordKey,
  workbookFormat,
} from './workbook-form.ts'
import { type Gathered, note, wordsOf } from './workbook-gathered.ts'
import { cellAt, placeAt, plain, type Row } from './workbook-layout.ts'
import { readDay, readForm, readLanguage, readNumber, readText, readVoluntary } from './workbook-values.ts'

/** What the hidden sheet says; empty where it has gone. */
export const readAbout = (workbook: ReadWorkbook): Partial<About> => {
  const sheet = workbook.sheets.find((one) => one.name === aboutSheet)
  const about: Partial<About> = {}
  for (const row of sheet?.rows.values() ?? []) {
    const key = aboutKeys.find((one) => one === plain(row.get(0)))
    if (key !== undefined) about[key] = plain(row.get(1))
  }
  return about
}

/** The value of a locked cell about the document, with the kind it was written in. */
const otherValue = (row: Row): string | number | boolean | undefined => {
  const value = cellAt(row, 'value')?.value
  if (value?.kind === 'number') return value.number
  const said = plain(cellAt(row, 'value'))
  if (said === '') return undefined
  if (plain(cellAt(row, 'hint')) === 'boolean') return said === 'true'
  return said
}

/** The sheet of the report itself: its fields as typed, facts the form does not ask, and whose report it says it is. */
export const readDocument = (rows: readonly Row[], language: string, gathered: Gathered) => {
  const { file, issues } = gathered
  const document: Record<string, string> = {}
  const other: ReportDocument = {}
  const identity: Record<string, string> = {}
  const fieldsByLabel = new Map(
    documentFields.flatMap((field) =>
      languages.map(({ code }) => [wordKey(textIn(code)(`document.${field}`)), field] as const),
    ),
  )
  for (const row of rows) {
    const key = plain(cellAt(row, 'field')) || (fieldsByLabel.get(wordKey(plain(cellAt(row, 'label')))) ?? '')
    const place = placeAt(file, row, 'value')
    const value = cellAt(row, 'value')?.value
    if (['actor', 'obligation', 'coversYear', 'subject'].includes(key)) {
      identity[key] = plain(cellAt(row, 'value'))
      gathered.places.set(key, place)
      continue
    }
    if (key.startsWith('document.')) {
      const known = otherValue(row)
      if (known !== undefined) other[key.slice('document.'.length)] = known
      continue
    }
    const field = documentFields.find((one) => one === key)
    if (field === undefined) continue
    gathered.places.set(`document.${field}`, place)
    const reading =
      field === 'receivedOn'
        ? readDay(value)
        : field === 'sourceDate'
          ? readDay(value, false)
          : field === 'form'
            ? readForm(value, wordsOf(language, formKeys))
            : field === 'voluntary'
              ? readVoluntary(value, wordsOf(language, voluntaryKeys))
              : field === 'pages'
                ? readNumber(value, undefined)
                : field === 'language'
                  ? readLanguage(value)
                  : readText(value)
    const typed = note(issues, place, reading)
    if (typed !== '') document[field] = typed
  }
  return { document, other, identity }
}

/** What the workbook is about: as it was made, and as it stands in sight; where the two differ, somebody changed one. */
export const settle = (hidden: Partial<About>, seen: Record<string, string>, gathered: Gathered): About => {
  const { file, issues, cautions, places } = gathered
  const isGone = hidden.format === undefined
  for (const key of ['actor', 'obligation', 'coversYear', 'subject'] as const) {
    const [made, now] = [hidden[key] ?? '', seen[key] ?? '']
    if (isGone || seen[key] === undefined || made === now) continue
    issues.push({
      ...(places.get(key) ?? { file }),
      message: 'The workbook was made for something else than this cell says',
      found: now,
      expected: `${made}; take a new template for anything else`,
    })
  }
  if (isGone)
    cautions.push({
      file,
      message: 'The sheet that says which template this is has gone; what stands in sight counts',
    })
  return {
    format: hidden.format ?? workbookFormat,
    world: hidden.world ?? '',
    obligation: hidden.obligation ?? seen.obligation ?? '',
    questions: hidden.questions ?? '',
    actor: hidden.actor ?? seen.actor ?? '',
    coversYear: hidden.coversYear ?? seen.coversYear ?? '',
    subject: hidden.subject ?? seen.subject ?? '',
    language: hidden.language ?? 'en',
  }
}
