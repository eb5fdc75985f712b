// The payload of a release from its definitions and inputs: the figures they give, the digests of the parts, the digest
// of the whole. Pure.
import { canonicalText, decoded, sha256Of } from '../formats/canonical.ts'
import { type Definitions, figuresOf, type Inputs } from './evaluate.ts'
import { withParts } from './parts.ts'
import { format, type Release, type ReleasePayload } from './release.ts'

export type Frozen = {
  release: Release
  /** The canonical text of the payload, which the digest covers. */
  payloadText: string
}

export type ToFreeze = Definitions &
  Inputs &
  Pick<ReleasePayload, 'world' | 'banner' | 'questions' | 'sources' | 'publishedFigures' | 'work'>

const asWritten = (given: Definitions): Definitions => {
  const { instrument, treaty, otherTreaties, rules, cohorts, kinds } = given
  return decoded(
    JSON.parse(canonicalText({ instrument, treaty, otherTreaties, let: given.let, rules, cohorts, kinds })),
  ) as Definitions
}

/** Computes the figures and freezes them. `sealedOf`: kinds that an indicator's rule could read and that are not public. */
export const freeze = (given: ToFreeze, sealedOf: (indicator: string) => string[]): Frozen => {
  // As whoever reads the file has them: what an order of keys decided there would be decided here.
  const definitions = asWritten(given)
  const whole: Omit<ReleasePayload, 'parts'> = {
    format,
    semantics: 1,
    ...given,
    ...definitions,
    ...figuresOf(definitions, given, sealedOf),
  }
  const { payload, text: payloadText } = withParts(whole)
  return {
    release: { payload, sha256: sha256Of(payloadText), signatures: [], commentary: [] },
    payloadText,
  }
}
