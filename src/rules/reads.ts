// What a rule reads, found in the rule itself: so that a write knows which values it makes stale, and no others.
import type { CohortSpec } from './cohorts.ts'

export type Reads = {
  kinds: ReadonlySet<string>
  /** `<obligation>/<question>`. */
  questions: ReadonlySet<string>
  /** Questions whose earlier answers stand in later years. */
  standing: ReadonlySet<string>
  /** Obligations whose reports are asked for answers. */
  obligations: ReadonlySet<string>
  /** Registers whose coverage statements matter. */
  registers: ReadonlySet<string>
}

type Sets = {
  kinds: Set<string>
  questions: Set<string>
  standing: Set<string>
  obligations: Set<string>
  registers: Set<string>
  cohorts: Set<string>
  names: Set<string>
}

/**
 * Everything `rule` (one reading of it) reads, through the names and cohorts it uses as well. `obligation` is the plan's
 * own. Every rule reads the meeting of the year, which sets the as-of date.
 */
export const readsOf = (
  rule: { population: unknown; condition: unknown; pending?: unknown },
  names: Readonly<Record<string, unknown>>,
  cohorts: Readonly<Record<string, CohortSpec>>,
  obligation: string,
): Reads => {
  const sets: Sets = {
    kinds: new Set(),
    questions: new Set(),
    standing: new Set(),
    obligations: new Set(),
    registers: new Set(),
    cohorts: new Set(),
    names: new Set(),
  }
  const { population, condition, pending } = rule
  collect({ population, condition, pending }, sets, obligation)
  // A Set visits what is added while it is walked: cohorts named by cohorts, and names used by names, are found too.
  for (const name of sets.cohorts) collect(cohorts[name]?.rule, sets, obligation)
  for (const name of sets.names) collect(names[name], sets, obligation)
  for (const kind of sets.kinds) sets.registers.add(kind)
  sets.kinds.add('meeting')
  // Who is bound depends on the conflicts that put a withdrawal off.
  if (sets.kinds.has('status-event')) sets.kinds.add(conflictKind)
  return sets
}

/** What the law reads beside a rule: without any, every withdrawal takes effect on its day. */
export const conflictKind = 'armed-conflict'

const kindKeys = ['some', 'every', 'last', 'count', 'actorsOf', 'records', 'idsOf']

const collect = (node: unknown, sets: Sets, obligation: string): void => {
  if (typeof node === 'string' && node.startsWith('$')) {
    sets.names.add(node.slice(1))
    if (node === '$dueOn') sets.kinds.add('status-event')
  }
  if (Array.isArray(node)) for (const part of node) collect(part, sets, obligation)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') {
      if (kindKeys.includes(key)) collectKind(value, node, sets)
      if (key === 'sum' && value.includes('.')) sets.kinds.add(value.split('.')[0]!)
      if (key === 'cohort' || key === 'among') sets.cohorts.add(value)
      if (key === 'duty') sets.kinds.add('status-event')
      if (key === 'party') {
        sets.kinds.add('status-event')
        sets.registers.add(`status:${value}`)
      }
      if (key === 'answer') collectAnswer(node as Record<string, unknown>, sets, obligation)
    }
    collect(value, sets, obligation)
  }
}

/** Acts with the depositary are covered treaty by treaty. */
const collectKind = (kind: string, node: object, sets: Sets): void => {
  sets.kinds.add(kind)
  const treaty = 'where' in node ? (node.where as Record<string, unknown> | undefined)?.treaty : undefined
  if (kind === 'status-event' && typeof treaty === 'string') sets.registers.add(`status:${treaty}`)
}

/** Everything that any of several readings reads. */
export const unionOf = (all: readonly Reads[]): Reads => {
  const of = (name: keyof Reads) => new Set(all.flatMap((reads) => [...reads[name]]))
  return {
    kinds: of('kinds'),
    questions: of('questions'),
    standing: of('standing'),
    obligations: of('obligations'),
    registers: of('registers'),
  }
}

const collectAnswer = (node: Record<string, unknown>, sets: Sets, obligation: string): void => {
  const of = String(node.by ?? obligation)
  const question = `${of}/${String(node.answer)}`
  sets.questions.add(question)
  if (node.standing === true) sets.standing.add(question)
  sets.obligations.add(of)
  sets.registers.add(`${of}-report`)
}
