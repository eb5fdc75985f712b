// What a mapping may say, how files are read by it, and that those that ship are whole.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Reads } from '../../src/mappings/form.ts'
import { findMapping, shippedMappings } from '../../src/mappings/mappings.ts'
import { namesIn } from '../../src/mappings/names.ts'
import { compileReading } from '../../src/mappings/read-value.ts'
import { eachRow } from '../../src/mappings/rows.ts'
import { shippedOthers, shippedStates } from '../../src/parties/actor.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { issuesOf } from '../facts/world.ts'
import { fleetMapping, heldMapping, tableOf } from './world.ts'

const rowsOf = (bytes: string | Uint8Array, reads: Reads): [number, string[]][] => {
  const rows: [number, string[]][] = []
  eachRow(tableOf(bytes), reads, {
    header: (columns) => rows.push([1, [...columns]]),
    row: (row, cells) => rows.push([row, [...cells]]),
  })
  return rows
}

const oneRow: [number, string[]][] = [
  [1, ['a', 'b']],
  [2, ['é', 'x y']],
]

describe('a file', () => {
  it('is read in its encoding, with lines ended by LF, CRLF or CR', () => {
    const macintosh = Uint8Array.from([...Buffer.from('a,b\r'), 0x8e, ...Buffer.from(',"x y"\r')])
    assert.deepEqual(rowsOf(macintosh, { format: 'csv', encoding: 'macintosh' }), oneRow)
    const western = Uint8Array.from([...Buffer.from('a;b\r\n'), 0xe9, ...Buffer.from(';x y\r\n')])
    assert.deepEqual(rowsOf(western, { format: 'csv', encoding: 'windows-1252', separator: ';' }), oneRow)
    assert.deepEqual(rowsOf('a\tb\né\tx y\n', { format: 'tsv' }), oneRow)
    assert.deepEqual(rowsOf(gzipSync('a,b\né,x y\n'), { format: 'csv' }), oneRow)
  })

  it('is JSON, perhaps a list under a key', () => {
    assert.deepEqual(rowsOf('[{"a":"é","b":"x y"}]', { format: 'json' }), oneRow)
    assert.deepEqual(rowsOf('{"rows":[{"a":"é","b":"x y"}]}', { format: 'json', list: 'rows' }), oneRow)
    assert.throws(() => rowsOf('{"rows":3}', { format: 'json', list: 'rows' }), /could not be read/)
  })

  it('keeps the numbers a spreadsheet gives its rows, empty ones passed over', () => {
    assert.deepEqual(
      rowsOf('a,b\n1,2\n\n3,4\n', { format: 'csv' }).map(([row]) => row),
      [1, 2, 4],
    )
  })

  it('that is not what its mapping says is refused by name', () => {
    const western = Uint8Array.from([...Buffer.from('a,b\n'), 0xe9, 0x2c, 0x31, 0x0a])
    assert.throws(() => rowsOf(western, { format: 'csv' }), /could not be read/)
    assert.throws(() => rowsOf('a,b\n1,2,3\n', { format: 'csv' }), /could not be read/)
    assert.throws(
      () => rowsOf(gzipSync('a,b\n1,2\n').subarray(0, 12), { format: 'csv' }),
      /could not be read/,
    )
  })
})

