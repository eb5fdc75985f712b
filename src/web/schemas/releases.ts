// The shapes of what the pages of releases give as data. The file of a release has a form of its own.
import { z } from '@hono/zod-openapi'
import type { ReleaseDiff } from '../../releases/diff.ts'
import type { ReleaseHead } from '../../releases/store.ts'
import { inWorld, maybeNumber, maybeText, memberState, reasonSchema, text, valueSchema } from './parts.ts'

const id = text.openapi({ description: 'Name of the release: the first twelve hex digits of its digest' })
const sha256 = text.openapi({ description: 'Digest of what is frozen (SHA-256 of its RFC 8785 form, hex)' })

export const releasesSchema = z
  .object({
    ...inWorld,
    releases: z
      .array(
        z.object({
          id,
          sha256,
          plan: text.openapi({ description: 'Id of the plan' }),
          year: z.number(),
          asOf: text,
          knownOn: text,
          recordedAt: text.openapi({ description: 'When it was kept here' }),
          bytes: z.number().openapi({ description: 'Size of what is frozen, in bytes' }),
          comments: z.number().openapi({ description: 'Comments beside it' }),
          signatures: z.number().openapi({ description: 'Signatures beside it' }),
          owners: z
            .array(text)
            .openapi({ description: 'Who has to approve it: actors, or the keeper of a treaty' }),
          frozenBy: maybeText.openapi({ description: 'Who froze it, by id; null: not known' }),
          publishedAt: maybeText.openapi({ description: 'Since when everyone sees it; null: it is a draft' }),
        }),
      )
      .openapi({ description: 'The releases held, the latest year of a plan first' }),
  })
  .openapi('Releases') satisfies z.ZodType<{ releases: ReleaseHead[] }>

const signature = z.object({
  alg: z.literal('Ed25519').openapi({ description: 'How it is signed' }),
  key: text.openapi({ description: 'Public key, base64' }),
  sig: text.openapi({ description: 'Signature, base64' }),
})

const comment = z.object({
  indicator: maybeText.openapi({ description: 'The indicator it is about; null: none' }),
  section: maybeText.openapi({ description: 'The section it is about, by its heading; null: none' }),
  language: text,
  text: text.openapi({ description: 'The words' }),
  by: text.openapi({ description: 'Whose words they are' }),
  on: text.openapi({ description: 'Day of the comment' }),
  sha256: text.openapi({ description: 'Digest that binds it to the release' }),
  signatures: z.array(signature).openapi({ description: 'Signatures of the comment' }),
})

export const releaseSchema = z
  .object({
    ...inWorld,
    id,
    sha256,
    plan: text.openapi({ description: 'Id of the plan' }),
    title: text,
    planNotice: maybeText,
    year: z.number(),
    asOf: text,
    knownOn: text,
    state: z.enum(['draft', 'approved', 'published']).openapi({ description: 'Whether everyone sees it' }),
    baseline: z.number().openapi({ description: 'Year the figures are compared with' }),
    signatures: z.array(signature).openapi({ description: 'Signatures of what is frozen' }),
    commentary: z.array(comment).openapi({ description: 'Comments, the latest on a place last' }),
    values: z
      .array(
        z.object({
          section: maybeText.openapi({ description: 'Heading of its section' }),
          number: text,
          text,
          value: valueSchema.nullable().openapi({ description: 'The value of the year' }),
          baseline: valueSchema.nullable().openapi({ description: 'The value of the baseline year' }),
        }),
      )
      .openapi({ description: 'The frozen values, in the order of the plan' }),
  })
  .openapi('Release')

export const releaseValueSchema = z
  .object({
    ...inWorld,
    release: id,
    sha256,
    plan: text.openapi({ description: 'Id of the plan' }),
    text,
    knownOn: text,
    value: valueSchema.openapi({ description: 'The frozen value' }),
    reason: reasonSchema,
    ruleSha256: text.openapi({ description: 'Digest of the definition it was computed with' }),
    sealed: z
      .array(text)
      .openapi({ description: 'Kinds of which something is held that is not public: it was not read' }),
    readings: z
      .array(valueSchema.extend({ reading: text.openapi({ description: 'Name of the reading' }) }))
      .openapi({ description: 'The same under the other readings' }),
    members: z
      .array(
        z.object({
          member: text,
          actor: text,
          state: memberState,
          inN: z.number(),
          inD: z.number(),
          reason: reasonSchema,
          datums: z.array(text).openapi({ description: 'Ids of what it rests on, as in the file' }),
        }),
      )
      .openapi({ description: 'Everyone it counts or leaves out' }),
    restsOn: z
      .array(
        z.object({
          id: text.openapi({ description: 'Id in the file of the release' }),
          kind: text.openapi({ description: 'Kind of datum, answer, or report' }),
          on: maybeText.openapi({ description: 'Day it holds from, or was received' }),
          knownFrom: maybeText,
          source: maybeText.openapi({ description: 'Title of the document' }),
          address: maybeText,
          locator: maybeText,
          quotation: maybeText,
          language: maybeText,
        }),
      )
      .openapi({ description: 'What the members rest on' }),
  })
  .openapi('ReleaseValue')

