import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { engagementKinds } from '../../src/engagements/engagement.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { readShippedInstruments } from '../../src/instruments/read.ts'
import { loadRegister } from '../../src/load.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { DocumentShown } from '../../src/web/data/documents.ts'
import { documentsHeld } from '../../src/web/held/documents.ts'
import { inTestWorld } from '../world.ts'
import { inEnteringWorld } from './entering.ts'

describe('a fact entered here', () => {
  it('makes no document and stands in none', () =>
    inEnteringWorld(async ({ db }) => {
      const list = async () => JSON.stringify(await documentsHeld(db).listDocuments())
      const before = await list()
      const fact = {
        ...{ actor: 'XAA', kind: 'commitment', known_from: '2026-01-01', from: '2026-01-01', language: 'en' },
        quotation: 'We shall do what this test says.',
        body: { title: 'What a test says' },
      }
      const titles = ['Letter read by nobody', readShippedInstruments()[0]!.source.title]
      const facts = titles.map((title, i) => ({ ...fact, id: `entered-${i}`, source: { title } }))
      const file = { name: 'form.json', bytes: new TextEncoder().encode(JSON.stringify(facts)) }
      const options = { kinds: readShippedKinds(), today: '2026-11-22' }
      await importFacts(db, file, { ...options, entered: true })
      assert.equal((await listDatums(db, { kind: 'commitment' })).length, 2)
      assert.equal(await list(), before)
      // The same, received, is one.
      const received = { ...fact, id: 'received', source: { title: 'Letter received' } }
      const second = { name: 'r.json', bytes: new TextEncoder().encode(JSON.stringify([received])) }
      await importFacts(db, second, { ...options, entered: false })
      assert.match(await list(), /letter-received/)
    }))
})

describe('the documents the register starts from', () => {
  let documents: DocumentShown[]
  let facts: Datum[]
  // Read once: the tests ask only what was read.
  before(() =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      documents = await documentsHeld(db).listDocuments()
      facts = await listDatums(db, { kinds: engagementKinds(readShippedKinds()) })
    }),
  )

  it('are a plan, a pledge and a ministry’s page, in this order', () => {
    assert.deepEqual(
      documents.map(({ id }) => id),
      ['siem-reap-angkor-draft-2024-08', 'ihl-pledge-mongolia', 'multilateral-cooperation'],
    )
    assert.match(documents[0]!.notice ?? '', /^Draft of 16 August 2024/)
    // The page gives no date; what its facts say of it is an inference, and written as one.
    assert.equal(documents[2]!.source?.date, '2020~')
  })

  it('open every action, every indicator and every fact from the sentence it was read in', () => {
    const became = documents.flatMap(({ parts }) =>
      parts.flatMap(({ promises }) => promises.flatMap((promise) => promise.became)),
    )
    const count = (kind: string) => became.filter((one) => one.kind === kind).length
    const instruments = heldPlans().map((plan) => plan.instrument)
    const actions = instruments.flatMap((instrument) => instrument.actions)
    const indicators = instruments.flatMap((instrument) => instrument.indicators)
    assert.equal(count('action'), actions.length)
    assert.deepEqual(
      became
        .flatMap(({ indicator }) => indicator ?? [])
        .map((id) => id.slice(id.lastIndexOf('/') + 1))
        .sort(),
      indicators.map(({ id }) => id).sort(),
    )
    const paths = new Set(became.map(({ path }) => path))
    // An observation says something of a fact; it is no promise.
    const promised = facts.filter(({ body }) => body.concerns === undefined)
    const unopened = promised.filter(({ externalId }) => !paths.has(`/ministries/MNG#fact-${externalId}`))
    assert.deepEqual(
      unopened.map(({ externalId }) => externalId),
      [],
    )
  })

  it('follow their text: a sentence stands where its source has it', () => {
    const [plan, pledge, page] = documents
    assert.deepEqual(
      plan!.parts.map(({ number }) => number),
      ['II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'],
    )
    assert.deepEqual(
      pledge!.parts.map(({ number, promises }) => [number, promises.length]),
      [
        ['A', 3],
        ['B', 5],
        ['C', 4],
        ['D', 2],
      ],
    )
    assert.match(page!.parts[0]!.promises[0]!.sentence, /27 October 1961/)
  })
})
