// The files of a pledge's folder beside the pledge itself: a first rule for each indicator, which counts records of the
// pledge's own parties, and the table in which they say how far their records are complete.
import { writeCsv } from '../formats/csv.ts'
import type { Indicator, Plan } from '../instruments/plan.ts'
import { deadlineIn } from './pledge-deadline.ts'
import { guessIndicator, type IndicatorGuess, resourceSection, speaksOf } from './pledge-guess.ts'
import type { PledgeParty } from './pledge-parties.ts'

/** On one line, however the text is broken: a remark ends with its line. */
const check = (what: string): string => `  # check: ${what.replaceAll(/\s+/g, ' ')}`
const quoted = (text: string): string => JSON.stringify(text)

/** Words of the text as a remark: each of their lines is one. */
export const remark = (text: string): string[] => text.split('\n').map((line) => `  # ${line}`)

const indicatorsOf = (plan: Plan): Indicator[] => [
  ...plan.actions.flatMap((action) => action.indicators),
  ...plan.indicators,
]

const things: Readonly<Record<string, string>> = {
  'working-group-meeting': 'Meetings of the working group',
  'review-meeting': 'Meetings on achievements and challenges',
  'national-plan': 'Plans of work',
  'dissemination-event': 'Events',
  'body-meeting': 'Meetings',
  study: 'Studies',
}

