// The sources of the page, numbered as its marks name them: the words, where they stand, the document, its day.
import type { PageContent, SourceOnPage } from '../../../cooperation/page.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { locatorWords } from '../../locator.ts'
import type { Site } from '../../site.ts'
import { statedWhen } from '../ministry-words.ts'

const documentKey = ({ title, address, publisher, date }: SourceOnPage): string =>
  JSON.stringify([title, address, publisher, date])

const heading = (site: Site, source: SourceOnPage): Html => {
  const { text, format } = site
  const title = inLanguage(source.title, source.language)
  const stated =
    source.date !== null
      ? text('fact.statedOn', { date: format.date(source.date) })
      : source.statedAsOf === null
        ? text('fact.undated')
        : text('ministry.sources.about', { when: statedWhen(site, source.statedAsOf) })
  return html`<h3>${source.address === null ? title : html`<a href="${source.address}" rel="external noreferrer">${title}</a>`}</h3>
<p class="where">${source.publisher === null ? nothing : html`${inLanguage(source.publisher, 'en')} · `}<b>${stated}</b> · ${text('ministry.received', { date: format.shortDate(source.knownFrom) })}${source.address === null ? nothing : html`<span class="page-address block">${source.address}</span>`}</p>`
}

const entry = (site: Site, { number, quotation, locator, language }: SourceOnPage): Html =>
  html`<li id="source-${String(number)}"><span class="source-number num">[S${String(number)}]</span><div>${quotation === null ? nothing : html`<blockquote class="quote">${inLanguage(quotation, language)}</blockquote>`}${locator === null ? nothing : html`<p class="where">${locatorWords(site, locator)}</p>`}</div></li>`

/** The sources by document, each place under its number. */
export const sourcesSection = (site: Site, { sources }: PageContent): Html => {
  if (sources.length === 0) return nothing
  const { text } = site
  return html`<section aria-labelledby="sources"><h2 id="sources">${text('cooperation.sources')}</h2><p class="quiet">${text('cooperation.sources.lead')}</p>${[
    ...Map.groupBy(sources, documentKey).values(),
  ].map(
    (places) =>
      html`${heading(site, places[0]!)}<ol class="page-sources" role="list">${places.map((one) => entry(site, one))}</ol>`,
  )}</section>`
}
