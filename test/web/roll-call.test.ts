// The page of one recorded vote: what it was on, how many voted how, and who of those held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rollCallId } from './fictional/roll-calls.ts'
import { bothWorlds, documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()

describe('the page of a recorded vote', () => {
  it('says what it was on, all votes, and who voted how', async () => {
    const { text } = await read(register, `/votes/${rollCallId}`)
    const document = documentOf(text)
    assert.equal(textOf(document.querySelector('h1')), 'Lighthouses <of> the Low Islands')
    const head = textOf(document.querySelector('header.head'))
    for (const words of ['A/RES/99/1', 'session 99', '3 December 2026', '2 yes, 1 no, 0 abstained'])
      assert.ok(head.includes(words), `${words} in ${head}`)
    const sections = [...document.querySelectorAll('main section')].map((section) => textOf(section))
    assert.deepEqual(
      sections.map((words) => words.replace(/\s+/g, ' ').trim()),
      ['yes 2 Averland 1 of them is not named among the States held here.', 'no 1 Belmora', 'abstained 0'],
    )
    assert.equal(document.querySelector('section a')?.getAttribute('href'), '/ministries/XAA#votes')
  })
  it('says that nobody is absent or abstained for want of a vote', async () => {
    const { text } = await read(register, `/votes/${rollCallId}`)
    assert.match(textOf(documentOf(text).querySelector('main')), /no vote recorded/)
  })
  it('calls States as the page’s language does', async () => {
    const { text } = await read(bothWorlds(), `/mn/votes/${rollCallId}`)
    assert.equal(textOf(documentOf(text).querySelector('section a')), 'Авөрланд')
  })
  it('gives the same as data, vote by vote', async () => {
    const twin = JSON.parse((await read(register, `/votes/${rollCallId}.json`)).text)
    assert.deepEqual(
      [twin.symbol, twin.counts, twin.voters.no],
      ['A/RES/99/1', { yes: 2, no: 1, abstain: 0 }, [{ actor: 'XAB', name: 'Belmora' }]],
    )
    const { text } = await read(register, `/votes/${rollCallId}.csv`)
    assert.equal(text.trim().split('\n').length, 3)
  })
  it('is not there for a vote that is not held', async () =>
    assert.equal((await read(register, '/votes/roll-call-18')).status, 404))
})
