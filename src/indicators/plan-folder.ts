// A folder with an instrument, checked before it is added: each file by its own form, the files against each other, and
// all of them against what is held. Nothing is stored.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readDutyFile } from '../duties/rules.ts'
import { sha256Of } from '../formats/canonical.ts'
import { instrumentFolders } from '../instrument-folders.ts'
import { decodePlan } from '../instruments/decode.ts'
import { readInstrument, readInstrumentsIn, type ShippedInstrument } from '../instruments/read.ts'
import { readTreaty } from '../parties/treaty.ts'
import { shippedTreatyIds } from '../parties/treaty-ids.ts'
import { type Issue, Problem, problem } from '../problem.ts'
import { questionnaireFilesIn, readKindsWith } from '../reports/shipped.ts'
import { readKinds } from '../rules/kind-schema.ts'
import { readQuestionnaire } from '../rules/questionnaire-schema.ts'
import { placeOf } from '../rules/read-yaml.ts'
import { readCohorts } from '../rules/rule-schema.ts'
import { readWords } from '../words/ours.ts'
import { partiesHeldNowhere } from './party-notes.ts'
import { checkTogether, type FolderContent, type HeldBeside } from './plan-together.ts'
import { type HeldPlan, readPlansIn } from './plans.ts'
import { readNames } from './published-file.ts'

export type PlanFolderChecked = FolderContent & {
  /** The files that are copied, by name. */
  files: string[]
  plans: HeldPlan[]
  /** What has to be mended before the folder can be added. */
  issues: Issue[]
  /** Guesses of the scaffold that nobody has decided yet: lines with `# check:`. */
  marks: Issue[]
  /** What is well formed and yet may not be meant: an indicator without a rule, a question that no rule reads. */
  notes: Issue[]
}

const isWords = (name: string): boolean => /^words\.[a-zA-Z-]+\.yaml$/.test(name)

/** The files of an instrument's folder: data as YAML, and texts. What stands in folders below it is not its own. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^[^.].*\.(yaml|txt|md|docx|pdf)$/.test(name))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

const openFolder = (folder: string): { path: string; names: string[] } => {
  const path = resolve(folder)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw problem('usage', `"${folder}" is no folder. Name the folder that holds the plan's files.`)
  return { path, names: filesIn(path) }
}

/** Reads, and takes what is refused as issues. */
const collecting =
  (issues: Issue[]) =>
  <T>(file: string, read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      issues.push(...(error.issues.length > 0 ? error.issues : [{ file, message: error.message }]))
      return undefined
    }
  }

/** Guesses nobody has decided: `# check: …` anywhere in a YAML file. */
const marksIn = (path: string): Issue[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const found = /#\s*check:\s*(.*)$/.exec(line)
      return found === null ? [] : [{ file: path, line: index + 1, message: found[1]!.trim() }]
    })

const checkText = (instrument: ShippedInstrument, folder: string): Issue[] => {
  const { file, textFile, sha256 } = instrument
  const path = join(folder, textFile)
  if (basename(textFile) !== textFile || !existsSync(path))
    return [{ file, path: 'textFile', message: 'there is no such file beside it', found: textFile }]
  const text = decodePlan(readFileSync(path), textFile)
  const found = sha256Of(text)
  return found === sha256
    ? []
    : [{ file, path: 'sha256', message: `not the SHA-256 of ${textFile}`, found: sha256, expected: found }]
}

const plain = (text: string): string => text.replace(/[\s­]+/g, ' ').trim()

/** Texts that the source does not have in these words: joined over a page break, or changed. */
const notVerbatim = (instrument: ShippedInstrument, folder: string): Issue[] => {
  const source = plain(decodePlan(readFileSync(join(folder, instrument.textFile)), instrument.textFile))
  const texts = [
    ...instrument.actions.map(({ id, text, line }) => ({ what: `action ${id}`, text, line })),
    ...instrument.indicators.map(({ id, text, line }) => ({ what: `indicator ${id}`, text, line })),
  ]
  return texts
    .filter(({ text }) => !source.includes(plain(text)))
    .map(({ what, line }) => ({
      file: instrument.file,
      message: `${what} does not stand in ${instrument.textFile} in these words (line ${line}): look whether they are its own`,
    }))
}

/**
 * Reads and checks a folder with an instrument. Every mistake is in `issues`, with file, line and path. Throws `usage`
 * where there is no such folder.
 */
