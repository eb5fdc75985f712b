// The 68 facts of the two Mongolian texts, as shipped: what a ministry asks of them.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DutyOwed } from '../../src/duties/owed.ts'
import {
  type Engagement,
  engagementKinds,
  engagementOf,
  isStatedAsCurrent,
  relationTo,
  yearsSince,
} from '../../src/engagements/engagement.ts'
import { listPromises } from '../../src/engagements/promises.ts'
import { listDatums } from '../../src/facts/store.ts'
import { listPromisesOwed } from '../../src/indicators/promises-owed.ts'
import { readShippedInstruments, readSourceText } from '../../src/instruments/read.ts'
import { loadRegister } from '../../src/load.ts'
import { listActors } from '../../src/parties/actor-store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { inTestWorld } from '../world.ts'

type Held = {
  all: Engagement[]
  owed: DutyOwed[]
  find: (id: string) => Engagement
  parentOf: (actor: string) => string | null
  isState: (id: string) => boolean
}

const readHeld = (): Promise<Held> =>
  inTestWorld(async (db) => {
    await loadRegister(db)
    const kinds = readShippedKinds()
    const datums = await listDatums(db, { kinds: engagementKinds(kinds) })
    const all = datums.flatMap((datum) => engagementOf(datum, kinds) ?? [])
    const actors = new Map((await listActors(db)).map((actor) => [actor.id, actor]))
    const span = { from: '1998-01-01', until: '2027-12-31', asOf: '2026-11-22' }
    return {
      all,
      owed: await listPromisesOwed(db, { ...span, actors: ['MNG'] }),
      find: (id) => all.find((one) => one.id === id)!,
      parentOf: (actor) => actors.get(actor)?.parent ?? null,
      isState: (id) => actors.get(id)?.kind === 'state',
    }
  })

// Read once: the tests ask only what was read.
let held: Promise<Held> | undefined
const withRegister = (work: (held: Held) => void) => async () => {
  held ??= readHeld()
  work(await held)
}

const bare = (text: string) => text.replaceAll(/\s+/g, ' ')

