// pacta duties: who owes what by when, and where each duty stands. pacta duties rules: what the dates come from.
import type { DutyOwed, DutyStatus } from '../duties/owed.ts'
import { todayIn } from '../facts/today.ts'
import { writeCsv } from '../formats/csv.ts'
import { type DutiesAsked, listDuties, spanAsked } from '../indicators/duties-owed.ts'
import { listActorNames } from '../indicators/evidence-store.ts'
import { inEnglish } from '../indicators/names.ts'
import { problem } from '../problem.ts'
import { dutyStatuses } from '../web/schemas/duties.ts'
import type { Reason } from '../words/reason.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { asWorld, worldOption } from './world.ts'

const listOption = (context: CommandContext, name: string): string[] | undefined =>
  textOption(context, name)
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const statusOption = (context: CommandContext): DutyStatus[] | undefined =>
  listOption(context, 'status')?.map((given) => {
    const status = dutyStatuses.find((one) => one === given)
    if (status === undefined)
      throw problem('usage', `--status "${given}" is none. Statuses: ${dutyStatuses.join(', ')}.`)
    return status
  })

const said = (reason: Reason | null): string | null => (reason === null ? null : inEnglish(reason))

/** A duty as --json prints it: reasons in English. */
const asData = (owed: DutyOwed, name: string) => ({
  actor: owed.actor,
  name,
  duty: owed.duty,
  title: owed.title,
  article: owed.article,
  instance: owed.instance,
  due: owed.due,
  precision: owed.precision,
  status: owed.status,
  isLate: owed.isLate,
  applies: owed.applies,
  computed:
    owed.computed === null ? null : { on: owed.computed.on, derivation: inEnglish(owed.computed.derivation) },
  granted: owed.granted,
  owners: owed.owners ?? [owed.actor],
  otherwise: owed.otherwise,
  derivation: inEnglish(owed.derivation),
  waitsFor: said(owed.waitsFor),
  reason: said(owed.reason),
  source: owed.source,
  metBy: owed.metBy,
  searched: owed.searched,
  words: owed.words,
  language: owed.language,
  note: owed.note,
  responsible: owed.responsible,
  obligation: owed.obligation,
  datumIds: owed.datumIds,
  restsOn: owed.restsOn ?? [],
  entered: owed.entered === true,
  key: owed.key,
})

const csvColumns = [
  ...['actor', 'name', 'duty', 'article', 'title', 'instance', 'due', 'precision', 'status', 'late'],
  ...['applies', 'computed', 'granted', 'met_on', 'met_by', 'derivation', 'waits_for', 'reason'],
  ...['source_title', 'source_address', 'entered'],
]

const asRow = (data: ReturnType<typeof asData>): string[] => [
  ...[data.actor, data.name, data.duty, data.article ?? '', data.title, data.instance ?? ''],
  ...[data.due ?? '', data.precision ?? '', data.status],
  data.isLate === null ? '' : data.isLate ? 'yes' : 'no',
  data.applies,
  data.computed?.on ?? '',
  data.granted.map(({ on }) => on).join(' '),
  data.metBy.map(({ on }) => on ?? '').join(' '),
  data.metBy.map(({ id }) => id).join(' '),
  ...[data.derivation, data.waitsFor ?? '', data.reason ?? ''],
  ...[data.source.title, data.source.address ?? '', data.entered ? 'yes' : 'no'],
]

const statusWords = ({ status, isLate, applies }: DutyOwed): string => {
  const standing = status === 'met' && isLate === true ? 'met late' : status
  return applies === 'unknown' ? `${standing}, if owed` : standing
}

/** "Article 7", and the action of a plan as it stands. */
const placeOf = ({ article, instrument }: DutyOwed): string =>
  article === null ? instrument : `${instrument}, ${/^\d/.test(article) ? `Article ${article}` : article}`

const line = (owed: DutyOwed, name: string): string =>
  `${(owed.due ?? '–').padEnd(10)}  ${statusWords(owed).padEnd(18)}  ${owed.actor.padEnd(4)} ${name.padEnd(24)}  ` +
  `${owed.title} (${placeOf(owed)})` +
  `${owed.computed !== null && owed.due !== null && owed.computed.on !== owed.due ? `, by the rule ${owed.computed.on}` : ''}` +
  `${owed.entered === true ? ', entered here, not received' : ''}`

