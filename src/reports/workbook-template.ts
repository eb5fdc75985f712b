// A report's questions as a workbook to fill in: instructions, the report itself, a sheet for each section with what was
// reported before beside each question, and the lists answers are chosen from. Only the cells to fill in are open.
import type { CellGiven, Limit, SheetGiven } from '../formats/xlsx.ts'
import { heightOf, rangeOn, writeWorkbook } from '../formats/xlsx.ts'
import type { Question, Questionnaire } from '../rules/questionnaire-schema.ts'
import type { TextKey } from '../words/catalogue.ts'
import type { Text } from '../words/text.ts'
import { documentFields } from './draft.ts'
import { askedIn, hasForms } from './questionnaire.ts'
import {
  type About,
  aboutKeys,
  aboutSheet,
  columnMark,
  documentColumns,
  formKeys,
  questionColumns,
  questionsHash,
  stateKeys,
  textIn,
  voluntaryKeys,
  workbookFormat,
} from './workbook-form.ts'

import { instructionSheet } from './workbook-instructions.ts'
import {
  fills,
  frame,
  heading,
  type List,
  type Lists,
  locked,
  type Made,
  open,
  openText,
  quiet,
  type TemplateGiven,
  titleOf,
} from './workbook-made.ts'

const plainNumber = /^-?\d+(\.\d+)?$/

/** A number typed as a number cell; what is none, or has more digits than a cell keeps, stays text. */
const numberCell = (typed: string): string | number =>
  plainNumber.test(typed) && String(Number(typed)) === typed ? Number(typed) : typed

const listsOf = (text: Text, asksForm: boolean): Lists => {
  const name = text('workbook.lists')
  const columns: { label: TextKey; keys: Record<string, TextKey> }[] = [
    { label: 'check.answer', keys: stateKeys },
    { label: 'document.voluntary', keys: voluntaryKeys },
    ...(asksForm ? ([{ label: 'document.form', keys: formKeys }] as const) : []),
  ]
  const words = columns.map(({ keys }) => Object.values(keys).map((key) => text(key)))
  const longest = Math.max(...words.map((list) => list.length))
  const list = (index: number): List => ({
    range: rangeOn(name, index, 2, (words[index]?.length ?? 0) + 1),
    words: (words[index] ?? []).join(', '),
  })
  const sheet: SheetGiven = {
    name,
    rows: [
      columns.map(({ label }) => ({ value: text(label), style: heading })),
      ...Array.from({ length: longest }, (_, i) => words.map((list_): CellGiven => list_[i] ?? null)),
    ],
    columns: columns.map(() => ({ width: 26 })),
    isProtected: true,
  }
  return { sheet, state: list(0), voluntary: list(1), form: asksForm ? list(2) : undefined }
}

/** An answer given before, in words. */
const saidBefore = ({ given, text }: Made, question: Question): string => {
  const { before } = given
  if (before === null) return ''
  const { state, number, unit: typedUnit } = before.answers[question.id] ?? {}
  const year = before.coversYear
  if (state === undefined) return text('workbook.beforeNothing', { year })
  const key = stateKeys[state as keyof typeof stateKeys]
  const word = key === undefined ? state : text(key)
  const known = question.unit ?? typedUnit
  const unit = known === undefined ? '' : ` ${known}`
  return text('workbook.before', { year, said: number === undefined ? word : `${word}, ${number}${unit}` })
}

/** The cells of one question: what is asked, then what is answered. */
const questionRow = (made: Made, question: Question, isPart: boolean): CellGiven[] => {
  const { given } = made
  const typed = given.filled?.answers[question.id] ?? {}
  const key = typed.state === undefined ? undefined : stateKeys[typed.state as keyof typeof stateKeys]
  const asksNumber = question.type === 'number' || typed.number !== undefined
  const unit = question.unit ?? typed.unit ?? ''
  const cells: Record<(typeof questionColumns)[number]['key'], CellGiven> = {
    question: { value: question.id, style: quiet },
    words: { value: `${isPart ? '– ' : ''}${question.text}`, style: locked },
    help: { value: question.help ?? '', style: quiet },
    before: { value: saidBefore(made, question), style: quiet },
    state: { value: key === undefined ? (typed.state ?? '') : made.text(key), style: open },
    number: { value: asksNumber ? numberCell(typed.number ?? '') : '', style: asksNumber ? open : locked },
    unit: {
      value: asksNumber ? unit : '',
      style: asksNumber && question.unit === undefined ? openText : quiet,
    },
    text: { value: typed.text ?? '', style: openText },
    page: { value: typed.page ?? '', style: openText },
    quotation: { value: typed.quotation ?? '', style: openText },
    language: { value: typed.language ?? '', style: openText },
    codedBy: { value: typed.codedBy ?? '', style: openText },
    confirmedBy: { value: typed.confirmedBy ?? '', style: openText },
  }
  return questionColumns.map(({ key: column }) => cells[column])
}

