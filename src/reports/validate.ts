// A report as written, checked: its form, and whether it can be true of the actors, questions and days there are.
import { z } from 'zod'
import { isDay, readDate } from '../facts/edtf.ts'
import { isLanguage, isWebAddress } from '../facts/source.ts'
import type { Issue } from '../problem.ts'
import { type Answer, answerStates, type Report, reportForms } from './report.ts'
import type { RawReport, ReportPath } from './report-file.ts'

/** A question as far as an answer must know it. */
export type AskedQuestion = { id: string; type: string; text?: string; unit?: string | undefined }

/** What can be answered for one obligation: the questions, and headings with the parts that are answered instead. */
export type Asked = {
  questions: ReadonlyMap<string, AskedQuestion>
  headings: ReadonlyMap<string, readonly string[]>
}

export type ReportContext = {
  actors: ReadonlySet<string>
  /** The ids of records that reports can be about. */
  subjects: ReadonlySet<string>
  questionnaires: ReadonlyMap<string, Asked>
  /** The world's today: nothing has been received later. */
  today: string
}

const text = z.string().trim().min(1, 'empty')
const day = z.string().refine(isDay, { error: 'Not a day' })
const language = z.string().refine(isLanguage, { error: 'Not a language tag' })
const optional = <T extends z.ZodType>(type: T) => type.nullish()

const answerForm = z.strictObject({
  question: text,
  state: z.enum(answerStates),
  silence: optional(z.enum(['silent', 'no report'])),
  number: optional(z.number()),
  unit: optional(text),
  text: optional(text),
  evidence: optional(
    z.strictObject({
      page: optional(z.union([text, z.number().int().transform(String)])),
      quotation: optional(text),
      language: optional(language),
    }),
  ),
  codedBy: optional(text),
  confirmedBy: optional(text),
})

const reportForm = z.strictObject({
  format: optional(z.literal('pacta-report/1')),
  actor: text,
  obligation: text,
  coversYear: z.number().int(),
  receivedOn: day,
  version: optional(z.number().int().min(1).max(9999)),
  language: optional(language),
  subject: optional(text),
  document: optional(
    z
      .object({
        title: z.string().optional(),
        form: z.enum(reportForms).optional(),
        pages: z.number().int().min(1).optional(),
        voluntary: z.boolean().optional(),
      })
      .catchall(z.union([z.string(), z.number(), z.boolean()])),
  ),
  source: optional(
    z.strictObject({
      title: text,
      address: optional(z.string().refine(isWebAddress, { error: 'Not a web address' })),
      publisher: optional(text),
      date: optional(
        z.string().refine((written) => readDate(written) !== undefined, { error: 'Not a date' }),
      ),
    }),
  ),
  answers: z.array(answerForm),
})

/** What the file has at a path, in a few words, for messages. */
const foundAt = (value: unknown, path: ReportPath): string | undefined => {
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined,
    value,
  )
  return found === undefined
    ? undefined
    : typeof found === 'string'
      ? found.slice(0, 80)
      : JSON.stringify(found).slice(0, 80)
}

const expectedWords: Record<string, string> = {
  'Not a day': 'a day such as 2025-04-30',
  'Not a date': 'a date such as 2025-04-30, 2025-04 or 2025',
  'Not a language tag': 'such as en, fr or mn',
  'Not a web address': 'an address beginning with https:// or http://',
}

/** What a reader cannot guess from the place alone. */
const expectedWhereMissing = (path: ReportPath): { expected?: string } =>
  path.join('.') === 'receivedOn'
    ? { expected: 'the day it was received, such as 2025-04-30' }
    : path.at(-1) === 'state'
      ? { expected: `the answer: ${answerStates.join(', ')}; a number stands beside "yes"` }
      : {}

const formIssues = (error: z.ZodError, raw: RawReport): Issue[] =>
  error.issues.flatMap((issue): Issue[] => {
    const path = issue.path as ReportPath
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ ...raw.place([...path, key]), message: `Unknown key "${key}"` }))
    }
    const found = foundAt(raw.value, path)
    const place = raw.place(path)
    if (found === undefined) return [{ ...place, message: 'Missing', ...expectedWhereMissing(path) }]
    if (issue.code === 'invalid_value') {
      return [{ ...place, message: 'Not one of the values', found, expected: issue.values.join(', ') }]
    }
    if (issue.code === 'invalid_type') {
      return [{ ...place, message: 'Not the kind of value asked for', found, expected: issue.expected }]
    }
    return [{ ...place, message: issue.message, found, expected: expectedWords[issue.message] }]
  })

