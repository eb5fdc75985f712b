// What was approved, then changed or given up, and comes back from its history: nobody's approval counts again by itself.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DecisionWord } from '../../src/accounts/approval.ts'
import { findStanding } from '../../src/accounts/decide.ts'
import { listTouching } from '../../src/db/history-store.ts'
import type { Db } from '../../src/db/store.ts'
import {
  beginFactDraft,
  decideFactDraft,
  discardFactDraft,
  saveFactDraft,
} from '../../src/facts/edit-fact-draft.ts'
import { factDraftThing } from '../../src/facts/fact-draft.ts'
import { findFactDraft } from '../../src/facts/fact-draft-store.ts'
import { restoreDiscardedFact, restoreFactTexts } from '../../src/facts/restore-fact-draft.ts'
import { decidableDraft, decideDraft } from '../../src/reports/decide-draft.ts'
import { discardDraft } from '../../src/reports/discard-draft.ts'
import { findDraft } from '../../src/reports/draft-store.ts'
import { beginDraft } from '../../src/reports/edit-draft.ts'
import { restoreDiscarded } from '../../src/reports/restore-draft.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { addActors } from '../facts/world.ts'
import { questionnaires } from '../reports/yearly.ts'
import { inTestWorld } from '../world.ts'

const agent = 'person:f'
const typed = { id: 'entered-1', actor: 'XAA', kind: 'retained-mines', 'body.mines': '10' }

const stands = async (db: Db, draftId: string) => {
  const draft = (await findFactDraft(db, draftId))!
  const { sha256, owners } = draft
  const { approved, of } = await findStanding(db, { thing: factDraftThing(draftId), owners, sha256 })
  return `${approved}/${of}`
}

const lastOf = async (db: Db, draftId: string) =>
  (await listTouching(db, factDraftThing(draftId), { until: null, limit: 1 }))[0]!

describe('what comes back from its history', () => {
  it('a fact that was approved has to be approved anew, changed or given up meanwhile', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const { draftId } = await beginFactDraft(db, typed, { agent, kinds: readShippedKinds() })
      const decide = (decision: DecisionWord, revision: number) =>
        decideFactDraft(db, draftId, { revision, decision, owners: ['XAA'], agent: 'person:a' })
      await decide('approved', 1)
      assert.equal(await stands(db, draftId), '1/1')
      const changed = { ...typed, 'body.mines': '12' }
      await saveFactDraft(db, draftId, { typed: changed, revision: 1, agent, kinds: readShippedKinds() })
      assert.equal(await stands(db, draftId), '0/1')
      const { seq } = await lastOf(db, draftId)
      assert.equal(
        (await restoreFactTexts(db, draftId, { seq, revision: 2, agent, kinds: readShippedKinds() })).outcome,
        'restored',
      )
      assert.equal(await stands(db, draftId), '0/1')
      assert.equal((await lastOf(db, draftId)).action, 'approval-withdrawn')
      await decide('approved', 3)
      assert.equal(await stands(db, draftId), '1/1')
      await discardFactDraft(db, draftId, { revision: 3, agent })
      assert.equal(
        (await restoreDiscardedFact(db, draftId, { agent, kinds: readShippedKinds() })).outcome,
        'restored',
      )
      assert.equal(await stands(db, draftId), '0/1')
    }, 'exercise'))

  it('a report that was approved and discarded has to be approved anew', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const asked = { actor: 'XAA', obligation: 'yearly', coversYear: '2024', subject: '', startedFrom: null }
      const options = { questionnaires, today: '2025-12-31' }
      const { draftId, revision } = await beginDraft(db, { ...asked, owner: 'XAA', agent }, options)
      await decideDraft(db, draftId, { revision, decision: 'approved', owners: ['XAA'], agent: 'person:a' })
      const approved = async () =>
        (await findStanding(db, decidableDraft((await findDraft(db, draftId))!))).approved
      assert.equal(await approved(), 1)
      await discardDraft(db, draftId, revision, agent)
      assert.equal((await restoreDiscarded(db, draftId, agent)).outcome, 'restored')
      assert.equal(await approved(), 0)
    }, 'exercise'))
})
