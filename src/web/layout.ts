// The frame of every page: where one is, what world this is, the page's data, and nothing that moves.

import { entersIn } from '../accounts/may.ts'
import { givingOf } from '../accounts/role-rules.ts'
import { xlsxType } from '../formats/xlsx.ts'
import { english } from '../words/catalogue.ts'
import { accountsPath } from './accounts-path.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from './html.ts'
import { foldedOnPaper } from './rest-fold.ts'
import { searchBox } from './search-box.ts'
import { addressIn, addressOf, baseOf, type Site, twinOf } from './site.ts'
import { withoutMarks } from './text.ts'

export type Crumb = {
  label: string
  /** Where the label is not the interface's own words: their language (BCP 47). */
  language?: string
  path?: string
  query?: Record<string, string | number>
}

/** The entries of the main navigation. */
export type Part =
  | 'plans'
  | 'treaties'
  | 'states'
  | 'duties'
  | 'reports'
  | 'cohorts'
  | 'changes'
  | 'enter'
  | 'desk'
  | 'waiting'
  | 'people'
  | 'audit'

export type PageParts = {
  /** For the browser's title and the history. */
  title: string
  /** One sentence for search engines and previews. */
  description: string
  /** The path in this world, without its base, and what was asked; the data twins stand beside it. */
  path: string
  query?: Record<string, string | number | undefined>
  /** True where the page's days stand in a calendar beside it. */
  hasCalendar?: boolean
  /** False for pages without data of their own, such as problems. */
  hasTwins?: boolean
  crumbs: Crumb[]
  /** True where the page has a search box of its own; the masthead then has none. */
  hasSearch?: boolean
  /** Where whoever signs in from here comes back to; default: this page. */
  comesBackTo?: string | undefined
  /** True for pages of signing in: nobody comes back to them. */
  isForAccounts?: boolean
  /** True for what is shown once and never again: no link leads away but those of the page itself. */
  isShownOnce?: boolean
  /** True for a page of long folded lists: on paper they stay as their reader left them, and it is said where all of them are. */
  keepsFolds?: boolean
  /** Which entry of the main navigation this page belongs to. */
  part?: Part
  body: Html
}

/** For those who manage people, and for those who may read the trail. People stand in the register alone. */
const managing = (site: Site): { key: Part; label: string; address: string }[] => {
  const giving = givingOf(site.person)
  return [
    // Where nobody can sign in there are no people to manage.
    ...(site.hasSignIn && (giving === 'all' || giving.length > 0)
      ? [{ key: 'people' as const, label: site.text('people.title'), address: accountsPath(site, '/people') }]
      : []),
    ...(giving === 'all'
      ? [{ key: 'audit' as const, label: site.text('audit.title'), address: addressOf(site, '/audit') }]
      : []),
  ]
}

const mainNavigation = (site: Site, part: PageParts['part']): Html => {
  const entries = [
    // Of whoever works here; the public reads the page of an actor by its own address.
    ...(site.person.as === 'public'
      ? []
      : [{ key: 'desk' as const, label: site.text('desk.nav'), path: '/desk' }]),
    { key: 'plans', label: site.text('site.plans'), path: '/plans' },
    { key: 'treaties', label: site.text('site.treaties'), path: '/treaties' },
    { key: 'states', label: site.text('site.states'), path: '/states' },
    { key: 'duties', label: site.text('duties.crumb'), path: '/duties' },
    { key: 'reports', label: site.text('site.reports'), path: '/reports' },
    { key: 'cohorts', label: site.text('site.cohorts'), path: '/cohorts' },
    { key: 'changes', label: site.text('site.changes'), path: '/changes' },
    ...(entersIn(site.person, site.world)
      ? [{ key: 'enter' as const, label: site.text('enter.nav'), path: '/enter' }]
      : []),
  ] as const
  return html`<nav class="main-nav" aria-label="${site.text('site.nav')}"><ul role="list">${entries.map(
    (entry) =>
      html`<li><a href="${addressOf(site, entry.path)}"${entry.key === part ? html` aria-current="true"` : nothing}>${entry.label}</a></li>`,
  )}${
    site.waiting === undefined
      ? nothing
      : html`<li><a href="${addressOf(site, '/waiting')}"${part === 'waiting' ? html` aria-current="true"` : nothing}>${site.text('waiting.nav', { count: site.format.number(site.waiting) })}</a></li>`
  }${managing(site).map(({ key, label, address }) => html`<li><a href="${address}"${key === part ? html` aria-current="true"` : nothing}>${label}</a></li>`)}</ul></nav>`
}

/** Who is signed in, or where one does: nothing where nobody can. */
const whoAsks = (site: Site, parts: PageParts): Html => {
  const { person } = site
  if (person.as === 'person')
    return html`<a class="who" href="${accountsPath(site, '/account')}"><span class="vh">${site.text('account.signedInAs')}</span> ${inLanguage(person.name, null)}</a>`
  if (!site.hasSignIn || person.as !== 'public' || parts.isForAccounts === true) return nothing
  const to = parts.comesBackTo ?? addressOf(site, parts.path, parts.query)
  return html`<a class="who" href="${accountsPath(site, '/sign-in', { to })}">${site.text('signIn.title')}</a>`
}

const crumbLabel = ({ label, language }: Crumb): Html =>
  language === undefined ? html`${label}` : inLanguage(label, language)

const breadcrumb = (site: Site, crumbs: Crumb[]): Html =>
  crumbs.length === 0
    ? nothing
    : html`<nav class="crumbs" aria-label="${site.text('site.breadcrumb')}"><ol role="list">
<li><a href="${addressOf(site, '/')}">${site.text('site.home')}</a></li>${crumbs.map((crumb) =>
        crumb.path === undefined
          ? html`<li aria-current="page">${crumbLabel(crumb)}</li>`
          : html`<li><a href="${addressOf(site, crumb.path, crumb.query)}">${crumbLabel(crumb)}</a></li>`,
      )}</ol></nav>`

