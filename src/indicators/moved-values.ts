// Values that are not what they were: an indicator's value as known on one day beside the same as known on a later
// one, with the members that make the difference and what each rests on.
import type { Db } from '../db/store.ts'
import type { MemberResult } from '../rules/evaluate.ts'
import type { Reason } from '../words/reason.ts'
import { type Computed, computeYear } from './compute.ts'
import { type EvidenceHeld, findEvidence, listActorNames, wantedFor } from './evidence-store.ts'
import { yearsBegun } from './fresh.ts'
import { heldBase } from './held-base.ts'
import { inEnglish } from './names.ts'
import { type HeldPlan, recastParties } from './plans.ts'
import type { MemberState } from './show.ts'
import { statusWords } from './store.ts'

export type Figure = {
  asOf: string
  numerator: number | null
  denominator: number | null
  value: number | null
  status: string
}

export type MemberMoved = {
  member: string
  actor: string
  name: string
  /** Null where it was not, or is no longer, in the population. */
  before: MemberState | null
  after: MemberState | null
  /** Why it is what it is now; null where it is no longer in the population. */
  /** In English; `said` is the same as data. */
  reason: string | null
  said: Reason | null
  /** `known`: something became known that was not. `time`: the same is known, and time has passed. */
  cause: 'known' | 'time'
  /** What became known: datums, answers or reports of after the first day. */
  evidence: {
    datumId: string
    kind: string
    knownFrom: string | null
    source: string | null
    locator: string | null
  }[]
}

export type ValueMoved = {
  indicator: string
  number: string
  text: string
  unit: string
  year: number
  /** Null where the year had not begun on the first day. */
  before: Figure | null
  after: Figure
  members: MemberMoved[]
}

export type MovedYear = { plan: string; year: number; values: ValueMoved[]; same: number }

type Compared = {
  number: string
  year: number
  before: Computed | undefined
  after: Computed
  rows: RowMoved[]
}
type RowMoved = {
  member: string
  actor: string
  before: MemberResult | undefined
  after: MemberResult | undefined
}

const figureOf = (computed: Computed): Figure => ({
  asOf: computed.asOf,
  numerator: computed.numerator,
  denominator: computed.denominator,
  value: computed.value,
  status: statusWords(computed.status, computed.provisionalUntil),
})

const isSameFigure = (a: Figure, b: Figure): boolean =>
  a.numerator === b.numerator &&
  a.denominator === b.denominator &&
  a.value === b.value &&
  a.status === b.status

const isSameRow = (a: MemberResult | undefined, b: MemberResult | undefined): boolean =>
  a !== undefined && b !== undefined && a.state === b.state && a.inN === b.inN && a.inD === b.inD

const rowsMoved = (earlier: Computed, later: Computed): RowMoved[] => {
  const rowsBefore = new Map(earlier.members.map((row) => [row.member, row]))
  const rowsAfter = new Map(later.members.map((row) => [row.member, row]))
  return [...new Set([...rowsBefore.keys(), ...rowsAfter.keys()])].flatMap((member) => {
    const [before, after] = [rowsBefore.get(member), rowsAfter.get(member)]
    return isSameRow(before, after) ? [] : [{ member, actor: (after ?? before)!.actor, before, after }]
  })
}

const memberMoved = (
  row: RowMoved,
  since: string,
  names: ReadonlyMap<string, string>,
  evidence: ReadonlyMap<string, EvidenceHeld>,
  replaced: ReadonlySet<string>,
): MemberMoved => {
  const fresh = (row.after?.datumIds ?? [])
    .flatMap((id) => evidence.get(id) ?? [])
    .filter((one) => one.knownFrom !== null && one.knownFrom > since)
  // What it rested on was taken back, or said otherwise, since.
  const lost = (row.before?.datumIds ?? []).some((id) => replaced.has(id))
  return {
    member: row.member,
    actor: row.actor,
    name: names.get(row.actor) ?? row.actor,
    before: row.before?.state ?? null,
    after: row.after?.state ?? null,
    reason: row.after === undefined ? null : inEnglish(row.after.reason),
    said: row.after?.reason ?? null,
    cause: fresh.length > 0 || lost ? 'known' : 'time',
    evidence: fresh.map(({ datumId, kind, knownFrom, source, locator }) => ({
      datumId,
      kind,
      knownFrom,
      source,
      locator,
    })),
  }
}

/**
 * The values of a plan's years (those that have begun by `until`; `years` for some of them) as they stood, and were
 * known, on `since` and on `until`, in their default readings. `replaced` are the datums superseded or retracted in
 * between. A value is listed where its figures or its status differ, or where members take each other's places.
 */
export const movedValues = async (
  db: Db,
  plan: HeldPlan,
  given: {
    since: string
    until: string
    years?: readonly number[] | undefined
    replaced: ReadonlySet<string>
  },
): Promise<MovedYear[]> => {
  const { since, until, replaced } = given
  const earlier = await heldBase(db, plan, since)
  const later = await heldBase(db, plan, until)
  const cells = Object.keys(plan.rules.rules).map((number) => ({ number, reading: 'default' }))
  const years = yearsBegun(plan.rules, until).filter(
    (year) => given.years === undefined || given.years.includes(year),
  )
  const compared = years.flatMap((year): Compared[] => {
    const before = computeYear(plan.rules, earlier, { year, today: since, cells })
    const after = computeYear(plan.rules, later, { year, today: until, cells })
    const hasBegun = `${year}-01-01` <= since
    return cells.map(({ number }, i) => ({
      number,
      year,
      before: hasBegun ? before[i]! : undefined,
      after: after[i]!,
      // Of a year that had not begun, every member is new, and none of them has moved.
      rows: hasBegun ? rowsMoved(before[i]!, after[i]!) : [],
    }))
  })
  const moved = compared.filter(
    (one) =>
      one.before === undefined ||
      one.rows.length > 0 ||
      !isSameFigure(figureOf(one.before), figureOf(one.after)),
  )
  const names = await listActorNames(db)
  const parties = await recastParties(db, plan)
  const evidence = await findEvidence(
    db,
    moved.flatMap((one) =>
      one.rows.flatMap(({ actor, after }) => wantedFor(parties, { actor, datumIds: after?.datumIds ?? [] })),
    ),
  )
  return years.map((year) => ({
    plan: plan.rules.id,
    year,
    values: moved
      .filter((one) => one.year === year)
      .map((one) => ({
        indicator: `${plan.rules.id}/${one.number}`,
        number: one.number,
        text: plan.indicators.get(one.number)?.text ?? '',
        unit: plan.indicators.get(one.number)?.unit ?? 'other',
        year,
        before: one.before === undefined ? null : figureOf(one.before),
        after: figureOf(one.after),
        members: one.rows
          .map((row) => memberMoved(row, since, names, evidence, replaced))
          .sort((a, b) => collator.compare(a.name, b.name)),
      })),
    same: cells.length - moved.filter((one) => one.year === year).length,
  }))
}

const collator = new Intl.Collator('en')
