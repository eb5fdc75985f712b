// The shapes of what the sheet of a State gives beside facts and memberships.
import { z } from '@hono/zod-openapi'
import type { CohortOfState, DateShown, ReceiptOfState } from '../data/sheet.ts'
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

export const dateOfState = z.object({
  treaty: text,
  treatyTitle: text,
  duty: text,
  title: text,
  article: text,
  words: text,
  computed: z.object({ on: text, derivation: text, said: reasonSchema }),
  stated: z
    .object({
      deadline: text,
      statedAsOf: maybeText,
      granted: z.boolean(),
      datumIds: z.array(text),
      otherwise: z.array(z.object({ deadline: text, datumId: text })),
    })
    .nullable(),
  official: z.enum(['granted', 'stated', 'computed']),
  completions: z.array(z.object({ on: maybeText, datumId: text })),
  entered: z.boolean().openapi({ description: 'A fact it rests on was entered here, not received' }),
  isYearly: z.boolean(),
  obligation: maybeText,
}) satisfies z.ZodType<DateShown>

export const receiptOfState = receiptSchema.extend({
  obligation: text,
  title: text,
  year: z.number(),
  coversYear: z.number(),
}) satisfies z.ZodType<ReceiptOfState>
