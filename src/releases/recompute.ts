// The figures of a release beside those its own inputs give: every value, member and cohort that differs, by name.

import { canonicalText } from '../formats/canonical.ts'
import { Problem } from '../problem.ts'
import { figuresOf } from './evaluate.ts'
import type { Finding } from './findings.ts'
import type { ReleaseCohortList, ReleaseMember, ReleasePayload, ReleaseValue } from './release.ts'

export type Recomputation = {
  /** Values recomputed from the file: of all years and readings. */
  values: number
  members: number
  cohorts: number
  /** Indicators that could read what is not public: compared with what the public inputs give, not called recomputed. */
  sealed: string[]
  /**
   * What the file has no values of, and by itself need not: indicators listed without a rule, years of the plan's period
   * up to the release's that the plan does not name. No finding, but said: whoever takes a rule out leaves this behind.
   */
  without: { indicators: string[]; years: number[] }
  findings: Finding[]
}

/** "31/40", "12" for a count, "not known". */
export const figureText = ({ n, d, status }: Pick<ReleaseValue, 'n' | 'd' | 'status'>): string =>
  n === null ? status : d === null ? `${n}` : `${n}/${d}`

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || canonicalText(a ?? null) === canonicalText(b ?? null)

const valueKey = ({ indicator, year, reading }: ReleaseValue): string =>
  `${indicator} ${year}${reading === 'default' ? '' : ` (${reading})`}`

/** Both sides by key; a key that stands twice in the file is a finding of its own. */
const paired = <T>(
  file: readonly T[],
  recomputed: readonly T[],
  key: (row: T) => string,
  twice: (key: string) => void,
): { key: string; file: T | undefined; recomputed: T | undefined }[] => {
  const held = new Map<string, T>()
  for (const row of file) {
    if (held.has(key(row))) twice(key(row))
    held.set(key(row), row)
  }
  const found = new Map(recomputed.map((row) => [key(row), row]))
  return [...new Set([...held.keys(), ...found.keys()])].map((one) => ({
    key: one,
    file: held.get(one),
    recomputed: found.get(one),
  }))
}

const weight = ({ inN, inD }: ReleaseMember): string => `${inN} in n, ${inD} in N`

const memberFindings = (of: string, file: ReleaseValue, recomputed: ReleaseValue): Finding[] => {
  const findings: Finding[] = []
  const note = (member: string, message: string, more: Partial<Finding> = {}) =>
    findings.push({ check: 'member', place: `member ${member} of ${of}`, message, ...more })
  // A record and its owner name a row: two actors may give their records one name.
  const key = ({ member, actor }: ReleaseMember) => (member === actor ? member : `${member} (${actor})`)
  for (const one of paired(file.members, recomputed.members, key, (twice) => note(twice, 'stands twice'))) {
    const { file: held, recomputed: found } = one
    if (held === undefined) note(one.key, `missing in the file; it is ${found!.state}`)
    else if (found === undefined) note(one.key, `superfluous; nothing puts it into the population`)
    else {
      if (held.state !== found.state)
        note(one.key, 'other state', { file: held.state, expected: found.state })
      if (held.inN !== found.inN || held.inD !== found.inD)
        note(one.key, 'other weight', { file: weight(held), expected: weight(found) })
      if (!isSame(held.reason, found.reason))
        note(one.key, 'other reason', { file: held.reason.key, expected: found.reason.key })
      if (!isSame(held.datums, found.datums))
        note(one.key, 'rests on other datums', {
          file: held.datums.join(', ') || 'none',
          expected: found.datums.join(', ') || 'none',
        })
    }
  }
  return findings
}

const valueFindings = (of: string, file: ReleaseValue, recomputed: ReleaseValue): Finding[] => {
  const findings: Finding[] = []
  const place = `value ${of}`
  const note = (message: string, held: unknown, found: unknown) => {
    const words = (value: unknown) =>
      typeof value === 'string' ? value.replace(/^([0-9a-f]{12})[0-9a-f]{52}$/, '$1') : canonicalText(value)
    if (!isSame(held, found))
      findings.push({ check: 'value', place, message, file: words(held), expected: words(found) })
  }
  if (file.n !== recomputed.n || file.d !== recomputed.d)
    note('other figure', figureText(file), figureText(recomputed))
  for (const field of [
    'status',
    'asOf',
    'provisionalUntil',
    'reason',
    'coverage',
    'reportedAmong',
    'target',
    'ruleSha256',
  ] as const)
    note(
      field === 'ruleSha256' ? 'computed by another rule' : `other ${field}`,
      file[field],
      recomputed[field],
    )
  findings.push(...memberFindings(of, file, recomputed))
  if (findings.length === 0 && !isSame({ ...file, sealed: [] }, { ...recomputed, sealed: [] }))
    findings.push({ check: 'value', place, message: 'its entries are not in order' })
  return findings
}

