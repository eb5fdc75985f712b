// The shape of what the search page gives as data.
import { z } from '@hono/zod-openapi'
import { answerStates } from '../../reports/report.ts'
import { kinds } from '../../search/document.ts'
import { tiers } from '../../search/rank.ts'
import type { SearchAnswer } from '../../search/search.ts'
import { inWorld, maybeNumber, maybeText, text, tierSchema } from './parts.ts'

const marks = z.array(z.tuple([z.number(), z.number()])).openapi({
  description: 'Half-open ranges of the text that match, in UTF-16 units',
  type: 'array',
  items: { type: 'array', items: { type: 'integer' } },
})

/** A field with what it means. */
const meaning = (description: string) => ({ description })

const hit = z.object({
  kind: z.enum(kinds),
  id: text,
  title: z.object({
    text,
    marks,
    language: maybeText,
    isOurs: z.boolean().openapi({ description: 'Of Pacta’s own data files, not of an instrument or source' }),
  }),
  of: z
    .object({ actor: text, name: text })
    .nullable()
    .openapi({ description: 'The State or other actor it is, or is of' }),
  year: maybeNumber.openapi({ description: 'The year a report covers' }),
  answer: z.enum(answerStates).nullable().openapi({ description: 'What an answer says' }),
  detail: maybeText,
  detailLanguage: maybeText.openapi(meaning('Language of `detail` (BCP 47)')),
  excerpt: z
    .object({
      text,
      marks,
      language: maybeText,
      verbatim: z.boolean().openapi({ description: 'Words of an instrument, report or source' }),
      cutBefore: z.boolean().openapi(meaning('The text begins before this')),
      cutAfter: z.boolean().openapi(meaning('The text goes on after this')),
    })
    .nullable()
    .openapi(meaning('The place where the words stand; null where the title says it all')),
  path: text.openapi({ description: 'Address in this world, with its anchor' }),
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
  tier: tierSchema,
  match: z
    .enum(tiers)
    .openapi(
      meaning(
        'An exact code or name, a name that begins so, words, words nearly so, or the title of its kind alone',
      ),
    ),
  score: z.number().openapi({ description: 'Compares results of one search only' }),
})

const soFar = z.object({
  read: z.number().openapi(meaning('What is searched already')),
  all: z.number().openapi(meaning('What there is to be searched')),
})

const fields = z.object({
  query: text.openapi(meaning('What was looked for')),
  total: z.number().openapi(meaning('Results of all kinds')),
  groups: z.array(
    z.object({
      kind: z.enum(kinds),
      count: z.number(),
      byKind: z
        .array(z.object({ title: text, count: z.number() }))
        .openapi(
          meaning(
            'Results that have the words in the title of the kind of fact they are alone, by that title; they come last',
          ),
        ),
      hits: z.array(hit).openapi(meaning('Best first; without a kind asked for, the first five')),
    }),
  ),
  isPartial: z
    .boolean()
    .openapi({ description: 'Nothing has all the words; these have half of them or more' }),
  isNear: z.boolean().openapi({ description: 'A word is held nowhere as it was typed' }),
  nearWords: z.array(text).openapi(meaning('Words, spelled nearly so, that were found instead')),
  isBehind: z
    .boolean()
    .openapi({ description: 'Something held is not found yet: it is being read, and found in a moment' }),
  reading: z
    .object({
      facts: soFar,
      reports: soFar.openapi(meaning('Reports whose answers were read')),
    })
    .nullable()
    .openapi(meaning('How much was read of what can be found; null where everything was')),
  suggestion: maybeText.openapi(meaning('Another spelling, where nothing or only a part was found')),
  page: z.number(),
  pages: z.number().openapi(meaning('How many pages of the kind asked for there are')),
}) satisfies z.ZodType<SearchAnswer>

export const searchSchema = fields.extend(inWorld).openapi('Search')
