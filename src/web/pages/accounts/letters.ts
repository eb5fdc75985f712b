// Letters: when somebody wants to be reminded, and which letters there were. Reminders end without signing in too, at the
// address that each of them carries.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import { type DigestChoice, type HowOften, howOftens } from '../../../accounts/digest-choice.ts'
import type { LetterState } from '../../../accounts/letter.ts'
import type { LetterHead } from '../../../accounts/letter-store.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { readConfig } from '../../../config.ts'
import { problem } from '../../../problem.ts'
import type { Wrong } from '../../forms/errors.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html } from '../../html.ts'
import { letterKindKeys } from '../../letter-words.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { answerTable, originOf, type Table } from '../../twin.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import { accountForm, accountPage, accountTable, answerPrivately, instantHtml } from './parts.ts'

const path = '/account/letters'

const howOftenKeys: Record<HowOften, TextKey> = {
  never: 'letters.never',
  daily: 'letters.daily',
  weekly: 'letters.weekly',
}
const stateKeys: Record<LetterState, TextKey> = {
  waiting: 'letters.state.waiting',
  failed: 'letters.state.failed',
  sent: 'letters.state.sent',
  'given-up': 'letters.state.givenUp',
}

/** 2024-01-01 was a Monday. */
const weekdayName = (site: Site, weekday: number): string => site.format.weekday(`2024-01-0${weekday}`)

const letterTable = (site: Site, letters: readonly LetterHead[]): Html => {
  const { text } = site
  if (letters.length === 0) return html`<p>${text('letters.none')}</p>`
  return accountTable(
    text('letters.sent'),
    [text('letters.what'), text('letters.made'), text('letters.state')],
    letters.map(({ kind, madeAt, state }) => [
      text(letterKindKeys[kind]),
      instantHtml(site, madeAt),
      text(stateKeys[state]),
    ]),
  )
}

type Shown = { typed?: Readonly<Record<string, string>>; wrong?: readonly Wrong[]; told?: string | undefined }

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  { typed, wrong = [], told }: Shown = {},
): Promise<Html> => {
  const { text } = site
  const { choice, letters } = await access.letters.of(session.personId)
  const hasServer = readConfig().smtpUrl !== undefined
  return accountPage(site, {
    title: text('letters.title'),
    description: text('letters.description'),
    path,
    hasTwins: true,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    wrong,
    told,
    body: html`<header class="head"><h1>${text('letters.title')}</h1><p>${text('letters.lead')}</p></header>
${hasServer ? '' : html`<p class="notice">${text('letters.noServer')}</p>`}
${accountForm(site, {
  action: addressOf(site, path),
  typed: typed ?? { howOften: choice.howOften, weekday: String(choice.weekday) },
  wrong,
  fields: [
    {
      as: 'choice',
      name: 'howOften',
      label: text('letters.howOften'),
      options: howOftens.map((value) => ({ value, label: text(howOftenKeys[value]) })),
    },
    {
      as: 'select',
      name: 'weekday',
      label: text('letters.weekday'),
      hint: text('letters.weekday.hint'),
      options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(site, day) })),
    },
  ],
  go: text('letters.keep'),
})}
<h2>${text('letters.sent')}</h2><p>${text('letters.sent.lead')}</p>${letterTable(site, letters)}`,
  })
}

/** What was chosen; what is none of the choices, by field. */
const readChoice = (site: Site, posted: Record<string, string>): DigestChoice | Wrong[] => {
  const howOften = howOftens.find((one) => one === posted.howOften)
  const weekday = /^[1-7]$/.test(posted.weekday ?? '') ? Number(posted.weekday) : undefined
  const expected = site.text('issue.choice', { expected: '', found: '' })
  if (howOften !== undefined && weekday !== undefined) return { howOften, weekday }
  return [
    ...(howOften === undefined
      ? [{ field: 'howOften', label: site.text('letters.howOften'), words: expected }]
      : []),
    ...(weekday === undefined
      ? [{ field: 'weekday', label: site.text('letters.weekday'), words: expected }]
      : []),
  ]
}

