// The members of stored values: one row a cell, lists side by side with a place for each member (decision 0016).
import { sql } from 'kysely'
import { type Db, json } from '../db/store.ts'
import type { MemberResult } from '../rules/evaluate.ts'
import type { Reason } from '../words/reason.ts'
import type { Computed } from './compute.ts'

export type StoredMember = {
  member: string
  actorId: string
  state: string
  inN: number
  inD: number
  reason: Reason
  datumIds: string[]
}

/** A cell's members as its row has them: every list has a place for each, but for reasons and datums, which they share. */
type Lists = {
  actors: string[]
  members: string[]
  states: string[]
  inN: number[]
  inD: number[]
  reasons: Reason[]
  reasonAt: number[]
  datumIds: string[]
  datumsUntil: number[]
}

const listsOf = (rows: readonly MemberResult[]): Lists => {
  const lists: Lists = {
    actors: [],
    members: [],
    states: [],
    inN: [],
    inD: [],
    reasons: [],
    reasonAt: [],
    datumIds: [],
    datumsUntil: [],
  }
  const places = new Map<Reason, number>()
  const placesOfText = new Map<string, number>()
  // Many members share one reason: what is one object is not looked at again, and what says the same is kept once.
  const placeOf = (reason: Reason): number => {
    let place = places.get(reason)
    if (place !== undefined) return place
    const text = JSON.stringify(reason)
    place = placesOfText.get(text)
    if (place === undefined) {
      place = lists.reasons.push(reason) - 1
      placesOfText.set(text, place)
    }
    places.set(reason, place)
    return place
  }
  for (const row of rows) {
    lists.actors.push(row.actor)
    lists.members.push(row.member)
    lists.states.push(row.state)
    lists.inN.push(row.inN)
    lists.inD.push(row.inD)
    lists.reasonAt.push(placeOf(row.reason))
    lists.datumIds.push(...row.datumIds)
    lists.datumsUntil.push(lists.datumIds.length)
  }
  return lists
}

/**
 * What writes the members of cells, in their default readings: a statement, to stand beside another in one journey to
 * the store. Rows that are as they were are left alone, which costs a look-up and no write.
 */
export const membersToSave = (plan: string, computed: readonly Computed[]) => {
  const cells = computed.filter((cell) => cell.reading === 'default')
  const lists = cells.map((cell) => listsOf(cell.members))
  const column = (name: Exclude<keyof Lists, 'reasons'>) =>
    sql`${lists.map((of) => listText(of[name]))}::text[]`
  return sql`
    insert into value_members as held (indicator, year, actors, members, states, in_n, in_d, reasons, reason_at,
                                       datum_ids, datums_until)
    select indicator, year, actors::text[], members::text[], states::text[], in_n::float8[], in_d::float8[],
           reasons::json, reason_at::integer[], datum_ids::uuid[], datums_until::integer[]
      from unnest(${cells.map((cell) => `${plan}/${cell.number}`)}::text[], ${cells.map((cell) => cell.year)}::integer[],
                  ${column('actors')}, ${column('members')}, ${column('states')}, ${column('inN')}, ${column('inD')},
                  ${lists.map((of) => json(of.reasons))}::text[], ${column('reasonAt')}, ${column('datumIds')},
                  ${column('datumsUntil')})
           as given(indicator, year, actors, members, states, in_n, in_d, reasons, reason_at, datum_ids, datums_until)
    on conflict (indicator, year) do update
       set actors = excluded.actors, members = excluded.members, states = excluded.states, in_n = excluded.in_n,
           in_d = excluded.in_d, reasons = excluded.reasons, reason_at = excluded.reason_at,
           datum_ids = excluded.datum_ids, datums_until = excluded.datums_until
     where (held.actors, held.members, held.states, held.in_n, held.in_d, held.reasons::text, held.reason_at,
            held.datum_ids, held.datums_until)
           is distinct from
           (excluded.actors, excluded.members, excluded.states, excluded.in_n, excluded.in_d, excluded.reasons::text,
            excluded.reason_at, excluded.datum_ids, excluded.datums_until)`
}

const needsQuotes = /^$|^null$|[^\w:./-]/i

/** A list in PostgreSQL's text form, to be cast where it is unpacked: a list of lists would be taken for a matrix. */
const listText = (list: readonly (string | number)[]): string =>
  `{${list
    .map((entry) =>
      typeof entry === 'number' || !needsQuotes.test(entry)
        ? String(entry)
        : `"${entry.replace(/[\\"]/g, '\\$&')}"`,
    )
    .join(',')}}`

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The members of one stored cell, by actor and member, with the datums responsible. */
export const listMembersStored = async (db: Db, indicator: string, year: number): Promise<StoredMember[]> => {
  const { rows } = await sql<Lists>`
    select actors, members, states, in_n, in_d, reasons, reason_at, datum_ids, datums_until
      from value_members where indicator = ${indicator} and year = ${year}::integer`.execute(db)
  return rows
    .flatMap((of) =>
      of.actors.map((actorId, at) => ({
        member: of.members[at]!,
        actorId,
        state: of.states[at]!,
        inN: of.inN[at]!,
        inD: of.inD[at]!,
        reason: of.reasons[of.reasonAt[at]!]!,
        datumIds: of.datumIds.slice(of.datumsUntil[at - 1] ?? 0, of.datumsUntil[at]),
      })),
    )
    .sort((a, b) => compareTexts(a.actorId, b.actorId) || compareTexts(a.member, b.member))
}

export type StateCountStored = { indicator: string; year: number; state: string; members: number }

/** How many members of each stored value of a plan are in each state, under the default reading. */
export const listStateCounts = async (db: Db, plan: string): Promise<StateCountStored[]> => {
  const { rows } = await sql<StateCountStored>`
    select indicator, year, state, count(*)::integer as members
      from value_members, unnest(states) as state
     where starts_with(indicator, ${`${plan}/`})
     group by indicator, year, state
     order by indicator, year, state`.execute(db)
  return rows
}

/** One member's row of a stored value, from its actor's side. */
export type StoredMembership = {
  indicator: string
  year: number
  state: string
  reason: Reason
  inN: number
  inD: number
  /** Some of what it rests on was entered here, not received. */
  entered: boolean
}

/** What one actor counts towards: its rows in every stored value. */
export const listMemberships = async (db: Db, actor: string): Promise<StoredMembership[]> => {
  const { rows } = await sql<StoredMembership>`
    with entered as (
      select datum_id as id from datum where actor_id = ${actor} and entered
      union all
      select report_id from report_version where actor_id = ${actor} and entered
      union all
      select a.datum_id from answer a join report_version r on r.actor_id = a.actor_id and r.report_id = a.report_id
       where a.actor_id = ${actor} and r.entered
    )
    select indicator, year, states[at] as state, reasons -> reason_at[at] as reason, in_n[at] as in_n, in_d[at] as in_d,
           datum_ids[coalesce(datums_until[at - 1], 0) + 1 : datums_until[at]] && array(select id from entered) as entered
      from value_members, unnest(array_positions(actors, ${actor})) as at
     order by indicator, year, members[at]`.execute(db)
  return rows
}
