// When several records are of one thing that took place: because a writer says so, or because nothing tells them apart. Two
// who promised something together both write down what they held, and nothing may count twice for it.
import { alikeAmong } from './alike.ts'
import type { Fact, FactBase } from './facts.ts'
import { namesIn, namesOf } from './naming.ts'
import { type Joined, joinedBy, type Unsure, type Word } from './own-word.ts'
import { withReading } from './reading.ts'
import type { Rule } from './rule-schema.ts'
import { isOfParties } from './units.ts'

/** By these fields a record names those it is one with, and those it is not one with although they look alike. */
export const oneFields = ['sameAs', 'differsFrom'] as const
const [sameField, otherField] = oneFields

type Said = Pick<FactBase, 'kind' | 'actors' | 'parties' | 'eitherWord'>

/** Whether writers of this kind can say so. Of a kind that has no such field, as in older releases, nothing is concluded. */
const canSay = (base: Said, kind: string): boolean => base.kind(kind)?.fields[sameField] !== undefined

/** Gives those of `facts` that a field of one of them names: its own actor's before others' of the same name. */
const namedAmong = (facts: readonly Fact[]): ((from: Fact, field: string) => Fact[]) => {
  const byName = new Map<string, Fact[]>()
  for (const fact of facts)
    for (const name of new Set(namesOf(fact))) byName.set(name, [...(byName.get(name) ?? []), fact])
  return (from, field) =>
    namesIn(from, field).flatMap((name) => {
      const bearing = (byName.get(name) ?? []).filter((one) => one !== from)
      const own = bearing.filter(({ actor }) => actor === from.actor)
      const meant = own.length > 0 ? own : bearing
      return meant.length === 1 ? meant : []
    })
}

/** What is the same of a record wherever it is held, as one text: its id is another one in each installation and in a release. */
const tellingOf = ({ heldFrom, actor, externalId, fields }: Fact): string =>
  JSON.stringify([
    heldFrom ?? '9',
    actor,
    externalId ?? '',
    externalId === null ? Object.entries(fields).sort() : '',
  ])

/** By day, writer and name, so that neither the order in which they were written down nor where they are held decides anything. */
export const inDayOrder = (facts: readonly Fact[]): Fact[] =>
  facts
    .map((fact) => ({ fact, telling: tellingOf(fact) }))
    .sort((a, b) => (a.telling < b.telling ? -1 : a.telling > b.telling ? 1 : a.fact.id < b.fact.id ? -1 : 1))
    .map(({ fact }) => fact)

/** Groups of those that are linked to each other, directly or through others: two and more in each, in the order given. */
const groupsOf = (facts: readonly Fact[], pairs: Iterable<readonly [Fact, Fact]>): Fact[][] => {
  const groups = new Map<Fact, Fact[]>()
  for (const [a, b] of pairs) {
    const [one, other] = [groups.get(a) ?? [a], groups.get(b) ?? [b]]
    if (one === other) continue
    const [large, small] = one.length >= other.length ? [one, other] : [other, one]
    for (const fact of small) large.push(fact)
    for (const fact of [a, b, ...small]) groups.set(fact, large)
  }
  const linked = facts.filter((fact) => groups.has(fact))
  return [...Map.groupBy(linked, (fact) => groups.get(fact)!).values()]
}

/** Whether any of the rules, in any reading, counts records of which their writers can say that they are one. */
export const countsWhatMayBeOne = (
  rules: Readonly<Record<string, Rule>>,
  kinds: Readonly<Record<string, { fields: Readonly<Record<string, unknown>> } | undefined>>,
): boolean =>
  Object.values(rules).some((rule) =>
    ['default', ...Object.keys(rule.readings)].some((reading) => {
      const { population } = withReading(rule, reading)
      return (
        'records' in population &&
        typeof population.records === 'string' &&
        kinds[population.records]?.fields[sameField] !== undefined
      )
    }),
  )

/** Whether one of those whose word is asked for says that what stands in the two groups is not one. */
const isToldApart = (
  { writers }: Unsure<Fact>,
  [one, other]: readonly [readonly Fact[], readonly Fact[]],
  differing: (from: Fact) => Fact[],
): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([from, to]) =>
    from!.some(
      (fact) => writers.includes(fact.actor) && differing(fact).some((named) => to!.includes(named)),
    ),
  )

/**
 * Those of `facts` (of one kind) that are said to be one, two and more in each group. Whoever promised together says it of each
 * other's records, each joining them to its own; of a stranger's a word counts only where both say it. What one says of two records
 * of another, who has not said it, is `unsure`, until that other says that they are one or differ.
 */