const explained = (owed: DutyOwed): string[] => {
  const met = owed.metBy.map(
    ({ type, kind, on }) => `${type === 'report' ? 'report' : kind} ${on ?? 'undated'}`,
  )
  return [
    `    ${inEnglish(owed.derivation)}`,
    ...owed.otherwise.map(({ on }) => `    another source says ${on}`),
    ...(met.length === 0 ? [] : [`    met by: ${met.join('; ')}`]),
    ...(owed.reason === null ? [] : [`    ${inEnglish(owed.reason)}`]),
    ...owed.searched.map(
      ({ register, level, until, statedBy, of, entered }) =>
        `    looked through: ${register}, ${level}${until === null ? '' : ` up to ${until}`}${statedBy === null ? ', which nobody has stated' : `, by ${statedBy}`}${of === undefined ? '' : ` (of the records of ${of.join(', ')})`}${entered === true ? ', entered here, not received' : ''}`,
    ),
    `    ${owed.source.title}${owed.source.place === null ? '' : `, ${owed.source.place}`} [${owed.duty}${owed.instance === null ? '' : `, ${owed.instance}`}]`,
  ]
}

/** A duty in a line; explained, with what it rests on in lines of their own. Ids of facts are no part of it. */
export const dutyLines = (owed: DutyOwed, name: string, isExplained: boolean): string[] => [
  line(owed, name),
  ...(isExplained ? explained(owed) : []),
]

export const duties: Command = {
  name: 'duties',
  summary: 'Lists who owes what by when: the date, how it came about, and where the duty stands.',
  usage:
    '[--actor ID] [--instrument ID] [--duty INSTRUMENT/DUTY] [--from DATE] [--until DATE] [--as-of DATE] [--status NAME] [--explain] [--csv] [--world NAME]',
  example: 'pacta duties --actor MNG --from 2026-01-01 --until 2027-12-31 --explain',
  options: {
    actor: { type: 'string', describe: 'of these only, joined by commas' },
    instrument: { type: 'string', describe: 'of one treaty, plan or pledge only' },
    duty: { type: 'string', describe: 'one duty of all who owe it, such as mine-ban/article-5' },
    from: { type: 'string', describe: 'the first day (default: 1 January of this year)' },
    until: { type: 'string', describe: 'the last day (default: 31 December of the next year)' },
    'as-of': {
      type: 'string',
      describe: 'where the list stands on that day, by what is known today (default: today)',
    },
    status: {
      type: 'string',
      describe: `with this status only, joined by commas: ${dutyStatuses.join(', ')}`,
    },
    explain: { type: 'boolean', describe: 'with the derivation, what met it and what was looked through' },
    csv: { type: 'boolean', describe: 'as CSV' },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length > 0)
      throw problem('usage', `"${context.args[0]}" was not expected; whose duties is said with --actor.`)
    const asked: DutiesAsked = {
      actors: listOption(context, 'actor'),
      instrument: textOption(context, 'instrument'),
      duty: textOption(context, 'duty'),
      from: textOption(context, 'from'),
      until: textOption(context, 'until'),
      asOf: textOption(context, 'as-of'),
      status: statusOption(context),
      withOverdue: true,
    }
    const db = (await context.open()).world(asWorld(context))
    const found = await listDuties(db, asked)
    const names = await listActorNames(db)
    const nameOf = ({ actor }: DutyOwed) => names.get(actor) ?? actor
    const data = () => found.map((owed) => asData(owed, nameOf(owed)))
    if (context.json) context.out(JSON.stringify(data(), null, 2))
    else if (context.options.csv === true) context.out(writeCsv(csvColumns, data().map(asRow)).trimEnd())
    else {
      const { from, until, asOf } = spanAsked(asked, await todayIn(db))
      context.out(`${found.length} duties from ${from} to ${until}, as of ${asOf}`)
      for (const owed of found) {
        const lines = dutyLines(owed, nameOf(owed), context.options.explain === true)
        context.out(lines.join('\n'))
      }
    }
    return 0
  },
}
