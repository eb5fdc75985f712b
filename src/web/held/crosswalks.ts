// What the pages of crosswalks read, from what is held.
import type { Db } from '../../db/store.ts'
import { heldPlans } from '../../indicators/plans.ts'
import { promisesByKind } from '../../instruments/crosswalk.ts'
import { listCrosswalk, listCrosswalks } from '../../instruments/crosswalk-store.ts'
import type { PlanContent } from '../../instruments/diff.ts'
import { findShippedInstrument } from '../../instruments/read.ts'
import { contentOfShipped, contentOfStored, findInstrument } from '../../instruments/store.ts'
import type { CrosswalkData, CrosswalkPlan, CrosswalkShown } from '../data/crosswalks.ts'

type Side = { plan: CrosswalkPlan; content: PlanContent }

const sideOf = async (db: Db, id: string): Promise<Side | undefined> => {
  const shipped = findShippedInstrument(id)
  if (shipped !== undefined) {
    const hasPage = heldPlans().some(({ instrument }) => instrument.id === id)
    return {
      plan: { id, title: shipped.title, language: shipped.source.language, hasPage },
      content: contentOfShipped(shipped),
    }
  }
  const stored = await findInstrument(db, id)
  return stored === undefined
    ? undefined
    : { plan: { id, title: stored.title, language: null, hasPage: false }, content: contentOfStored(stored) }
}

const crosswalkShown = async (db: Db, from: Side, to: Side): Promise<CrosswalkShown> => {
  const pairs = await listCrosswalk(db, from.plan.id, to.plan.id)
  const [old, now] = [promisesByKind(from.content), promisesByKind(to.content)]
  const kinds = ['action', 'indicator'] as const
  const places = (texts: { id: string; text: string }[]) =>
    new Map(texts.map((one, i) => [one.id, { ...one, i }]))
  const rows = kinds.flatMap((kind) => {
    const [earlier, later] = [places(old[kind]), places(now[kind])]
    const at = (pair: { from: string; to: string }) =>
      pair.from === '' ? earlier.size + (later.get(pair.to)?.i ?? 0) : (earlier.get(pair.from)?.i ?? 0)
    return pairs
      .filter((pair) => pair.kind === kind)
      .sort((a, b) => at(a) - at(b) || (later.get(a.to)?.i ?? 0) - (later.get(b.to)?.i ?? 0))
      .map((pair) => ({
        ...{ kind, relation: pair.relation, likeness: pair.likeness, by: pair.by, on: pair.on },
        from: pair.from || null,
        to: pair.to || null,
        fromText: earlier.get(pair.from)?.text ?? null,
        toText: later.get(pair.to)?.text ?? null,
        note: pair.note || null,
      }))
  })
  const missing = (texts: { id: string }[], kind: string, side: 'from' | 'to') =>
    texts.filter(({ id }) => !rows.some((row) => row.kind === kind && row[side] === id)).length
  return {
    from: from.plan,
    to: to.plan,
    rows,
    undecided: kinds.map((kind) => ({
      kind,
      from: missing(old[kind], kind, 'from'),
      to: missing(now[kind], kind, 'to'),
    })),
  }
}

/** Confirmed crosswalks of one world. */
export const crosswalksHeld = (db: Db): CrosswalkData => ({
  listCrosswalksOf: async (plan) => {
    const shown: CrosswalkShown[] = []
    for (const { fromPlan, toPlan } of await listCrosswalks(db, plan)) {
      const [from, to] = [await sideOf(db, fromPlan), await sideOf(db, toPlan)]
      if (from === undefined || to === undefined) continue
      const one = await crosswalkShown(db, from, to)
      // Where every confirmation was taken back, nothing is left to show.
      if (one.rows.length > 0) shown.push(one)
    }
    return shown
  },
})
