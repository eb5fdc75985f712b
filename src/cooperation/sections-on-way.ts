// Sections of a page that are facts on their way: what the page would say with them, before anybody published them.
import type { Db } from '../db/store.ts'
import { checkRow } from '../facts/check-row.ts'
import type { Datum } from '../facts/datum.ts'
import { readDatumFile } from '../facts/datum-file.ts'
import type { FactDraft } from '../facts/fact-draft.ts'
import { listActorDrafts } from '../facts/fact-draft-store.ts'
import type { Kinds } from '../facts/kind.ts'
import { fileOfFact } from '../facts/typed-fact.ts'

/** The kind whose facts are sections that an office wrote. */
export const sectionKind = 'page-section'

/** A section on its way as a page was frozen with it. */
export type SectionOnItsWay = { draftId: string /** Digest of what it said. */; sha256: string }

export const isSection = ({ kind, content, publishedDatum }: FactDraft): boolean =>
  kind === sectionKind && publishedDatum === null && (content.tier?.trim() || 'public') === 'public'

/** The sections of an actor's page that are on their way and for everyone, in the order in which they were begun. */
export const listSectionDrafts = async (db: Db, actor: string): Promise<FactDraft[]> =>
  (await listActorDrafts(db, actor)).filter(isSection)

/** What a section on its way takes the place of, or takes away; undefined for a new one. */
export const replacedBy = ({ content }: Pick<FactDraft, 'content'>): string | undefined =>
  content.supersedes?.trim() || content.retracts?.trim() || undefined

/** A section on its way as the fact it would be today, beside those of its actor that are held. */
const asDatum = (draft: FactDraft, held: readonly Datum[], kinds: Kinds, today: string): Datum[] => {
  const [row] = readDatumFile(fileOfFact(draft.content), kinds).rows
  if (row === undefined) return []
  const context = { kinds, actors: new Set([draft.actor]), today, sourced: false }
  const { place: _, ...said } = checkRow(row, context).draft
  const heldAs = (id: string | null): string | null =>
    held.find(({ kind, externalId, datumId }) => kind === sectionKind && (externalId ?? datumId) === id)
      ?.datumId ?? null
  return [
    {
      ...said,
      knownFrom: today,
      supersedes: heldAs(said.supersedes),
      retracts: heldAs(said.retracts),
      // Behind those held, as it will be once it is published; among each other in the order they were begun.
      datumId: `on-its-way:${draft.draftId}`,
      recordedAt: '',
      entered: false,
    },
  ]
}

/** The facts of an actor with its sections on their way among them. */
export const withSections = (
  held: readonly Datum[],
  drafts: readonly FactDraft[],
  kinds: Kinds,
  today: string,
): Datum[] => [...held, ...drafts.flatMap((draft) => asDatum(draft, held, kinds, today))]
