// One fact of work on a promise, with what stands around it: what it belongs to and what belongs to it.
import { z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import type { Linked, WorkShown } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { idAsked } from '../../schemas/asked.ts'
import { workSchema } from '../../schemas/implementation.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import { historyOf } from '../history/parts.ts'
import { factItem } from '../state-facts.ts'
import { workLink, workPath, writeLink, writeLinks } from './parts.ts'

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
  'working-body': [
    ['working-group-meeting', 'body'],
    ['body-meeting', 'body'],
    ['body-member', 'body'],
  ],
  'working-group-meeting': [['meeting-decision', 'meeting']],
  'review-meeting': [['meeting-decision', 'meeting']],
  'body-meeting': [['meeting-decision', 'meeting']],
  'meeting-decision': [['task', 'decision']],
  study: [['recommendation', 'study']],
  recommendation: [['progress', 'about']],
}

const linkItem = (site: Site, { id, title, on }: Linked): Html =>
  html`<li>${on === null ? nothing : html`<span class="num">${site.format.date(on)}</span> `}${workLink(site, id, inLanguage(title, null))}</li>`

/** What stands to it, by what it is. */
const linkedParts = (site: Site, linked: readonly Linked[]): Html =>
  html`${[...Map.groupBy(linked, ({ kind }) => kind)].map(
    ([kind, own]) =>
      html`<h3>${site.voice.names.kind(kind)}</h3><ul>${own.toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)).map((one) => linkItem(site, one))}</ul>`,
  )}`

/** The fields that name others are said in words; everything else as any fact says it. */
const named = ({ fact, called }: WorkShown): WorkShown['fact'] => ({
  ...fact,
  fields: fact.fields.map((field) => {
    const { value } = field
    const of = (id: string): string => called[id] ?? id
    const words = Array.isArray(value)
      ? value.map((one) => (typeof one === 'string' ? of(one) : one))
      : typeof value === 'string'
        ? of(value)
        : value
    return { ...field, value: words }
  }),
})

const page = async (site: Site, shown: WorkShown): Promise<Html> => {
  const { text } = site
  const kind = site.voice.names.kind(shown.kind)
  const [instrument] = shown.instruments
  return layout(site, {
    title: text('implementation.thing.title', { kind, title: shown.title }),
    description: text('implementation.thing.description', { kind, name: shown.actorName }),
    path: workPath(shown.id),
    crumbs: [
      ...(instrument === undefined
        ? []
        : [{ label: text('implementation.crumb'), path: `/plans/${instrument}/implementation` }]),
      { label: kind },
    ],
    part: 'plans',
    body: html`<header class="head"><p class="kicker">${text.rich('newFact.kicker', { kind, name: inLanguage(shown.actorName, null) })}</p><h1>${inLanguage(shown.title, shown.fact.language)}</h1>
${shown.instruments.map((id) => html`<p><a href="${addressOf(site, `/plans/${id}/implementation`)}">${text('implementation.crumb')}: ${inLanguage(shown.called[id] ?? id, null)}</a></p>`)}</header>
<ul class="facts" role="list">${factItem(site, named(shown))}</ul>
${writeLinks((next[shown.kind] ?? []).map(([of, field]) => writeLink(site, { kind: of, actors: [shown.actor], label: text('implementation.add', { kind: site.voice.names.kind(of) }), fields: { [field]: shown.id } })))}
${shown.names.length === 0 ? nothing : html`<section aria-labelledby="belongs"><h2 id="belongs">${text('implementation.belongsTo')}</h2>${linkedParts(site, shown.names)}</section>`}
${shown.namedBy.length === 0 ? nothing : html`<section aria-labelledby="around"><h2 id="around">${text('implementation.around')}</h2>${linkedParts(site, shown.namedBy)}</section>`}
${await historyOf(site, `fact:${shown.id}`)}`,
  })
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
    const shown = await site.data.showWork(asked.params.id)
    if (shown === undefined) throw problem('not-found', site.text('implementation.lost'))
    return shown
  },
  page: (site, shown) => page(site, shown),
  json: (shown) => shown,
  csv: (shown) => ({
    columns: ['id', 'actor', 'kind', 'title', 'field', 'value', 'to'],
    rows: [
      ...shown.fact.fields.map(({ name, value }) => [
        ...[shown.id, shown.actor, shown.kind, shown.title, name],
        ...[Array.isArray(value) ? JSON.stringify(value) : value, null],
      ]),
      ...[...shown.names, ...shown.namedBy].map((one) => [
        ...[shown.id, shown.actor, shown.kind, shown.title, one.field, one.title, one.id],
      ]),
    ],
  }),
}
