import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { listGrants, listHeldGrants } from '../../src/accounts/grant-store.ts'
import { invite, takeInvitation } from '../../src/accounts/invite.ts'
import { exportPerson, forgetPerson, forgetWhatIsOver } from '../../src/accounts/personal-data.ts'
import type { PeopleDb, Store } from '../../src/db/store.ts'
import { verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { inTestPeople, inTestStore } from '../world.ts'
import { exerciseRole, makeHolder, makePerson } from './held-people.ts'
import { testSecret } from './signing-in.ts'

const named = { name: 'Zedekiah Fictional', address: 'zedekiah.fictional@example.org' }

/** Every row of every table in the schema of people, as text, by table. */
const dump = async (people: PeopleDb): Promise<Map<string, string>> => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'people' order by 1`.execute(people)
  const tables = new Map<string, string>()
  for (const { name } of rows) {
    const read = await sql<{ text: string | null }>`
      select string_agg(t::text, chr(10)) as text from ${sql.table(name)} t`.execute(people)
    tables.set(name, read.rows[0]?.text ?? '')
  }
  return tables
}

const holding = (tables: Map<string, string>, words: RegExp): string[] =>
  [...tables].filter(([, text]) => words.test(text)).map(([name]) => name)

/** Somebody of whom everything is kept that can be. */
const makeKnown = async (people: PeopleDb): Promise<string> => {
  const personId = await makePerson(people, { name: named.name })
  const { invitation } = await invite(people, {
    ...{ ...named, language: 'en', grants: [exerciseRole('focal-point', 'XAU')] },
    ...{ agent: 'test', byName: 'Ada Fictional', secret: testSecret },
  })
  await takeInvitation(people, { id: invitation.invitationId, personId })
  await invite(people, {
    ...{ name: 'Ben Fictional', address: 'ben@example.org', language: 'en' },
    grants: [exerciseRole('approver', 'XAU')],
    ...{ agent: `person:${personId}`, byName: named.name, secret: testSecret },
  })
  const at = '2026-11-22T00:00:00Z'
  const until = '2099-01-01T00:00:00Z'
  await sql`
    insert into session (id, expires_at, token, updated_at, person_id) values ('s', ${until}, 't', ${at}, ${personId})`.execute(
    people,
  )
  await sql`
    insert into credential (id, account_id, provider_id, person_id, password, updated_at)
    values ('c', ${personId}, 'credential', ${personId}, 'salt:hash', ${at})`.execute(people)
  await sql`
    insert into second_factor (id, secret, recovery_codes, person_id) values ('f', 'x', '[]', ${personId})`.execute(
    people,
  )
  await sql`
    insert into verification (id, identifier, value, expires_at) values ('v', 'i', ${personId}, ${until})`.execute(
    people,
  )
  await sql`
    insert into digest_choice (person_id, how_often, weekday) values (${personId}, 'daily', 1)`.execute(
    people,
  )
  await sql`
    insert into address_change (person_id, address, expires_at)
    values (${personId}, 'zedekiah.new@example.org', ${until})`.execute(people)
  await sql`
    insert into api_token (token_id, person_id, name, beginning, sha256, scopes, expires_on)
    values (gen_random_uuid(), ${personId}, 'Zedekiah''s laptop', 'pacta_12', repeat('0', 64), '{read}', '2027-01-01')`.execute(
    people,
  )
  return personId
}

const worldsOf = (store: Store) => ({
  register: store.world('register'),
  exercise: store.world('exercise'),
})

describe('what is kept of a person', () => {
  it('is given to them whole, without a secret', () =>
    inTestStore(async (store) => {
      const personId = await makeKnown(store.people)
      const kept = await exportPerson(store.people, { personId, worlds: worldsOf(store) })
      assert.equal(kept.account.address, named.address)
      assert.equal(kept.sessions.length, 1)
      assert.deepEqual(
        kept.roles.map(({ role }) => role),
        ['focal-point'],
      )
      assert.equal(kept.invitations.received.length, 1)
      assert.equal(kept.tokens.length, 1)
      assert.deepEqual(kept.done.people.map(({ action }) => action).toSorted(), [
        'invitation-used',
        'person-invited',
      ])
      const text = JSON.stringify(kept)
      assert.equal(/salt:hash|0{64}|token_sha256|tokenSha256/.test(text), false)
      // Whom they invited is somebody else.
      assert.equal(kept.invitations.made.length, 1)
      assert.equal(/Ben|ben@/.test(text), false)
    }))

  it('is forgotten: nothing names them in any table, and their id stays where it tells who did what', () =>
    inTestPeople(async (people) => {
      const personId = await makeKnown(people)
      const before = await dump(people)
      assert.ok(holding(before, /Zedekiah/i).length >= 4)
      await forgetPerson(people, { personId, agent: `person:${personId}` })
      const after = await dump(people)
      assert.deepEqual(holding(after, /zedekiah/i), [])
      assert.deepEqual(holding(after, new RegExp(personId)), [
        ...['event', 'event_thing', 'grant_held', 'invitation'],
      ])
      assert.deepEqual(await listGrants(people, personId), [])
      assert.equal((await listHeldGrants(people, { personId })).length, 1)
      await assert.rejects(forgetPerson(people, { personId, agent: 'test' }), /no such person/)
    }))

  it('leaves a trail that verifies as it was written', () =>
    inTestPeople(async (people) => {
      const personId = await makeKnown(people)
      await forgetPerson(people, { personId, agent: 'test' })
      const { findings, events } = await verifyTrail(people, 'people')
      assert.deepEqual(findings, [])
      assert.ok(events >= 4)
      const last = await people
        .selectFrom('event')
        .select(['action', 'subject'])
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow()
      assert.deepEqual(last, { action: 'person-forgotten', subject: `person:${personId}` })
    }))

  it('notes what was void with it: the invitation to them; letters of a namesake go all the same', () =>
    inTestPeople(async (people) => {
      const personId = await makeKnown(people)
      const by = { language: 'en', grants: [exerciseRole('partner', null)], secret: testSecret }
      const toThem = await invite(people, { ...named, ...by, agent: 'test', byName: 'Ada Fictional' })
      const namesake = { agent: 'person:another', byName: named.name }
      const theirs = await invite(people, {
        name: 'Cem Fictional',
        address: 'cem@example.org',
        ...by,
        ...namesake,
      })
      await people.updateTable('person').set({ email: named.address }).where('id', '=', personId).execute()
      await forgetPerson(people, { personId, agent: 'test' })
      const noted = await people
        .selectFrom('event')
        .select(['agent', 'subject'])
        .where('action', '=', 'invitation-withdrawn')
        .execute()
      const subject = `invitation:${toThem.invitation.invitationId}`
      assert.deepEqual(
        noted.filter((one) => one.subject === subject),
        [{ agent: 'test', subject }],
      )
      const letters = await people.selectFrom('letter').select('address').execute()
      assert.deepEqual(letters, [{ address: 'cem@example.org' }])
      assert.equal(theirs.invitation.withdrawnAt, null)
    }))

  it('of the last administrator stays', () =>
    inTestPeople(async (people) => {
      const personId = await makeHolder(people, 'Ada Fictional', exerciseRole('administrator', null))
      await assert.rejects(forgetPerson(people, { personId, agent: 'test' }), /last administrator/)
      assert.equal((await listGrants(people, personId)).length, 1)
    }))

  it('voids what they invited to', () =>
    inTestPeople(async (people) => {
      const personId = await makeKnown(people)
      await forgetPerson(people, { personId, agent: 'test' })
      const open = await people
        .selectFrom('invitation')
        .selectAll()
        .where('withdrawnAt', 'is', null)
        .where('usedAt', 'is', null)
        .execute()
      assert.deepEqual(open, [])
    }))
})

describe('what is over', () => {
  it('is forgotten 30 days later: to whom an invitation went, and not before', () =>
    inTestPeople(async (people) => {
      const over = async (address: string, expiresAt: string) => {
        const { invitation } = await invite(people, {
          ...{ name: 'Ben Fictional', address, language: 'en', grants: [exerciseRole('partner', null)] },
          ...{ agent: 'test', byName: 'Ada Fictional', secret: testSecret },
        })
        await people
          .updateTable('invitation')
          .set({ expiresAt })
          .where('invitationId', '=', invitation.invitationId)
          .execute()
      }
      const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
      await over('long@example.org', daysAgo(31))
      await over('lately@example.org', daysAgo(29))
      assert.equal((await forgetWhatIsOver(people)).invitations, 1)
      const kept = await people.selectFrom('invitation').select(['address', 'name']).execute()
      assert.deepEqual(kept.map(({ address }) => address).toSorted(), ['lately@example.org', null].toSorted())
      assert.equal((await forgetWhatIsOver(people)).invitations, 0)
    }))
})
