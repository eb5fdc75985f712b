// What is told beside every fact of work wherever it stands: whether it was received, and who sees it.
import { type Tier, tiers } from '../facts/datum.ts'
import type { WorkFact } from './held.ts'

/** `entered`: entered here, not received, so that it stays out of anything published. */
export type Mark = { entered: boolean; tier: Tier }

/** With the moves of its dates and what was last reported of it: entered if one is, seen by no more than see each of them. */
export const restingOn = (
  shown: Mark & { schedule: { moves: readonly Mark[] }; reported: readonly Mark[] },
): Mark => {
  const all = [shown, ...shown.schedule.moves, ...shown.reported.slice(-1)]
  const sealed = Math.max(...all.map(({ tier }) => tiers.indexOf(tier)))
  return { entered: all.some(({ entered }) => entered), tier: tiers[sealed]! }
}

export const markOf = ({ datum }: WorkFact): Mark => ({ entered: datum.entered, tier: datum.tier })
