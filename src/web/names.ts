// States under the names the page's language has for them. Data twins keep the English name, and give all others.
import type { ActorShown } from './data/states.ts'
import type { Site } from './site.ts'

/** The name an actor has in a language; its English one where none is held. */
const nameIn = (actor: ActorShown, language: string): string =>
  actor.names.find((name) => name.language === language)?.short ?? actor.name

type Names = {
  language: string
  byId: ReadonlyMap<string, ActorShown>
  /** By the English name, for lists of names alone. */
  byName: ReadonlyMap<string, ActorShown>
}
type Part = Record<string, unknown>

const isActor = (part: Part): boolean =>
  typeof part.id === 'string' && typeof part.name === 'string' && Array.isArray(part.names)

/** The fields of a part that hold the name of a State, by its name in the language. */
const renamed = (part: Part, { language, byId, byName }: Names): Part => {
  if (isActor(part)) return { name: nameIn(part as unknown as ActorShown, language) }
  if (Array.isArray(part.names) && part.names.every((name) => typeof name === 'string'))
    return {
      names: part.names.map((name) => {
        const actor = byName.get(name)
        return actor === undefined ? name : nameIn(actor, language)
      }),
    }
  const actor = typeof part.actor === 'string' ? byId.get(part.actor) : undefined
  if (actor === undefined) return {}
  // A name that is not the actor's is the name of something else, such as a report of it.
  return Object.fromEntries(
    ['name', 'actorName']
      .filter((field) => part[field] === actor.name)
      .map((field) => [field, nameIn(actor, language)]),
  )
}

const walk = (value: unknown, names: Names): unknown => {
  if (Array.isArray(value)) return value.map((one) => walk(one, names))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const part = Object.fromEntries(Object.entries(value).map(([field, own]) => [field, walk(own, names)]))
  return { ...part, ...renamed(part, names) }
}

/**
 * What a page was given, with each State (an actor, `actor` beside `name`, or one of `names`) under its name in the page's
 * language. Its parts `unnamed` have none and stay the very same.
 */
export const nameStates = async <Data>(
  site: Site,
  data: Data,
  unnamed: readonly (keyof Data & string)[] = [],
): Promise<Data> => {
  if (site.language === 'en') return data
  const states = await site.data.listStates()
  const byId = new Map(states.map((state) => [state.id, state]))
  const byName = new Map(states.map((state) => [state.name, state]))
  const names = { language: site.language, byId, byName }
  if (unnamed.length === 0) return walk(data, names) as Data
  const kept = Object.fromEntries(unnamed.map((part) => [part, data[part]]))
  const others = Object.entries(data as Part).filter(([part]) => !Object.hasOwn(kept, part))
  return { ...(walk(Object.fromEntries(others), names) as Data), ...kept }
}
