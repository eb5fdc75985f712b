// What of a world's facts somebody sees beyond what is public, by the roles they hold.
import type { World } from '../db/store.ts'
import { type Grant, isKeeper, type Person } from './person.ts'
import { isSeen, publicSight, type Seen, type Sight } from './sight.ts'
import type { ThingTier } from './thing.ts'

const mostOf = (parts: readonly Seen[]): Seen =>
  parts.includes('all') ? 'all' : [...new Set(parts.flatMap((part) => [...part]))].sort()

/** What one role lets see; as `may.ts` has it for reading what is published. */
const sightBy = ({ role, of }: Grant): Sight => {
  switch (role) {
    case 'focal-point':
    case 'approver':
    case 'contributor':
      return of === null ? publicSight : { partner: [of], restricted: [of] }
    case 'coder':
    case 'reviewer':
    case 'committee-member':
      return { partner: 'all', restricted: [] }
    case 'partner':
      // A treaty's partners are shown what States share with partners under it: facts name no treaty.
      return { partner: of === null || isKeeper(of) ? 'all' : [of], restricted: [] }
    case 'administrator':
      return publicSight
  }
}

/**
 * Whose facts for partners, and whose restricted ones, a person sees in a world. The desk and commands see what everyone
 * sees: what they show is what is published.
 */
export const sightOf = (person: Person, world: World): Sight => {
  if (person.as !== 'person' || person.scopes?.length === 0) return publicSight
  const seen = person.grants.filter((grant) => grant.world === world).map(sightBy)
  return {
    partner: mostOf(seen.map(({ partner }) => partner)),
    restricted: mostOf(seen.map(({ restricted }) => restricted)),
  }
}

const tiers: readonly ThingTier[] = ['public', 'partner', 'restricted']

/** The tiers of an actor's facts that a person sees, and so may give what they write of it: nobody writes out of their own sight. */
export const tiersSeen = (person: Person, world: World, actor: string): ThingTier[] => {
  const sight = sightOf(person, world)
  return tiers.filter((tier) => isSeen(sight, { tier, actor }))
}