describe("Mongolia's engagements", () => {
  it(
    'are 68 facts with quotation and source, received on one day, and one later observation',
    withRegister(({ all }) => {
      assert.equal(all.filter(({ id }) => id.startsWith('plg-')).length, 15)
      assert.equal(all.filter(({ id }) => id.startsWith('mfa-')).length, 53)
      assert.equal(all.length, 69)
      for (const { id, datum } of all) {
        assert.ok(datum.quotation && datum.source?.title && datum.language, id)
        assert.equal(datum.knownFrom, '2026-11-21', id)
        assert.equal(datum.source.published, null, `${id}: neither text is dated`)
      }
      const pledge = readShippedInstruments().find((one) => one.id === 'ihl-pledge-mongolia')!
      const text = bare(readSourceText(pledge))
      for (const { id, datum } of all.filter((one) => one.id.startsWith('plg-')))
        assert.ok(text.includes(bare(datum.quotation!)), id)
    }),
  )

  it(
    'keep what the source says: comparators, vague dates, errors, joint parties and direction',
    withRegister(({ all, find, parentOf }) => {
      const served = find('mfa-pk4').datum
      assert.deepEqual(
        [served.body.quantity, served.body.quantityComparator, served.body.asOf],
        [18139, '>', '2020-09'],
      )
      assert.match(find('mfa-pk5').datum.quotation!, /military and policy personnel/)
      assert.equal(find('mfa-itt4').datum.heldEdtf, '2018-06')
      assert.equal(find('mfa-icdp').datum.heldFrom, null)
      assert.deepEqual(find('plg-1').datum.body.parties, [
        'mongolia-government',
        'mongolian-red-cross-society',
      ])
      const relation = (state: string, id: string) => relationTo(state, find(id), parentOf)
      assert.equal(relation('MNG', 'mfa-p5a'), 'towards')
      assert.equal(relation('FRA', 'mfa-p5a'), 'named')
      assert.equal(relation('POL', 'mfa-cd3'), 'named')
      assert.equal(relation('LTU', 'mfa-cd5'), 'named')
      // A promise of two is each one's own; by what they are called as well as by their ids.
      const joint = {
        ...find('mfa-un'),
        datum: { ...find('mfa-un').datum, body: { parties: ['MNG', 'Norway'] } },
      }
      const idOf = (called: string) => (called === 'Norway' ? 'NOR' : called)
      assert.deepEqual(
        ['MNG', 'NOR', 'FRA'].map((state) => relationTo(state, joint, parentOf, idOf)),
        ['own', 'own', undefined],
      )
      assert.equal(relation('MNG', 'plg-core'), 'unit')
      assert.equal(relation('NOR', 'mfa-un'), undefined)
      assert.ok(find('mfa-cd5').inferred.includes('until'))
      // A field marked as inferred is one the fact has.
      for (const { id, inferred, datum } of all)
        for (const field of inferred)
          assert.ok(
            ['date', 'until'].includes(field) ? datum.heldFrom !== null : datum.body[field] !== undefined,
            `${id}: ${field}`,
          )
      // What a fact belongs to, or is about, is held.
      const ids = new Set(all.map(({ id }) => id))
      for (const { id, partOf, concerns } of all)
        for (const other of [...concerns, ...(partOf === null ? [] : [partOf])])
          assert.ok(ids.has(other), `${id} → ${other}`)
    }),
  )

  it(
    'are current as of about 2020 where the page calls them so, and grow stale',
    withRegister(({ find }) => {
      const asem = find('mfa-asem')
      assert.ok(isStatedAsCurrent(asem))
      assert.equal(asem.statedAsOf, '2020~')
      assert.equal(isStatedAsCurrent(find('mfa-hrc')), false)
      assert.equal(yearsSince('2020~', '2026-11-22'), 5)
      assert.equal(yearsSince('2020-09', '2026-11-22'), 6)
      assert.equal(yearsSince('2020-09', '2020-09-15'), undefined)
      assert.equal(yearsSince(null, '2026-11-22'), undefined)
    }),
  )

  it(
    'say what is due, and that nobody here knows whether it was done unless a source says so',
    withRegister(({ owed }) => {
      const study = owed.find(({ key }) => key === 'plg-study/milestone/MNG')!
      assert.deepEqual(
        [study.status, study.due, study.isLate, study.metBy.map(({ on }) => on)],
        ['met', '2025-12-31', null, [null]],
      )
      assert.deepEqual(study.owners, ['mongolia-mfa', 'mongolian-red-cross-society'])
      assert.equal(sayPlainly(study.reason!), 'done, as a later source says; on which day it does not say')
      const undated = owed.filter(({ status }) => status === 'undated').map(({ instrument }) => instrument)
      assert.deepEqual(undated, ['plg-a1', 'plg-a2', 'plg-a3', 'plg-a4', 'plg-a5', 'ihl-pledge-mongolia'])
    }),
  )

  it(
    'let instances be expected every two years since 1998: one held, the others looked for',
    withRegister(({ owed }) => {
      const of = (id: string) => owed.filter(({ instrument }) => instrument === id)
      assert.deepEqual(
        of('mfa-rs1').map(({ instance, status }) => [instance, status]),
        [1998, 2000, 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026].map(
          (year) => [String(year), year === 1998 ? 'met' : year === 2026 ? 'at-risk' : 'not-found'],
        ),
      )
      assert.equal(sayPlainly(of('mfa-rs1')[1]!.derivation), 'every 2 years since 1998 → 2000')
      // The votes held are those on anti-personnel mines, and end with 2019; this resolution is not among them.
      const searched = (instance: string) =>
        of('mfa-rs1')
          .find((one) => one.instance === instance)!
          .searched.map(({ register, level, until }) => [register, level, until])
      assert.deepEqual(searched('2018'), [
        ['resolution', 'partial', '2020-12-31'],
        ['recorded-vote', 'partial', '2019-12-31'],
      ])
      assert.deepEqual(searched('2024'), [
        ['resolution', 'none', '2020-12-31'],
        ['recorded-vote', 'none', '2019-12-31'],
      ])
    }),
  )

  it(
    'annually since 2014, and that the conference became Track 1.5 in 2017 is no conference of 2017',
    withRegister(({ owed }) => {
      const dialogues = owed.filter(({ instrument }) => instrument === 'mfa-ubd1')
      assert.deepEqual(
        dialogues.map(({ instance }) => Number(instance)),
        Array.from({ length: 14 }, (_, i) => 2014 + i),
      )
      assert.ok(dialogues.every(({ metBy }) => metBy.length === 0))
    }),
  )

  it(
    'name no years where no first year is stated, and count a summary of three series no fourth time',
    withRegister(({ owed }) => {
      for (const id of ['mfa-rs2', 'mfa-rs3', 'mfa-rs5'])
        assert.deepEqual(
          owed.filter(({ instrument }) => instrument === id).map(({ status, due }) => [status, due]),
          [['not-assessable', null]],
        )
      assert.ok(!owed.some(({ instrument }) => ['mfa-bien', 'mfa-rs4'].includes(instrument)))
    }),
  )

  it(
    'ask by the pledge for 2, 3 and 1 a year and one plan, of which nothing is held and no register is declared',
    withRegister(({ owed }) => {
      const pledge = owed.filter(({ instrument }) => instrument === 'ihl-pledge-mongolia')
      const of = (number: string, year: string) =>
        pledge.filter(({ duty, due }) => duty.endsWith(`/${number}`) && due === year)
      assert.deepEqual(
        ['C2', 'C3', 'C4'].map((number) => of(number, '2025').map(({ status }) => status)),
        [2, 3, 1].map((times) => Array.from({ length: times }, () => 'not-assessable')),
      )
      // The text has no date, and nothing held shows that it held in 2025: the registers looked through are told all the same.
      assert.ok(of('C3', '2025').every(({ reason }) => reason?.key === 'promise-no-start'))
      assert.equal(pledge.find(({ duty }) => duty.endsWith('/C1'))?.status, 'undated')
      assert.ok(pledge.every(({ searched, due }) => due === '2027' || searched[0]?.level === 'none'))
      assert.ok(pledge.every(({ owners }) => owners?.join() === 'MNG,mongolian-red-cross-society'))
    }),
  )
})

