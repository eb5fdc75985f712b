// What of a value follows from each member alone. Where it does, a write about one actor leaves the rows of all others
// as they are, and only its own has to be evaluated again.
type Node = Readonly<Record<string, unknown>>
type Specs = Readonly<Record<string, { rule: unknown }>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const partsOf = (node: unknown): unknown[] =>
  Array.isArray(node) ? node : isNode(node) ? Object.values(node) : []

/** The cohorts a rule names. */
export const namesIn = (rule: unknown): string[] => {
  if (Array.isArray(rule)) return rule.flatMap(namesIn)
  if (typeof rule !== 'object' || rule === null) return []
  return Object.entries(rule).flatMap(([key, value]) =>
    key === 'cohort' && typeof value === 'string' ? [value] : namesIn(value),
  )
}

/** Conditions that rest on a register's coverage. */
const notingForms = ['answer', 'some', 'every', 'last', 'sum', 'count', 'cohort', 'party']

const notes = (node: unknown): boolean =>
  (isNode(node) && notingForms.some((form) => form in node)) || partsOf(node).some(notes)

/**
 * True where a condition rests on the same registers for every member of a day, so that how far a value is known does
 * not follow from who its members are: it looks at nothing only in some cases (`when`, records that must hold more), nor at
 * what others wrote (`naming`).
 */
const restsAlike = (condition: unknown): boolean =>
  (!isNode(condition) ||
    (!('when' in condition) &&
      !('naming' in condition) &&
      !('holds' in condition && notes(condition.holds)))) &&
  partsOf(condition).every(restsAlike)

/** The cohorts that a condition names, through other cohorts as well. */
const cohortsIn = (condition: unknown, cohorts: Specs): Set<string> => {
  const names = new Set(namesIn(condition))
  // A Set visits what is added while it is walked.
  for (const name of names) for (const inner of namesIn(cohorts[name]?.rule)) names.add(inner)
  return names
}

/** True where whether an actor belongs, and how far that is known, follows from this actor's facts alone. */
export const isLocalCohort = (name: string, cohorts: Specs): boolean =>
  [name, ...cohortsIn(cohorts[name]?.rule, cohorts)].every((one) => restsAlike(cohorts[one]?.rule))

/**
 * True where each member's row follows from its own facts, and who the members are follows from each one's own. Not so
 * for populations of records, which others report about, and not where different members rest on different registers.
 */
export const isLocalRule = (rule: { population: Node; condition: unknown }, cohorts: Specs): boolean =>
  typeof rule.population.cohort === 'string' &&
  restsAlike(rule.condition) &&
  [rule.population.cohort, ...cohortsIn(rule.condition, cohorts)].every((name) =>
    isLocalCohort(name, cohorts),
  )

/** The kinds of datum that every member's row may follow from, whoever they are of: the meeting, and lists in `let`. */
export const kindsForAll = (names: Readonly<Record<string, unknown>>): Set<string> => {
  const kinds = new Set(['meeting'])
  const look = (node: unknown): void => {
    if (isNode(node) && typeof node.idsOf === 'string') kinds.add(node.idsOf)
    partsOf(node).forEach(look)
  }
  look(names)
  return kinds
}
