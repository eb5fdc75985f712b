import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { planDiff, planImport, planList } from '../../src/cli/plan.ts'
import { crosswalkPropose } from '../../src/cli/plan-crosswalk.ts'
import type { Store } from '../../src/db/store.ts'
import { readPlan } from '../../src/instruments/read.ts'
import { listInstruments } from '../../src/instruments/store.ts'
import { Problem } from '../../src/problem.ts'
import { runCommand } from '../run-command.ts'
import { inTestStore } from '../world.ts'

const fixture = (name: string) => join(import.meta.dirname, '..', 'fixtures', 'plans', name)

const stored = async (store: Store) => (await listInstruments(store.world('register'))).map((one) => one.id)

describe('pacta plan import', () => {
  it('prints the fixed shape first', async () => {
    const { code, out } = await runCommand(planImport, [fixture('odd-lines.txt')], {
      'dry-run': true,
      json: true,
    })
    assert.equal(code, 0)
    const plan = JSON.parse(out)
    assert.deepEqual(
      Object.keys(plan).filter((key) =>
        ['title', 'sections', 'actions', 'anomalies', 'unplaced'].includes(key),
      ),
      ['title', 'sections', 'actions', 'anomalies', 'unplaced'],
    )
    assert.deepEqual(Object.keys(plan.actions[0]).slice(0, 4), ['number', 'section', 'text', 'indicators'])
    assert.deepEqual(Object.keys(plan.actions[0].indicators[0]).slice(0, 3), ['id', 'text', 'unit'])
    assert.deepEqual(Object.keys(plan.anomalies[0]), ['line', 'kind', 'text'])
    assert.deepEqual(plan.unplaced, [{ line: 48, text: 'ADVANCE COPY' }])
    assert.doesNotMatch(out, /"pieces"/)
  })

  it('stores a draft once, and not on a dry run', () =>
    inTestStore(async (store) => {
      await runCommand(planImport, [fixture('marble-coast.md')], { 'dry-run': true }, store)
      assert.deepEqual(await stored(store), [])
      const first = await runCommand(planImport, [fixture('marble-coast.md')], { json: true }, store)
      const again = await runCommand(planImport, [fixture('marble-coast.md')], { json: true }, store)
      assert.deepEqual([JSON.parse(first.out).stored, JSON.parse(again.out).stored], ['stored', 'unchanged'])
      assert.deepEqual({ ...JSON.parse(again.out), stored: '' }, { ...JSON.parse(first.out), stored: '' })
      assert.deepEqual(await stored(store), ['marble-coast-national-action-plan-2030'])
    }))

  it('a dry run of a plan that contradicts itself shows it and ends with 1', async () => {
    const { code, progress } = await runCommand(planImport, [fixture('norland-duplicates.txt')], {
      'dry-run': true,
      json: true,
    })
    assert.equal(code, 1)
    assert.match(progress, /line 8/)
  })

  it('names what is wrong with an id, a kind, or a file that is not there', async () => {
    const refusal = (args: string[], options: Record<string, string>) =>
      runCommand(planImport, args, options).then(
        () => '',
        (error: unknown) => (error instanceof Problem ? error.type : String(error)),
      )
    assert.equal(await refusal([fixture('marble-coast.md')], { id: 'No Id' }), 'usage')
    assert.equal(await refusal([fixture('marble-coast.md')], { kind: 'wish' }), 'usage')
    assert.equal(await refusal([fixture('no-such-file.txt')], {}), 'input-unreadable')
    assert.equal(await refusal([], {}), 'usage')
  })
})

const shippedText = join(
  import.meta.dirname,
  '..',
  '..',
  'instruments',
  'mine-ban',
  'siem-reap-angkor-draft-2024-08.txt',
)
const { notice } = readPlan('siem-reap-angkor-draft-2024-08')

describe('the notice of an instrument that ships', () => {
  it('is said of its text when imported, and of no other', async () => {
    const words = await runCommand(planImport, [shippedText], { 'dry-run': true })
    assert.ok(notice !== undefined && words.out.split('\n')[2] === notice)
    const json = await runCommand(planImport, [shippedText], { 'dry-run': true, json: true })
    assert.equal(JSON.parse(json.out).notice, notice)
    const other = await runCommand(planImport, [fixture('marble-coast.md')], { 'dry-run': true, json: true })
    assert.equal(JSON.parse(other.out).notice, undefined)
  })

  it('is said where it is compared, by text or by id', async () => {
    const args = [shippedText, 'siem-reap-angkor-draft-2024-08']
    const words = await runCommand(planDiff, args)
    assert.deepEqual(
      words.out.split('\n').filter((line) => line.trim() === notice),
      [`  ${notice}`, `  ${notice}`],
    )
    const diff = JSON.parse((await runCommand(planDiff, args, { json: true })).out)
    assert.deepEqual([diff.from.notice, diff.to.notice], [notice, notice])
  })
})

