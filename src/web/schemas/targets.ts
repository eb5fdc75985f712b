// The shapes of what pages give as data about targets and the records that count towards them.
import { z } from '@hono/zod-openapi'
import type { CountedShown, TargetsShown } from '../data/targets.ts'
import { dutyStatuses } from './duties.ts'
import { maybeNumber, maybeText, memberState, reasonSchema, text } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const asked = maybeNumber.openapi({
  description: 'How many single records are asked for; null: the target is no number of records',
})
const there = maybeNumber.openapi({ description: 'What is there; null is not known, never 0' })
const held = maybeNumber.openapi({
  description: 'How many are on record and counted: there may be more; null: no single records are asked for',
})
const standing = z
  .enum(dutyStatuses)
  .nullable()
  .openapi({ description: 'Where the target stands, as its duties do; null: there is no target' })
const number = words('Number of the indicator in its plan')
const verbatim = words('Verbatim')
const years = z.array(z.number().int()).openapi({ description: 'Years of the plan' })
const year = z.number().int().openapi({ description: 'Year that is shown' })
const language = words('Language of the words of the plan (BCP 47)')
const asOf = words('The day up to which the year is looked at')

const called = z.record(z.string(), z.string()).openapi({ description: 'What ids and codes stand for' })

const isLate = z.boolean().nullable().openapi({
  description: 'Met after the day it names; null: not met, it names no day, or the dates do not tell',
})
const mayBeOne = z
  .object({
    records: z
      .array(z.array(text))
      .openapi({ description: 'Ids of records counted that nothing tells apart, group by group' }),
    least: z
      .number()
      .openapi({ description: 'What is there if each group is one thing, as far as it can be' }),
  })
  .nullable()
  .openapi({ description: 'Records that may have been written down twice; null: none' })

const reading = z
  .object({
    reading: words('default is the rule as it stands'),
    words: words('What it counts'),
    target: reasonSchema.nullable().openapi({ description: 'What is aimed at; null: nothing' }),
    value: there,
    held,
    asked,
    status: words('known, provisional until DATE, not known, no cases'),
    statusReason: reasonSchema,
    across: z
      .object({
        field: words('The list whose entries are counted'),
        found: z.number().int().openapi({ description: 'Different entries over all records counted' }),
        asked: z.number().int().openapi({ description: 'Different entries asked for' }),
      })
      .nullable()
      .openapi({ description: 'What the records of the year must have between them' }),
    standing,
    reason: reasonSchema.nullable().openapi({ description: 'Why it stands there' }),
    searched: z
      .array(
        z.object({
          register: text,
          level: z.enum(['complete', 'partial', 'none']),
          until: maybeText.openapi({ description: 'The last day it speaks of; null: not stated' }),
          statedBy: maybeText.openapi({ description: 'Who declares how far it reaches' }),
          of: z
            .array(text)
            .optional()
            .openapi({ description: 'Whose records alone the word is about; left out: everyone’s' }),
          entered: z
            .literal(true)
            .optional()
            .openapi({ description: 'The word was declared at the desk, not received; left out: received' }),
        }),
      )
      .openapi({ description: 'Registers that were looked through' }),
    isLate,
    mayBeOne,
    entered: z.boolean().openapi({
      description: 'Something counted, or the word by which it is missed, was entered here, not received',
    }),
  })
  .openapi('TargetReading')

export const targetsSchema = z
  .object({
    plan: text,
    language,
    year,
    years,
    asOf,
    indicators: z.array(
      z.object({
        id: words('Plan and number'),
        number,
        text: verbatim,
        unit: text,
        measures: z.array(text).openapi({ description: 'Ids of the actions it measures' }),
        note: maybeText.openapi({ description: 'What the text leaves open' }),
        records: maybeText.openapi({ description: 'The kind of record that is counted; null: none' }),
        readings: z.array(reading).openapi({ description: 'Empty: it has no target' }),
        years: z
          .array(z.object({ year, value: there, held, asked, standing, isLate, mayBeOne }))
          .openapi({ description: 'The rule as it stands, in the years that have begun' }),
      }),
    ),
    actions: z.array(
      z.object({
        id: words('Plan and number'),
        number: words('Number of the action in its plan'),
        text: verbatim,
        indicators: z
          .array(
            z.object({
              number,
              byOurReading: z.boolean().openapi({ description: 'The text puts it under no action' }),
            }),
          )
          .openapi({ description: 'Indicators that measure it; empty: none in the plan' }),
      }),
    ),
    called,
  })
  .openapi('Targets') satisfies z.ZodType<TargetsShown>

const sayingIt = 'Ids of the records that say it'
const together = z.object({
  lists: z
    .array(
      z.object({
        field: words('Name of the field'),
        entries: z
          .array(
            z.object({
              entry: words('One entry of the list'),
              by: z.array(text).openapi({ description: sayingIt }),
            }),
          )
          .openapi({ description: 'Every entry that one of the records gives, once' }),
      }),
    )
    .openapi({ description: 'Lists of which one record gives an entry that another does not' }),
  numbers: z
    .array(
      z.object({
        field: words('Name of the field; of rows the sum of a column, as field.column'),
        said: z
          .array(
            z.object({
              number: z.number().openapi({ description: 'What the record says' }),
              by: words('Id of the record that says it'),
            }),
          )
          .openapi({ description: 'What each record says, where it says anything' }),
      }),
    )
    .openapi({ description: 'Numbers in which the records contradict each other' }),
})

export const countedSchema = z
  .object({
    plan: text,
    number,
    text: verbatim,
    language,
    year,
    years,
    asOf,
    kind: words('The kind of record that is counted'),
    readings: z.array(reading),
    records: z.array(
      z.object({
        id: words('The id by which other facts name it'),
        actor: text,
        title: maybeText,
        on: maybeText.openapi({ description: 'The day it took place or holds from (EDTF)' }),
        lists: z
          .array(z.object({ field: text, entries: z.array(text) }))
          .openapi({ description: 'The lists that a reading looks into' }),
        entered: z.boolean().openapi({ description: 'Entered here, not received' }),
        oneWith: z.array(text).openapi({ description: 'Ids of other records said to be of the same thing' }),
        mayBeOneWith: z.array(text).openapi({
          description:
            'Ids of records counted beside it that nothing tells apart from it, or that a word alone says to be one with it',
        }),
        wordOf: z.array(text).openapi({
          description: 'Whose word it waits for: another says that two records of theirs are one',
        }),
        together: together.nullable().openapi({
          description:
            'What all records tell that are one with it, where it stands for them and they do not tell the same; null otherwise',
        }),
        read: z
          .array(z.object({ reading: text, state: memberState, reason: reasonSchema }))
          .openapi({ description: 'What each reading makes of it' }),
      }),
    ),
    called,
  })
  .openapi('CountedRecords') satisfies z.ZodType<CountedShown>
