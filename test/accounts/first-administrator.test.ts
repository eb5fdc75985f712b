import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { createFirst, isFirstLink, offerFirst } from '../../src/accounts/first-administrator.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'
import { accessTo, createJar, oyun } from './signing-in.ts'

const start = new Date('2027-03-01T08:00:00Z')
const hoursLater = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000)
const tokenOf = (path: string | undefined): string => (path ?? '').slice('/first/'.length)
const offer = async (people: PeopleDb, now = start) => tokenOf(await offerFirst(people, now))
const make = (people: PeopleDb, token: string, now = start) => createFirst(people, { ...oyun, token, now })

describe('the first administrator', () => {
  it('is made once by a link, after which there is none any more', () =>
    inTestPeople(async (people) => {
      const token = await offer(people)
      assert.match(token, /^[\w-]{43}$/)
      assert.ok((await make(people, token)) !== undefined)
      assert.equal(await make(people, token), undefined)
      assert.equal(await offerFirst(people, start), undefined)
    }))

  it('is made by the newest link alone, within a day', () =>
    inTestPeople(async (people) => {
      const [before, token] = [await offer(people), await offer(people)]
      assert.deepEqual(
        await Promise.all([before, token, 'made-up', ''].map((one) => isFirstLink(people, one, start))),
        [false, true, false, false],
      )
      assert.equal(await isFirstLink(people, token, hoursLater(23.9)), true)
      assert.equal(await make(people, token, hoursLater(24)), undefined)
    }))

  it('is one, whoever else has the link at the same time', () =>
    inTestPeople(async (people) => {
      const token = await offer(people)
      const made = await Promise.all(
        ['a', 'b', 'c'].map((one) =>
          createFirst(people, { ...oyun, address: `${one}@example.org`, token, now: start }),
        ),
      )
      assert.equal(made.filter((one) => one !== undefined).length, 1)
    }))

  it('has a link that the store keeps as a digest alone', () =>
    inTestPeople(async (people) => {
      const token = await offer(people)
      const { rows } = await sql<{ value: string }>`select value from setting`.execute(people)
      assert.ok(rows.length > 0 && rows.every(({ value }) => !value.includes(token)))
    }))

  it('ends the desk at once', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people, { now: () => start })
      assert.deepEqual((await access.personOf(new Headers())).person, { as: 'desk' })
      await make(people, await offer(people))
      assert.deepEqual((await access.personOf(new Headers())).person, { as: 'public' })
      assert.deepEqual((await access.personOf(createJar().headers())).person, { as: 'public' })
    }))
})
