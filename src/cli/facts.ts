// pacta facts check, facts import, coverage import
import { checkFacts, type ImportSummary, importFacts } from '../facts/import.ts'
import { importCoverage } from '../facts/import-coverage.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import type { Command, CommandContext } from './command.ts'
import { counted, fileOf } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const wordsOf = (summary: ImportSummary, done: string): string =>
  [
    `${counted(summary.recorded, 'fact')} ${done}`,
    summary.alreadyHeld > 0 ? `${summary.alreadyHeld} recorded already` : '',
    summary.duplicates.length > 0
      ? `${counted(summary.duplicates.length, 'row')} repeated in the file (${summary.duplicates.map((one) => one.id).join(', ')})`
      : '',
  ]
    .filter((part) => part !== '')
    .join('; ')

const run = (done: string, action: typeof importFacts) => async (context: CommandContext) => {
  const file = fileOf(context)
  const world = asWorld(context)
  const db = (await context.open()).world(world)
  const entered = world === 'register'
  const summary = await action(db, file, {
    kinds: readShippedKinds(),
    entered,
    agent: 'pacta facts import',
  })
  const marked = entered && action === importFacts && summary.recorded > 0
  const mark = marked ? '\nMarked "entered here, not received": it stays out of anything published.' : ''
  context.out(context.json ? JSON.stringify(summary, null, 2) : wordsOf(summary, done) + mark)
  return 0
}

export const factsCheck: Command = {
  name: 'facts check',
  summary: 'Says what is wrong with a file of facts, by line and cell or path; stores nothing.',
  usage: 'FILE [--world NAME]',
  example: 'pacta facts check facts.csv',
  options: worldOption,
  run: run('to record', checkFacts),
}

export const factsImport: Command = {
  name: 'facts import',
  summary: 'Records the facts of a CSV or JSON file, all of them or none.',
  usage: 'FILE [--world NAME]',
  example: 'pacta facts import facts.csv',
  options: worldOption,
  run: run('recorded', importFacts),
}

export const coverageImport: Command = {
  name: 'coverage import',
  summary: 'Records for which dates registers are complete, partial or empty, and by whose word.',
  usage: 'FILE [--world NAME]',
  example: 'pacta coverage import coverage.csv',
  options: worldOption,
  run: async (context) => {
    const file = fileOf(context)
    const db = (await context.open()).world(asWorld(context))
    const summary = await importCoverage(db, file, {
      kinds: readShippedKinds(),
      agent: 'pacta coverage import',
    })
    const already = summary.alreadyHeld > 0 ? `; ${summary.alreadyHeld} recorded already` : ''
    context.out(
      context.json
        ? JSON.stringify(summary, null, 2)
        : `${counted(summary.recorded, 'statement')} recorded${already}`,
    )
    return 0
  },
}
