// The shape of what the page of one State's duties gives as data.
import { z } from '@hono/zod-openapi'
import { dutySchema } from './duties.ts'
import { inWorld, maybeText, text } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })

export const stateDutiesSchema = z
  .object({
    ...inWorld,
    state: words('Id of the State'),
    name: text,
    from: words('First day of the span'),
    until: words('Last day of the span'),
    standings: z
      .array(
        z.object({
          treaty: text,
          title: text,
          from: maybeText.openapi({ description: 'In force for the State from; null: not, or not yet' }),
          until: maybeText.openapi({ description: 'No longer bound from; null: no end is held' }),
          consentedOn: maybeText.openapi({
            description: 'The day it consented to be bound, where it is not in force yet; otherwise null',
          }),
        }),
      )
      .openapi({ description: 'How the State stands to each treaty whose duties are held' }),
    earlierNotFound: z.number().openapi({
      description: 'How many earlier duties, of which nothing was found or which were missed, are left out',
    }),
    duties: z.array(dutySchema).openapi({
      description: 'To come and overdue by date, then those without a date, then past ones, latest first',
    }),
  })
  .openapi('StateDuties')
