// Plans.
import type { Phrase } from '../phrase.ts'

export const plan = {
  'plan.description': '{title}: its text, its actions and the value of each indicator.',
  'plan.year': 'Year',
  'plan.noValues': 'No values have been computed yet.',
  'plan.action': 'Action {number}',
  'plan.wholePlan': 'Indicators of the plan as a whole',
  'plan.source': 'Text: {source}',
  'plan.glance': 'All values for {year}',
  'plan.contents': 'Contents',
  'plan.actionsRange': 'Actions {first} to {last}',
  'plan.oneAction': 'Action {first}',
  'plan.summary': 'Of {count} indicators for {year}:',
  'plan.summary.known': '{count} known',
  'plan.summary.provisional': '{count} provisional',
  'plan.summary.not-known': '{count} not known',
  'plan.summary.no-cases': '{count} without cases',
  'plan.summary.none': '{count} not evaluated',
} as const satisfies Record<string, Phrase>
