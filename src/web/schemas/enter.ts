// The shapes of what the pages of entering give as data.
import { z } from '@hono/zod-openapi'
import { sectionStates } from '../../reports/draft-sections.ts'
import type { FactDraftListed } from '../data/approval.ts'
import type { DraftListed } from '../data/enter.ts'
import { standingSchema } from './approval.ts'
import { inWorld, maybeText, submittedSchema, text, tierSchema } from './parts.ts'

const draftListed = z.object({
  draftId: text.openapi({ description: 'Id of the draft, the last part of its address' }),
  actor: text,
  actorName: text,
  obligation: text,
  title: text,
  coversYear: z.number().int(),
  changedAt: text.openapi({ description: 'When something was last saved in it' }),
}) satisfies z.ZodType<DraftListed>

const factDraftListed = z.object({
  draftId: text.openapi({ description: 'Id of the draft, the last part of its address' }),
  actor: text,
  actorName: text,
  kind: text,
  title: text.openapi({ description: 'Title of the kind' }),
  body: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The fields of its kind with their values, as far as they can be read' }),
  changedAt: text.openapi({ description: 'When it was saved last' }),
}) satisfies z.ZodType<FactDraftListed>

const typed = z
  .record(z.string(), z.string())
  .openapi({ description: 'Every field of the form with what was typed into it' })

const enteredFact = z.object({
  id: text,
  actor: text,
  actorName: text,
  kind: text,
  title: text,
  says: text.openapi({ description: 'What it says, in one English line' }),
  body: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The fields of its kind with their values' }),
  typed,
  note: maybeText,
  knownFrom: text,
  recordedAt: text.openapi({ description: 'When it was stored' }),
  entered: z.boolean(),
  submitted: submittedSchema,
  approvedBy: z.array(text).openapi({ description: 'The owners who approved it before it was published' }),
  tier: tierSchema,
  supersedes: maybeText.openapi({ description: 'Id of the fact it takes the place of; null: none' }),
  retracts: maybeText.openapi({ description: 'Id of the fact it withdraws; null: none' }),
  isReplaced: z.boolean().openapi({ description: 'Whether something newer has superseded or withdrawn it' }),
})

export const enteredSchema = z
  .object({
    ...inWorld,
    drafts: z
      .array(draftListed)
      .openapi({ description: 'Reports on their way, the ones saved last, newest first' }),
    draftCount: z.number().int().openapi({ description: 'How many reports are on their way in all' }),
    factDrafts: z.array(factDraftListed).openapi({ description: 'Facts on their way that the reader sees' }),
    facts: z
      .array(enteredFact)
      .openapi({ description: 'Facts entered here, the newest first, withdrawals included' }),
  })
  .openapi('Entered')

export const draftSchema = z
  .object({
    ...inWorld,
    draft: z
      .object({
        id: text,
        revision: z.number().int().openapi({ description: 'Counts the saves' }),
        changedAt: text.openapi({ description: 'When something was last saved in it' }),
        submittedReport: maybeText.openapi({
          description: 'Id of the version it became; null: not submitted yet',
        }),
        standing: standingSchema.openapi({ description: 'Who has approved it' }),
        sections: z.array(
          z.object({
            id: text,
            departments: z
              .array(z.object({ id: text, names: z.record(z.string(), text) }))
              .openapi({ description: 'Departments it is assigned to; none: anyone may fill it in' }),
            mayEdit: z.boolean().openapi({ description: 'Whether the reader may change it' }),
            revision: z.number().int().openapi({
              description: 'The revision at its last save, to be sent with the next one; 0: never saved',
            }),
            finished: z.boolean().openapi({ description: 'Whether its author has finished with it' }),
            state: z.enum(sectionStates),
            answered: z.number().openapi({ description: 'How many of its questions are answered' }),
            asked: z.number().openapi({ description: 'How many questions it has' }),
          }),
        ),
        issues: z.array(
          z.object({
            field: text.openapi({ description: 'The field of the form it is about' }),
            message: text,
            expected: text.optional(),
            found: text.optional(),
          }),
        ),
      })
      .openapi({ description: 'Where the draft stands' }),
    reports: z.array(z.looseObject({ actor: text, obligation: text, coversYear: z.number().int() })).openapi({
      description: 'The report as typed, in the form that `pacta report check` reads',
    }),
  })
  .openapi('ReportDraft')

export const factSchema = z
  .object({
    ...inWorld,
    fact: enteredFact.openapi({ description: 'The fact, as it was typed and as it says' }),
  })
  .openapi('EnteredFact')
