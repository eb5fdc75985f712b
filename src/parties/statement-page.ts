// What stands below the table of a status page, as statements: who made them, what they are, in which words, on which
// day or upon which act, and whom an objection is against; each only as far as the page says so.
import type { HtmlElement } from './html.ts'
import { nameKey, resolveActor } from './names.ts'
import { dayOfLine, draftsOf, type StatementDraft } from './statement-drafts.ts'
import { actorsIn, type StatedAct, type StatementKind } from './statement-heading.ts'
import { languageOfWords } from './statement-language.ts'
import { takenBackIn } from './statement-notes.ts'
import { readStatementParts, type StatementEntry, type StatementSection } from './statement-sections.ts'
import type { EndNote } from './status-notes.ts'
import type { StatusReference } from './status-row.ts'
import { otherTables, type Unplaced } from './status-table.ts'

/** What a statement is. `reservation-and-other`: one text that holds a reservation and something else. */
export type StatementIs = StatementKind | 'reservation-and-other'

export type PageStatement = {
  /** ISO 3166-1 alpha-3; null for whoever is no State of today. */
  actor: string | null
  /** As the page writes it, without footnote marks. */
  name: string
  what: StatementIs
  /** The title of the section on the page. */
  section: string | null
  /** What the section says of what is in it, such as "(Unless otherwise indicated, …)"; null where a day or an act is stated. */
  rule: string | null
  /** The page's heading above the words. */
  heading: string | null
  upon: StatedAct | null
  confirmedUpon: StatedAct | null
  /** `YYYY-MM-DD`, where the page gives a day. */
  madeOn: string | null
  /** The page's words for the day, where no calendar day can be read from them. */
  dateWords: string | null
  /** Ids of those an objection is against. */
  against: string[]
  /** Verbatim, one paragraph a line; null where the page lists the participant under the section's title alone. */
  words: string | null
  language: string | null
  /** The footnotes at the participant or at the words. */
  note: string | null
  /** The day on which a statement was taken back, of what tells of that. */
  withdrawnOn: string | null
  line: number
}

export type PageStatements = {
  /** Titles of the sections read, in the order of the page; null for one without a title. */
  sections: (string | null)[]
  /** How many participants the sections list. */
  entries: number
  list: PageStatement[]
  /** What could not be placed, or only in part, and why. */
  unplaced: Unplaced[]
  /** Notes and rows of other tables that are held as, or beside, a statement: line and text. */
  placed: Omit<Unplaced, 'reason'>[]
}

type Context = {
  reference: StatusReference
  notes: ReadonlyMap<string, EndNote>
  list: PageStatement[]
  unplaced: Unplaced[]
  placed: PageStatements['placed']
}

const whatOf = (kinds: readonly StatementKind[], section: StatementSection): StatementIs => {
  if (kinds.length === 0) return section.kind
  if (kinds.includes('reservation') && kinds.length > 1) return 'reservation-and-other'
  return kinds[0]!
}

const knownActors = ({ reference }: Context) => [reference.states, reference.others] as const

const objectsTo = /\b(reservations?|declarations?|understandings?|statements?)\b/i

/** Whom an objection is against: as its heading says; without one, as its words do where they name one alone. */
const againstOf = (context: Context, draft: StatementDraft, own: string | undefined): string[] => {
  const known = knownActors(context)
  const [item] = draft.isItem ? draft.words : []
  const named = [...draft.headings, item ?? ''].flatMap((heading) => actorsIn(heading, known, own))
  if (named.length > 0) return [...new Set(named)]
  const sentences = draft.words.flatMap((paragraph) => paragraph.split(/(?<=[.;])\s+/))
  const told = new Set(
    sentences.filter((one) => objectsTo.test(one)).flatMap((one) => actorsIn(one, known, own)),
  )
  return told.size === 1 ? [...told] : []
}

const headingOf = (draft: StatementDraft): string | null =>
  draft.headings.length === 0 ? null : draft.headings.join(' ')

