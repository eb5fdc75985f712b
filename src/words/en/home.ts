// The first page.
import type { Phrase } from '../phrase.ts'

export const home = {
  'home.title': 'What States promised, counted so that anyone can check',
  'home.description':
    'Pacta turns what States have promised into duties, records, reports and figures that anyone can check.',
  'home.lead':
    'Pacta holds the texts of treaties, action plans and pledges, who is bound by them, what States reported, and what follows. Every figure opens to the States behind it, and from each State to the page it was read on.',
  'home.plans': 'Plans and pledges',
  'home.noPlans': 'No plan is held yet.',
  'home.size': '{actions} · {indicators}',
  'home.actions': { one: '{count} action', other: '{count} actions' },
  'home.indicators': { one: '{count} indicator', other: '{count} indicators' },
  'home.statusOfYear': 'Values for {year}',
  'home.noValues': 'No values yet.',
  'home.lookUp': 'Look up a State',
  'home.lookUp.label': 'Name or code of a State',
  'home.lookUp.button': 'Look up',
  'home.cohorts': 'Who is bound, who is concerned',
  'home.cohorts.lead':
    'Members on {date}, each with its reason. A cohort nobody has established is unknown, not empty.',
  'home.marks': 'How to read the marks',
} as const satisfies Record<string, Phrase>
