// Search over everything held in a world: the results by kind, each with the place where the words stand.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import { type Kind, kinds } from '../../search/document.ts'
import type { Excerpt, Marked } from '../../search/excerpt.ts'
import { type Found, type Group, type Hit, hitsPerPage } from '../../search/found.ts'
import { longestQuery } from '../../search/query.ts'
import type { SearchAnswer } from '../../search/search.ts'
import type { TextKey } from '../../words/catalogue.ts'
import { answerMark } from '../answer-marks.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { searchSchema } from '../schemas/search.ts'
import { searchBox } from '../search-box.ts'
import { addressOf, type Site } from '../site.ts'
import { tierMark } from '../tier-mark.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'

const none = z.object({})
type None = z.output<typeof none>
const query = z.object({
  q: z
    .string()
    .max(longestQuery, { message: `is longer than ${longestQuery} signs` })
    // Signs no text has, some of which mean something inside this program.
    .transform((typed) => typed.replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, ' '))
    .optional(),
  kind: z.enum(kinds).optional().openapi({ description: 'Only results of this kind, page by page' }),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { message: 'is not the number of a page' })
    .transform(Number)
    .optional()
    .openapi({ description: 'Page of the results of one kind, from 1', type: 'integer' }),
})
type Query = z.output<typeof query>

const titles: Record<Kind, TextKey> = {
  state: 'search.kind.state',
  actor: 'search.kind.actor',
  treaty: 'search.kind.treaty',
  plan: 'search.kind.plan',
  section: 'search.kind.section',
  action: 'search.kind.action',
  indicator: 'search.kind.indicator',
  duty: 'search.kind.duty',
  cohort: 'search.kind.cohort',
  fact: 'search.kind.fact',
  report: 'search.kind.report',
  answer: 'search.kind.answer',
  release: 'search.kind.release',
}

const load = async (site: Site, { query: asked }: { query: Query }): Promise<SearchAnswer> => {
  const { q = '', kind, page } = asked
  if (page !== undefined && kind === undefined) throw problem('usage', site.text('search.pageOfKind'))
  const found = await site.data.search({ q, kind, page, language: site.language })
  if (found.page > found.pages) throw problem('not-found', site.text('search.noPage'))
  return found
}

/** The text with what matched marked; everything is escaped. */
const marked = ({ text, marks }: Marked): Html => {
  const pieces = marks.map(([start, end], i) => {
    const before = text.slice(marks[i - 1]?.[1] ?? 0, start)
    return html`${before}<mark>${text.slice(start, end)}</mark>`
  })
  return html`${pieces}${text.slice(marks.at(-1)?.[1] ?? 0)}`
}

const excerptOf = (excerpt: Excerpt): Html =>
  html`<p class="excerpt ${excerpt.verbatim ? 'verbatim' : 'quiet'}"${excerpt.language === null ? html` dir="auto"` : spokenIn(excerpt.language)}>${excerpt.cutBefore ? '… ' : nothing}${marked(excerpt)}${excerpt.cutAfter ? ' …' : nothing}</p>`

/** What a thing is called on a page, and a name of it in another language, if that is what was found. */
type Called = { title: Html; excerpt: Excerpt | null }

/** A State by its name in the page's language; where another of its names was typed, that name stands below. */
const calledByName = ({ title, of, excerpt }: Hit): Called => {
  const name = of?.name ?? title.text
  if (name === title.text) return { title: marked(title), excerpt }
  if (excerpt?.text === name) return { title: marked(excerpt), excerpt: null }
  const english = { ...title, language: 'en', verbatim: false, cutBefore: false, cutAfter: false }
  return { title: html`${name}`, excerpt: excerpt ?? (title.marks.length === 0 ? null : english) }
}

/** Numbered things say what they are; ours have words in the page's language; others are called by their title. */
const called = (site: Site, hit: Hit): Called => {
  const { title, excerpt } = hit
  if (hit.kind === 'action')
    return { title: html`${site.text('plan.action', { number: title.text })}`, excerpt }
  if (hit.kind === 'indicator')
    return { title: html`${site.text('indicator.kicker', { number: title.text })}`, excerpt }
  if (hit.kind === 'state' || hit.kind === 'actor') return calledByName(hit)
  if (title.isOurs && site.language !== 'en')
    return { title: html`${site.voice.names.ours(title.text)}`, excerpt }
  return {
    title: html`<bdi${title.language === null ? nothing : spokenIn(title.language)}>${marked(title)}</bdi>`,
    excerpt,
  }
}

/** What else tells it: of a fact with a name of its own, which kind of fact it is. */
const detailWords = (site: Site, { kind, detail, detailLanguage }: Hit): Html =>
  kind === 'fact' && detail !== null
    ? html`${site.voice.names.ours(detail)}`
    : inLanguage(detail ?? '', detailLanguage)

