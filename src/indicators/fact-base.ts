// The evaluator's fact base: a world's rows, read under an instrument's law.
import type { Kinds } from '../facts/kind.ts'
import { workKinds } from '../implementation/held.ts'
import { leadingOf } from '../implementation/leading.ts'
import { addDays } from '../rules/dates.ts'
import type { CoverageFact, Fact, FactBase, KindSpec, MembershipFact, ReportFact } from '../rules/facts.ts'
import { reportKind } from '../rules/field-check.ts'
import type { Reason } from '../words/reason.ts'
import { answersOf } from './report-answers.ts'
import type { ReportRow, Rows } from './rows-store.ts'

/** What the world's own law adds to the rows: memberships from status events, due dates from duties. */
export type Law = {
  /** From status events and armed conflicts, which can put a withdrawal off. */
  memberships: (
    treaty: string,
    facts: readonly Fact[],
    conflicts: readonly Fact[],
  ) => ReadonlyMap<string, readonly MembershipFact[]>
  dueOn: (
    duty: string,
    entryIntoForce: string | undefined,
    year: number,
  ) => { date: string; derivation: Reason } | undefined
  treaty: string
  /** The treaty meant by a fact that names an article and no treaty. */
  treatyMeant: (article: string) => string | undefined
  kinds: Readonly<Record<string, KindSpec>>
  parties: readonly string[]
  planPeriod: { from: string; until: string }
  anyonesWord?: boolean
  eitherWord?: boolean
  judgedBefore?: boolean
}

const none: ReadonlyMap<string, readonly never[]> = new Map()

/**
 * Reports as facts: each version until the next one of its period is received. A correction does not make a report
 * late, so each version knows when the first one came.
 */
const factsOfReports = (rows: readonly ReportRow[]): Fact[] => {
  const periods = groupBy(rows, ([actor, , obligation, coversYear, subject]) =>
    JSON.stringify([actor, obligation, coversYear, subject]),
  )
  return [...periods.values()].flatMap((versions) =>
    versions.map(
      ([actor, id, obligation, coversYear, subject, version, receivedOn, language, document], index) => ({
        id,
        actor,
        kind: `${obligation}-report`,
        externalId: null,
        subject,
        heldFrom: receivedOn,
        heldUntil: null,
        knownFrom: receivedOn,
        replacedOn: versions[index + 1]?.[6] ?? null,
        fields: {
          ...document,
          coversYear,
          cycle: coversYear + 1,
          receivedOn,
          firstReceivedOn: versions[0]![6],
          version,
          language,
        },
      }),
    ),
  )
}

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const held = groups.get(key(row))
    if (held === undefined) groups.set(key(row), [row])
    else held.push(row)
  }
  return groups
}

const addUnder = <T>(groups: Map<string, Map<string, T[]>>, outer: string, inner: string, row: T): void => {
  let group = groups.get(outer)
  if (group === undefined) {
    group = new Map()
    groups.set(outer, group)
  }
  const held = group.get(inner)
  if (held === undefined) group.set(inner, [row])
  else held.push(row)
}

/**
 * What had been stated of a register by `knownOn`; nobody knows on a day what happens after it, so no statement reaches
 * further. Where nobody had stated anything yet, the first statement made later of everyone stands for it: every datum says since
 * when it is known, so the register as it was can be told.
 */
const coverageKnownOn = (stated: readonly CoverageFact[], knownOn: string): CoverageFact[] => {
  const known = stated.filter((row) => row.knownFrom <= knownOn)
  const first = stated.reduce<string | undefined>(
    (earliest, row) => (earliest === undefined || row.knownFrom < earliest ? row.knownFrom : earliest),
    undefined,
  )
  const dayAfter = addDays(knownOn, 1)
  return (known.length > 0 ? known : stated.filter((row) => row.knownFrom === first))
    .filter((row) => row.from <= knownOn)
    .map((row) => ({ ...row, until: row.until === null || row.until > dayAfter ? dayAfter : row.until }))
}

