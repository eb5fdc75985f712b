// What a table of others takes to import: a made-up one of 60,000 rows of which 6,000 are facts, and one of 2,000 roll calls
// with 380,000 votes beside it. Beside each, in the same store and run, COPY of the very rows it stored, from a file into a
// table of the same form with its indexes: the quickest there is, which checks nothing, names nobody and leaves no trail; and
// COPY of the rows the table came with, as lines of text, since reading those is most of the work.
// On a server of DATABASE_URL that needs a superuser on this machine. Some minute.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Db, json, type Store } from '../src/db/store.ts'
import type { InputFile } from '../src/facts/datum-file.ts'
import { importTable, previewTable } from '../src/mappings/import.ts'
import { type MappingHeld, readMapping } from '../src/mappings/mappings.ts'
import type { Handed } from '../src/mappings/table.ts'
import { readShippedKinds } from '../src/reports/shipped.ts'
import { shown, type Times, timed } from './timing.ts'
import { inNewStore } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-tables-'))
const kinds = readShippedKinds()
const states = 190
/** Names are told apart by their letters. */
const letters = (place: number) =>
  String.fromCharCode(97 + Math.floor(place / 26)) + String.fromCharCode(97 + (place % 26))
const nameOf = (state: number) => `State of ${letters(state)}`

const mappingOf = (mapping: object): MappingHeld => {
  const path = join(folder, 'mapping.yaml')
  writeFileSync(
    path,
    JSON.stringify({ title: 'Bench', reach: 'Made up.', reads: { format: 'csv' }, ...mapping }),
  )
  return readMapping(path, kinds)
}
const source = { title: 'Made up for the benchmark', date: '2020', licence: 'none' }
const fileOf = (name: string, lines: string[]): InputFile => ({
  name,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
})

const personnel = mappingOf({
  id: 'personnel',
  source,
  values: { state: { from: 'State', as: 'actor' } },
  leaveOut: [{ where: { Total: 0 }, reason: 'Nobody' }],
  facts: [
    {
      kind: 'mission-personnel',
      id: 'p-{Year}-{state}-{Mission}',
      actor: { from: 'state' },
      date: '{Year}',
      fields: {
        mission: '{Mission}',
        year: { from: 'Year', as: 'integer' },
        persons: { from: 'Total', as: 'number' },
        measure: 'mean of the months',
      },
    },
  ],
})
const personnelFile = fileOf('personnel.csv', [
  'Year,State,Mission,Total',
  ...Array.from({ length: 60_000 }, (_, i) => {
    const [state, rest] = [i % states, Math.floor(i / states)]
    return `${2000 + (rest % 12)},${nameOf(state)},M${Math.floor(rest / 12)},${i % 10 === 0 ? 1 + (i % 90) : 0}`
  }),
])

