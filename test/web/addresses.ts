// One address of each kind of page, with what is special about it: every test of pages asks them all.
import { plan } from './fictional/plan.ts'

/** Pages a browser is shown: looked at by axe, narrow and wide, light and dark. */
export const browsed: Record<string, string> = {
  home: '/',
  plans: '/plans',
  document: `/documents/${plan.id}`,
  plan: `/plans/${plan.id}`,
  indicator: `/plans/${plan.id}/1.2?year=2027`,
  'indicator in the exercise': `/exercise/plans/${plan.id}/1.1?year=2027`,
  'indicator of records': `/plans/${plan.id}/3.2`,
  'indicator without cases': `/plans/${plan.id}/4.1`,
  'indicator in Mongolian': `/mn/plans/${plan.id}/1.2?year=2027`,
  'plan from right to left': `/ar/exercise/plans/${plan.id}`,
  states: '/states',
  State: '/states/XAA',
  'State with a hostile name': '/states/XBJ',
  'State of which little is known': '/states/XAL',
  cohorts: '/exercise/cohorts',
  cohort: '/cohorts/affected',
  'cohort not established': '/cohorts/donor',
  'nothing held': '/states/NOPE',
  'not understood': '/states?who=me',
  'kind of problem': '/problems/input-rejected',
}

/** Pages that answer, in more forms than a browser need be shown. */
export const everyPage: string[] = [
  '/',
  '/plans',
  `/documents/${plan.id}`,
  `/plans/${plan.id}`,
  `/plans/${plan.id}?year=2025`,
  `/plans/${plan.id}/1.1`,
  `/plans/${plan.id}/1.2?reading=strict&as-of=2026-06-01&as-known-on=2027-01-01`,
  `/plans/${plan.id}/2.1`,
  `/plans/${plan.id}/3.1`,
  `/plans/${plan.id}/3.2`,
  `/plans/${plan.id}/4.1`,
  `/plans/${plan.id}/4.2?year=2025`,
  '/states',
  '/states?q=aver',
  '/states?q=nobody',
  '/states/XAA',
  '/states/XBJ',
  '/states/XAL',
  '/cohorts',
  '/cohorts/affected',
  '/cohorts/donor',
  '/problems/usage',
]
