// Every record that could count towards a target in a year: counted or not, in every reading, and why.
import { z } from '@hono/zod-openapi'
import type { RecordRead, RecordShown } from '../../../indicators/counted.ts'
import { inEnglish } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import type { PlanShown } from '../../data/plans.ts'
import type { CountedShown } from '../../data/targets.ts'
import { dutyShapes } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes, stateMark } from '../../marks.ts'
import { noticeLine } from '../../notice.ts'
import { readingName } from '../../reading-name.ts'
import { idAsked, yearAsked } from '../../schemas/asked.ts'
import { countedSchema } from '../../schemas/targets.ts'
import { addressOf, type Site } from '../../site.ts'
import { enteredMark, type Table, type TwinPage } from '../../twin.ts'
import { workLink } from './parts.ts'
import {
  actualInFull,
  mayBeOneNote,
  readingsTable,
  searchedList,
  standsMark,
  whyStands,
  yearLinks,
} from './target-parts.ts'

const params = z.object({ plan: idAsked })
const query = z.object({ indicator: idAsked.optional(), year: yearAsked.optional() })
type Params = z.output<typeof params>
type Query = z.output<typeof query>
type Loaded = { plan: PlanShown; shown: CountedShown }

const load = async (
  site: Site,
  { params: { plan: id }, query: { indicator, year } }: { params: Params; query: Query },
): Promise<Loaded> => {
  const plan = await site.data.findPlan(id)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${id}".`)
  const shown = await site.data.showCounted({ plan: id, indicator, year })
  if (shown === undefined)
    throw problem('not-found', `Nothing in the plan "${id}" is counted from records of its own.`)
  return { plan, shown }
}

const readCell = (site: Site, { reading, state, reason }: RecordRead): Html =>
  html`<td role="cell" data-label="${readingName(site, reading)}"><span>${stateMark(site, state)}${
    // That a record is one of its kind needs no words where every row is.
    reason.key === 'record' ? nothing : html`<span class="quiet block">${site.voice.say(reason)}</span>`
  }</span></td>`

const listWords = (site: Site, entries: readonly string[], field: string): Html =>
  entries.length === 0
    ? html`<span class="quiet">${site.text('implementation.unknown')}</span>`
    : inLanguage(entries.map((entry) => site.voice.names.entry(field, entry)).join(', '), null)

/** The records that are one with it, or may be, by their titles. */
const besideIt = (site: Site, { kind, records, called }: CountedShown, record: RecordShown): Html =>
  html`${(['oneWith', 'mayBeOneWith'] as const).map((key) => {
    const named = record[key].map((id) => {
      const other = records.find((one) => one.id === id)
      return workLink(site, id, inLanguage(other?.title ?? site.voice.names.kind(kind), null))
    })
    return named.length === 0
      ? nothing
      : html`<span class="quiet block">${site.text(`targets.${key}`)} ${named.map((one, i) => html`${i === 0 ? nothing : '; '}${one}`)}</span>`
  })}${
    record.wordOf.length === 0
      ? nothing
      : html`<span class="quiet block">${site.text('targets.wordOf', { who: site.format.list(record.wordOf.map((actor) => called[actor] ?? actor)) })}</span>`
  }`

/** Records by whose they are, each with its address. */
const sayers = ({ site, shown }: { site: Site; shown: CountedShown }, ids: readonly string[]): Html =>
  html`${ids.map((id, i) => {
    const actor = shown.records.find((one) => one.id === id)?.actor
    const whose = actor === undefined ? id : (shown.called[actor] ?? actor)
    return html`${i === 0 ? nothing : ', '}${workLink(site, id, inLanguage(whose, null))}`
  })}`

/** "Attendance, persons" for a column of rows. */
const numberName = (site: Site, field: string): string =>
  field
    .split('.')
    .map((name) => site.voice.names.field(name))
    .join(', ')

/** Which record gave what of all that those tell which are one, and in which numbers they contradict each other. */
const toldTogether = (site: Site, shown: CountedShown, { together }: RecordShown): Html => {
  if (together === null) return nothing
  const { text, voice, format } = site
  const given = { site, shown }
  return html`${together.lists.map(
    ({ field, entries }) =>
      html`<span class="quiet block">${text('targets.toldTogether', { field: voice.names.field(field) })} ${entries.map(({ entry, by }, i) => html`${i === 0 ? nothing : '; '}${inLanguage(voice.names.entry(field, entry), null)} (${sayers(given, by)})`)}</span>`,
  )}${together.numbers.map(
    ({ field, said }) =>
      html`<span class="quiet block">${text('targets.toldApart', { field: numberName(site, field) })} ${said.map(({ number, by }, i) => html`${i === 0 ? nothing : '; '}<span class="num">${format.number(number)}</span> (${sayers(given, [by])})`)}</span>`,
  )}`
}

