// What the pages of cohorts read, from what is held.
import type { Db } from '../../db/store.ts'
import { listCohorts, showCohort } from '../../indicators/cohort.ts'
import { findStatusSource } from '../../parties/store.ts'
import { addressIn } from '../../parties/treaty-status.ts'
import type { CohortData } from '../data/cohorts.ts'

/** Cohorts of one world. */
export const cohortsHeld = (db: Db): CohortData => ({
  listCohorts: async () =>
    listCohorts().map(({ name, code, title, words, treaty }) => ({ name, code, title, words, treaty })),
  listCohortMembers: async (query) => (await showCohort(db, query)).members,
  findStatusSource: async (treaty) => {
    const source = await findStatusSource(db, treaty)
    return source === undefined
      ? undefined
      : {
          title: source.statedBy,
          address: addressIn(source.note),
          publisher: null,
          date: source.asOf,
        }
  },
})
