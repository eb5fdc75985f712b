// Choosing a role step by step: which, and where; of whom, and in which department. Inviting and giving share it.
import { keeperOf, type Role, roles } from '../../../accounts/person.ts'
import { heldWith, type NewRole, type RoleFault } from '../../../accounts/role-rules.ts'
import type { World } from '../../../db/store.ts'
import type { GivingShown, PeopleData } from '../../data/people.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml, type Option } from '../../forms/field.ts'
import { type Html, html } from '../../html.ts'
import type { Site } from '../../site.ts'
import { departmentText, ownerText, roleName, roleWords } from './parts.ts'

/** What is typed on the way to a role, by field. */
export type TypedRole = Readonly<Record<string, string>>

/** The fields that say which role it is. */
export const roleFields = ['role', 'world', 'where', 'actor', 'treaty', 'reach', 'department'] as const

const isRole = (text: string | undefined): text is Role => roles.some((role) => role === text)

const asWorld = (text: string | undefined): World | null =>
  text === 'register' || text === 'exercise' ? text : null

/** "Averland (XAA)", as a list of suggestions writes an actor. */
const suggestionOf = ({ id, name }: { id: string; name: string }): string => `${name} (${id})`

/** The actor that was typed: by its suggestion, its id or its name; what was typed where there is none. */
export const actorTyped = (
  typed: string,
  actors: readonly { id: string; name: string }[],
): { id: string; isHeld: boolean } => {
  const words = typed.trim()
  const wanted = words.toLocaleLowerCase('en')
  const found = actors.find(
    (actor) =>
      actor.id === words ||
      suggestionOf(actor) === words ||
      actor.name.toLocaleLowerCase('en') === wanted ||
      actor.id.toLocaleLowerCase('en') === wanted,
  )
  return found === undefined ? { id: words, isHeld: false } : { id: found.id, isHeld: true }
}

/** Where whoever asks gives roles, where it is not everywhere. */
const placesOf = (giving: GivingShown) => (giving === 'all' ? [] : giving)
const placeKey = ({ world, of }: { world: World; of: { of: string } }): string => `${world}/${of.of}`

/** What is wrong with the first step: which role, and in which world or with whom. */
export const wrongInFirst = (site: Site, giving: GivingShown, typed: TypedRole): Wrong[] => {
  const wrong: Wrong[] = []
  if (!isRole(typed.role))
    wrong.push({ field: 'role', label: site.text('giveRole.which'), words: site.text('roleFault.role') })
  if (giving === 'all') {
    if (typed.role !== 'administrator' && asWorld(typed.world) === null)
      wrong.push({
        field: 'world',
        label: site.text('giveRole.world'),
        words: site.text('roleFault.worldNeeded'),
      })
    return wrong
  }
  const place = placeIn(giving, typed)
  if (place === undefined)
    wrong.push({ field: 'where', label: site.text('giveRole.where'), words: site.text('issue.missing') })
  else if (isRole(typed.role) && !place.roles.includes(typed.role))
    wrong.push({ field: 'role', label: site.text('giveRole.which'), words: site.text('roleFault.role') })
  return wrong
}

const placeIn = (giving: GivingShown, typed: TypedRole) => {
  const places = placesOf(giving)
  return places.length === 1 ? places[0] : places.find((one) => placeKey(one) === typed.where)
}

/** The first step. */
export const firstStep = (
  site: Site,
  giving: GivingShown,
  typed: TypedRole,
  wrong: readonly Wrong[],
): Html => {
  const { text } = site
  const places = placesOf(giving)
  const offered =
    giving === 'all' ? roles : roles.filter((role) => places.some((one) => one.roles.includes(role)))
  const fields: Field[] = [
    {
      as: 'choice',
      name: 'role',
      label: text('giveRole.which'),
      isNeeded: true,
      options: offered.map((role) => ({
        value: role,
        label: html`<b>${roleName(site, role)}</b>: ${text(`role.${role}.does`)}`,
      })),
    },
  ]
  if (giving === 'all')
    fields.push({
      as: 'choice',
      name: 'world',
      label: text('giveRole.world'),
      hint: text('giveRole.world.hint'),
      isNeeded: true,
      options: (['register', 'exercise'] as const).map((world) => ({
        value: world,
        label: text(`role.world.${world}`),
      })),
    })
  else if (places.length > 1)
    fields.push({
      as: 'select',
      name: 'where',
      label: text('giveRole.where'),
      isNeeded: true,
      options: [
        { value: '', label: text('giveRole.choose') },
        ...places.map((one) => ({
          value: placeKey(one),
          label: text('role.inWorld', {
            of: ownerText(site, one.of),
            world: text(`role.world.${one.world}`),
          }),
        })),
      ],
    })
  const filled = { typed, wrong: byField(wrong) }
  return html`<div class="role-choice">${fields.map((field) => fieldHtml(site, field, filled))}</div>`
}

const actorField = (
  site: Site,
  actors: readonly { id: string; name: string }[],
  words: { label: string; hint: string; isNeeded?: boolean },
): Field => ({
  as: 'text',
  name: 'actor',
  ...words,
  suggestions: actors.toSorted((a, b) => site.format.compare(a.name, b.name)).map(suggestionOf),
})

const treatyField = (
  site: Site,
  treaties: readonly { id: string; title: string }[],
  words: { label: string; hint?: string; isNeeded?: boolean },
): Field => ({
  as: 'select',
  name: 'treaty',
  ...words,
  options: [
    { value: '', label: site.text('giveRole.choose') },
    ...treaties.map(({ id, title }): Option => ({ value: id, label: title })),
  ],
})

