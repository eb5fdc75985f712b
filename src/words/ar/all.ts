// The Arabic catalogue, the way from the first page to a State. It proves that pages run from right to left; what it
// lacks is said in English and marked so.
import type { Catalogue } from '../catalogue.ts'
import { cohorts } from './cohorts.ts'
import { documents } from './documents.ts'
import { enter } from './enter.ts'
import { figures } from './figures.ts'
import { home } from './home.ts'
import { indicator } from './indicator.ts'
import { plan } from './plan.ts'
import { reasonParts, reasons } from './reasons.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'
import { site } from './site.ts'
import { states } from './states.ts'

export const arabic: Partial<Catalogue> = {
  ...site,
  ...figures,
  ...home,
  ...documents,
  ...plan,
  ...indicator,
  ...states,
  ...cohorts,
  ...enter,
  ...reasons,
  ...reasonParts,
  ...reports,
  ...search,
}
