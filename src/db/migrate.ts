// Brings all tables to the newest form, forward only, each migration in a transaction: migrations/*.sql in every world,
// migrations/people/*.sql in the schema of the people beside them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problem } from '../problem.ts'
import type { Engine, Lease } from './engine.ts'
import { chainOlderEvents } from './older-events.ts'
import { type Schema, schemas } from './room.ts'
import { isSqlError } from './sql-error.ts'

export type Migration = { number: number; name: string; sha256: string; sql: string }

const shippedFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The migrations of a folder, in order: files named 0001-words.sql, numbered without a gap. */
export const readMigrations = (folder: string = shippedFolder): Migration[] => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name, index) => {
    // A checkout on Windows may have other line ends; it is the same migration.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const number = Number(/^(\d{4})-.+\.sql$/.exec(name)?.[1])
    if (number !== index + 1) {
      throw new Error(`Migration ${name} should be number ${String(index + 1).padStart(4, '0')}`)
    }
    return { number, name, sha256: createHash('sha256').update(sql).digest('hex'), sql }
  })
}

/** What a migration has to do that SQL cannot, in the migration's transaction; by the words of its name. */
const inCode: Record<string, (lease: Lease, schema: Schema) => Promise<void>> = {
  'audit-chain.sql': chainOlderEvents,
}

type Applied = { number: number; name: string; sha256: string }

const undefinedTable = '42P01'

const refuseStrangers = (schema: Schema, migrations: readonly Migration[], applied: Applied[]) => {
  for (const { number, name, sha256 } of applied) {
    const known = migrations[number - 1]
    if (known === undefined) {
      const newest = migrations.at(-1)?.name ?? 'none'
      throw problem(
        'store-unavailable',
        `This store was set up by a newer Pacta: "${schema}" has the migration ${name}, and this version ` +
          `ends with ${newest}. Use the newer version.`,
      )
    }
    if (known.name !== name || known.sha256 !== sha256) {
      throw problem(
        'store-unavailable',
        `The migration ${known.name} is not the one this store was set up with (${name}). Migrations are never ` +
          'edited: restore the file and put the change into a new one.',
      )
    }
  }
}

const listApplied = async (lease: Lease): Promise<Applied[]> => {
  const { rows } = await lease.query(
    'select number, name, sha256 from migration where number > 0 order by number',
    [],
  )
  return rows as Applied[]
}

/** What is recorded, or nothing where the schema has no tables yet. */
const findApplied = async (lease: Lease): Promise<Applied[]> => {
  try {
    return await listApplied(lease)
  } catch (error) {
    if (isSqlError(error, undefinedTable)) return []
    throw error
  }
}

const prepareSchema = async (lease: Lease, schema: Schema) => {
  const prepare = `create schema if not exists ${schema};
    create table if not exists migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
    insert into migration (number, name, sha256) values (0, 'lock', '') on conflict do nothing;`
  for (let attempt = 1; ; attempt++) {
    try {
      return await lease.script(prepare)
    } catch (error) {
      // Two processes made it at once ("if not exists" does not cover that): the other one's is there now.
      const raced = isSqlError(error, '23505') || isSqlError(error, '42P06') || isSqlError(error, '42P07')
      if (!raced || attempt === 5) throw error
    }
  }
}

/** Applies the first missing migration; false when none is missing. Row 0 is the lock between processes. */
const applyNext = async (
  lease: Lease,
  schema: Schema,
  migrations: readonly Migration[],
  progress: (text: string) => void,
) => {
  await lease.script('begin')
  try {
    await lease.query('select number from migration where number = 0 for update', [])
    const applied = await listApplied(lease)
    refuseStrangers(schema, migrations, applied)
    const next = migrations[applied.length]
    if (next !== undefined) {
      progress(`Migrating "${schema}": ${next.name}`)
      await lease.script(next.sql)
      await inCode[next.name.slice(5)]?.(lease, schema)
      await lease.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
        String(next.number),
        next.name,
        next.sha256,
      ])
    }
    await lease.script('commit')
    return next !== undefined
  } catch (error) {
    await lease.script('rollback').catch(() => {})
    throw error
  }
}

/** The migrations of the worlds, and those of the people beside them. */
export type Migrations = { worlds: readonly Migration[]; people: readonly Migration[] }

/** Those that ship. */
export const shippedMigrations = (): Migrations => ({
  worlds: readMigrations(),
  people: readMigrations(join(shippedFolder, 'people')),
})

/**
 * Brings both worlds, and the people beside them, up to date. Refuses (`store-unavailable`) a store that is newer than `migrations`, or that was
 * set up with another text of one of them. Several processes may do this at once.
 */
export const migrate = async (
  engine: Engine,
  shipped: Migrations = shippedMigrations(),
  progress: (text: string) => void = () => {},
): Promise<void> => {
  for (const schema of schemas) {
    const migrations = schema === 'people' ? shipped.people : shipped.worlds
    const lease = await engine.lease(schema)
    try {
      const applied = await findApplied(lease)
      refuseStrangers(schema, migrations, applied)
      if (applied.length === migrations.length) continue
      await prepareSchema(lease, schema)
      while (await applyNext(lease, schema, migrations, progress)) {
        // One at a time, each in its own transaction.
      }
    } finally {
      await lease.release()
    }
  }
}
