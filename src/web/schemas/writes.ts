// The shapes of what programs send, and what they are answered; the fields are those of the forms.
import { z } from '@hono/zod-openapi'
import type { answerFields, documentFields } from '../../reports/draft.ts'
import { sectionStates } from '../../reports/draft-sections.ts'
import { revisionField } from '../write.ts'
import { text } from './parts.ts'

/** As a form's field takes it: text as typed, or a number or truth value that is written out. */
const typed = z.union([z.string(), z.number(), z.boolean(), z.null()])

const said = (description: string) => typed.optional().openapi({ description })

/** A text that has to be sent. */
export const needed = (description: string) => z.string().openapi({ description })
/** A text that may be left out. */
export const optional = (description: string) => z.string().optional().openapi({ description })

export const revisionGiven = z.int().openapi({ description: 'The revision after this' })

export const beginFields = z
  .object({
    actor: needed('Id of the State, or of whoever else reports'),
    obligation: needed('Id of the duty to report, such as article-7'),
    coversYear: z
      .union([z.int(), z.string()])
      .openapi({ description: 'The calendar year the report covers' }),
    subject: optional('Id of the record the report is about, where it is about one'),
    startedFrom: optional('Id of a version held whose answers it begins with; without it an empty report'),
    draftId: optional('A UUID of your own: the same sent again begins nothing twice'),
    seen: optional(
      'Ids of the drafts and versions known, parted by spaces: others there are by now are answered with 409',
    ),
  })
  .openapi('BeginReport')

const documentMeanings: Record<(typeof documentFields)[number], string> = {
  receivedOn: 'The day it was received (YYYY-MM-DD)',
  title: 'Its title',
  language: 'Its language (BCP 47)',
  form: 'The form it was made on: guide-to-reporting, forms or cover-page; empty: not said',
  pages: 'How many pages it has',
  voluntary: 'Whether it was made without being owed: yes or no; empty: not said',
  sourceTitle: 'Where it was read: the title of the source',
  sourceAddress: 'The web address of the source',
  sourcePublisher: 'Who published the source',
  sourceDate: 'The source’s own date, as precise as it gives it',
}

const answerMeanings: Record<(typeof answerFields)[number], string> = {
  state: 'yes, partly, no or not applicable; empty: left open',
  number: 'The number the question asks for, in digits',
  unit: 'Its unit, where the question has none of its own',
  text: 'A remark',
  page: 'The page of the report it is read on',
  quotation: 'The words it rests on, verbatim',
  language: 'The language of these words (BCP 47)',
  codedBy: 'Who read it out of the report',
  confirmedBy: 'Who read it once more',
}

const shapeOf = <K extends string>(meanings: Record<K, string>) =>
  Object.fromEntries(
    Object.entries<string>(meanings).map(([name, meaning]) => [name, said(meaning)]),
  ) as Record<K, ReturnType<typeof said>>

export const sectionFields = z
  .object({
    revision: revisionField,
    finished: z.boolean().optional().openapi({ description: 'Whether its author has finished with it' }),
    document: z
      .object(shapeOf(documentMeanings))
      .optional()
      .openapi({ description: 'In the section "document": about the report itself' }),
    answers: z
      .record(z.string(), z.object(shapeOf(answerMeanings)))
      .optional()
      .openapi({ description: 'In the other sections: answers by the id of their question' }),
  })
  .openapi('SaveSection', { description: 'What is not sent stays as it is; an empty text empties its field' })

const issue = z.object({
  path: text.optional().openapi({ description: 'Name of the field' }),
  message: text,
})

export const sectionGives = {
  revision: revisionGiven,
  state: z.enum(sectionStates).openapi({ description: 'Where the section stands' }),
  issues: z.array(issue).optional().openapi({
    description: 'What is still wrong in it: kept all the same, and to be mended before submitting',
  }),
}

export const submitGives = {
  report: text.optional().openapi({ description: 'Address of the version it became' }),
  version: z.int().openapi({ description: 'Its number among the versions of this report' }),
}

export const workbookGives = {
  revision: z.int().openapi({ description: 'The revision of the draft it was compared with' }),
  typed: z.record(z.string(), z.string()).openapi({
    description: 'Every field that the workbook speaks to; to be sent to the address of filling',
  }),
  changes: z
    .array(z.looseObject({ section: text, about: text }))
    .openapi({ description: 'What it would change: kept, and what the workbook says' }),
  cautions: z
    .array(z.looseObject({ message: text }))
    .openapi({ description: 'What is no mistake and may still be an oversight' }),
}

export const fillFields = z
  .object({
    revision: revisionField,
    typed: z
      .record(z.string(), typed)
      .openapi({ description: 'The fields, as reading the workbook gave them' }),
  })
  .openapi('FillFromWorkbook')

export const revisionFields = z.object({ revision: revisionField }).openapi('AtRevision')

export const freezeFields = z
  .object({
    plan: needed('Id of the plan, as the list of plans gives it'),
    year: z.int().openapi({ description: 'The year whose figures are frozen' }),
  })
  .openapi('FreezeFigures')

export const freezeGives = {
  id: text.openapi({ description: 'Name of the release' }),
  outcome: z
    .enum(['stored', 'unchanged'])
    .openapi({ description: 'unchanged: the very same figures were frozen before' }),
}

