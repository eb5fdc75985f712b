import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CalendarSpeaker, sayCalendar } from '../../src/duties/calendar-words.ts'
import { createFormat } from '../../src/facts/format.ts'
import type { CalendarEvent } from '../../src/formats/ical.ts'
import { voiceOf } from '../../src/indicators/names.ts'
import { findLanguage } from '../../src/words/languages.ts'
import { markedOurs } from '../../src/words/marked.ts'
import { createText } from '../../src/words/text.ts'
import { owedFirstReport as owed } from './owed.ts'

const speaker = (language = 'en', world: CalendarSpeaker['world'] = 'register'): CalendarSpeaker => {
  const text = createText(language, findLanguage(language)?.catalogue ?? {})
  const format = createFormat(language)
  return {
    ...{ language, world, text, format },
    voice: voiceOf({ text, day: format.shortDate, ours: markedOurs(language) }),
    actorName: (id) => (id === 'XAA' ? 'Averland' : id),
    instrumentTitle: () => 'Fictional Treaty',
    addressOf: ({ actor }) => `https://pacta.example/states/${actor}/duties`,
  }
}

// Of a rule that ships: the words of what is gone are told of no other.
const kept = {
  ...{ actor: 'XAA', key: owed().key, duty: 'mine-ban/article-5', title: owed().title, article: '7' },
}
const published = { ...kept, due: '2028-03-01', digest: '', isGone: false, sequence: 3 }
const changedAt = '2027-12-01T08:00:00.000Z'

const said = (
  duty: ReturnType<typeof owed> | null,
  by = speaker(),
  hasReminders = true,
  isBoundKnown = true,
) =>
  sayCalendar(by, {
    what: 'Averland',
    from: '2026-01-01',
    until: '2032-12-31',
    days: [{ owed: duty, kept: { ...published, changedAt, isGone: duty === null } }],
    withoutDay: { imprecise: 1, waiting: 2, undated: 0 },
    address: null,
    feed: null,
    hasReminders,
    isBoundKnown,
  })

const day = (...given: Parameters<typeof said>): CalendarEvent => said(...given).events[0]!

