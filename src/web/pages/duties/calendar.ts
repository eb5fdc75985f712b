// What falls due and comes about on a day, or in a month day by day.
import { z } from '@hono/zod-openapi'
import { isOfBeingBound } from '../../../duties/bound-dates.ts'
import { dayBefore, isDay, lastDay, readDate } from '../../../facts/edtf.ts'
import type { DatedEvent } from '../../../indicators/dates-between.ts'
import { addDays, addMonths } from '../../../rules/dates.ts'
import type { DutyShown } from '../../data/duties.ts'
import { dutyLooks, dutyMark, dutyShapes, lookCounts, lookOf } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes } from '../../marks.ts'
import { calendarSchema } from '../../schemas/duties.ts'
import { addressOf, type Site } from '../../site.ts'
import type { CsvValue, Table, TwinPage } from '../../twin.ts'
import { enteredMark } from '../../twin.ts'
import { datedList } from '../dated-events.ts'
import { meaningList } from './list.ts'
import { monthSheet } from './month-sheet.ts'
import { dutyPath } from './parts.ts'
import { dutyTableHtml, placeLine, rowsOf } from './rows.ts'
import { dutyCells, dutyColumns } from './table.ts'

const none = z.object({})
type None = z.output<typeof none>
const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)

// As far as dates can be asked for anywhere: schemas/asked.ts.
const isNear = (text: string): boolean => text >= '1900' && text < '2100'

const params = z.object({
  date: z
    .string()
    .refine((text) => (isMonth(text) || isDay(text)) && isNear(text), {
      message: 'is no month and no day between 1900 and 2099; write it as 2026-12 or 2026-12-01',
    })
    .openapi({ description: 'A month or a day', example: '2026-12' }),
})
type Params = z.output<typeof params>

type Loaded = {
  asOf: string
  /** The month or day asked for. */
  date: string
  from: string
  until: string
  /** With a date that falls into the span, of whatever precision. */
  duties: DutyShown[]
  /** What else comes about: States bound or bound no more, meetings, ends of plan years. */
  events: DatedEvent[]
}

/** What the list of duties has already. */
const isDuty = ({ kind }: DatedEvent): boolean => kind === 'deadline' || kind === 'report-due'

const mayFallInto = (date: string, from: string, until: string): boolean => {
  const span = readDate(date)
  return span !== undefined && (span.from ?? '') <= until && (span.until ?? '9999') > from
}

const loadDate = async (site: Site, date: string): Promise<Loaded> => {
  const from = isMonth(date) ? `${date}-01` : date
  const until = lastDay(date) ?? date
  const asOf = site.today()
  // What is known to the year only is listed by the end of it, and may fall into any of its months.
  const duties = await site.data.listDuties({ from, until: `${until.slice(0, 4)}-12-31` })
  const events = await site.data.listDates({ after: dayBefore(from), until }, asOf)
  return {
    ...{ asOf, date, from, until },
    duties: duties.filter(
      (duty) => duty.due !== null && !isOfBeingBound(duty) && mayFallInto(duty.due, from, until),
    ),
    events: events.filter((event) => !isDuty(event)),
  }
}

/** What is only known to fall into the month, the year or longer stands apart from what has its day. */
const isOfDay = (date: string | null): boolean => date !== null && isDay(date)

const link = (site: Site, date: string, words: Html | string, rel?: 'prev' | 'next'): Html =>
  // The days before and after have no end: nobody's robot need follow them.
  html`<a${rel === undefined ? nothing : html` rel="${rel} nofollow"`} href="${addressOf(site, `/calendar/${date}`)}">${words}</a>`

const neighbours = (site: Site, before: string, after: string, up?: string): Html => {
  const { format } = site
  return html`<nav class="pages" aria-label="${site.text('calendar.neighbours')}"><p><span aria-hidden="true">‹ </span>${link(site, before, format.date(before), 'prev')}${up === undefined ? nothing : html` · ${link(site, up, format.date(up))}`} · ${link(site, after, format.date(after), 'next')}<span aria-hidden="true"> ›</span></p></nav>`
}

