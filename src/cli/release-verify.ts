// pacta release verify: from the file alone.
import { problem } from '../problem.ts'
import { type Finding, findingWords } from '../releases/findings.ts'
import { largestRelease } from '../releases/read.ts'
import { type Verification, verifyRelease } from '../releases/verify.ts'
import { type Command, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'

const mostShown = 30

const lines = (title: string, holds: boolean, said: string, findings: readonly Finding[]): string[] => [
  `${title}: ${holds ? '' : 'FAILS. '}${said}`,
  ...findings.slice(0, mostShown).map((finding) => `  ${findingWords(finding)}`),
  ...(findings.length > mostShown
    ? [`  and ${findings.length - mostShown} more; --json names them all`]
    : []),
]

const signatureWords = ({ signatures }: Verification): string => {
  if (signatures.state === 'none') return 'none'
  return signatures.found
    .filter(({ of }) => of === 'payload')
    .map(
      ({ key, valid, trusted }) =>
        `${valid ? 'valid' : 'invalid'}, by key ${key}${trusted ? '' : ', which is not known here'}`,
    )
    .join('; ')
}

const inWords = (found: Verification): string[] => {
  const { release, digest, signatures, commentary, references, recomputation } = found
  const { values, members, cohorts, sealed, without } = recomputation
  return [
    `Release ${release.id}: ${release.plan}, ${release.year}, as of ${release.asOf}, as known on ${release.knownOn}${release.world === 'exercise' ? ' (exercise: everything in it is fictional)' : ''}`,
    ...lines('Digest', digest.holds, `SHA-256 ${digest.computed}`, digest.findings),
    ...lines('Signatures', signatures.holds, signatureWords(found), signatures.findings),
    ...lines('Commentary', commentary.holds, counted(commentary.comments, 'comment'), commentary.findings),
    ...lines(
      'References',
      references.holds,
      references.holds ? 'everything named is in the file' : counted(references.findings.length, 'place'),
      references.findings,
    ),
    ...lines(
      'Recomputation',
      recomputation.holds,
      recomputation.holds
        ? `${counted(values, 'value')}, ${counted(members, 'row')} of members and ${counted(cohorts, 'cohort')} come out as the file says`
        : counted(recomputation.findings.length, 'difference'),
      recomputation.findings,
    ),
    ...(sealed.length > 0
      ? [
          `  sealed, not recomputed: ${sealed.join(', ')} (facts are held that are not public; only the public ones were compared)`,
        ]
      : []),
    ...(without.indicators.length > 0
      ? [`  no rule, and so no value in this file: ${without.indicators.join(', ')}`]
      : []),
    ...(without.years.length > 0
      ? [
          `  years of the plan’s period that this file does not name, and has no values of: ${without.years.join(', ')}`,
        ]
      : []),
    found.holds ? 'The release holds.' : 'The release does not hold.',
  ]
}

export const releaseVerify: Command = {
  name: 'release verify',
  summary:
    'Verifies a release from its file alone: digest, signatures, references and every figure, each apart.',
  usage: 'FILE [--key PUBLIC]',
  example: 'pacta release verify release.json',
  options: {
    key: { type: 'string', describe: 'the public key (base64) it should be signed by; several with commas' },
  },
  run: async (context) => {
    const keys = (textOption(context, 'key') ?? '').split(',').flatMap((key) => key.trim() || [])
    for (const key of keys)
      if (!/^[A-Za-z0-9+/]{43}=$/.test(key))
        throw problem('usage', `--key should be a public key of 32 bytes in base64; it is "${key}".`)
    const file = fileOf(context, largestRelease)
    const found = verifyRelease(file.bytes, file.name, keys)
    context.out(context.json ? JSON.stringify(found, null, 2) : inWords(found).join('\n'))
    return found.holds ? 0 : 1
  },
}
