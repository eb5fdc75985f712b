import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type Calendar, type CalendarEvent, writeCalendar } from '../../src/formats/ical.ts'

const event: CalendarEvent = {
  uid: 'fictional-treaty/first-report/XAA@exercise.pacta',
  sequence: 2,
  changedAt: '2027-03-01T08:09:10.500Z',
  day: '2028-02-29',
  status: 'confirmed',
  summary: 'Averland: first report (Article 7)',
  description: 'Article 7, paragraph 1: “Each State Party shall report”.',
  categories: ['Fictional Treaty'],
  address: 'http://127.0.0.1:3000/exercise/states/XAA/duties',
  remindDays: [90, 30, 7],
}

const calendar = (events: readonly CalendarEvent[]): Calendar => ({
  product: '//Pacta//Duties//EN',
  name: 'Averland: dates',
  description: 'What Averland owes by when.',
  address: 'http://127.0.0.1:3000/exercise/states/XAA/duties',
  feed: 'http://127.0.0.1:3000/exercise/states/XAA/duties.ics',
  refreshHours: 12,
  events,
})

/** Read by a parser that shares no code with the writer. */
const read = (text: string) => {
  const whole = new ICAL.Component(ICAL.parse(text))
  return { whole, events: whole.getAllSubcomponents('vevent') }
}

const text = (component: InstanceType<typeof ICAL.Component>, name: string): string =>
  String(component.getFirstPropertyValue(name))

/** What a text is once it has been in a calendar: line ends are one, control characters are blanks. */
const kept = (given: string): string =>
  given
    .replace(/\r\n|\r/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .toWellFormed()

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ',',
        ';',
        ':',
        '"',
        '\\',
        '\\n',
        '\n',
        '\r\n',
        '\r',
        '\t',
        ' ',
        'BEGIN:VALARM',
        'END:VEVENT',
        'Аверланд Улс, хугацаа',
        'تقديم التقرير الأول؛ المادة ٧',
        '地雷',
        '👩🏽‍🦽',
        'e\u0301',
        'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
)

describe('a calendar', () => {
  it('has each day as a whole day that takes nobody’s time, with what it says, its page and its reminders', () => {
    const { whole, events } = read(writeCalendar(calendar([event])))
    assert.equal(text(whole, 'version'), '2.0')
    assert.equal(text(whole, 'prodid'), '-//Pacta//Duties//EN')
    assert.equal(text(whole, 'name'), 'Averland: dates')
    assert.equal(text(whole, 'x-wr-calname'), 'Averland: dates')
    assert.equal(text(whole, 'x-wr-caldesc'), 'What Averland owes by when.')
    assert.equal(text(whole, 'refresh-interval'), 'PT12H')
    const [only] = events
    assert.ok(only)
    assert.equal(text(only, 'uid'), event.uid)
    assert.equal(text(only, 'sequence'), '2')
    assert.equal(only.getFirstProperty('dtstart')?.type, 'date')
    assert.equal(text(only, 'dtstart'), '2028-02-29')
    assert.equal(text(only, 'dtend'), '2028-03-01')
    assert.equal(text(only, 'dtstamp'), '2027-03-01T08:09:10Z')
    assert.equal(text(only, 'last-modified'), '2027-03-01T08:09:10Z')
    assert.equal(text(only, 'transp'), 'TRANSPARENT')
    assert.equal(text(only, 'status'), 'CONFIRMED')
    assert.equal(text(only, 'summary'), event.summary)
    assert.equal(text(only, 'description'), event.description)
    assert.equal(text(only, 'categories'), 'Fictional Treaty')
    assert.equal(text(only, 'url'), event.address)
    // At nine in the morning of the day that lies 90, 30 and 7 days before.
    assert.deepEqual(
      only.getAllSubcomponents('valarm').map((alarm) => text(alarm, 'trigger')),
      ['-P89DT15H', '-P29DT15H', '-P6DT15H'],
    )
    assert.ok(only.getAllSubcomponents('valarm').every((alarm) => text(alarm, 'action') === 'DISPLAY'))
  })

  it('without events is a calendar still', () => {
    assert.equal(read(writeCalendar(calendar([]))).events.length, 0)
  })

  it('has the alarms of an event behind its properties, as the grammar wants them', () => {
    const lines = writeCalendar(calendar([event, { ...event, uid: 'b@exercise.pacta' }])).split('\r\n')
    const inner = lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'))
    const first = inner.indexOf('BEGIN:VALARM')
    assert.ok(inner.slice(0, first).some((line) => line.startsWith('STATUS:')))
    assert.equal(inner.at(-1), 'END:VALARM')
    assert.equal(lines.filter((line) => line === 'BEGIN:VALARM').length, 6)
  })

  it('keeps every name, in whatever letters, with commas, semicolons and line ends', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (summary, description, name) => {
        const given = { ...event, summary, description }
        const { whole, events } = read(writeCalendar({ ...calendar([given]), name, description: name }))
        assert.equal(events.length, 1)
        assert.equal(text(events[0]!, 'summary'), kept(summary))
        assert.equal(text(events[0]!, 'description'), kept(description))
        assert.equal(events[0]!.getAllSubcomponents('valarm').length, 3)
        // The parser does not know this property of RFC 7986, and leaves its text as it is written.
        const written = name === '' ? '' : text(whole, 'name')
        assert.equal(
          written.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
          kept(name),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('has lines of at most 75 octets that end in CRLF, and cuts no letter', () => {
    fc.assert(
      fc.property(hostile, hostile, (summary, description) => {
        const written = writeCalendar(calendar([{ ...event, summary, description, categories: [summary] }]))
        assert.ok(written.endsWith('END:VCALENDAR\r\n'))
        assert.doesNotMatch(written.replaceAll('\r\n', ''), /[\r\n]/)
        for (const line of written.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line)
          // A letter that was cut would not be the same after a journey through bytes.
          assert.equal(Buffer.from(line).toString(), line)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('has the day it was given, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2400-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const [only] = read(writeCalendar(calendar([{ ...event, day }]))).events
          assert.equal(text(only!, 'dtstart'), day)
          const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
          assert.equal(text(only!, 'dtend'), next)
        },
      ),
    )
  })

  it('is the same bytes in every time zone and at every time', () => {
    const script = `import { writeCalendar } from './src/formats/ical.ts'
process.stdout.write(writeCalendar(${JSON.stringify(calendar([event]))}))`
    const inZone = (zone: string): string =>
      execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      })
    const here = writeCalendar(calendar([event]))
    for (const zone of ['Asia/Ulaanbaatar', 'America/Los_Angeles', 'Pacific/Kiritimati'])
      assert.equal(inZone(zone), here, zone)
  })
})
