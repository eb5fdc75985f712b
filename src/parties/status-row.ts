// One row of a status page as events: its dated cells, then what its notes tell of leaving the treaty and returning.
import { sayPlainly } from '../words/plainly.ts'
import type { Actor } from './actor.ts'
import type { EffectiveFact } from './effective-facts.ts'
import { entryIntoForce, withdrawalEffect } from './entry-into-force.ts'
import { resolveActor } from './names.ts'
import { bindingKinds, type StatusEvent } from './status-event.ts'
import { type EndNote, type NoteAct, readNoteActs, takenBack } from './status-notes.ts'
import type { Entry, ParticipantRow, Unplaced } from './status-table.ts'
import type { Treaty } from './treaty.ts'
import type { TreatyId } from './treaty-ids.ts'

export type PageEvent = StatusEvent & {
  /** Where `effectiveOn` comes from, in words; null where there is none. */
  basis: string | null
  /** In square brackets on the page: no longer in force. */
  bracketed: boolean
}

/** What a page is read against. */
export type StatusReference = {
  states: Actor[]
  others: Actor[]
  treaties: Treaty[]
  treatyIds: TreatyId[]
  effectiveFacts: EffectiveFact[]
}

/** What the rows of one page are read with; `unplaced` is added to. */
export type RowContext = {
  reference: StatusReference
  treatyId: string
  treaty: Treaty | undefined
  notes: Map<string, EndNote>
  unplaced: Unplaced[]
  /** Names of participants whose notes left a doubt: what is held of them may be more than the page yields. Added to. */
  doubted: Set<string>
}

const effectiveDate = (
  context: RowContext,
  row: ParticipantRow,
  actor: string | null,
  entry: { kind: StatusEvent['kind']; on: string },
): { effectiveOn: string | null; basis: string | null } => {
  if (!bindingKinds.includes(entry.kind)) return { effectiveOn: null, basis: null }
  const isOnly = row.entries.filter((other) => bindingKinds.includes(other.act.kind)).length <= 1
  if (row.effectiveOn !== null && isOnly)
    return { effectiveOn: row.effectiveOn, basis: 'stated on the status page' }
  const fact = context.reference.effectiveFacts.find(
    (known) =>
      known.treaty === context.treatyId &&
      known.actor === actor &&
      known.kind === entry.kind &&
      known.notifiedOn === entry.on,
  )
  if (fact !== undefined)
    return { effectiveOn: fact.effectiveOn, basis: `${fact.sourceTitle}: "${fact.quotation}"` }
  if (entry.kind === 'succession' || context.treaty === undefined) return { effectiveOn: null, basis: null }
  const derived = entryIntoForce(context.treaty.entryIntoForce, entry.on)
  return { effectiveOn: derived.on, basis: sayPlainly(derived.derivation) }
}

const joinNotes = (parts: (string | undefined)[]): string | null => {
  const texts = [...new Set(parts.filter((part) => part !== undefined && part !== ''))]
  return texts.length === 0 ? null : texts.join('\n\n')
}

const statedAs = (entry: Entry): string | undefined =>
  entry.act.statedAs === null
    ? undefined
    : `On the page: ${entry.act.statedAs}${entry.act.mark === null ? '' : ` (${entry.act.mark})`}.`

/** A withdrawal whose effect the page does not date takes it from the treaty's rule, where that is held. */
const withComputedEffect = (context: RowContext, event: PageEvent): PageEvent => {
  const rule = context.treaty?.withdrawal
  if (event.kind !== 'withdrawal' || event.effectiveOn !== null || event.notifiedOn === null) return event
  if (rule === undefined) return event
  const derived = withdrawalEffect(rule, event.notifiedOn)
  return { ...event, effectiveOn: derived.on, date: derived.on, basis: sayPlainly(derived.derivation) }
}

/** What a note may call the participant of a row. */
export const namesOf = (name: string, actor: string | null, reference: StatusReference): string[] => {
  const id = actor ?? resolveActor(name, reference.states) ?? resolveActor(name, reference.others)
  const known = [...reference.states, ...reference.others].find((one) => one.id === id)
  const english = known?.names.en
  return [name, english?.short, english?.formal, ...(known?.aliases ?? [])].filter((one) => one !== undefined)
}

const eventOf = (
  row: ParticipantRow,
  actor: string | null,
  event: Omit<PageEvent, 'actor' | 'name' | 'bracketed'> & { bracketed?: boolean },
): PageEvent => ({
  actor,
  name: row.name,
  kind: event.kind,
  notifiedOn: event.notifiedOn,
  effectiveOn: event.effectiveOn,
  date: event.date,
  note: event.note,
  line: event.line,
  basis: event.basis,
  bracketed: event.bracketed ?? false,
})

