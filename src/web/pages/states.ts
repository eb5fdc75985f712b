// All States, or those a reader looks for by a name in any language or by a code.
import { z } from '@hono/zod-openapi'
import type { ActorShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { statesSchema } from '../schemas/states.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'

const none = z.object({})
type None = z.output<typeof none>
const query = z.object({ q: z.string().max(100, { message: 'is too long for a name' }).optional() })
type Query = z.output<typeof query>

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** Whether a State answers to what was typed: a part of any of its names, or one of its codes. */
export const matchesState = (state: ActorShown, asked: string): boolean => {
  const wanted = folded(asked.trim())
  if (wanted === '') return true
  if ([state.iso2, state.iso3, state.m49].some((code) => code !== null && folded(code) === wanted))
    return true
  return state.names.some((name) =>
    [name.short, name.formal ?? ''].some((text) => folded(text).includes(wanted)),
  )
}

/** The one State that has exactly this code or name; undefined where none has, or more than one. */
export const stateCalled = async (site: Site, asked: string): Promise<ActorShown | undefined> => {
  const wanted = folded(asked.trim())
  const called = (await site.data.listStates()).filter(({ iso2, iso3, m49, names }) =>
    [iso2, iso3, m49, ...names.flatMap(({ short, formal }) => [short, formal])].some(
      (name) => name !== null && folded(name) === wanted,
    ),
  )
  return called.length === 1 ? called[0] : undefined
}

const byRegion = (site: Site, states: ActorShown[]): [string, ActorShown[]][] =>
  [...Map.groupBy(states, (state) => state.region ?? '')].sort(([a], [b]) =>
    a === '' ? 1 : b === '' ? -1 : site.format.compare(a, b),
  )

const regionSection = (site: Site, region: string, states: ActorShown[]): Html =>
  html`<section class="state-region"><h2>${region === '' ? site.text('states.noRegion') : site.voice.names.ours(region)} <span class="quiet num">${site.format.number(states.length)}</span></h2>
<ul class="state-list" role="list">${states.map(
    (state) =>
      html`<li><a href="${addressOf(site, `/states/${state.id}`)}">${inLanguage(state.name, null)}</a> <span class="code">${state.iso3 ?? state.id}</span></li>`,
  )}</ul></section>`

const page = (site: Site, found: ActorShown[], asked: { query: Query }): Html | Promise<Html> => {
  // Anew: the page's language has other names for them.
  const states = [...found].sort((a, b) => site.format.compare(a.name, b.name))
  const { text } = site
  const q = asked.query.q
  const count =
    q === undefined
      ? text('states.lead', { count: states.length })
      : states.length === 0
        ? text('states.none', { query: q })
        : text('states.found', { count: states.length, query: q })
  return layout(site, {
    title: text('states.title'),
    description: text('states.description'),
    path: '/states',
    query: asked.query,
    crumbs: [{ label: text('states.title') }],
    part: 'states',
    body: html`<header class="head"><h1>${text('states.title')}</h1>
<form class="look-up" method="get" action="${addressOf(site, '/states')}" role="search"><label for="q">${text('home.lookUp.label')}</label><span class="one-line"><input id="q" name="q" type="search" autocomplete="off" value="${q ?? ''}"><button type="submit">${text('home.lookUp.button')}</button></span></form>
<p>${count}${q === undefined ? nothing : html` <a href="${addressOf(site, '/states')}">${text('states.all')}</a>`}</p></header>
<div class="state-regions">${byRegion(site, states).map(([region, here]) => regionSection(site, region, here))}</div>`,
  })
}

export const statesPage: TwinPage<None, Query, ActorShown[]> = {
  path: '/states',
  summary: 'States with their codes, names and regions',
  params: none as unknown as z.ZodType<None>,
  query,
  data: statesSchema,
  load: async (site, asked) =>
    (await site.data.listStates())
      .filter((state) => asked.query.q === undefined || matchesState(state, asked.query.q))
      .sort((a, b) => site.format.compare(a.name, b.name)),
  page,
  json: (states) => ({ states }),
  csv: (states): Table => {
    const languages = [...new Set(states.flatMap((state) => state.names.map((name) => name.language)))].sort()
    return {
      columns: [
        'id',
        'iso2',
        'iso3',
        'm49',
        'un_member',
        'region',
        ...languages.map((code) => `name_${code}`),
      ],
      rows: states.map((state) => [
        state.id,
        state.iso2,
        state.iso3,
        state.m49,
        state.unMember,
        state.region,
        ...languages.map((code) => state.names.find((name) => name.language === code)?.short ?? null),
      ]),
    }
  },
}
