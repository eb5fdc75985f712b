// Every page, in the order the OpenAPI document lists them. A page of its own kind is added here and nowhere else.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Site } from '../site.ts'
import { servePage, type TwinPage } from '../twin.ts'
import { cohortPage, cohortsPage } from './cohorts.ts'
import { documentPage } from './document.ts'
import { homePage } from './home.ts'
import { indicatorPage } from './indicator.ts'
import { planPage } from './plan.ts'
import { plansPage } from './plans.ts'
import { reportPage } from './report.ts'
import { reportsPage } from './reports.ts'
import { statePage } from './state.ts'
import { statesPage } from './states.ts'

type Serve = (app: OpenAPIHono, site: Site) => void

const twin =
  <P, Q, D>(page: TwinPage<P, Q, D>): Serve =>
  (app, site) =>
    servePage(app, site, page)

export const allPages: readonly Serve[] = [
  twin(homePage),
  twin(documentPage),
  twin(plansPage),
  twin(planPage),
  twin(indicatorPage),
  twin(statesPage),
  twin(statePage),
  twin(reportsPage),
  twin(reportPage),
  twin(cohortsPage),
  twin(cohortPage),
]
