// Reminders made of the exercise as it ships, for two people who serve Adjenuba, a fictional State.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveDigestChoice } from '../../src/accounts/digest-choice-store.ts'
import { insertGrant } from '../../src/accounts/grant-store.ts'
import { countLetters, takeLetter } from '../../src/accounts/letter-store.ts'
import type { Role } from '../../src/accounts/person.ts'
import { servedBy } from '../../src/accounts/served.ts'
import { mailDigest } from '../../src/cli/mail.ts'
import { type PeopleDb, uuidv7 } from '../../src/db/store.ts'
import { loadExercise } from '../../src/load.ts'
import { makeDigests } from '../../src/mail/make-digests.ts'
import { inTestStore } from '../world.ts'

const making = { origin: 'https://pacta.example.org', secret: 'x'.repeat(32) }
// By this machine's clock; 2026-11-23 is a Monday.
const at = (day: string, hour = 8): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`)

const addPerson = async (people: PeopleDb, id: string, language: string): Promise<void> => {
  await people
    .insertInto('person')
    .values({
      ...{ id, name: id, email: `${id}@example.org`, emailVerified: true, image: null },
      ...{ hasSecondFactor: true, language, createdAt: at('2026-11-02').toISOString() },
    })
    .execute()
}

const give = async (people: PeopleDb, personId: string, role: Role, of: string | null): Promise<void> => {
  const world = role === 'administrator' ? null : 'exercise'
  assert.ok(
    await insertGrant(people, { personId, grantId: uuidv7(), world, role, of, department: null }, 'command'),
  )
}

describe('the reminders of a day', () => {
  it('are made once, for whom it is the day, in their language; who serves nobody gets none', () =>
    inTestStore(async (store) => {
      const { people } = store
      await loadExercise(store.world('exercise'))
      for (const [id, language] of [
        ['tuya', 'mn'],
        ['bold', 'en'],
        ['saran', 'en'],
        ['dorj', 'en'],
      ] as const)
        await addPerson(people, id, language)
      await give(people, 'tuya', 'focal-point', 'XAJ')
      await give(people, 'bold', 'approver', 'XAJ')
      await give(people, 'saran', 'focal-point', 'XAJ')
      await give(people, 'dorj', 'administrator', null)
      const chosen = { weekday: 1, changedAt: at('2026-11-20').toISOString() }
      await saveDigestChoice(people, 'saran', { ...chosen, howOften: 'never' })
      await saveDigestChoice(people, 'bold', { ...chosen, howOften: 'weekly', weekday: 2 })

      assert.equal(await makeDigests(store, { ...making, now: at('2026-11-23', 4) }), 0, 'too early')
      assert.equal(await makeDigests(store, { ...making, now: at('2026-11-23') }), 1, 'Monday: Tuya')
      assert.equal(await makeDigests(store, { ...making, now: at('2026-11-23', 9) }), 0, 'once a day')
      assert.equal(await makeDigests(store, { ...making, now: at('2026-11-24') }), 1, 'Tuesday: Bold')
      assert.equal((await countLetters(people)).waiting, 2)

      const soon = { now: '2099-01-01T00:00:00Z', untilAt: '2099-01-01T00:05:00Z' }
      const letters = [await takeLetter(people, soon), await takeLetter(people, soon)]
      const to = (address: string) => letters.find((letter) => letter?.address === address)!
      const ofTuya = to('tuya@example.org').values as { subject: string; body: string }
      const ofBold = to('bold@example.org').values as { subject: string; body: string }
      assert.match(ofTuya.subject, /^Pacta: анхаарах үүрэг \d+$/)
      assert.match(ofTuya.body, /Дадлага: энэ улс, түүний бүх огноо зохиомол\./)
      assert.match(ofTuya.body, /https:\/\/pacta\.example\.org\/mn\/exercise\/states\/XAJ\/duties/)
      assert.match(ofBold.subject, /^Pacta: \d+ duties to look at$/)
      assert.match(ofBold.body, /^Of \d+ duties with a date from 1 January/m)
      assert.match(ofBold.body, /^Exercise: this State and every date of it are fictional\.$/m)

      const printed: string[] = []
      const dryRun = (person: string) =>
        mailDigest.run({
          ...{ args: [], options: { person, 'dry-run': true }, json: false, progress: () => {} },
          out: (text) => void printed.push(text),
          open: async () => store,
        })
      process.env.PACTA_SECRET = making.secret
      try {
        assert.equal(await dryRun('bold@example.org'), 0)
        assert.equal(await dryRun('dorj'), 0)
        await assert.rejects(dryRun('nobody'), /Nobody has an account/)
      } finally {
        delete process.env.PACTA_SECRET
      }
      assert.match(printed[0] ?? '', /^Dear bold,$/m)
      assert.match(printed[0] ?? '', /^Of \d+ duties with a date/m)
      assert.equal(printed[1], 'There is nothing to say: no letter.')
      assert.equal((await countLetters(people)).waiting, 2)
    }))
})

describe('whom somebody serves', () => {
  it('is each actor once; a keeper and a partner serve none', () => {
    const grant = (role: Role, of: string | null, world: 'exercise' | 'register' = 'exercise') => ({
      ...{ grantId: uuidv7(), world, role, of, department: null },
    })
    const grants = [
      grant('focal-point', 'XAJ'),
      grant('approver', 'XAJ'),
      grant('contributor', 'xqo-national-society'),
      grant('partner', 'XAJ'),
      grant('reviewer', 'treaty:mine-ban'),
      grant('focal-point', 'XOK', 'register'),
    ]
    assert.deepEqual(servedBy(grants, 'exercise'), ['XAJ', 'xqo-national-society'])
    assert.deepEqual(servedBy(grants, 'register'), ['XOK'])
  })
})
