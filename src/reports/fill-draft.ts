// A draft filled from a workbook: what would change is said first, then taken in whole, or not at all where somebody
// saved something in between.
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import type { InputFile } from '../facts/datum-file.ts'
import { findActorIds } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { type Issue, problem } from '../problem.ts'
import { answerFields, type DraftContent, type ReportDraft, type Typed } from './draft.ts'
import { differingFields, mergeSection, type Section, typedAt } from './draft-sections.ts'
import { findDraft, lockDraft, updateDraft } from './draft-store.ts'
import { draftSaved } from './draft-trail.ts'
import { askedTyped } from './own-report.ts'
import type { ReportPath } from './report-file.ts'
import { findSubjects } from './store.ts'
import { checkReport } from './validate.ts'
import type { WorkbookContext } from './workbook-gathered.ts'
import { type FilledWorkbook, readFilledWorkbook } from './workbook-read.ts'
import { rawReportOf } from './workbook-report.ts'

/** What a workbook says, as it would be typed, by the path of its field. */
export type WorkbookRead = { typed: Typed; issues: Issue[]; cautions: Issue[] }

/** A question or a field of the document that would change: what is kept of it, and what the workbook says. */
export type DraftChange = {
  section: string
  /** `answers.<question>` or `document.<field>`. */
  about: string
  kept: Typed
  now: Typed
}

/**
 * Every field that a workbook speaks to. An answer is taken whole, so what is left empty beside it is emptied; a
 * question that is left empty, and a field of the document, stays as it is.
 */
const typedOf = (
  { about, document, answers }: FilledWorkbook,
  { questionnaires }: WorkbookContext,
): Typed => {
  const asked = questionnaires.get(about.obligation)?.questions
  const hasUnit = (question: string) => asked?.get(question)?.unit !== undefined
  return Object.fromEntries([
    ...Object.entries(document).map(([field, text]) => [`document.${field}`, text]),
    ...Object.entries(answers).flatMap(([question, typed]) =>
      answerFields
        // The unit of a question is the question's own.
        .filter((field) => field !== 'unit' || typed.unit !== undefined || !hasUnit(question))
        .map((field) => [`answers.${question}.${field}`, typed[field] ?? '']),
    ),
  ])
}

const identity = ['actor', 'obligation', 'coversYear', 'subject'] as const

/** A template of another report is not taken for this one. */
const otherReport = (filled: FilledWorkbook, draft: ReportDraft): Issue[] =>
  identity.flatMap((key) => {
    const [found, expected] = [filled.about[key], String(draft[key] ?? '')]
    return found === expected
      ? []
      : [{ ...filled.placeOf(key), message: 'The workbook belongs to another report', found, expected }]
  })

/** What is not filled in yet may stand in the draft already, or be typed there. */
const isMissingDocument = (path: ReportPath, message: string): boolean =>
  path[0] !== 'answers' && message === 'Missing'

/** Reads a workbook for a draft. Throws as `readFilledWorkbook`. */
export const readForDraft = async (
  db: Db,
  draft: ReportDraft,
  file: InputFile,
  context: WorkbookContext & { today?: string },
): Promise<WorkbookRead> => {
  const filled = readFilledWorkbook(file, context)
  const raw = rawReportOf(filled)
  const checked = checkReport(
    // Paths come back as they are, so that what is only missing can be told apart before it is placed.
    { value: raw.value, place: (path) => ({ path: JSON.stringify(path) }) },
    {
      actors: await findActorIds(db, [filled.about.actor]),
      subjects: await findSubjects(db, filled.about.subject === '' ? [] : [filled.about.subject]),
      questionnaires: context.questionnaires,
      today: context.today ?? (await todayIn(db)),
    },
  )
  const issues = checked.issues.flatMap(({ path, ...issue }): Issue[] => {
    const at = JSON.parse(path ?? '[]') as ReportPath
    return isMissingDocument(at, issue.message) ? [] : [{ ...raw.place(at), ...issue }]
  })
  return {
    typed: askedTyped(draft, typedOf(filled, context)),
    issues: [...filled.issues, ...otherReport(filled, draft), ...issues],
    cautions: filled.cautions,
  }
}

const ownerOf = (path: string): string => path.split('.').slice(0, 2).join('.')

/** What filling the draft would change, in the order of its form. */
export const changesIn = (content: DraftContent, sections: readonly Section[], typed: Typed): DraftChange[] =>
  sections.flatMap((section) => {
    const owners = [...new Set(differingFields(content, section, typed).map(ownerOf))]
    return owners.map((about): DraftChange => {
      const fields = Object.keys(typed).filter((path) => ownerOf(path) === about)
      const named = (text: (path: string) => string): Typed =>
        Object.fromEntries(
          fields.map((path) => [path.split('.').at(-1)!, text(path)]).filter(([, words]) => words !== ''),
        )
      return {
        section: section.id,
        about,
        kept: named((path) => typedAt(content, path)),
        now: named((path) => typed[path] ?? ''),
      }
    })
  })

export type FilledDraft = {
  outcome: 'filled' | 'changed meanwhile' | 'submitted already'
  draft: ReportDraft
}

/**
 * Takes what a workbook says into the draft as it was at `revision`. Sections that change count as not finished. Throws
 * `not-found` where there is no such draft.
 */
export const fillDraft = (
  db: Db,
  draftId: string,
  sections: readonly Section[],
  given: { typed: Typed; revision: number; agent?: string },
): Promise<FilledDraft> =>
  inTransaction(db, async (trx): Promise<FilledDraft> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw problem('not-found', 'There is no such draft.')
    if (draft.submittedReport !== null) return { outcome: 'submitted already', draft }
    const typed = askedTyped(draft, given.typed)
    const changed = sections.filter((one) => differingFields(draft.content, one, typed).length > 0)
    // Sent twice, there is nothing left to change.
    if (changed.length === 0) return { outcome: 'filled', draft }
    if (draft.revision !== given.revision) return { outcome: 'changed meanwhile', draft }
    const { agent = 'pacta' } = given
    const content = changed.reduce<DraftContent>(
      (merged, section) => mergeSection(merged, section, typed, false, draft.revision + 1, agent),
      draft.content,
    )
    await updateDraft(trx, draft, content, agent)
    await recordEvent(trx, {
      agent,
      action: 'draft-saved',
      subject: draftId,
      detail: { changes: [], from: 'a workbook' },
      things: [draftSaved(draft, content)],
    })
    return { outcome: 'filled', draft: (await findDraft(trx, draftId))! }
  })
