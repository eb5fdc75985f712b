// How much waits is said on every page: it is counted anew when something was written, and for each their own.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beginFactDraft, decideFactDraft } from '../../../src/facts/edit-fact-draft.ts'
import { readShippedKinds } from '../../../src/reports/shipped.ts'
import { heldFor } from '../../../src/web/held.ts'
import { inTestStore } from '../../world.ts'
import { addPublic, askers } from './world.ts'

const typed = { actor: 'XAA', kind: 'retained-mines', 'body.mines': '4712', quotation: 'So it says.' }

describe('the number of what waits', () => {
  it('is that of the list, for each their own, and moves with what is written', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addPublic(db)
      const { dataFor } = heldFor(store, 'exercise')
      const counted = async () =>
        Promise.all(
          (['focalPoint', 'approver', 'reviewer', 'administrator'] as const).map(async (asker) => {
            const { data } = await dataFor(askers[asker], '/waiting')
            const count = await data.countWaiting()
            assert.equal(count, (await data.listWaiting()).length, asker)
            return count
          }),
        )
      assert.deepEqual(await counted(), [0, 0, 0, 0])
      const { draftId } = await beginFactDraft(db, typed, {
        agent: 'person:writer',
        kinds: readShippedKinds(),
      })
      const shared = { revision: 1, agent: 'person:writer' }
      await decideFactDraft(db, draftId, { ...shared, decision: 'asked', owners: ['XAA'], note: null })
      assert.deepEqual(await counted(), [0, 1, 0, 0])
      await decideFactDraft(db, draftId, {
        revision: 1,
        agent: 'person:approver',
        decision: 'approved',
        owners: ['XAA'],
      })
      assert.deepEqual((await counted())[1], 0)
    }))
})
