// What holds of the dates of duties whatever the facts are.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DatedDuty } from '../../src/duties/dated.ts'
import { deriveDuties } from '../../src/duties/derive.ts'
import { compareDates } from '../../src/facts/precision.ts'
import { baseOf, deposit, type GivenFact, granted, meeting, setWith, withdraws } from './small.ts'

const set = setWith({
  report: {
    article: '7',
    first: { after: 'entry-into-force', days: 180 },
    due: { month: 4, day: 30 },
    covers: 'previous-calendar-year',
  },
  stocks: { article: '4', first: { after: 'entry-into-force', years: 4 } },
  clearance: { article: '5', first: { after: 'entry-into-force', years: 10 }, extendable: true },
  request: {
    article: '5',
    first: {
      before: {
        lastMeeting: ['meeting-of-states-parties'],
        before: { duty: 'clearance' },
      },
      months: 9,
    },
  },
  found: { article: '14', first: { after: { fact: 'stock-discovery', on: 'discoveredOn' }, months: 6 } },
  costs: { article: '14', first: { before: { eachMeeting: ['meeting-of-states-parties'] }, months: 3 } },
  silent: { article: '44', first: { after: { unmet: 'report', times: 2 }, months: 1 } },
  open: { article: '9', undated: 'No day is set.' },
})
const span = {
  ...{ from: '1999-01-01', until: '2060-12-31', asOf: '2026-06-30' },
  // Two years silent, then one report, and so on.
  isUnmet: ({ year }: DatedDuty) => year % 3 !== 0,
}
const derive = (facts: readonly GivenFact[]) => deriveDuties(set, baseOf(facts), span)

/** Any day, and often one of a few, so that several things happen at once. */
const dayBetween = (from: number, to: number) =>
  fc.oneof(
    fc
      .integer({ min: Date.UTC(from, 0, 1) / 86_400_000, max: Date.UTC(to, 11, 31) / 86_400_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10)),
    fc.integer({ min: Math.ceil(from / 5), max: Math.floor(to / 5) }).map((n) => `${n * 5}-07-01`),
  )
const actors = ['AUR', 'BOR', 'COR']
const actor = fc.constantFrom(...actors)

const fact: fc.Arbitrary<GivenFact> = fc.oneof(
  fc.tuple(actor, dayBetween(1999, 2026)).map(([who, on]) => deposit(who, on)),
  fc.tuple(actor, dayBetween(2005, 2026)).map(([who, on]) => withdraws(who, on)),
  fc
    .tuple(
      actor,
      dayBetween(2012, 2045),
      fc.constantFrom('12MSP', '14MSP', undefined),
      dayBetween(2008, 2026),
    )
    .map(([who, until, code, on]) =>
      granted(who, until, { on, ...(code === undefined ? {} : { meeting: code }) }),
    ),
  fc.tuple(actor, dayBetween(2012, 2045)).map(([who, until]) => granted(who, until.slice(0, 7), {})),
  fc.tuple(actor, dayBetween(2000, 2026)).map(([who, on]) => ({
    ...{ actor: who, kind: 'stock-discovery', from: on, fields: { discoveredOn: on, reportedOn: on } },
  })),
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), dayBetween(2000, 2028), fc.boolean())
    .map(([n, on, isVague]) => meeting(`${n}MSP`, isVague ? on.slice(0, 4) : on)),
  fc.tuple(actor, dayBetween(2004, 2026), fc.integer({ min: 1, max: 2000 })).map(([who, from, days]) => ({
    ...{ actor: who, kind: 'armed-conflict', from },
    until: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10),
  })),
)
// A run takes some milliseconds.
fc.configureGlobal({ numRuns: 60 })
const facts = fc
  .array(fact, { minLength: 1, maxLength: 14 })
  .map((list) => list.map((one, i) => ({ ...one, id: `f${String(i).padStart(2, '0')}` })))