const calls = 2000
const rollCalls = mappingOf({
  id: 'roll-calls',
  source,
  tables: {
    votes: { title: 'votes', reads: { format: 'csv' }, key: { from: 'call', as: 'integer' }, of: '{Call}' },
  },
  facts: [
    {
      kind: 'roll-call',
      id: 'r-{Call}',
      actor: 'X1',
      date: '2019',
      fields: {
        symbol: 'A/RES/1/{Call}',
        session: 1,
        ...Object.fromEntries(
          ['yes', 'no', 'abstain'].map((vote) => [vote, { gather: 'votes', count: true, where: { vote } }]),
        ),
        votedYes: { gather: 'votes', from: 'State', as: 'actors', where: { vote: 'yes' } },
        votedNo: { gather: 'votes', from: 'State', as: 'actors', where: { vote: 'no' } },
        abstained: { gather: 'votes', from: 'State', as: 'actors', where: { vote: 'abstain' } },
      },
    },
  ],
})
const casts = ['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'abstain']
const callsFile = fileOf('calls.csv', ['Call', ...Array.from({ length: calls }, (_, i) => String(i + 1))])
const votesFile = fileOf('votes.csv', [
  'call,State,vote',
  ...Array.from({ length: calls * states }, (_, i) => {
    const call = i % calls
    const state = Math.floor(i / calls)
    return `${call + 1}.0,${nameOf(state)},${casts[(call * 7 + state) % casts.length]}`
  }),
])

const addStates = (db: Db) => {
  const all = Array.from({ length: states }, (_, i) => ({ id: `X${i + 1}`, name: nameOf(i) }))
  return sql`
    insert into actor (actor_id, kind, names)
    select id, 'state', jsonb_build_object('en', jsonb_build_object('short', name))
      from jsonb_to_recordset(${json(all)}::jsonb) as a (id text, name text)`.execute(db)
}

/** COPY of what is stored into a table of the same form; the file it reads is written first and not timed. */
const copied = async (db: Db, store: Store, name: string) => {
  // The embedded store sees its own folder alone.
  const path = store.kind === 'server' ? join(folder, `${name}.copy`) : `/pglite/data/${name}.copy`
  const quoted = sql.lit(path)
  await sql`copy datum to ${quoted}`.execute(db)
  await sql`create table ${sql.table(`copy_${name}`)} (like datum including all)`.execute(db)
  return timed(() => sql`copy ${sql.table(`copy_${name}`)} from ${quoted}`.execute(db), {
    runs: 3,
    before: () => sql`truncate ${sql.table(`copy_${name}`)}`.execute(db),
  })
}

/** COPY of the rows as they came into a table of lines without an index, which tells no cell from another. */
const copiedLines = async (db: Db, store: Store, { file, beside }: Handed) => {
  const path = store.kind === 'server' ? join(folder, 'lines.copy') : '/pglite/data/lines.copy'
  const quoted = sql.lit(path)
  const text = [file, ...beside.values()].map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('')
  await sql`create table line as select unnest(string_to_array(${text}, chr(10))) as line`.execute(db)
  await sql`copy line to ${quoted}`.execute(db)
  return timed(() => sql`copy line from ${quoted}`.execute(db), {
    runs: 3,
    before: () => sql`truncate line`.execute(db),
  })
}

const measure = async (name: string, held: MappingHeld, handed: Handed, rows: number): Promise<void> => {
  await inNewStore(async (db, store) => {
    await addStates(db)
    const options = { kinds, marks: false, today: '2026-01-01' }
    const preview = await timed(() => previewTable(db, held, handed, options), { runs: 3 })
    let facts = 0
    const first = await timed(
      async () => {
        const summary = await importTable(db, held, handed, options)
        facts = summary.facts.new
        if (facts === 0 || summary.names.length > 0) throw new Error(JSON.stringify(summary.leftOut))
      },
      { runs: 1 },
    )
    const again = await timed(() => importTable(db, held, handed, options), { runs: 3 })
    const copy = await copied(db, store, name)
    const lines = await copiedLines(db, store, handed)
    const ratio = (part: 'wallMs' | 'cpuMs', of: Times): string => (first[part] / of[part]).toFixed(1)
    console.log(
      `${name}, ${store.kind} store: ${rows} rows become ${facts} facts in ${shown(first)}, ${Math.round((rows * 1000) / first.wallMs)} rows a second; ` +
        `preview ${shown(preview)}; the same file again, which changes nothing, ${shown(again)}; ` +
        `COPY of the same ${facts} facts ${shown(copy)}: ratio ${ratio('wallMs', copy)} (CPU ${ratio('cpuMs', copy)}); ` +
        `COPY of the same ${rows} rows as lines ${shown(lines)}: ratio ${ratio('wallMs', lines)} (CPU ${ratio('cpuMs', lines)}); ` +
        `memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    )
  })
}

try {
  await measure('personnel', personnel, { file: personnelFile, beside: new Map() }, 60_000)
  const beside = new Map([['votes', votesFile]])
  await measure('votes', rollCalls, { file: callsFile, beside }, calls * (states + 1))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