/** An answer as far as it can be read; undefined is what cannot. */
type ReadableAnswer = {
  [key in 'question' | 'state' | 'number' | 'unit' | 'silence']: Answer[key] | undefined
}

/** A report as far as it can be read: one fault must not hide the others. */
export type ReadableReport = {
  [key in 'actor' | 'obligation' | 'coversYear' | 'receivedOn' | 'subject']: Report[key] | undefined
} & { answers: readonly ReadableAnswer[] }

/** What the parts of a report that are well formed say, where the whole is not. */
const readableOf = (value: unknown): ReadableReport => {
  const at = (of: unknown, key: string): unknown =>
    typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[key] : undefined
  const read = <T>(type: z.ZodType<T>, of: unknown, key: string): T | undefined =>
    type.safeParse(at(of, key)).data
  // Left out is null, malformed undefined.
  const readOptional = <T>(type: z.ZodType<T>, of: unknown, key: string): T | null | undefined =>
    at(of, key) == null ? null : read(type, of, key)
  const answers = at(value, 'answers')
  return {
    actor: read(text, value, 'actor'),
    obligation: read(text, value, 'obligation'),
    coversYear: read(reportForm.shape.coversYear, value, 'coversYear'),
    receivedOn: read(day, value, 'receivedOn'),
    subject: readOptional(text, value, 'subject'),
    answers: (Array.isArray(answers) ? answers : []).map((answer) => ({
      question: read(text, answer, 'question'),
      state: read(answerForm.shape.state, answer, 'state'),
      number: readOptional(z.number(), answer, 'number'),
      unit: readOptional(text, answer, 'unit'),
      silence: readOptional(z.enum(['silent', 'no report']), answer, 'silence'),
    })),
  }
}

/** The Mine Ban Convention, the first of the treaties held, entered into force on 1 March 1999. */
const firstYearCovered = 1999

type Note = (path: ReportPath, message: string, more?: { found?: string; expected?: string }) => void

const checkQuestion = (answer: ReadableAnswer, asked: Asked, note: Note): void => {
  if (answer.question === undefined) return
  const question = asked.questions.get(answer.question)
  if (question === undefined) {
    const parts = asked.headings.get(answer.question)
    if (parts === undefined) note(['question'], 'No such question', { found: answer.question })
    else {
      note(['question'], 'The question is answered by its parts', {
        found: answer.question,
        expected: parts.join(', '),
      })
    }
  } else if (answer.number != null && question.type !== 'number') {
    note(['number'], 'This question asks for no number', { found: String(answer.number) })
  } else if (question.type === 'number' && answer.state === 'yes' && answer.number === null) {
    note(['number'], 'This question asks for a number')
  } else if (question.unit !== undefined && answer.unit != null && answer.unit !== question.unit) {
    note(['unit'], 'Another unit than the question asks for', { found: answer.unit, expected: question.unit })
  }
}

const checkAnswer = (answer: ReadableAnswer, note: Note): void => {
  const saysNothing = answer.state === 'not reported' || answer.state === 'not applicable'
  if (saysNothing && answer.number != null) {
    note(['number'], `A number contradicts "${answer.state}"`, { found: String(answer.number) })
  }
  if (answer.silence === 'no report') {
    note(['silence'], 'A report that was received is at most silent', {
      found: 'no report',
      expected: 'silent',
    })
  } else if (answer.silence != null && answer.state !== undefined && answer.state !== 'not reported') {
    note(['silence'], `Silence contradicts "${answer.state}"`, { found: answer.silence })
  }
}

