// The shape of what the page of what others count gives as data.
import { z } from '@hono/zod-openapi'
import type { OthersShown } from '../data/others.ts'
import { inWorld, maybeNumber, maybeText, sourceSchema, text } from './parts.ts'
import { actorFields, fact } from './states.ts'

const count = (description: string) => z.number().openapi({ description })
const entered = z.boolean().openapi({ description: 'Entered here, not received' })
const session = z.number().int().openapi({ description: 'Number of the session of the review' })
const held = maybeText.openapi({ description: 'When the session was held (EDTF); null: not held here' })

const year = z.number().int().openapi({ description: 'The year counted' })
const parts = {
  persons: count('People, by the measure named'),
  women: maybeNumber.openapi({ description: 'Women among them; null: the table does not say' }),
  men: maybeNumber.openapi({ description: 'Men among them; null: the table does not say' }),
}

const reach = z.object({
  kind: text.openapi({ description: 'Kind of fact' }),
  title: maybeText.openapi({ description: 'Title of the source' }),
  from: count('First year or session held, of any actor'),
  until: count('Last year or session held, of any actor'),
  actors: count('Actors of whom something is held'),
})

const spans = (description: string) =>
  z
    .array(z.object({ from: count('First session, included'), until: count('Last session, included') }))
    .openapi({ description })

export const othersSchema = z
  .object({
    ...inWorld,
    actor: actorFields.openapi({ description: 'Whom it is about' }),
    own: z.array(fact).openapi({ description: 'What the actor and its units say themselves, in persons' }),
    personnel: z
      .array(
        z.object({
          source: sourceSchema.nullable(),
          measure: text.openapi({ description: 'What a figure is, as the table has it' }),
          reach: maybeText.openapi({
            description: 'What the table covers and cannot say; null: no mapping says',
          }),
          years: z
            .array(
              z.object({
                year,
                ...parts,
                missions: count('Missions in which anybody is counted'),
                notes: z
                  .array(text)
                  .openapi({ description: 'Why figures of the year are doubtful; empty: nothing says so' }),
              }),
            )
            .openapi({ description: 'The rows of each year added, oldest first' }),
          rows: z.array(
            z.object({
              id: text,
              year,
              mission: text.openapi({ description: 'The mission, as the table calls it' }),
              ...parts,
              note: maybeText.openapi({ description: 'Why it is doubtful; null: nothing says so' }),
              locator: maybeText,
              entered,
            }),
          ),
        }),
      )
      .openapi({ description: 'Personnel in missions as others count them, by source and measure' }),
    personnelReach: z.array(reach).openapi({ description: 'How far the tables of personnel held reach' }),
    sessions: z
      .array(
        z.object({
          session,
          held,
          recommendations: maybeNumber.openapi({
            description: 'Recommendations received; null: not held',
          }),
          responses: z
            .record(z.string(), z.number())
            .openapi({ description: 'How many had each response; under "" those without one' }),
          pledges: maybeNumber.openapi({ description: 'Voluntary pledges made; null: not held' }),
        }),
      )
      .openapi({ description: 'Sessions in which it was reviewed, newest first' }),
    statements: z
      .array(
        z.object({
          id: text,
          kind: z.enum(['recommendation', 'pledge']).openapi({ description: 'Received, or made by itself' }),
          session,
          held,
          text: text.openapi({ description: 'Verbatim' }),
          language: maybeText,
          madeBy: maybeText.openapi({ description: 'Actor that made it; null: the table does not say' }),
          madeByName: maybeText.openapi({ description: 'Its name' }),
          response: maybeText.openapi({ description: 'As the table has it; null: none' }),
          issues: z.array(text).openapi({ description: 'What it is about, as the table sorts it' }),
          source: sourceSchema.nullable(),
          locator: maybeText,
          entered,
        }),
      )
      .openapi({ description: 'Recommendations and pledges, newest session first' }),
    reviewReach: z.array(reach).openapi({ description: 'How far the tables of the review held reach' }),
    reviewWhole: z
      .object({
        recommendation: spans('Sessions of which all recommendations are held'),
        pledge: spans('Sessions of which all voluntary pledges are held'),
      })
      .openapi({ description: 'Where none held means that there were none' }),
  })
  .openapi('CountedByOthers') satisfies z.ZodType<OthersShown>
