// The strict form of a release's file: what is not of this form is no release, and nothing of it is used.
import { z } from 'zod'
import { entryIntoForceForm, withdrawalForm } from '../parties/treaty.ts'
import { dutyForm } from '../rules/duty-form.ts'
import { kindForm } from '../rules/kind-schema.ts'
import { ruleForm } from '../rules/rule-forms.ts'
import { cohortForm } from '../rules/rule-schema.ts'
import type { Reason } from '../words/reason.ts'
import { format, type Release } from './release.ts'

const text = z.string()
const some = text.min(1)
/** No stroke and no line break: facts are read in bulk with these between their parts. */
const id = some.max(400).regex(/^[^|\n\r]+$/, 'expected an id without "|" and line breaks')
const day = z.iso.date()
const sha256 = text.regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits')
const year = z.int().min(1900).max(2200)
const count = z.number()
const language = some.max(35)
const reason = z.looseObject({ key: some }) as unknown as z.ZodType<Reason>
const words = z.record(language, text)
const level = z.enum(['complete', 'partial', 'none'])
const world = z.enum(['register', 'exercise'])

const treaty = z.strictObject({
  id: some,
  titles: z.record(language, z.strictObject({ short: text, formal: text })),
  entryIntoForce: entryIntoForceForm,
  withdrawal: withdrawalForm,
  duties: z.record(some, dutyForm.extend({ id: some })),
})

const instrument = z.strictObject({
  id: some.regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  kind: some,
  title: some,
  status: z.enum(['draft', 'adopted', 'superseded']),
  notice: text.nullable(),
  noticeIn: words,
  sha256,
  sourceText: text.nullable(),
  source: z.strictObject({
    title: some,
    language,
    date: text.optional(),
    symbol: text.optional(),
    publisher: text.optional(),
    note: text.optional(),
  }),
  period: z.strictObject({ from: day, until: day }),
  periodStated: z.boolean().optional(),
  ownersDeclare: z.boolean().optional(),
  oneByOwners: z.boolean().optional(),
  judging: z.literal(2).optional(),
  years: z.array(year).max(60),
  treaty: text.nullable(),
  obligation: text.nullable(),
  parties: z.array(id),
  sections: z.array(
    z.strictObject({
      number: text.nullable(),
      title: text,
      heading: text,
      paragraphs: z.array(text).optional(),
      resources: z.boolean().optional(),
    }),
  ),
  actions: z.array(
    z.strictObject({
      id: some,
      number: z.union([z.int(), some]),
      heading: text.nullable(),
      section: text.nullable(),
      text,
    }),
  ),
  indicators: z.array(
    z.strictObject({
      number: some,
      text,
      unit: some,
      action: text.nullable(),
      section: text.nullable(),
    }),
  ),
})

const rule = ruleForm.extend({
  readings: z.record(some, z.strictObject({ words: text, changes: z.record(some, z.json()) })),
})

const datum = z.strictObject({
  id,
  actor: id,
  kind: id,
  externalId: text.nullable(),
  subject: text.nullable(),
  heldFrom: day.nullable(),
  heldUntil: day.nullable(),
  heldEdtf: text.nullable(),
  knownFrom: day,
  supersedes: id.nullable(),
  retracts: id.nullable(),
  source: text.nullable(),
  locator: text.nullable(),
  quotation: text.nullable(),
  language: text.nullable(),
  fields: z.record(
    some,
    z.union([
      text,
      z.number(),
      z.boolean(),
      z.array(text),
      // Rows of one field, such as those who came to an event.
      z.array(z.record(some, z.union([text, z.number()]))),
    ]),
  ),
  leadsTo: z.array(text).optional(),
  names: z.array(text).optional(),
})

const report = z.strictObject({
  id,
  actor: id,
  obligation: id,
  coversYear: year,
  subject: text.nullable(),
  version: z.int().positive(),
  receivedOn: day,
  language: text.nullable(),
  source: text.nullable(),
  document: z.record(some, z.union([text, z.number(), z.boolean()])),
})

const answer = z.strictObject({
  id,
  report: id,
  question: id,
  state: z.enum(['yes', 'partly', 'no', 'not reported', 'not applicable']),
  silence: z.enum(['no report', 'silent']).nullable(),
  number: z.number().nullable(),
  unit: text.nullable(),
  text: text.nullable(),
  locator: text.nullable(),
  quotation: text.nullable(),
  language: text.nullable(),
})