const checkYear = (coversYear: number, receivedOn: string | undefined, note: Note): void => {
  const last = receivedOn?.slice(0, 4)
  const found = String(coversYear)
  if (last !== undefined && coversYear > Number(last)) {
    const expected = `a year up to ${last}`
    note(['coversYear'], 'Covers a year that had not begun when it was received', { found, expected })
  } else if (coversYear < firstYearCovered) {
    const expected = `a year from ${firstYearCovered} to ${last ?? 'that of its receipt'}`
    note(['coversYear'], 'Covers a year before there was anything to report on', { found, expected })
  }
}

const checkMeaning = (report: ReadableReport, context: ReportContext, note: Note): void => {
  if (report.actor !== undefined && !context.actors.has(report.actor)) {
    note(['actor'], 'No such actor', {
      found: report.actor,
      expected: 'the id of an actor held, such as MNG',
    })
  }
  const asked = context.questionnaires.get(report.obligation ?? '')
  if (asked === undefined && report.obligation !== undefined) {
    const expected = [...context.questionnaires.keys()].join(', ')
    note(['obligation'], 'No questionnaire for this obligation', { found: report.obligation, expected })
  }
  if (report.receivedOn !== undefined && report.receivedOn > context.today) {
    note(['receivedOn'], 'Received on a day to come', {
      found: report.receivedOn,
      expected: `${context.today} or earlier`,
    })
  }
  if (report.coversYear !== undefined) checkYear(report.coversYear, report.receivedOn, note)
  if (report.subject != null && !context.subjects.has(report.subject)) {
    note(['subject'], 'The record the report is about is not held', {
      found: report.subject,
      expected: 'the id of a fact held',
    })
  }
  const answered = new Set<string>()
  report.answers.forEach((answer, i) => {
    const noteHere: Note = (path, ...rest) => note(['answers', i, ...path], ...rest)
    if (answer.question !== undefined && answered.has(answer.question)) {
      noteHere(['question'], 'The question is answered twice', { found: answer.question })
    }
    if (answer.question !== undefined) answered.add(answer.question)
    if (asked !== undefined) checkQuestion(answer, asked, noteHere)
    checkAnswer(answer, noteHere)
  })
}

const reportOf = (given: z.output<typeof reportForm>, asked: Asked | undefined): Report => ({
  actor: given.actor,
  obligation: given.obligation,
  coversYear: given.coversYear,
  subject: given.subject ?? null,
  receivedOn: given.receivedOn,
  version: given.version ?? null,
  language: given.language ?? null,
  document: Object.fromEntries(
    Object.entries(given.document ?? {}).filter(([, value]) => value !== undefined),
  ) as Report['document'],
  source: given.source
    ? {
        title: given.source.title,
        address: given.source.address ?? null,
        publisher: given.source.publisher ?? null,
        published: given.source.date ?? null,
      }
    : null,
  answers: given.answers.map((answer) => ({
    question: answer.question,
    state: answer.state,
    silence: answer.silence ?? (answer.state === 'not reported' ? 'silent' : null),
    number: answer.number ?? null,
    unit:
      answer.unit ?? (answer.number == null ? null : (asked?.questions.get(answer.question)?.unit ?? null)),
    text: answer.text ?? null,
    evidence: {
      page: answer.evidence?.page ?? null,
      quotation: answer.evidence?.quotation ?? null,
      language: answer.evidence?.language ?? null,
    },
    codedBy: answer.codedBy ?? null,
    confirmedBy: answer.confirmedBy ?? null,
  })),
})

/**
 * The report, with every issue of it by path or cell: keys unknown or missing, values of another type, an actor,
 * question or record that is not held, a question answered twice, numbers and silences that contradict the state,
 * days to come. Where the form itself is wrong there is no `report`, only what of it is `readable`; that is checked
 * all the same.
 */
export const checkReport = (
  raw: RawReport,
  context: ReportContext,
): { issues: Issue[] } & ({ report: Report } | { readable: ReadableReport }) => {
  const read = reportForm.safeParse(raw.value)
  const issues = read.success ? [] : formIssues(read.error, raw)
  const note: Note = (path, message, more) => issues.push({ ...raw.place(path), message, ...more })
  if (!read.success) {
    const readable = readableOf(raw.value)
    checkMeaning(readable, context, note)
    return { readable, issues }
  }
  const report = reportOf(read.data, context.questionnaires.get(read.data.obligation))
  checkMeaning(report, context, note)
  return { report, issues }
}
