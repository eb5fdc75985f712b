// An engagement: what an actor promised, joined, hosts, gives or says, as one source states it. It is a datum whose kind
// has a topic; this file reads what is common to all of them.
import type { Datum } from '../facts/datum.ts'
import { readDate } from '../facts/edtf.ts'
import type { Kinds } from '../facts/kind.ts'

export type Engagement = {
  /** The id its first version was given, by which it goes on being named through corrections. */
  id: string
  /** Ids that corrections gave it since: other facts may name it by any. */
  alsoCalled: string[]
  /** Of the fact through all its versions, and of no other: the stored id of the first one. */
  key: string
  actor: string
  kind: string
  /** The part of a State's page that shows it. */
  topic: string
  title: string
  status: string | null
  /** When the source said so (EDTF); null where nothing dates the source. */
  statedAsOf: string | null
  /** Fields, and "date" or "until", that no word of the quotation states. */
  inferred: string[]
  /** What it belongs to, and what it says something of: by the ids these have had from the beginning, otherwise as written. */
  partOf: string | null
  concerns: string[]
  /** The same as far as it is held, by `key`. */
  belongsTo: string[]
  speaksOf: string[]
  datum: Datum
}

const listOf = (datum: Datum, field: string): string[] => {
  const value = datum.body[field]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

const textOf = (datum: Datum, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' ? value : null
}

/** Votes stand by themselves, and so do how promises are carried out, what a public page says and what was said to a treaty. */
const otherTopics: ReadonlySet<string | undefined> = new Set([
  undefined,
  'votes',
  'implementation',
  'page',
  'statements',
])

/** The kinds of engagement: those that have a topic of their own. */
export const engagementKinds = (kinds: Kinds): string[] =>
  Object.keys(kinds).filter((name) => !otherTopics.has(kinds[name]!.topic))

/**
 * The engagement a datum is, seen by itself: what it names is told where all are held (`held.ts`). Undefined where its kind
 * has no topic, or it is a vote.
 */
export const engagementOf = (datum: Datum, kinds: Kinds): Engagement | undefined => {
  const topic = kinds[datum.kind]?.topic
  if (topic === undefined || ['votes', 'page', 'statements'].includes(topic)) return undefined
  return {
    id: datum.externalId ?? datum.datumId,
    alsoCalled: [],
    key: datum.datumId,
    actor: datum.actor,
    kind: datum.kind,
    topic,
    title: textOf(datum, 'title') ?? datum.kind,
    status: textOf(datum, 'status'),
    statedAsOf: datum.source?.published ?? textOf(datum, 'statedAsOf'),
    inferred: listOf(datum, 'inferred'),
    partOf: textOf(datum, 'partOf'),
    concerns: listOf(datum, 'concerns'),
    belongsTo: [],
    speaksOf: [],
    datum,
  }
}

/** What an engagement is to a State: its own, one of its units' or National Society's, made towards it, or naming it. */
export type Relation = 'own' | 'unit' | 'towards' | 'named'

/**
 * How `engagement` concerns an actor, or undefined where it does not. `parentOf` gives the parent of an actor, `idOf` the
 * id of one who is named as it is called.
 */
export const relationTo = (
  state: string,
  engagement: Engagement,
  parentOf: (actor: string) => string | null,
  idOf: (called: string) => string = (called) => called,
): Relation | undefined => {
  const { datum } = engagement
  if (datum.actor === state) return 'own'
  // Who promises together with the fact's own actor promises it as its own too.
  const parties = listOf(datum, 'parties').map(idOf)
  if (parties.includes(state) && parties.includes(datum.actor)) return 'own'
  if (parentOf(datum.actor) === state) return 'unit'
  if (datum.subject === state || listOf(datum, 'beneficiaries').map(idOf).includes(state)) return 'towards'
  const named = ['parties', 'counterparts', 'predecessor'].some((field) =>
    listOf(datum, field).includes(state),
  )
  return named ? 'named' : undefined
}

/** Who belongs to whom, and which actors are States. */
export type ActorsKnown = { parentOf: (actor: string) => string | null; isState: (id: string) => boolean }

/**
 * The State on whose page an engagement stands: its actor's parent, whom it is made towards, or its actor. What a fact
 * is about may be anything, a meeting or a resolution; undefined where none of the three is a State.
 */
export const stateOf = (
  fact: { actor: string; subject: string | null },
  { parentOf, isState }: ActorsKnown,
): string | undefined =>
  [parentOf(fact.actor), fact.subject, fact.actor].find((id) => id !== null && isState(id)) ?? undefined

/** The place of a fact on the page of its State, as the part of an address behind "#". */
export const placeOf = (id: string): string => `fact-${id.trim().replaceAll(/\s+/g, '-')}`

/** What sources say holds without saying until when; such a word is only as good as the day it was written. */
export const standing: ReadonlySet<string> = new Set([
  'current',
  'ongoing',
  'active',
  'in force',
  'recurring',
  'in effect',
])

/** Whether the source states it as holding at the time it was written. */
export const isStatedAsCurrent = (engagement: Engagement): boolean =>
  engagement.status !== null && standing.has(engagement.status)

/** Whole years from the last day a date (EDTF) may mean to `today`; undefined where it is no date or lies ahead. */
export const yearsSince = (date: string | null, today: string): number | undefined => {
  const until = date === null ? undefined : readDate(date)?.until
  if (until == null || until > today) return undefined
  const years = Number(today.slice(0, 4)) - Number(until.slice(0, 4))
  return today.slice(5) < until.slice(5) ? years - 1 : years
}
