// What the pages of one State share: an example of their address, where they are when the State was called otherwise, and the
// way up to it.
import type { Crumb } from '../layout.ts'
import type { Site } from '../site.ts'
import { stateCalled } from './states.ts'

/** An example of an address with a State in it: that of the first State held. `pathOf`: of a State, without the language. */
export const exampleOfState =
  (pathOf: (state: string) => string) =>
  async (site: Site): Promise<string | undefined> => {
    const [first] = await site.data.listStates()
    return first === undefined ? undefined : pathOf(first.id)
  }

/** The parts of a page that has a State in the part `key` of its address: an example, and which State a code or another name meant. */
export const pageOfState = <Key extends 'id' | 'actor'>(key: Key, pathOf: (state: string) => string) => ({
  example: exampleOfState(pathOf),
  moved: async (site: Site, params: Record<Key, string>): Promise<Record<Key, string> | undefined> => {
    const state = await stateCalled(site, params[key])
    return state === undefined ? undefined : ({ [key]: state.id } as Record<Key, string>)
  },
})

/** The way to a page of a State: all States, the State, and what follows. */
export const crumbsOfState = (
  { text }: Site,
  { id, name }: { id: string; name: string },
  ...rest: Crumb[]
): Crumb[] => [
  { label: text('states.title'), path: '/states' },
  { label: name, path: `/states/${id}` },
  ...rest,
]
