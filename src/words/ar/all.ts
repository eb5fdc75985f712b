// The Arabic catalogue. It proves that pages run from right to left; what it lacks is said in English and marked so.
import type { Catalogue } from '../catalogue.ts'

export const arabic: Partial<Catalogue> = {}
