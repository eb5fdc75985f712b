// One world's site as a Hono app: its pages, their data twins, and the document that describes them.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { Access } from '../accounts/access.ts'
import { may } from '../accounts/may.ts'
import { problemOf } from '../db/constraint.ts'
import { createFormat } from '../facts/format.ts'
import { reportFault } from '../fault.ts'
import { voiceOf } from '../indicators/names.ts'
import { findLanguage, languages, missingKeys } from '../words/languages.ts'
import { directionOf } from '../words/locale.ts'
import { markedOurs } from '../words/marked.ts'
import { loadStyle, serveStyle } from './assets.ts'
import type { PageData } from './data.ts'
import { onlyFromHere } from './forms/from-here.ts'
import { allowOwnPolicy, alwaysAskAgain, safeHeaders } from './headers.ts'
import { createLimits, type Limits, limitAddresses, limitPeople, shortAddresses } from './limits.ts'
import { serveAccounts } from './pages/accounts/serve.ts'
import { allPages } from './pages/all.ts'
import { serveApi } from './pages/api.ts'
import { serveOwnCalendars } from './pages/desk/own-calendar.ts'
import type { PeopleFor } from './pages/people/parts.ts'
import { servePeople } from './pages/people/serve.ts'
import { problemTypePage } from './pages/problem-type.ts'
import { answerFault, answerNotFound, answerProblem } from './problem-page.ts'
import type { Mounted } from './serve.ts'
import { baseOf, type Site } from './site.ts'
import { createPageText, settleLanguages, withoutMarks } from './text.ts'
import { type DataFor, knowViewer, type PersonOf, personAtFirst, siteFor } from './viewer.ts'

export type AppOptions = {
  world: 'register' | 'exercise'
  /** Said on every page and in every file of a fictional world. */
  banner: string | null
  /** What the public reads; where nobody can sign in, what the desk reads and writes. */
  data: PageData
  /** What somebody else reads and writes. Default: the same. */
  dataFor?: DataFor
  /** Tells who asks. Absent where nobody can sign in: then whoever asks sits at the desk. */
  access?: PersonOf
  /** How people sign in: its pages stand in the register. */
  accounts?: Access
  /** People, roles and invitations as a person may see and change them: their pages stand in the register. */
  people?: PeopleFor
  /** The world's date, YYYY-MM-DD. */
  today: () => string
  /** Language of the interface (BCP 47), one of `languages`; its direction follows. Default: English. */
  language?: string
  /** The languages this world is served in. Default: its own alone. */
  languages?: readonly string[]
  /** How much each asker has left, shared by all sites of a server. Default: counted for this site alone. */
  limits?: Limits
  /** Told of every fault that is ours. Default: standard error. */
  onFault?: (error: unknown, address: string) => void
}

/** What every page of the site shares. */
export const siteOf = (options: AppOptions): Site => {
  const { world, language = 'en' } = options
  const catalogue = findLanguage(language)?.catalogue ?? {}
  const root = baseOf(world, 'en')
  const text = createPageText(language, catalogue)
  const bannerWords = options.banner === null || language === 'en' ? options.banner : text('site.banner')
  const format = createFormat(language)
  const person = personAtFirst(options.access)
  return {
    base: baseOf(world, language),
    root,
    languages: (options.languages ?? [language]).map((code) => ({
      code,
      name: findLanguage(code)?.name ?? code,
      base: baseOf(world, code),
    })),
    isComplete: missingKeys(catalogue).length === 0,
    world,
    banner: options.banner,
    bannerWords,
    today: options.today,
    language,
    direction: directionOf(language),
    text,
    voice: voiceOf({ text, day: format.shortDate, ours: markedOurs(language) }),
    format,
    person,
    hasSignIn: options.access !== undefined,
    may: (act, thing) => may(person, act, thing),
    data: options.data,
    // What is printed in the margin is in the page's language, so a fictional world has a style sheet for each.
    style:
      bannerWords === null
        ? loadStyle(root, null)
        : loadStyle(baseOf(world, language), withoutMarks(bannerWords)),
  }
}

/** Where a language lacks words, English ones stand in their place: each is marked as English. */
const markEnglish =
  (site: Site): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (site.language === 'en' || c.res.body === null) return
    const type = c.res.headers.get('content-type') ?? ''
    if (!/^text\/html|json/.test(type)) return
    const words = await c.res.text()
    c.res = new Response(type.startsWith('text/html') ? settleLanguages(words) : withoutMarks(words), c.res)
  }

/** The site of one world. GET and HEAD read, POST comes from its forms; all of it through `data`. */
export const createApp = (options: AppOptions): OpenAPIHono => {
  const site = siteOf(options)
  const app = new OpenAPIHono()
  app.use(allowOwnPolicy, safeHeaders(), alwaysAskAgain, compress(), etag({ weak: true }), markEnglish(site))
  serveStyle(app, site.style)
  const limits = options.limits ?? createLimits()
  app.use(shortAddresses(site), limitAddresses(limits, site), onlyFromHere(site))
  app.use(knowViewer(site, { access: options.access, dataFor: options.dataFor }))
  app.use(limitPeople(limits, site))
  if (options.accounts !== undefined && site.world === 'register')
    serveAccounts(app, site, options.accounts, options.people)
  if (options.accounts !== undefined) serveOwnCalendars(app, site, options.accounts)
  if (options.people !== undefined && site.world === 'register')
    servePeople(app, site, { peopleFor: options.people, access: options.accounts })
  for (const page of allPages) page.serve(app, site)
  app.get('/problems/:type', async (c) =>
    c.html(await problemTypePage(siteFor(c, site), c.req.param('type'))),
  )
  serveApi(app, site, allPages)
  app.notFound((c) => answerNotFound(c, siteFor(c, site)))
  app.onError((error, c) => {
    const own = siteFor(c, site)
    const refusal = problemOf(error)
    if (refusal !== undefined && refusal.status < 500) return answerProblem(c, own, refusal)
    const report = options.onFault ?? reportFault
    report(error, `${site.base}${c.req.path}`)
    return refusal === undefined ? answerFault(c, own) : answerProblem(c, own, refusal)
  })
  return app
}

/** The site of one world in every language there is, each with the place it is mounted at. */
export const createSites = (options: Omit<AppOptions, 'language' | 'languages'>): Mounted[] => {
  const codes = languages.map((language) => language.code)
  const limits = options.limits ?? createLimits()
  return codes.map((language) => {
    // Made when first asked for: nobody waits at the start for languages and worlds that nobody reads.
    let app: OpenAPIHono | undefined
    return {
      base: baseOf(options.world, language),
      fetch: (request, word) => {
        app ??= createApp({ ...options, limits, language, languages: codes })
        return app.fetch(request, word)
      },
    }
  })
}
