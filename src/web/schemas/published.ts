// The shape of figures that others published, beside ours.
import { z } from '@hono/zod-openapi'
import type { PublishedShown } from '../data/published.ts'
import { inWorld, maybeNumber, maybeText, reasonSchema, sourceSchema, text } from './parts.ts'

const oursSchema = z
  .object({
    indicator: maybeText.openapi({ description: 'The indicator that counts the same; null: a cohort does' }),
    cohort: maybeText.openapi({ description: 'The cohort that counts the same; null: an indicator does' }),
    year: maybeNumber.openapi({ description: 'The cycle in which those reports fall due' }),
    asOf: text,
    knownOn: text,
    numerator: maybeNumber.openapi({ description: 'How many we count; null: not known' }),
    denominator: maybeNumber.openapi({ description: 'How many it is taken of' }),
    value: maybeNumber.openapi({ description: 'In the unit of the published figure; null: not known' }),
    status: text.openapi({ description: 'known, provisional until DATE, not known, no cases' }),
    statusReason: text,
    statusSaid: reasonSchema.nullable(),
    notDue: z
      .array(
        z.object({
          actor: text,
          name: text,
          dueOn: maybeText.openapi({ description: 'Day its report falls due; null: none in that cycle' }),
        }),
      )
      .openapi({ description: 'Those whose report was not due by that day' }),
  })
  .openapi('OursBesidePublished')

export const publishedSchema = z
  .object({
    ...inWorld,
    figures: z
      .array(
        z.object({
          datumId: text,
          figure: text.openapi({ description: 'What it counts, as a name' }),
          title: text,
          number: z.number().openapi({ description: 'As published' }),
          unit: text,
          coversYear: maybeNumber.openapi({ description: 'Year the reports cover; null: not said' }),
          statedOn: maybeText.openapi({ description: 'Day for which the source says it (EDTF)' }),
          source: sourceSchema.nullable(),
          locator: maybeText,
          quotation: maybeText,
          language: maybeText,
          entered: z.boolean(),
          ours: oursSchema.nullable().openapi({ description: 'Null: nothing of ours counts the same' }),
          findings: z.array(text).openapi({ description: 'How ours and theirs fit, in English' }),
          said: z.array(reasonSchema).openapi({ description: 'The same as data' }),
        }),
      )
      .openapi({ description: 'Figures of others, oldest year first' }),
  })
  .openapi('PublishedFigures') satisfies z.ZodType<{ figures: PublishedShown[] }>
