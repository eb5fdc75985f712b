// The shape of what a convention's door gives as data.
import { z } from '@hono/zod-openapi'
import { datedSchema } from './changes.ts'
import { inWorld, maybeNumber, maybeText, text } from './parts.ts'
import { treatyHead } from './treaties.ts'

const count = (description: string) => z.number().int().openapi({ description })

export const conventionSchema = z
  .object({
    ...inWorld,
    treaty: text,
    title: text,
    asOf: text,
    basis: treatyHead.basis,
    source: treatyHead.source,
    counts: treatyHead.counts,
    plans: z
      .array(
        z.object({
          id: text,
          title: text,
          notice: maybeText,
          year: maybeNumber,
          known: count('How many indicators have a known value'),
          provisional: count('How many have a value that may still change'),
          notKnown: count('How many have none, because a register does not cover the question'),
          noCases: count('How many count nobody: there was no case'),
        }),
      )
      .openapi({ description: 'Its plans, with the status of their latest values' }),
    reporting: z
      .object({
        obligation: text,
        year: z.number().openapi({ description: 'The cycle: the year in which reports fall due' }),
        coversYear: z.number().openapi({ description: 'The year they cover' }),
        received: z.number().nullable().openapi({ description: 'Received, of those due; null: not known' }),
        due: count('How many are due'),
        missing: z
          .array(z.object({ actor: text, name: text }))
          .openapi({ description: 'Who has not reported, where the register is complete' }),
      })
      .nullable()
      .openapi({ description: 'Reports of the latest cycle; null: none are asked for' }),
    cohorts: z
      .array(
        z.object({
          name: text,
          title: text,
          members: z.number().nullable().openapi({ description: 'How many belong; null: not established' }),
        }),
      )
      .openapi({ description: 'Its cohorts, with their number of members' }),
    since: z.string().openapi({ description: 'Changes are counted after this day' }),
    changes: z
      .array(
        z.object({
          kind: z.string().openapi({ description: 'values, dates, acts, reports, facts, coverage' }),
          count: count('How many'),
        }),
      )
      .openapi({ description: 'What changed since, counted' }),
    next: z.array(datedSchema).openapi({ description: 'What comes about next, by date' }),
  })
  .openapi('Convention')
