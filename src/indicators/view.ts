// One value with everything behind it, as commands and pages show it.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import { isDate } from '../rules/dates.ts'
import type { EvaluableRule } from '../rules/evaluate.ts'
import { percentage } from '../rules/evaluate.ts'
import { withReading } from '../rules/reading.ts'
import { pendingIn, populationOf } from '../rules/words.ts'
import type { Reason } from '../words/reason.ts'
import { type Computed, computeYear } from './compute.ts'
import { ensureFresh } from './ensure-fresh.ts'
import { type EvidenceHeld, findEvidence, listActorNames, wantedFor } from './evidence-store.ts'
import { heldBase } from './held-base.ts'
import { heldValues } from './held-values.ts'
import { listMembersStored } from './members-store.ts'
import { englishVoice, evidenceSays, inEnglish } from './names.ts'
import { findIndicator, type HeldPlan, recastParties } from './plans.ts'
import type {
  EvidenceShown,
  IndicatorShown,
  MemberShown,
  MemberState,
  ReadingShown,
  TargetShown,
} from './show.ts'
import { coverageShown, type StoredValue, statusWords } from './store.ts'

export type IndicatorQuestion = {
  /** `7.1`, or with its instrument: `siem-reap-angkor-draft-2024-08/7.1`. */
  indicator: string
  year: number
  asOf?: string | undefined
  knownOn?: string | undefined
  reading?: string | undefined
}

const checkDay = (name: string, day: string | undefined, today: string): void => {
  if (day !== undefined && !isDate(day))
    throw problem('usage', `${name} should be a day such as 2026-04-30; it is "${day}".`)
  if (day !== undefined && name === '--as-known-on' && day > today)
    throw problem(
      'usage',
      `${name} ${day} lies in the future: today is ${today}, and nobody knows more than that.`,
    )
}

/**
 * One indicator's value for a year with a row for every member, as `indicator show --json` prints it.
 * Throws Problem `not-found` for an id or reading nobody defined, `usage` for a day that is none.
 */
export const showIndicator = async (db: Db, asked: IndicatorQuestion): Promise<IndicatorShown> => {
  const { plan, number } = findIndicator(asked.indicator)
  const today = await todayIn(db)
  checkDay('--as-of', asked.asOf, today)
  checkDay('--as-known-on', asked.knownOn, today)
  if (!Number.isInteger(asked.year) || asked.year < 1997 || asked.year > 2100)
    throw problem('usage', `The year should be a number such as 2025; it is "${asked.year}".`)
  const reading = asked.reading ?? 'default'
  withReading(plan.rules.rules[number]!, reading)
  const isStored =
    asked.asOf === undefined &&
    (asked.knownOn === undefined || asked.knownOn === today) &&
    reading === 'default' &&
    // Whether a target is met is not stored beside the value.
    plan.rules.rules[number]!.target === undefined &&
    plan.rules.years.includes(asked.year)
  const figures = isStored ? await storedFigures(db, plan, number, asked.year) : undefined
  return figures === undefined
    ? computedShown(db, plan, number, asked, today)
    : shown(db, plan, number, asked.year, reading, figures)
}

type Figures = {
  target: TargetShown | null
  own: Omit<StoredValue, 'indicator' | 'year' | 'reading'>
  readings: ReadingShown[]
  members: {
    member: string
    actorId: string
    state: string
    inN: number
    inD: number
    reason: Reason
    datumIds: readonly string[]
  }[]
}

const storedFigures = async (
  db: Db,
  plan: HeldPlan,
  number: string,
  year: number,
): Promise<Figures | undefined> => {
  await ensureFresh(db, plan)
  const indicator = `${plan.rules.id}/${number}`
  const values = (await heldValues(db, plan.rules.id)).filter(
    (value) => value.indicator === indicator && value.year === year,
  )
  const own = values.find((value) => value.reading === 'default')
  if (own === undefined) return undefined
  const members = await listMembersStored(db, indicator, year)
  const byName = new Map(values.map((value) => [value.reading, value]))
  const readings = readingNames(plan, number).flatMap((name) => {
    const value = byName.get(name)
    return value === undefined
      ? []
      : [
          readingShown(plan, number, name, {
            ...value,
            status: statusWords(value.status, value.provisionalUntil),
          }),
        ]
  })
  return { own, readings, members, target: null }
}

const readingNames = (plan: HeldPlan, number: string): string[] => [
  'default',
  ...Object.keys(plan.rules.rules[number]!.readings),
]

const readingShown = (
  plan: HeldPlan,
  number: string,
  name: string,
  value: { numerator: number | null; denominator: number | null; value: number | null; status: string },
): ReadingShown => {
  const rule = plan.rules.rules[number]!
  return {
    name,
    words: name === 'default' ? rule.words : rule.readings[name]!.words,
    numerator: value.numerator,
    denominator: value.denominator,
    value: value.value,
    status: value.status,
  }
}