/** Whose it is, of which year, and of which plan. */
const aside = (site: Site, hit: Hit): Html => {
  const isItself = hit.kind === 'state' || hit.kind === 'actor'
  const parts = [
    hit.of === null || isItself ? nothing : inLanguage(hit.of.name, null),
    hit.year === null ? nothing : html`${String(hit.year)}`,
    hit.detail === null ? nothing : detailWords(site, hit),
  ].filter((part) => part !== nothing)
  return parts.length === 0
    ? nothing
    : html` <span class="quiet">${parts.map((part, i) => html`${i === 0 ? nothing : ' · '}${part}`)}</span>`
}

const hrefOf = (site: Site, path: string): string => {
  const [page = '', anchor] = path.split('#')
  return `${addressOf(site, page)}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`
}

/** Facts of one kind have one title: read aloud by itself, a link says whose it is, its words, and which of the list. */
const hitItem = (site: Site, hit: Hit, place: number): Html => {
  const { title, excerpt } = called(site, hit)
  return html`<li class="hit"><p class="hit-title"><a href="${hrefOf(site, hit.path)}">${title}${hit.kind === 'fact' ? html`<span class="vh">: ${[hit.of?.name, hit.detail, excerpt?.text, String(place)].filter((words) => words != null).join(', ')}</span>` : nothing}</a>${aside(site, hit)}${hit.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}${tierMark(site, hit)}</p>${
    excerpt === null ? nothing : excerptOf(excerpt)
  }${hit.answer === null ? nothing : html`<p class="says">${answerMark(site, hit.answer)}</p>`}</li>`
}

const kindNavigation = (site: Site, found: Found, asked: Query): Html => {
  const entry = (label: string, count: number, kind: Kind | undefined): Html =>
    html`<li><a href="${addressOf(site, '/search', { q: found.query, kind })}"${kind === asked.kind ? html` aria-current="page"` : nothing}>${label} <span class="num">${site.format.number(count)}</span></a></li>`
  return html`<nav class="kinds" aria-label="${site.text('search.kinds')}"><ul role="list">${entry(site.text('search.all'), found.total, undefined)}${found.groups.map(
    ({ kind, count }) => entry(site.text(titles[kind]), count, kind),
  )}</ul></nav>`
}

const pageNavigation = (site: Site, found: Found, asked: Query): Html => {
  if (found.pages < 2) return nothing
  const { page, pages, query: q } = found
  const link = (to: number, label: TextKey, rel: string): Html =>
    to < 1 || to > pages
      ? nothing
      : html`<a rel="${rel}" href="${addressOf(site, '/search', { q, kind: asked.kind, page: to === 1 ? undefined : to })}">${site.text(label)}</a>`
  return html`<nav class="result-pages" aria-label="${site.text('search.pages')}">${link(page - 1, 'search.previous', 'prev')}<span>${site.text('search.page', { number: page, pages })}</span>${link(page + 1, 'search.next', 'next')}</nav>`
}

const mostKindsNamed = 5

/** How many have the words in the title of their kind alone: they are counted, and listed last. */
const byKindLine = (site: Site, byKind: Group['byKind']): Html => {
  const { text, format, voice } = site
  const count = byKind.reduce((sum, one) => sum + one.count, 0)
  const named = byKind
    .slice(0, mostKindsNamed)
    .map(
      (one) =>
        html`<li>${voice.names.ours(one.title)} <span class="num">${format.number(one.count)}</span></li>`,
    )
  return html`<div class="quiet"><p>${text('search.byKind', { count })}</p><ul>${named}</ul></div>`
}

const group = (site: Site, found: Found, asked: Query, { kind, count, byKind, hits }: Group): Html => {
  if (hits.length === 0 && (asked.kind !== undefined || byKind.length === 0)) return nothing
  const { text } = site
  const first = 1 + (found.page - 1) * hitsPerPage
  const extent =
    hits.length === count || hits.length === 0
      ? site.format.number(count)
      : asked.kind === undefined
        ? text('search.shown', { shown: hits.length, count })
        : text('search.range', { first, last: first + hits.length - 1, count })
  const ofKinds = byKind.length === 0 ? nothing : byKindLine(site, byKind)
  const more =
    asked.kind === undefined && count > hits.length
      ? html`<p class="more"><a href="${addressOf(site, '/search', { q: found.query, kind })}">${text('search.more', { count, kind: text(titles[kind]) })}</a></p>`
      : nothing
  return html`<section class="results" aria-labelledby="results-${kind}"><h2 id="results-${kind}">${text(titles[kind])} <span class="quiet num">${extent}</span></h2>
${hits.length === 0 ? nothing : html`<ol role="list"${first === 1 ? nothing : html` start="${String(first)}"`}>${hits.map((hit, i) => hitItem(site, hit, i + 1))}</ol>`}${ofKinds}${more}</section>`
}

/** What to try: words that the plans that ship have in every world, and the code of a State that this one holds. */
const examplesIn = async (site: Site): Promise<string[]> => {
  const [first] = await site.data.listStates()
  return ['7.1', 'survivor', 'risk education', ...(first === undefined ? [] : [first.iso3 ?? first.id])]
}

