// Who works here: everyone with an account for administrators, one's own for those who manage some; found by name and role.
import { z } from '@hono/zod-openapi'
import { roles } from '../../../accounts/person.ts'
import { fold } from '../../../search/letters.ts'
import type { PeopleListed, PersonListed, RoleShown } from '../../data/people.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { peopleSchema } from '../../schemas/people.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { cell, dayOf, frame, ownerText, type PeopleFor, plainTable, roleName, roleWords } from './parts.ts'

const none = z.object({})
type None = z.output<typeof none>
const asked = z.object({
  q: z.string().max(200).optional().openapi({ description: 'Part of a name or an address' }),
  role: z.enum(roles).optional().openapi({ description: 'Only who holds this role' }),
  of: z.string().max(200).optional().openapi({ description: 'Only who holds a role of this owner' }),
})
type Asked = z.output<typeof asked>

type Loaded = PeopleListed & { giving: Awaited<ReturnType<ReturnType<PeopleFor>['showGiving']>>; all: number }

const isFound = ({ name, address, grants }: PersonListed, { q, role, of }: Asked): boolean => {
  const words = fold(`${name} ${address}`)
  return (
    (q === undefined ||
      fold(q)
        .split(/\s+/)
        .every((word) => words.includes(word))) &&
    ((role === undefined && of === undefined) ||
      grants.some(
        (grant) => (role ?? grant.role) === grant.role && (of === undefined || grant.of?.of === of),
      ))
  )
}

const option = (value: string, label: string, isChosen: boolean): Html =>
  html`<option value="${value}"${isChosen ? html` selected` : nothing}>${label}</option>`

const filterForm = (site: Site, { owners }: Loaded, query: Asked): Html => {
  const { text } = site
  const any = text('people.filter.any')
  return html`<form class="ask" method="get" action="${addressOf(site, '/people')}" aria-label="${text('people.filter')}">
<p><label for="ask-q">${text('people.filter.q')}</label><input id="ask-q" type="text" name="q" autocomplete="off" value="${query.q ?? ''}"></p>
<p><label for="ask-role">${text('people.filter.role')}</label><select id="ask-role" name="role">${option('', any, query.role === undefined)}${roles.map((role) => option(role, roleName(site, role), role === query.role))}</select></p>
<p><label for="ask-of">${text('people.filter.of')}</label><select id="ask-of" name="of">${option('', any, query.of === undefined)}${owners
    .map((owner) => ({ of: owner.of, words: ownerText(site, owner) }))
    .toSorted((a, b) => site.format.compare(a.words, b.words))
    .map((one) => option(one.of, one.words, one.of === query.of))}</select></p>
<p><button type="submit">${text('people.filter.button')}</button></p></form>`
}

const roleList = (site: Site, grants: readonly RoleShown[]): Html =>
  grants.length === 0
    ? html`<span class="quiet">${site.text('people.noRoles')}</span>`
    : html`<ul class="roles" role="list">${grants.map((grant) => html`<li>${roleWords(site, grant)}</li>`)}</ul>`

const row = (site: Site, { personId, name, address, since, grants }: PersonListed): Html =>
  html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/people/${personId}`)}">${inLanguage(name, null)}</a></th>${cell(site.text('people.roles'), roleList(site, grants))}${cell(site.text('people.address'), inLanguage(address, null))}${cell(site.text('people.since'), dayOf(site, since))}</tr>`

const departmentLinks = (site: Site, { giving }: Loaded): Html => {
  const { text } = site
  if (giving === 'all')
    return html`<li><a href="${addressOf(site, '/people/departments')}">${text('people.departments')}</a></li><li><a href="${addressOf(site, '/people/letters')}">${text('unsent.title')}</a></li>`
  return html`${giving
    .filter(({ of }) => of.actor !== null)
    .map(
      ({ world, of }) =>
        html`<li><a href="${addressOf(site, `/people/departments/${world}/${of.of}`)}">${text.rich('people.departments.of', { name: ownerText(site, of) })}${world === 'exercise' ? html` (${text('role.world.exercise')})` : nothing}</a></li>`,
    )}`
}

const page = (site: Site, loaded: Loaded, { query }: { query: Asked }): Html | Promise<Html> => {
  const { text } = site
  const { people, all, giving } = loaded
  const sorted = people.toSorted((a, b) => site.format.compare(a.name, b.name))
  const heads = ['people.name', 'people.roles', 'people.address', 'people.since'] as const
  return frame(site, {
    title: text('people.title'),
    description: text('people.description'),
    path: '/people',
    query,
    hasTwins: true,
    crumbs: [],
    body: html`<header class="head"><h1>${text('people.title')}</h1><p class="lead">${text(giving === 'all' ? 'people.lead.all' : 'people.lead.own', { count: all })}</p></header>
<ul class="page-links" role="list"><li><a class="as-button" href="${addressOf(site, '/people/invite')}">${text('people.invite')}</a></li><li><a href="${addressOf(site, '/people/invitations')}">${text('people.invitations')}</a></li>${departmentLinks(site, loaded)}</ul>
${filterForm(site, loaded, query)}
${people.length === all ? nothing : html`<p>${people.length === 0 ? text('people.none') : text('people.shown', { n: people.length, N: all })}</p>`}
${plainTable(
  text('people.title'),
  heads.map((key) => text(key)),
  sorted.map((one) => row(site, one)),
)}`,
  })
}

const table = ({ people }: Loaded): Table => ({
  columns: ['person', 'name', 'address', 'account_since', 'role', 'role_world', 'of', 'department'],
  rows: people.flatMap(({ personId, name, address, since, grants }) =>
    (grants.length === 0 ? [undefined] : grants).map((grant) => [
      personId,
      name,
      address,
      since,
      grant?.role ?? null,
      grant?.world ?? null,
      grant?.of?.of ?? null,
      grant?.department?.id ?? null,
    ]),
  ),
})

/** The list of people, for those who manage some. */
export const peoplePage = (peopleFor: PeopleFor): TwinPage<None, Asked, Loaded> => ({
  path: '/people',
  summary: 'Who works here, with which roles',
  params: none as unknown as z.ZodType<None>,
  query: asked,
  data: peopleSchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  load: async (site, { query }) => {
    const data = peopleFor(site.person)
    const listed = await data.listPeople()
    return {
      ...listed,
      all: listed.people.length,
      people: listed.people.filter((one) => isFound(one, query)),
      giving: await data.showGiving(),
    }
  },
  page,
  json: ({ people, all }) => ({ count: all, people }),
  csv: table,
})
