// What a State's page calls facts where another actor gave the same id.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { engagementsHeld } from '../../src/engagements/held.ts'
import { ownAlone } from '../../src/facts/meant.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { clearIds } from '../../src/web/held/clear-ids.ts'
import { datum } from '../engagements/fictional.ts'

const unit = { actor: 'xaa-unit' }
const named = (...datums: Parameters<typeof engagementsHeld>[0]) => {
  const all = engagementsHeld(datums, '2027-12-31', { kinds: readShippedKinds(), owning: ownAlone })
  const called = clearIds('XAA', all)
  return all.map((one) => {
    const { id, alsoCalled, partOf, concerns } = called(one)
    return [one.actor, id, alsoCalled.join(), partOf, concerns.join()]
  })
}

describe('ids on the page of a State', () => {
  const own = datum('tea', 'event-series', '2020/..')
  const ofOwn = datum('session', 'event', '2021', { partOf: 'tea' })
  it('stay as they are where nobody else gave one of them', () =>
    assert.deepEqual(named(own, ofOwn), [
      ['XAA', 'tea', '', null, ''],
      ['XAA', 'session', '', 'tea', ''],
    ]))

  it('of others are told after their actor where the State has the same one, and so is what names them', () => {
    const theirs = { ...datum('theirs', 'event-series', '2020/..', {}, unit), externalId: 'tea' }
    const later = datum('tea-2', 'event-series', '2020/..', {}, { ...unit, supersedes: 'datum-theirs' })
    const ofTheirs = datum('their-session', 'event', '2021', { partOf: 'tea-2' }, unit)
    const said = datum('said', 'position', '2021', { concerns: ['tea', 'nowhere'] }, unit)
    assert.deepEqual(named(own, ofOwn, theirs, later, ofTheirs, said), [
      ['XAA', 'tea', '', null, ''],
      ['XAA', 'session', '', 'tea', ''],
      ['xaa-unit', 'xaa-unit/tea', 'tea-2', null, ''],
      ['xaa-unit', 'their-session', '', 'xaa-unit/tea', ''],
      ['xaa-unit', 'said', '', null, 'xaa-unit/tea,nowhere'],
    ])
  })
})
