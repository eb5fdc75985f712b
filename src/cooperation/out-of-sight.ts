// A frozen page beside what is public now: what it may not be published with, and what is no longer shown of it.
import type { Issue } from '../problem.ts'
import type { PageMade } from './content.ts'
import type { FactOnPage, PageContent } from './page.ts'
import { sectionIdOfFact, sentenceWords } from './sections.ts'

const idsOf = ({ id, alsoCalled }: FactOnPage): string[] => [id, ...alsoCalled]

/** Facts and sections of a frozen page that are no longer held or no longer public, each as a refusal names it. */
export const noLongerPublic = (frozen: PageContent, made: PageMade): Issue[] => {
  const facts = new Set(made.nameable.flatMap(idsOf))
  const sections = new Set(made.sectionNames.flat())
  const goneSections = frozen.isWritten ? frozen.sections.filter(({ id }) => !sections.has(id)) : []
  return [...frozen.facts.filter((fact) => !idsOf(fact).some((id) => facts.has(id))), ...goneSections].map(
    ({ id }) => ({
      path: id,
      message: 'It was withdrawn, or is no longer public, since this draft was frozen',
      expected: 'a new draft, frozen from the register as it is now',
    }),
  )
}

/**
 * A frozen page without the facts and sections that were since taken out of public sight, and how many those are. What only they brought
 * onto it goes with them: the places they were read at, names of other actors, and a heading that is a fact's title.
 */
export const withoutOutOfSight = (
  frozen: PageContent,
  outOfSight: ReadonlySet<string>,
): { content: PageContent; withheld: number } => {
  const isOut = (fact: FactOnPage): boolean => idsOf(fact).some((id) => outOfSight.has(id))
  const gone = frozen.facts.filter(isOut)
  const kept = frozen.isWritten ? frozen.sections.filter(({ id }) => !outOfSight.has(id)) : frozen.sections
  const withheld = gone.length + frozen.sections.length - kept.length
  if (withheld === 0) return { content: frozen, withheld }
  const facts = frozen.facts.filter((fact) => !isOut(fact))
  const goneIds = new Set(gone.flatMap(idsOf))
  const headings = new Set([...goneIds].map(sectionIdOfFact))
  const read = new Set(facts.map(({ source }) => source))
  const named = new Set([
    frozen.actor,
    ...facts.flatMap(({ actor, fields }) => [actor, ...Object.values(fields).flat().map(String)]),
  ])
  const content: PageContent = {
    ...frozen,
    names: Object.fromEntries(Object.entries(frozen.names).filter(([id]) => named.has(id))),
    sections: kept.map((section) => ({
      ...section,
      title:
        !frozen.isWritten && headings.has(section.id) ? (sentenceWords().topics.other ?? {}) : section.title,
      told: section.told
        .map((paragraph) =>
          paragraph
            .map((told) => ({ ...told, facts: told.facts.filter((id) => !goneIds.has(id)) }))
            .filter(({ facts: left, more }) => left.length > 0 || more > 0),
        )
        .filter((paragraph) => paragraph.length > 0),
    })),
    facts,
    sources: frozen.sources.filter(({ number }) => read.has(number)),
  }
  return { content, withheld }
}
