// Reports received beside reports owed: for one obligation and cycle, who has reported, when, late or not, and who has
// not. What no complete register covers is not known; a silence of ours is never a State's.
import type { Reason } from '../words/reason.ts'
import { currentVersion, periodKey, type ReportVersion } from './report.ts'

/** Who owes a report for the cycle, with the day it falls due and how that day came about. */
export type Owed = { actor: string; dueOn: string; derivation: string; said: Reason }

/**
 * `received`: a version had been received by the day. `missing`: none, the due day has passed and the register is
 * complete. `not yet due`: none, and there is still time. `not known`: none is held, and nobody says that all are.
 */
export type ReceiptState = 'received' | 'missing' | 'not yet due' | 'not known'

export type Receipt = {
  actor: string
  state: ReceiptState
  /** Null for a report that was not owed: of a State not bound, or about a record. */
  dueOn: string | null
  /** How the day came about: in English, and as data. */
  derivation: string | null
  said: Reason | null
  /** The day the first version came: a correction makes no report late. */
  firstReceivedOn: string | null
  /** Whether the first version came after the due day; null where nothing was received or nothing was due. */
  isLate: boolean | null
  /** The version in force on the day. */
  current: ReportVersion | null
  versions: number
}

const receiptOf = (actor: string, owed: Owed | undefined, versions: readonly ReportVersion[]): Receipt => {
  const current = currentVersion(versions) ?? null
  const firstReceivedOn = versions.reduce<string | null>(
    (first, { receivedOn }) => (first === null || receivedOn < first ? receivedOn : first),
    null,
  )
  return {
    actor,
    state: 'received',
    dueOn: owed?.dueOn ?? null,
    derivation: owed?.derivation ?? null,
    said: owed?.said ?? null,
    firstReceivedOn,
    isLate: owed === undefined || firstReceivedOn === null ? null : firstReceivedOn > owed.dueOn,
    current,
    versions: versions.length,
  }
}

/**
 * One receipt for everyone who owes the report, and one for every report that came without being owed. `versions` are
 * those of the obligation and the year covered; what was received after `asOf` is left out. `completeUntil` is the last
 * day on which the register of these reports is complete, null where nobody says it is.
 */
export const receiptsOf = (
  owed: readonly Owed[],
  versions: readonly ReportVersion[],
  given: { asOf: string; completeUntil: (actor: string) => string | null },
): Receipt[] => {
  const inTime = versions.filter((version) => version.receivedOn <= given.asOf)
  const ofActor = new Map<string, ReportVersion[]>()
  for (const version of inTime.filter((one) => one.subject === null))
    ofActor.set(version.actor, [...(ofActor.get(version.actor) ?? []), version])
  const receipts = owed.map((one): Receipt => {
    const own = ofActor.get(one.actor)
    ofActor.delete(one.actor)
    if (own !== undefined) return receiptOf(one.actor, one, own)
    // A report that is due by a day the register does not reach may have come all the same.
    const until = given.completeUntil(one.actor)
    const isTold = until !== null && until >= one.dueOn
    const state = one.dueOn >= given.asOf ? 'not yet due' : isTold ? 'missing' : 'not known'
    return { ...receiptOf(one.actor, one, []), state }
  })
  const aboutRecords = Map.groupBy(
    inTime.filter((one) => one.subject !== null),
    periodKey,
  )
  return [
    ...receipts,
    ...[...ofActor].map(([actor, own]) => receiptOf(actor, undefined, own)),
    ...[...aboutRecords.values()].map((own) => receiptOf(own[0]!.actor, undefined, own)),
  ]
}

export type ReceiptCount = {
  /** Owed, and the due day has passed. */
  due: number
  /** Received, of those. Null where it is not known of someone. */
  received: number | null
  late: number
  missing: number
  notKnown: number
  notYetDue: number
  /** Received before it was due, or without being owed. */
  others: number
}

/** The figures above the list: n of N due, and what stands beside them. */
export const countReceipts = (receipts: readonly Receipt[], asOf: string): ReceiptCount => {
  const owed = receipts.filter((one) => one.dueOn !== null)
  const due = owed.filter((one) => one.dueOn! < asOf)
  const count = (list: readonly Receipt[], state: ReceiptState) =>
    list.filter((one) => one.state === state).length
  const notKnown = count(due, 'not known')
  return {
    due: due.length,
    received: notKnown > 0 ? null : count(due, 'received'),
    late: due.filter((one) => one.isLate === true).length,
    missing: count(due, 'missing'),
    notKnown,
    notYetDue: count(owed, 'not yet due'),
    others: receipts.length - due.length - count(owed, 'not yet due'),
  }
}
