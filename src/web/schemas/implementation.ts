// The shapes of what pages give as data about how promises are carried out.
import { z } from '@hono/zod-openapi'
import { tiers } from '../../facts/datum.ts'
import { logEntries } from '../../implementation/bodies.ts'
import { budgetSides } from '../../implementation/budget.ts'
import { progressStates } from '../../implementation/progress.ts'
import type { ImplementationShown, PartShown, ServingShown, WorkShown } from '../data/implementation.ts'
import { maybeNumber, maybeText, text } from './parts.ts'
import { fact } from './states.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })
const ids = (description: string) => z.array(z.string()).openapi({ description })
const id = words('The id by which other facts name it, kept through its corrections')
const language = maybeWords('Language of its words (BCP 47)')

const mark = {
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
  tier: z.enum(tiers).openapi({ description: 'Who sees it' }),
}
const holds = z
  .enum(['ahead', 'now', 'ended'])
  .openapi({ description: 'Whether it holds on the day: begins later, holds, or has ended' })

const dates = z.object({
  startsOn: maybeWords('EDTF'),
  endsOn: maybeWords('EDTF'),
  due: maybeWords('EDTF'),
})
const schedule = z
  .object({
    original: dates.openapi({ description: 'As first planned' }),
    corrected: z
      .object({
        by: words('The day by which it was known'),
        was: dates.openapi({ description: 'As first recorded' }),
      })
      .nullable()
      .openapi({ description: 'Other dates first recorded by mistake' }),
    now: dates.openapi({ description: 'As moved since' }),
    moves: z.array(
      z.object({ id, decidedOn: words('The day it was decided on'), reason: text, dates, ...mark }),
    ),
    slip: z
      .object({
        days: z.number().int().openapi({ description: 'Whole days; below zero where brought forward' }),
        isRough: z.boolean().openapi({ description: 'One of the dates is less exact than a day' }),
      })
      .nullable(),
  })
  .openapi('Schedule')
const reported = z
  .object({
    id,
    state: z.enum(progressStates),
    reportedOn: text,
    doneOn: maybeText,
    reason: maybeText,
    evidence: maybeText,
    challenge: maybeText,
    ...mark,
  })
  .openapi('ProgressReported')
const standing = z.enum([...progressStates, 'nothing-reported', 'past-its-day']).openapi({
  description: 'nothing-reported is not "nothing done"; past-its-day: nobody has reported it done',
})
const step = { id, title: text, schedule, reported: z.array(reported), standing, ...mark }
const budgetLine = z
  .object({
    id,
    title: maybeText,
    side: z.enum(budgetSides),
    paidBy: maybeWords('An actor or an office'),
    amount: z.number(),
    currency: words('ISO 4217'),
    year: z.number().int(),
    ...mark,
  })
  .openapi('BudgetLine')
const action = z
  .object({
    ...step,
    version: maybeText.openapi({
      description: 'Id of its version that is known: what a correction takes the place of',
    }),
    actor: text,
    number: maybeText,
    text: maybeText,
    language,
    carriesOut: ids('Parts of instruments it carries out'),
    recommendations: ids('Recommendations it takes up'),
    responsible: ids('Actors, bodies or offices'),
    supporting: ids('Actors, bodies or offices'),
    dependsOn: ids('Actions to be done before'),
    steps: z.array(z.object(step)),
    budget: z.array(budgetLine),
  })
  .openapi('ActionOfWork')
const plan = z
  .object({
    id,
    actor: text,
    title: maybeText,
    withTimelines: z.boolean().nullable(),
    from: maybeText,
    until: maybeText,
    holds,
    ...mark,
    actions: z.array(action),
    budget: z.array(budgetLine),
    sums: z.array(
      z.object({
        currency: text,
        year: z.number().int(),
        lines: z.number().int(),
        entered: z.number().int().openapi({ description: 'Lines entered here, not received' }),
        own: z.number(),
        sought: z.number(),
        pledged: z.number(),
        stillSought: z.number().openapi({ description: 'Sought and not yet pledged by anybody' }),
      }),
    ),
    faults: z.array(
      z.union([
        z.object({ fault: z.literal('circle'), ids: ids('Each needs the next') }),
        z.object({ fault: z.literal('too-early'), id, needs: text }),
      ]),
    ),
  })
  .openapi('PlanOfWork')
const task = z
  .object({ ...step, actor: text, owner: words('An actor, a body or an office'), action: maybeText })
  .openapi('Task')
const meeting = z
  .object({
    id,
    actor: text,
    kind: text,
    title: maybeText,
    heldOn: maybeWords('Null while it is only planned'),
    plannedOn: maybeText,
    place: maybeText,
    host: maybeText,
    present: ids('Organisations and offices'),
    topic: maybeText,
    agenda: ids('One entry each'),
    minutes: maybeText,
    minutesAddress: maybeText,
    language,
    serves: ids('Parts of instruments and actions it serves'),
    decisions: z.array(z.object({ id, number: maybeText, text, language, tasks: z.array(task), ...mark })),
    ...mark,
  })
  .openapi('BodyMeeting')