type Row = { cells: CellGiven[]; height: number; question: Question | null }

const widthOf = (key: (typeof questionColumns)[number]['key']): number =>
  questionColumns.find((column) => column.key === key)!.width

const rowsOf = (made: Made, question: Question, isPart = false): Row[] => {
  const height = heightOf([
    [question.text, widthOf('words')],
    [question.id, widthOf('question') + 2],
    [question.help ?? '', widthOf('help') + 4],
    [made.given.filled?.answers[question.id]?.quotation ?? '', widthOf('quotation')],
    [made.given.filled?.answers[question.id]?.text ?? '', widthOf('text')],
  ])
  if (question.parts === undefined) return [{ cells: questionRow(made, question, isPart), height, question }]
  const style = { ...locked, fill: fills.group, isBold: true }
  const parts: CellGiven[] = [
    { value: question.id, style: { ...quiet, fill: fills.group } },
    { value: question.text, style },
    {
      value: [question.help, made.text('workbook.how.parts')].filter(Boolean).join(' '),
      style: { ...quiet, fill: fills.group },
    },
  ]
  return [
    { cells: parts, height: Math.max(height, 45), question: null },
    ...question.parts.flatMap((part) => rowsOf(made, part, true)),
  ]
}

const keyRow = (columns: readonly { key: string }[]): CellGiven[] =>
  columns.map(({ key }): CellGiven => columnMark(key))

/** Three rows stand above the questions: the section's title, the keys of the columns (hidden), their headings. */
const rowsAbove = 3

const sectionSheet = (made: Made, group: Questionnaire['groups'][number], number: number): SheetGiven => {
  const { given, text, lists } = made
  const rows = group.questions.flatMap((question) => rowsOf(made, question))
  const letter = (key: string) =>
    String.fromCharCode(65 + questionColumns.findIndex((one) => one.key === key))
  const limits = rows.flatMap(({ question }, i): Limit[] => {
    if (question === null) return []
    const row = i + rowsAbove + 1
    const state: Limit = {
      range: `${letter('state')}${row}`,
      message: text('workbook.choose', { words: lists.state.words }),
      allow: { list: lists.state.range },
    }
    const amount: Limit = {
      range: `${letter('number')}${row}`,
      message: text('workbook.numberOnly'),
      allow: 'number',
    }
    return question.type === 'number' ? [state, amount] : [state]
  })
  return {
    ...frame(given),
    name: `${number} ${group.title}`,
    rows: [
      [{ value: group.title, style: { isBold: true, size: 14 } }],
      keyRow(questionColumns),
      questionColumns.map(({ label }): CellGiven => ({ value: text(label), style: heading })),
      ...rows.map((row) => row.cells),
    ],
    columns: questionColumns.map(({ width }) => ({ width })),
    heights: new Map([
      [0, 22],
      [2, 45],
      ...rows.map((row, i): [number, number] => [i + rowsAbove, row.height]),
    ]),
    hiddenRows: [1],
    frozen: { rows: rowsAbove, columns: 2 },
    limits,
    isProtected: true,
  }
}