/** When an actor is bound, from the dates of entry into force and withdrawal the engine itself gives, in their order. */
const boundsOf = (dates: ReturnType<typeof derive>, who: string) =>
  dates
    .filter(({ owed, rule }) => owed.actor === who && rule.id === 'entry-into-force')
    .map(({ owed }) => owed.due)

describe('the dates of duties', () => {
  it('whoever is bound, for the first time or again, owes what begins with its being bound', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const dates = derive(given)
        for (const who of actors) {
          const of = (id: string) => dates.filter(({ owed, rule }) => owed.actor === who && rule.id === id)
          for (const id of ['stocks', 'clearance'])
            assert.equal(of(id).length, of('entry-into-force').length, `${id} of ${who}`)
        }
      }),
    )
  })

  it('nothing falls due before a State is bound, and what falls due after it left ends with its leaving', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const dates = derive(given)
        for (const { owed, rule, endedOn, comesByItself } of dates) {
          if (comesByItself || owed.due === null) continue
          const starts = boundsOf(dates, owed.actor)
          assert.ok(
            starts.some((start) => start !== null && compareDates(owed.due!, start) !== 'before'),
            `${owed.key} on ${owed.due} before ${starts.join()}`,
          )
          // Only what had begun before it left is still told, and told to have ended.
          if (endedOn !== null && compareDates(owed.due, endedOn) !== 'before')
            assert.ok(['stocks', 'clearance', 'found'].includes(rule.id), owed.key)
        }
      }),
    )
  })

  it('the order of facts does not matter', () => {
    fc.assert(
      fc.property(
        facts.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => assert.deepEqual(derive(shuffled), derive(given)),
      ),
    )
  })

  it('a fact of another State, kind, treaty or article changes nothing', () => {
    fc.assert(
      fc.property(facts, dayBetween(2012, 2045), (given, on) => {
        const before = derive(given)
        const unrelated: GivenFact[] = [
          { ...granted('AUR', on, { article: '99' }), id: 'x1' },
          { ...granted('AUR', on), id: 'x2', fields: { treaty: 'other', article: '5', grantedUntil: on } },
          { actor: 'AUR', kind: 'legislation', from: on, id: 'x3' },
          { ...granted('ZOR', on), id: 'x4' },
        ]
        assert.deepEqual(derive([...given, ...unrelated]), before)
      }),
    )
  })

  it('a later deposit never gives an earlier date', () => {
    fc.assert(
      fc.property(dayBetween(1999, 2024), dayBetween(1999, 2024), (a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const datesOf = (on: string) =>
          derive([deposit('AUR', on)])
            .filter(({ rule, owed }) => rule.due === undefined && rule.id !== 'silent' && owed.due !== null)
            .map(({ owed }) => owed.due!)
        const [first, second] = [datesOf(early), datesOf(late)]
        assert.equal(first.length, second.length)
        for (const [i, due] of first.entries()) assert.ok(due <= second[i]!)
      }),
    )
  })

  it('each has a key of its own, a reason, and either a date or what it waits for or why it has none', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const dates = derive(given)
        assert.equal(new Set(dates.map(({ owed }) => owed.key)).size, dates.length)
        for (const { owed, rule } of dates) {
          assert.equal(owed.due !== null || owed.waitsFor !== null || rule.undated !== undefined, true)
          assert.equal(owed.due === null, owed.precision === null)
        }
      }),
    )
  })

  it('a shorter span gives the same dates, only fewer', () => {
    fc.assert(
      fc.property(facts, dayBetween(2000, 2030), fc.integer({ min: 0, max: 4000 }), (given, from, days) => {
        const until = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
        const within = derive(given).filter(({ owed, endedOn }) =>
          owed.due === null
            ? from <= span.asOf && span.asOf <= until && (endedOn === null || endedOn > span.asOf)
            : compareDates(owed.due, from) !== 'before' && compareDates(owed.due, until) !== 'after',
        )
        assert.deepEqual(deriveDuties(set, baseOf(given), { ...span, from, until }), within)
      }),
    )
  })
})
