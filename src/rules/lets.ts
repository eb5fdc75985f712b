// The names a plan's rules share: lists of records are looked up once, every other value stays as it is written.
import { reachFor, reachOver } from './coverage.ts'
import { addDays } from './dates.ts'
import { isOpen } from './matching.ts'
import type { Scope } from './scope.ts'
import { compileWhere, spanOf } from './where.ts'

/** `let` with each `{idsOf: KIND, where: …}` replaced by the codes of the datums it means. */
export const lookUpLists = (scope: Scope): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(scope.let).map(([name, value]) => [name, isLookup(value) ? codesOf(scope, value) : value]),
  )

type Lookup = { idsOf: string; where?: Record<string, unknown> }

const isLookup = (value: unknown): value is Lookup =>
  typeof value === 'object' && value !== null && 'idsOf' in value

/**
 * The codes of the datums meant. An empty list is an answer only where the register is complete; otherwise nobody knows
 * what it would hold.
 */
const codesOf = (scope: Scope, { idsOf, where = {} }: Lookup): string[] | undefined => {
  const matches = compileWhere(scope, where)
  if (matches === undefined) return undefined
  const codes = [...scope.base.facts(idsOf).values()]
    .flat()
    .filter((fact) => matches(fact))
    .map((fact) => String(fact.fields.code ?? fact.externalId ?? fact.id))
  if (codes.length > 0) return codes
  const span = spanOf(scope, where) ?? { from: `${scope.year}-01-01`, until: addDays(scope.asOf, 1) }
  const reach = reachFor(scope.base, idsOf, undefined, (rows) => reachOver(rows, span))
  return isOpen(reach) ? undefined : codes
}
