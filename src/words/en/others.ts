// The page of what others count of a State.
import type { Phrase } from '../phrase.ts'

export const others = {
  'others.title': '{name}: what others count',
  'others.crumb': 'What others count',
  'others.description':
    'Personnel in missions and recommendations received, as others count them, beside what {name} says itself.',
  'others.lead':
    'Tables that others keep, beside the figures of its own. They measure different things: nothing here is added to anything else.',
  'others.link': 'What others count: people in missions, recommendations received',
  'others.notSaid': 'not said',
  'others.own': 'By its own account:',
  'others.ownWords': 'By its own account',
  'others.noOwn': 'No figure of its own, in persons, is held.',
  'others.personnel': 'How many people serve where, by whose count',
  'others.personnel.lead': 'The newest of each that nothing makes doubtful:',
  'others.personnel.noTable':
    'No table of others that counts personnel is held here. That says nothing about whether anybody serves.',
  'others.personnel.notIn':
    '{name} has no row in the tables of personnel held here. That is no count of zero: a table may leave it out.',
  'others.count': { one: '{count} person', other: '{count} persons' },
  'others.countedIn': 'as counted in {table}',
  'others.inMissions': { one: 'in {count} mission, {year}', other: 'in {count} missions, {year}' },
  'others.by': 'As counted in {name}',
  'others.unit': 'Persons',
  'others.years': 'By year',
  'others.byMission': 'By year and mission',
  'others.mission': 'Mission',
  'others.missions': 'Missions',
  'others.persons': 'Persons',
  'others.women': 'Women',
  'others.men': 'Men',
  'others.apart':
    'The figures of a year are those of its missions added. Women, men and all persons are counted apart by the table, and need not add up.',
  'others.doubtful': 'doubtful',
  'others.noPoint': 'no figure, or a doubtful one',
  'others.reach': {
    one: 'held for {from} to {until}, for {count} actor. Of other years nothing is known from it.',
    other: 'held for {from} to {until}, for {count} actors. Of other years nothing is known from it.',
  },
  'others.review': 'Recommendations received at the review by others, and pledges made there',
  'others.review.answer': {
    one: '{count} recommendation received (sessions: {sessions}):',
    other: '{count} recommendations received (sessions: {sessions}):',
  },
  'others.review.pledges': { one: '{count} voluntary pledge.', other: '{count} voluntary pledges.' },
  'others.review.noTable':
    'No table of recommendations is held here. That says nothing about whether any were received.',
  'others.review.notIn': '{name} was not reviewed in the sessions held here.',
  'others.reach.review': {
    one: 'sessions {from} to {until} are held, for {count} actor. Sessions before and after are not in what is held: nothing follows about them.',
    other:
      'sessions {from} to {until} are held, for {count} actors. Sessions before and after are not in what is held: nothing follows about them.',
  },
  'others.session': 'Session',
  'others.sessionOf': 'Session {session}',
  'others.held': 'Held',
  'others.received': 'Received',
  'others.pledges': 'Voluntary pledges',
  'others.noResponse': 'no response in the table',
  'others.statements': 'In their words, session {session}',
  'others.statements.open': 'Show them all',
  'others.madeBy': 'By',
  'others.words': 'Words',
  'others.response': 'Response',
  'others.itself': 'the State itself',
} as const satisfies Record<string, Phrase>
