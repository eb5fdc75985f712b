// The sections of the page, in one language or two side by side: what is written in a language, and plainly what is not.
import { type FactOnPage, factOf, type PageContent, type SectionOnPage } from '../../../cooperation/page.ts'
import { factsNamed } from '../../../facts/prose.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { inColumn, siteIn } from './column.ts'
import { figureLine, figureOf, sentence, type Told, writtenParagraph } from './fact-words.ts'

const factsOf = (content: PageContent, ids: readonly string[]): FactOnPage[] =>
  [...new Set(ids)].flatMap((id) => factOf(content, id) ?? [])

/** Paragraphs of facts, where the words before them are held in the language. */
const toldParagraphs = (site: Site, told: Told, section: SectionOnPage, language: string): Html[] =>
  section.told.flatMap((paragraph) => {
    const sentences = paragraph.flatMap(({ lead, facts, more }) => {
      const words = lead[language]
      const held = factsOf(told.content, facts)
      return words === undefined || held.length === 0
        ? []
        : [sentence(site, told, { lead: words, facts: held, more })]
    })
    return sentences.length === 0
      ? []
      : [html`<p>${sentences.map((one, i) => html`${i === 0 ? nothing : ' '}${one}`)}</p>`]
  })

const quotedIn = (content: PageContent, facts: readonly FactOnPage[], language: string) =>
  content.sources.filter(
    (source) => source.language === language && facts.some((fact) => fact.source === source.number),
  )

/** What stands in a language in which nobody wrote a part: that it is not written, what a source says in it, and the figures. */
const notWritten = (site: Site, told: Told, facts: readonly FactOnPage[], language: string): Html => {
  const { text } = site
  const name = site.format.language(language)
  const quoted = quotedIn(told.content, facts, language)
  const figures = facts.filter((fact) => figureOf(site, fact) !== null)
  const isSaid = told.unwritten.includes(language)
  return html`${isSaid && figures.length === 0 ? nothing : html`<p class="quiet">${isSaid ? nothing : text('cooperation.notWritten', { language: name })}${figures.length === 0 ? nothing : html` ${text('cooperation.notTranslated')}`}</p>`}${
    quoted.length === 0
      ? nothing
      : html`<p class="quiet">${text('cooperation.quoted')}</p>${quoted.map(({ quotation, number }) => html`<blockquote class="quote">${inLanguage(quotation ?? '', language)} <a class="source-mark" href="#source-${String(number)}">[S${String(number)}]</a></blockquote>`)}`
  }${figures.length === 0 ? nothing : html`<ul>${figures.map((fact) => figureLine(site, told, fact))}</ul>`}`
}

/** The place of a section on the page, as the part of its address behind "#". */
export const placeOfSection = ({ id }: SectionOnPage): string =>
  `section-${id.trim().replaceAll(/\s+/g, '-')}`

const row = (cells: readonly Html[]): Html => html`<div class="page-row">${cells}</div>`

const titleRow = (section: SectionOnPage, languages: readonly string[]): Html => {
  const [first = 'en', ...rest] = languages
  const own = section.title[first] === undefined ? 'en' : first
  const shown = section.title[own] ?? Object.values(section.title)[0] ?? ''
  const others = rest.map((language) => {
    const title = section.title[language]
    return inColumn(
      language,
      title === undefined || language === own
        ? nothing
        : html`<p class="page-own-title">${inLanguage(title, language)}</p>`,
      'page-cell',
    )
  })
  return row([
    html`<div class="page-cell"><h2 id="${placeOfSection(section)}">${inLanguage(shown, own)}</h2></div>`,
    ...others,
  ])
}

/** What a section says in one language, part by part; null for a part that is not written in it. */
export const partsIn = (
  site: Site,
  told: Told,
  section: SectionOnPage,
  language: string,
): (Html | null)[] => {
  const column = siteIn(site, language)
  const paragraphs = toldParagraphs(column, told, section, language)
  return [
    ...section.written.map((words) =>
      words[language] === undefined ? null : html`<p>${writtenParagraph(column, told, words[language])}</p>`,
    ),
    ...(section.told.length === 0 ? [] : [paragraphs.length === 0 ? null : html`${paragraphs}`]),
  ]
}

/** The facts of each part of a section. */
const factsOfParts = ({ content }: Told, section: SectionOnPage): FactOnPage[][] => [
  ...section.written.map((words) => factsOf(content, Object.values(words).flatMap(factsNamed))),
  ...(section.told.length === 0
    ? []
    : [
        factsOf(
          content,
          section.told.flat().flatMap(({ facts }) => facts),
        ),
      ]),
]

/**
 * Whether a section says anything in one of the languages: where nothing of the page is written in a language, what a source
 * says in it and the figures are all there is.
 */
export const saysAnything = (
  site: Site,
  told: Told,
  section: SectionOnPage,
  languages: readonly string[],
): boolean =>
  languages.some(
    (language) =>
      !told.unwritten.includes(language) ||
      factsOfParts(told, section)
        .flat()
        .some((fact) => figureOf(site, fact) !== null || quotedIn(told.content, [fact], language).length > 0),
  )

/** A section: its title, then its parts, each in every language of the page side by side. */
export const sectionHtml = (
  site: Site,
  told: Told,
  section: SectionOnPage,
  languages: readonly string[],
): Html => {
  const facts = factsOfParts(told, section)
  const byLanguage = languages.map((language) => partsIn(site, told, section, language))
  const count = facts.length
  return html`<section class="page-section" aria-labelledby="${placeOfSection(section)}">${titleRow(section, languages)}${Array.from(
    { length: count },
    (_, part) =>
      row(
        languages.map((language, i) => {
          const column = siteIn(site, language)
          const words = byLanguage[i]![part]
          return inColumn(language, words ?? notWritten(column, told, facts[part]!, language), 'page-cell')
        }),
      ),
  )}</section>`
}
