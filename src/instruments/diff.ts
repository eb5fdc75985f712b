// What became of each promise from one text of a plan to another: added, removed, renumbered, reworded.
import { type Item, matchTexts, type Pair } from './match.ts'

/** What two plans are compared by: imported, stored and shipped plans all have it. */
export type PlanContent = {
  id: string
  title: string
  actions: { id: string; text: string; indicators: { id: string; text: string }[] }[]
  /** Indicators of the plan as a whole. */
  indicators: { id: string; text: string }[]
}

export type Entry = { id: string; text: string }

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
 */
export const diffPlans = (before: PlanContent, after: PlanContent): PlanDiff => {
  const actionItems = (plan: PlanContent): Item[] =>
    plan.actions.map(({ id, text }) => ({ id, text, parent: null }))
  const oldActions = actionItems(before)
  const newActions = actionItems(after)
  const actionPairs = matchTexts(oldActions, newActions, (a, b) => (a.id === b.id ? sameId : 0))
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
  const pairs = matchTexts(oldIndicators, newIndicators, (a, b) => (stays(a, b) ? sameParent : 0))
  // 7.2 that became 8.2 because Action 7 became 8 moved with its action.
  const moves = (a: Item, b: Item) =>
    stays(a, b) && a.parent !== null && a.id.slice(a.parent.length) === b.id.slice(b.parent!.length)

  return {
    from: { id: before.id, title: before.title },
    to: { id: after.id, title: after.title },
    actions: changesOf(oldActions, newActions, actionPairs),
    indicators: changesOf(oldIndicators, newIndicators, pairs, moves),
  }
}

const changesOf = (
  before: Item[],
  after: Item[],
  pairs: Pair[],
  moves?: (a: Item, b: Item) => boolean,
): Changes => {
  const kept = new Set(pairs.map((pair) => pair.from))
  const come = new Set(pairs.map((pair) => pair.to))
  const entry = ({ id, text }: Item): Entry => ({ id, text })
  const changes: Changes = {
    added: after.filter((_, i) => !come.has(i)).map(entry),
    removed: before.filter((_, i) => !kept.has(i)).map(entry),
    renumbered: [],
    reworded: [],
    unchanged: 0,
  }
  for (const { from, to, score, onlyBefore, onlyAfter } of pairs) {
    const a = before[from]!
    const b = after[to]!
    const change: Change = {
      from: a.id,
      to: b.id,
      before: a.text,
      after: b.text,
      score: Math.round(score * 1000) / 1000,
      onlyBefore,
      onlyAfter,
      ...(moves === undefined ? {} : { withItsAction: a.id !== b.id && moves(a, b) }),
    }
    if (a.id !== b.id) changes.renumbered.push(change)
    if (a.text !== b.text) changes.reworded.push(change)
    if (a.id === b.id && a.text === b.text) changes.unchanged++
  }
  return changes
}
