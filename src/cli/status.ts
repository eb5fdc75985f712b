// pacta status import: the status page of a treaty, as the UN Treaty Collection publishes it, as status events.
import { importStatusPage } from '../parties/status-import.ts'
import { readStatusPage, type StatusPage } from '../parties/status-page.ts'
import type { SavedStatus } from '../parties/store.ts'
import type { Command } from './command.ts'
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

export const statusImport: Command = {
  name: 'status import',
  summary:
    "Reads a treaty's status page of the UN Treaty Collection into events: who signed, joined, left, and when.",
  usage: 'FILE.html [--dry-run] [--world NAME]',
  example: 'pacta status import XXVI-5.html --json',
  options: {
    'dry-run': { type: 'boolean', describe: 'only show what the page says; store nothing' },
    ...worldOption,
  },
  run: async (context) => {
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
