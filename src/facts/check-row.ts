// One row of a file of datums, checked: what it says becomes a draft, what is wrong with it becomes issues.
import type { Issue } from '../problem.ts'
import { type DatumDraft, type Tier, tiers } from './datum.ts'
import type { DatumRow } from './datum-file.ts'
import { dayAfter, isDay, lastDay, readDate } from './edtf.ts'
import { type FieldIssue, type KindSpec, type Kinds, readBody } from './kind.ts'
import { isLanguage, isWebAddress, type Source } from './source.ts'

export type RowContext = {
  kinds: Kinds
  /** The actors held. */
  actors: ReadonlySet<string>
  /** The world's today: nothing is known from a later day. */
  today: string
  /** Each row must name the document, or who says so. */
  sourced: boolean
}

/** Kinds that are computed into memberships and come in with the depositary's status page. */
const statusKinds = new Set(['status-event', 'status-claim'])

type Note = (column: string, message: string, more?: { expected?: string; found?: string }) => void

type Held = Pick<DatumDraft, 'heldFrom' | 'heldUntil' | 'heldEdtf'>

/** When it holds: `from` and `until` as given, otherwise what `date` means; an event's single day has no end. */
const readHeld = (row: DatumRow, kind: KindSpec | undefined, note: Note): Held => {
  const day = (column: 'from' | 'until'): string | null => {
    const text = row.get(column)
    if (text === '' || isDay(text)) return text === '' ? null : text
    note(column, 'Not a day', { expected: 'a day such as 2025-12-01', found: text })
    return null
  }
  const from = day('from')
  const until = day('until')
  const written = row.get('date')
  const span = written === '' ? undefined : readDate(written)
  if (written !== '' && span === undefined) {
    note('date', 'Not a date', {
      expected: 'such as 2025-12-01, 2018-06, 2013, 198X, 2021-12? or 2019/2021',
      found: written,
    })
  }
  if (from !== null && until !== null && until <= from) {
    note('until', 'It ends before it begins', {
      expected: `a day after ${from}, the first on which it no longer holds`,
      found: until,
    })
  }
  const before = span?.until != null && from !== null && from >= span.until
  const after = span?.from != null && until !== null && until <= span.from
  if (before || after) note('date', 'The date contradicts "from" or "until"', { found: written })
  if (span === undefined || before || after || from !== null || until !== null) {
    return { heldFrom: from, heldUntil: until, heldEdtf: written === '' ? null : written }
  }
  const isEvent = kind?.time === 'event'
  if (isEvent && (span.from === null || span.until === null)) {
    note('date', 'An event has a beginning and an end', { expected: 'a closed interval', found: written })
  }
  const singleDay = isEvent && span.from !== null && span.until === dayAfter(span.from)
  return { heldFrom: span.from, heldUntil: singleDay ? null : span.until, heldEdtf: span.edtf }
}

const readSource = (row: DatumRow, sourced: boolean, note: Note): Source | null => {
  const title = row.get('source_title')
  const [address, publisher, published] = [
    row.get('source_address'),
    row.get('source_publisher'),
    row.get('source_date'),
  ]
  if (address !== '' && !isWebAddress(address)) {
    note('source_address', 'Not a web address', {
      expected: 'an address beginning with https:// or http://',
      found: address,
    })
  }
  if (published !== '' && readDate(published) === undefined) {
    note('source_date', 'Not a date', { expected: 'such as 2025-12-01, 2018-06 or 2013', found: published })
  }
  if (title === '' && (address !== '' || publisher !== '' || published !== '')) {
    note('source_title', 'The source has no title')
  } else if (title === '' && sourced) {
    note('source_title', 'Nothing says where this is from', { expected: 'the document, or who says so' })
  }
  return title === ''
    ? null
    : { title, address: address || null, publisher: publisher || null, published: published || null }
}

/**
 * The days, both included, of which one is that from which a row without `known_from` is known: those that the date of its source
 * may mean, up to today. Undefined without a day from which to count, and where all of them lie ahead.
 */
export const daysKnownFrom = (
  published: string,
  today: string,
): { first: string; last: string } | undefined => {
  const last = lastDay(published)
  const first = readDate(published)?.from ?? '0001-01-01'
  return last === undefined || first > today ? undefined : { first, last: last < today ? last : today }
}

/** From when it was known: as given, otherwise the last day the source's date may mean, and no later than it is recorded. */
const readKnownFrom = (row: DatumRow, today: string, note: Note): string => {
  const given = row.get('known_from')
  if (given !== '' && !isDay(given)) {
    note('known_from', 'Not a day', { expected: 'a day such as 2025-12-01', found: given })
    return ''
  }
  const published = row.get('source_date')
  const known = given !== '' ? given : (daysKnownFrom(published, today)?.last ?? lastDay(published))
  if (known === undefined) {
    note('known_from', 'Nothing says since when this is known', { expected: 'known_from, or a dated source' })
    return ''
  }
  if (known > today) {
    const expected = `${today} or earlier`
    if (given !== '') note('known_from', 'Nothing is known from a day to come', { expected, found: given })
    else note('source_date', "The source's date lies ahead", { expected, found: published })
  }
  return known
}

/** An event without a date takes the first of its fields that says when something happened. */
const firstOccurrence = (kind: KindSpec, body: Record<string, unknown>): string | null => {
  for (const [name, spec] of Object.entries(kind.fields)) {
    if (spec.occurs === true && typeof body[name] === 'string') return body[name]
  }
  return null
}