const eventOfEntry = (
  context: RowContext,
  row: ParticipantRow,
  actor: string | null,
  entry: Entry,
): PageEvent => {
  const { kind } = entry.act
  const isWithdrawal = kind === 'withdrawal'
  const notes = [...row.marks, ...entry.marks].map((mark) => context.notes.get(mark)?.text)
  return eventOf(row, actor, {
    kind,
    notifiedOn: entry.on,
    ...effectiveDate(context, row, actor, { kind, on: entry.on }),
    date: isWithdrawal ? null : entry.on,
    note: joinNotes([statedAs(entry), ...notes]),
    line: row.line,
    bracketed: entry.bracketed,
  })
}

const eventOfAct = (
  context: RowContext,
  row: ParticipantRow,
  actor: string | null,
  told: { act: NoteAct; note: EndNote },
): PageEvent => {
  const { act, note } = told
  const isWithdrawal = act.kind === 'withdrawal'
  const stated = {
    effectiveOn: act.effectiveOn,
    basis: act.effectiveOn === null ? null : 'stated on the status page',
  }
  return eventOf(row, actor, {
    kind: act.kind,
    notifiedOn: act.notifiedOn,
    ...(isWithdrawal ? stated : effectiveDate(context, row, actor, { kind: act.kind, on: act.notifiedOn! })),
    date: isWithdrawal ? act.effectiveOn : act.notifiedOn,
    note: note.text,
    line: note.line,
  })
}

/** What the row's notes tell beyond its cells. Doubts are listed with the note. */
const eventsOfNotes = (
  context: RowContext,
  row: ParticipantRow,
  actor: string | null,
  stated: PageEvent[],
): PageEvent[] => {
  const names = namesOf(row.name, actor, context.reference)
  const isBracketed = row.entries.some((entry) => entry.bracketed)
  const marks = [...new Set([...row.marks, ...row.entries.flatMap((entry) => entry.marks)])]
  const told: PageEvent[] = []
  for (const mark of marks) {
    const note = context.notes.get(mark)
    if (note === undefined) {
      const text = `${row.name} ${mark}`
      context.unplaced.push({ line: row.line, text, reason: `The page has no note ${mark}` })
      context.doubted.add(row.name)
      continue
    }
    const { line, text } = note
    const reading = readNoteActs(text, names)
    if (reading.doubt !== undefined) {
      context.unplaced.push({ line, text, reason: reading.doubt })
      // A withdrawal taken back is no longer held; of anything else the note may tell less than is held.
      if (reading.doubt !== takenBack) context.doubted.add(row.name)
    }
    for (const act of reading.acts) {
      const isSame = (event: PageEvent) => event.kind === act.kind && event.notifiedOn === act.notifiedOn
      if (stated.some(isSame) || told.some(isSame)) continue
      if (act.kind === 'withdrawal' && act.effectiveOn === null && !isBracketed) {
        // A notification the depositary gave no effect to is no withdrawal (North Korea and the Covenant, 1997).
        const reason = 'A withdrawal of which neither square brackets nor a date of effect are shown'
        context.unplaced.push({ line, text, reason })
        context.doubted.add(row.name)
        continue
      }
      told.push(eventOfAct(context, row, actor, { act, note }))
    }
  }
  return told
}

/** Square brackets without any word on the withdrawal: it happened, on a day the page does not tell. */
const undatedWithdrawal = (
  context: RowContext,
  row: ParticipantRow,
  actor: string | null,
  events: PageEvent[],
): PageEvent[] => {
  const isGone = events.some((event) => event.bracketed && bindingKinds.includes(event.kind))
  if (!isGone || events.some((event) => event.kind === 'withdrawal')) return []
  const text = `${row.name}: in square brackets, so no longer in force; the page tells no date`
  context.unplaced.push({ line: row.line, text, reason: 'A withdrawal without a date' })
  context.doubted.add(row.name)
  const undated = { notifiedOn: null, effectiveOn: null, date: null, basis: null }
  return [eventOf(row, actor, { kind: 'withdrawal', ...undated, note: text, line: row.line })]
}

/** The events of one row. A name that is neither a State's nor another known participant's is kept, and listed. */
export const eventsOfRow = (context: RowContext, row: ParticipantRow): PageEvent[] => {
  const { reference, unplaced } = context
  const actor = resolveActor(row.name, reference.states) ?? null
  if (actor === null && resolveActor(row.name, reference.others) === undefined) {
    const reason = 'No State or organisation of this name is known; the name is kept'
    unplaced.push({ line: row.line, text: row.name, reason })
  }
  const stated = row.entries.map((entry) => eventOfEntry(context, row, actor, entry))
  const told = eventsOfNotes(context, row, actor, stated)
  const events = [...stated, ...told]
  return [...events, ...undatedWithdrawal(context, row, actor, events)].map((event) =>
    withComputedEffect(context, event),
  )
}
