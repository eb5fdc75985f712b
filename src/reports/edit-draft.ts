// A draft begun, and one section of it saved. Two people may have the same section before them: the later save is
// refused, and what its author typed goes back to him beside what is kept.
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, uuidv7 } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import type { FieldIssue } from '../facts/kind.ts'
import { findActorIds } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import { contentOf, emptyContent, type ReportDraft, type Typed } from './draft.ts'
import { differingFields, mergeSection, type Section } from './draft-sections.ts'
import { findDraft, insertDraft, lockDraft, updateDraft } from './draft-store.ts'
import { draftSaved, wholeDraft } from './draft-trail.ts'
import { askedContent, askedTyped } from './own-report.ts'
import { findSubjects, listAnswers, listReportVersions } from './store.ts'
import { checkReport, type ReportContext } from './validate.ts'

/** What a draft is about, as typed. */
export type DraftAsked = { actor: string; obligation: string; coversYear: string; subject: string }

export type DraftIdentity = Pick<ReportDraft, 'actor' | 'obligation' | 'coversYear' | 'subject'>

export type EditOptions = Pick<ReportContext, 'questionnaires'> & { today?: string }

const identityFields = ['actor', 'obligation', 'coversYear', 'subject']

/** What a new draft would be about, with what is wrong with it by field. */
export const checkIdentity = async (
  db: Db,
  asked: DraftAsked,
  options: EditOptions,
): Promise<{ identity: DraftIdentity; issues: FieldIssue[] }> => {
  const today = options.today ?? (await todayIn(db))
  const trimmed = (key: keyof DraftAsked) => asked[key].trim()
  const year = trimmed('coversYear')
  const subject = trimmed('subject') || null
  const value = {
    ...(trimmed('actor') === '' ? {} : { actor: trimmed('actor') }),
    ...(trimmed('obligation') === '' ? {} : { obligation: trimmed('obligation') }),
    ...(year === '' ? {} : { coversYear: /^\d{4}$/.test(year) ? Number(year) : year }),
    subject,
    // Only the year covered is compared with it here; the day of receipt is asked in the form.
    receivedOn: today,
    answers: [],
  }
  const { issues } = checkReport(
    { value, place: ([first]) => ({ path: String(first ?? 'report') }) },
    {
      actors: await findActorIds(db, [trimmed('actor')]),
      subjects: await findSubjects(db, subject === null ? [] : [subject]),
      questionnaires: options.questionnaires,
      today,
    },
  )
  return {
    identity: {
      actor: trimmed('actor'),
      obligation: trimmed('obligation'),
      coversYear: Number(year),
      subject,
    },
    issues: issues
      .filter((issue) => identityFields.includes(issue.path ?? ''))
      .map(({ path, message, expected, found }) => ({
        field: path!,
        message,
        ...(expected === undefined ? {} : { expected }),
        ...(found === undefined ? {} : { found }),
      })),
  }
}

/**
 * Begins a draft, empty or with the answers of an earlier version of the same period; `owner`: who makes it. `draftId` is
 * made with the form, so that a form sent twice begins one draft: the second time the first is given back. Throws `input-rejected` where it
 * is about nothing held, `not-found` where the version is not one of the period.
 */
export const beginDraft = (
  db: Db,
  asked: DraftAsked & {
    startedFrom: string | null
    owner?: string | null
    agent?: string
    draftId?: string | undefined
  },
  options: EditOptions,
): Promise<ReportDraft> =>
  inTransaction(db, async (trx) => {
    const { identity, issues } = await checkIdentity(trx, asked, options)
    if (issues.length > 0)
      throw problem(
        'input-rejected',
        'No report can be begun with this.',
        issues.map(({ field, ...issue }) => ({ path: field, ...issue })),
      )
    const { actor, obligation, coversYear, subject } = identity
    const begun = asked.draftId === undefined ? undefined : await findDraft(trx, asked.draftId)
    const isSame = (one: ReportDraft) =>
      one.owner === (asked.owner ?? null) &&
      one.actor === actor &&
      one.obligation === obligation &&
      one.coversYear === coversYear &&
      one.subject === subject
    if (begun !== undefined && isSame(begun)) return begun
    const draftId = asked.draftId === undefined || begun !== undefined ? uuidv7() : asked.draftId
    const versions = await listReportVersions(trx, { actor, obligation, coversYear })
    const from = versions.find((one) => one.reportId === asked.startedFrom && one.subject === subject)
    if (asked.startedFrom !== null && from === undefined)
      throw problem('not-found', 'The version to start from is none of this report.')
    await insertDraft(trx, {
      draftId,
      ...identity,
      startedFrom: from?.reportId ?? null,
      owner: asked.owner ?? null,
      startedBy: asked.agent ?? 'pacta',
      content:
        from === undefined
          ? emptyContent
          : askedContent(
              { owner: asked.owner ?? null },
              contentOf(from, await listAnswers(trx, { reportId: from.reportId })),
            ),
    })
    const draft = (await findDraft(trx, draftId))!
    await recordEvent(trx, {
      agent: asked.agent ?? 'pacta',
      action: 'draft-begun',
      subject: draftId,
      detail: { changes: [] },
      things: [{ thing: thingKey.reportDraft(draftId), before: null, after: wholeDraft(draft) }],
    })
    return draft
  })

export type Saved =
  | { outcome: 'saved'; draft: ReportDraft }
  /** Someone saved the section since it was opened; nothing was kept. `differing`: the fields that are not alike. */
  | { outcome: 'changed meanwhile'; draft: ReportDraft; differing: string[] }
  /** Someone submitted the draft since the section was opened; nothing was kept. */
  | { outcome: 'submitted already'; draft: ReportDraft; differing: string[] }

/**
 * Keeps what was typed into one section, right or wrong. `revision` is the section's that its author had before him
 * (0: not saved yet). Throws `not-found` where there is no such draft.
 */
export const saveSection = (
  db: Db,
  draftId: string,
  section: Section,
  given: { typed: Typed; finished: boolean; revision: number; agent?: string },
): Promise<Saved> =>
  inTransaction(db, async (trx): Promise<Saved> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw problem('not-found', 'There is no such draft.')
    const { content } = draft
    const typed = askedTyped(draft, given.typed)
    const differing = differingFields(content, section, typed)
    if (draft.submittedReport !== null) return { outcome: 'submitted already', draft, differing }
    const kept = content.sections[section.id]
    const isOlder = given.revision !== (kept?.revision ?? 0)
    // Sent twice, or typed alike by two: there is nothing to lose.
    if (isOlder && differing.length > 0) return { outcome: 'changed meanwhile', draft, differing }
    const { agent = 'pacta' } = given
    const merged = mergeSection(content, section, typed, given.finished, draft.revision + 1, agent)
    await updateDraft(trx, draft, merged, agent)
    await recordEvent(trx, {
      agent,
      action: 'draft-saved',
      subject: draftId,
      detail: { changes: [], section: section.id },
      things: [draftSaved(draft, merged)],
    })
    return { outcome: 'saved', draft: (await findDraft(trx, draftId))! }
  })