/** What is stated of each register, for each actor, of `stated` as known on a day. */
export const coverageBook = (
  stated: readonly CoverageFact[],
  knownOn: string,
): Pick<FactBase, 'coverage' | 'statedApart'> => {
  const book = new Map<string, { everyone: CoverageFact[]; apart: Map<string, CoverageFact[]> }>()
  for (const [register, rows] of groupBy(stated, (row) => row.register)) {
    const ofEveryone = rows.filter((row) => row.actor == null)
    const own = groupBy(
      rows.filter((row) => row.actor != null),
      (row) => row.actor!,
    )
    book.set(register, {
      everyone: coverageKnownOn(ofEveryone, knownOn),
      // A word about one actor stands from the day it is known, never before: it would judge the past anew.
      apart: new Map(
        [...own].flatMap(([actor, said]) => {
          const known = said.filter((row) => row.knownFrom <= knownOn)
          const all = () => coverageKnownOn([...ofEveryone, ...known], knownOn)
          return known.length === 0 ? [] : [[actor, all()] as const]
        }),
      ),
    })
  }
  return {
    coverage: (register, actor) => {
      const held = book.get(register)
      return (actor === undefined ? undefined : held?.apart.get(actor)) ?? held?.everyone ?? []
    },
    statedApart: (register) => [...(book.get(register)?.apart.keys() ?? [])],
  }
}

/**
 * The fields of a fact about an article, with its treaty. Facts recorded while one treaty was held name none; here, and
 * nowhere else, they get the one that must be meant.
 */
const fieldsUnder = (law: Law) => {
  const withTreaty = new Set(
    Object.entries(law.kinds).flatMap(([name, { fields }]) =>
      fields.treaty && fields.article ? [name] : [],
    ),
  )
  return (kind: string, fields: Fact['fields']): Fact['fields'] => {
    if (!withTreaty.has(kind) || fields.treaty !== undefined || typeof fields.article !== 'string')
      return fields
    const treaty = law.treatyMeant(fields.article)
    return treaty === undefined ? fields : { ...fields, treaty }
  }
}

/** Which promises a fact leads to, by the facts of work among `rows` and the ids by which they were named. */
const leadingIn = ({ datums, earlier = [] }: Rows, law: Law): ((id: string) => readonly string[]) => {
  const kinds = law.kinds as Kinds
  const ofWork = new Set(workKinds(kinds))
  return leadingOf(
    datums.flatMap(([actor, id, kind, externalId, , , , , fields]) =>
      ofWork.has(kind) ? [{ id, actor, kind, externalId, fields }] : [],
    ),
    kinds,
    earlier.map(([id, kind, externalId, later]) => ({ id, kind, externalId, later })),
  )
}

/** The ids of the versions a fact took the place of, by which others may go on naming it, and since when the first of them is known. */
const versionsBefore = ({
  earlier = [],
}: Rows): ((id: string) => { names: readonly string[]; knownFrom?: string }) => {
  const before = new Map(earlier.map((row) => [row[3], row]))
  return (id) => {
    const names = new Set<string>()
    let first: { knownFrom?: string } = {}
    for (let row = before.get(id); row !== undefined && !names.has(row[0]); row = before.get(row[0])) {
      names.add(row[0]).add(row[2] ?? row[0])
      first = { knownFrom: row[4] }
    }
    return { names: [...names], ...first }
  }
}

