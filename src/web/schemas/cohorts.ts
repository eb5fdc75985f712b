// The shapes of what the pages of cohorts give as data.
import { z } from '@hono/zod-openapi'
import type { CohortHeld, CohortMember } from '../data/cohorts.ts'
import { inWorld, maybeNumber, maybeText, reasonSchema, sourceSchema, text } from './parts.ts'

export const cohortFields = z.object({
  name: text,
  code: maybeText,
  title: text,
  words: text,
  treaty: text,
}) satisfies z.ZodType<CohortHeld>
const cohortMember = z.object({
  actor: text,
  name: text,
  from: maybeText,
  until: maybeText,
  reason: text,
  said: reasonSchema,
}) satisfies z.ZodType<CohortMember>
const movement = z.object({
  actor: text,
  name: text,
  on: maybeText.openapi({ description: 'The day, where what is held tells it' }),
  reason: text,
  said: reasonSchema,
})
export const cohortSchema = z
  .object({
    ...inWorld,
    cohort: cohortFields,
    asOf: text,
    knownOn: text,
    source: sourceSchema.nullable(),
    members: z.array(cohortMember),
    since: z.string().openapi({ description: 'Who joined and left is told after this day' }),
    change: z
      .object({
        since: z.string().openapi({ description: 'After this day' }),
        asOf: text,
        joined: z.array(movement).openapi({ description: 'Members that did not belong on the first day' }),
        left: z.array(movement).openapi({ description: 'Who belonged on the first day and does no longer' }),
      })
      .nullable()
      .openapi({ description: 'Who joined and left; null: not established on one of the days' }),
    years: z
      .array(
        z.object({
          year: z.number().openapi({ description: 'Year' }),
          on: z.string().openapi({ description: 'The day counted' }),
          members: maybeNumber.openapi({ description: 'How many belonged; null: not established' }),
          undetermined: z.number().openapi({ description: 'Of how many nobody can say' }),
        }),
      )
      .openapi({ description: 'Members at the end of each year' }),
  })
  .openapi('Cohort')
export const cohortsSchema = z
  .object({
    ...inWorld,
    asOf: text,
    cohorts: z.array(
      cohortFields.extend({ members: maybeNumber.openapi({ description: 'null: not established' }) }),
    ),
  })
  .openapi('Cohorts')
