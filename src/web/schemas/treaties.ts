// The shapes of what the pages of treaties give as data.
import { z } from '@hono/zod-openapi'
import { inWorld, text } from './parts.ts'
import { treatyStatementsSchema } from './statements.ts'

const words = (description: string) => z.string().openapi({ description })
const maybeWords = (description: string) => z.string().nullable().openapi({ description })
const count = (description: string) => z.number().int().openapi({ description })
const flag = (description: string) => z.boolean().openapi({ description })

const counts = z
  .object({
    party: count(
      'States Parties, those that are leaving included; consents given where `basis` is `consent`',
    ),
    leaving: count('Parties whose withdrawal has been notified and has not taken effect'),
    joining: count('States that gave consent to be bound and for which the treaty is not yet in force'),
    unknown: count('States of which nobody can say, from what is held, whether they are bound'),
    left: count('States that were bound and no longer are'),
    signatory: count('States that signed, and gave no consent to be bound'),
    organisations: count('Parties that are no States'),
  })
  .openapi({ description: 'How many States stand where' })
const source = z
  .object({
    statedBy: words('The status page or file, with its date'),
    address: maybeWords('Where it is published; null: not held'),
    asOf: words('The last day it speaks of'),
  })
  .nullable()
  .openapi({ description: 'Where the status is from; null: no page was taken in' })
const basis = z.enum(['in force', 'consent']).openapi({
  description: '`consent`: the rule on entry into force is not held, so consents to be bound are counted',
})
const act = z.object({
  kind: words('signature, ratification, accession, withdrawal …'),
  notifiedOn: maybeWords('Day the depositary received it; null: not stated'),
  effectiveOn: maybeWords('Day it takes effect, where the source says so'),
  note: maybeWords('Note of the source; null: none'),
  datumId: text,
})
const movement = z.object({
  actor: z.string().nullable().openapi({ description: 'Id of the State; null: no State of today' }),
  name: text,
  on: words('Day on which it became, or ceased to be, a party'),
  isExpected: flag('The day lies after the date of the source'),
})
const cited = z.object({
  title: words('Title of the document or page'),
  address: maybeWords('Where it is published; null: not held'),
})

const meeting = z.object({
  code: text,
  title: words('Title, as the source gives it'),
  series: words('meeting-of-states-parties, review-conference, intersessional …'),
  startsOn: maybeWords('First day; null: not held'),
  endsOn: maybeWords('Last day; null: not held'),
  when: maybeWords('As precisely as sources give it (EDTF); null: no date is held'),
  place: maybeWords('Place; null: not held'),
  otherwise: z
    .array(
      z.object({
        startsOn: words('First day, by another source'),
        endsOn: maybeWords('Last day, by another source'),
        source: maybeWords('Title of that source'),
      }),
    )
    .openapi({ description: 'Other days that sources give' }),
  source: cited
    .extend({ date: maybeWords('Date of the source (EDTF); null: undated') })
    .nullable()
    .openapi({ description: 'Where it was read' }),
  datumIds: z.array(text).openapi({ description: 'Ids of the facts that tell of it' }),
  entered: z.boolean().openapi({ description: 'A fact that tells of it was entered here, not received' }),
})

const claim = z.object({
  actor: text,
  datumId: text,
  claim: words('What is claimed'),
  claimedBy: words('Who claims it'),
  entered: z.boolean().openapi({ description: 'Entered here, not received' }),
  claimedOn: maybeWords('Day of the claim; null: not stated'),
  quotation: maybeWords('Words of the source; null: none held'),
  language: maybeWords('Language of the quotation (BCP 47)'),
  source: cited
    .extend({
      publisher: maybeWords('Who published it; null: not stated'),
      published: maybeWords('Date of the source (EDTF); null: undated'),
    })
    .nullable()
    .openapi({ description: 'Where it was read' }),
  contestedBy: maybeWords('Who contests it; null: nobody that is held'),
  contestQuotation: maybeWords('Words of the contest; null: none held'),
  contestSource: cited.nullable().openapi({ description: 'Where the contest was read' }),
})

