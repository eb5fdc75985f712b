// What fulfilled a duty, and when: the records its condition counts, or the report of its cycle.
import { lastDay } from '../facts/edtf.ts'
import { isLate } from '../facts/precision.ts'
import type { Fact, FactBase, ReportFact } from '../rules/facts.ts'
import type { DatedDuty } from './dated.ts'
import type { MetBy } from './owed.ts'
import type { Counted } from './searched.ts'

const isReport = (kind: string): boolean => kind.endsWith('-report')

/**
 * The day on which a fact fulfilled something: its field `field`, otherwise the day it holds from, as precisely as its
 * source says it. A report fulfils with its first version: a correction makes nobody late.
 */
const dayOf = (fact: Fact, field: string | undefined): string | null => {
  const given = fact.fields[field ?? (isReport(fact.kind) ? 'firstReceivedOn' : '')]
  return typeof given === 'string' ? given : (fact.heldEdtf ?? fact.heldFrom)
}

const metByFact = (fact: Fact, field: string | undefined): MetBy => ({
  id: fact.id,
  type: isReport(fact.kind) ? 'report' : 'datum',
  kind: fact.kind,
  on: dayOf(fact, field),
})

const byDay = (a: MetBy, b: MetBy): number =>
  (a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : a.id < b.id ? -1 : 1

/** The reports in which an answer among `ids` stands, with the day each version came. */
const metByAnswers = (
  base: FactBase,
  actor: string,
  counted: readonly Counted[],
  isWanted: (answer: string) => boolean,
): MetBy[] => {
  const found = new Map<string, MetBy>()
  for (const { asked, kind } of counted)
    if (asked !== undefined)
      for (const report of base.reports(asked.obligation, actor)) {
        const answer = base.answer(report.id, asked.question)
        if (answer !== undefined && isWanted(answer.id))
          found.set(report.id, { id: report.id, type: 'report', kind, on: report.receivedOn })
      }
  return [...found.values()]
}

/**
 * The facts among `ids` that fulfil, earliest day first: of the kinds the condition counts, reports with the answers it
 * counts, or the record at hand. `ids` undefined: all that could, at some time.
 */
export const metByFacts = (
  base: FactBase,
  { owed, record, rule }: DatedDuty,
  counted: readonly Counted[],
  ids?: readonly string[],
): MetBy[] => {
  const wanted = ids === undefined ? undefined : new Set(ids)
  const isWanted = (id: string) => wanted?.has(id) ?? true
  const facts = [...new Set(counted.flatMap(({ kind, asked }) => (asked === undefined ? [kind] : [])))]
    .flatMap((kind) => base.facts(kind).get(owed.actor) ?? [])
    .filter(({ id }) => isWanted(id))
  if (record !== null && isWanted(record.id) && !facts.includes(record)) facts.push(record)
  return [
    ...facts.map((fact) => metByFact(fact, rule.met?.on)),
    ...metByAnswers(base, owed.actor, counted, isWanted),
  ].sort(byDay)
}

/** Whether it is the first report of a new party, or the only one asked of it. */
export const isFirstReport = ({ rule, isFirst = false }: DatedDuty): boolean =>
  rule.obligation !== undefined && isFirst

/** Whether a report is of the cycle: of a first report, whatever it covers since the party is bound, up to that year. */
const isOfCycle = (dated: DatedDuty): ((report: ReportFact) => boolean) => {
  const { rule, year, begins } = dated
  if (isFirstReport(dated)) {
    const from = begins == null ? year - 1 : Number(begins.slice(0, 4)) - 1
    return ({ coversYear }) => coversYear >= from && coversYear <= year
  }
  if (rule.covers === undefined) return ({ receivedOn }) => begins == null || receivedOn >= begins
  return ({ coversYear }) => coversYear === year - 1
}

/**
 * The report that fulfils a duty to report: the first version of its cycle received up to `asOf`. A first report may come
 * years late, and then covers a later year: the first one held is it where the register is known to hold every report
 * up to that day (`isComplete`).
 */
export const metByReport = (
  base: FactBase,
  dated: DatedDuty,
  asOf: string,
  isComplete: (until: string) => boolean,
): MetBy[] => {
  const obligation = dated.rule.obligation!
  const { begins } = dated
  const received = base
    .reports(obligation, dated.owed.actor)
    .filter((report) => report.subject === null && report.receivedOn <= asOf)
  const late = (): ReportFact | undefined => {
    if (!isFirstReport(dated) || begins == null) return undefined
    const next = received.find(({ receivedOn }) => receivedOn >= begins)
    return next !== undefined && isComplete(next.receivedOn) ? next : undefined
  }
  const first = received.find(isOfCycle(dated)) ?? late()
  return first === undefined
    ? []
    : [{ id: first.id, type: 'report', kind: `${obligation}-report`, on: first.receivedOn }]
}

/**
 * Whether it was met after its day. Several records say the same thing (sources that disagree on its day): late where
 * all say so, in time where one does; otherwise, and where precision does not tell, null.
 */
export const isLateOf = (metBy: readonly MetBy[], due: string | null): boolean | null => {
  if (due === null || metBy.length === 0) return null
  const said = metBy.map(({ on }) => (on === null ? null : isLate(on, due)))
  if (said.includes(false)) return false
  return said.every((one) => one === true) ? true : null
}

/** The last day a date may mean; a date open towards the future has none. */
export const endOf = (date: string): string => lastDay(date) ?? '9999-12-31'
