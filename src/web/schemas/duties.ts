// The shapes of what the pages of duties give as data.
import { z } from '@hono/zod-openapi'
import type { DutyStatus } from '../../duties/owed.ts'
import type { Precision } from '../../facts/precision.ts'
import type { DutyShown } from '../data/duties.ts'
import { maybeText, reasonSchema, text } from './parts.ts'

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
        }),
      )
      .openapi({ description: 'Registers that were looked through' }),
    datumIds: z.array(text),
    entered: z.boolean().openapi({ description: 'A fact it rests on was entered here, not received' }),
  })
  .openapi('Duty') satisfies z.ZodType<DutyShown>
