// The shape of what the page of one recorded vote gives as data.
import { z } from '@hono/zod-openapi'
import type { RollCallShown } from '../data/roll-calls.ts'
import { inWorld, maybeText, sourceSchema, text } from './parts.ts'

const votes = (description: string) => z.number().int().openapi({ description })
const voters = (description: string) =>
  z.array(z.object({ actor: text, name: text })).openapi({ description })

const fields = z.object({
  id: text.openapi({ description: 'The id its file gave it, otherwise that of the fact' }),
  title: maybeText.openapi({ description: 'As the table of votes has it' }),
  symbol: maybeText.openapi({ description: 'Symbol of the resolution' }),
  session: z.number().int().openapi({ description: 'Session of the General Assembly' }),
  part: maybeText.openapi({ description: 'Of a paragraph or an amendment alone; null: of the whole' }),
  held: maybeText.openapi({ description: 'The day, as precise as the table says (EDTF)' }),
  counts: z
    .object({
      yes: votes('All votes in favour'),
      no: votes('All votes against'),
      abstain: votes('All abstentions'),
    })
    .openapi({ description: 'All votes, of whomever' }),
  voters: z
    .object({
      yes: voters('Who voted in favour'),
      no: voters('Who voted against'),
      abstain: voters('Who abstained'),
    })
    .openapi({ description: 'Who voted how, of those held here; of anybody else no vote is recorded' }),
  locator: maybeText,
  source: sourceSchema.nullable(),
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
}) satisfies z.ZodType<RollCallShown>

export const rollCallSchema = fields.extend(inWorld).openapi('RollCall')
