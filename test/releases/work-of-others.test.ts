// What others record of a promise is no part of its work: not on its page, and not in its report.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workReadingOf } from '../../src/documents/progress/work-reading.ts'
import { createSpeaker } from '../../src/documents/status/speaker.ts'
import { importFacts } from '../../src/facts/import.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { implementationHeld } from '../../src/web/held/implementation.ts'
import { inTestWorld } from '../world.ts'

const plan = 'ihl-pledge-mongolia'
const row = (id: string, kind: string, body: object, more = {}) => ({
  ...{ id, actor: 'XAU', kind, known_from: '2027-05-10', body, ...more },
})
const rows = [
  row('e-xau', 'dissemination-event', {
    ...{ heldOn: '2027-05-05', title: 'Exercise: of another State', serves: [plan] },
    ...{ audience: ['youth'], participants: 5000 },
  }),
  row('p-xau', 'national-plan', {
    title: 'Exercise: plan of another',
    instrument: plan,
    withTimelines: true,
  }),
  row('a-xau', 'plan-action', {
    ...{ title: 'Exercise: action of another', number: '99', plan: 'p-xau', carriesOut: [`${plan}/3`] },
    recommendations: ['recommendation-4'],
  }),
  row(
    'b-xau',
    'working-body',
    { title: 'Exercise: body of another', form: 'group', instrument: plan },
    { from: '2027-01-01' },
  ),
]

test('what others record of a promise stands apart', () =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const told = async () => {
      const { release, leftOut } = await createRelease(db, { plan, year: 2027 })
      const { plans, bodies, events, studies } = workReadingOf(
        release.payload,
        createSpeaker(release.payload, 'en'),
      )
      return { read: { plans, bodies, events, studies }, leftOut: leftOut.ofOthers }
    }
    const shown = async () => (await implementationHeld({ db, seen: db }).showImplementation(plan))!
    const before = { report: await told(), page: await shown() }
    const file = { name: 'a.json', bytes: Buffer.from(JSON.stringify(rows)) }
    await importFacts(db, file, { kinds: readShippedKinds(), entered: false })
    const after = { report: await told(), page: await shown() }

    assert.deepEqual(after.report.read, before.report.read)
    assert.equal(after.report.leftOut - before.report.leftOut, rows.length)
    assert.deepEqual({ ...after.page, byOthers: [], called: {} }, { ...before.page, called: {} })
    assert.deepEqual(
      after.page.byOthers.map(({ kind, fields }) => [kind, fields.title]).sort(),
      rows.map(({ kind, body }) => [kind, (body as { title: string }).title]).sort(),
    )
  }, 'exercise'))
