// Rows that name other rows: the same row twice, one id for two facts, superseding what is not there or in a circle.
import type { Issue } from '../problem.ts'
import { type DatumDraft, draftHash } from './datum.ts'

/** A datum already stored, as far as a new row can name or repeat it. */
export type HeldDatum = {
  datumId: string
  actor: string
  kind: string
  externalId: string
  heldFrom: string | null
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
  /** The rows the issues are about. */
  refused: Set<DatumDraft>
}

/** One id names one datum of an actor and kind. */
export const datumKey = (datum: { actor: string; kind: string; externalId: string }): string =>
  JSON.stringify([datum.actor, datum.kind, datum.externalId])

const targetOf = (draft: DatumDraft): string | null => draft.supersedes ?? draft.retracts

/** The key of the datum that a row supersedes or retracts; undefined where it does neither. */
export const targetKey = (draft: DatumDraft): string | undefined => {
  const externalId = targetOf(draft)
  return externalId === null ? undefined : datumKey({ actor: draft.actor, kind: draft.kind, externalId })
}

/** Circles of rows that supersede each other, each once. */
const findCycles = (byKey: ReadonlyMap<string, DatumDraft>): DatumDraft[][] => {
  const circles: DatumDraft[][] = []
  const settled = new Set<string>()
  for (const start of byKey.keys()) {
    const path = new Set<string>()
    let key: string | undefined = start
    while (key !== undefined && !settled.has(key) && !path.has(key)) {
      path.add(key)
      const draft = byKey.get(key)
      key = draft && targetKey(draft)
    }
    if (key !== undefined && path.has(key)) {
      const keys = [...path]
      circles.push(keys.slice(keys.indexOf(key)).map((one) => byKey.get(one)!))
    }
    for (const one of path) settled.add(one)
  }
  return circles
}

const circleIssue = (circle: readonly DatumDraft[]): Issue => {
  const found = [...circle, circle[0]!].map((draft) => draft.externalId).join(' → ')
  return { ...circle[0]!.place, message: 'Rows supersede each other in a circle', found }
}

/** `replacedBy`: the id of another row that supersedes or retracts it already. */
type Target = { knownFrom: string; retracts: boolean; replacedBy: string | undefined }

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
  const other = target.replacedBy
  if (other !== undefined) {
    const message = `The row ${verb} "${found}", which "${other}" has superseded or retracted already`
    issues.push({ ...place, message, found, expected: other })
  }
  return issues
}

/** Rows in which something else is wrong, and those of them that no datum held can be compared with. */
export type Faulty = { rows: ReadonlySet<DatumDraft>; withoutActor: ReadonlySet<DatumDraft> }

const noFaults: Faulty = { rows: new Set(), withoutActor: new Set() }

/**
 * Compares the drafts of one file with each other and with what is stored. Facts are superseded, never overwritten:
 * a row that says something else under an id already used is refused. Of rows that are wrong themselves only the id is
 * compared where nobody's datum can be meant.
 */
export const checkSuccession = (
  drafts: readonly DatumDraft[],
  held: readonly HeldDatum[],
  faulty: Faulty = noFaults,
): Successions => {
  const issues: Issue[] = []
  const refused = new Set<DatumDraft>()
  const refuse = (draft: DatumDraft, found: readonly Issue[]) => {
    if (found.length > 0) refused.add(draft)
    for (const issue of found) issues.push(issue)
  }
  const duplicates: DatumDraft[] = []
  const heldByKey = new Map(held.map((datum) => [datumKey(datum), datum]))
  const byId = new Map<string, DatumDraft>()
  const byKey = new Map<string, DatumDraft>()
  const fresh: DatumDraft[] = []
  let alreadyHeld = 0
  for (const draft of drafts) {
    const first = byId.get(draft.externalId)
    if (first !== undefined) {
      const isSame = draftHash(first) === draftHash(draft)
      if (isSame && !faulty.rows.has(draft)) duplicates.push(draft)
      else {
        const where = first.place.line === undefined ? (first.place.path ?? '') : `line ${first.place.line}`
        const message = isSame ? `The id is used in ${where}` : `The id is used for another fact in ${where}`
        refuse(draft, [{ ...draft.place, message, found: draft.externalId, expected: 'a new id' }])
      }
      continue
    }
    byId.set(draft.externalId, draft)
    if (faulty.withoutActor.has(draft)) continue
    byKey.set(datumKey(draft), draft)
    const stored = heldByKey.get(datumKey(draft))
    if (stored === undefined) fresh.push(draft)
    else if (stored.hash === draftHash(draft)) alreadyHeld += 1
    else {
      const message = 'Another fact is stored under this id; facts are superseded, not overwritten'
      const expected = `a new id, with "${draft.externalId}" in the column supersedes`
      refuse(draft, [{ ...draft.place, message, found: draft.externalId, expected }])
    }
  }
  // Of several rows of one file that supersede the same one, the first stands and the others are named.
  const firstReplacing = new Map<string, string>()
  for (const draft of byKey.values()) {
    const key = targetKey(draft)
    if (key !== undefined && !firstReplacing.has(key)) firstReplacing.set(key, draft.externalId)
  }
  for (const draft of fresh) {
    const key = targetKey(draft)
    if (key === undefined) continue
    const stored = heldByKey.get(key)
    const first = stored?.replacedBy[0] ?? firstReplacing.get(key)
    const replacedBy = first === draft.externalId ? undefined : first
    const target = byKey.get(key) ?? stored
    const sameId = byId.get(targetOf(draft)!)
    const otherwise =
      target === undefined && sameId !== undefined ? 'a row of the same actor and kind' : undefined
    refuse(
      draft,
      checkTarget(
        draft,
        target && { knownFrom: target.knownFrom, retracts: Boolean(target.retracts), replacedBy },
        otherwise,
      ),
    )
  }
  for (const circle of findCycles(byKey)) {
    refuse(circle[0]!, [circleIssue(circle)])
    for (const draft of circle) refused.add(draft)
  }
  return { fresh, alreadyHeld, duplicates, issues, refused }
}