const documentSheet = (made: Made): SheetGiven => {
  const { given, text, lists } = made
  const { document = {} } = given.filled ?? {}
  const said = (typed: string | undefined, keys: Record<string, TextKey>): string => {
    const key = keys[typed ?? '']
    return key === undefined ? (typed ?? '') : text(key)
  }
  const hints: Partial<Record<string, TextKey>> = {
    receivedOn: 'document.receivedOn.hint',
    pages: 'document.pages.hint',
    language: 'entry.language.hint',
    sourceTitle: 'document.sourceTitle.hint',
    sourceAddress: 'document.sourceAddress.hint',
    sourceDate: 'document.sourceDate.hint',
  }
  const fixed = (field: string, label: TextKey, value: string | number, hint: string): CellGiven[] => [
    { value: field, style: quiet },
    { value: text(label), style: locked },
    { value, style: { ...locked, isLeft: true } },
    { value: hint, style: quiet },
  ]
  const asked = (field: (typeof documentFields)[number]): CellGiven[] => {
    const typed = document[field]
    const value: CellGiven =
      field === 'form'
        ? { value: said(typed, formKeys), style: open }
        : field === 'voluntary'
          ? { value: said(typed, voluntaryKeys), style: open }
          : field === 'receivedOn'
            ? { value: typed === undefined ? null : { day: typed }, style: { ...open, form: 'day' } }
            : field === 'pages'
              ? { value: numberCell(typed ?? ''), style: open }
              : { value: typed ?? '', style: openText }
    const hint = hints[field]
    return [
      { value: field, style: quiet },
      { value: text(`document.${field}`), style: locked },
      value,
      { value: hint === undefined ? '' : text(hint), style: quiet },
    ]
  }
  const known: CellGiven[][] = [
    fixed('actor', 'begin.who', given.actor, given.actorName),
    fixed('obligation', 'begin.what', given.questionnaire.id, given.questionnaire.title),
    fixed('coversYear', 'begin.yearCovered', given.coversYear, ''),
    ...(given.subject === null ? [] : [fixed('subject', 'begin.subject', given.subject, '')]),
  ]
  const others = Object.entries(given.other ?? {}).map(([name, value]): CellGiven[] => [
    { value: `document.${name}`, style: quiet },
    { value: text('workbook.other', { name }), style: locked },
    { value: typeof value === 'boolean' ? String(value) : value, style: { ...locked, isLeft: true } },
    { value: typeof value, style: quiet },
  ])
  const first = rowsAbove + known.length + 1
  const fields = documentFields.filter((field) => field !== 'form' || lists.form !== undefined)
  const rowOf = (field: (typeof documentFields)[number]) => `C${first + fields.indexOf(field)}`
  const earliest = given.coversYear
  return {
    ...frame(given),
    name: text('workbook.report'),
    rows: [
      [{ value: text('workbook.report'), style: { isBold: true, size: 14 } }],
      keyRow(documentColumns),
      documentColumns.map(({ label }): CellGiven => ({ value: text(label), style: heading })),
      ...known,
      ...fields.map(asked),
      ...others,
    ],
    columns: documentColumns.map(({ width }) => ({ width })),
    heights: new Map([[0, 22]]),
    hiddenRows: [1],
    frozen: { rows: rowsAbove, columns: 2 },
    limits: [
      {
        range: rowOf('receivedOn'),
        message: text('workbook.dayOnly', { year: earliest, day: given.today }),
        allow: { days: { from: `${earliest}-01-01`, until: given.today } },
      },
      ...(lists.form === undefined
        ? []
        : [
            {
              range: rowOf('form'),
              message: text('workbook.choose', { words: lists.form.words }),
              allow: { list: lists.form.range },
            },
          ]),
      {
        range: rowOf('voluntary'),
        message: text('workbook.choose', { words: lists.voluntary.words }),
        allow: { list: lists.voluntary.range },
      },
      { range: rowOf('pages'), message: text('workbook.numberOnly'), allow: 'whole number' },
    ],
    isProtected: true,
  }
}

/** The workbook's bytes. */
export const writeTemplate = (given: TemplateGiven): Uint8Array => {
  const text = textIn(given.language)
  // A form that is filled in already is kept, also where today's questions stand in none.
  const asksForm = hasForms(given.questionnaire) || (given.filled?.document.form ?? '') !== ''
  const made: Made = { given, text, lists: listsOf(text, asksForm) }
  const about: About = {
    format: workbookFormat,
    world: given.world,
    obligation: given.questionnaire.id,
    questions: questionsHash(askedIn(given.questionnaire)),
    actor: given.actor,
    coversYear: String(given.coversYear),
    subject: given.subject ?? '',
    language: given.language,
  }
  const sections = given.questionnaire.groups.map((group, i) => sectionSheet(made, group, i + 1))
  return writeWorkbook({
    title: [given.banner, titleOf(made)].filter((part) => part !== null).join(' '),
    sheets: [
      instructionSheet(made, sections),
      documentSheet(made),
      ...sections,
      made.lists.sheet,
      {
        name: aboutSheet,
        rows: aboutKeys.map((key) => [key, about[key]]),
        columns: [{ width: 14 }, { width: 70 }],
        isHidden: true,
      },
    ],
  })
}
