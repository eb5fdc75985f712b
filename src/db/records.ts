// What the audit trail vouches for beyond itself: facts, versions of reports with their answers, and releases, each by the
// digest of what is stored. One way to read them, for chaining a store of before and for verifying.
import { sha256OfRow } from './chain.ts'
import { thingKey } from './thing-key.ts'

/** A record as stored now: its key, its digest, and when it was recorded. */
export type StoredRecord = { thing: string; sha256: string; recordedAt: string }

/** How rows of jsonb are read, whichever way: SQL with `$1`… for texts. */
export type ReadRows = (text: string, parameters: (string | null)[]) => Promise<Record<string, unknown>[]>

type Row = Record<string, unknown>

/** The digest of a fact, from its row. */
export const sha256OfFact = (row: Row): string => sha256OfRow(row)

/** The digest of a version of a report, from its row and those of its answers. */
export const sha256OfReport = (row: Row, answers: readonly Row[]): string => {
  const byQuestion = [...answers].sort((a, b) => (String(a.question) < String(b.question) ? -1 : 1))
  return sha256OfRow({ ...row, answers: byQuestion.map(sha256OfRow) })
}

/** The kinds of records the trail vouches for. */
export type RecordKind = 'fact' | 'report' | 'release'

const idColumn = { fact: 'datum_id', report: 'report_id', release: 'sha256' } as const
const table = { fact: 'datum', report: 'report_version', release: 'release' } as const
const idType = { fact: 'uuid', report: 'uuid', release: 'text' } as const
// What is frozen in a release is large; its digest is its name, and the store can say whether it still is.
const rowOf = {
  fact: 'to_jsonb(t)',
  report: 'to_jsonb(t)',
  release: "jsonb_build_object('payload_sha256', encode(sha256(convert_to(payload, 'UTF8')), 'hex'))",
} as const

const answersOf = async (read: ReadRows, reportIds: readonly string[]): Promise<Map<string, Row[]>> => {
  const rows = await read(
    `select report_id::text as report, to_jsonb(a) as row from answer a where report_id = any($1::uuid[])`,
    [`{${reportIds.join(',')}}`],
  )
  const byReport = new Map<string, Row[]>()
  for (const { report: id, row } of rows)
    byReport.set(id as string, [...(byReport.get(id as string) ?? []), row as Row])
  return byReport
}

const recordsOf = async (read: ReadRows, kind: RecordKind, rows: readonly Row[]): Promise<StoredRecord[]> => {
  const answers =
    kind === 'report'
      ? await answersOf(
          read,
          rows.map((row) => row.id as string),
        )
      : new Map<string, Row[]>()
  return rows.map(({ id, actor, at: recordedAt, row }) => {
    const [ofId, ofActor] = [id as string, actor as string]
    const one = row as Row
    return {
      thing:
        kind === 'fact'
          ? thingKey.fact(ofActor, ofId)
          : kind === 'report'
            ? thingKey.report(ofId)
            : thingKey.release(ofId),
      sha256:
        kind === 'fact'
          ? sha256OfFact(one)
          : kind === 'report'
            ? sha256OfReport(one, answers.get(ofId) ?? [])
            : (one.payload_sha256 as string),
      recordedAt: recordedAt as string,
    }
  })
}

const columnsOf = (kind: RecordKind) =>
  `${idColumn[kind]}::text as id, ${kind === 'release' ? "''" : 'actor_id'} as actor, recorded_at as at, ${rowOf[kind]} as row`

/** The records of a kind named by their ids, as stored now; those that are not there are left out. */
export const readRecords = async (
  read: ReadRows,
  kind: RecordKind,
  ids: readonly string[],
): Promise<StoredRecord[]> => {
  if (ids.length === 0) return []
  const rows = await read(
    `select ${columnsOf(kind)} from ${table[kind]} t where ${idColumn[kind]} = any($1::${idType[kind]}[])`,
    [`{${ids.map((id) => `"${id}"`).join(',')}}`],
  )
  return recordsOf(read, kind, rows)
}

const pageSize = 2000

/** All records held, a page after the other. */
export async function* allRecords(read: ReadRows): AsyncGenerator<StoredRecord[]> {
  for (const kind of ['fact', 'report', 'release'] as const)
    for (let after: string | null = null; ; ) {
      const rows: Row[] = await read(
        `select ${columnsOf(kind)} from ${table[kind]} t
          where $1::text is null or ${idColumn[kind]} > $1::${idType[kind]}
          order by ${idColumn[kind]} limit ${kind === 'report' ? 100 : pageSize}`,
        [after],
      )
      if (rows.length === 0) break
      yield await recordsOf(read, kind, rows)
      after = rows.at(-1)!.id as string
    }
}
