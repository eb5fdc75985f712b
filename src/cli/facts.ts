// pacta facts template, facts check, facts import, coverage import
import { findSetting } from '../db/setting-store.ts'
import { writeFactsTemplate } from '../facts/facts-template.ts'
import { checkFacts, type ImportSummary, importFacts } from '../facts/import.ts'
import { importCoverage } from '../facts/import-coverage.ts'
import { describeIssues, problem } from '../problem.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import { textIn } from '../reports/workbook-form.ts'
import { type Command, type CommandContext, neededOption, textOption } from './command.ts'
import { counted, fileOf, writeNew } from './input.ts'
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
  const { questions } = summary
  const asked = [
    ...(questions.length === 0 ? [] : [`${counted(questions.length, 'thing')} to look at again:`]),
    ...describeIssues(questions).map((line) => `  ${line}`),
  ]
  if (context.json) context.out(JSON.stringify(summary, null, 2))
  else for (const line of [wordsOf(summary, done) + mark, ...asked]) context.out(line)
  return 0
}

export const factsTemplate: Command = {
  name: 'facts template',
  summary:
    'Writes a workbook (XLSX) to type facts of one kind into; "facts check" and "facts import" read it.',
  usage: '--kind KIND --out FILE.xlsx [--language en|mn] [--world NAME]',
  example: 'pacta facts template --kind retained-mines --out retained.xlsx --world exercise',
  options: {
    kind: { type: 'string', describe: 'the kind of fact, such as retained-mines' },
    out: { type: 'string', describe: 'the file to write; none that is there already' },
    language: { type: 'string', describe: 'the words above the columns: en (default), mn or ar' },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length > 0) throw problem('usage', 'facts template takes options only.')
    const [kind, out] = [neededOption(context, 'kind'), neededOption(context, 'out')]
    const kinds = readShippedKinds()
    const spec = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (spec === undefined)
      throw problem('usage', `There is no kind "${kind}"; there are ${Object.keys(kinds).join(', ')}.`)
    const db = (await context.open()).world(asWorld(context))
    const banner = (await findSetting(db, 'banner')) ?? null
    const text = textIn(textOption(context, 'language') ?? 'en')
    writeNew(out, writeFactsTemplate({ kind, spec, text, banner }))
    context.out(
      context.json
        ? JSON.stringify({ file: out, kind }, null, 2)
        : `${out}: ${spec.title}. "pacta facts check ${out}" reads it filled in.`,
    )
    return 0
  },
}

export const factsCheck: Command = {
  name: 'facts check',
  summary: 'Says what is wrong with a file of facts, by line, by sheet and cell, or by path; stores nothing.',
  usage: 'FILE [--world NAME]',
  example: 'pacta facts check facts.csv',
  options: worldOption,
  run: run('to record', checkFacts),
}

export const factsImport: Command = {
  name: 'facts import',
  summary: 'Records the facts of a CSV, JSON or XLSX file, all of them or none.',
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
      obligations: readShippedQuestionnaires().map(({ id }) => id),
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
