// What a piece of work stands in: a step in its action, a task in its action and in what a meeting decided. With that stopped or
// withdrawn it is owed no more, and belongs to nothing that is still there.
import type { Work, WorkFact } from './held.ts'
import { meetingKinds } from './meeting-kinds.ts'
import { reportedOf } from './progress.ts'

type Above = readonly (readonly [field: string, ...kinds: string[]])[]

const aboveOf: Readonly<Record<string, Above>> = {
  step: [['action', 'plan-action']],
  task: [
    ['decision', 'meeting-decision'],
    ['action', 'plan-action'],
  ],
  'plan-action': [['plan', 'national-plan']],
  'meeting-decision': [['meeting', ...meetingKinds]],
}

/** What became of everything it stands in. */
export type EndedBy = 'stopped' | 'withdrawn'

/**
 * Whether all that a fact stands in was stopped or withdrawn, or stands itself in nothing else; null while some of it goes on, and for
 * what stands by itself. What is out of sight goes on as far as anybody can tell.
 */
export const endedBy = (work: Work, fact: WorkFact): EndedBy | null => {
  const above = (aboveOf[fact.kind] ?? []).flatMap(([field, ...kinds]) =>
    work.withWithdrawn().named(fact, field, kinds),
  )
  const ends = above.map((one): EndedBy | null =>
    work.find(one.kind, one.first.datumId) === undefined
      ? 'withdrawn'
      : reportedOf(work, one).at(-1)?.state === 'stopped'
        ? 'stopped'
        : endedBy(work, one),
  )
  return ends.includes(null) ? null : (ends[0] ?? null)
}
