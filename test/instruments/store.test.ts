import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { planIdFor } from '../../src/instruments/identity.ts'
import { importPlan } from '../../src/instruments/import.ts'
import { readPlan, readSourceText } from '../../src/instruments/read.ts'
import { contentOfStored, findInstrument, listInstruments, saveDraft } from '../../src/instruments/store.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'
import { fixtureText } from './fixture.ts'

const save = (db: Db, sourceText: string, id?: string) => {
  const plan = importPlan(sourceText, 'plan.txt')
  const given = { kind: 'action-plan' as const, fileName: 'plan.txt', sourceText, chosenId: id !== undefined }
  return saveDraft(db, plan, { ...given, id: id ?? planIdFor(plan, 'plan.txt') })
}
const refused = async (work: Promise<unknown>) => {
  const problem = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  assert.ok(problem instanceof Problem)
  return problem
}
const marble = fixtureText('marble-coast.md')

describe('drafts in the store', () => {
  it('are kept whole, and the same text again changes nothing', () =>
    inTestWorld(async (db) => {
      const id = 'marble-coast-national-action-plan-2030'
      assert.deepEqual(await save(db, marble), { id, outcome: 'stored' })
      const first = await findInstrument(db, id)
      assert.equal(first?.status, 'draft')
      assert.equal(first?.body.sourceText, marble)
      const content = contentOfStored(first!)
      assert.deepEqual(
        content.actions.map((a) => [a.id, a.indicators.map((i) => i.id)]),
        [
          ['1', ['1.1', '1.2']],
          ['2', ['2.1', '2.2']],
          ['3', ['3.1']],
        ],
      )
      assert.deepEqual(await save(db, marble), { id, outcome: 'unchanged' })
      assert.deepEqual(await findInstrument(db, id), first)
    }))

  it('a text held under another id is not stored twice, unless an id is asked for', () =>
    inTestWorld(async (db) => {
      await save(db, marble, 'chosen')
      assert.deepEqual(await save(db, marble), { id: 'chosen', outcome: 'unchanged' })
      assert.deepEqual(await save(db, marble, 'other'), { id: 'other', outcome: 'stored' })
      assert.deepEqual(
        (await listInstruments(db)).map((one) => one.id),
        ['chosen', 'other'],
      )
    }))

  it('another text never takes the id of a stored or shipped one', () =>
    inTestWorld(async (db) => {
      await save(db, marble, 'chosen')
      assert.equal((await refused(save(db, `${marble}\nMore.\n`, 'chosen'))).type, 'already-recorded')
      assert.equal((await refused(save(db, marble, 'ihl-pledge-mongolia'))).type, 'already-recorded')
      assert.deepEqual(
        (await listInstruments(db)).map((one) => one.id),
        ['chosen'],
      )
    }))

  it('the text of a shipped instrument is held already', () =>
    inTestWorld(async (db) => {
      const shipped = readPlan('siem-reap-angkor-draft-2024-08')
      assert.deepEqual(await save(db, readSourceText(shipped)), { id: shipped.id, outcome: 'unchanged' })
      assert.deepEqual(await listInstruments(db), [])
    }))

  it('a plan that gives one number to two actions is refused with its line, and nothing is stored', () =>
    inTestWorld(async (db) => {
      const problem = await refused(save(db, fixtureText('norland-duplicates.txt')))
      assert.equal(problem.type, 'input-rejected')
      assert.deepEqual(
        problem.issues.map(({ file, line }) => [file, line]),
        [['plan.txt', 8]],
      )
      assert.deepEqual(await listInstruments(db), [])
    }))
})

describe('the id of an imported plan', () => {
  const cases: [title: string, file: string, id: string][] = [
    [
      'Draft Siem Reap – Angkor Action Plan 2025-2029',
      'x.txt',
      'draft-siem-reap-angkor-action-plan-2025-2029',
    ],
    ["Plan d'action « Été »", 'x.txt', 'plan-d-action-ete'],
    ['Үйл ажиллагааны төлөвлөгөө 2030', 'plans/mongol plan.txt', 'mongol-plan'],
    ['План', 'план.txt', 'plan-aaaaaaaaaaaa'],
  ]
  for (const [title, file, id] of cases)
    it(`${title} → ${id}`, () => assert.equal(planIdFor({ title, sha256: 'a'.repeat(64) }, file), id))
})
