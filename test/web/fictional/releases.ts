// A release of the fictional plan, frozen from three invented States, with a committee's words and a signature.
import { makeComment } from '../../../src/releases/commentary.ts'
import { freeze } from '../../../src/releases/freeze.ts'
import { fileTextOf } from '../../../src/releases/read.ts'
import { type Release, releaseId } from '../../../src/releases/release.ts'
import type { ReleaseHead } from '../../../src/releases/store.ts'
import type { ReleaseData } from '../../../src/web/data/releases.ts'
import { small } from '../../releases/small.ts'
import { fictionalStanding } from './approval.ts'
import { planId } from './plan.ts'

// Its third State under a name this world has, so that its links lead on.
const given: ReturnType<typeof small> = JSON.parse(JSON.stringify(small()).replaceAll('XCC', 'XAD'))
const whole = { ...given, instrument: { ...given.instrument, id: planId } }
const sealed = (number: string): string[] => (number === '1.2' ? ['payment'] : [])
const frozen = freeze(whole, sealed)

// The same year two months before: one report had come, and one State was not yet bound.
const before = '2026-04-10'
const earlier = freeze(
  {
    ...whole,
    ...{ asOf: before, knownOn: before },
    coverage: whole.coverage.map((one) => ({ ...one, knownFrom: '2026-01-01' })),
    reports: whole.reports.filter(({ receivedOn }) => receivedOn <= before),
    answers: whole.answers.filter(({ report }) => report.startsWith('XAA/')),
  },
  sealed,
)

const withComments = (release: Release): Release => {
  const said = [
    { text: 'The Committee thanks those that reported.', by: 'Fictional Committee', on: '2026-07-02' },
    { indicator: '1.1', text: 'One plan is a start.', by: 'Fictional Committee', on: '2026-07-02' },
    {
      ...{ indicator: '1.1', text: 'One plan of three is a start.\n\nTwo remain.' },
      ...{ by: 'Fictional Committee', on: '2026-07-03' },
    },
    {
      section: 'I',
      text: 'Хороо энэ хэсгийг хэлэлцэв.',
      by: 'Fictional Committee',
      on: '2026-07-03',
      language: 'mn',
    },
  ]
  return {
    ...release,
    signatures: [{ alg: 'Ed25519', key: `${'A'.repeat(43)}=`, sig: `${'B'.repeat(86)}==` }],
    commentary: said.map((one) => makeComment(release, one)),
  }
}

export const fictionalRelease = withComments(frozen.release)
export const fictionalReleaseId = releaseId(frozen.release.sha256)

export const earlierReleaseId = releaseId(earlier.release.sha256)

const held = [
  { release: fictionalRelease, payloadText: frozen.payloadText },
  { release: earlier.release, payloadText: earlier.payloadText },
]

const headOf = ({ release, payloadText }: (typeof held)[number]): ReleaseHead => {
  const { payload, sha256, signatures, commentary } = release
  return {
    ...{ id: releaseId(sha256), sha256, plan: payload.instrument.id, year: payload.year },
    ...{ asOf: payload.asOf, knownOn: payload.knownOn, recordedAt: `${payload.knownOn}T09:00:00Z` },
    ...{ bytes: payloadText.length, comments: commentary.length, signatures: signatures.length },
    ...{ owners: ['treaty:mine-ban'], frozenBy: 'pacta', publishedAt: `${payload.knownOn}T09:00:00Z` },
  }
}

const find = (id: string) => held.find(({ release }) => id.length >= 12 && release.sha256.startsWith(id))

export const fictionalReleases = (): ReleaseData => ({
  listReleases: async () => held.map(headOf),
  findRelease: async (id) => find(id)?.release,
  findReleaseFile: async (id) => {
    const found = find(id)
    return found === undefined ? undefined : fileTextOf({ ...found.release, payloadText: found.payloadText })
  },
  findReleaseStanding: async () => ({
    ...fictionalStanding,
    state: 'published',
    approved: 1,
  }),
  decideRelease: async () => 'published',
  publishRelease: async () => 'published',
  mayFreeze: async () => true,
  previewRelease: async () => fictionalRelease,
  freezeRelease: async () => ({ id: fictionalReleaseId, outcome: 'unchanged' }),
  addCommentary: async (_, comment) => void makeComment(fictionalRelease, comment),
})
