// The plans whose rules are held: instrument, rules, cohorts, kinds and questionnaires, read together and once.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../db/store.ts'
import { isLawDuty } from '../duties/dates.ts'
import type { Kinds } from '../facts/kind.ts'
import { type InstrumentFolder, instrumentFolders, readOncePerInstruments } from '../instrument-folders.ts'
import { findRecastParties } from '../instruments/parties-store.ts'
import { readShippedInstruments, type ShippedInstrument } from '../instruments/read.ts'
import { findActorIds } from '../parties/actor-store.ts'
import { findTreaty, readTreaty, shippedTreaties, type Treaty, treatyOfDeadline } from '../parties/treaty.ts'
import { problem } from '../problem.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import type { KindSpec } from '../rules/facts.ts'
import { otherInstruments } from '../rules/field-check.ts'
import { countsWhatMayBeOne } from '../rules/one-record.ts'
import { countsOwners } from '../rules/population.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import { placeOf, sameOrigin } from '../rules/read-yaml.ts'
import { checkCohorts, checkRuleFile } from '../rules/rule-check.ts'
import { type CohortFile, type RuleFile, readCohorts, readRuleFile } from '../rules/rule-schema.ts'
import type { PlanRules } from './compute.ts'
import type { Law } from './fact-base.ts'
import { lawUnder, planLaw, termsOf } from './law.ts'

export type PlanIndicator = { number: string; text: string; unit: string }

export type HeldPlan = {
  rules: PlanRules
  instrument: ShippedInstrument
  period: { from: string; until: string }
  /** The number or heading of its section on resources; null where the rules name none. */
  resources: string | null
  /** The instrument's own parties, by actor id: whom national indicators count. */
  parties: readonly string[]
  indicators: ReadonlyMap<string, PlanIndicator>
  kinds: Kinds
  questionnaires: readonly Questionnaire[]
}

/** The cohorts of a folder; none where it lists none. */
const cohortsIn = (folder: string): CohortFile => {
  const path = join(folder, 'cohorts.yaml')
  return existsSync(path) ? readCohorts(path) : {}
}

/** What the plans of a folder are read with: the folders of all instruments, with what stands in them. */
export type PlanSources = {
  folders: readonly InstrumentFolder[]
  kinds: Kinds
  questionnaires: readonly Questionnaire[]
  instruments: readonly ShippedInstrument[]
  treaties: readonly Treaty[]
}

/** The treaty that a folder holds as data, by its id. */
const treatyIn = (folder: string): string | undefined => {
  const path = join(folder, 'convention.yaml')
  return existsSync(path) ? readTreaty(path).id : undefined
}

/**
 * The plans of one folder that have rules. A plan reads the cohorts of its own folder and those of the folder that
 * holds its treaty. Throws Problem `input-rejected` where a file contradicts another.
 */
export const readPlansIn = (folder: InstrumentFolder, sources: PlanSources): HeldPlan[] => {
  const own = cohortsIn(folder.path)
  const ruleFiles = readdirSync(folder.path).filter((name) => name.endsWith('.rules.yaml'))
  const { kinds, questionnaires, treaties } = sources
  const instruments = new Map(sources.instruments.map((instrument) => [instrument.id, instrument]))
  const cohortsFor = (treaty: string | undefined): CohortFile => {
    const home = sources.folders.find(
      ({ path }) => treaty !== undefined && path !== folder.path && treatyIn(path) === treaty,
    )
    // Its mistakes are named with the lines of the file, which a joined list has not.
    return home === undefined ? own : sameOrigin({ ...cohortsIn(home.path), ...own }, own)
  }
  const plans = ruleFiles.map((name) => {
    const path = join(folder.path, name)
    const file = readRuleFile(path)
    const cohorts = cohortsFor(instruments.get(file.plan)?.treaty)
    checkCohorts(cohorts, { kinds, questionnaires })
    return readHeldPlan(path, file, { cohorts, kinds, questionnaires, instruments, treaties })
  })
  if (plans.length === 0) checkCohorts(own, { kinds, questionnaires })
  return plans
}