const diffHead = z.object({ id, sha256, year: z.number(), asOf: text, knownOn: text })

const diffFigure = z.object({
  year: z.number(),
  asOf: text,
  n: maybeNumber.openapi({ description: 'Numerator; null: not known' }),
  d: maybeNumber.openapi({ description: 'Denominator; null: none' }),
  value: maybeNumber,
  status: z.enum(['known', 'provisional', 'not known', 'no cases']),
})

const causes = z
  .array(
    z.object({
      kind: z
        .enum([
          ...(['late-report', 'corrected-report', 'report-recorded', 'new-fact', 'corrected-fact'] as const),
          ...(['retracted-fact', 'fact-recorded', 'no-longer-held', 'coverage', 'joined', 'left'] as const),
          ...(['time', 'definition', 'year'] as const),
        ])
        .openapi({ description: 'What kind of change it is' }),
      id: maybeText.openapi({ description: 'The fact, report or register' }),
      on: maybeText.openapi({ description: 'Day it was received or became known' }),
      words: text,
    }),
  )
  .openapi({ description: 'Why it is another' })

const changed = z
  .array(z.enum(['rule', 'cohorts', 'kinds', 'names', 'law', 'period', 'parties', 'obligation']))
  .openapi({ description: 'What of the definition differs' })

export const releaseDiffSchema = z
  .object({
    ...inWorld,
    plan: text.openapi({ description: 'Id of the plan' }),
    a: diffHead.openapi({ description: 'The earlier release' }),
    b: diffHead.openapi({ description: 'The later release' }),
    sameYear: z.boolean().openapi({ description: 'Both are of one year' }),
    textChanged: z.boolean().openapi({ description: 'The text of the plan is another' }),
    definitionsChanged: z
      .array(z.object({ indicator: text, changed }))
      .openapi({ description: 'Indicators computed otherwise, moved or not' }),
    moved: z
      .array(
        z.object({
          indicator: text,
          text,
          isShare: z.boolean().openapi({ description: 'It is a percentage' }),
          before: diffFigure.nullable().openapi({ description: 'In the earlier release' }),
          after: diffFigure.nullable().openapi({ description: 'In the later release' }),
          by: maybeNumber.openapi({ description: 'Percentage points, or its own unit; null: not told' }),
          definition: z
            .object({
              changed,
              figure: diffFigure
                .nullable()
                .openapi({ description: 'The earlier inputs under the later definition' }),
              lacks: z.array(text).openapi({ description: 'What the earlier file lacks for that' }),
            })
            .openapi({ description: 'What moved by the definition alone' }),
          causes,
          members: z
            .array(
              z.object({
                member: text,
                actor: text,
                name: text,
                before: memberState.nullable().openapi({ description: 'Null: was not among them' }),
                after: memberState.nullable().openapi({ description: 'Null: is no longer among them' }),
                causes,
              }),
            )
            .openapi({ description: 'Everyone whose row is another' }),
        }),
      )
      .openapi({ description: 'Figures that moved' }),
    same: z.number().openapi({ description: 'Figures that stayed as they were' }),
    work: z
      .array(
        z.object({
          id: text.openapi({ description: 'As the release names it' }),
          actor: text,
          kind: text,
          title: text.nullable(),
          change: z
            .enum(['added', 'corrected', 'taken-back', 'no-longer-held'])
            .openapi({ description: 'What became of the fact from the earlier release to the later one' }),
          on: text.openapi({ description: 'The day from which it was known' }),
        }),
      )
      .openapi({ description: 'Facts of work on the promise that came, were corrected or are gone' }),
  })
  .openapi('ReleaseDiff') satisfies z.ZodType<ReleaseDiff>
