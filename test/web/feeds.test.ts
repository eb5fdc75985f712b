import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarSpan } from '../../src/indicators/calendar.ts'
import { allDuties } from './fictional/duties.ts'
import { planId } from './fictional/plan.ts'
import { readCalendar } from './read-calendar.ts'
import { bothWorlds, documentOf, exerciseApp, read, registerApp } from './site.ts'

const register = registerApp()
const exercise = exerciseApp()
const both = bothWorlds()

const feeds = ['/states/XAA/duties', '/duties/fictional-treaty', '/duties/fictional-treaty/report']

const { from, until } = calendarSpan('2027-12-31')
const dayOf = (due: string | null): string => (due?.length === 4 ? `${due}-12-31` : (due ?? ''))
const isDated = ({ due, status }: (typeof allDuties)[number]): boolean =>
  dayOf(due) >= from && dayOf(due) <= until && !/ended|waiting|assess/.test(status)

describe('a calendar beside a page of duties', () => {
  for (const page of feeds)
    it(`has a whole day for every duty with a date: ${page}`, async () => {
      const { status, headers, text } = await read(register, `${page}.ics`)
      assert.equal(status, 200)
      assert.equal(headers.get('content-type'), 'text/calendar; charset=utf-8')
      assert.match(headers.get('content-disposition') ?? '', /^inline; filename="[\w-]+\.ics"$/)
      const scope = page.slice('/duties/'.length)
      const expected = allDuties
        .filter(isDated)
        .filter((duty) =>
          page.startsWith('/states/')
            ? duty.actor === 'XAA'
            : duty.instrument === scope || duty.duty === scope,
        )
      const { events } = readCalendar(text)
      assert.deepEqual(
        events.map(({ uid, day }) => `${day} ${uid}`).sort(),
        expected.map(({ key, due }) => `${dayOf(due)} ${key}@register.pacta`).sort(),
      )
      for (const { url, description } of events) {
        assert.match(url, /^http:\/\/localhost\/states\/X\w\w\/duties$/)
        assert.ok(description.includes(url))
      }
    })

  it('reminds of what lies ahead, and of nothing where that is asked', async () => {
    const ahead = readCalendar((await read(register, '/states/XAA/duties.ics')).text).events
    assert.ok(ahead.some(({ alarms }) => alarms.length === 3))
    assert.ok(ahead.some(({ alarms }) => alarms.length === 0))
    const quiet = readCalendar((await read(register, '/states/XAA/duties.ics?reminders=none')).text).events
    assert.equal(quiet.length, ahead.length)
    assert.ok(quiet.every(({ alarms }) => alarms.length === 0))
  })

  it('has what is called off as such', async () => {
    const { events } = readCalendar((await read(register, '/duties/fictional-treaty/report.ics')).text)
    const gone = events.filter(({ status }) => status === 'CANCELLED')
    assert.deepEqual(
      gone.map(({ uid, sequence }) => [uid, sequence]),
      [['fictional-treaty/report/XAC/2028@register.pacta', 1]],
    )
  })

  it('is in the language of its address, under the same names, and leads to pages in it', async () => {
    const english = readCalendar((await read(both, '/states/XAA/duties.ics')).text)
    const mongolian = readCalendar((await read(both, '/mn/states/XAA/duties.ics')).text)
    assert.deepEqual(
      mongolian.events.map(({ uid, day, sequence }) => [uid, day, sequence]),
      english.events.map(({ uid, day, sequence }) => [uid, day, sequence]),
    )
    assert.match(mongolian.name, /огноо$/)
    for (const { url, description, status } of mongolian.events) {
      assert.match(url, /\/mn\/states\/XAA\/duties$/)
      assert.match(description, status === 'CANCELLED' ? /огноо нь өөрчлөгдсөн/ : /Огноо хэрхэн гарсан/)
    }
  })

  it('of the exercise says so in every entry, and has names of its own', async () => {
    const { headers, text } = await read(exercise, '/states/XAA/duties.ics')
    assert.match(headers.get('content-disposition') ?? '', /filename="exercise-/)
    const { name, events } = readCalendar(text)
    assert.match(name, /^Exercise: /)
    for (const { summary, description, uid } of events) {
      assert.match(summary, /^Exercise: /)
      assert.match(description, /^Exercise: every State and every date of this calendar is fictional/)
      assert.match(uid, /@exercise\.pacta$/)
    }
  })

  it('asked again is the same bytes; a program that has it is told so', async () => {
    const first = await read(register, '/duties/fictional-treaty.ics')
    assert.equal((await read(register, '/duties/fictional-treaty.ics')).text, first.text)
    const tag = first.headers.get('etag')
    assert.ok(tag)
    assert.equal(first.headers.get('cache-control'), 'no-cache')
    for (const sent of [tag, `"other", ${tag}`, tag.replace('W/', '')]) {
      const again = await register.request('/duties/fictional-treaty.ics', {
        headers: { 'if-none-match': sent },
      })
      assert.equal(again.status, 304, sent)
      assert.equal(again.headers.get('etag'), tag)
      assert.equal(await again.text(), '')
    }
    const other = await register.request('/duties/fictional-treaty.ics', {
      headers: { 'if-none-match': 'W/"other"' },
    })
    assert.equal(other.status, 200)
  })

  it('refuses what the page refuses, and what no calendar can be asked', async () => {
    for (const [address, status] of [
      ['/states/NOPE/duties.ics', 404],
      ['/duties/nothing.ics', 404],
      ['/duties/fictional-treaty/nothing.ics', 404],
      ['/states/XAA/duties.ics?reminders=all', 400],
      ['/states/XAA/duties.ics?from=2027-01-01', 400],
      ['/states/XAA.ics', 404],
    ] as const) {
      const refused = await read(register, address)
      assert.equal(refused.status, status, address)
      assert.match(refused.headers.get('content-type') ?? '', /problem\+json/, address)
    }
  })

  it('is named on its page: to subscribe, without reminders, as a file', async () => {
    for (const page of feeds) {
      const document = documentOf((await read(both, `/mn${page}`)).text)
      const hrefs = [...document.querySelectorAll('section[aria-labelledby="calendar"] a')].map((link) =>
        link.getAttribute('href'),
      )
      assert.deepEqual(hrefs, [`/mn${page}.ics`, `/mn${page}.ics?reminders=none`, `/mn${page}.ics`])
      const alternate = document.querySelector('link[rel="alternate"][type="text/calendar"]')
      assert.equal(alternate?.getAttribute('href'), `/mn${page}.ics`)
    }
  })

  it('stands beside how a plan or pledge is carried out too, with its targets and work alone', async () => {
    const page = `/plans/${planId}/implementation`
    const document = documentOf((await read(register, page)).text)
    assert.ok(document.querySelector(`section[aria-labelledby="calendar"] a[href="${page}.ics"]`))
    const { status, text } = await read(register, `${page}.ics`)
    assert.equal(status, 200)
    for (const { summary } of readCalendar(text).events)
      assert.ok(allDuties.some(({ instrument, title }) => instrument === planId && summary.includes(title)))
    assert.equal((await read(register, '/plans/nothing/implementation.ics')).status, 404)
  })

  it('stands in the description of addresses', async () => {
    const { paths } = JSON.parse((await read(register, '/openapi.json')).text)
    for (const path of [
      '/states/{id}/duties.ics',
      '/duties/{instrument}.ics',
      '/duties/{instrument}/{duty}.ics',
      '/plans/{plan}/implementation.ics',
    ]) {
      const { get } = paths[path]
      assert.deepEqual(Object.keys(get.responses['200'].content), ['text/calendar'])
      assert.ok(get.parameters.some(({ name }: { name: string }) => name === 'reminders'))
    }
  })
})
