// A draft of a page beside the page as it is: section by section, what each said and says, and where it stood and stands. Pure.
import { canonicalText } from '../formats/canonical.ts'
import type { PageContent, SectionOnPage } from './page.ts'

/** A section with its place on the page, from 1. */
export type SectionPlaced = { place: number; section: SectionOnPage }

/** `same`: its words and what it shows are; its place may be another. `gone`: it is no longer on the page. */
export type SectionCompared = {
  is: 'new' | 'changed' | 'same' | 'gone'
  was: SectionPlaced | null
  now: SectionPlaced | null
}

const placedIn = ({ sections }: Pick<PageContent, 'sections'>): SectionPlaced[] =>
  sections.map((section, i) => ({ place: i + 1, section }))

/** What a section says; under which id, which a correction changes, is no matter. */
const saidBy = ({ id: _, ...said }: SectionOnPage): string => canonicalText(said)

/**
 * The sections of `after` in their order, each with what it was in `before`, then those that are gone. `names`: of each section
 * every id it has had, by which one that was corrected is known again.
 */
export const comparePages = (
  before: Pick<PageContent, 'sections'>,
  after: Pick<PageContent, 'sections'>,
  names: readonly (readonly string[])[],
): SectionCompared[] => {
  const firstOf = new Map(names.flatMap((all) => all.map((id) => [id, all[0]!] as const)))
  const keyOf = ({ section: { id } }: SectionPlaced): string => firstOf.get(id) ?? id
  const stood = new Map(placedIn(before).map((one) => [keyOf(one), one]))
  const found = placedIn(after).map((now): SectionCompared => {
    const was = stood.get(keyOf(now)) ?? null
    stood.delete(keyOf(now))
    if (was === null) return { is: 'new', was, now }
    return { is: saidBy(was.section) === saidBy(now.section) ? 'same' : 'changed', was, now }
  })
  return [...found, ...[...stood.values()].map((was): SectionCompared => ({ is: 'gone', was, now: null }))]
}