const body = z
  .object({
    id,
    actor: text,
    title: text,
    form: text,
    mandate: maybeText,
    language,
    chairedBy: maybeText,
    instrument: ids('What it works on'),
    carriesOut: ids('Parts of instruments'),
    from: maybeText,
    until: maybeText,
    holds,
    ...mark,
    members: z.array(
      z.object({
        id,
        office: text,
        organisation: maybeText,
        capacity: text,
        from: maybeText,
        until: maybeText,
        ...mark,
      }),
    ),
    meetings: z.array(meeting),
    log: z.array(
      z.object({
        on: text,
        what: z.enum(logEntries),
        id,
        kind: text,
        words: maybeWords('What it is called or was decided; null of a meeting without a title'),
      }),
    ),
  })
  .openapi('WorkingBody')
const event = z
  .object({
    id,
    actor: text,
    kind: text,
    title: maybeText,
    heldOn: maybeText,
    plannedOn: maybeText,
    place: maybeText,
    host: maybeText,
    audience: ids('Groups it was for'),
    participants: maybeNumber.openapi({ description: 'Persons, as stated for the whole event' }),
    sameAs: z
      .array(z.string())
      .openapi({ description: 'Ids of other events that its writer says are one with it' }),
    attendance: z.array(
      z.object({ audience: text, sex: maybeText, age: maybeText, persons: z.number().int() }),
    ),
    serves: ids('Parts of instruments and actions it serves'),
    ...mark,
  })
  .openapi('EventForOthers')
const study = z
  .object({
    id,
    actor: text,
    title: text,
    language,
    launchedOn: maybeText,
    recommendations: z.array(
      z.object({
        id,
        number: text,
        group: maybeText,
        text,
        language,
        addressedTo: ids('Actors and offices'),
        actions: ids('Actions of plans of work that take it up'),
        stoppedActions: ids('Actions that took it up and were stopped'),
        reported: z.array(reported),
        ...mark,
      }),
    ),
    ...mark,
    takenUp: z.number().int(),
    without: ids('Actions that rest on no recommendation'),
  })
  .openapi('Study')
const called = z.record(z.string(), z.string()).openapi({ description: 'What ids and codes stand for' })

const part = {
  id: words('As facts name it: the instrument, or the instrument and a number'),
  kind: z.enum(['instrument', 'action', 'indicator']),
  instrument: words('The instrument it is, or is a part of'),
  instrumentTitle: words('Title of that instrument'),
  number: maybeText,
  text: words('Its words; of an instrument its title'),
  language,
}
const partShown = z.object(part).openapi('InstrumentPart') satisfies z.ZodType<PartShown>
const linkedFields = {
  id,
  kind: text,
  field: words('The field by which the one names the other'),
  title: words('Its title; of what has none, its kind and day, or what it says'),
  on: maybeText,
  fields: z.record(z.string(), z.unknown()).openapi({ description: 'What it says, by field' }),
  ...mark,
}
const linked = z.object(linkedFields).openapi('LinkedFact')
const through = z
  .union([linked, z.null()])
  .openapi({ description: 'The action of a plan of work by way of which; null where it is named directly' })

/** What serves a part of an instrument, as the pages of its actions give it. */
export const servingSchema = z
  .object({
    ...linkedFields,
    actor: text,
    actorName: text,
    through,
    also: z.array(partShown).openapi({ description: 'What else it serves' }),
  })
  .openapi('Serving') satisfies z.ZodType<ServingShown>

export const implementationSchema = z
  .object({
    instrument: text,
    asOf: words('The day whose knowledge this is'),
    parties: ids('Who promised'),
    plans: z.array(plan),
    bodies: z.array(body),
    meetings: z.array(meeting),
    tasks: z.array(task),
    events: z.array(event),
    mayBeOneEvent: z
      .array(z.tuple([z.string(), z.string()]))
      .openapi({ description: 'Pairs of events of which nothing tells whether they are one and the same' }),
    unsaid: ids('Events that do not say what they serve, and that a rule counts all the same'),
    studies: z.array(study),
    others: z
      .array(partShown)
      .openapi({ description: 'Parts of other instruments that something here serves too' }),
    orphans: z
      .array(linked)
      .openapi({ description: 'What belonged to it by way of something that was withdrawn since' }),
    byOthers: z.array(linked.extend({ actorName: text })).openapi({
      description: 'Recorded of it by others than those who promised: in no sum, and in none of the rest',
    }),
    called,
  })
  .openapi('Implementation') satisfies z.ZodType<ImplementationShown>

export const workSchema = z
  .object({
    id,
    actor: text,
    actorName: text,
    kind: text,
    title: text,
    fact,
    earlier: z.array(fact).openapi({ description: 'Versions it took the place of, the newest first' }),
    withdrawn: z.union([z.object({ on: text, reason: z.union([text, z.null()]) }), z.null()]).openapi({
      description: 'The day since which it is known to hold no more, and why; null of what is known',
    }),
    instruments: ids('Instruments it belongs to'),
    parties: ids('Who promised what it belongs to'),
    stands: z.object({ standing, schedule }).nullable().openapi({
      description: 'Of an action, a step or a task: where it stands, and by when; null of all else',
    }),
    naming: ids('Fields by which it names other things'),
    serves: z
      .array(z.object({ ...part, through }))
      .openapi({ description: 'Parts of instruments it serves, each once' }),
    names: z.array(linked).openapi({ description: 'What it names' }),
    namedBy: z.array(linked).openapi({ description: 'What names it' }),
    body: z.union([body, z.null()]).openapi({ description: 'Of a body: its members, meetings and log' }),
    meeting: z
      .union([meeting, z.null()])
      .openapi({ description: 'Of a meeting: its agenda, minutes and decisions' }),
    called,
  })
  .openapi('Work') satisfies z.ZodType<WorkShown>
