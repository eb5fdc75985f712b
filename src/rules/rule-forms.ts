// The forms of rules, checked where a file is read. Their types stand in rule-schema.ts.
import { z } from 'zod'
import { isDay } from '../facts/edtf.ts'

/** Chooses the form by what stands there, so that a mistake is named where it is and not as "no alternative fits". */
export const chosen = (choose: (value: unknown) => z.ZodType | string): z.ZodType =>
  z.any().superRefine((value, context) => {
    const form = choose(value)
    if (typeof form === 'string') {
      context.addIssue({ code: 'custom', message: form })
      return
    }
    const result = form.safeParse(value)
    if (!result.success)
      for (const issue of result.error.issues) context.addIssue({ ...issue, input: value } as never)
  })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const name = z.string().min(1)
export const words = z.string().trim().min(1)
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a name in lower case, words joined by "-"')
const scalar = z.union([z.string(), z.number(), z.boolean()])
const duration = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/, 'expected a duration in years, months and days, such as P6M')
const moved = z.tuple([z.lazy(() => value), duration])
const value: z.ZodType = chosen((given) => {
  if (!isRecord(given)) return scalar
  return 'plus' in given ? z.strictObject({ plus: moved }) : z.strictObject({ minus: moved })
})
const oneAmong: z.ZodType = chosen((given) => {
  if (isRecord(given)) return z.strictObject({ from: value, until: value })
  return z.union(
    [z.string().startsWith('$'), z.array(scalar).min(1)],
    'expected a $name, a list or {from, until}',
  )
})
const namesAmong: z.ZodType = z.union(
  [z.string().startsWith('$'), z.array(z.string()).min(1)],
  'expected a $name or a list',
)
const fieldTest: z.ZodType = chosen((given) => {
  if (Array.isArray(given)) return z.array(scalar).min(1)
  if (!isRecord(given) || 'plus' in given || 'minus' in given) return value
  if (Object.keys(given).length === 0) return 'expected a test, such as {lte: $asOf}'
  return z.strictObject({
    lt: value.optional(),
    lte: value.optional(),
    gt: value.optional(),
    gte: value.optional(),
    in: oneAmong.optional(),
    not: value.optional(),
    notOnly: namesAmong.optional(),
    known: z.boolean().optional(),
  })
})
export const where: z.ZodType = z.record(name, fieldTest)
const kindField = z.string().regex(/^[a-z0-9-]+\.\w+$/, 'expected KIND.field')
const total: z.ZodType = z.strictObject({ sum: kindField, where: where.optional() })
const limitValue: z.ZodType = chosen((given) => (isRecord(given) ? total : z.number()))
const operators = ['gte', 'gt', 'lte', 'lt'] as const
const limits = {
  gte: limitValue.optional(),
  gt: limitValue.optional(),
  lte: limitValue.optional(),
  lt: limitValue.optional(),
}
const oneLimit = (given: object) => operators.filter((operator) => operator in given).length === 1
const limitMessage = 'expected exactly one of gte, gt, lte, lt'
const answerState = z.enum(['yes', 'partly', 'no', 'not reported', 'not applicable'])
const number = z.number().optional()
const parts = z.array(z.lazy(() => conditionForm)).min(1)

const among = { where: where.optional(), naming: name.optional() }

const distinct = {
  distinct: name,
  of: z
    .union(
      [z.string().startsWith('$vocabulary.'), z.array(z.union([name, z.array(name).min(1)])).min(1)],
      'expected $vocabulary.FIELD or a list',
    )
    .optional(),
  rows: z
    .string()
    .regex(/^\w+\.\w+$/, 'expected ROWS.column, such as attendance.persons')
    .optional(),
}

