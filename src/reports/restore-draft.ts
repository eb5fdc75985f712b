// An earlier state of a report on its way comes back: texts that a save overwrote, as a new revision; or a draft that was
// discarded, as it was. Nothing is taken out of the trail for it.
import { withdrawWoken } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { findTouching, listTouching } from '../db/history-store.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { problem } from '../problem.ts'
import { decidableDraft } from './decide-draft.ts'
import type { DraftContent, ReportDraft, Typed } from './draft.ts'
import { findDraft, insertDraft, lockDraft, updateDraft } from './draft-store.ts'
import { draftSaved, wholeDraft } from './draft-trail.ts'

export type RestoredDraft = {
  /** `changed meanwhile`: someone saved it since its history was looked at, and nothing was kept. */
  outcome: 'restored' | 'changed meanwhile' | 'submitted already'
  draft: ReportDraft
}

const lost = () => problem('not-found', 'Nothing of that place in the trail can be brought back.')

/** The content with these texts in their fields, by path, and these sections changed; an empty text empties its field. */
export const withTexts = (
  content: DraftContent,
  texts: Typed,
  { sections, revision }: { sections: readonly string[]; revision: number },
): DraftContent => {
  const document: Record<string, string> = { ...content.document }
  const answers: Record<string, Record<string, string>> = structuredClone(content.answers) as Record<
    string,
    Record<string, string>
  >
  for (const [path, text] of Object.entries(texts)) {
    const [at, second = '', third = ''] = path.split('.')
    if (at === 'document') document[second] = text
    else answers[second] = { ...answers[second], [third]: text }
  }
  const isBlank = (one: Record<string, string>) => Object.values(one).every((text) => text.trim() === '')
  return {
    document,
    answers: Object.fromEntries(Object.entries(answers).filter(([, one]) => !isBlank(one))),
    sections: {
      ...content.sections,
      // Whoever finished one of them looks at it again.
      ...Object.fromEntries(
        sections.map((id) => [id, { ...content.sections[id], revision, finished: false }]),
      ),
    },
  }
}

/**
 * Brings back the texts that the save at `seq` of the trail overwrote, as the next revision of the draft as it was at
 * `revision`. Throws `not-found` where there is no such draft or save.
 */
export const restoreTexts = (
  db: Db,
  draftId: string,
  { seq, revision, agent }: { seq: number; revision: number; agent: string },
): Promise<RestoredDraft> =>
  inTransaction(db, async (trx): Promise<RestoredDraft> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw lost()
    if (draft.submittedReport !== null) return { outcome: 'submitted already', draft }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    const saved = await findTouching(trx, thingKey.reportDraft(draftId), seq)
    const texts = (saved?.before as { fields?: Typed } | null)?.fields
    if (texts === undefined) throw lost()
    const { sections = {} } = (saved?.after ?? {}) as { sections?: Record<string, unknown> }
    const content = withTexts(draft.content, texts, {
      sections: Object.keys(sections),
      revision: draft.revision + 1,
    })
    await updateDraft(trx, draft, content, agent)
    await recordEvent(trx, {
      agent,
      action: 'draft-restored',
      subject: draftId,
      detail: { changes: [], from: seq },
      things: [draftSaved(draft, content)],
    })
    const restored = (await findDraft(trx, draftId))!
    await withdrawWoken(trx, decidableDraft(restored), agent)
    return { outcome: 'restored', draft: restored }
  })

/** What was discarded of a draft, as the trail keeps it; undefined where it was not discarded, or came back. */
export const findDiscarded = async (
  db: Db,
  draftId: string,
): Promise<ReturnType<typeof wholeDraft> | undefined> => {
  const [last] = await listTouching(db, thingKey.reportDraft(draftId), { until: null, limit: 1 })
  return last?.action === 'draft-discarded' ? (last.before as ReturnType<typeof wholeDraft>) : undefined
}

/** Brings a discarded draft back as it was, as its next revision. Throws `not-found` where nothing of it is kept. */
export const restoreDiscarded = (db: Db, draftId: string, agent: string): Promise<RestoredDraft> =>
  inTransaction(db, async (trx): Promise<RestoredDraft> => {
    const held = await lockDraft(trx, draftId)
    // Sent twice: it is back.
    if (held !== undefined) return { outcome: 'restored', draft: held }
    const kept = await findDiscarded(trx, draftId)
    if (kept === undefined) throw lost()
    const { revision, ...rest } = kept
    await insertDraft(trx, { draftId, ...rest, owner: rest.owner ?? null, startedBy: agent })
    // Its revisions go on from where they were: a form of before must not fit by chance.
    await updateDraft(trx, { draftId, ...rest, revision: 0 }, rest.content, agent, revision + 1)
    const draft = (await findDraft(trx, draftId))!
    await recordEvent(trx, {
      agent,
      action: 'draft-restored',
      subject: draftId,
      detail: { changes: [] },
      things: [{ thing: thingKey.reportDraft(draftId), before: null, after: wholeDraft(draft) }],
    })
    await withdrawWoken(trx, decidableDraft(draft), agent)
    return { outcome: 'restored', draft }
  })
