// A meeting of a body of another promise counts for that one alone: on the page, as owed and in a release, verified from its file.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { judgedOf } from '../../src/releases/judged.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { targetsHeld } from '../../src/web/held/targets.ts'
import { inTestWorld } from '../world.ts'

const plan = 'ihl-pledge-mongolia'
const other = 'siem-reap-angkor-draft-2024-08'

const take = (db: Db, rows: readonly string[]) =>
  importFacts(
    db,
    {
      name: 'facts.csv',
      bytes: new TextEncoder().encode(
        [
          'id,actor,kind,date,until,known_from,source_title,supersedes,body.title,body.form,body.instrument,body.heldOn,body.body,body.serves',
          ...rows,
        ].join('\n'),
      ),
    },
    { kinds: readShippedKinds(), entered: false },
  )

const committee = (id: string, supersedes: string, instrument: string) =>
  `${id},XQO,working-body,2027-01-01,,2027-06-0${supersedes === '' ? 1 : 2},Exercise: a letter,${supersedes},Exercise: clearance committee,group,${instrument},,,`
const meeting = (id: string, names: string) =>
  `${id},XQO,working-group-meeting,2027-06-10,,2027-06-11,Exercise: a letter,,Exercise: its meeting,,,2027-06-10,${names}`

test('a meeting of a body of another promise', (t) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const counted = async () => {
      const shown = await targetsHeld(db).showCounted({ plan, indicator: 'C2', year: 2027 })
      const found = shown!.records.filter(({ id }) => id.startsWith('committee-'))
      return found.map(({ id, read }) => [id, read[0]!.state, read[0]!.reason])
    }
    const held = async () => {
      const shown = await targetsHeld(db).showTargets({ plan, year: 2027 })
      return shown!.indicators.find(({ number }) => number === 'C2')!.readings[0]!.held
    }
    const before = await held()
    await take(db, [
      committee('committee', '', other),
      meeting('committee-meets', 'committee,'),
      meeting('committee-meets-for-both', `committee,${plan}/2`),
    ])

    await t.test('is not counted unless it says it serves this one too', async () => {
      assert.deepEqual((await counted()).map(([id, state]) => [id, state]).sort(), [
        ['committee-meets', 'not counted'],
        ['committee-meets-for-both', 'counted'],
      ])
      const [, , reason] = (await counted()).find(([id]) => id === 'committee-meets')!
      assert.deepEqual(reason, { key: 'left-serves-others', field: 'serves', entries: [other] })
      assert.equal(await held(), before! + 1)
    })

    await t.test('is told alike in a release, which holds without the body in its file', async () => {
      const { release, payloadText } = await createRelease(db, { plan, year: 2027 })
      assert.equal(
        release.payload.work?.facts.some(({ externalId }) => externalId === 'committee'),
        false,
      )
      assert.equal(judgedOf(release.payload).readingsOf('C2', 2027)[0]?.held, before! + 1)
      const bytes = new TextEncoder().encode(fileTextOf({ ...release, payloadText }))
      assert.deepEqual(verifyRelease(bytes, 'release.json').holds, true)
    })

    await t.test(
      'counts as soon as its body is corrected to be of this one, though it names the old version',
      async () => {
        await take(db, [committee('committee-corrected', 'committee', plan)])
        assert.equal(await held(), before! + 2)
        const { release } = await createRelease(db, { plan, year: 2027 })
        assert.equal(judgedOf(release.payload).readingsOf('C2', 2027)[0]?.held, before! + 2)
      },
    )
  }, 'exercise'))
