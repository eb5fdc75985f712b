// What the names of published figures count: `published-figures.yaml` in an instrument's folder.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { problem } from '../problem.ts'

const entryForm = z.strictObject({
  title: z.string().min(1),
  beside: z
    .union([
      z.strictObject({
        indicator: z.string().regex(/^[^/]+\/[^/]+$/),
        as: z.enum(['percentage', 'numerator', 'missing']),
      }),
      z.strictObject({ cohort: z.string() }),
    ])
    .optional(),
})
export type FigureNamed = z.infer<typeof entryForm>

/** What each name of a figure counts. Read once; throws Problem `input-rejected` naming file and path. */
export const namedFigures = readOncePerInstruments(
  (): ReadonlyMap<string, FigureNamed> =>
    new Map(
      instrumentFolders()
        .map(({ path }) => join(path, 'published-figures.yaml'))
        .filter((path) => existsSync(path))
        .flatMap(readNames),
    ),
)

/** The names of one file. */
export const readNames = (path: string): [string, FigureNamed][] => {
  const read = z.record(z.string(), entryForm).safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success)
    throw problem(
      'input-rejected',
      `${path} was not taken in.`,
      read.error.issues.map((issue) => ({ file: path, path: issue.path.join('.'), message: issue.message })),
    )
  return Object.entries(read.data)
}
