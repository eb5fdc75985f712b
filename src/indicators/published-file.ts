// What the names of published figures count: `published-figures.yaml` in an instrument's folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { instrumentPath } from '../parties/reference.ts'
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

let held: ReadonlyMap<string, FigureNamed> | undefined

/** What each name of a figure counts. Read once; throws Problem `input-rejected` naming file and path. */
export const namedFigures = (): ReadonlyMap<string, FigureNamed> => {
  held ??= new Map(
    readdirSync(instrumentPath(), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(instrumentPath(entry.name), 'published-figures.yaml'))
      .filter((path) => existsSync(path))
      .sort()
      .flatMap(readNames),
  )
  return held
}

const readNames = (path: string): [string, FigureNamed][] => {
  const read = z.record(z.string(), entryForm).safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success)
    throw problem(
      'input-rejected',
      `${path} was not taken in.`,
      read.error.issues.map((issue) => ({ file: path, path: issue.path.join('.'), message: issue.message })),
    )
  return Object.entries(read.data)
}
