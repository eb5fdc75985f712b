// For which dates a register is complete, partial or empty, of whose records, and by whose word. Without such a word
// nothing may be concluded from a fact that is not there.
import type { CsvRow } from '../formats/csv.ts'
import { readTable } from '../formats/table-file.ts'
import type { Issue } from '../problem.ts'
import { statedSpans } from './coverage-spans.ts'
import type { InputFile } from './datum-file.ts'
import { isDay } from './edtf.ts'
import type { Kinds } from './kind.ts'

export const coverageLevels = ['complete', 'partial', 'none'] as const
export type CoverageLevel = (typeof coverageLevels)[number]

export type Coverage = {
  /** A kind of datum, `<obligation>-report`, or `status:<treaty>`. */
  register: string
  /** Whose records alone it speaks of; null: everyone's. */
  actor: string | null
  heldFrom: string
  /** First day not covered; null until further notice. */
  heldUntil: string | null
  level: CoverageLevel
  statedBy: string
  knownFrom: string
  note: string | null
  /** Declared at the desk, not received: stays out of anything published. */
  entered: boolean
}

/** `obligations`: those there are questions for; undefined where any may be named. */
export type CoverageContext = {
  kinds: Kinds
  today: string
  obligations?: readonly string[] | undefined
  /** The actors held, of those the file names; left out: it names none. */
  actors?: ReadonlySet<string>
}

const columns = ['register', 'actor', 'from', 'until', 'level', 'stated_by', 'known_from', 'note']

/** Whether there is a register of this name. */
export const isRegister = (
  text: string,
  { kinds, obligations }: Pick<CoverageContext, 'kinds' | 'obligations'>,
): boolean =>
  Object.hasOwn(kinds, text) ||
  (/^[a-z0-9][a-z0-9-]*-report$/.test(text) &&
    (obligations === undefined || obligations.includes(text.slice(0, -'-report'.length)))) ||
  /^status:[a-z0-9][a-z0-9-]*$/.test(text)

const checkRow = (row: CsvRow, context: CoverageContext): { coverage: Coverage; issues: Issue[] } => {
  const issues: Issue[] = []
  const note = (column: string, message: string, expected?: string) =>
    issues.push({ ...row.place(column), message, expected, found: row.get(column) || undefined })
  const day = (column: string, required: boolean): string => {
    const text = row.get(column)
    if (isDay(text) || (text === '' && !required)) return text
    note(column, 'Not a day', 'a day such as 2025-12-01')
    return ''
  }
  if (!isRegister(row.get('register'), context)) {
    const reports = (context.obligations ?? ['<obligation>']).map((id) => `${id}-report`)
    note('register', 'No such register', `a kind of datum, ${reports.join(', ')} or status:<treaty>`)
  }
  const actor = row.get('actor')
  if (actor !== '' && context.actors?.has(actor) !== true)
    note('actor', 'No such actor', 'the id of an actor held, such as MNG; empty: everyone')
  const [from, until, knownFrom] = [day('from', true), day('until', false), day('known_from', true)]
  if (from !== '' && until !== '' && until <= from)
    note('until', 'It ends before it begins', `a day after ${from}`)
  if (knownFrom > context.today)
    note('known_from', 'Nothing is known from a day to come', `${context.today} or earlier`)
  const level = row.get('level') as CoverageLevel
  if (!coverageLevels.includes(level)) note('level', 'No such level', coverageLevels.join(', '))
  if (row.get('stated_by') === '') note('stated_by', 'By whose word?', 'who states this coverage')
  const coverage: Coverage = {
    register: row.get('register'),
    actor: actor || null,
    heldFrom: from,
    heldUntil: until || null,
    level,
    statedBy: row.get('stated_by'),
    knownFrom,
    note: row.get('note') || null,
    entered: false,
  }
  return { coverage, issues }
}

/**
 * The text two equal statements share. What was declared at the desk is not what was received: it never leaves the house, and
 * must not keep the word that does from being recorded.
 */
export const coverageKey = (c: Coverage): string =>
  JSON.stringify([
    ...[c.register, c.actor, c.heldFrom, c.heldUntil, c.level, c.statedBy, c.knownFrom, c.note],
    ...(c.entered ? ['entered'] : []),
  ])

/** Which of these statements tell nothing that is not held: the same, or declared at the desk after it was received. */
export const isStatedIn = (held: readonly Coverage[]): ((one: Coverage) => boolean) => {
  const keys = new Set(held.map(coverageKey))
  return (one) => keys.has(coverageKey(one)) || keys.has(coverageKey({ ...one, entered: false }))
}

const requiredColumns = ['register', 'from', 'level', 'stated_by', 'known_from']

/** The actors that a coverage file names, held or not. */
export const actorsNamed = (file: InputFile): string[] =>
  readTable(file.bytes, { fileName: file.name, required: requiredColumns, known: columns }).rows.flatMap(
    (row) => row.get('actor') || [],
  )

/**
 * The statements of a coverage file that are not among `held`, with everything wrong in it: `issues` for unknown
 * registers and levels and impossible dates; `contradictions` for statements, none of them among `fresh`, that
 * contradict an earlier one of the same day about the same actor, or like it about everyone, stored or in the file.
 */
export const readCoverageFile = (
  file: InputFile,
  context: CoverageContext,
  held: readonly Coverage[],
): { fresh: Coverage[]; alreadyHeld: number; issues: Issue[]; contradictions: Issue[] } => {
  const table = readTable(file.bytes, { fileName: file.name, required: requiredColumns, known: columns })
  const issues = [...table.issues]
  const contradictions: Issue[] = []
  const isHeld = isStatedIn(held)
  const stated = statedSpans()
  for (const one of held) stated.add(one)
  const fresh = new Map<string, Coverage>()
  let alreadyHeld = 0
  for (const row of table.rows) {
    const checked = checkRow(row, context)
    for (const issue of checked.issues) issues.push(issue)
    if (checked.issues.length > 0) continue
    const { coverage } = checked
    const key = coverageKey(coverage)
    if (isHeld(coverage)) {
      alreadyHeld += 1
      continue
    }
    if (fresh.has(key)) continue
    const other = stated.findContradiction(coverage)
    if (other === undefined) {
      fresh.set(key, coverage)
      stated.add(coverage)
      continue
    }
    const span = `${other.from} to ${other.until ?? 'further notice'}`
    contradictions.push({
      ...row.place('level'),
      message: `Contradicts "${other.level}" for ${span}, stated on the same day`,
      found: coverage.level,
      expected: 'a later known_from to correct it',
    })
  }
  return { fresh: [...fresh.values()], alreadyHeld, issues, contradictions }
}