const coverage = z.strictObject({
  register: id,
  actor: id.optional(),
  from: day,
  until: day.nullable(),
  level,
  statedBy: text,
  knownFrom: day,
})

const cohortList = z.strictObject({
  cohort: some,
  on: day,
  level,
  members: z.array(
    z.strictObject({
      actor: id,
      since: day.nullable(),
      until: day.nullable(),
      reason,
      datums: z.array(id),
    }),
  ),
  undetermined: z.array(z.strictObject({ actor: id, reason })),
})

const state = z.enum([
  'counted',
  'not counted',
  'partly',
  'not reported',
  'not applicable',
  'pending',
  'unknown',
])

const value = z.strictObject({
  indicator: some,
  year,
  reading: some,
  asOf: day,
  n: count.nullable(),
  d: count.nullable(),
  status: z.enum(['known', 'provisional', 'not known', 'no cases']),
  provisionalUntil: day.nullable(),
  reason,
  coverage: z.strictObject({
    level,
    registers: z.array(
      z.strictObject({
        ...{ register: text, level, until: day.nullable(), statedBy: text.nullable() },
        of: z.array(id).optional(),
      }),
    ),
  }),
  reportedAmong: z.strictObject({ n: count, d: count }).nullable(),
  target: z
    .strictObject({ said: reason, state: z.enum(['met', 'not yet', 'missed', 'not known']) })
    .nullable(),
  ruleSha256: sha256,
  sealed: z.array(some),
  members: z.array(
    z.strictObject({ member: some, actor: id, state, inN: count, inD: count, reason, datums: z.array(id) }),
  ),
})

const payload = z.strictObject({
  format: z.literal(format),
  semantics: z.literal(1),
  world,
  banner: words.nullable(),
  instrument,
  treaty: treaty.nullable(),
  otherTreaties: z.array(treaty),
  year,
  asOf: day,
  knownOn: day,
  let: z.record(some, z.json()),
  rules: z.record(some, rule),
  cohorts: z.record(some, cohortForm),
  kinds: z.record(some, kindForm),
  questions: z.array(
    z.strictObject({
      obligation: id,
      id,
      heading: text.nullable(),
      text,
      type: text,
      unit: text.nullable(),
    }),
  ),
  actors: z.array(
    z.strictObject({
      id,
      kind: some,
      names: z.record(language, z.strictObject({ short: text, formal: text.nullable() })),
      unitOf: id.optional(),
    }),
  ),
  coverage: z.array(coverage),
  sources: z.array(
    z.strictObject({
      id: some,
      title: text,
      address: text.nullable(),
      publisher: text.nullable(),
      published: text.nullable(),
    }),
  ),
  datums: z.array(datum),
  reports: z.array(report),
  answers: z.array(answer),
  work: z.strictObject({ kinds: z.record(id, kindForm), facts: z.array(datum) }).optional(),
  cohortLists: z.array(cohortList),
  values: z.array(value),
  publishedFigures: z.array(
    z.strictObject({
      id,
      figure: some,
      title: text,
      indicator: text.nullable(),
      cohort: text.nullable(),
      as: z.enum(['percentage', 'numerator', 'missing']).nullable(),
      number: count,
      unit: text,
      coversYear: year.nullable(),
      statedOn: text.nullable(),
      source: text.nullable(),
      locator: text.nullable(),
      quotation: text.nullable(),
      language: text.nullable(),
    }),
  ),
  parts: z.record(some, sha256),
})

const signature = z.strictObject({
  alg: z.literal('Ed25519'),
  key: text.regex(/^[A-Za-z0-9+/]{43}=$/, 'expected a public key of 32 bytes in base64'),
  sig: text.regex(/^[A-Za-z0-9+/]{86}==$/, 'expected a signature of 64 bytes in base64'),
})

export const releaseForm = z.strictObject({
  payload,
  sha256,
  signatures: z.array(signature).max(100),
  commentary: z
    .array(
      z.strictObject({
        indicator: some.nullable(),
        section: some.nullable(),
        language,
        text: some,
        by: some,
        on: day,
        sha256,
        signatures: z.array(signature).max(100),
      }),
    )
    .max(10_000),
}) as unknown as z.ZodType<Release>