/** The fields that ask of whom the role is; none where the first step said it. */
export const ownerFields = async (
  site: Site,
  people: PeopleData,
  giving: GivingShown,
  typed: TypedRole,
): Promise<Field[]> => {
  const { text } = site
  const world = asWorld(typed.world)
  if (giving !== 'all' || !isRole(typed.role) || world === null) return []
  const wanted = heldWith[typed.role]
  if (wanted === 'nobody') return []
  const { actors, treaties } = await people.listOwners(world)
  if (wanted === 'actor')
    return [
      actorField(site, actors, {
        label: text('giveRole.actor'),
        hint: text('giveRole.actor.hint'),
        isNeeded: true,
      }),
    ]
  if (wanted === 'keeper')
    return [treatyField(site, treaties, { label: text('giveRole.keeper'), isNeeded: true })]
  return [
    {
      as: 'choice',
      name: 'reach',
      label: text('giveRole.reach'),
      isNeeded: true,
      options: (['one', 'treaty', 'all'] as const).map((value) => ({
        value,
        label: text(`giveRole.reach.${value}`),
      })),
    },
    actorField(site, actors, {
      label: text('giveRole.reachActor'),
      hint: text('giveRole.reachActor.hint'),
    }),
    treatyField(site, treaties, {
      label: text('giveRole.reachTreaty'),
      hint: text('giveRole.reachTreaty.hint'),
    }),
  ]
}

/** The role as typed, once the first step is right; of whom may still be wrong. */
export const roleTyped = async (
  people: PeopleData,
  giving: GivingShown,
  typed: TypedRole,
): Promise<NewRole> => {
  const role = isRole(typed.role) ? typed.role : 'partner'
  const department = role === 'contributor' && typed.department ? typed.department : null
  if (giving !== 'all') {
    const place = placeIn(giving, typed)
    return { world: place?.world ?? null, role, of: place?.of.of ?? null, department }
  }
  if (role === 'administrator') return { world: null, role, of: null, department: null }
  const world = asWorld(typed.world)
  const actorOf = async (): Promise<string> =>
    world === null ? '' : actorTyped(typed.actor ?? '', (await people.listOwners(world)).actors).id
  const wanted = heldWith[role] === 'anyone' ? typed.reach : heldWith[role]
  const of =
    wanted === 'actor' || wanted === 'one'
      ? (await actorOf()) || null
      : wanted === 'keeper' || wanted === 'treaty'
        ? typed.treaty
          ? keeperOf(typed.treaty)
          : null
        : null
  return { world, role, of, department }
}

/** Departments to choose from: those of the actor, where there are any and the role is held to one. */
export const departmentFields = async (
  site: Site,
  people: PeopleData,
  { world, role, of }: NewRole,
): Promise<Field[]> => {
  if (role !== 'contributor' || world === null || of === null) return []
  const departments = await people.listDepartments(world, of)
  if (departments.length === 0) return []
  return [
    {
      as: 'select',
      name: 'department',
      label: site.text('giveRole.department'),
      hint: site.text('giveRole.department.hint'),
      options: [
        { value: '', label: site.text('giveRole.department.none') },
        ...departments.map((one) => ({
          value: one.departmentId,
          label: departmentText(site, one.names),
        })),
      ],
    },
  ]
}

const fieldOfFault = (fault: RoleFault, typed: TypedRole): string => {
  if (fault === 'actorNeeded' || fault === 'actorUnknown') return 'actor'
  if (fault === 'keeperNeeded' || fault === 'keeperUnknown') return 'treaty'
  if (fault === 'department' || fault === 'departmentOfContributor') return 'department'
  return fault === 'worldNeeded' && typed.world !== undefined ? 'world' : 'role'
}

/** What is wrong with the role as a whole, by field. */
export const wrongInRole = async (
  site: Site,
  people: PeopleData,
  giving: GivingShown,
  typed: TypedRole,
): Promise<Wrong[]> => {
  const { text } = site
  const role = await roleTyped(people, giving, typed)
  if (giving === 'all' && role.role === 'partner' && role.of === null && typed.reach !== 'all') {
    const field = typed.reach === 'one' ? 'actor' : typed.reach === 'treaty' ? 'treaty' : 'reach'
    const words =
      field === 'actor'
        ? text('roleFault.actorNeeded')
        : text(field === 'treaty' ? 'roleFault.keeperNeeded' : 'issue.missing')
    return [{ field, label: text('giveRole.where'), words }]
  }
  return (await people.checkRole(role)).map(({ fault }) => ({
    field: fieldOfFault(fault, typed),
    label: text('giveRole.where'),
    words: text(`roleFault.${fault}`, { found: typed.actor ?? '' }),
  }))
}

/** Fields with what was typed and what is wrong. */
export const fieldsHtml = (
  site: Site,
  fields: readonly Field[],
  typed: TypedRole,
  wrong: readonly Wrong[],
): Html => html`${fields.map((field) => fieldHtml(site, field, { typed, wrong: byField(wrong) }))}`

/** The role as it will be given, in words. */
export const roleChecked = async (site: Site, people: PeopleData, role: NewRole): Promise<Html> =>
  html`<div><dt>${site.text('giveRole.role')}</dt><dd>${roleWords(site, await people.roleShown(role))}</dd></div><div><dt>${site.text('giveRole.means')}</dt><dd>${site.text(`role.${role.role}.does`)}</dd></div>`
