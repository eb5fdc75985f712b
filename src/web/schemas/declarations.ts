// The shapes of what was declared of an actor's own records, and of what a program sends to declare it.
import { z } from '@hono/zod-openapi'
import { declaredStates } from '../../facts/declare.ts'
import type { DeclaredShown } from '../data/declarations.ts'
import { dutyStatuses } from './duties.ts'
import { inWorld, maybeText, text } from './parts.ts'
import { needed, optional } from './writes.ts'

const words = (description: string) => z.string().openapi({ description })

const declared = z.object({
  id: words('Id of the statement'),
  register: words('The records it is about: a kind of fact'),
  level: z
    .enum(['complete', 'partial', 'none'])
    .openapi({ description: 'complete: all there is, is held; partial: not, or not known to be' }),
  from: words('First day it is about'),
  to: maybeText.openapi({ description: 'Last day it is about; null: until further notice' }),
  statedBy: words('Which office says so'),
  knownFrom: words('The day it was said'),
  recordedAt: words('When it was recorded'),
  note: maybeText,
  entered: z
    .boolean()
    .openapi({ description: 'Declared at the desk, not received: no part of anything published' }),
  takenBackOn: maybeText.openapi({
    description: 'The day of a later word that takes it back, all or in part; null: none does',
  }),
}) satisfies z.ZodType<DeclaredShown>

export const declarationsSchema = z
  .object({
    ...inWorld,
    actor: words('Id of whoever answers for the records'),
    name: text,
    declarations: z
      .array(declared)
      .openapi({ description: 'What was said of its own records, newest first' }),
  })
  .openapi('Declarations')

export const declareFields = z
  .object({
    actor: needed('Id of whoever answers for the records'),
    kinds: z
      .record(z.string(), z.boolean())
      .openapi({ description: 'The records by kind of fact, such as {"dissemination-event": true}' }),
    state: z.enum(declaredStates).openapi({ description: 'What is said of them' }),
    year: z
      .union([z.int(), z.string()])
      .optional()
      .openapi({ description: 'A whole year; of the year that runs, the days that have passed' }),
    from: optional('Without a year: the first day (YYYY-MM-DD)'),
    to: optional('Without a year: the last day (YYYY-MM-DD), today at the latest'),
    office: needed('Which office says so'),
    knownFrom: optional('The day it said so (YYYY-MM-DD); without it today'),
    note: optional('A note'),
    step: z
      .enum(['check', 'declare'])
      .optional()
      .openapi({ description: 'check: what would follow, and nothing is recorded; default: declare' }),
  })
  .openapi('Declare')

const standing = z.enum(dutyStatuses)

export const declareGives = {
  recorded: z.int().openapi({
    description: 'How many statements were recorded; 0: they were held, or nothing was declared yet',
  }),
  held: z
    .array(
      z.object({
        register: words('The records: a kind of fact'),
        count: z.int().openapi({ description: 'How many the owner has in these days' }),
        undated: z
          .int()
          .openapi({ description: 'How many have no date that says whether they fall into them' }),
      }),
    )
    .optional()
    .openapi({ description: 'Where it was only checked: what is held' }),
  follows: z
    .array(
      z.object({
        title: words('A promise of these days'),
        due: words('When it is due (EDTF)'),
        held: z.int().openapi({ description: 'How many of its instances are held' }),
        of: z.int().openapi({ description: 'Of how many' }),
        before: standing.openapi({ description: 'Where it stands now' }),
        after: standing.openapi({ description: 'Where it would stand' }),
        waitsFor: z
          .array(text)
          .openapi({ description: 'Names of those whose records are not declared complete' }),
      }),
    )
    .optional()
    .openapi({ description: 'Where it was only checked: what would follow' }),
}
