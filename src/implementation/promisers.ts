// Whose facts tell how a promise is carried out: those of the parties that made it. Anybody may record that something of theirs
// serves it; that is told apart, and makes no plan, body, event or sum of the promise.
import type { Writing } from '../facts/meant.ts'

/**
 * Whether a fact is of those who promised: written by a party or a unit of one, or together by all of them. A treaty's plan names no
 * parties, and everybody's facts are of it.
 */
export const isOfPromisers = (
  promisers: readonly string[],
  standsFor: (actor: string) => string,
): ((fact: Writing) => boolean) => {
  const parties = new Set(promisers.map(standsFor))
  return ({ actor, body }) => {
    if (parties.size === 0 || parties.has(standsFor(actor))) return true
    const together = Array.isArray(body.parties) ? body.parties.map((one) => standsFor(String(one))) : []
    return [...parties].every((party) => together.includes(party))
  }
}
