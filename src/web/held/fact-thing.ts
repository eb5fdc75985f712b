// Facts, as permission asks about them.
import type { Thing } from '../../accounts/thing.ts'
import type { World } from '../../db/store.ts'
import type { TypedFact } from '../../facts/typed-fact.ts'
import { readShippedKinds } from '../../reports/shipped.ts'

/** A promise is a thing of its own kind; a vote, a figure or a term in office is a fact. */
export const kindOfFact = (kind: string): 'fact' | 'commitment' =>
  readShippedKinds()[kind]?.topic === 'promises' ? 'commitment' : 'fact'

/** A fact somebody wants to enter: its actor's people may. */
export const factToEnter = (world: World, { actor = '', kind = '' }: TypedFact): Thing => ({
  kind: kindOfFact(kind),
  world,
  owners: actor === '' ? [] : [actor],
  keeper: null,
  state: 'draft',
  tier: 'public',
  departments: [],
  writtenBy: null,
})
