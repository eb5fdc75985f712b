// How the audit trail, approvals and addresses of histories name a thing: one string, a kind and what identifies it.

/** The keys of things. A key never changes its meaning. */
export const thingKey = {
  fact: (actor: string, datumId: string) => `fact:${actor}/${datumId}`,
  factDraft: (draftId: string) => `fact-draft:${draftId}`,
  report: (reportId: string) => `report:${reportId}`,
  reportDraft: (draftId: string) => `report-draft:${draftId}`,
  release: (sha256: string) => `release:${sha256}`,
  page: (sha256: string) => `page:${sha256}`,
  actor: (actorId: string) => `actor:${actorId}`,
  coverage: (coverageId: string) => `coverage:${coverageId}`,
  setting: (key: string) => `setting:${key}`,
  instrument: (instrumentId: string) => `instrument:${instrumentId}`,
  planFolder: (name: string) => `plan-folder:${name}`,
  crosswalk: (fromPlan: string, toPlan: string) => `crosswalk:${fromPlan}/${toPlan}`,
  department: (departmentId: string) => `department:${departmentId}`,
  person: (personId: string) => `person:${personId}`,
} as const

/** A key taken apart: `fact:MNG/…` is of the kind `fact` with the id `MNG/…`. Undefined for what is no key. */
export const readThingKey = (key: string): { kind: string; id: string } | undefined => {
  const at = key.indexOf(':')
  return /^[a-z][a-z-]*:[^\s]/.test(key) ? { kind: key.slice(0, at), id: key.slice(at + 1) } : undefined
}
