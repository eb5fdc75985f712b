// A treaty as data: its names, its rules on who is bound from when to when, and the duties it makes. Read from the
// `convention.yaml` of an instrument's folder.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDay } from '../facts/edtf.ts'
import { instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { type Duty, dutyForm } from '../rules/duty-form.ts'
import { readYaml, sameOrigin } from '../rules/read-yaml.ts'
import { slug } from '../rules/rule-forms.ts'

const date = z.string().refine(isDay, 'not a day of the calendar')

/** The forms of entry into force and of withdrawal: a release holds them too. */
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
  source: z.strictObject({
    title: z.string(),
    address: z.string().optional(),
    note: z.string().optional(),
    /** Of the words quoted (BCP 47); that of the first title where it is absent. */
    language: z.string().optional(),
  }),
  entryIntoForce: entryIntoForceForm,
  withdrawal: withdrawalForm,
  provisionalApplication: z.strictObject({ article: z.string(), words: z.string() }).optional(),
  duties: z.record(slug, dutyForm),
})
export type Treaty = Omit<z.infer<typeof treatySchema>, 'duties'> & { duties: Record<string, Duty> }

/**
 * The treaty of a `convention.yaml`. Throws `input-unreadable` or `input-rejected` naming file, line and path of every
 * mistake; what its duties name is checked by src/duties/rules.ts.
 */
export const readTreaty = (path: string): Treaty => {
  const read = readYaml(path, treatySchema as z.ZodType<z.infer<typeof treatySchema>>)
  const duties = Object.entries(read.duties).map(([id, duty]) => [id, { id, ...duty }] as const)
  return sameOrigin({ ...read, duties: Object.fromEntries(duties) }, read)
}

/** The treaties held as data: every `<folder>/convention.yaml` of the instruments. */
export const shippedTreaties = readOncePerInstruments((): readonly Treaty[] =>
  instrumentFolders()
    .map(({ path }) => join(path, 'convention.yaml'))
    .filter((path) => existsSync(path))
    .map(readTreaty),
)

/** Whether the treaty sets a deadline under the article: a duty with one day for each party, from its entry into force. */
export const setsDeadline = ({ duties }: Pick<Treaty, 'duties'>, article: string): boolean =>
  Object.values(duties).some(
    (duty) => duty.article === article && duty.due === undefined && duty.first?.after === 'entry-into-force',
  )

/**
 * The treaty under which a deadline is meant whose fact names an article and no treaty: the oldest held that sets a
 * deadline under that article. Facts of the time when one treaty was held are of this kind.
 */
export const treatyOfDeadline = (article: string): Treaty | undefined =>
  shippedTreaties()
    .filter((treaty) => setsDeadline(treaty, article))
    .sort((a, b) => (a.adopted.on < b.adopted.on ? -1 : 1))[0]

/** The treaty whose article a fact speaks of: the one it names, otherwise the one that must be meant. */
export const treatyMeantBy = (body: Readonly<Record<string, unknown>>): string | undefined => {
  if (typeof body.treaty === 'string') return body.treaty
  return typeof body.article === 'string' ? treatyOfDeadline(body.article)?.id : undefined
}

export const findTreaty = (id: string): Treaty | undefined =>
  shippedTreaties().find((treaty) => treaty.id === id)
