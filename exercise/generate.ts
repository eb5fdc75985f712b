// Writes exercise/data from the fictional world in exercise/world. The same bytes every time: run it after a change
// there, or to the questionnaires, with `node exercise/generate.ts`, and commit what it writes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actorColumns, actorRows } from './world/actors.ts'
import { complianceRows } from './world/compliance.ts'
import { cooperationRows } from './world/cooperation.ts'
import { coverageColumns, coverageRows } from './world/coverage.ts'
import { discoveryRows } from './world/discoveries.ts'
import { dutyRows } from './world/duties.ts'
import type { Fact } from './world/fact.ts'
import { csvText, factsText, reportsText } from './world/files.ts'
import { implementationRows } from './world/implementation.ts'
import { meetingRows } from './world/meetings.ts'
import { moneyRows } from './world/money.ts'
import { otherSourceRows } from './world/other-sources.ts'
import { pledgeRows } from './world/pledge.ts'
import { article7Reports, committeeAnalyses } from './world/reports.ts'
import { secondTreatyReports, secondTreatyRows } from './world/second-treaty.ts'
import { statementColumns, statementRows } from './world/statements.ts'
import {
  claimColumns,
  claimRows,
  statusColumns,
  statusRows,
  statusSourceColumns,
  statusSourceRows,
} from './world/status.ts'
import {
  ownFigureColumns,
  ownFigureRows,
  personnelColumns,
  personnelRows,
  reviewColumns,
  reviewRows,
} from './world/tables.ts'

/** All facts of the exercise that are not acts with the depositary. */
export const exerciseFacts = (): Fact[] => [
  ...meetingRows(),
  ...moneyRows(),
  ...dutyRows(),
  ...discoveryRows(),
  ...complianceRows(),
  ...secondTreatyRows(),
  ...otherSourceRows(),
  ...pledgeRows(),
  ...implementationRows(),
  ...cooperationRows(),
]

/** The text of each file of exercise/data, by its name. */
export const exerciseFiles = (): Map<string, string> =>
  new Map([
    ['actors.csv', csvText(actorColumns, actorRows())],
    ['status.csv', csvText(statusColumns, statusRows())],
    ['status-source.csv', csvText(statusSourceColumns, statusSourceRows())],
    ['claims.csv', csvText(claimColumns, claimRows())],
    ['statements.csv', csvText(statementColumns, statementRows())],
    ['facts.csv', factsText(exerciseFacts())],
    ['personnel.csv', csvText(personnelColumns, personnelRows())],
    ['review.csv', csvText(reviewColumns, reviewRows())],
    ['own-figures.csv', csvText(ownFigureColumns, ownFigureRows())],
    ['coverage.csv', csvText(coverageColumns, coverageRows())],
    ...[...article7Reports()].map(([cycle, reports]): [string, string] => [
      `reports-${cycle}.json`,
      reportsText(reports),
    ]),
    ['reports-cluster-munitions.json', reportsText(secondTreatyReports())],
    ['analyses.json', reportsText(committeeAnalyses())],
  ])

export const dataFolder = join(import.meta.dirname, 'data')

if (import.meta.main) {
  mkdirSync(dataFolder, { recursive: true })
  for (const [name, text] of exerciseFiles()) {
    writeFileSync(join(dataFolder, name), text)
    console.log(`${name}: ${Buffer.byteLength(text)} bytes`)
  }
}
