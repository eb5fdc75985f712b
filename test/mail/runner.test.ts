import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRunner } from '../../src/mail/runner.ts'

/** Waits until it holds. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !holds(); i++) await sleep(5)
  assert.ok(holds())
}

describe('work that comes again', () => {
  it('comes again after a fault, which is told, and never beside itself', async () => {
    const told: string[] = []
    let runs = 0
    let beside = 0
    const faulty = async (): Promise<void> => {
      runs++
      beside++
      assert.equal(beside, 1)
      await sleep(2)
      beside--
      if (runs % 2 === 1) throw new Error(`the disk is full (${runs})`)
    }
    let others = 0
    const other = async (): Promise<void> => void others++
    const runner = startRunner(
      [
        { name: 'clearing away', everyMs: 1, run: faulty },
        { name: 'letters', everyMs: 1, run: other },
      ],
      (words) => void told.push(words),
    )
    await until(() => runs >= 4 && others >= 4)
    await runner.stop()
    assert.deepEqual(told.slice(0, 2), [
      'clearing away: the disk is full (1)',
      'clearing away: the disk is full (3)',
    ])
    const ended = runs
    await sleep(20)
    assert.equal(runs, ended)
  })

  it('ends after the step at hand', async () => {
    let steps = 0
    let isDone = false
    const run = async (goesOn: () => boolean): Promise<void> => {
      while (goesOn()) {
        await sleep(2)
        steps++
      }
      isDone = true
    }
    const runner = startRunner([{ name: 'letters', everyMs: 1, run }], assert.fail)
    await until(() => steps > 2)
    await runner.stop()
    assert.ok(isDone)
  })

  it('is broken off where it waits for others, some seconds after the stop', async () => {
    let isBroken = false
    const run = (_: () => boolean, breakOff: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        breakOff.addEventListener('abort', () => {
          isBroken = true
          resolve()
        })
      })
    const begun = performance.now()
    await startRunner([{ name: 'letters', everyMs: 1, run }], assert.fail).stop()
    assert.ok(isBroken)
    assert.ok(performance.now() - begun < 20_000)
  })
})
