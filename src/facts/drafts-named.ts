// A fact on its way may name another of the same actor that was begun before it: a body, its meeting and what was decided there
// are entered in one go. It is published after what it names, or together with it.
import { checkRow } from './check-row.ts'
import type { Datum, DatumDraft } from './datum.ts'
import { readDatumFile } from './datum-file.ts'
import type { FactDraft } from './fact-draft.ts'
import type { Kinds } from './kind.ts'
import { refKinds, refsOf } from './ref.ts'
import { fileOfFact } from './typed-fact.ts'

/** Whether others may name it: what takes the place of a fact, or takes it away, is named by that fact's own id. */
const isNew = ({ content }: FactDraft): boolean => !content.supersedes?.trim() && !content.retracts?.trim()

/** The fact that a draft would be, as far as it can be read; undefined for what nobody could name. */
export const factOnItsWay = (draft: FactDraft, kinds: Kinds, today: string): DatumDraft | undefined => {
  if (!isNew(draft) || !Object.hasOwn(kinds, draft.kind)) return undefined
  const [row] = readDatumFile(fileOfFact(draft.content), kinds).rows
  if (row === undefined || row.get('id') === '') return undefined
  const context = { kinds, actors: new Set([draft.actor]), today, sourced: false }
  const read = checkRow(row, context).draft
  // Named from today on, whatever was typed of since when it is known.
  return { ...read, knownFrom: read.knownFrom <= today && read.knownFrom !== '' ? read.knownFrom : today }
}

/** The same beside facts that are held. */
export const datumOnItsWay = (fact: DatumDraft): Datum => {
  const { place: _, ...said } = fact
  return {
    ...{ ...said, supersedes: null, retracts: null, recordedAt: '', entered: false },
    datumId: `on-its-way:${fact.actor}/${fact.kind}/${fact.externalId}`,
  }
}

/** By which field a draft names another; undefined where it does not. */
const namingOf = (draft: FactDraft, kinds: Kinds): ((other: FactDraft) => string | undefined) => {
  const spec = kinds[draft.kind]
  const [row] = readDatumFile(fileOfFact(draft.content), kinds).rows
  if (spec === undefined || row === undefined) return () => undefined
  const context = { kinds, actors: new Set([draft.actor]), today: '9999-12-31', sourced: false }
  const refs = refsOf(spec, checkRow(row, context).draft.body)
  return (other) => {
    const id = other.content.id?.trim() ?? ''
    const names = [id, `${other.actor}/${id}`]
    return refs.find((ref) => refKinds(ref.to).includes(other.kind) && names.includes(ref.id))?.field
  }
}

export type NamedDraft = { named: FactDraft; field: string }

/** Those of `drafts`, of one actor, that a draft names and that were begun before it, each with the field that does. */
export const draftsNamedBy = (draft: FactDraft, drafts: readonly FactDraft[], kinds: Kinds): NamedDraft[] => {
  const before = drafts.filter((one) => one.draftId < draft.draftId && isNew(one))
  if (before.length === 0) return []
  const fieldNaming = namingOf(draft, kinds)
  return before.flatMap((named) => {
    const field = fieldNaming(named)
    return field === undefined ? [] : [{ named, field: `body.${field}` }]
  })
}

/** Those of `drafts`, of one actor, that name a draft and were begun after it. */
export const draftsNaming = (draft: FactDraft, drafts: readonly FactDraft[], kinds: Kinds): FactDraft[] =>
  isNew(draft)
    ? drafts.filter((one) => draft.draftId < one.draftId && namingOf(one, kinds)(draft) !== undefined)
    : []

/** Those of `drafts`, of one actor, that stand before the draft of a form, by its id: all where it is none yet. */
export const draftsBefore = (id: string, drafts: readonly FactDraft[]): FactDraft[] => {
  const own = drafts.find(({ content }) => content.id?.trim() === id)
  return drafts.filter((one) => isNew(one) && (own === undefined || one.draftId < own.draftId))
}
