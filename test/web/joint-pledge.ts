// A pledge that two made together, and drafts of what speaks of it, for the tests of who approves what.
import assert from 'node:assert/strict'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { approver, focal, society, societyFocal, stranger } from './approval-cast.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

/** The instrument of the pledge, which ships: the world of the tests lays it on invented parties. */
export const pledge = 'ihl-pledge-mongolia'

/** Whose a fact is that is typed, since when it is known and who says so. */
export const written = {
  actor: 'XAA',
  known_from: '2027-03-10',
  'source.title': 'Letter',
  'source.publisher': 'Averland',
}

/** Records a fact as one that came. */
export const record = async (db: Db, fact: Record<string, string>) =>
  assert.deepEqual(
    await recordFact(
      db,
      { ...written, ...fact },
      { kinds: readShippedKinds(), entered: false, agent: 'test' },
    ),
    [],
  )

/** A world in which Averland and its National Society promised together, with a plan and an action, and people of both. */
export const inPledge = (work: (site: SignedInSite) => Promise<void>) =>
  inSignedInWorld([focal, approver, society, societyFocal, stranger], async (site) => {
    const { db } = site
    await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
    await record(db, { id: 'plan', kind: 'national-plan', 'body.title': 'Plan', 'body.instrument': pledge })
    await record(db, { id: 'a1', kind: 'plan-action', 'body.title': 'Train officers', 'body.plan': 'plan' })
    await work(site)
  })

/** Types a fact, keeps it as a draft and asks for its approval; the address of the draft. */
export const askFor = async (
  by: ReturnType<SignedInSite['as']>,
  fact: Record<string, string>,
): Promise<string> => {
  const asked = await by.send('/enter/facts/new', { ...fact, step: 'ask' })
  assert.equal(asked.status, 303)
  return asked.location.split('?')[0]!
}
