// A calendar in words: what each day is called in a list of days, and what it says when it is opened.
import { isDay } from '../facts/edtf.ts'
import type { Format } from '../facts/format.ts'
import type { Calendar, CalendarEvent } from '../formats/ical.ts'
import { withoutOwnSigns } from '../formats/text.ts'
import type { Voice } from '../words/say.ts'
import type { Text } from '../words/text.ts'
import { boundDuties } from './bound-dates.ts'
import {
  type DayOwed,
  isAhead,
  isTentative,
  lastingReason,
  uidOf,
  type WithoutDay,
} from './calendar-event.ts'
import type { KeptEvent } from './calendar-store.ts'
import type { DutyOwed } from './owed.ts'
import { shippedDuties } from './rules.ts'
import { articleSaid, instanceSaid } from './said.ts'

/** Who speaks, in one language, and where the pages are. */
export type CalendarSpeaker = {
  /** Language of the interface (BCP 47). */
  language: string
  world: 'register' | 'exercise'
  text: Text
  voice: Voice
  format: Pick<Format, 'date' | 'list'>
  /** What an actor is called in the language. */
  actorName: (id: string) => string
  /** Title of a treaty, plan or pledge. */
  instrumentTitle: (id: string) => string
  /** Absolute address of the page that shows the duty; null where no address is known. */
  addressOf: (event: { actor: string }) => string | null
}

export type CalendarSaid = {
  /** What all days have in common: a State, a treaty, a duty. */
  what: string
  from: string
  until: string
  /** By day. `owed` is null for a day that is called off. */
  days: readonly { owed: DayOwed['owed'] | null; kept: KeptEvent }[]
  withoutDay: WithoutDay
  /** False where no register tells who owes it: nobody's day is here, and that says nothing of anybody. */
  isBoundKnown: boolean
  /** Absolute address of the page, and of the calendar itself. */
  address: string | null
  feed: string | null
  hasReminders: boolean
}

/** Days before the day on which to remind. */
export const remindDays = [90, 30, 7]

/** Twice a day: nothing here changes by the hour. */
const refreshHours = 12

const statusKey = (owed: DutyOwed) =>
  owed.status === 'met' && owed.isLate === true
    ? ('duty.status.met-late' as const)
    : (`duty.status.${owed.status}` as const)

const nameOfDay = (
  speaker: CalendarSpeaker,
  day: Pick<DutyOwed, 'actor' | 'owners' | 'title' | 'article' | 'instance'> & { due: string },
  tags: readonly string[],
): string => {
  const { text, voice } = speaker
  const article = articleSaid(text, day.article)
  const brackets = [article, instanceSaid(text, day)].filter((part) => part !== '')
  const event = text(brackets.length === 0 ? 'feed.event' : 'feed.eventOf', {
    name: speaker.format.list((day.owners ?? [day.actor]).map(speaker.actorName)),
    // A sentence taken from a pledge ends in a full stop; a name of an entry does not.
    title: voice.names.ours(day.title).replace(/\.$/, ''),
    article: brackets.join(', '),
  })
  const tagged = tags.length === 0 ? event : `[${tags.join(', ')}] ${event}`
  return speaker.world === 'exercise' ? text('feed.exercise', { event: tagged }) : tagged
}

/** What stands out before the name: where it stands, unless it simply lies ahead. */
const tagsOf = ({ text, format }: CalendarSpeaker, owed: DayOwed['owed']): string[] => [
  ...(owed.status === 'due' ? [] : [text(statusKey(owed))]),
  ...(isDay(owed.due) ? [] : [text('feed.within', { date: format.date(owed.due) })]),
  ...(isTentative(owed) ? [text('feed.ifOwed')] : []),
  ...(owed.entered === true ? [text('fact.entered')] : []),
]

const capital = (words: string): string => words.replace(/\p{L}/u, (first) => first.toUpperCase())

const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)

