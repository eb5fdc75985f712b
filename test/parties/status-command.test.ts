import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { CommandContext } from '../../src/cli/command.ts'
import { statusImport } from '../../src/cli/status.ts'
import type { Store } from '../../src/db/store.ts'
import { shippedOthers, shippedStates } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { listStatusEvents } from '../../src/parties/store.ts'
import { Problem } from '../../src/problem.ts'
import { inTestStore } from '../world.ts'

const extract = join(import.meta.dirname, '..', 'fixtures', 'status', 'mine-ban-extract.html')

const run = async (
  args: string[],
  options: CommandContext['options'],
  store?: Store,
): Promise<{ code: number; out: string }> => {
  const lines: string[] = []
  const code = await statusImport.run({
    args,
    options,
    json: options.json === true,
    out: (text) => void lines.push(text),
    progress: () => {},
    open: async () => {
      if (store === undefined) throw new Error('the store was opened')
      // Closed by whoever lent it.
      return store
    },
  })
  return { code, out: lines.join('\n') }
}

describe('pacta status import', () => {
  it('--dry-run --json prints treaty, events and what it could not place, and opens no store', async () => {
    const { code, out } = await run([extract], { json: true, 'dry-run': true })
    assert.equal(code, 0)
    const { treaty, events, unplaced, stored } = JSON.parse(out)
    assert.deepEqual([treaty.id, treaty.asOf, stored], ['mine-ban', '2026-02-03', null])
    assert.match(treaty.title, /Anti-Personnel Mines/)
    for (const field of ['actor', 'name', 'kind', 'notifiedOn', 'effectiveOn', 'date', 'note', 'line'])
      assert.ok(Object.hasOwn(events[0], field), field)
    assert.deepEqual(Object.keys(unplaced[0]).slice(0, 2), ['line', 'text'])
  })

  it('stores the events; the same page again changes nothing', () =>
    inTestStore(async (store) => {
      await saveActors(store.world('register'), [...shippedStates(), ...shippedOthers()])
      const first = JSON.parse((await run([extract], { json: true }, store)).out)
      assert.deepEqual([first.stored.recorded, first.stored.unchanged], [first.events.length, 0])
      const second = JSON.parse((await run([extract], { json: true }, store)).out)
      assert.deepEqual([second.stored.recorded, second.stored.unchanged], [0, first.events.length])
      assert.equal((await listStatusEvents(store.world('register'), 'mine-ban')).length, first.events.length)
      assert.equal((await listStatusEvents(store.world('exercise'), 'mine-ban')).length, 0)
    }))

  it('in words says what was not placed and what is expected', async () => {
    const { out } = await run([extract], { 'dry-run': true })
    assert.match(out, /as at 2026-02-03/)
    assert.match(out, /line 31: A declaration of provisional application/)
    assert.match(out, /Poland: the withdrawal is expected for 2026-02-20/)
  })

  it('without a file, or with one that is none, is refused in words', async () => {
    const type = (expected: string) => (error: unknown) => error instanceof Problem && error.type === expected
    await assert.rejects(run([], {}), type('usage'))
    await assert.rejects(run(['/nowhere/page.html'], {}), type('input-unreadable'))
    await assert.rejects(run([import.meta.filename], {}), type('input-unreadable'))
  })
})
