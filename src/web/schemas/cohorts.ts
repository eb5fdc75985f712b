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
export const cohortSchema = z
  .object({
    ...inWorld,
    cohort: cohortFields,
    asOf: text,
    knownOn: text,
    source: sourceSchema.nullable(),
    members: z.array(cohortMember),
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
