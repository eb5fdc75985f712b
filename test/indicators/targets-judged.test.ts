// What must hold of every target, whatever is held of whoever promised: facts made at random, judged by the engine.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { daysForEach } from '../../src/engagements/at-risk.ts'
import type { DatumRow } from '../../src/indicators/rows-store.ts'
import { judgeTargets } from '../../src/indicators/targets.ts'
import {
  anyDeclared,
  anyEvent,
  anyEvents,
  anyToday,
  anyYear,
  baseOf,
  counted,
  countedBy,
  type Declared,
  type Event,
  type Given,
  judged,
  otherPlan,
  parties,
  plan,
  standingOf,
  type Yearly,
  yearly,
} from './judged-world.ts'

const anyGiven: fc.Arbitrary<Given> = fc.record({
  events: anyEvents,
  declared: anyDeclared,
  today: anyToday,
})
const anyNumber = fc.constantFrom(...yearly)
const runs = { numRuns: 100 }

/** Whether one statement says of every day of a year that the register is complete. */
const isDeclared = (declared: readonly Declared[], number: Yearly, year: number): boolean =>
  declared.some(
    ({ of, level, from, until }) =>
      of === number && level === 'complete' && from <= `${year}-01-01` && (until ?? '9') > `${year}-12-31`,
  )

const ranks = ['missed', 'not-found', 'at-risk', 'due', 'met']
const rankOf = (standing: string | null): number => Math.max(1, ranks.indexOf(standing ?? ''))

const allReadings = (given: Given, year: number) =>
  judged(given, year).indicators.flatMap(({ number, readings }) =>
    readings.map((reading) => ({ number, ...reading })),
  )