const recordRow = (site: Site, shown: CountedShown, record: RecordShown): Html => {
  const { kind, called } = shown
  const { text, format, voice } = site
  const { on } = record
  const day =
    on === null
      ? html`<span class="quiet">${text('implementation.notDated')}</span>`
      : html`<span class="num">${format.shortDate(on)}</span>`
  return html`<tr role="row"><th role="rowheader" scope="row"><span>${workLink(site, record.id, inLanguage(record.title ?? voice.names.kind(kind), null))}${record.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}${besideIt(site, shown, record)}${toldTogether(site, shown, record)}</span></th><td role="cell" data-label="${text('implementation.on')}"><span>${day}</span></td><td role="cell" data-label="${text('targets.whose')}"><span><a href="${addressOf(site, `/states/${record.actor}`)}">${inLanguage(called[record.actor] ?? record.actor, null)}</a></span></td>${record.lists.map(({ field, entries }) => html`<td role="cell" data-label="${voice.names.field(field)}"><span>${listWords(site, entries, field)}</span></td>`)}${record.read.map((read) => readCell(site, read))}</tr>`
}

const recordsTable = (site: Site, shown: CountedShown): Html => {
  const { text, voice } = site
  const fields = shown.records[0]?.lists.map(({ field }) => field) ?? []
  const headings = [
    ...[text('targets.record'), text('implementation.on'), text('targets.whose')],
    ...fields.map((field) => voice.names.field(field)),
    ...shown.readings.map(({ reading }) => readingName(site, reading)),
  ]
  return html`<table role="table" class="plain stacks counted"><caption class="vh">${text('targets.records')}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead><tbody role="rowgroup">${shown.records.map((record) => recordRow(site, shown, record))}</tbody></table>`
}

const page = (site: Site, { plan, shown }: Loaded): Html | Promise<Html> => {
  const { text, voice } = site
  const path = `/plans/${plan.id}/implementation/counted`
  const [own] = shown.readings
  const kind = voice.names.kind(shown.kind)
  return layout(site, {
    title: text('targets.counted.title', { number: shown.number, year: shown.year, title: plan.title }),
    description: text('targets.counted.description', { number: shown.number, year: shown.year }),
    path,
    query: { indicator: shown.number, year: shown.year },
    crumbs: [
      { label: plan.title, path: `/plans/${plan.id}`, language: plan.language },
      { label: text('implementation.crumb'), path: `/plans/${plan.id}/implementation` },
      { label: text('targets.counted.crumb', { number: shown.number }) },
    ],
    part: 'plans',
    body: html`${markShapes}${dutyShapes}${noticeLine(site, plan)}<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}/${shown.number}`, { year: shown.year })}">${text('indicator.kicker', { number: shown.number })}</a></p><h1 class="verbatim"${spokenIn(shown.language)}>${shown.text}</h1>
${own === undefined ? nothing : html`<p class="lead">${actualInFull(site, own)}, <span class="num">${String(shown.year)}</span>${own.target === null ? nothing : html` (${text('targets.aim')} ${voice.say(own.target)})`}</p><p>${standsMark(site, own)}</p>${whyStands(site, own)}${mayBeOneNote(site, own)}`}</header>
${yearLinks(site, shown, path, { indicator: shown.number })}
<section aria-labelledby="records"><h2 id="records">${text('targets.records')}</h2>
<p>${text('targets.records.lead', { kind, count: shown.records.length, year: shown.year })}</p>
${shown.records.length === 0 ? nothing : recordsTable(site, shown)}</section>
<section aria-labelledby="readings"><h2 id="readings">${text('targets.readings')}</h2>
${readingsTable(site, shown)}
${own === undefined ? nothing : searchedList(site, shown.called, own)}</section>
<p><a href="${addressOf(site, `/plans/${plan.id}/implementation`, { year: shown.year })}#targets">${text('targets.back')}</a></p>`,
  })
}

/** `academia: event-1, event-2; youth: event-2`, and `participants: 40 event-1, 45 event-2`. */
const togetherCells = ({ together }: RecordShown): [string, string] => [
  (together?.lists ?? [])
    .flatMap(({ entries }) => entries.map(({ entry, by }) => `${entry}: ${by.join(', ')}`))
    .join('; '),
  (together?.numbers ?? [])
    .map(({ field, said }) => `${field}: ${said.map(({ number, by }) => `${number} ${by}`).join(', ')}`)
    .join('; '),
]

const csv = ({ shown }: Loaded): Table => ({
  columns: [
    'indicator',
    'year',
    'as_of',
    'kind',
    'record',
    'actor',
    'on',
    'title',
    'lists',
    'reading',
    'state',
    'reason',
    'one_with',
    'may_be_one_with',
    'word_of',
    'told_together',
    'told_apart',
    'mark',
  ],
  rows: shown.records.flatMap((record) =>
    record.read.map(({ reading, state, reason }) => [
      ...[`${shown.plan}/${shown.number}`, shown.year, shown.asOf, shown.kind, record.id, record.actor],
      ...[record.on, record.title, record.lists.flatMap(({ entries }) => entries).join('; ')],
      ...[reading, state, inEnglish(reason)],
      ...[record.oneWith, record.mayBeOneWith, record.wordOf].map((names) => names.join('; ')),
      ...togetherCells(record),
      record.entered ? enteredMark : null,
    ]),
  ),
})

export const countedPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/implementation/counted',
  summary:
    'The records that could count towards a target of a plan in a year, each with whether it counts and why',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: countedSchema,
  example: async (site) => {
    for (const { id } of await site.data.listPlans())
      if ((await site.data.showCounted({ plan: id })) !== undefined)
        return `/plans/${id}/implementation/counted`
    return undefined
  },
  load,
  page,
  json: ({ shown }) => shown,
  csv,
}
