// Whether a row of a table is new, held, or says something else than before: the same file again changes nothing, and a
// newer one is told row by row. What was corrected or taken back here is not overwritten by an older word.
import { contentHash, type DatumDraft } from '../facts/datum.ts'
import { datumKey, type HeldDatum } from '../facts/succession.ts'
import type { RowKey, Version } from './held-store.ts'
import { placeOf } from './locator.ts'

export type Settled =
  | { is: 'new'; draft: DatumDraft }
  | { is: 'held' }
  /** It says something else than the fact held: the fields that differ. */
  | { is: 'correction'; draft: DatumDraft; of: HeldDatum; fields: FieldChange[] }
  /** What is held stays, `of` (null: it was taken back here, or is not for everyone), and why; the fields in which the row is not like it. */
  | { is: 'kept'; draft: DatumDraft; of: HeldDatum | null; fields: FieldChange[]; why: string }

export type FieldChange = { field: string; was: unknown; now: unknown }

type Said = Pick<
  Version,
  'subject' | 'heldFrom' | 'heldUntil' | 'heldEdtf' | 'quotation' | 'language' | 'body'
>

/** What a row says of the world: where in which edition of the file it stands, and since when we know it, is no part of it. */
export const substance = ({
  subject,
  heldFrom,
  heldUntil,
  heldEdtf,
  quotation,
  language,
  body,
}: Said): string => contentHash({ subject, heldFrom, heldUntil, heldEdtf, quotation, language, body })

const differences = (was: Said, now: Said): FieldChange[] => {
  const flat = ({ body, ...rest }: Said): Record<string, unknown> => {
    const { subject, heldEdtf, heldFrom, heldUntil, quotation, language } = rest
    return { subject, date: heldEdtf ?? heldFrom, until: heldUntil, quotation, language, ...body }
  }
  const [before, after] = [flat(was), flat(now)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => contentHash(before[field] ?? null) !== contentHash(after[field] ?? null))
    .map((field) => ({ field, was: before[field] ?? null, now: after[field] ?? null }))
}

/** The facts held of one row: the first under its id, and every later one in its place. */
const lineOf = (first: Version, after: ReadonlyMap<string, readonly Version[]>): Version[] => {
  const line: Version[] = []
  const open = [first]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    line.push(one)
    open.push(...(after.get(one.datumId) ?? []))
  }
  return line
}

const heldOf = (one: Version): HeldDatum => ({
  datumId: one.datumId,
  actor: one.actor,
  kind: one.kind,
  externalId: one.externalId ?? one.datumId,
  heldFrom: one.heldFrom,
  knownFrom: one.knownFrom,
  retracts: one.retracts !== null,
  hash: '',
  replacedBy: [],
})

/** Why a row that is not like what stands is no news; undefined where it is. */
const reasonToKeep = (
  draft: DatumDraft,
  { current, line, isSameFile }: { current: Version; line: readonly Version[]; isSameFile: boolean },
): string | undefined => {
  if (draft.knownFrom < current.knownFrom) return `What is held is known since ${current.knownFrom}`
  const said = substance(draft)
  const isOldWord = line.some((one) => one.retracts === null && substance(one) === said)
  if (!isOldWord) return undefined
  // A word held before is news again only from an edition that came later: a publisher may return to a figure.
  if (draft.knownFrom === current.knownFrom) return 'An earlier word, no later than what is held'
  if (isSameFile) return 'An earlier word, from a file imported before'
  const { locator } = current
  if (locator === null || placeOf(locator) === locator) return 'An earlier word, corrected here since'
  return undefined
}

const settleOne = (draft: DatumDraft, line: readonly Version[], isSameFile: boolean): Settled => {
  if (line.length === 0) return { is: 'new', draft }
  const replaced = new Set(line.flatMap((one) => [one.supersedes, one.retracts]))
  const current = line.find((one) => one.retracts === null && !replaced.has(one.datumId))
  if (current === undefined) return { is: 'kept', draft, of: null, fields: [], why: 'Taken back here' }
  if (substance(current) === substance(draft)) return { is: 'held' }
  // A table is for everyone: what takes the place of a fact that is not would publish it, and what differs would tell it.
  if (current.tier !== 'public')
    return { is: 'kept', draft, of: null, fields: [], why: 'What is held is not for everyone' }
  const of = heldOf(current)
  const fields = differences(current, draft)
  const why = reasonToKeep(draft, { current, line, isSameFile })
  if (why !== undefined) return { is: 'kept', draft, of, fields, why }
  const taken = new Set(line.map(({ externalId }) => externalId))
  let number = 2
  while (taken.has(`${draft.externalId}~${number}`)) number += 1
  const corrected = { ...draft, externalId: `${draft.externalId}~${number}`, supersedes: of.externalId }
  return { is: 'correction', draft: corrected, of, fields }
}

export const keyOf = ({ actor, kind, externalId }: DatumDraft): RowKey => ({ actor, kind, externalId })

/**
 * What each draft is beside what is held; `versions` as `listVersions` gives them for the drafts' keys. `isSameFile`: the
 * file was imported before, and nobody says that it was received again later.
 */
export const settle = (
  drafts: readonly DatumDraft[],
  versions: readonly Version[],
  isSameFile = false,
): Settled[] => {
  const after = Map.groupBy(
    versions.filter((one) => (one.supersedes ?? one.retracts) !== null),
    (one) => (one.supersedes ?? one.retracts)!,
  )
  const byKey = new Map(
    versions.flatMap((one) =>
      one.externalId === null ? [] : [[datumKey({ ...one, externalId: one.externalId }), one] as const],
    ),
  )
  return drafts.map((draft) => {
    const first = byKey.get(datumKey(draft))
    return settleOne(draft, first === undefined ? [] : lineOf(first, after), isSameFile)
  })
}
