// One fact of work on a promise, with what stands around it: what it belongs to and what belongs to it.
import { z } from '@hono/zod-openapi'
import { titleSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import type { Linked, WorkShown } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { idAsked } from '../../schemas/asked.ts'
import { workSchema } from '../../schemas/implementation.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { historyOf } from '../history/parts.ts'
import { factItem } from '../state-facts.ts'
import { meetingLink } from './bodies-section.ts'
import { bodyParts } from './body-parts.ts'
import { meetingParts } from './meeting-parts.ts'
import { scheduleWords, standingMark, workPath, writeLink, writeLinks } from './parts.ts'
import { linkedTo, servesSection } from './serves.ts'
import { targetsServed } from './targets-section.ts'

const params = z.object({ id: idAsked })
const query = z.object({})
type Params = z.output<typeof params>
type Query = z.output<typeof query>

/** What is written down next of a fact of a kind: a fact of which kind, and the field that names this one. */
const next: Readonly<Record<string, readonly (readonly [kind: string, field: string])[]>> = {
  'national-plan': [
    ['plan-action', 'plan'],
    ['budget-line', 'about'],
  ],
  'plan-action': [
    ['progress', 'about'],
    ['step', 'action'],
    ['rescheduling', 'about'],
    ['budget-line', 'about'],
  ],
  step: [
    ['progress', 'about'],
    ['rescheduling', 'about'],
  ],
  task: [
    ['progress', 'about'],
    ['rescheduling', 'about'],
  ],
  'meeting-decision': [['task', 'decision']],
  study: [['recommendation', 'study']],
  recommendation: [['progress', 'about']],
}

/** The same of one fact; meetings of a body have a link of their own. */
const nextOf = ({ kind, body }: WorkShown): readonly (readonly [kind: string, field: string])[] =>
  body === null ? (next[kind] ?? []) : [['body-member', 'body']]

const linkItem = (site: Site, linked: Linked): Html =>
  html`<li>${linked.on === null ? nothing : html`<span class="num">${site.format.date(linked.on)}</span> `}${linkedTo(site, linked)}</li>`

/** What stands to it, by what it is. */
const linkedParts = (site: Site, linked: readonly Linked[]): Html =>
  html`${[...Map.groupBy(linked, ({ kind }) => kind)].map(
    ([kind, own]) =>
      html`<h3>${site.voice.names.kind(kind)}</h3><ul>${own.toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)).map((one) => linkItem(site, one))}</ul>`,
  )}`

/** What a page shows in a part of its own is not listed twice. */
const shownApart = ({
  body,
  meeting,
  names,
  namedBy,
}: WorkShown): { names: Linked[]; namedBy: Linked[] } => ({
  names,
  namedBy: namedBy.filter(({ kind, field }) =>
    body !== null ? field !== 'body' : meeting !== null ? kind !== 'meeting-decision' : true,
  ),
})

/** What a field says where it names others: what they are called, in the page's language. */
const calledIn = (site: Site, { called, names }: WorkShown) => {
  const titles = new Map(
    names.map(({ id, kind, fields }) => [id, titleSays(site.voice, { kind, body: fields })]),
  )
  return (id: string): string => titles.get(id) ?? called[id] ?? id
}

/** What is stated of it, in words; what stands in a part of its own below is left out here. */
const stated = (site: Site, shown: WorkShown): WorkShown['fact'] => statedOf(site, shown, shown.fact)

/** One version of it in words. */
const statedOf = (site: Site, shown: WorkShown, fact: WorkShown['fact']): WorkShown['fact'] => {
  const of = calledIn(site, shown)
  // An earlier version says all it said.
  const isEarlier = fact !== shown.fact
  const apart = isEarlier
    ? []
    : ['title', ...(shown.meeting === null ? [] : ['agenda', 'minutes', 'present'])]
  const served = new Set(
    shown.serves.flatMap(({ id, through }) => [id, ...(through === null ? [] : [through.id])]),
  )
  const isServed = (value: unknown): boolean =>
    Array.isArray(value) ? value.every((one) => served.has(one)) : served.has(String(value))
  const fields = fact.fields
    .filter(
      ({ name, value }) =>
        isEarlier || (!apart.includes(name) && !(shown.naming.includes(name) && isServed(value))),
    )
    .map((field) => {
      const { name, value } = field
      if (!shown.naming.includes(name)) return field
      if (Array.isArray(value)) return { ...field, value: value.map(of) }
      return typeof value === 'string' ? { ...field, value: of(value) } : field
    })
  return { ...fact, fields }
}

/** Its title in the page's language. */
const titleOf = (site: Site, { kind, fact }: WorkShown): string =>
  titleSays(site.voice, {
    kind,
    body: Object.fromEntries(fact.fields.map(({ name, value }) => [name, value])),
  })

