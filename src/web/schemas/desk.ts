// The shape of what the page of a focal point gives as data.
import { z } from '@hono/zod-openapi'
import { waitingItemSchema } from './approval.ts'
import { newsSchema } from './changes.ts'
import { dutySchema } from './duties.ts'
import { inWorld, text } from './parts.ts'
import { staleFigureSchema } from './staleness.ts'

const words = (description: string) => z.string().openapi({ description })
const count = (description: string) => z.number().int().openapi({ description })
const duties = (description: string) => z.array(dutySchema).openapi({ description })

export const deskSchema = z
  .object({
    ...inWorld,
    asOf: words('The day on which it stands'),
    actors: z
      .array(z.object({ actor: text, name: text }))
      .openapi({ description: 'Of whom it is; none: nobody was chosen' }),
    of: z.array(text).openapi({ description: 'Ids of the actors, and of those that belong to them' }),
    counted: z
      .object({
        overdue: count('How much is overdue'),
        next: count('How much of what lies ahead is due within 30 days'),
        ahead: count('How much is due within 12 months'),
        beside: count('How much else falls into the months asked for'),
        stale: count('How many figures are past their time'),
        figures: count('How many figures were looked at'),
        gaps: count('How much is missing, of all four sorts'),
        waiting: count('How much waits for whoever asks'),
        news: count('How much became known'),
      })
      .openapi({ description: 'How much there is in each part' }),
    overdue: duties('Past its day, and a register said to be complete holds nothing'),
    ahead: duties('Due within 12 months, by the last day it can be met on'),
    beside: duties('What else falls into the months asked for: done, not found, missed, or later'),
    gaps: z
      .object({
        notFound: duties('Past its day with nothing held; reports stand apart'),
        reports: duties('Reports past their day that are not held'),
        missed: duties('The period is over, and its records are declared complete'),
        nobody: duties('Promises ahead for which nobody is named as the one who sees to it'),
        promises: count('How many promises lie ahead'),
      })
      .openapi({ description: 'What is missing' }),
    stale: z.array(staleFigureSchema).openapi({ description: 'Figures past their time, the oldest first' }),
    waiting: z.array(waitingItemSchema).openapi({ description: 'What waits for whoever asks' }),
    news: newsSchema.openapi({ description: 'What became known since a day' }),
  })
  .openapi('Desk')
