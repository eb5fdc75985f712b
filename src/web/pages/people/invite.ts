// Inviting somebody: who, which role, of whom; then the link, shown once beside the letter that carries it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readConfig } from '../../../config.ts'
import { languages } from '../../../words/languages.ts'
import { asksForData } from '../../as-data.ts'
import type { Wrong } from '../../forms/errors.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { beginFlow, type Flow, goOn, saidField } from './flow.ts'
import { linkOf, linkShown } from './one-time-link.ts'
import { type Asking, askingOf, dayOf, frame, type PeopleFor } from './parts.ts'
import type { TypedRole } from './role-steps.ts'

const path = '/people/invite'

/** Whether letters go anywhere. */
const hasMail = (): boolean => readConfig().smtpUrl !== undefined

/** The link, shown once. */
export const answerInvited = async (
  c: Context,
  site: Site,
  { path: to, until, address }: { path: string; until: string; address: string },
): Promise<Response> => {
  const { text } = site
  const link = linkOf(c, to)
  if (asksForData(c)) return c.json({ link, until }, 201)
  return c.html(
    await frame(site, {
      title: text('invite.sent.title'),
      description: text('invite.description'),
      path,
      crumbs: [{ label: text('invite.title'), path }, { label: text('invite.sent.title') }],
      body: html`<header class="head done"><h1>${text('invite.sent.title')}</h1></header>
<p>${text(hasMail() ? 'invite.sent.lead' : 'invite.sent.noMail', { address })}</p>
${linkShown(site, link)}
<p>${text('invite.sent.care', { date: dayOf(site, until) })}</p>
<p class="buttons"><a class="as-button" href="${addressOf(site, path)}">${text('invite.another')}</a> <a href="${addressOf(site, '/people')}">${text('people.title')}</a></p>`,
    }),
    201,
  )
}

const whoFields = (site: Site): NonNullable<Flow['who']>['fields'] => {
  const { text } = site
  return [
    {
      as: 'text',
      name: 'name',
      label: text('invite.name'),
      hint: text('invite.name.hint'),
      isNeeded: true,
    },
    {
      as: 'text',
      name: 'address',
      inputMode: 'email',
      label: text('invite.address'),
      hint: text('invite.address.hint'),
      isNeeded: true,
    },
    {
      as: 'select',
      name: 'language',
      label: text('invite.language'),
      options: languages.map(({ code, name }) => ({ value: code, label: name })),
    },
  ]
}

const knownLanguage = (typed: TypedRole): string =>
  languages.find(({ code }) => code === typed.language)?.code ?? 'en'

const flowOf = (c: Context, { site, people }: Asking): Flow => {
  const { text } = site
  const labels = { name: text('invite.name'), address: text('invite.address') }
  return {
    who: {
      fields: whoFields(site),
      wrong: ({ name = '', address = '' }): Wrong[] =>
        people.checkInvited({ name, address }).map(({ field, fault }) => ({
          field,
          label: labels[field],
          words: text(`roleFault.${fault}`),
        })),
      said: (typed): Html =>
        html`${saidField(site, 'invite.name', inLanguage(typed.name ?? '', null))}${saidField(site, 'invite.address', inLanguage(typed.address ?? '', null))}${saidField(site, 'invite.language', languages.find(({ code }) => code === knownLanguage(typed))?.name ?? '')}`,
    },
    path,
    title: text('invite.title'),
    description: text('invite.description'),
    crumbs: [{ label: text('invite.title') }],
    checkTitle: text('invite.check'),
    checkLead: text(hasMail() ? 'invite.lead' : 'invite.lead.noMail'),
    button: text('invite.send'),
    finish: async (typed, role) => {
      const { name = '', address = '' } = typed
      const invited = await people.invite({ name, address, language: knownLanguage(typed), role })
      return answerInvited(c, site, { ...invited, address })
    },
  }
}

/** The form that invites somebody. */
export const serveInvite = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get(path, async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return c.html(await beginFlow(asking, flowOf(c, asking), { language: asking.site.language }))
  })
  app.post(path, (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return goOn(c, asking, flowOf(c, asking))
  })
}
