// Where a stored fact stands: acts of status among memberships, what carries promises out on a page of its own, what was
// said to a treaty with its State's ministry, everything else on the sheet of its actor.
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
}): string => {
  const topic = readShippedKinds()[kind]?.topic
  if (topic === 'implementation') return `/implementation/${datumId}#fact-${datumId}`
  if (topic === 'statements') return `/ministries/${actor}#statement-${datumId}`
  return `/states/${actor}#${kind === 'status-event' ? 'memberships' : `fact-${datumId}`}`
}
