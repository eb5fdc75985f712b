// The page of what one State owes, and where it is led to from.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DutyStatus } from '../../src/duties/owed.ts'
import type { DutyShown } from '../../src/web/data/duties.ts'
import { nextDue, nextTogether } from '../../src/web/pages/duties/next.ts'
import { dutiesIn, dutiesOverTime } from '../../src/web/pages/duties/span.ts'
import { dutyStatuses } from '../../src/web/schemas/duties.ts'
import { allDuties } from './fictional/duties.ts'
import { bothWorlds, documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const open = async (address: string) => documentOf((await read(register, address)).text)
const rowsOf = (document: Document, section: string): string[] =>
  [...document.querySelectorAll(`section[aria-labelledby=${section}] tbody tr`)].map(textOf)

describe('what a State owes, and by when', () => {
  it('gives the next date first, with what is due on it and how much is overdue or waits', async () => {
    const answer = textOf((await open('/states/XAA/duties')).querySelector('.answer'))
    assert.match(answer, /1 Mar 2028 the next date Clearance of mined areas \(Article 5, Fictional Treaty\)/)
    assert.match(answer, /0 duties overdue · 1 duty waits for a date/)
    assert.match(answer, /listed for 1 January 2027 – 31 December 2028 · as of 31 December 2027/)
  })

  it('lists what is to come by date, each with how its date came about and what lies between rule and grant', async () => {
    const [first, second] = rowsOf(await open('/states/XAA/duties'), 'ahead')
    assert.match(first ?? '', /^1 March 2028by the rule: 1 March 2011 ?17 years later than the rule gives/)
    assert.match(first ?? '', /10 years after entry into force on 1 Mar 2001.*granted by 2MSP/)
    assert.match(second ?? '', /^30 April 2028 ?Transparency report/)
  })

  it('quotes the words of each duty in their language, with their place', async () => {
    const words = (await open('/states/XAA/duties')).querySelector('section[aria-labelledby=ahead] details')
    assert.match(textOf(words), /Each State Party undertakes to clear\./)
    assert.equal(words?.querySelector('bdi')?.getAttribute('lang'), 'en')
    assert.match(textOf(words), /Fictional Treaty, Article 5 ?Whether a State has mined areas/)
  })

  it('leads from what was met to the report or the fact', async () => {
    const past = await open('/states/XAA/duties')
    assert.ok(
      past.querySelector('section[aria-labelledby=past] a[href="/reports/XAA:article-7:2025:2"]') != null,
    )
    assert.ok(past.querySelector('section[aria-labelledby=undated] a[href="/states/XAA#fact-f-5"]') != null)
  })

  it('draws them over time, with every date in the words of the picture', async () => {
    const document = await open('/states/XAA/duties')
    const said = document.querySelector('svg.timeline')?.getAttribute('aria-label') ?? ''
    assert.match(said, /Article 5: Clearance of mined areas: due: 1 Mar 2028, by the rule 1 March 2011/)
    assert.match(said, /another source says March 2027/)
    assert.doesNotMatch(said, /request for clarification/)
  })

  it('names beside the picture what waits for a date, with what it waits for', async () => {
    const waiting = textOf((await open('/states/XAA/duties')).querySelector('.timeline-waiting'))
    assert.match(
      waiting,
      /Answer to a request for clarification \(Article 8, Fictional Treaty\): None on record/,
    )
  })

  it('draws the same in every language', async () => {
    for (const base of ['', '/mn', '/ar/exercise']) {
      const document = documentOf((await read(bothWorlds(), `${base}/states/XAA/duties`)).text)
      assert.equal(document.querySelectorAll('svg.timeline.wide .label text').length, 2, base)
    }
  })

  it('takes another span, and counts what is left out before it', async () => {
    const document = await open('/states/XAC/duties?from=2027-01-01&until=2027-12-31')
    assert.match(rowsOf(document, 'ahead')[0] ?? '', /^1 February 2027.*overdue/)
    assert.match(
      textOf(document.querySelector('section[aria-labelledby=past]')),
      /1 earlier duty of which nothing/,
    )
    assert.equal(rowsOf(await open('/states/XAC/duties?from=2025-01-01&until=2027-12-31'), 'past').length, 2)
  })

  it('refuses a span that ends before it begins', async () => {
    const { status, text } = await read(register, '/states/XAA/duties.json?from=2027-01-01&until=2026-01-01')
    assert.equal(status, 400)
    assert.match(text, /The span ends before it begins/)
  })

  it('says how the State stands to each treaty, and invents nothing for one that binds it not', async () => {
    const document = await open('/states/XBI/duties')
    assert.match(textOf(document.querySelector('.answer')), /no date ahead/)
    assert.equal(document.querySelectorAll('tbody tr, svg.timeline').length, 0)
    assert.match(
      textOf(document.querySelector('section[aria-labelledby=bound]')),
      /Fictional Treaty: no act by which it would be bound is held/,
    )
    assert.match(
      textOf((await open('/states/XAA/duties')).querySelector('section[aria-labelledby=bound]')),
      /Fictional Treaty: party from 1 March 2001/,
    )
  })

  it('gives the same as data', async () => {
    const data = JSON.parse((await read(register, '/states/XAA/duties.json')).text)
    assert.deepEqual([data.from, data.until], ['2027-01-01', '2028-12-31'])
    assert.equal(data.duties[0].key, 'fictional-treaty/clearance/XAA')
    assert.equal(data.standings[0].from, '2001-03-01')
    const csv = (await read(register, '/states/XAA/duties.csv')).text.split('\n')
    assert.equal(csv.filter((line) => line.startsWith('register,')).length, data.duties.length)
  })

  it('is found by what people call the State', async () => {
    const { status, headers } = await read(register, '/states/averland/duties')
    assert.equal(status, 302)
    assert.equal(headers.get('location'), '/states/XAA/duties')
  })
})

describe('the ways to duties', () => {
  it('lead from the first page, by the next dates', async () => {
    const next = textOf((await open('/')).querySelector('section[aria-labelledby=next]'))
    assert.match(next, /15 Jan 2028 Clearance of mined areas \(Article 5, Fictional Treaty\)/)
    assert.match(next, /30 Apr 2028 Transparency report \(Article 7, Fictional Treaty\) · 30 States/)
  })

  it('lead from a convention, a treaty, a plan and a report', async () => {
    for (const [from, to] of [
      ['/conventions/fictional-treaty', '/duties/fictional-treaty'],
      ['/treaties/fictional-treaty', '/duties/fictional-treaty'],
      ['/plans/fictional-plan-draft-2024-01', '/duties/fictional-plan-draft-2024-01'],
      ['/reports/XAA:article-7:2025:2', '/duties/fictional-treaty/report'],
      ['/reports/XAA:article-7:2025:2', '/states/XAA/duties'],
    ] as const)
      assert.ok((await open(from)).querySelector(`a[href="${to}"]`) != null, `${from} to ${to}`)
  })
})

const [some] = allDuties as [DutyShown]
const day = fc.integer({ min: 2000, max: 2040 }).map((year) => `${year}-06-15`)
const duties = fc
  .array(
    fc.record({
      due: fc.option(day, { nil: null }),
      status: fc.constantFrom<DutyStatus>(...dutyStatuses),
      duty: fc.constantFrom('t/a', 't/b', 't/c'),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all
      .map((one, i): DutyShown => ({ ...some, ...one, key: String(i) }))
      .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999')),
  )

describe('the duties of a span', () => {
  const span = { from: '2020-01-01', until: '2021-12-31' }

  it('hold everything due within it, everything overdue and everything without a date, each once', () => {
    fc.assert(
      fc.property(duties, (all) => {
        const { ahead, past, undated } = dutiesIn(all, span)
        const shown = [...ahead, ...past, ...undated]
        assert.equal(new Set(shown).size, shown.length)
        for (const duty of all)
          if (
            duty.due === null ||
            duty.status === 'overdue' ||
            (duty.due >= span.from && duty.due <= span.until)
          )
            assert.ok(shown.includes(duty))
      }),
    )
  })

  it('are all in the picture, as far as they have a date', () => {
    fc.assert(
      fc.property(duties, (all) => {
        const shown = dutiesIn(all, span)
        const drawn = dutiesOverTime(all, shown)
        assert.ok([...shown.ahead, ...shown.past].every((duty) => drawn.includes(duty)))
        assert.ok(drawn.every((duty) => duty.due !== null))
      }),
    )
  })

  it('have no next date that is past or already met', () => {
    fc.assert(
      fc.property(duties, day, (all, today) => {
        const next = nextDue(all, today)
        if (next === undefined) return
        assert.ok(next.on >= today)
        assert.ok(next.duties.every(({ status }) => status === 'due' || status === 'at-risk'))
        assert.equal(nextTogether(all, today, 3)[0]?.on, next.on)
      }),
    )
  })

  it('are told once for all who owe the same, and together for a State with several of its own', () => {
    const owed = (actor: string, duty: string): DutyShown => ({
      ...some,
      actor,
      duty,
      due: '2027',
      status: 'due',
    })
    const next = nextTogether(
      [owed('XAA', 'a'), owed('XAA', 'b'), owed('XAA', 't/report'), owed('XAB', 't/report')],
      '2027-06-30',
      5,
    )
    assert.deepEqual(
      next.map(({ first, actors, duties: count }) => [first.actor, count, actors]),
      [
        ['XAA', 2, 1],
        ['XAA', 1, 2],
      ],
    )
    assert.equal(next[1]!.first.duty, 't/report')
  })

  it('count a year as not past while it runs', () => {
    const inYear = [{ ...some, due: '2027', status: 'due' as const }]
    assert.equal(nextDue(inYear, '2027-06-30')?.on, '2027')
    assert.equal(nextDue(inYear, '2028-01-01'), undefined)
  })
})
