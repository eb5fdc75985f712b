// The sites of a world that is held in a store, in every language.
import type { Store, World } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { type AppOptions, createSites } from './app.ts'
import { bannerOf, heldData } from './held.ts'
import type { Mounted } from './serve.ts'

/** The world's sites. Its day is read again now and then: a server may run over midnight. */
export const createWorldSites = async (
  store: Store,
  world: World,
  shared: Pick<AppOptions, 'limits'> = {},
): Promise<Mounted[]> => {
  const db = store.world(world)
  let today = await todayIn(db)
  const timer = setInterval(async () => {
    today = await todayIn(db).catch(() => today)
  }, 60_000)
  timer.unref()
  return createSites({
    ...shared,
    world,
    banner: await bannerOf(db),
    data: heldData(db, world),
    today: () => today,
  })
}
