// Where a line of a plan stands in the file it came from, as data and in words.

/**
 * Where a line stands in the file: `page` and `line` (to `lastLine`) in a PDF, counted from 1 on each page; `paragraph`,
 * or `table`, `row` and `column`, in the body of a DOCX, each counted from 1; `note` the sign of a foot- or endnote.
 */
export type SourcePlace = {
  page?: number
  line?: number
  lastLine?: number
  paragraph?: number
  table?: number
  row?: number
  column?: number
  note?: string
  part?: 'header' | 'footer' | 'text box'
}

/** "page 3, lines 4 to 6", "table 2, row 5, column 1", "paragraph 12". */
export const placeWords = (place: SourcePlace): string =>
  [
    place.part,
    place.note === undefined ? undefined : `note ${place.note}`,
    place.page === undefined ? undefined : `page ${place.page}`,
    place.line === undefined
      ? undefined
      : place.lastLine === undefined
        ? `line ${place.line}`
        : `lines ${place.line} to ${place.lastLine}`,
    place.paragraph === undefined ? undefined : `paragraph ${place.paragraph}`,
    place.table === undefined ? undefined : `table ${place.table}`,
    place.row === undefined ? undefined : `row ${place.row}`,
    place.column === undefined ? undefined : `column ${place.column}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ')

/** The words for a line of a plan: its place in the file, or its number in a text. */
export const lineWords = (places: SourcePlace[] | undefined, line: number): string => {
  const place = places?.[line - 1]
  const words = place === undefined ? '' : placeWords(place)
  return words === '' ? `line ${line}` : words
}

/** Adds the place in the file to every part of `value` that names its line. */
export const withPlaces = <T>(value: T, places: SourcePlace[]): T => {
  if (Array.isArray(value)) return value.map((one) => withPlaces(one, places)) as T
  if (value === null || typeof value !== 'object') return value
  const out: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(value)) {
    out[key] = withPlaces(one, places)
    if (key === 'line' && typeof one === 'number') out.place = places[one - 1] ?? {}
  }
  return out as T
}
