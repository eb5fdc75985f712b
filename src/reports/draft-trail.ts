// What the audit trail says of a report on its way: every text typed and overwritten, so that none is ever lost.
import type { TouchedThing } from '../db/chain.ts'
import { thingKey } from '../db/thing-key.ts'
import type { DraftContent, ReportDraft, Typed } from './draft.ts'

/** All that is typed, by the path of its field. */
const typedIn = (content: DraftContent): Typed => ({
  ...Object.fromEntries(Object.entries(content.document).map(([field, text]) => [`document.${field}`, text])),
  ...Object.fromEntries(
    Object.entries(content.answers).flatMap(([question, fields]) =>
      Object.entries(fields).map(([field, text]) => [`answers.${question}.${field}`, text]),
    ),
  ),
})

/** A draft as a whole, for its beginning and its end. */
export const wholeDraft = ({
  actor,
  obligation,
  coversYear,
  subject,
  startedFrom,
  owner,
  revision,
  content,
}: Pick<
  ReportDraft,
  'actor' | 'obligation' | 'coversYear' | 'subject' | 'startedFrom' | 'owner' | 'revision' | 'content'
>) => ({ actor, obligation, coversYear, subject, startedFrom, owner, revision, content })

/** What a save changed: of each field that differs the text before and after; and which sections it was. */
export const draftSaved = (draft: ReportDraft, content: DraftContent): TouchedThing => {
  const [was, is] = [typedIn(draft.content), typedIn(content)]
  const differing = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((path) => (was[path] ?? '') !== (is[path] ?? ''))
    .sort()
  const sections = Object.keys(content.sections).filter(
    (id) => content.sections[id]?.revision !== draft.content.sections[id]?.revision,
  )
  const texts = (of: Typed) => Object.fromEntries(differing.map((path) => [path, of[path] ?? '']))
  return {
    thing: thingKey.reportDraft(draft.draftId),
    before: { revision: draft.revision, fields: texts(was) },
    after: {
      revision: draft.revision + 1,
      sections: Object.fromEntries(
        sections.map((id) => [id, { finished: content.sections[id]!.finished === true }]),
      ),
      fields: texts(is),
    },
  }
}