/** The month as a sheet: each day with the number of its entries, leading to them. */
const sheet = (site: Site, { date, from, until, duties, events, asOf }: Loaded): Html => {
  const count = new Map<string, number>()
  for (const { due } of duties) if (due !== null) count.set(due, (count.get(due) ?? 0) + 1)
  for (const { on } of events) count.set(on, (count.get(on) ?? 0) + 1)
  return monthSheet(site, {
    ...{ from, until, asOf, count },
    words: (here) => site.text('calendar.entries', { count: here }),
    legend: site.text('calendar.legend'),
    caption: html`<caption class="vh">${site.text('calendar.sheet', { month: site.format.date(date) })}</caption>`,
  })
}

/** So many States of one duty are named in a line; of more the number. */
const mostNames = 3

/** The duties of a day, a line each: how many States, or which. */
const dutyLines = (site: Site, duties: readonly DutyShown[]): Html => {
  const { text } = site
  return html`<ul class="day-duties" role="list">${[
    ...Map.groupBy(duties, (duty) => `${duty.duty}|${duty.instance}`).values(),
  ].map((own) => {
    const first = own[0]!
    const path = dutyPath(first)
    const title = site.voice.names.ours(first.title)
    // Pages of one fact are of no year.
    const isOfYears = path !== undefined && /^\/(duties|plans)\//.test(path)
    const year = isOfYears ? first.due?.slice(0, 4) : undefined
    return html`<li>${path === undefined ? title : html`<a href="${addressOf(site, path, year === undefined ? {} : { year })}">${title}</a>`} <span class="quiet">${placeLine(site, first)}</span>${
      own.length <= mostNames
        ? html`<ul role="list">${own.map((duty) => html`<li><a href="${addressOf(site, `/states/${duty.actor}`)}">${inLanguage(duty.name, null)}</a> ${dutyMark(site, duty)}</li>`)}</ul>`
        : html`<p>${text('duties.states', { count: own.length })}: ${lookCounts(site, own)}</p>`
    }</li>`
  })}</ul>`
}

const dayHeading = (site: Site, day: string): string =>
  `${site.format.weekday(day)}, ${site.format.date(day)}`

const monthBody = (site: Site, loaded: Loaded): Html => {
  const { text, format } = site
  const { date, duties, events } = loaded
  const days = [
    ...new Set([...duties.map(({ due }) => due), ...events.map(({ on }) => on)].filter(isOfDay)),
  ].sort() as string[]
  const vagueDuties = duties.filter(({ due }) => !isOfDay(due))
  const vagueEvents = events.filter(({ on }) => !isOfDay(on))
  return html`${sheet(site, loaded)}
${days.length === 0 ? html`<p>${text('calendar.nothing', { date: format.date(date) })}</p>` : nothing}
${days.map((day) => {
  const here = events.filter(({ on }) => on === day)
  const due = duties.filter((duty) => duty.due === day)
  return html`<section class="month-day" aria-labelledby="day-${day}"><h2 id="day-${day}">${link(site, day, dayHeading(site, day))}</h2>${here.length === 0 ? nothing : datedList(site, here)}${due.length === 0 ? nothing : dutyLines(site, due)}</section>`
})}
${
  vagueDuties.length + vagueEvents.length === 0
    ? nothing
    : html`<section class="month-day" aria-labelledby="vague"><h2 id="vague">${text('calendar.vague')}</h2><p class="quiet">${text('calendar.vague.lead')}</p>${vagueEvents.length === 0 ? nothing : datedList(site, vagueEvents)}${vagueDuties.length === 0 ? nothing : dutyTableHtml(site, rowsOf(vagueDuties), text('calendar.vague'))}</section>`
}`
}

/** What is of one duty stands together, what calls for something first. */
const byDuty = (a: DutyShown, b: DutyShown): number =>
  a.duty === b.duty ? dutyLooks.indexOf(lookOf(a)) - dutyLooks.indexOf(lookOf(b)) : a.duty < b.duty ? -1 : 1

