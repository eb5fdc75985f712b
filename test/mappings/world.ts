// A made-up table of ships that States lend, with everything a real one brings along: an index column, zeros, unknown words,
// names over time. For the tests of mappings.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import type { InputFile } from '../../src/facts/datum-file.ts'
import type { Kinds } from '../../src/facts/kind.ts'
import type { TableOptions } from '../../src/mappings/import.ts'
import { type MappingHeld, readMapping } from '../../src/mappings/mappings.ts'
import type { Handed } from '../../src/mappings/table.ts'

export const kinds: Kinds = {
  'ships-lent': {
    title: 'Ships lent',
    time: 'event',
    fields: {
      fleet: { type: 'text', required: true },
      ships: { type: 'number', required: true, unit: 'ships' },
      flag: { type: 'text', oneOf: ['red', 'blue'] },
      crew: { type: 'text' },
      partner: { type: 'text', ref: ['actor'] },
      lenders: { type: 'list', of: 'text', ref: ['actor'] },
      voters: { type: 'integer' },
      seen: { type: 'date' },
    },
  },
}

/** The mapping of the tests; each changes what it is about. */
export const fleetMapping = {
  id: 'fleet',
  title: 'Ships that States lend to fleets',
  source: { title: 'Almanac of the Fictional League', date: '2030-05', licence: 'made up for tests' },
  reach: 'The years 2028 and 2029.',
  reads: { format: 'csv' },
  values: { state: { from: 'State', as: 'actor' } },
  words: { flag: { R: 'red', B: 'blue' } },
  leaveOut: [{ where: { Ships: 0 }, reason: 'No ship' }],
  facts: [
    {
      kind: 'ships-lent',
      id: 'ship-{Year}-{state}-{Fleet}',
      actor: { from: 'state' },
      date: '{Year}',
      fields: {
        fleet: { from: 'Fleet' },
        ships: { from: 'Ships', as: 'number', thousands: ',' },
        flag: { from: 'Flag', words: 'flag' },
      },
    },
  ],
}

/** The table as it first came: a zero, a thousand with its sign, an actor that is not held. */
export const ships = `"","Year","State","Fleet","Ships","Flag"
"1",2028,"Averland","North","1,200",R
"2",2028,"Belmora","North",0,B
"3",2029,"Belmora","South",2.5,B
"4",2029,"Cartagel","South",7,B
`

const folder = mkdtempSync(join(tmpdir(), 'pacta-mappings-'))
let written = 0

/** Writes a mapping, and files beside it, and reads it back. JSON is YAML. */
export const heldMapping = (mapping: object, files: Record<string, string> = {}): MappingHeld => {
  written += 1
  const own = join(folder, String(written))
  writeFileSync(`${own}.yaml`, JSON.stringify(mapping, null, 1))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return readMapping(`${own}.yaml`, kinds)
}

export const tableOf = (text: string | Uint8Array, name = 'ships.csv'): InputFile => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
})

export const handed = (
  text: string | Uint8Array,
  beside: Record<string, string | Uint8Array> = {},
): Handed => ({
  file: tableOf(text),
  beside: new Map(Object.entries(beside).map(([name, own]) => [name, tableOf(own, `${name}.csv`)])),
})

export const options: TableOptions = { kinds, today: '2031-01-01', marks: false }

export const addStates = (db: Db): Promise<unknown> =>
  sql`insert into actor (actor_id, kind, names, iso2, m49)
      values ('XAA', 'state', '{"en": {"short": "Averland"}}', 'XA', '901'),
             ('XAB', 'state', '{"en": {"short": "Belmora"}}', 'XB', '902'),
             ('old-belmora', 'area', '{"en": {"short": "Kingdom of Belmora"}}', null, null)`.execute(db)
