// An owner says that its own records of a period are complete, or that they are not after all: checked whole, recorded
// whole, and taken back by a later word only.
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { type Coverage, isStatedIn } from './coverage.ts'
import { statedSpans } from './coverage-spans.ts'
import { insertCoverage, listCoverage } from './coverage-store.ts'
import { dayAfter, isDay } from './edtf.ts'
import { changesOf } from './import-coverage.ts'
import type { FieldIssue } from './kind.ts'

export const declaredStates = ['complete', 'not complete'] as const
export type DeclaredState = (typeof declaredStates)[number]

/** As a form or a program sends it; days YYYY-MM-DD, both included. A year, or from … to …. */
export type TypedDeclaration = {
  actor: string
  /** Registers by name. */
  kinds: readonly string[]
  state: string
  year: string
  from: string
  to: string
  /** Which office says so. */
  office: string
  /** Since when it is known. */
  knownFrom: string
  note: string
}

/** What is declared. `until`: the first day not covered. */
export type Declaration = {
  actor: string
  registers: readonly string[]
  state: DeclaredState
  from: string
  until: string
  statedBy: string
  knownFrom: string
  note: string | null
}

/** The days of a year as far as they lie behind, or those written out. */
const spanOf = (typed: TypedDeclaration, last: string): { from: string; to: string } => {
  if (typed.from !== '' || typed.to !== '') return { from: typed.from, to: typed.to }
  const end = `${typed.year}-12-31`
  return { from: `${typed.year}-01-01`, to: end < last ? end : last }
}

/**
 * What is typed as a declaration, with everything wrong in it by field. `offered`: the registers there are to declare, each with
 * the day from which anything is looked for in it; `today`: the world's day, beyond which nobody can say anything.
 */
export const readDeclaration = (
  typed: TypedDeclaration,
  { offered, today }: { offered: readonly { register: string; from: string }[]; today: string },
): { declaration: Declaration; issues: FieldIssue[] } => {
  const issues: FieldIssue[] = []
  const note = (field: string, message: string, more: Partial<FieldIssue> = {}) =>
    void issues.push({ field, message, ...more })
  if (typed.kinds.length === 0) note('kinds', 'No records are chosen')
  for (const kind of typed.kinds)
    if (!offered.some(({ register }) => register === kind))
      note('kinds', 'Not records to be declared', { found: kind })
  const state = declaredStates.find((one) => one === typed.state)
  if (typed.state === '') note('state', 'Missing')
  else if (state === undefined)
    note('state', 'Not one of the values', { expected: declaredStates.join(', ') })
  const knownFrom = typed.knownFrom === '' ? today : typed.knownFrom
  if (!isDay(knownFrom)) note('knownFrom', 'Not a day', { expected: 'a day such as 2025-12-01' })
  else if (knownFrom > today) note('knownFrom', 'Nothing is known from a day to come', { expected: today })
  const isYear = /^[12]\d{3}$/.test(typed.year)
  const { from, to } = spanOf(typed, isDay(knownFrom) ? knownFrom : today)
  if (typed.from === '' && typed.to === '') {
    if (!isYear) note('year', 'Neither a year nor a first and a last day')
    else if (from > today) note('year', 'Nobody can say anything of days to come', { expected: today })
  } else {
    if (typed.year !== '') note('year', 'A year and days: only one of them')
    if (!isDay(from)) note('from', 'Not a day', { expected: 'a day such as 2025-12-01' })
    if (!isDay(to)) note('to', 'Not a day', { expected: 'a day such as 2025-12-01' })
    if (isDay(from) && isDay(to) && to < from) note('to', 'It ends before it begins', { expected: from })
    else if (isDay(to) && to > today)
      note('to', 'Nobody can say anything of days to come', { expected: today })
    else if (isDay(to) && isDay(knownFrom) && to > knownFrom)
      note('to', 'Declared before the period was over', { expected: knownFrom })
  }
  const begins = offered
    .filter(({ register }) => typed.kinds.includes(register))
    .map((one) => one.from)
    .sort()[0]
  if (begins !== undefined && isDay(from) && from < begins)
    note(typed.year === '' ? 'from' : 'year', 'Before the promises began', { expected: begins })
  if (typed.office.trim() === '') note('office', 'Missing')
  return {
    declaration: {
      actor: typed.actor,
      registers: [...new Set(typed.kinds)].sort(),
      state: state ?? 'complete',
      from,
      until: isDay(to) ? dayAfter(to) : to,
      statedBy: typed.office.trim(),
      knownFrom,
      note: typed.note.trim() === '' ? null : typed.note.trim(),
    },
    issues,
  }
}

/** The statements a declaration makes, one for each register. */
export const statementsOf = (
  { actor, registers, state, from, until, statedBy, knownFrom, note }: Declaration,
  entered: boolean,
): Coverage[] =>
  registers.map((register) => ({
    ...{ register, actor, heldFrom: from, heldUntil: until },
    ...{ level: state === 'complete' ? ('complete' as const) : ('partial' as const) },
    ...{ statedBy, knownFrom, note, entered },
  }))

/**
 * What stands against a declaration among the statements held: on the same day it was said that the records are not
 * complete, and of two words of one day the one that says less stands.
 */
const againstHeld = (stated: readonly Coverage[], held: readonly Coverage[]): FieldIssue[] => {
  const spans = statedSpans()
  for (const one of held) if (one.level !== 'complete') spans.add(one)
  const against = stated.find((one) => one.level === 'complete' && spans.findContradiction(one) !== undefined)
  return against === undefined
    ? []
    : [{ field: 'knownFrom', message: 'Said not to be complete on the same day', found: against.knownFrom }]
}

/** What is wrong with a declaration that can be read; nothing is stored. */
export const checkDeclaration = async (db: Db, declaration: Declaration): Promise<FieldIssue[]> =>
  againstHeld(statementsOf(declaration, false), await listCoverage(db))

/**
 * Records the declaration: all its statements or, with what is wrong, none. The same again records nothing, nor
 * does at the desk what was received; received after it was declared at the desk, it is recorded. `entered`: made at the desk
 * about a real actor, and not received.
 */
export const declareRecords = (
  db: Db,
  declaration: Declaration,
  { agent, entered }: { agent: string; entered: boolean },
): Promise<{ recorded: number; issues: FieldIssue[] }> =>
  inTransaction(db, async (trx) => {
    const held = await listCoverage(trx)
    const stated = statementsOf(declaration, entered)
    const issues = againstHeld(stated, held)
    if (issues.length > 0) return { recorded: 0, issues }
    const isHeld = isStatedIn(held)
    const fresh = stated.filter((one) => !isHeld(one))
    if (fresh.length === 0) return { recorded: 0, issues: [] }
    const things = await insertCoverage(trx, fresh)
    await recordEvent(trx, {
      ...{ agent, action: 'coverage-stated', subject: declaration.actor },
      detail: { changes: changesOf(fresh), state: declaration.state },
      things,
    })
    return { recorded: fresh.length, issues: [] }
  })
