// pacta release create, pacta release list
import { existsSync, readFileSync } from 'node:fs'

import { problem } from '../problem.ts'
import { createRelease, type LeftOut } from '../releases/create.ts'
import { fileTextOf } from '../releases/read.ts'
import { figureText } from '../releases/recompute.ts'
import { releaseId } from '../releases/release.ts'
import { findReleaseFile, listReleases, saveRelease } from '../releases/store.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { counted, writeOutput } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const required = (context: CommandContext, name: string, example: string): string => {
  const text = textOption(context, name)
  if (text === undefined) throw problem('usage', `Say which: --${name} ${example}.`)
  return text
}

/** What is not in the file, in words; nothing where nothing was left out. */
const leftOutWords = ({
  facts,
  reports,
  statements,
  work,
  ofOthers,
  sealed,
  notKnown,
}: LeftOut): string[] => [
  ...(facts + reports + statements > 0
    ? [
        `Left out, because entered here and not received: ${counted(facts, 'fact')}, ${counted(reports, 'report')}, ${counted(statements, 'declaration')} of whether records are complete.`,
      ]
    : []),
  ...(work > 0 ? [`Left out, because not public: ${counted(work, 'fact')} of work on the promise.`] : []),
  ...(ofOthers > 0
    ? [`No part of its work, because recorded by others than its parties: ${counted(ofOthers, 'fact')}.`]
    : []),
  ...(sealed.kinds.length > 0
    ? [
        `Sealed, because facts are held that are not public (${sealed.kinds.join(', ')}): ${sealed.indicators.join(', ')}.`,
      ]
    : []),
  ...(notKnown.length > 0
    ? [`Not known: ${counted(notKnown.length, 'indicator')} (${notKnown.join(', ')}).`]
    : []),
]

/** A file may hold signatures and comments that nobody else has: it is not replaced by another. */
const refuseToReplace = (path: string, text: string): void => {
  if (existsSync(path) && readFileSync(path, 'utf8') !== text)
    throw problem(
      'usage',
      `${path} exists already and holds something else; nothing was stored. Give another name with --out.`,
    )
}

export const releaseCreate: Command = {
  name: 'release create',
  summary: 'Freezes a year’s figures of a plan with everything they rest on, in one file anyone can verify.',
  usage:
    '--plan ID --year YEAR [--as-of DATE] [--as-known-on DATE] [--out FILE] [--draft] [--dry-run] [--world NAME]',
  example:
    'pacta release create --plan siem-reap-angkor-draft-2024-08 --year 2026 --world exercise --out release.json',
  options: {
    plan: { type: 'string', describe: 'the id of the plan' },
    year: { type: 'string', describe: 'the year of the plan' },
    'as-of': {
      type: 'string',
      describe: 'the day in the world (default: the opening day of the year’s meeting)',
    },
    'as-known-on': { type: 'string', describe: 'what was known on that day (default: today)' },
    out: { type: 'string', describe: 'the file to write (default: pacta-release-ID.json)' },
    'dry-run': { type: 'boolean', describe: 'say what it would hold; store and write nothing' },
    draft: { type: 'boolean', describe: 'leave it a draft, which only those see who may approve it' },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length > 0) throw problem('usage', 'Name the plan with --plan ID.')
    const plan = required(context, 'plan', 'siem-reap-angkor-draft-2024-08')
    const yearText = required(context, 'year', '2026')
    if (!/^\d{4}$/.test(yearText))
      throw problem('usage', `--year should be a number such as 2026; it is "${yearText}".`)
    const db = (await context.open()).world(asWorld(context))
    const made = await createRelease(db, {
      plan,
      year: Number(yearText),
      asOf: textOption(context, 'as-of'),
      knownOn: textOption(context, 'as-known-on'),
    })
    const { release, payloadText, leftOut } = made
    const { payload, sha256 } = release
    const id = releaseId(sha256)
    const isDry = context.options['dry-run'] === true
    const file = isDry ? null : (textOption(context, 'out') ?? `pacta-release-${id}.json`)
    // With what was added beside it, where this very release is held already.
    const text = (await findReleaseFile(db, sha256)) ?? fileTextOf({ ...release, payloadText })
    if (file !== null) refuseToReplace(file, text)
    // The file first: where it cannot be written, nothing is stored that nobody was told of.
    if (file !== null) writeOutput(file, text)
    const publishedAs = context.options.draft === true ? 'draft' : 'command'
    const outcome = isDry
      ? 'not stored'
      : (await saveRelease(db, made, 'pacta release create', publishedAs)).outcome
    const statedBy = [...new Set(payload.coverage.map((one) => one.statedBy))].sort()
    const summary = {
      id,
      sha256,
      plan,
      year: payload.year,
      asOf: payload.asOf,
      knownOn: payload.knownOn,
      world: payload.world,
      bytes: Buffer.byteLength(text),
      file,
      outcome,
      values: payload.values.length,
      datums: payload.datums.length,
      reports: payload.reports.length,
      answers: payload.answers.length,
      work: payload.work?.facts.length ?? 0,
      coverage: { statements: payload.coverage.length, statedBy },
      leftOut,
    }
    if (context.json) context.out(JSON.stringify(summary, null, 2))
    else {
      const said = { stored: 'frozen', unchanged: 'held already', 'not stored': 'would be frozen' }[outcome]
      context.out(`Release ${id} ${said}: ${plan}, ${payload.year}`)
      if (outcome === 'stored' && publishedAs === 'draft')
        context.out(`It is a draft: "pacta release publish ${id}" publishes it.`)
      context.out(`as of ${payload.asOf}, as known on ${payload.knownOn}; SHA-256 ${sha256}`)
      context.out(
        `${counted(summary.values, 'value')} from ${counted(summary.datums, 'fact')}, ${counted(summary.reports, 'report')}, ${counted(summary.answers, 'answer')}${summary.work === 0 ? '' : `; ${counted(summary.work, 'fact')} of work on the promise`}; ${(summary.bytes / 1e6).toFixed(1)} MB`,
      )
      if (statedBy.length > 0)
        context.out(
          `What the registers cover rests on ${counted(payload.coverage.length, 'statement')}, by ${statedBy.join('; ')}.`,
        )
      for (const line of leftOutWords(leftOut)) context.out(line)
      if (isDry)
        for (const value of payload.values)
          if (value.year === payload.year && value.reading === 'default')
            context.out(`${value.indicator.padEnd(6)} ${figureText(value)}`)
      if (file !== null) context.out(`Written to ${file}`)
    }
    return 0
  },
}

export const releaseList: Command = {
  name: 'release list',
  summary: 'Lists the releases held.',
  usage: '[PLAN] [--world NAME]',
  example: 'pacta release list --world exercise',
  options: worldOption,
  run: async (context) => {
    const heads = await listReleases((await context.open()).world(asWorld(context)), context.args[0])
    if (context.json) context.out(JSON.stringify(heads, null, 2))
    else if (heads.length === 0) context.out('No release is held.')
    else
      for (const { id, plan, year, asOf, knownOn, bytes, comments, signatures, publishedAt } of heads)
        context.out(
          `${id}  ${publishedAt === null ? 'draft  ' : ''}${plan}  ${year}  as of ${asOf}, as known on ${knownOn}; ${(bytes / 1e6).toFixed(1)} MB, ${counted(signatures, 'signature')}, ${counted(comments, 'comment')}`,
        )
    return 0
  },
}
