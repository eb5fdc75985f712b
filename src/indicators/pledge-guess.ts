// What an indicator of a pledge counts and aims at, guessed from its words: which kind of record, how many, how often. In
// the languages pledges come in. Data more than logic: add a word here. Every guess is marked for a person to decide.
import { numberIn } from './pledge-number.ts'

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
  /** The last day for what is to be there once, YYYY-MM-DD; undefined where the words name none, or only a year in passing. */
  by: string | undefined
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
    /(?:existence|adoption|exist|наличие|existencia|adopci|бий бол|батлагд|байх|байгаа)[^.]{0,40}(?:plan|план|төлөвлөгөө)|(?:plan|план|төлөвлөгөө)\p{L}*[^.]{0,60}(?:exist|adopted|in place|en place|adoptado|приня|утвержд|байх|бий бол|батла)|төлөвлөгөөтэй/iu,
  ],
  [
    'dissemination-event',
    /event|workshop|training|seminar|course|lecture|campaign|événement|manifestation|atelier|formation|séminaire|campagne|evento|taller|capacitaci|curso|campaña|мероприяти|семинар|тренинг|обучени|курс|лекци|арга хэмжээ|сургалт|семинар|лекц|аян/iu,
  ],
  [
    'body-meeting',
    /meeting|session|réunion|reuni[oó]n|sesi[oó]n|заседани|совещани|встреч|хурал|уулзалт|хуралдаан/iu,
  ],
]

const yearly =
  /annual|per year|a year|each year|every year|yearly|par an(?!\p{L})|chaque année|annuel|(?:al|por) año|cada año|anual|в год|ежегодн|кажд\p{L}+ год|жил бүр|жилд|жил тутам/iu

const timelines = /timeline|timetable|time-bound|calendrier|échéanc|plazo|cronograma|срок|график|хугацаа/iu

const mixed =
  /\b(?:mix|variety|range) of|mixed|various|diverse|vari[ée]|divers|mélange|variedad|divers|различн|разн\p{L}+ групп|янз бүр|төрөл бүр|холимог/iu

/**
 * Groups in brackets behind a varied public: "un public varié (agents, enseignants, journalistes)". Read by hand: a pattern for
 * a list in brackets takes for ever on one that is not closed.
 */
const inBrackets = (text: string): string | undefined => {
  if (!mixed.test(text)) return undefined
  return text
    .split('(')
    .slice(1)
    .flatMap((opened) => (opened.includes(')') ? [opened.slice(0, opened.indexOf(')'))] : []))
    .find((inside) => {
      const entries = inside.split(/[,;]/).map((entry) => entry.trim())
      return entries.length >= 2 && entries.every(({ length }) => length >= 2 && length <= 60)
    })
}

/** The groups listed after "mix of", "for" or their like: three or more, or two joined by "and"; or in brackets. */
const audienceIn = (text: string): string[] => {
  const list =
    inBrackets(text) ??
    /(?::|(?:(?:for|among|with|involving) )?(?:an? )?(?:mix|variety|range) of|for|among|with|involving|pour|auprès d(?:e|es|u)|para|con|для|среди)\s+((?:[^.;:(),]+,\s*)*[^.;:(),]*?(?<!\p{L})(?:and|et|y|e|и)\s+[^.;:(),]+?)(?=\s+(?:conducted|held|organi[sz]ed|carried|each|every|annually|per|a year|to|in|chaque|par|cada|al|кажд|в год|ежегодн)(?!\p{L})|[.;:()]|$)/iu.exec(
      text,
    )?.[1] ??
    ''
  const parts = list
    .split(/[,;]\s*(?:and |et |y |и )?|\s+(?:and|et|y|и)\s+/iu)
    .map((one) => one.trim().replace(/^(?:the|les?|la|los|las|el)\s+/iu, ''))
    .filter((one) => one !== '' && one.split(' ').length <= 4)
  return parts.length >= 2 ? parts : []
}

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

/** "By the end of 2027", "avant fin 2027", "2027 оны эцэс гэхэд": a year's last day, by which something is to be there. */
const endOfYear: readonly RegExp[] = [
  /\b(?:by|before|until) (?:the )?end of (20\d\d)\b/iu,
  /(?:avant|d[’']ici(?: à)?|jusqu[’']à|à) (?:la )?fin (?:de (?:l[’']année )?)?(20\d\d)\b/iu,
  /(?:antes de(?:l)?|para|hasta|a más tardar a) (?:el )?(?:fin(?:al)?(?:es)?) (?:de |del año )?(20\d\d)\b/iu,
  /до конца (20\d\d)/iu,
  /(20\d\d) оны (?:эцэс|сүүл|төгсгөл)\p{L}*(?: гэхэд| хүртэл|$|[^\p{L}])/iu,
]

const byIn = (text: string): string | undefined => {
  const year = endOfYear.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined)
  return year === undefined ? undefined : `${year}-12-31`
}

/** What an indicator counts and aims at, as far as its words tell. */
export const guessIndicator = (text: string): IndicatorGuess => {
  const kind = kindWords.find(([, words]) => words.test(text))?.[0]
  const isPlan = kind === 'national-plan'
  const isEvent = kind === 'dissemination-event'
  const isStudy = kind === 'study'
  const per = !isPlan && !isStudy && yearly.test(text) ? 'year' : 'once'
  return {
    kind,
    withTimelines: isPlan && timelines.test(text),
    mix: isEvent && mixed.test(text),
    audience: isEvent ? audienceIn(text) : [],
    per,
    gte: isPlan || isStudy ? 1 : numberIn(text),
    by: per === 'once' ? byIn(text) : undefined,
  }
}
