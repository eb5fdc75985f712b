// The columns of a table of participants: which acts each can hold, and by which mark one tells them apart.
import type { StatusKind } from './status-event.ts'

export type ColumnAct = {
  kind: StatusKind
  /** The letters after a date that name this act; null where a date without letters does. */
  mark: string | null
  /** The page's own word, where the treaty calls the act by another name than its kind. */
  statedAs: string | null
}

export type Column = {
  heading: string
  role: 'participant' | 'acts' | 'effect' | 'unknown'
  acts: ColumnAct[]
}

// Formal confirmation is to an international organisation what ratification is to a State (UN Treaty Collection,
// glossary). Consent to be bound by notification, participation, the simplified procedure and definitive signature
// bind without ratification, which is what acceptance means (Vienna Convention on the Law of Treaties, Art. 14.2).
const acts: { words: RegExp; kind: StatusKind; renamed: boolean }[] = [
  { words: /^succession to signature/i, kind: 'signature', renamed: true },
  { words: /^definitive signature/i, kind: 'acceptance', renamed: true },
  { words: /^signature/i, kind: 'signature', renamed: false },
  { words: /^formal confirmation/i, kind: 'ratification', renamed: true },
  { words: /^ratification/i, kind: 'ratification', renamed: false },
  { words: /^acceptance/i, kind: 'acceptance', renamed: false },
  { words: /^approval/i, kind: 'approval', renamed: false },
  { words: /^accession/i, kind: 'accession', renamed: false },
  { words: /^succession/i, kind: 'succession', renamed: false },
  { words: /^consent to be bound/i, kind: 'acceptance', renamed: true },
  { words: /^(participation|simplified procedure)/i, kind: 'acceptance', renamed: true },
  { words: /^provisional application/i, kind: 'provisional-application', renamed: false },
  { words: /^(notification of )?(withdrawal|denunciation)/i, kind: 'withdrawal', renamed: false },
]

/** Marks that mean the same on every page of the collection, for a page whose heading leaves one out. */
const commonMarks: Record<string, ColumnAct> = {
  a: { kind: 'accession', mark: 'a', statedAs: null },
  A: { kind: 'acceptance', mark: 'A', statedAs: null },
  AA: { kind: 'approval', mark: 'AA', statedAs: null },
  d: { kind: 'succession', mark: 'd', statedAs: null },
  c: { kind: 'ratification', mark: 'c', statedAs: 'Formal confirmation' },
}

const readAct = (words: string): ColumnAct | undefined => {
  const mark = /\(\s*([A-Za-z]{1,3})\s*\)\s*$/.exec(words)
  const name = (mark === null ? words : words.slice(0, mark.index)).trim()
  const act = acts.find((candidate) => candidate.words.test(name))
  if (act === undefined) return undefined
  return { kind: act.kind, mark: mark?.[1] ?? null, statedAs: act.renamed ? name : null }
}

/** The column under `heading`, such as "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)". */
export const readColumn = (heading: string): Column => {
  if (/^(participant|state|party)/i.test(heading)) return { heading, role: 'participant', acts: [] }
  if (/^(date of )?(entry into force|effective date|date of effect|effect)/i.test(heading)) {
    return { heading, role: 'effect', acts: [] }
  }
  const parts = heading.split(/\s*[,;/]\s*(?![^()]*\))|\s+and\s+|\s+or\s+/).filter((part) => part !== '')
  const read = parts.map(readAct)
  if (read.length === 0 || read.some((act) => act === undefined))
    return { heading, role: 'unknown', acts: [] }
  return { heading, role: 'acts', acts: read as ColumnAct[] }
}

/** The act a date with `mark` stands for in the column, or undefined where that cannot be told. */
export const actOf = (column: Column, mark: string | null): ColumnAct | undefined => {
  const fitting = column.acts.filter((act) => act.mark === mark)
  if (fitting.length === 1) return fitting[0]
  if (fitting.length > 1) return undefined
  if (mark === null) return column.acts.length === 1 ? column.acts[0] : undefined
  const isSignature = column.acts.every((act) => act.kind === 'signature')
  return isSignature ? undefined : commonMarks[mark]
}
