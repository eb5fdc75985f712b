import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readUnsubscribe, unsubscribeToken } from '../../src/accounts/unsubscribe.ts'
import { sortOwed } from '../../src/indicators/desk.ts'
import { type OwedBy, sayDigest } from '../../src/mail/digest.ts'
import { owedFirstReport } from '../duties/owed.ts'

const origin = 'https://pacta.example.org'
const averland = (duties: OwedBy['duties'], more: Partial<OwedBy> = {}): OwedBy => ({
  world: 'exercise',
  actor: { id: 'XAA', name: 'Averland', isState: true },
  ...{ asOf: '2028-01-10', from: '2028-01-01', until: '2029-12-31' },
  duties,
  instrumentTitle: () => 'Fictional Treaty',
  ...more,
})
const mixed = [
  owedFirstReport({ due: '2027-04-30', status: 'overdue', title: 'Yearly report' }),
  owedFirstReport({
    due: '2028-01-20',
    status: 'at-risk',
    title: 'Destroy stockpiles.',
    obligation: null,
    article: '4',
  }),
  owedFirstReport({ due: '2028-03', status: 'due', entered: true }),
  owedFirstReport({ due: '2028-05-01', status: 'due' }),
  owedFirstReport({ due: '2027-03-01', status: 'not-found' }),
  owedFirstReport({ due: '2027-02-01', status: 'met' }),
  owedFirstReport({ due: '2027-01-01', status: 'overdue', applies: 'unknown' }),
]
const say = (given: Partial<Parameters<typeof sayDigest>[0]>, language = 'en') =>
  sayDigest({ owed: [], waiting: [], ...given }, { language, origin, unsubscribe: '/letters/stop/abc' })

describe('what somebody is reminded of', () => {
  it('is what is overdue, at risk, or due within 90 days; what is not known to be owed is in nothing', () => {
    const { overdue, risk, soon, notFound, total } = sortOwed(averland(mixed))
    assert.deepEqual(
      [overdue, risk, soon, notFound].map((some) => some.length),
      [1, 1, 1, 1],
    )
    assert.equal(total, 6)
  })

  it('has the last day a rough date may mean within the 90 days', () => {
    const soonOf = (due: string) => sortOwed(averland([owedFirstReport({ due })])).soon.length
    assert.deepEqual(['2028-04-09', '2028-04-10', '2028-03', '2028-04', '2028'].map(soonOf), [1, 0, 1, 0, 0])
  })
})

describe('a digest', () => {
  it('gives n of N, then each duty with its date, then where to go on', () => {
    const said = say({ owed: [averland(mixed)] })
    assert.equal(said?.subject, 'Pacta: 3 duties to look at')
    assert.equal(
      said?.body,
      `What is overdue, at risk or due soon, by the public facts held here.
Nothing in this letter is restricted.

Averland, as of 10 January 2028
Exercise: this State and every date of it are fictional.

Of 6 duties with a date from 1 January 2028 to 31 December 2029, or
overdue from before: 1 overdue, 1 at risk by the calendar, 1 due in the
next 90 days. 2 of the 3 listed below are reports.

Overdue: 1 of 6
* 30 April 2027: Yearly report (Fictional Treaty, Article 7)

At risk by the calendar: 1 of 6
* 20 January 2028: Destroy stockpiles (Fictional Treaty, Article 4)

Due in the next 90 days: 1 of 6
* March 2028: First report (Fictional Treaty, Article 7, rests on what
  was entered here, not received)

Of 1 more of the 6 nothing is found here though its day is past; no
complete register says that there is nothing.

All of them, and how each date came about:
  https://pacta.example.org/exercise/states/XAA/duties

To choose when you are reminded:
  https://pacta.example.org/account/letters

To get no more reminders, without signing in:
  https://pacta.example.org/letters/stop/abc`,
    )
  })

  it('is not written where there is nothing to say', () => {
    assert.equal(say({}), undefined)
    assert.equal(
      say({ owed: [averland(mixed.slice(4))], waiting: [{ world: 'register', counts: {} }] }),
      undefined,
    )
  })

  it('says how much waits, and never what: drafts are not public', () => {
    const said = say({ waiting: [{ world: 'register', counts: { approve: 2, returned: 1 } }] }, 'mn')
    assert.equal(said?.subject, 'Pacta: таныг хүлээж буй зүйл 3')
    assert.match(
      said?.body ?? '',
      /^Таныг хүлээж буй\n\* танд буцаасан: 1\n\* таны батлах: 2\n {2}https:\/\/pacta\.example\.org\/mn\/waiting\n/,
    )
  })

  it('in Mongolian has every word but titles in Mongolian, and keeps its lines short', () => {
    const { body = '' } = say({ owed: [averland(mixed), averland(mixed, { world: 'register' })] }, 'mn') ?? {}
    assert.match(body, /2027 оны 4 дүгээр сарын 30/)
    assert.doesNotMatch(body, /[{}\uE000\uE001]/)
    const own = body.replaceAll(
      /https:\S+|Averland|Fictional Treaty|Yearly report|Destroy stockpiles|First report/g,
      '',
    )
    assert.doesNotMatch(own, /[a-z]/i)
    for (const line of body.split('\n')) assert.ok([...line].length <= 72 || line.startsWith('  https'), line)
  })

  it('lists the first 20 of many', () => {
    const many = Array.from({ length: 23 }, () => owedFirstReport({ due: '2027-04-30', status: 'overdue' }))
    const { body = '' } = say({ owed: [averland(many)] }) ?? {}
    assert.equal(body.match(/^\* 30 April 2027/gm)?.length, 20)
    assert.match(body, /^\* and 3 more on the page$/m)
  })
})

describe('the address that ends reminders', () => {
  const secret = 'x'.repeat(32)

  it('is good for one person, and made by nobody else', () => {
    const token = unsubscribeToken('p-tuya', secret)
    assert.equal(readUnsubscribe(token, secret), 'p-tuya')
    assert.equal(readUnsubscribe(token, 'y'.repeat(32)), undefined)
    const [, signature] = token.split('.')
    const other = `${Buffer.from('p-bold').toString('base64url')}.${signature}`
    for (const wrong of [
      other,
      token.slice(0, -1),
      `${token}A`,
      'x',
      '',
      '.',
      `${token}.${signature}`.slice(1),
    ])
      assert.equal(readUnsubscribe(wrong, secret), undefined, wrong)
  })
})
