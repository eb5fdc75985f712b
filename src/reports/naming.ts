// The name of a report version, the same in every installation: who, on what, covering which year, which version, and
// about which record. `XAR:article-7:2025:2`, `XAR:committee-analysis:2026:1:XAR-request-1`.

export type NamedReport = {
  actor: string
  obligation: string
  coversYear: number
  version: number
  subject: string | null
}

/** What an address takes as a name; a record with another name is reached by the version's own id. */
const plain = /^[\w.@-]+$/

/** The readable name of a version, or its id where a part of the name has characters no address here takes. */
export const reportName = (report: NamedReport & { reportId: string }): string => {
  const { actor, obligation, coversYear, version, subject } = report
  const named = [
    actor,
    obligation,
    String(coversYear),
    String(version),
    ...(subject === null ? [] : [subject]),
  ]
  return named.every((part) => plain.test(part)) ? named.join(':') : report.reportId
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A name or an id taken apart; undefined for what is neither. */
export const readReportName = (text: string): NamedReport | { reportId: string } | undefined => {
  if (uuid.test(text)) return { reportId: text }
  const [actor, obligation, year, version, subject, ...more] = text.split(':')
  if (!actor || !obligation || more.length > 0 || subject === '') return undefined
  if (!/^\d{4}$/.test(year ?? '') || !/^[1-9]\d{0,5}$/.test(version ?? '')) return undefined
  return {
    actor,
    obligation,
    coversYear: Number(year),
    version: Number(version),
    subject: subject ?? null,
  }
}