const ownOf = (computed: Computed): Figures['own'] => ({
  asOf: computed.asOf,
  knownOn: computed.knownOn,
  ruleHash: computed.ruleHash,
  numerator: computed.numerator,
  denominator: computed.denominator,
  value: computed.value,
  status: computed.status,
  statusReason: computed.statusReason,
  provisionalUntil: computed.provisionalUntil,
  coverage: coverageShown(computed.reaches),
  reportedNumerator: computed.reportedAmong?.numerator ?? null,
  reportedDenominator: computed.reportedAmong?.denominator ?? null,
  nextChangeOn: computed.nextChangeOn,
})

/** Historic dates, other readings and years outside the plan are computed on demand. */
const computedShown = async (
  db: Db,
  plan: HeldPlan,
  number: string,
  asked: IndicatorQuestion,
  today: string,
): Promise<IndicatorShown> => {
  const reading = asked.reading ?? 'default'
  const base = await heldBase(db, plan, asked.knownOn ?? today)
  const cells = readingNames(plan, number).map((name) => ({ number, reading: name }))
  const computed = computeYear(plan.rules, base, { year: asked.year, asOf: asked.asOf, today, cells })
  const own = computed.find((cell) => cell.reading === reading)!
  const figures: Figures = {
    target: own.target,
    own: ownOf(own),
    readings: computed.map((cell) =>
      readingShown(plan, number, cell.reading, {
        ...cell,
        status: statusWords(cell.status, cell.provisionalUntil),
      }),
    ),
    members: own.members.map((member) => ({ ...member, actorId: member.actor })),
  }
  return shown(db, plan, number, asked.year, reading, figures)
}

const shown = async (
  db: Db,
  plan: HeldPlan,
  number: string,
  year: number,
  reading: string,
  figures: Figures,
): Promise<IndicatorShown> => {
  const { own, readings, members } = figures
  const rule = withReading(plan.rules.rules[number]!, reading)
  const names = await listActorNames(db)
  const parties = await recastParties(db, plan)
  const evidence = await findEvidence(
    db,
    members.flatMap(({ actorId, datumIds }) => wantedFor(parties, { actor: actorId, datumIds })),
  )
  const text = plan.indicators.get(number)
  const population = populationOf(
    rule.population as Record<string, unknown>,
    plan.rules.let,
    plan.rules.cohorts,
  )
  const pending = pendingIn(rule.pending as EvaluableRule['pending'], plan.rules.let)
  return {
    id: `${plan.rules.id}/${number}`,
    number,
    instrument: plan.rules.id,
    text: text?.text ?? '',
    planNotice: plan.instrument.notice ?? null,
    unit: text?.unit ?? 'other',
    year,
    asOf: own.asOf,
    knownOn: own.knownOn,
    numerator: own.numerator,
    denominator: own.denominator,
    value: own.value,
    status: statusWords(own.status, own.provisionalUntil),
    statusReason: inEnglish(own.statusReason),
    statusSaid: own.statusReason,
    coverage: own.coverage,
    reportedAmong:
      own.reportedNumerator === null || own.reportedDenominator === null
        ? null
        : {
            numerator: own.reportedNumerator,
            denominator: own.reportedDenominator,
            value:
              own.reportedDenominator === 0
                ? null
                : percentage(own.reportedNumerator, own.reportedDenominator),
          },
    target: figures.target,
    reading,
    readings,
    ruleHash: own.ruleHash,
    ruleWords: {
      population: inEnglish(population),
      numerator:
        reading === 'default'
          ? rule.words
          : `${rule.words} Read so: ${plan.rules.rules[number]!.readings[reading]!.words}`,
      pending: pending === null ? null : inEnglish(pending),
      note: rule.note ?? null,
    },
    ruleSaid: { population, pending },
    members: members
      .map(
        (member): MemberShown => ({
          member: member.member,
          actor: member.actorId,
          name: names.get(member.actorId) ?? member.actorId,
          state: member.state as MemberState,
          inN: member.inN,
          inD: member.inD,
          reason: inEnglish(member.reason),
          said: member.reason,
          evidence: member.datumIds.flatMap((id) => evidenceShown(evidence.get(id))),
        }),
      )
      .sort((a, b) => collator.compare(a.name, b.name)),
  }
}

const evidenceShown = (held: EvidenceHeld | undefined): EvidenceShown[] =>
  held === undefined ? [] : [{ ...held, says: evidenceSays(englishVoice, held) }]

const collator = new Intl.Collator('en')
