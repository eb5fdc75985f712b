// What verifying finds, each with its place in the file and in words.

export type Finding = {
  /** What was checked. */
  check:
    | 'canonical'
    | 'digest'
    | 'part'
    | 'signature'
    | 'commentary'
    | 'reference'
    | 'value'
    | 'member'
    | 'cohort'
    | 'evaluation'
  /** Which value, member, cohort, part or entry. */
  place: string
  message: string
  /** What the file says, and what it should say, where both can be said shortly. */
  file?: string
  expected?: string
}

/** "member XHJ of 7.1 2025: …; the file says counted, recomputed not counted". */
export const findingWords = ({ place, message, file, expected }: Finding): string =>
  [
    `${place}: ${message}`,
    ...(file === undefined && expected === undefined
      ? []
      : [`the file says ${file ?? 'nothing'}, recomputed ${expected ?? 'nothing'}`]),
  ].join('; ')
