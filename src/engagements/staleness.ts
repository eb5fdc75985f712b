// When a figure that says "as of" a date is to be looked at again: by rules anybody can see and change, in
// reference/staleness.yaml and in the settings of a world. Nothing is taken away: a stale figure is marked, with its date.
import { z } from 'zod'
import type { Datum } from '../facts/datum.ts'
import { readDate } from '../facts/edtf.ts'
import type { KindSpec, Kinds } from '../facts/kind.ts'
import { boundsOf, compareDates } from '../facts/precision.ts'
import { referencePath } from '../parties/reference.ts'
import { addDuration, isDuration } from '../rules/dates.ts'
import { readYaml } from '../rules/read-yaml.ts'
import { standing, yearsSince } from './engagement.ts'

/** What a rule is about: "default", "topic:contributions" or "kind:retained-mines". */
export type StalenessScope = string

/** `after`: ISO 8601, in years, months and days. `isHere`: set in this world, not shipped. */
export type StalenessRule = { scope: StalenessScope; after: string; why: string; isHere: boolean }

export type StalenessRules = ReadonlyMap<StalenessScope, StalenessRule>

/** A length of time a rule may have: more than none, and no longer than a century. */
export const isAfter = (text: string): boolean =>
  isDuration(text) &&
  addDuration('2000-01-01', text, 1) > '2000-01-01' &&
  addDuration('2000-01-01', text, 1) <= '2100-01-01'

const ruleForm = z.strictObject({
  after: z.string().refine(isAfter, 'expected a length of time such as P3Y or P18M'),
  why: z.string().min(1),
})
const fileForm = z.strictObject({
  default: ruleForm,
  topics: z.record(z.string(), ruleForm),
  kinds: z.record(z.string(), ruleForm),
})

let shipped: readonly StalenessRule[] | undefined

/** The rules that ship. Throws Problem `input-rejected` for a file of another form. */
export const shippedStaleness = (): readonly StalenessRule[] => {
  if (shipped === undefined) {
    const file = readYaml(referencePath('staleness.yaml'), fileForm)
    const rules = (prefix: string, group: Record<string, { after: string; why: string }>): StalenessRule[] =>
      Object.entries(group).map(([name, rule]) => ({ scope: `${prefix}:${name}`, ...rule, isHere: false }))
    shipped = [
      { scope: 'default', ...file.default, isHere: false },
      ...rules('topic', file.topics),
      ...rules('kind', file.kinds),
    ]
  }
  return shipped
}

/** The rule a kind of datum stands under: its own, that of its topic, or the default. */
export const ruleFor = (rules: StalenessRules, kind: string, kinds: Kinds): StalenessRule =>
  rules.get(`kind:${kind}`) ?? rules.get(`topic:${kinds[kind]?.topic}`) ?? rules.get('default')!

/**
 * How old a figure is on a day. `stale`: surely older than its rule allows. `unsaid`: its date is too vague to tell.
 * `years`: whole years since the last day its date may mean; null where that lies ahead or is open.
 */
export type Staleness = {
  /** As precise as the source says it (EDTF). */
  asOf: string
  state: 'fresh' | 'stale' | 'unsaid'
  years: number | null
  rule: StalenessRule
}

/** As much of a fact as tells what it is about, by whom and as of when. */
export type Dated = Pick<Datum, 'actor' | 'kind' | 'subject' | 'externalId' | 'heldEdtf' | 'source' | 'body'>

const textOf = (datum: Dated, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' ? value : null
}

const isFigure = (kind: KindSpec, { body }: Dated): boolean =>
  Object.entries(kind.fields).some(([name, { unit }]) => unit !== undefined && typeof body[name] === 'number')

/**
 * The date as of which a fact says something that may have changed since; undefined for events, for what has an end,
 * and for what no source dates. A figure has its own date or that of the year it is about; what a source calls current
 * has the date of the source.
 */
export const asOfDate = (datum: Dated, kinds: Kinds): string | undefined => {
  const kind = kinds[datum.kind]
  if (kind === undefined || kind.topic === 'votes' || kind.topic === 'statements') return undefined
  const own = textOf(datum, 'asOf')
  if (own !== null) return own
  const status = textOf(datum, 'status')
  if (kind.topic !== undefined)
    return status !== null && standing.has(status)
      ? (datum.source?.published ?? textOf(datum, 'statedAsOf') ?? undefined)
      : undefined
  if (kind.time !== 'state' || !isFigure(kind, datum)) return undefined
  const { heldEdtf } = datum
  return heldEdtf === null || heldEdtf.includes('/') ? undefined : heldEdtf
}

