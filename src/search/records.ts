// What is held of actors, as documents: facts, reports and their answers.
import { placeOf, stateOf } from '../engagements/engagement.ts'
import type { KindSpec, Kinds } from '../facts/kind.ts'
import { placeOf as placeOfLocator } from '../mappings/locator.ts'
import { reportName } from '../reports/naming.ts'
import type { ReportVersion } from '../reports/report.ts'
import { languages } from '../words/languages.ts'
import { blank, type Document, type Part } from './document.ts'
import { factWordsIn, heldWordsIn } from './fact-words.ts'
import type { AnswerRow, FactRow } from './store.ts'
import { translationsOf } from './texts.ts'

const isText = (part: Part | null): part is Part => part !== null && part.text !== ''

const said = (text: string | null, language: string | null): Part | null =>
  text === null ? null : { text, language, verbatim: true }

const ours = (text: string | null, language: string | null = 'en'): Part | null =>
  text === null ? null : { text, language, verbatim: false }

/** Of a kind of fact of which an actor has more than these, a page shows the newest, and all of them where asked for it. */
export const mostOfKind = 40

export type ActorsHeld = {
  /** Whether an actor has so many facts of a kind that its page shows them only where asked for. */
  hasMany: (actor: string, kind: string) => boolean
  /** What many documents say alike, made once for all of them. */
  shared: <T>(key: string, make: () => T) => T
  /** An actor's name in a language, English without one and where the language has none; the text itself where it is no actor's id. */
  nameOf: (id: string, language?: string) => string
  parentOf: (id: string) => string | null
  isState: (id: string) => boolean
}

/**
 * Where a fact stands: on its actor's sheet; engagements and votes on the page of their State's ministry; what carries
 * promises out at an address of its own. Undefined
 * where no page shows it.
 */
const placeOfFact = (row: FactRow, topic: string | undefined, actors: ActorsHeld): string | undefined => {
  const asked = actors.hasMany(row.actor, row.kind) ? `?facts=${row.kind}` : ''
  if (topic === undefined) return `/states/${row.actor}${asked}#fact-${row.id}`
  if (topic === 'implementation') return `/implementation/${row.id}`
  if (row.kind === 'roll-call') return `/votes/${row.externalId ?? row.id}`
  if (topic === 'votes') return actors.isState(row.actor) ? `/ministries/${row.actor}#votes` : undefined
  if (topic === 'statements')
    return actors.isState(row.actor)
      ? `/ministries/${row.actor}#statement-${row.id}`
      : `/treaties/${row.body.treaty}?statements=${row.actor}#statement-${row.id}`
  if (topic === 'page') return actors.isState(row.actor) ? `/ministries/${row.actor}/cooperation` : undefined
  const state = stateOf(row, actors)
  return state === undefined ? undefined : `/ministries/${state}${asked}#${placeOf(row.externalId ?? row.id)}`
}

/** A name that is its own: a promise, an event, a resolution has one; a meeting without one is told from others by its day. */
const ownName = ({ body }: FactRow): string | null =>
  [body.title, body.titleInFile, body.text]
    .find((name) => typeof name === 'string' && name !== '')
    ?.toString() ?? null

/**
 * How the symbol of a resolution is written: whole, and by its number alone, "53/77 D" of "A/RES/53/77 D". Votes on its parts bear
 * it too: they have its words, and it means the whole.
 */
const symbolsOf = ({ body }: FactRow): string[] => {
  if (typeof body.symbol !== 'string' || body.part !== undefined) return []
  const number = /\d.*$/.exec(body.symbol)?.[0]
  return number === undefined || number === body.symbol ? [body.symbol] : [body.symbol, number]
}

/** The number of a row in somebody's table is nothing anybody looks for; a page or a roll call is. */
const placeSearched = (locator: string | null): string | null => {
  if (locator === null) return null
  const place = placeOfLocator(locator)
  return place !== locator && /^row \d+$/.test(place) ? null : place
}

/** Figures of other facts, put into a text by their ids in braces, are no words of it. */
const withoutIds = (text: string): string => text.replace(/\{[^{}\s]+\}/g, '…')

/** Texts of a fact that stand whole: an office's words in two languages, a recommendation, a note. */
const textsOf = ({ body, language }: FactRow): Part[] => {
  const own = typeof body.ownLanguage === 'string' ? body.ownLanguage : null
  const languages = { text: language, note: 'en', ownTitle: own, ownText: own }
  return Object.entries(languages).flatMap(([field, of]) => {
    const text = body[field]
    return typeof text === 'string' && text !== '' ? [ours(withoutIds(text), of)!] : []
  })
}

