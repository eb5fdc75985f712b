// The shape of what the page of a State's engagements gives as data.
import { z } from '@hono/zod-openapi'
import type { EngagementShown, NamedActor, TreatyShown, VotesShown } from '../data/engagements.ts'
import { dutySchema } from './duties.ts'
import { inWorld, sourceSchema, valueSchema } from './parts.ts'
import { answersSchemaWith } from './register.ts'
import { statementSchema } from './statements.ts'
import { actorFields, fact } from './states.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })
const count = (description: string) => z.number().int().openapi({ description })
const flag = (description: string) => z.boolean().openapi({ description })
const ids = (description: string) => z.array(z.string()).openapi({ description })

const namedActor = z.object({
  id: words('Id of the actor'),
  name: words('Name, as its source gives it'),
  kind: words('state, organisation, body, group …'),
  page: maybeWords('Its page of engagements; null: only States have one'),
}) satisfies z.ZodType<NamedActor>

const engagement = fact.extend({
  id: words('The id its file first gave it, kept through corrections; its place on the page is #fact-ID'),
  alsoCalled: ids('Ids that corrections gave it since; places on the page too'),
  actor: namedActor.openapi({ description: 'Whose it is' }),
  topic: words('Part of the page'),
  relation: z.enum(['own', 'unit', 'towards', 'named']).openapi({
    description:
      'What it is to the State: its own, a unit’s or National Society’s, made towards it, or one that names it',
  }),
  title: words('What it is, in our words (English)'),
  kindTitle: words('Title of the kind'),
  status: maybeWords('As the source states it or, where named in `inferred`, as read from it; null: neither'),
  statedAsCurrent: flag('The source states it as holding when it was written, without saying until when'),
  statedAsOf: maybeWords('When the source said so (EDTF); null: nothing dates it'),
  asOf: maybeWords('When a figure was true, as precise as the source gives it; null: no date'),
  yearsSince: z
    .number()
    .int()
    .nullable()
    .openapi({ description: 'Whole years since `asOf`, otherwise since `statedAsOf`; null: undated' }),
  inferred: ids('Fields, and "date" or "until", that no word of the quotation states'),
  partOf: maybeWords('Id of the fact it belongs to, as that was first called; null: none'),
  concerns: ids('Ids of the facts it says something of, as these were first called'),
}) satisfies z.ZodType<EngagementShown>

const treaty = z.object({
  treaty: words('Id of the treaty'),
  title: words('Title of the treaty'),
  state: z.enum(['party', 'consented', 'left', 'signed', 'none']).openapi({
    description:
      'consented: consent to be bound is deposited, and no source held says from when it is in force; none: not a party, not a signatory',
  }),
  on: maybeWords(
    'Day of that state: in force from, consent given, no longer a party from, signed; null: none',
  ),
  endsOn: maybeWords('Day a notified withdrawal takes effect, where it lies ahead; null: none'),
  statementsReadAsOf: maybeWords(
    'Date of the newest page read for declarations and reservations; null: none was, so they are not known',
  ),
  source: sourceSchema.openapi({ description: 'The newest status page held' }),
}) satisfies z.ZodType<TreatyShown>

const votes = z.object({
  series: maybeWords('Yearly series the roll calls belong to; null: those that belong to none'),
  years: z
    .array(
      z.object({
        year: count('Year of the roll call'),
        symbol: maybeWords('Symbol of the resolution; null: the table of votes has none'),
        session: count('Session of the General Assembly'),
        vote: z
          .enum(['yes', 'no', 'abstain'])
          .nullable()
          .openapi({ description: 'null: no vote recorded, which is neither absence nor abstention' }),
        yes: count('All votes in favour'),
        no: count('All votes against'),
        abstain: count('All abstentions'),
        checked: z.enum(['text', 'file']).nullable().openapi({
          description:
            'What ties it to the series: a text of the General Assembly, or only the file of votes; null: nothing',
        }),
        why: maybeWords('Why it belongs to the series; null: it belongs to none'),
        adoptedOn: maybeWords('Day of adoption by a text of the General Assembly; null: not held'),
        titleInFile: maybeWords('Title as the file of votes has it; it ties nothing'),
        source: sourceSchema
          .nullable()
          .openapi({ description: 'Of the vote; of the roll call where none is recorded' }),
        entered: z.boolean().openapi({ description: 'Entered here, not received' }),
        dayInFile: maybeWords('Day as the file has it; not always the day of adoption'),
        locator: maybeWords('Roll call in the file'),
      }),
    )
    .openapi({
      description: 'The roll calls, oldest first, with the vote of the State',
    }),
  counted: z
    .object({
      yes: count('Votes of the State in favour'),
      no: count('Votes of the State against'),
      abstain: count('Abstentions of the State'),
      none: count(
        'Roll calls in which no vote of the State is recorded, since its membership where that is held',
      ),
      before: count('Roll calls from before its membership, without a vote of the State'),
      memberFrom: maybeWords('First day of its membership of the United Nations; null: not held'),
      all: count('Roll calls held'),
      from: count('Year of the first').nullable(),
      until: count('Year of the last').nullable(),
    })
    .openapi({ description: 'All roll calls of the series, counted by what the State voted' }),
  source: sourceSchema.nullable().openapi({ description: 'The file of votes' }),
}) satisfies z.ZodType<VotesShown>

export const ministrySchema = z
  .object({
    ...inWorld,
    today: words('The day on which it stands'),
    state: actorFields.openapi({ description: 'The State' }),
    officialLanguage: maybeWords('Official language of the State (BCP 47); null: not held'),
    engagements: z.array(engagement).openapi({ description: 'What is held, each with its source' }),
    actors: z.array(namedActor).openapi({ description: 'The actors the facts name' }),
    owed: z.array(dutySchema).openapi({
      description:
        'What it and its units promised, instance by instance: series, milestones, targets of pledges; up to the end of next year',
    }),
    pledges: z
      .array(
        z.object({
          plan: words('Id of the pledge'),
          title: words('Title, verbatim'),
          values: z.array(valueSchema).openapi({ description: 'Values of its indicators, up to this year' }),
        }),
      )
      .openapi({ description: 'Pledges the State is a party to' }),
    statements: z
      .array(statementSchema)
      .openapi({ description: 'What it declared to treaties, as status pages have it' }),
    objections: z
      .array(statementSchema)
      .openapi({ description: 'What others objected to in what it declared' }),
    treaties: z.array(treaty).openapi({ description: 'Every treaty whose status is held' }),
    votes: z.array(votes).openapi({ description: 'Recorded votes, by series' }),
    answers: answersSchemaWith(namedActor).openapi({
      description: 'The questions a ministry asks of its register, answered by all of this',
    }),
  })
  .openapi('Engagements')
