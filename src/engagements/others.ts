// What others count of a State, gathered to be shown beside its own figures: another source's measure is another thing, and
// the two are never added.
import type { Datum } from '../facts/datum.ts'
import type { Source } from '../facts/source.ts'

export type PersonnelRow = {
  id: string
  year: number
  mission: string
  /** Women and men may be counted, and rounded, apart: they need not add up. Null: the table does not say. */
  persons: number
  women: number | null
  men: number | null
  /** Why the figure is doubtful, as the mapping of the table says; null: nothing says so. */
  note: string | null
  locator: string | null
  entered: boolean
}

/** The rows of one year together. */
export type PersonnelYear = Pick<PersonnelRow, 'year' | 'persons' | 'women' | 'men'> & {
  missions: number
  /** Every note of its rows, once. */
  notes: string[]
}

/** What one source counts, by one measure. */
export type PersonnelCount = {
  source: Source | null
  measure: string
  /** Oldest first; within a year the largest mission first. */
  rows: PersonnelRow[]
  years: PersonnelYear[]
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The sum of what every row says; null where one does not say it. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)

/** Facts of kind `mission-personnel` by source and measure, the one with most rows first. */
export const countPersonnel = (facts: readonly Datum[]): PersonnelCount[] =>
  [...Map.groupBy(facts, ({ source, body }) => JSON.stringify([source, body.measure])).values()]
    .map((group) => {
      const rows = group
        .map(
          ({ datumId, body, locator, entered }): PersonnelRow => ({
            id: datumId,
            year: Number(body.year),
            mission: String(body.mission),
            persons: Number(body.persons),
            women: numberOf(body.women),
            men: numberOf(body.men),
            note: textOf(body.note),
            ...{ locator, entered },
          }),
        )
        .sort((a, b) => a.year - b.year || b.persons - a.persons || (a.mission < b.mission ? -1 : 1))
      return {
        source: group[0]!.source,
        measure: String(group[0]!.body.measure),
        rows,
        years: [...Map.groupBy(rows, ({ year }) => year)].map(([year, ofYear]) => ({
          year,
          persons: ofYear.reduce((sum, { persons }) => sum + persons, 0),
          women: sumOf(ofYear.map(({ women }) => women)),
          men: sumOf(ofYear.map(({ men }) => men)),
          missions: new Set(ofYear.map(({ mission }) => mission)).size,
          notes: [...new Set(ofYear.flatMap(({ note }) => note ?? []))],
        })),
      }
    })
    .sort((a, b) => b.rows.length - a.rows.length)

/** The newest year that nothing makes doubtful, and a doubtful one after it; null: the table has none. */
export type NewestYears = { sure: PersonnelYear | null; doubtful: PersonnelYear | null }

/** Which year of a count is its answer, and which newer one is no more than shown beside it, as doubtful. */
export const newestYears = ({ years }: Pick<PersonnelCount, 'years'>): NewestYears => {
  const sure = years.findLast(({ notes }) => notes.length === 0) ?? null
  const last = years.at(-1) ?? null
  return { sure, doubtful: last === sure ? null : last }
}

export type ReviewStatement = {
  id: string
  kind: 'recommendation' | 'pledge'
  session: number
  /** When the session was held (EDTF). */
  held: string | null
  text: string
  language: string | null
  /** Id of the actor that made the recommendation; null: the table does not say, or it is a pledge. */
  madeBy: string | null
  /** As the table has it; null: it says none. */
  response: string | null
  issues: string[]
  source: Source | null
  locator: string | null
  entered: boolean
}

export type ReviewSession = {
  session: number
  held: string | null
  /** Null: none is held, and no table held whole reaches the session, so that nothing says there were none. */
  recommendations: number | null
  /** How many had each response; what has none is under ''. */
  responses: Record<string, number>
  /** Null: as with recommendations. */
  pledges: number | null
}

/** A first and a last session, both included, between which a table held whole has every statement. */
export type Span = { from: number; until: number }

/** Of each kind of statement, the sessions of which its tables are held whole. */
export type ReviewSpans = Record<ReviewStatement['kind'], readonly Span[]>

/** Facts of kinds `review-recommendation` and `review-pledge` as statements, newest session first. */
export const reviewStatements = (facts: readonly Datum[]): ReviewStatement[] =>
  facts
    .map(
      ({ datumId, kind, body, heldEdtf, heldFrom, language, source, locator, entered }): ReviewStatement => ({
        id: datumId,
        kind: kind === 'review-pledge' ? 'pledge' : 'recommendation',
        session: Number(body.session),
        held: heldEdtf ?? heldFrom,
        text: String(body.text),
        madeBy: textOf(body.madeBy),
        response: textOf(body.response),
        issues: Array.isArray(body.issues) ? body.issues.map(String) : [],
        ...{ language, source, locator, entered },
      }),
    )
    .sort(
      (a, b) =>
        b.session - a.session ||
        (a.kind < b.kind ? 1 : a.kind > b.kind ? -1 : 0) ||
        (a.madeBy ?? '').localeCompare(b.madeBy ?? '', 'en') ||
        (a.text < b.text ? -1 : 1),
    )

/** Spans that overlap or follow each other as one, the first first. */
export const joinSpans = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = []
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.until + 1) last.until = Math.max(last.until, until)
    else joined.push({ from, until })
  }
  return joined
}

/** How many are held; null where none is and no table held whole reaches the session: ignorance is no zero. */
const countHeld = (held: number, session: number, spans: readonly Span[]): number | null =>
  held > 0 || spans.some(({ from, until }) => from <= session && session <= until) ? held : null

/** Statements about one actor counted by session, newest first. */
export const countReviews = (statements: readonly ReviewStatement[], spans: ReviewSpans): ReviewSession[] =>
  [...Map.groupBy(statements, ({ session }) => session)]
    .sort(([a], [b]) => b - a)
    .map(([session, all]) => {
      const received = all.filter(({ kind }) => kind === 'recommendation')
      const responses: Record<string, number> = {}
      for (const { response } of received) responses[response ?? ''] = (responses[response ?? ''] ?? 0) + 1
      return {
        session,
        held: all[0]!.held,
        recommendations: countHeld(received.length, session, spans.recommendation),
        responses,
        pledges: countHeld(all.length - received.length, session, spans.pledge),
      }
    })
