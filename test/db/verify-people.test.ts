// Roles, tokens, invitations and departments as they are held, against what the trail says: put in, changed and taken away
// by SQL, each is found and named.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import {
  assignmentVersion,
  assignSections,
  endDepartment,
  makeDepartment,
  renameDepartment,
} from '../../src/accounts/departments.ts'
import { endRole, giveRole } from '../../src/accounts/give-role.ts'
import { invite, takeInvitation, withdrawInvitation } from '../../src/accounts/invite.ts'
import { forgetPerson } from '../../src/accounts/personal-data.ts'
import { makeToken, withdrawToken } from '../../src/accounts/token.ts'
import { recordEvent } from '../../src/db/events.ts'
import { inTransaction, type PeopleDb, uuidv7 } from '../../src/db/store.ts'
import { verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { exerciseRole, makePerson } from '../accounts/held-people.ts'
import { testSecret } from '../accounts/signing-in.ts'
import { inTestPeople } from '../world.ts'
import { found, type Tampering } from './tampering.ts'

/** Each kind of row of people once as it is, and once ended. */
const writePeople = async (people: PeopleDb) => {
  const agent = 'test'
  const [ada, ben] = [
    await makePerson(people, { name: 'Ada Fictional' }),
    await makePerson(people, { name: 'Ben Fictional' }),
  ]
  await giveRole(people, { personId: ada, role: exerciseRole('administrator', null), agent })
  const ended = await giveRole(people, { personId: ada, role: exerciseRole('approver', 'XAA'), agent })
  await endRole(people, { grantId: ended!.grantId, agent })
  const of = { world: 'exercise', actor: 'XAA' } as const
  const department = await makeDepartment(people, { ...of, names: { en: 'Treaties' }, agent })
  const id = department.departmentId
  await renameDepartment(people, { id, names: { en: 'Treaty law' }, revision: 1, agent })
  const gone = await makeDepartment(people, { ...of, names: { en: 'Demining' }, agent })
  const sections = [
    { section: 'a', department: id },
    { section: 'b', department: gone.departmentId },
  ]
  await assignSections(people, {
    ...of,
    obligation: 'article-7',
    sections,
    version: assignmentVersion([]),
    agent,
  })
  await endDepartment(people, { id: gone.departmentId, agent })
  const asked = {
    name: 'Cy',
    language: 'en',
    grants: [exerciseRole('partner', null)],
    agent,
    byName: 'Ada',
    secret: testSecret,
  }
  const open = await invite(people, { ...asked, address: 'cy@example.org' })
  const used = await invite(people, { ...asked, address: 'ben@example.org' })
  await takeInvitation(people, { id: used.invitation.invitationId, personId: ben })
  const withdrawn = await invite(people, { ...asked, address: 'dee@example.org' })
  await withdrawInvitation(people, { id: withdrawn.invitation.invitationId, agent })
  const person = {
    as: 'person',
    personId: ada,
    name: 'Ada',
    language: 'en',
    grants: [],
    scopes: null,
  } as const
  const days = { scopes: ['read'], days: 30 }
  const token = { tokenId: uuidv7(), name: 'A program', ...days }
  await makeToken(people, person, token)
  const old = { tokenId: uuidv7(), name: 'Another', ...days }
  await makeToken(people, person, old)
  await withdrawToken(people, person, old.tokenId)
  return { ada, ben, open: open.invitation.invitationId, department: id }
}

describe('what is held of people, against what the trail says', () => {
  test('is the same where nobody touched it, after somebody is forgotten too', () =>
    inTestPeople(async (people) => {
      const { ben } = await writePeople(people)
      const verified = await verifyTrail(people, 'people')
      assert.deepEqual([verified.findings, verified.held, verified.uncompared], [[], 11, 0])
      const person = {
        as: 'person',
        personId: ben,
        name: 'Ben',
        language: 'en',
        grants: [],
        scopes: null,
      } as const
      await makeToken(people, person, { tokenId: uuidv7(), name: 'A program', scopes: ['read'], days: 3 })
      await forgetPerson(people, { personId: ben, agent: 'test' })
      assert.deepEqual(found(await verifyTrail(people, 'people')), [])
    }))

  const id = '01900000-0000-7000-8000-000000000000'
  const tampered: Tampering[] = [
    [
      'a role that was put in',
      sql`insert into grant_held (grant_id, person_id, world, role, owner, granted_by)
          values (${id}::uuid, 'x', 'register', 'focal-point', 'XAA', 'test')`,
      ['record-unknown grant'],
    ],
    [
      'with whom a role is held',
      sql`update grant_held set owner = 'XAB', world = 'exercise' where role = 'partner'`,
      ['record-altered grant'],
    ],
    [
      'who gave a role',
      sql`update grant_held set granted_by = 'pacta' where role = 'partner'`,
      ['record-altered grant'],
    ],
    [
      'since when a role is held',
      sql`update grant_held set granted_at = '2020-01-01' where role = 'partner'`,
      ['record-altered grant'],
    ],
    [
      'that a role has ended',
      sql`update grant_held set ended_at = null, ended_by = null where role = 'approver'`,
      ['record-altered grant'],
    ],
    [
      'a role that was taken away',
      sql`delete from grant_held where role = 'administrator'`,
      ['record-removed grant'],
    ],
    [
      'a token that was put in',
      sql`insert into api_token (token_id, person_id, name, beginning, sha256, scopes, expires_on)
          select ${id}::uuid, person_id, 'x', 'x', 'x', scopes, expires_on from api_token limit 1`,
      ['record-unknown token'],
    ],
    [
      'what a token may',
      sql`update api_token set scopes = '{publish}' where name = 'A program'`,
      ['record-altered token'],
    ],
    [
      'whose a token is',
      sql`update api_token set person_id = (select id from person where name = 'Ben Fictional') where name = 'A program'`,
      ['record-altered token'],
    ],
    [
      'the secret of a token',
      sql`update api_token set sha256 = 'x' where name = 'A program'`,
      ['record-altered token'],
    ],
    [
      'how long a token works',
      sql`update api_token set expires_on = '2999-01-01' where name = 'A program'`,
      ['record-altered token'],
    ],
    [
      'that a token was withdrawn',
      sql`update api_token set withdrawn_at = null where name = 'Another'`,
      ['record-altered token'],
    ],
    [
      'a token that was taken away',
      sql`delete from api_token where name = 'A program'`,
      ['record-removed token'],
    ],
    [
      'an invitation that was put in',
      sql`insert into invitation (invitation_id, language, grants, token_sha256, made_by, expires_at)
          values (${id}::uuid, 'en', '[]', 'x', 'test', now())`,
      ['record-unknown invitation'],
    ],
    [
      'what an invitation is for',
      sql`update invitation set grants = '[{"role": "administrator"}]' where address = 'cy@example.org'`,
      ['record-altered invitation'],
    ],
    [
      'the link of an invitation',
      sql`update invitation set token_sha256 = 'x' where address = 'cy@example.org'`,
      ['record-altered invitation'],
    ],
    [
      'how long an invitation is open',
      sql`update invitation set expires_at = '2999-01-01' where address = 'cy@example.org'`,
      ['record-altered invitation'],
    ],
    [
      'that an invitation was withdrawn',
      sql`update invitation set withdrawn_at = null, withdrawn_by = null where address = 'dee@example.org'`,
      ['record-altered invitation'],
    ],
    [
      'an invitation that was taken away',
      sql`delete from invitation where address = 'cy@example.org'`,
      ['record-removed invitation'],
    ],
    [
      'a department that was put in',
      sql`insert into department (department_id, world, actor, names) values (${id}::uuid, 'exercise', 'XAA', '{}')`,
      ['record-unknown department'],
    ],
    [
      'what a department is called',
      sql`update department set names = '{"en": "X"}' where ended_at is null`,
      ['record-altered department'],
    ],
    [
      'that a department has ended',
      sql`update department set ended_at = null where ended_at is not null`,
      ['record-altered department'],
    ],
    [
      'a department that was taken away',
      sql`delete from department where ended_at is not null`,
      ['record-removed department'],
    ],
    [
      'a section that was assigned',
      sql`insert into section_assignment (world, actor, obligation, section, department_id)
          select world, actor, obligation, 'c', department_id from section_assignment`,
      ['record-unknown section'],
    ],
    [
      'which section is assigned',
      sql`update section_assignment set section = 'c'`,
      ['record-removed section', 'record-unknown section'],
    ],
    ['a section that was taken away', sql`delete from section_assignment`, ['record-removed section']],
  ]
  for (const [what, statement, expected] of tampered)
    test(`is named where it was altered by SQL: ${what}`, () =>
      inTestPeople(async (people) => {
        await writePeople(people)
        await statement.execute(people)
        assert.deepEqual(found(await verifyTrail(people, 'people')), expected)
      }))

  test('is compared as far as events of before tell of it', () =>
    inTestPeople(async (people) => {
      const note = (thing: string, after: unknown) =>
        inTransaction(people, (trx) =>
          recordEvent(trx, {
            ...{ agent: 'test', action: 'token-made', subject: thing, detail: { changes: [] } },
            things: [{ thing, before: null, after }],
          }),
        )
      const personId = await makePerson(people, { name: 'Ada Fictional' })
      await sql`insert into api_token (token_id, person_id, name, beginning, sha256, scopes, expires_on)
                values (${id}::uuid, ${personId}, 'x', 'x', 'x', '{read}', '2027-01-01')`.execute(people)
      await note(`token:${id}`, {
        person: personId,
        scopes: ['read'],
        expiresOn: '2027-01-01',
        withdrawn: false,
      })
      const verified = await verifyTrail(people, 'people')
      assert.deepEqual([verified.findings, verified.held, verified.uncompared], [[], 1, 1])
      await sql`update api_token set scopes = '{publish}'`.execute(people)
      assert.deepEqual(found(await verifyTrail(people, 'people')), ['record-altered token'])
    }))
})
