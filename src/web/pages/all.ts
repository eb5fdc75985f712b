// Every page, in the order the OpenAPI document lists them. A page of its own kind is added here and nowhere else.
import { type ServedPage, servePage, type TwinPage } from '../twin.ts'
import { actionPage } from './action.ts'
import { changesPage } from './changes.ts'
import { cohortPage, cohortsPage } from './cohorts.ts'
import { comparePage } from './compare.ts'
import { conventionPage } from './conventions.ts'
import { servePageDiscard } from './cooperation/discard.ts'
import { cooperationPage, cooperationVersionPage } from './cooperation/page.ts'
import { serveRate } from './cooperation/rate.ts'
import { cooperationRatingsPage } from './cooperation/ratings.ts'
import { servePageApproval, servePageFreeze } from './cooperation/versions.ts'
import { crosswalkPage } from './crosswalk.ts'
import { declarationsPage } from './declarations.ts'
import { serveDeskChoice } from './desk/choose.ts'
import { deskOfPage, deskPage } from './desk/desk.ts'
import { documentPage } from './document.ts'
import { calendarDatePage, calendarPage } from './duties/calendar.ts'
import { dutyPage } from './duties/duty.ts'
import { dutiesOfPage } from './duties/instrument.ts'
import { dutiesPage } from './duties/list.ts'
import { stateDutiesPage } from './duties/state.ts'
import { serveCheck } from './enter/check.ts'
import { serveComplete } from './enter/complete.ts'
import { serveDiscard } from './enter/discard.ts'
import { draftPage } from './enter/draft.ts'
import { factPage } from './enter/fact.ts'
import { serveFactDiscard } from './enter/fact-discard.ts'
import { factDraftPage, serveFactDraft } from './enter/fact-draft.ts'
import { serveFactNew } from './enter/fact-new.ts'
import { serveRecommendations } from './enter/recommendations.ts'
import { serveReportNew } from './enter/report-new.ts'
import { serveSection } from './enter/section.ts'
import { enterPage } from './enter/start.ts'
import { serveTable } from './enter/table.ts'
import { tablesPage } from './enter/tables.ts'
import { serveTemplate, serveWorkbook } from './enter/workbook.ts'
import { auditPage } from './history/audit.ts'
import { historyPage, serveRestore } from './history/history.ts'
import { homePage } from './home.ts'
import { countedPage } from './implementation/counted.ts'
import { implementationPage } from './implementation/overview.ts'
import { workPage } from './implementation/thing.ts'
import { indicatorPage } from './indicator.ts'
import { ministryPage } from './ministry.ts'
import { othersPage } from './others.ts'
import { planPage } from './plan.ts'
import { plansPage } from './plans.ts'
import { progressPage } from './progress/report.ts'
import { publishedPage } from './published.ts'
import { serveApproval } from './releases/approval.ts'
import { serveComment } from './releases/comments.ts'
import { releaseComparePage } from './releases/compare.ts'
import { releaseDocuments } from './releases/document.ts'
import { releaseFile } from './releases/file.ts'
import { serveFreeze } from './releases/freeze.ts'
import { releasesPage } from './releases/list.ts'
import { releasePage } from './releases/release.ts'
import { releaseValuePage } from './releases/value.ts'
import { reportPage } from './report.ts'
import { reportsPage } from './reports.ts'
import { rollCallPage } from './roll-call.ts'
import { rulePage } from './rule.ts'
import { searchPage } from './search.ts'
import { sectionPage } from './section.ts'
import { stalenessPage } from './staleness.ts'
import { statePage } from './state.ts'
import { statesPage } from './states.ts'
import { treatiesPage, treatyPage } from './treaties.ts'
import { waitingPage } from './waiting.ts'

const twin = <P, Q, D>(page: TwinPage<P, Q, D>): ServedPage => ({
  path: page.path,
  example: page.example,
  serve: (app, site) => servePage(app, site, page),
})

export const allPages: readonly ServedPage[] = [
  twin(homePage),
  twin(documentPage),
  twin(plansPage),
  twin(planPage),
  twin(implementationPage),
  twin(countedPage),
  twin(workPage),
  twin(progressPage),
  twin(comparePage),
  twin(crosswalkPage),
  twin(sectionPage),
  twin(actionPage),
  twin(indicatorPage),
  rulePage,
  twin(statesPage),
  twin(statePage),
  twin(stateDutiesPage),
  twin(publishedPage),
  twin(releasesPage),
  { path: '/releases', isPart: true, serve: serveFreeze },
  twin(releasePage),
  { path: '/releases/{id}/comments', isPart: true, serve: serveComment },
  { path: '/releases/{id}/approval', isPart: true, serve: serveApproval },
  // Before the address that would take its last word for an indicator.
  releaseFile,
  ...releaseDocuments,
  twin(releaseComparePage),
  twin(releaseValuePage),
  twin(reportsPage),
  twin(reportPage),
  twin(dutiesPage),
  twin(dutiesOfPage),
  twin(dutyPage),
  twin(calendarPage),
  twin(calendarDatePage),
  twin(ministryPage),
  twin(cooperationPage),
  { path: '/ministries/{actor}/cooperation', isPart: true, serve: servePageFreeze },
  // Before the address that would take its last word for a version.
  twin(cooperationRatingsPage),
  twin(cooperationVersionPage),
  { path: '/ministries/{actor}/cooperation/{version}/rate', isPart: true, serve: serveRate },
  { path: '/ministries/{actor}/cooperation/{version}/discard', isPart: true, serve: servePageDiscard },
  { path: '/ministries/{actor}/cooperation/{version}/approval', isPart: true, serve: servePageApproval },
  twin(othersPage),
  twin(rollCallPage),
  twin(stalenessPage),
  twin(declarationsPage),
  twin(cohortsPage),
  twin(cohortPage),
  twin(searchPage),
  twin(treatiesPage),
  twin(treatyPage),
  twin(conventionPage),
  twin(enterPage),
  // Each before the address that would take its last word for a name.
  {
    path: '/enter/reports/new',
    serve: (app, site) => {
      serveReportNew(app, site)
      serveTemplate(app, site)
    },
  },
  { path: '/enter/reports/{id}/check', serve: serveCheck },
  { path: '/enter/reports/{id}/workbook', serve: serveWorkbook },
  { path: '/enter/reports/{id}/discard', serve: serveDiscard },
  twin(draftPage),
  { path: '/enter/reports/{id}/{section}', serve: serveSection },
  { path: '/enter/complete', serve: serveComplete },
  { path: '/enter/facts/new', serve: serveFactNew },
  { path: '/enter/recommendations/{study}', isPart: true, serve: serveRecommendations },
  twin(tablesPage),
  { path: '/enter/tables/{mapping}', serve: serveTable },
  { path: '/enter/facts/drafts/{id}/discard', isPart: true, serve: serveFactDiscard },
  { path: '/enter/facts/drafts/{id}', isPart: true, serve: serveFactDraft },
  twin(factDraftPage),
  twin(deskPage),
  { path: '/desk', isPart: true, serve: serveDeskChoice },
  twin(deskOfPage),
  twin(waitingPage),
  twin(factPage),
  twin(changesPage),
  twin(historyPage),
  { path: '/history/{thing}/restore', isPart: true, serve: serveRestore },
  twin(auditPage),
]