/** The fact base a plan's rules read. */
export const factBase = (rows: Rows, law: Law): FactBase => {
  const byKind = new Map<string, Map<string, Fact[]>>()
  const add = (fact: Fact) => addUnder(byKind, fact.kind, fact.actor, fact)
  const complete = fieldsUnder(law)
  const leading = leadingIn(rows, law)
  const beforeIt = versionsBefore(rows)
  for (const row of rows.datums) {
    const [actor, id, kind, externalId, subject, heldFrom, heldUntil, knownFrom, own, heldEdtf = null] = row
    const fields = complete(kind, own)
    const leadsTo = row[10] ?? leading(id)
    const promises = leadsTo.length === 0 ? {} : { leadsTo }
    const before = beforeIt(id)
    const names = row[11] ?? before.names
    const called = names.length === 0 ? {} : { names }
    const first = row[12] ?? before.knownFrom
    const since = first === undefined || first >= knownFrom ? {} : { firstKnownFrom: first }
    add({
      id,
      actor,
      kind,
      externalId,
      subject,
      heldFrom,
      heldUntil,
      heldEdtf,
      knownFrom,
      ...promises,
      ...called,
      ...since,
      fields,
    })
  }
  for (const fact of factsOfReports(rows.reports)) add(fact)

  const reports = new Map<string, Map<string, ReportFact[]>>()
  const aboutRecord = new Map<string, Map<string, ReportFact[]>>()
  for (const [actor, id, obligation, coversYear, subject, version, receivedOn] of rows.reports) {
    const report = { id, actor, obligation, coversYear, subject, version, receivedOn }
    addUnder(reports, obligation, actor, report)
    if (subject !== null) addUnder(aboutRecord, obligation, subject, report)
  }
  const answers = new Map(rows.answers.map((lines) => [lines[0], answersOf(lines)]))
  const stated = coverageBook(rows.coverage, rows.knownOn)
  const statusEvents = [...(byKind.get('status-event')?.values() ?? [])].flat()
  const conflicts = [...(byKind.get('armed-conflict')?.values() ?? [])].flat()
  const memberships = new Map<string, ReadonlyMap<string, readonly MembershipFact[]>>()
  const membershipsOf = (treaty: string) => {
    let held = memberships.get(treaty)
    if (held === undefined) {
      held = law.memberships(treaty, statusEvents, conflicts)
      memberships.set(treaty, held)
    }
    return held
  }
  const kinds = new Map<string, KindSpec | undefined>()
  const due = new Map<string, { date: string; derivation: Reason } | undefined>()
  return {
    knownOn: rows.knownOn,
    actors: new Map(rows.actors.map((actor) => [actor.id, actor])),
    facts: (kind) => byKind.get(kind) ?? none,
    memberships: membershipsOf,
    reports: (obligation, actor) => reports.get(obligation)?.get(actor) ?? [],
    reportsAbout: (obligation, subject) => aboutRecord.get(obligation)?.get(subject) ?? [],
    answer: (reportId, question) => answers.get(reportId)?.(question),
    ...stated,
    kind: (kind) => {
      let spec = kinds.get(kind)
      if (spec === undefined && !kinds.has(kind)) {
        spec =
          law.kinds[kind] ??
          (kind.endsWith('-report') ? reportKind(kind.slice(0, -'-report'.length)) : undefined)
        kinds.set(kind, spec)
      }
      return spec
    },
    dueOn: (duty, actor, year) => {
      const key = `${duty}|${actor}|${year}`
      if (!due.has(key)) {
        // Only who is bound in the course of the year, or joins in it, owes anything for its cycle.
        const bound = membershipsOf(law.treaty)
          .get(actor)
          ?.findLast((interval) => interval.from < `${year + 1}-01-01`)
        const isBound = bound !== undefined && (bound.until === null || bound.until > `${year}-01-01`)
        due.set(key, isBound ? law.dueOn(duty, bound.from, year) : undefined)
      }
      return due.get(key)
    },
    parties: law.parties,
    planPeriod: law.planPeriod,
    ...(law.anyonesWord === true ? { anyonesWord: true } : {}),
    ...(law.eitherWord === true ? { eitherWord: true } : {}),
    ...(law.judgedBefore === true ? { judgedBefore: true } : {}),
  }
}
