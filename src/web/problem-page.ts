// Refusals and faults, as a page a person can act on, or as problem details (RFC 9457) where data was asked for.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { roles } from '../accounts/person.ts'
import { treatyTitle } from '../indicators/names.ts'
import { firstIssues, type Issue, type Needs, type Problem, problemJson, shortFound } from '../problem.ts'
import { accountsPath, readTo } from './accounts-path.ts'
import { asksForData } from './as-data.ts'
import { type Html, html, inLanguage, nothing } from './html.ts'
import { layout } from './layout.ts'
import { nameStates } from './names.ts'
import { roleName } from './role-name.ts'
import { addressOf, type Site } from './site.ts'

type Shown = {
  status: number
  title: string
  detail: string
  issues: Issue[]
  type: string
  needs?: Needs | undefined
  /** The page somebody came from, such as the form that was refused. */
  from?: string | undefined
}

const placeOf = (issue: Issue): string =>
  [issue.file, issue.line === undefined ? undefined : String(issue.line), issue.cell, issue.path]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

/** Words of a refusal: those of a page are in its language, those of the subjects behind it in English. */
const refusalWords = (site: Site, words: string): Html =>
  site.language !== 'en' && /^\P{L}*\p{Script=Latin}/u.test(words) ? inLanguage(words, 'en') : html`${words}`

const issueItem = (site: Site, issue: Issue): Html => {
  const found =
    issue.found === undefined ? '' : `; ${site.text('problem.found', { found: shortFound(issue.found) })}`
  const expected =
    issue.expected === undefined ? '' : `; ${site.text('problem.expected', { expected: issue.expected })}`
  const place = placeOf(issue)
  // What may be chosen instead leads there.
  if (place.startsWith('/')) return html`<li><a href="${place}">${issue.message}</a></li>`
  return html`<li>${place === '' ? nothing : html`<b>${place}</b>: `}${refusalWords(site, issue.message)}${found}${expected}</li>`
}

/** The issues of a refusal; of very many the first, and how many more there are. */
const issueList = (site: Site, issues: readonly Issue[]): Html => {
  const { shown, more } = firstIssues(issues)
  return html`<ul>${shown.map((issue) => issueItem(site, issue))}${more === 0 ? nothing : html`<li>${site.text('problem.more', { count: more })}</li>`}</ul>`
}

/** What helps against "sign in first": the way there, and back to what was asked for. */
const signInItem = (site: Site, { type }: Shown, to: string | undefined): Html =>
  type === 'sign-in-needed' && site.hasSignIn && site.person.as === 'public'
    ? html`<li><a href="${accountsPath(site, '/sign-in', { to })}">${site.text('signIn.title')}</a></li>\n`
    : nothing

/** Whose role it takes: States by their names, those who keep a treaty by that. */
const ownerNames = (site: Site, owners: readonly string[]): Promise<string[]> =>
  Promise.all(
    owners.map(async (owner) => {
      const treaty = /^treaty:(.+)$/.exec(owner)?.[1]
      if (treaty !== undefined) return site.text('notPermitted.keeper', { treaty: treatyTitle(treaty) })
      return (await nameStates(site, await site.data.findActor(owner)))?.name ?? owner
    }),
  )

/** What role something takes, and of whom, in the page's language. */
const needsWords = async (site: Site, { ways }: Needs): Promise<string> => {
  const { text, format } = site
  const said = await Promise.all(
    ways.map(async ({ roles: may, owners }) => {
      const named = format.anyOf(
        roles.filter((role) => may.includes(role)).map((role) => roleName(site, role)),
      )
      return owners.length === 0
        ? named
        : text('notPermitted.of', { roles: named, owners: format.anyOf(await ownerNames(site, owners)) })
    }),
  )
  return said.length === 0
    ? text('notPermitted.nobody')
    : text('notPermitted.takes', { ways: said.reduce((ways, way) => text('notPermitted.or', { ways, way })) })
}

