// The shape of declarations, reservations and objections to treaties as data.
import { z } from '@hono/zod-openapi'
import type { NamedParty, StatementShown } from '../data/statements.ts'
import { sourceSchema } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })

const party = z.object({
  id: words('Id of the actor'),
  name: words('Name in English'),
  isState: z.boolean().openapi({ description: 'Whether it is a State' }),
}) satisfies z.ZodType<NamedParty>

export const statementSchema = z.object({
  id: words('Id of the fact'),
  treaty: words('Id of the treaty'),
  treatyTitle: words('Title of the treaty'),
  actor: party.openapi({ description: 'Who declared, reserved, objected …' }),
  name: words('The participant as the status page writes it'),
  what: words(
    'declaration, reservation, reservation-and-other, understanding, statement, objection, notification, communication, withdrawal-of-statement, territorial-application; unclear: the page does not say which',
  ),
  section: maybeWords('Title of the section of the page, verbatim; null: it has none'),
  heading: maybeWords('Heading above the words, verbatim; null: none'),
  madeOn: maybeWords('The day the page gives; null: none'),
  dateWords: maybeWords('The page’s words for the day where they are no day of the calendar; null: none'),
  upon: maybeWords('The act upon which it was made: signature, ratification, accession …; null: not stated'),
  confirmedUpon: maybeWords('The act upon which it was confirmed; null: not stated'),
  rule: maybeWords(
    'What the section says where neither a day nor an act is stated, such as "(Unless otherwise indicated, …)"; null: one is stated, or the section says nothing',
  ),
  against: z.array(party).openapi({ description: 'Whom an objection is against, as far as it names them' }),
  withdrawnOn: maybeWords('Of what tells of a withdrawal: the day of it; null: not stated, or no withdrawal'),
  words: maybeWords(
    'Verbatim, one paragraph a line; null: the page lists the participant under the title of the section alone',
  ),
  language: maybeWords('Language of the words (BCP 47); null: no words, or not told'),
  note: maybeWords('Footnotes of the page at it; null: none'),
  locator: maybeWords('Line of the page; null: not given'),
  source: sourceSchema.nullable().openapi({ description: 'The status page it was read on' }),
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
}) satisfies z.ZodType<StatementShown>

export const treatyStatementsSchema = z
  .object({
    readAsOf: maybeWords(
      'Date of the newest page read for them; null: none was, so whether there are any, or others, is not known',
    ),
    list: z.array(statementSchema).openapi({ description: 'The statements held' }),
  })
  .openapi({ description: 'Declarations, reservations, objections and the like, as known on the day' })
