// Whose page it is in the fictional world: Averland's, which has a society of its own.
import { problem } from '../../../src/problem.ts'
import type { DeskData } from '../../../src/web/data/desk.ts'
import { states } from './states.ts'

export const fictionalDesk = (): DeskData => ({
  listOwnActors: async () => ['XAA'],
  listDesks: async (actors) =>
    actors.map((actor) => ({ actor, units: actor === 'XAA' ? ['averland-society'] : [] })),
  listDeskActors: async () => [
    ...states.map(({ id, name, kind }) => ({ id, name, kind })),
    { id: 'averland-society', name: 'Averland Society', kind: 'national-society' },
  ],
  chooseOwnActor: async (actor) => {
    if (!states.some(({ id }) => id === actor)) throw problem('not-found', `There is no actor "${actor}".`)
  },
})
