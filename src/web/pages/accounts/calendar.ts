// Private addresses of one's own calendar: made here for a calendar program, shown once, listed, withdrawn. Only in a session.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { SignedIn } from '../../../accounts/person.ts'
import { servedBy } from '../../../accounts/served.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { uuidv7, type World } from '../../../db/store.ts'
import { byField } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { readPosted } from '../../forms/posted.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressIn, addressOf, baseOf, type Site } from '../../site.ts'
import { ownCalendarPath } from '../desk/own-calendar.ts'
import {
  answerMaking,
  answerWithdrawal,
  inOwnSession,
  madeSection,
  personInSession,
  type SecretsListed,
  type SecretsShown,
  secretNameField,
  secretsTable,
  toldOf,
} from './own-secrets.ts'
import { accountPage, answerPrivately } from './parts.ts'

const path = '/account/calendar'
const worlds: readonly World[] = ['register', 'exercise']

const listedIn = ({ format }: Site): SecretsListed => ({
  path,
  withdrawField: 'address',
  caption: 'ownCalendar.held',
  none: 'ownCalendar.none',
  columns: [{ heading: 'ownCalendar.made.on', cell: ({ madeAt }) => format.date(madeAt.slice(0, 10)) }],
})

const madeWords = {
  made: 'ownCalendar.made',
  lead: 'ownCalendar.made.lead',
  before: 'ownCalendar.madeBefore',
} as const

/** The whole address in each world in which the person answers for somebody; in the register otherwise. */
const addressesOf = (site: Site, c: Context, person: SignedIn, secret: string): Html => {
  const served = worlds.filter((world) => servedBy(person.grants, world).length > 0)
  return html`<ul>${(served.length === 0 ? ['register' as const] : served).map((world) => {
    const base = { base: baseOf(world, site.language) }
    const address = new URL(addressIn(base, ownCalendarPath(secret)), c.req.url).href
    return html`<li>${site.text(`ownCalendar.in.${world}`)} <code class="secret-key">${address}</code></li>`
  })}</ul>`
}

const page = async (
  c: Context,
  site: Site,
  { access, session }: { access: Access; session: SessionHeld },
  { typed = {}, wrong = [], told, made }: SecretsShown = {},
): Promise<Html> => {
  const { text } = site
  const addresses = await access.calendars.list(session.personId)
  const working = addresses.filter(({ withdrawnAt }) => withdrawnAt === null)
  const filled = { typed, wrong: byField(wrong) }
  return accountPage(site, {
    title: text('ownCalendar.title'),
    description: text('ownCalendar.description'),
    path,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    wrong,
    told,
    body: html`<header class="head"><h1>${text('ownCalendar.title')}</h1><p>${text('ownCalendar.lead')}</p><p>${text('ownCalendar.public')}</p></header>
${made === undefined ? nothing : madeSection(site, made, madeWords, (secret) => addressesOf(site, c, personInSession(site), secret))}
<section aria-labelledby="held"><h2 id="held">${text('ownCalendar.held')}</h2>${secretsTable(site, working, listedIn(site))}</section>
<section aria-labelledby="make"><h2 id="make">${text('ownCalendar.makeOne')}</h2><form class="entry" method="post" action="${addressOf(site, path)}" novalidate><input type="hidden" name="addressId" value="${typed.addressId ?? uuidv7()}">${fieldHtml(site, secretNameField(site, 'ownCalendar.name.hint'), filled)}<p class="buttons"><button type="submit">${text('ownCalendar.make')}</button></p></form></section>`,
  })
}

/** The addresses one has, the form that makes one, and their withdrawal. */
export const serveOwnCalendar = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) =>
    inOwnSession(c, site, access, (own, session) =>
      answerPrivately(c, page(c, own, { access, session }, toldOf(c, own, 'ownCalendar.withdrawn'))),
    ),
  )
  app.post(path, (c) =>
    inOwnSession(c, site, access, async (own, session) => {
      const { addressId = '', name = '' } = await readPosted(c, own)
      const asked = { addressId, name }
      const steps = {
        make: () => access.calendars.make(personInSession(own), asked),
        page: (shown: SecretsShown) => page(c, own, { access, session }, shown),
      }
      return answerMaking(c, own, steps, asked)
    }),
  )
  app.post(`${path}/withdraw`, (c) =>
    inOwnSession(c, site, access, (own) =>
      answerWithdrawal(c, own, listedIn(own), access.calendars.withdraw),
    ),
  )
}
