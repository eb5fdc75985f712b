// A treaty as data: its names, its rules on who is bound from when to when, and the duties it makes. Read from the
// `convention.yaml` of an instrument's folder.
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { isDay } from '../facts/edtf.ts'
import { instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { problem } from '../problem.ts'

const date = z.string().refine(isDay, 'not a day of the calendar')

/** The forms of a duty, of entry into force and of withdrawal: a release holds them too. */
export const dutyForm = z.strictObject({
  title: z.string(),
  article: z.string(),
  words: z.string(),
  source: z.string(),
  /** The obligation a report fulfils; absent for a duty that is not fulfilled by reporting. */
  obligation: z.string().optional(),
  /** A yearly due date. */
  due: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }).optional(),
  covers: z.enum(['previous-calendar-year']).optional(),
  /** The first time, counted from entry into force; where there is no `due`, the only time. */
  first: z
    .strictObject({
      after: z.literal('entry-into-force'),
      days: z.int().positive().optional(),
      years: z.int().positive().optional(),
    })
    .refine(
      (first) => (first.days === undefined) !== (first.years === undefined),
      'days or years, one of them',
    ),
  /** Whether a later date can be granted. */
  extendable: z.boolean().optional(),
})
export type Duty = z.infer<typeof dutyForm> & { id: string }

export const entryIntoForceForm = z.strictObject({
  article: z.string(),
  words: z.string(),
  firstDayOfMonthAfterDeposit: z.int().positive().optional(),
  daysAfterDeposit: z.int().nonnegative().optional(),
  notBefore: date,
})

export const withdrawalForm = z.strictObject({
  article: z.string(),
  words: z.string(),
  monthsAfterReceipt: z.int().positive(),
  unless: z.string().optional(),
})

const treatySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.literal('treaty'),
  titles: z.record(z.string(), z.strictObject({ short: z.string(), formal: z.string() })),
  depositary: z.string(),
  /** Number in Multilateral Treaties Deposited with the Secretary-General. */
  mtdsg: z.string().optional(),
  adopted: z.strictObject({ on: date, place: z.string().optional() }),
  inForceFrom: date,
  source: z.strictObject({ title: z.string(), address: z.string().optional(), note: z.string().optional() }),
  entryIntoForce: entryIntoForceForm,
  withdrawal: withdrawalForm,
  provisionalApplication: z.strictObject({ article: z.string(), words: z.string() }).optional(),
  duties: z.record(z.string(), dutyForm),
})
export type Treaty = Omit<z.infer<typeof treatySchema>, 'duties'> & { duties: Record<string, Duty> }

/** The treaty of a `convention.yaml`. Throws `input-rejected` naming the file and the place in it. */
export const readTreaty = (path: string): Treaty => {
  const file = `${basename(dirname(path))}/${basename(path)}`
  let document: unknown
  try {
    document = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = error.linePos?.[0].line
    throw problem('input-unreadable', `${file} is not YAML.`, [{ file, line, message: error.message }])
  }
  const read = treatySchema.safeParse(document)
  if (!read.success) {
    const issues = read.error.issues.map((issue) => ({
      file,
      path: issue.path.join('.'),
      message: issue.message,
    }))
    throw problem('input-rejected', `${file} was not taken in.`, issues)
  }
  const duties = Object.entries(read.data.duties).map(([id, duty]) => [id, { id, ...duty }] as const)
  return { ...read.data, duties: Object.fromEntries(duties) }
}

/** The treaties held as data: every `<folder>/convention.yaml` of the instruments. */
export const shippedTreaties = readOncePerInstruments((): readonly Treaty[] =>
  instrumentFolders()
    .map(({ path }) => join(path, 'convention.yaml'))
    .filter((path) => existsSync(path))
    .map(readTreaty),
)

/**
 * The treaty under which a deadline is meant. Facts of deadlines name an article and no treaty: it is the first held that
 * makes a duty under that article which is fulfilled once and not each year.
 */
export const treatyOfDeadline = (article: string): Treaty | undefined =>
  shippedTreaties().find(({ duties }) =>
    Object.values(duties).some((duty) => duty.article === article && duty.due === undefined),
  )

export const findTreaty = (id: string): Treaty | undefined =>
  shippedTreaties().find((treaty) => treaty.id === id)
