// Rows that name other rows: the same row twice, one id for two facts, superseding what is not there or in a circle.
import type { Issue } from '../problem.ts'
import { type DatumDraft, draftHash } from './datum.ts'

/** A datum already stored, as far as a new row can name or repeat it. */
export type HeldDatum = {
  datumId: string
  actor: string
  kind: string
  externalId: string
  knownFrom: string
  retracts: boolean
  /** draftHash of what its file said. */
  hash: string
  /** The ids (of their files) of the datums that supersede or retract it. */
  replacedBy: string[]
}

export type Successions = {
  /** Drafts to store, each once. */
  fresh: DatumDraft[]
  /** Rows that are word for word in the store already. */
  alreadyHeld: number
  /** Rows that repeat another row of the file word for word. */
  duplicates: DatumDraft[]
  issues: Issue[]
}

/** One id names one datum of an actor and kind. */
export const datumKey = (datum: { actor: string; kind: string; externalId: string }): string =>
  JSON.stringify([datum.actor, datum.kind, datum.externalId])

const targetOf = (draft: DatumDraft): string | null => draft.supersedes ?? draft.retracts

const targetKey = (draft: DatumDraft): string =>
  datumKey({ actor: draft.actor, kind: draft.kind, externalId: targetOf(draft)! })

/** Circles of rows that supersede each other, each reported once, at its first row. */
const findCycles = (byKey: ReadonlyMap<string, DatumDraft>): Issue[] => {
  const issues: Issue[] = []
  const settled = new Set<string>()
  for (const start of byKey.keys()) {
    const path: string[] = []
    let key: string | undefined = start
    while (key !== undefined && !settled.has(key) && !path.includes(key)) {
      path.push(key)
      const draft = byKey.get(key)
      key = draft !== undefined && targetOf(draft) !== null ? targetKey(draft) : undefined
    }
    if (key !== undefined && path.includes(key)) {
      const circle = path.slice(path.indexOf(key)).map((one) => byKey.get(one)!)
      const found = [...circle, circle[0]!].map((draft) => draft.externalId).join(' → ')
      issues.push({ ...circle[0]!.place, message: 'Rows supersede each other in a circle', found })
    }
    for (const one of path) settled.add(one)
  }
  return issues
}

type Target = { knownFrom: string; retracts: boolean; replacedBy: string[] }

const checkTarget = (
  draft: DatumDraft,
  target: Target | undefined,
  otherwise: string | undefined,
): Issue[] => {
  const verb = draft.supersedes === null ? 'retracts' : 'supersedes'
  const place = draft.place
  const found = targetOf(draft)!
  if (target === undefined) {
    const expected = otherwise ?? 'the id of a row of the same actor and kind, in this file or stored'
    return [{ ...place, message: `The row ${verb} a row that is not there`, found, expected }]
  }
  if (target.retracts) {
    return [{ ...place, message: `The row ${verb} a retraction; enter the fact again under a new id`, found }]
  }
  const issues: Issue[] = []
  if (draft.knownFrom < target.knownFrom) {
    const expected = `known from ${target.knownFrom} or later`
    issues.push({
      ...place,
      message: `The row was known before the one it ${verb}`,
      found: draft.knownFrom,
      expected,
    })
  }
  const others = target.replacedBy.filter((id) => id !== draft.externalId)
  if (others.length > 0) {
    const message = `The row ${verb} "${found}", which "${others[0]}" has superseded or retracted already`
    issues.push({ ...place, message, found, expected: others[0] })
  }
  return issues
}

/**
 * Compares the drafts of one file with each other and with what is stored. Facts are superseded, never overwritten:
 * a row that says something else under an id already used is refused.
 */
export const checkSuccession = (drafts: readonly DatumDraft[], held: readonly HeldDatum[]): Successions => {
  const issues: Issue[] = []
  const duplicates: DatumDraft[] = []
  const heldByKey = new Map(held.map((datum) => [datumKey(datum), datum]))
  const byId = new Map<string, DatumDraft>()
  const byKey = new Map<string, DatumDraft>()
  const fresh: DatumDraft[] = []
  let alreadyHeld = 0
  for (const draft of drafts) {
    const first = byId.get(draft.externalId)
    if (first !== undefined) {
      if (draftHash(first) === draftHash(draft)) duplicates.push(draft)
      else {
        const where = first.place.line === undefined ? (first.place.path ?? '') : `line ${first.place.line}`
        const message = `The id is used for another fact in ${where}`
        issues.push({ ...draft.place, message, found: draft.externalId, expected: 'a new id' })
      }
      continue
    }
    byId.set(draft.externalId, draft)
    byKey.set(datumKey(draft), draft)
    const stored = heldByKey.get(datumKey(draft))
    if (stored === undefined) fresh.push(draft)
    else if (stored.hash === draftHash(draft)) alreadyHeld += 1
    else {
      const message = 'Another fact is stored under this id; facts are superseded, not overwritten'
      const expected = `a new id, with "${draft.externalId}" in the column supersedes`
      issues.push({ ...draft.place, message, found: draft.externalId, expected })
    }
  }
  const replacedBy = new Map<string, string[]>()
  for (const draft of byKey.values()) {
    if (targetOf(draft) === null) continue
    const key = targetKey(draft)
    replacedBy.set(key, [...(replacedBy.get(key) ?? []), draft.externalId])
  }
  for (const draft of fresh) {
    if (targetOf(draft) === null) continue
    const key = targetKey(draft)
    const stored = heldByKey.get(key)
    const inFile = byKey.get(key)
    const replacing = [...new Set([...(stored?.replacedBy ?? []), ...(replacedBy.get(key) ?? [])])]
    // Of several rows of one file that supersede the same one, the first stands and the others are named.
    const earlier = stored?.replacedBy.length
      ? replacing
      : replacing.slice(0, Math.max(0, replacing.indexOf(draft.externalId)))
    const target = inFile ?? stored
    const sameId = byId.get(targetOf(draft)!)
    const otherwise =
      target === undefined && sameId !== undefined ? 'a row of the same actor and kind' : undefined
    issues.push(
      ...checkTarget(
        draft,
        target && { knownFrom: target.knownFrom, retracts: Boolean(target.retracts), replacedBy: earlier },
        otherwise,
      ),
    )
  }
  issues.push(...findCycles(byKey))
  return { fresh, alreadyHeld, duplicates, issues }
}
