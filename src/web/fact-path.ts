// Where a stored fact stands: acts of status among memberships, what carries promises out on a page of its own, everything
// else on the sheet of its actor.
import { readShippedKinds } from '../reports/shipped.ts'

/** The address of a fact by its datum id, without the world's base. */
export const factPath = ({
  kind,
  actor,
  datumId,
}: {
  kind: string
  actor: string
  datumId: string
}): string =>
  readShippedKinds()[kind]?.topic === 'implementation'
    ? `/implementation/${datumId}#fact-${datumId}`
    : `/states/${actor}#${kind === 'status-event' ? 'memberships' : `fact-${datumId}`}`
