import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownOn } from '../../src/facts/datum.ts'
import { checkFact, recordFact } from '../../src/facts/enter-fact.ts'
import { checkFacts } from '../../src/facts/import.ts'
import { listDatums, listEnteredDatums } from '../../src/facts/store.ts'
import { fieldsOfFact, fileOfFact, formIdPrefix, typedOfDatum } from '../../src/facts/typed-fact.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, kinds } from './world.ts'

const options = { kinds, today: '2025-12-31' }
const fact = (more: Record<string, string> = {}) => ({
  id: 'entered-1',
  actor: 'XAA',
  kind: 'retained-mines',
  date: '2024',
  known_from: '',
  'source.title': 'Letter of the authority',
  'source.date': '2025-04-21',
  locator: 'p. 9',
  quotation: 'About 1,100 mines are retained.',
  language: 'en',
  'body.mines': ' ~1100 ',
  note: '',
  ...more,
})

describe('a fact from a form', () => {
  it('is recorded as from a file, and marked as entered here', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      assert.deepEqual(await recordFact(db, fact(), options), [])
      const [datum] = await listDatums(db)
      assert.deepEqual(datum?.body, { mines: 1100, minesComparator: '~' })
      assert.deepEqual(
        [datum?.entered, datum?.heldEdtf, datum?.knownFrom, datum?.source?.title, datum?.locator],
        [true, '2024', '2025-04-21', 'Letter of the authority', 'p. 9'],
      )
      // Sent twice it is one fact.
      assert.deepEqual(await recordFact(db, fact(), options), [])
      assert.equal(await count(db, 'datum'), 1)
      assert.deepEqual(
        (await listEnteredDatums(db, { prefix: formIdPrefix, kinds: ['retained-mines'], limit: 10 })).map(
          (one) => one.externalId,
        ),
        ['entered-1'],
      )
    }))

  it('with mistakes has them named by field, and nothing is stored', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const wrong = fact({
        date: 'last year',
        'source.title': '',
        'source.address': 'example.org',
        'body.mines': '-5',
        language: '?',
      })
      for (const tried of [await checkFact(db, wrong, options), await recordFact(db, wrong, options)])
        assert.deepEqual(tried.map((issue) => issue.field).sort(), [
          'body.mines',
          'date',
          'language',
          'source.address',
          'source.title',
        ])
      assert.deepEqual(
        (await checkFact(db, fact({ 'body.mines': '' }), options)).map((issue) => issue.field),
        ['body.mines'],
      )
      for (const table of ['datum', 'source', 'event']) assert.equal(await count(db, table), 0, table)
    }))

  it('is superseded or taken away with a reason, once', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await recordFact(db, fact(), options)
      const better = fact({ id: 'entered-2', supersedes: 'entered-1', 'body.mines': '1108' })
      assert.deepEqual(
        (await recordFact(db, better, options)).map((issue) => issue.field),
        ['note'],
      )
      assert.deepEqual(await recordFact(db, { ...better, note: 'The letter was misread.' }, options), [])
      const [known] = knownOn(await listDatums(db), '2025-12-31')
      assert.deepEqual(known?.body, { mines: 1108, note: 'The letter was misread.' })
      const late = { ...better, id: 'entered-3', note: 'Again.' }
      assert.deepEqual(
        (await checkFact(db, late, options)).map((issue) => issue.field),
        ['id'],
      )
      const away = {
        id: 'entered-4',
        actor: 'XAA',
        kind: 'retained-mines',
        retracts: 'entered-2',
        known_from: '2025-12-31',
        'source.title': 'The authority',
        note: 'It was another State.',
      }
      assert.deepEqual(await recordFact(db, away, options), [])
      assert.deepEqual(knownOn(await listDatums(db), '2025-12-31'), [])
    }))

  it('stored is typed again as it was, to be corrected', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await recordFact(db, fact({ note: 'A remark.' }), options)
      const { id, known_from, note, ...same } = fact()
      const [datum] = await listDatums(db)
      assert.deepEqual(typedOfDatum(datum!, kinds), { ...same, 'body.mines': '~1100' })
      const paid = {
        id: 'entered-2',
        actor: 'XAB',
        kind: 'payment',
        'source.title': 'The treasury',
        known_from: '2025-06-01',
        'body.amount': '12.5',
        'body.paidOn': '2025-05-01',
      }
      assert.deepEqual(await recordFact(db, paid, options), [])
      const [payment] = await listDatums(db, { actor: 'XAB' })
      assert.equal(payment?.heldFrom, '2025-05-01')
      const { id: _, known_from: __, ...rest } = paid
      assert.deepEqual(typedOfDatum(payment!, kinds), rest)
      assert.ok(fieldsOfFact(kinds.payment!).includes('body.paidOn'))
    }))

  it('is a file that can be checked elsewhere', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      assert.equal((await checkFacts(db, fileOfFact(fact()), options)).recorded, 1)
      assert.equal(await count(db, 'datum'), 0)
    }))
})
