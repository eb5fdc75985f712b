// What the pages of reports read, from what is held.
import type { Db } from '../../db/store.ts'
import { listActorNames } from '../../indicators/evidence-store.ts'
import { type Readers, readersOfReports } from '../../indicators/readers.ts'
import { cycleOf, listReportingCycles, showReporting } from '../../indicators/reporting.ts'
import { reportName } from '../../reports/naming.ts'
import { readShippedQuestionnaires } from '../../reports/shipped.ts'
import { findReport, type QuestionShown } from '../../reports/show.ts'
import type { QuestionAsked, ReportData, ReportingPage, ReportOpened } from '../data/reports.ts'
import { sourceShown } from './source.ts'
import { submissionsOf } from './submissions.ts'

/** One obligation and cycle, as pages show it. */
export const reportingPage = async (
  db: Db,
  asked: { obligation: string; year: number; asOf?: string },
): Promise<ReportingPage> => {
  const { receipts, readBy, ...shown } = await showReporting(db, asked)
  const submissionOf = await submissionsOf(
    db,
    receipts.flatMap(({ current }) => (current === null ? [] : [`report:${current.reportId}`])),
  )
  return {
    ...shown,
    readBy: [...readBy],
    receipts: receipts.map(({ current, said: _, ...receipt }) => ({
      ...receipt,
      report: current === null ? null : reportName(current),
      version: current?.version ?? null,
      receivedOn: current?.receivedOn ?? null,
      language: current?.language ?? null,
      subject: current?.subject ?? null,
      voluntary: current?.document.voluntary === true,
      entered: current?.entered ?? false,
      submitted: current === null ? null : submissionOf(`report:${current.reportId}`),
    })),
  }
}

const noReaders: Readers = { byQuestion: new Map(), ofReport: [] }

const asked = (question: QuestionShown, readers: Readers): QuestionAsked => ({
  ...question,
  readBy: [...(readers.byQuestion.get(question.id) ?? [])],
  parts: question.parts.map((part) => asked(part, readers)),
})

const opened = async (db: Db, name: string): Promise<ReportOpened | undefined> => {
  const questionnaires = readShippedQuestionnaires()
  const read = await findReport(db, name, questionnaires)
  if (read === undefined) return undefined
  const { version, versions, groups, otherAnswers, changes } = read
  const { actor, obligation, coversYear, subject } = version
  const questionnaire = questionnaires.find(({ id }) => id === obligation)
  const readers = questionnaire === undefined ? noReaders : readersOfReports(questionnaire)
  const year = cycleOf(obligation, coversYear)
  const receipt =
    questionnaire === undefined || subject !== null
      ? undefined
      : (await showReporting(db, { obligation, year })).receipts.find((one) => one.actor === actor)
  return {
    name: read.name,
    actor,
    actorName: (await listActorNames(db)).get(actor) ?? actor,
    obligation,
    title: questionnaire?.title ?? obligation,
    coversYear,
    year,
    subject,
    version: version.version,
    receivedOn: version.receivedOn,
    dueOn: receipt?.dueOn ?? null,
    isLate: receipt?.isLate ?? null,
    current: versions.find((one) => one.name === read.name)?.current ?? false,
    entered: version.entered,
    submitted: (await submissionsOf(db, [`report:${version.reportId}`]))(`report:${version.reportId}`),
    language: version.language,
    document: version.document,
    source: sourceShown(version.source),
    versions,
    groups: groups.map((group) => ({
      ...group,
      questions: group.questions.map((question) => asked(question, readers)),
    })),
    otherAnswers,
    changes,
    readBy: [...readers.ofReport],
  }
}

/** Reports of one world. */
export const reportsHeld = (db: Db): ReportData => ({
  listReportingCycles: () => listReportingCycles(db),
  showReporting: (query) => reportingPage(db, query),
  findReport: (name) => opened(db, name),
})
