// The shapes of what the pages of plans and indicators give as data.
import { z } from '@hono/zod-openapi'
import type { Change } from '../../indicators/change.ts'
import type { IndicatorShown, StateCount } from '../../indicators/show.ts'
import type { PlanHeld, PlanShown } from '../data/plans.ts'
import { servingSchema } from './implementation.ts'
import {
  inWorld,
  maybeNumber,
  maybeText,
  memberState,
  reasonSchema,
  sourceSchema,
  submittedSchema,
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
    submitted: submittedSchema,
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
      z.object({
        ...{ register: text, level: coverageLevel, until: maybeText, statedBy: maybeText },
        of: z
          .array(text)
          .optional()
          .openapi({ description: 'Whose records alone the word is about; left out: everyone’s' }),
        entered: z
          .literal(true)
          .optional()
          .openapi({ description: 'The word was declared at the desk, not received; left out: received' }),
      }),
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
  language: text,
  actions: z.number(),
  indicators: z.number(),
}) satisfies z.ZodType<PlanHeld>

const ownLanguage = text
  .optional()
  .openapi({ description: 'Language of these words (BCP 47), where it is not the document’s' })
const worded = {
  text,
  language: ownLanguage,
  translations: z
    .array(z.object({ language: text, text }))
    .optional()
    .openapi({ description: 'The same words in other languages, as the document has them beside' }),
}
const planIndicator = z.object({ id: text, number: text, ...worded, unit: text })
const planFields = planHeldFields.extend({
  source: sourceSchema.nullable(),
  period: z.object({ from: z.number(), until: z.number() }).nullable(),
  sections: z.array(
    z.object({
      number: maybeText,
      title: text,
      language: ownLanguage,
      paragraphs: z.array(z.object({ number: maybeText, text, language: ownLanguage, items: z.array(text) })),
      actions: z.array(z.object({ number: text, ...worded, indicators: z.array(planIndicator) })),
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

const statesCounted = z
  .object({ number: text, year: z.number(), state: memberState, members: z.number() })
  .openapi('StateCount') satisfies z.ZodType<StateCount>
const inPlan = { plan: text, title: text, planNotice: maybeText }
const planAction = z.object({ number: text, text, indicators: z.array(planIndicator) })

export const sectionSchema = z
  .object({
    ...inWorld,
    ...inPlan,
    section: z.object({
      number: maybeText,
      title: text,
      paragraphs: z.array(z.object({ number: maybeText, text, items: z.array(text) })),
      actions: z.array(planAction),
    }),
    year: z.number().nullable(),
    values: z.array(valueSchema),
    states: z.array(statesCounted),
  })
  .openapi('Section')

export const actionSchema = z
  .object({
    ...inWorld,
    ...inPlan,
    section: text,
    action: planAction,
    year: z.number().nullable(),
    values: z.array(valueSchema),
    members: z.array(
      z.object({
        number: text,
        members: z.array(memberSchema.omit({ evidence: true }).extend({ entered: z.boolean() })),
      }),
    ),
    carriedOutBy: z.array(servingSchema),
  })
  .openapi('Action')

const change = z.union([
  z.object({ kind: z.literal('known'), by: z.number() }),
  z.object({
    kind: z.literal('not comparable'),
    why: z.enum(['not known', 'no cases', 'not evaluated', 'provisional']),
    year: z.number(),
  }),
]) satisfies z.ZodType<Change>
export const compareSchema = z
  .object({
    ...inWorld,
    ...inPlan,
    years: z.array(z.number()),
    rows: z.array(
      z.object({
        section: maybeText,
        action: maybeText,
        number: text,
        text,
        unit: text,
        values: z.array(valueSchema.nullable()),
        change,
      }),
    ),
  })
  .openapi('Compared')
