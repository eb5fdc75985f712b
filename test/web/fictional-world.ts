// A fictional world for the pages: invented States, an invented plan, every state a member can be in. No real State
// appears in it. It answers as the stores would, from constants, so that what a page shows can be told in advance.
import type { IndicatorShown, MemberShown, MemberState, ValueShown } from '../../src/indicators/show.ts'
import { problem } from '../../src/problem.ts'
import type { ActorShown, FactShown, PageData, PlanIndicator, PlanShown } from '../../src/web/data.ts'

const regions = ['Northern Reach', 'Inner Basin', 'Eastern Shelf', 'Southern Isles', 'Western March']
const stems = (
  'Averland Belmora Corvania Drusk Eldavia Ferrow Galdria Hesperia-on-Orr Isenmark Jorvale Kestria Lumora ' +
  'Mirandel Norvane Ostrava-Kel Pellagia Quillon Rendova Sarpedon Tolvaria Ulmeth Vestrin Wendmark Xanthery ' +
  'Ysoria Zelmark Ardenfels Brackmoor Caldris Dunmarra Esk Fenwall Greyhaven Holmgard Irvale Karst'
).split(' ')

/** A name that would break a page that does not escape. */
export const hostileName = '<script>alert("x")</script> & "Sons"'

const codeOf = (i: number): string =>
  `X${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`

export const states: ActorShown[] = stems.map((name, i) => ({
  id: codeOf(i),
  kind: 'state',
  name: i === 35 ? hostileName : name,
  names: [
    { language: 'en', short: i === 35 ? hostileName : name, formal: `Republic of ${name}` },
    ...(i === 0
      ? [
          { language: 'ar', short: 'أفرلاند', formal: 'جمهورية أفرلاند' },
          { language: 'zh', short: '阿弗兰', formal: '阿弗兰共和国' },
          { language: 'mn', short: 'Авөрланд', formal: 'Бүгд Найрамдах Авөрланд Улс' },
          { language: 'ru', short: 'Аверланд', formal: 'Республика Аверланд' },
        ]
      : []),
  ],
  iso2: null,
  iso3: codeOf(i),
  m49: String(900 + i),
  unMember: i % 9 !== 4,
  region: regions[i % 5] ?? null,
  tile: { column: 2 + (i % 9), row: 3 + Math.floor(i / 9) },
}))

const parties = states.slice(0, 30)
const planId = 'fictional-plan-draft-2024-01'

const indicator = (number: string, text: string, unit = 'percentage'): PlanIndicator => ({
  id: `${planId}/${number}`,
  number,
  text,
  unit,
})

export const plan: PlanShown = {
  id: planId,
  title: 'Fictional Action Plan 2025–2029',
  status: 'draft',
  notice: 'Draft of 5 January 2024; the adopted plan is numbered differently',
  actions: 4,
  indicators: 7,
  language: 'en',
  source: {
    title: 'Fictional Preparatory Meeting, document 4(b)',
    address: 'https://documents.example/plan',
    publisher: 'Fictional Secretariat',
    date: '2024-01-05',
  },
  period: { from: 2025, until: 2029 },
  sections: [
    {
      number: 'I',
      title: 'Introduction',
      paragraphs: [
        {
          number: '1',
          text: 'The State Parties recognize the the progress made since the entry into force.',
          items: [],
        },
      ],
      actions: [],
    },
    {
      number: 'II',
      title: 'Transparency',
      paragraphs: [
        {
          number: '2',
          text: 'The State Parties have identified best practices, including the following:',
          items: ['Strong national ownership;', 'Evidence-based strategies;'],
        },
      ],
      actions: [
        {
          number: '1',
          text: 'Provide high-quality and updated information annually by 30 April, and encourage States not party to do the same on a voluntary basis.',
          indicators: [
            indicator('1.1', 'Percentage of State Parties that submit a report.'),
            indicator(
              '1.2',
              'Percentage of affected State Parties that report having an evidence-based and costed plan.',
            ),
          ],
        },
        {
          number: '2',
          text: 'Pay assessed contributions as early as possible.',
          indicators: [
            indicator('2.1', 'Percentage of State Parties that pay their assessed contributions.'),
          ],
        },
      ],
    },
    {
      number: 'III',
      title: 'Universalization',
      paragraphs: [],
      actions: [
        {
          number: '3',
          text: 'Promote universal adherence.',
          indicators: [
            indicator('3.1', 'Number of ratifications deposited.', 'number'),
            indicator('3.2', 'Number of participants registered as women.', 'number'),
          ],
        },
        {
          number: '4',
          text: 'Support each other.',
          indicators: [
            indicator('4.1', 'Percentage of discoveries destroyed within 6 months.'),
            indicator('4.2', 'Percentage of States that take part in the individualised approach.'),
          ],
        },
      ],
    },
  ],
  planIndicators: [],
}

