// Whose a record is: what a unit of a government writes down is its State's, as it is where something is approved.
import type { FactBase } from './facts.ts'

/** Who answers for what `actor` records: of a unit of one of those who promised that party, otherwise the actor itself. */
export const standsFor = (
  { actors, parties }: Pick<FactBase, 'actors' | 'parties'>,
  actor: string,
): string => {
  const { unitOf } = actors.get(actor) ?? {}
  return unitOf !== undefined && parties.includes(unitOf) && !parties.includes(actor) ? unitOf : actor
}

/** Whether a record is of one of those who promised, or of a unit of theirs. */
export const isOfParties = (base: Pick<FactBase, 'actors' | 'parties'>, actor: string): boolean =>
  base.parties.includes(standsFor(base, actor))
