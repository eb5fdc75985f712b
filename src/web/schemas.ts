// The shapes of what can be asked and what the data twins give: one description for checks, types and OpenAPI.
import { z } from '@hono/zod-openapi'
import type { IndicatorShown, ValueShown } from '../indicators/show.ts'
import type {
  ActorShown,
  CohortHeld,
  CohortMember,
  FactShown,
  MembershipShown,
  PlanHeld,
  PlanShown,
  ReportShown,
  SourceShown,
} from './data.ts'

const isCalendarDate = (text: string): boolean => {
  const parsed = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(parsed.valueOf()) &&
    parsed.toISOString().startsWith(text)
  )
}

/** A day that exists, as YYYY-MM-DD. */
export const dateAsked = z
  .string()
  .refine(isCalendarDate, { message: 'is not a date; write it as 2025-12-01' })
  .openapi({ format: 'date', example: '2025-12-01' })

export const yearAsked = z
  .string()
  .regex(/^(19|20)\d{2}$/, { message: 'is not a year; write it as 2025' })
  .transform(Number)
  .openapi({ type: 'integer', example: 2025 })

/** Slugs and codes: what an id may consist of. */
export const idAsked = z
  .string()
  .max(200, { message: 'is too long for a name' })
  .regex(/^[\w.@:-]+$/, { message: 'holds characters that no name here has' })

const text = z.string()
const maybeText = z.string().nullable()
const maybeNumber = z.number().nullable()

export const sourceSchema = z.object({
  title: text,
  address: maybeText,
  publisher: maybeText,
  date: maybeText.openapi({ description: 'The source’s own date, as precise as it gives it (EDTF)' }),
}) satisfies z.ZodType<SourceShown>

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

const evidenceSchema = z
  .object({
    datumId: text,
    kind: text,
    says: text,
    heldFrom: maybeText,
    knownFrom: maybeText,
    source: maybeText,
    address: maybeText,
    locator: maybeText,
    quotation: maybeText,
    language: maybeText,
    entered: z.boolean().openapi({ description: 'Entered here, not received' }),
  })
  .openapi('Evidence')

const memberSchema = z
  .object({
    member: text,
    actor: text,
    name: text,
    state: memberState,
    inN: z.number(),
    inD: z.number(),
    reason: text,
    evidence: z.array(evidenceSchema),
  })
  .openapi('Member')

const coverageLevel = z.enum(['complete', 'partial', 'none'])

/** A world says of itself in all its data which it is; a fictional one adds its notice. */
export const inWorld = {
  world: z.enum(['register', 'exercise']),
  notice: text.optional().openapi({ description: 'Said of every page and file of a fictional world' }),
}

const indicatorFields = z.object({
  id: text,
  number: text,
  instrument: text,
  text,
  planNotice: maybeText,
  unit: text,
  year: z.number(),
  asOf: text,
  knownOn: text,
  numerator: maybeNumber,
  denominator: maybeNumber,
  value: maybeNumber,
  status: text,
  statusReason: text,
  coverage: z.object({
    level: coverageLevel,
    registers: z.array(
      z.object({ register: text, level: coverageLevel, until: maybeText, statedBy: maybeText }),
    ),
  }),
  reportedAmong: z.object({ numerator: z.number(), denominator: z.number(), value: maybeNumber }).nullable(),
  target: z.object({ words: text, state: z.enum(['met', 'not yet', 'missed', 'not known']) }).nullable(),
  reading: text,
  readings: z.array(
    z.object({
      name: text,
      words: text,
      numerator: maybeNumber,
      denominator: maybeNumber,
      value: maybeNumber,
      status: text,
    }),
  ),
  ruleHash: text,
  ruleWords: z.object({ population: text, numerator: text, pending: maybeText, note: maybeText }),
  members: z.array(memberSchema),
}) satisfies z.ZodType<IndicatorShown>
export const indicatorSchema = indicatorFields.extend(inWorld).openapi('Indicator')

const planHeldFields = z.object({
  id: text,
  title: text,
  status: z.enum(['draft', 'adopted', 'superseded']),
  notice: maybeText,
  actions: z.number(),
  indicators: z.number(),
}) satisfies z.ZodType<PlanHeld>

const planIndicator = z.object({ id: text, number: text, text, unit: text })
const planFields = planHeldFields.extend({
  language: text,
  source: sourceSchema.nullable(),
  period: z.object({ from: z.number(), until: z.number() }).nullable(),
  sections: z.array(
    z.object({
      number: maybeText,
      title: text,
      paragraphs: z.array(z.object({ number: maybeText, text, items: z.array(text) })),
      actions: z.array(z.object({ number: text, text, indicators: z.array(planIndicator) })),
    }),
  ),
  planIndicators: z.array(planIndicator),
}) satisfies z.ZodType<PlanShown>
// The notice of the plan and the notice of the world are different things: a plan's data keeps both.
export const planSchema = z
  .object({ ...inWorld, plan: planFields, year: z.number().nullable(), values: z.array(valueSchema) })
  .openapi('Plan')

const cohortFields = z.object({
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

const actorFields = z.object({
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
  source: sourceSchema.nullable(),
  statedOn: maybeText,
}) satisfies z.ZodType<MembershipShown>
const fact = z.object({
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
  supersededBy: maybeText,
  retracted: z.boolean(),
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
  answers: z.number(),
  source: sourceSchema.nullable(),
}) satisfies z.ZodType<ReportShown>
export const stateSchema = z
  .object({
    ...inWorld,
    state: actorFields,
    memberships: z.array(membership),
    values: z.array(valueSchema.extend({ state: memberState, reason: text })),
    facts: z.array(fact),
    reports: z.array(report),
  })
  .openapi('State')

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

export const ruleSchema = z
  .object({ ...inWorld, indicator: text, sha256: text, rule: z.unknown() })
  .openapi('Rule')

export const problemSchema = z
  .object({
    type: text,
    title: text,
    status: z.number(),
    detail: text,
    issues: z.array(
      z.object({
        file: text.optional(),
        line: z.number().optional(),
        cell: text.optional(),
        path: text.optional(),
        message: text,
        expected: text.optional(),
        found: text.optional(),
      }),
    ),
  })
  .openapi('Problem')