const stateOf = (i: number, year: number): MemberState => {
  if (i === 7) return 'pending'
  if (i === 11) return 'unknown'
  if (i === 13) return 'not applicable'
  const turn = (i + (year - 2025) * 2) % 6
  if (turn < 3 || (year > 2025 && i % 4 === 0)) return 'counted'
  return turn === 3 ? 'partly' : turn === 4 ? 'not counted' : 'not reported'
}

const reasons: Record<MemberState, string> = {
  counted: 'reported yes',
  partly: 'reported partly; partly is not counted',
  'not counted': 'reported no',
  'not reported': 'no report received for the year',
  pending: 'its first report is due on 30 May 2027',
  'not applicable': 'reported not applicable',
  unknown: 'no register covers it for the year',
}

const memberOf = (state: ActorShown, i: number, year: number): MemberShown => {
  const is = stateOf(i, year)
  const hasEvidence = is === 'counted' || is === 'partly' || is === 'not counted'
  return {
    member: state.id,
    actor: state.id,
    name: state.name,
    state: is,
    inN: is === 'counted' ? 1 : 0,
    inD: is === 'not applicable' ? 0 : 1,
    reason: reasons[is],
    evidence: hasEvidence
      ? [
          {
            datumId: `datum-${i}`,
            kind: 'answer',
            says: is === 'counted' ? 'yes' : is === 'partly' ? 'partly' : 'no',
            heldFrom: `${year - 1}-01-01`,
            knownFrom: `${year}-04-${String(10 + (i % 18)).padStart(2, '0')}`,
            source: `Report of ${state.name} covering ${year - 1}`,
            address: i % 3 === 0 ? `https://reports.example/${state.id}/${year}` : null,
            locator: `page ${i + 2}`,
            quotation:
              i === 0
                ? 'تم وضع خطة عمل وطنية محددة التكاليف.'
                : i === 1
                  ? 'Батлагдсан төсөвтэй ажлын төлөвлөгөөтэй.'
                  : 'A costed work plan was adopted in January.',
            language: i === 0 ? 'ar' : i === 1 ? 'mn' : 'en',
            entered: i === 2,
          },
        ]
      : [],
  }
}

const shareOf = (n: number, d: number): number | null => (d === 0 ? null : Math.round((n / d) * 1000) / 10)

const membersFor = (number: string, year: number): MemberShown[] => {
  if (number === '4.1') return []
  if (number === '3.1')
    return [31, 32].map((i) => ({
      ...memberOf(states[i] as ActorShown, i, year),
      state: 'counted' as const,
      reason: `deposited on ${year}-03-12`,
      inN: 1,
      inD: 1,
    }))
  if (number === '3.2')
    return parties.slice(0, 6).flatMap((state, i) =>
      ['female', 'male'].map((sex) => ({
        ...memberOf(state, i, year),
        member: `${state.id}-${sex}-${year}`,
        state: (sex === 'female' ? 'counted' : 'not counted') as MemberState,
        inN: sex === 'female' ? 2 + i : 0,
        inD: 3 + i,
      })),
    )
  return (number === '1.1' ? parties : parties.slice(0, 14)).map((state, i) => memberOf(state, i, year))
}

const unitOf = (number: string): string =>
  plan.sections.flatMap((s) => s.actions.flatMap((a) => a.indicators)).find((i) => i.number === number)
    ?.unit ?? 'percentage'

const statusOf = (number: string, year: number): string => {
  if (number === '4.1') return 'no cases'
  if (number === '4.2' && year === 2025) return 'not known'
  if (number === '2.1' && year === 2027) return 'provisional until 2028-03-01'
  return 'known'
}

export const figuresFor = (number: string, year: number): ValueShown => {
  const members = membersFor(number, year)
  const n = members.reduce((sum, member) => sum + member.inN, 0)
  const d = members.reduce((sum, member) => sum + member.inD, 0)
  const status = statusOf(number, year)
  const hasValue = status !== 'not known' && status !== 'no cases'
  return {
    indicator: `${planId}/${number}`,
    number,
    year,
    asOf: `${year}-12-01`,
    numerator: status === 'not known' ? null : n,
    denominator: status === 'not known' ? null : unitOf(number) === 'number' ? null : d,
    value: !hasValue ? null : unitOf(number) === 'number' ? n : shareOf(n, d),
    status,
    unit: unitOf(number),
  }
}

