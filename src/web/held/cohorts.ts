// What the pages of cohorts read, from what is held.
import type { Db } from '../../db/store.ts'
import { listCohorts, showCohort } from '../../indicators/cohort.ts'
import { findStatusSource } from '../../parties/store.ts'
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
          address: /https?:\S+/.exec(source.note ?? '')?.[0] ?? null,
          publisher: null,
          date: source.asOf,
        }
  },
})
