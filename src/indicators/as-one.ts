// What a rule comes to if records that nothing tells apart are one and the same thing, written down twice.
import { type Evaluation, percentage } from '../rules/evaluate.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { inDayOrder, type MayBeOne, mayBeOneOf, saidToBeOne } from '../rules/one-record.ts'
import type { Rule } from '../rules/rule-schema.ts'

type Evaluated = Pick<Evaluation, 'members' | 'value'>

type Members = Evaluated['members']

/** The records of a population of records that `members` are, by day. */
const recordsAmong = ({ population }: Pick<Rule, 'population'>, members: Members, base: FactBase): Fact[] => {
  const kind = 'records' in population ? String(population.records) : ''
  const byId = new Map<string, Fact>([...base.facts(kind).values()].flat().map((fact) => [fact.id, fact]))
  return inDayOrder(
    members.flatMap(
      ({ datumIds }) => datumIds.map((id) => byId.get(id)).find((fact) => fact !== undefined) ?? [],
    ),
  )
}

const isCounted = ({ state }: Members[number]): boolean => state === 'counted'

/** The counted records of a population of records, by day. */
export const recordsCounted = (
  rule: Pick<Rule, 'population'>,
  { members }: Evaluated,
  base: FactBase,
): Fact[] => recordsAmong(rule, members.filter(isCounted), base)

/** The counted records, each with those that are one with it: one group for each thing, in the order of their days. */
export const thingsTold = (
  rule: Pick<Rule, 'population'>,
  evaluated: Evaluated,
  base: FactBase,
): Fact[][] => {
  const counted = recordsCounted(rule, evaluated, base)
  if (base.eitherWord === true) return counted.map((one) => [one])
  const { groups } = saidToBeOne(base, recordsAmong(rule, evaluated.members, base))
  const things = counted.map((one) => groups.find((group) => group.includes(one)) ?? [one])
  return [...new Set(things)]
}

/** Which of the counted ones a word alone says to be one, which it cannot make so: each as the one that counts for it. */
const unsureAmong = (
  rule: Pick<Rule, 'population'>,
  { members }: Evaluated,
  base: FactBase,
): (readonly [Fact, Fact])[] => {
  const { groups, unsure } = saidToBeOne(base, recordsAmong(rule, members, base))
  if (unsure.length === 0) return []
  const counted = new Set(recordsCounted(rule, { members, value: null }, base))
  const standing = (fact: Fact): Fact | undefined =>
    (groups.find((group) => group.includes(fact)) ?? [fact]).find((one) => counted.has(one))
  return unsure.flatMap(({ between: [a, b] }) => {
    const [one, other] = [standing(a), standing(b)]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}

/** `sure`: the counted records that surely are of different things, by day. `value`: what the rule comes to with these. */
export type AsOne = { groups: MayBeOne[]; sure: Fact[]; value: number | null }

const heldByBase = new WeakMap<FactBase, WeakMap<Evaluated['members'], AsOne>>()

/** Without groups, all that is counted is sure, and the value is that of the rule. Looked for once in what was evaluated. */
export const asOneOf = (
  rule: Pick<Rule, 'population' | 'measure'>,
  evaluated: Evaluated,
  base: FactBase,
): AsOne => {
  const held = heldByBase.get(base) ?? new WeakMap<Evaluated['members'], AsOne>()
  heldByBase.set(base, held)
  const found = held.get(evaluated.members) ?? lookedFor(rule, evaluated, base)
  held.set(evaluated.members, found)
  return found
}

const lookedFor = (
  rule: Pick<Rule, 'population' | 'measure'>,
  evaluated: Evaluated,
  base: FactBase,
): AsOne => {
  const counted = recordsCounted(rule, evaluated, base)
  const groups = mayBeOneOf(base, counted, unsureAmong(rule, evaluated, base))
  if (groups.length === 0) return { groups, sure: counted, value: evaluated.value }
  const left = new Set(groups.flatMap(({ records, least }) => records.filter((one) => !least.includes(one))))
  const sure = counted.filter((fact) => !left.has(fact))
  if (evaluated.value === null) return { groups, sure, value: null }
  const leftIds = new Set([...left].map(({ id }) => id))
  const isLeft = ({ datumIds }: (typeof evaluated.members)[number]) => datumIds.some((id) => leftIds.has(id))
  const members = evaluated.members.filter((member) => !isLeft(member))
  const n = members.reduce((sum, { inN }) => sum + inN, 0)
  const d = members.reduce((sum, { inD }) => sum + inD, 0)
  const isShare =
    rule.measure === 'share' || (typeof rule.measure === 'object' && Object.hasOwn(rule.measure, 'share'))
  return { groups, sure, value: isShare ? percentage(n, d) : n }
}
