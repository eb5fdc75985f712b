// What a heading above a statement says of it: what it is, upon which act it was made, whom it is about.
import { nameKey, resolveActor } from './names.ts'

/** What stands below the table of a status page. `unclear`: in a section of several, and the page does not say which. */
export const statementKinds = [
  'declaration',
  'reservation',
  'understanding',
  'objection',
  'notification',
  'communication',
  'statement',
  'withdrawal-of-statement',
  'territorial-application',
  'unclear',
] as const
export type StatementKind = (typeof statementKinds)[number]

/** The acts upon which something was made, as headings name them. */
export const statedActs = [
  'signature',
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'formal-confirmation',
  'consent-to-be-bound',
  'provisional-application',
] as const
export type StatedAct = (typeof statedActs)[number]

export type HeadingRead = {
  /**
   * `act`: names only the act; `kind`: what follows; `about`: what it answers; `list`: that a list of the same follows.
   * `other`: part of the words.
   */
  is: 'act' | 'kind' | 'about' | 'list' | 'other'
  /** As the heading has them; none where it says nothing of that. */
  kinds: StatementKind[]
  upon: StatedAct | null
  confirmedUpon: StatedAct | null
}

const kindWords: [RegExp, StatementKind][] = [
  [/\bwithdrawals?\b/i, 'withdrawal-of-statement'],
  [/\breservations?\b/i, 'reservation'],
  [/\bd[eé]clarations?\b/i, 'declaration'],
  [/\bunderstandings?\b/i, 'understanding'],
  [/\bobjections?\b/i, 'objection'],
  [/\b(notifications?|derogations?)\b/i, 'notification'],
  [/\b(communications?|observations?)\b/i, 'communication'],
  [/\bstatements?\b/i, 'statement'],
]

const actWords: [RegExp, StatedAct][] = [
  [/\bsignature\b/i, 'signature'],
  [/\bratifica/i, 'ratification'],
  [/\bacceptance\b/i, 'acceptance'],
  [/\bapproval\b/i, 'approval'],
  [/\baccession\b/i, 'accession'],
  [/\bsuccession\b/i, 'succession'],
  [/\bformal confirmation\b/i, 'formal-confirmation'],
  [/\bconsent(ing)? to be bound\b/i, 'consent-to-be-bound'],
  [/\bprovisional application\b/i, 'provisional-application'],
]

const uponWords = /\b(upon|at the time of|on (its )?(signature|ratification|accession|succession))\b/i