/** The plans that have rules, those that ship first. Read once; throws Problem `input-rejected` where a file contradicts another. */
export const heldPlans = readOncePerInstruments((): readonly HeldPlan[] => {
  const sources: PlanSources = {
    folders: instrumentFolders(),
    kinds: readShippedKinds(),
    questionnaires: readShippedQuestionnaires(),
    instruments: readShippedInstruments(),
    treaties: shippedTreaties(),
  }
  const order = ({ instrument }: HeldPlan) =>
    `${instrument.origin === 'shipped' ? 0 : 1} ${instrument.kind} ${instrument.id}`
  return sources.folders
    .flatMap((folder) => readPlansIn(folder, sources))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
})

const asksForOthers = ({ rules }: RuleFile): boolean => JSON.stringify(rules).includes(`$${otherInstruments}`)

/** The words of the plan, where rules ask for them, so that a rule says all that it counts; what the plan has none for stays. */
const withWords = (file: RuleFile, { vocabulary, alsoWritten }: ShippedInstrument): RuleFile => {
  const asked = /^\$vocabulary\.(.+)$/
  const fill = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(fill)
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]))
    const field = typeof node === 'string' ? asked.exec(node)?.[1] : undefined
    const words = field === undefined ? undefined : vocabulary[field]
    return (
      words?.map((word) => (alsoWritten[word] === undefined ? word : [word, ...alsoWritten[word]])) ?? node
    )
  }
  return sameOrigin({ ...file, rules: fill(file.rules) as RuleFile['rules'] }, file)
}

const readHeldPlan = (
  path: string,
  written: RuleFile,
  given: {
    cohorts: CohortFile
    kinds: Kinds
    questionnaires: readonly Questionnaire[]
    instruments: ReadonlyMap<string, ShippedInstrument>
    treaties: readonly Treaty[]
  },
): HeldPlan => {
  const instrument = given.instruments.get(written.plan)
  if (instrument === undefined)
    throw problem(
      'input-rejected',
      `The rules in ${path} are for "${written.plan}", an instrument nobody holds.`,
      [
        {
          ...placeOf(written, ['plan']),
          message: `there is no instrument "${written.plan}"`,
          expected: [...given.instruments.keys()].join(', '),
        },
      ],
    )
  const file = withWords(written, instrument)
  const treaty = given.treaties.find(({ id }) => id === instrument.treaty)
  const duties = Object.values(treaty?.duties ?? {})
    .filter(isLawDuty)
    .map(({ id }) => id)
  const actions = new Map(
    instrument.actions.map(({ id, indicators }) => [id, indicators.map((indicator) => indicator.id)]),
  )
  checkRuleFile(file, { ...given, obligation: instrument.obligation, duties, actions, words: true })
  const { from, until } = instrument.period
  const others = [...given.instruments.keys()].filter((id) => id !== file.plan).sort()
  const { resources } = file
  const isSection = ({ number, heading }: { number: string | null; heading: string }) =>
    resources === number || resources === heading
  if (resources !== null && !instrument.sections.some(isSection))
    throw problem('input-rejected', `The rules in ${path} name a section that ${file.plan} does not have.`, [
      {
        ...placeOf(file, ['resources']),
        message: `there is no section "${resources}"`,
        expected: instrument.sections.map(({ number, heading }) => number ?? heading).join(', '),
      },
    ])
  return {
    rules: {
      id: file.plan,
      treaty: instrument.treaty ?? '',
      obligation: instrument.obligation ?? '',
      years: instrument.years,
      // What other promises there are is part of what a rule says that asks for it, and of a release of it.
      let: asksForOthers(file) ? { ...file.let, [otherInstruments]: others } : file.let,
      rules: file.rules,
      cohorts: given.cohorts,
      kinds: given.kinds,
      law: planLaw({
        treaty: termsOf(treaty),
        period: { from, until },
        ownersDeclare: countsOwners(file.rules),
        oneByOwners: countsWhatMayBeOne(file.rules, given.kinds),
        judging: countsOwners(file.rules) ? 2 : undefined,
      }),
      begins: { stated: instrument.period.stated, date: instrument.source.date },
    },
    instrument,
    period: { from, until },
    resources,
    parties: instrument.parties.flatMap((party) => party.actor ?? []),
    indicators: new Map(instrument.indicators.map(({ id, text, unit }) => [id, { number: id, text, unit }])),
    kinds: given.kinds,
    questionnaires: given.questionnaires,
  }
}