const cohortFindings = (file: ReleaseCohortList, recomputed: ReleaseCohortList): Finding[] => {
  const findings: Finding[] = []
  const place = `cohort ${file.cohort}`
  const note = (message: string, more: Partial<Finding> = {}) =>
    findings.push({ check: 'cohort', place, message, ...more })
  if (file.on !== recomputed.on) note('on another day', { file: file.on, expected: recomputed.on })
  if (file.level !== recomputed.level)
    note('other coverage', { file: file.level, expected: recomputed.level })
  for (const list of ['members', 'undetermined'] as const) {
    const what = list === 'members' ? 'member' : 'undetermined'
    const rows = (of: ReleaseCohortList): readonly { actor: string }[] => of[list]
    for (const one of paired(
      rows(file),
      rows(recomputed),
      (row) => row.actor,
      (twice) => note(`${what} ${twice} stands twice`),
    )) {
      if (one.file === undefined) note(`${what} ${one.key} missing in the file`)
      else if (one.recomputed === undefined) note(`${what} ${one.key} superfluous`)
      else if (!isSame(one.file, one.recomputed)) note(`${what} ${one.key} is otherwise in the file`)
    }
  }
  if (findings.length === 0 && !isSame(file, recomputed)) note('its entries are not in order')
  return findings
}

const inOneOrder = <T>(file: readonly T[], recomputed: readonly T[], key: (row: T) => string): boolean =>
  file.every((row, at) => recomputed[at] === undefined || key(row) === key(recomputed[at]))

const withoutValues = ({ instrument, rules, year }: ReleasePayload): Recomputation['without'] => {
  const { period, indicators, years } = instrument
  const first = Math.max(Number(period.from.slice(0, 4)), year - 200)
  return {
    indicators: indicators.flatMap(({ number }) => (Object.hasOwn(rules, number) ? [] : [number])),
    years: Array.from({ length: Math.max(0, year - first + 1) }, (_, at) => first + at).filter(
      (one) => !years.includes(one),
    ),
  }
}

/** Computes the figures again from the payload alone, and names what differs. Never throws for what a file says. */
export const recompute = (payload: ReleasePayload): Recomputation => {
  const sealed = [
    ...new Set(payload.values.filter((value) => value.sealed.length > 0).map((value) => value.indicator)),
  ].sort()
  const counted = {
    values: payload.values.filter((value) => !sealed.includes(value.indicator)).length,
    members: payload.values.reduce((sum, value) => sum + value.members.length, 0),
    cohorts: payload.cohortLists.length,
    sealed,
    without: withoutValues(payload),
  }
  let figures: ReturnType<typeof figuresOf>
  try {
    figures = figuresOf(payload, payload, () => [])
  } catch (error) {
    // Definitions that nothing can be computed by: said by the evaluator, or found by falling over them.
    const message =
      error instanceof Problem
        ? error.message
        : error instanceof RangeError
          ? 'a rule or a name in it needs itself'
          : 'a rule is not one Pacta can compute by'
    return { ...counted, values: 0, findings: [{ check: 'evaluation', place: 'rules', message }] }
  }
  const findings: Finding[] = []
  const twice = (key: string) =>
    findings.push({ check: 'value', place: `value ${key}`, message: 'stands twice' })
  for (const one of paired(payload.values, figures.values, valueKey, twice)) {
    if (one.file === undefined)
      findings.push({
        check: 'value',
        place: `value ${one.key}`,
        message: 'missing in the file',
        expected: figureText(one.recomputed!),
      })
    else if (one.recomputed === undefined)
      findings.push({
        check: 'value',
        place: `value ${one.key}`,
        message: 'superfluous: the release has no such indicator, year or reading',
        file: figureText(one.file),
      })
    else findings.push(...valueFindings(one.key, one.file, one.recomputed))
  }
  const cohortKey = (list: ReleaseCohortList) => list.cohort
  const cohortTwice = (key: string) =>
    findings.push({ check: 'cohort', place: `cohort ${key}`, message: 'stands twice' })
  for (const one of paired(payload.cohortLists, figures.cohortLists, cohortKey, cohortTwice)) {
    const place = `cohort ${one.key}`
    if (one.file === undefined) findings.push({ check: 'cohort', place, message: 'missing in the file' })
    else if (one.recomputed === undefined)
      findings.push({ check: 'cohort', place, message: 'superfluous: no rule names it' })
    else findings.push(...cohortFindings(one.file, one.recomputed))
  }
  if (
    findings.length === 0 &&
    !(
      inOneOrder(payload.values, figures.values, valueKey) &&
      inOneOrder(payload.cohortLists, figures.cohortLists, cohortKey)
    )
  )
    findings.push({ check: 'value', place: 'values', message: 'not in the order of their keys' })
  return { ...counted, findings }
}