describe('a target of a pledge', () => {
  it('is missed only where the year is over and the register is declared complete to its last day', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, (given, year) => {
        for (const { number, standing } of allReadings(given, year))
          if (standing === 'missed') {
            assert.ok(given.today >= `${year}-12-31`, number)
            assert.ok(isDeclared(given.declared, number as Yearly, year), number)
          }
      }),
      runs,
    ))

  it('is missed, where too little is held, as soon as somebody declares all of the past year complete', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, anyNumber, (given, year, number) => {
        const declared: Declared[] = [{ of: number, level: 'complete', from: '2024-01-01', until: null }]
        const told = { ...given, declared, today: '2028-01-05' }
        const { value, asked, standing } = standingOf(told, year, number)
        assert.equal(standing, value! >= asked! ? 'met' : 'missed')
      }),
      runs,
    ))

  it('is never missed by a word about everyone’s records: only those who promised can say that there was no more', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, anyNumber, (given, year, number) => {
        const declared: Declared[] = [
          { of: number, level: 'complete', from: '2024-01-01', until: null, ofEveryone: true },
        ]
        const { standing } = standingOf({ ...given, declared, today: '2028-01-05' }, year, number)
        assert.notEqual(standing, 'missed')
      }),
      runs,
    ))

  it('is neither missed nor looked for in vain before its year ends', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, (given, year) => {
        fc.pre(given.today < `${year}-12-31`)
        for (const { number, standing } of allReadings(given, year))
          if (number !== 'C1')
            assert.ok(['met', 'due', 'at-risk'].includes(standing!), `${number} ${standing}`)
      }),
      runs,
    ))

  it('is at risk exactly when fewer days are left than are asked for each one missing', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, anyNumber, (given, year, number) => {
        fc.pre(given.today < `${year}-12-31`)
        const { asked, standing } = standingOf(given, year, number)
        const missing = asked! - Math.min(asked!, countedBy(given, year, number).length)
        const left = (Date.parse(`${year}-12-31`) - Date.parse(given.today)) / 86_400_000
        const isNear = left < missing * daysForEach(`${plan.rules.id}/${number}`)
        assert.equal(standing, missing === 0 ? 'met' : isNear ? 'at-risk' : 'due')
      }),
      runs,
    ))

  it('turns at risk on the very day on which one day too few is left', () =>
    fc.assert(
      fc.property(
        anyNumber,
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: -1, max: 1 }),
        (of, held, more) => {
          const asked = { C2: 2, C3: 3, C4: 1 }[of]
          const missing = asked - Math.min(held, asked - 1)
          const left = missing * daysForEach(`${plan.rules.id}/${of}`) + more
          const today = new Date(Date.parse('2026-12-31') - left * 86_400_000).toISOString().slice(0, 10)
          const events = Array.from(
            { length: asked - missing },
            (_, id): Event => ({
              ...{ id, of, actor: 'XAA', heldOn: '2026-01-15', plannedOn: null, serves: [] },
              audience: ['academia', 'youth'],
            }),
          )
          const { standing } = standingOf({ events, declared: [], today }, 2026, of)
          assert.equal(standing, more < 0 ? 'at-risk' : 'due')
        },
      ),
      runs,
    ))

  it('is never worse for one more record', () =>
    fc.assert(
      fc.property(anyGiven, anyEvent, anyYear, (given, event, year) => {
        fc.pre(given.events.every(({ id }) => id !== event.id))
        const more = allReadings({ ...given, events: [...given.events, event] }, year)
        for (const { number, reading, standing } of allReadings(given, year)) {
          const after = more.find((one) => one.number === number && one.reading === reading)!
          assert.ok(rankOf(after.standing) >= rankOf(standing), `${number} ${reading}: ${standing}`)
        }
      }),
      runs,
    ))

  it('is where it was for an event that is only planned, and for one of somebody who promised nothing', () =>
    fc.assert(
      fc.property(anyGiven, anyEvent, anyYear, fc.boolean(), (given, event, year, isPlanned) => {
        fc.pre(given.events.every(({ id }) => id !== event.id))
        const more: Event = isPlanned ? { ...event, heldOn: null } : { ...event, actor: 'XZZ' }
        assert.deepEqual(judged({ ...given, events: [...given.events, more] }, year), judged(given, year))
      }),
      runs,
    ))

  it('is where it was for an event of another year, and for one whose day has not come', () =>
    fc.assert(
      fc.property(anyGiven, anyEvent, anyYear, (anything, event, year) => {
        // That the pledge held by then something of an earlier year may show; here it is shown already.
        const began: Event = { ...event, id: 2_000_000, actor: 'XAA', heldOn: '2025-01-01', serves: [] }
        const given = { ...anything, events: [...anything.events, began] }
        fc.pre(given.events.every(({ id }) => id !== event.id) && event.heldOn !== null)
        fc.pre(!event.heldOn!.startsWith(String(year)) || event.heldOn! > given.today)
        const more = judged({ ...given, events: [...given.events, event] }, year)
        const readingsOf = ({ indicators }: typeof more) => indicators.map(({ readings }) => readings)
        assert.deepEqual(readingsOf(more), readingsOf(judged(given, year)))
      }),
      runs,
    ))

  it('does not depend on the order in which facts and declarations were written down', () =>
    fc.assert(
      fc.property(
        anyGiven.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray([...given.events], { minLength: given.events.length }),
            fc.shuffledSubarray([...given.declared], { minLength: given.declared.length }),
          ),
        ),
        anyYear,
        anyNumber,
        ([given, events, declared], year, number) => {
          const other = { ...given, events, declared }
          assert.deepEqual(judged(other, year), judged(given, year))
          assert.deepEqual(counted(other, year, number), counted(given, year, number))
        },
      ),
      runs,
    ))

  it('that names no day is met as soon as it is on record, otherwise without a day, and never missed', () =>
    fc.assert(
      fc.property(
        anyToday,
        fc.option(fc.constantFrom('complete' as const, 'partial' as const, 'none' as const)),
        fc.constantFrom('2024-06-01', '2026-03-01', '2027-10-10'),
        fc.boolean(),
        (today, level, from, withTimelines) => {
          const row: DatumRow = [
            ...(['XAA', 'datum-1', 'national-plan', 'plan-1', null, from, null, from] as const),
            { withTimelines },
          ]
          const base = baseOf({ events: [], declared: [], today }, [row])
          const coverage = (register: string) =>
            level === null
              ? []
              : [{ register, from: '2024-01-01', until: null, level, statedBy: 'S', knownFrom: '2024-01-01' }]
          for (const year of [2025, 2026, 2027, 2029]) {
            const { indicators } = judgeTargets(
              plan,
              { ...base, coverage },
              { asOf: today, year, entered: new Set() },
            )
            const [own] = indicators.find(({ number }) => number === 'C1')!.readings
            const on = today < `${year}-12-31` ? today : `${year}-12-31`
            const isThere = withTimelines && from <= on && on >= `${year}-01-01`
            assert.equal(own!.standing, isThere ? 'met' : 'undated')
          }
        },
      ),
      runs,
    ))
})

