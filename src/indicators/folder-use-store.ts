// The SQL of what was recorded under an instrument's folder: reports on its obligations, facts of its kinds, acts with
// its depositary. While there is any, the folder stays.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

export type FolderNames = {
  obligations: readonly string[]
  kinds: readonly string[]
  treaties: readonly string[]
  /** Ids of instruments. */
  plans: readonly string[]
}

/** What was recorded, each with how often: `what` is `report`, `draft`, `fact` or `act`, `name` whose it is. */
export type FolderUse = { what: 'report' | 'draft' | 'fact' | 'act' | 'release'; name: string; count: number }

/** Everything recorded in a world that means nothing without these obligations, kinds and treaties. */
export const listUses = async (db: Db, names: FolderNames): Promise<FolderUse[]> => {
  const { obligations, kinds, treaties, plans } = names
  const { rows } = await sql<FolderUse>`
    select 'report' as what, obligation as name, count(*)::integer as count
      from report_version where obligation = any(${[...obligations]}::text[]) group by obligation
    union all
    select 'draft', obligation, count(*)::integer
      from report_draft where obligation = any(${[...obligations]}::text[]) and submitted_report is null
     group by obligation
    union all
    select 'fact', kind, count(*)::integer from datum where kind = any(${[...kinds]}::text[]) group by kind
    union all
    select 'act', treaty, count(*)::integer
      from status_event where treaty = any(${[...treaties]}::text[]) group by treaty
    union all
    select 'release', plan, count(*)::integer from release where plan = any(${[...plans]}::text[]) group by plan
     order by 1, 2`.execute(db)
  return rows
}

/** The questions that reports on these obligations answer, with how often. */
export const listQuestionsAnswered = async (
  db: Db,
  obligations: readonly string[],
): Promise<{ obligation: string; question: string; count: number }[]> => {
  const { rows } = await sql<{ obligation: string; question: string; count: number }>`
    select r.obligation, a.question, count(*)::integer as count
      from answer a join report_version r on r.report_id = a.report_id
     where r.obligation = any(${[...obligations]}::text[])
     group by r.obligation, a.question order by r.obligation, a.question`.execute(db)
  return rows
}
