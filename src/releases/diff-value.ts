// One figure in two releases: by how much it moved, whose rows are others, and why. What moves by a changed definition is told
// from what moves by inputs and by time passed, by the steps between: the earlier inputs under the later definitions, and the
// later inputs on the earlier day.
import type { Computed } from '../indicators/compute.ts'
import { inEnglish } from '../indicators/names.ts'
import { percentage } from '../rules/evaluate.ts'
import { type DefinitionPart, definitionChanges, lacksFor } from './definition-changes.ts'
import { planRulesOf } from './evaluate.ts'
import type { Cause, InputChanges } from './input-changes.ts'
import { readByRule } from './read-by-rules.ts'
import type { ReleaseMember, ReleasePayload, ReleaseValue } from './release.ts'

export type DiffFigure = {
  year: number
  asOf: string
  n: number | null
  d: number | null
  /** Percentage with one decimal, or the number itself; null where it is not known or there are no cases. */
  value: number | null
  status: ReleaseValue['status']
}

export type DiffMember = {
  member: string
  actor: string
  name: string
  /** Null where it was not, or is no longer, in the population. */
  before: ReleaseMember['state'] | null
  after: ReleaseMember['state'] | null
  causes: Cause[]
}

export type DiffValue = {
  indicator: string
  text: string
  isShare: boolean
  before: DiffFigure | null
  after: DiffFigure | null
  /** In percentage points with one decimal, or in the value's own unit; null where one of them is not known. */
  by: number | null
  /** What defines the value and differs. `figure`: the earlier inputs under the later definitions; null where `lacks`
   * says that the earlier file does not hold what the later rule reads, or where nothing changed. */
  definition: { changed: DefinitionPart[]; figure: DiffFigure | null; lacks: string[] }
  /** Of the figure as a whole, where no member says it. */
  causes: Cause[]
  members: DiffMember[]
}

type Row = Pick<ReleaseMember, 'member' | 'actor' | 'state' | 'inN' | 'inD' | 'datums'>
type Step = { figure: DiffFigure; rows: Map<string, Row> }

const isShareIn = ({ rules }: ReleasePayload, indicator: string): boolean => {
  const measure = rules[indicator]?.measure
  return measure === 'share' || (typeof measure === 'object' && 'share' in measure)
}

/** A value as a figure beside another: its percentage with one decimal, or its number. */
const figureOf = (
  value: { year: number; asOf: string; n: number | null; d: number | null; status: DiffFigure['status'] },
  isShare: boolean,
): DiffFigure => {
  const { year, asOf, n, d, status } = value
  const known = n !== null && (!isShare || (d !== null && d > 0))
  return { year, asOf, n, d, status, value: !known ? null : isShare ? percentage(n!, d!) : n }
}

const keyOf = ({ member, actor }: { member: string; actor: string }) => `${member}|${actor}`

const frozenStep = (value: ReleaseValue, isShare: boolean): Step => ({
  figure: figureOf(value, isShare),
  rows: new Map(value.members.map((row) => [keyOf(row), row])),
})

const computedStep = (computed: Computed, isShare: boolean): Step => ({
  figure: figureOf({ ...computed, n: computed.numerator, d: computed.denominator }, isShare),
  rows: new Map(computed.members.map((row) => [keyOf(row), { ...row, datums: [...row.datumIds] }])),
})

const isSameRow = (a: Row | undefined, b: Row | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.state === b.state && a.inN === b.inN && a.inD === b.inD)

const isSameFigure = (a: DiffFigure, b: DiffFigure): boolean =>
  a.n === b.n && a.d === b.d && a.status === b.status

const isSameStep = (a: Step, b: Step): boolean =>
  isSameFigure(a.figure, b.figure) &&
  [...new Set([...a.rows.keys(), ...b.rows.keys()])].every((key) =>
    isSameRow(a.rows.get(key), b.rows.get(key)),
  )

/** In tenths, so that 78.1 - 75 is 3.1 and nothing else. */
const difference = (before: DiffFigure, after: DiffFigure): number | null =>
  before.value === null || after.value === null
    ? null
    : (Math.round(after.value * 10) - Math.round(before.value * 10)) / 10

/** Two releases, and what changed between them. */
export type Between = {
  a: ReleasePayload
  b: ReleasePayload
  changes: InputChanges
  names: ReadonlyMap<string, string>
}

const timeCause = (before: DiffFigure, after: DiffFigure, { a, b }: Between): Cause => ({
  kind: 'time',
  id: null,
  on: after.asOf,
  words:
    before.asOf === after.asOf
      ? `as known on ${b.knownOn} instead of ${a.knownOn}`
      : `time passed: as of ${after.asOf} instead of ${before.asOf}`,
})

const definitionCause = (changed: readonly DefinitionPart[]): Cause => ({
  kind: 'definition',
  id: null,
  on: null,
  words: `definition changed: ${changed.join(', ')}`,
})

/** That somebody joined, with the reason for which the cohort has it on the later day. */
const joinedCause = ({ cohortLists }: ReleasePayload, cohort: string | undefined, actor: string): Cause => {
  const row = cohortLists.find((list) => list.cohort === cohort)?.members.find((one) => one.actor === actor)
  const why = row === undefined ? '' : ` (${inEnglish(row.reason)})`
  return { kind: 'joined', id: cohort ?? null, on: row?.since ?? null, words: `joined those counted${why}` }
}

