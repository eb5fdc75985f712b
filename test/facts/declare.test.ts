// An owner declares its own records of a period complete, and takes it back.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { listCoverage, listStatedOf } from '../../src/facts/coverage-store.ts'
import {
  type Declaration,
  declareRecords,
  readDeclaration,
  type TypedDeclaration,
} from '../../src/facts/declare.ts'
import { isDay } from '../../src/facts/edtf.ts'
import { inTestWorld } from '../world.ts'
import { addActors } from './world.ts'

const given = {
  offered: [
    { register: 'outreach', from: '2020-01-01' },
    { register: 'payment', from: '2012-01-01' },
  ],
  today: '2026-11-22',
}
const typed = (more: Partial<TypedDeclaration> = {}): TypedDeclaration => ({
  ...{ actor: 'XAA', kinds: ['outreach'], state: 'complete', year: '2025', from: '', to: '' },
  ...{ office: 'Legal Department', knownFrom: '', note: '', ...more },
})
const wrong = (more: Partial<TypedDeclaration>): string[] =>
  readDeclaration(typed(more), given).issues.map(({ field, message }) => `${field}: ${message}`)
const spanOf = (more: Partial<TypedDeclaration>): string[] => {
  const { from, until } = readDeclaration(typed(more), given).declaration
  return [from, until]
}

describe('a declaration', () => {
  it('is of a year, of the one that runs as far as today or the day it was said, or of days', () => {
    assert.deepEqual(spanOf({}), ['2025-01-01', '2026-01-01'])
    assert.deepEqual(spanOf({ year: '2026' }), ['2026-01-01', '2026-11-23'])
    assert.deepEqual(spanOf({ year: '2026', knownFrom: '2026-06-30' }), ['2026-01-01', '2026-07-01'])
    assert.deepEqual(spanOf({ year: '', from: '2026-02-01', to: '2026-03-31' }), ['2026-02-01', '2026-04-01'])
    assert.deepEqual(wrong({}), [])
  })

  it('says everything that is wrong with it, by field', () => {
    const cases: [Partial<TypedDeclaration>, string[]][] = [
      [{ kinds: [] }, ['kinds: No records are chosen']],
      [{ kinds: ['recorded-vote'] }, ['kinds: Not records to be declared']],
      [{ state: 'perhaps' }, ['state: Not one of the values']],
      [{ office: ' ' }, ['office: Missing']],
      [{ year: '' }, ['year: Neither a year nor a first and a last day']],
      [{ year: '2019' }, ['year: Before the promises began']],
      [{ year: '2012', kinds: ['outreach', 'payment'] }, []],
      [{ year: '', from: '1000-01-01', to: '2026-01-31' }, ['from: Before the promises began']],
      [{ year: '2027' }, ['year: Nobody can say anything of days to come']],
      [{ from: '2025-01-01' }, ['year: A year and days: only one of them', 'to: Not a day']],
      [{ year: '', from: '2026-03-01', to: '2026-02-01' }, ['to: It ends before it begins']],
      [{ year: '', from: '2026-03-01', to: '2026-12-31' }, ['to: Nobody can say anything of days to come']],
      [
        { year: '', from: '2026-03-01', to: '2026-10-31', knownFrom: '2026-09-01' },
        ['to: Declared before the period was over'],
      ],
      [{ knownFrom: '2026-12-01' }, ['knownFrom: Nothing is known from a day to come']],
    ]
    for (const [more, expected] of cases) assert.deepEqual(wrong(more), expected)
  })

  it('never reaches beyond today, nor beyond the day it was said, whatever is typed', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '2025',
        '2026',
        '2027',
        '2025-02-29',
        '2026-01-01',
        '2026-11-22',
        '2026-11-23',
        'x',
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(text, text, text, text, (year, from, to, knownFrom) => {
        const { declaration, issues } = readDeclaration(typed({ year, from, to, knownFrom }), given)
        if (issues.length > 0) return
        assert.ok(isDay(declaration.from) && isDay(declaration.until))
        assert.ok(declaration.from < declaration.until)
        assert.ok(declaration.until <= '2026-11-23' && declaration.knownFrom <= given.today)
        assert.ok(declaration.until <= '2026-11-23' && declaration.from <= declaration.knownFrom)
      }),
    )
  })
})

