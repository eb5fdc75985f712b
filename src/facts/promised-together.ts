// Who promised together what a fact speaks of: its action, the plan of that, the promise they carry out. Which fields lead
// there is said by the kinds (`ownedWith`); nothing here knows a kind by name.
import type { Db } from '../db/store.ts'
import type { Datum } from './datum.ts'
import { datumOnItsWay, factOnItsWay } from './drafts-named.ts'
import { listDraftsCalled } from './fact-draft-store.ts'
import type { Kinds } from './kind.ts'
import { type LastingFact, type LastingFacts, lastingFacts } from './lasting-id.ts'
import { meantAmong, type Owning, type Writing } from './meant.ts'
import { listDatumsNamed } from './named-store.ts'
import { owningIn } from './owning.ts'
import { refKinds, saysOfIt } from './ref.ts'
import { todayIn } from './today.ts'

/** Whom something names: its actor, and those who promise with it, by id or as they are called. */
export type Naming = { actor: string; parties: readonly string[] }

const entries = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : []

const targetsOf = (kind: string, kinds: Kinds): string[] =>
  (kinds[kind]?.ownedWith ?? []).flatMap((field) => refKinds(kinds[kind]?.fields[field]?.ref ?? []))

/** The kinds of everything that a fact of `kind` may speak of, and of what that belongs to. */
const kindsAbove = (kind: string, kinds: Kinds): string[] => {
  const above = new Set<string>()
  const left = targetsOf(kind, kinds)
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (above.has(next)) continue
    above.add(next)
    left.push(...targetsOf(next, kinds))
  }
  return [...above]
}

/** By which names a fact says of what it speaks, or whose it is: each as it stands, and without the actor before it. */
const namesIn = ({ kind, body }: Pick<Datum, 'kind' | 'body'>, kinds: Kinds): string[] => {
  const { fields = {}, ownedWith = [] } = kinds[kind] ?? {}
  return Object.entries(fields)
    .filter(([field, spec]) => ownedWith.includes(field) || saysOfIt(spec))
    .flatMap(([field]) => entries(body[field]))
    .flatMap((name) => [name, name.slice(name.indexOf('/') + 1)])
}

/** Everything that a fact speaks of, held or on its actor's way, step by step upwards: what it names, and what that names. */
const listAbove = async (
  db: Db,
  kinds: Kinds,
  fact: Writing & { kind: string },
  today: string,
): Promise<Datum[]> => {
  const above = kindsAbove(fact.kind, kinds)
  const asked = new Set<string>()
  const held = new Map<string, Datum>()
  const ask = (names: readonly string[]): string[] => {
    const anew = [...new Set(names)].filter((name) => !asked.has(name))
    for (const name of anew) asked.add(name)
    return anew
  }
  for (let names = ask(namesIn(fact, kinds)); names.length > 0; ) {
    const drafts = await listDraftsCalled(db, fact.actor, names)
    const onTheirWay = drafts.flatMap((draft) => factOnItsWay(draft, kinds, today) ?? [])
    const found = [
      ...(await listDatumsNamed(db, above, names)),
      ...onTheirWay.filter(({ kind }) => above.includes(kind)).map(datumOnItsWay),
    ]
    for (const datum of found) held.set(datum.datumId, datum)
    names = ask(found.flatMap((datum) => namesIn(datum, kinds)))
  }
  return [...held.values()]
}

/**
 * Whom everything names that a fact speaks of, as far up as it leads. A promise is shared only with one who made it: what
 * somebody else does for it asks none of its parties, and what is said of another's thing asks nobody.
 */
export const namedAbove = async (
  db: Db,
  kinds: Kinds,
  fact: Writing & { kind: string },
): Promise<Naming[]> => {
  if (kinds[fact.kind]?.ownedWith === undefined) return []
  const today = await todayIn(db)
  const datums = await listAbove(db, kinds, fact, today)
  return namedAmong(lastingFacts(datums, today).findAll, await owningIn(db, kinds), fact)
}

/** The same among the facts that `findAll` finds. */
export const namedAmong = (
  findAll: LastingFacts['findAll'],
  owning: Owning,
  fact: Writing & { kind: string },
): Naming[] => {
  const { kinds, partiesOf, standsFor } = owning
  const meant = meantAmong(findAll, owning)
  const seen = new Set<LastingFact>()
  const found: Naming[] = []
  const lookUp = (from: Writing & { kind: string }): void => {
    const spec = kinds[from.kind]
    for (const field of spec?.ownedWith ?? []) {
      const ref = spec?.fields[field]?.ref ?? []
      for (const id of entries(from.body[field])) {
        if (ref.includes('instrument-part')) {
          const parties = partiesOf(id.split('/')[0]!)
          const own = [from.actor, ...entries(from.body.parties)].map(standsFor)
          if (parties.some((party) => own.includes(standsFor(party))))
            found.push({ actor: from.actor, parties })
        }
        const [one, another] = meant.facts(from, refKinds(ref), id)
        if (one === undefined || another !== undefined || seen.has(one)) continue
        if (!meant.isOwn(from.actor, one)) continue
        seen.add(one)
        const { datum } = one
        const parties = entries(datum.body.parties)
        // What nobody shares, such as a task given to one, is reported by that one alone.
        if (parties.length > 0 || kinds[datum.kind]?.ownedWith !== undefined)
          found.push({ actor: datum.actor, parties })
        lookUp(datum)
      }
    }
  }
  lookUp(fact)
  return found
}