const page = async (site: Site, shown: WorkShown): Promise<Html> => {
  const { text } = site
  const kind = site.voice.names.kind(shown.kind)
  const title = titleOf(site, shown)
  const { names, namedBy } = shownApart(shown)
  const [instrument] = shown.instruments
  const { body } = shown
  const plans = body === null ? [] : shown.instruments
  const served =
    body === null
      ? nothing
      : (await Promise.all(plans.map((plan) => site.data.showTargets({ plan })))).map((targets) =>
          targetsServed(site, targets, body.carriesOut),
        )
  return layout(site, {
    title: text('implementation.thing.title', { kind, title }),
    description: text('implementation.thing.description', { kind, name: shown.actorName }),
    path: workPath(shown.id),
    crumbs: [
      ...(instrument === undefined
        ? []
        : [{ label: text('implementation.crumb'), path: `/plans/${instrument}/implementation` }]),
      { label: kind },
    ],
    part: 'plans',
    body: html`<header class="head"><p class="kicker">${text.rich('newFact.kicker', { kind, name: inLanguage(shown.actorName, null) })}</p><h1>${inLanguage(title, shown.fact.language)}</h1>
${shown.meeting?.topic == null ? nothing : html`<p class="lead">${inLanguage(shown.meeting.topic, shown.meeting.language)}</p>`}
${shown.instruments.map((id) => html`<p><a href="${addressOf(site, `/plans/${id}/implementation`)}">${text('implementation.crumb')}: ${inLanguage(shown.called[id] ?? id, null)}</a></p>`)}</header>
${shown.withdrawn === null ? nothing : html`<p class="notice">${text('implementation.withdrawn', { date: site.format.date(shown.withdrawn.on) })}${shown.withdrawn.reason === null ? nothing : html` ${text('implementation.withdrawn.why')}: ${inLanguage(shown.withdrawn.reason, null)}`}</p>`}
${shown.stands === null ? nothing : html`<p>${standingMark(site, shown.stands.standing)} ${scheduleWords(site, shown.stands.schedule)}</p>`}
<ul class="facts" role="list">${factItem(site, stated(site, shown))}</ul>
${shown.withdrawn !== null ? nothing : writeLinks([shown.body === null ? nothing : meetingLink(site, shown.body, shown), ...nextOf(shown).map(([of, field]) => writeLink(site, { kind: of, actors: [shown.actor, ...shown.parties], called: shown.called, label: text('implementation.add', { kind: site.voice.names.kind(of) }), fields: { [field]: shown.id } }))])}
${shown.meeting === null ? nothing : meetingParts(site, shown.meeting, shown)}
${served}
${shown.body === null ? nothing : bodyParts(site, shown.body, { called: shown.called, asOf: site.today() })}
${servesSection(site, shown.serves)}
${names.length === 0 ? nothing : html`<section aria-labelledby="belongs"><h2 id="belongs">${text('implementation.belongsTo')}</h2>${linkedParts(site, names)}</section>`}
${namedBy.length === 0 ? nothing : html`<section aria-labelledby="around"><h2 id="around">${text('implementation.around')}</h2>${linkedParts(site, namedBy)}</section>`}
${shown.earlier.length === 0 ? nothing : html`<section aria-labelledby="earlier"><h2 id="earlier">${text('implementation.earlier')}</h2><p>${text('implementation.earlier.lead')}</p><ul class="facts" role="list">${shown.earlier.map((fact) => factItem(site, statedOf(site, shown, fact)))}</ul></section>`}
${await historyOf(site, `fact:${shown.id}`)}`,
  })
}

/** What it says by field, what it names and serves, and of a body what happened: one row each. */
const csv = (shown: WorkShown): Table => {
  const row = (
    field: string,
    value: string | number | boolean | null,
    to: string | null,
    on: string | null,
  ) => [...[shown.id, shown.actor, shown.kind, shown.title, field, value, to, on]]
  return {
    columns: ['id', 'actor', 'kind', 'title', 'field', 'value', 'to', 'on'],
    rows: [
      ...shown.fact.fields.map(({ name, value }) =>
        row(name, Array.isArray(value) ? JSON.stringify(value) : value, null, null),
      ),
      ...shown.serves.map((part) => row('serves', part.text, part.id, null)),
      ...[...shown.names, ...shown.namedBy].map((one) => row(one.field, one.title, one.id, one.on)),
      ...(shown.body?.log ?? []).map((entry) => row(`log: ${entry.what}`, entry.words, entry.id, entry.on)),
    ],
  }
}

export const workPage: TwinPage<Params, Query, WorkShown> = {
  path: '/implementation/{id}',
  summary: 'A plan of work, an action, a body, a meeting, a decision, a task, an event or a recommendation',
  params,
  query,
  data: workSchema,
  example: async (site) => {
    for (const { id } of await site.data.listPlans()) {
      const plan = (await site.data.showImplementation(id))?.plans[0]
      if (plan !== undefined) return workPath(plan.id)
    }
    return undefined
  },
  load: async (site, asked) => {
    const { id } = asked.params
    const shown = await site.data.showWork(id)
    if (shown !== undefined) return shown
    const choices = await site.data.listWorkCalled(id)
    if (choices.length === 0) throw problem('not-found', site.text('implementation.lost'))
    throw problem(
      'not-found',
      site.text('implementation.several', { id }),
      choices.map((one) => ({
        path: addressOf(site, workPath(one.id)),
        message: `${one.actorName}: ${site.voice.names.kind(one.kind)}: ${one.title}`,
      })),
    )
  },
  page: (site, shown) => page(site, shown),
  json: (shown) => shown,
  csv,
}
