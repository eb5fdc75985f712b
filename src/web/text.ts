// Every word of the interface, by key. Words of instruments, reports and sources are data and stand elsewhere.
// A second language is a second catalogue with the same keys.
import { type Html, html, ownMarkup } from './html.ts'

type Phrase = string | { one: string; other: string }

export const english = {
  'site.name': 'Pacta',
  'site.skip': 'Skip to the content',
  'site.nav': 'Main',
  'site.breadcrumb': 'You are here',
  'site.home': 'Home',
  'site.plans': 'Plans',
  'site.states': 'States',
  'site.cohorts': 'Cohorts',
  'site.exercise': 'Exercise',
  'site.register': 'Register',
  'site.toExercise': 'Try everything in the exercise, a fictional world',
  'site.toRegister': 'Leave the exercise for the real register',
  'site.thisPageAsData': 'This page as data',
  'site.json': 'JSON',
  'site.csv': 'CSV',
  'site.openapi': 'How to ask for data (OpenAPI)',
  'site.today': 'Seen on {date}',
  'site.verbatim': 'Words of instruments and sources are quoted as they stand, their errors included.',

  'state.counted': 'counted',
  'state.partly': 'partly',
  'state.not counted': 'not counted',
  'state.not reported': 'not reported',
  'state.pending': 'pending',
  'state.not applicable': 'not applicable',
  'state.unknown': 'unknown',
  'state.counted.means': 'The condition holds. Only these are in the numerator.',
  'state.partly.means': 'Some of it holds. Not in the numerator.',
  'state.not counted.means':
    'The condition does not hold, by the State’s own word or by a complete register.',
  'state.not reported.means': 'No report, or a report that is silent on this. Stays in the denominator.',
  'state.pending.means': 'Not said or done yet, and there is still time.',
  'state.not applicable.means': 'The question does not arise.',
  'state.unknown.means': 'We do not know: no register covers it. Never a State’s “no”.',

  'status.known': 'known',
  'status.provisionalUntil': 'provisional until {date}',
  'status.notKnown': 'not known',
  'status.noCases': 'no cases',

  'value.of': '{n} of {N}',
  'value.outOf': 'of {N}',
  'value.noValues': 'Not evaluated for this year.',
  'trend.none': 'No values yet',

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

  'cohort.notEstablished': 'not established',
  'cohort.notEstablished.explain':
    'Nobody has established who belongs to this cohort on {date}. That is not the same as nobody belonging to it.',
  'cohort.title': 'Cohort',
  'cohort.othersNotEstablished': 'Not established on this date, which is not the same as empty:',
  'cohorts.title': 'Cohorts',
  'cohorts.description':
    'The named groups of States that plans count over, each a rule, with its members on a date.',
  'cohorts.lead':
    'A cohort is a rule, not a list: its members are worked out for any date, and as known on any date.',
  'cohorts.count': 'Members',
  'cohort.asOf': 'On {asOf}, as known on {knownOn}',
  'cohort.member': 'State',
  'cohort.from': 'Member from',
  'cohort.until': 'Until',
  'cohort.reason': 'Reason',
  'cohort.empty': 'No State belongs to it on this date.',
  'cohort.source': 'Status by {source}, as of {date}.',
  'cohort.sourceUndated': 'Status by {source}.',

  'states.title': 'States',
  'states.description': 'All States, with their codes and regions.',
  'states.lead': { one: '{count} State.', other: '{count} States.' },
  'states.found': { one: '{count} State matches “{query}”.', other: '{count} States match “{query}”.' },
  'states.none': 'No State matches “{query}”. Try the first letters of a name in any language, or a code.',
  'states.all': 'Show all States',
  'states.noRegion': 'No regional group',

  'stateSheet.description': 'Names, memberships, values, cited facts and reports of {name}.',
  'stateSheet.names': 'Names',
  'stateSheet.language': 'Language',
  'stateSheet.short': 'Short name',
  'stateSheet.formal': 'Formal name',
  'stateSheet.iso3': 'ISO alpha-3',
  'stateSheet.iso2': 'ISO alpha-2',
  'stateSheet.m49': 'UN M49',
  'stateSheet.region': 'UN regional group',
  'stateSheet.unMember': 'Member of the United Nations',
  'stateSheet.yes': 'yes',
  'stateSheet.no': 'no',
  'stateSheet.memberships': 'Bound by',
  'stateSheet.noMemberships': 'Not a party to any treaty held here, as far as is known here.',
  'stateSheet.party': 'party from {from}',
  'stateSheet.consented':
    'consent to be bound given on {on}; no source held says from which day it is in force',
  'stateSheet.partyUntil': 'party from {from} until {until}',
  'stateSheet.partyExpected': 'party from {from}; withdrawal takes effect on {until}',
  'stateSheet.values': 'What it counts towards',
  'stateSheet.values.lead': 'Its state in each indicator that has it in the population, by year.',
  'stateSheet.noValues': 'It is in the population of no value yet.',
  'stateSheet.indicator': 'Indicator',
  'stateSheet.unknownValues': {
    one: '{count} indicator has this State in its population, and its part is unknown',
    other: '{count} indicators have this State in their population, and its part is unknown',
  },
  'stateSheet.facts': 'Cited facts',
  'stateSheet.facts.lead':
    'What sources say, each with its date. Where sources do not agree, all of them stand here; newest first.',
  'stateSheet.noFacts': 'No cited facts are held.',
  'stateSheet.differ': { one: '{count} statement', other: '{count} statements, not all the same' },
  'stateSheet.same': { one: '{count} statement', other: '{count} statements' },
  'stateSheet.reports': 'Reports received',
  'stateSheet.noReports': 'No report is held.',
  'stateSheet.report': 'Report',
  'stateSheet.covers': 'Covers',
  'stateSheet.received': 'Received',
  'stateSheet.version': 'Version',
  'stateSheet.answers': 'Answers',
  'stateSheet.currentVersion': 'current',
  'stateSheet.superseded': 'superseded',
  'stateSheet.voluntary': 'voluntary',

  'fact.knownFrom': 'known from {date}',
  'fact.statedOn': 'stated {date}',
  'fact.undated': 'source undated',
  'fact.held': 'Date',
  'fact.noLonger': '(no longer on {date})',
  'fact.superseded': 'superseded by a later statement',
  'fact.retracted': 'retracted',
  'fact.entered': 'entered here, not received',
  'fact.noSource': 'no source given',

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

  'indicator.kicker': 'Indicator {number}',
  'indicator.answer': 'Answer',
  'indicator.description': 'Indicator {number}: {answer}. {text}',
  'indicator.population': 'Population',
  'indicator.numerator': 'Counts',
  'indicator.pending': 'Pending',
  'indicator.note': 'What the text leaves open',
  'indicator.asOf': 'as of',
  'indicator.knownOn': 'as known on',
  'indicator.forYear': 'for the year',
  'indicator.reading': 'Reading',
  'indicator.reportedAmong': '{value} among those that reported at all ({of}).',
  'indicator.target': 'Target: {words}:',
  'target.met': 'met',
  'target.not yet': 'not yet met, and the period is not over',
  'target.missed': 'missed',
  'target.not known': 'not known whether met',
  'indicator.reportedAmong.none': 'Nobody in the population has reported.',
  'indicator.change': 'Ask for another year, date or reading',
  'indicator.change.year': 'Year',
  'indicator.change.asOf': 'As of',
  'indicator.change.knownOn': 'As known on',
  'indicator.change.reading': 'Reading',
  'indicator.change.button': 'Show',
  'indicator.change.help': 'Empty dates mean the opening day of the year’s meeting, and today.',
  'indicator.states': 'The States behind it',
  'indicator.members': 'Members and evidence',
  'indicator.records':
    'The members of this population are records, not States; they are listed with their evidence below.',
  'indicator.noMembers': 'The population has no members.',
  'indicator.rule': 'How it is counted',
  'indicator.readings': 'Other readings of the text',
  'indicator.readings.lead':
    'What the text leaves open is not decided in silence: each reading has its own value.',
  'indicator.readings.value': 'Value',
  'indicator.readings.of': 'n of N',
  'indicator.default': 'default',
  'indicator.shownHere': 'shown here',
  'indicator.trend': 'Over the years',
  'indicator.trend.title': 'Indicator {number} over the years: {values}',
  'indicator.trend.year': 'Year',
  'indicator.trend.asOf': 'As of',
  'indicator.member': 'Member',
  'indicator.member.reason': 'Reason',
  'indicator.member.evidence': 'Evidence',
  'indicator.noEvidence': 'none',
  'indicator.sameReason': { one: '{count} member', other: '{count} members' },
  'indicator.weight': 'weighs {n}',
  'indicator.coverage': 'What the registers cover',
  'indicator.coverage.lead':
    'Whether a figure can be trusted depends on whether the registers behind it are complete, and on whose word that rests.',
  'indicator.coverage.register': 'Register',
  'indicator.coverage.level': 'Covered',
  'indicator.coverage.until': 'Until',
  'indicator.coverage.statedBy': 'By whose word',
  'indicator.coverage.wholePeriod': 'the whole period',
  'indicator.coverage.nobody': 'nobody has said',
  'indicator.coverage.none': 'This value reads no register.',
  'coverage.complete': 'complete',
  'coverage.partial': 'partial',
  'coverage.level.none': 'none',
  'indicator.check': 'Check it yourself',
  'indicator.check.rule': 'The rule as data',
  'indicator.check.hash': 'SHA-256 of the rule',
  'indicator.check.command': 'The same on the command line',
  'indicator.previous': 'Indicator {number}',
  'indicator.next': 'Indicator {number}',
  'indicator.neighbours': 'Neighbouring indicators',

  'tiles.noRegion': 'No regional group',
  'tiles.ofRegion': '{counted} of {members}',

  'problem.title': 'That did not work',
  'problem.whatNow': 'What you can do',
  'problem.goHome': 'Start from the beginning',
  'problem.goStates': 'Look up a State',
  'problem.notFound': 'Nothing is held at this address.',
  'problem.notFound.detail':
    'There is no page at {address}. It may have been mistyped, or it belongs to the other world.',
  'problem.internal': 'Something went wrong here',
  'problem.internal.detail':
    'The fault is ours, not yours. It has been written down; nothing you entered was changed. Try again, and if it stays, tell whoever runs this register.',
  'problem.issues': 'What was found',
  'problem.expected': 'expected {expected}',
  'problem.found': 'found “{found}”',
  'problem.type': 'About this kind of problem',
  'problem.typePage': 'Problem: {title}',
  'problem.typePage.description': 'What the refusal “{type}” means.',
  'problem.status': 'HTTP status {status}',
  'problem.query': 'The address asks for something that is not understood.',
  'problem.query.unknown': 'is not something this page can be asked for',
} as const satisfies Record<string, Phrase>

