// pacta report template, report check, report import
import { describeIssues, problem } from '../problem.ts'
import { makeTemplate } from '../reports/make-template.ts'
import type { SubmissionPreview } from '../reports/preview.ts'
import type { Answer } from '../reports/report.ts'
import { readShippedQuestionnaires, readShippedQuestions } from '../reports/shipped.ts'
import { checkReports, importReports, type SubmitOptions, type SubmitSummary } from '../reports/submit.ts'
import { type Command, type CommandContext, neededOption, type OptionSpec, textOption } from './command.ts'
import { counted, fileOf, writeNew } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const marked = 'Marked "entered here, not received": it stays out of anything published.'

const wordsOf = (summary: SubmitSummary, done: string): string[] => [
  ...summary.submitted.map(
    (one) =>
      `${one.actor}, ${one.obligation}, ${one.coversYear}: version ${one.version} with ${counted(one.answers, 'answer')}`,
  ),
  `${counted(summary.submitted.length, 'report')} ${done}${
    summary.alreadyRecorded > 0 ? `; ${summary.alreadyRecorded} recorded already` : ''
  }`,
  ...(summary.cautions.length === 0
    ? []
    : ['Worth a second look:', ...describeIssues(summary.cautions).map((line) => `  ${line}`)]),
]

const said = (answer: Answer | null): string =>
  answer === null
    ? 'nothing'
    : answer.number === null
      ? answer.state
      : `${answer.state}, ${answer.number}${answer.unit === null ? '' : ` ${answer.unit}`}`

/** More than this in one list is read in the JSON. */
const mostListed = 40

const listed = (lines: readonly string[]): string[] => [
  ...lines.slice(0, mostListed),
  ...(lines.length > mostListed ? [`  and ${lines.length - mostListed} more (--json has all)`] : []),
]

const changeWords = ({ actor, coversYear, since, changes }: SubmissionPreview): string[] => [
  since === null
    ? `${actor}, ${coversYear}: no version is held yet`
    : `${actor}, ${coversYear}: against version ${since.version}, received on ${since.receivedOn}, ${
        changes.length === 0
          ? 'every answer says the same'
          : `${counted(changes.length, 'answer')} differ${changes.length === 1 ? 's' : ''}`
      }`,
  ...(since === null
    ? []
    : listed(
        changes.map(
          ({ question, earlier, later, parts }) =>
            `  ${question}: ${said(earlier)} → ${said(later)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`,
        ),
      )),
]

const previewWords = (preview: SubmissionPreview): string[] => [
  ...changeWords(preview),
  `${counted(preview.leftOpen.length, 'question')} left open (not reported)`,
  ...listed(preview.leftOpen.map((id) => `  ${id}`)),
]

const receivedOption: Record<string, OptionSpec> = {
  received: {
    type: 'string',
    describe: 'the day a workbook was received, where it does not say it (YYYY-MM-DD)',
  },
}

const optionsOf = (context: CommandContext): SubmitOptions & { entered: boolean } => {
  const world = asWorld(context)
  const entered = world === 'register'
  const receivedOn = textOption(context, 'received')
  return {
    questionnaires: readShippedQuestions(),
    entered,
    world,
    agent: 'pacta report import',
    ...(receivedOn === undefined ? {} : { receivedOn }),
  }
}

const check = async (context: CommandContext): Promise<number> => {
  const file = fileOf(context)
  const options = optionsOf(context)
  const summary = await checkReports((await context.open()).world(asWorld(context)), file, options)
  const lines = [...summary.previews.flatMap(previewWords), ...wordsOf(summary, 'to submit')]
  context.out(context.json ? JSON.stringify(summary, null, 2) : lines.join('\n'))
  return 0
}

export const reportCheck: Command = {
  name: 'report check',
  summary:
    'Says what is wrong with a file of reports, by path or cell, or what it would change; stores nothing.',
  usage: 'FILE [--received DAY] [--world NAME]',
  example: 'pacta report check report.xlsx',
  options: { ...receivedOption, ...worldOption },
  run: check,
}

export const reportImport: Command = {
  name: 'report import',
  summary: 'Submits the reports of a JSON, CSV or XLSX file as new versions, all of them or none.',
  usage: 'FILE [--dry-run] [--received DAY] [--world NAME]',
  example: 'pacta report import report.json',
  options: {
    'dry-run': { type: 'boolean', describe: 'only show what it would change; store nothing' },
    ...receivedOption,
    ...worldOption,
  },
  run: async (context) => {
    if (context.options['dry-run'] === true) return check(context)
    const file = fileOf(context)
    const options = optionsOf(context)
    const db = (await context.open()).world(asWorld(context))
    // A version takes the place of the one before it: what that one said and this one does not is told.
    const { previews } = await checkReports(db, file, options)
    const summary = await importReports(db, file, options)
    const lines = [
      ...previews.filter(({ since, changes }) => since !== null && changes.length > 0).flatMap(changeWords),
      ...wordsOf(summary, 'submitted'),
    ]
    if (options.entered && summary.submitted.length > 0) lines.push(marked)
    context.out(context.json ? JSON.stringify(summary, null, 2) : lines.join('\n'))
    return 0
  },
}

export const reportTemplate: Command = {
  name: 'report template',
  summary:
    'Writes the workbook (XLSX) in which a report is filled in, with what was reported before beside it.',
  usage:
    '--obligation ID --actor ID --covers YEAR --out FILE.xlsx [--filled] [--language en|mn] [--world NAME]',
  example:
    'pacta report template --obligation article-7 --actor XHJ --covers 2027 --out XHJ-2027.xlsx --world exercise',
  options: {
    obligation: { type: 'string', describe: 'what is reported on, such as article-7' },
    actor: { type: 'string', describe: 'who reports, such as XHJ' },
    covers: { type: 'string', describe: 'the year the report covers' },
    subject: { type: 'string', describe: 'the record the report is about, where it is about one' },
    out: { type: 'string', describe: 'the file to write; none that is there already' },
    filled: { type: 'boolean', describe: 'with the answers of the version in force, to correct them' },
    language: {
      type: 'string',
      describe: "the template's words: en (default), mn or ar; questions stay verbatim",
    },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length > 0) throw problem('usage', 'report template takes options only.')
    const out = neededOption(context, 'out')
    const about = {
      obligation: neededOption(context, 'obligation'),
      actor: neededOption(context, 'actor'),
      coversYear: neededOption(context, 'covers'),
      subject: textOption(context, 'subject') ?? '',
      isFilled: context.options.filled === true,
    }
    const world = asWorld(context)
    const template = await makeTemplate((await context.open()).world(world), about, {
      world,
      language: textOption(context, 'language') ?? 'en',
      questionnaires: readShippedQuestionnaires(),
    })
    writeNew(out, template.bytes)
    context.out(
      context.json
        ? JSON.stringify({ file: out, bytes: template.bytes.length, ...about }, null, 2)
        : `${out}: ${about.obligation} of ${about.actor} for ${about.coversYear}. "pacta report check ${out}" reads it filled in.`,
    )
    return 0
  },
}
