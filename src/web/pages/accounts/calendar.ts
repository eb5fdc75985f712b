// Private addresses of one's own calendar: made here for a calendar program, shown once, listed, withdrawn. Only in a session.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { SignedIn } from '../../../accounts/person.ts'
import { servedBy } from '../../../accounts/served.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import type { Token } from '../../../accounts/token-store.ts'
import { uuidv7, type World } from '../../../db/store.ts'
import { Problem, problem } from '../../../problem.ts'
import { hasBearer } from '../../as-data.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressIn, addressOf, baseOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { ownCalendarPath } from '../desk/own-calendar.ts'
import { withSession } from './account.ts'
import { accountPage, accountTable, answerPrivately } from './parts.ts'

const path = '/account/calendar'
const worlds: readonly World[] = ['register', 'exercise']

type Made = { token: Token; secret: string | undefined }

const withdrawForm = (site: Site, { tokenId, name }: Token): Html => {
  const { text } = site
  return html`<form method="post" action="${addressOf(site, `${path}/withdraw`)}"><button class="second" type="submit" name="address" value="${tokenId}" aria-label="${`${text('tokens.withdraw')}: ${name}`}">${text('tokens.withdraw')}</button></form>`
}

const listOf = (site: Site, addresses: readonly Token[]): Html => {
  const { text, format } = site
  const working = addresses.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (working.length === 0) return html`<p>${text('ownCalendar.none')}</p>`
  return accountTable(
    text('ownCalendar.held'),
    [
      text('tokens.name'),
      text('tokens.beginning'),
      text('ownCalendar.made.on'),
      text('tokens.used'),
      text('sessions.action'),
    ],
    working.map((one) => [
      inLanguage(one.name, null),
      html`<code>${one.beginning}…</code>`,
      format.date(one.madeAt.slice(0, 10)),
      one.lastUsedOn === null ? text('tokens.neverUsed') : format.date(one.lastUsedOn),
      withdrawForm(site, one),
    ]),
  )
}

/** The whole address in each world in which the person answers for somebody; in the register otherwise. */
const addressesOf = (site: Site, c: Context, person: SignedIn, secret: string): Html => {
  const served = worlds.filter((world) => servedBy(person.grants, world).length > 0)
  return html`<ul>${(served.length === 0 ? ['register' as const] : served).map((world) => {
    const base = { base: baseOf(world, site.language) }
    const address = new URL(addressIn(base, ownCalendarPath(secret)), c.req.url).href
    return html`<li>${site.text(`ownCalendar.in.${world}`)} <code class="secret-key">${address}</code></li>`
  })}</ul>`
}

const madePart = (site: Site, c: Context, person: SignedIn, { token, secret }: Made): Html => {
  const { text } = site
  return secret === undefined
    ? html`<p class="told" role="status">${text('ownCalendar.madeBefore', { name: token.name })}</p>`
    : html`<section class="told" aria-labelledby="made" role="status"><h2 id="made">${text('ownCalendar.made')}</h2><p>${text('ownCalendar.made.lead')}</p>${addressesOf(site, c, person, secret)}</section>`
}

/** Whoever is in a session; a token is told that it does not reach here. */
const personOf = (site: Site): SignedIn => {
  const { person } = site
  if (person.as !== 'person' || person.scopes !== null)
    throw problem('not-permitted', site.text('tokens.sessionAlone'))
  return person
}

type Shown = {
  typed?: Readonly<Record<string, string>>
  wrong?: readonly Wrong[]
  told?: string
  made?: Made
}

const page = async (
  c: Context,
  site: Site,
  { access, session }: { access: Access; session: SessionHeld },
  { typed = {}, wrong = [], told, made }: Shown = {},
): Promise<Html> => {
  const { text } = site
  const addresses = await access.calendars.list(session.personId)
  const filled = { typed, wrong: byField(wrong) }
  return accountPage(site, {
    title: text('ownCalendar.title'),
    description: text('ownCalendar.description'),
    path,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    wrong,
    told,
    body: html`<header class="head"><h1>${text('ownCalendar.title')}</h1><p>${text('ownCalendar.lead')}</p><p>${text('ownCalendar.public')}</p></header>
${made === undefined ? nothing : madePart(site, c, personOf(site), made)}
<section aria-labelledby="held"><h2 id="held">${text('ownCalendar.held')}</h2>${listOf(site, addresses)}</section>
<section aria-labelledby="make"><h2 id="make">${text('ownCalendar.makeOne')}</h2><form class="entry" method="post" action="${addressOf(site, path)}" novalidate><input type="hidden" name="addressId" value="${typed.addressId ?? uuidv7()}">${fieldHtml(
      site,
      {
        as: 'text',
        name: 'name',
        label: text('tokens.name'),
        hint: text('ownCalendar.name.hint'),
        isNeeded: true,
        width: 'short',
      },
      filled,
    )}<p class="buttons"><button type="submit">${text('ownCalendar.make')}</button></p></form></section>`,
  })
}

const wordsOf = {
  Missing: 'issue.missing',
  'Too long': 'tokens.wrong.long',
  'Too many tokens': 'tokens.wrong.many',
} as const

const wrongOf = (site: Site, error: Problem): Wrong[] =>
  error.issues.map(({ path: field = '', message }) => ({
    field: field === 'addressId' ? undefined : field,
    label: site.text('tokens.name'),
    words: site.text(wordsOf[message as keyof typeof wordsOf] ?? 'tokens.wrong.other'),
  }))

/** The addresses one has, the form that makes one, and their withdrawal. */
export const serveOwnCalendar = (app: OpenAPIHono, site: Site, access: Access): void => {
  const inSession = (
    c: Context,
    answer: (own: Site, session: SessionHeld) => Promise<Response>,
  ): Promise<Response> => {
    const own = siteFor(c, site)
    if (hasBearer(c)) throw problem('not-permitted', own.text('tokens.sessionAlone'))
    return withSession(c, own, access, (session) => answer(own, session))
  }
  app.get(path, (c) =>
    inSession(c, (own, session) => {
      const told = c.req.query('after') === 'withdrawn' ? { told: own.text('ownCalendar.withdrawn') } : {}
      return answerPrivately(c, page(c, own, { access, session }, told))
    }),
  )
  app.post(path, (c) =>
    inSession(c, async (own, session) => {
      const posted = await readPosted(c, own)
      const asked = { addressId: posted.addressId ?? '', name: posted.name ?? '' }
      try {
        const made = await access.calendars.make(personOf(own), asked)
        return await answerPrivately(c, page(c, own, { access, session }, { made }))
      } catch (error) {
        if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
        const shown = { typed: asked, wrong: wrongOf(own, error) }
        return await answerPrivately(c, page(c, own, { access, session }, shown), 422)
      }
    }),
  )
  app.post(`${path}/withdraw`, (c) =>
    inSession(c, async (own) => {
      const { address = '' } = await readPosted(c, own)
      await access.calendars.withdraw(personOf(own), address)
      return seeOther(c, addressOf(own, path, { after: 'withdrawn' }))
    }),
  )
}
