// The page of a State's engagements: over the fictional world, and over what the register really holds.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { loadRegister } from '../../src/load.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { MinistryShown } from '../../src/web/data/engagements.ts'
import { english } from '../../src/words/catalogue.ts'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { bothWorlds, documentOf, read, textOf } from './site.ts'

const app = bothWorlds()
const pageOf = async (address: string) => documentOf((await read(app, address)).text)
const fact = (document: Document, id: string) => document.querySelector(`#fact-${id}`)

describe("the page of a State's engagements", () => {
  it('never calls something current without saying when its source did', async () => {
    const document = await pageOf('/ministries/XAA')
    const line = textOf(fact(document, 'league')!.querySelector('summary'))
    assert.match(line, /since 2006 stated as current, about 2020/)
    assert.match(textOf(fact(document, 'towards')!.querySelector('summary')), /read as in force, about 2020/)
    assert.match(textOf(document.querySelector('main')), /call something current and were written about 2020/)
  })

  it('keeps the comparator of a figure, its date, its age, and marks what was inferred', async () => {
    const document = await pageOf('/ministries/XAA')
    const line = textOf(fact(document, 'served')!.querySelector('summary'))
    assert.match(line, /more than 18,139 persons/)
    assert.match(line, /2002 – September 2020 inferred/)
    assert.match(
      line,
      /as of September 2020, 7 years ago; figures of this kind are looked at again after 2 years inferred/,
    )
  })

  it('says each stage of a milestone that has several, not one word for all of them', async () => {
    const lines = (await pageOf('/ministries/XAA')).querySelectorAll('.engagement-line')
    const study = [...lines].map(textOf).find((line) => line.includes('31 December 2025')) ?? ''
    assert.match(study, /finalised launch planned$/)
    assert.doesNotMatch(study, / planned .*planned/)
  })

  it('says what is due this year and next: state, date, how many of how many, and where was looked', async () => {
    const document = await pageOf('/ministries/XAA')
    const rows = [...document.querySelectorAll('section[aria-labelledby="due"] tbody tr')].map(textOf)
    const row = (title: string, when: string) =>
      rows.find((one) => one.startsWith(title) && one.includes(when)) ?? rows.join('\n')
    assert.match(
      row('Courses held', '2027'),
      /^Courses held 2027 at risk by the calendar ?nothing on record for 1 of 3, and 0 days left.* 2 of 3 ?Event, 15 Apr 2027 ?Event, 26 Aug 2027 entered here, not received/,
    )
    assert.match(row('On harbours', '2028'), /^On harbours 2028 due nothing$/)
    assert.match(row('Harbour plan adopted', '2026'), /not found nothing ?Registers looked through 1/)
    assert.equal(rows.filter((one) => one.startsWith('Study launched')).length, 0, 'it is reached')
  })

  it('lists what has no day, and why', async () => {
    const undated = (await pageOf('/ministries/XAA')).querySelector(
      'section[aria-labelledby="due"] details.due-undated',
    )
    assert.match(textOf(undated), /^2 promises without a day/)
    assert.match(
      textOf(undated),
      /Talks of the League not yet assessable every 2 years, no source says since when: which years these are cannot be said/,
    )
    assert.match(textOf(undated), /Agenda agreed no day set the source names no day/)
  })

  it('has a row of years for each series, each year with its word, and how many of how many', async () => {
    const series = (await pageOf('/ministries/XAA')).querySelector('#series-series-resolution-series')!
    assert.match(textOf(series), /^On harbours every 2 years since 2018 · 1 of 5 up to today are on record/)
    assert.deepEqual([...series.querySelectorAll('.series-years > li')].map(textOf), [
      '2018: met',
      '2020: not found',
      '2022: not found',
      '2024: not found',
      '2026: not found',
      '2028: due',
    ])
    assert.equal(series.querySelector('.series-years a')?.getAttribute('href'), '/ministries/XAA#fact-first')
    assert.match(
      textOf(series),
      /Registers looked through \d.*\(some records only, and none after 31 Dec 2019\)/,
    )
  })

  it('gives the words of the source in their own language, and says which text is not held', async () => {
    const document = await pageOf('/ministries/XAA')
    const study = fact(document, 'study')!
    const quotation = study.querySelector('blockquote bdi')
    assert.deepEqual([quotation?.getAttribute('lang'), quotation?.getAttribute('dir')], ['ar', 'rtl'])
    assert.match(textOf(study), /Text held in: Arabic\. No Mongolian text held\./)
    assert.doesNotMatch(textOf((await pageOf('/ministries/XAL')).querySelector('main')), /text held/)
  })

  it('tells a vote that is not recorded from absence and abstention', async () => {
    const votes = (await pageOf('/ministries/XAA')).querySelector('section[aria-labelledby="votes"]')
    assert.deepEqual([...votes!.querySelectorAll('.vote-years li')].map(textOf), [
      '2019 yes',
      '2020 no',
      '2021 abstained',
      '2022 no vote recorded',
    ])
    assert.match(textOf(votes), /Of 4 resolutions .*: 1 yes, 1 no, 1 abstained, 1 without a vote recorded\./)
    const csv = parse((await read(app, '/ministries/XAA.csv')).text, { columns: true }) as Record<
      string,
      string
    >[]
    assert.deepEqual(
      csv.filter((row) => row.row === 'vote' && row.kind !== '').map((row) => row.value),
      ['yes', 'no', 'abstain', 'no vote recorded'],
    )
  })

  it('marks a vote entered here, and names its source where it is another', async () => {
    const votes = (await pageOf('/ministries/XAA')).querySelector('section[aria-labelledby="votes"]')!
    assert.match(
      textOf([...votes.querySelectorAll('table')].at(-1)!),
      /yes entered here, not received ?Letter of the delegation/,
    )
    assert.equal(votes.querySelectorAll('.entered').length, 1)
    const csv = parse((await read(app, '/ministries/XAA.csv')).text, { columns: true }) as Record<
      string,
      string
    >[]
    const rows = csv.filter((row) => row.row === 'vote')
    assert.deepEqual(
      rows.filter((row) => row.mark !== '').map((row) => [row.source, row.mark]),
      [['Letter of the delegation', 'entered here, not received']],
    )
    assert.ok(rows.some((row) => row.source === 'Fictional status page'))
  })

  it('shows what the catalogue has no word for as the data have it, marked as English', async () => {
    const document = await pageOf('/mn/ministries/XAA')
    const later = fact(document, 'new-kind')!
    assert.match(textOf(later), /Kind of a later version/)
    assert.equal(later.querySelector('summary bdi')?.getAttribute('lang'), 'en')
    assert.match(textOf(later), /status without a word/)
  })

  it('says of a State of which nothing is held only that', async () => {
    const main = textOf((await pageOf('/ministries/XAL')).querySelector('main'))
    assert.match(main, /No engagement of .* is held here\. That says what is not held/)
    assert.equal((await read(app, '/ministries/NOPE')).status, 404)
  })

  it('has a word for every kind, field and status that ships', () => {
    const hidden = ['title', 'status', 'inferred', 'statedAsOf', 'unit', 'per', 'due']
    const kinds = Object.entries(readShippedKinds()).filter(
      ([, { topic }]) =>
        topic !== undefined && !['votes', 'implementation', 'page', 'statements'].includes(topic),
    )
    assert.ok(kinds.length > 20)
    const facts = parse(readFileSync('reference/facts/mongolia.csv'), { columns: true }) as Record<
      string,
      string
    >[]
    const of = (column: string) => [...new Set(facts.map((row) => row[`body.${column}`]))].filter(Boolean)
    const keys = [
      ...kinds.flatMap(([name, kind]) => [
        `ministry.kind.${name}`,
        `ministry.topic.${kind.topic}`,
        ...Object.keys(kind.fields)
          .filter((field) => !hidden.includes(field))
          .map((field) => `ministry.field.${field}`),
      ]),
      ...of('status').map((status) => `ministry.status.${status}`),
      ...[...of('unit'), ...of('per')].map((unit) => `ministry.unit.${unit}`),
    ]
    assert.deepEqual(
      [...new Set(keys)].filter((key) => !Object.hasOwn(english, key)),
      [],
    )
  })
})

