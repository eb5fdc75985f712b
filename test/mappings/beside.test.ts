// A table that is handed in beside the file: read with it, and every row of it counted.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { listDatums } from '../../src/facts/store.ts'
import { importTable, previewTable } from '../../src/mappings/import.ts'
import { issuesOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { addStates, fleetMapping, handed, heldMapping, options } from './world.ts'

describe('a table beside the file', () => {
  const votes = {
    ...fleetMapping,
    values: { ...fleetMapping.values, day: '{Year}' },
    actors: { spellings: 'names.csv', over: 'day' },
    tables: {
      votes: {
        title: 'who lent',
        reads: { format: 'csv' },
        key: { from: 'fleet', as: 'integer' },
        of: '{Number}',
      },
    },
    leaveOut: [],
    facts: [
      {
        kind: 'ships-lent',
        id: 'ship-{Number}',
        actor: 'XAA',
        date: '{Year}',
        fields: {
          fleet: { from: 'Number' },
          ships: 1,
          lenders: { gather: 'votes', from: 'State', as: 'actors', where: { vote: 'yes' } },
          voters: { gather: 'votes', count: true, where: { vote: { not: ['none'] } } },
        },
      },
    ],
  }
  const names =
    'name,actor,from,until,why\nBelmora,old-belmora,,2028,a kingdom until 2028\nBelmora,XAB,2029,,a republic since\nDuchy,,,,no actor of its own is held\n'
  const fleets = 'Number,Year,State\n1,2028,Averland\n2,2029,Averland\n'
  const cast =
    'fleet,State,vote\n1.0,Belmora,yes\n2.0,Belmora,yes\n1.0,Averland,no\n1.0,Duchy,yes\n3.0,Averland,yes\n2.0,Averland,none\n'

  it('is gathered row by row, each name at its time, and every row of it is counted', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(votes, { 'names.csv': names })
      const summary = await importTable(db, held, handed(fleets, { votes: gzipSync(cast) }), options)
      const facts = await listDatums(db, { kind: 'ships-lent' })
      assert.deepEqual(
        facts.map(({ body }) => [body.fleet, body.lenders, body.voters]),
        [
          ['1', ['old-belmora'], 3],
          ['2', ['XAB'], 1],
        ],
      )
      const [beside] = summary.beside
      assert.deepEqual([beside?.read, beside?.used], [6, 3])
      assert.deepEqual(
        beside?.leftOut.map(({ reason, examples }) => [reason, examples]),
        [
          ['no actor of its own is held: Duchy', [5]],
          ['Belongs to no row of the file that is taken', [6]],
          ['Nothing gathers a row that says vote: none', [7]],
        ],
      )
      assert.deepEqual(
        summary.names.map(({ name, rows, why }) => [name, rows, why]),
        [['Duchy', 1, 'no actor of its own is held']],
      )
    }))

  it('of which every row is needed refuses words that nothing counts, and a row that has none in it', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const counted = {
        ...votes,
        tables: { votes: { ...votes.tables.votes, needed: true } },
        facts: [
          {
            ...votes.facts[0]!,
            fields: {
              ...votes.facts[0]!.fields,
              voters: { gather: 'votes', count: true, where: { vote: 'no' } },
            },
          },
        ],
      }
      const held = heldMapping(counted, { 'names.csv': names })
      const seen = async (text: string) =>
        issuesOf(importTable(db, held, handed(fleets, { votes: text }), options))
      const otherwise = await seen('fleet,State,vote\n1,Belmora,Yes\n1,Averland,Yes\n2,Averland,no\n')
      assert.equal(otherwise.length, 1)
      assert.match(otherwise[0]!, /votes\.csv.*line 2.*vote: Yes/)
      const cut = await seen('fleet,State,vote\n1,Belmora,yes\n')
      assert.equal(cut.length, 1)
      assert.match(cut[0]!, /ships\.csv.*line 3.*No row of votes\.csv belongs to this one/)
      assert.deepEqual(await listDatums(db, { kind: 'ships-lent' }), [])
      const whole = handed(fleets, { votes: 'fleet,State,vote\n1,Belmora,yes\n2,Averland,no\n' })
      assert.equal((await importTable(db, held, whole, options)).facts.new, 2)
    }))

  it('that is missing is asked for by its name', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(votes, { 'names.csv': names })
      await assert.rejects(previewTable(db, held, handed(fleets), options), /--with votes=FILE/)
    }))

  it('with a key it cannot read refuses the whole', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(votes, { 'names.csv': names })
      const issues = await issuesOf(
        importTable(db, held, handed(fleets, { votes: `${cast}one,Averland,yes\n` }), options),
      )
      assert.match(issues[0]!, /votes\.csv.*line 8.*Not a whole number.*one/)
    }))

  it('looked up by a key that two rows share is refused', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const looked = {
        ...votes,
        facts: [{ ...votes.facts[0]!, fields: { fleet: '{votes.vote}', ships: 1 } }],
      }
      const held = heldMapping(looked, { 'names.csv': names })
      const [issue] = await issuesOf(previewTable(db, held, handed(fleets, { votes: cast }), options))
      assert.match(issue!, /Several rows of "votes"/)
    }))
})
