// The departments of an actor: which there are, which sections of reports they work on, and making one.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { namesTyped } from '../../../accounts/departments.ts'
import type { World } from '../../../db/store.ts'
import { Problem, problem } from '../../../problem.ts'
import type { DepartmentsShown, SectionsShown } from '../../data/people.ts'
import { answerWrong } from '../../forms/answered.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { nameStates } from '../../names.ts'
import { idAsked } from '../../schemas/asked.ts'
import { departmentsSchema } from '../../schemas/people.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { askingOf, cell, dayOf, departmentWords, frame, type PeopleFor, plainTable } from './parts.ts'
import { actorTyped } from './role-steps.ts'

const choosePath = '/people/departments'
const path = '/people/departments/:world/:actor'

const params = z.object({ world: z.enum(['register', 'exercise']), actor: idAsked })
type Params = z.output<typeof params>
const none = z.object({})
type None = z.output<typeof none>

/** Languages a department can have a name in. */
export const nameLanguages = ['en', 'mn', 'ar'] as const

/** The address of an actor's departments, without the language. */
export const departmentsPath = ({ world, actor }: { world: World; actor: string }): string =>
  `${choosePath}/${world}/${actor}`

export const departmentCrumbs = (site: Site, shown: DepartmentsShown) => [
  { label: site.text('departments.title', { name: shown.actorName }), path: departmentsPath(shown) },
]

export const worldMark = (site: Site, world: World): Html =>
  world === 'exercise' ? html` <span class="status">${site.text('role.world.exercise')}</span>` : nothing

/** The fields of a department's names. */
export const nameFields = (site: Site): Field[] =>
  nameLanguages.map((code, i) => ({
    as: 'text',
    name: code,
    label: site.text(`departments.name.${code}`),
    ...(i === 0 ? { hint: site.text('departments.name.hint') } : {}),
  }))

/** The names as typed. */
export const typedNames = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  namesTyped(Object.fromEntries(nameLanguages.map((code) => [code, typed[code] ?? ''])))

/** What a refusal of a name says, beside its field; other refusals are thrown on. */
export const wrongNames = (site: Site, error: unknown): Wrong[] => {
  const issue = error instanceof Problem && error.type === 'input-rejected' ? error.issues[0] : undefined
  if (issue?.path === undefined) throw error
  const [, language = 'en'] = issue.path.split('.')
  const found = issue.found ?? ''
  const words =
    issue.found === undefined
      ? site.text('departments.fault.names')
      : site.text('departments.fault.taken', { found })
  return [{ field: language, label: site.text('departments.held'), words }]
}

const given = ({ sections }: SectionsShown): number =>
  sections.filter(({ departments }) => departments.length > 0).length

const makeForm = (
  site: Site,
  shown: DepartmentsShown,
  typed: Readonly<Record<string, string>>,
  wrong: readonly Wrong[],
): Html =>
  html`<section aria-labelledby="make"><h2 id="make">${site.text('departments.make')}</h2><form class="entry" method="post" action="${addressOf(site, departmentsPath(shown))}" novalidate>${nameFields(site).map((field) => fieldHtml(site, field, { typed, wrong: byField(wrong) }))}<p class="buttons"><button type="submit">${site.text('departments.make.button')}</button></p></form></section>`

const departmentRow = (
  site: Site,
  shown: DepartmentsShown,
  one: DepartmentsShown['departments'][number],
): Html => {
  const { text } = site
  const change =
    one.endedAt === null
      ? html`<a href="${addressOf(site, `${departmentsPath(shown)}/${one.departmentId}`)}">${text('departments.change')}<span class="vh">: ${departmentWords(site, one.names)}</span></a>`
      : html`<span class="quiet">${text('departments.ended', { date: dayOf(site, one.endedAt) })}</span>`
  return html`<tr role="row"><th role="rowheader" scope="row">${departmentWords(site, one.names)}</th>${cell(text('departments.contributors'), text('departments.count', { count: one.contributors }))}${cell(text('departments.change'), change)}</tr>`
}

const page = (
  site: Site,
  shown: DepartmentsShown,
  typed: Readonly<Record<string, string>> = {},
  wrong: readonly Wrong[] = [],
): Html | Promise<Html> => {
  const { text } = site
  const title = text('departments.title', { name: shown.actorName })
  const open = shown.departments.filter(({ endedAt }) => endedAt === null)
  const heads = [text('departments.held'), text('departments.contributors'), text('departments.change')]
  return frame(site, {
    title,
    description: text('departments.description'),
    path: departmentsPath(shown),
    hasTwins: true,
    crumbs: [{ label: title }],
    wrong,
    body: html`<header class="head"><h1>${text.rich('departments.title', { name: inLanguage(shown.actorName, null) })}${worldMark(site, shown.world)}</h1><p class="lead">${open.length === 0 ? text('departments.none') : text('departments.lead')}</p></header>
${plainTable(
  text('departments.held'),
  heads,
  shown.departments.map((one) => departmentRow(site, shown, one)),
)}
${makeForm(site, shown, typed, wrong)}
${
  open.length === 0
    ? nothing
    : html`<section aria-labelledby="sections"><h2 id="sections">${text('departments.sections')}</h2><ul class="section-links" role="list">${shown.questionnaires.map(
        (one) =>
          html`<li><h3>${inLanguage(one.title, 'en')}</h3><p>${text('departments.sections.given', { n: given(one), N: one.sections.length })} <a href="${addressOf(site, `${departmentsPath(shown)}/sections/${one.obligation}`)}">${text('departments.sections.assign')}<span class="vh">: ${inLanguage(one.title, 'en')}</span></a></p></li>`,
      )}</ul></section>`
}`,
  })
}

