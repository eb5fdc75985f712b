// A way back in, given by an administrator to somebody who has lost the password, or the telephone and the recovery codes too.
// What was open closes first. Asked before, noted, and shown once.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { linkMinutes } from '../../../accounts/password-link.ts'
import { problem } from '../../../problem.ts'
import { asksForData } from '../../as-data.ts'
import type { PersonShown } from '../../data/people.ts'
import { answerWrong } from '../../forms/answered.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { linkOf, linkShown } from './one-time-link.ts'
import { type Asking, askingOf, frame, type PeopleFor } from './parts.ts'
import { getPerson } from './person.ts'

const pathOf = (personId: string): string => `/people/${personId}/way-back`

const page = (
  site: Site,
  title: string,
  { personId, name }: PersonShown,
  parts: { wrong?: readonly Wrong[]; body: Html },
): Html =>
  frame(site, {
    title: `${title}: ${name}`,
    description: site.text('wayBack.description'),
    path: pathOf(personId),
    crumbs: [
      { label: name, language: '', path: `/people/${personId}` },
      { label: site.text('wayBack.title') },
    ],
    ...parts,
  })

const askPage = (site: Site, shown: PersonShown, wrong: readonly Wrong[] = []): Html => {
  const { text } = site
  const { personId, name } = shown
  const lost = {
    as: 'choice',
    name: 'lost',
    label: text('wayBack.lost'),
    isNeeded: true,
    options: [
      { value: 'password', label: text('wayBack.lost.password') },
      { value: 'second-factor', label: text('wayBack.lost.factor') },
    ],
  } as const
  return page(site, text('wayBack.title'), shown, {
    wrong,
    body: html`<header class="head"><p class="kicker">${inLanguage(name, null)}</p><h1>${text('wayBack.title')}</h1><p class="lead">${text('wayBack.lead')}</p></header>
<form class="entry" method="post" action="${addressOf(site, pathOf(personId))}" novalidate>${fieldHtml(site, lost, { typed: {}, wrong: byField(wrong) })}
<p class="buttons"><button type="submit">${text('wayBack.go')}</button> <a href="${addressOf(site, `/people/${personId}`)}">${text('wayBack.keep')}</a></p></form>`,
  })
}

type Given = Awaited<ReturnType<Asking['people']['giveWayBack']>>

const givenPage = (
  site: Site,
  shown: PersonShown,
  { sessionsEnded, tokensWithdrawn }: Given,
  link: string,
) => {
  const { text } = site
  const { personId, name } = shown
  return page(site, text('wayBack.given'), shown, {
    body: html`<header class="head done"><p class="kicker">${inLanguage(name, null)}</p><h1>${text('wayBack.given')}</h1></header>
<p>${text('wayBack.given.lead', { minutes: linkMinutes })}</p>
${linkShown(site, link)}
<p>${text('wayBack.given.care')}</p><p class="quiet">${text('wayBack.closed', { count: sessionsEnded })}${tokensWithdrawn === 0 ? nothing : html` ${text('wayBack.closed.tokens', { count: tokensWithdrawn })}`}</p>
<p><a href="${addressOf(site, `/people/${personId}`)}">${text('wayBack.person')}</a></p>`,
  })
}

/** The person, or a refusal where whoever asks may not give them a way back in. */
const getWho = async (c: Context, { site, people }: Asking): Promise<PersonShown> => {
  const shown = await getPerson(people, site, c.req.param('person') ?? '')
  if (!shown.mayGiveWayBack) throw problem('not-permitted', site.text('problemType.not-permitted'))
  return shown
}

const give = async (c: Context, asking: Asking): Promise<Response> => {
  const { site, people } = asking
  const { lost } = await readPosted(c, site)
  const shown = await getWho(c, asking)
  if (lost !== 'password' && lost !== 'second-factor') {
    const wrong = [
      { field: 'lost', label: site.text('wayBack.lost'), words: site.text('wayBack.lost.which') },
    ]
    return answerWrong(c, site, wrong, () => askPage(site, shown, wrong))
  }
  const given = await people.giveWayBack(shown.personId, { secondFactor: lost === 'second-factor' })
  const prefix = shown.language === 'en' || !site.languages.some(({ code }) => code === shown.language)
  const link = linkOf(c, `${prefix ? '' : `/${shown.language}`}${given.path}`)
  c.header('cache-control', 'no-store')
  if (asksForData(c)) {
    const { sessionsEnded, tokensWithdrawn } = given
    return c.json({ link, minutes: linkMinutes, sessionsEnded, tokensWithdrawn }, 201)
  }
  return c.html(givenPage(site, shown, given, link), 201)
}

/** The page, and what it gives; and the confirmation of an address somebody asked for. */
export const serveWayBack = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get('/people/:person/way-back', async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return c.html(askPage(asking.site, await getWho(c, asking)))
  })
  app.post('/people/:person/address', async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    const { address = '' } = await readPosted(c, site)
    const { personId } = await getPerson(people, site, c.req.param('person'))
    if (!(await people.confirmAddress(personId, address)))
      throw problem('changed-meanwhile', site.text('person.wish.over'))
    return seeOther(c, addressOf(site, `/people/${personId}`))
  })
  app.post('/people/:person/way-back', (c) => give(c, askingOf(c, ofWorld, peopleFor)))
}
