// Search.
import type { Phrase } from '../phrase.ts'

export const search = {
  'search.title': 'Search',
  'search.label': 'Search everything held here',
  'search.button': 'Search',
  'search.description':
    'Search over plans, actions, indicators, treaties, States, cited facts, reports and answers, in any script and spelling.',
  'search.titleOf': 'Search: {query}',
  'search.found': { one: '{count} result for “{query}”', other: '{count} results for “{query}”' },
  'search.nothing': 'Nothing is found for “{query}”',
  'search.nothing.explain':
    'Nothing public that is held here has these words. That says what is held here, and nothing about what exists.',
  'search.nothing.try': 'Try fewer words, another spelling or another language; or a code, such as 7.1.',
  'search.near': 'Nothing has “{query}” as it is written. These have words that are spelled nearly so.',
  'search.partial': 'Nothing has all of these words. These have half of them or more.',
  'search.behind':
    'Something was recorded a moment ago and is still being read: it is not among these results yet. Ask again in a minute.',
  'search.didYouMean': 'Did you mean {suggestion}?',
  'search.kinds': 'Kinds of result',
  'search.all': 'All',
  'search.shown': 'the first {shown} of {count}',
  'search.range': '{first} to {last} of {count}',
  'search.more': 'All {count}: {kind}',
  'search.pages': 'Pages of results',
  'search.page': 'Page {number} of {pages}',
  'search.previous': 'Previous page',
  'search.next': 'Next page',
  'search.noPage': 'There are not that many pages of results.',
  'search.pageOfKind': 'Only one kind of result comes in pages.',
  'search.empty': 'What can be found',
  'search.empty.lead':
    'Type a name, a number or words, in any language and script. Capitals, accents and small slips do not matter.',
  'search.empty.state': 'A State: its name in any language, a former name, or its ISO code.',
  'search.empty.number': 'An action or indicator: its number, or words of its text.',
  'search.empty.words': 'A fact, a report or an answer: words of the quotation, the source or the question.',
  'search.empty.scope':
    'All words have to stand in one place. Only what is public and stands today is searched: what was superseded or retracted is on its State’s page.',
  'search.empty.tryThese': 'For example',
  'search.kind.state': 'States',
  'search.kind.actor': 'Organisations, bodies and meetings',
  'search.kind.treaty': 'Treaties',
  'search.kind.plan': 'Plans and pledges',
  'search.kind.section': 'Sections of plans',
  'search.kind.action': 'Actions',
  'search.kind.duty': 'Duties',
  'search.kind.indicator': 'Indicators',
  'search.kind.cohort': 'Cohorts',
  'search.kind.fact': 'Cited facts',
  'search.kind.report': 'Reports',
  'search.kind.answer': 'Answers in reports',
  'search.kind.release': 'Releases',
} as const satisfies Record<string, Phrase>
