// The page of a State's engagements as rows of one table, so that a spreadsheet gets all of it.
import type { MinistryShown } from '../data/engagements.ts'
import { type CsvValue, enteredMark, type Table } from '../twin.ts'

const columns = [
  ...[
    'actor',
    'row',
    'id',
    'kind',
    'relation',
    'title',
    'when',
    'status',
    'stated_as_of',
    'value',
    'inferred',
  ],
  ...[
    'known_from',
    'source',
    'source_date',
    'address',
    'locator',
    'quotation',
    'quotation_language',
    'note',
    'mark',
    'tier',
  ],
]

const rowOf = (cells: Partial<Record<string, CsvValue>>): CsvValue[] =>
  columns.map((column) => cells[column] ?? null)

const said = new Set(['title', 'status', 'inferred', 'statedAsOf'])

/** Engagements, what is owed, treaties, votes and values of pledges, told apart by `row`. */
export const ministryTable = ({
  state,
  engagements,
  owed,
  treaties,
  votes,
  pledges,
}: MinistryShown): Table => ({
  columns,
  rows: [
    ...engagements.map((one) =>
      rowOf({
        actor: one.actor.id,
        row: 'engagement',
        id: one.id,
        kind: one.kind,
        relation: one.relation,
        title: one.title,
        when: one.held,
        status: one.status,
        stated_as_of: one.asOf ?? one.statedAsOf,
        value: one.fields
          .filter((field) => !said.has(field.name))
          .map((field) => `${field.name}: ${[field.value].flat().join('; ')}`)
          .join(', '),
        inferred: one.inferred.join('; '),
        known_from: one.knownFrom,
        source: one.source?.title ?? null,
        source_date: one.source?.date ?? null,
        address: one.source?.address ?? null,
        locator: one.locator,
        quotation: one.quotation,
        quotation_language: one.language,
        note: one.note,
        mark: one.entered ? enteredMark : null,
        tier: one.tier,
      }),
    ),
    ...owed.map((one) =>
      rowOf({
        actor: one.actor,
        row: 'owed',
        id: one.key,
        kind: one.duty,
        title: one.title,
        when: one.due,
        status: one.isLate === true ? `${one.status}, late` : one.status,
        value: [
          ...one.metBy.map(({ kind, on }) => `met by: ${kind}${on === null ? '' : ` ${on}`}`),
          ...one.searched.map(
            ({ register, level, until }) =>
              `searched: ${register}, ${level}${until === null ? '' : ` up to ${until}`}`,
          ),
        ].join('; '),
        source: one.source.title,
        address: one.source.address,
        locator: one.source.place,
        quotation: one.words,
        quotation_language: one.language,
        note: [one.said.derivation, one.said.reason].filter((words) => words !== null).join('; '),
        mark: one.entered ? enteredMark : null,
      }),
    ),
    ...treaties.map((treaty) =>
      rowOf({
        actor: state.id,
        row: 'treaty',
        id: treaty.treaty,
        title: treaty.title,
        when: treaty.on,
        status: treaty.state === 'none' ? 'not a party' : treaty.state,
        stated_as_of: treaty.source.date,
        source: treaty.source.title,
        source_date: treaty.source.date,
        address: treaty.source.address,
      }),
    ),
    ...votes.flatMap(({ series, years }) =>
      years.map((one) =>
        rowOf({
          actor: state.id,
          row: 'vote',
          id: one.symbol,
          kind: series,
          title: one.titleInFile,
          when: one.adoptedOn ?? String(one.year),
          value: one.vote ?? 'no vote recorded',
          source: one.source?.title ?? null,
          source_date: one.source?.date ?? null,
          address: one.source?.address ?? null,
          locator: one.locator,
          note: one.why,
          mark: one.entered ? enteredMark : null,
        }),
      ),
    ),
    ...pledges.flatMap(({ values }) =>
      values.map((value) =>
        rowOf({
          actor: state.id,
          row: 'value',
          id: value.indicator,
          when: String(value.year),
          status: value.status,
          stated_as_of: value.asOf,
          value: value.value,
        }),
      ),
    ),
  ],
})
