// Roles, tokens, invitations, departments, decisions, publications, settings and words about registers as they are held, against what the trail
// says of them.
import { canonicalText } from '../../formats/canonical.ts'
import type { Expected, HeldKind, Replayed } from './expected.ts'
import { heldKinds } from './expected.ts'
import type { Find } from './finding.ts'
import type { HeldRow } from './held-rows.ts'

const names: Record<HeldKind, string> = {
  role: 'the role',
  token: 'the token',
  invitation: 'the invitation',
  department: 'the department',
  section: 'the section of a department',
  decision: 'the decision',
  publication: 'the publication',
  setting: 'the setting',
  coverage: 'the word about a register',
}

const most = 60
const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : canonicalText(value)
  return text.length > most ? `${text.slice(0, most)}…` : text
}

/** What of a row is not what the trail says, each in words. */
const differences = (held: HeldRow, expected: Expected): string[] => {
  const { of: _, fields, ...times } = expected
  const pairs: [string, unknown, unknown][] = [
    ...Object.entries(fields).map(([name, value]): [string, unknown, unknown] => [
      ...([name, held.fields[name] ?? null, value ?? null] as const),
    ]),
    ...Object.entries(times).map(([name, value]): [string, unknown, unknown] => [
      ...([name, held[name as keyof typeof times] ?? null, value ?? null] as const),
    ]),
  ]
  return pairs.flatMap(([name, is, was]) =>
    canonicalText(is) === canonicalText(was) ? [] : [`${name} is ${shown(is)}, the trail says ${shown(was)}`],
  )
}

/** Whether the trail holds less of a row than there is to compare. */
const isLess = (held: HeldRow, expected: Expected): boolean =>
  Object.keys(held.fields).some((name) => !(name in expected.fields))

// Rules of age and plans added here have always left events.
const alwaysTold = /^(staleness|plan-folder):/

/** Whether a row that no event names may be one of before events told so much. */
const isOlder = ({ kind, key, thing }: HeldRow, replayed: Replayed): boolean =>
  kind === 'setting'
    ? !replayed.knowsSettings && (replayed.hasOlder || !alwaysTold.test(key))
    : kind === 'coverage'
      ? replayed.hasOlder
      : kind === 'publication' && replayed.untoldReleases.has(thing)

/**
 * Compares what is held with what the replayed trail says. Gives how many rows were compared, and how many not, or not in
 * everything, because events of before hold too little.
 */
export const compareHeld = (
  replayed: Replayed,
  rows: readonly HeldRow[],
  find: Find,
): { held: number; uncompared: number } => {
  const count = { held: 0, uncompared: 0 }
  const seen: Record<HeldKind, Set<string>> = Object.fromEntries(
    heldKinds.map((kind) => [kind, new Set()]),
  ) as never
  for (const row of rows) {
    const { kind, key, thing } = row
    const expected = replayed.rows[kind].get(key)
    seen[kind].add(key)
    if (expected === undefined) {
      if (isOlder(row, replayed)) count.uncompared += 1
      else find('record-unknown', null, `${names[kind]} is held, and no event says so`, thing)
      continue
    }
    count.held += 1
    if (isLess(row, expected)) count.uncompared += 1
    const differing = differences(row, expected)
    if (differing.length > 0)
      find(
        'record-altered',
        expected.of,
        `${names[kind]} is not as the trail says: ${differing.join('; ')}`,
        thing,
      )
  }
  for (const kind of heldKinds)
    for (const [key, { of }] of replayed.rows[kind])
      if (!seen[kind].has(key)) {
        const thing =
          kind === 'decision'
            ? key.split(' ')[0]!
            : kind === 'publication'
              ? key
              : `${kind === 'role' ? 'grant' : kind}:${key}`
        find(
          'record-removed',
          of,
          `the trail says of ${names[kind]} that it is held, and it is not there`,
          thing,
        )
      }
  return count
}
