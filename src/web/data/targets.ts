// What the pages read that show how targets stand and which records count towards them.
import type { CountedShown as Counted } from '../../indicators/counted.ts'
import type { TargetsShown as Targets } from '../../indicators/targets.ts'
import type { Called } from './implementation.ts'

export type { ActionMeasured, IndicatorJudged, ReadingJudged } from '../../indicators/targets.ts'

/** `called`: what actors are called. */
export type TargetsShown = Targets & { called: Called }
export type CountedShown = Counted & { called: Called }

/** Of public facts alone, whoever asks. */
export type TargetData = {
  /**
   * Of a year of the plan; without one of the present year, or the nearest. Undefined where no such plan is held with
   * rules. Throws `not-found` for a year that is none of the plan's.
   */
  showTargets: (asked: { plan: string; year?: number | undefined }) => Promise<TargetsShown | undefined>
  /**
   * The records of one indicator in a year; without a number of the first that counts records. Undefined where the plan
   * is not held, or nothing in it counts records. Throws `not-found` for an indicator that does not, and for a year as above.
   */
  showCounted: (asked: {
    plan: string
    indicator?: string | undefined
    year?: number | undefined
  }) => Promise<CountedShown | undefined>
}
