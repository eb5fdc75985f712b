// One department: renamed, or ended. Of two who rename it the second one sees what the first wrote.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Department } from '../../../accounts/department.ts'
import { thingKey } from '../../../db/thing-key.ts'
import { problem } from '../../../problem.ts'
import type { DepartmentsShown } from '../../data/people.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html } from '../../html.ts'
import { nameStates } from '../../names.ts'
import { addressOf, type Site } from '../../site.ts'
import { historyOf } from '../history/parts.ts'
import {
  departmentCrumbs,
  departmentsPath,
  nameFields,
  nameLanguages,
  readPlace,
  typedNames,
  wrongNames,
} from './departments.ts'
import { type Asking, askingOf, departmentText, departmentWords, frame, type PeopleFor } from './parts.ts'

const path = '/people/departments/:world/:actor/:department'

type Found = { shown: DepartmentsShown; department: Department }

const getDepartment = async (c: Context, { site, people }: Asking): Promise<Found> => {
  const place = readPlace(site, c.req.param() as { world: string; actor: string })
  const shown = await nameStates(site, await people.showDepartments(place.world, place.actor))
  const department = shown.departments.find((one) => one.departmentId === c.req.param('department'))
  if (department === undefined) throw problem('not-found', site.text('problem.notFound'))
  return { shown, department }
}

const page = async (
  site: Site,
  { shown, department }: Found,
  typed: Readonly<Record<string, string>>,
  wrong: readonly Wrong[],
): Promise<Html> => {
  const { text } = site
  const own = `${departmentsPath(shown)}/${department.departmentId}`
  const filled = { typed, wrong: byField(wrong) }
  const words = departmentText(site, department.names)
  return frame(site, {
    title: words,
    description: text('departments.description'),
    path: own,
    crumbs: [...departmentCrumbs(site, shown), { label: words, language: '' }],
    wrong,
    body: html`<header class="head"><p class="kicker">${text('departments.title', { name: shown.actorName })}</p><h1>${departmentWords(site, department.names)}</h1>${await historyOf(site, thingKey.department(department.departmentId))}</header>
${
  department.endedAt !== null
    ? html`<p>${text('departments.isEnded')}</p>`
    : html`<section aria-labelledby="rename"><h2 id="rename">${text('departments.rename')}</h2>
<form class="entry" method="post" action="${addressOf(site, own)}" novalidate><input type="hidden" name="revision" value="${String(department.revision)}">${nameFields(site).map((field) => fieldHtml(site, field, filled))}<p class="buttons"><button type="submit">${text('departments.rename.button')}</button></p></form></section>
<section aria-labelledby="end"><h2 id="end">${text('departments.end')}</h2><p>${text('departments.end.lead')}</p>
<form class="entry" method="post" action="${addressOf(site, `${own}/end`)}"><p class="buttons"><button type="submit" class="second">${text('departments.end.button')}</button></p></form></section>`
}`,
  })
}

const asTyped = ({ names }: Department): Record<string, string> =>
  Object.fromEntries(nameLanguages.map((code) => [code, names[code] ?? '']))

const rename = async (c: Context, asking: Asking): Promise<Response> => {
  const { site, people } = asking
  const { text } = site
  const found = await getDepartment(c, asking)
  const typed = await readPosted(c, site)
  const names = typedNames(typed)
  const asked = { id: found.department.departmentId, names, revision: revisionFrom(typed) }
  const changed = await people.renameDepartment(asked).catch((error: unknown) => wrongNames(site, error))
  if (Array.isArray(changed)) return answerWrong(c, site, changed, () => page(site, found, typed, changed))
  if (changed.outcome === 'changed') return seeOther(c, addressOf(site, departmentsPath(found.shown)))
  const now = { ...found, department: changed.department }
  const words =
    changed.outcome === 'ended'
      ? text('departments.isEnded')
      : text('departments.renamed.meanwhile', {
          now: departmentText(site, changed.department.names),
          typed: departmentText(site, names),
        })
  const wrong: Wrong[] = [{ field: 'en', label: text('departments.rename'), words }]
  const { revision, names: kept } = changed.department
  return answerRefused(c, site, { type: 'changed-meanwhile', words, more: { revision, names: kept } }, () =>
    page(site, now, typed, wrong),
  )
}

/** A department's page and its forms. */
export const serveDepartment = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get(path, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    const found = await getDepartment(c, asking)
    return c.html(await page(asking.site, found, asTyped(found.department), []))
  })
  app.post(path, (c) => rename(c, askingOf(c, ofWorld, peopleFor)))
  app.post(`${path}/end`, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    await readPosted(c, asking.site)
    const { shown, department } = await getDepartment(c, asking)
    await asking.people.endDepartment(department.departmentId)
    return seeOther(c, addressOf(asking.site, departmentsPath(shown)))
  })
}
