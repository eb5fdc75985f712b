// What came, was corrected or was taken back between the inputs of two releases, as far as it concerns one row.
import { canonicalText, inOrder } from '../formats/canonical.ts'
import type { ReleaseDatum, ReleaseMember, ReleasePayload, ReleaseReport } from './release.ts'

export type Cause = {
  kind:
    | 'late-report'
    | 'corrected-report'
    | 'report-recorded'
    | 'new-fact'
    | 'corrected-fact'
    | 'retracted-fact'
    | 'fact-recorded'
    | 'no-longer-held'
    | 'coverage'
    | 'joined'
    | 'left'
    | 'time'
    | 'definition'
    | 'year'
  /** The fact or report, or the register; null where it is none. */
  id: string | null
  /** The day it was received or became known. */
  on: string | null
  /** In English. */
  words: string
}

type Row = Pick<ReleaseMember, 'actor' | 'datums'>

export type InputChanges = {
  /** The causes in the inputs for a row that is not what it was. */
  of: (actor: string, before: Row | undefined, after: Row | undefined, kinds: ReadonlySet<string>) => Cause[]
  /** Registers of which something else was stated. */
  coverage: (registers: readonly string[]) => Cause[]
}

const reportOf = (id: string): string => id.split('#')[0]!

const causeOfReport = (report: ReleaseReport, since: string): Cause => {
  const { id, receivedOn: on, version } = report
  if (on <= since)
    return {
      ...{ kind: 'report-recorded', id, on },
      words: `report received ${on}, recorded only after the earlier release`,
    }
  return version > 1
    ? { kind: 'corrected-report', id, on, words: `report corrected, version ${version} received ${on}` }
    : { kind: 'late-report', id, on, words: `report received ${on}, after ${since}` }
}

const causeOfDatum = (datum: ReleaseDatum, since: string): Cause => {
  const { id, knownFrom: on, kind } = datum
  if (datum.retracts !== null)
    return { kind: 'retracted-fact', id: datum.retracts, on, words: `${kind} retracted, known from ${on}` }
  if (datum.supersedes !== null)
    return { kind: 'corrected-fact', id, on, words: `${kind} corrected, known from ${on}` }
  return on > since
    ? { kind: 'new-fact', id, on, words: `new ${kind}, known from ${on}` }
    : {
        kind: 'fact-recorded',
        id,
        on,
        words: `${kind} known from ${on}, recorded only after the earlier release`,
      }
}

const most = 5

/** The differences of the inputs of two releases; `since` is the day as known on of the earlier one. */
export const inputChanges = (a: ReleasePayload, b: ReleasePayload): InputChanges => {
  const since = a.knownOn
  const before = new Set([...a.datums, ...a.reports].map(({ id }) => id))
  const after = new Set([...b.datums, ...b.reports].map(({ id }) => id))
  const reports = new Map(b.reports.filter(({ id }) => !before.has(id)).map((one) => [one.id, one]))
  const datums = new Map(b.datums.filter(({ id }) => !before.has(id)).map((one) => [one.id, one]))
  const replacing = new Map(
    [...datums.values()].flatMap((datum) => {
      const gone = datum.supersedes ?? datum.retracts
      return gone === null ? [] : [[gone, datum] as const]
    }),
  )
  const answersBefore = new Map(a.answers.map((answer) => [answer.id, canonicalText(answer)]))
  const answersChanged = new Set(
    b.answers.flatMap((answer) => {
      const held = answersBefore.get(answer.id)
      return held !== undefined && held !== canonicalText(answer) ? [answer.id] : []
    }),
  )
  const distinct = (causes: Cause[]): Cause[] =>
    inOrder(
      [...new Map(causes.map((cause) => [`${cause.kind} ${cause.id}`, cause])).values()],
      (cause) => cause.on,
      (cause) => cause.id,
    ).slice(0, most)

  const restingOn = (was: Row | undefined, is: Row | undefined): Cause[] => [
    ...(is?.datums ?? []).flatMap((id) => {
      const report = reports.get(reportOf(id))
      const datum = datums.get(id)
      if (answersChanged.has(id))
        return [{ kind: 'corrected-report' as const, id, on: null, words: 'an answer reads otherwise' }]
      return [
        ...(report === undefined ? [] : [causeOfReport(report, since)]),
        ...(datum === undefined ? [] : [causeOfDatum(datum, since)]),
      ]
    }),
    ...(was?.datums ?? []).flatMap((id) => {
      const by = replacing.get(id)
      if (by !== undefined) return [causeOfDatum(by, since)]
      return after.has(reportOf(id))
        ? []
        : [{ kind: 'no-longer-held' as const, id, on: null, words: `${id} is not in the later release` }]
    }),
  ]

  const coverageOf = (payload: ReleasePayload) => Map.groupBy(payload.coverage, (row) => row.register)
  const [coverageBefore, coverageAfter] = [coverageOf(a), coverageOf(b)]

  return {
    of: (actor, was, is, kinds) => {
      const direct = distinct(restingOn(was, is))
      if (direct.length > 0) return direct
      const isRead = (kind: string) => kinds.has(kind)
      const ofActor = distinct([
        ...[...datums.values()]
          .filter((datum) => datum.actor === actor && isRead(datum.kind))
          .map((datum) => causeOfDatum(datum, since)),
        ...[...reports.values()]
          .filter((report) => report.actor === actor && isRead(`${report.obligation}-report`))
          .map((report) => causeOfReport(report, since)),
      ])
      if (ofActor.length > 0) return ofActor
      // Such as a meeting that was moved, which decides what is counted of everybody.
      return distinct(
        [...datums.values()]
          .filter((datum) => datum.kind === 'meeting' && isRead(datum.kind))
          .map((datum) => causeOfDatum(datum, since)),
      )
    },
    coverage: (registers) =>
      registers.flatMap((register): Cause[] => {
        const [held, now] = [coverageBefore.get(register) ?? [], coverageAfter.get(register) ?? []]
        if (canonicalText(held) === canonicalText(now)) return []
        const last = now.at(-1)
        return [
          {
            kind: 'coverage',
            id: register,
            on: last?.knownFrom ?? null,
            words:
              last === undefined
                ? `of the register ${register} nothing is stated any more`
                : `the register ${register}${last.actor === undefined ? '' : ` of ${last.actor}`} is stated ${last.level}${last.until === null ? '' : ` until ${last.until}`}`,
          },
        ]
      }),
  }
}
