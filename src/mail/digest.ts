// The digest: what is due of those somebody serves, and how much waits for them, in one letter of plain words.
import type { WaitingReason } from '../accounts/waiting.ts'
import type { World } from '../db/store.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { articleSaid, instanceSaid } from '../duties/said.ts'
import { createFormat } from '../facts/format.ts'
import { withoutOwnSigns } from '../formats/text.ts'
import { sortOwed } from '../indicators/desk.ts'
import { soonDays } from '../indicators/duties-owed.ts'
import { voiceOf } from '../indicators/names.ts'
import { baseOf } from '../words/address.ts'
import { markedOurs } from '../words/marked.ts'
import { inLines } from './lines.ts'
import { letterText } from './write.ts'

/** What an actor owes, as `listDuties` gives it for the usual span and with what is overdue from before. */
export type OwedBy = {
  world: World
  actor: { id: string; name: string; isState: boolean }
  /** The world's day, and the span asked. YYYY-MM-DD. */
  asOf: string
  from: string
  until: string
  duties: readonly DutyOwed[]
  /** Title of a treaty, plan or pledge. */
  instrumentTitle: (owed: DutyOwed) => string
}

/** How much waits for somebody in a world, by reason. What it is stands behind sign-in: drafts are not public. */
export type WaitingIn = { world: World; counts: Readonly<Partial<Record<WaitingReason, number>>> }

/** So many of each section are listed; the page has them all. */
const mostListed = 20

type Speaker = ReturnType<typeof speakerOf>

const speakerOf = (language: string) => {
  const text = letterText(language)
  const format = createFormat(language)
  const voice = voiceOf({ text, day: format.shortDate, ours: markedOurs(language) })
  return { language, text, format, ours: (words: string) => withoutOwnSigns(voice.names.ours(words)) }
}

/** "* 30 April 2027: Transparency report (Mine Ban Convention, Article 7)" */
const itemOf = ({ text, format, ours }: Speaker, owed: DutyOwed, instrument: string): string => {
  const about = [
    ours(instrument),
    articleSaid(text, owed.article),
    instanceSaid(text, owed),
    owed.entered === true ? text('digest.entered') : '',
  ].filter((part) => part !== '')
  // A sentence taken from a pledge ends in a full stop; an item of a list does not.
  const title = ours(owed.title).replace(/\.$/, '')
  return inLines(`* ${format.date(owed.due!)}: ${title} (${about.join(', ')})`, 2)
}

const listOf = (speaker: Speaker, heading: string, duties: readonly DutyOwed[], of: OwedBy): string[] => {
  if (duties.length === 0) return []
  const items = duties.slice(0, mostListed).map((owed) => itemOf(speaker, owed, of.instrumentTitle(owed)))
  const more = duties.length - items.length
  return [
    [heading, ...items, ...(more === 0 ? [] : [`* ${speaker.text('digest.more', { count: more })}`])].join(
      '\n',
    ),
  ]
}

/** The part of one actor; nothing where nothing is overdue, at risk or due soon. */
const partOf = (speaker: Speaker, of: OwedBy, origin: string): { parts: string[]; count: number } => {
  const { text, format, language } = speaker
  const { overdue, risk, soon, notFound, total } = sortOwed(of)
  const count = overdue.length + risk.length + soon.length
  if (count === 0) return { parts: [], count }
  const base = `${origin}${baseOf(of.world, language)}`
  const heading = text('digest.of', { name: of.actor.name, date: format.date(of.asOf) })
  const counted = text('digest.counted', {
    overdue: overdue.length,
    risk: risk.length,
    soon: soon.length,
    total,
    days: soonDays,
    from: format.date(of.from),
    until: format.date(of.until),
  })
  const reports = [...overdue, ...risk, ...soon].filter(({ obligation }) => obligation !== null).length
  const parts = [
    [heading, ...(of.world === 'exercise' ? [text('digest.fictional')] : [])]
      .map((line) => inLines(line))
      .join('\n'),
    inLines(
      reports === 0 ? counted : `${counted} ${text('digest.reports', { count: reports, total: count })}`,
    ),
    ...listOf(speaker, text('digest.overdue', { count: overdue.length, total }), overdue, of),
    ...listOf(speaker, text('digest.risk', { count: risk.length, total }), risk, of),
    ...listOf(speaker, text('digest.soon', { count: soon.length, total, days: soonDays }), soon, of),
    ...(notFound.length === 0 ? [] : [inLines(text('digest.notFound', { count: notFound.length, total }))]),
    `${inLines(text('digest.page'))}\n  ${base}${of.actor.isState ? `/states/${of.actor.id}/duties` : '/duties'}`,
  ]
  return { parts, count }
}

const waitingKeys = {
  returned: 'digest.waiting.returned',
  approve: 'digest.waiting.approve',
  publish: 'digest.waiting.publish',
  finish: 'digest.waiting.finish',
} as const

const waitingPart = (speaker: Speaker, { world, counts }: WaitingIn, origin: string): string[] => {
  const { text, language } = speaker
  const lines = (Object.keys(waitingKeys) as WaitingReason[]).flatMap((reason) => {
    const count = counts[reason] ?? 0
    return count === 0 ? [] : [`* ${text(waitingKeys[reason], { count })}`]
  })
  if (lines.length === 0) return []
  const heading = text(world === 'exercise' ? 'digest.waiting.exercise' : 'digest.waiting')
  return [[heading, ...lines, `  ${origin}${baseOf(world, language)}/waiting`].join('\n')]
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/**
 * The digest in words, with its lines ended; undefined where there is nothing to say. `unsubscribe`: the path at which no
 * more are asked for. `language`: one that letters are written in (`letterLanguage`).
 */
export const sayDigest = (
  { owed, waiting }: { owed: readonly OwedBy[]; waiting: readonly WaitingIn[] },
  { language, origin, unsubscribe }: { language: string; origin: string; unsubscribe: string },
): { subject: string; body: string } | undefined => {
  const speaker = speakerOf(language)
  const { text } = speaker
  const parts = owed.map((one) => partOf(speaker, one, origin))
  const waits = waiting.map((one) => waitingPart(speaker, one, origin))
  const [due, toDo] = [
    sum(parts.map(({ count }) => count)),
    sum(waiting.flatMap(({ counts }) => Object.values(counts))),
  ]
  if (due + toDo === 0) return undefined
  const body = [
    ...(due === 0 ? [] : [inLines(text('digest.lead'))]),
    ...parts.flatMap((part) => part.parts),
    ...waits.flat(),
    `${inLines(text('digest.change'))}\n  ${origin}${baseOf('register', language)}/account/letters`,
    `${inLines(text('digest.stop'))}\n  ${origin}${unsubscribe}`,
  ]
  const subject =
    due === 0 ? text('digest.subjectWaiting', { count: toDo }) : text('digest.subject', { count: due })
  return { subject, body: body.join('\n\n') }
}
