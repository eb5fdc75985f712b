// Every word of the interface, by key and language. Words of instruments, reports and sources are data and stand
// elsewhere. A language is a folder with the same files; one that is not finished says so on its pages.
import { accounts } from './en/accounts.ts'
import { api } from './en/api.ts'
import { approval } from './en/approval.ts'
import { changes } from './en/changes.ts'
import { cohorts } from './en/cohorts.ts'
import { cooperation } from './en/cooperation.ts'
import { crosswalk } from './en/crosswalk.ts'
import { declarations } from './en/declarations.ts'
import { desk } from './en/desk.ts'
import { documents } from './en/documents.ts'
import { duties } from './en/duties.ts'
import { enter } from './en/enter.ts'
import { feeds } from './en/feeds.ts'
import { figures } from './en/figures.ts'
import { forms } from './en/forms.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { implementation } from './en/implementation.ts'
import { indicator } from './en/indicator.ts'
import { mail } from './en/mail.ts'
import { ministry } from './en/ministry.ts'
import { others } from './en/others.ts'
import { people } from './en/people.ts'
import { plan } from './en/plan.ts'
import { planPages } from './en/plan-pages.ts'
import { problem } from './en/problem.ts'
import { progressPage } from './en/progress-page.ts'
import { progressReport } from './en/progress-report.ts'
import { published } from './en/published.ts'
import { reasonParts, reasons } from './en/reasons.ts'
import { recommendations } from './en/recommendations.ts'
import { register } from './en/register.ts'
import { releases } from './en/releases.ts'
import { reports } from './en/reports.ts'
import { rollCalls } from './en/roll-calls.ts'
import { search } from './en/search.ts'
import { sheet } from './en/sheet.ts'
import { site } from './en/site.ts'
import { staleness } from './en/staleness.ts'
import { stateDuties } from './en/state-duties.ts'
import { states } from './en/states.ts'
import { statusDocument } from './en/status-document.ts'
import { tables } from './en/tables.ts'
import { targets } from './en/targets.ts'
import { tokens } from './en/tokens.ts'
import { treaties } from './en/treaties.ts'
import { workbook } from './en/workbook.ts'
import type { Phrase } from './phrase.ts'

export const english = {
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
  ...progressPage,
  ...progressReport,
  ...published,
  ...crosswalk,
  ...releases,
  ...reports,
  ...api,
  ...reasons,
  ...reasonParts,
  ...forms,
  ...enter,
  ...approval,
  ...workbook,
  ...statusDocument,
  ...mail,
}

export type TextKey = keyof typeof english
export type Catalogue = Readonly<Record<TextKey, Phrase>>