export const saidToBeOne = (base: Said, facts: readonly Fact[]): Joined<Fact> => {
  const [first] = facts
  const nothing = { groups: [], unsure: [] }
  if (first === undefined || !canSay(base, first.kind)) return nothing
  const speaking = inDayOrder(facts.filter((fact) => namesIn(fact, sameField).length > 0))
  if (speaking.length === 0) return nothing
  const named = namedAmong(facts)
  const says = new Map(speaking.map((fact) => [fact, new Set(inDayOrder(named(fact, sameField)))]))
  const isTogether = (a: Fact, b: Fact): boolean =>
    a.actor === b.actor || (isOfParties(base, a.actor) && isOfParties(base, b.actor))
  const words = [...says].flatMap(([from, others]) =>
    [...others]
      .filter((to) => isTogether(from, to) || says.get(to)?.has(from) === true)
      .map((to): Word<Fact> => ({ from, to })),
  )
  const isDenied = ({ from, to }: Word<Fact>): boolean => named(to, otherField).includes(from)
  // What the other denies comes last: it stands where nothing speaks against it but that.
  words.sort((a, b) => Number(isDenied(a)) - Number(isDenied(b)))
  const joined = joinedBy(facts, words, base.eitherWord === true)
  const groupOf = (fact: Fact): Fact[] => joined.groups.find((group) => group.includes(fact)) ?? [fact]
  return {
    groups: joined.groups,
    unsure: joined.unsure.filter((one) => {
      const [a, b] = one.between
      return !isToldApart(one, [groupOf(a), groupOf(b)], (fact) => named(fact, otherField))
    }),
  }
}

type MayBe = (a: Fact, b: Fact) => boolean

/** Of more records than this the most that differ are not looked for, only many. */
const most = 14

/** Of many: first those that fewest may be one with, so that one that says little takes no place from those that say more. */
const manyOthers = (group: readonly Fact[], mayBe: MayBe): Fact[] => {
  const ties = new Map(group.map((one) => [one, group.filter((other) => mayBe(one, other)).length]))
  const chosen = new Set<Fact>()
  for (const one of [...group].sort((a, b) => ties.get(a)! - ties.get(b)!))
    if (![...chosen].some((other) => mayBe(one, other))) chosen.add(one)
  return group.filter((one) => chosen.has(one))
}

/** As many of a group as surely differ from each other, the earliest where there is a choice. */
const surelyOthers = (group: readonly Fact[], mayBe: MayBe): Fact[] => {
  if (group.length > most) return manyOthers(group, mayBe)
  const [first, ...rest] = group
  if (first === undefined) return []
  const others = rest.filter((one) => !mayBe(first, one))
  const withIt = [first, ...surelyOthers(others, mayBe)]
  if (others.length === rest.length) return withIt
  const without = surelyOthers(rest, mayBe)
  return without.length > withIt.length ? without : withIt
}

/** Records of which nobody has said whether they are one. `least`: those of them that surely differ from each other. */
export type MayBeOne = { records: Fact[]; least: Fact[] }

/**
 * Groups among `facts` (of one kind, all counted) that nothing tells apart and nobody has spoken of, or that are `unsure`, by
 * day. No more of a group are sure than its `least`.
 */
export const mayBeOneOf = (
  base: Said,
  facts: readonly Fact[],
  unsure: readonly (readonly [Fact, Fact])[] = [],
): MayBeOne[] => {
  const [first] = facts
  if (first === undefined || facts.length < 2 || !canSay(base, first.kind)) return []
  const inOrder = inDayOrder(facts)
  const alike = alikeAmong(inOrder, base.kind(first.kind)!)
  const differing = inOrder.filter((fact) => namesIn(fact, otherField).length > 0)
  const named = namedAmong(differing.length === 0 ? [] : inOrder)
  const others = new Map(differing.map((fact) => [fact, new Set(named(fact, otherField))]))
  const areOthers: MayBe = (a, b) => others.get(a)?.has(b) === true || others.get(b)?.has(a) === true
  const isUnsure: MayBe = (a, b) => unsure.some((pair) => pair.includes(a) && pair.includes(b))
  const mayBe: MayBe = (a, b) => isUnsure(a, b) || (alike.isAlike(a, b) && !areOthers(a, b))
  const spokenOf = new Set([...[...others].flatMap(([one, named]) => [one, ...named]), ...unsure.flat()])
  // What says the very same as another, of which nobody spoke, is looked at once: nothing can differ from one of them alone.
  const same = Map.groupBy(inOrder, (fact) => (spokenOf.has(fact) ? fact : alike.saying(fact)))
  const firsts = new Set([...same.values()].map(([one]) => one!))
  const pairs = function* () {
    for (const [one, ...rest] of same.values()) for (const other of rest) yield [one!, other] as const
    for (const [a, b] of alike.pairs([...firsts])) if (!areOthers(a, b)) yield [a, b] as const
    yield* unsure
  }
  return groupsOf(inOrder, pairs()).map((records) => ({
    records,
    least: surelyOthers(
      records.filter((one) => firsts.has(one)),
      mayBe,
    ),
  }))
}
