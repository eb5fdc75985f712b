// Whom a fact on its way is for, as far as it is not for everyone: what is wrong with it as typed.
import { isSeen } from '../../accounts/sight.ts'
import { sightOf, tiersSeen } from '../../accounts/sight-of.ts'
import type { Datum } from '../../facts/datum.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import type { TypedFact } from '../../facts/typed-fact.ts'
import { problem } from '../../problem.ts'
import type { Reader } from './handles.ts'

/**
 * What is wrong with the tier of a fact as typed. It is one that whoever writes the fact sees of its actor; what names
 * several who answer for it is public, since a sealed fact is seen by the people of its actor alone; and what takes the place of a fact
 * that everyone sees is for everyone, or that one would be gone without a word.
 */
export const tierIssues = (
  { person, world }: Pick<Reader, 'person' | 'world'>,
  typed: TypedFact,
  owners: readonly string[],
): FieldIssue[] => {
  const tier = typed.tier?.trim() || 'public'
  // Whoever sits at the desk may what a file may.
  if (tier === 'public' || person.as === 'desk' || person.as === 'command') return []
  const seen = tiersSeen(person, world, typed.actor?.trim() ?? '')
  const issue = (message: string, expected: string): FieldIssue[] => [
    { field: 'tier', message, expected, found: tier },
  ]
  if (!seen.some((one) => one === tier)) return issue('Not a tier that you see', seen.join(', '))
  if (owners.length > 1) return issue('What several answer for is public', 'public')
  return typed.supersedes?.trim() || typed.retracts?.trim()
    ? issue('What takes the place of a public fact is public', 'public')
    : []
}

/** The same before anything is kept or published. Throws `input-rejected`. */
export const refuseTier = (
  reader: Pick<Reader, 'person' | 'world'>,
  typed: TypedFact,
  owners: readonly string[],
): void => {
  const issues = tierIssues(reader, typed, owners)
  if (issues.length > 0)
    throw problem(
      'input-rejected',
      'The fact cannot be for those alone; nothing was stored.',
      issues.map(({ field, ...issue }) => ({ path: field, ...issue })),
    )
}

/** Which facts that are not public somebody may name in others: those they see. */
export const seesFact = ({ person, world }: Pick<Reader, 'person' | 'world'>): ((fact: Datum) => boolean) => {
  const sight = sightOf(person, world)
  return (fact) => isSeen(sight, fact)
}
