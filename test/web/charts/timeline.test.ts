// What the picture of duties over time shows, and says in words.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { siteOf } from '../../../src/web/app.ts'
import { timelineChart } from '../../../src/web/charts/timeline.ts'
import type { DutyShown } from '../../../src/web/data/duties.ts'
import { timelineOf } from '../../../src/web/pages/duties/timeline.ts'
import { timelineFigure } from '../../../src/web/pages/duties/timeline-figure.ts'
import { fictionalData } from '../fictional/world.ts'
import { documentOf, textOf } from '../site.ts'

const siteIn = (language: string) =>
  siteOf({ world: 'register', banner: null, data: fictionalData(), today: () => '2026-11-22', language })

const owed = (given: Partial<DutyShown>): DutyShown => ({
  key: 'fictional-treaty/clearance/XAA',
  actor: 'XAA',
  name: 'Aver',
  instrument: 'fictional-treaty',
  instrumentTitle: 'Fictional Treaty',
  duty: 'fictional-treaty/clearance',
  title: 'Clearance of mined areas',
  article: '5',
  words: 'Each State Party undertakes to clear.',
  language: 'en',
  source: { title: 'Fictional Treaty', address: null, place: null },
  note: null,
  responsible: null,
  obligation: null,
  applies: 'yes',
  instance: null,
  due: null,
  precision: null,
  status: 'due',
  isLate: null,
  computed: null,
  granted: [],
  otherwise: [],
  derivation: { key: 'covered' },
  waitsFor: null,
  metBy: [],
  reason: null,
  searched: [],
  datumIds: [],
  entered: false,
  others: [],
  path: '/duties/fictional-treaty/clearance',
  said: { derivation: '', waitsFor: null, reason: null },
  ...given,
})

const computed = (on: string): DutyShown['computed'] => ({ on, derivation: { key: 'covered' } })
const granted = (on: string, meeting: string | null, isGranted = true): DutyShown['granted'][number] => ({
  on,
  meeting,
  isGranted,
  statedAsOf: null,
  datumIds: [],
})

const extended = owed({
  due: '2030-12-31',
  computed: computed('2013-03-01'),
  granted: [granted('2023-03-01', '12MSP'), granted('2030-12-31', '20MSP')],
})
const yearly = ['met', 'not-found', 'overdue', 'due'].map((status, i) =>
  owed({
    duty: 'fictional-treaty/report',
    title: 'Transparency report',
    instance: String(2024 + i),
    due: `${2024 + i}-04-30`,
    computed: computed(`${2024 + i}-04-30`),
    status: status as DutyShown['status'],
    isLate: i === 0 ? true : null,
    metBy: i === 0 ? [{ id: 'r', type: 'report', kind: 'article-7', on: '2024-05-12', path: null }] : [],
  }),
)

const draw = (duties: DutyShown[], language = 'en') => {
  const site = siteIn(language)
  const timeline = timelineOf(site, duties, 'Duties of Aver')
  assert.ok(timeline !== undefined)
  const page = documentOf(`<!doctype html><body>${timelineFigure(site, timeline)}</body>`)
  return { timeline, page, pictures: [...page.querySelectorAll('svg.timeline')] }
}