const describe = (speaker: CalendarSpeaker, owed: DayOwed['owed']): string[] => {
  const { text, voice, format } = speaker
  const { computed, due, source, note, responsible } = owed
  const reason = lastingReason(owed)
  const key = statusKey(owed)
  const records = owed.metBy.map(({ kind, on }) =>
    [voice.names.kind(kind), ...(on === null ? [] : [format.date(on)])].join(', '),
  )
  const place = [source.title, ...(source.place === null ? [] : [source.place])].join(', ')
  return [
    `${format.date(due)}: ${text(key)}. ${text(`${key}.means`)}`,
    ...(isDay(due) ? [] : [text('feed.within.means')]),
    ...(owed.applies === 'unknown' ? [capital(sentence(text('duty.appliesUnknown')))] : []),
    ...(records.length === 0 ? [] : [text('feed.metBy', { records: records.join('; ') })]),
    sentence(text('feed.how', { derivation: voice.say(owed.derivation) })),
    ...(computed === null || computed.on === due
      ? []
      : [text('feed.byRule', { date: format.date(computed.on) })]),
    ...owed.otherwise.map(({ on }) => text('duty.otherwise', { date: format.date(on) })),
    ...(reason === null ? [] : [sentence(voice.say(reason))]),
    ...(responsible === null ? [] : [text('feed.responsible', { who: voice.names.ours(responsible) })]),
    '',
    text('feed.words', { place, words: owed.words }),
    ...(note === null ? [] : [text('feed.note', { note: voice.names.ours(note) })]),
  ]
}

/**
 * Whether the title of a day is that of a rule that ships, which is everybody's. Otherwise it was taken from a fact, and
 * that may since have been taken out of public sight: what is gone is then told without its words, whatever the reason was,
 * so that the reason is not told either.
 */
const isOfRule = ({ duty }: KeptEvent): boolean =>
  shippedDuties().some(({ instrument, duties }) =>
    [...boundDuties, ...Object.keys(duties)].some((id) => duty === `${instrument}/${id}`),
  )

const eventOf = (
  speaker: CalendarSpeaker,
  { owed, kept }: CalendarSaid['days'][number],
  hasReminders: boolean,
): CalendarEvent => {
  const { text, voice } = speaker
  const address = speaker.addressOf(kept)
  const isWorded = owed !== null || isOfRule(kept)
  const lines = [
    ...(speaker.world === 'exercise' ? [text('feed.fictional')] : []),
    ...(owed === null
      ? [text(isWorded ? 'feed.calledOff.means' : 'feed.notShown.means')]
      : describe(speaker, owed)),
    ...(address === null ? [] : ['', text('feed.page', { address })]),
  ]
  const gone = isWorded ? kept : { ...kept, title: text('feed.notShown'), article: null }
  const named = owed ?? { ...gone, instance: null }
  const tagsOfGone = isWorded ? [text('feed.calledOff')] : []
  const tags = owed === null ? tagsOfGone : tagsOf(speaker, owed)
  return {
    uid: uidOf(kept.key, speaker.world),
    sequence: kept.sequence,
    changedAt: kept.changedAt,
    day: kept.due,
    status: owed === null ? 'cancelled' : isTentative(owed) ? 'tentative' : 'confirmed',
    summary: withoutOwnSigns(nameOfDay(speaker, named, tags)),
    description: withoutOwnSigns(lines.join('\n')),
    categories: [
      ...(speaker.world === 'exercise' ? [text('site.exercise')] : []),
      ...(owed === null ? [] : [voice.names.ours(speaker.instrumentTitle(owed.instrument))]),
    ].map(withoutOwnSigns),
    address,
    remindDays: owed !== null && hasReminders && isAhead(owed) ? remindDays : [],
  }
}

/** The calendar in the speaker's language, as a file or feed has it. */
export const sayCalendar = (speaker: CalendarSpeaker, said: CalendarSaid): Calendar => {
  const { language, text, format } = speaker
  const { imprecise, waiting, undated } = said.withoutDay
  const counts = (
    [
      ['feed.imprecise', imprecise],
      ['feed.waiting', waiting],
      ['feed.undated', undated],
    ] as const
  ).filter(([, count]) => count > 0)
  const name = text('feed.name', { what: said.what })
  return {
    product: `//Pacta//Pacta dates//${language.toUpperCase()}`,
    name: withoutOwnSigns(speaker.world === 'exercise' ? text('feed.exercise', { event: name }) : name),
    description: withoutOwnSigns(
      [
        ...(speaker.world === 'exercise' ? [text('feed.fictional')] : []),
        text('feed.about', { from: format.date(said.from), until: format.date(said.until) }),
        ...(said.isBoundKnown ? [] : [text('duties.boundUnknown')]),
        ...counts.map(([key, count]) => text(key, { count })),
      ].join(' '),
    ),
    address: said.address,
    feed: said.feed,
    refreshHours,
    events: said.days.map((day) => eventOf(speaker, day, said.hasReminders)),
  }
}
