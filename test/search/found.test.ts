// What a search gives, over a small fictional world.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { blank, type Document } from '../../src/search/document.ts'
import { find, hitsPerKind, hitsPerPage } from '../../src/search/found.ts'
import { buildIndex } from '../../src/search/index.ts'

const state = (id: string, title: string, names: string[] = []): Document => ({
  ...blank,
  kind: 'state',
  id,
  path: `/states/${id}`,
  title,
  codes: [id],
  names,
  parts: names.map((text) => ({ text, language: 'xx', verbatim: false, isName: true })),
})
const indicator = (number: string, text: string): Document => ({
  ...blank,
  kind: 'indicator',
  id: `plan/${number}`,
  path: `/plans/plan/${number}`,
  title: number,
  detail: 'A fictional plan',
  codes: [number, `plan/${number}`],
  parts: [{ text, language: 'en', verbatim: true }],
})
const fact = (id: string, quotation: string, language = 'en'): Document => ({
  ...blank,
  kind: 'fact',
  id,
  path: `/states/XAA#fact-${id}`,
  title: 'Deadline as stated by a source',
  detail: 'Averland',
  parts: [{ text: quotation, language, verbatim: true }],
})

const long = `${'Before this nothing of interest is said. '.repeat(20)}The orchard was cleared of mines by hand. ${'And after it nothing is. '.repeat(20)}`
const documents = [
  state('XAA', 'Averland', ['Аверландия', '阿维兰']),
  state('XAB', 'Averlandia'),
  state('XNO', 'Norsk', ['no']),
  indicator('7.1', 'Percentage of States Parties that submit reports.'),
  indicator('7.10', 'Number of mine survivors that were consulted.'),
  indicator('10.2', 'Percentage of survivors, see indicator 7.1.'),
  fact('a', 'cleared as soon as possible but not later than the first of March'),
  fact('b', long),
  fact('c', 'Норд и Аверландия сообщили', 'ru'),
  fact('d', '雷区在三月之前清理完毕', 'zh'),
  ...Array.from({ length: 45 }, (_, i) => fact(`many-${i}`, `orchid number ${i}`)),
]
const index = await buildIndex([documents])
const ids = (q: string) => find(index, { q }).groups.flatMap((group) => group.hits.map((hit) => hit.id))
const marked = (q: string) => {
  const { excerpt } = find(index, { q }).groups[0]!.hits[0]!
  return excerpt?.marks.map(([start, end]) => excerpt.text.slice(start, end))
}

describe('a search', () => {
  it('puts the thing whose number or code was typed first', () => {
    assert.equal(ids('7.1')[0], 'plan/7.1')
    assert.equal(ids('plan/7.1')[0], 'plan/7.1')
    assert.equal(ids('xab')[0], 'XAB')
    assert.equal(find(index, { q: '7.1' }).groups[0]!.hits[0]!.match, 'code')
  })
  it('puts a name before names that begin so, and names before texts', () => {
    assert.deepEqual(ids('averland').slice(0, 2), ['XAA', 'XAB'])
    assert.equal(ids('Аверландия')[0], 'XAA')
  })
  it('finds words wherever they stand, and says where', () => {
    assert.deepEqual(marked('orchard hand'), ['orchard', 'hand'])
    const { excerpt } = find(index, { q: 'orchard' }).groups[0]!.hits[0]!
    assert.ok(excerpt!.cutBefore && excerpt!.cutAfter && excerpt!.text.length <= 250)
    assert.ok(long.includes(excerpt!.text))
  })
  it('asks for all words', () => assert.deepEqual(ids('number survivors'), ['plan/7.10']))
  it('shows what has half of the words where nothing has all, and says so', () => {
    assert.equal(find(index, { q: 'consulted zebra giraffe' }).total, 0)
    const found = find(index, { q: 'consulted zebra' })
    assert.ok(found.isPartial)
    assert.equal(found.groups[0]!.hits[0]!.id, 'plan/7.10')
  })
  it('finds plural and singular', () => {
    assert.ok(ids('survivor').includes('plan/7.10'))
    assert.ok(ids('numbers').includes('plan/7.10'))
  })
  it('takes a misspelled word for its neighbour, and says so', () => {
    const found = find(index, { q: 'survivers' })
    assert.ok(found.isNear)
    assert.ok(found.groups[0]!.hits.every((hit) => hit.match === 'near'))
  })
  it('never takes a number or a short word for another', () => {
    assert.deepEqual(ids('7.2'), [])
    assert.deepEqual(ids('nos'), [])
  })
  it('finds any part of a text without spaces', () => {
    for (const q of ['雷区', '清理', '理完毕', '毕', '雷區']) assert.ok(ids(q).includes('d'), q)
    assert.deepEqual(marked('三月之前'), ['三月之前'])
  })
  it('finds Cyrillic words typed in Latin letters', () => assert.ok(ids('soobshchili').includes('c')))
  it('proposes another spelling where nothing is found', () => {
    const found = find(index, { q: 'averlndiaaa' })
    assert.equal(found.total, 0)
    assert.equal(found.suggestion, 'Averlandia')
    assert.equal(find(index, { q: 'qqqqqqqq' }).suggestion, null)
  })
  it('shows a further name only where it is what was typed', () => {
    assert.equal(find(index, { q: '阿维兰' }).groups[0]!.hits[0]!.excerpt?.text, '阿维兰')
    assert.equal(find(index, { q: 'averland' }).groups[0]!.hits[0]!.excerpt, null)
  })
  it('counts every kind, shows the first of each, and a kind page by page', () => {
    const all = find(index, { q: 'orchid' })
    assert.deepEqual([all.total, all.groups[0]!.count, all.groups[0]!.hits.length], [45, 45, hitsPerKind])
    const third = find(index, { q: 'orchid', kind: 'fact', page: 3 })
    assert.deepEqual([third.pages, third.groups[0]!.hits.length], [3, 45 - 2 * hitsPerPage])
    const seen = [1, 2, 3].flatMap((page) =>
      find(index, { q: 'orchid', kind: 'fact', page }).groups[0]!.hits.map((hit) => hit.id),
    )
    assert.equal(new Set(seen).size, 45)
  })
  it('finds nothing for a query without a word', () => {
    for (const q of ['', '   ', '?!', '…', '\u200b', "'", '-']) assert.equal(find(index, { q }).total, 0, q)
  })
  it('does not mind what is typed: whatever it is, marks lie in their text and results are counted', () => {
    const pieces = fc.constantFrom(
      'averland',
      '7.1',
      '雷区',
      'Аверландия',
      "'",
      '-',
      '.*',
      '<b>',
      '__proto__',
      'constructor',
      '"',
    )
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    fc.assert(
      fc.property(anything, (q) => {
        const found = find(index, { q })
        assert.equal(
          found.total,
          found.groups.reduce((sum, group) => sum + group.count, 0),
        )
        for (const { hits } of found.groups)
          for (const { title, excerpt } of hits)
            for (const text of [title, excerpt ?? title]) {
              let before = 0
              for (const [start, end] of text.marks) {
                assert.ok(before <= start && start < end && end <= text.text.length)
                before = end
              }
            }
      }),
      { numRuns: 400 },
    )
  })
})

describe('building an index', () => {
  it('lets others have their turn', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    const many = Array.from({ length: 4000 }, (_, i) => fact(`m${i}`, `${long} ${i}`))
    await buildIndex([many])
    clearInterval(timer)
    assert.ok(turns > 3)
  })
})
