// pacta status import: the status page of a treaty, as the UN Treaty Collection publishes it, as status events and as what
// States declared; or the acts of a treaty of one's own as CSV.
import { isDay } from '../facts/edtf.ts'
import { readStatusCsv } from '../parties/status-csv.ts'
import { importStatusFile, treatyOfFile } from '../parties/status-file.ts'
import { importStatusPage, type SavedPage } from '../parties/status-import.ts'
import { readStatusPage, type StatusPage } from '../parties/status-page.ts'
import { problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const unplacedLine = ({ line, reason, text }: StatusPage['unplaced'][number]): string =>
  `  line ${line}: ${reason}: ${text.replaceAll('\n', ' ').slice(0, 120)}`

/** What the table of participants leaves unplaced and no statement below it holds either. */
const nowherePlaced = ({ unplaced, statements }: StatusPage): StatusPage['unplaced'] => {
  const placed = new Set(statements?.placed.map(({ line, text }) => `${line} ${text}`))
  return unplaced.filter(({ line, text }) => !placed.has(`${line} ${text}`))
}

const kindsCounted = (list: NonNullable<StatusPage['statements']>['list']): string =>
  [...Map.groupBy(list, ({ what }) => what)]
    .map(([what, { length }]) => `${what.replaceAll('-', ' ')}: ${length}`)
    .join(', ')

/** What stands below the table of participants, and what became of it. */
const statementLines = ({ statements }: StatusPage, saved: SavedPage | null): string[] => {
  if (statements === null) {
    const words =
      'The page was saved without what stands below its table: what States declared is not known from it.'
    return saved === null ? [words] : [words, 'What is held of it stays as it is.']
  }
  const { list, entries, unplaced } = statements
  const lines = [
    `${counted(list.length, 'statement')} in ${counted(entries, 'entry', 'entries')} below the table${list.length === 0 ? '' : ` (${kindsCounted(list)})`}; ${unplaced.length} not placed, or only in part`,
    ...unplaced.map(unplacedLine),
  ]
  const stored = saved?.statements
  if (stored === undefined || stored === null) return lines
  const { recorded, superseded, unchanged, gone, notShown, unknownNames } = stored
  lines.push(
    `Statements: ${recorded} recorded (${superseded} in place of earlier ones), ${unchanged} held already, ${gone.length} no longer on the page`,
    ...gone.map((one) => `  no longer on the page, taken out: ${one}`),
    ...notShown.map((one) => `  of a section this page has not, kept: ${one}`),
  )
  if (unknownNames.length > 0)
    lines.push(`Statements not stored, since nobody knows who made them: ${unknownNames.join('; ')}`)
  return lines
}

const wordsOf = (page: StatusPage, saved: SavedPage | null): string[] => {
  const { treaty, events, warnings, doubts } = page
  const unplaced = nowherePlaced(page)
  const lines = [
    `${treaty.title} (${treaty.mtdsg ?? treaty.id}), as at ${treaty.asOf}`,
    `${counted(events.length, 'event')}; ${counted(unplaced.length, 'row or note', 'rows or notes')} not placed`,
    ...unplaced.map(unplacedLine),
    ...warnings.map((warning) => `  ${warning}`),
    ...statementLines(page, saved),
  ]
  if (saved === null && doubts.faults.length > 0) {
    const faults = counted(doubts.faults.length, 'row, cell or column', 'rows, cells or columns')
    lines.push(`Without --dry-run the page would be refused, for ${faults} of the table of participants.`)
  }
  if (saved === null) return [...lines, 'Nothing was stored (--dry-run).']
  const { recorded, superseded, unchanged, retracted, unknownNames } = saved
  lines.push(
    `${recorded} recorded (${superseded} in place of earlier ones), ${unchanged} held already, ${retracted} retracted`,
  )
  if (unknownNames.length > 0) lines.push(`Not stored, since nobody knows them: ${unknownNames.join('; ')}`)
  return lines
}

/** A file of acts: who says so, and as of which day, the file itself does not tell. */
const runFile = async (context: CommandContext): Promise<number> => {
  const { name } = fileOf(context)
  const [asOf, publisher] = [textOption(context, 'as-of'), textOption(context, 'source')]
  if (asOf === undefined || publisher === undefined || !isDay(asOf))
    throw problem(
      'usage',
      'A CSV file of acts needs the day it is as of and who says so: --as-of 2026-06-30 --source "THE DEPOSITARY".',
    )
  const events = readStatusCsv(context.args[0]!)
  const file = { fileName: name, events, asOf, publisher, address: textOption(context, 'address') ?? null }
  const treaty = treatyOfFile(file)
  const saved =
    context.options['dry-run'] === true
      ? null
      : await importStatusFile((await context.open()).world(asWorld(context)), file, 'pacta status import')
  if (context.json) {
    context.out(JSON.stringify({ treaty, asOf, events, stored: saved }, null, 2))
    return 0
  }
  context.out(`${treaty}, as at ${asOf}: ${counted(events.length, 'act')}`)
  context.out(
    saved === null
      ? 'Nothing was stored (--dry-run).'
      : `${saved.recorded} recorded (${saved.superseded} in place of earlier ones), ${saved.unchanged} held already, ${saved.retracted} retracted`,
  )
  return 0
}

export const statusImport: Command = {
  name: 'status import',
  summary:
    "Reads a treaty's status page of the UN Treaty Collection: who signed, joined, left, and when; who declared what.",
  usage: 'FILE.html [--dry-run] [--world NAME] | FILE.csv --as-of DATE --source WHO [--address URL]',
  example: 'pacta status import XXVI-5.html --json',
  options: {
    'dry-run': { type: 'boolean', describe: 'only show what the page says; store nothing' },
    'as-of': { type: 'string', describe: 'of a CSV file of acts: the day of its information' },
    source: {
      type: 'string',
      describe: 'of a CSV file of acts: who keeps the register, such as the depositary',
    },
    address: { type: 'string', describe: 'of a CSV file of acts: its web address' },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length === 1 && /\.csv$/i.test(context.args[0]!)) return runFile(context)
    const world = asWorld(context)
    const { name, bytes } = fileOf(context)
    const page = readStatusPage(bytes, name)
    const { treaty, events, statements, warnings } = page
    const unplaced = nowherePlaced(page)
    let saved: SavedPage | null = null
    if (context.options['dry-run'] !== true) {
      const store = await context.open()
      saved = await importStatusPage(store.world(world), page, name, 'pacta status import')
    }
    if (context.json)
      context.out(JSON.stringify({ treaty, events, statements, unplaced, warnings, stored: saved }, null, 2))
    else for (const line of wordsOf(page, saved)) context.out(line)
    return 0
  },
}
