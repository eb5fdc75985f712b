// The recommendations of a study and what is done about them: those no action takes up, and actions that rest on none.
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { type Mark, markOf } from './mark.ts'
import { isPartOf, type PlanOfWork } from './plan-of-work.ts'
import { type Reported, reportedOf } from './progress.ts'

export type RecommendationView = {
  id: string
  number: string
  group: string | null
  /** Verbatim, in `language`. */
  text: string
  language: string | null
  addressedTo: string[]
  /** Ids of the actions of plans of work that take it up and go on, or are done. */
  actions: string[]
  /** Ids of those that took it up and were stopped: nobody works on it by them. */
  stoppedActions: string[]
  reported: Reported[]
} & Mark

export type StudyView = {
  id: string
  actor: string
  title: string
  language: string | null
  launchedOn: string | null
  recommendations: RecommendationView[]
  /** How many of them an action takes up. */
  takenUp: number
  /** Actions of the plans of work that rest on no recommendation of any study. */
  without: string[]
} & Mark

const byNumber = (a: RecommendationView, b: RecommendationView): number =>
  a.number.localeCompare(b.number, 'en', { numeric: true })

const takingUp = (work: Work, fact: WorkFact): string[] =>
  work.naming('plan-action', 'recommendations', fact).map(({ id }) => id)

const recommendationOf = (work: Work, fact: WorkFact, stopped: ReadonlySet<string>): RecommendationView => ({
  id: fact.id,
  number: textIn(fact, 'number') ?? '',
  group: textIn(fact, 'group'),
  text: textIn(fact, 'text') ?? '',
  language: fact.datum.language,
  addressedTo: entriesOf(fact, 'addressedTo'),
  actions: takingUp(work, fact).filter((id) => !stopped.has(id)),
  stoppedActions: takingUp(work, fact).filter((id) => stopped.has(id)),
  reported: reportedOf(work, fact),
  ...markOf(fact),
})

/** The studies on an instrument with their recommendations, against the actions of its plans of work. */
export const studiesOf = (work: Work, instrument: string, plans: readonly PlanOfWork[]): StudyView[] => {
  const without = plans
    .flatMap(({ actions }) => actions)
    .filter(({ recommendations }) => recommendations.length === 0)
    .map(({ id }) => id)
  const stopped = new Set(
    work
      .of('plan-action')
      .filter((action) => reportedOf(work, action).at(-1)?.state === 'stopped')
      .map(({ id }) => id),
  )
  return work
    .of('study')
    .filter((study) => entriesOf(study, 'instrument').some((part) => isPartOf(instrument, part)))
    .map((study): StudyView => {
      const recommendations = work
        .naming('recommendation', 'study', study)
        .map((one) => recommendationOf(work, one, stopped))
        .sort(byNumber)
      return {
        id: study.id,
        actor: study.datum.actor,
        title: textIn(study, 'title') ?? '',
        language: study.datum.language,
        launchedOn: textIn(study, 'launchedOn'),
        recommendations,
        takenUp: recommendations.filter(({ actions }) => actions.length > 0).length,
        without,
        ...markOf(study),
      }
    })
}
