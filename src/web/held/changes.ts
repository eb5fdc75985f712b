// What the pages of changes read, from what is held.
import { listChanges, listNews } from '../../indicators/changes.ts'
import { compareCohort, countCohortYears } from '../../indicators/cohort-history.ts'
import { listDatesBetween } from '../../indicators/dates-between.ts'
import type { ChangeData } from '../data/changes.ts'
import type { Handles } from './handles.ts'

/** Changes over time in one world. */
export const changesHeld = ({ db, seen }: Handles): ChangeData => ({
  listChanges: (asked) => listChanges(db, asked, seen),
  listNews: (asked) => listNews(db, asked, seen),
  listDates: (span, knownOn) => listDatesBetween(db, span, knownOn),
  compareCohort: (asked) => compareCohort(db, asked),
  countCohortYears: (asked) => countCohortYears(db, asked),
})