/** Nothing has happened on a day to come, and nobody knew on a day what happened later. */
const checkOrder = (
  kind: KindSpec,
  draft: Pick<DatumDraft, 'heldFrom' | 'knownFrom' | 'body'>,
  row: DatumRow,
  today: string,
  note: Note,
): void => {
  const { heldFrom, knownFrom, body } = draft
  const happened = Object.entries(kind.fields).flatMap(([name, spec]): [string, string][] => {
    const day = body[name]
    return spec.occurs === true && typeof day === 'string' ? [[`body.${name}`, day]] : []
  })
  for (const [column, day] of happened) {
    if (day > today) {
      note(column, 'Nothing has happened on a day to come', { expected: `${today} or earlier`, found: day })
    } else if (knownFrom !== '' && knownFrom < day) {
      const given = row.get('known_from') !== ''
      note(given ? 'known_from' : 'source_date', 'Known before it happened', {
        expected: `${day} or later, the day in "${column}"`,
        found: given ? knownFrom : row.get('source_date'),
      })
    }
  }
  if (kind.time !== 'event' || kind.ahead === true || heldFrom === null || heldFrom <= today) return
  if (happened.some(([, day]) => day === heldFrom)) return
  const column = row.get('from') !== '' ? 'from' : 'date'
  note(column, 'Nothing has happened on a day to come', {
    expected: `${today} or earlier`,
    found: row.get(column),
  })
}

/** Where a row says what a kind asks for beside its own fields. */
const besideColumns: Readonly<Record<string, string>> = { heldFrom: 'date', source: 'source_title' }

/**
 * The draft of one row, and what may be so and may be an oversight. It is only good for storing when no issue came with it.
 */
export const checkRow = (
  row: DatumRow,
  context: RowContext,
): { draft: DatumDraft; issues: Issue[]; questions: Issue[] } => {
  const issues: Issue[] = []
  const noteIn =
    (list: Issue[]): Note =>
    (column, message, more) =>
      list.push({ ...row.place(column), message, ...more })
  const note = noteIn(issues)
  const [externalId, actor, kindName] = [row.get('id'), row.get('actor'), row.get('kind')]
  if (externalId === '') note('id', 'The row has no id', { expected: 'an id of its own, such as fact-0001' })
  if (!context.actors.has(actor)) {
    const expected = context.actors.has(actor.toUpperCase())
      ? actor.toUpperCase()
      : 'the id of an actor held, such as MNG'
    note('actor', actor === '' ? 'The row names no actor' : 'No such actor', {
      expected,
      found: actor || undefined,
    })
  }
  const kind = Object.hasOwn(context.kinds, kindName) ? context.kinds[kindName] : undefined
  if (kind === undefined)
    note('kind', kindName === '' ? 'The row names no kind' : 'No such kind', { found: kindName || undefined })
  else if (statusKinds.has(kindName)) {
    note('kind', "A treaty's status comes in by its status page", {
      expected: 'pacta status import FILE',
      found: kindName,
    })
  }
  const [supersedes, retracts] = [row.get('supersedes') || null, row.get('retracts') || null]
  if (supersedes !== null && retracts !== null)
    note('retracts', 'A row supersedes or retracts, not both', { found: retracts })
  const givenNote = row.get('note')
  const given = givenNote === '' ? row.body : { ...row.body, note: givenNote }
  // Read first, for the kind may ask for them; told behind what is wrong with its own fields.
  const ofTime: Issue[] = []
  const held = readHeld(row, kind, noteIn(ofTime))
  const ofSource: Issue[] = []
  const source = readSource(row, context.sourced, noteIn(ofSource))
  const beside = { heldFrom: held.heldFrom ?? undefined, source: source?.title }
  const read =
    kind === undefined ? undefined : readBody(kind, given, { retraction: retracts !== null, beside })
  const placed = ({ field, ...issue }: FieldIssue): Issue => {
    const isOwnNote = field === 'note' && givenNote !== ''
    return { ...row.place(isOwnNote ? 'note' : (besideColumns[field] ?? `body.${field}`)), ...issue }
  }
  for (const issue of read?.issues ?? []) issues.push(placed(issue))
  issues.push(...ofTime)
  // Where a source is needed and missing, that is an issue already.
  const questions = (read?.questions ?? [])
    .filter(({ field }) => field !== 'source' || !context.sourced)
    .map(placed)
  const body = read?.body ?? {}
  if (kind?.time === 'event' && held.heldFrom === null && held.heldUntil === null)
    held.heldFrom = firstOccurrence(kind, body)
  const language = row.get('language') || null
  if (language !== null && !isLanguage(language)) {
    note('language', 'Not a language tag', { expected: 'such as en, fr or mn', found: language })
  }
  const tier = row.get('tier') || 'public'
  if (!tiers.includes(tier as Tier)) note('tier', 'No such tier', { expected: tiers.join(', '), found: tier })
  const draft: DatumDraft = {
    externalId,
    actor,
    kind: kindName,
    subject: row.get('subject') || null,
    ...held,
    knownFrom: readKnownFrom(row, context.today, note),
    supersedes,
    retracts,
    source,
    locator: row.get('locator') || null,
    quotation: row.get('quotation') || null,
    language,
    tier: tier as Tier,
    body,
    place: row.place('id'),
  }
  issues.push(...ofSource)
  if (kind !== undefined) checkOrder(kind, draft, row, context.today, note)
  return { draft, issues, questions }
}
