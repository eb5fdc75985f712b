// Who owes what by when: how many are overdue, due soon, not found and waiting, then the duties by date.
import { z } from '@hono/zod-openapi'
import { soonDays } from '../../../indicators/duties-owed.ts'
import type { DutySetShown, DutyShown } from '../../data/duties.ts'
import type { ActorShown } from '../../data/states.ts'
import {
  countLooks,
  type DutyLook,
  dutyField,
  dutyMeaning,
  dutyShapes,
  dutyWord,
  lookCounts,
} from '../../duty-marks.ts'
import { titleOf } from '../../forms/errors.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes } from '../../marks.ts'
import { dutiesSchema } from '../../schemas/duties.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import {
  askForm,
  type DutiesQuery,
  type DutiesRead,
  dutiesQuery,
  readAsked,
  refuseWrong,
  soonSpan,
  usualSpan,
} from './asked.ts'
import { dutyPath, instrumentName } from './parts.ts'
import { dutyTableHtml, placeLine, rowsOf } from './rows.ts'
import { dutyTable } from './table.ts'

const none = z.object({})
type None = z.output<typeof none>

type Loaded = {
  asOf: string
  read: DutiesRead
  duties: DutyShown[]
  /** Those of the usual span whatever their status: what the answer counts. */
  all: DutyShown[]
  sets: DutySetShown[]
  states: ActorShown[]
}

const load = async (site: Site, { query }: { query: DutiesQuery }): Promise<Loaded> => {
  const [sets, states] = [await site.data.listDutySets(), await site.data.listStates()]
  const read = readAsked(site, query, sets, states)
  const { actors, instrument } = read.asked
  const all =
    read.wrong.length > 0
      ? []
      : await site.data.listDuties({ actors, instrument, ...usualSpan(site.today()), withOverdue: true })
  const duties = read.wrong.length > 0 ? [] : await site.data.listDuties(read.asked)
  return { asOf: site.today(), read, duties, all, sets, states }
}

/** What the answer counts: each with the query that lists it. */
const answersOf = (site: Site, all: readonly DutyShown[]) => {
  const soon = soonSpan(site.today())
  const owed = all.filter(({ applies }) => applies === 'yes')
  const isSoon = ({ status, due }: DutyShown): boolean =>
    (status === 'due' || status === 'at-risk') && due !== null && due >= soon.from && due <= soon.until
  const counted = (look: DutyLook) => owed.filter((duty) => duty.status === look)
  return [
    {
      look: 'overdue',
      key: 'duties.answer.overdue',
      count: counted('overdue').length,
      query: { status: 'overdue' },
    },
    {
      look: 'due',
      key: 'duties.answer.soon',
      count: owed.filter(isSoon).length,
      query: { status: 'coming', ...soon },
    },
    {
      look: 'not-found',
      key: 'duties.answer.notFound',
      count: counted('not-found').length,
      query: { status: 'not-found' },
    },
    {
      look: 'waiting',
      key: 'duties.answer.waiting',
      count: counted('waiting').length,
      query: { status: 'waiting' },
    },
  ] as const
}

const answerSection = (site: Site, { all, sets, states }: Loaded, query: DutiesQuery): Html => {
  const { text, format } = site
  const { instrument, state } = query
  const about = { instrument, state }
  const span = usualSpan(site.today())
  const set = sets.find((one) => one.instrument === instrument)
  const of = states.find((one) => one.id === state)
  const answers = answersOf(site, all)
  return html`<section class="duty-answers" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<ul class="answer-links" role="list">${answers.map(
    ({ look, key, count, query: asked }) =>
      html`<li><a href="${addressOf(site, '/duties', { ...about, ...asked })}">${dutyField(look)} <b class="figure">${format.number(count)}</b> <span>${text(key, { count, days: soonDays })}</span></a></li>`,
  )}</ul>
<p class="dates">${text('duties.asOf')} <b><time datetime="${site.today()}">${format.date(site.today())}</time></b> · ${text('duties.counted', { from: format.date(span.from), until: format.date(span.until) })}${
    set === undefined ? nothing : html` · ${instrumentName(site, set.title, set.language)}`
  }${of === undefined ? nothing : html` · <a href="${addressOf(site, `/states/${of.id}`)}">${inLanguage(of.name, null)}</a>`}</p></section>`
}

/** Rows of one page of the table. */
const pageRows = 60

const pages = (site: Site, count: number, page: number, query: DutiesQuery): Html => {
  const { text } = site
  if (count < 2) return nothing
  const link = (to: number, key: 'duties.pageBefore' | 'duties.pageAfter', rel: string): Html =>
    html`<a rel="${rel}" href="${addressOf(site, '/duties', { ...query, page: to })}">${text(key)}</a>`
  return html`<nav class="pages" aria-label="${text('duties.pages')}"><p>${page > 1 ? html`${link(page - 1, 'duties.pageBefore', 'prev')} · ` : nothing}<span class="num">${text('duties.pageOf', { page, pages: count })}</span>${page < count ? html` · ${link(page + 1, 'duties.pageAfter', 'next')}` : nothing}</p></nav>`
}

