// What a status page may not say, and what it is worth warning of.
import type { Issue } from '../problem.ts'
import { sayPlainly } from '../words/plainly.ts'
import { withdrawalEffect } from './entry-into-force.ts'
import type { ColumnAct } from './status-columns.ts'
import { bindingKinds, type StatusEvent } from './status-event.ts'
import type { StatusHead } from './status-head.ts'
import type { ParticipantRow, ParticipantTable, Unplaced } from './status-table.ts'
import type { Treaty } from './treaty.ts'

type Checked = StatusEvent & { bracketed: boolean }
type Page = {
  table: ParticipantTable
  events: Checked[]
  head: StatusHead
  treaty: Treaty | undefined
  fileName: string
}

const entriesOf = (row: ParticipantRow): string =>
  JSON.stringify(row.entries.map((entry) => [entry.act.kind, entry.on, entry.bracketed]))

/**
 * A participant in two rows: the same entries again are set aside and listed, other entries are a contradiction.
 * `keyOf` tells whether two names mean one participant.
 */
export const withoutRepeated = (
  rows: ParticipantRow[],
  keyOf: (row: ParticipantRow) => string,
  fileName: string,
): { rows: ParticipantRow[]; duplicates: Unplaced[]; issues: Issue[] } => {
  const issues: Issue[] = []
  const duplicates: Unplaced[] = []
  const first = new Map<string, ParticipantRow>()
  for (const row of rows) {
    const key = keyOf(row)
    const before = first.get(key)
    if (before === undefined) first.set(key, row)
    else if (entriesOf(before) === entriesOf(row)) {
      duplicates.push({ line: row.line, text: row.name, reason: `The same as line ${before.line}` })
    } else {
      issues.push({
        file: fileName,
        line: row.line,
        message: `${row.name} stands here with other dates than in line ${before.line}`,
        expected: 'one row for each participant',
        found: `${before.name}; ${row.name}`,
      })
    }
  }
  return { rows: [...first.values()], duplicates, issues }
}

const findImpossible = ({ events, head, fileName }: Page): Issue[] =>
  events.flatMap((event) => {
    const at = { file: fileName, line: event.line }
    const day = event.notifiedOn
    if (head.asOf !== null && day !== null && day > head.asOf) {
      const message = `${event.name}: ${event.kind} after the date of the page`
      return [{ ...at, message, expected: `at the latest ${head.asOf}`, found: day }]
    }
    if (event.kind !== 'withdrawal' || event.effectiveOn === null) return []
    if (day !== null && event.effectiveOn < day) {
      const message = `${event.name}: the withdrawal takes effect before it was notified`
      return [{ ...at, message, expected: `from ${day} on`, found: event.effectiveOn }]
    }
    const consents = events.filter((one) => one.name === event.name && bindingKinds.includes(one.kind))
    const earliest = consents.map((one) => one.notifiedOn ?? '').sort()[0]
    if (earliest !== undefined && event.effectiveOn <= earliest) {
      const message = `${event.name}: the withdrawal takes effect before any consent to be bound`
      return [{ ...at, message, expected: `after ${earliest}`, found: event.effectiveOn }]
    }
    return []
  })

const isParty = (events: Checked[], asOf: string): boolean => {
  const consents = events.filter((event) => bindingKinds.includes(event.kind) && !event.bracketed)
  const left = events.filter((event) => event.kind === 'withdrawal' && (event.effectiveOn ?? asOf) <= asOf)
  return consents.some(
    (consent) => !left.some((withdrawal) => (withdrawal.notifiedOn ?? asOf) > (consent.notifiedOn ?? '')),
  )
}

/** The page's own count of parties or signatories, where its rows give another. */
export type CountDifference = {
  what: 'parties' | 'signatories'
  stated: number
  counted: number
  /** The most the rows can be read to give: with those in square brackets, and those who left. */
  atMost: number
  words: string
}

const countDifferences = ({ table, events, head }: Page): CountDifference[] => {
  const own = [...Map.groupBy(events, (event) => event.name).values()]
  const rowsWith = (accepts: (entry: ParticipantRow['entries'][number]) => boolean) =>
    table.rows.filter((row) => row.entries.some(accepts)).length
  const parties = own.filter((theirs) => isParty(theirs, head.asOf!)).length
  const consented = rowsWith((entry) => bindingKinds.includes(entry.act.kind))
  const signed = rowsWith((entry) => entry.act.kind === 'signature' && !entry.bracketed)
  const isSignature = ({ act }: { act: ColumnAct }) =>
    act.kind === 'signature' || /signature/i.test(act.statedAs ?? '')
  const difference = (what: CountDifference['what'], counted: number, atMost: number, words: string) => {
    const stated = head[what]
    return stated === null || stated === counted ? [] : [{ what, stated, counted, atMost, words }]
  }
  return [
    ...difference(
      ...(['parties', parties, Math.max(parties, consented)] as const),
      `The page counts ${head.parties} parties; its rows give ${parties} as at ${head.asOf}.`,
    ),
    ...difference(
      ...(['signatories', signed, rowsWith(isSignature)] as const),
      `The page counts ${head.signatories} signatories; its rows give ${signed}.`,
    ),
  ]
}

const warningsOf = ({ events, head, treaty }: Page): string[] => {
  const warnings: string[] = []
  for (const event of events) {
    if (event.kind !== 'withdrawal') continue
    const { effectiveOn, notifiedOn, name } = event
    if (treaty !== undefined && effectiveOn !== null && notifiedOn !== null) {
      const derived = withdrawalEffect(treaty.withdrawal, notifiedOn)
      if (derived.on !== effectiveOn) {
        warnings.push(
          `${name}: the page dates the withdrawal ${effectiveOn}; ${sayPlainly(derived.derivation)} gives ${derived.on}.`,
        )
      }
    }
    if (effectiveOn === null || effectiveOn <= head.asOf!) continue
    warnings.push(
      `${name}: the withdrawal is expected for ${effectiveOn}, after the date of the page (${head.asOf}).`,
    )
  }
  return warnings
}

/** Issues make the page unacceptable; warnings are for whoever reads the result. */
export const checkStatusPage = (
  page: Page,
): { issues: Issue[]; warnings: string[]; differences: CountDifference[] } => {
  const issues = [...page.table.issues, ...findImpossible(page)]
  if (issues.length > 0) return { issues, warnings: [], differences: [] }
  const differences = countDifferences(page)
  return { issues, warnings: [...differences.map(({ words }) => words), ...warningsOf(page)], differences }
}
