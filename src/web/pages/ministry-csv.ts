// The page of a State's engagements as rows of one table, so that a spreadsheet gets all of it.
import type { EngagementShown, MinistryShown } from '../data/engagements.ts'
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

/** Which fact answers which question, and what was met in which year. */
const answerRows = ({ state, answers }: Pick<MinistryShown, 'state' | 'answers'>): CsvValue[][] => {
  const facts = (question: string, ids: readonly string[], value?: string): CsvValue[][] =>
    ids.map((id) => rowOf({ actor: state.id, row: 'answer', id, kind: question, value: value ?? null }))
  return [
    ...facts('chaired', answers.chairs),
    ...facts('past term', answers.pastTerms),
    ...facts('hosted', answers.hosts),
    ...answers.promisedTo.flatMap(({ to, facts: ids }) =>
      facts('promised', ids, to === null ? 'names nobody' : to.name),
    ),
    ...facts('promised by others', answers.towards),
    ...answers.seenTo.map(({ id, title, who }) =>
      rowOf({
        actor: state.id,
        row: 'answer',
        id,
        kind: 'responsible',
        title,
        value: who.length === 0 ? 'names nobody' : [...new Set(who.map(({ name }) => name))].join('; '),
      }),
    ),
    ...answers.targets.flatMap(({ year, targets }) =>
      targets.map(({ duty, actor, title, n, N, state: standing }) =>
        rowOf({
          actor,
          row: 'answer',
          id: duty,
          kind: 'target',
          title,
          when: String(year),
          status: standing,
          value: `${n} of ${N}`,
        }),
      ),
    ),
    ...facts('people serving', answers.serving),
    ...answers.servingByOthers.flatMap(({ by, table, measure, newest, doubtful }) =>
      [newest, doubtful].flatMap((one) =>
        one === null
          ? []
          : [
              rowOf({
                actor: state.id,
                row: 'answer',
                kind: 'people serving',
                when: String(one.year),
                status: one === doubtful ? 'doubtful' : null,
                value: one.persons,
                note: [measure, `missions: ${one.missions}`, ...one.notes].join('; '),
                source: [table, by].filter((part) => part !== null).join(', '),
              }),
            ],
      ),
    ),
    ...answers.beside.flatMap(({ id, others, more }) => [
      ...others.map((other) =>
        rowOf({
          actor: state.id,
          row: 'answer',
          id,
          kind: 'another source on the same',
          value: other.id,
          note: other.differs.length === 0 ? 'they agree' : `they differ in: ${other.differs.join('; ')}`,
        }),
      ),
      ...(more === 0
        ? []
        : [
            rowOf({
              actor: state.id,
              row: 'answer',
              id,
              kind: 'more of other sources on the same',
              value: more,
            }),
          ]),
    ]),
  ]
}

/** Where something is from, and what is said of it. */
const citedIn = ({
  source,
  locator,
  language,
  note,
  entered,
}: Pick<EngagementShown, 'source' | 'locator' | 'language' | 'note' | 'entered'>) => ({
  source: source?.title ?? null,
  source_date: source?.date ?? null,
  address: source?.address ?? null,
  locator,
  quotation_language: language,
  note,
  mark: entered ? enteredMark : null,
})

/** Engagements, what is owed, treaties, what was declared to them, votes, values of pledges and answers to questions, told apart by `row`. */
export const ministryTable = ({
  state,
  engagements,
  owed,
  treaties,
  statements,
  objections,
  votes,
  pledges,
  answers,
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
        ...citedIn(one),
        quotation: one.quotation,
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
            ({ register, level, until, entered }) =>
              `searched: ${register}, ${level}${until === null ? '' : ` up to ${until}`}${entered === true ? ` (${enteredMark})` : ''}`,
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
    ...[...statements, ...objections].map((one) =>
      rowOf({
        actor: one.actor.id,
        row: one.actor.id === state.id ? 'statement' : 'objection',
        id: one.id,
        kind: one.what,
        relation: one.treaty,
        title: one.heading ?? one.section,
        when: one.madeOn ?? one.dateWords,
        status: one.upon ?? one.rule,
        stated_as_of: one.source?.date ?? null,
        value: [
          ...(one.confirmedUpon === null ? [] : [`confirmed upon: ${one.confirmedUpon}`]),
          ...(one.against.length === 0 ? [] : [`against: ${one.against.map(({ id }) => id).join(', ')}`]),
          ...(one.withdrawnOn === null ? [] : [`withdrawn on: ${one.withdrawnOn}`]),
        ].join('; '),
        ...citedIn(one),
        quotation: one.words,
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
    ...answerRows({ state, answers }),
  ],
})