describe('duties over time', () => {
  it('show the day of the rule, each day granted after it and the way between them, each in its own shape', () => {
    const { timeline, pictures } = draw([extended])
    assert.deepEqual(
      timeline.rows[0]!.dates.map(({ kind, from }) => [kind, from]),
      [
        ['computed', '2013-03-01'],
        ['granted', '2023-03-01'],
        ['granted', '2030-12-31'],
      ],
    )
    assert.deepEqual(timeline.rows[0]!.extended, { from: '2013-03-01', until: '2030-12-31' })
    for (const picture of pictures) {
      assert.equal(picture.querySelectorAll('.on-computed circle').length, 1)
      assert.equal(picture.querySelectorAll('.on-granted path').length, 2)
      assert.equal(picture.querySelectorAll('.way path').length, 1)
    }
  })

  it('say in words all that they show', () => {
    const { pictures } = draw([extended, ...yearly])
    assert.equal(pictures.length, 2)
    for (const picture of pictures) {
      assert.equal(picture.getAttribute('role'), 'img')
      const said = picture.getAttribute('aria-label') ?? ''
      assert.match(
        said,
        /^Duties of Aver\. Article 5: Clearance of mined areas: due: 31 Dec 2030, by the rule 1 March 2013/,
      )
      assert.match(said, /granted by 12MSP: 1 March 2023, granted by 20MSP: 31 December 2030/)
      assert.match(
        said,
        /met late: 12 May 2024.* · not found: 30 Apr 2025.* · overdue: 30 Apr 2026.* · due: 30 Apr 2027/,
      )
      assert.equal(picture.querySelectorAll('[style], style').length, 0)
    }
  })

  it('have one row for a duty that falls due every year, with the open one beside its name', () => {
    const { timeline, pictures } = draw(yearly)
    assert.equal(timeline.rows.length, 1)
    assert.equal(timeline.rows[0]!.says, 'overdue: 30 Apr 2026')
    assert.equal(timeline.rows[0]!.extended, null)
    assert.deepEqual(
      timeline.rows[0]!.signs.map(({ look }) => look),
      ['met-late', 'not-found', 'overdue'],
    )
    assert.deepEqual(
      [...pictures[0]!.querySelectorAll('use')].map((one) => one.getAttribute('href')),
      ['#m-partly', '#m-unknown', '#m-overdue'],
    )
  })

  it('draw a month or a year as long as it is, and a day as a point', () => {
    const { timeline, page } = draw([
      owed({ due: '2028', computed: computed('2028'), precision: 'year' }),
      owed({
        duty: 'fictional-treaty/stocks',
        status: 'met',
        due: '2014-04-01',
        computed: computed('2014-04-01'),
        metBy: [{ id: 'c', type: 'datum', kind: 'completion', on: '2014-04', path: null }],
      }),
    ])
    assert.deepEqual(timeline.rows[0]!.dates[0], {
      kind: 'computed',
      from: '2028-01-01',
      until: '2029-01-01',
    })
    assert.deepEqual(timeline.rows[1]!.signs[0], { look: 'met', from: '2014-04-01', until: '2014-05-01' })
    const picture = page.querySelector('svg.timeline.wide')
    assert.equal(picture?.querySelectorAll('.span rect, .span path').length, 1)
    assert.equal(picture?.querySelectorAll('.sign-span path').length, 1)
    assert.match(textOf(page.querySelector('.timeline-key')), /known to the month or year only/)
  })

  it('set no point for what has no date, and draw nothing where nothing has one', () => {
    const waiting = owed({ duty: 'fictional-treaty/costs', status: 'waiting', waitsFor: { key: 'covered' } })
    assert.equal(timelineOf(siteIn('en'), [waiting], 'Duties'), undefined)
    assert.equal(draw([extended, waiting]).timeline.rows.length, 1)
  })

  it('reach from whole year to whole year, with today among them', () => {
    const { timeline } = draw([
      owed({ due: '2013-03-01', computed: computed('2013-03-01'), status: 'not-found' }),
    ])
    assert.equal(timeline.from, '2013-01-01')
    assert.equal(timeline.until, '2027-01-01')
    assert.match(timelineChart(timeline).toString(), /today, 22 Nov 2026/)
  })

  it('explain each shape that is drawn, and no other', () => {
    const key = textOf(draw([extended]).page.querySelector('.timeline-key'))
    assert.match(key, /the rule gives this day granted by a meeting a later date took its place$/)
    assert.doesNotMatch(key, /overdue|met|stated/)
  })

  it('are said in other languages too', () => {
    const { pictures } = draw([extended], 'mn')
    assert.match(pictures[0]!.getAttribute('aria-label') ?? '', /12MSP олгосон: 2023 оны 3 дугаар сарын 1/)
  })
})
