// One person: the roles they hold, since when and by whom, and those that have ended.
import { z } from '@hono/zod-openapi'
import { thingKey } from '../../../db/thing-key.ts'
import { problem } from '../../../problem.ts'
import { findLanguage } from '../../../words/languages.ts'
import type { AgentShown, GrantShown, PersonShown } from '../../data/people.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { idAsked } from '../../schemas/asked.ts'
import { personSchema } from '../../schemas/people.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { historyOf } from '../history/parts.ts'
import { agentWords, cell, dayOf, frame, ofWords, type PeopleFor, plainTable, roleName } from './parts.ts'

const params = z.object({ person: idAsked })
type Params = z.output<typeof params>
const none = z.object({})
type None = z.output<typeof none>

const whenBy = (site: Site, instant: string, by: AgentShown): Html =>
  site.text.rich('person.by', { date: dayOf(site, instant), name: agentWords(site, by) })

const endLink = (site: Site, personId: string, grant: GrantShown): Html =>
  grant.mayEnd
    ? html`<a href="${addressOf(site, `/people/${personId}/roles/${grant.grantId}/end`)}">${site.text('person.end')}<span class="vh">: ${roleName(site, grant.role)}</span></a>`
    : nothing

const heldRow = (site: Site, personId: string, grant: GrantShown): Html => {
  const { text } = site
  return html`<tr role="row"><th role="rowheader" scope="row">${roleName(site, grant.role)}</th>${cell(text('person.of'), ofWords(site, grant))}${cell(text('person.given'), whenBy(site, grant.since, grant.by))}${cell(text('enter.actions'), endLink(site, personId, grant))}</tr>`
}

const endedRow = (site: Site, grant: GrantShown): Html => {
  const { text } = site
  const ended =
    grant.until === null || grant.endedBy === null ? nothing : whenBy(site, grant.until, grant.endedBy)
  return html`<tr role="row"><th role="rowheader" scope="row">${roleName(site, grant.role)}</th>${cell(text('person.of'), ofWords(site, grant))}${cell(text('person.given'), whenBy(site, grant.since, grant.by))}${cell(text('person.ended.when'), ended)}</tr>`
}

/** Another address they asked for, with the button of whoever may confirm it. */
const addressWish = (site: Site, { personId, addressAsked }: PersonShown): Html =>
  addressAsked === null
    ? nothing
    : html`<div class="notice"><p>${site.text.rich('person.wish', { address: inLanguage(addressAsked.address, null), date: dayOf(site, addressAsked.until) })}</p><form method="post" action="${addressOf(site, `/people/${personId}/address`)}"><p class="buttons"><button type="submit" class="second" name="address" value="${addressAsked.address}">${site.text('person.wish.confirm')}</button></p></form></div>`

const page = async (site: Site, shown: PersonShown): Promise<Html> => {
  const { text } = site
  const { personId, name, grants } = shown
  const held = grants.filter(({ until }) => until === null)
  const ended = grants.filter(({ until }) => until !== null)
  const heads = [text('person.role'), text('person.of'), text('person.given')]
  const readsIn = findLanguage(shown.language)?.name ?? shown.language
  return frame(site, {
    title: name,
    description: text('person.description'),
    path: `/people/${personId}`,
    hasTwins: true,
    crumbs: [{ label: name, language: '' }],
    body: html`<header class="head"><p class="kicker">${text('person.kicker')}</p><h1>${inLanguage(name, null)}</h1></header>
<dl class="checked"><div><dt>${text('people.address')}</dt><dd>${inLanguage(shown.address, null)}</dd></div><div><dt>${text('person.language')}</dt><dd>${inLanguage(readsIn, shown.language)}</dd></div><div><dt>${text('people.since')}</dt><dd>${dayOf(site, shown.since)}</dd></div><div><dt>${text('person.second')}</dt><dd>${text(shown.hasSecondFactor ? 'person.second.yes' : 'person.second.no')}</dd></div></dl>
${addressWish(site, shown)}<section aria-labelledby="held"><h2 id="held">${text('person.held')}</h2>
${
  held.length === 0
    ? html`<p>${text('person.held.none')}</p>`
    : plainTable(
        text('person.held'),
        [...heads, text('enter.actions')],
        held.map((grant) => heldRow(site, personId, grant)),
      )
}
${shown.mayGive ? html`<p><a class="as-button" href="${addressOf(site, `/people/${personId}/roles/new`)}">${text('person.give')}</a></p>` : nothing}</section>
${
  ended.length === 0
    ? nothing
    : html`<section aria-labelledby="ended"><h2 id="ended">${text('person.ended')}</h2>${plainTable(
        text('person.ended'),
        [...heads, text('person.ended.when')],
        ended.map((grant) => endedRow(site, grant)),
      )}</section>`
}
${shown.mayGiveWayBack ? html`<p><a href="${addressOf(site, `/people/${personId}/way-back`)}">${text('person.wayBack')}</a></p>` : nothing}
${await historyOf(site, thingKey.person(personId))}${shown.mayForget ? html`<p><a href="${addressOf(site, `/people/${personId}/forget`)}">${text('person.forget')}</a></p>` : nothing}`,
  })
}

const table = ({ personId, grants }: PersonShown): Table => ({
  columns: [
    ...[
      'person',
      'grant',
      'role',
      'role_world',
      'of',
      'department',
      'given_at',
      'given_by',
      'ended_at',
      'ended_by',
    ],
  ],
  rows: grants.map((grant) => [
    ...[personId, grant.grantId, grant.role, grant.world, grant.of?.of ?? null, grant.department?.id ?? null],
    ...[grant.since, grant.by.agent, grant.until, grant.endedBy?.agent ?? null],
  ]),
})

/** A person, or `not-found` where whoever asks has nothing to do with them. */
export const getPerson = async (
  people: ReturnType<PeopleFor>,
  site: Site,
  id: string,
): Promise<PersonShown> => {
  const found = await people.findPerson(id)
  if (found === undefined) throw problem('not-found', site.text('problem.notFound'))
  return found
}

/** One person's page. */
export const personPage = (peopleFor: PeopleFor): TwinPage<Params, None, PersonShown> => ({
  path: '/people/{person}',
  summary: 'The roles of one person',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: personSchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  load: (site, asked) => getPerson(peopleFor(site.person), site, asked.params.person),
  page,
  json: (shown) => shown,
  csv: table,
})
