// The events of a year in the report and on the page are those that its target counts, whatever they say they serve.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressDocument } from '../../src/documents/progress/progress-document.ts'
import { workReadingOf } from '../../src/documents/progress/work-reading.ts'
import { createSpeaker } from '../../src/documents/status/speaker.ts'
import { importFacts } from '../../src/facts/import.ts'
import { isCounted } from '../../src/indicators/counted.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { judgedOf } from '../../src/releases/judged.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { implementationHeld } from '../../src/web/held/implementation.ts'
import { inTestWorld } from '../world.ts'

const plan = 'ihl-pledge-mongolia'

test('an event that says nothing of what it serves stands among the events where the target counts it', () =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const lecture = {
      ...{ id: 'lecture', actor: 'XQO', kind: 'dissemination-event', known_from: '2027-05-05' },
      body: {
        ...{ heldOn: '2027-05-05', title: 'Exercise: a lecture', participants: 300 },
        audience: ['academia', 'youth'],
      },
    }
    const file = { name: 'a.json', bytes: Buffer.from(JSON.stringify([lecture])) }
    await importFacts(db, file, { kinds: readShippedKinds(), entered: false })
    const { payload } = (await createRelease(db, { plan, year: 2027 })).release
    const counted = judgedOf(payload).recordsOf('C3')!.records.filter(isCounted)
    const read = workReadingOf(payload, createSpeaker(payload, 'en'))
    const ofYear = read.events.filter(({ heldOn }) => heldOn?.startsWith('2027'))
    assert.equal(ofYear.length, counted.length)
    const [unsaid, ...others] = ofYear.filter(({ id }) => read.unsaid.has(id))
    assert.deepEqual([unsaid?.title, unsaid?.participants, others.length], ['Exercise: a lecture', 300, 0])

    const shown = (await implementationHeld({ db, seen: db }).showImplementation(plan))!
    assert.deepEqual(
      shown.events.filter(({ id }) => shown.unsaid.includes(id)).map(({ title }) => title),
      ['Exercise: a lecture'],
    )
  }, 'exercise'))

test('an event that two wrote down without a word on it is told both ways, on the page and in the report', () =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const event = (actor: string) => ({
      ...{ id: `lecture-${actor}`, actor, kind: 'dissemination-event', known_from: '2027-05-05' },
      body: {
        ...{ heldOn: '2027-05-05', title: 'Exercise: a lecture', participants: 40, serves: [`${plan}/3`] },
        audience: ['academia', 'youth'],
      },
    })
    const twice = ['XQO', 'xqo-national-society'].map(event)
    const file = { name: 'a.json', bytes: Buffer.from(JSON.stringify(twice)) }
    await importFacts(db, file, { kinds: readShippedKinds(), entered: false })
    const { release } = await createRelease(db, { plan, year: 2027 })
    const read = workReadingOf(release.payload, createSpeaker(release.payload, 'en'))
    assert.deepEqual(
      read.mayBeOne.map((pair) => [...pair].sort()),
      [['lecture-XQO', 'lecture-xqo-national-society']],
    )
    const words = JSON.stringify(progressDocument(release, 'en').blocks)
    assert.match(words, /3 or 4 events took place/)
    assert.match(words, /\d+ or \d+ persons came/)
    assert.match(words, /May be one and the same as/)
    const shown = (await implementationHeld({ db, seen: db }).showImplementation(plan))!
    assert.deepEqual(
      shown.mayBeOneEvent.map((pair) => [...pair].sort()),
      [['lecture-XQO', 'lecture-xqo-national-society']],
    )
  }, 'exercise'))
