// From a recommendation that no action takes up to the form in which one does, in one step. All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inEnteringWorld, open } from './entering.ts'

const pledge = 'ihl-pledge-mongolia'
const row = (id: string, kind: string, body: Record<string, unknown>) => ({
  ...{ id, actor: 'XAA', kind, known_from: '2027-01-15', language: 'en', body },
})
const facts = [
  row('study', 'study', { title: 'A study', instrument: pledge }),
  row('r1', 'recommendation', { study: 'study', number: '1', group: 'Law', text: 'Adopt a law.' }),
  row('r2', 'recommendation', { study: 'study', number: '2', group: 'Law', text: 'Train officers.' }),
  row('plan', 'national-plan', { title: 'A plan', instrument: pledge }),
  row('a1', 'plan-action', { title: 'A law', number: '1', plan: 'plan', recommendations: ['r1'] }),
  {
    ...row('a1-2', 'plan-action', { title: 'The law', number: '1', plan: 'plan', recommendations: ['r1'] }),
    supersedes: 'a1',
  },
]

describe('a recommendation that no action takes up', () => {
  it('leads to the form that corrects an action, with everything it says and this one beside', () =>
    inEnteringWorld(async ({ app, db }) => {
      await saveSetting(db, `parties:${pledge}`, 'XAA')
      const file = { name: 'facts.json', bytes: Buffer.from(JSON.stringify(facts)) }
      await importFacts(db, file, { kinds: readShippedKinds(), today: '2027-12-31', entered: false })
      const { document } = await open(app, `/exercise/plans/${pledge}/implementation`)
      const section = document.querySelector('section[aria-labelledby=recommendations]')!
      assert.match(section.querySelector('h4')!.textContent!, /Law 1 of 2 taken up/)
      const links = [...section.querySelectorAll('.take-up a')]
      assert.deepEqual(
        links.map(({ textContent }) => textContent),
        ['1 The law'],
      )
      const form = await open(app, links[0]!.getAttribute('href')!)
      const field = (name: string) => form.document.querySelector(`[name="${name}"]`)
      assert.equal(field('supersedes')!.getAttribute('value'), 'a1-2')
      assert.equal(field('body.title')!.getAttribute('value'), 'The law')
      assert.equal(field('note')!.textContent!.trim(), 'Takes up recommendation 2.')
      const chosen = [...form.document.querySelectorAll('[name^="body.recommendations"] option[selected]')]
      assert.deepEqual(
        chosen.map((option) => option.getAttribute('value')).filter((value) => value !== ''),
        ['r1', 'r2'],
      )
    }, 'exercise'))
})