const twins = (site: Site, parts: PageParts): { json: string; csv: string; xlsx: string } | undefined =>
  parts.hasTwins === false
    ? undefined
    : {
        json: twinOf(site, parts.path, 'json', parts.query),
        csv: twinOf(site, parts.path, 'csv', parts.query),
        xlsx: twinOf(site, parts.path, 'xlsx', parts.query),
      }

/** The same page in the other languages; each name in its own language. */
const languageNavigation = (site: Site, parts: PageParts): Html =>
  site.languages.length < 2
    ? nothing
    : html`<nav class="languages" aria-label="${site.text('site.languages')}"><ul role="list">${site.languages.map(
        (language) =>
          html`<li><a href="${addressIn(language, parts.path, parts.query)}" hreflang="${language.code}"${spokenIn(language.code)}${language.code === site.language ? html` aria-current="true"` : nothing}>${language.name}</a></li>`,
      )}</ul></nav>`

const alternates = (site: Site, parts: PageParts): Html =>
  html`${site.languages.map(
    (language) =>
      html`<link rel="alternate" hreflang="${language.code}" href="${addressIn(language, parts.path, parts.query)}">
`,
  )}`

/** Where a language is not finished its pages say so, in that language and in the one that stands in for it. */
const partialNotice = (site: Site): Html =>
  site.isComplete
    ? nothing
    : html`<p class="partial">${site.text('site.partial')}${
        withoutMarks(site.text('site.partial')) === english['site.partial']
          ? nothing
          : html` <span${spokenIn('en')}>${english['site.partial']}</span>`
      }</p>`

/** At the foot of a page: how to ask for data, and the other world. */
const waysOn = (
  site: Site,
): Html => html`<p><a href="${addressOf(site, '/api')}">${site.text('api.title')}</a></p>
<p>${
  site.world === 'exercise'
    ? html`<a href="${site.language === 'en' ? '/' : `/${site.language}`}">${site.text('site.toRegister')}</a>`
    : html`<a href="${baseOf('exercise', site.language)}">${site.text('site.toExercise')}</a>`
}</p>`

/** The whole document. */
export const layout = (site: Site, parts: PageParts): Html => {
  const data = twins(site, parts)
  const title =
    parts.title === site.text('site.name') ? parts.title : `${parts.title} · ${site.text('site.name')}`
  const worldTitle = site.world === 'exercise' ? `${site.text('site.exercise')}: ${title}` : title
  return html`<!doctype html>
<html lang="${site.language}" dir="${site.direction}" class="world-${site.world}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${worldTitle}</title>
<meta name="description" content="${parts.description}">
<meta property="og:title" content="${worldTitle}">
<meta property="og:description" content="${parts.description}">
<meta property="og:type" content="website">
<link rel="canonical" href="${addressOf(site, parts.path, parts.query)}">
<link rel="stylesheet" href="${site.style.address}">
<link rel="icon" type="image/svg+xml" href="${site.style.iconAddress}">
${
  data === undefined
    ? nothing
    : html`<link rel="alternate" type="application/json" href="${data.json}">
<link rel="alternate" type="text/csv" href="${data.csv}">
<link rel="alternate" type="${xlsxType}" href="${data.xlsx}">
${parts.hasCalendar === true ? html`<link rel="alternate" type="text/calendar" href="${twinOf(site, parts.path, 'ics')}">\n` : nothing}`
}${site.languages.length < 2 ? nothing : alternates(site, parts)}<link rel="service-desc" type="application/json" href="${`${site.root}/openapi.json`}">
<link rel="service-doc" type="text/html" href="${addressOf(site, '/api')}">
</head>
<body>
<a class="skip" href="#content">${site.text('site.skip')}</a>
<header class="masthead">
${site.bannerWords === null ? nothing : html`<p class="banner">${site.bannerWords}</p>`}
<div class="masthead-line">${parts.isShownOnce === true ? html`<span class="wordmark">${site.text('site.name')}</span>` : html`<a class="wordmark" href="${addressOf(site, '/')}">${site.text('site.name')}</a>${languageNavigation(site, parts)}${whoAsks(site, parts)}${parts.hasSearch === true ? nothing : searchBox(site, 'search-everything')}`}</div>
${parts.isShownOnce === true ? nothing : mainNavigation(site, parts.part)}
${partialNotice(site)}
</header>
${parts.isShownOnce === true ? nothing : breadcrumb(site, parts.crumbs)}
<main id="content" tabindex="-1"${parts.keepsFolds === true ? html` class="keeps-folds"` : nothing}>
${parts.body}
${parts.keepsFolds === true ? foldedOnPaper(site, addressOf(site, parts.path, parts.query)) : nothing}</main>
<footer class="foot">
${
  data === undefined
    ? nothing
    : html`<p>${site.text('site.thisPageAsData')}: <a href="${data.json}">${site.text('site.json')}</a> · <a href="${data.csv}">${site.text('site.csv')}</a> · <a href="${data.xlsx}">${site.text('site.xlsx')}</a>${parts.hasCalendar === true ? html` · <a href="${twinOf(site, parts.path, 'ics')}">${site.text('feed.link')}</a>` : nothing}</p>`
}
${parts.isShownOnce === true ? nothing : waysOn(site)}
<p class="quiet">${site.text('site.verbatim')} ${site.text('site.today', { date: site.format.date(site.today()) })}.</p>
</footer>
</body>
</html>`
}
