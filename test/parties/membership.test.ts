import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { entryIntoForce, withdrawalEffect } from '../../src/parties/entry-into-force.ts'
import {
  eventsKnownOn,
  isEndExpected,
  isMemberOn,
  type MembershipEvent,
  membershipsFor,
  membersOn,
  standingOn,
  unknownOn,
} from '../../src/parties/membership.ts'
import { shippedClaims, shippedStatus } from '../../src/parties/status-csv.ts'
import type { StatusKind } from '../../src/parties/status-event.ts'
import { findTreaty } from '../../src/parties/treaty.ts'
import { addDays } from '../../src/rules/dates.ts'
import { sayPlainly } from '../../src/words/plainly.ts'

const mineBan = findTreaty('mine-ban')!
const shipped = shippedStatus().find((one) => one.source.treaty === 'mine-ban')!
const parties = membershipsFor(shipped.events, mineBan)

describe('entry into force by Article 17', () => {
  const cases = [
    ['Belize', '1998-04-23', '1999-03-01'],
    ['Australia', '1999-01-14', '1999-07-01'],
    ['Cambodia', '1999-07-28', '2000-01-01'],
    ['Angola', '2002-07-05', '2003-01-01'],
    ['Afghanistan', '2002-09-11', '2003-03-01'],
    ['Bhutan', '2005-08-18', '2006-02-01'],
    ['Marshall Islands', '2025-03-12', '2025-09-01'],
    ['Tonga', '2025-06-25', '2025-12-01'],
  ] as const
  for (const [name, deposited, inForce] of cases)
    it(`${name}: deposited ${deposited}, in force ${inForce}`, () => {
      assert.equal(entryIntoForce(mineBan.entryIntoForce, deposited).on, inForce)
      const own = parties.find((one) => one.name.startsWith(name))!
      assert.deepEqual([own.from, own.events[0]?.notifiedOn], [inForce, deposited])
    })

  it('the words say how the date came about', () => {
    assert.match(
      sayPlainly(entryIntoForce(mineBan.entryIntoForce, '1998-04-23').derivation),
      /^Article 17: first day of the sixth month after the deposit on 1998-04-23, and not before .* 1999-03-01$/,
    )
  })

  it('a treaty that counts in days is computed by days', () => {
    const rule = { article: '22', words: '', daysAfterDeposit: 90, notBefore: '2014-12-24' }
    assert.equal(entryIntoForce(rule, '2020-01-01').on, '2020-03-31')
  })

  it('a succession is in force from the day its source gives: South Sudan before its own notification', () => {
    assert.equal(parties.find((one) => one.actor === 'SSD')?.from, '2011-07-09')
    assert.equal(parties.find((one) => one.actor === 'MNE')?.from, '2007-04-01')
  })
})

describe('withdrawal by Article 20', () => {
  it('takes effect six months after receipt, not before the end of an armed conflict', () => {
    const { on, derivation } = withdrawalEffect(mineBan.withdrawal, '2025-08-20')
    assert.equal(on, '2026-02-20')
    assert.match(sayPlainly(derivation), /not before the end of an armed conflict/)
  })

  it('the dates the depositary gives are the dates Article 20 gives', () => {
    const withdrawals = shipped.events.filter((event) => event.kind === 'withdrawal')
    assert.equal(withdrawals.length, 5)
    for (const { name, notifiedOn, effectiveOn } of withdrawals)
      assert.equal(withdrawalEffect(mineBan.withdrawal, notifiedOn!).on, effectiveOn, name)
  })
})

