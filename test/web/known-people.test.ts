// Of what several own, each owner keeps their own people: others are told no name of theirs.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Person } from '../../src/accounts/person.ts'
import type { Reader } from '../../src/web/held/handles.ts'
import { callsAgents, namesKnown } from '../../src/web/held/known-people.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import { holder } from '../accounts/people.ts'
import { inTestStore } from '../world.ts'

const owners = ['XAA', 'XAB']

describe('names of people', () => {
  it('are told to those who keep them: of the people of one owner, not of the other', () =>
    inTestStore(async (store) => {
      const { people } = store
      const own = await makeHolder(people, 'Own', exerciseRole('contributor', 'XAA'))
      const theirs = await makeHolder(people, 'Theirs', exerciseRole('contributor', 'XAB'))
      const elsewhere = await makeHolder(people, 'Elsewhere', exerciseRole('contributor', 'XAC'))
      const readerOf = (person: Person) =>
        ({ person, world: 'exercise', people, db: store.world('exercise') }) as unknown as Reader
      const focal = readerOf(holder('focal-point', 'XAA'))
      assert.deepEqual([...(await namesKnown(focal, owners)).values()], ['Own'])
      const called = await callsAgents(focal, owners)
      assert.deepEqual(
        [own, theirs, elsewhere].map((id) => called(`person:${id}`, null)),
        ['Own', null, null],
      )
      assert.equal(called(`person:${own}`, 'XAA'), 'Own')
      assert.equal(called(`person:${theirs}`, 'XAB'), null)
      for (const role of ['contributor', 'approver'] as const)
        assert.equal((await namesKnown(readerOf(holder(role, 'XAA')), owners)).size, 0)
      const all = await callsAgents(readerOf(holder('administrator', null)), owners)
      assert.deepEqual(
        [own, theirs, elsewhere].map((id) => all(`person:${id}`, null)),
        ['Own', 'Theirs', 'Elsewhere'],
      )
    }))
})
