// A plan's words and its indicators as lists, as the page of the plan and the pages of its sections show them.
import type { PlanIndicator, PlanSection, PlanShown, Worded } from '../data/plans.ts'
import { type Html, html, nothing, spokenIn } from '../html.ts'
import { addressOf } from '../site.ts'
import { trend } from '../trend.ts'
import { figuresOf, statusMark } from '../value-words.ts'
import type { Drawing } from './plan-parts.ts'

/** Words of the document, verbatim, each in its language; beside them the same in its other languages. */
export const wordsOf = (plan: PlanShown, { text, language, translations = [] }: Worded): Html =>
  html`<p class="verbatim"${spokenIn(language ?? plan.language)}>${text}</p>${translations.map((other) => html`<p class="verbatim quiet"${spokenIn(other.language)}>${other.text}</p>`)}`

/** Number, words, value with n of N, and the years as small columns. */
export const indicatorItem = (drawing: Drawing, indicator: PlanIndicator): Html => {
  const { site, plan, year, years } = drawing
  const values = drawing.byNumber.get(indicator.number) ?? []
  const value = values.find((candidate) => candidate.year === year)
  const address = addressOf(site, `/plans/${plan.id}/${indicator.number}`, { year: year ?? undefined })
  return html`<li id="indicator-${indicator.number}"><a class="number num" href="${address}"><span class="vh">${site.text('indicator.kicker', { number: '' })}</span>${indicator.number}</a>
${wordsOf(plan, indicator)}
<p class="value num">${
    value === undefined
      ? html`<span class="quiet">${site.text('value.noValues')}</span>`
      : html`${figuresOf(site, value)}${value.value === null ? nothing : html` ${statusMark(site, value.status)}`}`
  }</p>
${trend(site, years, values)}</li>`
}

/** The numbered paragraphs of a section with the lists they introduce, verbatim. */
export const chapeau = (plan: PlanShown, section: PlanSection): Html =>
  html`<div class="chapeau verbatim"${spokenIn(plan.language)}>${section.paragraphs.map(
    (paragraph) =>
      html`<p${paragraph.language === undefined ? nothing : spokenIn(paragraph.language)}>${paragraph.number === null ? nothing : html`<span class="paragraph-number num">${paragraph.number}.</span> `}${paragraph.text}</p>${paragraph.items.length === 0 ? nothing : html`<ul>${paragraph.items.map((item) => html`<li>${item}</li>`)}</ul>`}`,
  )}</div>`

/** What a section is called in addresses: its number, or its place where it has none. */
export const sectionName = (section: PlanSection, i: number): string => section.number ?? String(i + 1)
