// The plans whose rules are held: instrument, rules, cohorts, kinds and questionnaires, read together and once.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findSetting } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'
import { readShippedInstruments, type ShippedInstrument } from '../instruments/read.ts'
import { instrumentPath } from '../parties/reference.ts'
import { findTreaty } from '../parties/treaty.ts'
import { problem } from '../problem.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import type { KindSpec } from '../rules/facts.ts'
import { checkCohorts, checkRuleFile } from '../rules/rule-check.ts'
import {
  type CohortFile,
  type KindFile,
  type Questionnaire,
  readCohorts,
  readRuleFile,
} from '../rules/rule-schema.ts'
import type { PlanRules } from './compute.ts'
import type { Law } from './fact-base.ts'
import { lawUnder, termsOf } from './law.ts'

export type PlanIndicator = { number: string; text: string; unit: string }

export type HeldPlan = {
  rules: PlanRules
  instrument: ShippedInstrument
  period: { from: string; until: string }
  /** The instrument's own parties, by actor id: whom national indicators count. */
  parties: readonly string[]
  indicators: ReadonlyMap<string, PlanIndicator>
  kinds: KindFile
  questionnaires: readonly Questionnaire[]
}

let held: HeldPlan[] | undefined

/** The plans that have rules, by id. Read once; throws Problem `input-rejected` where a file contradicts another. */
export const heldPlans = (): readonly HeldPlan[] => {
  held ??= readHeldPlans()
  return held
}

const readHeldPlans = (): HeldPlan[] => {
  const kinds = readShippedKinds() as KindFile
  const questionnaires = readShippedQuestionnaires()
  const instruments = new Map(readShippedInstruments().map((instrument) => [instrument.id, instrument]))
  const folders = readdirSync(instrumentPath(), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  return folders
    .flatMap(({ name: folder }) => {
      const cohortPath = join(instrumentPath(folder), 'cohorts.yaml')
      const cohorts = existsSync(cohortPath) ? readCohorts(cohortPath) : {}
      checkCohorts(cohorts, { kinds, questionnaires })
      return readdirSync(instrumentPath(folder))
        .filter((name) => name.endsWith('.rules.yaml'))
        .map((name) =>
          readHeldPlan(join(instrumentPath(folder), name), { cohorts, kinds, questionnaires, instruments }),
        )
    })
    .sort((a, b) => (a.rules.id === b.rules.id ? 0 : a.instrument.kind < b.instrument.kind ? -1 : 1))
}

const readHeldPlan = (
  path: string,
  given: {
    cohorts: CohortFile
    kinds: KindFile
    questionnaires: Questionnaire[]
    instruments: ReadonlyMap<string, ShippedInstrument>
  },
): HeldPlan => {
  const file = readRuleFile(path)
  const instrument = given.instruments.get(file.plan)
  if (instrument === undefined)
    throw problem(
      'input-rejected',
      `The rules in ${path} are for "${file.plan}", an instrument nobody holds.`,
    )
  checkRuleFile(file, { ...given, obligation: instrument.obligation })
  const { from, until } = instrument.period
  return {
    rules: {
      id: file.plan,
      treaty: instrument.treaty ?? '',
      obligation: instrument.obligation ?? '',
      years: instrument.years,
      let: file.let,
      rules: file.rules,
      cohorts: given.cohorts,
      kinds: given.kinds,
      law: { treaty: termsOf(findTreaty(instrument.treaty ?? '')), period: { from, until } },
    },
    instrument,
    period: { from, until },
    parties: instrument.parties.flatMap((party) => party.actor ?? []),
    indicators: new Map(instrument.indicators.map(({ id, text, unit }) => [id, { number: id, text, unit }])),
    kinds: given.kinds,
    questionnaires: given.questionnaires,
  }
}

/** Whom $parties means in a world, by actor id: the instrument's own parties, which an exercise may recast. */
export const recastParties = async (db: Db, plan: HeldPlan): Promise<string[]> => {
  const recast = await findSetting(db, `parties:${plan.rules.id}`)
  return recast === undefined ? [...plan.parties] : recast.split(' ')
}

/** The plan's law in a world: memberships, due dates, kinds, and the parties, which an exercise may recast. */
export const lawOf = async (db: Db, plan: HeldPlan): Promise<Law> =>
  lawUnder({
    treaty: plan.rules.treaty,
    findLaw: findTreaty,
    kinds: plan.kinds as Record<string, KindSpec>,
    parties: await recastParties(db, plan),
    planPeriod: plan.period,
  })
