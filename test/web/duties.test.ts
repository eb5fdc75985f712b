import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allDuties } from './fictional/duties.ts'
import { documentOf, exerciseApp, read, registerApp, textOf } from './site.ts'

const app = registerApp()

const pageOf = async (address: string): Promise<Document> => {
  const { status, text } = await read(app, address)
  assert.equal(status, 200, address)
  return documentOf(text)
}

const jsonOf = async (address: string) => {
  const { status, text } = await read(app, address)
  return { status, json: JSON.parse(text) }
}

describe('who owes what by when', () => {
  it('counts first what is overdue, due soon, not found and waiting, each a link to exactly those', async () => {
    const document = await pageOf('/duties')
    const links = [...document.querySelectorAll('.answer-links a')]
    assert.equal(links.length, 4)
    for (const link of links) {
      const count = Number(textOf(link.querySelector('.figure')))
      const [path, query] = (link.getAttribute('href') ?? '').split('?')
      const { json } = await jsonOf(`${path}.json?${query}`)
      const owed = json.duties.filter((duty: { applies: string }) => duty.applies === 'yes')
      assert.equal(owed.length, count, textOf(link))
    }
  })

  it('keeps apart those of whom it is not known whether they owe it', async () => {
    const document = await pageOf('/duties')
    const dated = [...document.querySelectorAll('section[aria-labelledby="dated"] tbody tr')].map(textOf)
    assert.ok(
      !dated.some((row) => row.includes('Drusk') && row.includes('Clearance')),
      'Drusk may owe nothing',
    )
    assert.match(
      textOf(document.querySelector('section[aria-labelledby="perhaps"]')),
      /Clearance of mined areas/,
    )
  })

  it('says once what is the same for many States, and names them all', async () => {
    const rows = [
      ...(await pageOf('/duties?instrument=fictional-treaty')).querySelectorAll('#dated ~ table tbody tr'),
    ]
    const many = rows.find((row) => /30 States/.test(textOf(row)))
    assert.ok(many !== undefined)
    assert.equal(many.querySelectorAll('ul.same li').length, 30)
  })

  it('tells a mistake beside its field, keeps what was typed, and refuses it as data', async () => {
    const document = await pageOf('/duties?from=soon&state=NOPE&status=due&until=2027-12-31')
    assert.match(document.title, /^Error: /)
    const from = document.querySelector('input[name=from]')!
    assert.equal(from.getAttribute('value'), 'soon')
    assert.equal(from.getAttribute('aria-invalid'), 'true')
    assert.match(textOf(document.querySelector('#f-from-wrong')), /2026-12-01/)
    assert.equal(document.querySelector('select[name=state] option[selected]')?.getAttribute('value'), 'NOPE')
    assert.equal(document.querySelector('select[name=status] option[selected]')?.getAttribute('value'), 'due')
    assert.equal(document.querySelector('input[name=until]')?.getAttribute('value'), '2027-12-31')
    assert.equal(document.querySelectorAll('.duties').length, 0)
    for (const form of ['json', 'csv', 'xlsx']) {
      const { status, text } = await read(app, `/duties.${form}?from=soon&state=NOPE`)
      assert.equal(status, 400, form)
      assert.deepEqual(
        JSON.parse(text).issues.map((issue: { path: string }) => issue.path),
        ['from', 'state'],
      )
    }
    const backwards = await pageOf('/duties?from=2027-05-01&until=2027-04-01')
    assert.match(textOf(backwards.querySelector('.wrong-summary')), /last day lies before the first/)
  })

  it('gives the same duties as data as on the page, marked where they were entered here', async () => {
    const { json } = await jsonOf('/duties.json?state=XAA')
    const own = allDuties.filter((one) => one.actor === 'XAA' && (one.due ?? '2027') >= '2027')
    assert.deepEqual(
      json.duties.map((one: { key: string }) => one.key),
      own.map((one) => one.key),
    )
    const { text } = await read(exerciseApp(), '/duties.csv?state=XAA')
    const marked = text.split('\n').filter((line) => line.includes('entered here, not received'))
    assert.equal(marked.length, own.filter((one) => one.entered).length)
    assert.ok(marked.every((line) => line.startsWith('exercise,')))
  })
})

describe('the duties of an instrument', () => {
  it('have their rules in words: the event, how long after, who owes it, what meets it', async () => {
    const words = textOf((await pageOf('/duties/fictional-treaty')).querySelector('main'))
    for (const part of [
      '10 years after its entry into force for the State. A later date can be granted.',
      '180 days after its entry into force for the State. Then every year by 30 April. Covers the calendar year before.',
      'on record: Completion of an obligation (article 5)',
      'No day: The article sets no day.',
    ])
      assert.ok(words.includes(part), part)
    const ofPlan = textOf((await pageOf('/duties/fictional-plan-draft-2024-01')).querySelector('main'))
    assert.match(ofPlan, /3 months before the opening of each msp/)
  })

  it('are refused by name where none are held', async () => {
    const { status, text } = await read(app, '/duties/nothing.json')
    assert.equal(status, 404)
    assert.match(JSON.parse(text).detail, /fictional-treaty/)
    assert.equal((await read(app, '/duties/fictional-treaty/nothing')).status, 404)
  })
})

