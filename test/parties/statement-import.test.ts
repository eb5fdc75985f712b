// Statements into the register: once, and again by a later page that adds, corrects and no longer has some.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { findStatementsRead, listStatements } from '../../src/parties/statement-store.ts'
import { importStatusPage } from '../../src/parties/status-import.ts'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { inTestWorld } from '../world.ts'
import { fictionalReference, fictionalState, type PageParts } from './page.ts'
import { declarations, kitesHtml, notes, objections, territories, underArticle } from './statements-page.ts'

const reference = {
  ...fictionalReference(),
  states: fictionalReference().states.map((state) =>
    state.id === 'XBX' ? fictionalState('XBX', 'Belmora', ['Belmora (Islands of)']) : state,
  ),
}
const take = async (db: Db, parts: Partial<PageParts> = {}) => {
  const page = readStatusPage(kitesHtml(parts), 'kites.html', reference)
  const saved = await importStatusPage(db, page, 'kites.html', 'test')
  return { treaty: page.treaty.id, ...saved.statements! }
}
const counts = ({ recorded, unchanged, superseded, gone, notShown }: Awaited<ReturnType<typeof take>>) => [
  ...[recorded, unchanged, superseded, gone.length, notShown.length],
]
const later = { asOf: '03-03-2026 10:16:18 EDT' }
const inWorld = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await saveActors(db, reference.states)
    await work(db)
  })
const words = async (db: Db, treaty: string, actor: string) =>
  (await listStatements(db, { treaty })).filter(({ actorId }) => actorId === actor).map((one) => one.words)

describe('statements below a status page in the register', () => {
  test('come in with their place and words, those of nobody known are named; again changes nothing', () =>
    inWorld(async (db) => {
      const first = await take(db)
      assert.deepEqual(counts(first), [13, 0, 0, 0, 0])
      assert.deepEqual(first.unknownNames, ['Nowhereland'])
      const held = await listStatements(db, { treaty: first.treaty })
      assert.equal(held.length, 13)
      const arvonia = held.find(({ body }) => body.heading === 'Reservation made upon ratification:')!
      assert.deepEqual(
        [arvonia.actorName, arvonia.words, arvonia.language, arvonia.sourceDate, arvonia.knownFrom],
        ['Arvonia', 'Arvonia is not bound by article 4.', 'en', '2026-02-03', '2026-02-03'],
      )
      assert.match(arvonia.locator!, /^line \d+$/)
      assert.deepEqual(counts(await take(db)), [0, 13, 0, 0, 0])
      assert.equal((await listStatements(db, { treaty: first.treaty })).length, 13)
    }))

  test('are read by who made them, and by whom an objection is against', () =>
    inWorld(async (db) => {
      await take(db)
      const own = await listStatements(db, { actor: 'XBX' })
      assert.deepEqual(
        own.map(({ body }) => body.what),
        ['reservation', 'unclear', 'withdrawal-of-statement'],
      )
      const against = await listStatements(db, { against: 'XBX' })
      assert.deepEqual(
        against.map(({ actorId, body }) => [actorId, body.madeOn]),
        [['XFX', '2011-06-28']],
      )
      assert.deepEqual(await listStatements(db, { actor: 'XBX', knownOn: '2026-02-02' }), [])
    }))

  test('a later page corrects what changed, adds, takes out what it no longer has, and tells it', () =>
    inWorld(async (db) => {
      const { treaty } = await take(db)
      const changed = declarations
        .replace('Belmora flies by night.', 'Belmora flies by night alone.')
        .replace('Dorvalia understands kites to be birds.', '')
        .replace(
          'It has no others."',
          'It has no others."<p align=left><i>Understanding:<br></i></p>It is a kite.',
        )
      const sections = [changed, objections, underArticle, territories].join('\n')
      const saved = await take(db, { ...later, sections })
      assert.deepEqual(counts(saved), [2, 11, 1, 1, 0])
      assert.match(saved.gone[0]!, /^XDX, unclear/)
      assert.deepEqual(await words(db, treaty, 'XDX'), [])
      assert.ok((await words(db, treaty, 'XBX')).includes('Belmora flies by night alone.'))
      assert.ok(!(await words(db, treaty, 'XBX')).includes('Belmora flies by night.'))
      const before = await listStatements(db, { treaty, knownOn: '2026-02-28' })
      assert.ok(before.some((one) => one.words === 'Belmora flies by night.'))
      assert.deepEqual(counts(await take(db, { ...later, sections })), [0, 13, 0, 0, 0])
      // It comes back with a still later page.
      const back = await take(db, { asOf: '03-04-2026 10:16:18 EDT' })
      assert.deepEqual([back.recorded, back.superseded, back.gone.length], [2, 1, 1])
    }))

  test('a section the later page lacks, or the whole part, leaves what is held as it is', () =>
    inWorld(async (db) => {
      const { treaty } = await take(db)
      const saved = await take(db, { ...later, sections: declarations })
      assert.deepEqual(counts(saved), [0, 7, 0, 0, 6])
      assert.equal((await listStatements(db, { treaty })).length, 13)
      const page = readStatusPage(
        kitesHtml({ asOf: '03-04-2026 10:16:18 EDT', sections: '', notes }),
        'kites.html',
        reference,
      )
      assert.equal((await importStatusPage(db, page, 'kites.html', 'test')).statements, null)
      assert.equal((await listStatements(db, { treaty })).length, 13)
      assert.deepEqual(
        [(await findStatementsRead(db, treaty))?.firstAsOf, (await findStatementsRead(db, treaty))?.asOf],
        ['2026-02-03', '2026-03-03'],
      )
    }))

  test('a page without that part says nothing of whether there are any', () =>
    inWorld(async (db) => {
      const page = readStatusPage(kitesHtml({ sections: '', notes: {} }), 'kites.html', reference)
      await importStatusPage(db, page, 'kites.html', 'test')
      assert.equal(await findStatementsRead(db, page.treaty.id), undefined)
    }))
})
