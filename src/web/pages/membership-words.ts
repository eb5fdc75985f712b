// Since when a treaty binds a State, and until when, in words.
import type { MembershipShown } from '../data/states.ts'
import type { Site } from '../site.ts'

/** "party from 1 March 2003", "party until …", or that consent is given and not yet in force. */
export const membershipWords = ({ text, format, today }: Site, membership: MembershipShown): string => {
  const { from, until, consentedOn } = membership
  if (from === null)
    return text('stateSheet.consented', { on: consentedOn === null ? '' : format.date(consentedOn) })
  const words = { from: format.date(from), until: until === null ? '' : format.date(until) }
  if (until === null) return text('stateSheet.party', words)
  return text(until > today() ? 'stateSheet.partyExpected' : 'stateSheet.partyUntil', words)
}
