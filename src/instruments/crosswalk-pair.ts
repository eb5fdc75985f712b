// A pair of promises of two plans, and how they relate.

export const relations = ['same', 'reworded', 'split', 'merged', 'no counterpart'] as const
export type Relation = (typeof relations)[number]
export type PromiseKind = 'action' | 'indicator'

/** A pair as a person decided it. */
export type CrosswalkPair = {
  kind: PromiseKind
  from: string
  to: string
  relation: Relation
  likeness: number | null
  by: string
  on: string
  note: string
}
