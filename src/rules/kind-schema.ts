// The form of files with kinds of datum, and the reader that refuses what is not of that form. What the parts of a kind mean
// is said where facts need them (facts/kind.ts, facts/kind-checks.ts).
import { z } from 'zod'
import { type FieldSpec, fieldTypes, type KindSpec, type Kinds } from '../facts/kind.ts'
import type { KindCheck } from '../facts/kind-checks.ts'
import { columnTypes } from '../facts/rows-field.ts'
import { readYaml } from './read-yaml.ts'
import { name, slug, words } from './rule-forms.ts'

const columnForm = z.strictObject({
  type: z.enum(columnTypes),
  oneOf: z.array(name).min(1).optional(),
  unit: name.optional(),
  required: z.boolean().optional(),
})
const fieldForm: z.ZodType<FieldSpec> = z
  .strictObject({
    type: z.enum(fieldTypes),
    required: z.boolean().optional(),
    occurs: z.boolean().optional(),
    orDate: z.boolean().optional(),
    oneOf: z.array(name).min(1).optional(),
    unit: name.optional(),
    comparator: z.boolean().optional(),
    of: z.enum(fieldTypes).optional(),
    form: z.enum(['currency', 'year', 'recurrence']).optional(),
    columns: z.record(z.string().regex(/^[a-z]\w*$/, 'expected the name of a column'), columnForm).optional(),
    ref: z.array(slug).min(1).optional(),
    lines: z.boolean().optional(),
    hint: words.optional(),
  })
  .refine(({ type, columns }) => (type === 'rows') === (columns !== undefined), {
    message: 'rows have columns, and nothing else has',
  })
  .refine(({ type, ref }) => ref === undefined || type === 'text' || type === 'list', {
    message: 'only a text or a list names other things',
  })
const fieldName = z.string().regex(/^[a-z]\w*$/, 'expected a field name')
const whenForm = z.record(fieldName, z.array(name).min(1))
const columnName = z
  .string()
  .regex(/^[a-z]\w*\.[a-z]\w*$/, 'expected FIELD.COLUMN, such as attendance.persons')
const ask = z.literal(true).optional()
const checkForm: z.ZodType<KindCheck> = z.union([
  z.strictObject({ needs: fieldName, when: whenForm.optional(), ask }),
  z.strictObject({ only: fieldName, when: whenForm, ask }),
  z.strictObject({ any: z.array(fieldName).min(2), ask }),
  z.strictObject({ order: z.tuple([fieldName, fieldName]), ask }),
  z.strictObject({ sum: columnName, atMost: fieldName, ask }),
  z.strictObject({ within: z.union([columnName, fieldName]), of: fieldName, ask }),
  z.strictObject({ fits: fieldName, fields: z.array(fieldName).min(1) }),
  z.strictObject({ prose: fieldName }),
])

/** What checks name that the kind does not have. */
const unknownIn = ({ fields, checks = [] }: Pick<KindSpec, 'fields' | 'checks'>): string[] => {
  const isThere = (path: string): boolean => {
    const [field = '', column] = path.split('.')
    if (column === undefined)
      return Object.hasOwn(fields, field) || field === 'heldFrom' || field === 'source'
    return Object.hasOwn(fields, field) && Object.hasOwn(fields[field]!.columns ?? {}, column)
  }
  const named = checks.flatMap((check): string[] => {
    const when = 'when' in check ? Object.keys(check.when ?? {}) : []
    if ('needs' in check) return [check.needs, ...when]
    if ('only' in check) return [check.only, ...when]
    if ('prose' in check) return [check.prose]
    if ('any' in check) return [...check.any]
    if ('order' in check) return [...check.order]
    if ('sum' in check) return [check.sum, check.atMost]
    if ('within' in check) return [check.within, check.of]
    return [check.fits, ...check.fields]
  })
  return named.filter((path) => !isThere(path))
}

/** One kind of datum: a release holds those its rules name. */
export const kindForm: z.ZodType<KindSpec> = z
  .strictObject({
    title: words,
    says: words.optional(),
    time: z.enum(['event', 'state']),
    undated: z.literal('from-known').optional(),
    ahead: z.boolean().optional(),
    topic: slug.optional(),
    owed: z.literal('once').optional(),
    ownedWith: z.array(fieldName).min(1).optional(),
    fields: z.record(fieldName, fieldForm),
    checks: z.array(checkForm).min(1).optional(),
  })
  .refine(({ time, undated }) => undated === undefined || time === 'state', {
    path: ['undated'],
    error: 'an event without a day has no beginning: only a state may say since when it stands',
  })
  .refine(({ fields, ownedWith = [] }) => ownedWith.every((field) => fields[field]?.ref !== undefined), {
    path: ['ownedWith'],
    error: 'expected fields of this kind that name a fact or a part of an instrument (`ref`)',
  })
const kindFileForm: z.ZodType<Kinds> = z.record(slug, kindForm).superRefine((kinds, context) => {
  for (const [name, kind] of Object.entries(kinds))
    for (const path of unknownIn(kind))
      context.addIssue({
        code: 'custom',
        path: [name, 'checks'],
        message: `the kind has no field or column "${path}"`,
      })
})

/**
 * The kinds of datum of one file. Throws Problem `input-unreadable`, or `input-rejected` with file, line and path of every
 * mistake.
 */
export const readKinds = (path: string): Kinds => readYaml(path, kindFileForm)
