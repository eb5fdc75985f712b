// Which version a report becomes. A submitted version never changes: the same content again is the same version, and
// other content under its number is refused.
import type { Issue } from '../problem.ts'
import { currentVersion, type PlacedReport, periodKey, type Report, reportHash } from './report.ts'

export type HeldVersion = {
  reportId: string
  actor: string
  obligation: string
  coversYear: number
  subject: string | null
  version: number
  receivedOn: string
  sha256: string
}

export type Submission = {
  reportId: string
  report: Report
  version: number
  supersedes: string | null
  sha256: string
}

export type SubmissionPlan = {
  submissions: Submission[]
  /** Reports whose content is recorded already, or twice in the file. */
  alreadyRecorded: PlacedReport[]
  issues: Issue[]
}

/** A numbered version must have been received after the lower ones and before the higher ones. */
const outOfOrder = (report: Report, versions: readonly HeldVersion[]): HeldVersion | undefined =>
  versions.find((held) =>
    held.version < report.version!
      ? held.receivedOn > report.receivedOn
      : held.receivedOn < report.receivedOn,
  )

/**
 * Numbers the reports of one submission, oldest first, after the versions already held. A report without a number
 * takes the next one. Reported as issues: a number whose version says something else, the same content under two
 * numbers, a number that leaves others out, a numbered version received before a lower one, two reports of one day that
 * differ and carry no number. `mayLackVersions`: versions of the period stand in the file that could not be read.
 */
export const planSubmissions = (
  reports: readonly PlacedReport[],
  held: readonly HeldVersion[],
  newId: () => string,
  mayLackVersions: (report: Report) => boolean = () => false,
): SubmissionPlan => {
  const plan: SubmissionPlan = { submissions: [], alreadyRecorded: [], issues: [] }
  const byPeriod = new Map<string, HeldVersion[]>()
  for (const version of held)
    byPeriod.set(periodKey(version), [...(byPeriod.get(periodKey(version)) ?? []), version])
  const inOrder = [...reports].sort((a, b) =>
    a.report.receivedOn === b.report.receivedOn
      ? (a.report.version ?? 0) - (b.report.version ?? 0)
      : a.report.receivedOn < b.report.receivedOn
        ? -1
        : 1,
  )
  const unnumbered = new Set<string>()
  for (const placed of inOrder) {
    const { report, place } = placed
    const key = periodKey(report)
    const versions = byPeriod.get(key) ?? []
    const sha256 = reportHash(report)
    const same = versions.find((version) => version.sha256 === sha256)
    if (same !== undefined) {
      if (report.version === null || report.version === same.version) plan.alreadyRecorded.push(placed)
      else {
        const message = `This report is recorded already, as version ${same.version}`
        plan.issues.push({ ...place, message, found: String(report.version), expected: String(same.version) })
      }
      continue
    }
    const next = Math.max(0, ...versions.map((version) => version.version)) + 1
    const number = report.version ?? next
    const taken = versions.find((version) => version.version === number)
    const period = `${report.actor}, ${report.obligation}, ${report.coversYear}`
    if (taken !== undefined) {
      const message = `Version ${number} (${period}) says something else; a submitted version never changes`
      plan.issues.push({ ...place, message, found: String(number), expected: `version ${next}` })
      continue
    }
    if (number > next && !mayLackVersions(report)) {
      const message = `Version ${number} (${period}) leaves versions out`
      const expected = `version ${next}, the next one, or no number`
      plan.issues.push({ ...place, message, found: String(number), expected })
      continue
    }
    if (report.version === null) {
      const sameDay = `${key} ${report.receivedOn}`
      if (unnumbered.has(sameDay)) {
        const message = `Two different reports (${period}) were received on ${report.receivedOn}`
        plan.issues.push({ ...place, message, expected: 'a version number on each' })
        continue
      }
      unnumbered.add(sameDay)
    } else {
      const other = outOfOrder(report, versions)
      if (other !== undefined) {
        const message = `Version ${number} (${period}) contradicts version ${other.version}, received on ${other.receivedOn}`
        plan.issues.push({
          ...place,
          message,
          found: report.receivedOn,
          expected: 'versions numbered in the order received',
        })
        continue
      }
    }
    const reportId = newId()
    const earlier = currentVersion(versions, report.receivedOn)
    plan.submissions.push({
      reportId,
      report,
      version: number,
      supersedes: earlier?.reportId ?? null,
      sha256,
    })
    const { actor, obligation, coversYear, subject, receivedOn } = report
    const now = { reportId, actor, obligation, coversYear, subject, version: number, receivedOn, sha256 }
    byPeriod.set(key, [...versions, now])
  }
  return plan
}
