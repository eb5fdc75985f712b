// The sections that an office wrote: their words in each language, what they show, and what is wrong with them.
import type { Datum } from '../facts/datum.ts'
import { factsNamed, paragraphsOf, typedFigures } from '../facts/prose.ts'
import { isLanguage } from '../facts/source.ts'
import { type Held, lastingIds, listOf, textOf } from './held.ts'
import type { PageFault, SectionOnPage, Words } from './page.ts'
import { type Placed, paragraphsTold } from './sections.ts'

/** Sections in the order their office gave them; those without one come last. */
export const byOrder = (a: Datum, b: Datum): number => {
  const [first, second] = [a, b].map(({ body }) => (typeof body.order === 'number' ? body.order : Infinity))
  return first! === second! ? (a.datumId < b.datumId ? -1 : 1) : first! - second!
}

/** Every paragraph of a section in each language it is written in, side by side by their order. */
const writtenIn = (section: Datum, ownLanguage: string | null): Words[] => {
  const english = paragraphsOf(textOf(section, 'text') ?? '')
  const own = ownLanguage === null ? [] : paragraphsOf(textOf(section, 'ownText') ?? '')
  return Array.from({ length: Math.max(english.length, own.length) }, (_, i) => ({
    ...(english[i] ? { en: english[i] } : {}),
    ...(ownLanguage !== null && own[i] ? { [ownLanguage]: own[i] } : {}),
  })).filter((words) => Object.keys(words).length > 0)
}

const shownBy = (
  section: Datum,
  facts: readonly Placed[],
  lasting: ReadonlyMap<string, string>,
): Placed[] => [
  ...new Set(
    listOf(section, 'shows').flatMap((named) =>
      facts.filter(
        (fact) => fact.id === lasting.get(named) || fact.kind === named || `topic:${fact.topic}` === named,
      ),
    ),
  ),
]

/** In which language a section is written beside English; null where that is not known. */
const languageOf = (section: Datum, official: string | null): string | null => {
  const own = textOf(section, 'ownLanguage')
  if (own === null) return official
  return isLanguage(own) && own !== 'en' ? own : null
}

/** A section as it stands on the page: its paragraphs side by side, and what it shows below them. */
export const sectionWritten = (
  section: Datum,
  facts: readonly Placed[],
  given: { name: Words; official: string | null; lasting: ReadonlyMap<string, string> },
): SectionOnPage => {
  const { name, official, lasting } = given
  const language = languageOf(section, official)
  const ownTitle = textOf(section, 'ownTitle')
  return {
    id: section.externalId ?? section.datumId,
    title: {
      en: textOf(section, 'title') ?? '',
      ...(ownTitle !== null && language !== null ? { [language]: ownTitle } : {}),
    },
    written: writtenIn(section, language),
    told: paragraphsTold(shownBy(section, facts, lasting), name),
  }
}

/** The languages in which an office wrote something of a section. */
export const languagesIn = ({ written }: SectionOnPage): string[] =>
  written.flatMap((words) => Object.keys(words))

/** What keeps sections from being published: facts that are not there, figures typed by hand, a language nobody said. */
export const faultsOf = (sections: readonly Datum[], held: Held, official: string | null): PageFault[] => {
  const ids = lastingIds(held)
  const groups = new Set(held.facts.flatMap(({ engagement: { kind, topic } }) => [kind, `topic:${topic}`]))
  return sections.flatMap((section) => {
    const title = textOf(section, 'title') ?? section.datumId
    const words = ['text', 'ownText', 'title', 'ownTitle'].map((field) => textOf(section, field) ?? '')
    const fault = (kind: PageFault['fault']) => (found: string) => ({ section: title, fault: kind, found })
    const hasOwn = textOf(section, 'ownText') !== null || textOf(section, 'ownTitle') !== null
    return [
      ...words
        .flatMap(factsNamed)
        .filter((id) => !ids.has(id))
        .map(fault('fact')),
      ...listOf(section, 'shows')
        .filter((one) => !ids.has(one) && !groups.has(one))
        .map(fault('fact')),
      ...words.flatMap(typedFigures).map(fault('figure')),
      ...(hasOwn && languageOf(section, official) === null ? [fault('language')('ownText')] : []),
    ]
  })
}
