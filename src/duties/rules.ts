// The rules of duties, as data: those of a treaty in its convention.yaml, those of a plan or pledge in a
// `<name>.duties.yaml` beside it; of the instruments that ship and of those that were added.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Kinds } from '../facts/kind.ts'
import { type InstrumentFolder, instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { readShippedInstruments, type ShippedInstrument } from '../instruments/read.ts'
import { readTreaty, type Treaty } from '../parties/treaty.ts'
import type { Issue } from '../problem.ts'
import { checkDuties } from '../rules/duty-check.ts'
import { type Duty, dutyFileForm } from '../rules/duty-form.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import { placeOf, readYaml, rejected, sameOrigin } from '../rules/read-yaml.ts'
import { type CohortFile, readCohorts } from '../rules/rule-schema.ts'

export type DutySet = {
  /** Id of the treaty, plan or pledge. */
  instrument: string
  kind: 'treaty' | ShippedInstrument['kind']
  /** The treaty itself, or the one a plan serves. */
  treaty: string | null
  title: string
  sourceTitle: string
  address: string | null
  /** Of the words (BCP 47). */
  language: string
  /** First day, and first day no longer in it; null for a treaty, which binds as long as it is in force. */
  period: { from: string; until: string } | null
  /** Who promises, by actor id; null where the parties of the treaty are meant. */
  parties: readonly string[] | null
  duties: Readonly<Record<string, Duty>>
  /** The treaty's rules. */
  law: Treaty | null
  /** The treaty's own set: its duties may be named. */
  treatySet: DutySet | null
  /** What conditions may name: the cohorts of the folder and of the treaty's. */
  cohorts: CohortFile
}

/** Whether it is known who owes the duties of a set; `treatiesHeld`: those of which acts of States are held. */
export const isBoundKnown = (
  { parties, treaty }: Pick<DutySet, 'parties' | 'treaty'>,
  treatiesHeld: readonly string[],
): boolean => parties !== null || treaty === null || treatiesHeld.includes(treaty)

export type DutyFile = z.infer<typeof dutyFileForm> & { duties: Record<string, Duty> }

/** The duties of a plan or pledge. Throws `input-unreadable` or `input-rejected` with file, line and path of every mistake. */
export const readDutyFile = (path: string): DutyFile => {
  const read = readYaml(path, dutyFileForm as z.ZodType<z.infer<typeof dutyFileForm>>)
  const duties = Object.entries(read.duties).map(([id, duty]) => [id, { id, ...duty }] as const)
  return sameOrigin({ ...read, duties: Object.fromEntries(duties) }, read)
}

/** The files of a folder that hold duties of a plan or pledge. */
export const dutyFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.duties.yaml'))
    .sort()
    .map((name) => join(folder, name))

const cohortsIn = (folder: string): CohortFile => {
  const path = join(folder, 'cohorts.yaml')
  return existsSync(path) ? readCohorts(path) : {}
}

/** What a folder holds of duties: its treaty, and its files of duties, each with where it stands. */
export type DutyFolder = {
  treaty: Treaty | undefined
  files: { path: string; file: DutyFile }[]
  cohorts: CohortFile
}

const folderOf = ({ path }: InstrumentFolder): DutyFolder => {
  const convention = join(path, 'convention.yaml')
  return {
    treaty: existsSync(convention) ? readTreaty(convention) : undefined,
    files: dutyFilesIn(path).map((file) => ({ path: file, file: readDutyFile(file) })),
    cohorts: cohortsIn(path),
  }
}

/** The duties that a treaty makes. */
export const dutySetOfTreaty = (treaty: Treaty, cohorts: CohortFile): DutySet => {
  const [language = 'en', title] = Object.entries(treaty.titles)[0] ?? []
  return {
    ...{ instrument: treaty.id, kind: 'treaty', treaty: treaty.id, title: title?.short ?? treaty.id },
    ...{ sourceTitle: treaty.source.title, address: treaty.source.address ?? null },
    language: treaty.source.language ?? language,
    ...{ period: null, parties: null, duties: treaty.duties, law: treaty, treatySet: null, cohorts },
  }
}

/** The duties of a plan or pledge; `treatySet`: those of the treaty it serves. */
export const dutySetOfInstrument = (
  instrument: Pick<ShippedInstrument, 'id' | 'kind' | 'title' | 'source' | 'period' | 'parties' | 'treaty'>,
  duties: DutyFile['duties'],
  treatySet: DutySet | undefined,
  cohorts: CohortFile,
): DutySet => {
  const { id, kind, title, source, period } = instrument
  const parties = instrument.parties.flatMap(({ actor }) => actor ?? [])
  return {
    ...{ instrument: id, kind, treaty: instrument.treaty ?? null, title },
    ...{ sourceTitle: source.title, address: null, language: source.language },
    period: { from: period.from, until: period.until },
    parties: instrument.parties.length === 0 ? null : parties,
    duties,
    law: treatySet?.law ?? null,
    treatySet: treatySet ?? null,
    cohorts: { ...treatySet?.cohorts, ...cohorts },
  }
}

/** The sets of duties of folders, those of treaties first; what a file says of an instrument nobody holds is left out. */
export const dutySetsOf = (
  folders: readonly DutyFolder[],
  instruments: readonly ShippedInstrument[],
): DutySet[] => {
  const treaties = folders.flatMap(({ treaty, cohorts }) =>
    treaty === undefined ? [] : [dutySetOfTreaty(treaty, cohorts)],
  )
  const others = folders.flatMap(({ files, cohorts }) =>
    files.flatMap(({ file }) => {
      const instrument = instruments.find(({ id }) => id === file.instrument)
      if (instrument === undefined) return []
      const treatySet = treaties.find(({ instrument: id }) => id === instrument.treaty)
      return [dutySetOfInstrument(instrument, file.duties, treatySet, cohorts)]
    }),
  )
  return [...treaties, ...others]
}

/** What duties are checked against. */
export type DutiesAgainst = {
  kinds: Kinds
  questionnaires: readonly Questionnaire[]
  instruments: readonly ShippedInstrument[]
  treaties: readonly Treaty[]
  /** The cohorts of the treaty that an instrument serves, by the treaty's id. */
  cohortsOf: (treaty: string) => CohortFile
}

/** The obligation that a yearly report fulfils: whose answers conditions read where no plan says so. */
export const yearlyObligation = (duties: Readonly<Record<string, Duty>>): string | undefined =>
  Object.values(duties).find(({ due, obligation }) => due !== undefined && obligation !== undefined)
    ?.obligation

/** Everything wrong with the duties of a folder, each mistake with file, line and path. */
export const checkDutyFolder = (folder: DutyFolder, against: DutiesAgainst): Issue[] => {
  const { treaty, files, cohorts } = folder
  const { kinds, questionnaires } = against
  const held = new Map<string, string>()
  // Conditions of a treaty read the answers that a plan under it asks for, otherwise those of its yearly report.
  const asking =
    against.instruments.find(
      (one) => treaty !== undefined && one.treaty === treaty.id && one.obligation !== undefined,
    )?.obligation ?? yearlyObligation(treaty?.duties ?? {})
  return [
    ...(treaty === undefined
      ? []
      : checkDuties(treaty.duties, treaty, {
          ...{ kinds, questionnaires, cohorts, beside: {}, entersIntoForce: true },
          ...(asking === undefined ? {} : { obligation: asking }),
        })),
    ...files.flatMap(({ path, file }): Issue[] => {
      const instrument = against.instruments.find(({ id }) => id === file.instrument)
      const before = held.get(file.instrument)
      held.set(file.instrument, path)
      if (instrument === undefined)
        return [
          {
            ...placeOf(file, ['instrument']),
            message: `there is no instrument "${file.instrument}"`,
            expected: against.instruments.map(({ id }) => id).join(', '),
          },
        ]
      const own = against.treaties.find(({ id }) => id === instrument.treaty)
      return [
        ...(before === undefined
          ? []
          : [
              {
                ...placeOf(file, ['instrument']),
                message: `the duties of "${file.instrument}" stand in ${before} already`,
              },
            ]),
        ...checkDuties(file.duties, file, {
          ...{ kinds, questionnaires, beside: own?.duties ?? {} },
          entersIntoForce: own !== undefined && instrument.parties.length === 0,
          cohorts: { ...(own === undefined ? {} : against.cohortsOf(own.id)), ...cohorts },
          ...(instrument.obligation === undefined ? {} : { obligation: instrument.obligation }),
        }),
      ]
    }),
  ]
}

/** The folders of duties held, read once. */
export const dutyFolders = readOncePerInstruments((): readonly DutyFolder[] =>
  instrumentFolders().map(folderOf),
)

/**
 * The duties of all instruments, treaties first, read once. Throws Problem `input-rejected` where a file has not the form
 * of duties, or where two files hold the duties of one instrument; whether what they name exists is checked by
 * `checkDutyFolder`.
 */
export const shippedDuties = readOncePerInstruments((): readonly DutySet[] => {
  const sets = dutySetsOf(dutyFolders(), readShippedInstruments())
  const twice = sets.filter(
    ({ instrument }, i) => sets.findIndex((one) => one.instrument === instrument) !== i,
  )
  if (twice.length > 0)
    throw rejected(
      'The duties of instruments',
      twice.map(({ instrument }) => ({ message: `the duties of "${instrument}" stand in two files` })),
    )
  return sets
})