const keep = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const posted = await readPosted(c, site)
  const choice = readChoice(site, posted)
  if (Array.isArray(choice))
    return answerPrivately(c, page(site, access, session, { typed: posted, wrong: choice }), 422)
  await access.letters.choose(session.personId, choice)
  return seeOther(c, addressOf(site, path, { after: 'kept' }))
}

/** A page that anyone who holds the letter reads: nothing of the account stands on it. */
const stopPage = (site: Site, token: string, state: 'ask' | 'ended' | 'none'): Html | Promise<Html> => {
  const { text } = site
  const body = {
    ask: html`<p>${text('letters.stop.lead')}</p><form method="post" action="${addressOf(site, `/letters/stop/${token}`)}"><p class="buttons"><button type="submit">${text('letters.stop.go')}</button></p></form>`,
    ended: html`<p>${text('letters.stop.ended')}</p>`,
    none: html`<p>${text('letters.stop.none')}</p>`,
  }[state]
  return accountPage(site, {
    title: text('letters.stop.title'),
    description: text('letters.stop.description'),
    path: `/letters/stop/${token}`,
    body: html`<header class="head"><h1>${text('letters.stop.title')}</h1></header>${body}
<p><a href="${addressOf(site, path)}">${text('letters.stop.choose')}</a></p>`,
  })
}

/** The letters and the choice as data: their outsides, as the page has them. */
const dataOf = async (access: Access, { personId }: SessionHeld) => {
  const { choice, letters } = await access.letters.of(personId)
  return {
    reminders: { howOften: choice.howOften, weekday: choice.weekday },
    letters: letters.map(({ letterId, kind, madeAt, state, sentAt }) => ({
      letterId,
      kind,
      madeAt,
      state,
      sentAt,
    })),
  }
}

const tableOf = ({ letters }: Awaited<ReturnType<typeof dataOf>>): Table => ({
  columns: ['letter', 'kind', 'made_at', 'state', 'sent_at'],
  rows: letters.map((one) => [one.letterId, one.kind, one.madeAt, one.state, one.sentAt]),
})

const serveTwins = (app: OpenAPIHono, site: Site, access: Access): void => {
  for (const form of ['json', 'csv', 'xlsx'] as const)
    app.get(`${path}.${form}`, async (c) => {
      const own = siteFor(c, site)
      const { session } = await access.steps.findSession(c.req.raw.headers)
      if (session === undefined || session.secondFactor === null)
        throw problem('sign-in-needed', own.text('problemType.sign-in-needed'))
      c.header('cache-control', 'no-store')
      const data = await dataOf(access, session)
      if (form === 'json') return c.json({ world: own.world, ...data })
      const origin = originOf(c, own, { page: own.text('letters.title'), path, given: {}, json: data })
      return answerTable(c, own, form, tableOf(data), path, origin)
    })
}

/** The page of letters, and the address that ends reminders. */
export const serveLetters = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    const told = c.req.query('after') === 'kept' ? own.text('letters.kept') : undefined
    return withSession(c, own, access, (session) => answerPrivately(c, page(own, access, session, { told })))
  })
  serveTwins(app, site, access)
  app.post(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => keep(c, own, access, session))
  })
  // Asking for the page changes nothing: programs that look at what a letter links to would otherwise end reminders.
  app.get('/letters/stop/:token', (c) => {
    const token = c.req.param('token')
    return access.letters.isOurs(token)
      ? answerPrivately(c, stopPage(siteFor(c, site), token, 'ask'))
      : answerPrivately(c, stopPage(siteFor(c, site), token, 'none'), 404)
  })
  app.post('/letters/stop/:token', async (c) => {
    const token = c.req.param('token')
    const hasEnded = await access.letters.stop(token)
    return hasEnded
      ? answerPrivately(c, stopPage(siteFor(c, site), token, 'ended'))
      : answerPrivately(c, stopPage(siteFor(c, site), token, 'none'), 404)
  })
}