const conditionForms: Record<string, z.ZodType> = {
  answer: z
    .strictObject({
      answer: slug,
      is: z
        .union(
          [answerState, z.array(answerState).min(1)],
          `expected ${answerState.options.join(', ')}, or a list of them`,
        )
        .optional(),
      gte: number,
      gt: number,
      lte: number,
      lt: number,
      standing: z.boolean().optional(),
      by: slug.optional(),
    })
    .refine(
      (given) => ['is', ...operators].filter((operator) => operator in given).length === 1,
      'expected exactly one of is, gte, gt, lte, lt',
    ),
  some: z.strictObject({ some: slug, ...among, holds: z.lazy(() => conditionForm).optional() }),
  every: z.strictObject({ every: slug, ...among, holds: z.lazy(() => conditionForm) }),
  last: z.strictObject({ last: slug, by: name, ...among, holds: z.lazy(() => conditionForm) }),
  sum: z.strictObject({ sum: kindField, ...among, ...limits }).refine(oneLimit, limitMessage),
  count: z.strictObject({ count: slug, ...among, ...limits }).refine(oneLimit, limitMessage),
  distinct: z.strictObject({ ...distinct, ...limits }).refine(oneLimit, limitMessage),
  cohort: z.strictObject({ cohort: slug }),
  party: z.strictObject({ party: slug }),
  actorKind: z.strictObject({ actorKind: slug }),
  all: z.strictObject({ all: parts }),
  any: z.strictObject({ any: parts }),
  not: z.strictObject({ not: z.lazy(() => conditionForm) }),
  when: z.strictObject({ when: z.lazy(() => conditionForm), holds: z.lazy(() => conditionForm) }),
}
export const conditionForm: z.ZodType = chosen((given) => {
  if (given === true) return z.literal(true)
  if (!isRecord(given) || Object.keys(given).length === 0)
    return 'expected a condition: true, or one of the forms in docs/reference/rules.md'
  const form = Object.keys(conditionForms).find((key) => key in given)
  return form === undefined ? where : conditionForms[form]!
})

const drawnFrom = { where: where.optional(), among: slug.optional(), at: value.optional() }
const population: z.ZodType = chosen((given) => {
  if (!isRecord(given)) return 'expected a population: cohort, actorsOf, records or actor'
  if ('cohort' in given) return z.strictObject({ cohort: slug, at: value.optional() })
  if ('actorsOf' in given) return z.strictObject({ actorsOf: slug, ...drawnFrom })
  if ('records' in given) return z.strictObject({ records: slug, ...drawnFrom })
  return z.strictObject({ actor: name })
})
const measure: z.ZodType = chosen((given) => {
  if (!isRecord(given)) return z.enum(['share', 'count'])
  if ('sum' in given)
    return z.strictObject({ sum: z.union([name, z.array(name).min(2)], 'expected a field or several') })
  return z.strictObject({ share: name })
})
const pending: z.ZodType = chosen((given) => {
  if (!isRecord(given)) return z.literal('none', 'expected {until, counts}, or none')
  const until: z.ZodType = chosen((day) =>
    isRecord(day) && 'duty' in day ? z.strictObject({ duty: slug, field: name }) : value,
  )
  return z.strictObject({ until, counts: z.enum(['in', 'out']) })
})
const target: z.ZodType = z
  .strictObject({
    gte: number,
    lte: number,
    per: z.enum(['year', 'once']).optional(),
    by: z.string().refine(isDay, { error: 'expected the last day for it, such as 2027-12-31' }).optional(),
    across: z.strictObject({ ...distinct, gte: z.number() }).optional(),
  })
  .refine((given) => 'gte' in given || 'lte' in given, 'expected gte or lte')
  .refine((given) => given.by === undefined || given.per === 'once', 'a day stands with "per: once" alone')
const letValue: z.ZodType = chosen((given) =>
  isRecord(given) && 'idsOf' in given ? z.strictObject({ idsOf: slug, where: where.optional() }) : value,
)
const readings = z.record(slug, z.looseObject({ words }))

const evaluated = {
  population,
  condition: conditionForm,
  measure,
  words,
  note: words.optional(),
  notApplicable: z.enum(['leaves', 'stays']).optional(),
  target: target.optional(),
  measures: z.array(name).min(1).optional(),
}
/** A rule without its readings: what a reading's changes must leave behind. */
export const ruleForm = z.strictObject({ ...evaluated, pending })

export const ruleFileForm = z.strictObject({
  plan: slug,
  resources: words.optional(),
  defaults: z.strictObject({ pending: pending.optional() }).optional(),
  let: z.record(z.string().regex(/^[a-z]\w*$/, 'expected a name'), letValue).optional(),
  readingSets: z.record(slug, readings).optional(),
  rules: z.record(
    name,
    z.strictObject({
      ...evaluated,
      pending: pending.optional(),
      readings: readings.optional(),
      readingsFrom: z.array(slug).min(1).optional(),
    }),
  ),
})
