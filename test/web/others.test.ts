// The page of what others count: an answer for each source, marked where it is doubtful, and no number where nothing is held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bothWorlds, documentOf, read, textOf } from './site.ts'

const app = bothWorlds()
const pageOf = async (address: string) => documentOf((await read(app, address)).text)

describe('what others count', () => {
  it('is the newest year that nothing makes doubtful, in persons, with a doubtful one marked beside it', async () => {
    const [card] = (await pageOf('/ministries/XAA/others')).querySelectorAll('.ministry-glance > div')
    assert.equal(textOf(card!.querySelector('dd')), '210 persons')
    const words = textOf(card!.querySelector('dt'))
    assert.match(words, /^Fictional almanac of missions ?\(Fictional League\) in 2 missions, 2024/)
    assert.match(words, /mean of the months of the year; 2026: 240 doubtful$/)
  })

  it('has no number for a session that no table held reaches, and says so in whole sentences', async () => {
    const review = (await pageOf('/ministries/XAA/others')).querySelector(
      'section[aria-labelledby="review"]',
    )!
    const [answer] = review.querySelectorAll('p')
    assert.equal(
      textOf(answer!),
      '3 recommendations received (sessions: 8, 9): accepted: 1 of 3; noted: 1 of 3; no response in the table: 1 of 3.' +
        ' 1 voluntary pledge (sessions: 9). Voluntary pledges made in session 8 are not held: no table of them is held whole.',
    )
    const cells = [...review.querySelectorAll('tbody tr')]
      .slice(0, 2)
      .map((row) => [...row.querySelectorAll('td')].map(textOf).slice(-1))
    assert.deepEqual(cells, [['1'], ['not held']])
  })
})
