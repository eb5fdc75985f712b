// The names a plan's rules share: lists of records are looked up once, every other value stays as it is written.
import type { Scope } from './scope.ts'
import { compileWhere } from './where.ts'

/** `let` with each `{idsOf: KIND, where: …}` replaced by the codes of the datums it means. */
export const lookUpLists = (scope: Scope): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(scope.let).map(([name, value]) => [name, isLookup(value) ? codesOf(scope, value) : value]),
  )

type Lookup = { idsOf: string; where?: Record<string, unknown> }

const isLookup = (value: unknown): value is Lookup =>
  typeof value === 'object' && value !== null && 'idsOf' in value

const codesOf = (scope: Scope, { idsOf, where = {} }: Lookup): string[] => {
  const matches = compileWhere(scope, where)
  return [...scope.base.facts(idsOf).values()]
    .flat()
    .filter((fact) => matches(fact))
    .map((fact) => String(fact.fields.code ?? fact.externalId ?? fact.id))
}
