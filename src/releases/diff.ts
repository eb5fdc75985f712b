// Two releases of one plan: which figures moved, by how much, and why. The steps between them are computed here, for each year
// both hold; what they say of one figure is told by diff-value.ts.
import { type Computed, computeYear } from '../indicators/compute.ts'
import { problem } from '../problem.ts'
import { type DefinitionPart, definitionChanges } from './definition-changes.ts'
import { type Between, compareValue, compareYears, type DiffValue } from './diff-value.ts'
import { baseOf, type Definitions, type Inputs, planRulesOf } from './evaluate.ts'
import { inputChanges } from './input-changes.ts'
import { type Release, type ReleasePayload, type ReleaseValue, releaseId } from './release.ts'
import { type WorkChange, workChanges } from './work.ts'

export type DiffHead = {
  id: string
  sha256: string
  year: number
  asOf: string
  knownOn: string
}

export type ReleaseDiff = {
  plan: string
  a: DiffHead
  b: DiffHead
  /** Where the years differ, the figures of both are compared by indicator, and nothing tells why they differ. */
  sameYear: boolean
  /** The text of the plan is another. */
  textChanged: boolean
  /** Indicators computed otherwise, whether or not their figures moved. */
  definitionsChanged: { indicator: string; changed: DefinitionPart[] }[]
  moved: DiffValue[]
  /** Figures that stayed as they were, members included. */
  same: number
  /** Facts of work on the promise that came, were corrected or are gone. */
  work: WorkChange[]
}

/** The values of a year under definitions and from inputs, by indicator. */
const computeSteps = (
  definitions: Definitions,
  inputs: Inputs,
  given: { year: number; asOf: string; indicators: readonly string[] },
): Map<string, Computed> =>
  new Map(
    computeYear(planRulesOf(definitions), baseOf(definitions, inputs), {
      year: given.year,
      asOf: given.asOf,
      today: inputs.knownOn,
      cells: given.indicators.map((number) => ({ number, reading: 'default' })),
    }).map((one) => [one.number, one]),
  )

const defaultsOf = ({ values }: ReleasePayload, year: number): Map<string, ReleaseValue> =>
  new Map(
    values
      .filter((value) => value.reading === 'default' && value.year === year)
      .map((value) => [value.indicator, value]),
  )

/** The figures of two different years: by indicator, without a reason. */
const acrossYears = (a: ReleasePayload, b: ReleasePayload): DiffValue[] => {
  const before = defaultsOf(a, a.year)
  return [...defaultsOf(b, b.year)].flatMap(([indicator, after]) => {
    const earlier = before.get(indicator)
    return earlier === undefined ? [] : (compareYears(a, b, { before: earlier, after }) ?? [])
  })
}

const headOf = ({ payload, sha256 }: Release): DiffHead => ({
  ...{ id: releaseId(sha256), sha256 },
  ...{ year: payload.year, asOf: payload.asOf, knownOn: payload.knownOn },
})

const byPlan = (payload: ReleasePayload): ReadonlyMap<string, number> =>
  new Map(payload.instrument.indicators.map(({ number }, at) => [number, at]))

/**
 * What moved from release `a` to release `b`: the default values of every year both hold and, where the releases are of
 * different years, those of the one beside those of the other. Throws Problem `usage` for releases of different plans
 * or worlds.
 */
export const diffReleases = (from: Release, to: Release): ReleaseDiff => {
  const [a, b] = [from.payload, to.payload]
  if (a.instrument.id !== b.instrument.id)
    throw problem(
      'usage',
      `Figures of different plans are not compared: release ${releaseId(from.sha256)} is of ${a.instrument.id}, ${releaseId(to.sha256)} of ${b.instrument.id}.`,
    )
  if (a.world !== b.world)
    throw problem(
      'usage',
      'One release is of the register, the other of the exercise: these are not compared.',
    )
  const between: Between = {
    ...{ a, b, changes: inputChanges(a, b) },
    names: new Map([...a.actors, ...b.actors].map(({ id, names }) => [id, names.en?.short ?? id])),
  }
  const moved: DiffValue[] = []
  const redefinedIndicators = new Map<string, DefinitionPart[]>()
  let same = 0
  const years = [...new Set(b.values.map(({ year }) => year))].filter((year) =>
    a.values.some((value) => value.year === year),
  )
  for (const year of years) {
    const [before, after] = [defaultsOf(a, year), defaultsOf(b, year)]
    const indicators = [...after.keys()].filter(
      (indicator) => before.has(indicator) && Object.hasOwn(b.rules, indicator),
    )
    const asOf = before.get(indicators[0] ?? '')?.asOf ?? a.asOf
    const isRedefined = indicators.some(
      (indicator) => before.get(indicator)!.ruleSha256 !== after.get(indicator)!.ruleSha256,
    )
    const redefined = isRedefined ? computeSteps(b, a, { year, asOf, indicators }) : new Map()
    const refed = computeSteps(b, b, { year, asOf, indicators })
    for (const indicator of indicators) {
      const values = { before: before.get(indicator)!, after: after.get(indicator)! }
      if (values.before.ruleSha256 !== values.after.ruleSha256)
        redefinedIndicators.set(indicator, definitionChanges(a, b, indicator))
      const one = compareValue(between, values, {
        redefined: redefined.get(indicator),
        refed: refed.get(indicator),
      })
      if (one === undefined) same += 1
      else moved.push(one)
    }
  }
  if (a.year !== b.year) moved.push(...acrossYears(a, b))
  const order = byPlan(b)
  const place = (indicator: string) => order.get(indicator) ?? 0
  return {
    plan: b.instrument.id,
    a: headOf(from),
    b: headOf(to),
    sameYear: a.year === b.year,
    textChanged: a.instrument.sha256 !== b.instrument.sha256,
    definitionsChanged: [...redefinedIndicators]
      .map(([indicator, changed]) => ({ indicator, changed }))
      .sort((one, other) => place(one.indicator) - place(other.indicator)),
    moved: moved.sort(
      (one, other) =>
        place(one.indicator) - place(other.indicator) ||
        (one.after?.year ?? 0) - (other.after?.year ?? 0) ||
        (one.before?.year ?? 0) - (other.before?.year ?? 0),
    ),
    same,
    work: workChanges(a, b),
  }
}
