// What the pages about people share: who reads them, how a role is said, who did it, their frame.
import type { Context } from 'hono'
import type { Person } from '../../../accounts/person.ts'
import type { AgentShown, OwnerShown, PeopleData, RoleShown } from '../../data/people.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { type Crumb, layout } from '../../layout.ts'
import { roleName } from '../../role-name.ts'
import type { Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'

export { roleName }

/** The people of the installation, as whoever asks may see and change them. */
export type PeopleFor = (person: Person) => PeopleData

/** Whoever sent the request: their site, and the people as they see them. */
export type Asking = { site: Site; people: PeopleData }

export const askingOf = (c: Context, site: Site, peopleFor: PeopleFor): Asking => {
  const own = siteFor(c, site)
  return { site: own, people: peopleFor(own.person) }
}

/** A day of an instant (ISO 8601), as the language writes it. */
export const dayOf = (site: Site, instant: string): string => site.format.date(instant.slice(0, 10))

/** An owner in words: a State's name, or the secretariat of a treaty. */
export const ownerWords = (site: Site, { name, actor }: OwnerShown): Html =>
  actor === null
    ? site.text.rich('role.ofKeeper', { treaty: inLanguage(name, 'en') })
    : inLanguage(name, null)

/** The same where only text can stand. */
export const ownerText = (site: Site, { name, actor }: OwnerShown): string =>
  actor === null ? site.text('role.ofKeeper', { treaty: name }) : name

/** The name of a department in the reader's language, or in another with its mark. */
export const departmentWords = (site: Site, names: Readonly<Record<string, string>>): Html => {
  const code = [site.language, 'en', ...Object.keys(names)].find((one) => Boolean(names[one]))
  return code === undefined ? html`?` : inLanguage(names[code]!, code)
}

export const departmentText = (site: Site, names: Readonly<Record<string, string>>): string =>
  names[site.language] || names.en || Object.values(names)[0] || '?'

/** Of whom a role is held, and in which world. */
export const ofWords = (site: Site, { role, world, of, department }: RoleShown): Html => {
  const { text } = site
  const whose =
    role === 'administrator'
      ? html`${text('role.withNobody')}`
      : of === null
        ? html`${text('role.ofEveryone')}`
        : ownerWords(site, of)
  const placed =
    world === 'exercise'
      ? text.rich('role.inWorld', { of: whose, world: text('role.world.exercise') })
      : whose
  return department === null
    ? placed
    : html`${placed}, ${text.rich('role.department', { department: departmentWords(site, department.names) })}`
}

/** A role with its owner in one line. */
export const roleWords = (site: Site, shown: RoleShown): Html =>
  html`<b>${roleName(site, shown.role)}</b>, ${ofWords(site, shown)}`

/** Who did it: by name; somebody who has left; or whoever holds the data folder. */
export const agentWords = (site: Site, { agent, name }: AgentShown): Html =>
  name !== null
    ? inLanguage(name, null)
    : html`${site.text(agent.startsWith('person:') ? 'people.left' : 'people.system')}`

/** Hidden fields, for what was typed on the pages before. */
export const hiddenFields = (typed: Readonly<Record<string, string>>, names: readonly string[]): Html =>
  html`${names.flatMap((name) => (typed[name] ? [html`<input type="hidden" name="${name}" value="${typed[name]}">`] : []))}`

export type FrameParts = {
  title: string
  description: string
  path: string
  query?: Record<string, string | undefined>
  crumbs: Crumb[]
  wrong?: readonly Wrong[]
  hasTwins?: boolean
  body: Html
}

/** The page around a form or a list about people. */
export const frame = (site: Site, parts: FrameParts): Html => {
  const { title, description, path, query = {}, crumbs, wrong = [], hasTwins = false, body } = parts
  return layout(site, {
    title: titleOf(site, title, wrong),
    description,
    path,
    query,
    hasTwins,
    part: 'people',
    crumbs:
      crumbs.length === 0
        ? [{ label: site.text('people.title') }]
        : [{ label: site.text('people.title'), path: '/people' }, ...crumbs],
    body: html`${errorSummary(site, wrong)}${body}`,
  })
}

export const cell = (label: string, content: Html | string): Html =>
  html`<td role="cell" data-label="${label}"><span>${content}</span></td>`

export const columnHead = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`

/** A table that becomes blocks on narrow screens; nothing where it has no rows. */
export const plainTable = (caption: string, heads: readonly string[], rows: readonly Html[]): Html =>
  rows.length === 0
    ? nothing
    : html`<table role="table" class="plain stacks"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${heads.map(columnHead)}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`
