// Which promise of one plan corresponds to which of another, proposed from their wording for a person to confirm.
import type { PromiseKind, Relation } from './crosswalk-pair.ts'
import { diffPlans, type PlanContent } from './diff.ts'
import { likenessOf, wordDifference, wordsOf, wordWeights } from './match.ts'

/** A pair as proposed; one side is '' where there is no counterpart. `likeness` is of the words, from 0 to 1. */
export type ProposedPair = {
  kind: PromiseKind
  from: string
  to: string
  relation: Relation
  likeness: number | null
  onlyFrom: string[]
  onlyTo: string[]
}

type Text = { id: string; text: string }

/** The promises of a plan by kind, in its order. */
export const promisesByKind = (plan: PlanContent): Record<PromiseKind, Text[]> => ({
  action: plan.actions.map(({ id, text }) => ({ id, text })),
  indicator: [...plan.actions.flatMap((action) => action.indicators), ...plan.indicators].map(
    ({ id, text }) => ({
      id,
      text,
    }),
  ),
})

/** A text whose words, weighted by rarity, lie in another to this share is taken for a part of it. */
const leastPart = 0.65

/**
 * Proposes pairs from `before` to `after`: equal texts, texts in other words (match.ts), a text whose words are found in
 * parts in several others, several found in one, and what has no counterpart. Every promise of both plans is in a row.
 */
export const proposeCrosswalk = (before: PlanContent, after: PlanContent): ProposedPair[] => {
  const diff = diffPlans(before, after)
  const old = promisesByKind(before)
  const now = promisesByKind(after)
  return (['action', 'indicator'] as const).flatMap((kind) => {
    const changes = kind === 'action' ? diff.actions : diff.indicators
    const likeness = new Map(changes.reworded.map((one) => [one.from, one.score]))
    const moved = new Map([...changes.renumbered, ...changes.reworded].map((one) => [one.from, one.to]))
    const gone = new Set(changes.removed.map(({ id }) => id))
    const come = new Set(changes.added.map(({ id }) => id))
    const pairs: [string, string][] = old[kind]
      .filter(({ id }) => !gone.has(id))
      .map(({ id }) => [id, moved.get(id) ?? id])
    return relate(kind, old[kind], now[kind], pairs, gone, come, likeness)
  })
}

const relate = (
  kind: PromiseKind,
  old: Text[],
  now: Text[],
  pairs: [string, string][],
  gone: Set<string>,
  come: Set<string>,
  likeness: Map<string, number>,
): ProposedPair[] => {
  const weightOf = wordWeights([...old, ...now].map(({ text }) => text))
  const shareIn = partShare(weightOf)
  const textOf = {
    old: new Map(old.map((one) => [one.id, one.text])),
    now: new Map(now.map((one) => [one.id, one.text])),
  }
  // Of two texts with the same words, one may write them otherwise: only equal texts are the same.
  const isSame = (from: string, to: string) => textOf.old.get(from) === textOf.now.get(to)
  // A new text that lies in an old one is a part split off it; an old one that lies in a new one was merged into it.
  // From a text that went on word for word nothing was split, and nothing was merged into one.
  const whole = pairs.filter(([from, to]) => (likeness.get(from) ?? 1) === 1 || isSame(from, to))
  const without = (texts: Text[], ids: string[]) => texts.filter(({ id }) => !ids.includes(id))
  const [wholeFrom, wholeTo] = [whole.map(([from]) => from), whole.map(([, to]) => to)]
  const splits = new Map(
    [...come].map((id) => [id, likest(textOf.now.get(id)!, without(old, wholeFrom), shareIn)]),
  )
  const merges = new Map(
    [...gone].map((id) => [id, likest(textOf.old.get(id)!, without(now, wholeTo), shareIn)]),
  )
  const splitFrom = new Set([...splits.values()])
  const mergedInto = new Set([...merges.values()])
  const pair = (from: string, to: string, relation: Relation, score: number | null): ProposedPair => {
    const differ =
      from === '' || to === ''
        ? { onlyBefore: [], onlyAfter: [] }
        : wordDifference(textOf.old.get(from)!, textOf.now.get(to)!)
    return {
      kind,
      from,
      to,
      relation,
      likeness: score,
      onlyFrom: differ.onlyBefore,
      onlyTo: differ.onlyAfter,
    }
  }
  const rows: ProposedPair[] = pairs.map(([from, to]) => {
    const score = likeness.get(from) ?? 1
    const relation = isSame(from, to)
      ? 'same'
      : splitFrom.has(from)
        ? 'split'
        : mergedInto.has(to)
          ? 'merged'
          : 'reworded'
    return pair(from, to, relation, score)
  })
  const alike = (from: string, to: string) =>
    round(likenessOf(textOf.old.get(from)!, textOf.now.get(to)!, weightOf))
  const splitRows = (from: string) => rows.filter((row) => row.from === from && row.relation === 'split')
  for (const [to, from] of splits) if (from !== undefined) rows.push(pair(from, to, 'split', alike(from, to)))
  // A part of a split is no merger too.
  for (const [from, to] of merges)
    if (
      to !== undefined &&
      splitRows(from).length === 0 &&
      !rows.some((row) => row.to === to && row.relation === 'split')
    )
      rows.push(pair(from, to, 'merged', alike(from, to)))
  const paired = { from: new Set(rows.map((row) => row.from)), to: new Set(rows.map((row) => row.to)) }
  for (const { id } of old) if (!paired.from.has(id)) rows.push(pair(id, '', 'no counterpart', null))
  for (const { id } of now) if (!paired.to.has(id)) rows.push(pair('', id, 'no counterpart', null))
  return inOrder(settleAlone(rows), old, now)
}

// One part alone is no split, and one of several no merger: a text in other words.
const settleAlone = (rows: ProposedPair[]): ProposedPair[] =>
  rows.map((row) => {
    const isAlone =
      (row.relation === 'split' && rows.filter((one) => one.from === row.from).length === 1) ||
      (row.relation === 'merged' && rows.filter((one) => one.to === row.to).length === 1)
    return isAlone ? { ...row, relation: 'reworded' } : row
  })

const inOrder = (rows: ProposedPair[], old: Text[], now: Text[]): ProposedPair[] => {
  const place = (texts: Text[]) => new Map(texts.map((one, i) => [one.id, i]))
  const [from, to] = [place(old), place(now)]
  const at = (row: ProposedPair) =>
    row.from === '' ? old.length + (to.get(row.to) ?? 0) : (from.get(row.from) ?? 0)
  return rows.toSorted((a, b) => at(a) - at(b) || (to.get(a.to) ?? 0) - (to.get(b.to) ?? 0))
}

const round = (share: number) => Math.round(share * 1000) / 1000

/** Share of the weight of `part`'s words that `whole` has. */
const partShare = (weightOf: (word: string) => number) => (part: string, whole: string) => {
  const held = new Set(wordsOf(whole))
  let all = 0
  let shared = 0
  for (const word of new Set(wordsOf(part))) {
    all += weightOf(word)
    if (held.has(word)) shared += weightOf(word)
  }
  return all === 0 ? 0 : shared / all
}

const likest = (
  text: string,
  others: Text[],
  shareIn: (part: string, whole: string) => number,
): string | undefined => {
  let best: { id: string; share: number } | undefined
  for (const other of others) {
    if (other.text.length < text.length) continue
    const share = shareIn(text, other.text)
    if (share >= leastPart && share > (best?.share ?? 0)) best = { id: other.id, share }
  }
  return best?.id
}
