// The page of a State's engagements: over the fictional world, and over what the register really holds.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { loadRegister } from '../../src/load.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { MinistryShown } from '../../src/web/data/engagements.ts'
import { heldData } from '../../src/web/held.ts'
import { english } from '../../src/words/catalogue.ts'
import { inTestWorld } from '../world.ts'
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
    assert.match(line, /as of September 2020, now 7 years old inferred/)
  })

  it('says each stage of a milestone that has several, not one word for all of them', async () => {
    const lines = (await pageOf('/ministries/XAA')).querySelectorAll('.engagement-line')
    const study = [...lines].map(textOf).find((line) => line.includes('31 December 2025')) ?? ''
    assert.match(study, /finalised launch planned$/)
    assert.doesNotMatch(study, / planned .*planned/)
  })

  it('says of a milestone past its date what a later source says, and nothing more', async () => {
    const document = await pageOf('/ministries/XAA')
    assert.match(
      textOf(document.querySelector('section[aria-labelledby="due"]')),
      /Study launched 31 December 2025 past its date; a later source says: Study reported as launched One more milestone/,
    )
    assert.match(
      textOf(document.querySelector('section[aria-labelledby="expected"]')),
      /On harbours every 2 years 2028 last one recorded here: 2018 Talks of the League every 2 years cannot be counted/,
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
      ([, kind]) => kind.topic !== undefined && kind.topic !== 'votes',
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
      const data = heldData(db, 'register')
      const of = async (id: string) => (await data.showMinistry(id)) as MinistryShown
      return {
        mongolia: await of('MNG'),
        france: await of('FRA'),
        serbia: await of('SRB'),
        norway: await of('NOR'),
        nobody: await data.showMinistry('p5'),
      }
    })

  it('come from what is held, for any State alike', async () => {
    const { mongolia, france, serbia, norway, nobody } = await readShown()
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
    const standing = Object.fromEntries(mongolia.treaties.map(({ treaty, state }) => [treaty, state]))
    assert.deepEqual(standing, {
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
    const asked = mongolia.expected.map(({ id, next, lastHeld }) => [id, next, lastHeld])
    assert.deepEqual(
      asked.filter(([id]) => id === 'mfa-rs1' || id === 'mfa-rs2'),
      [
        ['mfa-rs1', 2026, 1998],
        ['mfa-rs2', null, null],
      ],
    )

    assert.deepEqual(
      france.engagements.map(({ id, relation }) => [id, relation]),
      [
        ['mfa-p5a', 'named'],
        ['mfa-p5b', 'named'],
      ],
    )
    assert.equal(france.treaties.find(({ treaty }) => treaty === 'mine-ban')?.state, 'party')
    assert.deepEqual(norway.engagements, [])
    assert.deepEqual([norway.pledges, norway.due, norway.expected], [[], [], []])
    assert.equal(serbia.votes[0]?.years.find(({ year }) => year === 2019)?.vote, 'yes')
    assert.equal(nobody, undefined)
  })
})
