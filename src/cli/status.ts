// pacta status import: the status page of a treaty, as the UN Treaty Collection publishes it, as status events; or the
// acts of a treaty of one's own as CSV.
import { isDay } from '../facts/edtf.ts'
import { readStatusCsv } from '../parties/status-csv.ts'
import { importStatusFile, treatyOfFile } from '../parties/status-file.ts'
import { importStatusPage } from '../parties/status-import.ts'
import { readStatusPage, type StatusPage } from '../parties/status-page.ts'
import type { SavedStatus } from '../parties/store.ts'
import { problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const wordsOf = (page: StatusPage, saved: SavedStatus | null): string[] => {
  const { treaty, events, unplaced, warnings, doubts } = page
  const lines = [
    `${treaty.title} (${treaty.mtdsg ?? treaty.id}), as at ${treaty.asOf}`,
    `${counted(events.length, 'event')}; ${counted(unplaced.length, 'row or note', 'rows or notes')} not placed`,
    ...unplaced.map(
      (one) => `  line ${one.line}: ${one.reason}: ${one.text.replaceAll('\n', ' ').slice(0, 120)}`,
    ),
    ...warnings.map((warning) => `  ${warning}`),
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
    "Reads a treaty's status page of the UN Treaty Collection into events: who signed, joined, left, and when.",
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
    const { treaty, events, unplaced, warnings } = page
    let saved: SavedStatus | null = null
    if (context.options['dry-run'] !== true) {
      const store = await context.open()
      saved = await importStatusPage(store.world(world), page, name, 'pacta status import')
    }
    if (context.json)
      context.out(JSON.stringify({ treaty, events, unplaced, warnings, stored: saved }, null, 2))
    else for (const line of wordsOf(page, saved)) context.out(line)
    return 0
  },
}
