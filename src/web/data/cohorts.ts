// What the pages of cohorts read.
import type { Reason } from '../../words/reason.ts'
import type { SourceShown } from './source.ts'

/** `treaty` is the one whose members the cohort is drawn from. */
export type CohortHeld = { name: string; code: string | null; title: string; words: string; treaty: string }
/** A member with the interval over which its membership has held; `until` is the first day it no longer does. */
export type CohortMember = {
  actor: string
  name: string
  from: string | null
  until: string | null
  /** In English; `said` is the same as data. */
  reason: string
  said: Reason
}

/** A cohort nobody has established on the date throws the problem `cohort-not-established`. */
export type CohortData = {
  listCohorts: () => Promise<CohortHeld[]>
  listCohortMembers: (query: { cohort: string; asOf: string; knownOn: string }) => Promise<CohortMember[]>
  /** Source of the status of treaties, with its date: printed beside every status figure. */
  findStatusSource: (treaty: string) => Promise<SourceShown | undefined>
}