const declared = (more: Partial<Declaration> = {}): Declaration => ({
  ...{ actor: 'XAA', registers: ['outreach', 'payment'], state: 'complete' },
  ...{ from: '2025-01-01', until: '2026-01-01', statedBy: 'Legal Department' },
  ...{ knownFrom: '2026-02-01', note: null, ...more },
})
const as = { agent: 'person:one', entered: false }

describe('declaring records', () => {
  it('is one statement for each kind, of this owner alone, once, and in the trail', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      assert.deepEqual(await declareRecords(db, declared(), as), { recorded: 2, issues: [] })
      assert.deepEqual(await declareRecords(db, declared(), as), { recorded: 0, issues: [] })
      assert.deepEqual(
        (await listCoverage(db)).map(({ register, actor, level, entered }) => [
          register,
          actor,
          level,
          entered,
        ]),
        [
          ['outreach', 'XAA', 'complete', false],
          ['payment', 'XAA', 'complete', false],
        ],
      )
      const { rows } = await sql<{ agent: string; changes: unknown; things: number }>`
        select agent, detail -> 'changes' as changes, (select count(*)::int from event_thing t where t.seq = e.seq) as things
          from event e where action = 'coverage-stated'`.execute(db)
      assert.deepEqual(rows, [
        {
          agent: 'person:one',
          changes: [
            { kind: 'outreach', actor: 'XAA', heldFrom: '2025-01-01' },
            { kind: 'payment', actor: 'XAA', heldFrom: '2025-01-01' },
          ],
          things: 2,
        },
      ])
    }))

  it('that was made at the desk is recorded when it is received; what was received is not declared at the desk again', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const atDesk = { agent: 'desk', entered: true }
      const held = async () => (await listCoverage(db, 'outreach')).map(({ entered }) => entered).sort()
      const one = declared({ registers: ['outreach'] })
      assert.equal((await declareRecords(db, one, atDesk)).recorded, 1)
      assert.equal((await declareRecords(db, one, atDesk)).recorded, 0)
      assert.equal((await declareRecords(db, one, as)).recorded, 1)
      assert.deepEqual(await held(), [false, true])
      assert.equal((await declareRecords(db, one, as)).recorded, 0)
      assert.equal((await declareRecords(db, one, atDesk)).recorded, 0)
      const received = declared({ registers: ['payment'] })
      await declareRecords(db, received, as)
      assert.equal((await declareRecords(db, received, atDesk)).recorded, 0)
    }))

  it('is taken back by a later word, also of the same day, after which only a later day says otherwise', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await declareRecords(db, declared(), as)
      const back = declared({ registers: ['outreach'], state: 'not complete' })
      assert.equal((await declareRecords(db, back, as)).recorded, 1)
      const again = await declareRecords(db, declared({ until: '2025-06-01' }), as)
      assert.deepEqual(again, {
        recorded: 0,
        issues: [
          {
            field: 'knownFrom',
            message: 'Said not to be complete on the same day',
            found: '2026-02-01',
          },
        ],
      })
      const later = declared({ knownFrom: '2026-02-02' })
      assert.equal((await declareRecords(db, later, as)).recorded, 2)
      assert.deepEqual(
        (await listStatedOf(db, 'XAA')).map(({ knownFrom, level }) => `${knownFrom} ${level}`).sort(),
        [
          ...['2026-02-01 complete', '2026-02-01 complete', '2026-02-01 partial'],
          ...['2026-02-02 complete', '2026-02-02 complete'],
        ],
      )
      assert.deepEqual(await listStatedOf(db, 'XAB'), [])
    }))
})
