// The shape of a progress report as data.
import { z } from '@hono/zod-openapi'
import { progressStates } from '../../implementation/progress.ts'
import { dutyStatuses } from './duties.ts'
import { inWorld, maybeNumber, maybeText, text } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })
const number = (description: string) => z.number().openapi({ description })

const figure = z.object({
  value: maybeNumber.openapi({ description: 'What is there; null: not known' }),
  held: maybeNumber.openapi({ description: 'How many are on record and counted; there may be more' }),
  asked: maybeNumber.openapi({
    description: 'How many are asked for; null: the target is no number of records',
  }),
  standing: z.enum(dutyStatuses).nullable().openapi({ description: 'Where it stands; null: no target' }),
  isLate: z.boolean().nullable().openapi({
    description: 'Met after the day it names; null: not met, it names no day, or the dates do not tell',
  }),
})

export const progressSchema = z
  .object({
    ...inWorld,
    plan: words('Id of the plan'),
    title: words('Title of the plan, verbatim'),
    year: number('The year reported on'),
    state: z.enum(['published', 'draft', 'as-it-stands', 'none']).openapi({
      description:
        'published: a release everyone sees; draft: frozen, for those who approve it; as-it-stands: not frozen; none: nothing for this reader',
    }),
    release: maybeWords('Name of the release it is made of; null: it is frozen in none'),
    sha256: maybeWords('Digest of the release'),
    asOf: maybeWords('The day in the world'),
    knownOn: maybeWords('What was known on which day'),
    moved: z
      .array(
        z.object({
          number: words('Number of the indicator'),
          frozen: figure.openapi({ description: 'What the release says' }),
          today: figure.openapi({ description: 'What is so today' }),
        }),
      )
      .openapi({ description: 'Indicators whose figure of this year is another today than in the release' }),
    report: z
      .object({
        indicators: z.array(
          z.object({
            number: words('Number of the indicator'),
            text: words('Verbatim'),
            readings: z
              .array(
                z.object({
                  reading: words('default: the rule as it stands'),
                  words: maybeWords('What this reading counts'),
                  value: maybeNumber.openapi({ description: 'What is there; null: not known' }),
                  asked: maybeNumber.openapi({
                    description: 'How many are asked for; null: the target is no number of records',
                  }),
                  status: words('known, provisional until DATE, not known, or no cases'),
                  target: maybeWords('What is aimed at; null: the text aims at nothing'),
                  standing: z
                    .enum(dutyStatuses)
                    .nullable()
                    .openapi({ description: 'Missed only where the year is over and the records complete' }),
                }),
              )
              .openapi({ description: 'The rule and the other readings its words allow' }),
            records: z
              .array(
                z.object({
                  record: words('The id by which other facts name it'),
                  actor: words('Whose record it is'),
                  on: maybeWords('Its day (EDTF); null: it has none'),
                  state: words('Whether it was counted'),
                  why: maybeWords('Why it was not counted; null: it was'),
                }),
              )
              .openapi({ description: 'Every record of the year that was looked at' }),
            remarks: z
              .array(
                z.object({
                  actor: words('Who says so'),
                  achievement: maybeWords('What was achieved, in their words'),
                  challenge: maybeWords('What stood in the way, in their words'),
                  nextSteps: maybeWords('What comes next, in their words'),
                }),
              )
              .openapi({ description: 'What those who promised say of it' }),
          }),
        ),
        actions: z
          .array(
            z.object({
              id: words('The id by which other facts name it'),
              number: maybeText,
              title: text,
              standing: z.enum([...progressStates, 'nothing-reported', 'past-its-day']).openapi({
                description:
                  'nothing-reported is not "nothing done"; past-its-day: nobody has reported it done',
              }),
              startsOn: maybeWords('EDTF'),
              endsOn: maybeWords('As planned now, EDTF'),
              firstEndsOn: maybeWords('As first planned, EDTF'),
              slipDays: maybeNumber.openapi({ description: 'Whole days; null: it was not moved' }),
            }),
          )
          .openapi({ description: 'Actions of the plans of work' }),
        recommendations: z
          .object({
            takenUp: number('Recommendations that an action takes up'),
            all: number('All recommendations held'),
          })
          .openapi({ description: 'Of the studies on the promise' }),
        events: z
          .array(
            z.object({
              id: words('The id by which other facts name it'),
              title: maybeText,
              heldOn: maybeWords('Null: only planned'),
              plannedOn: maybeText,
              persons: maybeNumber.openapi({ description: 'How many came; null: not known' }),
            }),
          )
          .openapi({ description: 'Events of the year' }),
        budget: z
          .array(
            z.object({
              currency: words('ISO 4217'),
              year: number('Year'),
              lines: number('Lines of budgets'),
              own: number('Own money'),
              sought: number('Money sought, which nobody has given'),
              pledged: number('Pledged by partners'),
              stillSought: number('Sought and not yet pledged'),
            }),
          )
          .openapi({ description: 'By year and currency; never added over currencies' }),
      })
      .nullable()
      .openapi({ description: 'What the report says; null where there is none' }),
  })
  .openapi('ProgressReport')
