// Whether two records of one kind say anything that tells them apart: days, body, place and title, as far as both say.

import { dayAfter } from '../facts/edtf.ts'
import { boundsOf } from '../facts/precision.ts'
import type { Fact, KindSpec } from './facts.ts'
import { formOf } from './one-form.ts'

/** Half-open, as far as it may reach. */
type Days = { from: string; until: string }

/** What of a record can tell it apart, each in one form; null where it does not say. */
type Look = {
  record: Fact
  /** Every span that it gives: when it held, and the days its fields name. Empty where it says no day. */
  spans: readonly Days[]
  body: { actor: string | null; own: string } | null
  place: string | null
  title: string | null
}

const textOf = (value: unknown): string | null => (value === undefined ? null : formOf(String(value)))

/** Of what happened and has no end given, its one day; a state goes on. */
const heldDays = ({ heldFrom, heldUntil }: Fact, isState: boolean): Days[] => {
  if (heldFrom === null) return []
  const until = heldUntil ?? (isState ? '9999-12-31' : (boundsOf(heldFrom)?.until ?? dayAfter(heldFrom)))
  return [{ from: heldFrom, until }]
}

const bodyOf = (value: unknown): Look['body'] => {
  if (value === undefined) return null
  const name = String(value)
  const cut = name.lastIndexOf('/')
  return { actor: cut === -1 ? null : name.slice(0, cut), own: name.slice(cut + 1) }
}

const lookOf = (record: Fact, kind: KindSpec): Look => {
  const { fields } = record
  const named = Object.entries(kind.fields).flatMap(([name, { occurs }]): Days[] => {
    const bounds = occurs === true && typeof fields[name] === 'string' ? boundsOf(fields[name]) : undefined
    return bounds === undefined
      ? []
      : [{ from: bounds.from ?? '0000-01-01', until: bounds.until ?? '9999-12-31' }]
  })
  return {
    record,
    spans: [...heldDays(record, kind.time === 'state'), ...named],
    body: bodyOf(fields.body),
    place: textOf(fields.place),
    title: textOf(fields.title),
  }
}

const meets = (a: Days, b: Days): boolean => a.from < b.until && b.from < a.until

/** One of both gives more days, or says them less exactly: only days that cannot be the same tell them apart. */
const mayBeSameDays = ({ spans: a }: Look, { spans: b }: Look): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.some((other) => meets(one, other)))

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/** A body named with its actor may be the one named without; those of two actors are two. */
const areOtherBodies = (a: NonNullable<Look['body']>, b: NonNullable<Look['body']>): boolean =>
  a.own !== b.own || differ(a.actor, b.actor)

const looksAlike = (a: Look, b: Look): boolean => {
  if (differ(a.place, b.place) || !mayBeSameDays(a, b)) return false
  if (a.body === null || b.body === null) return !differ(a.title, b.title)
  // One body meets once on a day, whatever each of its members calls it.
  return !areOtherBodies(a.body, b.body)
}

export type Alike = {
  isAlike: (a: Fact, b: Fact) => boolean
  /** The same for records that say the very same. */
  saying: (fact: Fact) => string
  /** Every pair of `among` that nothing tells apart, once. */
  pairs: (among: readonly Fact[]) => Iterable<readonly [Fact, Fact]>
}

/** How the records of one kind look beside each other. Each is looked at once, and beside those alone that share a day with it. */
export const alikeAmong = (facts: readonly Fact[], kind: KindSpec): Alike => {
  const looks = new Map(facts.map((fact) => [fact, lookOf(fact, kind)]))
  const firstDay = ({ spans }: Look): string => spans.map(({ from }) => from).sort()[0] ?? ''
  const lastDay = ({ spans }: Look): string =>
    spans
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '9999-12-31'
  const pairs = function* (among: readonly Fact[]) {
    const inOrder = among
      .map((fact) => looks.get(fact)!)
      .map((look) => ({ look, first: firstDay(look), last: lastDay(look) }))
      .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    for (const [i, { look, last }] of inOrder.entries())
      for (let j = i + 1; j < inOrder.length && inOrder[j]!.first < last; j++)
        if (looksAlike(look, inOrder[j]!.look)) yield [look.record, inOrder[j]!.look.record] as const
  }
  return {
    isAlike: (a, b) => looksAlike(looks.get(a)!, looks.get(b)!),
    saying: (fact) => JSON.stringify({ ...looks.get(fact), record: null }),
    pairs,
  }
}
