// One world's site as a Hono app: its pages, their data twins, and the document that describes them.
import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { problemOf } from '../db/constraint.ts'
import { problem } from '../problem.ts'
import { loadStyle, serveStyle } from './assets.ts'
import type { PageData } from './data.ts'
import { createFormat } from './format.ts'
import { alwaysAskAgain, safeHeaders } from './headers.ts'
import { directionOf } from './html.ts'
import { cohortPage, cohortsPage } from './pages/cohorts.ts'
import { homePage } from './pages/home.ts'
import { indicatorPage } from './pages/indicator.ts'
import { planPage } from './pages/plan.ts'
import { problemTypePage } from './pages/problem-type.ts'
import { statePage } from './pages/state.ts'
import { statesPage } from './pages/states.ts'
import { answerFault, answerNotFound, answerProblem } from './problem-page.ts'
import { idAsked, problemSchema, ruleSchema } from './schemas.ts'
import type { Site } from './site.ts'
import { catalogues, createText, english } from './text.ts'
import { servePage } from './twin.ts'

export type AppOptions = {
  /** '' for the register, '/exercise' for the exercise; the app answers below it once mounted there. */
  base: string
  world: 'register' | 'exercise'
  /** Said on every page and in every file of a fictional world. */
  banner: string | null
  data: PageData
  /** The world's date, YYYY-MM-DD. */
  today: () => string
  /** Language of the interface; its direction follows. Default: English. */
  language?: string
  /** Told of every fault that is ours. Default: standard error. */
  onFault?: (error: unknown, address: string) => void
}

const siteOf = (options: AppOptions): Site => {
  const language = options.language ?? 'en'
  return {
    base: options.base,
    world: options.world,
    banner: options.banner,
    today: options.today,
    language,
    direction: directionOf(language),
    text: createText(language, catalogues[language] ?? english),
    format: createFormat(language),
    data: options.data,
    style: loadStyle(options.base, options.banner),
  }
}

const serveRule = (app: OpenAPIHono, site: Site): void => {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/plans/{plan}/{indicator}/rule.json',
    operationId: 'rule-json',
    summary: 'The rule of an indicator, as data, with its hash',
    responses: {
      200: { description: 'The rule', content: { 'application/json': { schema: ruleSchema } } },
      404: {
        description: 'Nothing is held under this name',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  })
  app.get('/plans/:plan/:indicator/rule.json', async (c) => {
    const indicator = `${c.req.param('plan')}/${c.req.param('indicator')}`
    const isName =
      idAsked.safeParse(c.req.param('plan')).success && idAsked.safeParse(c.req.param('indicator')).success
    const found = isName ? await site.data.findRule(indicator) : undefined
    if (found === undefined) throw problem('not-found', `No rule is held for "${indicator}".`)
    const notice = site.banner === null ? {} : { notice: site.banner }
    return c.body(JSON.stringify({ world: site.world, ...notice, indicator, ...found }, null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
    })
  })
}

const serveDescription = (app: OpenAPIHono, site: Site): void => {
  app.get('/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: `${site.text('site.name')}: ${site.text(site.world === 'exercise' ? 'site.exercise' : 'site.register')}`,
          version: '1',
          description: [site.text('home.description'), site.banner].filter((part) => part !== null).join(' '),
          license: { name: 'Apache-2.0' },
        },
        servers: [{ url: site.base === '' ? '/' : site.base }],
      }),
    ),
  )
}

/** The site of one world. Answers GET and HEAD only; reads everything through `data`. */
export const createApp = (options: AppOptions): OpenAPIHono => {
  const site = siteOf(options)
  const app = new OpenAPIHono()
  app.use(safeHeaders(), alwaysAskAgain, compress(), etag({ weak: true }))
  serveStyle(app, site.style)
  servePage(app, site, homePage)
  servePage(app, site, planPage)
  servePage(app, site, indicatorPage)
  serveRule(app, site)
  servePage(app, site, statesPage)
  servePage(app, site, statePage)
  servePage(app, site, cohortsPage)
  servePage(app, site, cohortPage)
  app.get('/problems/:type', async (c) => c.html(await problemTypePage(site, c.req.param('type'))))
  serveDescription(app, site)
  app.notFound((c) => answerNotFound(c, site))
  app.onError((error, c) => {
    const refusal = problemOf(error)
    if (refusal !== undefined && refusal.status < 500) return answerProblem(c, site, refusal)
    const report = options.onFault ?? ((fault: unknown, address: string) => console.error(address, fault))
    report(error, c.req.path)
    return refusal === undefined ? answerFault(c, site) : answerProblem(c, site, refusal)
  })
  return app
}
