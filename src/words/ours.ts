// The words of our own data files in other languages: titles of kinds and cohorts, what a rule counts, how its text is
// read. They stand beside the data, by the English sentence they translate, so that a sentence that is changed loses
// its translation instead of keeping a wrong one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { problem } from '../problem.ts'

const root = join(import.meta.dirname, '..', '..')
const form = z.record(z.string().min(1), z.string().min(1))

/** The folders in which data files stand: reference/, and each instrument's. */
const folders = (): string[] => [join(root, 'reference'), ...instrumentFolders().map(({ path }) => path)]

/**
 * A file `words.<language>.yaml`: English sentence to the same in the language. Throws Problem `input-rejected` for
 * anything else.
 */
export const readWords = (file: string): Map<string, string> => {
  const document = parseDocument(readFileSync(file, 'utf8'), { uniqueKeys: true, prettyErrors: true })
  const mistakes = document.errors.map((error) => ({
    file,
    ...(error.linePos === undefined ? {} : { line: error.linePos[0].line }),
    message: error.message,
  }))
  const parsed = form.safeParse(mistakes.length > 0 ? {} : (document.toJS() ?? {}))
  if (mistakes.length > 0 || !parsed.success)
    throw problem(
      'input-rejected',
      `${file} is not a list of sentences with their translations.`,
      parsed.success
        ? mistakes
        : parsed.error.issues.map((issue) => ({ file, path: issue.path.join('.'), message: issue.message })),
    )
  return new Map(Object.entries(parsed.data))
}

const read = readOncePerInstruments(() => new Map<string, ReadonlyMap<string, string>>())

/** All sentences of our data files that are held in `language` (BCP 47), by their English. Read once. */
export const oursIn = (language: string): ReadonlyMap<string, string> => {
  let held = read().get(language)
  if (held === undefined) {
    const files = folders()
      .map((folder) => join(folder, `words.${language}.yaml`))
      .filter((file) => existsSync(file))
    // What stands first counts: an instrument that was added changes no words of others.
    held = new Map(files.toReversed().flatMap((file) => [...readWords(file)]))
    read().set(language, held)
  }
  return held
}
