// The shapes of what the pages of duties give as data.
import { z } from '@hono/zod-openapi'
import type { DutyStatus } from '../../duties/owed.ts'
import type { Precision } from '../../facts/precision.ts'
import type { DutyShown } from '../data/duties.ts'
import { datedSchema } from './changes.ts'
import { inWorld, maybeText, reasonSchema, text } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })

/** Every status, in the order pages list them: what calls for something first. */
export const dutyStatuses = [
  'overdue',
  'missed',
  'at-risk',
  'due',
  'not-found',
  'not-assessable',
  'waiting',
  'undated',
  'met',
  'ended',
] as const satisfies readonly DutyStatus[]

const precisions = [
  'day',
  'month',
  'year',
  'decade',
  'century',
  'interval',
] as const satisfies readonly Precision[]

/** One duty of one actor. */
export const dutySchema = z
  .object({
    key: words('Stable over time: instrument, duty, actor and, where there are several, which of them'),
    actor: text,
    owners: z
      .array(text)
      .optional()
      .openapi({ description: 'All who owe it together, where several promised it' }),
    name: text,
    instrument: words('Id of the treaty, plan or pledge; for a promise held as a fact, of the fact'),
    instrumentTitle: words('Title of the treaty, plan or pledge'),
    duty: words('One duty of all who owe it: instrument and duty'),
    title: text,
    article: maybeWords('Article of the treaty, or action of the plan; null: it has no number'),
    words: words('Verbatim'),
    language: words('Language of the words (BCP 47)'),
    source: z
      .object({
        title: words('Title of the document'),
        address: maybeWords('Where it is published; null: not held'),
        place: maybeWords('Where in it the words stand'),
      })
      .openapi({ description: 'Where the words were read' }),
    note: maybeWords('What the text leaves open, or how it is read here; null: nothing'),
    responsible: maybeWords('Who acts, where it is not the one whose duty it is; null: it is'),
    responsibleName: words('What they are called, where actors are named by their ids').optional(),
    obligation: maybeWords('Id of the duty to report; null: not fulfilled by a report'),
    applies: z.enum(['yes', 'unknown']).openapi({
      description: 'Whether it is known that the actor owes it; unknown is neither yes nor no',
    }),
    instance: maybeWords('Which of several: a year, a meeting, a fact; null: there is one'),
    due: maybeWords('The day to go by, as precise as it is known (EDTF); null: no date'),
    precision: z.enum(precisions).nullable().openapi({ description: 'How precise it is; null: no date' }),
    status: z.enum(dutyStatuses).openapi({ description: 'Where the duty stands' }),
    isLate: z
      .boolean()
      .nullable()
      .openapi({ description: 'Met after its day; null: not met, or the dates do not tell' }),
    computed: z
      .object({ on: words('The day the rule gives'), derivation: reasonSchema })
      .nullable()
      .openapi({ description: 'What the rule gives; null: it waits for something' }),
    granted: z
      .array(
        z.object({
          on: words('As the source gives it (EDTF)'),
          isGranted: z.boolean().openapi({ description: 'Granted by a meeting, not only stated' }),
          meeting: maybeWords('Code of the meeting; null: the source names none'),
          statedAsOf: maybeText,
          datumIds: z.array(text),
        }),
      )
      .openapi({ description: 'Later dates that sources state or a meeting granted, oldest first' }),
    otherwise: z
      .array(z.object({ on: words('As the source gives it (EDTF)'), datumId: text }))
      .openapi({ description: 'Dates of sources that disagree with the date to go by' }),
    derivation: reasonSchema,
    waitsFor: z.union([reasonSchema, z.null()]),
    reason: z.union([reasonSchema, z.null()]),
    said: z
      .object({ derivation: text, waitsFor: maybeText, reason: maybeText })
      .openapi({ description: 'Derivation, what it waits for and the reason, in English words' }),
    metBy: z
      .array(
        z.object({
          id: text,
          type: z.enum(['datum', 'report']).openapi({ description: 'A fact or a report' }),
          kind: text,
          on: maybeWords('The day, as the source gives it (EDTF); null: it gives none'),
          path: maybeWords('Page it stands on; null: no page shows it'),
        }),
      )
      .openapi({ description: 'What fulfils it' }),
    searched: z
      .array(
        z.object({
          register: text,
          level: z.enum(['complete', 'partial', 'none']),
          until: maybeWords('The last day it speaks of; null: not stated'),
          statedBy: maybeText,
          of: z
            .array(text)
            .optional()
            .openapi({ description: 'Whose records alone the word is about; left out: everyone’s' }),
          entered: z
            .literal(true)
            .optional()
            .openapi({ description: 'The word was declared at the desk, not received; left out: received' }),
          partly: z
            .object({
              of: maybeWords('What of the register it has, as the word says; null: it does not say'),
            })
            .optional()
            .openapi({
              description: 'Up to that day some records only are held; left out: nobody says so',
            }),
        }),
      )
      .openapi({ description: 'Registers that were looked through' }),
    others: z
      .array(z.object({ actor: text, name: text }))
      .openapi({ description: 'Those who owe it together with its actor' }),
    path: maybeWords('Page of this duty of all who owe it, or of the promise; null: it has none'),
    restsOn: z
      .array(text)
      .optional()
      .openapi({ description: 'Facts and reports the status rests on, beside what met it' }),
    datumIds: z.array(text),
    entered: z.boolean().openapi({ description: 'A fact it rests on was entered here, not received' }),
  })
  .openapi('Duty') satisfies z.ZodType<DutyShown>

