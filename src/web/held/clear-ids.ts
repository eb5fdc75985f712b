// The ids of facts as the page of a State shows them: what a unit of it, or anybody else, gave an id of another one's fact
// stands there as `<actor>/<id>`, which is always clear.
import type { Engagement } from '../../engagements/engagement.ts'

type Named = Pick<Engagement, 'id' | 'alsoCalled' | 'partOf' | 'concerns'>

/** The names that facts of more than one actor have. */
const sharedNames = (engagements: readonly Engagement[]): ReadonlySet<string> => {
  const owners = new Map<string, string>()
  const shared = new Set<string>()
  for (const { actor, id, alsoCalled } of engagements)
    for (const name of [id, ...alsoCalled]) {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, actor)
      else if (owner !== actor) shared.add(name)
    }
  return shared
}

/**
 * Gives what an engagement among `engagements` is called on the page of `state`, and how it names others there. The State's own
 * keep their ids.
 */
export const clearIds = (state: string, engagements: readonly Engagement[]): ((one: Engagement) => Named) => {
  const shared = sharedNames(engagements)
  if (shared.size === 0)
    return ({ id, alsoCalled, partOf, concerns }) => ({ id, alsoCalled, partOf, concerns })
  const byKey = new Map(engagements.map((one) => [one.key, one]))
  const clear = ({ actor }: Engagement, name: string): string =>
    actor === state || !shared.has(name) ? name : `${actor}/${name}`
  const nameOf = (key: string, written: string): string => {
    const one = byKey.get(key)
    return one === undefined ? written : clear(one, one.id)
  }
  return (one) => ({
    id: clear(one, one.id),
    alsoCalled: one.alsoCalled.map((name) => clear(one, name)),
    partOf:
      one.partOf === null || one.belongsTo[0] === undefined
        ? one.partOf
        : nameOf(one.belongsTo[0], one.partOf),
    concerns: one.concerns.map((written) => {
      const meant = one.speaksOf.find((key) => byKey.get(key)?.id === written)
      return meant === undefined ? written : nameOf(meant, written)
    }),
  })
}
