// The shapes of what the page of multilateral cooperation and its ratings give as data.
import { z } from '@hono/zod-openapi'
import { ratings } from '../../cooperation/rating.ts'
import { inWorld, maybeText, text } from './parts.ts'
import { actorFields } from './states.ts'

const words = z.record(z.string(), z.string())
const said = (description: string) => text.openapi({ description })
const maybeSaid = (description: string) => maybeText.openapi({ description })
const ids = (description: string) => z.array(z.string()).openapi({ description })

const version = z.object({
  id: said('The first twelve hex digits of its digest'),
  sha256: said('Digest of what is frozen, in canonical JSON (RFC 8785)'),
  number: z.int().nullable().openapi({ description: 'In the order of publishing; null: a draft' }),
  knownOn: said('The day whose knowledge it holds'),
  frozenAt: said('When it was frozen'),
  publishedAt: maybeSaid('When it was published; null: it is a draft'),
  publishedAs: z
    .enum(['owner', 'keeper', 'desk', 'command'])
    .nullable()
    .openapi({ description: 'In whose right: its own office, or at a desk without accounts; null: a draft' }),
  approvedBy: ids('The actors that approved it; empty: nobody, it was published at a desk'),
})

const fact = z.object({
  id: said('The id its file gave it first, by which sections name it: a correction keeps it'),
  alsoCalled: ids('The ids that corrections gave it since'),
  datumId: said('Id of the fact in this register'),
  actor: said('Whose fact it is'),
  kind: said('Kind of fact'),
  title: said('What it is, in our words (English)'),
  held: maybeSaid('The date as its source gives it (EDTF); null: none'),
  fields: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The fields of its kind; figures with their comparator and unit' }),
  statedAsCurrent: z.boolean().openapi({
    description: 'The source states it as holding when it was written, without saying until when',
  }),
  statedAsOf: maybeSaid('When the source said so (EDTF); null: nothing dates it'),
  knownFrom: said('Since when it is known here'),
  source: z.int().nullable().openapi({ description: 'Number of its entry among `sources`; null: none' }),
  entered: z.boolean().openapi({ description: 'Entered here, not received: in a preview alone' }),
})

const content = z.object({
  format: z.literal('pacta-cooperation-page/1').openapi({ description: 'The form of what is frozen' }),
  actor: said('Whose page it is'),
  names: z.record(z.string(), words).openapi({ description: 'Names by actor and language' }),
  knownOn: said('The day whose knowledge it holds'),
  languages: ids('Languages it is written in side by side (BCP 47)'),
  isWritten: z.boolean().openapi({
    description: 'Whether its sections were written by the actor; otherwise they are made from the register',
  }),
  sections: z
    .array(
      z.object({
        id: said('Id of the section'),
        title: words.openapi({ description: 'By language' }),
        written: z.array(words).openapi({
          description:
            'Paragraphs by language; `{id}` in them is the place of a fact, with its figure, day and source',
        }),
        told: z
          .array(
            z.array(
              z.object({
                lead: words.openapi({ description: 'The words before the facts, by language' }),
                facts: ids('Ids of the facts'),
                more: z.int().openapi({ description: 'How many more the register has' }),
              }),
            ),
          )
          .openapi({ description: 'Paragraphs made of facts, each of sentences' }),
      }),
    )
    .openapi({ description: 'In their order on the page' }),
  facts: z.array(fact).openapi({ description: 'The facts it tells' }),
  sources: z
    .array(
      z.object({
        number: z.int().openapi({ description: 'As the marks on the page name it' }),
        title: said('Title of the document'),
        address: maybeSaid('Its address; null: none'),
        publisher: maybeSaid('Who published it; null: not given'),
        date: maybeSaid('The document’s own date (EDTF); null: it has none'),
        statedAsOf: maybeSaid(
          'When an undated document was written by its own words (EDTF); null: not known',
        ),
        knownFrom: said('Since when what stands in it is known here'),
        locator: maybeSaid('Where in the document'),
        quotation: maybeSaid('Its words, verbatim'),
        language: maybeSaid('Language of the words (BCP 47)'),
      }),
    )
    .openapi({ description: 'Where the facts were read' }),
})

const counted = z.object({
  yes: z.int().openapi({ description: 'Answers "yes"' }),
  partly: z.int().openapi({ description: 'Answers "partly"' }),
  no: z.int().openapi({ description: 'Answers "no"' }),
  all: z.int().openapi({ description: 'All answers' }),
})

export const cooperationSchema = z
  .object({
    ...inWorld,
    today: said('The day on which it stands'),
    actor: actorFields,
    is: z.enum(['published', 'draft', 'now', 'preview']).openapi({
      description:
        'now: made from the register today, published by nobody; preview: the same with what was entered here',
    }),
    version: version.nullable().openapi({ description: 'Null: it is frozen nowhere' }),
    content: content.openapi({ description: 'What it holds' }),
    withheld: z.int().openapi({
      description: 'Facts and sections of the frozen version that are left out of it, being no longer public',
    }),
    changes: z
      .object({
        corrected: z
          .array(z.object({ id: said('Id of the fact'), now: fact.openapi({ description: 'As it is now' }) }))
          .openapi({ description: 'Facts that say something else now' }),
        gone: ids('Ids of facts no longer held'),
        added: z.array(fact).openapi({ description: 'Facts that a page made today would tell too' }),
        isReworded: z.boolean().openapi({ description: 'Whether the words of its sections are others now' }),
      })
      .nullable()
      .openapi({ description: 'What the register says since it was frozen; null: it is not frozen' }),
    faults: z
      .array(
        z.object({
          section: said('Title of the section'),
          fault: z.enum(['fact', 'language', 'figure']).openapi({
            description: 'A fact that is not there, a language nobody has named, or a figure typed by hand',
          }),
          found: said('What was found'),
        }),
      )
      .openapi({ description: 'What keeps a page made today from being published; for whoever keeps it' }),
    versions: z.array(version).openapi({ description: 'The versions there are, the last one first' }),
    ratings: counted.nullable().openapi({ description: 'What readers answered; null: it is not published' }),
    state: z
      .enum(['draft', 'approved', 'published'])
      .nullable()
      .openapi({ description: 'Where a draft stands; null: it is none' }),
  })
  .openapi('CooperationPage')

export const cooperationRatingsSchema = z
  .object({
    ...inWorld,
    actor: actorFields,
    versions: z
      .array(version.extend({ ratings: counted.openapi({ description: 'What readers answered' }) }))
      .openapi({ description: 'The published versions, the last one first' }),
    counts: z
      .array(
        z.object({
          sha256: said('Digest of the version'),
          language: said('Language of the page that was read (BCP 47)'),
          day: said('Day of the answers'),
          useful: z.enum(ratings).openapi({ description: 'Whether the page was useful' }),
          count: z.int().openapi({ description: 'Answers' }),
        }),
      )
      .openapi({ description: 'Answers by version, day and language' }),
  })
  .openapi('CooperationRatings')