const table = ({ departments, questionnaires }: DepartmentsShown): Table => ({
  columns: ['what', 'department', 'names', 'revision', 'ended_at', 'contributors', 'obligation', 'section'],
  rows: [
    ...departments.map((one) => [
      ...['department', one.departmentId, JSON.stringify(one.names), one.revision, one.endedAt],
      ...[one.contributors, null, null],
    ]),
    ...questionnaires.flatMap(({ obligation, sections }) =>
      sections.flatMap((section) =>
        section.departments.map((id) => ['section', id, null, null, null, null, obligation, section.id]),
      ),
    ),
  ],
})

/** An actor's departments, for those who manage its people. */
export const departmentsPage = (peopleFor: PeopleFor): TwinPage<Params, None, DepartmentsShown> => ({
  path: '/people/departments/{world}/{actor}',
  summary: 'The departments of an actor, and the sections of reports they work on',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: departmentsSchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  load: (site, asked) => peopleFor(site.person).showDepartments(asked.params.world, asked.params.actor),
  page: (site, shown) => page(site, shown),
  json: (shown) => shown,
  csv: table,
})

/** World and actor of an address. Throws `not-found` for a world there is not. */
export const readPlace = (site: Site, given: { world: string; actor: string }): Params => {
  const read = params.safeParse(given)
  if (!read.success) throw problem('not-found', site.text('problem.notFound'))
  return read.data
}

const choosePage = (
  site: Site,
  actors: readonly { id: string; name: string }[],
  typed: Readonly<Record<string, string>>,
  wrong: readonly Wrong[],
): Html | Promise<Html> => {
  const { text } = site
  const filled = { typed: { world: 'register', ...typed }, wrong: byField(wrong) }
  const fields: Field[] = [
    {
      as: 'choice',
      name: 'world',
      label: text('giveRole.world'),
      options: (['register', 'exercise'] as const).map((world) => ({
        value: world,
        label: text(`role.world.${world}`),
      })),
    },
    {
      as: 'text',
      name: 'actor',
      label: text('people.departments.which'),
      hint: text('giveRole.actor.hint'),
      isNeeded: true,
      suggestions: actors.map(({ id, name }) => `${name} (${id})`),
    },
  ]
  return frame(site, {
    title: text('people.departments'),
    description: text('departments.description'),
    path: choosePath,
    crumbs: [{ label: text('people.departments') }],
    wrong,
    body: html`<header class="head"><h1>${text('people.departments')}</h1></header>
<form class="entry" method="get" action="${addressOf(site, choosePath)}" novalidate>${fields.map((field) => fieldHtml(site, field, filled))}<p class="buttons"><button type="submit">${text('people.departments.open')}</button></p></form>`,
  })
}

/** Choosing an actor, and making a department. */
export const serveDepartmentForms = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get(choosePath, async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    const typed = c.req.query()
    const world = typed.world === 'exercise' ? 'exercise' : 'register'
    const both = {
      register: (await people.listOwners('register')).actors,
      exercise: (await people.listOwners('exercise')).actors,
    }
    const all = [...both.register, ...both.exercise].toSorted((a, b) => site.format.compare(a.name, b.name))
    if (typed.actor === undefined) return c.html(await choosePage(site, all, typed, []))
    const actor = actorTyped(typed.actor, both[world])
    if (actor.isHeld) return c.redirect(addressOf(site, departmentsPath({ world, actor: actor.id })), 303)
    const wrong: Wrong[] = [
      {
        field: 'actor',
        label: site.text('people.departments.which'),
        words: site.text('departments.unknown', { found: typed.actor }),
      },
    ]
    return c.html(await choosePage(site, all, typed, wrong), 422)
  })
  app.post(path, async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    const place = readPlace(site, c.req.param())
    const typed = await readPosted(c, site)
    try {
      await people.makeDepartment({ ...place, names: typedNames(typed) })
    } catch (error) {
      const wrong = wrongNames(site, error)
      const shown = await nameStates(site, await people.showDepartments(place.world, place.actor))
      return answerWrong(c, site, wrong, () => page(site, shown, typed, wrong))
    }
    return seeOther(c, addressOf(site, departmentsPath(place)), { status: 201 })
  })
}
