// The shape of what a register answers of a State, as data.
import { z } from '@hono/zod-openapi'
import { targetStates } from '../../engagements/targets-by-year.ts'
import type { NamedActor } from '../data/engagements.ts'
import type { RegisterAnswers } from '../data/register.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })
const count = (description: string) => z.number().int().openapi({ description })
const facts = (description: string) => z.array(z.string()).openapi({ description })

const seenToBy = z.object({
  actor: maybeWords('Id of the actor; null: an office or a body'),
  name: words('Who it is, as the source or the list of actors calls them'),
  by: z
    .enum(['promise', 'work'])
    .openapi({ description: 'Named by the promise itself, or by the work on it' }),
  inferred: z.boolean().openapi({ description: 'No word of the quotation names them' }),
  title: maybeWords('The work that names them; null: the promise does'),
  path: maybeWords('Its page; null: none'),
})

const yearByOthers = z.object({
  year: count('The year counted'),
  persons: z.number().openapi({ description: 'All missions of that year together' }),
  missions: count('Missions of that year'),
  notes: z.array(z.string()).openapi({ description: 'Why its figures are doubtful; empty: nothing says so' }),
})

const promise = z.object({
  id: words('Id of the fact, or `<instrument>/<number>` of an action of a pledge'),
  title: words('What was promised'),
  language: words('Of the title (BCP 47)'),
  path: words('Place on the page, or address of the action'),
  who: z.array(seenToBy).openapi({ description: 'Who is named as responsible; empty: nobody' }),
})

const target = z.object({
  duty: words('What is owed, as the list of duties names it'),
  actor: words('Who owes it'),
  title: words('What is aimed at'),
  path: maybeWords('Place on the page, or page of the indicator that counts it; null: none'),
  n: count('Instances on record'),
  N: count('Instances asked for in the year'),
  state: z.enum(targetStates).openapi({
    description:
      'met: all are on record; missed: records declared complete hold less; not-found: less is held, and no record is declared complete; open: the year is not over; at-risk: it nearly is; not-assessable: it cannot be told whether any was due',
  }),
})

/** `actor` is the shape of an actor that a fact names. */
export const answersSchemaWith = (actor: z.ZodType<NamedActor>) =>
  z.object({
    chairs: facts('Ids of the facts of terms in the chair that are not known to be over'),
    pastTerms: facts('Ids of the facts of memberships and terms that are over'),
    hosts: facts('Ids of the facts of what is hosted'),
    promises: facts('Ids of the facts of its own promises and agreements'),
    towards: facts('Ids of the facts of what others promised towards it'),
    promisedTo: z
      .array(
        z.object({
          to: actor.nullable().openapi({ description: 'Towards or with whom; null: these name nobody' }),
          facts: facts('Ids of the promises'),
        }),
      )
      .openapi({ description: 'Its promises by towards or with whom' }),
    seenTo: z.array(promise).openapi({ description: 'Its promises, and who is responsible for each' }),
    work: z
      .object({
        n: count('Steps and tasks that name who sees to them'),
        N: count('Steps and tasks'),
      })
      .openapi({ description: 'Work on the promises that is to be done by a day' }),
    targets: z
      .array(
        z.object({
          year: count('The year they are for'),
          targets: z.array(target).openapi({ description: 'Targets of that year' }),
        }),
      )
      .openapi({ description: 'Targets by year up to this one, the newest first' }),
    serving: facts('Ids of the figures of persons who serve'),
    servingByOthers: z
      .array(
        z.object({
          by: maybeWords('Publisher of the table; null: not named'),
          table: maybeWords('Title of the table; null: no source is named'),
          measure: words('What is counted, in the words of the table'),
          newest: yearByOthers
            .nullable()
            .openapi({ description: 'The newest year that nothing makes doubtful; null: every year is' }),
          doubtful: yearByOthers
            .nullable()
            .openapi({ description: 'A newer year that is doubtful, which is no answer; null: none' }),
        }),
      )
      .openapi({ description: 'What tables of others count, each by its own measure; never added' }),
    aged: z
      .object({
        stale: count('Past the time after which they are looked at again'),
        unsaid: count('Too vague in their date to tell'),
        all: count('Own statements that grow old'),
      })
      .openapi({ description: 'How old its statements of how things stand are' }),
    beside: z
      .array(
        z.object({
          id: words('Id of the fact'),
          sources: count('Other sources that speak of the same thing'),
          more: count('Their facts that are not listed among the others'),
          others: z
            .array(
              z.object({
                id: words('Id of the fact of another source on the same thing'),
                differs: z
                  .array(z.string())
                  .openapi({ description: 'Fields both state, and not alike; empty: they agree' }),
              }),
            )
            .openapi({ description: 'What other sources say of the same thing' }),
        }),
      )
      .openapi({ description: 'Facts on which several sources speak; all of them stay' }),
  }) satisfies z.ZodType<RegisterAnswers>
