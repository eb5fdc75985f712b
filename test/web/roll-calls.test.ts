// Hundreds of roll calls that belong to no series: a page of them at a time, each with its title, and all of them in the data.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { countVotes } from '../../src/engagements/votes.ts'
import { createApp } from '../../src/web/app.ts'
import type { MinistryShown } from '../../src/web/data/engagements.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf, read, textOf } from './site.ts'

const ministry = async (): Promise<MinistryShown> => {
  const held = (await fictionalData().showMinistry('XAA'))!
  const votes = held.votes.map((one) => {
    if (one.series !== null) return one
    const [like] = one.years
    const years = Array.from({ length: 120 }, (_, i) => ({
      ...like!,
      ...{ year: 1946 + Math.floor(i / 2), symbol: `A/RES/1/${i + 1}`, titleInFile: `Harbours ${i + 1}` },
      ...{ adoptedOn: null, dayInFile: null },
      vote: i < 20 ? null : ('yes' as const),
    }))
    return { ...one, years, counted: countVotes(years, '1952-03-01') }
  })
  return { ...held, votes }
}

const appOf = async () => {
  const shown = await ministry()
  return createApp({
    world: 'register',
    banner: null,
    data: { ...fictionalData(), showMinistry: async () => shown },
    today: () => '2027-12-31',
  })
}

const votesAt = async (address: string) => {
  const { text } = await read(await appOf(), address)
  return documentOf(text).querySelector('section[aria-labelledby="votes"]')!
}
const tableIn = (section: Element) => [...section.querySelectorAll('table')].at(-1)!

describe('roll calls that belong to no series', () => {
  it('are shown fifty to a page, the newest first, with title and symbol in one table', async () => {
    const section = await votesAt('/ministries/XAA')
    const rows = [...tableIn(section).querySelectorAll('tbody tr')]
    assert.equal(rows.length, 50)
    assert.match(textOf(rows[0]!), /A\/RES\/1\/120 ?Harbours 120/)
    assert.match(textOf(section), /The newest first: 1 to 50 of 120\./)
    const [next] = section.querySelectorAll('.result-pages a')
    assert.equal(next?.getAttribute('href'), '/ministries/XAA?votes=2#other-votes')
  })

  it('come to an end: the last page has what is left, and stands open', async () => {
    const section = await votesAt('/ministries/XAA?votes=3')
    const rows = [...tableIn(section).querySelectorAll('tbody tr')]
    assert.equal(rows.length, 20)
    assert.match(textOf(rows.at(-1)!), /A\/RES\/1\/1 ?Harbours 1 /)
    assert.ok(tableIn(section).closest('details')?.hasAttribute('open'))
    assert.deepEqual(
      [...section.querySelectorAll('.result-pages a')].map((link) => link.getAttribute('href')),
      ['/ministries/XAA?votes=2#other-votes'],
    )
    assert.equal((await read(await appOf(), '/ministries/XAA?votes=0')).status, 400)
  })

  it('stand whole in the data, whatever page is shown', async () => {
    const app = await appOf()
    const { votes } = JSON.parse((await read(app, '/ministries/XAA.json')).text) as MinistryShown
    assert.equal(votes.find(({ series }) => series === null)?.years.length, 120)
    const csv = parse((await read(app, '/ministries/XAA.csv')).text, { columns: true }) as {
      row: string
      id: string
    }[]
    assert.equal(csv.filter(({ row, id }) => row === 'vote' && id.startsWith('A/RES/1/')).length, 120)
  })

  it('say how many without a vote are from before the State was a member, and how far what is held reaches', async () => {
    const words = textOf(await votesAt('/ministries/XAA'))
    assert.match(
      words,
      /100 yes, 0 no, 0 abstained, 8 without a vote recorded\. 12 more are from before 1 March 1952/,
    )
    assert.match(
      words,
      /Held are 124 roll calls, from 1946 to 2022, on whole resolutions, amendments and paragraphs/,
    )
    assert.doesNotMatch(words, /later years are not held/)
  })
})
