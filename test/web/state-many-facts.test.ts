// A State of which there are hundreds of facts of one kind: its page shows the newest, and all where they are asked for.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../src/web/app.ts'
import type { FactShown } from '../../src/web/data/states.ts'
import { pathOfFact } from '../search/fact-path.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf } from './site.ts'

const many = async (): Promise<FactShown[]> => {
  const first = (await fictionalData().listFacts('XAA'))[0]!
  return Array.from({ length: 60 }, (_, i) => ({
    ...first,
    id: `f-${i}`,
    kind: 'lighthouse',
    title: 'Lighthouse kept',
    fields: [{ name: 'number', value: i, unit: null }],
    held: `${1960 + i}`,
  }))
}

const appOf = async () => {
  const facts = await many()
  return createApp({
    world: 'register',
    banner: null,
    data: { ...fictionalData(), listFacts: async () => facts },
    today: () => '2027-12-31',
  })
}

describe('a State with many facts of a kind', () => {
  it('shows the newest of them, says of how many, and leads to all', async () => {
    const app = await appOf()
    const part = documentOf(await (await app.request('/states/XAA')).text()).querySelector(
      '#kind-lighthouse',
    )!
    assert.equal(part.querySelectorAll('.fact').length, 40)
    assert.ok(part.querySelector('#fact-f-59') !== null && part.querySelector('#fact-f-19') === null)
    assert.match(part.textContent ?? '', /The newest 40 of 60 are shown/)
    const link = part.querySelector('a[href^="?facts="]')!
    const whole = await app.request(`/states/XAA${link.getAttribute('href')!.replace(/#.*/, '')}`)
    const all = documentOf(await whole.text()).querySelector('#kind-lighthouse')!
    assert.equal(all.querySelectorAll('.fact').length, 60)
    assert.equal(all.querySelector('a[href^="?facts="]'), null)
  })

  it('has all of them in its data', async () => {
    const json = (await (await (await appOf()).request('/states/XAA.json')).json()) as { facts: unknown[] }
    assert.equal(json.facts.length, 60)
  })

  it('is found by search where the fact is shown', () => {
    const pathWith = (hasMany: boolean) => pathOfFact({ kind: 'lighthouse', externalId: null }, {}, hasMany)
    assert.equal(pathWith(true), '/states/XAA?facts=lighthouse#fact-f-1')
    assert.equal(pathWith(false), '/states/XAA#fact-f-1')
  })
})
