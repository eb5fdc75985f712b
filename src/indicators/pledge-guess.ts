// What an indicator of a pledge counts and aims at, guessed from its words: which kind of record, how many, how often. In
// the languages pledges come in. Data more than logic: add a word here. Every guess is marked for a person to decide.
import { audienceIn } from './pledge-audience.ts'
import { type Deadline, deadlineIn } from './pledge-deadline.ts'
import { type Frequency, frequencyIn } from './pledge-frequency.ts'
import { aimIn, unreadIn } from './pledge-number.ts'

export type Per = 'year' | 'once'

export type IndicatorGuess = {
  /** A kind of record that ships; undefined where no word tells. */
  kind: string | undefined
  /** Of a plan: whether it has to have timelines. */
  withTimelines: boolean
  /** Whether it asks for several groups of audience. */
  mix: boolean
  /** The groups it lists, as written. */
  audience: string[]
  /** Counted over each calendar year, or in all. */
  per: Per
  /** At least how many: 1 of a plan that is to be there; undefined where the words name no number of them. */
  gte: number | undefined
  /** The last day for what is to be there once; undefined where the words name none, or only a year in passing. */
  deadline: Deadline | undefined
  /** How often, where the words say it. */
  frequency: Frequency | undefined
  /** The words of a range of numbers, of which `gte` is the lower. */
  range: string | undefined
  /** Words that bear on the target and were not read, as they stand in the text. */
  unread: string[]
}

/** The first whose words are there. */
const kindWords: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    'working-group-meeting',
    /working group|task force|groupe de travail|grupo de trabajo|рабоч\p{L}+ групп|ажлын хэс/iu,
  ],
  [
    'review-meeting',
    /(?=.*(?:meeting|event|réunion|rencontre|reuni[oó]n|encuentro|встреч|совещани|заседани|уулзалт|хурал))(?=.*(?:achievement|challenge|review|take stock|lessons|bilan|acquis|difficult[ée]s|logros|dificultades|balance|достижени|трудност|итог|ололт|бэрхшээл|дүгнэ|тойм))/iu,
  ],
  [
    'study',
    /(?:study|étude|estudio|исследовани|судалгаа)\p{L}*[^.]{0,60}(?:publi|опублик|издан|хэвл|нийтл)|(?:publi|опублик|хэвл|нийтл)\p{L}*[^.]{0,40}(?:study|étude|estudio|исследовани|судалгаа)/iu,
  ],
  [
    'national-plan',
    /(?:existence|adoption|exist|наличие|existencia|adopci|бий бол|батлагд|байх|байгаа)[^.]{0,40}(?:plan|план|төлөвлөгөө)|(?:plan|план|төлөвлөгөө)\p{L}*[^.]{0,60}(?:exist|adopted|approved|endorsed|in place|en place|adopté|approuvé|adoptado|aprobad|приня|утвержд|байх|бий бол|батла)|төлөвлөгөөтэй/iu,
  ],
  [
    'dissemination-event',
    /event|workshop|training|seminar|course|lecture|campaign|événement|manifestation|atelier|formation|séminaire|campagne|evento|taller|capacitaci|curso|campaña|мероприяти|семинар|тренинг|обучени|курс|лекци|арга хэмжээ|сургалт|семинар|лекц|аян/iu,
  ],
  [
    'body-meeting',
    /meeting|(?:group|committee|commission|council|board|parties) meets?\b|session|réunion|se réuni|se reúne|reuni[oó]n|sesi[oó]n|заседани|совещани|встреч|хурал|уулзалт|хуралдаан/iu,
  ],
]

const timelines =
  /timeline|timetable|time-bound|calendrier|calendario|échéanc|plazo|cronograma|срок|график|хугацаа/iu

/** Words by which an action of a promise speaks of what a kind of record tells, beside those of its indicators. */
const actionWords: Readonly<Record<string, RegExp>> = {
  'national-plan':
    /(?:create|adopt|draw up|develop|prepare|élabor|adopter|établir|elaborar|adoptar|разработ|принять|утверд)\p{L}*[^.]{0,40}(?:plan|план)|төлөвлөгөө\p{L}* (?:боловсруул|батал|гарга)/iu,
  'body-meeting':
    /(?:set up|establish|create|creat|cré|établi|institu|establec|созда|учре|байгуул)\p{L}*[^.]{0,40}(?:committee|commission|board|council|comité|conseil|comisi|consejo|комисси|комитет|совет)|(?:комисс|хороо|зөвлөл)\p{L}*[^.]{0,20} байгуул/iu,
  'dissemination-event':
    /disseminat|promot|awareness|train|teach|diffus|promouvoir|former|sensibilis|difu[ns]|promover|formar|capacitar|распростран|обуч|түгээн|сурталч|сурга/iu,
}

/** Kinds of meeting that have words of their own: an action that speaks of them speaks of no other meeting. */
const otherMeetings = ['working-group-meeting', 'review-meeting']

const wordsOf = (kind: string): RegExp | undefined => kindWords.find(([name]) => name === kind)?.[1]

/** Whether an action, by its words, is what an indicator of this kind of record measures. */
export const speaksOf = (action: string, kind: string): boolean => {
  if (actionWords[kind]?.test(action) === true) return true
  if (kind === 'national-plan') return false
  const isOther = kind === 'body-meeting' && otherMeetings.some((one) => wordsOf(one)?.test(action) === true)
  return !isOther && wordsOf(kind)?.test(action) === true
}

/** Titles of the part on what a promise costs. */
export const resourceSection = /resourc|ressourc|recurso|financ|budget|ресурс|средств|нөөц|төсөв|санхүү/iu

/** What an indicator counts and aims at, as far as its words tell. */
export const guessIndicator = (text: string): IndicatorGuess => {
  const kind = kindWords.find(([, words]) => words.test(text))?.[0]
  const isThere = kind === 'national-plan' || kind === 'study'
  const { groups, unread, mix } =
    kind === 'dissemination-event' ? audienceIn(text) : { groups: [], unread: [], mix: false }
  const said = frequencyIn(text)
  const frequency = isThere ? undefined : said
  const timesAYear = frequency?.timesAYear
  const per = timesAYear === undefined ? 'once' : 'year'
  const deadline = per === 'once' ? deadlineIn(text) : undefined
  const aim = aimIn(text)
  // What comes again more often than a year, or less often, is asked for at least once each time.
  const number = aim.number ?? (timesAYear !== undefined && timesAYear > 1 ? 1 : undefined)
  const comesRarely = frequency !== undefined && timesAYear === undefined
  const read: [number, number][] = [
    ...(isThere || comesRarely ? [] : aim.read),
    ...(deadline === undefined
      ? []
      : [[deadline.at, deadline.at + deadline.words.length] as [number, number]]),
    ...(frequency === undefined
      ? []
      : [[frequency.at, frequency.at + frequency.words.length] as [number, number]]),
  ]
  return {
    kind,
    withTimelines: kind === 'national-plan' && timelines.test(text),
    mix,
    audience: groups,
    per,
    gte: isThere ? 1 : number === undefined || comesRarely ? undefined : number * (timesAYear ?? 1),
    deadline,
    frequency,
    range: isThere ? undefined : aim.range,
    unread: [...(comesRarely ? [frequency.words] : []), ...unreadIn(text, read), ...unread],
  }
}
