// The shapes of what the sheet of a State gives beside facts and memberships.
import { z } from '@hono/zod-openapi'
import type { CohortOfState, ReceiptOfState } from '../data/sheet.ts'
import { maybeText, reasonSchema, text } from './parts.ts'
import { receiptSchema } from './reports.ts'

export const cohortOfState = z.object({
  name: text,
  title: text,
  words: text,
  belongs: z.enum(['yes', 'no', 'unknown']).openapi({ description: 'unknown is neither yes nor no' }),
  from: maybeText,
  until: maybeText,
  reason: text,
  said: reasonSchema,
  datumIds: z.array(text),
}) satisfies z.ZodType<CohortOfState>

export const receiptOfState = receiptSchema.extend({
  obligation: text,
  title: text,
  year: z.number(),
  coversYear: z.number(),
}) satisfies z.ZodType<ReceiptOfState>
