// Engagements of Averland, a fictional State, made in one line each.
import { type Engagement, engagementOf } from '../../src/engagements/engagement.ts'
import { engagementsHeld } from '../../src/engagements/held.ts'
import type { Asked } from '../../src/engagements/recurring.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { readDate } from '../../src/facts/edtf.ts'
import { ownAlone } from '../../src/facts/meant.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { CoverageFact } from '../../src/rules/facts.ts'

/** A datum of Averland; `date` as a source gives it (EDTF). */
export const datum = (
  id: string,
  kind: string,
  date: string | null,
  body: Record<string, unknown> = {},
  more: Partial<Datum> = {},
): Datum => ({
  datumId: `datum-${id}`,
  externalId: id,
  actor: 'XAA',
  kind,
  subject: null,
  heldFrom: date === null ? null : (readDate(date)?.from ?? null),
  heldUntil: date === null ? null : (readDate(date)?.until ?? null),
  heldEdtf: date,
  knownFrom: '2027-01-01',
  supersedes: null,
  retracts: null,
  source: { title: 'Averland abroad', address: null, publisher: null, published: null },
  locator: 'paragraph 2',
  quotation: `Averland: ${id}`,
  language: 'en',
  tier: 'public',
  body: { title: id, ...body },
  recordedAt: '2027-01-01T00:00:00Z',
  entered: false,
  ...more,
})

export const engagement = (...given: Parameters<typeof datum>): Engagement =>
  engagementOf(datum(...given), readShippedKinds())!

/** A register and up to which day (not included) it is complete, or partial. */
export const register = (
  name: string,
  from: string,
  until: string,
  level: CoverageFact['level'] = 'complete',
): CoverageFact => ({ register: name, from, until, level, statedBy: 'Averland', knownFrom: '2027-01-01' })

export const asked = (
  all: readonly Engagement[],
  more: Partial<Asked> & { registers?: readonly CoverageFact[] } = {},
): Asked => ({
  all: engagementsHeld(
    all.map(({ datum: one }) => one),
    '9999-12-31',
    { kinds: readShippedKinds(), owning: ownAlone },
  ),
  rollCalls: [],
  coverage: (name) => (more.registers ?? []).filter((row) => row.register === name),
  asOf: '2027-06-30',
  from: '2018-01-01',
  until: '2028-12-31',
  ...more,
})
