// The shape of what the first page gives as data.
import { z } from '@hono/zod-openapi'
import { cohortFields } from './cohorts.ts'
import { inWorld, maybeNumber, text } from './parts.ts'
import { planHeldFields } from './plans.ts'

export const homeSchema = z
  .object({
    ...inWorld,
    plans: z.array(
      planHeldFields.extend({
        year: z.number().nullable(),
        known: z.number(),
        provisional: z.number(),
        notKnown: z.number(),
        noCases: z.number(),
      }),
    ),
    asOf: text,
    cohorts: z.array(cohortFields.extend({ members: maybeNumber })),
  })
  .openapi('Home')
