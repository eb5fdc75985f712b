// The kinds of datum and the questionnaires that come with Pacta: reference/kinds.yaml, the kinds of engagements beside
// it and those instruments add, and every file of an instrument that holds groups of questions.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kinds } from '../facts/kind.ts'
import { problem } from '../problem.ts'
import { type Questionnaire, readKinds, readQuestionnaire } from '../rules/rule-schema.ts'
import { askedBy } from './questionnaire.ts'
import type { Asked } from './validate.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const instrumentFolders = (): string[] =>
  readdirSync(join(root, 'instruments'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, 'instruments', entry.name))
    .sort()

let kindsHeld: Kinds | undefined

/** All kinds of datum, read once. A kind two files define is refused: nothing would say which one counts. */
export const readShippedKinds = (): Kinds => {
  kindsHeld ??= readKindFiles()
  return kindsHeld
}

const readKindFiles = (): Kinds => {
  const own = instrumentFolders().map((folder) => join(folder, 'kinds.yaml'))
  const kinds: Record<string, Kinds[string]> = {}
  const shared = ['kinds.yaml', 'engagement-kinds.yaml'].map((name) => join(root, 'reference', name))
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

let questionnairesHeld: Questionnaire[] | undefined

/** The questionnaires of all instruments, read once. */
export const readShippedQuestionnaires = (): Questionnaire[] => {
  questionnairesHeld ??= readQuestionnaireFiles()
  return questionnairesHeld
}

const readQuestionnaireFiles = (): Questionnaire[] =>
  instrumentFolders().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name))
      .filter((path) => /^groups:/m.test(readFileSync(path, 'utf8')))
      .map(readQuestionnaire),
  )

/** What can be answered, by obligation, with the questionnaires that come with Pacta. */
export const readShippedQuestions = (): Map<string, Asked> => askedBy(readShippedQuestionnaires())
