// The shape of what the first page gives as data.
import { z } from '@hono/zod-openapi'
import { documentFields } from './documents.ts'
import { inWorld, maybeText, text } from './parts.ts'

export const homeSchema = z
  .object({
    ...inWorld,
    documents: z.array(documentFields),
    next: z
      .array(
        z.object({
          on: text.openapi({ description: 'The day, as precise as it is known (EDTF)' }),
          duty: maybeText.openapi({ description: 'Instrument and duty; null: several of one State' }),
          title: maybeText.openapi({ description: 'Title of the duty; null: there are several' }),
          duties: z.number().openapi({ description: 'How many duties' }),
          actor: maybeText.openapi({ description: 'Id of the one that owes it; null: several do' }),
          actors: z.number().openapi({ description: 'How many owe it on that day' }),
        }),
      )
      .openapi({ description: 'What falls due next within a year, the first few' }),
    treaty: z.object({ treaty: text, asOf: text, knownOn: text, parties: z.number() }).nullable(),
  })
  .openapi('Home')
