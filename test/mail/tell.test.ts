import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { listDecisions } from '../../src/accounts/approval-store.ts'
import { saveDigestChoice } from '../../src/accounts/digest-choice-store.ts'
import { insertGrant } from '../../src/accounts/grant-store.ts'
import type { Role } from '../../src/accounts/person.ts'
import { listWaiting } from '../../src/accounts/waiting.ts'
import { onAction } from '../../src/db/events.ts'
import { saveSetting } from '../../src/db/setting-store.ts'
import { type PeopleDb, uuidv7, type World } from '../../src/db/store.ts'
import { refreshOwners } from '../../src/facts/draft-owners.ts'
import { beginFactDraft, decideFactDraft } from '../../src/facts/edit-fact-draft.ts'
import { decisionsTold, tellOfDecision } from '../../src/mail/tell.ts'
import { type Said, writeLetter } from '../../src/mail/write.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { makePerson } from '../accounts/held-people.ts'
import { addActors } from '../facts/world.ts'
import { inTestStore } from '../world.ts'

const give = async (
  people: PeopleDb,
  personId: string,
  role: Role,
  of: string,
  world: World = 'exercise',
): Promise<void> => {
  const grantId = uuidv7()
  assert.ok(await insertGrant(people, { personId, grantId, world, role, of, department: null }, 'command'))
}

type Put = { kind: string; personId: string | null; language: string; values: unknown }
const putLetters = async (people: PeopleDb): Promise<Put[]> =>
  people
    .selectFrom('letter')
    .select(['kind', 'personId', 'language', 'values'])
    .orderBy('letterId')
    .execute() as Promise<Put[]>

describe('letters about decisions', () => {
  it('go to those who can approve, then back to who asked; never what is on its way', () =>
    inTestStore(async ({ people, world }) => {
      const db = world('exercise')
      await addActors(db)
      const [focal, approver, quiet, elsewhere, stranger] = [
        await makePerson(people, { name: 'Tuya', language: 'mn' }),
        await makePerson(people, { name: 'Bold' }),
        await makePerson(people, { name: 'Saran' }),
        await makePerson(people, { name: 'Dorj' }),
        await makePerson(people, { name: 'Enkh' }),
      ] as const
      await give(people, focal, 'focal-point', 'XAA')
      // Whoever asks is not told of it, whatever else they hold.
      await give(people, focal, 'approver', 'XAA')
      await give(people, approver, 'approver', 'XAA')
      await give(people, quiet, 'approver', 'XAA')
      await saveDigestChoice(people, quiet, {
        ...{ howOften: 'never', weekday: 1, changedAt: '2026-11-22T00:00:00Z' },
      })
      await give(people, elsewhere, 'approver', 'XAA', 'register')
      await give(people, stranger, 'approver', 'XAB')
      const typed = {
        ...{ id: 'entered-1', actor: 'XAA', kind: 'retained-mines', date: '2024', known_from: '2025-01-01' },
        ...{ 'source.title': 'A letter nobody has published', 'body.mines': '10' },
      }
      const stop = onAction(decisionsTold, tellOfDecision)
      try {
        const { draftId } = await beginFactDraft(db, typed, {
          agent: `person:${focal}`,
          kinds: readShippedKinds(),
        })
        assert.deepEqual(await putLetters(people), [])
        await decideFactDraft(db, draftId, {
          ...{
            revision: 1,
            decision: 'asked',
            owners: ['XAA'],
            agent: `person:${focal}`,
            note: 'Please look.',
          },
        })
        await decideFactDraft(db, draftId, {
          ...{ revision: 1, decision: 'returned', owners: ['XAA'], agent: `person:${approver}` },
          note: 'Which day?',
        })
      } finally {
        stop()
      }
      const letters = await putLetters(people)
      assert.deepEqual(letters, [
        {
          ...{ kind: 'approval-asked', personId: approver, language: 'en' },
          values: { what: 'fact', by: 'Tuya', agent: `person:${focal}`, link: '/exercise/waiting' },
        },
        {
          ...{ kind: 'returned', personId: focal, language: 'mn' },
          values: { what: 'fact', by: 'Bold', agent: `person:${approver}`, link: '/mn/exercise/waiting' },
        },
      ])
      const [{ kind, values }] = letters as [Put]
      const origin = 'https://pacta.example.org'
      const written = writeLetter({ kind, values } as Said, { language: 'en', name: 'Bold', origin })
      assert.match(
        written.text,
        /^Your approval is asked for: a fact\. By: Tuya\. It waits for you here,\nafter signing in:\n\n {2}https:\/\/pacta\.example\.org\/exercise\/waiting$/m,
      )
    }))

  it('go to every owner who has to approve what several promised, each once; to one who came later, later', () =>
    inTestStore(async ({ people, world }) => {
      const db = world('exercise')
      await addActors(db)
      await sql`
        insert into actor (actor_id, kind, parent, names)
        values ('xaa-society', 'national-society', 'XAA', '{}')`.execute(db)
      const pledge = 'ihl-pledge-mongolia'
      const [focal, approver, second, third] = [
        await makePerson(people, { name: 'Tuya' }),
        await makePerson(people, { name: 'Bold' }),
        await makePerson(people, { name: 'Saran' }),
        await makePerson(people, { name: 'Dorj' }),
      ] as const
      await give(people, focal, 'focal-point', 'XAA')
      await give(people, approver, 'approver', 'XAA')
      await give(people, second, 'approver', 'xaa-society')
      await give(people, third, 'approver', 'XAB')
      const kinds = readShippedKinds()
      const agent = `person:${focal}`
      const planned = {
        ...{ id: 'entered-1', actor: 'XAA', kind: 'national-plan', known_from: '2025-01-01' },
        ...{ 'source.title': 'Letter', 'body.title': 'Four years', 'body.instrument': pledge },
      }
      const toldSoFar = async () => (await putLetters(people)).map(({ personId }) => personId)
      const stop = onAction(decisionsTold, tellOfDecision)
      try {
        await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
        const { draftId, owners } = await beginFactDraft(db, planned, { agent, kinds })
        assert.deepEqual(owners, ['XAA', 'xaa-society'])
        const asking = { revision: 1, decision: 'asked' as const, owners, agent }
        await decideFactDraft(db, draftId, asking)
        await decideFactDraft(db, draftId, asking)
        assert.deepEqual((await toldSoFar()).sort(), [approver, second].sort())
        await saveSetting(db, `parties:${pledge}`, 'XAA XAB xaa-society')
        await refreshOwners(db, kinds, () => true)
        await refreshOwners(db, kinds, () => true)
        assert.deepEqual((await toldSoFar()).slice(2), [third])
        // They see who asked.
        const waiting = await listWaiting(db, 'exercise', {
          ...{ as: 'person', personId: third, name: 'Dorj', language: 'en', scopes: null },
          grants: [{ grantId: 'g', world: 'exercise', role: 'approver', of: 'XAB', department: null }],
        })
        assert.deepEqual(
          waiting.map(({ reason, of }) => [reason, of]),
          [['approve', 3]],
        )
        const decisions = (await listDecisions(db, [`fact-draft:${draftId}`])).get(`fact-draft:${draftId}`)
        assert.deepEqual(
          decisions?.map((one) => [one.owner, one.agent]),
          [
            ['XAA', agent],
            ['xaa-society', agent],
            ['XAB', agent],
          ],
        )
      } finally {
        stop()
      }
    }))
})
