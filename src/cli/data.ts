// pacta data mappings, data preview, data import: tables that others keep, as facts of the register, by mappings in data.

import type { InputFile } from '../facts/datum-file.ts'
import { isDay } from '../facts/edtf.ts'
import { largestInput } from '../formats/text.ts'
import type { LeftOut } from '../mappings/beside.ts'
import { fatesTable } from '../mappings/fates.ts'
import { importTable, onlyOthers, previewTable } from '../mappings/import.ts'
import { findMapping, type MappingHeld, shippedMappings } from '../mappings/mappings.ts'
import type { RowFate, TableSummary } from '../mappings/tally.ts'
import { problem } from '../problem.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { type Command, type CommandContext, neededOption, textOption } from './command.ts'
import { counted, fileOf, readInput, reserveNew } from './input.ts'
import { asWorld, worldOption } from './world.ts'

/** "votes=un_votes.csv.gz", several apart by ","; the name may be left out where one table alone is to be handed over. */
const handedBeside = (context: CommandContext, { mapping }: MappingHeld): Map<string, InputFile> => {
  const wanted = Object.entries(mapping.tables ?? {}).flatMap(([name, { file }]) =>
    file === undefined ? [name] : [],
  )
  return new Map(
    (textOption(context, 'with') ?? '')
      .split(',')
      .filter((one) => one.trim() !== '')
      .map((one) => {
        const [, name, path] = /^(?:([A-Za-z][A-Za-z0-9]*)=)?(.+)$/.exec(one.trim())!
        const table = name ?? (wanted.length === 1 ? wanted[0] : undefined)
        if (table === undefined)
          throw problem(
            'usage',
            wanted.length === 0
              ? 'The mapping reads one file alone: leave --with out.'
              : `Name the tables: ${wanted.map((own) => `--with ${own}=FILE`).join(', ')}.`,
          )
        return [table, readInput(path!, largestInput)] as const
      }),
  )
}

const leftOutLines = (leftOut: readonly LeftOut[]): string[] =>
  leftOut.map(
    ({ reason, rows, examples }) =>
      `  ${counted(rows, 'row')}: ${reason} (${rows > examples.length ? 'such as row' : 'row'} ${examples.join(', ')})`,
  )

const shownCorrections = 10

const valueWords = (value: unknown): string =>
  value === null
    ? '–'
    : typeof value === 'string'
      ? `"${value.slice(0, 60)}"`
      : JSON.stringify(value).slice(0, 60)

/** Nothing is retracted by what a table leaves out: who keeps the register decides. */
const goneLines = ({ gone: { facts, examples } }: TableSummary): string[] =>
  facts === 0
    ? []
    : [
        `${counted(facts, 'fact')} held from an earlier edition, not in this one; still held:`,
        ...examples.slice(0, shownCorrections).map(({ id, kind, actor }) => `  ${id} (${kind}, ${actor})`),
        ...(facts > shownCorrections
          ? [`  … and ${facts - shownCorrections} more; --report lists every one`]
          : []),
      ]

/** Where rows are asked of one actor and none is its: whose there are, and what to do instead. */
const nobodysLines = (
  { rows, leftOut }: TableSummary,
  { mapping }: MappingHeld,
  actor: string | undefined,
): string[] => {
  const others = leftOut.find(({ reason }) => reason === onlyOthers)
  if (actor === undefined || others === undefined) return []
  if (rows.new + rows.held + rows.corrected + rows.kept > 0) return []
  const owners = [...new Set(mapping.facts.map((fact) => fact.actor))]
  const [owner] = owners
  // A mapping that writes the actor out gives every row to that one.
  const everyRow = owners.length === 1 && typeof owner === 'string' && !owner.includes('{')
  return [
    everyRow
      ? `No row is about ${actor}: every row of this table belongs to ${owner}. Leave --actor out to take all of them; what concerns ${actor} is read from the facts of ${owner}, or comes with a mapping whose rows are its own (pacta data mappings).`
      : `No row is about ${actor}: those of this table are about others. Another file, of other years or sessions, may have it; what this one covers stands above.`,
  ]
}

/** A summary in lines; the counts of rows add up to the rows read. */
const wordsOf = (
  summary: TableSummary,
  done: string,
  held: MappingHeld,
  actor: string | undefined,
): string[] => {
  const { rows, facts } = summary
  return [
    `${summary.title} (${summary.mapping}), from ${summary.source}; licence: ${summary.licence}`,
    summary.reach,
    `${summary.file}: ${counted(rows.read, 'row')} = ${rows.new} new + ${rows.held} held already + ${rows.corrected} corrected + ${rows.kept} where what is held stays + ${rows.leftOut} left out`,
    ...summary.files.map(({ name, sha256 }) => `SHA-256 of ${name}: ${sha256}`),
    `${counted(facts.new, 'fact')} ${done}, ${facts.corrections} in place of earlier ones`,
    ...nobodysLines(summary, held, actor),
    ...(summary.leftOut.length > 0 ? ['Left out:', ...leftOutLines(summary.leftOut)] : []),
    ...summary.beside.flatMap((one) => [
      `${one.file} (${one.name}): ${counted(one.read, 'row')} = ${one.used} taken in + ${one.read - one.used} left out`,
      ...leftOutLines(one.leftOut),
    ]),
    ...(summary.names.length > 0 ? ['Names that are not taken for an actor:'] : []),
    ...summary.names.map(
      ({ name, why, rows: count, near }) =>
        `  ${name}: ${counted(count, 'row')}; ${why}${near.length > 0 ? `; near: ${near.map((one) => `${one.name} (${one.id})`).join(', ')}` : ''}`,
    ),
    ...(summary.corrections.length > 0 ? ['Corrected:'] : []),
    ...summary.corrections
      .slice(0, shownCorrections)
      .map(
        ({ row, id, fields }) =>
          `  row ${row}, ${id}: ${fields.map(({ field, was, now }) => `${field} ${valueWords(was)} → ${valueWords(now)}`).join('; ')}`,
      ),
    ...(facts.corrections > shownCorrections
      ? [`  … and ${facts.corrections - shownCorrections} more; --report lists every row`]
      : []),
    ...(summary.kept.length > 0 ? ['What is held stays:'] : []),
    ...summary.kept
      .slice(0, shownCorrections)
      .map(
        ({ row, id, fields, why }) =>
          `  row ${row}, ${id}: ${[why, ...fields.map(({ field, was, now }) => `${field} held ${valueWords(was)}, here ${valueWords(now)}`)].join('; ')}`,
      ),
    ...(facts.kept > shownCorrections
      ? [`  … and ${facts.kept - shownCorrections} more; --report lists every row`]
      : []),
    ...goneLines(summary),
    ...(summary.unread.length > 0 ? [`Columns not read: ${summary.unread.join(', ')}`] : []),
  ]
}

