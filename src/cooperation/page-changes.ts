// A page as it was frozen beside the page as it would be made today: what of the register changed since.
import { canonicalText } from '../formats/canonical.ts'
import type { FactOnPage, PageContent, SourceOnPage } from './page.ts'

/** How the facts of a page as it was frozen differ from those of the register now. */
export type PageChanges = {
  /** Ids of facts that say something else now, with what they are now. */
  corrected: { id: string; now: FactOnPage }[]
  /** Ids of facts that are no longer held. */
  gone: string[]
  /** Facts that a page made today would tell beside them. */
  added: FactOnPage[]
  /** Whether the words of its sections are others now. */
  isReworded: boolean
}

/** What a fact says and where it was read; under which number it stands is no matter. */
const saidBy = (
  { source, datumId: _, alsoCalled: __, ...fact }: FactOnPage,
  sources: readonly SourceOnPage[],
): string => {
  const { number: ___, ...read } = sources.find(({ number }) => number === source) ?? { number: 0 }
  return canonicalText([fact, read])
}

const wordsIn = ({ sections }: PageContent): string =>
  canonicalText(sections.map(({ title, written }) => [title, written]))

/** What changed in the register since a page was frozen. `now`: the page as it would be made today. */
export const changesSince = (frozen: PageContent, now: PageContent): PageChanges => {
  const current = new Map(now.facts.map((fact) => [fact.id, fact]))
  const before = new Set(frozen.facts.map(({ id }) => id))
  return {
    corrected: frozen.facts.flatMap((fact) => {
      const one = current.get(fact.id)
      return one === undefined || saidBy(one, now.sources) === saidBy(fact, frozen.sources)
        ? []
        : [{ id: fact.id, now: one }]
    }),
    gone: frozen.facts.filter(({ id }) => !current.has(id)).map(({ id }) => id),
    added: now.facts.filter(({ id }) => !before.has(id)),
    isReworded: frozen.isWritten !== now.isWritten || wordsIn(frozen) !== wordsIn(now),
  }
}
