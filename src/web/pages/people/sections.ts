// Giving the sections of one questionnaire to departments: a tick for each department beside each section.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import type { DepartmentsShown, SectionsShown } from '../../data/people.ts'
import { answerRefused } from '../../forms/answered.ts'
import type { Wrong } from '../../forms/errors.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { nameStates } from '../../names.ts'
import { addressOf, type Site } from '../../site.ts'
import { departmentCrumbs, departmentsPath, readPlace } from './departments.ts'
import { type Asking, askingOf, departmentText, departmentWords, frame, type PeopleFor } from './parts.ts'

const path = '/people/departments/:world/:actor/sections/:obligation'

type Found = { shown: DepartmentsShown; asked: SectionsShown }
type Section = SectionsShown['sections'][number]
/** The departments ticked, by section. */
type Ticked = ReadonlyMap<string, readonly string[]>

const getSections = async (c: Context, { site, people }: Asking): Promise<Found> => {
  const place = readPlace(site, c.req.param() as { world: string; actor: string })
  const shown = await nameStates(site, await people.showDepartments(place.world, place.actor))
  const asked = shown.questionnaires.find((one) => one.obligation === c.req.param('obligation'))
  if (asked === undefined) throw problem('not-found', site.text('problem.notFound'))
  return { shown, asked }
}

const openDepartments = ({ departments }: DepartmentsShown) =>
  departments.filter(({ endedAt }) => endedAt === null)

const sectionTitle = (site: Site, { title, part, parts }: Section): Html => {
  if (title === null) return html`${site.text('departments.sections.document')}`
  const words = inLanguage(title, 'en')
  return parts === 1 ? words : site.text.rich('departments.sections.part', { title: words, part, parts })
}

const tickName = (section: string, department: string): string => `${section}~${department}`

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join()

const sectionRow = (
  site: Site,
  { shown }: Found,
  section: Section,
  { ticked, isMeanwhile }: { ticked: Ticked; isMeanwhile: boolean },
): Html => {
  const open = openDepartments(shown)
  const own = ticked.get(section.id) ?? []
  const kept = open.filter((one) => section.departments.includes(one.departmentId))
  const now = kept.map((one) => departmentText(site, one.names)).join(', ')
  return html`<fieldset class="section-ticks"><legend>${sectionTitle(site, section)}</legend>${open.map(
    (one) => {
      const name = tickName(section.id, one.departmentId)
      const id = `t-${name.replace(/[^\w-]/g, '-')}`
      return html`<div class="choice"><input type="checkbox" id="${id}" name="${name}" value="yes"${own.includes(one.departmentId) ? html` checked` : nothing}><label for="${id}">${departmentWords(site, one.names)}</label></div>`
    },
  )}${
    isMeanwhile && !isSame(own, section.departments)
      ? html`<p class="meanwhile">${site.text('departments.sections.now', { now: now === '' ? site.text('departments.sections.nobody') : now })}</p>`
      : nothing
  }</fieldset>`
}

const page = (
  site: Site,
  found: Found,
  { ticked, isMeanwhile }: { ticked: Ticked; isMeanwhile: boolean },
): Html | Promise<Html> => {
  const { text } = site
  const { shown, asked } = found
  const title = text('departments.sections.of', { title: asked.title })
  const own = `${departmentsPath(shown)}/sections/${asked.obligation}`
  const wrong: Wrong[] = isMeanwhile
    ? [
        {
          field: undefined,
          label: text('departments.sections'),
          words: text('departments.sections.meanwhile'),
        },
      ]
    : []
  return frame(site, {
    title,
    description: text('departments.description'),
    path: own,
    crumbs: [...departmentCrumbs(site, shown), { label: text('departments.sections') }],
    wrong,
    body: html`<header class="head"><p class="kicker">${text('departments.title', { name: shown.actorName })}</p><h1>${text.rich('departments.sections.of', { title: inLanguage(asked.title, 'en') })}</h1><p class="lead">${text('departments.sections.lead')}</p></header>
${
  openDepartments(shown).length === 0
    ? html`<p>${text('departments.none')}</p>`
    : html`<form class="entry" method="post" action="${addressOf(site, own)}"><input type="hidden" name="version" value="${asked.version}">${asked.sections.map((section) => sectionRow(site, found, section, { ticked, isMeanwhile }))}<p class="buttons"><button type="submit">${text('departments.sections.button')}</button></p></form>`
}`,
  })
}

/** A questionnaire's sections with the departments they are given to, and the form that gives them. */
export const serveSections = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get(path, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    const found = await getSections(c, asking)
    const ticked = new Map(found.asked.sections.map((one) => [one.id, one.departments]))
    return c.html(await page(asking.site, found, { ticked, isMeanwhile: false }))
  })
  app.post(path, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    const { site, people } = asking
    const { shown, asked } = await getSections(c, asking)
    const typed = await readPosted(c, site)
    const ticked = new Map(
      asked.sections.map(({ id }) => [
        id,
        openDepartments(shown)
          .map((one) => one.departmentId)
          .filter((department) => typed[tickName(id, department)] === 'yes'),
      ]),
    )
    const sections = [...ticked].flatMap(([section, departments]) =>
      departments.map((department) => ({ section, department })),
    )
    const { world, actor } = shown
    const { obligation } = asked
    const outcome = await people.assignSections({
      ...{ world, actor, obligation, sections },
      version: typed.version ?? '',
    })
    if (outcome === 'assigned') return seeOther(c, addressOf(site, `${departmentsPath(shown)}#sections`))
    const now = await getSections(c, asking)
    return answerRefused(
      c,
      site,
      {
        type: 'changed-meanwhile',
        words: site.text('departments.sections.meanwhile'),
        more: { version: now.asked.version, sections: now.asked.sections },
      },
      () => page(site, now, { ticked, isMeanwhile: true }),
    )
  })
}