/** Whether what was recorded counts as received, and from whom. */
const receivedWords = ({ received, licence }: TableSummary): string =>
  received === null
    ? 'Marked "entered here, not received", since the mapping names no publisher and address: it stays out of anything published.'
    : `Received from ${received.publisher} (${received.address}) on ${received.on}: it may stand in what is published, with its source, as far as its licence allows (licence: ${licence}).`

const run =
  (action: typeof importTable, done: string) =>
  async (context: CommandContext): Promise<number> => {
    const kinds = readShippedKinds()
    const held = findMapping(neededOption(context, 'mapping'), kinds)
    const file = fileOf(context)
    const receivedOn = textOption(context, 'received')
    if (receivedOn !== undefined && !isDay(receivedOn))
      throw problem('usage', `--received is a day such as 2026-11-21; it is "${receivedOn}".`)
    const beside = handedBeside(context, held)
    const report = textOption(context, 'report')
    const fates: RowFate[] = []
    const world = asWorld(context)
    const db = (await context.open()).world(world)
    // Taken before anything is stored: a report that cannot be written must not follow an import that was.
    const reported = report === undefined ? undefined : reserveNew(report)
    const summary = await action(
      db,
      held,
      { file, beside },
      {
        kinds,
        marks: world === 'register',
        agent: 'pacta data import',
        actor: textOption(context, 'actor'),
        receivedOn,
        onFate: report === undefined ? undefined : (fate) => void fates.push(fate),
      },
    ).catch((error: unknown) => {
      reported?.drop()
      throw error
    })
    reported?.write(new TextEncoder().encode(fatesTable(fates)))
    if (context.json) context.out(JSON.stringify(summary, null, 2))
    else {
      for (const line of wordsOf(summary, done, held, textOption(context, 'actor'))) context.out(line)
      if (action === previewTable) context.out('Nothing was stored (preview).')
      else if (world === 'register' && summary.facts.new + summary.facts.corrections > 0)
        context.out(receivedWords(summary))
    }
    return 0
  }

const options = {
  mapping: {
    type: 'string' as const,
    describe: 'how the table is read: the id of a mapping that ships, or the file of your own (.yaml)',
  },
  with: {
    type: 'string' as const,
    describe:
      'files the mapping reads beside it: NAME=FILE, several apart by ","; FILE alone where there is one',
  },
  actor: { type: 'string' as const, describe: 'only the facts of this actor, such as MNG' },
  received: {
    type: 'string' as const,
    describe: 'the day the table was received from its publisher; today where not given',
  },
  report: { type: 'string' as const, describe: 'writes what became of every row into a new CSV file' },
  ...worldOption,
}

export const dataMappings: Command = {
  name: 'data mappings',
  summary: 'Lists the mappings that ship: the tables of others that can be read as facts.',
  usage: '',
  example: 'pacta data mappings --json',
  run: async (context) => {
    if (context.args.length > 0) throw problem('usage', 'data mappings takes no file.')
    const kinds = readShippedKinds()
    const all = shippedMappings().map((id) => findMapping(id, kinds).mapping)
    const shown = all.map(({ id, title, source, reach, facts, tables = {} }) => ({
      id,
      title,
      source,
      reach,
      kinds: [...new Set(facts.map(({ kind }) => kind))],
      beside: Object.entries(tables).flatMap(([name, table]) =>
        table.file === undefined ? [{ name, title: table.title }] : [],
      ),
    }))
    if (context.json) context.out(JSON.stringify(shown, null, 2))
    else
      for (const one of shown) {
        context.out(`${one.id}: ${one.title}. ${one.reach}`)
        for (const table of one.beside) context.out(`  --with ${table.name}=FILE: ${table.title}`)
      }
    return 0
  },
}

export const dataPreview: Command = {
  name: 'data preview',
  summary:
    'Says row by row what importing a table of others would do, and what would be left out, and why; stores nothing.',
  usage:
    'FILE --mapping ID|FILE.yaml [--with NAME=FILE] [--actor ID] [--received DATE] [--report FILE.csv] [--world NAME]',
  example: 'pacta data preview CountryByYear.csv --mapping un-peacekeeping --actor MNG',
  options,
  run: run(previewTable, 'to record'),
}

export const dataImport: Command = {
  name: 'data import',
  summary: 'Records the rows of a table of others as facts, by its mapping, all of them or none.',
  usage:
    'FILE --mapping ID|FILE.yaml [--with NAME=FILE] [--actor ID] [--received DATE] [--report FILE.csv] [--world NAME]',
  example: 'pacta data import un_roll_calls.csv --mapping un-roll-calls --with votes=un_votes.csv.gz',
  options,
  run: run(importTable, 'recorded'),
}