describe('the readings of a target', () => {
  const many = ({ audience }: Event): boolean => new Set(audience).size >= 2

  it('differ in what they count only by what their words say: the mix of audiences', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, (given, year) => {
        const any = countedBy(given, year, 'C3', 'any-event')
        const mixed = given.events.filter(many).map(({ id }) => `event-${id}`)
        assert.deepEqual(
          countedBy(given, year, 'C3'),
          any.filter((id) => mixed.includes(id)),
        )
        for (const reading of ['mix-over-year', 'all-five-over-year'])
          assert.deepEqual(countedBy(given, year, 'C3', reading), any)
      }),
      runs,
    ))

  it('ask of the year together only where their words say so', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, (given, year) => {
        const ids = countedBy(given, year, 'C3', 'any-event')
        const groups = new Set(
          given.events.filter(({ id }) => ids.includes(`event-${id}`)).flatMap(({ audience }) => audience),
        )
        const isMet = (reading: string) => standingOf(given, year, 'C3', reading).standing === 'met'
        assert.equal(isMet('any-event'), ids.length >= 3)
        assert.equal(isMet('mix-over-year'), ids.length >= 3 && groups.size >= 2)
        assert.equal(isMet('all-five-over-year'), ids.length >= 3 && groups.size >= 5)
      }),
      runs,
    ))
})

describe('the records of a year', () => {
  it('count where somebody who promised held them in the year, up to the day asked about, and not for others alone', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, fc.constantFrom('C2' as const, 'C4' as const), (given, year, number) => {
        const serves = ({ serves: named }: Event) =>
          named.length === 0 || named.some((one) => !one.startsWith(otherPlan))
        const expected = given.events
          .filter(
            (event) =>
              event.of === number &&
              parties.includes(event.actor) &&
              event.heldOn?.startsWith(String(year)) === true &&
              event.heldOn <= given.today &&
              serves(event),
          )
          .map(({ id }) => `event-${id}`)
          .sort()
        fc.pre(given.today >= `${year}-01-01`)
        assert.deepEqual(countedBy(given, year, number), expected)
      }),
      runs,
    ))

  it('are as many counted as the figure says, in every reading, and every other has its reason', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, anyNumber, (given, year, number) => {
        const shown = counted(given, year, number)
        for (const { reading, value } of shown.readings)
          if (value !== null) assert.equal(countedBy(given, year, number, reading).length, value)
        fc.pre(given.today >= `${year}-01-01`)
        for (const { read } of shown.records)
          for (const { state, reason } of read) {
            assert.notEqual(reason.key, 'choice-unknown')
            if (state !== 'counted') assert.ok(/^(left-|different|joined)/.test(reason.key), reason.key)
          }
      }),
      runs,
    ))

  it('say that they are planned, or that nothing says they took place, by the day that was planned', () =>
    fc.assert(
      fc.property(anyGiven, anyYear, anyNumber, (given, year, number) => {
        fc.pre(given.today >= `${year}-12-31`)
        const planned = given.events.filter(
          ({ of, heldOn, actor, serves }) =>
            of === number && heldOn === null && parties.includes(actor) && serves.length === 0,
        )
        const { records } = counted(given, year, number)
        for (const { id, plannedOn } of planned) {
          const shown = records.find((record) => record.id === `event-${id}`)
          assert.equal(shown !== undefined, plannedOn === null || plannedOn.startsWith(String(year)))
          for (const { state, reason } of shown?.read ?? []) {
            assert.equal(state, 'unknown')
            assert.equal(reason.key, plannedOn === null ? 'left-unsaid' : 'left-unreported')
          }
        }
      }),
      runs,
    ))
})