const dayBody = (site: Site, { date, duties, events }: Loaded): Html => {
  const { text, format } = site
  const due = duties.filter((duty) => duty.due === date)
  const here = events.filter(({ on }) => on === date)
  const vague = duties.length - due.length + events.length - here.length
  return html`${due.length + here.length === 0 ? html`<p>${text('calendar.nothing', { date: format.date(date) })}</p>` : nothing}
${here.length === 0 ? nothing : html`<section aria-labelledby="events"><h2 id="events">${text('calendar.events')}</h2>${datedList(site, here)}</section>`}
${due.length === 0 ? nothing : html`<section aria-labelledby="due"><h2 id="due">${text('calendar.due')}</h2>${dutyTableHtml(site, rowsOf(due.toSorted(byDuty)), text('calendar.due'), { lead: 'who', hasDuty: true })}</section>`}
${vague === 0 ? nothing : html`<p class="quiet">${text.rich('calendar.vagueToo', { count: vague, month: link(site, date.slice(0, 7), format.date(date.slice(0, 7))) })}</p>`}`
}

const page = (site: Site, loaded: Loaded, path: string): Html | Promise<Html> => {
  const { text, format } = site
  const { date, asOf, events } = loaded
  const duties = loaded.duties.filter(({ applies }) => applies === 'yes')
  const perhaps = loaded.duties.length - duties.length
  const owed = { ...loaded, duties }
  const isOne = isDay(date)
  const written = isOne ? dayHeading(site, date) : format.date(date)
  const title = text(isOne ? 'calendar.day.title' : 'calendar.month.title', { date: written })
  const month = date.slice(0, 7)
  const [before, after] = isOne
    ? [dayBefore(date), addDays(date, 1)]
    : [addMonths(`${date}-01`, -1).slice(0, 7), addMonths(`${date}-01`, 1).slice(0, 7)]
  const isThisMonth = asOf.startsWith(month)
  return layout(site, {
    title,
    description: text('calendar.description', { date: written }),
    path,
    crumbs: [
      { label: text('duties.crumb'), path: '/duties' },
      ...(isOne
        ? [{ label: format.date(month), path: `/calendar/${month}` }, { label: format.date(date) }]
        : [{ label: format.date(month) }]),
    ],
    part: 'duties',
    body: html`${markShapes}${dutyShapes}<header class="head"><p class="kicker">${text('calendar.kicker')}</p><h1>${title}</h1>
<p class="lead">${text('calendar.count', { duties: duties.filter((one) => isOfDay(one.due)).length, count: events.length })}</p>
${neighbours(site, before!, after!, isOne ? month : undefined)}${isThisMonth ? nothing : html`<p>${link(site, asOf.slice(0, 7), text('calendar.thisMonth'))}</p>`}</header>
${isOne ? dayBody(site, owed) : monthBody(site, owed)}
${perhaps === 0 ? nothing : html`<p class="quiet">${text('calendar.perhaps', { count: perhaps })}</p>`}
${meaningList(site, isOne ? duties.filter(({ due }) => due === date) : duties)}`,
  })
}

const json = ({ asOf, from, until, duties, events }: Loaded) => ({ asOf, from, until, duties, events })

const csv = ({ duties, events }: Loaded): Table => {
  const at = (name: string): number => dutyColumns.indexOf(name)
  return {
    columns: ['row', ...dutyColumns],
    rows: [
      ...duties.map((duty): CsvValue[] => ['duty', ...dutyCells(duty)]),
      ...events.map((event): CsvValue[] => {
        const cells: CsvValue[] = dutyColumns.map(() => null)
        const put = (name: string, value: CsvValue): void => {
          cells[at(name)] = value
        }
        put('instrument', event.plan ?? event.treaty)
        put('title', event.title)
        put('actor', event.actor)
        put('name', event.name)
        put('due', event.on)
        put('status', event.kind)
        put('mark', event.entered ? enteredMark : null)
        return ['event', ...cells]
      }),
    ],
  }
}

export const calendarPage: TwinPage<None, None, Loaded> = {
  path: '/calendar',
  summary: 'What falls due and comes about this month',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: calendarSchema,
  load: (site) => loadDate(site, site.today().slice(0, 7)),
  page: (site, loaded) => page(site, loaded, '/calendar'),
  json,
  csv,
}

export const calendarDatePage: TwinPage<Params, None, Loaded> = {
  path: '/calendar/{date}',
  summary: 'What falls due and comes about in a month, or on a day',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: calendarSchema,
  example: async (site) => `/calendar/${site.today()}`,
  load: (site, asked) => loadDate(site, asked.params.date),
  page: (site, loaded) => page(site, loaded, `/calendar/${loaded.date}`),
  json,
  csv,
}
