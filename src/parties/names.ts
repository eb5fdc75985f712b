// From a name, as documents write it, to the actor it names. Forgiving in what cannot mislead (case, accents, "the",
// footnote marks, brackets, former names); silent where a name could mean two actors or none.
import type { Actor } from './actor.ts'

/** Without footnote marks: figures, superscript ones among them, asterisks, daggers, and the brackets they leave. */
const withoutMarks = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\d*\u2020\u2021\u00a7]+/g, ' ')
    .replace(/[[(][\s,]*[\])]/g, ' ')

/** The name as a key: letters of any script only, without accents, "the" and "&"; "St." written out. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/ı/g, 'i')
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== 'the')
    .map((word) => (word === 'st' ? 'saint' : word))
    .join(' ')

/** "Bolivia (Plurinational State of)" and "Korea, Republic of" read in their spoken order. */
const spokenOrder = (name: string): string | undefined => {
  const turned = /^([^(),]+)(?:\(([^()]+)\)|,([^,]+))\s*$/u.exec(
    withoutMarks(name)
      .replace(/[\s,]+$/, '')
      .trim(),
  )
  const rest = (turned?.[2] ?? turned?.[3])?.trim()
  if (turned === null || rest === undefined || !/\b(of|of the|the|of la)$/i.test(rest)) return undefined
  return `${rest} ${turned[1]!.trim()}`
}

const keysOf = (name: string): string[] => {
  const spoken = spokenOrder(name)
  const keys = spoken === undefined ? [nameKey(name)] : [nameKey(name), nameKey(spoken)]
  return keys.filter((key) => key !== '')
}

/** Every key that names exactly one of `actors`. A key two actors share names neither. */
const indexOf = (actors: readonly Actor[]): Map<string, string> => {
  const owners = new Map<string, Set<string>>()
  for (const actor of actors) {
    const names = Object.values(actor.names).flatMap((name) => [name.short, name.formal ?? name.short])
    for (const key of [...names, ...actor.aliases].flatMap(keysOf)) {
      owners.set(key, (owners.get(key) ?? new Set()).add(actor.id))
    }
  }
  const single = [...owners].filter(([, ids]) => ids.size === 1)
  return new Map(single.map(([key, ids]) => [key, [...ids][0]!]))
}

const codesOf = (actors: readonly Actor[]): Map<string, string> =>
  new Map(
    actors.flatMap((actor) =>
      [actor.id, actor.iso2, actor.iso3]
        .filter((code): code is string => code !== null)
        .map((code) => [code, actor.id] as [string, string]),
    ),
  )

const indexes = new WeakMap<readonly Actor[], { names: Map<string, string>; codes: Map<string, string> }>()

const indexed = (actors: readonly Actor[]) => {
  const known = indexes.get(actors)
  if (known !== undefined) return known
  const built = { names: indexOf(actors), codes: codesOf(actors) }
  indexes.set(actors, built)
  return built
}

/**
 * The id of the actor that `name` names among `actors`, in any language held, by a former name or by its ISO 3166
 * code (codes in capitals only, since "no" and "to" are words). Undefined where it names none, or could name two.
 */
export const resolveActor = (name: string, actors: readonly Actor[]): string | undefined => {
  const { names, codes } = indexed(actors)
  const code = codes.get(name.trim())
  if (code !== undefined) return code
  for (const key of keysOf(name)) {
    const id = names.get(key)
    if (id !== undefined) return id
  }
  return undefined
}
