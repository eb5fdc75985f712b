// Fictional actors and a few kinds, for the tests of facts and reports.
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import type { InputFile } from '../../src/facts/datum-file.ts'
import type { Kinds } from '../../src/facts/kind.ts'
import { describeIssue, Problem } from '../../src/problem.ts'

export const kinds: Kinds = {
  'retained-mines': {
    title: 'Mines retained',
    time: 'state',
    fields: { mines: { type: 'integer', required: true, unit: 'mines', comparator: true } },
  },
  payment: {
    title: 'Payment',
    time: 'event',
    fields: {
      amount: { type: 'number', required: true, unit: 'currency' },
      forYear: { type: 'integer', form: 'year' },
      paidIn: { type: 'text', form: 'currency' },
      paidOn: { type: 'date', required: true, occurs: true },
      currency: { type: 'text', oneOf: ['USD', 'CHF'] },
    },
  },
  deadline: {
    title: 'Deadline',
    time: 'event',
    ahead: true,
    fields: {
      article: { type: 'text', required: true },
      deadline: { type: 'date', required: true },
      statedAsOf: { type: 'text' },
    },
  },
  outreach: {
    title: 'Outreach',
    time: 'event',
    fields: { audience: { type: 'list', of: 'text' }, open: { type: 'boolean' } },
  },
  'status-event': { title: 'Act with the depositary', time: 'event', fields: {} },
}

export const fileOf = (name: string, text: string): InputFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

export const addActors = async (db: Db, ids: readonly string[] = ['XAA', 'XAB', 'XAC']) => {
  await sql`insert into actor (actor_id, kind, names)
            select id, 'state', '{}' from unnest(${[...ids]}::text[]) as id`.execute(db)
}

/** The issues of a refusal, each in one line of words. */
export const issuesOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.issues.map(describeIssue)
  }
  throw new Error('It was not refused')
}

/** How many rows a table has. */
export const count = async (db: Db, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)
  return rows[0]!.n
}
