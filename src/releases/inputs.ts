// What the register holds, as known on a day, that a plan's rules can read and that may be published.
import type { Db } from '../db/store.ts'
import { isStatedIn } from '../facts/coverage.ts'
import { listCoverage } from '../facts/coverage-store.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import type { Kinds } from '../facts/kind.ts'
import type { Source } from '../facts/source.ts'
import { sourceIdOf } from '../facts/source.ts'
import { listDatums, listUnits } from '../facts/store.ts'
import { inOrder } from '../formats/canonical.ts'
import { belongingTo } from '../implementation/belonging.ts'
import { leadingOf } from '../implementation/leading.ts'
import { isOfPromisers } from '../implementation/promisers.ts'
import { listActors } from '../parties/actor-store.ts'
import type { ReportVersion } from '../reports/report.ts'
import { listReportVersions } from '../reports/store.ts'
import { listReceivedAnswers } from './answers-store.ts'
import type { ReadByRules } from './read-by-rules.ts'
import { receivedOf } from './received.ts'
import type {
  ReleaseActor,
  ReleaseAnswer,
  ReleaseCoverage,
  ReleaseDatum,
  ReleaseReport,
  ReleaseSource,
  ReleaseWork,
} from './release.ts'
import { frozenWork, kindsOfWorkIn, versionOf } from './work.ts'

export type Gathered = {
  actors: ReleaseActor[]
  coverage: ReleaseCoverage[]
  sources: ReleaseSource[]
  datums: ReleaseDatum[]
  reports: ReleaseReport[]
  answers: ReleaseAnswer[]
  work: ReleaseWork
  /** What was left out because it was entered here. */
  entered: { facts: number; reports: number; statements: number }
  notPublic: ReadonlySet<string>
  /** Facts of work on the promise that were left out because they are not public. */
  workNotPublic: number
  /** Facts of work that others than its parties recorded of the promise: no part of its work. */
  workOfOthers: number
}

/** All actors: cohorts range over everyone who exists. Of units of the parties it says whose they are. */
const actorsIn = async (
  db: Db,
  parties: readonly string[],
  units: ReadonlyMap<string, string>,
): Promise<ReleaseActor[]> =>
  inOrder(
    (await listActors(db)).map(({ id, kind, names }) => ({
      id,
      kind,
      ...(parties.includes(units.get(id) ?? '') ? { unitOf: units.get(id)! } : {}),
      names: Object.fromEntries(
        Object.entries(names).map(([language, { short, formal }]) => [
          language,
          { short, formal: formal ?? null },
        ]),
      ),
    })),
    (actor) => actor.id,
  )

/**
 * What had been stated of the registers by then; where nobody had stated anything, the first statement made later, which
 * stands for it (see `factBase`).
 */
const coverageIn = async (
  db: Db,
  registers: ReadonlySet<string>,
  knownOn: string,
): Promise<ReleaseCoverage[]> => {
  const stated = (await listCoverage(db))
    .filter((row) => registers.has(row.register) && !row.entered)
    .map(({ register, actor, heldFrom, heldUntil, level, statedBy, knownFrom }) => ({
      register,
      ...(actor === null ? {} : { actor }),
      from: heldFrom,
      until: heldUntil,
      level,
      statedBy,
      knownFrom,
    }))
  const usedOf = (rows: readonly ReleaseCoverage[]): readonly ReleaseCoverage[] => {
    const known = rows.filter((row) => row.knownFrom <= knownOn)
    const first = rows.map((row) => row.knownFrom).sort()[0]
    return known.length > 0 ? known : rows.filter((row) => row.knownFrom === first)
  }
  const used = [...Map.groupBy(stated, (row) => row.register).values()].flatMap((rows) => {
    const ofEveryone = rows.filter((row) => row.actor === undefined)
    // A word about one actor stands from the day it is known, never before.
    const apart = rows.filter((row) => row.actor !== undefined && row.knownFrom <= knownOn)
    return [...usedOf(ofEveryone), ...apart]
  })
  return inOrder(
    used,
    (row) => row.register,
    (row) => row.knownFrom,
    (row) => row.from,
    (row) => row.until,
    (row) => row.level,
    (row) => row.statedBy,
    (row) => row.actor ?? null,
  )
}

/** The id of a version of a report: the same in every installation. */
export const reportIdOf = ({
  actor,
  obligation,
  coversYear,
  subject,
  version,
}: Pick<ReportVersion, 'actor' | 'obligation' | 'coversYear' | 'subject' | 'version'>): string =>
  [actor, obligation, coversYear, ...(subject === null ? [] : [subject]), version]
    // The parts of an id are parted by strokes where facts are read in bulk.
    .map((part) => String(part).replace(/[|\n]/g, '_'))
    .join('/')

/**
 * The versions received, numbered without those entered here: where nobody entered any, they have the same numbers, and
 * so the same ids.
 */
export const asReceived = (all: readonly ReportVersion[]): ReportVersion[] => {
  const numbers = new Map<string, number>()
  return inOrder(
    all.filter((version) => !version.entered),
    (one) => one.version,
  ).map((version) => {
    const period = reportIdOf({ ...version, version: 0 })
    const number = (numbers.get(period) ?? 0) + 1
    numbers.set(period, number)
    return { ...version, version: number }
  })
}

