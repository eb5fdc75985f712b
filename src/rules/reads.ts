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
}

/** Everything `rule` reads, through the cohorts it names as well. `obligation` is the plan's own. */
export const readsOf = (
  rule: { population: unknown; condition: unknown; pending?: unknown; readings?: unknown; let?: unknown },
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
  }
  collect(rule, sets, obligation)
  for (const name of sets.cohorts) collect(cohorts[name]?.rule, sets, obligation)
  for (const kind of sets.kinds) sets.registers.add(kind)
  return sets
}

const collect = (node: unknown, sets: Sets, obligation: string): void => {
  if (node === '$dueOn') sets.kinds.add('status-event')
  if (typeof node === 'string' && node.startsWith('$meeting.')) sets.kinds.add('meeting')
  if (Array.isArray(node)) for (const part of node) collect(part, sets, obligation)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') {
      if (['some', 'every', 'count', 'actorsOf', 'records', 'idsOf'].includes(key)) sets.kinds.add(value)
      if (key === 'sum' && value.includes('.')) sets.kinds.add(value.split('.')[0]!)
      // A Set visits what is added while it is walked: cohorts named by cohorts are found too.
      if (key === 'cohort' || key === 'among' || key.endsWith('.cohort') || key.endsWith('.among'))
        sets.cohorts.add(value)
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

const collectAnswer = (node: Record<string, unknown>, sets: Sets, obligation: string): void => {
  const of = String(node.by ?? node.from ?? obligation)
  const question = `${of}/${String(node.answer)}`
  sets.questions.add(question)
  if (node.standing === true) sets.standing.add(question)
  sets.obligations.add(of)
  sets.registers.add(`${of}-report`)
}
