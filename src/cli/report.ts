// pacta report check, report import
import { readShippedQuestions } from '../reports/shipped.ts'
import { checkReports, importReports, type SubmitSummary } from '../reports/submit.ts'
import type { Command, CommandContext } from './command.ts'
import { counted, fileOf } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const wordsOf = (summary: SubmitSummary, done: string, marked: boolean): string =>
  [
    ...summary.submitted.map(
      (one) =>
        `${one.actor}, ${one.obligation}, ${one.coversYear}: version ${one.version} with ${counted(one.answers, 'answer')}`,
    ),
    `${counted(summary.submitted.length, 'report')} ${done}${
      summary.alreadyRecorded > 0 ? `; ${summary.alreadyRecorded} recorded already` : ''
    }`,
    ...(marked && summary.submitted.length > 0
      ? ['Marked "entered here, not received": it stays out of anything published.']
      : []),
  ].join('\n')

const run = (done: string, action: typeof importReports) => async (context: CommandContext) => {
  const file = fileOf(context)
  const world = asWorld(context)
  const db = (await context.open()).world(world)
  const entered = world === 'register'
  const summary = await action(db, file, {
    questionnaires: readShippedQuestions(),
    entered,
    agent: 'pacta report import',
  })
  context.out(
    context.json
      ? JSON.stringify(summary, null, 2)
      : wordsOf(summary, done, entered && action === importReports),
  )
  return 0
}

export const reportCheck: Command = {
  name: 'report check',
  summary: 'Says what is wrong with a file of reports, by path or cell; stores nothing.',
  usage: 'FILE [--world NAME]',
  example: 'pacta report check report.json',
  options: worldOption,
  run: run('to submit', checkReports),
}

export const reportImport: Command = {
  name: 'report import',
  summary: 'Submits the reports of a JSON or CSV file as new versions, all of them or none.',
  usage: 'FILE [--world NAME]',
  example: 'pacta report import report.json',
  options: worldOption,
  run: run('submitted', importReports),
}
