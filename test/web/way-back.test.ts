import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveAddressChange } from '../../src/accounts/address-change-store.ts'
import { markFailed, putLetter } from '../../src/accounts/letter-store.ts'
import { findPerson } from '../../src/accounts/person-store.ts'
import { inPeopleSite } from './people-site.ts'

const linkOn = (document: Document): string =>
  document.querySelector('.one-time-link code')?.textContent ?? ''

describe('a way back in', () => {
  it('is given by an administrator from the person’s page: asked, noted, and shown once with where it opens', () =>
    inPeopleSite(async ({ as, known, store: { people } }) => {
      const admin = as(known.admin)
      const path = `/people/${known.focal}/way-back`
      const { document } = await admin.get(`/people/${known.focal}`)
      assert.ok(document.querySelector(`a[href="${path}"]`))
      const events = async () =>
        (await people.selectFrom('event').select(['action', 'agent']).orderBy('seq').execute()).map(
          ({ action, agent }) => `${agent} ${action}`,
        )
      const before = await events()
      await admin.get(path)
      assert.equal((await admin.post(path, {})).status, 422)
      assert.deepEqual(await events(), before)
      const given = await admin.post(path, { lost: 'password' })
      assert.equal(given.status, 201)
      assert.match(linkOn(given.document), /^http:\/\/localhost:3000\/sign-in\/password\/[\w-]{43}$/)
      assert.match(given.document.querySelector('.notice')?.textContent ?? '', /this machine only/)
      const agent = `person:${known.admin}`
      assert.deepEqual((await events()).slice(before.length), [
        `${agent} sessions-ended`,
        `${agent} password-link-made`,
      ])
      await admin.post(path, { lost: 'second-factor' })
      assert.equal((await events()).at(-2), `${agent} second-factor-forgotten`)
    }))

  it('is given by nobody else, and by no administrator to themselves', () =>
    inPeopleSite(async ({ as, known, store: { people } }) => {
      for (const [who, whom] of [
        [known.focal, known.second],
        [`token:${known.admin}`, known.second],
        [known.admin, known.admin],
      ] as const) {
        const path = `/people/${whom}/way-back`
        assert.ok([403, 404].includes((await as(who).get(path)).status), path)
        assert.ok([403, 404].includes((await as(who).post(path, { lost: 'password' })).status), path)
      }
      const own = await as(known.admin).get(`/people/${known.admin}`)
      assert.equal(own.document.querySelector('a[href$="/way-back"]'), null)
      const links = await people
        .selectFrom('event')
        .select('seq')
        .where('action', '=', 'password-link-made')
        .execute()
      assert.deepEqual(links, [])
    }))
})

describe('another address that somebody asks for', () => {
  it('stands on the person’s page for administrators, who confirm it where no letters are sent', () =>
    inPeopleSite(async ({ as, known, store: { people } }) => {
      const address = 'fay.new@example.org'
      const wish = {
        personId: known.focal,
        address,
        tokenSha256: null,
        until: new Date(Date.now() + 86_400_000),
      }
      await saveAddressChange(people, wish)
      const path = `/people/${known.focal}/address`
      const seen = await as(known.admin).get(`/people/${known.focal}`)
      assert.equal(
        seen.document.querySelector(`form[action="${path}"] button`)?.getAttribute('value'),
        address,
      )
      const colleague = await as(known.second).get(`/people/${known.focal}`)
      assert.equal(colleague.text.includes(address), false)
      assert.equal((await as(known.second).post(path, { address })).status, 403)
      assert.equal((await as(known.admin).post(path, { address: 'other@example.org' })).status, 409)
      assert.equal((await as(known.admin).post(path, { address })).status, 303)
      assert.equal((await findPerson(people, known.focal))?.address, address)
    }))
})

describe('letters that have not gone', () => {
  it('are listed for administrators with what stood in the way, and as data', () =>
    inPeopleSite(async ({ as, known, store: { people } }) => {
      const admin = as(known.admin)
      assert.match((await admin.get('/people/letters')).text, /Every letter has gone/)
      const test = { kind: 'test', to: { personId: known.focal }, language: 'en', values: {} } as const
      const [given] = [await putLetter(people, test), await putLetter(people, test)]
      await markFailed(people, given, { trouble: '550 no such mailbox', nextTryAt: null })
      const { document, text } = await admin.get('/people/letters')
      assert.match(text, /Given up: <span[^>]*>1|Given up: 1/)
      assert.match(
        document.querySelector('tbody')?.textContent ?? '',
        /Fay Fictional.*given up.*550 no such mailbox/s,
      )
      const { letters } = JSON.parse((await admin.get('/people/letters.json')).text)
      assert.deepEqual(
        letters.map(({ state, trouble }: { state: string; trouble: string | null }) => [state, trouble]),
        [
          ['given-up', '550 no such mailbox'],
          ['waiting', null],
        ],
      )
      assert.match((await admin.get('/people/letters.csv')).text, /given-up/)
    }))
})
