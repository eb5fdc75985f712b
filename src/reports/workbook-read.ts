// A report's workbook as it comes back, whatever happened to it on the way: sheets in another order, under other names,
// rows moved or added, words in another language. Cells are found by the keys beside them; every problem is named by
// sheet and cell, and what was written elsewhere is said rather than lost.
import type { InputFile } from '../facts/datum-file.ts'
import { type ReadSheet, readWorkbook } from '../formats/xlsx-read.ts'
import { type Issue, type Place, problem } from '../problem.ts'
import { languages } from '../words/languages.ts'
import { answerFields, documentFields, type Typed } from './draft.ts'
import type { ReportDocument } from './report.ts'
import type { Asked, AskedQuestion } from './validate.ts'
import { readAbout, readDocument, settle } from './workbook-about.ts'
import {
  type About,
  aboutSheet,
  type QuestionColumn,
  questionsHash,
  stateKeys,
  textIn,
  wordKey,
  workbookFormat,
} from './workbook-form.ts'
import { type Gathered, note, type WorkbookContext, wordsOf } from './workbook-gathered.ts'
import {
  cellAt,
  headingKeys,
  holdsQuestions,
  isFilled,
  layoutOf,
  placeAt,
  plain,
  type Row,
  rowsBelow,
  speaking,
} from './workbook-layout.ts'
import { type Reading, readLanguage, readNumber, readState, readText } from './workbook-values.ts'

export type FilledWorkbook = {
  about: About
  /** As it would be typed into the form; what is empty is left out. */
  document: Typed
  answers: Record<string, Typed>
  /** Facts of the document that the form does not ask. */
  other: ReportDocument
  issues: Issue[]
  /** Nothing wrong, but worth knowing: what was not taken in. */
  cautions: Issue[]
  /** Where a field stands, by its path: `document.receivedOn`, `answers.<question>.state`, or `actor` and the like. */
  placeOf: (path: string) => Place
}

/** Cells joined over several questions, or over several columns of one, with something in them. */
const mergedIssues = (row: Row, file: string): Issue[] =>
  (row.sheet.merged.get(row.row) ?? []).flatMap(({ cell, from, until }): Issue[] => {
    const columns = speaking.flatMap((key) => row.layout.columns.get(key) ?? [])
    const touched = columns.filter((column) => column >= from.column && column <= until.column)
    const holds = row.cells.get(from.column) !== undefined
    if (!holds || touched.length === 0 || (from.row === until.row && touched.length < 2)) return []
    return [
      {
        file,
        sheet: row.sheet.name,
        cell,
        message: 'Cells are merged here, so it is not clear which question is answered',
        expected: 'one cell for each answer',
      },
    ]
  })

const readAnswer = (
  row: Row,
  question: AskedQuestion,
  language: string,
  gathered: Gathered,
): Typed | undefined => {
  const { issues, file } = gathered
  const at = (key: QuestionColumn) => placeAt(file, row, key)
  for (const field of answerFields) gathered.places.set(`answers.${question.id}.${field}`, at(field))
  if (!isFilled(row, speaking)) return undefined
  issues.push(...mergedIssues(row, file))
  const read = (key: QuestionColumn, reading: Reading) => note(issues, at(key), reading)
  const value = (key: QuestionColumn) => cellAt(row, key)?.value
  const words = wordsOf(language, stateKeys)
  const before = issues.length
  const typed: Record<(typeof answerFields)[number], string> = {
    state: read('state', readState(value('state'), words)),
    number: read(
      'number',
      readNumber(value('number'), question.unit ?? (plain(cellAt(row, 'unit')) || undefined)),
    ),
    unit: '',
    text: read('text', readText(value('text'))),
    page: read('page', readText(value('page'))),
    quotation: read('quotation', readText(value('quotation'))),
    language: read('language', readLanguage(value('language'))),
    codedBy: read('codedBy', readText(value('codedBy'))),
    confirmedBy: read('confirmedBy', readText(value('confirmedBy'))),
  }
  const isUnread = issues.length > before
  if (typed.number !== '') typed.unit = read('unit', readText(value('unit')))
  if (typed.unit === question.unit) typed.unit = ''
  // A question that is answered by a number needs no word beside it.
  if (typed.state === '' && typed.number !== '' && question.type === 'number') typed.state = 'yes'
  const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  if (typed.state === '' && !isUnread && Object.keys(filled).length > 0)
    issues.push({
      ...at('state'),
      message: 'Something stands beside this question, but no answer',
      expected: `one of: ${words}`,
    })
  // Without an answer the rest says nothing; an issue has said so.
  return typed.state === '' ? undefined : filled
}

