import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stateOf } from '../../src/engagements/engagement.ts'

describe('the State on whose page an engagement stands', () => {
  const parents: Record<string, string> = { 'averland-unit': 'XAA', 'league-office': 'league' }
  const actors = {
    parentOf: (actor: string) => parents[actor] ?? null,
    isState: (id: string) => ['XAA', 'XAB'].includes(id),
  }
  const of = (actor: string, subject: string | null) => stateOf({ actor, subject }, actors)

  it('is the parent of its actor, the State it is made towards, or its actor', () => {
    assert.equal(of('averland-unit', null), 'XAA')
    assert.equal(of('league', 'XAB'), 'XAB')
    assert.equal(of('XAA', null), 'XAA')
  })

  it('is never what the fact is about where that is no State: a meeting, a resolution', () => {
    assert.equal(of('XAA', 'A/RES/79/1'), 'XAA')
    assert.equal(of('XAA', '1MSP'), 'XAA')
    assert.equal(of('league-office', 'A/RES/79/1'), undefined)
  })
})
