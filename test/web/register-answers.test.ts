// The seven questions of a ministry: over the register that ships, worked by hand from its facts, and over the fictional world.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { thePublic } from '../../src/accounts/person.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { loadRegister } from '../../src/load.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { MinistryShown } from '../../src/web/data/engagements.ts'
import { inTestWorld } from '../world.ts'
import { focal, words } from './approval-cast.ts'
import { deskData } from './desk.ts'
import { inSignedInWorld } from './signing.ts'
import { bothWorlds, documentOf, read, textOf } from './site.ts'

const app = bothWorlds()
const pageOf = async (address: string) => documentOf((await read(app, address)).text)

let held: Promise<MinistryShown> | undefined
const shownOf = () => {
  held ??= inTestWorld(async (db) => {
    await loadRegister(db)
    return (await deskData(db, 'register').showMinistry('MNG')) as MinistryShown
  })
  return held
}

describe("what the register that ships answers of one State's facts", () => {
  it('shows all of its facts with their quotations, none by a kind of its own', async () => {
    const rows = parse(readFileSync('reference/facts/mongolia.csv'), { columns: true }) as {
      id: string
      kind: string
      quotation: string
    }[]
    const { engagements } = await shownOf()
    assert.deepEqual([rows.length, new Set(rows.map(({ kind }) => kind)).size], [69, 24])
    const shown = new Map(engagements.map((one) => [one.id, one]))
    for (const { id, kind, quotation } of rows)
      assert.deepEqual([id, shown.get(id)?.kind, shown.get(id)?.quotation], [id, kind, quotation])
  })

  it('is due: nothing on record of what has a day', async () => {
    const { owed, today } = await shownOf()
    const soon = owed.filter(({ due }) => due !== null && due >= today.slice(0, 4))
    assert.ok(soon.length >= 8)
    assert.ok(soon.every(({ status }) => status !== 'met'))
  })

  it('is stale: all of what the page of about 2020 calls current', async () => {
    const { aged } = (await shownOf()).answers
    assert.deepEqual(aged, { stale: 28, unsaid: 0, all: 28 })
  })

  it('met one target of five in 2025: the study, as a later source says', async () => {
    const year = (await shownOf()).answers.targets.find((one) => one.year === 2025)!
    const by = Object.fromEntries(year.targets.map(({ duty, n, N, state }) => [duty, `${n}/${N} ${state}`]))
    assert.deepEqual(by, {
      'plg-study/milestone': '1/1 met',
      'mfa-ubd1/event-series': '0/1 not-found',
      'ihl-pledge-mongolia/C2': '0/2 not-assessable',
      'ihl-pledge-mongolia/C3': '0/3 not-assessable',
      'ihl-pledge-mongolia/C4': '0/1 not-assessable',
    })
  })

  it('promised: nine of fourteen name towards or with whom', async () => {
    const { promises, promisedTo, towards } = (await shownOf()).answers
    assert.equal(promises.length, 14)
    const by = Object.fromEntries(promisedTo.map(({ to, facts }) => [to?.id ?? 'nobody', facts.toSorted()]))
    assert.deepEqual(by.icrc, ['plg-a5', 'plg-agreement', 'plg-r2', 'plg-study'])
    assert.deepEqual(by['mongolian-red-cross-society'], ['plg-a4'])
    assert.deepEqual(by.fao, ['mfa-cpf'])
    assert.equal(promises.length - by.nobody!.length, 9)
    assert.deepEqual(towards, ['mfa-p5a', 'mfa-p5b'])
  })

  it('is responsible: five of fourteen promises name who; a body and its chair work on the pledge, a cooperation is nobody', async () => {
    const { seenTo, work } = (await shownOf()).answers
    const named = seenTo.filter(({ who }) => who.length > 0)
    assert.deepEqual(named.map(({ id }) => id).toSorted(), [
      'plg-1',
      'plg-agreement',
      'plg-r1',
      'plg-r2',
      'plg-study',
    ])
    assert.deepEqual([seenTo.length, work], [14, { n: 0, N: 0 }])
    const byWork = named.flatMap(({ id, who }) =>
      who.filter(({ by }) => by === 'work').map(({ name }) => [id, name]),
    )
    assert.deepEqual(byWork.toSorted(), [
      ['plg-1', 'IHL Core Group'],
      ['plg-1', 'Mongolian Red Cross Society'],
    ])
    const inferred = named.filter(({ who }) => who.some((one) => one.inferred))
    assert.deepEqual(
      inferred.map(({ id }) => id),
      ['plg-study'],
      'whose study it is stands in another sentence',
    )
  })

  // Of six terms in the chair two are over by their last day and two by their source's word, and so is a seat held until 2018.
  it('chairs and hosts: two terms and eleven hosted, three of them stated as current; five terms are past', async () => {
    const { answers, engagements } = await shownOf()
    assert.deepEqual(answers.chairs.toSorted(), ['mfa-cd3', 'plg-core'])
    assert.deepEqual(answers.pastTerms.toSorted(), [
      ...['mfa-cd5', 'mfa-escap', 'mfa-escap45', 'mfa-escap55', 'mfa-hrc'],
    ])
    assert.deepEqual(answers.hosts.toSorted(), [
      ...['mfa-asem1', 'mfa-asem2', 'mfa-asem3', 'mfa-cd6', 'mfa-itt4', 'mfa-itt5', 'mfa-ubd1'],
      ...['mfa-ubd4', 'mfa-ubd5', 'mfa-ubd6', 'mfa-ubd7'],
    ])
    const all = new Set([...answers.chairs, ...answers.hosts])
    const current = engagements.filter(({ id, statedAsCurrent }) => all.has(id) && statedAsCurrent)
    assert.deepEqual(current.map(({ id }) => id).toSorted(), ['mfa-itt5', 'mfa-ubd1', 'plg-core'])
  })

  it('has people serving by one count: two figures, of one day', async () => {
    assert.deepEqual((await shownOf()).answers.serving.toSorted(), ['mfa-pk4', 'mfa-pk5'])
  })
})

