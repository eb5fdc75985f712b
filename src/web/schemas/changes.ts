// The shape of what the page of changes gives as data.
import { z } from '@hono/zod-openapi'
import { inWorld, maybeNumber, maybeText, memberState, reasonSchema, text, tierSchema } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })
const ids = z.array(z.string()).openapi({ description: 'Ids of the facts it rests on' })

const figure = z.object({
  asOf: text,
  numerator: maybeNumber,
  denominator: maybeNumber,
  value: maybeNumber,
  status: words('known, provisional until DATE, not known, no cases'),
})

const moved = z.object({
  indicator: text,
  number: text,
  text,
  unit: text,
  year: z.number().openapi({ description: 'Year of the value' }),
  before: figure
    .nullable()
    .openapi({ description: 'As it stood, and was known, on the first day; null: the year had not begun' }),
  after: figure.openapi({ description: 'As it stands, and is known, on the last day' }),
  members: z
    .array(
      z.object({
        member: text,
        actor: text,
        name: text,
        before: memberState
          .nullable()
          .openapi({ description: 'Its state then; null: not in the population' }),
        after: memberState
          .nullable()
          .openapi({ description: 'Its state now; null: no longer in the population' }),
        reason: maybeWords('Why it is what it is now; null: no longer in the population'),
        said: z.union([reasonSchema, z.null()]),
        cause: z
          .enum(['known', 'time'])
          .openapi({ description: 'Something became known, or only time has passed' }),
        evidence: z
          .array(
            z.object({
              datumId: text,
              kind: text,
              knownFrom: maybeText,
              source: maybeWords('Title of the source'),
              locator: maybeText,
            }),
          )
          .openapi({ description: 'What became known' }),
      }),
    )
    .openapi({ description: 'Members whose state differs' }),
})

const said = z.object({
  datumId: text,
  actor: text,
  name: text,
  kind: text,
  title: words('Title of the kind'),
  says: text,
  knownFrom: text,
  source: z
    .object({
      title: words('Title of the document or page'),
      address: maybeWords('Where it is published; null: not held'),
      publisher: maybeWords('Who published it; null: not stated'),
      published: maybeWords('Its date (EDTF); null: undated'),
    })
    .nullable()
    .openapi({ description: 'Where it was read; null: no source is held' }),
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
  tier: tierSchema,
  body: z.looseObject({}).openapi({ description: 'Its fields, as its kind has them' }),
})
const change = z.object({
  change: z.enum(['new', 'superseded', 'retracted']).openapi({ description: 'What became of it' }),
  fact: said.openapi({ description: 'What is said now; of what was retracted, what was said' }),
  before: said.nullable().openapi({ description: 'What was said before; null: nothing' }),
})

export const datedSchema = z.object({
  kind: words('in-force, withdrawn, deadline, report-due, meeting, plan-year-ends, plan-ends'),
  on: words('The day, or a month or year where nobody says more (EDTF)'),
  actor: maybeWords('Id of the State; null: of no single State'),
  name: maybeWords('Its name; null: of no single State'),
  treaty: maybeWords('Id of the treaty; null: of none'),
  plan: maybeWords('Id of the plan; null: of none'),
  duty: maybeWords('What falls due: instrument and duty; null: no duty, or a promise of one State alone'),
  states: z.number().nullable().openapi({ description: 'Of how many States it falls due; null: no duty' }),
  article: maybeWords('Article of the treaty, or action of the plan; null: of none'),
  title: maybeWords('Title of the treaty, duty, meeting or plan'),
  place: maybeWords('Place of a meeting; null: not held'),
  statedAsOf: maybeWords('When a deadline was stated or granted, as the source dates it'),
  coversYear: z.number().nullable().openapi({ description: 'Year the report covers; null: no report' }),
  datumIds: ids,
  entered: z.boolean().openapi({ description: 'A fact it rests on was entered here, not received' }),
})

const newsFields = {
  since: words('What became known after this day'),
  until: words('Up to and with this day'),
  reports: z
    .array(
      z.object({
        reportId: words('Id of the version'),
        actor: text,
        obligation: text,
        coversYear: z.number().openapi({ description: 'Year the report covers' }),
        version: z.number().openapi({ description: 'Number of the version' }),
        receivedOn: words('Day it was received'),
        subject: maybeWords('The record it is about; null: about the State'),
        entered: z.boolean().openapi({ description: 'Entered here, not received' }),
        name: text,
        title: words('Title of the report'),
      }),
    )
    .openapi({ description: 'Report versions received' }),
  facts: z
    .array(change)
    .openapi({ description: 'Facts that are new, superseded or retracted; the net change' }),
  acts: z.array(change).openapi({ description: 'Acts with the depositary of a treaty, the same way' }),
  coverage: z
    .array(
      z.object({
        register: text,
        actor: maybeWords('Whose records alone the statement is about; null: everyone’s'),
        actorName: maybeWords('Its name; null: everyone'),
        entered: z
          .boolean()
          .openapi({ description: 'Declared at the desk, not received: no part of anything published' }),
        heldFrom: words('First day the statement covers'),
        heldUntil: maybeWords('First day it no longer covers; null: until further notice'),
        level: z
          .enum(['complete', 'partial', 'none'])
          .openapi({ description: 'How far the register reaches' }),
        statedBy: words('By whose word'),
        knownFrom: text,
        note: maybeText,
      }),
    )
    .openapi({ description: 'Statements about the reach of registers' }),
}

export const newsSchema = z.object(newsFields)

export const changesSchema = z
  .object({
    ...inWorld,
    ...newsFields,
    dates: z.array(datedSchema).openapi({ description: 'What came about by itself as time passed' }),
    values: z
      .array(
        z.object({
          plan: words('Id of the plan'),
          year: z.number().openapi({ description: 'Year of the values' }),
          values: z.array(moved).openapi({ description: 'Values that moved' }),
          same: z.number().openapi({ description: 'How many values did not move' }),
        }),
      )
      .openapi({ description: 'Values by plan and year' }),
  })
  .openapi('Changes')
