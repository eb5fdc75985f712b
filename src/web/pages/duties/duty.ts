// One duty of all States: n met of N owed, each State by where it stands, what those wait for that have no date.
import { z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import type { Duty } from '../../../rules/duty-form.ts'
import type { DutySetShown, DutyShown } from '../../data/duties.ts'
import type { ActorShown } from '../../data/states.ts'
import {
  countLooks,
  type DutyLook,
  dutyField,
  dutyMeaning,
  dutyShape,
  dutyShapes,
  dutyWord,
  fieldOf,
  lookOf,
} from '../../duty-marks.ts'
import { type Html, html, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes, proportionBar } from '../../marks.ts'
import { idAsked, yearAsked } from '../../schemas/asked.ts'
import { dutyOfAllSchema } from '../../schemas/duties.ts'
import { addressOf, type Site } from '../../site.ts'
import { tilesOf } from '../../tile-grid.ts'
import type { TwinPage } from '../../twin.ts'
import { findSet, ruleSection } from './instrument.ts'
import { articleWords, instrumentCrumb, instrumentName } from './parts.ts'
import { dutyRows, headings } from './rows.ts'
import { calendarLink, calendarSection, dutiesCalendar } from './subscribe.ts'
import { dutyTable } from './table.ts'

const params = z.object({ instrument: idAsked, duty: idAsked })
type Params = z.output<typeof params>
const query = z.object({ year: yearAsked.optional() })
type Query = z.output<typeof query>

type Loaded = {
  set: DutySetShown
  rule: Duty
  asOf: string
  /** The year shown; null where the duty falls due once, and all of time is shown. */
  year: number | null
  duties: DutyShown[]
  states: ActorShown[]
}

/** A duty that falls due more than once is shown year by year. */
const isRepeated = ({ due, recurs, first }: Duty): boolean => {
  const trigger = first?.after ?? first?.before ?? first?.at
  return (
    due !== undefined ||
    recurs !== undefined ||
    (typeof trigger === 'object' && ('eachMeeting' in trigger || 'nextMeeting' in trigger))
  )
}

/** For what falls due once: since there are treaties with duties, and as far ahead as dates can be asked for. */
const allYears = (today: string) => ({
  from: '1997-01-01',
  until: `${Number(today.slice(0, 4)) + 25}-12-31`,
})

const findRule = async (
  site: Site,
  { instrument, duty }: Params,
): Promise<{ set: DutySetShown; rule: Duty }> => {
  const set = await findSet(site, instrument)
  const rule = set.duties.find((one) => one.id === duty)
  if (rule !== undefined) return { set, rule }
  throw problem(
    'not-found',
    `"${instrument}" has no duty "${duty}"; it has ${set.duties.map((one) => one.id).join(', ')}.`,
  )
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const { instrument, duty } = asked.params
  const { set, rule } = await findRule(site, asked.params)
  const today = site.today()
  const year = asked.query.year ?? (isRepeated(rule) ? Number(today.slice(0, 4)) : null)
  const span = year === null ? allYears(today) : { from: `${year}-01-01`, until: `${year}-12-31` }
  return {
    set,
    rule,
    asOf: today,
    year,
    duties: await site.data.listDuties({ duty: `${instrument}/${duty}`, ...span }),
    states: await site.data.listStates(),
  }
}

/** Looks under which nobody owes anything on the day: no date, no end, or no telling. */
const asksNothing: readonly DutyLook[] = ['waiting', 'ended', 'not-assessable']

const owedOf = (duties: readonly DutyShown[]) =>
  duties.filter((duty) => duty.applies === 'yes' && !asksNothing.includes(lookOf(duty)))

const isAhead = ({ status }: DutyShown): boolean => status === 'due' || status === 'at-risk'

const answerSection = (site: Site, { set, duties, asOf, year }: Loaded): Html => {
  const { text, format } = site
  const owed = owedOf(duties)
  const met = owed.filter((duty) => duty.status === 'met').length
  const ahead = owed.filter(isAhead).length
  const notFound = owed.filter((duty) => duty.status === 'not-found').length
  const unknown = duties.filter((duty) => duty.applies === 'unknown').length
  const looks = countLooks(duties.filter((duty) => duty.applies === 'yes'))
  const isAllAhead = owed.length > 0 && ahead === owed.length
  // Nothing found and nothing said to be complete: that nobody has met it is not known.
  const isNotKnown = (met === 0 && notFound > 0) || !set.isBoundKnown
  const big = isNotKnown
    ? text('status.notKnown')
    : owed.length === 0
      ? text('duty.answer.nobody')
      : isAllAhead
        ? format.number(ahead)
        : text('value.of', { n: format.number(met), N: format.number(owed.length) })
  return html`<section class="answer s-${notFound > 0 || !set.isBoundKnown ? 'open' : 'known'}" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big${owed.length === 0 || isNotKnown ? ' words' : ''}">${big}</p>${owed.length === 0 ? nothing : html`<p class="big-of">${text(isNotKnown ? 'duty.answer.notKnown' : isAllAhead ? 'duty.answer.ahead' : notFound > 0 ? 'duty.answer.foundMet' : 'duty.answer.met', { count: owed.length })}</p>`}</div>
<div class="answer-words"><p class="dates">${text('duties.asOf')} <b><time datetime="${asOf}">${format.date(asOf)}</time></b>${year === null ? nothing : html` · ${text('duty.answer.year', { year })}`}</p>
${ahead > 0 && !isAllAhead ? html`<p>${text('duty.answer.someAhead', { count: ahead })}</p>` : nothing}
${notFound > 0 ? html`<p>${text('duty.answer.notFound', { count: notFound })}</p>` : nothing}
${set.isBoundKnown ? nothing : html`<p>${text('duties.boundUnknown')}</p>`}
${unknown > 0 ? html`<p>${text('duties.appliesUnknown', { count: unknown })}</p>` : nothing}</div>
${
  looks.length === 0
    ? nothing
    : html`<div class="answer-bar">${proportionBar(looks.map(({ look, count }) => ({ state: fieldOf(look), members: count })))}<ul class="legend" role="list">${looks.map(
        ({ look, count }) =>
          html`<li><a href="#stands-${look}">${dutyField(look)} <b class="num">${format.number(count)}</b> ${dutyWord(site, look)}</a></li>`,
      )}</ul></div>`
}</section>`
}

const yearsBack = 4

const yearTabs = (site: Site, { set, rule, year, asOf }: Loaded): Html => {
  if (year === null) return nothing
  const now = Number(asOf.slice(0, 4))
  const years = Array.from({ length: yearsBack + 2 }, (_, i) => now - yearsBack + i)
  const all = [...new Set([...years, year])].sort()
  return html`<nav class="year-tabs" aria-label="${site.text('duty.years')}"><ul role="list">${all.map(
    (one) =>
      html`<li><a class="num" href="${addressOf(site, `/duties/${set.instrument}/${rule.id}`, { year: one })}"${one === year ? html` aria-current="page"` : nothing}>${String(one)}</a></li>`,
  )}</ul></nav>`
}

/** One tile a State, where each stands once in the list. */
const tiles = (site: Site, { duties, states }: Loaded): Html => {
  const known = duties.filter((duty) => duty.applies === 'yes')
  const byId = new Set(states.map((state) => state.id))
  const isOneEach =
    known.length > 1 &&
    new Set(known.map((duty) => duty.actor)).size === known.length &&
    known.every((duty) => byId.has(duty.actor))
  if (!isOneEach) return nothing
  return html`<section aria-labelledby="tiles"><h2 id="tiles">${site.text('duty.tiles')}</h2>${tilesOf(
    site,
    known.map((duty) => {
      const look = lookOf(duty)
      return {
        actor: duty.actor,
        name: duty.name,
        mark: fieldOf(look),
        shape: dutyShape(look),
        word: dutyWord(site, look),
      }
    }),
    states,
    (here) => site.format.number(here.length),
  )}</section>`
}

const columns = { lead: 'who', hasDuty: false } as const

const group = (site: Site, look: DutyLook, duties: readonly DutyShown[], id: string): Html =>
  html`<tbody role="rowgroup" id="${id}"><tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="4">${dutyField(look)} ${dutyWord(site, look)} <span class="num">${site.format.number(duties.length)}</span> <span class="means">${dutyMeaning(site, look)}</span></th></tr>
${dutyRows(
  site,
  duties.map((duty) => [duty]),
  columns,
)}</tbody>`

const table = (site: Site, duties: readonly DutyShown[], caption: string, prefix: string): Html =>
  html`<table role="table" class="plain stacks duties receipts"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headings(columns).map((heading) => html`<th role="columnheader" scope="col">${site.text(heading)}</th>`)}</tr></thead>
${countLooks(duties).map(({ look }) =>
  group(
    site,
    look,
    duties.filter((duty) => lookOf(duty) === look),
    `${prefix}-${look}`,
  ),
)}</table>`

const lists = (site: Site, { duties }: Loaded): Html => {
  const { text } = site
  const known = duties.filter((duty) => duty.applies === 'yes')
  const unknown = duties.filter((duty) => duty.applies === 'unknown')
  return html`${
    known.length === 0
      ? nothing
      : html`<section aria-labelledby="table"><h2 id="table">${text('duty.stands')}</h2>${table(site, known, text('duty.stands'), 'stands')}</section>`
  }${
    unknown.length === 0
      ? nothing
      : html`<section aria-labelledby="perhaps"><h2 id="perhaps">${text('duty.perhaps')}</h2><p class="quiet">${text('duty.perhaps.lead')}</p>${table(site, unknown, text('duty.perhaps'), 'perhaps')}</section>`
  }`
}

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { text } = site
  const { set, rule, year } = loaded
  const title = site.voice.names.ours(rule.title)
  const instrument = site.voice.names.ours(set.title)
  return layout(site, {
    title: year === null ? title : `${title}, ${year}`,
    description: text('duty.description', { title, instrument }),
    path: `/duties/${set.instrument}/${rule.id}`,
    ...(year === null ? {} : { query: { year } }),
    crumbs: [
      { label: text('duties.crumb'), path: '/duties' },
      { ...instrumentCrumb(site, set.title, set.language), path: `/duties/${set.instrument}` },
      { label: title },
    ],
    part: 'duties',
    hasCalendar: true,
    body: html`${markShapes}${dutyShapes}<header class="head"><p class="kicker">${articleWords(site, rule.article)} · ${instrumentName(site, set.title, set.language)}</p><h1>${title}${year === null ? nothing : html` <span class="num">${String(year)}</span>`}</h1><p>${calendarLink(site)}</p>${yearTabs(site, loaded)}</header>
${answerSection(site, loaded)}
<section aria-labelledby="rule"><h2 id="rule">${text('duty.rule')}</h2>${ruleSection(site, set, rule)}</section>
${tiles(site, loaded)}
${lists(site, loaded)}
${calendarSection(site, `/duties/${set.instrument}/${rule.id}`)}`,
  })
}

export const dutyPage: TwinPage<Params, Query, Loaded> = {
  path: '/duties/{instrument}/{duty}',
  summary: 'One duty of all States',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: dutyOfAllSchema,
  example: async (site) => {
    const set = (await site.data.listDutySets()).find((one) => one.duties.length > 0)
    return set === undefined ? undefined : `/duties/${set.instrument}/${set.duties[0]!.id}`
  },
  load,
  page,
  calendar: async (site, { params: named, ...asked }) => {
    const { rule, set } = await findRule(site, named)
    const { isBoundKnown } = set
    const title = site.voice.names.ours(rule.title)
    const what = [title, articleWords(site, rule.article)].filter((part) => part !== '').join(', ')
    const duty = `${named.instrument}/${named.duty}`
    return dutiesCalendar(site, { ...asked, what, isBoundKnown, scope: { duty }, path: `/duties/${duty}` })
  },
  json: ({ set: { duties: _, titles: __, ...set }, rule, asOf, year, duties }) => ({
    asOf,
    year,
    met: owedOf(duties).filter((duty) => duty.status === 'met').length,
    owed: owedOf(duties).length,
    set,
    rule,
    duties,
  }),
  csv: ({ duties }) => dutyTable(duties),
}
