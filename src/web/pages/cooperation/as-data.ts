// The page as data: everything it holds with its sources, and as rows of one table.
import type { CooperationShown } from '../../data/cooperation.ts'
import { type CsvValue, enteredMark, type Table } from '../../twin.ts'

/** The page for programs. */
export const cooperationData = ({
  standing,
  mayFreeze: _,
  nameable: __,
  offered: ___,
  compared: ____,
  ...shown
}: CooperationShown): object => ({
  ...shown,
  state: standing?.state ?? null,
})

const columns = [
  ...['actor', 'version', 'row', 'section', 'paragraph', 'language', 'text', 'fact', 'kind', 'when'],
  ...['value', 'stated_as_of', 'source', 'source_date', 'address', 'locator', 'quotation', 'mark'],
]

const fieldsText = (fields: Record<string, unknown>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${[value].flat().join('; ')}`)
    .join(', ')

/** Titles and paragraphs by language, then the facts with where each was read, told apart by `row`. */
export const cooperationTable = ({ content, actor, version }: CooperationShown): Table => {
  const named = version === null ? null : String(version.number ?? version.id)
  const rowOf = (cells: Partial<Record<string, CsvValue>>): CsvValue[] =>
    columns.map((column) => ({ actor: actor.id, version: named, ...cells })[column] ?? null)
  const words = content.sections.flatMap((section) => [
    ...Object.entries(section.title).map(([language, text]) =>
      rowOf({ row: 'title', section: section.id, language, text }),
    ),
    ...section.written.flatMap((paragraph, i) =>
      Object.entries(paragraph).map(([language, text]) =>
        rowOf({ row: 'paragraph', section: section.id, paragraph: i + 1, language, text }),
      ),
    ),
  ])
  const facts = content.sections.flatMap((section) =>
    section.told.flat().flatMap(({ facts: ids }) => ids.map((id) => [section.id, id] as const)),
  )
  const sectionOf = new Map(facts.map(([section, id]) => [id, section]))
  return {
    columns,
    rows: [
      ...words,
      ...content.facts.map((fact) => {
        const source = content.sources.find(({ number }) => number === fact.source)
        return rowOf({
          row: 'fact',
          section: sectionOf.get(fact.id) ?? null,
          language: 'en',
          text: fact.title,
          fact: fact.id,
          kind: fact.kind,
          when: fact.held,
          value: fieldsText(fact.fields),
          stated_as_of: fact.statedAsOf,
          source: source?.title ?? null,
          source_date: source?.date ?? null,
          address: source?.address ?? null,
          locator: source?.locator ?? null,
          quotation: source?.quotation ?? null,
          mark: fact.entered ? enteredMark : null,
        })
      }),
    ],
  }
}