export const checkPlanFolder = (
  folder: string,
  actorsAdded: ReadonlySet<string> = new Set(),
): PlanFolderChecked => {
  const { path, names } = openFolder(folder)
  const name = basename(path)
  const issues: Issue[] = []
  const reading = collecting(issues)
  const at = (file: string) => join(folder, file)
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(name))
    issues.push({
      file: folder,
      message: 'the name of the folder is no id',
      expected: 'small letters, digits and hyphens',
    })
  const yaml = names.filter((one) => one.endsWith('.yaml'))
  const questionnaireFiles = questionnaireFilesIn(path).map((one) => basename(one))
  const ownForms = [
    ...['cohorts.yaml', 'kinds.yaml', 'convention.yaml', 'published-figures.yaml'],
    ...questionnaireFiles,
  ]
  const instrumentFiles = yaml.filter(
    (one) => !ownForms.includes(one) && !/\.(rules|duties)\.yaml$/.test(one) && !isWords(one),
  )
  for (const one of readdirSync(path).filter((other) => other.endsWith('.yml')))
    issues.push({ file: at(one), message: 'nothing reads this file', expected: 'a name that ends in .yaml' })
  const instruments = instrumentFiles.flatMap(
    (one) => reading(one, () => readInstrument(at(one), 'added')) ?? [],
  )
  if (instrumentFiles.length === 0 && !names.includes('convention.yaml'))
    issues.push({
      file: folder,
      message: 'the folder holds no instrument',
      expected:
        'a file NAME.yaml as "pacta plan new" writes it, with id, kind, title, text and actions, or a treaty in a convention.yaml',
    })
  for (const one of instruments) issues.push(...(reading(one.file, () => checkText(one, path)) ?? []))
  const own = <T>(file: string, read: (path: string) => T): T | undefined =>
    names.includes(file) ? reading(file, () => read(at(file))) : undefined
  const kinds = own('kinds.yaml', readKinds) ?? {}
  const cohorts = own('cohorts.yaml', readCohorts) ?? {}
  const treaty = own('convention.yaml', readTreaty)
  own('published-figures.yaml', readNames)
  const questionnaires = questionnaireFiles.flatMap((one) => own(one, readQuestionnaire) ?? [])
  const dutyFiles = names
    .filter((one) => one.endsWith('.duties.yaml'))
    .flatMap((one) => reading(one, () => ({ path: at(one), file: readDutyFile(at(one)) })) ?? [])
  for (const one of names.filter(isWords)) reading(one, () => readWords(at(one)))

  const content = {
    name,
    path,
    instruments,
    treaty,
    treatyFile: at('convention.yaml'),
    kinds,
    cohorts,
    questionnaires,
    dutyFiles,
  }
  issues.push(...checkTogether(content, heldBeside(name)))
  // Rules name kinds, cohorts and questions: where one of those files has mistakes, the rest would only repeat them.
  const plans = issues.length > 0 ? [] : readRules(content, folder, reading)
  issues.push(...plans.flatMap(({ plan, file }) => checkNumbers(plan, file)))
  return {
    ...content,
    files: filesIn(path),
    plans: plans.map(({ plan }) => plan),
    issues,
    marks: yaml.flatMap((one) => marksIn(at(one))),
    notes:
      issues.length > 0
        ? []
        : notesOn(
            content,
            plans.map(({ plan }) => plan),
            actorsAdded,
          ),
  }
}

/** What is held without the folder of this name, which is being replaced and may be broken: it is not read. */
const heldBeside = (name: string): HeldBeside => {
  const folders = instrumentFolders().filter((one) => !(one.name === name && one.origin === 'added'))
  const paths = folders.map(({ path }) => path)
  const having = (file: string) => paths.map((path) => join(path, file)).filter((path) => existsSync(path))
  return {
    folders,
    instruments: folders.flatMap(readInstrumentsIn),
    kinds: readKindsWith(folders),
    questionnaires: paths.flatMap((path) => questionnaireFilesIn(path).map(readQuestionnaire)),
    treaties: having('convention.yaml').map(readTreaty),
    otherTreaties: shippedTreatyIds().map(({ id }) => id),
    cohorts: new Map(
      having('cohorts.yaml').flatMap((file) =>
        Object.keys(readCohorts(file)).map((cohort) => [cohort, basename(dirname(file))] as const),
      ),
    ),
    cohortsOf: (treaty) => {
      const home = having('convention.yaml').find((path) => readTreaty(path).id === treaty)
      const file = home === undefined ? undefined : join(dirname(home), 'cohorts.yaml')
      return file === undefined || !existsSync(file) ? {} : readCohorts(file)
    },
  }
}

const readRules = (
  content: FolderContent,
  folder: string,
  reading: ReturnType<typeof collecting>,
): { plan: HeldPlan; file: string }[] => {
  const held = heldBeside(content.name)
  const own = { name: content.name, path: folder, origin: 'added' as const }
  const plans = reading(folder, () =>
    readPlansIn(own, {
      folders: [...held.folders, own],
      kinds: { ...held.kinds, ...content.kinds },
      questionnaires: [...held.questionnaires, ...content.questionnaires],
      instruments: [...held.instruments, ...content.instruments],
      treaties: [...held.treaties, ...(content.treaty === undefined ? [] : [content.treaty])],
    }),
  )
  return (plans ?? []).map((plan) => ({ plan, file: join(folder, `${plan.rules.id}.rules.yaml`) }))
}

/** Rules for indicators that the plan does not have. */
const checkNumbers = (plan: HeldPlan, file: string): Issue[] =>
  Object.keys(plan.rules.rules)
    .filter((number) => !plan.indicators.has(number))
    .map((number) => ({
      ...{ file, ...placeOf(plan.rules.rules, [number]) },
      path: `rules."${number}"`,
      message: `the plan has no indicator "${number}"`,
      expected: [...plan.indicators.keys()].join(', '),
    }))

const notesOn = (
  content: FolderContent,
  plans: readonly HeldPlan[],
  actorsAdded: ReadonlySet<string>,
): Issue[] => {
  const { instruments, path } = content
  return [
    ...instruments.flatMap((one) => notVerbatim(one, path)),
    ...partiesHeldNowhere(instruments, actorsAdded),
    ...plans.flatMap(({ rules, indicators }) =>
      [...indicators.keys()]
        .filter((number) => !Object.hasOwn(rules.rules, number))
        .map((number) => ({
          file: `${rules.id}.rules.yaml`,
          message: `indicator ${number} has no rule, so it will have no value`,
        })),
    ),
    ...instruments
      .filter((one) => !plans.some((plan) => plan.rules.id === one.id))
      .map((one) => ({
        file: one.file,
        message: `no rules are for "${one.id}", so its indicators will have no values`,
      })),
  ]
}

/** SHA-256 over the files of a folder that are read, by name and content. */
export const hashOfFolder = (folder: string, files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of [...files].sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0')
  return hash.digest('hex')
}