/** Facts as a file that was received brings them. */
const receive = (db: Db, facts: readonly unknown[]) =>
  importFacts(
    db,
    { name: 'facts.json', bytes: Buffer.from(JSON.stringify(facts)) },
    { kinds: readShippedKinds(), entered: false },
  )

describe('the questions on the page', () => {
  it('have their answers first, each leading to the part that shows it', async () => {
    const document = await pageOf('/ministries/XAA')
    const answers = [...document.querySelectorAll('.register-answers > div')]
    assert.equal(answers.length, 7)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.register-answers dt a')) {
      const place = link.getAttribute('href')!
      if (place.startsWith('#')) assert.ok(document.querySelector(place), place)
    }
    assert.match(textOf(answers[0]!), /^What is due this year and next\? 2 of \d+ due by the end of 2028/)
    assert.match(
      textOf(answers[3]!),
      /0 of 3 promises and agreements name towards or with whom; others made 1 towards it/,
    )
    assert.match(textOf(answers[5]!), /No term in the chair and nothing hosted is held/)
    assert.match(textOf(answers[6]!), /more than 18,139 persons .* as of September 2020, now 7 years old/)
  })

  it('count terms that go on, and tell those that are over in a fold of their own, with their dates', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      const term = (id: string, kind: string, title: string, date: string | null, status: string) => ({
        ...{ id, actor: 'XAA', kind, known_from: '2027-01-15', language: 'en' },
        ...(date === null ? {} : { date }),
        source: { title: 'Page of the ministry', address: 'https://ministry.example/page' },
        ...{ quotation: `${title}.`, body: { title, status } },
      })
      const facts = [
        term('now', 'chair-term', 'It presides', '2026/2030', 'current'),
        term('was', 'chair-term', 'It presided', '2019/2020', 'completed'),
        term('once', 'chair-term', 'It presided once', null, 'completed'),
        term('unsaid', 'chair-term', 'It co-chairs', null, 'noted'),
        term('seat', 'organisation-membership', 'It had a seat', '2015/2018', 'completed'),
        term('member', 'organisation-membership', 'It is a member', '1971/..', 'current'),
      ]
      await receive(db, facts)
      const { document } = await as(thePublic).open('/ministries/XAA')
      assert.match(
        textOf(document.querySelectorAll('.register-answers > div')[5]!),
        /2 chaired or hosted: 2 in the chair, 0 hosted; .*3 past terms$/,
      )
      const folds = [...document.querySelectorAll('section[aria-labelledby="chairs"] details')]
      const past = folds.find((fold) => textOf(fold.querySelector('summary')!).startsWith('Past terms'))!
      assert.match(textOf(past.querySelector('summary')!), / 3$/)
      const told = [...past.querySelectorAll('li')].map(textOf)
      assert.match(told[0]!, /^It presided Term in the chair .*2019.*2020/)
      assert.match(told[1]!, /^It had a seat Membership .*2015.*2018/)
      assert.match(told[2]!, /^It presided once /)
      // The rest of the section has those that go on, and none of these.
      past.remove()
      const others = textOf(document.querySelector('section[aria-labelledby="chairs"]')!)
      assert.match(others, /It presides/)
      assert.match(others, /It co-chairs/)
      assert.doesNotMatch(others, /It presided|It had a seat|It is a member/)
    }))

  it('count what others promised towards a State, whosever the fact is held as', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      const promised = (id: string, actor: string, title: string, named: object) => ({
        ...{
          id,
          actor,
          kind: 'third-party-commitment',
          date: '2026',
          known_from: '2027-01-15',
          language: 'en',
        },
        source: { title: 'Page of the ministry', address: 'https://ministry.example/page' },
        ...{ quotation: `${title}.`, body: { title, ...named } },
      })
      const facts = [
        promised('held', 'XAA', 'Belmora stands by it', { parties: ['XAB'] }),
        promised('toward', 'XAA', 'Belmora helps it', { parties: ['XAB'], beneficiaries: ['XAA'] }),
        promised('by', 'XAB', 'Belmora lends to it', { parties: ['XAB'], beneficiaries: ['Averland'] }),
        promised('else', 'XAA', 'Belmora helps others', { parties: ['XAB'], beneficiaries: ['XAC'] }),
        promised('joint', 'XAA', 'It joins in', { parties: ['XAA', 'XAB'] }),
      ]
      await receive(db, facts)
      const { document } = await as(thePublic).open('/ministries/XAA')
      assert.match(
        textOf(document.querySelectorAll('.register-answers > div')[3]!),
        /others made 3 towards it/,
      )
      const listed = [...document.querySelectorAll('section[aria-labelledby="promised"] li a')].map(textOf)
      assert.deepEqual(listed.toSorted(), [
        ...['Belmora helps it', 'Belmora lends to it', 'Belmora stands by it'],
      ])
    }))

  it('print figures of people who serve with their dates, the newest first, and ask also where only others count them', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      const base = {
        ...{ actor: 'XAA', known_from: '2027-01-15', language: 'en', quotation: 'They serve.' },
        source: { title: 'Page of the ministry', address: 'https://ministry.example/page' },
      }
      const take = (facts: object[]) =>
        importFacts(
          db,
          { name: 'facts.json', bytes: Buffer.from(JSON.stringify(facts)) },
          { kinds: readShippedKinds(), entered: false },
        )
      const served = async () =>
        words((await as(thePublic).open('/ministries/XAA')).document).match(/How many people.{0,500}/)?.[0]
      const measure = 'mean of the monthly figures of the year'
      await take([
        {
          ...{ ...base, id: 'counted', kind: 'mission-personnel', date: '2020' },
          body: { mission: 'UNFIC', year: 2020, persons: 870, measure },
        },
      ])
      assert.match(
        words((await as(thePublic).open('/ministries/XAA')).document),
        /what others count of it is/,
      )
      assert.match((await served())!, /870 persons in 1 mission, 2020 .*as counted in Page of the ministry/)
      // A newer year that is doubtful is no answer: it stands beside it, marked.
      await take([
        {
          ...{ ...base, id: 'in-part', kind: 'mission-personnel', date: '2021', note: 'Months are missing.' },
          body: { mission: 'UNFIC', year: 2021, persons: 73, measure },
        },
      ])
      const { document } = await as(thePublic).open('/ministries/XAA')
      const bold = [...document.querySelectorAll('.register-answers li b')].map(textOf)
      assert.ok(bold.includes('870 persons in 1 mission, 2020'))
      assert.ok(!bold.some((one) => one.includes('2021')))
      assert.match((await served())!, /; 73 persons in 1 mission, 2021 doubtful/)
      const csv = (await as(thePublic).open('/ministries/XAA.csv')).text
      assert.match(csv, /people serving.*2021.*doubtful.*73.*Months are missing/)
      const body = { title: 'Troops', unit: 'persons' }
      const dated = ['1999', '2001', '2003', '2005', '2020'].map((date, i) => ({
        ...{ ...base, id: `c${i}`, kind: 'contribution', date },
        body: { ...body, title: `Troops ${date}`, quantity: String(100 + i) },
      }))
      const undated = { ...base, id: 'c9', kind: 'contribution', body: { ...body, quantity: '77' } }
      await take([...dated, undated])
      const said = (await served())!
      assert.match(
        said,
        /104 persons ?\(Troops 2020\) 2020 .*103 persons ?\(Troops 2005\) 2005 .*\(Troops 2003\) 2003 .*\(Troops 2001\) 2001 /,
      )
      assert.match(said, /2 more/)
    }))

  it('tell each year of targets by where they stand, and name each target', async () => {
    const document = await pageOf('/ministries/XAA')
    // In the answer, which has no marks, what nobody can tell is not said to be unmet.
    assert.match(textOf(document.querySelector('main')), /2026: 0 of 3 met, of 2 it is not known/)
    const years = [...document.querySelectorAll('.targets-by-year > li')].map(textOf)
    assert.match(years[0]!, /^2027, so far: 0 of 1 met .*at risk by the calendar 1 .*Courses held \(2 of 3\)/)
    assert.ok(years.some((year) => /^2025: 1 of 1 met .*Study launched/.test(year)))
  })

  it('stand in the data twins', async () => {
    const { answers } = JSON.parse((await read(app, '/ministries/XAA.json')).text) as MinistryShown
    assert.deepEqual(answers.serving, ['served', 'served-league'])
    assert.deepEqual(answers.beside[0]?.others, [
      { id: 'served-league', differs: ['date', 'quantity', 'asOf'] },
    ])
    const csv = parse((await read(app, '/ministries/XAA.csv')).text, { columns: true }) as Record<
      string,
      string
    >[]
    const of = (kind: string) => csv.filter((row) => row.row === 'answer' && row.kind === kind)
    assert.ok(of('target').some((row) => row.when === '2027' && row.value === '2 of 3'))
    assert.ok(of('promised').every((row) => row.value === 'names nobody'))
    assert.deepEqual(
      of('promised by others').map((row) => row.id),
      ['towards'],
    )
  })

  it('are not asked of an actor of which nothing is held: there it says how to begin', async () => {
    const document = await pageOf('/ministries/XAL')
    assert.equal(document.querySelector('.register-answers'), null)
    const begin = document.querySelector('section[aria-labelledby="begin"]')
    assert.match(textOf(begin), /Enter a first fact, with its source/)
    assert.equal(begin?.querySelector('a')?.getAttribute('href'), '/enter/facts/new?actor=XAL')
  })
})

describe('one thing in several facts', () => {
  it('two sources stay, marked, and each says where the other differs', async () => {
    const document = await pageOf('/ministries/XAA')
    const own = document.querySelector('#fact-served')!
    assert.match(textOf(own.querySelector('summary')), /more than 18,139 persons.*1 other source, not alike/)
    assert.match(
      textOf(own.querySelector('.beside')),
      /Observers who served: 17,950 persons · 2020 · Fictional League ?not alike in: When, Quantity, As of/,
    )
    const other = document.querySelector('#fact-served-league')!
    assert.match(textOf(other.querySelector('summary')), /17,950 persons.*1 other source, not alike/)
    assert.match(textOf(document.querySelector('.register-answers')), /2 figures, sources: 2/)
  })

  it('what changed of a series stands at its years, as vague as its source has it', async () => {
    const document = await pageOf('/ministries/XAA')
    const series = document.querySelector('#series-series-resolution-series')!
    assert.match(textOf(series), /Changed, 1980s: level → open · Talks open to researchers/)
    assert.match(textOf(document.querySelector('#fact-series')), /2 facts belong to it or speak of it/)
  })
})