/** The act upon which it was made, and that upon which it was confirmed, where the words name one. */
const actsUpon = (words: string): Pick<HeadingRead, 'upon' | 'confirmedUpon'> => {
  const first = (text: string): StatedAct | null => {
    const at = text.search(uponWords)
    if (at < 0) return null
    const rest = text.slice(at)
    const found = actWords
      .map(([pattern, act]) => ({ act, place: rest.search(pattern) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => a.place - b.place)
    return found[0]?.act ?? null
  }
  const confirmed = /\b(?:and\s+)?con\s?firmed\b/i.exec(words)
  if (confirmed === null) return { upon: first(words), confirmedUpon: null }
  return {
    upon: first(words.slice(0, confirmed.index)),
    confirmedUpon: first(words.slice(confirmed.index).replace(/upon(?=[a-z])/i, 'upon ')),
  }
}

const startsWithAct = /^\W*((made|confirmed|formulated)\s+)?(upon|at the time of)\b/i
const startsWithKind =
  /^(?:the\s+)?(?:(?:same|general|first|second|third|further|additional|partial|specific|interpretative|interpretive|interpetative|political|unilateral|joint|modified|text of the)\s+)*(?:reservations?|d[eé]clarations?|understandings?|statements?|notifications?|communications?|observations?|objections?|withdrawals?|derogations?)\b/i
const startsWithAbout =
  /^(?:\W*)(?:with (?:regards?|respect|reference) to|in (?:respect|regard) (?:of|to)|in relation to|regarding|concerning|objections?\s+(?:to|regarding|concerning|in respect of|with regard to)|in response to)\b/i
const whatIsAnswered =
  /\b(reser\w*tions?|servations?|reservati|declarations?|understandings?|statements?|interpretative|communications?|notifications?|objections?|modifications?)\b/i
/** Enumerated or opened by a quotation mark: the heading is a part of what the participant said. */
const isOfTheWords = /^(?:["“”«'‘]|\(?[a-z0-9]{1,4}[).]\s)/i

const startsList = /^\W*(subsequently\b|objections?,?\s+(of the same|identical))/i
const none = { kinds: [], upon: null, confirmedUpon: null }

/** What a heading says. `isObjection`: it stands in a section of objections, where "with regard to" names what is objected to. */
export const readHeading = (heading: string, isObjection: boolean): HeadingRead => {
  const words = heading.trim()
  if (isOfTheWords.test(words)) return { is: 'other', ...none }
  if (startsList.test(words)) return { is: 'list', ...none }
  if (startsWithAbout.test(words) && whatIsAnswered.test(words)) {
    const isAnswer = isObjection || /\bmade by\b|^\W*objections?\b/i.test(words)
    if (isAnswer) return { is: 'about', ...none, kinds: ['objection'] }
  }
  const { upon, confirmedUpon } = actsUpon(words)
  if (startsWithKind.test(words)) return { is: 'kind', kinds: kindsOf(words), upon, confirmedUpon }
  if (!startsWithAct.test(words)) return { is: 'other', ...none }
  const kinds = kindsOf(words)
  return { is: kinds.length === 0 ? 'act' : 'kind', kinds, upon, confirmedUpon }
}

const kindsOf = (words: string): StatementKind[] => {
  const found = kindWords.filter(([pattern]) => pattern.test(words)).map(([, kind]) => kind)
  // "Withdrawal of reservation", "Statement of understanding", "Objection to the reservation": the first word says which.
  const of =
    /\b(withdrawal|statement|declaration|objection|notification)s?\s+(?:of|to)\s+(?:the\s+)?\w+/i.exec(words)
  if (of === null || found.length < 2) return found
  const first = kindWords.find(([pattern]) => pattern.test(of[1]!))![1]
  if (first === 'statement' || first === 'declaration')
    return found.includes('understanding') ? ['understanding'] : found
  return [first]
}

/** A line that is a heading though the page does not set it as one: "Reservations:", "Upon signature:" and nothing else. */
export const isBareHeading = (text: string): boolean =>
  /^((made|confirmed)\s+)?upon\s+[a-z ]{4,60}:$/i.test(text) ||
  /^(interpretative\s+)?(reservations?|d[eé]clarations?|understandings?|statements?|objections?)(\s+and\s+(reservations?|d[eé]clarations?|understandings?|statements?))?(\s+(made\s+)?upon\s+[a-z ]{4,60})?\s*:$/i.test(
    text,
  )

type Names = Parameters<typeof resolveActor>[1]

const longestName = 12

/**
 * The actors named in `words`, each once, in order; the longest name counts, since a short one may
 * be the end of another State's. A name that follows a word in capitals which may belong to it names nobody.
 */
export const actorsIn = (words: string, known: readonly Names[], except: string | undefined): string[] => {
  const found: string[] = []
  const tokens = words.match(/\([^()]*\)|[\p{L}\p{M}'’‘`.-]+|[^\s\p{L}]/gu) ?? []
  const isName = (token: string | undefined) => token !== undefined && /^\p{Lu}/u.test(token)
  for (let at = 0; at < tokens.length; at++) {
    if (!isName(tokens[at])) continue
    const before = tokens[at - 1]
    const isTail =
      isName(before) && nameKey(before!) !== '' && found.length + at > 0 && !isOpening(tokens, at - 1)
    for (let length = Math.min(longestName, tokens.length - at); length > 0; length--) {
      const name = tokens
        .slice(at, at + length)
        .join(' ')
        .replace(/ ([,.])/g, '$1')
      const id = known.map((actors) => resolveActor(name, actors)).find((one) => one !== undefined)
      if (id === undefined || /^[A-Z]{2,3}$/.test(name)) continue
      if (!isTail && id !== except && !found.includes(id)) found.push(id)
      at += length - 1
      break
    }
  }
  return found
}

/** The first word of the text has its capital from there: "With", "The", "Objection". */
const isOpening = (tokens: readonly string[], at: number): boolean =>
  at === 0 || /^(the|by|with|to|in|government|state|states|kingdom)$/i.test(tokens[at]!)