describe('a cell', () => {
  const names = namesIn([...shippedStates(), ...shippedOthers()], [])
  const read = (text: string, reading: Parameters<typeof compileReading>[0]) => {
    const said: string[] = []
    const value = compileReading(reading, { words: { flag: { R: 'red' } }, names })(text, () => '', {
      refuse: (message) => said.push(`refused: ${message}`),
      leaveOut: (reason) => said.push(`left out: ${reason}`),
      unnamed: (name) => said.push(`unnamed: ${name}`),
    })
    return [value, ...said]
  }

  it('is a number with its signs between thousands and before decimals', () => {
    assert.deepEqual(read('1 234,5', { as: 'number', thousands: ' ', decimal: ',' }), [1234.5])
    assert.deepEqual(read('3.0', { as: 'integer' }), [3])
    assert.deepEqual(read('3.5', { as: 'integer' }), [undefined, 'refused: Not a whole number'])
    assert.deepEqual(read('1e5', { as: 'number' }), [undefined, 'refused: Not a number'])
    assert.deepEqual(read('-1,234,567.25', { as: 'number', thousands: ',' }), [-1234567.25])
    assert.deepEqual(read('1\u00a0234', { as: 'integer', thousands: ' ' }), [1234])
    // A decimal comma where the comma was said to part thousands would become ten times the figure.
    for (const text of ['1,2', '2,5', '12,34,5', '0,123', '1 2', '1,2345'])
      assert.deepEqual(
        read(text, { as: 'number', thousands: ',' }),
        [undefined, 'refused: Not a number'],
        text,
      )
  })

  it('is a day in the order its table writes', () => {
    assert.deepEqual(read('3.12.2028', { as: 'date', order: 'dmy' }), ['2028-12-03'])
    assert.deepEqual(read('12/3/2028', { as: 'date', order: 'mdy' }), ['2028-12-03'])
    assert.deepEqual(read('2028', { as: 'date', order: 'dmy' }), ['2028'])
  })

  it('is an actor by name in any language, by code, or nobody, who is told', () => {
    for (const name of ['Mongolia', 'Монгол', 'MN', 'MNG', '496'])
      assert.deepEqual(read(name, { as: 'actor' }), ['MNG'])
    assert.deepEqual(read('Cartagel', { as: 'actor', otherwise: 'empty' }), [undefined, 'unnamed: Cartagel'])
    assert.deepEqual(read('Mongolia; Cartagel', { as: 'actors' }), [['MNG'], 'unnamed: Cartagel'])
  })

  it('is a word of a vocabulary; one it lacks is refused, left out, kept or dropped as the mapping says', () => {
    assert.deepEqual(read('R', { words: 'flag' }), ['red'])
    const lacking = (otherwise: 'refuse' | 'leave-out' | 'keep' | 'empty') =>
      read('G', { words: 'flag', otherwise })[0]
    assert.deepEqual(
      [lacking('refuse'), lacking('leave-out'), lacking('keep'), lacking('empty')],
      [undefined, undefined, 'G', undefined],
    )
    assert.match(String(read('G', { words: 'flag', otherwise: 'leave-out' })[1]), /left out: .*G/)
  })

  it('is rewritten before it is read', () => {
    const replace = [{ find: '^R/(\\d+)/(\\d+)$', with: 'A/RES/$1/$2' }]
    assert.deepEqual(read('R/52/9', { replace }), ['A/RES/52/9'])
  })

  it('with a name like one held is told with it', () => {
    assert.deepEqual(names.near('Mongolya')[0]?.id, 'MNG')
  })
})

describe('a mapping', () => {
  const wrong = async (changes: object) =>
    (await issuesOf(Promise.resolve().then(() => heldMapping({ ...fleetMapping, ...changes })))).join('\n')
  const fact = fleetMapping.facts[0]!

  it('that names what is not there is refused by line and path', async () => {
    assert.match(
      await wrong({ facts: [{ ...fact, kind: 'boats' }] }),
      /line \d+.*facts\[0\]\.kind.*No such kind/,
    )
    assert.match(
      await wrong({ facts: [{ ...fact, fields: { ...fact.fields, sails: { from: 'Sails' } } }] }),
      /fields\.sails.*has no field "sails"/,
    )
    assert.match(await wrong({ reads: { format: 'csv', encoding: 'klingon' } }), /No such encoding/)
    assert.match(await wrong({ values: { state: { from: 'State', words: 'colour' } } }), /No such vocabulary/)
    assert.match(
      await wrong({ values: { state: { from: 'State', replace: [{ find: '(', with: '' }] } } }),
      /Not a regular expression/,
    )
    assert.match(await wrong({ actors: { over: 'session' } }), /no value of this name/)
    assert.match(await wrong({ values: { state: 'x {votes.State}' } }), /There is no table "votes"/)
    assert.match(await wrong({ source: { title: 'x' } }), /licence/)
  })

  it('that ships can be read, and says its source, licence and reach', () => {
    const ids = shippedMappings()
    assert.ok(ids.length >= 6)
    for (const id of ids) {
      const { mapping } = findMapping(id, readShippedKinds())
      assert.equal(mapping.id, id)
      assert.ok(mapping.reach.length > 40 && mapping.source.licence !== '', id)
    }
  })

  it('that is not there is named with those that are', () => {
    assert.throws(() => findMapping('atlantis', readShippedKinds()), /un-roll-calls/)
  })
})
