// Giving a role to somebody who has an account, and ending one.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { beginFlow, type Flow, goOn } from './flow.ts'
import { type Asking, askingOf, frame, type PeopleFor, roleWords } from './parts.ts'
import { getPerson } from './person.ts'

const newPath = '/people/:person/roles/new'
const endPath = '/people/:person/roles/:grant/end'

const flowOf = async (c: Context, { site, people }: Asking): Promise<Flow> => {
  const { text } = site
  const { personId, name } = await getPerson(people, site, c.req.param('person') ?? '')
  return {
    path: `/people/${personId}/roles/new`,
    title: text('giveRole.title'),
    description: text('giveRole.description'),
    crumbs: [{ label: name, language: '', path: `/people/${personId}` }, { label: text('giveRole.title') }],
    kicker: text.rich('giveRole.to', { name: inLanguage(name, null) }),
    checkTitle: text('giveRole.check'),
    button: text('giveRole.button'),
    finish: async (_, role) =>
      (await people.giveRole(personId, role))
        ? seeOther(c, addressOf(site, `/people/${personId}`), { status: 201 })
        : [{ field: 'role', label: text('giveRole.which'), words: text('roleFault.held') }],
  }
}

const endPage = async (c: Context, { site, people }: Asking): Promise<Html> => {
  const { text } = site
  const person = await getPerson(people, site, c.req.param('person') ?? '')
  const { personId, name } = person
  const grant = person.grants.find((one) => one.grantId === c.req.param('grant'))
  if (grant === undefined) throw problem('not-found', text('problem.notFound'))
  const isOwn = site.person.as === 'person' && site.person.personId === personId
  const back = addressOf(site, `/people/${personId}`)
  return html`${await frame(site, {
    title: text('endRole.title'),
    description: text('endRole.description'),
    path: `/people/${personId}/roles/${grant.grantId}/end`,
    crumbs: [{ label: name, language: '', path: `/people/${personId}` }, { label: text('endRole.title') }],
    body: html`<header class="head"><p class="kicker">${inLanguage(name, null)}</p><h1>${text('endRole.title')}</h1></header>
<p class="preview">${roleWords(site, grant)}</p>
<p>${text('endRole.lead')}${isOwn ? html` <b>${text('endRole.own')}</b>` : nothing}</p>
<form class="entry" method="post" action="${addressOf(site, `/people/${personId}/roles/${grant.grantId}/end`)}">
<p class="buttons"><button type="submit">${text('endRole.button')}</button> <a href="${back}">${text('endRole.keep')}</a></p></form>`,
  })}`
}

/** The forms that give a role and end one. */
export const serveGiveAndEnd = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get(newPath, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return c.html(await beginFlow(asking, await flowOf(c, asking)))
  })
  app.post(newPath, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return goOn(c, asking, await flowOf(c, asking))
  })
  app.get(endPath, async (c) => c.html(await endPage(c, askingOf(c, ofWorld, peopleFor))))
  app.post(endPath, async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    await readPosted(c, site)
    const { personId, grants } = await getPerson(people, site, c.req.param('person'))
    const grant = grants.find((one) => one.grantId === c.req.param('grant'))
    if (grant === undefined) throw problem('not-found', site.text('problem.notFound'))
    // Ended by two at once it has ended: the page says by whom.
    await people.endRole(grant.grantId)
    const isOwn = site.person.as === 'person' && site.person.personId === personId
    // Whoever gave up their own role may see the page no more.
    return seeOther(c, addressOf(site, isOwn ? '/account' : `/people/${personId}`))
  })
}