/** The day on which something of a date may first, and must at last, be looked at again. */
const lookAgain = (asOf: string, after: string): { from: string; until: string } | undefined => {
  const bounds = boundsOf(asOf)
  if (bounds?.from == null || bounds.until === null) return undefined
  return { from: addDuration(bounds.from, after, 1), until: addDuration(bounds.until, after, 1) }
}

/** The rules and the day by which ages are told. */
export type Aging = { rules: StalenessRules; kinds: Kinds; today: string }

/** Tells how old what facts say is on `today`; undefined of one that does not grow old (`asOfDate`). */
export const agingOn = ({ rules, kinds, today }: Aging): ((datum: Datum) => Staleness | undefined) => {
  // Thousands of figures are of the same few years.
  const known = new Map<string, Staleness | undefined>()
  const ageOf = (asOf: string, rule: StalenessRule): Staleness | undefined => {
    const again = lookAgain(asOf, rule.after)
    if (again === undefined) return undefined
    const state = again.until <= today ? 'stale' : again.from <= today ? 'unsaid' : 'fresh'
    return { asOf, state, years: yearsSince(asOf, today) ?? null, rule }
  }
  return (datum) => {
    const asOf = asOfDate(datum, kinds)
    if (asOf === undefined) return undefined
    const rule = ruleFor(rules, datum.kind, kinds)
    const key = `${rule.scope} ${asOf}`
    if (!known.has(key)) known.set(key, ageOf(asOf, rule))
    return known.get(key)
  }
}

/** How old what a fact says is on `today`; undefined where it does not grow old (`asOfDate`). */
export const stalenessOf = (datum: Datum, given: Aging): Staleness | undefined => agingOn(given)(datum)

/** What tells apart, beside the measure or the title, what sources say of one actor. */
const identity = ['counterparts', 'partOf', 'body', 'organ', 'session', 'unit', 'per']

/**
 * What a figure or statement is about, and who says so: a later one of the same by the same source takes its place. Of
 * several sources that disagree each has its own. A figure goes by what it measures, all else by its title; by its own id
 * where it has neither. Documents that name no publisher are taken as one source. Decision 0033.
 */
const matterOf = (datum: Dated, kinds: Kinds): string => {
  const { actor, kind, subject, source, body, externalId } = datum
  return JSON.stringify([
    ...[actor, kind, subject, source?.publisher ?? null],
    ...(kinds[kind]?.topic === undefined
      ? [body.treaty, body.article, body.topic]
      : [body.measure ?? body.title ?? externalId, ...identity.map((field) => body[field] ?? null)]),
  ])
}

const isLater = (later: Dated, earlier: Dated, kinds: Kinds): boolean => {
  const [before, after] = [asOfDate(earlier, kinds), asOfDate(later, kinds)]
  return before !== undefined && after !== undefined && compareDates(before, after) === 'before'
}

/** Whether one takes the place of another: the same matter by the same source, surely said as of later. */
export const takesPlaceOf = (later: Dated, earlier: Dated, kinds: Kinds): boolean =>
  matterOf(later, kinds) === matterOf(earlier, kinds) && isLater(later, earlier, kinds)

/**
 * Those of the figures that no later one of the same matter and source has taken the place of. One has where the last day that
 * one may mean lies before the first of another (`takesPlaceOf`), so that the latest first day tells of all.
 */
export const lastOfEach = (datums: readonly Datum[], kinds: Kinds): Datum[] =>
  [...Map.groupBy(datums, (datum) => matterOf(datum, kinds)).values()].flatMap((same) => {
    if (same.length === 1) return same
    const days = same.map((datum) => {
      const asOf = asOfDate(datum, kinds)
      return asOf === undefined ? undefined : boundsOf(asOf)
    })
    const latest = days.reduce((last, bounds) => {
      const from = bounds?.from ?? ''
      return from > last ? from : last
    }, '')
    return same.filter((_, i) => {
      const until = days[i]?.until ?? null
      return until === null || until > latest
    })
  })

/** By when it was said, the oldest first. */
export const oldestFirst = (a: { asOf: string }, b: { asOf: string }): number => {
  const [one, other] = [readDate(a.asOf)?.from ?? '', readDate(b.asOf)?.from ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
