// A plan's text as the files of a folder: the plan itself, verbatim, and a first guess at everything that makes figures
// of it: whom it counts, what it asks of a report, a rule for each indicator. Every guess is marked for a person.
import { stringify } from 'yaml'
import { writeCsv } from '../formats/csv.ts'
import { slugOf } from '../instruments/identity.ts'
import { languageBeside, languageOf } from '../instruments/language.ts'
import type { Indicator, OtherWords, Plan, Section } from '../instruments/plan.ts'
import { periodOf } from './plan-period.ts'
import { type PledgeParty, partiesIn } from './pledge-parties.ts'
import { audienceOf, pledgeRulesYaml, pledgeTables, remark } from './scaffold-pledge.ts'

export type ScaffoldAsked = {
  /** Name of the folder, and id of the plan, its obligation and its cohort. */
  name: string
  /** The source text's file in the folder. */
  textFile: string
  /** SHA-256 of the text in that file. */
  sha256: string
  /** A treaty whose parties are counted; without one, a list of members is kept. */
  treaty?: string | undefined
  /** Language of the text (BCP 47). */
  language: string
  /** Today, YYYY-MM-DD: the years begin here where the title names none. */
  today: string
  /** What it is: a pledge names its own parties and counts their records, a plan counts the members of a list. */
  kind?: 'action-plan' | 'pledge' | undefined
  /** Who pledges; by default those the text is read to name. */
  parties?: readonly PledgeParty[] | undefined
}

/** Ends a line that a person has to decide. */
const check = (what: string): string => `  # check: ${what}`

const quoted = (text: string): string => JSON.stringify(text)

/** The question an indicator's answers are kept under. Its id is the indicator's and never changes its meaning. */
const questionOf = (indicator: Pick<Indicator, 'id'>): string => `indicator-${slugOf(indicator.id, 60)}`

type Worded = { text: string; translations?: OtherWords[] }

/** The language of a part where it is plainly not the document's, and the same words in its other languages. */
const wordsData = ({ text, translations }: Worded, main: string) => {
  const own = languageBeside(text, main)
  return {
    ...(own === undefined || own === main ? {} : { language: own }),
    ...(translations === undefined ? {} : { translations }),
  }
}

const indicatorData = (indicator: Indicator, main: string) => {
  const { id, text, unit, line } = indicator
  return { id, text, ...wordsData(indicator, main), unit, line }
}

