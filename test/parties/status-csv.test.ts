import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { shippedStates } from '../../src/parties/actor.ts'
import { shippedEffectiveFacts } from '../../src/parties/effective-facts.ts'
import { readStatusCsv, shippedClaims, shippedStatus, writeStatusCsv } from '../../src/parties/status-csv.ts'
import { shippedTreatyIds } from '../../src/parties/treaty-ids.ts'
import { Problem } from '../../src/problem.ts'

const readText = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-status-'))
  try {
    writeFileSync(join(folder, 'status.csv'), text)
    return readStatusCsv(join(folder, 'status.csv'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the shipped status of treaties', () => {
  const shipped = shippedStatus()
  const states = new Set(shippedStates().map((state) => state.id))

  it('is that of six treaties, each with its source, address and date', () => {
    assert.deepEqual(shipped.map(({ source }) => source.treaty).sort(), [
      'arms-trade',
      'environmental-modification',
      'mine-ban',
      'nuclear-weapons-prohibition',
      'persons-with-disabilities',
      'torture',
    ])
    for (const { source } of shipped) {
      assert.equal(source.asOf, '2026-02-03')
      assert.match(source.address!, new RegExp(`mtdsg_no=${source.mtdsg}$`))
    }
  })

  it('has as many signatures and parties as the pages count', () => {
    for (const { source, events } of shipped) {
      const left = new Set(
        events
          .filter((event) => event.kind === 'withdrawal' && event.date! <= source.asOf)
          .map((event) => event.actor),
      )
      const bound = events.filter(
        (event) => !['signature', 'provisional-application', 'withdrawal'].includes(event.kind),
      )
      assert.equal(bound.filter((event) => !left.has(event.actor)).length, source.parties, source.treaty)
      const signed = events.filter((event) => event.kind === 'signature' && !event.bracketed)
      assert.equal(signed.length, source.signatories, source.treaty)
    }
  })

  it('names States of the reference only; the European Union stays without a code', () => {
    const others = shipped.flatMap(({ events }) =>
      events.filter((event) => event.actor === null).map((event) => event.name),
    )
    assert.deepEqual([...new Set(others)], ['European Union'])
    for (const { events } of shipped)
      for (const event of events) assert.ok(event.actor === null || states.has(event.actor), event.name)
  })

  it('carries no text of the page but the short notes on withdrawals and on names of acts', () => {
    for (const { events } of shipped)
      for (const event of events) assert.ok((event.note ?? '').length < 500, event.name)
  })

  it('is about treaties we have a name for', () => {
    const ids = shippedTreatyIds()
    assert.equal(new Set(ids.map((one) => one.id)).size, ids.length)
    for (const { source } of shipped)
      assert.equal(ids.find((one) => one.mtdsg === source.mtdsg)?.id, source.treaty)
  })

  it('every claim and every sourced date quotes its source with an address', () => {
    const claims = shippedClaims()
    assert.ok(claims.length > 0)
    for (const one of [...claims, ...shippedEffectiveFacts()]) {
      assert.ok(one.quotation.length > 20)
      assert.match(one.sourceAddress, /^https?:\/\//)
      assert.ok(states.has(one.actor))
    }
    const contested = claims.filter((claim) => claim.contestedBy !== null)
    assert.ok(contested.every((claim) => claim.contestQuotation !== null && claim.contestAddress !== null))
  })
})

describe('files of status events', () => {
  it('come back from being written as they were', () => {
    for (const { events } of shippedStatus()) assert.deepEqual(readText(writeStatusCsv(events)), events)
  })

  const refusals = [
    ['an unknown kind', 'treaty,name,kind\nmine-ban,Arvonia,adhesion\n', 'C2'],
    ['a day that is none', 'treaty,name,kind,notified_on\nmine-ban,Arvonia,accession,2001-02-30\n', 'D2'],
    ['a month that is none', 'treaty,name,kind,notified_on\nmine-ban,Arvonia,accession,2001-13-01\n', 'D2'],
    ['no name', 'treaty,name,kind\nmine-ban,,accession\n', 'B2'],
    ['a column nobody knows', 'treaty,name,kind,colour\nmine-ban,Arvonia,accession,blue\n', 'D1'],
  ] as const
  for (const [what, text, cell] of refusals)
    it(`${what} is refused by cell`, () => {
      assert.throws(
        () => readText(text),
        (error) => error instanceof Problem && error.issues[0]?.cell === cell,
      )
    })
})
