import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isDigestDue, usualChoice } from '../../src/accounts/digest-choice.ts'
import {
  findDigestChoice,
  findLastDigestDay,
  saveDigestChoice,
  saveDigestLetter,
  takeDigestDay,
} from '../../src/accounts/digest-choice-store.ts'
import { uuidv7 } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'

// 2026-11-23 is a Monday.
const weekly = { howOften: 'weekly', weekday: 1 } as const
const daily = { ...weekly, howOften: 'daily' } as const

describe('the day of a reminder', () => {
  const cases: [string, Parameters<typeof isDigestDue>, boolean][] = [
    [
      'is the one chosen',
      [weekly, { today: '2026-11-23', since: '2026-10-01', lastDay: '2026-11-16' }],
      true,
    ],
    ['comes once', [weekly, { today: '2026-11-23', since: '2026-10-01', lastDay: '2026-11-23' }], false],
    ['is no other', [weekly, { today: '2026-11-29', since: '2026-10-01', lastDay: '2026-11-23' }], false],
    [
      'is made up for where nothing ran',
      [weekly, { today: '2026-11-25', since: '2026-10-01', lastDay: '2026-11-16' }],
      true,
    ],
    [
      'made up for comes again in its turn',
      [weekly, { today: '2026-11-30', since: '2026-10-01', lastDay: '2026-11-25' }],
      true,
    ],
    [
      'is none of those before they came',
      [weekly, { today: '2026-11-25', since: '2026-11-24', lastDay: null }],
      false,
    ],
    ['is every day', [daily, { today: '2026-11-25', since: '2026-11-25', lastDay: '2026-11-24' }], true],
    [
      'is none',
      [
        { ...weekly, howOften: 'never' },
        { today: '2026-11-23', since: '2026-10-01', lastDay: null },
      ],
      false,
    ],
    [
      'is a Sunday too',
      [
        { ...weekly, weekday: 7 },
        { today: '2026-11-22', since: '2026-10-01', lastDay: null },
      ],
      true,
    ],
  ]
  for (const [name, given, due] of cases) it(name, () => assert.equal(isDigestDue(...given), due))
})

describe('what somebody chose', () => {
  it('is the usual until they choose, and each day is looked at once', () =>
    inTestPeople(async (people) => {
      assert.deepEqual(await findDigestChoice(people, 'p-tuya'), usualChoice)
      const chosen = { howOften: 'daily', weekday: 3, changedAt: '2026-11-22T04:00:00Z' } as const
      await saveDigestChoice(people, 'p-tuya', chosen)
      await saveDigestChoice(people, 'p-tuya', { ...chosen, howOften: 'weekly' })
      assert.deepEqual(await findDigestChoice(people, 'p-tuya'), { ...chosen, howOften: 'weekly' })
      assert.equal(await findLastDigestDay(people, 'p-tuya'), null)
      assert.equal(await takeDigestDay(people, 'p-tuya', '2026-11-23'), true)
      assert.equal(await takeDigestDay(people, 'p-tuya', '2026-11-23'), false)
      await saveDigestLetter(people, 'p-tuya', '2026-11-23', uuidv7())
      assert.equal(await findLastDigestDay(people, 'p-tuya'), '2026-11-23')
    }))
})
