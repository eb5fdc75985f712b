// Where somebody's work is: for each role they hold the pages on which it is done, in the world it is for.
import { entersAny } from '../../../accounts/may.ts'
import type { Grant, Person } from '../../../accounts/person.ts'
import type { PeopleData, RoleShown } from '../../data/people.ts'
import { type Html, html, nothing } from '../../html.ts'
import { roleName } from '../../role-name.ts'
import { addressIn, baseOf, type Site } from '../../site.ts'
import { ofWords } from '../people/parts.ts'

type Place = { path: string; label: string }

/** The pages on which one role works; `person` as if they held it alone, so that no page is named for another's sake. */
const placesOf = (site: Site, grant: Grant, shown: RoleShown): Place[] => {
  const { text } = site
  const { role, world } = grant
  if (role === 'administrator' || world === null)
    return [
      { path: '/people', label: text('people.title') },
      { path: '/audit', label: text('audit.title') },
    ]
  const alone: Person = site.person.as === 'person' ? { ...site.person, grants: [grant] } : site.person
  const enters = (['report', 'fact'] as const).some((entered) => entersAny(alone, entered, world))
  const isReader = role === 'partner' || role === 'committee-member'
  const counts = role === 'reviewer' || role === 'committee-member'
  const actor = shown.of?.actor ?? null
  return [
    ...(enters ? [{ path: '/enter', label: text('enter.title') }] : []),
    ...(isReader ? [] : [{ path: '/waiting', label: text('waiting.title') }]),
    ...(counts ? [{ path: '/releases', label: text('releases.title') }] : []),
    ...(shown.of === null || actor === null
      ? [{ path: '/states', label: text('states.title') }]
      : [{ path: `/states/${actor}`, label: shown.of.name }]),
  ]
}

/** Their roles, each with where to begin; nothing for somebody without any. */
export const beginHere = async (
  site: Site,
  grants: readonly Grant[],
  people: PeopleData | undefined,
): Promise<Html> => {
  if (people === undefined || grants.length === 0) return nothing
  const { text } = site
  const lines = await Promise.all(
    grants.map(async (grant) => {
      const shown = await people.roleShown(grant)
      const base = baseOf(grant.world ?? 'register', site.language)
      const links = placesOf(site, grant, shown).map(
        ({ path, label }) => html`<a href="${addressIn({ base }, path)}">${label}</a>`,
      )
      const role = roleName(site, grant.role)
      const said =
        grant.role === 'administrator'
          ? html`${text('beginHere.administrator')}`
          : text.rich('beginHere.role', { role, of: ofWords(site, shown) })
      return html`<li>${said} ${links.map((link, i) => html`${i === 0 ? nothing : ' · '}${link}`)}</li>`
    }),
  )
  return html`<section aria-labelledby="begin-here"><h2 id="begin-here">${text('beginHere.title')}</h2><ul>${lines}</ul></section>`
}
