// Who sees to a part of a promise, as the work on it says: those responsible for the actions that carry it out, the owners of their
// tasks, and the bodies that work on it.
import type { Kinds } from '../facts/kind.ts'
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { servingOf } from './serving.ts'

/** `who`: an actor's or a body's id, or the name of an office, as the fact has it; `body`: the body itself, by its title. */
export type SeesToIt = { who: string; body: string | null; fact: WorkFact }

const ofAction = (work: Work, action: WorkFact): SeesToIt[] => [
  ...entriesOf(action, 'responsible').map((who) => ({ who, body: null, fact: action })),
  ...work
    .naming('task', 'action', action)
    .flatMap((task) => entriesOf(task, 'owner').map((who) => ({ who, body: null, fact: task }))),
]

/** Everybody whom the work on a part of an instrument names, each as often as something names them. */
export const seeingTo = (work: Work, kinds: Kinds, part: string): SeesToIt[] =>
  servingOf(work, kinds, new Set([part])).flatMap(({ fact }) => {
    if (fact.kind === 'plan-action') return ofAction(work, fact)
    // A cooperation is how some work together, not somebody who sees to a thing.
    if (fact.kind !== 'working-body' || textIn(fact, 'form') === 'cooperation') return []
    const chair = textIn(fact, 'chairedBy')
    return [
      { who: fact.id, body: textIn(fact, 'title') ?? fact.id, fact },
      ...(chair === null ? [] : [{ who: chair, body: null, fact }]),
    ]
  })