const wordsOf = ({ kind = '', withTimelines, mix, per }: IndicatorGuess): string =>
  [
    things[kind],
    withTimelines ? 'with timelines' : '',
    kind === 'study'
      ? "of the pledge's parties published until the date"
      : kind === 'national-plan'
        ? "that the pledge's parties have in place on the date"
        : per === 'year'
          ? "of the pledge's parties held in the calendar year"
          : "of the pledge's parties held until the date",
    mix ? ', each for at least two groups of audience' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
    .replace(' ,', ',')
    .concat('.')

/** Kinds that last, and name the promise they are of. */
const lasting: readonly string[] = ['national-plan', 'study']

const whereOf = ({ kind = '', withTimelines, per }: IndicatorGuess): string =>
  [
    'actor: {in: $parties}',
    ...(kind === 'study' ? ['publishedOn: {lte: $asOf}'] : []),
    ...(withTimelines ? ['withTimelines: true'] : []),
    ...(lasting.includes(kind)
      ? []
      : [per === 'year' ? 'heldOn: {in: $calendarYear}' : 'heldOn: {lte: $asOf}']),
    // What says that it serves other promises alone is not counted for this one (decision 0026).
    `${lasting.includes(kind) ? 'instrument' : 'serves'}: {notOnly: $otherInstruments}`,
  ].join(', ')

/** The actions it measures, where the text puts it under none. */
const measuresOf = (plan: Plan, indicator: Indicator, kind: string): string[] => {
  if (!plan.indicators.includes(indicator)) return []
  const ids = plan.actions.filter(({ text }) => speaksOf(text, kind)).map(({ id }) => quoted(id))
  return ids.length === 0
    ? []
    : [
        `    measures: [${ids.join(', ')}]${check('the actions of the text that it measures, by our reading')}`,
      ]
}

const isThere = (kind: string): boolean => kind === 'national-plan' || kind === 'study'

/** How the words of the target were read. */
const readAs = ({ kind = '', gte, per, deadline, frequency, range }: IndicatorGuess): string => {
  const day = deadline === undefined ? '' : `; "${deadline.words}" read as ${deadline.by} at the latest`
  if (isThere(kind)) return `it is to be there${day}`
  const often =
    frequency !== undefined && (frequency.timesAYear ?? 1) > 1
      ? `; "${frequency.words}" is ${frequency.timesAYear} times a year`
      : ''
  const between = range === undefined ? '' : `; "${range}" asks for the lower number at least`
  return `read as ${gte} ${per === 'year' ? 'in each calendar year' : 'in all'}${between}${often}${day}`
}

/** Two groups: of those the text lists where it lists any, and by who came where rows tell. */
const mixOf = ({ audience }: IndicatorGuess): string =>
  `{distinct: audience, gte: 2${audience.length === 0 ? '' : ', of: $vocabulary.audience'}, rows: attendance.persons}`

/** The target as far as the words name one; otherwise what a person is to write, as a remark. */
const targetOf = (guess: IndicatorGuess): string => {
  const { gte, per, deadline } = guess
  const day = deadline === undefined ? '' : `, by: ${deadline.by}`
  return gte === undefined
    ? `    # target: {gte: NUMBER, per: ${per}${day}}${check('the words name no number that is to be reached in a year or once, so nothing is promised in numbers yet; take the line in with the number, or leave it out')}`
    : `    target: {gte: ${gte}, per: ${per}${day}}${check(readAs(guess))}`
}

/** What the target says nothing of, though the text does. */
const unreadOf = ({ unread }: IndicatorGuess): string[] =>
  unread.map(
    (words) => `    # not read: ${quoted(words)}${check('does the target or the condition have to say it?')}`,
  )

/** A last day that stands in an action and not in the indicator that measures it. */
const dayOfAction = (
  plan: Plan,
  indicator: Indicator,
  { kind = '', per, deadline }: IndicatorGuess,
): string[] => {
  if (per !== 'once' || deadline !== undefined) return []
  const measured = plan.actions.filter(
    ({ text, indicators }) =>
      indicators.includes(indicator) || (plan.indicators.includes(indicator) && speaksOf(text, kind)),
  )
  return measured.flatMap(({ id, text }) => {
    const found = deadlineIn(text)
    return found === undefined
      ? []
      : [
          `    # not in the target: action ${id} says ${quoted(found.words)}${check(`is it a last day for this? then add "by: ${found.by}" to the target`)}`,
        ]
  })
}

const conditionOf = (guess: IndicatorGuess): string =>
  guess.mix
    ? `    condition: ${mixOf(guess)}${check('is a mix two groups at each event, or over the year? condition: true counts every event')}`
    : guess.audience.length > 1
      ? `    condition: true${check(`the text lists groups and no word says that each event is for several; ${mixOf(guess)} would ask for two of them`)}`
      : '    condition: true'

const ruleOf = (plan: Plan, indicator: Indicator): string[] => {
  const guess = guessIndicator(indicator.text)
  const { kind, mix, gte } = guess
  if (kind === undefined)
    return [
      ...remark(indicator.text),
      `  # ${indicator.id}: no rule could be guessed${check('which records it counts: no word of the indicator tells; docs/reference/rules.md has the form')}`,
      '',
    ]
  return [
    ...remark(indicator.text),
    `  ${quoted(indicator.id)}:`,
    `    population: {records: ${kind}, where: {${whereOf(guess)}}}${check(`does it count records of the kind "${kind}" (reference/implementation-kinds.yaml has the others)?`)}`,
    conditionOf(guess),
    '    measure: count',
    ...measuresOf(plan, indicator, kind),
    `    words: ${quoted(wordsOf(guess))}${check('say in plain words what is counted')}`,
    targetOf(guess),
    ...unreadOf(guess),
    ...dayOfAction(plan, indicator, guess),
    ...(mix && gte !== undefined
      ? [
          '    readings:',
          '      mix-over-year:',
          '        words: "Counts every event, and asks for at least two groups of audience over the year."',
          '        condition: true',
          `        target.across: ${mixOf(guess)}`,
        ]
      : []),
    '',
  ]
}

/** The part of the text on resources, where a progress report puts the lines of budgets. */
const resourcesOf = ({ sections }: Plan): string[] => {
  const part = sections.find(({ title }) => resourceSection.test(title))
  return part === undefined
    ? []
    : [
        `resources: ${quoted(part.number ?? part.heading)}${check('the part of the text on resources: a progress report puts budgets there')}`,
      ]
}

/** The rules of a pledge: counts of records of its own parties, each with its target. */
export const pledgeRulesYaml = (plan: Plan, name: string): string =>
  [
    `# How each indicator of "${name}" is counted. The form is described in docs/reference/rules.md.`,
    '# Each rule is a first guess from the words of the indicator. A target is missed only where the period is over and the',
    '# records are declared complete. What says that it serves other promises alone does not count; what names none does.',
    `plan: ${name}`,
    ...resourcesOf(plan),
    'defaults:',
    '  pending: none',
    indicatorsOf(plan).length === 0 ? 'rules: {}' : 'rules:',
    ...indicatorsOf(plan).flatMap((indicator) => ruleOf(plan, indicator)),
  ].join('\n')

/** Groups of audience that the indicators list, each once. */
export const audienceOf = (plan: Plan): string[] => [
  ...new Set(indicatorsOf(plan).flatMap(({ text }) => guessIndicator(text).audience)),
]

/** For each kind of record counted, and each of those who pledge: by whose word, and until when, their records are complete. */
export const pledgeTables = (
  plan: Plan,
  { firstYear, parties }: { firstYear: number; parties: readonly PledgeParty[] },
): [string, string][] => {
  const actors = parties.length === 0 ? [''] : parties.map(({ actor = '' }) => actor)
  const kinds = [...new Set(indicatorsOf(plan).flatMap(({ text }) => guessIndicator(text).kind ?? []))].sort()
  return [
    [
      'data/coverage.csv',
      writeCsv(
        ['register', 'actor', 'from', 'until', 'level', 'stated_by', 'known_from'],
        kinds.flatMap((kind) =>
          actors.map((actor) => [kind, actor, `${firstYear}-01-01`, '', 'complete', '', '']),
        ),
      ),
    ],
  ]
}
