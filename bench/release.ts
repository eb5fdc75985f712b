// What a release costs: a year's figures of the plan for 166 States frozen with all they rest on, and verified from the
// file alone, which computes every figure again. Beside it the file only read as JSON. Some 40 seconds.
import assert from 'node:assert/strict'
import { createRelease } from '../src/releases/create.ts'
import { fileTextOf } from '../src/releases/read.ts'
import { verifyRelease } from '../src/releases/verify.ts'
import { shown, timed } from './timing.ts'
import { fill, inNewStore, plan, planYears, states } from './world.ts'

await inNewStore(async (db, store) => {
  await fill(db, states)
  const year = planYears.at(-1)!
  let bytes = new Uint8Array()
  const created = await timed(
    async () => {
      const { release, payloadText } = await createRelease(db, { plan: plan.rules.id, year })
      bytes = new TextEncoder().encode(fileTextOf({ ...release, payloadText }))
    },
    { runs: 3 },
  )
  const verified = await timed(async () => assert.ok(verifyRelease(bytes, 'release.json').holds), { runs: 3 })
  const read = await timed(async () => JSON.parse(new TextDecoder().decode(bytes)), { runs: 3 })
  console.log(
    `release, ${store.kind} store: ${states} States, ${year}, ${(bytes.length / 1e6).toFixed(1)} MB: created in ${shown(created)}, ` +
      `verified in ${shown(verified)}; the same file only read as JSON: ${shown(read)}, ` +
      `ratio of verifying ${(verified.wallMs / read.wallMs).toFixed(0)}`,
  )
})