/** Duties of many States, one line each: how many stand where. */
const standingList = (site: Site, duties: readonly DutyShown[]): Html => {
  return html`<ul class="duty-list" role="list">${[...Map.groupBy(duties, (duty) => duty.duty).values()].map(
    (own) => {
      const first = own[0]!
      const path = dutyPath(first)
      const title = site.voice.names.ours(first.title)
      return html`<li><h3>${path === undefined ? title : html`<a href="${addressOf(site, path)}">${title}</a>`}</h3><p class="quiet">${placeLine(site, first)}</p><p class="counts">${lookCounts(site, own)}</p></li>`
    },
  )}</ul>`
}

const lists = (site: Site, loaded: Loaded, query: DutiesQuery): Html => {
  const { text, format } = site
  const { duties, read } = loaded
  if (read.wrong.length > 0) return nothing
  const owed = duties.filter(({ applies }) => applies === 'yes')
  const perhaps = duties.filter(({ applies }) => applies === 'unknown')
  const dated = owed.filter((duty) => duty.due !== null)
  const undated = owed.filter((duty) => duty.due === null)
  const rows = rowsOf(dated)
  const count = Math.max(1, Math.ceil(rows.length / pageRows))
  const page = Math.min(read.page, count)
  const shown = rows.slice((page - 1) * pageRows, page * pageRows)
  const span = { from: format.date(read.asked.from), until: format.date(read.asked.until) }
  const heading = text(read.asked.withOverdue === true ? 'duties.datedToo' : 'duties.dated', span)
  return html`<section aria-labelledby="dated"><h2 id="dated">${heading}</h2>
${
  dated.length === 0
    ? html`<p>${text('duties.none')}</p>`
    : html`<p class="counts">${text('duties.counts', { count: dated.length })} ${lookCounts(site, dated)}</p>${dutyTableHtml(site, shown, heading)}${pages(site, count, page, query)}`
}</section>
${
  undated.length === 0
    ? nothing
    : html`<section aria-labelledby="undated"><h2 id="undated">${text('duties.undated')}</h2><p class="quiet">${text('duties.undated.lead')}</p>${
        query.state === undefined
          ? standingList(site, undated)
          : dutyTableHtml(site, rowsOf(undated), text('duties.undated'))
      }</section>`
}${
  perhaps.length === 0
    ? nothing
    : html`<section aria-labelledby="perhaps"><h2 id="perhaps">${text('duty.perhaps')}</h2><p class="quiet">${text('duty.perhaps.lead')}</p>${
        query.state === undefined
          ? standingList(site, perhaps)
          : dutyTableHtml(site, rowsOf(perhaps), text('duty.perhaps'))
      }</section>`
}`
}

/** What each word means, for the statuses there are. */
export const meaningList = (site: Site, duties: readonly DutyShown[]): Html => {
  const looks = countLooks(duties)
  if (looks.length === 0) return nothing
  return html`<section aria-labelledby="meanings"><h2 id="meanings">${site.text('duties.meanings')}</h2><dl class="marks">${looks.map(
    ({ look }) =>
      html`<div><dt>${dutyField(look)} ${dutyWord(site, look)}</dt><dd>${dutyMeaning(site, look)}</dd></div>`,
  )}</dl></section>`
}

const page = (site: Site, loaded: Loaded, { query }: { query: DutiesQuery }): Html | Promise<Html> => {
  const { text, format } = site
  const { read, sets, states } = loaded
  const title = text('duties.title')
  const span = { from: format.date(read.asked.from), until: format.date(read.asked.until) }
  return layout(site, {
    title: titleOf(site, title, read.wrong),
    description: text('duties.description', span),
    path: '/duties',
    query,
    crumbs: [{ label: text('duties.crumb') }],
    part: 'duties',
    body: html`${markShapes}${dutyShapes}<header class="head"><h1>${title}</h1><p class="lead">${text('duties.lead')}</p>
<p>${text('duties.byInstrument')} ${sets.map((set, i) => html`${i === 0 ? '' : ' · '}<a href="${addressOf(site, `/duties/${set.instrument}`)}">${instrumentName(site, set.title, set.language)}</a>`)}</p>
<p><a href="${addressOf(site, '/calendar')}">${text('calendar.link')}</a></p></header>
${read.wrong.length > 0 ? nothing : answerSection(site, loaded, query)}
${askForm(site, query, read, sets, states)}
${lists(site, loaded, query)}
${meaningList(site, loaded.duties)}`,
  })
}

export const dutiesPage: TwinPage<None, DutiesQuery, Loaded> = {
  path: '/duties',
  summary: 'Who owes what by when',
  params: none as unknown as z.ZodType<None>,
  query: dutiesQuery,
  data: dutiesSchema,
  load,
  page,
  json: (loaded) => {
    refuseWrong(loaded.read)
    const { asOf, read, duties } = loaded
    return { asOf, from: read.asked.from, until: read.asked.until, duties }
  },
  csv: (loaded) => {
    refuseWrong(loaded.read)
    return dutyTable(loaded.duties)
  },
}
