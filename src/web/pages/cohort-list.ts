// Cohorts with their number of members, as lists show them.
import { Problem } from '../../problem.ts'
import type { CohortHeld } from '../data/cohorts.ts'
import { type Html, html, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'

export type CohortEntry = CohortHeld & { members: number | null }
/** Every cohort, or those of one treaty, with its number of members on a date; null where nobody has established it. */
export const countCohorts = async (site: Site, asOf: string, treaty?: string): Promise<CohortEntry[]> => {
  const entries: CohortEntry[] = []
  for (const cohort of await site.data.listCohorts()) {
    if (treaty !== undefined && cohort.treaty !== treaty) continue
    entries.push({ ...cohort, members: await countMembers(site, cohort.name, asOf) })
  }
  return entries
}

const countMembers = async (site: Site, cohort: string, asOf: string): Promise<number | null> => {
  try {
    return (await site.data.listCohortMembers({ cohort, asOf, knownOn: site.today() })).length
  } catch (error) {
    if (error instanceof Problem && error.type === 'cohort-not-established') return null
    throw error
  }
}

/** One line a cohort: how many, what it is called, what that means. */
export const cohortList = (site: Site, cohorts: CohortEntry[]): Html =>
  html`<ul class="cohorts" role="list">${cohorts.map(
    (cohort) =>
      html`<li><span class="cohort-count num">${cohort.members === null ? html`<span class="quiet" title="${site.text('cohort.notEstablished')}">?</span>` : site.format.number(cohort.members)}</span><div><a href="${addressOf(site, `/cohorts/${cohort.name}`)}">${site.voice.names.ours(cohort.title)}</a>${cohort.members === null ? html` <span class="status s-not-known">${site.text('cohort.notEstablished')}</span>` : nothing}<p class="quiet">${site.voice.names.ours(cohort.words)}</p></div></li>`,
  )}</ul>`
