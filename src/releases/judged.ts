// How the indicators of a release stand against their targets: judged from the file by the same rules as the pages of what
// is held, with every record looked at and why it counted or not.
import { type CountedShown, countRecords } from '../indicators/counted.ts'
import { computedOn } from '../indicators/target-stands.ts'
import { judgeReading, type ReadingJudged } from '../indicators/targets.ts'
import { baseOf, planRulesOf } from './evaluate.ts'
import type { ReleasePayload } from './release.ts'

export type JudgedRelease = {
  /** Every reading of an indicator in a year, the rule as it stands first; empty for one without a rule. */
  readingsOf: (indicator: string, year: number) => readonly ReadingJudged[]
  /** Every record an indicator's rule looks at in the release's year; undefined for one that counts no records. */
  recordsOf: (indicator: string) => CountedShown | undefined
}

/** `payload` judged as of its own day. Computed when asked for, and once. */
export const judgedOf = (payload: ReleasePayload): JudgedRelease => {
  const { instrument, knownOn } = payload
  // On the last day of its year a release that knows of later ones is one of a year that is over, as pages judge it.
  const asOf = payload.asOf === `${payload.year}-12-31` && knownOn > payload.asOf ? knownOn : payload.asOf
  const rules = planRulesOf(payload)
  const base = baseOf(payload, payload)
  const plan = {
    rules,
    instrument: { source: instrument.source },
    indicators: new Map(instrument.indicators.map((one) => [one.number, one])),
  }
  // Nothing in a release was entered here.
  const entered = new Set<string>()
  const held = new Map<string, readonly ReadingJudged[]>()
  return {
    readingsOf: (number, year) => {
      if (!Object.hasOwn(rules.rules, number)) return []
      const key = `${number} ${year}`
      const found =
        held.get(key) ??
        computedOn({ plan, base, number, asOf }, year).map((one) =>
          judgeReading({ plan, base, asOf, entered }, one),
        )
      held.set(key, found)
      return found
    },
    recordsOf: (number) => {
      const population = Object.hasOwn(rules.rules, number) ? rules.rules[number]!.population : undefined
      if (population === undefined || !('records' in population)) return undefined
      return countRecords(plan, base, { number, asOf, year: payload.year, entered })
    },
  }
}