const explanation = async (site: Site): Promise<Html> => {
  const { text } = site
  const examples = await examplesIn(site)
  return html`<section class="answers" aria-labelledby="what"><h2 id="what">${text('search.empty')}</h2><p>${text('search.empty.lead')}</p>
<ul><li>${text('search.empty.state')}</li><li>${text('search.empty.number')}</li><li>${text('search.empty.words')}</li></ul>
<p>${text('search.empty.scope')}</p>
<p>${text('search.empty.tryThese')}: ${examples.map((q, i) => html`${i === 0 ? nothing : ', '}<a href="${addressOf(site, '/search', { q })}">${inLanguage(q, 'en')}</a>`)}.</p></section>`
}

const suggestionLine = (site: Site, suggestion: string | null): Html =>
  suggestion === null
    ? nothing
    : html`<p class="lead">${site.text.rich('search.didYouMean', {
        suggestion: html`<a href="${addressOf(site, '/search', { q: suggestion })}">${inLanguage(suggestion, null)}</a>`,
      })}</p>`

/** What is not found yet, since it is being read, and how to ask the same again. */
const readingNotice = (site: Site, { reading, query: q }: SearchAnswer, asked: Query): Html => {
  if (reading === null) return nothing
  const { facts, reports } = reading
  const counts = { facts: facts.read, allFacts: facts.all, reports: reports.read, allReports: reports.all }
  const again = addressOf(site, '/search', { q, kind: asked.kind })
  return html`<p class="notice">${site.text('search.behind', counts)} <a href="${again}">${site.text('search.behind.again')}</a></p>`
}

/** The words that are spelled nearly so, each to be searched. */
const nearWordLinks = (site: Site, words: readonly string[]): Html =>
  words.length === 0
    ? nothing
    : html` ${words.map((q, i) => html`${i === 0 ? nothing : ', '}<a href="${addressOf(site, '/search', { q })}">${inLanguage(q, null)}</a>`)}`

const answer = (site: Site, found: SearchAnswer, asked: Query): Html => {
  const { text } = site
  // Of what is not read yet nobody can say that it has not these words.
  if (found.total === 0 && found.isBehind)
    return html`<p class="lead">${text.rich('search.nothingYet', { query: inLanguage(found.query, null) })}</p>`
  if (found.total === 0)
    return html`<p class="lead">${text.rich('search.nothing', { query: inLanguage(found.query, null) })}</p>${suggestionLine(site, found.suggestion)}<p>${text('search.nothing.explain')}</p><p>${text('search.nothing.try')}</p>`
  const remark = found.isPartial
    ? html`<p class="notice">${text('search.partial')}</p>`
    : found.isNear
      ? html`<p class="notice">${text('search.near')}${nearWordLinks(site, found.nearWords)}</p>`
      : nothing
  const lead = found.isNear
    ? text.rich('search.nothing', { query: inLanguage(found.query, null) })
    : text.rich('search.found', { count: found.total, query: inLanguage(found.query, null) })
  return html`<p class="lead">${lead}</p>${remark}${suggestionLine(site, found.suggestion)}
${kindNavigation(site, found, asked)}`
}

const page = async (site: Site, found: SearchAnswer, { query: asked }: { query: Query }): Promise<Html> => {
  const { text } = site
  const isEmpty = found.query.trim() === ''
  return layout(site, {
    title: isEmpty ? text('search.title') : text('search.titleOf', { query: found.query }),
    description: text('search.description'),
    path: '/search',
    query: asked,
    crumbs: [{ label: text('search.title') }],
    hasSearch: true,
    body: html`${found.groups.some(({ kind, hits }) => kind === 'answer' && hits.length > 0) ? markShapes : nothing}<header class="head"><h1>${text('search.title')}</h1>
${searchBox(site, 'q', found.query)}
${readingNotice(site, found, asked)}${isEmpty ? nothing : answer(site, found, asked)}</header>
${isEmpty ? await explanation(site) : found.groups.map((one) => group(site, found, asked, one))}
${pageNavigation(site, found, asked)}`,
  })
}

const csv = (found: Found): Table => ({
  columns: [
    'query',
    'kind',
    'id',
    'title',
    'actor',
    'actor_name',
    'year',
    'answer',
    'detail',
    'match',
    'score',
    'excerpt',
    'excerpt_language',
    'verbatim',
    'path',
    'mark',
    'tier',
  ],
  rows: found.groups.flatMap(({ hits }) =>
    hits.map((hit) => [
      found.query,
      hit.kind,
      hit.id,
      hit.title.text,
      hit.of?.actor ?? null,
      hit.of?.name ?? null,
      hit.year,
      hit.answer,
      hit.detail,
      hit.match,
      hit.score,
      hit.excerpt?.text ?? null,
      hit.excerpt?.language ?? null,
      hit.excerpt?.verbatim ?? null,
      hit.path,
      hit.entered ? enteredMark : null,
      hit.tier,
    ]),
  ),
})

export const searchPage: TwinPage<None, Query, SearchAnswer> = {
  path: '/search',
  summary: 'Search over everything held',
  params: none as unknown as z.ZodType<None>,
  query,
  data: searchSchema,
  load,
  page,
  json: (found) => found,
  csv,
}