/** What somebody came from on this site: where a link back leads. */
const cameFrom = (c: Context): string | undefined => {
  const here = new URL(c.req.url)
  const from = URL.parse(c.req.header('referer') ?? '')
  if (from === null || from.host !== (c.req.header('host') ?? here.host)) return undefined
  const address = `${from.pathname}${from.search}`
  // A path such as //elsewhere/ would lead off the site.
  return c.req.method === 'GET' && address === `${here.pathname}${here.search}` ? undefined : readTo(address)
}

const page = async (site: Site, shown: Shown, to: string | undefined): Promise<Html> =>
  layout(site, {
    comesBackTo: to,
    title: shown.title,
    description: shown.detail,
    path: '/',
    hasTwins: false,
    crumbs: [{ label: site.text('problem.title') }],
    body: html`<article class="problem">
<p class="kicker">${site.text('problem.title')}</p>
<h1>${shown.title}</h1>
<p class="lead">${refusalWords(site, shown.detail)}</p>
${shown.issues.length === 0 ? nothing : html`<h2>${site.text('problem.issues')}</h2>${issueList(site, shown.issues)}`}
<h2>${site.text('problem.whatNow')}</h2>
<ul>${signInItem(site, shown, to)}${shown.from === undefined ? nothing : html`<li><a href="${shown.from}">${site.text('problem.goBack')}</a></li>\n`}<li><a href="${addressOf(site, '/')}">${site.text('problem.goHome')}</a></li>
<li><a href="${addressOf(site, '/states')}">${site.text('problem.goStates')}</a></li>${
      shown.type === ''
        ? nothing
        : html`
<li><a href="${addressOf(site, `/problems/${shown.type}`)}">${site.text('problem.type')}</a></li>`
    }</ul>
<p class="quiet">${site.text('problem.status', { status: String(shown.status) })}</p>
</article>`,
  })

const answer = async (c: Context, site: Site, shown: Shown, json: object): Promise<Response> => {
  const status = shown.status as ContentfulStatusCode
  if (asksForData(c)) {
    return c.body(JSON.stringify(json, null, 2), status, { 'content-type': 'application/problem+json' })
  }
  // What a form sent is not sent again by coming back.
  const to = c.req.method === 'GET' ? `${site.base}${c.req.path}${new URL(c.req.url).search}` : undefined
  return c.html(await page(site, shown, to), status)
}

/** A refusal of ours: its own words, its own status. */
export const answerProblem = async (c: Context, site: Site, refusal: Problem): Promise<Response> => {
  const { needs } = refusal
  const detail = needs === undefined ? refusal.message : await needsWords(site, needs)
  const json = { ...problemJson(refusal), detail }
  return answer(
    c,
    site,
    {
      status: refusal.status,
      title: site.text(`problemType.${refusal.type}`),
      detail,
      issues: refusal.issues,
      type: refusal.type,
      needs,
      from: needs === undefined ? undefined : cameFrom(c),
    },
    { ...json, type: `${site.base}${json.type}` },
  )
}

/** An address nothing is held under. */
export const answerNotFound = (c: Context, site: Site): Promise<Response> => {
  const title = site.text('problem.notFound')
  const detail = site.text('problem.notFound.detail', { address: `${site.base}${c.req.path}` })
  const shown = { status: 404, title, detail, issues: [], type: 'not-found' }
  return answer(c, site, shown, {
    type: `${site.base}/problems/not-found`,
    title,
    status: 404,
    detail,
    issues: [],
  })
}

/** A fault of ours: nothing of its inside is shown. */
export const answerFault = (c: Context, site: Site): Promise<Response> => {
  const title = site.text('problem.internal')
  const detail = site.text('problem.internal.detail')
  return answer(
    c,
    site,
    { status: 500, title, detail, issues: [], type: '' },
    { type: 'about:blank', title, status: 500, detail, issues: [] },
  )
}