describe('the promises of a document', () => {
  it(
    'have one shape for a plan, a pledge and a page',
    withRegister(({ all, parentOf, isState }) => {
      const held = { instruments: readShippedInstruments(), facts: all, actors: { parentOf, isState } }
      const plan = listPromises('siem-reap-angkor-draft-2024-08', held)
      assert.equal(plan.filter(({ became }) => became.some(({ type }) => type === 'action')).length, 45)
      assert.equal(plan.filter(({ became }) => became.some(({ type }) => type === 'indicator')).length, 87)

      const pledge = listPromises('ihl-pledge-mongolia', held)
      const study = pledge.find(({ sentence }) => sentence.startsWith('The IHL study was finalized'))
      assert.deepEqual(study?.became, [
        {
          type: 'milestone',
          label: 'IHL Study finalised and launched',
          path: '/ministries/MNG#fact-plg-study',
        },
      ])
      const events = pledge.find(({ sentence }) => sentence.startsWith('3 events'))
      assert.deepEqual(
        events?.became.map(({ type, path }) => [type, path]),
        [
          ['indicator', '/plans/ihl-pledge-mongolia/C3'],
          ['pledged-indicator', '/ministries/MNG#fact-plg-i3'],
        ],
      )
      const became = new Set(pledge.flatMap((one) => one.became.map(({ path }) => path)))
      for (const { id } of all.filter((one) => one.id.startsWith('plg-')))
        assert.ok(became.has(`/ministries/MNG#fact-${id}`), id)

      const page = listPromises('multilateral-cooperation', held)
      assert.equal(page.flatMap(({ became }) => became).length, 53)
      const one = page.find(({ sentence }) => sentence.startsWith('the P5 adopted'))
      assert.deepEqual(
        one?.became.map(({ path }) => path),
        ['/ministries/MNG#fact-mfa-p5a', '/ministries/MNG#fact-mfa-p5b'],
      )
      assert.deepEqual(listPromises('nothing', held), [])
    }),
  )
})
