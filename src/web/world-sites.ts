// The sites of a world that is held in a store, in every language.
import type { Store, World } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { type AppOptions, createSites } from './app.ts'
import { peopleHeld } from './held/people.ts'
import { bannerOf, heldFor } from './held.ts'
import type { Mounted } from './serve.ts'

const aheadAfterMs = 2_000

/** Where people ask, nobody waits for a whole register to be read: they are told how much was. In milliseconds. */
const servedPatience = { first: 1_000, later: 1_000 }

/**
 * The world's sites. Its day is read again now and then: a server may run over midnight. Without `access` whoever asks
 * sits at the desk. `secret`: the installation's, needed for pages about people and to sign forms. `isAhead`:
 * the index of the search is made before anybody asks, and whoever asks meanwhile gets what is found so far.
 */
export const createWorldSites = async (
  store: Store,
  world: World,
  shared: Pick<AppOptions, 'limits' | 'access' | 'accounts'> & { secret?: string; isAhead?: boolean } = {},
): Promise<Mounted[]> => {
  const db = store.world(world)
  let today = await todayIn(db)
  const timer = setInterval(async () => {
    today = await todayIn(db).catch(() => today)
  }, 60_000)
  timer.unref()
  const { secret, isAhead, ...options } = shared
  const { ofDesk, ofPublic, dataFor } = heldFor(
    store,
    world,
    secret,
    isAhead === true ? servedPatience : undefined,
  )
  // Whoever searches first should not wait for the index: it is made once the pages asked for at the start are out.
  if (isAhead === true) setTimeout(() => void ofPublic.search({ q: '' }), aheadAfterMs).unref()
  return createSites({
    ...options,
    world,
    banner: await bannerOf(db),
    ...(shared.access === undefined ? { data: ofDesk } : { data: ofPublic, dataFor }),
    ...(world === 'register' && secret !== undefined ? { people: peopleHeld(store, secret) } : {}),
    today: () => today,
  })
}