describe("States' engagements in the register", () => {
  const readShown = () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const data = deskData(db, 'register')
      const of = async (id: string) => (await data.showMinistry(id)) as MinistryShown
      return {
        mongolia: await of('MNG'),
        france: await of('FRA'),
        serbia: await of('SRB'),
        norway: await of('NOR'),
        group: await of('p5'),
        nobody: await data.showMinistry('nobody'),
      }
    })

  it('come from what is held, for any State alike', async () => {
    const { mongolia, france, serbia, norway, group, nobody } = await readShown()
    assert.equal(mongolia.engagements.filter(({ relation }) => relation === 'own').length, 66)
    assert.deepEqual(
      mongolia.engagements
        .filter(({ relation }) => relation !== 'own')
        .map(({ id, relation }) => [id, relation]),
      [
        ['plg-core', 'unit'],
        ['mfa-p5a', 'towards'],
        ['mfa-p5b', 'towards'],
      ],
    )
    assert.equal(mongolia.officialLanguage, 'mn')
    assert.deepEqual(
      mongolia.pledges.map(({ plan }) => plan.id),
      ['ihl-pledge-mongolia'],
    )
    const treaties = Object.fromEntries(mongolia.treaties.map(({ treaty, state }) => [treaty, state]))
    assert.deepEqual(treaties, {
      'arms-trade': 'signed',
      'environmental-modification': 'consented',
      'mine-ban': 'none',
      'nuclear-weapons-prohibition': 'consented',
      'persons-with-disabilities': 'consented',
      torture: 'consented',
    })
    assert.ok(
      mongolia.treaties.every(({ source }) => source.date === '2026-02-03' && source.address !== null),
    )
    const standing = (instrument: string) =>
      mongolia.owed
        .filter((one) => one.instrument === instrument)
        .map(({ instance, status }) => `${instance}: ${status}`)
    assert.equal(standing('mfa-rs1')[0], '1998: met')
    assert.ok(
      standing('mfa-rs1')
        .slice(1, -1)
        .every((one) => /^20(0|1|2)[02468]: not-found$/.test(one)),
    )
    assert.deepEqual(standing('mfa-rs2'), ['null: not-assessable'])

    assert.deepEqual(
      france.engagements.map(({ id, relation }) => [id, relation]),
      [
        ['mfa-p5a', 'named'],
        ['mfa-p5b', 'named'],
      ],
    )
    assert.equal(france.treaties.find(({ treaty }) => treaty === 'mine-ban')?.state, 'party')
    assert.deepEqual(norway.engagements, [])
    assert.deepEqual([norway.pledges, norway.owed], [[], []])
    assert.equal(serbia.votes[0]?.years.find(({ year }) => year === 2019)?.vote, 'yes')
    // A group has what it promised, and joins no treaties.
    assert.deepEqual(
      [group.engagements.map(({ id, relation }) => [id, relation]), group.treaties, group.votes],
      [
        [
          ['mfa-p5a', 'own'],
          ['mfa-p5b', 'own'],
        ],
        [],
        [],
      ],
    )
    assert.equal(nobody, undefined)
  })
})
