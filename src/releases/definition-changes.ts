// Which of an indicator's definitions differ between two releases: a changed definition moves figures without anything
// having happened in the world, so it is a kind of change of its own.

import { canonicalText } from '../formats/canonical.ts'
import { cohortsNamed } from '../indicators/compute.ts'
import { termsOf } from '../indicators/law.ts'
import { countsWhatMayBeOne } from '../rules/one-record.ts'
import { countsOwners } from '../rules/population.ts'
import { withReading } from '../rules/reading.ts'
import { conflictKind } from '../rules/reads.ts'
import { planRulesOf } from './evaluate.ts'
import { readByRule } from './read-by-rules.ts'
import type { ReleasePayload } from './release.ts'

export type DefinitionPart =
  | 'rule'
  | 'cohorts'
  | 'kinds'
  | 'names'
  | 'law'
  | 'period'
  | 'parties'
  | 'obligation'

const isSame = (a: unknown, b: unknown): boolean => canonicalText(a ?? null) === canonicalText(b ?? null)

/** The default rule without its words. */
const ruleOf = ({ rules }: Pick<ReleasePayload, 'rules'>, indicator: string): unknown => {
  const rule = rules[indicator]
  if (rule === undefined) return null
  const { readings: _, words: __, note: ___, ...evaluated } = withReading(rule, 'default')
  return evaluated
}

/** Whether what the rule counts is complete by its owners' own word alone: what one and the same rule means by it. */
const isDeclaredByOwners = ({ rules, instrument }: ReleasePayload, indicator: string): boolean => {
  const rule = rules[indicator]
  return rule !== undefined && instrument.ownersDeclare === true && countsOwners({ [indicator]: rule })
}

/** Whether the rule takes records for one by their own writers' words, and what is one for all it tells. */
const isOneByOwners = ({ rules, instrument, kinds }: ReleasePayload, indicator: string): boolean => {
  const rule = rules[indicator]
  return (
    rule !== undefined && instrument.oneByOwners === true && countsWhatMayBeOne({ [indicator]: rule }, kinds)
  )
}

/** How what owners did is judged, where the rule counts it. */
const judgingOf = ({ rules, instrument }: ReleasePayload, indicator: string): 2 | null => {
  const rule = rules[indicator]
  return rule !== undefined && countsOwners({ [indicator]: rule }) ? (instrument.judging ?? null) : null
}

const kindsOf = (payload: ReleasePayload, indicator: string): unknown => {
  const rule = payload.rules[indicator]
  if (rule === undefined) return null
  const kinds = [...readByRule(planRulesOf(payload), rule).kinds].sort()
  return kinds.map((name) => {
    const kind = payload.kinds[name]
    const happened = Object.entries(kind?.fields ?? {}).filter(([, field]) => field.occurs === true)
    const dated = happened.flatMap(([field, { orDate }]) => (orDate === true ? [field] : []))
    return [
      name,
      kind?.time ?? null,
      happened.map(([field]) => field).sort(),
      kind?.undated ?? null,
      dated.sort(),
    ]
  })
}

/** What defines an indicator's value and differs; empty where both are computed alike. */
export const definitionChanges = (
  a: ReleasePayload,
  b: ReleasePayload,
  indicator: string,
): DefinitionPart[] => {
  const pairs: [DefinitionPart, (payload: ReleasePayload) => unknown][] = [
    [
      'rule',
      (payload) => [
        ruleOf(payload, indicator),
        isDeclaredByOwners(payload, indicator),
        isOneByOwners(payload, indicator),
        judgingOf(payload, indicator),
      ],
    ],
    ['cohorts', (payload) => cohortsNamed(ruleOf(payload, indicator), payload.cohorts)],
    ['kinds', (payload) => kindsOf(payload, indicator)],
    ['names', (payload) => payload.let],
    [
      'law',
      ({ treaty, otherTreaties }) => [treaty, ...otherTreaties].map((one) => termsOf(one ?? undefined)),
    ],
    ['period', ({ instrument }) => instrument.period],
    ['parties', ({ instrument }) => instrument.parties],
    ['obligation', ({ instrument }) => instrument.obligation],
  ]
  return pairs.flatMap(([part, of]) => (isSame(of(a), of(b)) ? [] : [part]))
}

/** What B's rule reads and A's file does not hold, so that A's inputs cannot be computed by it; empty where all is there. */
export const lacksFor = (a: ReleasePayload, b: ReleasePayload, indicator: string): string[] => {
  const rule = b.rules[indicator]
  if (rule === undefined) return []
  const reads = readByRule(planRulesOf(b), rule)
  const questions = new Set(a.questions.map((question) => `${question.obligation}/${question.id}`))
  return [
    // A file that does not know conflicts holds none: its law can be applied as it is.
    ...[...reads.kinds].filter(
      (kind) => !kind.endsWith('-report') && kind !== conflictKind && !Object.hasOwn(a.kinds, kind),
    ),
    ...[...reads.questions].filter((question) => !questions.has(question)),
  ].sort()
}
