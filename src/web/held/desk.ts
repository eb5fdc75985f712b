// Whose page it is: of whoever answers for actors, those; of the single desk, the one it chose.
import { agentOf } from '../../accounts/person.ts'
import { servedBy } from '../../accounts/served.ts'
import { recordEvent } from '../../db/events.ts'
import { findSetting, putSetting } from '../../db/setting-store.ts'
import { inTransaction } from '../../db/store.ts'
import { findActor, listActors } from '../../parties/actor-store.ts'
import { problem } from '../../problem.ts'
import type { DeskData } from '../data/desk.ts'
import type { Reader } from './handles.ts'

/** The setting of a world in which the single desk keeps whose page it is. */
const setting = 'desk-actor'

export const deskHeld = ({ db, world, person }: Reader): DeskData => ({
  listOwnActors: async () => {
    if (person.as === 'person') return servedBy(person.grants, world)
    if (person.as !== 'desk') return []
    const chosen = await findSetting(db, setting)
    return chosen === undefined || (await findActor(db, chosen)) === undefined ? [] : [chosen]
  },
  listDesks: async (actors) => {
    const held = await listActors(db)
    return actors.map((actor) => ({
      actor,
      units: held.filter(({ parent }) => parent === actor).map(({ id }) => id),
    }))
  },
  listDeskActors: async () => {
    const held = (await listActors(db)).map(({ id, kind, names }) => ({
      ...{ id, kind, name: names.en?.short ?? id },
    }))
    return [...held.filter(({ kind }) => kind === 'state'), ...held.filter(({ kind }) => kind !== 'state')]
  },
  chooseOwnActor: async (actor) => {
    if (person.as === 'public')
      throw problem('sign-in-needed', 'Whose page it is follows from your roles once you have signed in.')
    if (person.as !== 'desk')
      throw problem('not-permitted', 'Whose page it is follows from your roles where people sign in.')
    if ((await findActor(db, actor)) === undefined)
      throw problem('not-found', `There is no actor "${actor}".`)
    await inTransaction(db, async (trx) => {
      const things = await putSetting(trx, setting, actor)
      if (things.length === 0) return
      await recordEvent(trx, {
        agent: agentOf(person),
        action: 'desk-chosen',
        subject: actor,
        detail: { changes: [] },
        things,
      })
    })
  },
})
