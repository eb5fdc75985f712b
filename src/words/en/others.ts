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
  'others.notHeld': 'not held',
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
  'others.reach.year': {
    one: 'held for {span}, for {count} actor. Of other years nothing is known from it.',
    other: 'held for {span}, for {count} actors. Of other years nothing is known from it.',
  },
  'others.review': 'Recommendations received at the review by others, and pledges made there',
  'others.review.answer': {
    one: '{count} recommendation received (sessions: {sessions})',
    other: '{count} recommendations received (sessions: {sessions})',
  },
  'others.review.pledges': {
    one: '{count} voluntary pledge (sessions: {sessions}).',
    other: '{count} voluntary pledges (sessions: {sessions}).',
  },
  'others.span.year': '{from} to {until}',
  'others.span.year.one': '{from}',
  'others.span.session': 'sessions {from} to {until}',
  'others.span.session.one': 'session {from}',
  'others.unheld.recommendation': {
    one: 'Recommendations received in session {sessions} are not held: no table of them is held whole.',
    other: 'Recommendations received in sessions {sessions} are not held: no table of them is held whole.',
  },
  'others.unheld.recommendation.reach': {
    one: 'Recommendations received in session {sessions} are not held: the tables held are those of {reach}.',
    other:
      'Recommendations received in sessions {sessions} are not held: the tables held are those of {reach}.',
  },
  'others.unheld.pledge': {
    one: 'Voluntary pledges made in session {sessions} are not held: no table of them is held whole.',
    other: 'Voluntary pledges made in sessions {sessions} are not held: no table of them is held whole.',
  },
  'others.unheld.pledge.reach': {
    one: 'Voluntary pledges made in session {sessions} are not held: the tables held are those of {reach}.',
    other:
      'Voluntary pledges made in sessions {sessions} are not held: the tables held are those of {reach}.',
  },
  'others.review.noTable':
    'No table of recommendations is held here. That says nothing about whether any were received.',
  'others.review.notIn':
    '{name} has no row in the tables of the review held here. That does not say that it was never reviewed.',
  'others.reach.session': {
    one: 'held for {span}, for {count} actor. Nothing follows about sessions before and after.',
    other: 'held for {span}, for {count} actors. Nothing follows about sessions before and after.',
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
