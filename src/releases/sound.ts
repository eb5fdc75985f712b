// A release that holds: the only kind that is signed, commented, compared or made a document of.
import { problem } from '../problem.ts'
import { findingWords } from './findings.ts'
import { type ReadRelease, readRelease } from './read.ts'
import { type Verification, verifyRead } from './verify.ts'

const mostNamed = 20

const findingsOf = ({ digest, signatures, commentary, references, recomputation }: Verification) =>
  [digest, signatures, commentary, references, recomputation].flatMap((one) => one.findings)

/**
 * Reads a release and verifies it. `name`: of the file, or of the release held. `notDone`: what is not done where it does
 * not hold, as in "it is not signed". Throws Problem `input-rejected` with what was found, and what reading one throws.
 */
export const soundRelease = (bytes: Uint8Array, name: string, notDone: string): ReadRelease => {
  const read = readRelease(bytes, name)
  const found = verifyRead(read)
  if (found.holds) return read
  const findings = findingsOf(found)
  throw problem(
    'input-rejected',
    `${name} does not hold, so ${notDone}.${findings.length > mostNamed ? ` Of ${findings.length} findings the first ${mostNamed} are named; "pacta release verify" on the file names them all.` : ''}`,
    findings.slice(0, mostNamed).map((finding) => ({ file: name, message: findingWords(finding) })),
  )
}
