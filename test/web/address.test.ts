// Addresses made of paths: each segment encoded, what is asked of a page before its place; and where pages of dates lead.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressIn } from '../../src/web/site.ts'
import { fictionalData } from './fictional/world.ts'
import { bothWorlds, documentOf, read } from './site.ts'

describe('an address', () => {
  const inExercise = { base: '/exercise' }
  const cases: [string, Record<string, string | number>, string][] = [
    ['/states/XAA#fact-1', {}, '/exercise/states/XAA#fact-1'],
    ['/ministries/XAA?facts=event#fact-1', {}, '/exercise/ministries/XAA?facts=event#fact-1'],
    [
      '/ministries/XAA?facts=event#fact-1',
      { year: 2027 },
      '/exercise/ministries/XAA?facts=event&year=2027#fact-1',
    ],
    ['/plans/a b/1.2', { year: '2027' }, '/exercise/plans/a%20b/1.2?year=2027'],
    ['/', {}, '/exercise'],
  ]
  for (const [path, query, expected] of cases)
    it(`of ${path} is ${expected}`, () => {
      assert.equal(addressIn(inExercise, path, query), expected)
    })

  it('on the pages of months opens, whatever falls due', async () => {
    // Something that stands on the page of a fact, as tasks do, beside duties of treaties.
    const data = fictionalData()
    const app = bothWorlds({
      data: {
        ...data,
        listDuties: async (asked) =>
          (await data.listDuties(asked)).map((one) =>
            one.duty.endsWith('/report') ? { ...one, path: '/implementation/action-1' } : one,
          ),
      },
    })
    const months = ['2027-04', '2027-12', '2028-03', '2028-04']
    const links = await Promise.all(
      months.flatMap((month) =>
        ['', '/exercise'].map(async (base) => {
          const document = documentOf((await read(app, `${base}/calendar/${month}`)).text)
          return [...document.querySelectorAll('.day-duties a[href], .duties a[href]')].map(
            (link) => link.getAttribute('href')!,
          )
        }),
      ),
    )
    const addresses = [...new Set(links.flat())].filter((link) => link.startsWith('/'))
    assert.ok(addresses.length > 5)
    assert.ok(addresses.includes('/implementation/action-1'))
    for (const address of addresses) assert.equal((await read(app, address)).status, 200, address)
  })
})
