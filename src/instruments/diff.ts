// What became of each promise from one text of a plan to another: added, removed, renumbered, reworded.
import type { CrosswalkPair, PromiseKind } from './crosswalk-pair.ts'
import { type Item, matchTexts, type Pair } from './match.ts'

/** What two plans are compared by: imported, stored and shipped plans all have it. */
export type PlanContent = {
  id: string
  title: string
  actions: { id: string; text: string; indicators: { id: string; text: string }[] }[]
  /** Indicators of the plan as a whole. */
  indicators: { id: string; text: string }[]
}

/** `counterparts`: what a confirmed crosswalk names on the other side, where the promise was split or merged. */
export type Entry = { id: string; text: string; counterparts?: string[] }

/** One promise in both plans. `score` is the likeness of the words, from 0.5 to 1; 1 means the same text. */
export type Change = {
  from: string
  to: string
  before: string
  after: string
  score: number
  /** Words that only one of the two texts has: why the score is below 1. */
  onlyBefore: string[]
  onlyAfter: string[]
  /** Of an indicator: renumbered only because its action was. */
  withItsAction?: boolean
  /** A person confirmed the pair. */
  confirmed?: { by: string; on: string }
}

/** A promise that is renumbered and reworded stands in both lists. */
export type Changes = {
  added: Entry[]
  removed: Entry[]
  renumbered: Change[]
  reworded: Change[]
  unchanged: number
}

export type PlanDiff = {
  from: { id: string; title: string }
  to: { id: string; title: string }
  actions: Changes
  indicators: Changes
}

const sameId = 0.05
const sameParent = 0.1

/**
 * The changes from `before` to `after`. Texts are paired by equality, then by the greatest total likeness of words
 * (match.ts); an equal number, or for indicators the pairing of their actions, decides between equally like texts.
 * Pairs that a person confirmed are taken first.
 */
export const diffPlans = (
  before: PlanContent,
  after: PlanContent,
  confirmed: CrosswalkPair[] = [],
): PlanDiff => {
  const actionItems = (plan: PlanContent): Item[] =>
    plan.actions.map(({ id, text }) => ({ id, text, parent: null }))
  const oldActions = actionItems(before)
  const newActions = actionItems(after)
  const actionPairs = matchTexts(
    oldActions,
    newActions,
    (a, b) => (a.id === b.id ? sameId : 0),
    decidedPlaces(confirmed, 'action', oldActions, newActions),
  )
  const became = new Map(actionPairs.map(({ from, to }) => [oldActions[from]!.id, newActions[to]!.id]))

  const indicatorItems = (plan: PlanContent): Item[] => [
    ...plan.actions.flatMap((action) =>
      action.indicators.map(({ id, text }) => ({ id, text, parent: action.id })),
    ),
    ...plan.indicators.map(({ id, text }) => ({ id, text, parent: null })),
  ]
  const oldIndicators = indicatorItems(before)
  const newIndicators = indicatorItems(after)
  const stays = (a: Item, b: Item) =>
    a.parent === null ? b.parent === null : became.get(a.parent) === b.parent
  const pairs = matchTexts(
    oldIndicators,
    newIndicators,
    (a, b) => (stays(a, b) ? sameParent : 0),
    decidedPlaces(confirmed, 'indicator', oldIndicators, newIndicators),
  )
  // 7.2 that became 8.2 because Action 7 became 8 moved with its action.
  const moves = (a: Item, b: Item) =>
    stays(a, b) && a.parent !== null && a.id.slice(a.parent.length) === b.id.slice(b.parent!.length)

  return {
    from: { id: before.id, title: before.title },
    to: { id: after.id, title: after.title },
    actions: changesOf(oldActions, newActions, actionPairs, ofKind(confirmed, 'action')),
    indicators: changesOf(oldIndicators, newIndicators, pairs, ofKind(confirmed, 'indicator'), moves),
  }
}

const ofKind = (confirmed: CrosswalkPair[], kind: PromiseKind) =>
  confirmed.filter((pair) => pair.kind === kind)

// One text that became one: parts of a split, and what was merged, have no single partner.
const decidedPlaces = (
  confirmed: CrosswalkPair[],
  kind: PromiseKind,
  before: Item[],
  after: Item[],
): [number, number][] =>
  ofKind(confirmed, kind)
    .filter((pair) => pair.relation === 'same' || pair.relation === 'reworded')
    .map((pair): [number, number] => [
      before.findIndex((item) => item.id === pair.from),
      after.findIndex((item) => item.id === pair.to),
    ])
    .filter(([from, to]) => from >= 0 && to >= 0)

const changesOf = (
  before: Item[],
  after: Item[],
  pairs: Pair[],
  confirmed: CrosswalkPair[],
  moves?: (a: Item, b: Item) => boolean,
): Changes => {
  const kept = new Set(pairs.map((pair) => pair.from))
  const come = new Set(pairs.map((pair) => pair.to))
  const entry =
    (side: 'from' | 'to') =>
    (item: Item): Entry => {
      const other = side === 'from' ? 'to' : 'from'
      const counterparts = confirmed
        .filter((pair) => pair[side] === item.id && pair[other] !== '')
        .map((pair) => pair[other])
      return { id: item.id, text: item.text, ...(counterparts.length === 0 ? {} : { counterparts }) }
    }
  const changes: Changes = {
    added: after.filter((_, i) => !come.has(i)).map(entry('to')),
    removed: before.filter((_, i) => !kept.has(i)).map(entry('from')),
    renumbered: [],
    reworded: [],
    unchanged: 0,
  }
  for (const { from, to, score, onlyBefore, onlyAfter } of pairs) {
    const a = before[from]!
    const b = after[to]!
    const decision = confirmed.find((pair) => pair.from === a.id && pair.to === b.id)
    const change: Change = {
      from: a.id,
      to: b.id,
      before: a.text,
      after: b.text,
      score: Math.round(score * 1000) / 1000,
      onlyBefore,
      onlyAfter,
      ...(moves === undefined ? {} : { withItsAction: a.id !== b.id && moves(a, b) }),
      ...(decision === undefined ? {} : { confirmed: { by: decision.by, on: decision.on } }),
    }
    if (a.id !== b.id) changes.renumbered.push(change)
    if (a.text !== b.text) changes.reworded.push(change)
    if (a.id === b.id && a.text === b.text) changes.unchanged++
  }
  return changes
}