/** Whom $parties means in a world, by actor id: the instrument's own parties, which an exercise may recast. */
export const recastParties = async (db: Db, plan: HeldPlan): Promise<string[]> =>
  (await findRecastParties(db, plan.rules.id)) ?? [...plan.parties]

/**
 * The plans that stand in a world: those that ship, and of those that were added each that somebody of this world promised, or that
 * names nobody. What an exercise's invented States pledge is none of the register's promises, nor the other way round.
 */
export const plansStanding = async (db: Db): Promise<readonly HeldPlan[]> => {
  const plans = heldPlans()
  const named = plans.filter(({ instrument, parties }) => instrument.origin === 'added' && parties.length > 0)
  if (named.length === 0) return plans
  const held = await findActorIds(
    db,
    named.flatMap(({ parties }) => parties),
  )
  const recast = await Promise.all(named.map(({ rules }) => findRecastParties(db, rules.id)))
  const gone = new Set(
    named.filter(({ parties }, i) => recast[i] === undefined && !parties.some((one) => held.has(one))),
  )
  return plans.filter((plan) => !gone.has(plan))
}

/** The plan's law in a world: memberships, due dates, kinds, and the parties, which an exercise may recast. */
export const lawOf = async (db: Db, plan: HeldPlan): Promise<Law> =>
  lawUnder({
    treaty: plan.rules.treaty,
    findLaw: findTreaty,
    deadlineUnder: (article) => treatyOfDeadline(article)?.id,
    kinds: plan.kinds as Record<string, KindSpec>,
    parties: await recastParties(db, plan),
    planPeriod: plan.period,
  })

/** The law of one treaty alone, where no plan stands under it: nobody's own parties, and a period of no days. */
export const lawOfTreaty = (treaty: string): Law =>
  lawUnder({
    treaty,
    findLaw: findTreaty,
    deadlineUnder: (article) => treatyOfDeadline(article)?.id,
    kinds: readShippedKinds() as Record<string, KindSpec>,
    parties: [],
    planPeriod: { from: '0001-01-01', until: '0001-01-01' },
  })

/** A held plan by its id. Throws Problem `not-found`. */
export const getPlan = (id: string): HeldPlan => {
  const plan = heldPlans().find((held) => held.rules.id === id)
  if (plan === undefined)
    throw problem(
      'not-found',
      `There is no plan "${id}". Plans held: ${heldPlans()
        .map((held) => held.rules.id)
        .join(', ')}.`,
    )
  return plan
}

/** The plan and number an indicator's id means. Throws Problem `not-found`, naming what there is. */
export const findIndicator = (id: string): { plan: HeldPlan; number: string } => {
  const cut = id.lastIndexOf('/')
  const number = id.slice(cut + 1)
  const plans = heldPlans().filter(
    (plan) => (cut === -1 || plan.rules.id === id.slice(0, cut)) && Object.hasOwn(plan.rules.rules, number),
  )
  const [plan] = plans
  if (plan === undefined)
    throw problem(
      'not-found',
      `There is no indicator "${id}". Plans held: ${heldPlans()
        .map((held) => held.rules.id)
        .join(', ')}.`,
    )
  if (plans.length > 1)
    throw problem(
      'usage',
      `"${id}" stands in several plans; say which: ${plans.map((held) => `${held.rules.id}/${number}`).join(', ')}.`,
    )
  return { plan, number }
}
