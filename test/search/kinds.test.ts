// Facts by what they say in the words of pages, in English and in Mongolian, and by the kind they are of: what thousands share comes
// last.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { find } from '../../src/search/found.ts'
import { buildIndex } from '../../src/search/index.ts'
import { type ActorsHeld, factDocument } from '../../src/search/records.ts'
import type { FactRow } from '../../src/search/store.ts'

const names: Record<string, { en: string; mn?: string }> = {
  XAA: { en: 'Averland', mn: 'Авөрланд' },
  'xaa-society': { en: 'Averland National Society', mn: 'Авөрландын нийгэмлэг' },
}
const actors: ActorsHeld = {
  hasMany: () => false,
  shared: (_key, make) => make(),
  nameOf: (id, language) => (language === 'mn' ? names[id]?.mn : undefined) ?? names[id]?.en ?? id,
  parentOf: () => null,
  isState: (id) => id === 'XAA',
}
const row = (
  id: string,
  kind: string,
  body: Record<string, unknown>,
  more: Partial<FactRow> = {},
): FactRow => ({
  ...{ actor: 'XAA', id, kind, externalId: id, subject: null, held: null, locator: null, quotation: null },
  ...{ language: null, entered: false, tier: 'public', sourceTitle: 'Gazette', sourcePublisher: null, body },
  ...more,
})
const rows = [
  row(
    'blue',
    'contribution',
    {
      title: 'Blue helmets',
      quantity: 120,
      quantityComparator: '>',
      unit: 'persons',
      per: 'year',
      status: 'active',
      counterparts: ['xaa-society'],
      partOf: 'row-of-nothing',
      inferred: ['status'],
    },
    { held: '199X/..' },
  ),
  row('section', 'page-section', { title: 'Neighbours', text: 'We met {cooperation-neighbours} times.' }),
  ...Array.from({ length: 30 }, (_, i) =>
    row(`review-${i}`, 'review-recommendation', {
      text: `Plant walnut ${i}`,
      session: 9,
      response: 'accepted',
    }),
  ),
  row('right', 'commitment', { title: 'Хүний эрхийн хороо' }),
]
const kinds = readShippedKinds()
const index = await buildIndex([rows.map((one) => factDocument(one, actors, kinds)!)])
const hitsOf = (q: string, language?: string) =>
  find(index, { q, ...(language === undefined ? {} : { language }) }).groups.flatMap(({ hits }) => hits)

describe('a fact', () => {
  it('is called by its own name, and its kind stands beside it', () => {
    const [hit] = hitsOf('blue helmets')
    assert.deepEqual([hit?.title.text, hit?.detail, hit?.match], ['Blue helmets', 'Contribution', 'name'])
  })
  it('says what it says in the words of pages, never of the machine', () => {
    const said = hitsOf('persons')[0]!.excerpt!.text
    assert.equal(
      said.replaceAll('\u00a0', ' '),
      'Status: active; With: Averland National Society; Quantity: more than 120 persons per year; since 1990s',
    )
    for (const q of ['row-of-nothing', 'inferred', 'comparator']) assert.equal(find(index, { q }).total, 0, q)
    assert.equal(hitsOf('neighbours')[0]!.excerpt!.text, 'We met … times.')
    assert.equal(find(index, { q: 'cooperation' }).total, 0)
  })
  it('is found by what its page says in Mongolian, and shows that to who reads Mongolian', () => {
    for (const q of ['нийгэмлэгийн', 'авөрландад'])
      assert.ok(
        hitsOf(q).some(({ id }) => id === 'blue'),
        q,
      )
    const both = hitsOf('120', 'mn').find(({ id }) => id === 'blue')!.excerpt!
    assert.equal(both.language, 'mn')
    assert.match(both.text, /120/)
    assert.equal(hitsOf('120').find(({ id }) => id === 'blue')!.excerpt!.language, 'en')
  })
})

describe('the title of a kind', () => {
  it('alone brings a fact last, and is told as so many', () => {
    const found = find(index, { q: 'хүний эрх' })
    assert.deepEqual(
      found.groups.map(({ count, byKind, hits }) => ({ count, byKind, ids: hits.map(({ id }) => id) })),
      [
        {
          count: 31,
          byKind: [{ title: 'Recommendation received at the Universal Periodic Review', count: 30 }],
          ids: ['right'],
        },
      ],
    )
    const all = find(index, { q: 'хүний эрх', kind: 'fact' }).groups[0]!.hits
    assert.deepEqual(
      [all[0]!.id, all.slice(1).every(({ match }) => match === 'kind'), all.length],
      ['right', true, 20],
    )
  })
  it('lists them where nothing else has it', () => {
    const [group] = find(index, { q: 'universal periodic' }).groups
    assert.deepEqual([group?.count, group?.hits.length, group?.hits[0]?.match], [30, 5, 'kind'])
  })
  it('is no name by which one of them is meant', () =>
    assert.notEqual(hitsOf('Contribution')[0]!.match, 'name'))
})

describe('a word that is held nowhere', () => {
  it('is never taken for another silently', () => {
    const found = find(index, { q: 'wallnut' })
    assert.deepEqual([found.isNear, found.nearWords], [true, ['walnut']])
    assert.ok(hitsOf('wallnut').every(({ match }) => match === 'near'))
    // Nor for a word of the title of a kind.
    assert.equal(find(index, { q: 'univresal' }).isNear, true)
  })
  it('is offered another only where that is near and finds something', () => {
    assert.equal(find(index, { q: 'qalnutz blue' }).suggestion, null)
    assert.equal(find(index, { q: 'neighboursxyz' }).suggestion, 'Neighbours')
    assert.equal(find(index, { q: 'neihgbors contrybutions gegen' }).suggestion, null)
  })
})

describe('the beginning of a word', () => {
  it('comes after the word itself', async () => {
    const texts = ['Эрх зүйл', 'Олон улсын эрх зүйн сургалт', 'Эрх зүйл зүйл']
    const own = await buildIndex([
      texts.map((title, i) => factDocument(row(`t${i}`, 'commitment', { title }), actors, kinds)!),
    ])
    assert.equal(find(own, { q: 'эрх зүй' }).groups[0]!.hits[0]!.id, 't1')
  })
})

describe('a question', () => {
  it('is asked with words that are left out beside those it is about', () => {
    const found = find(index, { q: 'when did the blue helmets' })
    assert.deepEqual([found.isPartial, found.total, found.groups[0]?.hits[0]?.id], [false, 1, 'blue'])
  })
})
