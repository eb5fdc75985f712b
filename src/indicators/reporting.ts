// Reports received for an obligation and cycle, beside who owes them: n of N due, as of a day.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { findTreaty } from '../parties/treaty.ts'
import { problem } from '../problem.ts'
import { countReceipts, type Owed, type Receipt, type ReceiptCount, receiptsOf } from '../reports/received.ts'
import { readShippedQuestionnaires } from '../reports/shipped.ts'
import { listPeriods, listReportVersions } from '../reports/store.ts'
import { type Reach, reachFor, reachOver, statedFor } from '../rules/coverage.ts'
import { addDays, isDate } from '../rules/dates.ts'
import type { Duty } from '../rules/duty-form.ts'
import type { CoverageFact, FactBase } from '../rules/facts.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import { heldBase, heldBaseOfTreaty } from './held-base.ts'
import { inEnglish } from './names.ts'
import { heldPlans } from './plans.ts'
import { readersOfReports } from './readers.ts'

export type ReportingAsked = { obligation: string; year: number; asOf?: string | undefined }

export type ReportingShown = {
  obligation: string
  title: string
  /** The cycle: the year in which reports fall due. Without a yearly duty, the year the reports cover. */
  year: number
  coversYear: number
  asOf: string
  /** The duty that makes them due; null where none is held: then nobody is late and nothing is missing. */
  duty: { article: string; words: string; source: string } | null
  /** Whether all reports of the cycle are held, up to which day, and by whose word. */
  register: { level: 'complete' | 'partial' | 'none'; until: string | null; statedBy: string | null }
  count: ReceiptCount
  receipts: (Receipt & { name: string })[]
  /** Indicators that count these reports. */
  readBy: readonly string[]
}

const questionnaireOf = (obligation: string): Questionnaire | undefined =>
  readShippedQuestionnaires().find(({ id }) => id === obligation)

/** The law under which the reports stand: of the obligation's plan, of one of the same treaty, or of the treaty alone. */
const baseOf = (db: Db, { id, treaty }: Questionnaire, today: string): Promise<FactBase> => {
  const plan =
    heldPlans().find(({ rules }) => rules.obligation === id) ??
    heldPlans().find(({ rules }) => rules.treaty === treaty)
  return plan === undefined ? heldBaseOfTreaty(db, treaty, today) : heldBase(db, plan, today)
}

/** The yearly duty that reports on `obligation` fulfil, if a treaty makes one. */
const dutyOf = (treaty: string, obligation: string): Duty | undefined =>
  Object.values(findTreaty(treaty)?.duties ?? {}).find(
    (one) => one.obligation === obligation && one.due !== undefined,
  )

/**
 * How many years after the year they cover reports fall due. Rules read the answers of a plan's own obligation in the
 * year after the one they cover, whether or not a treaty makes a duty of it.
 */
const lag = (duty: Duty | undefined, obligation: string): number =>
  duty?.covers === 'previous-calendar-year' ||
  heldPlans().some((plan) => plan.rules.obligation === obligation)
    ? 1
    : 0

/** Everyone bound on the day its report falls due, with that day. */
const owedIn = (base: FactBase, treaty: string, duty: string, year: number): Owed[] =>
  [...base.memberships(treaty)].flatMap(([actor, intervals]) => {
    const due = base.dueOn(duty, actor, year)
    if (due === undefined) return []
    const isBound = intervals.some(
      ({ from, until }) => from <= due.date && (until === null || due.date < until),
    )
    return isBound
      ? [{ actor, dueOn: due.date, derivation: inEnglish(due.derivation), said: due.derivation }]
      : []
  })

/** The cycle in which reports covering a year fall due. */
export const cycleOf = (obligation: string, coversYear: number): number => {
  const treaty = questionnaireOf(obligation)?.treaty
  return coversYear + (treaty === undefined ? 0 : lag(dutyOf(treaty, obligation), obligation))
}

/** The obligations for which questions or reports are held, with the cycles that have reports, latest first. */
export const listReportingCycles = async (
  db: Db,
): Promise<{ obligation: string; title: string; treaty: string; years: number[] }[]> => {
  const today = await todayIn(db)
  const periods = await listPeriods(db)
  return readShippedQuestionnaires().map(({ id, title, treaty }) => {
    const after = lag(dutyOf(treaty, id), id)
    const years = periods
      .filter((period) => period.obligation === id)
      .map(({ coversYear }) => coversYear + after)
    return {
      obligation: id,
      title,
      treaty,
      years: years.length > 0 ? years.reverse() : [Number(today.slice(0, 4))],
    }
  })
}

/**
 * The receipts of one obligation and cycle as of a day (today unless given), by name. Throws Problem `not-found` for an
 * obligation nobody asks anything about, `usage` for a day that is none.
 */
export const showReporting = async (db: Db, asked: ReportingAsked): Promise<ReportingShown> => {
  const questionnaire = questionnaireOf(asked.obligation)
  if (questionnaire === undefined)
    throw problem('not-found', `There are no reports on "${asked.obligation}".`)
  if (asked.asOf !== undefined && !isDate(asked.asOf))
    throw problem('usage', `--as-of should be a day such as 2026-04-30; it is "${asked.asOf}".`)
  const today = await todayIn(db)
  const asOf = asked.asOf !== undefined && asked.asOf < today ? asked.asOf : today
  const base = await baseOf(db, questionnaire, today)
  const duty = dutyOf(questionnaire.treaty, asked.obligation)
  const coversYear = asked.year - lag(duty, asked.obligation)
  const register = `${asked.obligation}-report`
  const span = { from: `${coversYear + lag(duty, asked.obligation)}-01-01`, until: addDays(asOf, 1) }
  const over = (rows: readonly CoverageFact[]): Reach => reachOver(rows, span)
  const reach = reachFor(base, register, undefined, over)
  const stated = statedFor(base, register)
  const completeUntil = (actor: string): string | null => {
    const own = over(stated(actor).rows)
    return own.level === 'complete' ? asOf : own.level === 'until' ? own.lastDay : null
  }
  const receipts = receiptsOf(
    duty === undefined ? [] : owedIn(base, questionnaire.treaty, duty.id, asked.year),
    await listReportVersions(db, { obligation: asked.obligation, coversYear }),
    { asOf, completeUntil },
  )
  return {
    obligation: asked.obligation,
    title: questionnaire.title,
    year: asked.year,
    coversYear,
    asOf,
    duty: duty === undefined ? null : { article: duty.article, words: duty.words, source: duty.source },
    register: {
      level: reach.level === 'until' ? 'complete' : reach.level,
      until: reach.level === 'until' ? reach.lastDay : null,
      statedBy: reach.statedBy,
    },
    count: countReceipts(receipts, asOf),
    receipts: receipts
      .map((receipt) => ({ ...receipt, name: base.actors.get(receipt.actor)?.name ?? receipt.actor }))
      .sort((a, b) => collator.compare(a.name, b.name)),
    readBy: readersOfReports(questionnaire).ofReport,
  }
}

const collator = new Intl.Collator('en')