describe('the States Parties to the Mine Ban Convention', () => {
  const figures = [
    ['1999-02-28', 0],
    ['1999-03-01', 45],
    ['2010-12-02', 156],
    ['2011-12-02', 157],
    ['2025-08-31', 164],
    ['2025-09-01', 165],
    ['2025-12-01', 166],
    ['2025-12-26', 166],
    ['2025-12-27', 163],
    ['2026-01-10', 162],
    ['2026-02-19', 162],
    ['2026-02-20', 161],
  ] as const
  for (const [date, count] of figures)
    it(`were ${count} on ${date}`, () => {
      assert.equal(membersOn(parties, date).length, count)
      assert.deepEqual(unknownOn(parties, date), [])
    })

  it('the page counts as many as its rows give on its date', () => {
    assert.equal(membersOn(parties, shipped.source.asOf).length, shipped.source.parties)
  })

  it("Poland's leaving is expected, as the source is older; the others' has come about", () => {
    const expected = parties.filter((one) => isEndExpected(one, shipped.source.asOf))
    assert.deepEqual(
      expected.map((one) => [one.actor, one.until]),
      [['POL', '2026-02-20']],
    )
  })

  it('what was known on a day leaves out what the depositary received later', () => {
    const known = membershipsFor(eventsKnownOn(shipped.events, '2025-06-26'), mineBan)
    assert.equal(membersOn(known, '2026-12-31').length, 166)
    const later = membershipsFor(eventsKnownOn(shipped.events, '2025-06-27'), mineBan)
    assert.equal(membersOn(later, '2026-12-31').length, 163)
  })

  it("Ukraine's claim to have suspended the Convention leaves its membership untouched", () => {
    assert.equal(shippedClaims().filter((claim) => claim.actor === 'UKR').length, 2)
    assert.equal(isMemberOn(parties, 'UKR', '2026-01-01'), true)
  })

  it('signature alone makes no party, and Mongolia is none', () => {
    assert.equal(isMemberOn(parties, 'USA', '2025-12-01'), false)
    assert.equal(isMemberOn(parties, 'MNG', '2025-12-01'), false)
    assert.ok(shipped.events.filter((event) => event.kind === 'signature').length > 130)
  })

  it('each membership says why', () => {
    const estonia = parties.find((one) => one.actor === 'EST')!
    assert.equal(
      sayPlainly(estonia.reason),
      'accession 2004-05-12; in force from 2004-11-01; withdrawal 2025-06-27; with effect from 2025-12-27',
    )
  })
})

describe('memberships', () => {
  const event = (
    kind: StatusKind,
    notifiedOn: string | null,
    effectiveOn: string | null = null,
  ): MembershipEvent => ({
    actor: 'XAX',
    name: 'Arvonia',
    kind,
    notifiedOn,
    effectiveOn,
  })
  const spans = (events: MembershipEvent[], rules = mineBan as typeof mineBan | undefined) =>
    membershipsFor(events, rules).map((one) => [one.from, one.until])

  it('are half-open: the day a withdrawal takes effect is outside', () => {
    const [one] = membershipsFor(
      [event('accession', '2010-01-05'), event('withdrawal', '2015-03-03')],
      mineBan,
    )
    assert.deepEqual([one?.from, one?.until], ['2010-07-01', '2015-09-03'])
    assert.deepEqual(
      ['2010-06-30', '2010-07-01', '2015-09-02', '2015-09-03'].map((date) => standingOn(one!, date)),
      ['not a member', 'member', 'member', 'not a member'],
    )
  })

  it('a party that left can return, and leave again', () => {
    const events = [
      event('accession', '1980-11-14', '1981-02-14'),
      event('withdrawal', '1998-05-26', '1998-08-26'),
      event('accession', '1998-08-26', '1998-11-26'),
      event('withdrawal', '2000-03-27', '2000-06-27'),
    ]
    assert.deepEqual(spans(events), [
      ['1981-02-14', '1998-08-26'],
      ['1998-11-26', '2000-06-27'],
    ])
  })

  it('consent given again on the day of the notification goes on without a gap', () => {
    const events = [
      event('accession', '1993-05-10', '1993-08-10'),
      event('withdrawal', '1999-01-05', '1999-04-05'),
      event('accession', '1999-01-05', '1999-04-05'),
    ]
    assert.deepEqual(spans(events), [
      ['1993-08-10', '1999-04-05'],
      ['1999-04-05', null],
    ])
  })

  it('provisional application and signature make no member', () => {
    assert.deepEqual(
      spans([event('signature', '2010-01-01'), event('provisional-application', '2010-02-01')]),
      [],
    )
  })

  it('a withdrawal that takes effect before entry into force leaves no membership', () => {
    assert.deepEqual(
      spans([
        event('accession', '2010-01-05', '2012-01-01'),
        event('withdrawal', '2010-02-01', '2010-08-01'),
      ]),
      [],
    )
  })

  it('a succession without a sourced day is unknown from its notification, not a member by the rule', () => {
    const [one] = membershipsFor([event('succession', '2006-10-23')], mineBan)
    assert.deepEqual([one?.from, one?.unknownFrom], [null, '2006-10-23'])
    assert.equal(standingOn(one!, '2010-01-01'), 'unknown')
    assert.equal(standingOn(one!, '2006-10-22'), 'not a member')
    assert.deepEqual([membersOn([one!], '2010-01-01').length, unknownOn([one!], '2010-01-01').length], [0, 1])
  })

  it('leaving on a day nobody tells makes the standing unknown from the notification on', () => {
    const [one] = membershipsFor([
      event('accession', '1975-10-03', '1976-03-23'),
      event('withdrawal', '1997-10-23'),
    ])
    assert.deepEqual(
      ['1990-01-01', '1997-10-22', '1997-10-23', '2020-01-01'].map((date) => standingOn(one!, date)),
      ['member', 'member', 'unknown', 'unknown'],
    )
  })

  it('a party that is no State of today is kept by its name', () => {
    const union = {
      ...event('ratification', '2010-12-23', '2011-01-22'),
      actor: null,
      name: 'European Union',
    }
    const [one] = membershipsFor([union])
    assert.deepEqual(
      [one?.actor, one?.name, membersOn([one!], '2020-01-01').length],
      [null, 'European Union', 1],
    )
  })
})

