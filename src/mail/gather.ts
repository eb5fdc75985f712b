// What goes into somebody's digest, read from both worlds: what those they serve owe, and how much waits for them.
import { listGrants } from '../accounts/grant-store.ts'
import type { Grant } from '../accounts/person.ts'
import type { PersonHeld } from '../accounts/person-store.ts'
import { servedBy } from '../accounts/served.ts'
import { unsubscribePath, unsubscribeToken } from '../accounts/unsubscribe.ts'
import { listWaiting, type WaitingReason } from '../accounts/waiting.ts'
import type { Store, World } from '../db/store.ts'
import { shippedDuties } from '../duties/rules.ts'
import { todayIn } from '../facts/today.ts'
import { actorNamesIn } from '../indicators/calendar.ts'
import { deskAsked } from '../indicators/desk.ts'
import { listDuties, spanAsked } from '../indicators/duties-owed.ts'
import { listActors } from '../parties/actor-store.ts'
import { baseOf } from '../words/address.ts'
import { type OwedBy, sayDigest, type WaitingIn } from './digest.ts'
import { letterLanguage } from './write.ts'

const worlds: readonly World[] = ['register', 'exercise']

/** What an actor owes in a world, by public facts; undefined where the actor is held no more. */
const owedBy = async (
  store: Store,
  world: World,
  id: string,
  language: string,
): Promise<OwedBy | undefined> => {
  const db = store.world(world)
  const actor = (await listActors(db)).find((one) => one.id === id)
  if (actor === undefined) return undefined
  const asked = deskAsked([id])
  const duties = await listDuties(db, asked)
  const nameOf = await actorNamesIn(db, language)
  const titles = new Map(shippedDuties().map((set) => [set.instrument, set.title]))
  return {
    world,
    actor: { id, name: nameOf(id), isState: actor.kind === 'state' },
    ...spanAsked(asked, await todayIn(db)),
    duties,
    // A promise held as a fact has no file: the document it stands in.
    instrumentTitle: ({ instrument, source }) => titles.get(instrument) ?? source.title,
  }
}

const waitingIn = async (
  store: Store,
  world: World,
  { personId, name, language }: PersonHeld,
  grants: readonly Grant[],
): Promise<WaitingIn> => {
  const person = { as: 'person', personId, name, language, grants, scopes: null } as const
  const counts: Partial<Record<WaitingReason, number>> = {}
  for (const { reason } of await listWaiting(store.world(world), world, person))
    counts[reason] = (counts[reason] ?? 0) + 1
  return { world, counts }
}

/** What a digest is made with. `secret`: the installation's, which signs the address that ends them. */
export type DigestMaking = { origin: string; secret: string }

/** The digest of a person as it would be written now; undefined where there is nothing to say. */
export const gatherDigest = async (
  store: Store,
  person: PersonHeld,
  { origin, secret }: DigestMaking,
): Promise<{ subject: string; body: string; unsubscribe: string } | undefined> => {
  const grants = await listGrants(store.people, person.personId)
  const language = letterLanguage(person.language)
  const owed: OwedBy[] = []
  const waiting: WaitingIn[] = []
  for (const world of worlds) {
    if (grants.every((grant) => grant.world !== world)) continue
    for (const id of servedBy(grants, world)) {
      const one = await owedBy(store, world, id, language)
      if (one !== undefined) owed.push(one)
    }
    waiting.push(await waitingIn(store, world, person, grants))
  }
  const unsubscribe = unsubscribePath(baseOf('register', language), unsubscribeToken(person.personId, secret))
  const said = sayDigest({ owed, waiting }, { language, origin, unsubscribe })
  return said === undefined ? undefined : { ...said, unsubscribe }
}
