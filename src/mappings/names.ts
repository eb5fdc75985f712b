// From a name, as a table writes it, to the actor it names: by the spellings a mapping adds, each with its reason, then by
// the names and codes held. What names nobody held is counted, with the names that come near.
import type { Actor } from '../parties/actor.ts'
import { nameKey, resolveActor } from '../parties/names.ts'

/** A spelling of a table; `actor` null: whom it names is not held, and `why` says so. Bounds are compared as text. */
export type Spelling = {
  name: string
  actor: string | null
  from: string | null
  until: string | null
  why: string
}

export type Named = { actor: string } | { actor: null; why: string }

export type NamesIn = {
  /** Whom `name` names at `over`, the mapping's measure of time; '' where it has none. */
  find: (name: string, over: string) => Named
  /** Actors held whose names come near, the nearest first. */
  near: (name: string) => { id: string; name: string }[]
}

const nobody = 'No actor held has this name'

const within = ({ from, until }: Spelling, over: string): boolean =>
  (from === null || over >= from) && (until === null || over <= until)

/** How many letters one word differs from another in, up to three. */
const lettersApart = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 3) return 4
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** Names as one mapping reads them. */
export const namesIn = (actors: readonly Actor[], spellings: readonly Spelling[]): NamesIn => {
  const spelt = Map.groupBy(spellings, ({ name }) => name)
  const byM49 = new Map(actors.flatMap(({ m49, id }) => (m49 === null ? [] : [[m49, id] as const])))
  const found = new Map<string, Named>()
  const held = (name: string): Named => {
    const known = found.get(name)
    if (known !== undefined) return known
    const actor = byM49.get(name) ?? resolveActor(name, actors)
    const named: Named = actor === undefined ? { actor: null, why: nobody } : { actor }
    found.set(name, named)
    return named
  }
  const keys = actors.flatMap((actor) => {
    const name = actor.names.en?.short
    return name === undefined ? [] : [{ id: actor.id, name, key: nameKey(name) }]
  })
  return {
    find: (name, over) => {
      const spelling = spelt.get(name)?.find((one) => within(one, over))
      if (spelling === undefined) return held(name)
      return spelling.actor === null ? { actor: null, why: spelling.why } : { actor: spelling.actor }
    },
    near: (name) => {
      const key = nameKey(name)
      const words = new Set(key.split(' ').filter((word) => word.length > 3))
      return keys
        .map((one) => ({
          ...one,
          apart: lettersApart(key, one.key),
          shared: one.key.split(' ').filter((word) => words.has(word)).length,
        }))
        .filter(({ apart, shared }) => apart <= 3 || shared > 0)
        .sort((a, b) => b.shared - a.shared || a.apart - b.apart)
        .slice(0, 3)
        .map(({ id, name: near }) => ({ id, name: near }))
    },
  }
}