describe('one duty of all States', () => {
  it('says how many of those that owe it have met it, without those of whom that is not known', async () => {
    const document = await pageOf('/duties/fictional-treaty/clearance')
    assert.equal(textOf(document.querySelector('.big')), '1 of 4')
    assert.match(textOf(document.querySelector('.answer-words')), /Of 1 it is not known whether it owes this/)
    const { json } = await jsonOf('/duties/fictional-treaty/clearance.json')
    assert.deepEqual([json.met, json.owed, json.year], [1, 4, null])
  })

  it('calls nobody unfaithful for what is not found: the figure is then only what is found', async () => {
    const document = await pageOf('/duties/fictional-treaty/report?year=2027')
    assert.equal(textOf(document.querySelector('.big')), '10 of 30')
    assert.match(textOf(document.querySelector('.big-of')), /found to have met it/)
    assert.match(textOf(document.querySelector('.answer-words')), /Of 10 nothing is found here/)
    const ahead = await pageOf('/duties/fictional-treaty/report?year=2028')
    assert.equal(textOf(ahead.querySelector('.big')), '30')
    assert.match(textOf(ahead.querySelector('.big-of')), /its day lies ahead/)
  })

  it('says what those wait for that have no date', async () => {
    const words = textOf((await pageOf('/duties/fictional-treaty/clarification')).querySelector('main'))
    assert.match(words, /Waits for: /)
  })
})

describe('the calendar', () => {
  it('has this month, with the month before and after, and each day that has something', async () => {
    const document = await pageOf('/calendar')
    assert.equal(textOf(document.querySelector('h1')), 'December 2027: what falls due')
    const around = [...document.querySelectorAll('nav.pages a')].map((link) => link.getAttribute('href'))
    assert.deepEqual(around, ['/calendar/2027-11', '/calendar/2028-01'])
    assert.match(textOf(document.querySelector('#day-2027-12-31')), /Friday, 31 December 2027/)
  })

  it('is a table of weeks whose days lead to what is below', async () => {
    const document = await pageOf('/calendar/2027-04')
    const sheet = document.querySelector('table.month-sheet')!
    assert.equal(sheet.querySelectorAll('thead th').length, 7)
    // 1 April 2027 is a Thursday.
    assert.deepEqual([...sheet.querySelectorAll('tbody tr:first-child td')].map(textOf), [
      '',
      '',
      '',
      '1',
      '2',
      '3',
      '4',
    ])
    const links = [...sheet.querySelectorAll('a')]
    assert.deepEqual(
      links.map((link) => link.getAttribute('href')),
      ['#day-2027-04-30'],
    )
    assert.ok(document.querySelector('#day-2027-04-30') !== null)
  })

  it('keeps apart what falls into a month but has no day', async () => {
    const document = await pageOf('/calendar/2027-09')
    assert.match(textOf(document.querySelector('section[aria-labelledby="vague"]')), /September 2027 Eldavia/)
    const day = await pageOf('/calendar/2027-09-01')
    assert.match(textOf(day.querySelector('main')), /1 of which no day is known may fall on this one/)
    assert.match(textOf(day.querySelector('section[aria-labelledby="due"]')), /Ferrow/)
  })

  it('counts nothing of which it is not known whether it is owed', async () => {
    const document = await pageOf('/calendar/2027-02')
    assert.ok(!textOf(document.querySelector('main')).includes('Drusk'))
    assert.match(
      textOf(document.querySelector('main')),
      /One more date is in the data of this page: of the State it is not known whether it owes this/,
    )
    const { json } = await jsonOf('/calendar/2027-02.json')
    assert.ok(json.duties.some((one: { name: string }) => one.name === 'Drusk'))
  })

  it('says on a day who becomes bound, and nothing where there is nothing', async () => {
    assert.match(
      textOf((await pageOf('/calendar/2027-11-01')).querySelector('#events ~ ol')),
      /enters into force/,
    )
    const { json } = await jsonOf('/calendar/2027-11-01.json')
    assert.deepEqual(
      json.events.map((one: { kind: string }) => one.kind),
      ['in-force'],
    )
    assert.match(
      textOf((await pageOf('/calendar/2024-02-29')).querySelector('main')),
      /29 February 2024: nothing falls due/,
    )
  })

  it('refuses what is no month and no day', async () => {
    for (const wrong of ['2027-13', '2027-02-30', 'soon', '2027', '1899-12'])
      assert.equal((await read(app, `/calendar/${wrong}`)).status, 400, wrong)
  })
})
