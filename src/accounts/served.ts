// Whose duties somebody answers for: those of whom letters remind them, and who stand on their page.
import type { World } from '../db/store.ts'
import { type Grant, isKeeper, type Role } from './person.ts'

/** Those who answer for what an actor owes. */
const serving: readonly Role[] = ['focal-point', 'approver', 'contributor']

/** The actors somebody serves in a world. */
export const servedBy = (grants: readonly Grant[], world: World): string[] => [
  ...new Set(
    grants.flatMap((grant) =>
      grant.world === world && serving.includes(grant.role) && grant.of !== null && !isKeeper(grant.of)
        ? [grant.of]
        : [],
    ),
  ),
]
