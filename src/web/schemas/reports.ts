// The shapes of what the pages of reports give as data.
import { z } from '@hono/zod-openapi'
import type { Answer } from '../../reports/report.ts'
import type { QuestionAsked, ReceiptShown, ReportingPage, ReportOpened } from '../data/reports.ts'
import { inWorld, maybeNumber, maybeText, sourceSchema, submittedSchema, text } from './parts.ts'

export const receiptSchema = z
  .object({
    actor: text,
    name: text,
    state: z.enum(['received', 'missing', 'not yet due', 'not known']),
    dueOn: maybeText.openapi({ description: 'null: the report was not owed' }),
    derivation: maybeText,
    firstReceivedOn: maybeText,
    isLate: z.boolean().nullable(),
    report: maybeText.openapi({ description: 'Name of the version in force' }),
    version: maybeNumber,
    receivedOn: maybeText,
    versions: z.number(),
    language: maybeText,
    subject: maybeText.openapi({ description: 'The record it is about' }),
    voluntary: z.boolean(),
    entered: z.boolean().openapi({ description: 'Entered here, not received' }),
    submitted: submittedSchema,
  })
  .openapi('Receipt') satisfies z.ZodType<ReceiptShown>

const reportingFields = z.object({
  obligation: text,
  title: text,
  year: z.number().openapi({ description: 'The cycle: the year in which reports fall due' }),
  coversYear: z.number(),
  asOf: text,
  duty: z.object({ article: text, words: text, source: text }).nullable(),
  register: z.object({
    level: z.enum(['complete', 'partial', 'none']),
    until: maybeText,
    statedBy: maybeText,
  }),
  count: z.object({
    due: z.number(),
    received: maybeNumber.openapi({ description: 'null: of one State at least it is not known' }),
    late: z.number(),
    missing: z.number(),
    notKnown: z.number(),
    notYetDue: z.number(),
    others: z.number(),
  }),
  receipts: z.array(receiptSchema),
  readBy: z.array(text),
}) satisfies z.ZodType<ReportingPage>
export const reportingSchema = reportingFields.extend(inWorld).openapi('Reporting')

const answer = z
  .object({
    question: text,
    state: z.enum(['yes', 'partly', 'no', 'not reported', 'not applicable']),
    silence: z.enum(['no report', 'silent']).nullable(),
    number: maybeNumber,
    unit: maybeText,
    text: maybeText,
    evidence: z.object({ page: maybeText, quotation: maybeText, language: maybeText }),
    codedBy: maybeText,
    confirmedBy: maybeText,
  })
  .openapi('Answer') satisfies z.ZodType<Answer>

const question: z.ZodType<QuestionAsked> = z
  .object({
    id: text,
    text,
    help: maybeText,
    unit: maybeText,
    form: maybeText,
    answer: answer.nullable().openapi({ description: 'null: the report says nothing on it' }),
    readBy: z.array(text),
    get parts() {
      return z.array(question)
    },
  })
  .openapi('Question')

const part = z.enum([
  'state',
  'number',
  'unit',
  'text',
  'page',
  'quotation',
  'language',
  'codedBy',
  'confirmedBy',
])

const reportFields = z.object({
  name: text,
  actor: text,
  actorName: text,
  obligation: text,
  title: text,
  coversYear: z.number(),
  year: z.number(),
  subject: maybeText,
  version: z.number(),
  receivedOn: text,
  dueOn: maybeText,
  isLate: z.boolean().nullable(),
  current: z.boolean(),
  entered: z.boolean(),
  submitted: submittedSchema,
  language: maybeText,
  document: z.record(text, z.union([z.string(), z.number(), z.boolean()])),
  source: sourceSchema.nullable(),
  versions: z.array(z.object({ name: text, version: z.number(), receivedOn: text, current: z.boolean() })),
  groups: z.array(z.object({ id: text, title: text, form: maybeText, questions: z.array(question) })),
  otherAnswers: z.array(answer),
  changes: z
    .object({
      since: z.number(),
      changes: z.array(
        z.object({
          question: text,
          kind: z.enum(['added', 'changed', 'removed']),
          earlier: answer.nullable(),
          later: answer.nullable(),
          parts: z.array(part),
        }),
      ),
    })
    .nullable(),
  readBy: z.array(text),
}) satisfies z.ZodType<ReportOpened>
export const reportSchema = reportFields.extend(inWorld).openapi('Report')
