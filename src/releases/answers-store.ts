// The SQL of the answers that go into a release: by far the most rows, read at once as JSON (decision 0004).
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

export type AnswerRow = [
  reportId: string,
  question: string,
  state: string,
  silence: string | null,
  number: number | null,
  unit: string | null,
  text: string | null,
  locator: string | null,
  quotation: string | null,
  language: string | null,
]

/** Answers to the questions given (`<obligation>/<question>`) in versions received, not entered here, by `knownOn`. */
export const listReceivedAnswers = async (
  db: Db,
  questions: readonly string[],
  knownOn: string,
): Promise<AnswerRow[]> => {
  const { rows } = await sql<{ rows: string }>`
    select coalesce(json_agg(json_build_array(a.report_id, a.question, a.state, a.silence, a.number, a.unit, a.text,
             a.locator, a.quotation, a.language)), '[]')::text as rows
      from report_version v
      join answer a on a.actor_id = v.actor_id and a.report_id = v.report_id
     where v.received_on <= ${knownOn}::date and not v.entered
       and v.obligation || '/' || a.question = any(${[...questions]}::text[])`.execute(db)
  return JSON.parse(rows[0]?.rows ?? '[]') as AnswerRow[]
}
