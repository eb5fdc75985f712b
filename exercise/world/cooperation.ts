// What Quorrela does with other States, and the page of multilateral cooperation that its ministry writes of it: facts with
// their sources, and sections whose words hold no figure but by naming its fact.
import { type Fact, type Source, statementOf } from './fact.ts'

const knownFrom = '2027-06-14'

/** A page without a date, as ministries have them: its text is from about 2024. */
const page: Source = {
  title: 'Exercise: Multilateral cooperation',
  address: 'https://exercise.example/quorrela/multilateral-cooperation',
  publisher: 'Exercise: Ministry of Foreign Affairs of Quorrela',
}

type Stated = { date?: string; quotation: string; locator: string; source?: Source; language?: string }

const stated = (kind: string, id: string, { quotation, ...more }: Stated, body: Fact['body']): Fact => ({
  ...{ id: `cooperation-${id}`, actor: 'XQO', kind, knownFrom, source: page },
  ...{ quotation: `Exercise: ${quotation}`, language: 'en', ...more },
  body: {
    ...body,
    title: `Exercise: ${body.title}`,
    ...(more.source === undefined ? { statedAsOf: '2024~', inferred: ['statedAsOf'] } : {}),
  },
})

const assembly = 'exercise-assembly'

const facts = [
  stated(
    'organisation-membership',
    'assembly',
    {
      date: '1971-05-04/..',
      locator: 'paragraph 1',
      quotation: 'Quorrela joined the Assembly on 4 May 1971.',
    },
    { title: 'Member of the Assembly of Fictional States', status: 'current', body: assembly },
  ),
  stated(
    'chair-term',
    'presidency',
    {
      date: '2019/2020',
      locator: 'paragraph 2',
      quotation: 'It presided over the 44th session, 2019 to 2020.',
    },
    {
      title: 'Presidency of the 44th session of the Assembly',
      status: 'completed',
      body: assembly,
      session: '44',
    },
  ),
  stated(
    'resolution',
    'neighbours',
    {
      date: '2022',
      locator: 'paragraph 3',
      quotation: 'In 2022 the Assembly adopted the resolution “Good neighbours”, which it had brought.',
    },
    { title: 'Good neighbours', status: 'adopted', counterparts: [assembly] },
  ),
  stated(
    'contribution',
    'peacekeepers',
    {
      date: '2024-03',
      locator: 'paragraph 5',
      quotation: 'As of March 2024, 312 persons serve in operations for peace.',
    },
    {
      ...{ title: 'Personnel in operations for peace', status: 'snapshot', counterparts: [assembly] },
      ...{ measure: 'personnel deployed', quantity: 312, unit: 'persons', asOf: '2024-03' },
    },
  ),
  stated(
    'contribution',
    'peacekeepers-counted',
    {
      date: '2024-03',
      locator: 'table 2',
      quotation: 'Quorrela: 298.',
      source: {
        title: 'Exercise: Operations for peace, contributions by State, March 2024',
        address: 'https://exercise.example/assembly/operations/2024-03',
        publisher: 'Exercise: Secretariat of the Assembly',
        date: '2024-04-10',
      },
    },
    {
      ...{
        title: 'Personnel in operations for peace, as the Assembly counts them',
        counterparts: [assembly],
      },
      ...{ measure: 'personnel deployed', quantity: 298, unit: 'persons', asOf: '2024-03' },
    },
  ),
  stated(
    'contribution',
    'peacekeepers-all',
    { date: '2001/2024-03', locator: 'paragraph 5', quotation: 'Since 2001 more than 4,200 have served.' },
    {
      ...{ title: 'Personnel that served since 2001', status: 'cumulative', counterparts: [assembly] },
      ...{
        measure: 'personnel served',
        quantity: '>4200',
        unit: 'persons',
        asOf: '2024-03',
        cumulative: true,
      },
    },
  ),
  stated(
    'event',
    'dialogue',
    { date: '2023-09', locator: 'paragraph 7', quotation: 'The Quorr Dialogue was held in September 2023.' },
    { title: 'Quorr Dialogue', status: 'held', roles: ['host'] },
  ),
  stated(
    'event-quantity',
    'dialogue-attendance',
    { locator: 'paragraph 7', quotation: 'More than 150 delegates came to the Dialogue.' },
    {
      ...{
        title: 'Delegates at each Quorr Dialogue',
        partOf: 'cooperation-dialogue',
        measure: 'participants',
      },
      ...{ quantity: '>150', unit: 'persons' },
    },
  ),
  stated(
    'position',
    'penalty',
    { locator: '8 дахь хэсэг', quotation: 'Куоррела цаазаар авах ялыг халахыг дэмждэг.', language: 'mn' },
    { title: 'Supports the abolition of the death penalty', status: 'active' },
  ),
]

const section = (id: string, order: number, body: Fact['body']): Fact => ({
  ...{ id: `page-${id}`, actor: 'XQO', kind: 'page-section', knownFrom },
  source: statementOf('XQO', knownFrom),
  body: { order, ...body, ownLanguage: 'mn' },
})

const sections = [
  section('assembly', 1, {
    title: 'In the Assembly',
    text: [
      'Exercise: Quorrela has belonged to the Assembly of Fictional States since 4 May 1971 {cooperation-assembly} and presided over its 44th session {cooperation-presidency}.',
      'Exercise: in 2022 the Assembly adopted its resolution “Good neighbours”, which asks States that share a border to talk before they disagree {cooperation-neighbours}.',
    ].join('\n\n'),
    ownTitle: 'Ассамблейд',
    ownText: [
      'Дасгал: Куоррела 1971 оны 5 дугаар сарын 4-нөөс Зохиомол улсуудын ассамблейн гишүүн {cooperation-assembly} бөгөөд 44 дүгээр чуулганыг даргалсан {cooperation-presidency}.',
      'Дасгал: Ассамблей 2022 онд Куоррелагийн санаачилсан “Сайн хөршүүд” тогтоолыг баталсан {cooperation-neighbours}.',
    ].join('\n\n'),
  }),
  section('peace', 2, {
    title: 'Peace and security',
    text: [
      'Exercise: {cooperation-peacekeepers-all} from Quorrela have served in operations for peace since 2001. By its own count {cooperation-peacekeepers} were serving; the Assembly counted {cooperation-peacekeepers-counted}. Both stand here: the two count different days of the month.',
      'Exercise: whoever leaves for an operation is trained in the law that protects people in war.',
    ].join('\n\n'),
    ownTitle: 'Энх тайван, аюулгүй байдал',
    ownText:
      'Дасгал: 2001 оноос энхийг дэмжих ажиллагаанд оролцсон нь {cooperation-peacekeepers-all}. Улсын өөрийн тоогоор {cooperation-peacekeepers}, Ассамблейн тоогоор {cooperation-peacekeepers-counted}.',
  }),
  section('dialogue', 3, {
    title: 'The Quorr Dialogue',
    text: 'Exercise: in 2023 the capital received whoever wants to talk about the region {cooperation-dialogue}. There came {cooperation-dialogue-attendance}.',
  }),
  section('positions', 4, {
    title: 'Positions',
    ownTitle: 'Байр суурь',
    shows: ['topic:positions'],
  }),
]

/** All facts about Quorrela's multilateral cooperation, and the sections of its page. */
export const cooperationRows = (): Fact[] => [...facts, ...sections]
