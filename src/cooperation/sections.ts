// The sections of a page for which nobody has written any: made from the facts by the organisation or the initiative they
// belong to, and by topic where they belong to none. So the page of any State is never empty.
import { z } from 'zod'
import { referencePath } from '../parties/reference.ts'
import { readYaml } from '../rules/read-yaml.ts'
import type { SectionOnPage, Told, Words } from './page.ts'

/** A fact as far as its place on the page is decided by it. */
export type Placed = {
  id: string
  actor: string
  kind: string
  topic: string
  title: string
  held: string | null
  partOf: string | null
  /** The organisation, body or group it is about, by id; null: none in particular. */
  about: string | null
  /** Whether the actor is the host. */
  hosts: boolean
}

const wordsForm = z.record(z.string(), z.string())
const fileForm = z.strictObject({
  leads: z.record(z.string(), wordsForm),
  topics: z.record(z.string(), wordsForm),
})
let held: z.output<typeof fileForm> | undefined

/** The words that stand before facts of a kind, and the titles of topics. Throws Problem `input-rejected` for another form. */
export const sentenceWords = (): z.output<typeof fileForm> => {
  held ??= readYaml(referencePath('page-sentences.yaml'), fileForm)
  return held
}

/** So many facts stand in one sentence; of more the newest, and how many the register has beside them. */
const mostTold = 12

/** Topics in the order in which their paragraphs stand within a section. */
const order = ['memberships', 'positions', 'agreements', 'resolutions', 'contributions', 'events', 'promises']
const rankOf = (topic: string): number => (order.includes(topic) ? order.indexOf(topic) : order.length)

const byDate = (a: Placed, b: Placed): number =>
  (a.held ?? '9999') < (b.held ?? '9999') ? -1 : (a.held ?? '9999') > (b.held ?? '9999') ? 1 : 0

const leadFor = (kind: string, hosts: boolean, name: Words): Words => {
  const { leads } = sentenceWords()
  const frame = leads[hosts ? `${kind}.host` : kind] ?? leads[kind] ?? leads.other ?? {}
  return Object.fromEntries(
    Object.entries(frame).map(([language, words]) => [
      language,
      words.replaceAll('{actor}', name[language] ?? name.en ?? ''),
    ]),
  )
}

/** The facts of one kind as one sentence. */
const tell = (facts: readonly Placed[], name: Words): Told => {
  const { kind, hosts } = facts[0]!
  const sorted = facts.toSorted(byDate)
  return {
    lead: leadFor(kind, hosts, name),
    facts: sorted.slice(-mostTold).map(({ id }) => id),
    more: Math.max(0, sorted.length - mostTold),
  }
}

/** Facts as paragraphs: one for each topic, in it a sentence for each kind. `name`: the actor's, by language. */
export const paragraphsTold = (facts: readonly Placed[], name: Words): Told[][] =>
  [...Map.groupBy(facts, ({ topic }) => topic)]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([, ofTopic]) =>
      [...Map.groupBy(ofTopic, ({ kind, hosts }) => `${kind} ${hosts}`).values()].map((same) =>
        tell(same, name),
      ),
    )

/** The fact at the head of what a fact belongs to: itself where it belongs to nothing held. */
const rootOf = (fact: Placed, byId: ReadonlyMap<string, Placed>): Placed => {
  const seen = new Set<string>()
  let at = fact
  while (at.partOf !== null && !seen.has(at.id)) {
    seen.add(at.id)
    const above = byId.get(at.partOf)
    if (above === undefined) break
    at = above
  }
  return at
}

const slug = (key: string): string => key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** Place on the page of the section at whose head a fact stands. */
export const sectionIdOfFact = (id: string): string => slug(`fact:${id}`)

/**
 * The sections of `facts`, which stand in the order of the register. What belongs to one organisation, or to one head fact,
 * is one section where there are two facts or more; of a body with one, to the organisation above it. The rest stands by
 * topic. `nameOf` gives an organisation's name by language, undefined where it has none; `parentOf` the one above it.
 */
export const sectionsOf = (
  facts: readonly Placed[],
  given: {
    name: Words
    nameOf: (id: string) => Words | undefined
    parentOf: (id: string) => string | null
  },
): SectionOnPage[] => {
  const { name, nameOf, parentOf } = given
  const { topics } = sentenceWords()
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const roots = new Map(facts.map((fact) => [fact.id, rootOf(fact, byId)]))
  const keyOf = (fact: Placed): string => roots.get(fact.id)!.about ?? `fact:${roots.get(fact.id)!.id}`
  const counted = new Map([...Map.groupBy(facts, keyOf)].map(([key, same]) => [key, same.length]))
  const isEnough = (key: string): boolean => (counted.get(key) ?? 0) > 1
  const sectionKey = (fact: Placed): string => {
    const key = keyOf(fact)
    if (isEnough(key)) return key
    const above = key.startsWith('fact:') ? null : parentOf(key)
    return above !== null && isEnough(above) ? above : `topic:${roots.get(fact.id)!.topic}`
  }
  const groups = [...Map.groupBy(facts, sectionKey)]
  const titleOf = (key: string): Words => {
    if (key.startsWith('topic:')) return topics[key.slice('topic:'.length)] ?? topics.other ?? {}
    if (key.startsWith('fact:')) return { en: byId.get(key.slice('fact:'.length))!.title }
    return nameOf(key) ?? { en: key }
  }
  // Organisations first, then what belongs to none, then what was promised: a promise has pages of its own.
  const isPromise = (key: string, of: readonly Placed[]): boolean =>
    !key.startsWith('topic:') &&
    of[0]!.topic === 'promises' &&
    of.every(({ topic }) => topic !== 'memberships')
  const place = (key: string, of: readonly Placed[]): number =>
    isPromise(key, of) || key === 'topic:promises' ? 2 : key.startsWith('topic:') ? 1 : 0
  const largest = (key: string, of: readonly Placed[]): number =>
    place(key, of) === 0 && of.some(({ kind }) => kind === 'organisation-membership') ? 0 : 1
  return groups
    .map(([key, of], i) => ({ key, of, rank: [place(key, of), largest(key, of), i] as const }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .map(({ key, of }) => ({
      id: slug(key),
      title: titleOf(key),
      written: [],
      told: paragraphsTold(of, name),
    }))
}
