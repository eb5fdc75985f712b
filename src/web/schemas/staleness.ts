// The shapes of what pages give as data about the age of figures.
import { z } from '@hono/zod-openapi'
import type { AgeShown, StaleFigure, StalenessShown } from '../data/staleness.ts'
import { inWorld, maybeText, text, tierSchema } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const state = z.enum(['fresh', 'stale', 'unsaid']).openapi({
  description: 'stale: surely older than its rule allows; unsaid: its date is too vague to tell',
})
const years = z
  .number()
  .int()
  .nullable()
  .openapi({ description: 'Whole years since the last day its date may mean; null: none yet' })
const asOf = words('As of when its source says it (EDTF)')

/** How old a figure is. */
export const ageSchema = z
  .object({
    asOf,
    state,
    years,
    after: words('After how long it is looked at again (ISO 8601)'),
    rule: words('The rule it stands under: default, topic:… or kind:…'),
  })
  .openapi('Age') satisfies z.ZodType<AgeShown>

const rule = z.object({
  scope: words('What it is about: default, topic:… or kind:…'),
  after: words('After how long a figure is looked at again (ISO 8601)'),
  why: words('Why so long'),
  isHere: z.boolean().openapi({ description: 'Set in this world, not shipped' }),
})

export const staleFigureSchema = z.object({
  datumId: text,
  id: maybeText,
  actor: text,
  name: text,
  subject: maybeText,
  kind: text,
  kindTitle: text,
  title: maybeText,
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
  tier: tierSchema,
  asOf,
  state,
  years,
  rule,
  path: z.string().nullable().openapi({ description: 'Where it stands; null: no page shows it' }),
}) satisfies z.ZodType<StaleFigure>

export const stalenessSchema = z
  .object({
    ...inWorld,
    today: words('The day on which it stands'),
    rules: z.array(rule).openapi({ description: 'Every rule there is, the default first' }),
    counted: z
      .object({ fresh: z.number().int(), stale: z.number().int(), unsaid: z.number().int() })
      .openapi({ description: 'How many figures were looked at, by state' }),
    figures: z
      .array(staleFigureSchema)
      .openapi({ description: 'Those that are not fresh, the oldest first' }),
  })
  .openapi('Staleness') satisfies z.ZodType<StalenessShown>
