// The shape of what the page of a State's engagements gives as data.
import { z } from '@hono/zod-openapi'
import type { DueShown, EngagementShown, NamedActor, TreatyShown, VotesShown } from '../data/engagements.ts'
import { inWorld, maybeText, sourceSchema, text, valueSchema } from './parts.ts'
import { actorFields, fact } from './states.ts'

const namedActor = z.object({
  id: text,
  name: text,
  kind: text,
  page: maybeText,
}) satisfies z.ZodType<NamedActor>

const engagement = fact.extend({
  id: text.openapi({ description: 'The id its file gave it; its place on the page' }),
  actor: namedActor,
  topic: text,
  relation: z.enum(['own', 'unit', 'towards', 'named']),
  title: text,
  kindTitle: text,
  status: maybeText,
  statedAsCurrent: z.boolean(),
  statedAsOf: maybeText.openapi({ description: 'When the source said so (EDTF); null: nothing dates it' }),
  asOf: maybeText,
  yearsSince: z.number().nullable(),
  inferred: z.array(text).openapi({ description: 'Fields that no word of the quotation states' }),
  partOf: maybeText,
  concerns: z.array(text),
  instances: z.array(z.object({ year: z.number(), heldBy: z.array(text) })),
}) satisfies z.ZodType<EngagementShown>

const due = z.object({
  id: text,
  title: text,
  due: text,
  past: z.boolean(),
  observations: z.array(text),
}) satisfies z.ZodType<DueShown>

const treaty = z.object({
  treaty: text,
  title: text,
  state: z.enum(['party', 'consented', 'left', 'signed', 'none']),
  on: maybeText,
  endsOn: maybeText,
  source: sourceSchema,
}) satisfies z.ZodType<TreatyShown>

const votes = z.object({
  series: maybeText.openapi({ description: 'null: roll calls that belong to no series' }),
  years: z.array(
    z.object({
      year: z.number(),
      symbol: text,
      session: z.number(),
      vote: z.enum(['yes', 'no', 'abstain']).nullable().openapi({ description: 'null: no vote recorded' }),
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      checked: z.enum(['text', 'file']).nullable(),
      why: maybeText,
      adoptedOn: maybeText,
      titleInFile: text,
      dayInFile: maybeText,
      locator: maybeText,
    }),
  ),
  source: sourceSchema.nullable(),
}) satisfies z.ZodType<VotesShown>

export const ministrySchema = z
  .object({
    ...inWorld,
    state: actorFields,
    officialLanguage: maybeText,
    engagements: z.array(engagement),
    actors: z.array(namedActor),
    due: z.array(due),
    pledges: z.array(z.object({ plan: text, title: text, values: z.array(valueSchema) })),
    treaties: z.array(treaty),
    votes: z.array(votes),
  })
  .openapi('Engagements')