const notesOf = (
  context: Context,
  entry: { name: string; line: number },
  marks: readonly string[],
): EndNote[] =>
  [...new Set(marks)].flatMap((mark) => {
    const note = context.notes.get(mark)
    if (note === undefined) {
      const text = `${entry.name} ${mark}`
      context.unplaced.push({ line: entry.line, text, reason: `The page has no note ${mark}` })
      return []
    }
    context.placed.push({ line: note.line, text: note.text })
    return [note]
  })

const noteText = (notes: readonly EndNote[]): string | null =>
  notes.length === 0 ? null : notes.map((note) => note.text).join('\n\n')

type Who = { actor: string | null; name: string; id: string | undefined }

const whoIs = ({ reference }: Context, name: string): Who => {
  const actor = resolveActor(name, reference.states) ?? null
  return { actor, name, id: actor ?? resolveActor(name, reference.others) }
}

/** A note that tells of a statement taken back, or that alone holds what was said; once for each participant. */
const addNote = (context: Context, who: Who, entry: StatementEntry, note: EndNote): void => {
  const isThere = context.list.some((one) => one.name === who.name && one.words === note.text)
  if (isThere) return
  const back = takenBackIn(note.text)
  context.list.push({
    ...{
      actor: who.actor,
      name: who.name,
      what: back === undefined ? entry.section.kind : 'withdrawal-of-statement',
    },
    ...{ section: entry.section.title, rule: back === undefined ? entry.section.rule : null, heading: null },
    ...{ upon: null, confirmedUpon: null, madeOn: null, dateWords: null, against: [], words: note.text },
    ...{ language: languageOfWords(note.text), note: null, withdrawnOn: back?.on ?? null, line: note.line },
  })
}

const isTakingBack =
  /^.{0,200}?\bwithdraws?\b.{0,80}\b(reservations?|declarations?|objections?|statements?)\b/is

const addDraft = (
  context: Context,
  who: Who,
  entry: StatementEntry,
  draft: StatementDraft,
  note: string | null,
): void => {
  const words = draft.words.length === 0 ? null : draft.words.join('\n')
  const madeOn = draft.date === undefined ? undefined : dayOfLine(draft.date.text)
  const isUnreadable = draft.date !== undefined && madeOn === undefined
  if (isUnreadable) {
    const text = `${who.name}: ${draft.date!.text}`
    const reason = 'Not a day of the calendar; the statement is kept with these words in place of its day'
    context.unplaced.push({ line: draft.date!.line, text, reason })
  }
  let what = whatOf(draft.kinds, entry.section)
  const back = takenBackIn(words ?? '')
  const opensWithIt = draft.kinds.length === 0 && back !== undefined && isTakingBack.test(words ?? '')
  if (opensWithIt) what = 'withdrawal-of-statement'
  const against = what === 'objection' ? againstOf(context, draft, who.id) : []
  if (what === 'objection' && against.length === 0) {
    const text = `${who.name}: ${headingOf(draft) ?? words ?? ''}`
    const reason = 'Whom the objection is against could not be told; the objection is kept'
    context.unplaced.push({ line: draft.line, text, reason })
  }
  const isDated = draft.date !== undefined || draft.upon !== null || draft.confirmedUpon !== null
  context.list.push({
    ...{ actor: who.actor, name: who.name, what, section: entry.section.title },
    ...{ rule: isDated ? null : entry.section.rule, heading: headingOf(draft) },
    ...{ upon: draft.upon, confirmedUpon: draft.confirmedUpon, madeOn: madeOn ?? null },
    ...{ dateWords: isUnreadable ? draft.date!.text : null, against, words },
    ...{ language: words === null ? null : languageOfWords(words), note, line: draft.line },
    withdrawnOn: what === 'withdrawal-of-statement' ? (madeOn ?? back?.on ?? null) : null,
  })
}

