// The rule of an indicator as data, with its hash: what recomputes the value elsewhere.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import { idAsked } from '../schemas/asked.ts'
import { ruleSchema } from '../schemas/plans.ts'
import { problemSchema } from '../schemas/problem.ts'
import type { Site } from '../site.ts'
import type { ServedPage } from '../twin.ts'
import { siteFor } from '../viewer.ts'
import { exampleIndicator } from './indicator.ts'

const path = '/plans/{plan}/{indicator}/rule.json'
const params = z.object({ plan: idAsked, indicator: idAsked })

const serve = (app: OpenAPIHono, site: Site): void => {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    operationId: 'rule-json',
    summary: 'The rule of an indicator, as data, with its hash',
    request: { params },
    responses: {
      200: { description: 'The rule', content: { 'application/json': { schema: ruleSchema } } },
      404: {
        description: 'Nothing is held under this name',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  })
  app.get('/plans/:plan/:indicator/rule.json', async (c) => {
    const asked = params.safeParse(c.req.param())
    const indicator = `${c.req.param('plan')}/${c.req.param('indicator')}`
    const found = asked.success ? await siteFor(c, site).data.findRule(indicator) : undefined
    if (found === undefined) throw problem('not-found', `No rule is held for "${indicator}".`)
    const notice = site.banner === null ? {} : { notice: site.banner }
    return c.body(JSON.stringify({ world: site.world, ...notice, indicator, ...found }, null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
    })
  })
}

export const rulePage: ServedPage = {
  path,
  example: async (site) => {
    const indicator = await exampleIndicator(site)
    return indicator === undefined ? undefined : `${indicator}/rule.json`
  },
  serve,
}