/** What the text is in, where it was not said: the language of most of its parts. */
export const languageOfPlan = (plan: Plan): string | undefined => {
  const texts = [
    ...plan.sections.flatMap(({ paragraphs }) => paragraphs),
    ...plan.actions.flatMap((action) => [action, ...action.indicators]),
    ...plan.indicators,
  ]
  const told = texts.flatMap(({ text }) => languageOf(text) ?? [])
  const counts = Map.groupBy(told, (one) => one)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** Headings are too short to be told one by one: together they are in one language. */
const languageOfHeadings = ({ sections }: Plan, main: string): string | undefined =>
  languageBeside(sections.map(({ title }) => title).join('. '), main)

const headingLanguage = (title: string, headings: string | undefined, main: string) => {
  const own = languageOf(title) ?? headings
  return own === undefined || own === main ? {} : { language: own }
}

const partiesYaml = (parties: readonly PledgeParty[]): string[] =>
  parties.length === 0
    ? [`parties: []${check('who pledges: - {name: AS THE TEXT CALLS IT, actor: ID OF AN ACTOR HELD}')}`]
    : [
        'parties:',
        ...parties.map(({ name, actor }) =>
          actor === undefined
            ? `  - name: ${quoted(name)}${check('the actor held that it is: add a line "actor: ID" below; "/states" and "/search" show ids')}`
            : `  - {name: ${quoted(name)}, actor: ${actor}}`,
        ),
      ]

const vocabularyYaml = (plan: Plan): string[] => {
  const audience = audienceOf(plan)
  return audience.length === 0
    ? []
    : [
        'vocabulary:',
        `  audience: [${audience.map(quoted).join(', ')}]${check('the groups the text lists: what forms of events offer')}`,
      ]
}

const planYaml = (plan: Plan, asked: ScaffoldAsked): string => {
  const { name, treaty, textFile, sha256, language, today, kind = 'action-plan' } = asked
  const isPledge = kind === 'pledge'
  const { from, until, stated } = periodOf(plan, today)
  const years = Array.from({ length: until - from }, (_, i) => from + i)
  const head = [
    '# The plan as "pacta plan new" read it from the text beside this file. Texts are verbatim; `line` is their line there.',
    `# What is a guess says "check" at the end of its line: decide it, then take the remark away. docs/how-to/${isPledge ? 'import-a-pledge' : 'add-a-plan'}.md`,
    `id: ${name}`,
    `kind: ${kind}${check('action-plan, pledge, resolution, agreement, law or declaration')}`,
    `title: ${quoted(plan.title)}${check('read from the first lines of the text')}`,
    `status: draft${check('draft, adopted or superseded')}`,
    `notice: "First rules, which nobody has confirmed yet"${check('shown wherever the plan is; take the line out once the rules are decided')}`,
    ...(treaty === undefined ? [] : [`treaty: ${treaty}`]),
    ...(isPledge ? partiesYaml(asked.parties ?? partiesIn(plan)) : [`obligation: ${name}`]),
    ...(isPledge ? vocabularyYaml(plan) : []),
    'source:',
    `  title: ${quoted(plan.title)}`,
    `  language: ${language}${check('the language of the text; add publisher, date (YYYY-MM-DD), symbol, note as you know them')}`,
    `textFile: ${quoted(textFile)}`,
    `sha256: ${sha256}`,
    'period:',
    `  from: ${from}-01-01${check(stated ? 'read from the text' : 'no first and last year was found in the text; this year and four more are taken')}`,
    `  until: ${until}-01-01${check('the first day that is no longer in it')}`,
    `  stated: ${stated}${check('whether the text itself states the period')}`,
    `years: [${years.join(', ')}]${check('the years for which values are computed')}`,
  ]
  const headings = languageOfHeadings(plan, language)
  const sections = plan.sections.map(({ number, title, heading, line, paragraphs, lists }) => ({
    ...{ number, title, heading, line, ...headingLanguage(title, headings, language) },
    paragraphs: paragraphs.map((one) => ({
      ...{ number: one.number, text: one.text, ...wordsData(one, language), line: one.line },
    })),
    lists: lists.map(({ lead, items }) => ({
      lead,
      items: items.map((item) => ({ text: item.text, ...wordsData(item, language), line: item.line })),
    })),
  }))
  const actions = plan.actions.map((action) => ({
    id: action.id,
    number: action.number,
    heading: action.headingInSource,
    section: action.section,
    line: action.line,
    text: action.text,
    ...wordsData(action, language),
    indicators: action.indicators.map((indicator) => indicatorData(indicator, language)),
  }))
  const footnotes = plan.footnotes.map(({ marker, text, line, referencedOn }) => ({
    ...{ marker, text, line, referencedOn },
  }))
  const rest = {
    sections,
    actions,
    planIndicators: plan.indicators.map((one) => indicatorData(one, language)),
    footnotes,
  }
  return `${head.join('\n')}\n${stringify(rest, { lineWidth: 120 })}`
}

/** Whether each member gives a number. "Number of States that …" is answered by yes or no, and counted here. */
const asksNumber = ({ unit, text }: Pick<Indicator, 'unit' | 'text'>): boolean =>
  unit === 'number' &&
  !/^(?:the )?(?:total )?number of (?:[\p{L}-]+ ){0,3}(?:states?|parties|countries|members|governments|cities)\b/iu.test(
    text,
  )

const ruleOf = (indicator: Indicator, cohort: string, isFirst: boolean): string[] => {
  const question = questionOf(indicator)
  const number = asksNumber(indicator)
  const condition = number
    ? `{answer: ${question}, gte: 1}${check('counts the members that give a number of 1 or more; a total needs records of a kind of its own')}`
    : `{answer: ${question}, is: yes}${check('is one yes enough? several parts need {all: […]} or {any: […]}')}`
  const measure = indicator.unit === 'percentage' || indicator.unit === 'other' ? 'share' : 'count'
  return [
    ...remark(indicator.text),
    `  ${quoted(indicator.id)}:`,
    `    population: {cohort: ${cohort}, at: as-of}${isFirst ? check('whom does the text count, here and in each rule below?') : ''}`,
    `    condition: ${condition}`,
    `    measure: ${measure}${indicator.unit === 'other' ? check('share or count? the text names no unit') : ''}`,
    `    words: ${quoted(`Members whose report answers ${number ? '1 or more' : 'yes'} to the question with the indicator's own words.`)}${check('say in plain words what is counted')}`,
    '',
  ]
}

const rulesYaml = (plan: Plan, { name, treaty }: ScaffoldAsked, cohort: string): string =>
  [
    `# How each indicator of "${name}" is computed. The form is described in docs/reference/rules.md.`,
    '# Each rule is a first guess: members of one list, one question with the words of the indicator.',
    `plan: ${name}`,
    'defaults:',
    treaty === undefined
      ? `  pending: none${check('with a convention.yaml that makes reporting a duty: {until: {duty: NAME, field: dueOn}, counts: in}')}`
      : `  pending: none${check(`where ${treaty} makes reporting a duty: {until: {duty: NAME, field: dueOn}, counts: in}`)}`,
    'rules:',
    ...indicatorsOf(plan).flatMap((indicator, index) => ruleOf(indicator, cohort, index === 0)),
  ].join('\n')

const indicatorsOf = (plan: Plan): Indicator[] => [
  ...plan.actions.flatMap((action) => action.indicators),
  ...plan.indicators,
]

const groupOf = (
  section: Pick<Section, 'title'> | undefined,
  index: number,
): { id: string; title: string } => {
  const title = section?.title.replace(/[:\s]+$/, '') || 'The plan as a whole'
  return { id: slugOf(title, 60) || `section-${index + 1}`, title }
}

const questionsYaml = (plan: Plan, { name, treaty }: ScaffoldAsked): string => {
  const bySection = Map.groupBy(plan.actions, (action) => action.section)
  const groups = [...bySection].map(([heading, actions], index) => ({
    ...groupOf(
      plan.sections.find((section) => section.heading === heading),
      index,
    ),
    indicators: actions.flatMap((action) => action.indicators),
  }))
  const all = [...groups, { ...groupOf(undefined, groups.length), indicators: plan.indicators }].filter(
    ({ indicators }) => indicators.length > 0,
  )
  const taken = new Set<string>()
  const unique = (id: string, index: number): string => {
    const own = taken.has(id) ? `${id}-${index + 1}` : id
    taken.add(own)
    return own
  }
  return [
    `# What "${name}" asks of a report, one thing at a time. docs/reference/rules.md has the form.`,
    '# Each question has the words of its indicator: word it as a question that is answered yes, partly, no or not applicable,',
    '# and split what asks several things into parts. An id never changes its meaning once a report answered it.',
    `id: ${name}`,
    `title: ${quoted(`Report on ${plan.title}`)}${check('the name of the report')}`,
    ...(treaty === undefined ? [] : [`treaty: ${treaty}`]),
    'groups:',
    ...all.flatMap(({ id, title, indicators }, index) => [
      `  - id: ${unique(id, index)}`,
      `    title: ${quoted(title)}`,
      '    questions:',
      ...indicators.flatMap((indicator) => [
        `      - id: ${questionOf(indicator)}`,
        `        text: ${quoted(indicator.text)}${check('word it as a question')}`,
        `        type: ${asksNumber(indicator) ? 'number' : 'state'}`,
        ...(asksNumber(indicator)
          ? [
              `        unit: number${check('what is counted, such as people, m2 or per cent; the unit beside each answer')}`,
            ]
          : []),
        `        feeds: [${quoted(indicator.id)}]`,
      ]),
    ]),
    '',
  ].join('\n')
}

const cohortsYaml = (plan: Plan, { name, treaty }: ScaffoldAsked, cohort: string): string =>
  [
    '# Whom the indicators count: named rules, each with its members as of any date (docs/reference/rules.md).',
    `${cohort}:`,
    `  title: ${quoted(`Parties to ${plan.title}`)}${check('what the text calls them')}`,
    treaty === undefined
      ? `  words: ${quoted('Those that a fact lists as members on the date.')}${check('say who they are')}`
      : `  words: ${quoted('Those for which the treaty is in force on the date.')}`,
    treaty === undefined
      ? `  rule: {some: ${name}-member}${check('or {party: TREATY} for the parties of a treaty, {actorKind: state} for all States')}`
      : `  rule: {party: ${treaty}}`,
    '',
  ].join('\n')

const kindsYaml = (plan: Plan, { name }: ScaffoldAsked): string =>
  [
    '# Kinds of fact of its own. docs/reference/rules.md and reference/kinds.yaml have the form.',
    `${name}-member:`,
    `  title: ${quoted(`Member of ${plan.title}`)}`,
    '  time: state',
    '  fields: {note: {type: text}}',
    '',
  ].join('\n')

/** Tables to fill in: who is a member, how far the registers reach, what reports answer. They are imported, not copied. */
const tables = (plan: Plan, { name, treaty, today }: ScaffoldAsked): [string, string][] => {
  const { from } = periodOf(plan, today)
  const covered = [`${name}-report`, ...(treaty === undefined ? [`${name}-member`] : [])]
  return [
    ...(treaty === undefined
      ? ([
          [
            'data/members.csv',
            writeCsv(['id', 'actor', 'kind', 'from', 'until', 'known_from', 'source_title'], []),
          ],
        ] as [string, string][])
      : []),
    [
      'data/coverage.csv',
      writeCsv(
        ['register', 'from', 'until', 'level', 'stated_by', 'known_from'],
        covered.map((register) => [register, `${from}-01-01`, '', 'complete', '', '']),
      ),
    ],
    [
      'data/reports.csv',
      writeCsv(
        ['actor', 'obligation', 'covers_year', 'received_on', 'question', 'state', 'number'],
        indicatorsOf(plan).map((indicator) => ['', name, from - 1, '', questionOf(indicator), '', '']),
      ),
    ],
  ]
}

/** The files of a new folder, by name. The source text itself is not among them. Throws nothing: whatever was read gets a form. */
export const scaffoldPlan = (plan: Plan, asked: ScaffoldAsked): Map<string, string> => {
  const { name, treaty } = asked
  if (asked.kind === 'pledge')
    return new Map([
      [`${name}.yaml`, planYaml(plan, asked)],
      [`${name}.rules.yaml`, pledgeRulesYaml(plan, name)],
      ...pledgeTables(plan, {
        firstYear: periodOf(plan, asked.today).from,
        parties: asked.parties ?? partiesIn(plan),
      }),
    ])
  const cohort = `${name}-parties`
  return new Map([
    [`${name}.yaml`, planYaml(plan, asked)],
    [`${name}.rules.yaml`, rulesYaml(plan, asked, cohort)],
    ['questions.yaml', questionsYaml(plan, asked)],
    ['cohorts.yaml', cohortsYaml(plan, asked, cohort)],
    ...(treaty === undefined ? ([['kinds.yaml', kindsYaml(plan, asked)]] as const) : []),
    ...tables(plan, asked),
  ])
}
