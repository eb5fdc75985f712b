// What follows of the words of several that records are one: each joins records of others to its own, and nobody makes one of two
// that another wrote down.

/** One record says that it is one with another. */
export type Word<T> = { from: T; to: T }

export type Joined<T> = {
  /** Those that are one, two and more in each group, in the order given. */
  groups: T[][]
  unsure: Unsure<T>[]
}

/** Said to be one by a word that is not enough for it: two of `writers`, each of whom has not said it of its own, would be one. */
export type Unsure<T> = { between: readonly [T, T]; writers: string[] }

/** Sets that grow together. */
const unionOf = <T>(things: readonly T[]) => {
  const sets = new Map<T, T[]>(things.map((thing) => [thing, [thing]]))
  const join = (a: T, b: T): void => {
    const [one, other] = [sets.get(a)!, sets.get(b)!]
    if (one === other) return
    const [large, small] = one.length >= other.length ? [one, other] : [other, one]
    for (const thing of small) {
      large.push(thing)
      sets.set(thing, large)
    }
  }
  return { join, of: (thing: T): readonly T[] => sets.get(thing)! }
}

/** For each record, those that its own writer's words join it to: two of one writer in one such set are one. */
const ownSets = <T extends { actor: string }>(words: readonly Word<T>[]) => {
  const byWriter = Map.groupBy(words, ({ from }) => from.actor)
  const sets = new Map(
    [...byWriter].map(([actor, own]) => {
      const named = [...new Set(own.flatMap(({ from, to }) => [from, to]))]
      const union = unionOf(named)
      for (const { from, to } of own) union.join(from, to)
      const joined = new Set(named)
      return [actor, (thing: T): unknown => (joined.has(thing) ? union.of(thing) : thing)]
    }),
  )
  return (thing: T): unknown => sets.get(thing.actor)?.(thing) ?? thing
}

/** Words about one's own records first, then those that both say, then those of one alone; each in the order given. */
const byWeight = <T extends { actor: string }>(words: readonly Word<T>[]): Word<T>[] => {
  const says = new Map<T, Set<T>>()
  for (const { from, to } of words) says.set(from, (says.get(from) ?? new Set()).add(to))
  const weight = ({ from, to }: Word<T>): number =>
    from.actor === to.actor ? 0 : says.get(to)?.has(from) === true ? 1 : 2
  return words.toSorted((a, b) => weight(a) - weight(b))
}

/**
 * Joins `things` by `words`, which are all of those that count. Two things of one writer are one only where that writer's own words
 * lead from one to the other. `anyones`: whoever says it, as it held once.
 */
export const joinedBy = <T extends { actor: string }>(
  things: readonly T[],
  words: readonly Word<T>[],
  anyones = false,
): Joined<T> => {
  const union = unionOf(things)
  const ownSet = ownSets(words)
  // Of each group: its writers, each with the one set of its own that stands in it.
  const standing = new Map<readonly T[], Map<string, unknown>>()
  const standingIn = (group: readonly T[]): Map<string, unknown> =>
    standing.get(group) ?? new Map(group.map((thing) => [thing.actor, ownSet(thing)]))
  const unsure: Unsure<T>[] = []
  for (const word of byWeight(words)) {
    const [a, b] = [union.of(word.from), union.of(word.to)]
    if (a === b) continue
    const [ofA, ofB] = [standingIn(a), standingIn(b)]
    const writers = [...ofA].flatMap(([actor, own]) =>
      ofB.has(actor) && ofB.get(actor) !== own ? [actor] : [],
    )
    if (writers.length > 0 && !anyones) {
      unsure.push({ between: [word.from, word.to], writers })
      continue
    }
    union.join(word.from, word.to)
    standing.set(union.of(word.from), new Map([...ofA, ...ofB]))
  }
  const groups = [...new Set(things.map((thing) => union.of(thing)))].filter((group) => group.length > 1)
  const places = new Map(things.map((thing, i) => [thing, i]))
  return {
    groups: groups.map((group) => group.toSorted((a, b) => places.get(a)! - places.get(b)!)),
    unsure: unsure.filter(({ between: [a, b] }) => union.of(a) !== union.of(b)),
  }
}