const numbers = ['1.1', '1.2', '2.1', '3.1', '3.2', '4.1', '4.2']
const years = [2025, 2026, 2027]

const shown = (
  number: string,
  year: number,
  asOf: string,
  knownOn: string,
  reading: string,
): IndicatorShown => {
  const value = figuresFor(number, year)
  const members = membersFor(number, year)
  const text = plan.sections
    .flatMap((s) => s.actions.flatMap((a) => a.indicators))
    .find((i) => i.number === number)?.text
  const strict = shareOf((value.numerator ?? 0) - 1, value.denominator ?? 0)
  return {
    id: value.indicator,
    number,
    instrument: planId,
    text: text ?? '',
    planNotice: null,
    unit: value.unit,
    year,
    asOf,
    knownOn,
    numerator: value.numerator,
    denominator: value.denominator,
    value: value.value,
    status: value.status,
    statusReason:
      value.status === 'known'
        ? 'Every register this value reads is complete for the year.'
        : 'One register this value reads is not complete for the year.',
    coverage: {
      level: value.status === 'known' ? 'complete' : 'partial',
      registers: [
        {
          register: 'article-7-report',
          level: 'complete',
          until: '2028-01-01',
          statedBy: 'Fictional Secretariat',
        },
        { register: 'status:fictional-treaty', level: 'partial', until: null, statedBy: null },
      ],
    },
    reportedAmong:
      number === '1.2'
        ? { numerator: value.numerator ?? 0, denominator: 10, value: shareOf(value.numerator ?? 0, 10) }
        : null,
    target: null,
    reading,
    readings:
      number === '1.2'
        ? [
            { name: 'default', words: 'Affected means having an outstanding obligation.', ...pick(value) },
            {
              name: 'all-parties',
              words: 'Affected means every State Party.',
              numerator: value.numerator,
              denominator: 30,
              value: shareOf(value.numerator ?? 0, 30),
              status: 'known',
            },
            {
              name: 'strict',
              words: 'Counts a plan only where both parts are said in one document.',
              numerator: (value.numerator ?? 1) - 1,
              denominator: value.denominator,
              value: strict,
              status: 'provisional until 2028-03-01',
            },
          ]
        : [{ name: 'default', words: 'As the text stands.', ...pick(value) }],
    ruleHash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    ruleWords: {
      population: 'States Parties on the opening day of the year’s meeting.',
      numerator: 'The State reports having an evidence-based and costed plan.',
      pending:
        'Until its report is due, a State that has not reported is pending and stays in the denominator.',
      note: number === '1.2' ? 'The text does not define “affected”.' : null,
    },
    members,
  }
}

const pick = ({ numerator, denominator, value, status }: ValueShown) => ({
  numerator,
  denominator,
  value,
  status,
})

const fact = (id: string, fields: Partial<FactShown>): FactShown => ({
  id,
  kind: 'deadline',
  title: 'Deadline as stated by a source',
  fields: [],
  held: null,
  heldUntil: null,
  knownFrom: '2024-02-01',
  source: {
    title: 'Fictional country page',
    address: 'https://sources.example/a',
    publisher: null,
    date: null,
  },
  locator: null,
  quotation: null,
  language: 'en',
  note: null,
  entered: false,
  supersededBy: null,
  retracted: false,
  ...fields,
})

export const facts: FactShown[] = [
  fact('f-1', {
    fields: [
      { name: 'article', value: '5', unit: null },
      { name: 'deadline', value: '2013-03-01', unit: null },
    ],
    source: {
      title: 'Fictional country page',
      address: 'https://sources.example/a',
      publisher: null,
      date: '2011-05',
    },
    quotation: 'as soon as possible but not later than 1 March 2013.',
  }),
  fact('f-2', {
    fields: [
      { name: 'article', value: '5', unit: null },
      { name: 'deadline', value: '2027-03-01', unit: null },
    ],
    source: { title: 'Fictional Review', address: null, publisher: null, date: '2024-02-01' },
    quotation: 'الموعد النهائي: 1 آذار/مارس 2027',
    language: 'ar',
    locator: 'page 3',
  }),
  fact('f-3', {
    kind: 'retained-mines',
    title: 'Mines retained under Article 3',
    fields: [{ name: 'mines', value: 1200, unit: 'mines' }],
    held: '2023',
    entered: true,
    source: null,
  }),
  fact('f-4', {
    kind: 'retained-mines',
    title: 'Mines retained under Article 3',
    fields: [{ name: 'mines', value: 1500, unit: 'mines' }],
    held: '2022',
    supersededBy: 'f-3',
  }),
  fact('f-5', {
    kind: 'extension-granted',
    title: 'Extension granted by a meeting',
    fields: [
      { name: 'article', value: '5', unit: null },
      { name: 'meeting', value: '12MSP', unit: null },
      { name: 'grantedUntil', value: '2023-03-01', unit: null },
    ],
    held: '2012-12-03',
    heldUntil: '2012-12-04',
  }),
  fact('f-6', {
    kind: 'assessment',
    title: 'Assessed contribution',
    fields: [
      { name: 'forYear', value: 2025, unit: null },
      { name: 'amount', value: 21500, unit: 'currency' },
      { name: 'currency', value: 'USD', unit: null },
    ],
    held: '2025-02-20',
    heldUntil: '2026-01-01',
  }),
]