export const commentFields = z
  .object({
    indicator: optional('Number of the indicator it is about'),
    section: optional('Heading of the section it is about; without either it is about the whole'),
    text: needed('The comment'),
    by: optional('At the desk: by whom it is, such as the name of a committee. By a person it is theirs'),
    on: optional('At the desk: its day (YYYY-MM-DD). By a person it is today'),
    language: optional('Its language (BCP 47); without it English'),
  })
  .openapi('AddComment')

export const factFieldsSent = z
  .object({
    step: z.enum(['check', 'save', 'keep', 'ask']).optional().openapi({
      description:
        'check: only say what is wrong; save or nothing: record it, or, by a person, keep it as a draft; ask: keep it and ask for approval',
    }),
    confirmed: z.enum(['yes']).optional().openapi({
      description:
        'Where something may be an oversight, and is so all the same: the refusal before it says what was asked',
    }),
    id: optional(
      'Its id, entered-… and up to 60 letters, digits and dashes: the same sent again changes nothing',
    ),
    actor: needed('Whom it is about, by id'),
    kind: needed('Kind of fact, as the form lists them'),
    supersedes: optional('Id of the fact it takes the place of'),
    retracts: optional('Id of the fact it withdraws'),
    renews: optional(
      'Id of the older figure it says anew: checked as a form, it says whether it takes the place of that in the list of what has grown old',
    ),
    subject: optional('Id of the record it is about'),
    tier: optional(
      'Whom it is for: public (or nothing), partner or restricted, as far as you see such facts of its actor',
    ),
    date: optional('When it held, as precise as the source gives it (EDTF)'),
    from: optional('The first day it held'),
    until: optional('The first day it no longer held'),
    known_from: optional('Since which day it has been known'),
    source: z
      .object({
        title: optional('Title of the source'),
        address: optional('Its web address'),
        publisher: optional('Who published it'),
        date: optional('Its own date'),
      })
      .optional()
      .openapi({ description: 'Where it is from' }),
    locator: optional('Where in the source it is said'),
    quotation: optional('The words it rests on, verbatim'),
    language: optional('The language of these words (BCP 47)'),
    note: optional('A remark; of a correction or withdrawal, why'),
    body: z
      .record(z.string(), z.union([typed, z.array(z.string())]))
      .optional()
      .openapi({ description: 'The fields of its kind, by name' }),
    draft: optional('Id of the draft it changes'),
    revision: revisionField.optional(),
  })
  .openapi('EnterFact')

export const factGives = {
  fact: text.optional().openapi({ description: 'Id of the fact recorded' }),
  draft: text.optional().openapi({ description: 'Id of the draft it is kept as' }),
  revision: z.int().optional().openapi({ description: 'The revision of the draft' }),
  state: text.optional().openapi({ description: 'Where the draft stands' }),
}

export const restoreFields = z
  .object({
    seq: z
      .int()
      .min(1)
      .openapi({ description: 'The place in the trail of the change whose outcome comes back' }),
    revision: revisionField.optional(),
  })
  .openapi('Restore')

const groupSaid = text.nullable().openapi({ description: 'The heading it stands under; null: none' })

export const recommendationsGive = {
  recommendations: z
    .array(
      z.object({
        ...{ id: text, number: text, group: groupSaid, text, locator: text, language: text.nullable() },
        addressedTo: z.array(text).openapi({ description: 'Whom it asks, as written' }),
        outcome: z
          .enum(['new', 'corrected', 'unchanged'])
          .openapi({ description: 'What it would be against what is held of its number' }),
        actions: z.array(
          z.object({
            ...{ id: text, number: text.nullable(), title: text },
            outcome: z
              .enum(['tied', 'tied already'])
              .openapi({ description: 'Whether the action would take it up, or does so already' }),
          }),
        ),
        shortens: z.boolean().openapi({ description: 'Whether its text would lose words of the one held' }),
        before: z
          .object({
            ...{ group: groupSaid, text, language: text.nullable() },
            differs: z
              .array(z.enum(['text', 'group', 'addressedTo', 'language', 'locator']))
              .openapi({ description: 'In what it differs from what is held' }),
          })
          .nullable()
          .openapi({ description: 'What is held of it, where that is put right' }),
      }),
    )
    .openapi({ description: 'Each with its place, and what it would be: new, corrected or unchanged' }),
  unplaced: z
    .array(z.object({ at: text.openapi({ description: 'Its place in the file' }), text }))
    .openapi({ description: 'Lines that are part of no recommendation, with their place' }),
  leftOut: z.array(text).openapi({ description: 'Columns that were not read' }),
  notInFile: z
    .array(z.object({ id: text, number: text }))
    .openapi({ description: 'Held of the study and not in the file: they stay' }),
  table: text.openapi({ description: 'What was read, as a table; to be sent to the address of taking in' }),
}

export const recommendationsFields = z
  .object({
    table: needed('The recommendations as CSV, as reading the file gave them'),
    name: optional('Name of the file they were read from'),
    source: z
      .object({
        title: optional('Title of the document; without it what the study was taken from'),
        publisher: optional('Its publisher'),
        address: optional('Its web address'),
        date: optional('Its date'),
      })
      .optional(),
    language: optional('Of texts of which no language could be told (BCP 47)'),
    confirmed: z.enum(['yes']).optional().openapi({
      description: 'Texts shorter than those held take their place; without it they are refused',
    }),
  })
  .openapi('TakeInRecommendations')
