// Which fact is meant by an id, and who may say something of it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { lastingFacts } from '../../src/facts/lasting-id.ts'
import { meantAmong, type Owning } from '../../src/facts/meant.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { fact } from '../implementation/facts.ts'

const owning: Owning = {
  kinds: readShippedKinds(),
  partiesOf: (instrument) => (instrument === 'joint-pledge' ? ['XAA', 'XAS'] : []),
  standsFor: (actor) => (actor === 'XAA-ministry' ? 'XAA' : actor),
}
const by = (actor: string) => ({ actor })
const facts = [
  fact('national-plan', 'plan', { title: 'Of Averland', instrument: 'joint-pledge' }),
  fact('plan-action', 'a', { title: 'Of Averland', plan: 'plan' }),
  fact('step', 's', { title: 'Of Averland', action: 'a' }),
  fact('national-plan', 'plan', { title: 'Of Belmora', instrument: 'joint-pledge' }, by('XBB')),
  fact('plan-action', 'a', { title: 'Of Belmora', plan: 'plan' }, by('XBB')),
  fact('plan-action', 'only', { title: 'Of Belmora', plan: 'plan' }, by('XBB')),
  fact('plan-action', 'shared', { title: 'With Corvia', plan: 'plan', parties: ['XCC'] }, by('XBB')),
]
const { findAll, all } = lastingFacts(facts, '2026-12-31')
const meant = meantAmong(findAll, owning)
const titles = (actor: string, kind: string, id: string) =>
  meant.facts({ actor, body: {} }, [kind], id).map(({ datum }) => datum.body.title)
const get = (actor: string, kind: string, id: string) =>
  all.find(({ datum }) => datum.actor === actor && datum.kind === kind && datum.externalId === id)!

describe('an id that several have given', () => {
  it("means one's own fact first", () => {
    assert.deepEqual(titles('XAA', 'plan-action', 'a'), ['Of Averland'])
    assert.deepEqual(titles('XBB', 'plan-action', 'a'), ['Of Belmora'])
  })

  it('means that of those one has promised with before that of anybody else', () => {
    assert.deepEqual(titles('XAS', 'plan-action', 'a'), ['Of Averland'])
    assert.deepEqual(titles('XAA-ministry', 'plan-action', 'a'), ['Of Averland'])
  })

  it('means nothing clear for a third, until it says whose', () => {
    assert.deepEqual(titles('XDD', 'plan-action', 'a'), ['Of Averland', 'Of Belmora'])
    assert.deepEqual(titles('XDD', 'plan-action', 'XBB/a'), ['Of Belmora'])
    assert.deepEqual(titles('XDD', 'plan-action', 'XCC/a'), [])
  })

  it('means the only one there is', () =>
    assert.deepEqual(titles('XAA', 'plan-action', 'only'), ['Of Belmora']))

  it('finds each of them under an id of its own', () => {
    const ids = all.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.equal(get('XBB', 'plan-action', 'only').id, 'only')
    for (const { id, datum, first } of all)
      assert.deepEqual(
        findAll(datum.kind, id).map((one) => one.first.datumId),
        [first.datumId],
      )
  })

  it('is found by the id it is stored under where an address cannot hold the one it was given', () => {
    const [odd] = lastingFacts([fact('plan-action', 'A 1/2', {})], '2026-12-31').all
    assert.equal(odd!.id, odd!.first.datumId)
  })
})

describe('whose a thing is', () => {
  const owners = (actor: string, kind: string, id: string) =>
    ['XAA', 'XAA-ministry', 'XAS', 'XBB', 'XCC'].filter((one) => meant.isOwn(one, get(actor, kind, id)))

  it('is its State, units of it, and those who made the same promise, down to each step', () =>
    assert.deepEqual(owners('XAA', 'step', 's'), ['XAA', 'XAA-ministry', 'XAS']))

  it('is nobody else: to name a promise of others makes no one its owner', () =>
    assert.deepEqual(owners('XBB', 'plan-action', 'a'), ['XBB']))

  it('is the parties it names too', () =>
    assert.deepEqual(owners('XBB', 'plan-action', 'shared'), ['XBB', 'XCC']))

  it('never reaches whoever neither wrote it nor is named with it, however facts name each other', () => {
    const actor = fc.constantFrom('XAA', 'XBB', 'XCC')
    const id = fc.constantFrom('p', 'q', 'r')
    const one = fc.record({ actor, id, plan: id, with: fc.option(actor, { nil: undefined }) })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (a) => `${a.actor}/${a.id}`, maxLength: 6 }), (given) => {
        const made = given.flatMap((its) => [
          fact('national-plan', its.id, {}, by(its.actor)),
          fact(
            'plan-action',
            its.id,
            { plan: its.plan, ...(its.with === undefined ? {} : { parties: [its.with] }) },
            by(its.actor),
          ),
        ])
        const held = lastingFacts(made, '2026-12-31')
        const { isOwn } = meantAmong(held.findAll, owning)
        for (const found of held.all)
          for (const who of ['XAA', 'XBB', 'XCC'])
            assert.equal(
              isOwn(who, found),
              who === found.datum.actor || [found.datum.body.parties].flat().includes(who),
            )
      }),
    )
  })
})
