// The shapes of what the pages of plans and indicators give as data.
import { z } from '@hono/zod-openapi'
import type { IndicatorShown } from '../../indicators/show.ts'
import type { PlanHeld, PlanShown } from '../data/plans.ts'
import {
  inWorld,
  maybeNumber,
  maybeText,
  memberState,
  reasonSchema,
  sourceSchema,
  text,
  valueSchema,
} from './parts.ts'

const evidenceSchema = z
  .object({
    datumId: text,
    kind: text,
    says: text,
    body: z.record(text, z.unknown()).openapi({ description: 'The fields it says it with' }),
    heldFrom: maybeText,
    knownFrom: maybeText,
    source: maybeText,
    address: maybeText,
    locator: maybeText,
    quotation: maybeText,
    language: maybeText,
    entered: z.boolean().openapi({ description: 'Entered here, not received' }),
    report: maybeText.openapi({ description: 'Name of the report version an answer or report stands in' }),
    question: maybeText.openapi({ description: 'The question an answer answers' }),
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
    said: reasonSchema,
    evidence: z.array(evidenceSchema),
  })
  .openapi('Member')

const coverageLevel = z.enum(['complete', 'partial', 'none'])

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
  statusSaid: reasonSchema,
  coverage: z.object({
    level: coverageLevel,
    registers: z.array(
      z.object({ register: text, level: coverageLevel, until: maybeText, statedBy: maybeText }),
    ),
  }),
  reportedAmong: z.object({ numerator: z.number(), denominator: z.number(), value: maybeNumber }).nullable(),
  target: z
    .object({ words: text, said: reasonSchema, state: z.enum(['met', 'not yet', 'missed', 'not known']) })
    .nullable(),
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
  ruleSaid: z.object({ population: reasonSchema, pending: reasonSchema.nullable() }),
  members: z.array(memberSchema),
}) satisfies z.ZodType<IndicatorShown>
export const indicatorSchema = indicatorFields.extend(inWorld).openapi('Indicator')

export const planHeldFields = z.object({
  id: text,
  title: text,
  status: z.enum(['draft', 'adopted', 'superseded']),
  notice: maybeText,
  noticeIn: z.record(text, text),
  treaty: maybeText,
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

export const ruleSchema = z
  .object({ ...inWorld, indicator: text, sha256: text, rule: z.unknown() })
  .openapi('Rule')

export const plansSchema = z
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
  })
  .openapi('Plans')
