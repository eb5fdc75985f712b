// Figures that others published: each as its source gives it, ours for the same year and day, and how the two fit.
import { z } from '@hono/zod-openapi'
import type { OursShown } from '../../indicators/published.ts'
import type { PublishedShown } from '../data/published.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { locatorWords } from '../locator.ts'
import { publishedSchema } from '../schemas/published.ts'
import { addressOf, type Site, splitIndicator } from '../site.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'

const none = z.object({})
type None = z.output<typeof none>
type Loaded = { figures: PublishedShown[] }

/** "54 %", "12 mines"; the number alone where the title already says what is counted. */
const figureAsPublished = (site: Site, { number, unit, title }: PublishedShown): string => {
  if (unit === '%') return site.text('published.percent', { number })
  return title.startsWith(unit)
    ? site.format.number(number)
    : site.text('published.figure', { number, unit: site.voice.names.ours(unit) })
}

const oursInWords = (site: Site, ours: OursShown): string => {
  const { text, format } = site
  const date = format.date(ours.asOf)
  const { numerator: count, denominator: total } = ours
  if (total === null)
    return count === null
      ? text('published.ours.unknownCount', { date })
      : text('published.ours.count', { count, date })
  return count === null
    ? text('published.ours.unknown', { total, date })
    : text('published.ours.value', { count, total, date })
}

const besideLink = (site: Site, ours: OursShown): Html => {
  if (ours.cohort !== null)
    return html`<a href="${addressOf(site, `/cohorts/${ours.cohort}`, { 'as-of': ours.asOf })}">${site.voice.names.cohort(ours.cohort)}</a>`
  const { plan, number } = splitIndicator(ours.indicator!)
  return html`<a href="${addressOf(site, `/plans/${plan}/${number}`)}">${site.text('indicator.kicker', { number })}</a>`
}

const oursLine = (site: Site, ours: OursShown): Html => {
  const { text, voice, format } = site
  const names = ours.notDue
    .map(({ name, dueOn }) => (dueOn === null ? name : `${name} (${format.shortDate(dueOn)})`))
    .join(', ')
  return html`<p><b>${text('published.ours')}</b>: ${oursInWords(site, ours)} (${besideLink(site, ours)}).${ours.numerator === null && ours.statusSaid !== null ? html` <span class="quiet">${voice.say(ours.statusSaid)}.</span>` : nothing}</p>
${ours.notDue.length === 0 ? nothing : html`<p class="quiet">${text('published.notDue', { count: ours.notDue.length, names })}</p>`}`
}

const sourceLine = (site: Site, { source, locator }: PublishedShown): Html =>
  source === null
    ? nothing
    : html`<p class="where">${source.address === null ? html`${source.title}` : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>`}${locator === null ? nothing : html`, ${locatorWords(site, locator)}`}${source.date === null ? nothing : html` · <b>${site.text('fact.statedOn', { date: site.format.date(source.date) })}</b>`}</p>`

/** One figure with everything beside it; its heading is of the level the place on the page asks for. */
export const publishedItem = (site: Site, figure: PublishedShown): Html => {
  const { text, format, voice } = site
  const { ours, statedOn } = figure
  return html`<li class="fact" id="published-${figure.datumId}"><p><b class="figure">${figureAsPublished(site, figure)}</b> ${voice.names.ours(figure.title)}${statedOn === null ? nothing : html` <span class="quiet">${text('published.asOf', { date: format.date(statedOn) })}</span>`}</p>
${figure.entered ? html`<p class="entered">${text('fact.entered')}</p>` : nothing}
${figure.quotation === null ? nothing : html`<blockquote class="quote">${inLanguage(figure.quotation, figure.language)}</blockquote>`}
${sourceLine(site, figure)}
${ours === null ? html`<p class="quiet">${text('published.ours.nothing')}</p>` : oursLine(site, ours)}
${figure.said.length === 0 ? nothing : html`<ul>${figure.said.map((one) => html`<li>${voice.say(one)}.</li>`)}</ul>`}</li>`
}

const page = (site: Site, { figures }: Loaded): Html | Promise<Html> => {
  const { text } = site
  const years = [...Map.groupBy(figures, (figure) => figure.coversYear)]
  return layout(site, {
    title: text('published.title'),
    description: text('published.description'),
    path: '/published-figures',
    crumbs: [{ label: text('published.title') }],
    part: 'plans',
    body: html`<header class="head"><h1>${text('published.title')}</h1><p class="lead">${text('published.lead')}</p></header>
${figures.length === 0 ? html`<p>${text('published.none')}</p>` : nothing}
${years.map(([year, ofYear]) => {
  const id = `covering-${year ?? 'none'}`
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${year === null ? text('published.noYear') : text('published.ofYear', { year: String(year) })}</h2><ul class="facts" role="list">${ofYear.map((figure) => publishedItem(site, figure))}</ul></section>`
})}`,
  })
}

const csv = ({ figures }: Loaded): Table => ({
  columns: [
    ...[
      'figure',
      'number',
      'unit',
      'covers_year',
      'stated_on',
      'source',
      'address',
      'source_date',
      'quotation',
    ],
    ...['quotation_language', 'ours', 'as_of', 'known_on', 'numerator', 'denominator', 'value', 'status'],
    ...['findings', 'mark'],
  ],
  rows: figures.map((one) => [
    ...[one.figure, one.number, one.unit, one.coversYear, one.statedOn],
    ...[one.source?.title ?? null, one.source?.address ?? null, one.source?.date ?? null],
    ...[one.quotation, one.language, one.ours?.indicator ?? one.ours?.cohort ?? null],
    ...[one.ours?.asOf ?? null, one.ours?.knownOn ?? null, one.ours?.numerator ?? null],
    ...[one.ours?.denominator ?? null, one.ours?.value ?? null, one.ours?.status ?? null],
    ...[one.findings.join('; '), one.entered ? enteredMark : null],
  ]),
})

export const publishedPage: TwinPage<None, None, Loaded> = {
  path: '/published-figures',
  summary: 'Figures that others published, beside ours',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: publishedSchema,
  load: async (site) => ({ figures: await site.data.listPublishedFigures({}) }),
  page,
  json: ({ figures }) => ({ figures }),
  csv,
}