describe('a day of a calendar', () => {
  it('says whose duty it is, which, and where it stands in the treaty', () => {
    const { summary, status, uid, sequence, address, categories } = day(owed())
    assert.equal(summary, 'Averland: First report (Article 7)')
    assert.equal(status, 'confirmed')
    assert.equal(uid, 'fictional-treaty/first-report/XAA@register.pacta')
    assert.equal(sequence, 3)
    assert.equal(address, 'https://pacta.example/states/XAA/duties')
    assert.deepEqual(categories, ['Fictional Treaty'])
  })

  it('opens with where the duty stands, how its date came about, its words and its page', () => {
    const { description } = day(
      owed({
        computed: { on: '2018-03-01', derivation: { key: 'in-force', from: '2008-03-01' } },
        derivation: { key: 'in-force', from: '2008-03-01' },
        otherwise: [{ on: '2028-09', datumId: 'x' }],
        note: 'How it is read here',
      }),
    )
    assert.equal(
      description,
      `1 March 2028: due. Its day lies ahead.
How the date came about: In force since 1 Mar 2008.
By the rule alone: 1 March 2018
Another source says September 2028.

Fictional Treaty, Article 7, paragraph 1: “Each State Party shall report, not later than 180 days after the entry into force.”
Note: How it is read here

Page: https://pacta.example/states/XAA/duties`,
    )
  })

  it('reminds 90, 30 and 7 days before what lies ahead, and of nothing that is met or past', () => {
    for (const status of ['due', 'at-risk'] as const)
      assert.deepEqual(day(owed({ status })).remindDays, [90, 30, 7])
    for (const status of ['met', 'overdue', 'missed', 'not-found'] as const)
      assert.deepEqual(day(owed({ status })).remindDays, [], status)
    assert.deepEqual(day(owed(), speaker(), false).remindDays, [])
  })

  it('has what is not simply ahead in front of its name', () => {
    const summary = (more: Parameters<typeof owed>[0]) => day(owed(more)).summary
    const name = 'Averland: First report (Article 7)'
    assert.equal(summary({ status: 'met' }), `[met] ${name}`)
    assert.equal(summary({ status: 'met', isLate: true }), `[met late] ${name}`)
    assert.equal(summary({ status: 'not-found' }), `[not found] ${name}`)
    assert.equal(
      summary({ status: 'overdue', entered: true }),
      `[overdue, entered here, not received] ${name}`,
    )
    assert.equal(day(null).summary, `[called off] ${name}`)
  })

  it('that is due within a month or a year stands on its last day, and says so', () => {
    const within = day(owed({ due: '2028', precision: 'year' }))
    assert.equal(within.summary, '[in 2028] Averland: First report (Article 7)')
    assert.match(
      within.description,
      /^2028: due. Its day lies ahead.\nNo day is named; this entry stands on the last day.\n/,
    )
    assert.match(day(owed({ due: '2028-02', precision: 'month' })).summary, /^\[in February 2028\] /)
  })

  it('that is only computed and not known to be owed is tentative; a granted one is not', () => {
    const computed = day(owed({ applies: 'unknown' }))
    assert.equal(computed.status, 'tentative')
    assert.equal(computed.summary, '[if owed] Averland: First report (Article 7)')
    assert.match(computed.description, /\nNot known whether it owes this\.\n/)
    assert.equal(
      day(owed({ applies: 'unknown', status: 'not-found' })).summary,
      '[not found, if owed] Averland: First report (Article 7)',
    )
    assert.equal(day(owed({ applies: 'unknown', status: 'met' })).status, 'confirmed')
    const granted = {
      on: '2028-03-01',
      isGranted: true,
      meeting: '12MSP',
      statedAsOf: null,
      datumIds: ['x'],
    }
    assert.equal(day(owed({ applies: 'unknown', granted: [granted] })).status, 'confirmed')
  })

  it('that is called off says so, on the day it was', () => {
    const gone = day(null)
    assert.equal(gone.status, 'cancelled')
    assert.equal(gone.day, '2028-03-01')
    assert.match(gone.description, /^Nothing is owed on this day any more/)
    assert.deepEqual(gone.remindDays, [])
  })

  it('says which of several it is, where that is a word for people', () => {
    const summary = (instance: string) => day(owed({ instance })).summary
    assert.equal(summary('12MSP'), 'Averland: First report (Article 7, 12MSP)')
    assert.equal(summary('2028'), 'Averland: First report (Article 7)')
    assert.equal(summary('0190d0c0-0000-7000-8000-000000000001'), 'Averland: First report (Article 7)')
  })

  it('of the exercise says so in its name, its words and its categories', () => {
    const fictional = day(owed(), speaker('en', 'exercise'))
    assert.equal(fictional.summary, 'Exercise: Averland: First report (Article 7)')
    assert.match(
      fictional.description,
      /^Exercise: every State and every date of this calendar is fictional\./,
    )
    assert.deepEqual(fictional.categories, ['Exercise', 'Fictional Treaty'])
    assert.equal(fictional.uid, 'fictional-treaty/first-report/XAA@exercise.pacta')
  })

  it('speaks the language of its address, and carries no signs of ours', () => {
    for (const language of ['mn', 'ar']) {
      const calendar = said(owed(), speaker(language, 'exercise'))
      const [only] = calendar.events
      const words = [calendar.name, calendar.description, only!.summary, only!.description].join('\n')
      assert.doesNotMatch(words, /[\uE000\uE001]/)
      assert.match(words, language === 'mn' ? /Огноо хэрхэн гарсан/ : /[\u0600-\u06ff]/)
    }
  })
})

describe('a calendar', () => {
  it('says what it holds, and how much of what is owed has no day', () => {
    const { name, description, product } = said(owed())
    assert.equal(name, 'Averland: dates')
    assert.equal(
      description,
      'Every day from 1 January 2026 to 31 December 2032 by which something is owed; what is due within a month or a year stands on its last day. What changes comes with the next look. 1 duty is dated more roughly than by a year, and stands on no day. 2 duties wait for a date.',
    )
    assert.match(
      said(owed(), speaker(), true, false).description,
      /Who is bound is not known here: .* says nothing of any State\./,
    )
    assert.equal(product, '//Pacta//Pacta dates//EN')
  })
})
