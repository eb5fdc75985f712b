// What the parts of a progress report share: who speaks, what was read, and how dates, standings and sources are said.
import type { Schedule, Slip } from '../../implementation/dates.ts'
import { type EventView, onceEach, surelyOthers } from '../../implementation/events.ts'
import type { Reported, Standing } from '../../implementation/progress.ts'
import type { JudgedRelease } from '../../releases/judged.ts'
import type { Cell, Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import type { Reading } from '../status/reading.ts'
import type { Sources } from '../status/sources.ts'
import type { Speaker } from '../status/speaker.ts'
import type { WorkReading } from './work-reading.ts'

export type Writer = {
  speaker: Speaker
  reading: Reading
  work: WorkReading
  sources: Sources
  judged: JudgedRelease
}

export const cell = (runs: Run[]): Cell => ({ runs })
export const plainCell = (text: string): Cell => ({ runs: [{ text }] })

/** " [S1, S4]" for the sources of facts; nothing where they have none. */
export const citedFor = ({ work, sources }: Writer, ids: readonly string[]): Run[] => {
  const numbers = work.sourcesOf(ids).flatMap((id) => sources.numberOf(id) ?? [])
  return numbers.length === 0 ? [] : [{ text: ` [${numbers.join(', ')}]` }]
}

/** " [S2]" for the source of a record that a rule looked at. */
export const citedForRecord = (
  { work, sources }: Writer,
  record: Parameters<WorkReading['sourceOfRecord']>[0],
): Run[] => {
  const source = work.sourceOfRecord(record)
  const number = source === undefined ? undefined : sources.numberOf(source)
  return number === undefined ? [] : [{ text: ` [${number}]` }]
}

const signs: Record<Standing, string> = {
  'nothing-reported': '○',
  'not-started': '○',
  'under-way': '–',
  delayed: '!',
  'past-its-day': '!',
  done: '×',
  stopped: '■',
}

/** Where something stands, in a word. */
export const standingRuns = ({ speaker }: Writer, standing: Standing): Run[] =>
  speaker.say(`implementation.standing.${standing}`).map((run) => ({ ...run, strong: true }))

/** What stands for a standing where there is no room for words; never alone. */
export const standingSign = (standing: Standing): string => signs[standing]

/** Where it stands, with what was last reported of it: when, why, what proves it, what stood in the way. */
export const reportedRuns = (
  writer: Writer,
  { standing, reported }: { standing: Standing; reported: readonly Reported[] },
): Run[] => {
  const { say, format, text } = writer.speaker
  const last = reported.at(-1)
  const own = standingRuns(writer, standing)
  if (last === undefined) return own
  const parts = [
    ...(last.state === standing ? [] : [say(`implementation.standing.${last.state}`)]),
    ...(last.doneOn === null
      ? [said(text('progressReport.reportedOn', { date: format.shortDate(last.reportedOn) }))]
      : [said(text('progressReport.doneOn', { date: format.shortDate(last.doneOn) }))]),
    ...(['reason', 'evidence', 'challenge'] as const).flatMap((field) => {
      const words = last[field]
      if (words === null) return []
      return [
        field === 'reason'
          ? quoted(words, null)
          : [...say(`progressReport.${field}`), ...quoted(` ${words}`, null)],
      ]
    }),
  ]
  // "Done on" says that it is done.
  const isSaid = standing === 'done' && last.doneOn !== null
  const [first = [], ...more] = parts
  const opening = isSaid ? first.map((run) => ({ ...run, strong: true })) : [...own, { text: '. ' }, ...first]
  return [...joinRuns([opening, ...more], '; '), ...citedFor(writer, [last.id])]
}

const slipWords = ({ text }: Speaker, slip: Slip): string => {
  const count = Math.abs(slip.days)
  const key = slip.days > 0 ? 'later' : slip.days < 0 ? 'earlier' : 'same'
  return key === 'same'
    ? text('implementation.slip.same')
    : text(`implementation.slip.${key}${slip.isRough ? 'Rough' : ''}`, { count })
}

/** When it is planned for now; where that was moved, by how much, from when, and why. */
export const scheduleRuns = (writer: Writer, { original, now, slip, moves }: Schedule): Run[] => {
  const { speaker } = writer
  const { text, format } = speaker
  const day = (date: string | null): string => (date === null ? '…' : format.shortDate(date))
  const planned =
    now.startsOn !== null || now.endsOn !== null
      ? text('implementation.span', { from: day(now.startsOn), until: day(now.endsOn) })
      : now.due === null
        ? text('implementation.undated')
        : text('implementation.by', { date: day(now.due) })
  if (slip === null) return said(planned)
  const first = text('implementation.first', { date: day(original.endsOn ?? original.due) })
  const why = moves.at(-1)
  return [
    ...said(`${planned}. ${slipWords(speaker, slip)}; ${first}`),
    ...(why === undefined
      ? []
      : [{ text: ': ' }, ...quoted(why.reason, null), ...citedFor(writer, [why.id])]),
  ]
}

/** "4 on record in 2027"; "3 or 4" where some may be one event, written down twice. */
export const eventsInWords = (
  { speaker: { text, format }, work }: Writer,
  events: readonly EventView[],
  year: string,
): string => {
  const count = onceEach(events, work.oneRule).length
  const least = surelyOthers(events, work.mayBeOne, work.oneRule).length
  return count === least
    ? text('progressReport.eventsIn', { count, year })
    : text('progressReport.eventsInEither', {
        ...{ count: format.number(count), least: format.number(least) },
        year,
      })
}

/** "3 of 5" */
export const ofRuns = ({ speaker: { text, format } }: Writer, n: number, total: number): string =>
  text('value.of', { n: format.number(n), N: format.number(total) })
