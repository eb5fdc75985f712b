// What the pages of crosswalks read: which promise of one plan is which of another, as persons confirmed it.
import type { PromiseKind, Relation } from '../../instruments/crosswalk-pair.ts'

/** A plan of a crosswalk. `hasPage`: it has pages here; a draft that was only imported has none. */
export type CrosswalkPlan = { id: string; title: string; language: string | null; hasPage: boolean }

/** One side is null where a promise has no counterpart. `likeness` of the words is from 0 to 1. */
export type CrosswalkRow = {
  kind: PromiseKind
  from: string | null
  to: string | null
  fromText: string | null
  toText: string | null
  relation: Relation
  likeness: number | null
  by: string
  on: string
  note: string | null
}

export type CrosswalkShown = {
  from: CrosswalkPlan
  to: CrosswalkPlan
  rows: CrosswalkRow[]
  /** Promises nobody has decided about. */
  undecided: { kind: PromiseKind; from: number; to: number }[]
}

export type CrosswalkData = {
  /** The crosswalks a plan is in, on either side, with their confirmed pairs. */
  listCrosswalksOf: (plan: string) => Promise<CrosswalkShown[]>
}
