// What others count of the fictional States: Averland in every table, nobody else in any.
import {
  countPersonnel,
  countReviews,
  type ReviewSpans,
  reviewStatements,
} from '../../../src/engagements/others.ts'
import type { Datum } from '../../../src/facts/datum.ts'
import type { OthersData } from '../../../src/web/data/others.ts'
import { sourceShown } from '../../../src/web/held/source.ts'
import { facts } from './facts.ts'
import { states } from './states.ts'

const almanac = {
  title: 'Fictional almanac of missions',
  address: 'https://league.example/almanac',
  publisher: 'Fictional League',
  published: null,
}

const datum = (kind: string, id: string, held: string, body: Datum['body']): Datum => ({
  ...{ datumId: `datum-${id}`, externalId: id, actor: 'XAA', kind, subject: null, heldEdtf: held, body },
  ...{ heldFrom: null, heldUntil: null, knownFrom: '2027-01-15', recordedAt: '2027-01-15T00:00:00Z' },
  ...{ supersedes: null, retracts: null, source: almanac, locator: `row ${id}`, quotation: null },
  ...{ language: 'en', tier: 'public', entered: id === 'p3' },
})

const personnel = (id: string, year: number, mission: string, persons: number, women?: number) =>
  datum('mission-personnel', id, String(year), {
    ...{ mission, year, persons, measure: 'mean of the months of the year' },
    ...(id === 'p4' ? { note: 'Half of the months are missing.' } : {}),
    ...(women === undefined ? {} : { women, men: persons - women }),
  })

const served = [
  personnel('p1', 2023, 'Mission in the Straits', 212, 30),
  personnel('p2', 2024, 'Mission in the Straits', 198, 31),
  personnel('p3', 2024, 'Mission on the Low Islands', 12),
  personnel('p4', 2026, 'Mission in the Straits', 240, 44),
]

const statements = reviewStatements([
  datum('review-recommendation', 'r1', '2026-05', {
    ...{ text: 'Keep the lighthouses lit.', madeBy: 'XAB', response: 'accepted', session: 9 },
    issues: ['Lighthouses', 'Safety'],
  }),
  datum('review-recommendation', 'r2', '2026-05', {
    text: 'Open <every> harbour.',
    response: 'noted',
    session: 9,
  }),
  datum('review-recommendation', 'r3', '2020-05', { text: 'Count the ferries.', session: 8 }),
  datum('review-pledge', 'v1', '2026-05', { text: 'Averland will count the ferries.', session: 9 }),
])

/** All recommendations of two sessions, and of nobody's pledges more than are shown. */
const reviewWhole: ReviewSpans = { recommendation: [{ from: 8, until: 9 }], pledge: [] }

export const othersData = (): OthersData => ({
  showOthers: async (id) => {
    const actor = states.find((one) => one.id === id)
    if (actor === undefined) return undefined
    const isHeld = id === 'XAA'
    const own = isHeld ? statements : []
    return {
      actor,
      own: isHeld ? facts.slice(0, 1) : [],
      personnel: isHeld
        ? countPersonnel(served).map((count) => ({
            ...count,
            source: sourceShown(count.source),
            reach: 'The years 2023 to 2026, without 2025.',
          }))
        : [],
      personnelReach: [
        { kind: 'mission-personnel', title: almanac.title, from: 2023, until: 2026, actors: 1 },
      ],
      sessions: countReviews(own, reviewWhole),
      statements: own.map((one) => ({
        ...one,
        source: sourceShown(one.source),
        madeByName: one.madeBy === null ? null : 'Belmora',
      })),
      reviewReach: [],
      reviewWhole,
    }
  },
})
