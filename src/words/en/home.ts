// The first page.
import type { Phrase } from '../phrase.ts'

export const home = {
  'home.title': 'What States promised, counted so that anyone can check',
  'home.description':
    'Pacta turns what States have promised into duties, records, reports and figures that anyone can check.',
  'home.lead':
    'Treaties, action plans and pledges, who is bound by them, what was reported, and what follows. Every figure opens to the States behind it, and from each State to the page it was read on.',
  'home.seeAll': 'See {count} values in a fictional world',
  'home.seeAll.here': 'See {count} values of this fictional world',
  'home.doors': 'Three ways in',
  'home.door.secretariat.for': 'For a convention’s secretariat',
  'home.door.secretariat.title': 'The convention and its plans',
  'home.door.secretariat.lead':
    'Who reported and who is missing, how far the plan is, who joined and left, what has changed.',
  'home.door.authority.for': 'For a national authority',
  'home.door.authority.title': 'One State’s sheet',
  'home.door.authority.lead':
    'What binds it, what is due next, what it reported, and what each figure makes of it.',
  'home.door.ministry.for': 'For a foreign ministry',
  'home.door.ministry.title': 'What a State promised',
  'home.door.ministry.lead':
    'Pledges, memberships, resolutions, votes and events, each with its source and its age.',
  'home.treaty.more': 'Who joined and left, act by act',
  'home.treaty.all': 'All treaties',
  'home.documents': 'The documents it starts from',
  'home.documents.lead': 'Sentence by sentence: open one to see what it became.',
  'home.document.size': {
    one: '{count} sentence read from it',
    other: '{count} sentences read from it',
  },
  'home.plans': 'Plans and pledges',
  'plans.own': 'A plan of your own',
  'plans.own.lead':
    'A further plan, of whatever field, is a folder of files: its text, a rule for each indicator, the questions it asks, whom it counts. It is written from the text, checked, and added on the command line:',
  'plans.description':
    'Every plan and pledge held, with its text, its actions and the value of each indicator.',
  'home.noPlans': 'No plan is held yet.',
  'home.size': '{actions} · {indicators}',
  'home.actions': { one: '{count} action', other: '{count} actions' },
  'home.indicators': { one: '{count} indicator', other: '{count} indicators' },
  'home.statusOfYear': 'Values for {year}',
  'home.noValues': 'No values yet.',
  'home.lookUp.label': 'Name or code of a State',
  'home.lookUp.button': 'Look up',
  'home.marks': 'How to read the marks',
} as const satisfies Record<string, Phrase>
