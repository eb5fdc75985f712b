// The plan by which a promise is carried out: its actions with who sees to them, when, at what cost, and where they
// stand; and the other way round, which parts of the promise no action carries out.
import { type BudgetLine, type BudgetSum, budgetLineOf, budgetSums } from './budget.ts'
import { type Schedule, scheduleOf } from './dates.ts'
import { type DependencyFault, type Depending, dependencyFaults } from './dependencies.ts'
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { type Holding, holdingOn } from './holding.ts'
import { type Mark, markOf } from './mark.ts'
import { type Reported, reportedOf, type Standing, standingOfWork } from './progress.ts'
import { endedBy } from './stands-in.ts'

export type StepOfWork = {
  id: string
  title: string
  schedule: Schedule
  reported: Reported[]
  standing: Standing
} & Mark

export type ActionOfWork = {
  id: string
  /** The id of its version that is known: what a correction takes the place of. */
  version: string | null
  actor: string
  number: string | null
  title: string
  text: string | null
  /** BCP 47, of title and text. */
  language: string | null
  /** Parts of instruments, as `<instrument>/<number>`. */
  carriesOut: string[]
  recommendations: string[]
  /** Actors, bodies or offices. */
  responsible: string[]
  supporting: string[]
  dependsOn: string[]
  schedule: Schedule
  reported: Reported[]
  standing: Standing
  steps: StepOfWork[]
  budget: BudgetLine[]
} & Mark

export type PlanOfWork = {
  id: string
  actor: string
  title: string | null
  withTimelines: boolean | null
  from: string | null
  until: string | null
  holds: Holding
  actions: ActionOfWork[]
  /** Of the plan as a whole, beside those of its actions. */
  budget: BudgetLine[]
  sums: BudgetSum[]
  faults: DependencyFault[]
} & Mark

/** A step, or anything planned and reported like one: where it stands, by when. */
export const stepOf = (work: Work, fact: WorkFact): StepOfWork => {
  const schedule = scheduleOf(work, fact)
  const reported = reportedOf(work, fact)
  return {
    id: fact.id,
    title: textIn(fact, 'title') ?? '',
    schedule,
    reported,
    standing: standingOfWork(reported, schedule, work.asOf, endedBy(work, fact) === 'stopped'),
    ...markOf(fact),
  }
}

const byDay = (a: { schedule: Schedule }, b: { schedule: Schedule }): number => {
  const key = ({ schedule: { now } }: { schedule: Schedule }) => now.startsOn ?? now.due ?? now.endsOn ?? '9'
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

const actionOf = (work: Work, fact: WorkFact): ActionOfWork => ({
  ...stepOf(work, fact),
  version: fact.datum.externalId,
  actor: fact.datum.actor,
  number: textIn(fact, 'number'),
  text: textIn(fact, 'text'),
  language: fact.datum.language,
  carriesOut: entriesOf(fact, 'carriesOut'),
  recommendations: work.named(fact, 'recommendations', ['recommendation']).map(({ id }) => id),
  responsible: entriesOf(fact, 'responsible'),
  supporting: entriesOf(fact, 'supporting'),
  dependsOn: work.named(fact, 'dependsOn', ['plan-action']).map(({ id }) => id),
  steps: work
    .naming('step', 'action', fact)
    .map((step) => stepOf(work, step))
    .sort(byDay),
  budget: work.naming('budget-line', 'about', fact).map(budgetLineOf),
})

/** By number as people number things, "2" before "10"; those without one last, by their day. */
const byNumber = (a: ActionOfWork, b: ActionOfWork): number =>
  a.number === null || b.number === null
    ? Number(a.number === null) - Number(b.number === null) || byDay(a, b)
    : a.number.localeCompare(b.number, 'en', { numeric: true })

/** Actions with everything they need, directly and by way of others, whichever plan it stands in. */
const dependingOf = (work: Work, actions: readonly WorkFact[]): Depending[] => {
  const found = new Map<string, Depending>()
  const left = [...actions].reverse()
  for (let fact = left.pop(); fact !== undefined; fact = left.pop()) {
    if (found.has(fact.id)) continue
    const needed = work.named(fact, 'dependsOn', ['plan-action'])
    found.set(fact.id, {
      id: fact.id,
      dependsOn: needed.map(({ id }) => id),
      dates: scheduleOf(work, fact).now,
      isDone: reportedOf(work, fact).at(-1)?.state === 'done',
    })
    left.push(...needed.toReversed())
  }
  return [...found.values()]
}

const planOf = (work: Work, fact: WorkFact, stated: readonly WorkFact[]): PlanOfWork => {
  const actions = stated.map((action) => actionOf(work, action)).sort(byNumber)
  const own = new Set(actions.map(({ id }) => id))
  const budget = work.naming('budget-line', 'about', fact).map(budgetLineOf)
  const { withTimelines } = fact.datum.body
  return {
    id: fact.id,
    actor: fact.datum.actor,
    title: textIn(fact, 'title'),
    withTimelines: typeof withTimelines === 'boolean' ? withTimelines : null,
    from: fact.datum.heldFrom,
    until: fact.datum.heldUntil,
    holds: holdingOn(fact, work.asOf),
    actions,
    budget,
    sums: budgetSums([...budget, ...actions.flatMap((action) => action.budget)]),
    faults: dependencyFaults(dependingOf(work, stated), (id) => own.has(id)),
    ...markOf(fact),
  }
}

/** Whether `part` is the instrument or one of its actions and indicators. */
export const isPartOf = (instrument: string, part: string): boolean =>
  part === instrument || part.startsWith(`${instrument}/`)

/** The kind of a plan of work. */
export const planKind = 'national-plan'

/**
 * The plans of work for an instrument: those that name it, with all their actions, and of others those actions that carry a part of it
 * out. What has ended comes last.
 */
export const plansOfWork = (work: Work, instrument: string): PlanOfWork[] => {
  const plans = work.of(planKind).flatMap((plan) => {
    const namesIt = (fact: WorkFact, field: string): boolean =>
      entriesOf(fact, field).some((part) => isPartOf(instrument, part))
    const actions = work.naming('plan-action', 'plan', plan)
    if (namesIt(plan, 'instrument')) return [planOf(work, plan, actions)]
    const own = actions.filter((action) => namesIt(action, 'carriesOut'))
    return own.length === 0 ? [] : [planOf(work, plan, own)]
  })
  const hasEnded = ({ holds }: PlanOfWork): number => Number(holds === 'ended')
  return plans.toSorted((a, b) => hasEnded(a) - hasEnded(b))
}

/** How many of the actions stand where, in the order of `Standing`'s words. */
export const countByStanding = (actions: readonly { standing: Standing }[]): Map<Standing, number> => {
  const counts = new Map<Standing, number>()
  for (const { standing } of actions) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  return counts
}
