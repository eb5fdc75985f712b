// The Mongolian catalogue: complete. A phrase that is English only is a type error here.
import type { Catalogue } from '../catalogue.ts'
import { accounts } from './accounts.ts'
import { api } from './api.ts'
import { approval } from './approval.ts'
import { changes } from './changes.ts'
import { cohorts } from './cohorts.ts'
import { cooperation } from './cooperation.ts'
import { crosswalk } from './crosswalk.ts'
import { declarations } from './declarations.ts'
import { desk } from './desk.ts'
import { documents } from './documents.ts'
import { duties } from './duties.ts'
import { enter } from './enter.ts'
import { feeds } from './feeds.ts'
import { figures } from './figures.ts'
import { forms } from './forms.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { implementation } from './implementation.ts'
import { indicator } from './indicator.ts'
import { mail } from './mail.ts'
import { ministry } from './ministry.ts'
import { others } from './others.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { planPages } from './plan-pages.ts'
import { problem } from './problem.ts'
import { progressPage } from './progress-page.ts'
import { progressReport } from './progress-report.ts'
import { published } from './published.ts'
import { reasonParts, reasons } from './reasons.ts'
import { recommendations } from './recommendations.ts'
import { register } from './register.ts'
import { releases } from './releases.ts'
import { reports } from './reports.ts'
import { rollCalls } from './roll-calls.ts'
import { search } from './search.ts'
import { sheet } from './sheet.ts'
import { site } from './site.ts'
import { staleness } from './staleness.ts'
import { stateDuties } from './state-duties.ts'
import { states } from './states.ts'
import { statusDocument } from './status-document.ts'
import { tables } from './tables.ts'
import { targets } from './targets.ts'
import { tokens } from './tokens.ts'
import { treaties } from './treaties.ts'
import { workbook } from './workbook.ts'

export const mongolian: Catalogue = {
  ...site,
  ...accounts,
  ...tokens,
  ...figures,
  ...home,
  ...history,
  ...desk,
  ...documents,
  ...duties,
  ...feeds,
  ...plan,
  ...people,
  ...implementation,
  ...recommendations,
  ...tables,
  ...targets,
  ...indicator,
  ...states,
  ...cohorts,
  ...search,
  ...treaties,
  ...planPages,
  ...sheet,
  ...staleness,
  ...declarations,
  ...stateDuties,
  ...ministry,
  ...cooperation,
  ...register,
  ...others,
  ...rollCalls,
  ...changes,
  ...problem,
  ...api,
  ...progressPage,
  ...progressReport,
  ...published,
  ...crosswalk,
  ...releases,
  ...reports,
  ...reasons,
  ...reasonParts,
  ...forms,
  ...enter,
  ...approval,
  ...workbook,
  ...statusDocument,
  ...mail,
}