/** What every page of a treaty says first. */
export const treatyHead = {
  treaty: text,
  title: text,
  formalTitle: maybeWords('Full title; null: the title is the full one'),
  mtdsg: maybeWords('Number in Multilateral Treaties Deposited with the Secretary-General; null: none held'),
  basis,
  source,
  inForceFrom: maybeWords('Day the treaty itself entered into force; null: not held'),
  counts,
}

export const treatySchema = z
  .object({
    ...inWorld,
    ...treatyHead,
    depositary: maybeWords('With whom acts are deposited; null: not held'),
    asOf: text,
    knownOn: text,
    statements: treatyStatementsSchema,
    adoptedOn: maybeWords('Day of adoption; null: not held'),
    stated: z
      .object({
        signatories: z.number().nullable().openapi({ description: 'Signatories, by the source' }),
        parties: z.number().nullable().openapi({ description: 'Parties, by the source' }),
        asOf: text,
      })
      .nullable()
      .openapi({ description: 'The source’s own counts, of its own date; organisations are among them' }),
    participants: z
      .array(
        z.object({
          actor: z.string().nullable().openapi({ description: 'Id of the State; null: no State of today' }),
          name: text,
          standing: z
            .enum(['party', 'leaving', 'joining', 'unknown', 'left', 'signatory', 'none'])
            .openapi({ description: 'Where it stands on the day' }),
          from: maybeWords('First day as a party; null: not known'),
          until: maybeWords('First day no longer a party; null: no withdrawal is held'),
          isEndExpected: flag('The end lies after the date of the source, or in the future'),
          signedOn: maybeWords('Day of signature; null: none held'),
          acts: z.array(act).openapi({ description: 'All its acts with the depositary, by date' }),
        }),
      )
      .openapi({ description: 'Everyone who acted with the depositary' }),
    years: z
      .array(
        z.object({
          year: count('Year'),
          on: words('The day counted: 31 December, or the as-of date in its own year'),
          parties: count('States Parties on that day'),
          unknown: count('States of which it is not known'),
          joined: z.array(movement).openapi({ description: 'Who became a party in the year' }),
          left: z.array(movement).openapi({ description: 'Who ceased to be one' }),
        }),
      )
      .openapi({ description: 'Year by year' }),
    steps: z
      .array(z.object({ on: words('Day'), parties: count('States Parties from that day on') }))
      .openapi({ description: 'Every day on which the number changed' }),
    meetings: z.array(meeting).openapi({ description: 'Meetings held as facts' }),
    claims: z.array(claim).openapi({ description: 'Claims about the status, which leave it as it is' }),
    events: z
      .array(
        z.object({
          kind: words('adopted, first-signatures, in-force, withdrawal, or the series of a meeting'),
          on: words('As precisely as it is known (EDTF)'),
          title: maybeWords('Title of a meeting, as its source gives it'),
          names: z.array(text).openapi({ description: 'Who, for signatures and withdrawals' }),
          isExpected: flag('It lies after the date of the source'),
        }),
      )
      .openapi({ description: 'What stands beside the number in the picture' }),
  })
  .openapi('Treaty')

export const treatiesSchema = z
  .object({
    ...inWorld,
    asOf: text,
    knownOn: text,
    treaties: z
      .array(
        z.object({
          ...treatyHead,
          lastAct: z
            .object({ name: text, kind: words('The act'), on: words('Day the depositary received it') })
            .nullable()
            .openapi({ description: 'The latest act held; null: none' }),
        }),
      )
      .openapi({ description: 'The treaties, by title' }),
    withoutStatus: z
      .array(z.object({ treaty: text, title: text }))
      .openapi({ description: 'Treaties whose duties are held as data, and no act of a State under them' }),
  })
  .openapi('Treaties')
