// A release of the fictional plan, frozen from three invented States, with a committee's words and a signature.
import { makeComment } from '../../../src/releases/commentary.ts'
import { freeze } from '../../../src/releases/freeze.ts'
import { fileTextOf } from '../../../src/releases/read.ts'
import { type Release, releaseId } from '../../../src/releases/release.ts'
import type { ReleaseHead } from '../../../src/releases/store.ts'
import type { ReleaseData } from '../../../src/web/data/releases.ts'
import { small } from '../../releases/small.ts'
import { planId } from './plan.ts'

const given = small()
const frozen = freeze({ ...given, instrument: { ...given.instrument, id: planId } }, (number) =>
  number === '1.2' ? ['payment'] : [],
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

const { payload, sha256, signatures, commentary } = fictionalRelease
const head: ReleaseHead = {
  ...{ id: fictionalReleaseId, sha256, plan: payload.instrument.id, year: payload.year },
  ...{ asOf: payload.asOf, knownOn: payload.knownOn, recordedAt: '2026-07-01T09:00:00Z' },
  ...{ bytes: frozen.payloadText.length, comments: commentary.length, signatures: signatures.length },
}

export const fictionalReleases = (): ReleaseData => ({
  listReleases: async () => [head],
  findRelease: async (id) => (id.length >= 12 && sha256.startsWith(id) ? fictionalRelease : undefined),
  findReleaseFile: async (id) =>
    id.length >= 12 && sha256.startsWith(id)
      ? fileTextOf({ payloadText: frozen.payloadText, sha256, signatures, commentary })
      : undefined,
  freezeRelease: async () => ({ id: fictionalReleaseId, outcome: 'unchanged' }),
  addCommentary: async (_, comment) => void makeComment(fictionalRelease, comment),
})
