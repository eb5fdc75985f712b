// The recommendations of a study as a file has them: from a document (DOCX, PDF, text) or a table (CSV, workbook).
// Reads only; what stands against what is held is compared in recommendations-import.ts.
import type { InputFile } from '../facts/datum-file.ts'
import { looksLikeWorkbook } from '../formats/xlsx-read.ts'
import { languageBeside } from '../instruments/language.ts'
import { openPlan } from '../instruments/open.ts'
import { type Issue, problem } from '../problem.ts'
import type { ColumnMap } from './recommendation-columns.ts'
import type { RecommendationRead, RecommendationsRead } from './recommendation-read.ts'
import { readRecommendationDocument } from './recommendations-document.ts'
import { isTableName, readRecommendationTable } from './recommendations-table.ts'

export type ReadAsked = {
  /** Which heading of a table stands for which field. */
  columns?: ColumnMap
  /** The document's language; a text that is plainly in another keeps its own. */
  language?: string | undefined
}

const repeated = ({ recommendations }: RecommendationsRead): Issue[] => {
  const seen = new Map<string, RecommendationRead>()
  return recommendations.flatMap((one) => {
    if (one.number === '')
      return [
        {
          ...one.place('number'),
          message: 'This recommendation has no number',
          found: one.text.slice(0, 80),
        },
      ]
    if (one.text === '')
      return [{ ...one.place('text'), message: `Recommendation ${one.number} has no text` }]
    const before = seen.get(one.number)
    seen.set(one.number, before ?? one)
    return before === undefined
      ? []
      : [
          {
            ...one.place('number'),
            message: `The number ${one.number} stands twice`,
            found: `${before.locator} and ${one.locator}`,
            expected: 'one number for each recommendation of a study',
          },
        ]
  })
}

/** Texts and workbooks are archives alike; the names of their parts, and what an ODT is, stand in them as they are. */
const isWordDocument = ({ name, bytes }: InputFile): boolean => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (
    all.includes('word/document.xml') ||
    all.subarray(0, 200).includes('opendocument.text') ||
    (all[0] === 0xd0 && /\.doc$/i.test(name))
  )
}

const lookedFor =
  'headings such as "Recommendation 4", or numbered paragraphs ("4." or "2.1"), below a heading "Recommendations" where there is one, or items with letters or bullets below such a heading; or a table with the columns number and text'

/**
 * The recommendations of a file. Throws `input-unreadable` for what is no document or table, and `input-rejected` with
 * every row that has no number or text, every number that stands twice, or where nothing reads as a recommendation.
 */
export const readRecommendations = async (
  file: InputFile,
  { columns = {}, language }: ReadAsked = {},
): Promise<RecommendationsRead> => {
  const read =
    isTableName(file.name) || (looksLikeWorkbook(file.bytes) && !isWordDocument(file))
      ? readRecommendationTable(file, columns)
      : readRecommendationDocument(await openPlan(file.bytes, file.name), file.name, columns)
  const issues = [...read.issues, ...repeated(read)]
  if (issues.length === 0 && read.recommendations.length === 0)
    issues.push(
      { file: file.name, message: 'No recommendation was found', expected: lookedFor },
      ...read.unplaced.slice(0, 20).map(({ at, text }) => ({
        ...{ file: file.name, path: at, message: `could not be placed: ${text.slice(0, 160)}` },
      })),
    )
  if (issues.length > 0)
    throw problem(
      'input-rejected',
      `${file.name} does not read as recommendations. Nothing was stored.`,
      issues,
    )
  return {
    ...read,
    recommendations: read.recommendations.map((one) => ({
      ...one,
      language: one.language ?? languageBeside(one.text, language) ?? null,
    })),
  }
}