const outside = 'Not taken in: it stands outside the cells to fill in'

/** Words in columns the template does not have, or beside questions where nothing is asked. */
const readOutside = (row: Row, gathered: Gathered): void => {
  const known = new Set(row.layout.columns.values())
  for (const [column, cell] of row.cells) {
    if (known.has(column) || plain(cell) === '') continue
    gathered.cautions.push({
      file: gathered.file,
      sheet: row.sheet.name,
      cell: cell.cell,
      message: outside,
      found: plain(cell).slice(0, 80),
    })
  }
}

type Answered = { answers: Record<string, Typed>; seen: Set<string> }

/** Questions by their own words; words that two questions share name neither. */
const namesByWords = ({ questions }: Asked): Map<string, string> => {
  const byWords = Map.groupBy(questions.values(), ({ id, text }) => wordKey(text ?? id))
  return new Map([...byWords].flatMap(([words, own]) => (own.length === 1 ? [[words, own[0]!.id]] : [])))
}

const readQuestions = (rows: readonly Row[], asked: Asked, about: About, gathered: Gathered): Answered => {
  const { issues, cautions, file } = gathered
  const answers: Record<string, Typed> = {}
  const seen = new Map<string, Row>()
  const byWords = namesByWords(asked)
  for (const row of rows) {
    // Where the key is gone, the question's own words tell.
    const words = plain(cellAt(row, 'words')).replace(/^– /, '')
    const id = plain(cellAt(row, 'question')) || (byWords.get(wordKey(words)) ?? '')
    readOutside(row, gathered)
    const question = asked.questions.get(id)
    const place = placeAt(file, row, 'question')
    if (question === undefined) {
      if (isFilled(row, speaking)) {
        const parts = asked.headings.get(id)
        issues.push({
          ...place,
          message:
            parts !== undefined
              ? 'The question is answered by its parts'
              : id === ''
                ? 'An answer stands here, but no question'
                : 'No such question is asked today; the template may be older',
          ...(id === '' ? {} : { found: id }),
          ...(parts === undefined ? {} : { expected: parts.join(', ') }),
        })
      } else if (id === '' && words !== '')
        cautions.push({ ...placeAt(file, row, 'words'), message: outside, found: words.slice(0, 80) })
      continue
    }
    const twice = seen.get(id)
    if (twice !== undefined && !isFilled(row, speaking)) continue
    const typed = readAnswer(row, question, about.language, gathered)
    if (twice !== undefined && answers[id] !== undefined) {
      const other = placeAt(file, twice, 'question')
      issues.push({
        ...place,
        message: 'The question is answered twice',
        found: id,
        expected: `one row; the other one is sheet "${other.sheet}", row ${twice.row}`,
      })
    }
    seen.set(id, row)
    if (
      words !== '' &&
      question.text !== undefined &&
      wordKey(words) !== wordKey(question.text) &&
      typed !== undefined
    )
      issues.push({
        ...placeAt(file, row, 'words'),
        message: 'The words of the question are not those asked today',
        found: words.slice(0, 120),
        expected: question.text,
      })
    if (typed === undefined) continue
    answers[id] = typed
  }
  return { answers, seen: new Set(seen.keys()) }
}

const notOurs = (file: string, message: string, expected: string) =>
  problem('input-rejected', `${file} has one problem.`, [{ file, message, expected }])

/**
 * What was filled in. Throws `input-unreadable` for what is no workbook, `input-rejected` for one that was not made
 * from a template; everything else that is wrong comes back as issues by sheet and cell.
 */
