// Pieces the shapes of data twins are made of.
import { z } from '@hono/zod-openapi'
import { tiers } from '../../facts/datum.ts'
import type { ValueShown } from '../../indicators/show.ts'
import type { Reason } from '../../words/reason.ts'
import type { SourceShown } from '../data/source.ts'

export const text = z.string()
/** Who sees a fact. */
export const tierSchema = z
  .enum(tiers)
  .openapi({ description: 'Who sees it: everyone, partners, or its owner alone' })
/** By whom it was submitted, where they had a right of their own. */
export const submittedSchema = z
  .object({
    as: z
      .enum(['owner', 'keeper'])
      .openapi({ description: 'By its own focal point, or coded for a treaty and confirmed by a reviewer' }),
    on: z.string().openapi({ description: 'Day it was submitted' }),
  })
  .nullable()
  .optional()
  .openapi({ description: 'By whom it was submitted in a right of their own; null: nobody is known' })
export const maybeText = z.string().nullable()
export const maybeNumber = z.number().nullable()

export const sourceSchema = z.object({
  title: text,
  address: maybeText,
  publisher: maybeText,
  date: maybeText.openapi({ description: 'The source’s own date, as precise as it gives it (EDTF)' }),
}) satisfies z.ZodType<SourceShown>

/** A reason as data: what the sentence beside it says, with its values; the same key means the same kind of reason. */
export const reasonSchema = z.looseObject({ key: text }).openapi('Reason', {
  description: 'A reason as data: its key and the values it speaks of',
}) as unknown as z.ZodType<Reason>

export const memberState = z.enum([
  'counted',
  'not counted',
  'partly',
  'not reported',
  'not applicable',
  'pending',
  'unknown',
])

export const valueSchema = z
  .object({
    indicator: text,
    number: text,
    year: z.number(),
    asOf: text,
    numerator: maybeNumber,
    denominator: maybeNumber,
    value: maybeNumber.openapi({
      description: 'Percentage with one decimal, or the number; null is never 0',
    }),
    status: text.openapi({ description: 'known, provisional until DATE, not known, no cases' }),
    unit: text,
  })
  .openapi('Value') satisfies z.ZodType<ValueShown>

/** A world says of itself in all its data which it is; a fictional one adds its notice. */
export const inWorld = {
  world: z.enum(['register', 'exercise']),
  notice: text.optional().openapi({ description: 'Said of every page and file of a fictional world' }),
}