describe('any history of a party', () => {
  const start = '2000-01-01'
  // Days of notification, in turns of joining and leaving, some entered with the day it took effect.
  const history = fc
    .array(fc.record({ gap: fc.integer({ min: 0, max: 900 }), stated: fc.boolean() }), { maxLength: 7 })
    .map((steps) => {
      let day = start
      return steps.map(({ gap, stated }, i): MembershipEvent => {
        day = addDays(day, gap)
        const kind: StatusKind = i % 2 === 0 ? 'accession' : 'withdrawal'
        const rule =
          kind === 'accession'
            ? entryIntoForce(mineBan.entryIntoForce, day)
            : withdrawalEffect(mineBan.withdrawal, day)
        return { actor: 'XAX', name: 'Arvonia', kind, notifiedOn: day, effectiveOn: stated ? rule.on : null }
      })
    })
  const shuffled = history.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    ),
  )

  it('gives the same memberships in whatever order its events come', () => {
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        const spans = (list: MembershipEvent[]) =>
          membershipsFor(list, mineBan).map((one) => [one.from, one.until])
        assert.deepEqual(spans(mixed), spans(events))
      }),
    )
  })

  it('gives memberships in order of time, none of which overlap, each ending after it begins', () => {
    fc.assert(
      fc.property(history, (events) => {
        const memberships = membershipsFor(events, mineBan)
        memberships.forEach((one, i) => {
          assert.ok(one.from !== null && (one.until === null || one.from < one.until))
          const next = memberships[i + 1]
          if (next !== undefined) assert.ok(one.until !== null && one.until <= next.from!)
        })
      }),
    )
  })

  it('has on every day as many members as memberships that hold it: none or one', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 4000 }), (events, offset) => {
        const memberships = membershipsFor(events, mineBan)
        const day = addDays(start, offset)
        const holding = memberships.filter(
          (one) => one.from! <= day && (one.until === null || day < one.until),
        )
        assert.ok(holding.length <= 1)
        assert.equal(membersOn(memberships, day).length, holding.length)
        assert.equal(isMemberOn(memberships, 'XAX', day), holding.length === 1)
      }),
    )
  })

  it('changes only from the day of notification on, when a withdrawal is added', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 2000 }),
        (events, offset, back) => {
          const notifiedOn = addDays(start, offset)
          const before = addDays(notifiedOn, -back)
          const more = [
            ...events,
            { actor: 'XAX', name: 'Arvonia', kind: 'withdrawal' as const, notifiedOn, effectiveOn: null },
          ]
          const was = isMemberOn(membershipsFor(events, mineBan), 'XAX', before)
          assert.equal(isMemberOn(membershipsFor(more, mineBan), 'XAX', before), was)
        },
      ),
    )
  })
})