describe('pacta plan list', () => {
  it('shows what ships, then what was imported, with counts and whether rules are held', () =>
    inTestStore(async (store) => {
      const empty = await runCommand(planList, [], {}, store)
      assert.match(empty.out, /none; "pacta plan import FILE" stores one/)
      const saved = await runCommand(planImport, [fixture('marble-coast.md')], {}, store)
      assert.match(saved.out, /Stored as the draft "marble-coast-national-action-plan-2030"/)
      assert.match(saved.out, /pacta plan new FOLDER.*add-a-plan\.md.*pacta plan list/s)
      const { plans } = JSON.parse((await runCommand(planList, [], { json: true }, store)).out)
      assert.deepEqual(plans[plans.length - 1], {
        id: 'marble-coast-national-action-plan-2030',
        title: 'Marble Coast National Action Plan 2030',
        kind: 'action-plan',
        status: 'draft',
        origin: 'imported',
        sections: 3,
        actions: 3,
        indicators: 5,
        rulesHeld: false,
      })
      const shipped = plans.find((plan: { id: string }) => plan.id === 'siem-reap-angkor-draft-2024-08')
      assert.deepEqual(
        [shipped.origin, shipped.actions, shipped.indicators, shipped.rulesHeld, shipped.notice],
        ['shipped', 45, 87, true, notice],
      )
      const words = await runCommand(planList, [], {}, store)
      assert.match(words.out, /action-plan, draft: 45 actions, 87 indicators, rules held/)
      assert.match(words.out, /action-plan, draft: 3 actions, 5 indicators, no rules held/)
    }))
})

describe('pacta plan diff', () => {
  it('compares files, shipped ids and stored ids', () =>
    inTestStore(async (store) => {
      await runCommand(planImport, [fixture('harbour-second.txt')], { id: 'second' }, store)
      const { out } = await runCommand(
        planDiff,
        [fixture('harbour-wrapped-pages.txt'), 'second'],
        { json: true },
        store,
      )
      const diff = JSON.parse(out)
      assert.deepEqual(
        diff.actions.added.map((one: { id: string }) => one.id),
        ['1'],
      )
      assert.equal(diff.to.id, 'second')
      const words = await runCommand(planDiff, ['siem-reap-angkor-draft-2024-08', 'second'], {}, store)
      assert.match(words.out, /Actions: 4 added, 45 removed, 0 renumbered/)
    }))

  it('says a promise with another number and other words once, and never that differing texts are all alike', async () => {
    const words = async (first: string, second: string) => {
      const folder = mkdtempSync(join(tmpdir(), 'pacta-diff-'))
      const name = (text: string, i: number) => {
        const path = join(folder, `${i}.txt`)
        writeFileSync(path, `Harbour Plan\n\nAction 1: Count the gulls.\n\n${text}\n`)
        return path
      }
      return (await runCommand(planDiff, [first, second].map(name))).out.split('\n')
    }
    const lines = await words(
      'Action 2: Measure noise in each harbour.',
      'Action 3: measure noise in each Harbour',
    )
    assert.deepEqual(
      lines.filter((line) => line.includes('2 → 3')),
      ['  ~ 2 → 3  the same words, written differently: measure noise in each Harbour'],
    )
  })

  it('a folder of the name of an id is no file', () =>
    inTestStore(async (store) => {
      const id = 'siem-reap-angkor-draft-2024-08'
      const folder = mkdtempSync(join(tmpdir(), 'pacta-diff-'))
      mkdirSync(join(folder, id))
      await assert.rejects(runCommand(planDiff, [folder, id], {}, store), /neither a file nor the id/)
      const before = process.cwd()
      process.chdir(folder)
      try {
        assert.match((await runCommand(planDiff, [id, id], {}, store)).out, /45 unchanged/)
      } finally {
        process.chdir(before)
      }
    }))

  it('another name is neither a file nor an id', () =>
    inTestStore(async (store) => {
      await assert.rejects(runCommand(planDiff, ['x', 'y'], {}, store), /neither a file nor the id/)
    }))
})

describe('pacta plan crosswalk propose', () => {
  it('never writes over a file, in which a person may have decided', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'pacta-crosswalk-')), 'crosswalk.csv')
    const args = [fixture('harbour-wrapped-pages.txt'), fixture('harbour-second.txt')]
    await runCommand(crosswalkPropose, args, { out: path })
    assert.match(readFileSync(path, 'utf8'), /^\ufeff?from,to,relation/)
    writeFileSync(path, 'decided')
    await assert.rejects(
      runCommand(crosswalkPropose, args, { out: path }),
      /exists already and is not replaced/,
    )
    assert.equal(readFileSync(path, 'utf8'), 'decided')
  })
})
