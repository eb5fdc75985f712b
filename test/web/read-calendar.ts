// A calendar read by a parser that shares no code with the writer, and what every calendar here must hold to.
import assert from 'node:assert/strict'
import ICAL from 'ical.js'

export type EventRead = {
  uid: string
  sequence: number
  day: string
  status: string
  summary: string
  description: string
  url: string
  alarms: string[]
  stamp: string
}

/** The events of a calendar. Fails where it is not as RFC 5545 and our own rules want it. */
export const readCalendar = (text: string): { name: string; events: EventRead[] } => {
  assert.ok(text.endsWith('END:VCALENDAR\r\n'))
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/, 'lines end in CRLF')
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const whole = new ICAL.Component(ICAL.parse(text))
  const value = (part: InstanceType<typeof ICAL.Component>, name: string): string =>
    String(part.getFirstPropertyValue(name))
  const events = whole.getAllSubcomponents('vevent').map((event): EventRead => {
    assert.equal(event.getFirstProperty('dtstart')?.type, 'date')
    const day = value(event, 'dtstart')
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    assert.equal(value(event, 'dtend'), next)
    assert.equal(value(event, 'transp'), 'TRANSPARENT')
    assert.equal(value(event, 'dtstamp'), value(event, 'last-modified'))
    return {
      uid: value(event, 'uid'),
      sequence: Number(value(event, 'sequence')),
      day,
      status: value(event, 'status'),
      summary: value(event, 'summary'),
      description: value(event, 'description'),
      url: value(event, 'url'),
      alarms: event.getAllSubcomponents('valarm').map((alarm) => value(alarm, 'trigger')),
      stamp: value(event, 'dtstamp'),
    }
  })
  assert.equal(new Set(events.map((event) => event.uid)).size, events.length, 'each name once')
  return { name: value(whole, 'name'), events }
}
