// What a person reads of a fact on its way before deciding about it: figures in place of the ids that stand for them, and
// what a correction changes.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inSignedInWorld, someone } from './signing.ts'

const focal = someone('focal', 'focal-point', 'XAA')
const approver = someone('approver', 'approver', 'XAA')

const held = {
  ...{ id: 'served', kind: 'contribution', actor: 'XAA', date: '2026', known_from: '2026-12-01' },
  source: { title: 'Report of a fictional ministry' },
  body: { title: 'Peacekeepers', quantity: '>120', unit: 'persons', locations: 'Hazelnut valley' },
}
const importHeld = (db: Parameters<typeof importFacts>[0]) =>
  importFacts(
    db,
    { name: 'facts.json', bytes: new TextEncoder().encode(JSON.stringify([held])) },
    { kinds: readShippedKinds() },
  )

describe('a fact on its way', () => {
  it('is read with the figures of the facts its prose names, by its writer and by who approves', () =>
    inSignedInWorld([focal, approver], async ({ as, store }) => {
      await importHeld(store.world('register'))
      const section = {
        ...{ actor: 'XAA', kind: 'page-section', known_from: '2027-01-01', 'source.title': 'Ministry' },
        ...{ 'body.title': 'Peacekeeping', 'body.text': '{served} have served; {nobody} not.' },
      }
      const preview = await as(focal).send('/enter/facts/new', { ...section, step: 'check' })
      const { location } = await as(focal).send('/enter/facts/new', { ...section, step: 'ask' })
      const draft = await as(approver).open(location.split('?')[0]!)
      for (const { document } of [preview, draft]) {
        const said = document.querySelector('main')!.textContent!
        assert.match(said, /more than 120 persons have served/)
        assert.doesNotMatch(said, /\{served\}/)
        assert.match(said, /nobody/)
      }
    }))

  it('says field by field what it changes, and what it replaces by its words', () =>
    inSignedInWorld([focal, approver], async ({ as, store }) => {
      await importHeld(store.world('register'))
      const correction = {
        ...{ actor: 'XAA', kind: 'contribution', date: '2026', known_from: '2026-12-01' },
        ...{ supersedes: 'served', 'source.title': 'Report of a fictional ministry' },
        ...{ 'body.title': 'Peacekeepers', 'body.quantity': '>150', 'body.unit': 'persons', note: 'A slip.' },
      }
      const { location } = await as(focal).send('/enter/facts/new', { ...correction, step: 'ask' })
      const { document } = await as(approver).open(location.split('?')[0]!)
      const main = document.querySelector('main')!
      const replaced = main.querySelector('a[href$="/enter/facts/served"]')!
      assert.match(replaced.textContent!, /Peacekeepers/)
      const rows = [...main.querySelectorAll('tbody tr')].map((row) => row.textContent!)
      const rowOf = (words: RegExp) => rows.find((row) => words.test(row)) ?? ''
      assert.match(rowOf(/more than 150/), /Until now: more than 120/)
      assert.match(rowOf(/Hazelnut/), /Until now: Hazelnut valley/)
      assert.doesNotMatch(rowOf(/^Unit/), /Until now/)
    }))
})