const reportsIn = async (db: Db, read: ReadByRules, knownOn: string) => {
  const all = (await listReportVersions(db, { receivedBy: knownOn })).filter((version) =>
    read.obligations.has(version.obligation),
  )
  const received = asReceived(all)
  const ids = new Map(received.map((version) => [version.reportId, reportIdOf(version)]))
  const rows = await listReceivedAnswers(db, [...read.questions], knownOn)
  const answers = rows.flatMap(
    ([
      reportId,
      question,
      state,
      silence,
      number,
      unit,
      text,
      locator,
      quotation,
      language,
    ]): ReleaseAnswer[] => {
      const report = ids.get(reportId)
      if (report === undefined) return []
      const id = `${report}#${question}`
      return [{ id, report, question, state, silence, number, unit, text, locator, quotation, language }]
    },
  )
  return {
    reports: inOrder(
      received.map((version) => ({
        id: reportIdOf(version),
        actor: version.actor,
        obligation: version.obligation,
        coversYear: version.coversYear,
        subject: version.subject,
        version: version.version,
        receivedOn: version.receivedOn,
        language: version.language,
        source: version.source === null ? null : sourceIdOf(version.source),
        document: version.document,
      })),
      (report) => report.id,
    ),
    answers: inOrder(answers, (answer) => answer.id),
    sources: received.flatMap((version) => version.source ?? []),
    entered: all.length - received.length,
  }
}

/** Facts of work with the promises each leads to, by what of all of them is known on the day. */
const telling = (
  datums: readonly ReleaseDatum[],
  { kinds, knownOn: day }: { kinds: Kinds; knownOn: string },
): ReleaseDatum[] => {
  const ofWork = kindsOfWorkIn(kinds)
  const work = datums.filter(({ kind }) => Object.hasOwn(ofWork, kind))
  const standing = knownOn(
    work.map((datum) => ({ ...datum, datumId: datum.id })),
    day,
  )
  const byId = new Map(work.map((datum) => [datum.id, datum]))
  const earlier = work.flatMap(({ id: later, supersedes }) => {
    const before = supersedes === null ? undefined : byId.get(supersedes)
    return before === undefined
      ? []
      : [{ id: before.id, kind: before.kind, externalId: before.externalId, later }]
  })
  const leading = leadingOf(standing, ofWork, earlier)
  return datums.map((datum) => {
    const leadsTo = leading(datum.id)
    return leadsTo.length === 0 ? datum : { ...datum, leadsTo: [...leadsTo] }
  })
}

/**
 * Everything that `read` names and the facts of work of `parties` on `instrument`, as known on `knownOn`, sorted by key. `kinds`:
 * all that are held. `asksForOthers`: the rules ask which promises a record is for.
 */
export const gatherInputs = async (
  db: Db,
  {
    read,
    instrument,
    parties,
    kinds,
    asksForOthers,
  }: {
    read: ReadByRules
    instrument: string
    parties: readonly string[]
    kinds: Kinds
    asksForOthers: boolean
  },
  knownOn: string,
): Promise<Gathered> => {
  const ofWork = kindsOfWorkIn(kinds)
  const isRead = ({ kind }: { kind: string }): boolean => read.kinds.has(kind)
  const asked = [...new Set([...read.kinds, ...Object.keys(ofWork)])]
  const datums = (await listDatums(db, { kinds: asked, knownBy: knownOn })).filter(
    ({ kind, body }) =>
      kind !== 'status-event' || read.treaties === undefined || read.treaties.has(String(body.treaty)),
  )
  const units = await listUnits(db)
  const isOurs = isOfPromisers(parties, (actor) => units.get(actor) ?? actor)
  const belonging = belongingTo(instrument, datums.map(versionOf), ofWork)
  const isWork = (datum: Datum): boolean => belonging.has(datum.datumId) && isOurs(datum) && !isRead(datum)
  const all = receivedOf(datums, read.naming)
  const own = all.datums.filter(({ actor, fields }) => isOurs({ actor, body: fields }))
  const work = frozenWork(instrument, own, { kinds, read: read.kinds })
  const withPromises = asksForOthers ? telling(all.datums, { kinds, knownOn }) : all.datums
  const received = { ...all, datums: withPromises.filter(isRead) }
  const reports = await reportsIn(db, read, knownOn)
  const sources = new Map<string, Source>()
  for (const source of [...datums.flatMap((datum) => datum.source ?? []), ...reports.sources])
    sources.set(sourceIdOf(source), source)
  const cited = new Set([...received.datums, ...work.facts, ...reports.reports].map((row) => row.source))
  const registers = new Set([...read.registers, ...Object.keys(work.kinds)])
  const stated = await listCoverage(db)
  const isReceived = isStatedIn(stated.filter(({ entered }) => !entered))
  const declaredHere = stated.filter(
    (row) => row.entered && registers.has(row.register) && row.knownFrom <= knownOn && !isReceived(row),
  )
  return {
    actors: await actorsIn(db, parties, units),
    coverage: await coverageIn(db, registers, knownOn),
    sources: inOrder(
      [...sources]
        .filter(([id]) => cited.has(id))
        .map(([id, { title, address, publisher, published }]) => ({
          id,
          title,
          address,
          publisher,
          published,
        })),
      (source) => source.id,
    ),
    datums: inOrder(received.datums, (datum) => datum.id),
    reports: reports.reports,
    answers: reports.answers,
    work,
    entered: {
      facts: datums.filter((datum) => datum.entered && (isRead(datum) || isWork(datum))).length,
      reports: reports.entered,
      statements: declaredHere.length,
    },
    notPublic: received.notPublic,
    workOfOthers: datums.filter((datum) => belonging.has(datum.datumId) && !isOurs(datum)).length,
    workNotPublic: datums.filter((datum) => isWork(datum) && !datum.entered && datum.tier !== 'public')
      .length,
  }
}