export type TextKey = keyof typeof english
export type Catalogue = Record<TextKey, Phrase>
type Values = Record<string, string | number>

export type Text = {
  /** The phrase with its places filled; `count` chooses between one and other. */
  (key: TextKey, values?: Values): string
  /** The phrase with markup in its places, for links inside sentences. */
  rich: (key: TextKey, values: Record<string, Html | string | number>) => Html
}

/** Catalogues by language (BCP 47). */
export const catalogues: Record<string, Catalogue> = { en: english }

/** The texts of one interface language. Numbers in places are written as the language writes them. */
export const createText = (language: string, catalogue: Catalogue): Text => {
  const plural = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  const written = (value: string | number): string =>
    typeof value === 'number' ? number.format(value) : value
  const phrase = (key: TextKey, count: unknown): string => {
    const found: Phrase = catalogue[key]
    if (typeof found === 'string') return found
    return typeof count === 'number' && plural.select(count) === 'one' ? found.one : found.other
  }
  const text = (key: TextKey, values: Values = {}): string =>
    phrase(key, values.count).replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name]
      if (value === undefined) return place
      // A year is a name, not a quantity: it takes no separator.
      return name === 'year' ? String(value) : written(value)
    })
  const rich = (key: TextKey, values: Record<string, Html | string | number>): Html => {
    const parts = phrase(key, values.count).split(/\{(\w+)\}/)
    return html`${parts.map((part, i) => (i % 2 === 0 ? part : (values[part] ?? ownMarkup(''))))}`
  }
  return Object.assign(text, { rich })
}
