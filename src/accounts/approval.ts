// Draft, approved, published: where a thing on its way stands, by what its owners decided and what it says now. Pure.
import type { Owner } from './person.ts'
import type { ThingState } from './thing.ts'

/**
 * `asked`: whoever writes it calls it ready. `approved`: as it stood then. `withdrawn`: no longer approved. `returned`:
 * given back to be changed, with a note that says why.
 */
export const decisions = ['asked', 'approved', 'withdrawn', 'returned'] as const
export type DecisionWord = (typeof decisions)[number]

/** What somebody decided about a thing for one of its owners, about what it said then. */
export type Decision = {
  owner: Owner
  /** Who decided (see `agentOf`). */
  agent: string
  decision: DecisionWord
  /** Digest of what the thing said. */
  sha256: string
  note: string | null
  /** Instant, ISO 8601. */
  decidedAt: string
}

export type OwnerStanding = {
  owner: Owner
  /** The approval of what it says now; null: there is none. */
  approved: Decision | null
}

export type Standing = {
  state: ThingState
  owners: OwnerStanding[]
  /** How many of its owners have approved it as it stands: n of N. */
  approved: number
  of: number
  /** Its author called it ready as it stands. */
  asked: Decision | null
  /** The last return, as long as whoever returned it has not approved it since; `isOpen`: nothing was done since; `isChanged`: it says something else now. */
  returned: (Decision & { isOpen: boolean; isChanged: boolean }) | null
}

/**
 * Where a thing stands that says what `sha256` is the digest of. Approved is what each owner's latest decision approves
 * as it stands: any change makes it a draft again. A thing without owners can be approved by nobody. `decided` in the
 * order of deciding; of owners that are not asked nothing counts.
 */
export const standingOf = (
  owners: readonly Owner[],
  decided: readonly Decision[],
  sha256: string,
  isPublished = false,
): Standing => {
  const counted = decided.filter((one) => one.decision !== 'asked')
  const standings = [...new Set(owners)].map((owner): OwnerStanding => {
    const latest = counted.findLast((one) => one.owner === owner)
    return {
      owner,
      approved:
        latest !== undefined && latest.decision === 'approved' && latest.sha256 === sha256 ? latest : null,
    }
  })
  const approved = standings.filter((one) => one.approved !== null).length
  const latest = decided.findLast((one) => one.decision === 'returned')
  const isAnswered =
    latest !== undefined &&
    counted.findLast((one) => one.owner === latest.owner && one.decision !== 'withdrawn') !== latest
  const asked = decided.findLast((one) => one.decision === 'asked' || one.decision === 'returned')
  const isApproved = standings.length > 0 && approved === standings.length
  return {
    state: isPublished ? 'published' : isApproved ? 'approved' : 'draft',
    owners: standings,
    approved,
    of: standings.length,
    asked: asked?.decision === 'asked' && asked.sha256 === sha256 ? asked : null,
    returned:
      latest === undefined || isAnswered || isApproved || isPublished
        ? null
        : {
            ...latest,
            isOpen: latest.sha256 === sha256 && asked?.decision !== 'asked',
            isChanged: latest.sha256 !== sha256,
          },
  }
}
