// What a release says of the promises its records lead to is proven from the file, as far as the file goes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importFacts } from '../../src/facts/import.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { checkLeads } from '../../src/releases/leads.ts'
import type { ReleaseDatum, ReleasePayload } from '../../src/releases/release.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'

const pledge = 'ihl-pledge-mongolia'
const other = 'siem-reap-angkor-draft-2024-08/11'
// Of another plan's body the release holds nothing; of the pledge's own everything.
const rows = `id,actor,kind,date,known_from,source_title,body.heldOn,body.body,body.title,body.form,body.instrument,body.serves
far-body,XQO,working-body,2027-01-01,2027-01-01,Exercise: a letter,,,Exercise: body of a plan,group,siem-reap-angkor-draft-2024-08,
far,XQO,working-group-meeting,2027-02-02,2027-02-02,Exercise: a letter,2027-02-02,far-body,Exercise: far,,,
through,XQO,working-group-meeting,2027-02-04,2027-02-04,Exercise: a letter,2027-02-04,working-group,Exercise: through,,,
near,XQO,working-group-meeting,2027-02-03,2027-02-03,Exercise: a letter,2027-02-03,,Exercise: near,,,${other}
`

test('the promises that records lead to', (t) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const file = { name: 'f.csv', bytes: new TextEncoder().encode(rows) }
    await importFacts(db, file, { kinds: readShippedKinds(), entered: false })
    const { release } = await createRelease(db, { plan: pledge, year: 2027 })
    const wrong = (change: (find: (id: string) => ReleaseDatum, payload: ReleasePayload) => void) => {
      const payload = structuredClone(release.payload)
      change((id) => payload.datums.find(({ externalId }) => externalId === id)!, payload)
      return checkLeads(payload).map(({ place, message }) => `${place}: ${message}`)
    }

    await t.test('are what is said of them, in every release that is made', () => {
      assert.ok(release.payload.datums.some(({ leadsTo = [] }) => leadsTo.length > 0))
      assert.deepEqual(
        wrong(() => {}),
        [],
      )
    })

    await t.test('are found to be changed where a record names them itself', () => {
      const place = 'fact XQO/working-group-meeting/near'
      assert.deepEqual(
        wrong((find) => void delete find('near').leadsTo),
        [`${place}: leads to ${other}, which is not said of it`],
      )
      assert.deepEqual(
        wrong((find) => void find('near').leadsTo!.push(pledge)),
        [`${place}: nothing it names leads to ${pledge}`],
      )
    })

    await t.test('are found to be changed where the file holds what leads there', () => {
      const told = release.payload.datums.find(({ externalId }) => externalId === 'through')!.leadsTo!
      assert.ok(
        told.some((part) => part.startsWith(pledge)),
        told.join(', '),
      )
      const place = 'fact XQO/working-group-meeting/through'
      assert.deepEqual(
        wrong((find) => Object.assign(find('through'), { leadsTo: [other] })),
        [
          ...told.map((part) => `${place}: leads to ${part}, which is not said of it`),
          `${place}: nothing it names leads to ${other}`,
        ],
      )
    })

    await t.test('are not proven where what leads there is no part of the file', () => {
      assert.deepEqual(release.payload.datums.find(({ externalId }) => externalId === 'far')?.leadsTo, [
        'siem-reap-angkor-draft-2024-08',
      ])
      assert.deepEqual(
        wrong((find) => Object.assign(find('far'), { leadsTo: [pledge] })),
        [],
      )
    })

    await t.test('are asked of no release that was made before they were told', () =>
      assert.deepEqual(
        wrong((_, payload) => {
          for (const datum of payload.datums) delete datum.leadsTo
        }),
        [],
      ),
    )
  }, 'exercise'))