/** The pages' data, all invented. */
export const fictionalData = (): PageData => ({
  listPlans: async () => [plan],
  findPlan: async (id) => (id === planId ? plan : undefined),
  listValues: async () => numbers.flatMap((number) => years.map((year) => figuresFor(number, year))),
  showIndicator: async ({ indicator, year, asOf, knownOn, reading }) => {
    if (reading !== undefined && reading !== 'default' && !indicator.endsWith('/1.2')) {
      throw problem('not-found', `The indicator has no reading "${reading}".`)
    }
    const number = indicator.slice(planId.length + 1)
    return shown(number, year, asOf ?? `${year}-12-01`, knownOn ?? '2027-12-31', reading ?? 'default')
  },
  findRule: async (indicator) =>
    indicator.startsWith(`${planId}/`) && numbers.includes(indicator.slice(planId.length + 1))
      ? { rule: { population: { cohort: 'states-parties' }, measure: 'share' }, sha256: 'b5bb9d80' }
      : undefined,
  listCohorts: async () => [
    {
      name: 'states-parties',
      code: 'SP_ALL',
      title: 'States Parties',
      words: 'All States bound on the date.',
      treaty: 'fictional-treaty',
    },
    {
      name: 'affected',
      code: 'SP_AFFECTED',
      title: 'Affected States Parties',
      words: 'States Parties with an obligation.',
      treaty: 'fictional-treaty',
    },
    {
      name: 'donor',
      code: null,
      title: 'States in a position to assist',
      words: 'Those that say so of themselves.',
      treaty: 'fictional-treaty',
    },
  ],
  listCohortMembers: async ({ cohort }) => {
    if (cohort === 'donor') throw problem('cohort-not-established', 'Nobody has established this cohort.')
    return (cohort === 'affected' ? parties.slice(0, 14) : parties).map((state, i) => ({
      actor: state.id,
      name: state.name,
      from: `${1999 + (i % 12)}-0${1 + (i % 9)}-01`,
      until: i === 5 ? '2028-01-10' : null,
      reason: 'ratification deposited, in force six months later',
    }))
  },
  listStates: async () => states,
  findActor: async (id) => states.find((state) => state.id === id),
  listMemberships: async (id) =>
    parties.some((state) => state.id === id)
      ? [
          {
            treaty: 'fictional-treaty',
            title: 'Fictional Treaty',
            from: '2001-03-01',
            consentedOn: null,
            until: id === 'XAF' ? '2028-01-10' : null,
            reason: 'ratification deposited on 2000-09-12',
            source: {
              title: 'Fictional status page',
              address: 'https://status.example/t',
              publisher: null,
              date: '2027-12-01',
            },
            statedOn: '2027-12-01',
          },
        ]
      : [],
  listStateValues: async (id) =>
    ['1.1', '1.2', '2.1'].flatMap((number) =>
      years.flatMap((year) =>
        membersFor(number, year)
          .filter((member) => member.actor === id)
          .map((member) => ({ ...figuresFor(number, year), state: member.state, reason: member.reason })),
      ),
    ),
  listFacts: async (id) => (id === 'XAA' || id === 'XBJ' ? facts : []),
  listReports: async (id) =>
    id === 'XAA'
      ? [1, 2].map((version) => ({
          id: `report-${version}`,
          obligation: 'article-7',
          title: 'Article 7 report',
          coversYear: 2025,
          version,
          receivedOn: `2026-0${version + 3}-21`,
          language: 'ar',
          voluntary: false,
          current: version === 2,
          entered: version === 1,
          answers: 64,
          source: null,
        }))
      : [],
  findStatusSource: async () => ({
    title: 'Fictional status page',
    address: 'https://status.example/t',
    publisher: null,
    date: '2027-12-01',
  }),
})
