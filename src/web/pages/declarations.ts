// What an owner has said of its own records: which are complete, for which days, by whose word, and what was taken back.
import { z } from '@hono/zod-openapi'
import { thingKey } from '../../db/thing-key.ts'
import { problem } from '../../problem.ts'
import type { DeclaredShown } from '../data/declarations.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { idAsked } from '../schemas/asked.ts'
import { declarationsSchema } from '../schemas/declarations.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { enteredMark, type TwinPage } from '../twin.ts'
import { declareLinks } from './enter/complete.ts'
import { toldLine } from './enter/told.ts'
import { historyPath } from './history/parts.ts'
import { crumbsOfState } from './of-state.ts'

const params = z.object({ actor: idAsked })
type Params = z.output<typeof params>
const query = z.object({
  after: z
    .enum(['declare'])
    .optional()
    .openapi({ description: 'What its reader has just done; said on top of the page' }),
})
type Query = z.output<typeof query>
type Loaded = { actor: string; name: string; declarations: DeclaredShown[]; lookedBack: ReadonlySet<string> }

const load = async (site: Site, { params: { actor: id } }: { params: Params }): Promise<Loaded> => {
  const actor = await site.data.findActor(id)
  if (actor === undefined) throw problem('not-found', `Nobody is held under "${id}".`)
  const declarations = await site.data.listDeclarations(actor.id)
  const things =
    site.person.as === 'public'
      ? []
      : await Promise.all(declarations.map((one) => site.data.history.lookBack(thingKey.coverage(one.id))))
  return {
    ...{ actor: actor.id, name: actor.name, declarations },
    lookedBack: new Set(things.filter((thing) => thing !== undefined)),
  }
}

const levels: Record<DeclaredShown['level'], TextKey> = {
  complete: 'declared.level.complete',
  partial: 'declared.level.partial',
  none: 'declared.level.none',
}

const row = (site: Site, one: DeclaredShown, labels: readonly string[], { lookedBack }: Loaded): Html => {
  const { text, format } = site
  const days =
    one.to === null
      ? text('declared.open', { from: format.shortDate(one.from) })
      : text('declared.span', { from: format.shortDate(one.from), to: format.shortDate(one.to) })
  const thing = thingKey.coverage(one.id)
  return html`<tr role="row"><th role="rowheader" scope="row">${site.voice.names.register(one.register)}</th><td role="cell" data-label="${labels[1]}"><span>${text(levels[one.level])}${one.takenBackOn === null ? nothing : html`<span class="block quiet">${text('declared.takenBack', { date: format.shortDate(one.takenBackOn) })}</span>`}</span></td><td role="cell" data-label="${labels[2]}">${days}</td><td role="cell" data-label="${labels[3]}"><span>${inLanguage(one.statedBy, null)}<span class="block quiet">${text('fact.knownFrom', { date: format.shortDate(one.knownFrom) })}${lookedBack.has(thing) ? html` · <a href="${addressOf(site, historyPath(thing))}">${text('declared.history')}<span class="vh">: ${site.voice.names.register(one.register)}, ${days}</span></a>` : nothing}</span>${one.note === null ? nothing : html`<span class="block">${inLanguage(one.note, null)}</span>`}${one.entered ? html`<span class="entered">${text('fact.entered')}</span>` : nothing}</span></td></tr>`
}

const table = (site: Site, loaded: Loaded): Html => {
  const { text } = site
  const labels = [text('declared.records'), text('declared.says'), text('declared.days'), text('declared.by')]
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('declared.link')}</caption><thead role="rowgroup"><tr role="row">${labels.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}</tr></thead><tbody role="rowgroup">${loaded.declarations.map((one) => row(site, one, labels, loaded))}</tbody></table>`
}

const page = (site: Site, loaded: Loaded, { query: asked }: { query: Query }): Html | Promise<Html> => {
  const { text } = site
  const { actor, name, declarations } = loaded
  const isDone = asked.after === 'declare' && declarations.length > 0
  return layout(site, {
    title: text('declared.title', { name }),
    description: text('declared.description', { name }),
    path: `/declarations/${actor}`,
    crumbs: crumbsOfState(site, { id: actor, name }, { label: text('declared.link') }),
    part: 'states',
    body: html`${isDone ? toldLine(text('declared.done')) : nothing}<header class="head"><h1>${text('declared.title', { name })}</h1><p class="lead">${text('declared.lead')}</p></header>
${declarations.length === 0 ? html`<p>${text('declared.none', { name })}</p>` : table(site, loaded)}
${declareLinks(site, [{ id: actor, name }])}`,
  })
}

export const declarationsPage: TwinPage<Params, Query, Loaded> = {
  path: '/declarations/{actor}',
  summary: 'What an actor has said of its own records: which are complete, for which days',
  params,
  query,
  data: declarationsSchema,
  example: async (site) => {
    const [first] = await site.data.listStates()
    return first === undefined ? undefined : `/declarations/${first.id}`
  },
  load,
  page,
  json: ({ actor, name, declarations }) => ({ actor, name, declarations }),
  csv: ({ actor, name, declarations }) => ({
    columns: [
      ...['actor', 'name', 'id', 'register', 'level', 'from', 'to', 'stated_by', 'known_from'],
      ...['recorded_at', 'taken_back_on', 'note', 'mark'],
    ],
    rows: declarations.map((one) => [
      ...[actor, name, one.id, one.register, one.level, one.from, one.to, one.statedBy, one.knownFrom],
      ...[one.recordedAt, one.takenBackOn, one.note, one.entered ? enteredMark : null],
    ]),
  }),
}
