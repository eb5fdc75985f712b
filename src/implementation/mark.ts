// What is told beside every fact of work wherever it stands: whether it was received, and who sees it.
import type { Tier } from '../facts/datum.ts'
import type { WorkFact } from './held.ts'

/** `entered`: entered here, not received, so that it stays out of anything published. */
export type Mark = { entered: boolean; tier: Tier }

export const markOf = ({ datum }: WorkFact): Mark => ({ entered: datum.entered, tier: datum.tier })