const day = (description: string) => z.string().openapi({ description })

/** A list of duties over a span. */
export const dutiesSchema = z
  .object({
    ...inWorld,
    asOf: text,
    from: day('First day of the span'),
    until: day('Last day of the span'),
    duties: z.array(dutySchema).openapi({ description: 'By date, then by name; those without a date last' }),
  })
  .openapi('Duties')

const ruleSchema = z
  .looseObject({
    id: words('Id of the duty within its instrument'),
    title: text,
    article: words('Article of the treaty, or action of the plan'),
    words: words('Verbatim'),
    source: words('Where the words stand'),
  })
  .openapi('DutyRule', { description: 'The rule as its file has it: trigger, offset, condition' })

const setFields = {
  instrument: words('Id of the treaty, plan or pledge'),
  kind: words('treaty, plan, pledge'),
  treaty: maybeWords('Id of the treaty whose parties owe it; null: nobody has said'),
  title: text,
  sourceTitle: words('Title of the document'),
  address: maybeText,
  language: words('Language of the words (BCP 47)'),
  isBoundKnown: z.boolean().openapi({
    description: 'Whether any act by which a State would be bound is held; if not, nobody can be listed',
  }),
}

const looks = [...dutyStatuses, 'met-late'] as const

/** The duties of an instrument with how many stand where. */
export const dutySetSchema = z
  .object({
    ...inWorld,
    asOf: text,
    from: day('First day of the span that is counted'),
    until: day('Last day of the span that is counted'),
    ...setFields,
    duties: z
      .array(
        ruleSchema.extend({
          standing: z
            .array(
              z.object({
                look: z.enum(looks).openapi({ description: 'Where they stand; met-late: met after its day' }),
                count: z.number().openapi({ description: 'How many stand there' }),
              }),
            )
            .openapi({ description: 'Of those that owe it, how many stand where' }),
          appliesUnknown: z
            .number()
            .openapi({ description: 'Of how many it is not known whether they owe it' }),
        }),
      )
      .openapi({ description: 'The duties, in the order of their file' }),
  })
  .openapi('DutySet')

/** One duty of all States. */
export const dutyOfAllSchema = z
  .object({
    ...inWorld,
    asOf: text,
    year: z.number().nullable().openapi({ description: 'The year shown; null: it falls due once' }),
    met: z.number().openapi({ description: 'How many of those that owe it have met it' }),
    owed: z.number().openapi({
      description: 'How many owe it; without those that wait, are no longer bound, or cannot be told',
    }),
    set: z.object(setFields).openapi({ description: 'The instrument it is of' }),
    rule: ruleSchema,
    duties: z.array(dutySchema).openapi({ description: 'Each State, by date and name' }),
  })
  .openapi('DutyOfAll')

/** A month or a day. */
export const calendarSchema = z
  .object({
    ...inWorld,
    asOf: text,
    from: day('First day of the month, or the day'),
    until: day('Last day of the month, or the day'),
    duties: z.array(dutySchema).openapi({ description: 'Duties whose date falls into it' }),
    events: z
      .array(datedSchema)
      .openapi({ description: 'What else comes about: bound, bound no more, meetings, years of plans' }),
  })
  .openapi('Calendar')