const addEntry = (context: Context, entry: StatementEntry): void => {
  const who = whoIs(context, entry.name)
  if (who.id === undefined) {
    const reason = 'No State or organisation of this name is known; the name is kept'
    context.unplaced.push({ line: entry.line, text: entry.name, reason })
  }
  const drafts = draftsOf(entry)
  const atName = notesOf(context, entry, entry.marks)
  const [telling, plain] = [
    atName.filter((note) => takenBackIn(note.text) !== undefined),
    atName.filter((note) => takenBackIn(note.text) === undefined),
  ]
  for (const draft of drafts) {
    const own = notesOf(context, { name: entry.name, line: draft.line }, draft.marks)
    const notes = [...new Set([...plain, ...own.filter((note) => takenBackIn(note.text) === undefined)])]
    addDraft(context, who, entry, draft, noteText(notes))
    for (const note of own)
      if (takenBackIn(note.text) !== undefined && !telling.includes(note)) telling.push(note)
  }
  for (const note of telling) addNote(context, who, entry, note)
  if (drafts.length > 0 || telling.length > 0) return
  // Nothing under the name: the note holds it, or the section's own title says what the participant declared.
  if (plain.length > 0) {
    for (const note of plain) addNote(context, who, entry, note)
    return
  }
  const { title, rule, kind } = entry.section
  if (title !== null && rule !== null && kind !== 'unclear' && !/^\(unless otherwise/i.test(rule)) {
    context.list.push({
      ...{ actor: who.actor, name: who.name, what: kind, section: title, rule, heading: null, upon: null },
      ...{ confirmedUpon: null, madeOn: null, dateWords: null, against: [], words: null, language: null },
      ...{ note: null, withdrawnOn: null, line: entry.line },
    })
    return
  }
  const reason = 'Nothing stands under the name, neither words nor a note'
  context.unplaced.push({ line: entry.line, text: entry.name, reason })
}

const territorialTitle = 'Territorial Application'

/** Rows of a table of territories: to which of its territories a participant extended the treaty, and when. */
const addTerritories = (context: Context, root: HtmlElement): void => {
  for (const { headings, rows } of otherTables(root)) {
    const territories = headings.findIndex((heading) => /territor/i.test(heading))
    const date = headings.findIndex((heading) => /\bdate\b|receipt|received/i.test(heading))
    if (territories < 1 || date < 1) continue
    let name = ''
    for (const { line, cells, marks } of rows) {
      name = cells[0] || name
      const words = cells[territories] ?? ''
      const on = cells[date] ?? ''
      const madeOn = dayOfLine(on)
      // Without its participant, its day or its territory the row stays in the list of what was not placed.
      if (name === '' || words === '' || madeOn === undefined) continue
      const who = whoIs(context, name)
      context.placed.push({ line, text: cells.join(' | ') })
      const note = noteText(notesOf(context, { name, line }, marks))
      context.list.push({
        ...{ actor: who.actor, name, what: 'territorial-application', section: territorialTitle },
        ...{ rule: null, heading: headings[date]!, upon: null, confirmedUpon: null, madeOn, dateWords: null },
        ...{ against: [], words, language: 'en', note, withdrawnOn: null, line },
      })
    }
  }
}

/**
 * The statements of a page; null where it was saved without the part that holds them, so that it does not say whether
 * there are any. `table` is its table of participants, `names` those in it.
 */
export const readPageStatements = (
  root: HtmlElement,
  table: HtmlElement,
  names: readonly string[],
  notes: ReadonlyMap<string, EndNote>,
  reference: StatusReference,
): PageStatements | null => {
  const rows = new Set(names.map(nameKey))
  const isName = (words: string) =>
    rows.has(nameKey(words)) ||
    resolveActor(words, reference.states) !== undefined ||
    resolveActor(words, reference.others) !== undefined
  const parts = readStatementParts(root, table, isName)
  const context: Context = { reference, notes, list: [], unplaced: [], placed: [] }
  for (const entry of parts?.entries ?? []) addEntry(context, entry)
  const before = context.list.length
  addTerritories(context, root)
  const territorial = context.list.length > before ? [territorialTitle] : []
  if (parts === undefined && context.list.length === 0) return null
  return {
    sections: [...new Set([...(parts?.sections ?? []).map(({ title }) => title), ...territorial])],
    entries: parts?.entries.length ?? 0,
    list: context.list,
    unplaced: context.unplaced,
    placed: context.placed,
  }
}
