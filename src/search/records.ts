// What is held of actors, as documents: facts, reports and their answers.
import { placeOf, stateOf } from '../engagements/engagement.ts'
import { fieldsOf, fieldWords, type Kinds } from '../facts/kind.ts'
import { placeOf as placeOfLocator } from '../mappings/locator.ts'
import { reportName } from '../reports/naming.ts'
import type { ReportVersion } from '../reports/report.ts'
import { blank, type Document, type Part } from './document.ts'
import type { AnswerRow, FactRow } from './store.ts'
import { translationsOf } from './texts.ts'

/** An actor is called by its name, wherever a field holds its id. */
const valueWords = (value: unknown, nameOf: (id: string) => string): string =>
  [value]
    .flat()
    .map((one) => nameOf(String(one)))
    .join(', ')

const isText = (part: Part | null): part is Part => part !== null && part.text !== ''

const said = (text: string | null, language: string | null): Part | null =>
  text === null ? null : { text, language, verbatim: true }

const ours = (text: string | null): Part | null =>
  text === null ? null : { text, language: 'en', verbatim: false }

/** Of a kind of fact of which an actor has more than these, a page shows the newest, and all of them where asked for it. */
export const mostOfKind = 40

export type ActorsHeld = {
  /** Whether an actor has so many facts of a kind that its page shows them only where asked for. */
  hasMany: (actor: string, kind: string) => boolean
  /** What many documents say alike, made once for all of them. */
  shared: <T>(key: string, make: () => T) => T
  /** An actor's name; the text itself where it is no actor's id. */
  nameOf: (id: string) => string
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
  if (topic === 'votes') return actors.isState(row.actor) ? `/ministries/${row.actor}#votes` : undefined
  if (topic === 'statements')
    return actors.isState(row.actor)
      ? `/ministries/${row.actor}#statement-${row.id}`
      : `/treaties/${row.body.treaty}#statement-${row.id}`
  if (topic === 'page') return actors.isState(row.actor) ? `/ministries/${row.actor}/cooperation` : undefined
  const state = stateOf(row, actors)
  return state === undefined ? undefined : `/ministries/${state}${asked}#${placeOf(row.externalId ?? row.id)}`
}

const ownName = ({ body, held }: FactRow): string | null =>
  [body.title, body.text, held].find((name) => typeof name === 'string' && name !== '')?.toString() ?? null

const titleOf = ({ body }: FactRow): string[] =>
  typeof body.title === 'string' && body.title !== '' ? [body.title] : []

/** How the symbol of a resolution is written: whole, and by its number alone, "53/77 D" of "A/RES/53/77 D". */
const symbolsOf = ({ body }: FactRow): string[] => {
  if (typeof body.symbol !== 'string') return []
  const number = /\d.*$/.exec(body.symbol)?.[0]
  return number === undefined || number === body.symbol ? [body.symbol] : [body.symbol, number]
}

/** The number of a row in somebody's table is nothing anybody looks for; a page or a roll call is. */
const placeSearched = (locator: string | null): string | null => {
  if (locator === null) return null
  const place = placeOfLocator(locator)
  return place !== locator && /^row \d+$/.test(place) ? null : place
}

/** A cited fact: its quotation, what it says by field, and its source; undefined where no page shows it. */
export const factDocument = (row: FactRow, actors: ActorsHeld, kinds: Kinds): Document | undefined => {
  const kind = kinds[row.kind]
  const path = placeOfFact(row, kind?.topic, actors)
  if (path === undefined) return undefined
  const { nameOf, shared } = actors
  const order = kind === undefined ? [] : Object.keys(fieldsOf(kind))
  const { note, ...fields } = row.body
  const says = Object.entries(fields)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, value]) => `${fieldWords(field)} ${valueWords(value, nameOf)}`)
    .join(', ')
  const source = [row.sourceTitle, row.sourcePublisher].filter((words) => words !== null).join(', ')
  return {
    ...blank,
    kind: 'fact',
    id: row.id,
    path,
    title: kind?.title ?? row.kind,
    titleLanguage: 'en',
    isOurs: kind !== undefined,
    of: shared(`of ${row.actor}`, () => ({ actor: row.actor, name: nameOf(row.actor) })),
    // A promise, an event, a resolution and what carries it out have a name of their own; a meeting without one is told from the
    // others by its day.
    ...(kind?.topic === undefined || kind.topic === 'votes'
      ? {}
      : { detail: ownName(row), detailLanguage: null, names: titleOf(row) }),
    ...(kind?.topic === 'resolutions' ? { codes: symbolsOf(row) } : {}),
    parts: [
      said(row.quotation, row.language),
      ours([says, row.held].filter((words) => words !== null && words !== '').join('; ')),
      ours(typeof note === 'string' ? note : null),
      shared(`source ${source}`, () => said(source, null)),
      ours(placeSearched(row.locator)),
    ].filter(isText),
    about: shared(`about ${row.actor} ${row.kind} ${row.subject}`, () => [
      row.actor,
      row.subject ?? '',
      ...translationsOf(kind?.title ?? '').map(({ text }) => text),
    ]),
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
