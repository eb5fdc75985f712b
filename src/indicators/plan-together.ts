// Do the files of an instrument's folder fit each other, and do they stand beside what is held without taking its names?
import { basename } from 'node:path'
import { checkDutyFolder, type DutyFolder } from '../duties/rules.ts'
import type { Kinds } from '../facts/kind.ts'
import type { InstrumentFolder } from '../instrument-folders.ts'
import type { ShippedInstrument } from '../instruments/read.ts'
import type { Treaty } from '../parties/treaty.ts'
import type { Issue } from '../problem.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import { placeOf } from '../rules/read-yaml.ts'
import type { CohortFile, Condition } from '../rules/rule-schema.ts'

/** What a folder holds, as far as it could be read. */
export type FolderContent = {
  name: string
  path: string
  instruments: ShippedInstrument[]
  treaty: Treaty | undefined
  treatyFile: string
  kinds: Kinds
  cohorts: CohortFile
  questionnaires: Questionnaire[]
  /** Duties of its plans and pledges, each with its file. */
  dutyFiles: DutyFolder['files']
}

/** What is held beside it. */
export type HeldBeside = {
  folders: readonly InstrumentFolder[]
  instruments: readonly ShippedInstrument[]
  kinds: Kinds
  questionnaires: readonly Questionnaire[]
  treaties: readonly Treaty[]
  /** Ids of treaties of which only the status is held. */
  otherTreaties: readonly string[]
  /** The folder in which each cohort stands. */
  cohorts: ReadonlyMap<string, string>
  /** The cohorts beside a treaty, by its id. */
  cohortsOf: (treaty: string) => CohortFile
}

/** Every `{party: TREATY}` in a condition. */
const partiesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'party' in value && typeof value.party === 'string' ? [value.party] : []
  return [...own, ...Object.values(value).flatMap(partiesIn)]
}

const collisions = (content: FolderContent, held: HeldBeside): Issue[] => {
  const { name, instruments, kinds, cohorts, questionnaires, treaty, treatyFile } = content
  return [
    ...held.folders
      .filter((one) => one.name === name)
      .map(() => ({
        file: name,
        message: `a folder "${name}" ships with Pacta`,
        expected: 'another name for the folder',
      })),
    ...instruments
      .filter((one) => held.instruments.some(({ id }) => id === one.id))
      .map(({ file, id }) => ({
        file,
        path: 'id',
        message: `an instrument "${id}" is held already`,
        expected: 'an id of its own',
      })),
    ...Object.keys(kinds)
      .filter((kind) => Object.hasOwn(held.kinds, kind))
      .map((kind) => ({
        ...placeOf(kinds, [kind]),
        message: `the kind "${kind}" is held already, with the fields ${Object.keys(held.kinds[kind]!.fields).join(', ')}`,
        expected: 'the kind that is held, or another name',
      })),
    ...Object.keys(cohorts)
      .filter((cohort) => held.cohorts.has(cohort))
      .map((cohort) => ({
        ...placeOf(cohorts, [cohort]),
        message: `a cohort "${cohort}" is held already (${held.cohorts.get(cohort)})`,
        expected: `another name, such as ${name}-${cohort}`,
      })),
    ...questionnaires
      .filter((one) => held.questionnaires.some(({ id }) => id === one.id))
      .map((one) => ({
        ...placeOf(one, ['id']),
        message: `a questionnaire "${one.id}" is held already`,
        expected: 'an id of its own',
      })),
    ...(treaty !== undefined && held.treaties.some(({ id }) => id === treaty.id)
      ? [
          {
            file: treatyFile,
            path: 'id',
            message: `a treaty "${treaty.id}" is held already`,
            expected: 'an id of its own',
          },
        ]
      : []),
  ]
}

const checkInstrument = (
  instrument: ShippedInstrument,
  content: FolderContent,
  held: HeldBeside,
): Issue[] => {
  const { file, treaty, obligation } = instrument
  const treaties = [...held.treaties.map(({ id }) => id), ...held.otherTreaties, content.treaty?.id]
  const obligations = [...held.questionnaires, ...content.questionnaires].map(({ id }) => id)
  return [
    ...(treaty === undefined || treaties.includes(treaty)
      ? []
      : [
          {
            file,
            path: 'treaty',
            message: `no treaty "${treaty}" is held`,
            expected: 'a convention.yaml in this folder, the id of a treaty that is held, or no treaty',
          },
        ]),
    ...(obligation === undefined || obligations.includes(obligation)
      ? []
      : [
          {
            file,
            path: 'obligation',
            message: `there is no questionnaire "${obligation}"`,
            expected: obligations.join(', '),
          },
        ]),
    ...(instrument.period.from < instrument.period.until
      ? []
      : [{ file, path: 'period', message: 'it ends before it begins' }]),
    ...(instrument.years.length > 0 ? [] : [{ file, path: 'years', message: 'no years, so no values' }]),
  ]
}

/** Mistakes between the files of a folder, and names that something held has already. */
export const checkTogether = (content: FolderContent, held: HeldBeside): Issue[] => {
  const treaties = new Set([...held.treaties.map(({ id }) => id), ...held.otherTreaties, content.treaty?.id])
  const unknownParties = Object.entries(content.cohorts).flatMap(([name, { rule }]) =>
    partiesIn(rule as Condition)
      .filter((treaty) => !treaties.has(treaty))
      .map((treaty) => ({
        ...placeOf(content.cohorts, [name, 'rule']),
        message: `no treaty "${treaty}" is held`,
        expected: [...treaties].filter((one) => one !== undefined).join(', '),
      })),
  )
  const duties = checkDutyFolder(
    { treaty: content.treaty, files: content.dutyFiles, cohorts: content.cohorts },
    {
      kinds: { ...held.kinds, ...content.kinds },
      questionnaires: [...held.questionnaires, ...content.questionnaires],
      instruments: [...held.instruments, ...content.instruments],
      treaties: [...held.treaties, ...(content.treaty === undefined ? [] : [content.treaty])],
      cohortsOf: (treaty) => (treaty === content.treaty?.id ? content.cohorts : held.cohortsOf(treaty)),
    },
  )
  return [
    ...collisions(content, held),
    ...content.instruments.flatMap((one) => checkInstrument(one, content, held)),
    ...content.questionnaires
      .filter(({ treaty }) => treaty !== '' && !treaties.has(treaty))
      .map((one) => ({ ...placeOf(one, ['treaty']), message: `no treaty "${one.treaty}" is held` })),
    ...unknownParties,
    ...duties,
  ].map((issue) => ('file' in issue ? issue : { file: basename(content.path), ...issue }))
}
