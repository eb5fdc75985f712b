// The kinds of datum and the questionnaires held: reference/kinds.yaml, the kinds of engagements, of work, of pages and of statements beside it and those
// that instruments add, and every file of an instrument that holds groups of questions.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KindSpec, Kinds } from '../facts/kind.ts'
import { type InstrumentFolder, instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { referencePath } from '../parties/reference.ts'
import { problem } from '../problem.ts'
import { readKinds } from '../rules/kind-schema.ts'
import { type Questionnaire, readQuestionnaire } from '../rules/questionnaire-schema.ts'
import { askedBy } from './questionnaire.ts'
import type { Asked } from './validate.ts'

/** The kinds that stand beside those of these folders. A kind two files define is refused: nothing would say which one counts. */
export const readKindsWith = (folders: readonly InstrumentFolder[]): Kinds => {
  const own = folders.map(({ path }) => join(path, 'kinds.yaml'))
  const kinds: Record<string, KindSpec> = {}
  const shared = [
    'kinds.yaml',
    'engagement-kinds.yaml',
    'implementation-kinds.yaml',
    'page-kinds.yaml',
    'statement-kinds.yaml',
  ].map((name) => referencePath(name))
  for (const path of [...shared, ...own.filter((path) => existsSync(path))]) {
    for (const [name, kind] of Object.entries(readKinds(path))) {
      if (kinds[name] !== undefined) {
        throw problem('input-rejected', `The kind "${name}" is defined twice.`, [
          { file: path, path: name, message: 'Defined by another file already' },
        ])
      }
      kinds[name] = kind
    }
  }
  return kinds
}

/** All kinds of datum, read once. */
export const readShippedKinds = readOncePerInstruments(() => readKindsWith(instrumentFolders()))

/** The files of a folder that hold groups of questions. */
export const questionnaireFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => /^groups:/m.test(readFileSync(path, 'utf8')))

/** The questionnaires of all instruments, read once. */
export const readShippedQuestionnaires = readOncePerInstruments((): Questionnaire[] =>
  instrumentFolders().flatMap(({ path }) => questionnaireFilesIn(path).map(readQuestionnaire)),
)

/** What can be answered, by obligation, with the questionnaires held. */
export const readShippedQuestions = (): Map<string, Asked> => askedBy(readShippedQuestionnaires())
