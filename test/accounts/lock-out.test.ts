import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  beginTry,
  freeFailures,
  longestWaitMs,
  passwordOf,
  succeeded,
  waitAfter,
} from '../../src/accounts/lock-out.ts'
import { removeOldSignIns } from '../../src/accounts/lock-out-store.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'

const tried = passwordOf('oyun@example.org')
const start = new Date('2027-03-01T08:00:00Z')
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)

const failTimes = async (people: PeopleDb, times: number, at = start) => {
  for (let i = 0; i < times; i++) await beginTry(people, tried, at)
}

describe('how long a try has to wait', () => {
  it('is nothing for those who mistype, then half a minute, doubling up to a quarter of an hour', () => {
    assert.deepEqual(
      [1, 4, 5, 6, 7, 8, 9, 10, 99].map((failures) => waitAfter(failures) / 1000),
      [0, 0, 30, 60, 120, 240, 480, 900, 900],
    )
  })

  it('never shrinks with more failures, and never grows past its limit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), (failures) => {
        assert.ok(waitAfter(failures) <= waitAfter(failures + 1))
        assert.ok(waitAfter(failures) <= longestWaitMs)
      }),
    )
  })
})

describe('tries to sign in', () => {
  it('wait after the fifth failure; what waits is not counted, so that waiting ends', () =>
    inTestPeople(async (people) => {
      await failTimes(people, freeFailures)
      for (const seconds of [1, 10, 29])
        assert.deepEqual(await beginTry(people, tried, after(seconds)), {
          isAllowed: false,
          seconds: 30 - seconds,
        })
      assert.deepEqual(await beginTry(people, tried, after(30)), { isAllowed: true, failures: 6 })
      assert.deepEqual(await beginTry(people, tried, after(31)), { isAllowed: false, seconds: 59 })
    }))

  it('are counted for an address however it is written, and apart from any other', () =>
    inTestPeople(async (people) => {
      await failTimes(people, freeFailures)
      const asked = async (address: string) =>
        (await beginTry(people, passwordOf(address), after(1))).isAllowed
      assert.deepEqual(await Promise.all([' Oyun@Example.org ', 'bat@example.org'].map(asked)), [false, true])
    }))

  it('made all at once gain nothing: each is counted before it is made', () =>
    inTestPeople(async (people) => {
      const allowed = await Promise.all(Array.from({ length: 20 }, () => beginTry(people, tried, start)))
      assert.equal(allowed.filter(({ isAllowed }) => isAllowed).length, freeFailures)
    }))

  it('begin anew after one that succeeds, and after a day', () =>
    inTestPeople(async (people) => {
      await failTimes(people, 4)
      await succeeded(people, tried)
      assert.deepEqual(await beginTry(people, tried, start), { isAllowed: true, failures: 1 })
      await failTimes(people, 4)
      assert.deepEqual(await beginTry(people, tried, after(86_401)), { isAllowed: true, failures: 1 })
    }))

  it('are forgotten by the hourly tidying once they no longer count', () =>
    inTestPeople(async (people) => {
      await failTimes(people, 2)
      assert.equal(await removeOldSignIns(people, after(3600)), 0)
      assert.equal(await removeOldSignIns(people, after(86_401)), 1)
    }))
})