export const readFilledWorkbook = (file: InputFile, context: WorkbookContext): FilledWorkbook => {
  const workbook = readWorkbook(file.bytes, file.name)
  const gathered: Gathered = { file: file.name, context, issues: [], cautions: [], places: new Map() }
  const { issues, cautions, places } = gathered
  const hidden = readAbout(workbook)
  if (hidden.format !== undefined && hidden.format !== workbookFormat)
    throw notOurs(
      file.name,
      `The template is of another form, ${hidden.format}`,
      `a template of the form ${workbookFormat}`,
    )
  const keys = headingKeys()
  const questionRows: Row[] = []
  const documentRows: Row[] = []
  const unread: ReadSheet[] = []
  for (const sheet of workbook.sheets) {
    const asked =
      layoutOf(sheet, keys.questions, ['words', 'state']) ??
      layoutOf(sheet, keys.questions, ['question', 'state'])
    const about = asked === undefined ? layoutOf(sheet, keys.document, ['field', 'value']) : undefined
    if (asked !== undefined) questionRows.push(...rowsBelow(sheet, asked))
    else if (about !== undefined) documentRows.push(...rowsBelow(sheet, about))
    else unread.push(sheet)
  }
  const read = readDocument(documentRows, hidden.language ?? 'en', gathered)
  const about = settle(hidden, read.identity, gathered)
  const asked = context.questionnaires.get(about.obligation)
  noteUnread(unread, asked, gathered)
  if (about.obligation === '' || (questionRows.length === 0 && issues.length === 0))
    throw notOurs(
      file.name,
      'This workbook was not made from a template of a report',
      'the file that "pacta report template" or the page of the report gives, filled in',
    )
  if (context.world !== undefined && about.world !== '' && about.world !== context.world)
    issues.push({
      file: file.name,
      message: 'The template belongs to another world',
      found: about.world,
      expected: context.world,
    })
  const answered_ = asked === undefined ? undefined : readQuestions(questionRows, asked, about, gathered)
  if (asked !== undefined && answered_ !== undefined) {
    const missing = [...asked.questions.keys()].filter((id) => !answered_.seen.has(id))
    if (about.questions !== '' && about.questions !== questionsHash(asked))
      cautions.push({
        file: file.name,
        message: 'The template is of another version of the questions than today’s',
      })
    if (missing.length > 0)
      cautions.push({
        file: file.name,
        message: 'Questions that do not stand in the file, and so stay open',
        found: `${missing.length}: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}`,
      })
  }
  if (workbook.hasMacros) cautions.push({ file: file.name, message: 'It holds macros; they were not run' })
  if (workbook.hasLinks)
    cautions.push({ file: file.name, message: 'It links to other workbooks; they were not opened' })
  return {
    about,
    document: read.document,
    other: read.other,
    answers: answered_?.answers ?? {},
    issues,
    cautions,
    placeOf: (path) => places.get(path) ?? { file: file.name, path },
  }
}

/** Sheets whose columns nothing names: one that holds questions would lose its answers, so it is an issue. */
const noteUnread = (sheets: readonly ReadSheet[], asked: Asked | undefined, gathered: Gathered): void => {
  const { file, issues, cautions } = gathered
  const questions = [...(asked?.questions.values() ?? [])]
  const names = {
    keys: new Set([...questions.map(({ id }) => id), ...documentFields]),
    words: new Set(questions.flatMap(({ text }) => (text === undefined ? [] : [wordKey(text)]))),
  }
  for (const sheet of sheets) {
    const place = { file, sheet: sheet.name }
    if (sheet.name !== aboutSheet && holdsQuestions(sheet, names))
      issues.push({
        ...place,
        message: 'Questions stand here, but a column that is needed cannot be found',
        expected: 'the row of headings as the template has it, and the column of answers',
      })
    else if (!isOfTemplate(sheet))
      cautions.push({ ...place, message: 'Not read: the template has no such sheet' })
  }
}

/** Sheets of the template that hold nothing to read: instructions, lists, and what it is about. */
const isOfTemplate = (sheet: ReadSheet): boolean =>
  sheet.name === aboutSheet ||
  sheet.rows.size === 0 ||
  languages.some(({ code }) => {
    const text = textIn(code)
    const first = plain([...(sheet.rows.get(1)?.values() ?? [])][0])
    return (
      [text('workbook.instructions'), text('workbook.lists')].includes(sheet.name) ||
      first === text('check.answer')
    )
  })
