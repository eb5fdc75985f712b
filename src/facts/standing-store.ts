// The SQL of what stands on a day: what nothing known by then supersedes or retracts.
import { type RawBuilder, sql } from 'kysely'

/**
 * Whether the datum `d` of a query stands on `day`. What supersedes and what retracts are asked for apart, since each has an
 * index of its few datums: asked as one, by whichever of the two is given, every datum would be read for it. As a list, and
 * not with "exists": of a list a table is made once, where a join by a stale estimate is a loop in a loop.
 */
export const isStanding = (day: string): RawBuilder<boolean> => sql<boolean>`(
  d.retracts is null
  and d.datum_id not in (
    select later.supersedes from datum later
     where later.supersedes is not null and later.known_from <= ${day}::date
    union all
    select later.retracts from datum later
     where later.retracts is not null and later.known_from <= ${day}::date))`
