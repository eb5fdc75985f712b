// The history of a fact on its way that was of one State and became of two: each sees what it said while it was theirs.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inSignedInWorld, type SignedInSite, someone } from './signing.ts'

const focal = someone('focal', 'focal-point', 'XAA')
const approver = someone('approver', 'approver', 'XAA')
const other = someone('other', 'focal-point', 'XAB')

const fact = {
  ...{ id: 'entered-hazel', actor: 'XAA', kind: 'commitment', from: '2027-01-01', known_from: '2027-02-01' },
  ...{ 'source.title': 'Hazelnut letter', 'body.title': 'A plan of our own', 'body.parties': 'XAA' },
  tier: 'restricted',
}

type Entry = { seq: number; action: string; isSealed: boolean; differences: unknown[]; decided: unknown[] }

/** A restricted draft of XAA, returned to its author, then made public and one of XAB too. */
const becomeOfTwo = async ({ as }: SignedInSite, typed: Record<string, string> = fact) => {
  const { location } = await as(focal).send('/enter/facts/new', { ...typed, step: 'ask' })
  const address = location.split('?')[0]!
  await as(approver).send(address, { step: 'return', revision: '1', note: 'Name the hazelnut valley.' })
  const id = address.split('/').at(-1)!
  const open = { ...typed, tier: '', 'body.title': 'An open plan', 'body.parties': 'XAA; XAB', draft: id }
  const saved = await as(focal).send('/enter/facts/new', { ...open, revision: '1', step: 'keep' })
  assert.equal(saved.status, 303)
  return { address, id, history: `/history/fact-draft:${id}` }
}

describe('the history of a fact that became one of two States', () => {
  it('shows the second one nothing of what was restricted, and brings nothing of it back for them', () =>
    inSignedInWorld([focal, approver, other], async (site) => {
      const { as } = site
      const { address, history } = await becomeOfTwo(site)
      assert.match((await as(other).open(address)).text, /An open plan/)
      const page = await as(other).open(history)
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.text, /plan of our own|hazelnut valley/)
      assert.equal(page.document.querySelector('form[action$="/restore"]'), null)
      const data = await as(other).open(`${history}.json`)
      assert.doesNotMatch(data.text, /plan of our own|hazelnut valley/)
      const { entries } = JSON.parse(data.text) as { entries: Entry[] }
      assert.equal(entries.length, 4)
      for (const one of entries)
        assert.deepEqual([one.isSealed, one.differences, one.decided], [true, [], []], one.action)
      // Its own author sees all of it, and has the button.
      const own = await as(focal).open(history)
      assert.match(own.text, /plan of our own/)
      assert.match(own.text, /hazelnut valley/)
      const form = { seq: own.fields.seq!, revision: own.fields.revision! }
      assert.equal((await as(other).send(`${history}/restore`, form)).status, 404)
      assert.match((await as(focal).open(address)).text, /An open plan/)
      assert.equal((await as(focal).send(`${history}/restore`, form)).status, 303)
      assert.match((await as(focal).open(address)).text, /A plan of our own/)
      assert.equal((await as(other).open(address)).status, 404)
    }))

  it('shows the second one nothing of what was public and of the first alone, and all that is theirs', () =>
    inSignedInWorld([focal, approver, other], async (site) => {
      const { as } = site
      const { id, history } = await becomeOfTwo(site, { ...fact, tier: '' })
      const again = { ...fact, tier: '', 'body.title': 'A wider plan', 'body.parties': 'XAA; XAB', draft: id }
      await as(focal).send('/enter/facts/new', { ...again, revision: '2', step: 'keep' })
      const page = await as(other).open(history)
      assert.doesNotMatch(page.text, /plan of our own|hazelnut valley/)
      assert.match(page.text, /A wider plan/)
      assert.equal(page.document.querySelectorAll('form[action$="/restore"]').length, 1)
      const back = await as(other).send(`${history}/restore`, {
        seq: page.fields.seq!,
        revision: page.fields.revision!,
      })
      assert.equal(back.status, 303)
    }))

  it('brings a restricted text back for nobody once it names several', () =>
    inSignedInWorld([focal, approver, other], async (site) => {
      const { as } = site
      // A draft keeps what is not right yet, but not a tier that it cannot have.
      const refused = await as(focal).send('/enter/facts/new', {
        ...fact,
        'body.parties': 'XAA; XAB',
        step: 'keep',
      })
      assert.equal(refused.status, 422)
    }))
})
