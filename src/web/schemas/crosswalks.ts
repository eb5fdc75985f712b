// The shape of crosswalks: which promise of one plan is which of another.
import { z } from '@hono/zod-openapi'
import { relations } from '../../instruments/crosswalk-pair.ts'
import type { CrosswalkShown } from '../data/crosswalks.ts'
import { inWorld, maybeNumber, maybeText, text } from './parts.ts'

const kind = z.enum(['action', 'indicator'])
const plan = z.object({
  id: text,
  title: text,
  language: maybeText,
  hasPage: z.boolean().openapi({ description: 'False: a draft that was only imported' }),
})

export const crosswalkSchema = z
  .object({
    ...inWorld,
    plan: text,
    crosswalks: z
      .array(
        z.object({
          from: plan,
          to: plan.openapi({ description: 'The plan it is compared with, such as the adopted one' }),
          rows: z
            .array(
              z.object({
                kind,
                from: maybeText.openapi({ description: 'Number in the first plan; null: none there' }),
                to: maybeText.openapi({ description: 'Number in the second plan; null: none there' }),
                fromText: maybeText.openapi({ description: 'Its words in the first plan, verbatim' }),
                toText: maybeText.openapi({ description: 'Its words in the second plan, verbatim' }),
                relation: z.enum(relations).openapi({ description: 'How the two relate' }),
                likeness: maybeNumber.openapi({
                  description: 'Share of words in common, 0 to 1, rare words weighing more',
                }),
                by: text.openapi({ description: 'Who confirmed the pair' }),
                on: text.openapi({ description: 'Day of the confirmation' }),
                note: maybeText,
              }),
            )
            .openapi({ description: 'Confirmed pairs, in the order of the first plan' }),
          undecided: z
            .array(
              z.object({
                kind,
                from: z.number().openapi({ description: 'How many of the first plan' }),
                to: z.number().openapi({ description: 'How many of the second plan' }),
              }),
            )
            .openapi({ description: 'Promises of each plan nobody has decided about' }),
        }),
      )
      .openapi({ description: 'One for each other plan; empty: nothing is confirmed' }),
  })
  .openapi('Crosswalks') satisfies z.ZodType<{ crosswalks: CrosswalkShown[] }>