/** What it says, in every language of the interface that says some of it in its own words. */
const saidIn = (row: FactRow, kind: KindSpec | undefined, { nameOf, shared }: ActorsHeld): Part[] => {
  const english = factWordsIn('en', { kind, body: row.body }, nameOf)
  const when = heldWordsIn('en', row.held)
  const translated = shared(`languages of ${kind?.title}`, () =>
    translationsOf(kind?.title ?? '').map(({ language }) => language),
  )
  return languages.flatMap(({ code }): Part[] => {
    if (code === 'en') {
      const text = [...english, ...(when === null ? [] : [when])].join('; ')
      return text === '' ? [] : [ours(text)!]
    }
    if (!translated.includes(code)) return []
    const own = factWordsIn(code, { kind, body: row.body }, (id) => nameOf(id, code))
    // What is the same as in English is found there.
    const text = own.filter((words) => !english.includes(words)).join('; ')
    return text === '' ? [] : [ours(text, code)!]
  })
}

/** A cited fact: its quotation, what it says by field, and its source; undefined where no page shows it. */
export const factDocument = (row: FactRow, actors: ActorsHeld, kinds: Kinds): Document | undefined => {
  const kind = kinds[row.kind]
  const path = placeOfFact(row, kind?.topic, actors)
  if (path === undefined) return undefined
  const { nameOf, shared } = actors
  const source = [row.sourceTitle, row.sourcePublisher].filter((words) => words !== null).join(', ')
  const ofKind = shared(`kind ${row.kind}`, () => [
    kind?.title ?? row.kind,
    ...translationsOf(kind?.title ?? '').map(({ text }) => text),
  ])
  const name = kind?.topic === undefined || row.kind === 'recorded-vote' ? null : ownName(row)
  const called = name === null ? [kind?.topic === undefined ? null : row.held] : [row.body.title]
  const names = called.filter((one) => typeof one === 'string')
  return {
    ...blank,
    kind: 'fact',
    id: row.id,
    path,
    ...(name === null
      ? // A meeting without a title is called by its kind, and told from others by its day.
        {
          title: ofKind[0]!,
          titleLanguage: 'en',
          isOurs: kind !== undefined,
          detail: kind?.topic === undefined ? null : row.held,
        }
      : { title: withoutIds(name), detail: ofKind[0]!, detailLanguage: 'en' }),
    ofKind,
    of: shared(`of ${row.actor}`, () => ({ actor: row.actor, name: nameOf(row.actor) })),
    names,
    ...(row.body.symbol === undefined ? {} : { codes: symbolsOf(row) }),
    parts: [
      said(row.quotation, row.language),
      ...saidIn(row, kind, actors),
      ...textsOf(row),
      shared(`source ${source}`, () => said(source, null)),
      ours(placeSearched(row.locator)),
    ].filter(isText),
    about: shared(`about ${row.actor} ${row.subject}`, () =>
      [row.actor, row.subject ?? '', ...languages.map(({ code }) => nameOf(row.actor, code))].filter(
        (words) => words !== '',
      ),
    ),
    entered: row.entered,
    tier: row.tier,
  }
}

/** A report in the version that is current; `title` is its obligation's. */
export const reportDocument = (version: ReportVersion, name: string, title: string): Document => ({
  ...blank,
  kind: 'report',
  id: version.reportId,
  path: `/reports/${reportName(version)}`,
  title,
  titleLanguage: 'en',
  isOurs: true,
  of: { actor: version.actor, name },
  year: version.coversYear,
  codes: [reportName(version)],
  parts: [
    said(typeof version.document.title === 'string' ? version.document.title : null, version.language),
    said(version.source?.title ?? null, version.language),
  ].filter(isText),
  about: [version.actor, version.obligation],
  entered: version.entered,
})

/** One answer of a current report: the question it answers, and the words it rests on. */
export const answerDocument = (
  row: AnswerRow,
  version: ReportVersion,
  name: string,
  question: string,
): Document => ({
  ...blank,
  kind: 'answer',
  id: row.id,
  path: `/reports/${reportName(version)}#q-${row.question}`,
  title: question,
  titleLanguage: 'en',
  of: { actor: row.actor, name },
  year: version.coversYear,
  parts: [
    said(row.quotation, row.language),
    said(row.text, row.language ?? version.language),
    ours(row.number === null ? null : [row.number, row.unit].filter((words) => words !== null).join(' ')),
  ].filter(isText),
  answer: row.state,
  about: [row.actor, row.state],
  entered: version.entered,
})
