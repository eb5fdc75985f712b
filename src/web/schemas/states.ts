// The shapes of what the pages of States give as data.
import { z } from '@hono/zod-openapi'
import type { ActorShown, FactShown, MembershipShown, ReportShown } from '../data/states.ts'
import { dutySchema } from './duties.ts'
import {
  inWorld,
  maybeText,
  memberState,
  reasonSchema,
  sourceSchema,
  submittedSchema,
  text,
  tierSchema,
  valueSchema,
} from './parts.ts'
import { cohortOfState, receiptOfState } from './sheet.ts'
import { ageSchema } from './staleness.ts'

export const actorFields = z.object({
  id: text,
  kind: text,
  name: text,
  names: z.array(z.object({ language: text, short: text, formal: maybeText })),
  iso2: maybeText,
  iso3: maybeText,
  m49: maybeText,
  unMember: z.boolean().nullable(),
  region: maybeText,
  tile: z.object({ column: z.number(), row: z.number() }).nullable(),
}) satisfies z.ZodType<ActorShown>
export const statesSchema = z.object({ ...inWorld, states: z.array(actorFields) }).openapi('States')

const membership = z.object({
  treaty: text,
  title: text,
  from: maybeText,
  consentedOn: maybeText,
  until: maybeText,
  reason: text,
  said: reasonSchema,
  source: sourceSchema.nullable(),
  statedOn: maybeText,
}) satisfies z.ZodType<MembershipShown>
export const fact = z.object({
  id: text,
  kind: text,
  title: text,
  fields: z.array(
    z.object({
      name: text,
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
      unit: maybeText,
    }),
  ),
  held: maybeText,
  heldUntil: maybeText,
  knownFrom: text,
  source: sourceSchema.nullable(),
  locator: maybeText,
  quotation: maybeText,
  language: maybeText,
  note: maybeText,
  entered: z.boolean(),
  submitted: submittedSchema,
  tier: tierSchema,
  supersededBy: maybeText,
  retracted: z.boolean(),
  age: ageSchema.optional().openapi({ description: 'How old what it says is, where that grows old' }),
}) satisfies z.ZodType<FactShown>
const report = z.object({
  id: text,
  obligation: text,
  title: text,
  coversYear: z.number(),
  version: z.number(),
  receivedOn: text,
  language: maybeText,
  voluntary: z.boolean(),
  current: z.boolean(),
  entered: z.boolean(),
  submitted: submittedSchema,
  answers: z.number(),
  source: sourceSchema.nullable(),
}) satisfies z.ZodType<ReportShown>
export const stateSchema = z
  .object({
    ...inWorld,
    state: actorFields,
    memberships: z.array(membership),
    values: z.array(
      valueSchema.extend({ state: memberState, reason: text, said: reasonSchema, entered: z.boolean() }),
    ),
    facts: z.array(fact),
    reports: z.array(report),
    cohorts: z.array(cohortOfState),
    dates: z.array(dutySchema),
    receipts: z.array(receiptOfState),
  })
  .openapi('State')
