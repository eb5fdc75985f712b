// A workbook to type facts of one kind into: a column for each thing a fact says, with what is meant above it.

import { columnLetters } from '../formats/csv.ts'
import type { CellGiven, Limit } from '../formats/xlsx.ts'
import { heightOf, rangeOn, writeWorkbook } from '../formats/xlsx.ts'
import type { CellStyle } from '../formats/xlsx-style.ts'
import type { TextKey } from '../words/catalogue.ts'
import type { Text } from '../words/text.ts'
import { datumColumns } from './datum-file.ts'
import { type FieldSpec, fieldsOf, type KindSpec } from './kind.ts'

export type FactsTemplateGiven = {
  kind: string
  spec: KindSpec
  text: Text
  /** What a fictional world says of itself. */
  banner: string | null
}

const rowsToFill = 200

const hints: Partial<Record<(typeof datumColumns)[number], TextKey>> = {
  id: 'workbook.facts.id',
  actor: 'workbook.facts.actor',
  subject: 'newFact.subject.hint',
  from: 'newFact.from',
  until: 'newFact.until.hint',
  date: 'newFact.date.hint',
  known_from: 'newFact.known.hint',
  supersedes: 'workbook.facts.supersedes',
  retracts: 'workbook.facts.retracts',
  source_title: 'newFact.source.title',
  source_address: 'newFact.source.address',
  source_publisher: 'newFact.source.publisher',
  source_date: 'newFact.source.date',
  locator: 'newFact.locator',
  quotation: 'newFact.quotation',
  language: 'entry.language.hint',
  note: 'newFact.note',
}

const fieldHint = (text: Text, { required, unit, oneOf, comparator, type, hint }: FieldSpec): string =>
  [
    hint ?? '',
    required === true ? text('form.needed') : '',
    unit ?? '',
    oneOf === undefined ? '' : oneOf.join(', '),
    type === 'list' ? text('newFact.list.hint') : '',
    comparator === true ? text('newFact.comparator.hint') : '',
  ]
    .filter((part) => part !== '')
    .join(' ')

const openCell: CellStyle = { fill: 'FFF8D6', isBoxed: true, isOpen: true, isLeft: true, form: 'text' }
const heading: CellStyle = { isBold: true, fill: 'DCE8EA', isBoxed: true }
const quiet: CellStyle = { isQuiet: true, size: 9, wraps: true, isBoxed: true }

/** The workbook's bytes. `facts check` and `facts import` read it filled in. */
export const writeFactsTemplate = ({ kind, spec, text, banner }: FactsTemplateGiven): Uint8Array => {
  const own = Object.entries(fieldsOf(spec)).filter(
    ([name]) => name !== 'note' && !name.endsWith('Comparator'),
  )
  const [first, rest] = [datumColumns.slice(0, 3), datumColumns.slice(3).filter((name) => name !== 'tier')]
  const columns = [
    ...first.map((name) => ({ name, hint: name === 'kind' ? kind : hints[name] ? text(hints[name]) : '' })),
    ...own.map(([name, field]) => ({ name: `body.${name}`, hint: fieldHint(text, field) })),
    ...rest.map((name) => ({ name, hint: hints[name] === undefined ? '' : text(hints[name]) })),
  ]
  const lists = own.flatMap(([name, field]) =>
    field.oneOf === undefined || name.endsWith('Comparator')
      ? []
      : [{ name: `body.${name}`, words: field.oneOf }],
  )
  const above = [...(banner === null ? [] : [banner]), spec.title]
  const headingRow = above.length + 2
  const limits = lists.map(({ name, words }, i): Limit => {
    const letter = columnLetters(columns.findIndex((column) => column.name === name))
    return {
      range: `${letter}${headingRow + 1}:${letter}${headingRow + rowsToFill}`,
      message: text('workbook.choose', { words: words.join(', ') }),
      allow: { list: rangeOn(text('workbook.lists'), i, 2, words.length + 1) },
    }
  })
  const width = (name: string): number => (/quotation|note/.test(name) ? 40 : Math.max(16, name.length + 3))
  const blank = columns.map(
    ({ name }): CellGiven => ({
      value: name === 'kind' ? kind : '',
      style: name === 'kind' ? quiet : openCell,
    }),
  )
  return writeWorkbook({
    title: above.join(' '),
    sheets: [
      {
        name: spec.title,
        rows: [
          ...above.map((words) => [{ value: words, style: { isBold: true, size: 13 } }]),
          columns.map(({ hint }): CellGiven => ({ value: hint, style: quiet })),
          columns.map(({ name }): CellGiven => ({ value: name, style: heading })),
          ...Array.from({ length: rowsToFill }, () => blank),
        ],
        columns: columns.map(({ name }) => ({ width: width(name) })),
        heights: new Map([
          [above.length, heightOf(columns.map(({ name, hint }) => [hint, width(name) + 2] as const))],
        ]),
        frozen: { rows: headingRow, columns: 2 },
        limits,
        isProtected: true,
        ...(banner === null ? {} : { printHeader: banner, tab: '6B4FA0' }),
      },
      ...(lists.length === 0
        ? []
        : [
            {
              name: text('workbook.lists'),
              rows: [
                lists.map(({ name }) => ({ value: name, style: heading })),
                ...Array.from({ length: Math.max(...lists.map(({ words }) => words.length)) }, (_, i) =>
                  lists.map(({ words }): CellGiven => words[i] ?? null),
                ),
              ],
              columns: lists.map(() => ({ width: 26 })),
              isProtected: true,
            },
          ]),
    ],
  })
}
