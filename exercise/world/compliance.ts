// Questions of compliance under Article 8, which set days of their own.
import { type Fact, sources } from './fact.ts'

type Asked = { code: string; by: string; received: string; replied?: string; matter: string; why: string }

const requests: readonly Asked[] = [
  {
    code: 'XKU',
    by: 'XAU',
    received: '2025-05-05',
    replied: '2025-05-30',
    matter: 'the number of mines retained',
    why: 'answered in time',
  },
  {
    code: 'XZR',
    by: 'XCV',
    received: '2026-02-10',
    replied: '2026-04-02',
    matter: 'reports of mines laid in 2025',
    why: 'answered after 10 March 2026, when the 28 days were over',
  },
  {
    code: 'XOV',
    by: 'XHJ',
    received: '2027-12-15',
    matter: 'the note that suspends the Convention',
    why: 'open until 12 January 2028',
  },
]

/** Received first, answered later: the answer supersedes the request, known from the day it came. */
const clarifications = (): Fact[] =>
  requests.flatMap((one) => {
    const asked: Fact = {
      id: `clarification-request-${one.code}-${one.received.slice(0, 4)}`,
      actor: one.code,
      kind: 'clarification-request',
      from: one.received,
      knownFrom: one.received,
      source: sources.communications,
      note: `Exercise: ${one.why}`,
      body: {
        treaty: 'mine-ban',
        requestedBy: one.by,
        receivedOn: one.received,
        matter: `Exercise: ${one.matter}`,
      },
    }
    if (one.replied === undefined) return [asked]
    const answered: Fact = {
      ...asked,
      id: `${asked.id}-answered`,
      knownFrom: one.replied,
      supersedes: asked.id,
      body: { ...asked.body, repliedOn: one.replied },
    }
    return [asked, answered]
  })

const specialMeeting = (): Fact => ({
  id: 'special-meeting-proposal-XCV-2026',
  actor: 'XCV',
  kind: 'special-meeting-proposal',
  from: '2026-04-13',
  knownFrom: '2026-05-06',
  source: sources.communications,
  note: 'Exercise: convened five days before the last day, about the answer that came late',
  body: {
    treaty: 'mine-ban',
    requestedState: 'XZR',
    communicatedOn: '2026-04-13',
    answeredOn: '2026-04-24',
    favoured: true,
    convenedOn: '2026-05-06',
  },
})

/** All facts about questions of compliance. */
export const complianceRows = (): Fact[] => [...clarifications(), specialMeeting()]