/** Why a row is another: definition, then inputs, then time. */
const causesOf = (
  between: Between,
  steps: { before: Step; redefined: Step; refed: Step; after: Step },
  key: string,
  given: {
    changed: readonly DefinitionPart[]
    kinds: ReadonlySet<string>
    registers: readonly string[]
    cohort: string | undefined
  },
): Cause[] => {
  const [r0, r1, r2, r3] = [steps.before, steps.redefined, steps.refed, steps.after].map((step) =>
    step.rows.get(key),
  )
  const actor = (r3 ?? r0 ?? r1 ?? r2)!.actor
  const causes: Cause[] = []
  if (r0 === undefined && r3 !== undefined) causes.push(joinedCause(between.b, given.cohort, actor))
  if (r0 !== undefined && r3 === undefined)
    causes.push({ kind: 'left', id: null, on: null, words: 'left those counted' })
  if (!isSameRow(r0, r1) && given.changed.length > 0) causes.push(definitionCause(given.changed))
  if (!isSameRow(r1, r3)) {
    const found = between.changes.of(actor, r1 ?? r0, r3, given.kinds)
    const stated = found.length > 0 ? [] : between.changes.coverage(given.registers)
    causes.push(...found, ...stated)
    if (found.length + stated.length === 0 || (isSameRow(r1, r2) && found.length === 0))
      causes.push(timeCause(steps.before.figure, steps.after.figure, between))
  }
  return causes
}

/** One indicator of a year that both releases hold; undefined where nothing of it moved. */
export const compareValue = (
  between: Between,
  values: { before: ReleaseValue; after: ReleaseValue },
  computed: { redefined: Computed | undefined; refed: Computed | undefined },
): DiffValue | undefined => {
  const { a, b, names } = between
  const { indicator } = values.after
  const isShare = isShareIn(b, indicator)
  const before = frozenStep(values.before, isShareIn(a, indicator))
  const after = frozenStep(values.after, isShare)
  if (isSameStep(before, after)) return undefined
  const changed =
    values.before.ruleSha256 === values.after.ruleSha256 ? [] : definitionChanges(a, b, indicator)
  const lacks = changed.length === 0 ? [] : lacksFor(a, b, indicator)
  const isTold = changed.length > 0 && lacks.length === 0 && computed.redefined !== undefined
  const redefined = isTold ? computedStep(computed.redefined!, isShare) : before
  const refed = computed.refed === undefined ? after : computedStep(computed.refed, isShare)
  const steps = { before, redefined, refed, after }
  const rule = b.rules[indicator]
  const kinds = rule === undefined ? new Set<string>() : readByRule(planRulesOf(b), rule).kinds
  const cohort = rule !== undefined && 'cohort' in rule.population ? rule.population.cohort : undefined
  const registers = values.after.coverage.registers.map(({ register }) => register)
  const members = [...new Set([...before.rows.keys(), ...after.rows.keys()])]
    .filter((key) => !isSameRow(before.rows.get(key), after.rows.get(key)))
    .sort()
    .map((key): DiffMember => {
      const row = (after.rows.get(key) ?? before.rows.get(key))!
      const causes = causesOf(between, steps, key, { changed, kinds, registers, cohort })
      return {
        member: row.member,
        actor: row.actor,
        name: names.get(row.actor) ?? row.actor,
        before: before.rows.get(key)?.state ?? null,
        after: after.rows.get(key)?.state ?? null,
        // What the earlier file cannot be computed by may be why, and nothing tells it from the rest.
        causes: lacks.length > 0 ? [definitionCause(changed), ...causes] : causes,
      }
    })
  const whole: Cause[] =
    members.length > 0
      ? []
      : [
          ...(isSameFigure(before.figure, redefined.figure) ? [] : [definitionCause(changed)]),
          ...between.changes.coverage(registers),
        ]
  return {
    indicator,
    text: textOf(b, indicator),
    isShare,
    before: before.figure,
    after: after.figure,
    by: difference(before.figure, after.figure),
    definition: { changed, figure: isTold ? redefined.figure : null, lacks },
    causes:
      members.length === 0 && whole.length === 0 ? [timeCause(before.figure, after.figure, between)] : whole,
    members,
  }
}

/** One indicator beside that of another year, where nothing tells why they differ; undefined where they do not. */
export const compareYears = (
  a: ReleasePayload,
  b: ReleasePayload,
  values: { before: ReleaseValue; after: ReleaseValue },
): DiffValue | undefined => {
  const { indicator } = values.after
  const isShare = isShareIn(b, indicator)
  const [before, after] = [figureOf(values.before, isShareIn(a, indicator)), figureOf(values.after, isShare)]
  if (isSameFigure(before, after)) return undefined
  const changed =
    values.before.ruleSha256 === values.after.ruleSha256 ? [] : definitionChanges(a, b, indicator)
  return {
    ...{ indicator, text: textOf(b, indicator), isShare, before, after },
    by: difference(before, after),
    definition: { changed, figure: null, lacks: [] },
    causes: [
      { kind: 'year', id: null, on: null, words: `${b.year} beside ${a.year}` },
      ...(changed.length > 0 ? [definitionCause(changed)] : []),
    ],
    members: [],
  }
}

const textOf = ({ instrument }: ReleasePayload, indicator: string): string =>
  instrument.indicators.find(({ number }) => number === indicator)?.text ?? ''
