// Who is invited and has not come yet: withdrawn or sent again from here.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { InvitationShown } from '../../data/people.ts'
import { answerRefused } from '../../forms/answered.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { invitationsSchema } from '../../schemas/people.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { answerInvited } from './invite.ts'
import { agentWords, askingOf, cell, dayOf, frame, type PeopleFor, plainTable, roleWords } from './parts.ts'

const path = '/people/invitations'
const none = z.object({})
type None = z.output<typeof none>
type Loaded = { invitations: InvitationShown[] }

const whom = (site: Site, { name }: InvitationShown): Html =>
  name === null ? html`${site.text('invitations.forgotten')}` : inLanguage(name, null)

const button = (site: Site, one: InvitationShown, does: 'withdraw' | 'again'): Html =>
  html`<form method="post" action="${addressOf(site, `${path}/${one.invitationId}/${does}`)}"><button type="submit" class="second">${site.text(`invitations.${does}`)}<span class="vh">: ${site.text('invitations.forWhom', { name: one.name ?? '' })}</span></button></form>`

const row = (site: Site, one: InvitationShown): Html => {
  const { text } = site
  const roles = html`<ul class="roles" role="list">${one.roles.map((role) => html`<li>${roleWords(site, role)}</li>`)}</ul>`
  const who =
    one.address === null
      ? whom(site, one)
      : html`${whom(site, one)} <span class="quiet">${inLanguage(one.address, null)}</span>`
  const standing = text(`invitations.state.${one.state}`, { date: dayOf(site, one.expiresAt) })
  return html`<tr role="row"><th role="rowheader" scope="row">${who}</th>${cell(text('people.roles'), roles)}${cell(text('invitations.by'), text.rich('person.by', { date: dayOf(site, one.madeAt), name: agentWords(site, one.by) }))}${cell(text('invitations.state'), html`<span class="status">${standing}</span>`)}<td role="cell" class="row-buttons">${one.address === null ? html`` : button(site, one, 'again')}${button(site, one, 'withdraw')}</td></tr>`
}

const page = (site: Site, { invitations }: Loaded): Html | Promise<Html> => {
  const { text } = site
  const heads = [
    ...[text('invitations.who'), text('people.roles'), text('invitations.by'), text('invitations.state')],
    text('enter.actions'),
  ]
  return frame(site, {
    title: text('invitations.title'),
    description: text('invitations.description'),
    path,
    hasTwins: true,
    crumbs: [{ label: text('invitations.title') }],
    body: html`<header class="head"><h1>${text('invitations.title')}</h1><p class="lead">${invitations.length === 0 ? text('invitations.none') : text('invitations.lead', { count: invitations.length })}</p></header>
<p><a class="as-button" href="${addressOf(site, '/people/invite')}">${text('people.invite')}</a></p>
${plainTable(
  text('invitations.title'),
  heads,
  invitations.map((one) => row(site, one)),
)}`,
  })
}

const table = ({ invitations }: Loaded): Table => ({
  columns: [
    ...['invitation', 'name', 'address', 'language', 'state', 'made_at', 'made_by', 'expires_at'],
    ...['role', 'role_world', 'of', 'department'],
  ],
  rows: invitations.flatMap((one) =>
    one.roles.map((role) => [
      ...[one.invitationId, one.name, one.address, one.language, one.state, one.madeAt, one.by.agent],
      ...[one.expiresAt, role.role, role.world, role.of?.of ?? null, role.department?.id ?? null],
    ]),
  ),
})

/** The open invitations, for those who manage people. */
export const invitationsPage = (peopleFor: PeopleFor): TwinPage<None, None, Loaded> => ({
  path,
  summary: 'Invitations that nobody has taken up yet',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: invitationsSchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  load: async (site) => ({ invitations: await peopleFor(site.person).listInvitations() }),
  page,
  json: (loaded) => loaded,
  csv: table,
})

/** Withdrawing an invitation, and sending it again. */
export const serveInvitationActs = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  const words = (site: Site): string => site.text('invitations.over')
  app.post(`${path}/:invitation/withdraw`, async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    await readPosted(c, site)
    await people.withdrawInvitation(c.req.param('invitation'))
    return seeOther(c, addressOf(site, path))
  })
  app.post(`${path}/:invitation/again`, async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    await readPosted(c, site)
    const { address, invitationId } = await people.getInvitation(c.req.param('invitation'))
    const invited = await people.inviteAgain(invitationId)
    if (invited !== undefined) return answerInvited(c, site, { ...invited, address: address ?? '' })
    return answerRefused(c, site, { type: 'changed-meanwhile', words: words(site) }, () =>
      frame(site, {
        title: site.text('invitations.title'),
        description: site.text('invitations.description'),
        path,
        crumbs: [{ label: site.text('invitations.title'), path }],
        wrong: [{ field: undefined, label: site.text('invitations.title'), words: words(site) }],
        body: html`<header class="head"><h1>${site.text('invitations.title')}</h1></header>`,
      }),
    )
  })
}
