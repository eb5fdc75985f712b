// Figures that others published beside ours: what the source said, what ours is for the same year as of the same day,
// and what explains the difference. Nothing of a published figure enters a value of ours.
import type { Db } from '../db/store.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import type { Source } from '../facts/source.ts'
import { listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { listReportVersions } from '../reports/store.ts'
import { makeCohorts } from '../rules/cohorts.ts'
import { type Evaluation, yearContext } from '../rules/evaluate.ts'
import type { FactBase } from '../rules/facts.ts'
import type { Reason } from '../words/reason.ts'
import { meetingOf } from './clock.ts'
import { planWith } from './cohort.ts'
import { computeYear } from './compute.ts'
import { heldBase } from './held-base.ts'
import { inEnglish } from './names.ts'
import { getPlan, type HeldPlan } from './plans.ts'
import { type Basis, explainPercentage, inHundredths, isGivenBy } from './published-arithmetic.ts'
import { type FigureNamed, namedFigures } from './published-file.ts'
import { cycleOf } from './reporting.ts'
import { statusWords } from './store.ts'

export type OursShown = {
  /** The indicator (`<plan>/<number>`) or the cohort that counts the same. */
  indicator: string | null
  cohort: string | null
  /** The cycle; null for a cohort. */
  year: number | null
  asOf: string
  knownOn: string
  /** How many it counts, where that is known. */
  numerator: number | null
  /** How many it is taken of; for a cohort, null. */
  denominator: number | null
  /** In the unit of the published figure; null where it is not known. */
  value: number | null
  status: string
  /** Why the status is what it is, in English; `statusSaid` as data. */
  statusReason: string
  statusSaid: Reason | null
  /** Those counted in the denominator whose report was not due by then, with the day it was; null: no duty of that cycle. */
  notDue: { actor: string; name: string; dueOn: string | null }[]
}

export type FigurePublished = {
  datumId: string
  /** What it counts, by the name the facts use; `title` in English. */
  figure: string
  title: string
  number: number
  unit: string
  /** The year the reports cover, where the source says it. */
  coversYear: number | null
  /** The day for which the source says it, as precisely as it does (EDTF). */
  statedOn: string | null
  source: Source | null
  locator: string | null
  quotation: string | null
  language: string | null
  entered: boolean
  /** Null where nothing of ours counts the same, or the source does not say for which year or day. */
  ours: OursShown | null
  /** How ours and theirs fit, in English; `said` as data. */
  findings: string[]
  said: Reason[]
}

type Ours = { shown: OursShown; bases: Basis[] }
type Beside = NonNullable<FigureNamed['beside']>

/** How many a value counts in its denominator, also where it is not known which of them are in the numerator. */
const counted = (evaluation: Evaluation) =>
  evaluation.members.filter((member) => member.inD > 0 || member.state === 'unknown')

const ofIndicator = async (
  db: Db,
  beside: Extract<Beside, { indicator: string }>,
  given: { coversYear: number; asOf: string; today: string },
): Promise<Ours> => {
  const [planId = '', number = ''] = beside.indicator.split('/')
  const plan: HeldPlan = getPlan(planId)
  const base = await heldBase(db, plan, given.today)
  const year = cycleOf(plan.rules.obligation, given.coversYear)
  const [computed] = computeYear(plan.rules, base, {
    year,
    asOf: given.asOf,
    today: given.today,
    cells: [{ number, reading: 'default' }],
  })
  const members = counted(computed!)
  const notDue = members.flatMap(({ actor }) => {
    const dueOn = base.dueOn(plan.rules.obligation, actor, year)?.date ?? null
    return dueOn === null || dueOn > given.asOf
      ? [{ actor, name: base.actors.get(actor)?.name ?? actor, dueOn }]
      : []
  })
  const denominator = members.length
  const { numerator } = computed!
  const missing = numerator === null ? null : denominator - numerator
  return {
    shown: {
      indicator: beside.indicator,
      cohort: null,
      year,
      asOf: given.asOf,
      knownOn: given.today,
      numerator: beside.as === 'missing' ? missing : numerator,
      denominator,
      value: beside.as === 'percentage' ? computed!.value : beside.as === 'missing' ? missing : numerator,
      status: statusWords(computed!.status, computed!.provisionalUntil),
      statusReason: inEnglish(computed!.statusReason),
      statusSaid: computed!.statusReason,
      notDue,
    },
    bases: [
      { counted: 'all', d: denominator },
      ...(notDue.length === 0 ? [] : [{ counted: 'due' as const, d: denominator - notDue.length }]),
    ],
  }
}

const ofCohort = async (db: Db, cohort: string, given: { asOf: string; today: string }): Promise<Ours> => {
  const plan = planWith(cohort)
  const base: FactBase = await heldBase(db, plan, given.today)
  const year = Number(given.asOf.slice(0, 4))
  const { treaty, cohorts, obligation } = plan.rules
  const { scope } = yearContext(base, {
    ...{ year, asOf: given.asOf, meeting: meetingOf(base, treaty, year) },
    ...{ let: plan.rules.let, cohorts, obligation },
  })
  const { members, undetermined, reaches } = makeCohorts(scope, cohorts).on(cohort, given.asOf)
  const isKnown = undetermined.length === 0
  const said: Reason = isKnown
    ? { key: 'covered' }
    : { key: 'undetermined-for-want-of', count: undetermined.length, registers: [...reaches.keys()] }
  return {
    shown: {
      ...{ indicator: null, cohort, year: null, asOf: given.asOf, knownOn: given.today },
      numerator: isKnown ? members.length : null,
      denominator: null,
      value: isKnown ? members.length : null,
      status: isKnown ? 'known' : 'not known',
      statusReason: inEnglish(said),
      statusSaid: said,
      notDue: [],
    },
    bases: [],
  }
}

const isDay = (edtf: string | null): edtf is string => edtf !== null && /^\d{4}-\d{2}-\d{2}$/.test(edtf)

const numberIn = (datum: Datum, field: string): number | undefined => {
  const value = datum.body[field]
  return typeof value === 'number' ? value : undefined
}

/** The counts one source gives for the same year and day as its percentage. */
const countsBeside = (datum: Datum, all: readonly Datum[]): { received?: number; missing?: number } => {
  const counts: { received?: number; missing?: number } = {}
  for (const other of all) {
    const beside = namedFigures().get(String(other.body.figure))?.beside
    const isSame =
      other.source?.address === datum.source?.address &&
      other.source?.title === datum.source?.title &&
      other.heldFrom === datum.heldFrom &&
      other.body.coversYear === datum.body.coversYear
    if (!isSame || beside === undefined || !('as' in beside)) continue
    const number = numberIn(other, 'number')
    if (number === undefined) continue
    if (beside.as === 'numerator') counts.received = number
    if (beside.as === 'missing') counts.missing = number
  }
  return counts
}

/** What has come since the figure was stated, and what other figures say of the same year. */
const explain = async (
  db: Db,
  datum: Datum,
  ours: Ours,
  all: readonly Datum[],
  beside: Beside,
): Promise<Reason[]> => {
  const number = numberIn(datum, 'number') ?? 0
  const { value, numerator, denominator, asOf } = ours.shown
  const said: Reason[] = []
  if ('cohort' in beside) {
    if (value !== null)
      said.push(
        value === number
          ? { key: 'published-ours-count-same', count: value }
          : { key: 'published-ours-count', number, count: value },
      )
    return said
  }
  const total = denominator ?? 0
  if (beside.as === 'percentage') {
    if (numerator !== null && value !== null)
      said.push(
        isGivenBy(number, numerator, total)
          ? { key: 'published-ours-same', count: numerator, total }
          : {
              key: 'published-ours-differs',
              count: numerator,
              total,
              exact: inHundredths(numerator, total),
              percent: number,
            },
      )
    said.push(...explainPercentage(number, ours.bases, countsBeside(datum, all)))
    for (const other of all)
      if (
        other.datumId !== datum.datumId &&
        other.body.figure === datum.body.figure &&
        other.body.coversYear === datum.body.coversYear &&
        other.body.number !== number &&
        other.heldFrom !== null
      )
        said.push({
          key: 'published-another',
          percent: numberIn(other, 'number') ?? 0,
          on: other.heldFrom,
        })
  } else {
    const count = beside.as === 'missing' ? total - number : number
    if (beside.as === 'missing') said.push({ key: 'published-leaves', missing: number, total, count })
    if (value !== null)
      said.push(
        value === number
          ? { key: 'published-ours-count-same', count: value }
          : { key: 'published-ours-count', number, count: value },
      )
  }
  const plan = getPlan(beside.indicator.split('/')[0]!)
  const late = (
    await listReportVersions(db, {
      obligation: plan.rules.obligation,
      coversYear: numberIn(datum, 'coversYear')!,
    })
  ).filter((report) => report.version === 1 && !report.entered && report.receivedOn > asOf)
  if (late.length > 0) said.push({ key: 'published-since', count: late.length, on: asOf })
  return said
}

/**
 * Figures published by others as known today, oldest year first, each with what ours is for the same year as of the same
 * day, and how the two fit. `indicator` (`<plan>/<number>`) leaves only those beside that indicator.
 */
export const listPublishedFigures = async (
  db: Db,
  asked: { indicator?: string | undefined } = {},
): Promise<FigurePublished[]> => {
  const today = await todayIn(db)
  // They stand beside our figures, which rest on public facts alone.
  const all = knownOn(await listDatums(db, { kind: 'published-figure' }), today).filter(
    (datum) => datum.tier === 'public',
  )
  const shown: FigurePublished[] = []
  for (const datum of all) {
    const figure = String(datum.body.figure)
    const named = namedFigures().get(figure)
    const beside = named?.beside
    if (asked.indicator !== undefined && !(beside && 'as' in beside && beside.indicator === asked.indicator))
      continue
    const coversYear = numberIn(datum, 'coversYear') ?? null
    const stated = datum.heldEdtf ?? datum.heldFrom
    let ours: Ours | undefined
    if (beside !== undefined && isDay(stated)) {
      if ('cohort' in beside) ours = await ofCohort(db, beside.cohort, { asOf: stated, today })
      else if (coversYear !== null) ours = await ofIndicator(db, beside, { coversYear, asOf: stated, today })
    }
    const said = ours === undefined ? [] : await explain(db, datum, ours, all, beside!)
    shown.push({
      datumId: datum.datumId,
      figure,
      title: named?.title ?? figure,
      number: numberIn(datum, 'number') ?? 0,
      unit: String(datum.body.unit),
      coversYear,
      statedOn: stated,
      ...{ source: datum.source, locator: datum.locator, quotation: datum.quotation },
      ...{ language: datum.language, entered: datum.entered },
      ours: ours?.shown ?? null,
      findings: said.map(inEnglish),
      said,
    })
  }
  return shown.sort(
    (a, b) =>
      (a.coversYear ?? 9999) - (b.coversYear ?? 9999) || ((a.statedOn ?? '') < (b.statedOn ?? '') ? -1 : 1),
  )
}
