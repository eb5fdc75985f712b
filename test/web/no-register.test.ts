// A treaty whose duties are held as data, and no act of a State under it: nothing is said of any State, and no 0 stands
// where nobody knows.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dutySets } from './fictional/duties.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf, read, registerApp, textOf } from './site.ts'

const data = fictionalData()
const set = dutySets[0]!
const alone = { ...set, instrument: 'alone', treaty: 'alone', title: 'Treaty Alone', isBoundKnown: false }
const register = registerApp({
  data: {
    ...data,
    listDutySets: async () => [...dutySets, alone],
    listDuties: async (asked) =>
      asked.instrument === 'alone' || asked.duty?.startsWith('alone/') === true ? [] : data.listDuties(asked),
  },
})
const open = async (address: string) => documentOf((await read(register, address)).text)

describe('a treaty of which no register tells who is bound', () => {
  it('stands in the list of treaties by its duties, without a number', async () => {
    const section = (await open('/treaties')).querySelector('section[aria-labelledby="without-status"]')!
    assert.match(
      textOf(section),
      /^Duties held, parties not known .* Who is bound is not known here\. Treaty Alone$/,
    )
    assert.equal(section.querySelector('a')?.getAttribute('href'), '/duties/alone')
    const given = JSON.parse((await read(register, '/treaties.json')).text)
    assert.deepEqual(given.withoutStatus, [{ treaty: 'alone', title: 'Treaty Alone' }])
    const csv = (await read(register, '/treaties.csv')).text
    assert.match(csv, /alone,Treaty Alone,,,2027-12-31,2027-12-31,,,,,,,,,,,\r?\n/)
  })

  it('has its duties, and says that nobody can be listed', async () => {
    const document = await open('/duties/alone')
    assert.match(textOf(document.querySelector('.notice')), /^Who is bound is not known here:/)
    assert.doesNotMatch(textOf(document.body), /Nobody owes it/)
    const duty = await open(`/duties/alone/${alone.duties[0]!.id}`)
    assert.equal(textOf(duty.querySelector('.big')), 'not known')
    const given = JSON.parse((await read(register, '/duties/alone.json')).text)
    assert.equal(given.isBoundKnown, false)
  })
})
