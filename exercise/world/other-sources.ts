// What other sources say: beside the registers, and sometimes against them. All of it stays.
import { monitor } from './actors.ts'
import { type Fact, sources, statementOf } from './fact.ts'

// Two sources that disagree: both stay.
const disagreements = (): Fact[] => [
  {
    id: 'retained-mines-XCV-monitor',
    actor: 'XCV',
    kind: 'retained-mines',
    from: '2025-01-01',
    knownFrom: '2025-10-01',
    source: sources.monitor,
    quotation: 'Exercise: Cortumela retains more than 950 mines.',
    language: 'en',
    note: 'Exercise: the register of obligations says 1,200',
    body: { mines: '>950' },
  },
  {
    id: 'stockpile-XZM-register',
    actor: 'XZM',
    kind: 'stockpile',
    from: '2025-01-01',
    knownFrom: '2025-05-02',
    source: sources.obligations,
    body: { mines: 318400 },
  },
  {
    id: 'stockpile-XZM-monitor',
    actor: 'XZM',
    kind: 'stockpile',
    from: '2025-01-01',
    knownFrom: '2025-10-01',
    source: sources.monitor,
    quotation: 'Exercise: Zemrovask holds about 350,000 mines.',
    language: 'en',
    body: { mines: '~350000' },
  },
  {
    id: 'deadline-XNG-monitor',
    actor: 'XNG',
    kind: 'deadline',
    date: '2026-10',
    knownFrom: '2026-11-01',
    source: sources.monitor,
    note: 'Exercise: the meeting granted 31 December 2028',
    body: { treaty: 'mine-ban', article: '5', deadline: '2029-06-01', statedAsOf: '2026-10' },
  },
  {
    id: 'stockpile-XGZ-2025',
    actor: 'XGZ',
    kind: 'stockpile',
    date: '2025',
    knownFrom: '2026-04-20',
    source: statementOf('XGZ', '2026-04-20'),
    body: { mines: 7210 },
  },
  {
    id: 'stockpile-XYG-2026',
    actor: 'XYG',
    kind: 'stockpile',
    from: '2026-03-01',
    knownFrom: '2026-08-20',
    source: statementOf('XYG', '2026-08-20'),
    note: 'Exercise: not yet counted',
    body: {},
  },
]

const publishedElsewhere = (): Fact[] => [
  // It counts two reports that the register has as received later.
  ...(
    [
      [
        'article-7-reporting-rate',
        81,
        '%',
        'Exercise: 81 per cent of the States Parties have reported for 2024.',
      ],
      [
        'article-7-reports-received',
        26,
        'States Parties',
        'Exercise: 26 States Parties have reported for 2024.',
      ],
    ] as const
  ).map(
    ([figure, number, unit, quotation]): Fact => ({
      id: `published-${figure}-2025`,
      actor: monitor,
      kind: 'published-figure',
      date: '2025-09-30',
      knownFrom: '2025-10-12',
      source: sources.monitor,
      quotation,
      language: 'en',
      body: { figure, number, unit, coversYear: 2024 },
    }),
  ),
  {
    id: 'report-statement-XSR-2026',
    actor: 'XSR',
    kind: 'report-statement',
    date: '2026',
    knownFrom: '2026-12-01',
    source: sources.monitor,
    quotation: 'Exercise: Santa Erulinda says that it has reported; no report was found.',
    language: 'en',
    body: { obligation: 'article-7', coversYear: 2025, received: false },
  },
  {
    id: 'source-statement-XTE-2026',
    actor: 'XTE',
    kind: 'source-statement',
    date: '2026-05',
    knownFrom: '2026-06-10',
    source: sources.monitor,
    body: {
      topic: 'universalization',
      statement: 'Exercise: the parliament of Teluhanga has begun its debate.',
    },
  },
  {
    id: 'source-statement-XZR-2026',
    actor: 'XZR',
    kind: 'source-statement',
    from: '2026-04-02',
    knownFrom: '2026-04-09',
    source: sources.compliance,
    tier: 'partner',
    body: { topic: 'compliance', statement: 'Exercise: the Committee has asked for a written account.' },
  },
]

/** All facts from sources beside the registers. */
export const otherSourceRows = (): Fact[] => [...disagreements(), ...publishedElsewhere()]
